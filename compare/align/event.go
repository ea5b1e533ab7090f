package align

import "github.com/hearsay-news/hearsay/read/times"

// Event decides on two clauses that tell events, each with the time it is told to have: whether they are one event, contrary accounts of one, or
// two events.
//
//	Burglars emptied the safe of the jeweller Szalay on Monday.  /  The safe of the jeweller Szalay was emptied on Tuesday.
//
// One safe, definite and with a name, so one occasion; the day is contrary and nothing else: they differ in date. "Two smugglers were detained"
// in two towns has nothing that names a single thing: two events.
func (al *Aligner) Event(a, b *Clause, whenA, whenB times.Interval) Finding {
	ans := al.Lay(a, b)
	f := Finding{Answer: ans, A: a, B: b, Score: ans.Weight}
	if ans.Predicate == Contrary || ans.Unlike {
		return f
	}
	contrary := ans.Contrary()
	date, days := span(whenA, whenB)
	contrary = without(contrary, Date)
	if ans.One {
		contrary = without(contrary, Actor) // "opened with works by a local composer"
	}
	if date == Contrary && sway(a, b) {
		date, days = Silent, 0
	}
	if date == Contrary {
		contrary = append(contrary, Date)
	}
	switch {
	case len(contrary) == 0 && date == Equal && (ans.Parts >= 2 || ans.Named || ans.Weight >= eventDay) && ans.Parts >= 1 && ans.Weight >= eventSame:
		f.Verdict, f.Why = Same, "one kind of event on one day, and nothing of it is contrary"
		f.Score += dayWeight
	case len(contrary) == 0 && date == Equal && ans.Predicate == Equal && ans.Parts >= 2 && ans.Named:
		f.Verdict, f.Why = Same, "one kind of event on one day, and two parts of it are the same" // however often their story names them
	case len(contrary) == 0 && date == Compatible && days <= eventMonth && ans.Weight >= eventLoose && (ans.Named || ans.Parts >= 2 && ans.Where):
		f.Verdict, f.Why = Same, "one kind of event of one thing, and the times allow one day"
	case len(contrary) == 0 && date == Compatible && days <= eventWeek && ans.Predicate == Equal && ans.Parts >= 1 && ans.Weight >= eventCounted && counted(&ans):
		f.Verdict, f.Why = Same, "one kind of event of as many, and the times allow one day"
	case len(contrary) == 0 && date == Silent && ans.Named && ans.Weight >= eventUndated:
		f.Verdict, f.Why = Same, "one kind of event of one thing"
	case len(contrary) == 1 && al.oneEvent(a, b, &ans, contrary[0], date, days):
		f.Verdict, f.Kind, f.Why = Differ, contrary[0], "one event that both name, but "+string(contrary[0])
	}
	return f
}

// sway says whether two clauses tell their days by one word that each page's date turns into another day.
func sway(a, b *Clause) bool {
	for i := range a.parts {
		for j := range b.parts {
			if p, q := &a.parts[i], &b.parts[j]; p.kind == Date && q.kind == Date && p.pending != nil && q.pending != nil && swaying(p, q) {
				return true
			}
		}
	}
	return false
}

// counted says whether two clauses tell the same number of what they are about.
func counted(ans *Answer) bool {
	n := ans.Of(Number)
	return n != nil && n.Fit == Equal
}

// Beside says whether two clauses that Event holds apart are one event after all, since the sentences around them tell so much alike: one kind of
// event on one day, and nothing of it contrary.
func (al *Aligner) Beside(f *Finding, around float64, whenA, whenB times.Interval) bool {
	date, _ := span(whenA, whenB)
	return f.Answer.Predicate == Equal && !f.Answer.Unlike && date == Equal && around >= eventAround && len(without(f.Answer.Contrary(), Date)) == 0
}

// oneEvent says whether two clauses with one contrary part tell of one event.
func (al *Aligner) oneEvent(a, b *Clause, ans *Answer, kind Kind, date Fit, days int) bool {
	if !ans.Named && !counts(ans, kind, date) || ans.Weight < eventDiffer || ans.One || ans.Follows || ans.Beyond == 0 || ans.Left() > 1 {
		return false
	}
	switch kind {
	case Date:
		if al.recurs(a) || al.recurs(b) || !ans.Thing || len(a.classes) == 0 {
			return false // one harbour can be shelled on two days
		}
		return days <= eventWeek && ans.Parts >= 2 || days <= 3 && ans.Weight >= eventDiffer
	case Actor:
		if al.recurs(a) && al.recurs(b) && !ans.Day {
			return false
		}
		return date == Equal || date == Silent && ans.Weight >= eventUndated
	case Number:
		if al.recurs(a) && al.recurs(b) && date != Equal {
			return false // a tally that was raised twice
		}
		return date == Equal || date == Silent && ans.Weight >= eventUndated || date == Compatible && days <= eventWeek
	case Place, Polarity:
		return date == Equal || date == Silent && ans.Weight >= eventUndated || date == Compatible && days <= eventWeek
	}
	return false
}

// counts says whether one event is told by all but how many: what is done, by or to whom, in what place and on what day is the same.
func counts(ans *Answer, kind Kind, date Fit) bool {
	return kind == Number && date == Equal && ans.Where && ans.Parts >= 3
}

// recurs says whether what a clause tells can well happen to one thing several times, or is said to happen again.
func (al *Aligner) recurs(c *Clause) bool {
	if c.again {
		return true
	}
	for _, class := range c.classes {
		if !al.tables.Is("recurring", class) {
			return false // "sank" is no fall of prices
		}
	}
	return len(c.classes) > 0
}

func without(kinds []Kind, kind Kind) []Kind {
	var out []Kind
	for _, k := range kinds {
		if k != kind {
			out = append(out, k)
		}
	}
	return out
}

// span says how two times stand to each other, and how many days they reach over together at most, or lie apart.
func span(a, b times.Interval) (Fit, int) {
	if !a.Known() || !b.Known() {
		return Silent, 0
	}
	met, ok := a.Meet(b)
	if !ok {
		apart := 1 << 20
		if a.Earliest.Known && b.Latest.Known {
			apart = min(apart, abs(int(a.Earliest.Day-b.Latest.Day)))
		}
		if b.Earliest.Known && a.Latest.Known {
			apart = min(apart, abs(int(b.Earliest.Day-a.Latest.Day)))
		}
		return Contrary, apart
	}
	x, one := a.Single()
	y, two := b.Single()
	if one && two && x == y {
		return Equal, 0
	}
	if a.Earliest == b.Earliest && a.Latest == b.Latest {
		return Equal, 0 // "since 1 May", both of them
	}
	if !met.Earliest.Known || !met.Latest.Known {
		return Compatible, 1 << 20
	}
	return Compatible, int(met.Latest.Day - met.Earliest.Day)
}

func abs(n int) int { return max(n, -n) }
