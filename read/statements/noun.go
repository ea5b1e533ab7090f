package statements

import (
	"strings"

	"github.com/hearsay-news/hearsay/read/syntax"
	"github.com/hearsay-news/hearsay/text"
)

// noun applies a noun cue at item i: "the army's claim that", "made a promise to", "the claim by the army that".
func (r *reader) noun(ctx *context, i int) {
	l := ctx.l
	c, ok := r.lex.nouns[l.items[i].lemma]
	if !ok || i+2 >= len(l.items) {
		return
	}
	j := i + 1
	if isQuoteMark(l.items[j]) { // expressed “hope” that
		j++
	}
	after := j // the noun and its mark
	by := phrase{}
	if l.items[j].low == "by" || l.items[j].low == "from" {
		if to := l.nounPhrase(j + 1); to > j+1 && to < len(l.items) {
			by = phrase{j + 1, to}
			j = to
		}
	}
	it := l.items[j]
	frame := ""
	from := j
	switch {
	case it.low == "that" && (it.tag == syntax.IN || it.up == syntax.SCONJ) && c.takes(thatFrame):
		frame = "that"
	case it.tag == syntax.TO && c.takes(toFrame) && j+1 < len(l.items) && l.items[j+1].tag == syntax.VB:
		frame = "to"
	case c.governs(it.low) && !c.takes(nounFrame):
		frame, from = "of", j+1
	default:
		return
	}
	d := r.draft(ctx, group{from: i, head: i, to: i + 1}, c, subject{})
	d.verbal, d.Rule = false, "noun-"+frame
	if frame == "of" {
		d.Cue = []text.Span{l.span(phrase{i, j + 1})}
	}
	if c.stance == Deny {
		d.Rule = "denial-" + frame
	}
	light := false
	s, at := subject{}, 0
	if c.stance == Deny {
		s, at = r.lightVerb(l, i)
	}
	switch p := l.possessor(i); {
	case !s.source.empty(): // reiterated its denial of
		d.setSource(l, s)
		d.Cue = []text.Span{l.span(phrase{at, from})}
		r.withdraw(ctx, phrase{l.object(i), i + 1})
	case !by.empty():
		d.setSource(l, subject{source: by, head: phrase{by.from, l.chunkRight(by.from)}, sure: true})
	case !p.empty():
		d.setSource(l, subject{source: p, head: p, sure: true})
	default:
		s, at := r.lightVerb(l, i)
		if s.source.empty() || frame == "of" {
			return
		}
		d.setSource(l, s)
		d.Cue = []text.Span{l.span(phrase{at, after})}
		d.Rule = "light-" + frame
		light = true
		if _, ok := r.lex.verbs[l.items[l.object(i)-1].lemma]; ok && !c.stance.Speech() {
			d.Stance = Say // expressed hope: it was said
		}
		r.withdraw(ctx, phrase{l.object(i), i + 1})
	}
	end := r.contentEnd(l, from, group{head: i})
	if !light {
		end = l.nounContentEnd(from, end, frame)
	}
	if end <= from {
		return
	}
	d.Content = []text.Span{l.span(phrase{from, end})}
	if frame == "of" && c.stance == Think {
		return
	}
	r.keep(ctx, d)
}

// possessor returns the possessor before the noun at item i without its 's: "The army’s claim", "his claim".
func (l *line) possessor(i int) phrase {
	for k := i - 1; k >= 0 && i-k <= 4; k-- {
		it := l.items[k]
		if it.tag == syntax.PRPS {
			return phrase{k, k + 1}
		}
		if it.tag == syntax.POS {
			from := l.chunkLeft(k)
			if from < k && l.items[from].time < 0 {
				return phrase{from, k}
			}
			return phrase{}
		}
		if !modifier(it) || it.tag == syntax.DT {
			return phrase{}
		}
	}
	return phrase{}
}

// object returns where the noun phrase of the noun at item i begins, with its mark: expressed | “hope”.
func (l *line) object(i int) int {
	start := l.chunkLeft(i + 1)
	if start > 0 && isQuoteMark(l.items[start-1]) {
		start--
	}
	return start
}

// lightVerb returns the subject of "made a promise" for the noun at item i and where its verb group begins.
func (r *reader) lightVerb(l *line, i int) (subject, int) {
	start := l.object(i)
	if start < 1 || !isVerb(l.items[start-1].tag) || !l.items[start-1].light {
		return subject{}, 0
	}
	g := r.groupAt(l, start-1)
	if !g.finite || g.passive {
		return subject{}, 0
	}
	s := l.subjectLeft(g.from)
	return s, g.from
}

// nounContentEnd ends the clause that hangs on a noun where the verb of the main clause begins: "The army's claim that it hit a
// barracks | has not been verified". A clause has one finite verb group, so the second one without a subject between is the main verb.
func (l *line) nounContentEnd(from, end int, frame string) int {
	verbs := 0
	embedded := 0
	for k := from; k < end; k++ {
		it := l.items[k]
		if it.fold || it.quoted {
			continue
		}
		if it.low == "who" || it.low == "which" || it.tag == syntax.WDT || it.tag == syntax.WP || it.tag == syntax.WRB || k > from && it.low == "that" && it.tag == syntax.IN {
			embedded++
		}
		if frame == "of" && (it.low == "," || it.tag == syntax.CC && k+1 < end && isVerb(l.items[k+1].tag) && l.items[k+1].tag != syntax.VBG && l.items[k+1].tag != syntax.VBN) {
			return k // reaffirm his denial of it | and cast the charge as false
		}
		if finite(it.tag) {
			first := k
			// auxiliaries of one group count once
			for k+1 < end && (l.items[k+1].tag == syntax.RB || isVerb(l.items[k+1].tag) || negation(l.items[k+1])) {
				if finite(l.items[k+1].tag) && !auxiliary(l.items[k]) && !negation(l.items[k]) && isVerb(l.items[k].tag) {
					break // that 90,000 people came | has been met with laughter
				}
				k++
			}
			if frame == "of" || frame == "to" {
				if embedded == 0 {
					return l.groupStart(from, first)
				}
				embedded--
				continue
			}
			verbs++
			if verbs > 1+embedded {
				return l.groupStart(from, first)
			}
		}
		if it.tag == syntax.CC && verbs > 0 {
			embedded++
		}
		if isStop(it) && it.low != "," && verbs > 0 {
			return k
		}
	}
	return end
}

// groupStart returns the first item of the verb group whose first finite verb is at item k: adverbs may stand before it.
func (l *line) groupStart(from, k int) int {
	for k > from && (l.items[k-1].tag == syntax.RB || negation(l.items[k-1])) {
		k--
	}
	return k
}

// adverb applies reportedly, allegedly and their like at item i: hearsay in the page's own voice.
func (r *reader) adverb(ctx *context, i int) {
	l := ctx.l
	if l.items[i].quoted || !strings.HasSuffix(l.items[i].low, "ly") || !l.lex.words["hearsay-adverb"][l.items[i].low] {
		return
	}
	n := r.lineEnd(l)
	if i+1 >= n || i+1 < n && !isVerb(l.items[i+1].tag) && !(i > 0 && auxiliary(l.items[i-1])) || i > 0 && l.items[i-1].tag == syntax.TO {
		return
	}
	from := i
	for from > 0 {
		p := l.items[from-1]
		if p.fold || isStop(p) || p.tag == syntax.CC || p.low == "that" {
			break
		}
		from--
	}
	end := i + 1
	for end < n {
		p := l.items[end]
		if isStop(p) && p.low != "," || p.low == "," && end+1 < n && (l.items[end+1].tag == syntax.CC || l.items[end+1].tag == syntax.VBG || l.items[end+1].tag == syntax.WDT) {
			break
		}
		end++
	}
	if from == i || end == i+1 {
		return
	}
	d := r.draft(ctx, group{from: i, head: i, to: i + 1}, cue{stance: Hearsay}, subject{})
	d.Rule, d.verbal = "hearsay-adverb", false
	d.Content = []text.Span{l.span(phrase{from, i}), l.span(phrase{i + 1, end})}
	r.keep(ctx, d)
}
