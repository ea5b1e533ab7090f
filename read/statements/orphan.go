package statements

import (
	"github.com/hearsay-news/hearsay/read/names"
	"github.com/hearsay-news/hearsay/read/page"
	"github.com/hearsay-news/hearsay/read/syntax"
	"github.com/hearsay-news/hearsay/text"
)

// orphan is a quotation that stands alone and carries on nobody's words: its voice is named around it.
//
//	Astrid Marrow will close her dairy.
//	"The young ones want oat milk."
//	Marrow said the vats would go to a museum.
type orphan struct {
	content []text.Span
	line    int   // running number of its line
	prev    *line // the sentence before it
}

// orphaned keeps a line of nothing but quotation until the sentence after it is read, or gives it to who spoke right before.
func (r *reader) orphaned(ctx *context) {
	l := ctx.l
	if l.role != page.Body || r.singleMark(l.items[0]) {
		return
	}
	var content []text.Span
	for _, it := range l.items {
		if it.fold {
			content = append(content, it.Span)
		}
	}
	if d := r.spokeLast(ctx); d != nil {
		q := draft{Statement: Statement{Stance: Say, Speaker: -1, CarriedBy: -1, Rule: "quote-after"}, at: content[0].Start, line: ctx.number, whenAt: d.whenAt, lastLine: ctx.number}
		q.take(d)
		q.Content = content
		r.keep(ctx, q)
		r.lastQuote = len(r.out) - 1
		return
	}
	r.alone = &orphan{content: content, line: ctx.number, prev: r.previous}
}

// spokeLast returns the draft whose voice goes on in a quotation right after its sentence, nil for none: Teke said the pier was shut. “It leaks.”
// It is the last one of the main clause: not what hangs on it, nor what it tells of others.
func (r *reader) spokeLast(ctx *context) *draft {
	for n := len(r.out) - 1; n >= 0 && r.out[n].line == ctx.number-1; n-- {
		d := &r.out[n]
		if d.hangs || d.aside || d.relative || d.inner || d.dropped || r.insideAnother(n) {
			continue
		}
		if d.verbal && d.Stance.Speech() && d.Stance != Question && d.Stance != Silence && len(d.Source) > 0 && !d.open && d.sure {
			return d
		}
		return nil
	}
	return nil
}

// insideAnother says whether a draft of the same line is told within another's content.
func (r *reader) insideAnother(n int) bool {
	for k := n - 1; k >= 0 && r.out[k].line == r.out[n].line; k-- {
		if len(r.out[n].Cue) > 0 && overlaps(r.out[k].Content, r.out[n].Cue[0]) {
			return true
		}
	}
	return false
}

// adopt gives the quotation of the paragraph before to the voice that the first sentence after it names: “You cannot fine a goat.” ¶ Teke said
// this in court. Where it names none, it is the person whom the sentence before it tells of.
func (r *reader) adopt(ctx *context) {
	o := r.alone
	r.alone = nil
	if o == nil || o.line != ctx.number-1 {
		return
	}
	if !r.adoptedAfter(ctx, o) {
		r.adoptedBefore(o)
	}
}

func (r *reader) adoptedAfter(ctx *context, o *orphan) bool {
	l := ctx.l
	if len(l.items) < 3 || headed(l.role) || l.items[0].fold {
		return false
	}
	i := l.firstFinite()
	if i <= 0 {
		return false
	}
	g := r.groupAt(l, i)
	for g.head+1 < len(l.items) && auxiliary(l.items[g.head]) && isVerb(l.items[g.head+1].tag) {
		g = r.groupAt(l, g.head+1)
	}
	c, to, ok := r.cueAt(l, g.head)
	s := l.subjectLeft(g.from)
	if !ok || !c.stance.Speech() || !c.takes(quoteFrame|thatFrame) || g.passive || g.negated || g.modal != "" || s.source.from != 0 || !s.sure || s.relative || !r.voice(l, s.head) {
		return false
	}
	this := to < len(l.items) && (l.items[to].low == "this" || l.items[to].low == "so") && !(to+1 < len(l.items) && (nounish(l.items[to+1]) || finite(l.items[to+1].tag)))
	if !this && !r.person(l, s) {
		return false
	}
	q := r.draft(ctx, group{from: g.from, head: g.head, to: to}, cue{stance: Say}, s)
	q.Rule = "quote-before"
	if !this {
		q.Cue = nil // the cue is that of another statement
	}
	q.Content = o.content
	r.keep(ctx, q)
	return true
}

func (r *reader) adoptedBefore(o *orphan) {
	if o.prev == nil || headed(o.prev.role) || r.saidIn(o.line-1) {
		return
	}
	i := o.prev.firstFinite()
	if i <= 0 {
		return
	}
	g := r.groupAt(o.prev, i)
	s := o.prev.subjectLeft(g.from)
	if s.source.empty() || s.relative || !s.sure || !r.person(o.prev, s) {
		return
	}
	q := draft{Statement: Statement{Stance: Say, Speaker: -1, CarriedBy: -1, Rule: "quote-alone"}, at: o.content[0].Start, line: o.line, whenAt: -1, lastLine: o.line}
	q.setSource(o.prev, s)
	q.Content = o.content
	r.out = append(r.out, q)
}

// saidIn says whether somebody's words stand in a line.
func (r *reader) saidIn(line int) bool {
	for n := len(r.out) - 1; n >= 0 && r.out[n].line >= line; n-- {
		if d := &r.out[n]; d.line == line || d.lastLine == line {
			return true
		}
	}
	return false
}

// person says whether a subject is a person by name or pronoun.
func (r *reader) person(l *line, s subject) bool {
	it := l.items[s.head.to-1]
	if it.low == "he" || it.low == "she" || r.named(l.span(s.head), names.PER) {
		return true
	}
	for _, m := range r.mentionsIn(l.span(s.source)) { // the ferryman, Olof Marrow
		if m.Form == names.Name && m.Type == names.PER && r.lex.voices[it.lemma] != names.ORG {
			return r.lex.voices[it.lemma] == names.PER || r.lex.persons[it.lemma]
		}
	}
	return false
}

// firstFinite returns the first finite verb outside quotations and relative clauses, -1 for none.
func (l *line) firstFinite() int {
	for i, it := range l.items {
		if it.fold || it.quoted || !finite(it.tag) || i > 0 && (l.items[i-1].tag == syntax.WP || l.items[i-1].tag == syntax.WDT) {
			continue
		}
		return i
	}
	return -1
}
