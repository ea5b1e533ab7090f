package events

import (
	"github.com/hearsay-news/hearsay/read/syntax"
	"github.com/hearsay-news/hearsay/read/times"
	"github.com/hearsay-news/hearsay/text"
)

// days are the time expressions that date a plan, as indexes; -1 for none.
//
//	The commission said on Monday that the vote of 3 May had been put off to 1 June on Sunday.    day 3 May, to 1 June, decided Sunday
type days struct {
	day     int // when it is or was to be
	to      int // when it will be instead
	decided int // when that was settled
}

// told says whether a time expression names a day or another stretch of the calendar.
func told(e *times.Expression) bool {
	return (e.Type == times.DATE || e.Type == times.TIME) && e.Value != "PRESENT_REF" && e.Value != "PAST_REF" && e.Value != "FUTURE_REF"
}

// days sorts out which of a sentence's time expressions, when[first:], tell the day of a plan, and marks those it takes.
func (x *sentence) days(p *plan, when []times.Expression, first, end int, taken map[int]bool) days {
	found := days{-1, -1, -1}
	for n := first; n < len(when) && when[n].Start < end; n++ {
		if taken[n] || !told(&when[n]) {
			continue
		}
		from, to := x.within(when[n].Span)
		if from == to {
			continue
		}
		slot := x.slot(p, from, to, &found)
		if slot != nil && *slot < 0 {
			*slot, taken[n] = n, true
		}
	}
	return found
}

// slot says which of a plan's days the time expression of tokens [from, to) tells; nil for none.
func (x *sentence) slot(p *plan, from, to int, found *days) *int {
	preposition := x.wordBefore(from)
	head := x.headOf(from, to)
	if p.verb >= from && p.verb < to {
		return &found.day // "the hearing is on Friday"
	}
	if head < 0 {
		return nil
	}
	for _, v := range p.verbs {
		if v != head && !(x.dated[head] && x.headOf(head, head+1) == v) { // "from 3 November to 1 December": the second may hang on the first
			continue
		}
		switch {
		case p.noun < from && to <= v:
			return &found.day
		case x.is("announcing", x.tokens[v].Lemma) && preposition != "for" && preposition != "in":
			return &found.decided // "announced a strike on Monday"
		case x.does("planning", v), x.does("summoning", v):
			return &found.day
		case x.does("putting-off", v), x.does("moving", v):
			switch preposition {
			case "until", "till", "to", "for", "into":
				return &found.to
			case "from", "of":
				return &found.day
			}
			return &found.decided
		}
		switch preposition {
		case "for", "of", "by", "before":
			return &found.day
		case "until", "till":
			return &found.to
		}
		return &found.decided
	}
	if head == p.noun || x.own(head, p.noun) && !x.isVerbOf(p, head) || x.next(p.noun, from) {
		if preposition == "until" || preposition == "till" {
			return &found.to // "the postponement of the vote until 3 May"
		}
		return &found.day
	}
	return nil
}

// next says whether nothing but a preposition and an article stands between an event noun and a time expression that begins at a token.
func (x *sentence) next(noun, from int) bool {
	for i := noun + 1; i < from; i++ {
		if x.tokens[i].UPOS != syntax.ADP && x.tokens[i].UPOS != syntax.DET {
			return false
		}
	}
	return from > noun+1
}

// own says whether a token hangs on an event noun and on no other event noun in between: in "an inquiry into the explosion of 5 March" the date is the
// explosion's.
func (x *sentence) own(i, noun int) bool {
	for steps := 0; steps < maxDepth && i >= 0; steps++ {
		if i == noun {
			return true
		}
		if t := &x.tokens[i]; (t.UPOS == syntax.NOUN || t.UPOS == syntax.PROPN) && x.happens(i) {
			return false
		}
		i = x.tokens[i].Head - 1
	}
	return false
}

// isVerbOf says whether a token is one of the words that say something of a plan.
func (x *sentence) isVerbOf(p *plan, i int) bool {
	for _, v := range p.verbs {
		if v == i {
			return true
		}
	}
	return false
}

// headOf returns the token that a range of tokens hangs on; -1 for none.
func (x *sentence) headOf(from, to int) int {
	for i := from; i < to; i++ {
		if h := x.tokens[i].Head - 1; h >= 0 && (h < from || h >= to) {
			return h
		}
	}
	return -1
}

// planned makes the events of a sentence's plans, and marks the time expressions that they take.
func (x *sentence) planned(page *pageOf, first, end int, taken map[int]bool) []Event {
	var found []Event
	for _, p := range append(x.plans(), x.dayIs()...) {
		d := x.days(&p, page.when, first, end, taken)
		if p.status == Planned && d.day < 0 {
			continue
		}
		e := Event{Status: p.status, Trigger: x.tokens[p.noun].Span, By: x.by(p.verb), Time: -1, To: -1, Decided: -1, Location: -1, Rule: "plan"}
		a, b := x.clauseOf(&p)
		e.Span = text.Span{Start: x.tokens[a].Start, End: x.tokens[b-1].End}.Cover(e.Trigger).Cover(e.By)
		e.To, e.Decided = d.to, d.decided
		for _, n := range []int{d.day, d.to, d.decided} {
			if n >= 0 && page.when[n].Interval.Known() {
				interval := page.when[n].Interval
				e.Time, e.When = n, &interval
				break
			}
		}
		if e.Time < 0 {
			e.When = page.after()
		}
		if e.Statement = holder(page.said, x.tokens[p.verb].Span); e.Statement >= 0 {
			e.Status = reported(e.Status, page.said[e.Statement].Stance)
			e.Span = inside(e.Span, e.Trigger, page.said[e.Statement].Content)
			if !e.Span.Contains(e.By) {
				e.By = text.Span{}
			}
		}
		e.Background = x.background(p.verb, e.Statement >= 0)
		found = append(found, e)
	}
	return found
}

// dayIs finds the event nouns of which a sentence says nothing but their day: "The next hearing is on Friday".
func (x *sentence) dayIs() []plan {
	var found []plan
	for i := range x.tokens {
		t := &x.tokens[i]
		if t.Deprel != syntax.Nsubj || t.Head == 0 || !x.dated[t.Head-1] || x.happening(i, false) < 0 {
			continue
		}
		for j := i + 1; j < t.Head-1; j++ {
			if b := &x.tokens[j]; b.Lemma == "be" && (b.XPOS == syntax.VBZ || b.XPOS == syntax.VBP || b.XPOS == syntax.VB) {
				found = append(found, plan{noun: i, status: Planned, verb: t.Head - 1, verbs: []int{t.Head - 1}})
				break
			}
		}
	}
	return found
}

// putOff is the status of a clause whose verb calls off or puts off what is no event noun, if its date is the day of that: "It was postponed until Friday",
// "the exam was moved from Monday to Wednesday"; else what it was: "the contract was cancelled on Monday" has happened.
func (x *sentence) putOff(verb, date int, status Status) Status {
	if x.tokens[verb].UPOS != syntax.VERB {
		return status
	}
	preposition := x.wordBefore(date)
	switch preposition {
	case "until", "till", "to", "from", "for":
	default:
		return status
	}
	switch {
	case x.does("cancelling", verb) && preposition == "for":
		return Cancelled
	case x.does("putting-off", verb) && preposition != "from", x.does("moving", verb) && preposition != "for" && x.moves(verb):
		return Postponed
	}
	return status
}
