package statements

import (
	"strings"

	"github.com/hearsay-news/hearsay/read/syntax"
	"github.com/hearsay-news/hearsay/text"
)

// passive applies a cue in the passive voice: quoted by somebody as saying, said to have left, praised by somebody.
func (r *reader) passive(ctx *context, g group, c cue) {
	l := ctx.l
	lemma := l.items[g.head].lemma
	j := g.to
	for j < len(l.items) && (l.items[j].tag == syntax.RB || l.items[j].time >= 0) {
		j++
	}
	if (lemma == "quote" || lemma == "cite") && r.quotedAs(ctx, g, j) {
		return
	}
	if lemma == "ask" && r.wasAsked(ctx, g, c) {
		return
	}
	if j >= len(l.items) || g.participle {
		return
	}
	s := l.subjectLeft(g.from)
	it := l.items[j]
	switch {
	case it.low == "by":
		r.agent(ctx, g, c, s, j)
	case it.tag == syntax.TO && g.finite && !s.source.empty() && hearsayVerb(lemma):
		end := r.contentEnd(l, j, g)
		if end <= j+1 || g.modal == "predict" || r.lex.words["nobody"][l.items[s.source.from].low] {
			return
		}
		d := r.draft(ctx, g, c, subject{})
		d.Stance, d.Rule = Hearsay, "said-to"
		d.Content = []text.Span{l.span(s.source), l.span(phrase{j, end})}
		r.keep(ctx, d)
	case it.low == "that" && g.from > 0 && l.items[g.from-1].low == "it" && c.takes(thatFrame):
		d := r.draft(ctx, g, c, subject{})
		d.Cue = []text.Span{l.span(phrase{g.from - 1, g.to})}
		d.Rule = "it-was-said"
		if c.stance == Say || lemma == "understand" {
			d.Stance = Hearsay
		}
		d.Content = []text.Span{l.span(phrase{j, r.contentEnd(l, j, g)})}
		r.keep(ctx, d)
	}
}

// wasAsked handles "Marrow was asked by a reporter whether …", "Asked about the quay, Teke said": who asks is named by by, or not at all.
func (r *reader) wasAsked(ctx *context, g group, c cue) bool {
	l := ctx.l
	if g.participle {
		if !l.participleClause(g.from) {
			return false
		}
		g.subordinate = g.from <= 1
	}
	j := g.to
	s := subject{}
	if j+1 < len(l.items) && l.items[j].low == "by" {
		to := l.chunkRight(j + 1)
		if to == j+1 {
			return false
		}
		s = subject{source: phrase{j + 1, to}, head: phrase{j + 1, to}, sure: true}
		j = to
	}
	side := r.right(l, g, cue{stance: Question, frames: quoteFrame | whFrame, preps: []string{"about"}}, j)
	if side.frame != "wh" && side.frame != "prep" && side.frame != "quote" {
		return false
	}
	if g.participle && g.from > 1 && side.frame != "quote" {
		side.content.to = l.relativeEnd(side.content) // Teke, when asked about the pier, | has blamed
	}
	d := r.draft(ctx, g, c, s)
	d.verbal = false
	d.addSide(l, side)
	if !s.source.empty() {
		d.Cue[0].End = l.items[s.source.from-1].End
	}
	if !side.prep.empty() {
		if side.prep.from == g.to {
			d.Cue[0] = d.Cue[0].Cover(l.span(side.prep))
		} else {
			d.Cue = append(d.Cue, l.span(side.prep))
		}
	}
	d.Rule = "asked-" + side.frame
	d.Content = []text.Span{l.span(side.content)}
	r.claim(ctx, side.content)
	r.keep(ctx, d)
	return true
}

// participleClause says whether a participle at item i opens a clause without a subject: "Asked about it, …", "when asked".
func (l *line) participleClause(i int) bool {
	if i == 0 {
		return true
	}
	switch before := l.items[i-1]; before.low {
	case "when", "whenever", "if", "repeatedly", "later":
		return true
	case "and", "but":
		return i == 1
	}
	return false
}

func hearsayVerb(lemma string) bool {
	switch lemma {
	case "say", "report", "allege", "believe", "think", "rumor", "rumour", "understand", "know", "claim", "suppose":
		return true
	}
	return false
}

// participle says whether item i is a verb of saying in -ing, and mends its tag where it was taken for a noun: "as warning that".
func (r *reader) participle(l *line, i int) bool {
	it := &l.items[i]
	if stem, found := strings.CutSuffix(it.low, "ing"); found && it.tag == syntax.NN && r.lex.verbs[stem].stance != "" {
		it.tag, it.up, it.lemma = syntax.VBG, syntax.VERB, stem
	}
	return it.tag == syntax.VBG
}

// quotedAs reads the two voices of "Teke was quoted by Press Agency Nord as saying …": what Teke said, carried by what the agency quoted.
// Item j follows "quoted".
func (r *reader) quotedAs(ctx *context, g group, j int) bool {
	l := ctx.l
	as := 0
	for k := j; k+1 < len(l.items) && k-j < 25; k++ {
		if l.items[k].low == "as" && r.participle(l, k+1) {
			as = k
			break
		}
	}
	s := l.subjectLeft(g.from)
	if as == 0 || s.source.empty() {
		return false
	}
	c, to, ok := r.cueAt(l, as+1)
	if !ok {
		return false
	}
	in := group{from: as, head: as + 1, to: to}
	ctx.used[as+1] = true
	inner := r.draft(ctx, in, c, s)
	after, behind := to, 0
	if l.at(to) == "by" { // was quoted as saying by Nordpress
		if end := l.nounPhrase(to + 1); end > to+1 {
			after, behind = end, to
		}
	}
	side := r.right(l, in, c, after)
	inner.addSide(l, side)
	inner.Rule = "quoted-as-saying"
	q := s.before
	quoteAt := -1
	if q >= 0 && l.items[q].fold {
		quoteAt = q
	} else if q > 0 && l.items[q].low == "," && l.items[q-1].fold {
		quoteAt = q - 1
	}
	switch {
	case side.frame != "":
		inner.Content = []text.Span{l.span(side.content)}
		r.claim(ctx, side.content)
	case quoteAt >= 0 && !ctx.claimed[quoteAt]:
		inner.Content = []text.Span{l.span(phrase{quoteAt, quoteAt + 1})}
		r.claim(ctx, phrase{quoteAt, quoteAt + 1})
	case q >= 0 && l.items[q].low == ",":
		inner.Content = []text.Span{l.span(phrase{l.clauseFrom(r, ctx, q), q})}
	default:
		return false
	}
	by := j
	for by < as && l.items[by].low != "by" {
		by++
	}
	if by == as && behind > 0 {
		by = behind
	}
	if by < as || by == behind && by > 0 {
		if end := l.nounPhrase(by + 1); end > by+1 {
			outer := r.draft(ctx, g, cue{stance: Say}, subject{source: phrase{by + 1, end}, head: phrase{by + 1, l.chunkRight(by + 1)}, sure: true})
			outer.Cue = []text.Span{l.span(phrase{g.head, min(by+1, as)})}
			if by > as {
				outer.Cue = append(outer.Cue, l.span(phrase{by, by + 1}))
			}
			outer.Rule = "quoted-by"
			outer.verbal = false
			outer.Content = join(inner.Content, inner.Source, l.span(phrase{as, as + 2}))
			if l.whenIn(end, as) >= 0 {
				outer.whenAt = l.whenIn(end, as)
			}
			r.keep(ctx, outer)
		}
	}
	r.keep(ctx, inner)
	return true
}

func (l *line) whenIn(from, to int) int {
	for k := from; k < to && k < len(l.items); k++ {
		if l.items[k].time >= 0 {
			return l.items[k].time
		}
	}
	return -1
}

// join puts content places, a source and a cue in text order, so that a carried statement lies within what its carrier tells.
func join(content, source []text.Span, cue text.Span) []text.Span {
	all := append(append(append([]text.Span(nil), content...), source...), cue)
	for i := 1; i < len(all); i++ {
		for k := i; k > 0 && all[k].Compare(all[k-1]) < 0; k-- {
			all[k], all[k-1] = all[k-1], all[k]
		}
	}
	out := all[:1]
	for _, s := range all[1:] {
		last := &out[len(out)-1]
		if s.Start <= last.End+1 {
			*last = last.Cover(s)
			continue
		}
		out = append(out, s)
	}
	return out
}

// quotesAs reads "Nordpress quoted governor Marrow as saying …" at the active cue quoted.
func (r *reader) quotesAs(ctx *context, g group, s subject) bool {
	l := ctx.l
	lemma := l.items[g.head].lemma
	if lemma != "quote" && lemma != "cite" || s.source.empty() {
		return false
	}
	as := 0
	for k := g.to; k+1 < len(l.items) && k-g.to < 25; k++ {
		if l.items[k].low == "as" && r.participle(l, k+1) {
			as = k
			break
		}
		if k > g.to && l.items[k].lemma == "say" && l.items[k].tag == syntax.VBG { // cited informed sources saying that
			as = k - 1
			break
		}
		if l.items[k].fold || l.items[k].low == "." {
			break
		}
	}
	if as == 0 {
		return false
	}
	cueFrom := as
	if l.items[as].low != "as" {
		cueFrom = as + 1
	}
	end := l.nounPhrase(g.to)
	if end == g.to {
		return false
	}
	for end < as && l.items[end].low == "," { // the spokesman, Karim Halas, as saying
		end = as
	}
	if end > cueFrom {
		end = cueFrom
	}
	c, to, ok := r.cueAt(l, as+1)
	if !ok {
		return false
	}
	in := group{from: cueFrom, head: as + 1, to: to}
	ctx.used[as+1] = true
	side := r.right(l, in, c, to)
	inner := r.draft(ctx, in, c, subject{source: phrase{g.to, end}, head: phrase{g.to, l.chunkRight(g.to)}, sure: true})
	inner.addSide(l, side)
	inner.Rule = "quoted-as-saying"
	q := s.before
	quoteAt := -1
	if q >= 0 && l.items[q].fold {
		quoteAt = q
	} else if q > 0 && l.items[q].low == "," && l.items[q-1].fold {
		quoteAt = q - 1
	}
	switch {
	case side.frame != "":
		inner.Content = []text.Span{l.span(side.content)}
		r.claim(ctx, side.content)
	case quoteAt >= 0 && !ctx.claimed[quoteAt]:
		inner.Content = []text.Span{l.span(phrase{quoteAt, quoteAt + 1})}
		r.claim(ctx, phrase{quoteAt, quoteAt + 1})
	case q >= 0 && l.items[q].low == ",":
		inner.Content = []text.Span{l.span(phrase{l.clauseFrom(r, ctx, q), q})}
	default:
		return false
	}
	outer := r.draft(ctx, g, cue{stance: Say}, s)
	outer.Rule = "quotes-as-saying"
	outer.Content = join(inner.Content, inner.Source, l.span(phrase{cueFrom, as + 2}))
	outer.whenAt = -1
	r.keep(ctx, outer)
	r.keep(ctx, inner)
	return true
}

// citing reads the second voice of "Radio Nord reported, citing a police source, that …": the source cited said what the host tells.
func (r *reader) citing(ctx *context, g group) bool {
	l := ctx.l
	end := l.nounPhrase(g.to)
	head := phrase{g.to, l.chunkRight(g.to)}
	if end == g.to || !r.voice(l, head) {
		return true
	}
	for n := len(r.out) - 1; n >= ctx.first; n-- {
		host := &r.out[n]
		if !host.verbal || len(host.Content) == 0 {
			continue
		}
		d := r.draft(ctx, g, cue{stance: Say}, subject{source: phrase{g.to, end}, head: head, sure: true})
		d.Rule, d.verbal, d.carrier = "citing", false, n+1
		d.Content = append([]text.Span(nil), host.Content...)
		r.keep(ctx, d)
		return true
	}
	return false
}
