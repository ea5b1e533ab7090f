package statements

import (
	"github.com/hearsay-news/hearsay/read/syntax"
)

// rightSide is what follows a cue: adjuncts, addressee, and where the content begins.
type rightSide struct {
	frame     string // quote, colon, that, wh, to, ing, prep, zero, noun, object; "" for none
	content   phrase
	prep      phrase // governed preposition, part of the cue
	addressee phrase
	medium    phrase
	time      int
	stop      int // item after the adjuncts
	open      bool
}

// right reads on from item j after a cue's verb group.
func (r *reader) right(l *line, g group, c cue, j int) rightSide {
	out := rightSide{time: -1}
	n := len(l.items)
	asked := false
	for steps := 0; steps < 10 && j < n; steps++ {
		it := l.items[j]
		switch {
		case it.fold || it.low == ":" || it.low == ",":
		case it.time >= 0 && it.tag != syntax.POS && (j+1 >= n || l.afterTime(j)):
			if out.time < 0 {
				out.time = it.time
			}
			for j < n && l.items[j].time == it.time {
				j++
			}
			continue
		case j+1 < n && l.items[j+1].time >= 0 && timePreposition(it) && !c.governs(it.low):
			j++
			continue
		case it.tag == syntax.RB && !startsClause(it) && !degree(it) && !c.takes(objectFrame):
			j++
			continue
		case it.low == "to" && !c.governs("to") && j+1 < n && l.items[j+1].tag != syntax.VB && l.items[j+1].tag != syntax.RB:
			if to := l.nounPhrase(j + 1); to > j+1 && out.addressee.empty() {
				out.addressee = phrase{j + 1, to}
				j = to
				continue
			}
		case occasion(it) && !c.governs(it.low):
			if to := l.nounPhrase(j + 1); to > j+1 {
				if r.isMedium(l, phrase{j + 1, to}) {
					out.medium = phrase{j + 1, to}
					j = to
					continue
				}
				if to < n && (l.items[to].fold || l.items[to].low == "that" && c.takes(thatFrame) || l.items[to].low == ":" || to+1 < n && l.items[to].low == "," && l.items[to+1].fold) {
					j = to
					continue
				}
			}
		case c.takes(personFrame) && !asked && !startsContent(it, c):
			asked = true
			if to := l.addressee(j); to > j {
				out.addressee = phrase{j, to}
				j = to
				continue
			}
		}
		break
	}
	out.stop = j
	r.content(l, g, c, &out)
	return out
}

// afterTime says whether a time expression after a cue is an adjunct and not the subject of what is said ("said Monday was quiet").
func (l *line) afterTime(j int) bool {
	k := j
	for k < len(l.items) && l.items[k].time == l.items[j].time {
		k++
	}
	return k >= len(l.items) || !finite(l.items[k].tag) && l.items[k].tag != syntax.POS
}

func timePreposition(it item) bool {
	switch it.low {
	case "on", "in", "at", "by", "since", "during", "from", "late", "early", "earlier", "later", "around", "before", "after":
		return true
	}
	return false
}

func occasion(it item) bool {
	switch it.low {
	case "in", "at", "on", "during", "via", "through", "from", "after", "before", "by", "for", "inside", "outside", "over", "following", "with", "near", "about":
		return it.up == syntax.ADP || it.tag == syntax.IN || it.tag == syntax.VBG
	}
	return false
}

// isMedium says whether a noun phrase names an occasion or medium: one of its nouns is in the table.
func (r *reader) isMedium(l *line, p phrase) bool {
	for i := p.from; i < p.to; i++ {
		if r.lex.media[l.items[i].lemma] || r.lex.media[l.items[i].low] {
			return true
		}
	}
	return false
}

// degree says whether an adverb goes with the words after it and not with the cue ("only hundreds", "over 60 percent").
func degree(it item) bool {
	switch it.low {
	case "so", "over", "about", "only", "nearly", "almost", "just", "even", "roughly", "around", "more", "less", "not", "never", "up", "approximately", "no",
		"too", "as", "at", "least", "most", "very", "once", "if", "once again":
		return true
	}
	return false
}

func startsClause(it item) bool {
	switch it.low {
	case "that", "whether", "if", "how", "why", "where", "when", "what", "who", "whom", "whose", "which":
		return true
	}
	return false
}

func startsContent(it item, c cue) bool {
	return startsClause(it) || it.tag == syntax.TO || it.tag == syntax.IN && it.low != "on" || isStop(it) || it.fold
}

// addressee returns the end of the person spoken to from item j ("told Radio Nord that"), or j when the noun phrase there is the
// subject of the content instead ("warned the port was shut").
func (l *line) addressee(j int) int {
	to := l.chunkRight(j)
	if to == j {
		return j
	}
	for to+1 < len(l.items) && (l.items[to].low == "of" || l.items[to].low == "in" || l.items[to].low == "from" || l.items[to].low == "at") && l.items[to+1].time < 0 {
		next := l.chunkRight(to + 1)
		if next == to+1 {
			break
		}
		to = next
	}
	if to+1 < len(l.items) && l.items[to].tag == syntax.CC {
		if next := l.chunkRight(to + 1); next > to+1 && !(next < len(l.items) && (finite(l.items[next].tag) || auxiliary(l.items[next]))) && l.items[to+1].tag != syntax.PRP {
			to = next
		}
	}
	k := to
	for k < len(l.items) && l.items[k].tag == syntax.RB {
		k++
	}
	if k < len(l.items) && (finite(l.items[k].tag) || l.items[k].tag == syntax.VBN && l.items[k].up == syntax.AUX) {
		return j
	}
	return to
}

// content decides which frame of the cue the item at out.stop opens.
func (r *reader) content(l *line, g group, c cue, out *rightSide) {
	j, n := out.stop, len(l.items)
	if j >= n {
		return
	}
	it := l.items[j]
	whole := func(frame string, from int) {
		out.frame = frame
		out.content = phrase{from, r.contentEnd(l, from, g)}
		if frame != "that" && frame != "zero" && frame != "wh" {
			out.content.to = l.verblessEnd(out.content)
		}
		if g.relative {
			out.content.to = l.relativeEnd(out.content)
		}
		if out.content.empty() || frame == "zero" && !l.hasFinite(from, out.content.to) {
			out.frame = ""
		}
	}
	switch {
	case it.fold:
		if c.takes(quoteFrame) || c.takes(nounFrame) {
			r.quoteRight(l, g, j, out)
		}
		return
	case it.low == ",":
		k := j + 1
		if k < n && l.items[k].fold && c.takes(quoteFrame) {
			r.quoteRight(l, g, k, out)
			return
		}
		if k < n && l.items[k].low == "that" && c.takes(thatFrame) && l.items[k].tag == syntax.IN {
			whole("that", k)
			return
		}
		// a parenthesis between cue and content: "said, citing a police source, that"
		for k < n && k-j < 25 && l.items[k].low != "," && !l.items[k].fold {
			k++
		}
		if k+1 < n && l.items[k].low == "," && k-j < 25 && c.takes(thatFrame) && l.items[k+1].low == "that" {
			whole("that", k+1)
			return
		}
		for n := j + 1; n < len(l.items) && n-j < 25 && c.takes(quoteFrame) && !finite(l.items[n].tag); n++ {
			if l.items[n].fold && l.items[n-1].low == "," {
				r.quoteRight(l, g, n, out)
				return
			}
		}
		return
	case it.low == ":":
		if !c.takes(quoteFrame) {
			return
		}
		if j+1 < n && l.items[j+1].fold {
			r.quoteRight(l, g, j+1, out)
			return
		}
		if j+1 < n {
			out.frame, out.content = "colon", phrase{j + 1, r.lineEnd(l)}
		} else {
			out.open = true // the quotation follows in the next line
		}
		return
	case isStop(it):
		return
	case it.low == "that" && c.takes(thatFrame) && !l.demonstrative(j):
		whole("that", j)
		return
	case (startsClause(it) && it.low != "that") && c.takes(whFrame):
		whole("wh", j)
		return
	case it.tag == syntax.TO || it.low == "not" && j+1 < n && l.items[j+1].tag == syntax.TO:
		if c.takes(toFrame) {
			whole("to", j)
			return
		}
	case it.tag == syntax.VBG && c.takes(ingFrame):
		whole("ing", j)
		return
	case c.governs(it.low) && j+1 < n && l.items[j+1].time < 0 && !(it.tag == syntax.TO && l.items[j+1].tag == syntax.VB):
		out.prep = phrase{j, j + 1}
		whole("prep", j+1)
		return
	}
	if k := l.laterThat(j); k > j && c.takes(thatFrame) && (occasion(it) || c.takes(personFrame) || it.tag == syntax.IN) {
		if c.takes(personFrame) && out.addressee.empty() && !occasion(it) {
			out.addressee = phrase{j, l.chunkRight(j)}
		}
		whole("that", k)
		return
	}
	if k := j; c.takes(toFrame) && !out.addressee.empty() && l.items[k].tag == syntax.TO {
		whole("to", k)
		return
	}
	if !l.opensNoun(j) {
		if c.takes(zeroFrame) && it.low != "as" && (it.tag == syntax.IN || it.tag == syntax.EX || it.tag == syntax.RB || it.tag == syntax.JJ || it.tag == syntax.VBG) && r.finiteAfter(l, j, r.contentEnd(l, j, g)) {
			whole("zero", j)
		}
		return
	}
	if c.takes(zeroFrame) && r.finiteAfter(l, j, r.contentEnd(l, j, g)) {
		whole("zero", j)
		return
	}
	if c.takes(objectFrame) {
		whole("object", j)
		return
	}
	if c.takes(asFrame) {
		if whole("object", j); !l.holdsWord(out.content, "as") {
			out.frame = ""
		}
		return
	}
	if c.takes(nounFrame) && it.low != "so" {
		whole("noun", j)
	}
}

// demonstrative says whether "that" at item j is a pronoun or determiner: "said that much", "said that on Monday."
func (l *line) demonstrative(j int) bool {
	return j+1 >= len(l.items) || isStop(l.items[j+1]) && l.items[j+1].low != "," || finite(l.items[j+1].tag)
}

// laterThat returns the index of a complementiser that follows within a few words with no verb or break between; 0 when there is none.
func (l *line) laterThat(j int) int {
	for k := j; k < len(l.items) && k-j < 14; k++ {
		it := l.items[k]
		if it.fold || isStop(it) || finite(it.tag) {
			return 0
		}
		if it.low == "that" && k+1 < len(l.items) && (it.tag == syntax.IN || it.up == syntax.SCONJ || it.tag == syntax.WDT && k > j && !isVerb(l.items[k+1].tag) && !auxiliary(l.items[k+1])) {
			return k
		}
	}
	return 0
}

func (l *line) opensNoun(j int) bool {
	it := l.items[j]
	return modifier(it) && it.tag != syntax.POS || nounish(it) || it.tag == syntax.EX || it.low == "no" || it.low == "this" || it.low == "there" ||
		it.tag == syntax.WP || isQuoteMark(it)
}

// finiteAfter says whether a clause begins at item j: a finite verb follows that doesn't belong to a relative clause.
func (r *reader) finiteAfter(l *line, j, end int) bool {
	for k := j + 1; k < end; k++ {
		it := l.items[k]
		if it.low == ";" || isDash(it) {
			return false
		}
		if it.low == "," && (k-j > 25 || r.attribution(l, k+1, len(l.items))) {
			return false
		}
		if finite(it.tag) {
			p := l.items[k-1]
			for b := k - 1; b > j && l.items[b].tag == syntax.RB; b-- {
				p = l.items[b-1]
			}
			if p.tag == syntax.WDT || p.tag == syntax.WP || p.low == "who" || p.low == "which" {
				return false
			}
			return !(p.low == "that" && k-1 > j)
		}
		if it.tag == syntax.WDT || it.tag == syntax.WP || it.tag == syntax.WRB || it.low == "that" && it.tag == syntax.IN {
			return false
		}
	}
	return false
}

// lineEnd is the end of the line without its closing full stop.
func (r *reader) lineEnd(l *line) int {
	end := len(l.items)
	for end > 0 && (l.items[end-1].low == "." || l.items[end-1].low == ",") && !l.items[end-1].fold {
		end--
	}
	return end
}

// quoteRight takes a quotation to the right of its cue as content, with what goes on after it in the same breath.
func (r *reader) quoteRight(l *line, g group, j int, out *rightSide) {
	out.frame = "quote"
	end := j + 1
	for end < len(l.items) && l.items[end].fold {
		end++
	}
	out.content = phrase{j, end}
	if end < len(l.items) && !r.closed(l.items[end-1]) && !isStop(l.items[end]) &&
		!(l.items[end].tag == syntax.CC && end+1 < len(l.items) && isVerb(l.items[end+1].tag)) {
		if e := r.contentEnd(l, j, g); e > end && !l.cueBetween(r, end, e) {
			out.content.to = e
		}
	}
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

// contentEnd returns the item after the last one of a content that begins at from.
func (r *reader) contentEnd(l *line, from int, g group) int {
	end := r.lineEnd(l)
	if from >= end {
		return end
	}
	for k := from + 1; k < end; k++ {
		it := l.items[k]
		if it.fold {
			continue
		}
		if it.quoted {
			if isQuoteMark(it) && k+1 < end && !l.items[k+1].quoted && l.items[k-1].low == "," && r.breaks(l, k+1, end, g) {
				return k + 1
			}
			continue
		}
		switch {
		case it.low == ";":
			return k
		case it.low == "according" && k+1 < end && l.items[k+1].low == "to":
			if l.items[k-1].low == "," {
				return k - 1
			}
			return k
		case it.low == ",":
			if r.breaks(l, k+1, end, g) {
				return k
			}
		case it.tag == syntax.CC && it.low != "or":
			if r.cueFollows(l, k+1, end, g) || l.items[g.head].tag == syntax.VBG && r.participleFollows(l, k+1, end) {
				if l.items[k-1].low == "," {
					return k - 1
				}
				return k
			}
		}
	}
	return end
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
		if auxiliaries[it.lemma] && k+1 < end {
			return false
		}
		c, ok := r.lex.verbs[it.lemma]
		if !ok {
			_, ok = r.lex.particles[it.lemma]
			c.stance = Say
		}
		return ok && c.stance.Speech() && (it.tag == l.items[g.head].tag || !finite(l.items[g.head].tag) || l.items[g.head].lemma == "say")
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
		if l.items[k].low != "," || l.items[k].quoted {
			continue
		}
		n := k + 1
		for n+1 < p.to && l.items[n].tag == syntax.RB {
			n++
		}
		if finite(l.items[n].tag) {
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

func (l *line) holdsWord(p phrase, word string) bool {
	for i := p.from; i < p.to; i++ {
		if l.items[i].low == word {
			return true
		}
	}
	return false
}
