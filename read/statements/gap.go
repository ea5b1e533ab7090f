package statements

import (
	"github.com/hearsay-news/hearsay/read/syntax"
	"github.com/hearsay-news/hearsay/text"
)

// gap handles a clause of saying inside a relative clause: "cuts that she said had closed two wards", "a raid they say left a hole", "what Teke said was
// a mistake". The content is the pronoun, or the noun that stands for it, and the rest of the clause.
func (r *reader) gap(ctx *context, g group, c cue, s subject) bool {
	l := ctx.l
	if s.relative || s.before < 0 || !c.takes(zeroFrame) || !c.stance.Speech() && c.stance != Think || g.to >= len(l.items) || g.passive || g.negated {
		return false
	}
	verb := l.items[g.to]
	if !finite(verb.tag) || verb.fold || verb.quoted {
		return false
	}
	before := l.items[s.before]
	left := phrase{s.before, s.before + 1}
	switch {
	case before.tag == syntax.WDT || before.tag == syntax.WP || before.low == "which" || before.low == "that":
	case (l.items[s.source.from].tag == syntax.PRP || l.lex.words["gap-noun"][before.low]) && nounish(before):
		left.from = l.chunkLeft(s.before + 1)
	default:
		return false
	}
	if r.vetoed(l, attempt{g, c, s.head, rightSide{frame: "noun"}}) != "" {
		return false
	}
	end := l.nextClause(phrase{g.to, r.contentEnd(l, g.to, g)}, "noun", g)
	for k := g.to + 1; k < end; k++ { // the main clause's verb: "what Teke said was a mistake | has been mended"
		if before.tag == syntax.WP && finite(l.items[k].tag) && !auxiliary(l.items[k-1]) && l.items[k-1].tag != syntax.RB && !l.relativeVerb(k) && !l.items[k].quoted {
			end = k
			break
		}
		if it := l.items[k]; it.low == "," && !it.quoted {
			end = k
			break
		}
	}
	if end <= g.to || left.empty() {
		return false
	}
	d := r.draft(ctx, g, c, s)
	d.Rule, d.hangs = "gap", true
	d.Content = []text.Span{l.span(left), l.span(phrase{g.to, end})}
	r.keep(ctx, d)
	return true
}
