package statements

import (
	"strings"

	"github.com/hearsay-news/hearsay/read/syntax"
	"github.com/hearsay-news/hearsay/text"
)

// denied handles a denial whose object stands before it as what a relative clause hangs on: "the attack, which Moscow has denied", "a charge that Teke
// rejects", "an accusation he denies". What is denied is the noun phrase, or what the accusation before it tells.
func (r *reader) denied(ctx *context, g group, c cue, s subject) bool {
	l := ctx.l
	if c.stance != Deny || !c.takes(nounFrame) || s.relative || s.before < 1 || g.passive || g.negated || g.infinitive || !l.bare(g.to) {
		return false
	}
	end := s.before + 1 // item after the antecedent
	before := l.items[s.before]
	switch {
	case before.tag == syntax.WDT || before.low == "which" || before.low == "that":
		end--
	case nounish(before) && l.items[s.source.from].up != syntax.NOUN && (r.lex.words["sayable"][before.lemma] || r.saying(before)): // an accusation he denies
	default:
		return false
	}
	if end > 1 && l.items[end-1].low == "," {
		end--
	}
	content := text.Span{}
	if o := r.endingAt(ctx, l.items[end-1].End); o != nil && (o.Stance == Accuse || o.Stance == Claim) {
		content = r.charge(o)
	} else if np := l.withoutDegree(l.plainSubject(end).source); !np.empty() && (!c.takes(claimFrame) || r.told(l, np)) {
		content = l.span(np)
	}
	if content.Empty() {
		return false
	}
	d := r.draft(ctx, g, c, s)
	d.Rule = "denied"
	d.Content = []text.Span{content}
	r.keep(ctx, d)
	return true
}

// withoutDegree takes a word of degree off the start of a noun phrase: held over | claims.
func (l *line) withoutDegree(p phrase) phrase {
	for p.from+1 < p.to && degree(l.items[p.from]) {
		p.from++
	}
	return p
}

// saying says whether a noun is one of something said: charge, claim, accusation.
func (r *reader) saying(it item) bool {
	c, ok := r.lex.nouns[it.lemma]
	return ok && c.stance.Speech()
}

// bare says whether nothing that could be an object follows at item k.
func (l *line) bare(k int) bool {
	for k < len(l.items) && l.items[k].tag == syntax.RB {
		k++
	}
	return k >= len(l.items) || isStop(l.items[k]) || l.items[k].tag == syntax.CC || l.items[k].time >= 0 || finite(l.items[k].tag) || l.items[k].tag == syntax.IN && l.items[k].low != "that"
}

// endingAt returns the last draft of the line whose content ends at an offset; nil for none.
func (r *reader) endingAt(ctx *context, end int) *draft {
	for n := len(r.out) - 1; n >= ctx.first; n-- {
		if c := r.out[n].Content; len(c) > 0 && c[len(c)-1].End == end {
			return &r.out[n]
		}
	}
	return nil
}

// charge returns what somebody is accused of, or what is claimed.
func (r *reader) charge(o *draft) text.Span {
	s := o.Content[len(o.Content)-1]
	if o.Stance == Accuse {
		if at := strings.Index(r.t.At(s), " of "); at > 0 {
			s.Start += at + len(" of ")
		}
	}
	return s
}

// deniedNext says whether a relative clause of denial opens at item k, which is the page's and no part of what is told: ", which Moscow denies".
func (r *reader) deniedNext(l *line, k, end int) bool {
	if k >= end || l.items[k].low != "which" {
		return false
	}
	to := l.nounPhrase(k + 1)
	if to == k+1 {
		return false
	}
	for to < end && (l.items[to].tag == syntax.RB || auxiliary(l.items[to])) {
		to++
	}
	if to >= end {
		return false
	}
	c, ok := r.lex.verbs[l.items[to].lemma]
	return ok && c.stance == Deny && l.bare(to+1)
}
