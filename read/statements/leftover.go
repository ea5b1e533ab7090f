package statements

import (
	"unicode/utf8"

	"github.com/hearsay-news/hearsay/read/names"
	"github.com/hearsay-news/hearsay/read/page"
	"github.com/hearsay-news/hearsay/read/syntax"
	"github.com/hearsay-news/hearsay/text"
)

// leftover gives a voice to the quotations of a line that no cue took, where the layout leaves little doubt: a colon before them, or an
// unlisted verb and its speaker after them. A colon that ends the block waits for the quotation of the next one.
func (r *reader) leftover(ctx *context) {
	l := ctx.l
	if l.inner || headed(l.role) {
		return
	}
	for i, it := range l.items {
		if !it.fold || ctx.claimed[i] {
			continue
		}
		if i > 0 && l.items[i-1].low == ":" && (i+1 >= r.lineEnd(l) || r.waits(it) && l.items[i+1].tag == syntax.VBG) {
			r.afterColon(ctx, i-1, phrase{i, i + 1})
		} else if i+2 < len(l.items) {
			r.unlistedInverted(ctx, i)
			if i == 0 && !ctx.claimed[i] {
				r.longSubject(ctx)
			}
		}
	}
	if n := len(l.items); n > 2 && l.last && l.items[n-1].low == ":" && !r.waiting(ctx) && r.quotationNext(l.block) {
		r.afterColon(ctx, n-1, phrase{})
	}
}

// afterColon handles `None of it surprised pollster Orban Teke: "…"` and "Marrow called them on it:" before a quotation: who speaks is the
// subject of the nearest clause, or the person named right before the colon.
func (r *reader) afterColon(ctx *context, colon int, quote phrase) {
	l := ctx.l
	g := group{from: colon, head: colon, to: colon + 1}
	s := subject{}
	for verb := colon - 1; verb > 0; verb-- { // the clause nearest the colon
		if it := l.items[verb]; it.fold {
			break
		} else if finite(it.tag) {
			if g = r.groupAt(l, verb); l.negatedAfter(verb) {
				return // so that she doesn't feel forgotten, with a card:
			}
			s = l.subjectLeft(g.from)
			break
		}
	}
	if s.source.empty() || !s.sure || s.relative || !r.voice(l, s.head) {
		from := l.chunkLeft(colon)
		if from == colon || from == 0 || !r.named(l.span(phrase{from, colon}), names.PER) || preposition(l.items[from-1]) {
			return
		}
		g = group{from: colon, head: colon, to: colon + 1}
		s = subject{source: phrase{from, colon}, head: phrase{from, colon}, sure: true}
	}
	d := r.draft(ctx, g, cue{stance: Say}, s)
	d.verbal, d.Head = false, ""
	if quote.empty() {
		d.Rule, d.open, d.alone = "colon-before", true, true
	} else {
		d.Rule = "colon-quote"
		d.Content = []text.Span{l.span(quote)}
		r.claim(ctx, quote)
	}
	for n := ctx.first; n < len(r.out); n++ { // "released | the following statement:" says no more than that
		if o := &r.out[n]; len(o.Content) == 1 && o.Content[0].End >= l.items[colon-1].End {
			o.dropped = true
		}
	}
	r.keep(ctx, d)
}

// negatedAfter says whether a negation follows the finite verb at item k.
func (l *line) negatedAfter(k int) bool {
	return k+1 < len(l.items) && negation(l.items[k+1])
}

// waiting says whether a cue of the line waits for the quotation of the next one already.
func (r *reader) waiting(ctx *context) bool {
	for n := ctx.first; n < len(r.out); n++ {
		if r.out[n].open {
			return true
		}
	}
	return false
}

// quotationNext says whether the next block that tells something begins with a quotation mark.
func (r *reader) quotationNext(block int) bool {
	for b := block + 1; b < len(r.blocks); b++ {
		if !r.blocks[b].Role.Told() {
			continue
		}
		if r.blocks[b].Role != page.Body && r.blocks[b].Role != page.Quote {
			return false
		}
		s := r.t.Trim(r.blocks[b].Span)
		c, size := mark(r.t, s.Start, s.End)
		return size > 0 && c != utf8.RuneError && opens(c, 0, next(r.t, s.Start+size, s.End)) != 0
	}
	return false
}

// longSubject handles `"…," former port policy planning director Ilse Marrow wrote`: a quotation that waits for its cue, the cue, and between them a
// phrase in which the rules for subjects lose their way.
func (r *reader) longSubject(ctx *context) {
	l := ctx.l
	if !r.waits(l.items[0]) {
		return
	}
	for i := 2; i < len(l.items) && i < 16; i++ {
		it := l.items[i]
		if it.fold || isStop(it) || it.tag == syntax.MD {
			return
		}
		if (!isVerb(it.tag) || it.tag == syntax.VBG || it.tag == syntax.VBN) && !(isNoun(it.tag) && r.nounForVerb(l, i)) {
			continue
		}
		c, to, ok := r.cueAt(l, i)
		from := l.chunkLeft(i)
		if !ok || !c.takes(quoteFrame) || from == i {
			return
		}
		d := r.draft(ctx, group{from: i, head: i, to: to}, c, subject{source: phrase{1, i}, head: phrase{from, i}, sure: true})
		d.Rule = "quote-first"
		d.Content = []text.Span{l.items[0].Span}
		ctx.claimed[0] = true
		r.keep(ctx, d)
		return
	}
}

// nounForVerb says whether a cue in the present was taken for a noun: “…,” the two write. “…,” the dockers state in a letter.
func (r *reader) nounForVerb(l *line, i int) bool {
	c, ok := r.lex.verbs[l.items[i].low]
	return ok && c.takes(quoteFrame) && nounish(l.items[i-1]) && (i+1 >= r.lineEnd(l) || occasion(l.items[i+1]) || l.items[i+1].time >= 0)
}

// unlistedInverted handles `"This is fantastic!" beamed Orban Teke`: a verb outside the cue table, and a person after it.
func (r *reader) unlistedInverted(ctx *context, i int) {
	l := ctx.l
	verb := i + 1
	if l.items[verb].tag != syntax.VBD && l.items[verb].tag != syntax.VBZ || auxiliary(l.items[verb]) {
		return
	}
	head := phrase{verb + 1, l.chunkRight(verb + 1)}
	if head.empty() || !r.named(l.span(head), names.PER) {
		return
	}
	to := l.nounPhrase(verb + 1)
	d := r.draft(ctx, group{from: verb, head: verb, to: verb + 1}, cue{stance: Say}, subject{source: phrase{verb + 1, to}, head: head, sure: true})
	d.Rule, d.Head, d.verbal = "any-verb-inverted", "", false
	d.Content = []text.Span{l.items[i].Span}
	ctx.claimed[i] = true
	r.keep(ctx, d)
}
