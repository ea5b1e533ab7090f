package statements

import (
	"strings"

	"github.com/hearsay-news/hearsay/read/syntax"
)

// lineEnd is the end of the line without its closing full stop.
func (r *reader) lineEnd(l *line) int {
	end := len(l.items)
	for end > 0 && (l.items[end-1].low == "." || l.items[end-1].low == ",") && !l.items[end-1].fold {
		end--
	}
	return end
}

func (l *line) cueBetween(r *reader, from, to int) bool {
	for i := from; i < to; i++ {
		if _, ok := r.lex.verbs[l.items[i].lemma]; ok && isVerb(l.items[i].tag) {
			return true
		}
	}
	return false
}

// closed says whether a folded quotation ends like a sentence.
func (r *reader) closed(it item) bool {
	s := r.t.At(it.Span)
	for k := len(s) - 1; k >= 0; k-- {
		switch s[k] {
		case '.', '!', '?':
			return true
		case '"', '\'':
			continue
		}
		if s[k] >= 0x80 {
			continue
		}
		return false
	}
	return false
}

// waits says whether a folded quotation ends with a comma, and so with an attribution to come: “The port is shut,”.
func (r *reader) waits(it item) bool {
	return strings.HasSuffix(strings.TrimRight(r.t.At(it.Span), "”\"'’»“"), ",")
}

// opensAside says whether a subordinate clause of time, reason or condition begins at item k.
func (l *line) opensAside(k int) bool {
	switch l.items[k].low {
	case "when", "if", "while", "because", "although", "though", "after", "before", "since", "once", "until", "unless", "whenever", "as":
		return true
	}
	return false
}

// mainInside says whether a comma and a clause stand before item end already.
func (l *line) mainInside(from, end int) bool {
	for k := from + 1; k < end; k++ {
		if l.items[k].low == "," && !l.items[k].quoted {
			return true
		}
	}
	return false
}

// adverbial says whether an adverbial phrase can begin at item k: "in April", "by the end of June", "after the storm".
func (l *line) adverbial(k int) bool {
	return k < len(l.items) && (l.items[k].time >= 0 || l.items[k].tag == syntax.IN && l.items[k].low != "according" || l.items[k].tag == syntax.VBG)
}

// breaks says whether what follows a comma at item k is no part of the content any more.
func (r *reader) breaks(l *line, k, end int, g group) bool {
	for k < end && (l.items[k].tag == syntax.RB || l.items[k].low == "while" || l.items[k].low == "though") {
		k++
	}
	if k >= end {
		return false
	}
	it := l.items[k]
	if it.low == "according" || it.low == "citing" {
		return true
	}
	if k+1 < end && (l.items[k+1].low == "that" || l.items[k+1].fold) && r.cueFollows(l, k, end, g) {
		return true
	}
	if k+1 < end && l.items[k+1].low == "that" && it.tag == syntax.VBN { // a simple past taken for a participle
		if c, ok := r.lex.verbs[it.lemma]; ok && c.stance.Speech() && c.takes(thatFrame) {
			return true
		}
	}
	if c, ok := r.lex.verbs[it.lemma]; ok && it.tag == syntax.VBG && c.stance.Speech() {
		return true
	}
	if it.tag == syntax.CC && it.low != "or" {
		return r.cueFollows(l, k+1, end, g) || r.attribution(l, k+1, end) || l.items[g.head].tag == syntax.VBG && r.participleFollows(l, k+1, end)
	}
	return r.attribution(l, k, end)
}

// cueFollows says whether a finite speech verb without a subject of its own follows a conjunction: "… and said".
func (r *reader) cueFollows(l *line, k, end int, g group) bool {
	for k < end && shifts(l.items[k]) {
		k++
	}
	if k >= end {
		return false
	}
	it := l.items[k]
	if auxiliary(it) && it.tag != syntax.MD && finite(it.tag) { // but did not say, and has called
		n := k + 1
		for n < end && (l.items[n].tag == syntax.RB || negation(l.items[n])) {
			n++
		}
		if n < end && (l.items[n].tag == syntax.VB || l.items[n].tag == syntax.VBN && it.lemma == "have") {
			c, ok := r.lex.verbs[l.items[n].lemma]
			return ok && c.stance.Speech() && c.takes(thatFrame)
		}
		return false
	}
	if it.tag == syntax.VBZ || it.tag == syntax.VBD || it.tag == syntax.VBP {
		if it.aux && k+1 < end {
			return false
		}
		c, ok := r.lex.verbs[it.lemma]
		if !ok {
			_, ok = r.lex.particles[it.lemma]
			c.stance = Say
		}
		if l.items[g.head].tag == syntax.VBD && (it.tag == syntax.VBP || it.tag == syntax.VBZ) && l.presentBetween(g.to, k-1) {
			return false // said the dockers do not like it, but agree on the day
		}
		return ok && c.stance.Speech() && (it.tag == l.items[g.head].tag || !finite(l.items[g.head].tag) || l.items[g.head].lemma == "say")
	}
	return false
}

// presentBetween says whether the first finite verb of a stretch is in the present.
func (l *line) presentBetween(from, to int) bool {
	for k := from; k < to; k++ {
		if it := l.items[k]; it.fold || it.quoted {
			return false
		} else if finite(it.tag) {
			return it.tag == syntax.VBP || it.tag == syntax.VBZ
		}
	}
	return false
}

// participleFollows says whether a speech verb's participle follows a conjunction: "accusing them of theft, and warning that".
func (r *reader) participleFollows(l *line, k, end int) bool {
	if k >= end || l.items[k].tag != syntax.VBG {
		return false
	}
	c, ok := r.lex.verbs[l.items[k].lemma]
	return ok && c.stance.Speech() && c.takes(thatFrame)
}

// shifts says whether an adverb opens a new statement after a conjunction: "and later said".
func shifts(it item) bool {
	switch it.low {
	case "also", "later", "then", "instead", "further", "again", "repeatedly", "now", "even", "separately", "once":
		return true
	}
	return false
}

// attribution says whether an attribution of its own begins at item k: a short subject and a finite speech verb.
func (r *reader) attribution(l *line, k, end int) bool {
	if k < end && (l.items[k].low == "while" || l.items[k].low == "but" || l.items[k].low == "and") {
		k++
	}
	for k < end && degree(l.items[k]) && l.items[k].tag != syntax.PRP {
		k++ // more than four in ten said
	}
	if k < end && l.items[k].low == "than" {
		k++
	}
	if k >= end {
		return false
	}
	to := l.nounPhrase(k)
	if to == k || to >= end {
		return false
	}
	for to < end && (l.items[to].tag == syntax.RB || auxiliary(l.items[to]) && to+1 < end && isVerb(l.items[to+1].tag)) {
		to++
	}
	if to >= end || !isVerb(l.items[to].tag) {
		return false
	}
	it := l.items[to]
	c, ok := r.lex.verbs[it.lemma]
	return ok && c.stance.Speech() && c.takes(thatFrame)
}

// relativeEnd cuts the content told in a relative clause where the comma before the main verb closes it: "Ilves, who said she saw it, fled".
func (l *line) relativeEnd(p phrase) int {
	for k := p.from + 1; k+1 < p.to; k++ {
		if l.items[k].low != "," {
			continue
		}
		n := k + 1
		if n+1 < p.to && l.items[n].quoted && isQuoteMark(l.items[n]) && !l.items[n+1].quoted {
			n++ // who muses that it may be “a friend,” will leave
		} else if l.items[k].quoted {
			continue
		}
		for n+1 < p.to && l.items[n].tag == syntax.RB {
			n++
		}
		if finite(l.items[n].tag) {
			if l.items[k].quoted {
				return k + 2
			}
			return k
		}
	}
	return p.to
}

// verblessEnd cuts a content that has no finite verb of its own where a coordinated main verb begins: "refused to leave | but later began".
func (l *line) verblessEnd(p phrase) int {
	embedded := false
	for k := p.from; k < p.to; k++ {
		it := l.items[k]
		if it.quoted || it.fold {
			continue
		}
		if it.tag == syntax.WDT || it.tag == syntax.WP || it.tag == syntax.WRB || it.up == syntax.SCONJ || it.low == "that" && it.tag == syntax.IN || finite(it.tag) {
			embedded = true
		}
		if it.tag == syntax.CC && it.low != "or" && !embedded {
			n := k + 1
			for n < p.to && l.items[n].tag == syntax.RB {
				n++
			}
			if n < p.to && finite(l.items[n].tag) && n > p.from+1 {
				if l.items[k-1].low == "," {
					return k - 1
				}
				return k
			}
		}
	}
	return p.to
}
