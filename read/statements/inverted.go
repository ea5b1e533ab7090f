package statements

import (
	"github.com/hearsay-news/hearsay/read/names"
	"github.com/hearsay-news/hearsay/read/syntax"
	"github.com/hearsay-news/hearsay/text"
)

// inverted handles `"…," said Ilves` and `The port is shut, says Ilves`.
func (r *reader) inverted(ctx *context, g group, c cue, p int) bool {
	l := ctx.l
	if c, ok := r.lex.verbs[l.items[g.head].lemma]; ok && !c.takes(zeroFrame|quoteFrame) {
		return false
	}
	if tag := l.items[g.head].tag; (tag == syntax.VBP || tag == syntax.VB) && l.items[g.head].lemma != "say" {
		return false
	}
	if !c.takes(quoteFrame) && !c.takes(zeroFrame) || g.to >= len(l.items) || p < 0 || g.infinitive {
		return false
	}
	from := g.to
	if from+1 < len(l.items) && (l.items[from].tag == syntax.VBD || l.items[from].tag == syntax.VBN) && modifier(l.items[from+1]) {
		from++ // said undecided voter Ilves
	}
	to := l.nounPhrase(from)
	if to == from || l.items[g.to].time >= 0 || l.items[g.to].fold {
		return false
	}
	if end := l.chunkRight(from); end < to && (l.items[end].low == "of" || l.items[end].low == "about" || l.items[end].low == "on") && r.named(l.span(phrase{from, end}), names.PER) && !l.body(end+1) {
		to = end // said Marrow | of the pier
	}
	quoteAt := -1
	if l.items[p].fold {
		quoteAt = p
	} else if p > 0 && l.items[p-1].fold {
		quoteAt = p - 1
	}
	if quoteAt >= 0 && ctx.claimed[quoteAt] {
		return false
	}
	if quoteAt < 0 {
		if !l.comma(p) || l.items[g.head].lemma != "say" && !l.quotedComma(p) && !l.closes(g, to) || !l.hasFinite(0, p) && !l.parenthetical(to) && !headed(l.role) && !(l.first && l.last) {
			return false
		}
		if to < len(l.items) && !isStop(l.items[to]) && l.items[to].time < 0 && !occasion(l.items[to]) {
			return false
		}
		if !r.voice(l, phrase{g.to, l.chunkRight(from)}) {
			return false
		}
	}
	s := subject{source: phrase{g.to, to}, head: phrase{g.to, l.chunkRight(from)}, sure: true, before: p}
	if l.items[g.to].tag == syntax.PRP {
		to = g.to + 1
		s.source.to = to
	}
	for to+1 < len(l.items) && l.items[to].low == "," && !l.items[to+1].fold && l.apposition(to+1, len(l.items)) && l.items[to+1].tag != syntax.RB {
		end := to + 1
		for end < len(l.items) && !isStop(l.items[end]) && !l.items[end].fold {
			if l.items[end].tag == syntax.VBG && l.items[end-1].low == "," || l.items[end].tag == syntax.WRB {
				break
			}
			end++
		}
		if end < len(l.items) && !isStop(l.items[end]) {
			break
		}
		if cc := l.items[to+1].tag; cc == syntax.CC {
			break
		}
		to = end
		s.source.to = to
	}
	side := r.right(l, g, cue{stance: c.stance, frames: quoteFrame}, to)
	d := r.draft(ctx, g, c, s)
	d.addSide(l, side)
	if quoteAt >= 0 {
		r.quoteFirst(ctx, d, quoteAt, side, g)
		return true
	}
	return r.parenthesis(ctx, d, p, side, g)
}

// body says whether the phrase at item k is a body that somebody belongs to: of | the port union, of | Sel; not of | the venture.
func (l *line) body(k int) bool {
	to := l.chunkRight(k)
	if to == k {
		return false
	}
	last := l.items[to-1]
	for n := k; n < to; n++ {
		if isProper(l.items[n].tag) {
			return true
		}
	}
	return l.lex.voices[last.lemma] == names.ORG || l.lex.bodies["group"][last.lemma] || l.lex.bodies["public"][last.lemma] || l.lex.bodies["company"][last.lemma]
}

// invertedFirst handles `Said Orban Teke, who grew up there, "We are proud."`: the cue opens the sentence, and its quotation follows the speaker.
func (r *reader) invertedFirst(ctx *context, g group, c cue) bool {
	l := ctx.l
	head := phrase{g.to, l.chunkRight(g.to)}
	if !c.takes(quoteFrame) || head.empty() || !r.voice(l, head) {
		return false
	}
	to := l.restOfSource(l.nounPhrase(g.to), len(l.items))
	d := r.draft(ctx, g, c, subject{source: phrase{g.to, to}, head: head, sure: true})
	d.Rule = "quote-inverted"
	at := to
	for at < len(l.items) && at < to+2 && (l.items[at].low == "," || l.items[at].low == ":") {
		at++
	}
	switch {
	case at < len(l.items) && at > to && l.items[at].fold:
		d.Content = []text.Span{l.items[at].Span}
		ctx.claimed[at] = true
	case at > to && at >= len(l.items) && l.last && r.quotationNext(l.block):
		d.open, d.alone = true, true
	default:
		return false
	}
	r.keep(ctx, d)
	return true
}

// mainVerb says whether a finite verb outside relative clauses stands before item end.
func (l *line) mainVerb(end int) bool {
	for i := 1; i < end; i++ {
		if finite(l.items[i].tag) && !l.items[i].quoted && !l.relativeVerb(i) {
			return true
		}
	}
	return false
}

// relativeVerb says whether the finite verb at item i follows a relative pronoun.
func (l *line) relativeVerb(i int) bool {
	k := i - 1
	for k > 0 && l.items[k].tag == syntax.RB {
		k--
	}
	if k < 0 {
		return false
	}
	it := l.items[k]
	return it.tag == syntax.WP || it.tag == syntax.WDT || it.low == "who" || it.low == "which" || it.low == "that"
}

func (l *line) hasFinite(from, to int) bool {
	for i := from; i < to; i++ {
		if finite(l.items[i].tag) || l.items[i].fold {
			return true
		}
	}
	return false
}

// closes says whether an inverted cue and its speaker stand where only an attribution can: up to the sentence's end or a comma ("…, promised
// Åse Marrow, who leads the office", "Weavers, argues Ms Marrow, want contracts").
func (l *line) closes(g group, to int) bool {
	tag := l.items[g.head].tag
	return (tag == syntax.VBD || tag == syntax.VBZ) && g.from == g.head && l.ends(to)
}

// ends says whether a sentence or its parenthesis ends before item to.
func (l *line) ends(to int) bool {
	return to >= len(l.items) || l.items[to].low == "," || l.items[to].low == "."
}

// parenthetical says whether a sentence goes on after the comma at item to with its verb: Weavers, argues Ms Marrow, | want contracts.
func (l *line) parenthetical(to int) bool {
	if to+1 >= len(l.items) || l.items[to].low != "," || !l.hasFinite(to+1, len(l.items)) {
		return false
	}
	return l.items[to+1].tag != syntax.VBG && l.items[to+1].tag != syntax.WP && l.items[to+1].tag != syntax.WDT // the head, Teke, wrote a memo, saying
}
