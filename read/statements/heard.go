package statements

import (
	"strings"

	"github.com/hearsay-news/hearsay/read/syntax"
	"github.com/hearsay-news/hearsay/text"
)

// heard handles what is told to a body without a word of who told it: "The court heard that the boat was stolen", "Man took boat, court told". The
// body is whom it was said to; the page gives no source. The verb stands at item i.
func (r *reader) heard(ctx *context, i int) bool {
	l := ctx.l
	lemma := l.items[i].lemma
	if lemma != "hear" && lemma != "tell" || !r.lex.hears(l, i) {
		return false
	}
	g := r.groupAt(l, i)
	if g.modal != "" || g.negated {
		return false
	}
	s := l.subjectLeft(g.from)
	if s.source.empty() || s.relative || !r.lex.words["hearing"][l.items[s.head.to-1].lemma] && !r.lex.words["hearing"][l.items[s.head.to-1].low] {
		return false
	}
	c := r.lex.verbs["say"]
	side := r.right(l, g, c, g.to)
	d := r.draft(ctx, g, cue{stance: Say}, subject{})
	d.Rule, d.verbal = "court-heard", false
	d.Addressee = []text.Span{l.span(s.source)}
	switch last := g.to >= r.lineEnd(l); {
	case lemma == "tell" && !g.passive && !last: // the court told him that
		return false
	case last && l.comma(s.before):
		d.Content = []text.Span{l.span(phrase{l.clauseFrom(r, ctx, s.before), s.before})}
	case (side.frame == "that" || side.frame == "zero") && !last:
		d.Content = []text.Span{l.span(side.content)}
	default:
		return false
	}
	r.keep(ctx, d)
	return true
}

// hears says whether a noun for a hearing body stands within a few items before item i.
func (x *lexicon) hears(l *line, i int) bool {
	for k := i - 1; k >= 0 && i-k < 6; k-- {
		if x.words["hearing"][l.items[k].lemma] || x.words["hearing"][l.items[k].low] {
			return true
		}
	}
	return false
}

// agent handles a passive with by and a clause after it: "Teke was ordered by the court to pay", "was accused by three councillors of reading their
// letters", "was told by the captain that". The word by stands at item j.
func (r *reader) agent(ctx *context, g group, c cue, s subject, j int) bool {
	l := ctx.l
	to := l.nounPhrase(j + 1)
	head := phrase{j + 1, l.chunkRight(j + 1)}
	if o := r.endingAt(ctx, l.items[max(0, g.from-1)].End); c.stance == Deny && !g.negated && g.modal != "modal" && (s.source.empty() || o != nil && strings.HasPrefix(o.Rule, "noun-")) {
		return r.rejectedBy(ctx, g, c, j)
	}
	if to == j+1 || !r.voice(l, head) || s.source.empty() || g.modal == "modal" || g.negated {
		return false
	}
	told := s.source
	if s.relative {
		told = s.head
	}
	end := head.to // "by three councillors | of reading their letters"
	if end < len(l.items) && !startsContent(l.items[end], c) && l.items[end].tag != syntax.VBG && !c.takes(objectFrame) {
		end = to
	}
	d := r.draft(ctx, g, c, subject{source: phrase{j + 1, end}, head: head, sure: true})
	d.Cue = []text.Span{l.span(phrase{g.from, j + 1})}
	d.Rule, d.verbal = "passive-by", false
	var rest phrase
	side := rightSide{time: -1, stop: end}
	switch at := l.at(end); {
	case c.takes(objectFrame) && (at == "of" || at == "for" || at == "as" || at == "with"):
		rest = phrase{end, r.contentEnd(l, end, group{head: g.head})}
	case at == "that" && c.takes(thatFrame), at == "to" && c.takes(toFrame|objectFrame), c.takes(whFrame) && end < len(l.items) && startsClause(l.items[end]):
		side.content = r.cut(l, g, "that", phrase{end, r.contentEnd(l, end, group{head: g.head})})
		d.Content = []text.Span{l.span(side.content)}
		d.Addressee = []text.Span{l.span(told)}
		d.Rule = "passive-by-" + at
		if at == "to" {
			r.mode(l, &d, rightSide{frame: "to", addressee: told}, g, c)
		}
		r.keep(ctx, d)
		return true
	case !c.takes(nounFrame | objectFrame):
		return false
	case s.relative:
		return false
	}
	d.Content = []text.Span{l.span(told)}
	if !rest.empty() && rest.to > rest.from {
		d.Source = []text.Span{l.span(phrase{j + 1, end})}
		d.source = d.Source[0]
		d.Content = append(d.Content, l.span(rest))
	}
	r.keep(ctx, d)
	return true
}

// rejectedBy handles what is denied of somebody's claim that stands before: "The council's claim that the boat had no lights was rejected by its owner,
// Ilse Marrow". The word by stands at item j.
func (r *reader) rejectedBy(ctx *context, g group, c cue, j int) bool {
	l := ctx.l
	o := r.endingAt(ctx, l.items[g.from-1].End)
	to := l.nounPhrase(j + 1)
	if o == nil || to == j+1 {
		return false
	}
	head := phrase{j + 1, l.chunkRight(j + 1)}
	if to+1 < len(l.items) && l.items[to].low == "," && l.apposition(to+1, len(l.items)) {
		for to++; to < len(l.items) && !isStop(l.items[to]) && !l.items[to].fold; to++ {
		}
	}
	content := append([]text.Span(nil), o.Content...)
	d := r.draft(ctx, g, c, subject{source: phrase{j + 1, to}, head: head, sure: true})
	d.Cue = []text.Span{l.span(phrase{g.from, j + 1})}
	d.Rule, d.verbal, d.Content = "passive-by", false, content
	r.keep(ctx, d)
	return true
}

// at returns the lower-case word at item i, "" past the end.
func (l *line) at(i int) string {
	if i < 0 || i >= len(l.items) {
		return ""
	}
	return l.items[i].low
}
