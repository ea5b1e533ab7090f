package statements

import (
	"github.com/hearsay-news/hearsay/read/names"
	"github.com/hearsay-news/hearsay/read/syntax"
	"github.com/hearsay-news/hearsay/text"
)

// according applies "according to" or "in the words of", items i to from: the source follows, the content is the rest of its sentence.
func (r *reader) according(ctx *context, i, from int) {
	l := ctx.l
	n := len(l.items)
	to := l.nounPhrase(from)
	if to == from {
		return
	}
	for k := from + 1; k+1 < to; k++ {
		if l.lex.outlets["carried"][l.items[k].low] && (l.items[k+1].low == "by" || l.items[k+1].low == "in") { // two officials | quoted by Nordpress
			to = k
		}
	}
	if to < n && (l.items[to].tag == syntax.VB || l.items[to].tag == syntax.VBP) && (r.lex.words["document"][l.items[to].lemma] || r.lex.voices[l.items[to].lemma] == names.WORK) && l.items[to-1].tag != syntax.PRP {
		to++ // a noun taken for a verb: a Radio Nord tally
	}
	end := r.lineEnd(l)
	initial := i == 0 || l.onlyOpening(i) || l.restarts(i, to)
	phraseEnd := to
	if !initial && l.items[i].low == "according" {
		to = l.restOfSource(to, end)
	} else if !initial {
	} else if to < n && l.items[to].low != "," {
		// a source with a relative clause or participle: up to the comma
		for k := to; k < n && k-to < 25; k++ {
			if l.items[k].low == "," {
				to = k
				break
			}
			if l.items[k].fold {
				break
			}
		}
	}
	if initial {
		to = l.apposed(to)
	}
	for k := from; k < to; k++ {
		ctx.used[k] = true
	}
	d := r.draft(ctx, group{from: i, head: i, to: from}, cue{stance: Say}, subject{source: phrase{from, to}, head: phrase{from, l.chunkRight(from)}, sure: true})
	d.Rule, d.verbal = "according-to", false
	d.Head = "according to"
	if initial {
		start := to
		if start < n && l.items[start].low == "," {
			start++
		}
		stop := r.contentEnd(l, start, group{head: i})
		if start >= stop {
			return
		}
		d.Content = []text.Span{l.span(phrase{start, stop})}
		r.claim(ctx, phrase{start, stop})
	} else {
		left := i
		if l.items[left-1].low == "," || isDash(l.items[left-1]) {
			left--
		}
		start := l.clauseFrom(r, ctx, left)
		if start >= left {
			return
		}
		if l.items[left-1].tag == syntax.CC && phraseEnd+1 < end && l.items[phraseEnd].low == "," { // shut the port and, according to Teke, | burned the books
			to = phraseEnd
			d.setSource(l, subject{source: phrase{from, to}, head: phrase{from, l.chunkRight(from)}, sure: true})
			if stop := r.contentEnd(l, to+1, group{head: i}); stop > to+1 {
				d.Content = []text.Span{l.span(phrase{to + 1, stop})}
				r.claim(ctx, phrase{to + 1, stop})
				r.keep(ctx, d)
			}
			return
		}
		d.Content = []text.Span{l.span(phrase{start, left})}
		r.claim(ctx, phrase{start, left})
		if to < end && l.items[to].low == "," && to+1 < end && (l.items[to+1].fold || l.items[to+1].quoted) {
			d.Content = append(d.Content, l.span(phrase{to + 1, r.contentEnd(l, to+1, group{head: i})}))
			r.claim(ctx, phrase{to + 1, to + 2})
		} else if to < end && l.items[to].low == "," && to+1 < end && r.resumes(l, phrase{start, left}, to+1) && !r.attribution(l, to+1, end) && l.items[to+1].low != "which" && l.items[to+1].low != "who" {
			if stop := r.contentEnd(l, to+1, group{head: i}); stop > to+1 {
				d.Content = append(d.Content, l.span(phrase{to + 1, stop}))
				r.claim(ctx, phrase{to + 1, stop})
			}
		}
	}
	if r.lex.voices[l.items[l.chunkRight(from)-1].lemma] == "WORK" {
		d.Stance = Evidence
	}
	r.keep(ctx, d)
}

// restarts says whether a conjunction or a colon stands before item i and a clause after the source that ends at to: "…, but according to Marrow, it is shut".
func (l *line) restarts(i, to int) bool {
	if i > 0 && l.items[i-1].low == "," {
		i--
	}
	return i > 0 && (l.items[i-1].tag == syntax.CC || l.items[i-1].low == ":" || l.items[i-1].up == syntax.SCONJ) && to+2 < len(l.items) && l.items[to].low == "," && l.opensClause(to+1, len(l.items))
}

// apposed extends a source at the start of a sentence over what describes it between commas: "According to Teke, head of the port, the pier is shut".
func (l *line) apposed(to int) int {
	if to >= len(l.items) || l.items[to].low != "," || to+1 >= len(l.items) || l.items[to+1].fold || !l.apposition(to+1, len(l.items)) {
		return to
	}
	for k := to + 1; k+1 < len(l.items) && k-to < 25; k++ {
		switch it := l.items[k]; {
		case it.fold:
			return to
		case it.low == "," && (l.items[k+1].fold || l.opensClause(k+1, len(l.items))):
			return k
		case finite(it.tag) && l.items[to+1].tag != syntax.WP && l.items[to+1].tag != syntax.WDT && !l.inRelative(to+1, k):
			return to
		}
	}
	return to
}

// inRelative says whether a relative pronoun opens a clause between items from and to.
func (l *line) inRelative(from, to int) bool {
	for k := from; k < to; k++ {
		if l.items[k].tag == syntax.WP || l.items[k].tag == syntax.WDT || l.items[k].low == "who" || l.items[k].low == "which" {
			return true
		}
	}
	return false
}

// inWords says whether the "of" at item i closes "in the words of".
func (l *line) inWords(i int) bool {
	if i < 3 || l.items[i-3].low != "in" || l.items[i-2].low != "the" {
		return false
	}
	switch l.items[i-1].low {
	case "words", "view", "opinion", "eyes", "estimation":
		return true
	}
	return false
}

// onlyOpening says whether nothing but a short opening ("And", "But", "Still,") stands before item i.
func (l *line) onlyOpening(i int) bool {
	for k := 0; k < i; k++ {
		it := l.items[k]
		if it.tag != syntax.CC && it.tag != syntax.RB && it.low != "," {
			return false
		}
	}
	return i <= 3
}

// restOfSource extends a source after "according to" over appositions and relative clauses up to the sentence's end or next break.
func (l *line) restOfSource(to, end int) int {
	for to+1 < end {
		it := l.items[to]
		switch {
		case it.low == "," && l.apposition(to+1, end) && !l.items[to+1].fold:
			k := to + 1
			verbs := 0
			rel := l.items[k].tag == syntax.WP || l.items[k].tag == syntax.WDT || l.items[k].low == "who" || l.items[k].low == "which"
			for k < end && !isStop(l.items[k]) && !l.items[k].fold {
				if finite(l.items[k].tag) {
					verbs++
				}
				k++
			}
			if verbs > 0 && !rel {
				return to
			}
			to = k
		case l.lex.outlets["carried"][it.low] && to+1 < end && (l.items[to+1].low == "by" || l.items[to+1].low == "in"): // two officials | quoted by Nordpress
			return to
		case it.low == "who" || it.low == "that" || it.low == "which" || it.tag == syntax.VBN || it.tag == syntax.VBG || it.low == "released" || it.low == "published":
			k := to + 1
			for k < end && !isStop(l.items[k]) && !l.items[k].fold {
				k++
			}
			return k
		default:
			return to
		}
	}
	return to
}
