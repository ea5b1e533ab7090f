package statements

import (
	"github.com/hearsay-news/hearsay/read/names"
	"github.com/hearsay-news/hearsay/read/syntax"
	"github.com/hearsay-news/hearsay/text"
)

// draft begins a statement with its cue and source.
func (r *reader) draft(ctx *context, g group, c cue, s subject) draft {
	d := draft{Statement: Statement{Stance: c.stance, Head: ctx.l.items[g.head].lemma, Speaker: -1, CarriedBy: -1}, at: ctx.l.items[g.head].Start, line: ctx.number,
		verbal: true, whenAt: -1}
	if g.to == g.head+2 && r.lex.particles[d.Head] != nil {
		d.Head += " " + ctx.l.items[g.head+1].low
	}
	d.Cue = []text.Span{ctx.l.span(phrase{g.from, g.to})}
	if !s.source.empty() {
		d.setSource(ctx.l, s)
		if d.whenAt < 0 {
			d.whenAt = ctx.l.leadingTime(s.before)
		}
	}
	return d
}

// leadingTime returns the time expression of an adverbial that opens the clause before item p+1: "On Sunday, the army said".
func (l *line) leadingTime(p int) int {
	for k := p; k >= 0 && p-k < 8; k-- {
		it := l.items[k]
		if it.fold || isVerb(it.tag) {
			return -1
		}
		if it.time >= 0 {
			return it.time
		}
	}
	return -1
}

func (d *draft) setSource(l *line, s subject) {
	d.source = l.span(s.source)
	d.Source = []text.Span{d.source}
	d.head = l.span(s.head)
	d.relative = s.relative
	d.sure = s.sure
}

// take shares the source of an earlier draft.
func (d *draft) take(o *draft) {
	d.source, d.head, d.relative, d.sure = o.source, o.head, o.relative, o.sure
	d.Source = append([]text.Span(nil), o.Source...)
}

func (d *draft) addSide(l *line, side rightSide) {
	for !side.addressee.empty() && l.items[side.addressee.to-1].low == "," {
		side.addressee.to--
	}
	if !side.addressee.empty() {
		d.Addressee = []text.Span{l.span(side.addressee)}
	}
	if !side.medium.empty() {
		d.Medium = []text.Span{l.span(side.medium)}
	}
	if side.time >= 0 {
		d.whenAt = side.time
	}
}

// keep adds a draft to the page's statements.
func (r *reader) keep(ctx *context, d draft) {
	if d.verbal && !d.sure && !d.relative && len(d.Source) > 0 {
		if r.parsedSubject(&d) {
			d.Rule += "-parsed"
		} else {
			d.Rule += "-unsure"
		}
	}
	r.out = append(r.out, d)
}

// voice says whether the head of a phrase can speak: a name, a pronoun, or a noun of the table of voices.
func (r *reader) voice(l *line, head phrase) bool {
	if head.empty() {
		return false
	}
	it := l.items[head.to-1]
	if isQuoteMark(it) && head.to-head.from > 1 {
		it = l.items[head.to-2]
	}
	if isProper(it.tag) || it.tag == syntax.PRP && it.low != "it" {
		return true
	}
	if it.low == "who" {
		return true
	}
	if _, ok := r.lex.voices[it.lemma]; ok {
		return true
	}
	if _, ok := r.lex.voices[it.low]; ok || r.lex.persons[it.lemma] || r.lex.persons[it.low] {
		return true
	}
	span := l.span(head)
	for _, m := range r.mentionsIn(span) {
		if m.End == span.End && (m.Type == names.PER || m.Type == names.ORG || m.Type == names.GPE) {
			return true
		}
	}
	return false
}

// quotedOrSaid says whether a draft is something said by somebody named in the text.
func (r *reader) quotedOrSaid(d *draft) bool {
	return d.verbal && d.Stance.Speech() && len(d.Source) > 0
}
