package statements

import (
	"github.com/hearsay-news/hearsay/read/names"
	"github.com/hearsay-news/hearsay/read/syntax"
	"github.com/hearsay-news/hearsay/text"
)

// setting is a place that says to whom words are given: "in an interview with Radio Nord", "speaking to reporters".
type setting struct {
	text.Span           // the words that name who was spoken to
	line      int       // running number of its line
	outlet    bool      // an outlet; otherwise people or an event, which carry nothing
	sure      bool      // an interview: any body that is no office of state gave it
	noun      bool      // it may be an outlet without a name: "in an interview with the paper"
	who       text.Span // the words of whoever speaks there, where no statement of the line does; empty for nobody
	why       string
}

// occasions notes the occasions that a line names outside quotation marks.
func (r *reader) occasions(ctx *context) {
	l := ctx.l
	if l.inner || headed(l.role) {
		return
	}
	for i := range l.items {
		r.quotedShow(ctx, i)
		if it := l.items[i]; it.fold || it.quoted && !ctx.l.lone(i) {
			continue
		}
		if r.medialOccasion(ctx, i) {
			continue
		}
		if why := r.outletHere(l, i); why != "" {
			to := r.withEmployer(l, l.nounEnd(i))
			r.given = append(r.given, setting{Span: l.span(phrase{i, to}), line: ctx.number, outlet: true, noun: why == "given to" || why == "spoken to" && l.items[i-1].low != "on" && l.items[i-1].low != "in", sure: why == "given to" && l.interviewed(i-1) || why == "carried by" || why == "guest of",
				who: r.subjectOf(ctx, i), why: why})
		}
	}
}

// quotedShow notes an outlet's programme whose title stands in quotation marks behind on or in: On “Radio Nord Sunday,” Marrow said.
func (r *reader) quotedShow(ctx *context, i int) {
	l := ctx.l
	it := l.items[i]
	if it.quoted || i+2 >= len(l.items) || !l.items[i+1].quoted || !isQuoteMark(l.items[i+1]) {
		return
	}
	switch it.low {
	case "on", "in":
	case "with", "to":
		if i == 0 || !r.lex.outlets["talk"][l.items[i-1].low] && !r.lex.outlets["verb"][l.items[i-1].lemma] {
			return
		}
	default:
		if it.lemma != "tell" || !isVerb(it.tag) { // told “Face the Nation” that
			return
		}
	}
	to := i + 2
	for to < len(l.items) && l.items[to].quoted && to < i+9 {
		to++
	}
	p := phrase{i + 2, to}
	for p.to > p.from+1 && (isQuoteMark(l.items[p.to-1]) || isStop(l.items[p.to-1])) {
		p.to--
	}
	if _, _, found := r.outletName(l.span(p)); found || r.knownTitle(l.span(p)) {
		r.given = append(r.given, setting{Span: l.span(p), line: ctx.number, outlet: true, who: r.subjectOf(ctx, i), why: "heard on"})
	}
}

// withEmployer widens a person's name over the outlet whose journalist it is: an interview with Ada Brand | of Radio Nord.
func (r *reader) withEmployer(l *line, to int) int {
	if at := l.at(to); at != "of" && at != "from" || to+1 >= len(l.items) || l.items[to].fold {
		return to
	}
	end := l.nounEnd(to + 1)
	if _, _, found := r.outletName(l.span(phrase{to + 1, end})); found {
		return end
	}
	return to
}

// nounEnd is the end of the base noun phrase at item i, past a possessive: "Radio Nord’s Jane Roe".
func (l *line) nounEnd(i int) int {
	to := l.chunkRight(i)
	if to+1 < len(l.items) && l.items[to].tag == syntax.POS {
		if end := l.chunkRight(to + 1); end > to+1 {
			return end
		}
	}
	return max(to, i+1)
}

// outletHere says why a noun phrase that begins at item i may be an outlet that words are given to, by what stands before it; "" when nothing
// does. Whether it is one is settled by its words.
func (r *reader) outletHere(l *line, i int) string {
	if i == 0 || !isProper(l.items[i].tag) && l.items[i].tag != syntax.DT && l.items[i].tag != syntax.NN && l.items[i].tag != syntax.JJ && l.items[i].tag != syntax.PRPS && l.items[i].tag != syntax.CD {
		return ""
	}
	out := r.lex.outlets
	p := l.items[i-1]
	if r.lex.outlets["guest"][p.lemma] && isVerb(p.tag) && r.programme(l, i) {
		return "guest of"
	}
	switch p.low {
	case "with", "to", "for", "on", "in", "by", "at", "via", "through", "from":
	default:
		if r.interviewOf(l, i) {
			return "interview"
		}
		return ""
	}
	if p.tag != syntax.IN && p.tag != syntax.TO && p.up != syntax.ADP || l.chunkRight(i) == i {
		return ""
	}
	if i < 2 {
		if (p.low == "on" || p.low == "in") && r.showOf(l, i) {
			return "heard on"
		}
		return ""
	}
	k := i - 2
	for k > 0 && (l.items[k].tag == syntax.RB || l.items[k].tag == syntax.RP || l.items[k].time >= 0 || timePreposition(l.items[k]) && l.items[k+1].time >= 0) {
		k-- // broadcast on Sunday | by, sat down | with
	}
	g := l.items[k]
	switch {
	case p.low == "via" || p.low == "through":
		return "spoken through"
	case isNoun(g.tag) && out["talk"][l.compound(k)] && p.low != "from" && p.low != "at":
		return "given to"
	case isVerb(g.tag) && out["verb"][g.lemma] && p.low != "by" && p.low != "from" && p.low != "at":
		return "spoken to"
	case (p.low == "to" || p.low == "with") && l.speaking(k):
		return "spoken to"
	case out["carried"][g.low] && (p.low == "by" || p.low == "in" || p.low == "on"):
		return "carried by"
	case (p.low == "on" || p.low == "in") && (r.showOf(l, i) || p.low == "on" && l.broadcast(r, i)):
		return "heard on"
	case p.low == "by" && r.lex.voices[g.lemma] == names.WORK:
		return "reported by"
	}
	return ""
}

// programme says whether the phrase at item i ends in a word for a programme: joined | Radio Nord's Sel Talk podcast.
func (r *reader) programme(l *line, i int) bool {
	to := l.nounEnd(i)
	return to > i+1 && (r.lex.outlets["talk"][l.items[to-1].low] || r.lex.outlets["kind"][l.items[to-1].low] || l.items[to-1].low == "show" || l.items[to-1].low == "programme" || l.items[to-1].low == "program")
}

// compound returns the word at item k with what a hyphen ties to it: the "op-ed" of op - ed.
func (l *line) compound(k int) string {
	if k > 1 && l.items[k-1].low == "-" && l.items[k-1].End == l.items[k].Start && l.items[k-2].End == l.items[k-1].Start {
		return l.items[k-2].low + "-" + l.items[k].low
	}
	return l.items[k].low
}

// interviewed says whether an interview is what the preposition at item p hangs on.
func (l *line) interviewed(p int) bool {
	for k := p - 1; k >= 0 && p-k < 4; k-- {
		if l.items[k].lemma == "interview" {
			return true
		}
	}
	return false
}

// speaking says whether a verb of speaking stands a few words before item k, with nothing but an adverbial between: "speaking on the phone | to".
func (l *line) speaking(k int) bool {
	for n := k; n >= 0 && k-n < 5; n-- {
		if it := l.items[n]; it.lemma == "speak" || it.lemma == "talk" || it.low == "speaking" || it.low == "talking" {
			return true
		} else if isVerb(it.tag) || it.fold || it.low == "," {
			return false
		}
	}
	return false
}

// interviewOf says whether the noun phrase at item i is an outlet's interview: "in a Radio Odra interview", "told Arena Six's morning show".
func (r *reader) interviewOf(l *line, i int) bool {
	if t := l.items[i-1].tag; t != syntax.DT && t != syntax.JJ && t != syntax.PRPS || i < 2 || l.items[i-2].tag != syntax.IN {
		return false
	}
	to := l.chunkRight(i)
	last := l.items[to-1]
	return isProper(l.items[i].tag) && (last.lemma == "interview" || last.lemma == "podcast" || last.lemma == "programme" || last.lemma == "program")
}

// showOf says whether the phrase at item i is something an outlet puts on: "Radio Nord's morning programme", "the Channel Vest talk show".
func (r *reader) showOf(l *line, i int) bool {
	to := l.nounEnd(i)
	for k := i + 1; k < to; k++ {
		if r.lex.outlets["show"][l.items[k].low] {
			return true
		}
	}
	return false
}

// broadcast says whether the name at item i is one of a station that people speak on.
func (l *line) broadcast(r *reader, i int) bool {
	to := l.chunkRight(i)
	return to > i && isProper(l.items[to-1].tag)
}

// medialOccasion notes a noun of the table of media after a preposition, which begins an occasion of its own: "at a press conference", "in a letter".
func (r *reader) medialOccasion(ctx *context, i int) bool {
	l := ctx.l
	it := l.items[i]
	if !opensOccasion(it) || i+1 >= len(l.items) {
		return false
	}
	to := l.chunkRight(i + 1)
	if to == i+1 {
		return false
	}
	head := l.items[to-1]
	if !r.lex.media[head.lemma] && !r.lex.media[head.low] && !r.lex.outlets["audience"][head.low] {
		return false
	}
	if r.lex.outlets["same"][l.items[i+1].low] && r.lex.outlets["talk"][head.low] || r.lex.outlets["talk"][head.low] && r.outletFollows(l, to) {
		return false // "in the interview" goes on; "in an interview with Radio Nord" is told of by its outlet
	}
	if r.showOf(l, i+1) {
		return false
	}
	r.given = append(r.given, setting{Span: l.span(phrase{i, to}), line: ctx.number, who: r.subjectOf(ctx, i)})
	return true
}

// outletFollows says whether a preposition and an outlet's name stand at item k.
func (r *reader) outletFollows(l *line, k int) bool {
	if k+1 >= len(l.items) || !preposition(l.items[k]) {
		return false
	}
	_, _, found := r.outletName(l.span(phrase{k + 1, l.nounEnd(k + 1)}))
	return found
}

// opensOccasion says whether a preposition can open an adverbial of occasion.
func opensOccasion(it item) bool {
	switch it.low {
	case "in", "at", "on", "during", "after", "before", "to", "with":
		return it.up == syntax.ADP || it.tag == syntax.IN || it.tag == syntax.TO
	}
	return false
}

// subjectOf returns the person who speaks at an occasion named at item i: the last one named before it in the line, else the first after it.
func (r *reader) subjectOf(ctx *context, i int) text.Span {
	if ctx.people == nil {
		ctx.people = r.peopleOf(ctx.l)
	}
	at, out := ctx.l.items[i].Start, text.Span{}
	for _, p := range ctx.people {
		if p.End <= at {
			out = p
		} else if out.Empty() && p.Start > at {
			return p
		}
	}
	return out
}

// peopleOf lists the persons that a line speaks of outside folded quotations.
func (r *reader) peopleOf(l *line) []text.Span {
	out := []text.Span{}
	k := 0
	for _, m := range r.mentionsIn(text.Span{Start: l.items[0].Start, End: l.items[len(l.items)-1].End}) {
		for k < len(l.items) && l.items[k].End <= m.Start {
			k++
		}
		if m.Type == names.PER && m.Entity >= 0 && k < len(l.items) && !l.items[k].fold {
			out = append(out, m.Span)
		}
	}
	return out
}
