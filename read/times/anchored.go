package times

import "strconv"

// anchored copies a value with its open sides decided by the tense and its narrative anchor filled in: first what is nothing but what was told before, then
// the side, then what the value is relative to.
func (f *finder) anchored(p *Pending, c candidate) *Pending {
	if told := f.toldBefore(p, c); told != nil {
		return told
	}
	q := *p
	if q.Side == undecided {
		f.decide(&q, c)
	}
	switch {
	case q.Of == nil:
	case q.Of.Op == previous && f.previous != nil && !f.isDay(f.previous) && (q.Op == Weekday || unit(q.Unit) == uDay):
		q.Of = f.dayBefore(&q) // "that night", "the following Monday" are none of "2018", which was told last
	default:
		q.Of = f.anchored(q.Of, c)
	}
	return &q
}

// dayBefore is the last day that was told, for a value that is counted from a day: of a weekday the page's own where none was.
func (f *finder) dayBefore(q *Pending) *Pending {
	if f.day == nil && q.Op != Weekday {
		return &Pending{Op: Untold}
	}
	return f.day
}

// toldBefore is what a value means that hangs on what the page told before; nil for every other.
func (f *finder) toldBefore(p *Pending, c candidate) *Pending {
	switch p.Op {
	case previous:
		if f.previous != nil {
			return f.previous.allDay()
		}
		return &Pending{Op: Anchor}
	case sameDay:
		day := f.sameDay(c)
		day.Clock, day.Zone, day.Mod = p.Clock, p.Zone, p.Mod
		return &day
	case sameUnit:
		q := *p
		return f.sameUnit(&q)
	case yearEarlier:
		return f.yearEarlier()
	case yearAgo:
		return f.yearAgo(p, c)
	case sameQuarter:
		return f.sameQuarter(p)
	case previousQuarter:
		return f.quarterBefore()
	}
	return nil
}

// yearEarlier is the period told last, a year before: a quarter, or the nine months of a year.
func (f *finder) yearEarlier() *Pending {
	if f.lastWasMonths {
		return &Pending{Op: Shift, Unit: Grain(uYear), Count: -1}
	}
	return &Pending{Op: Shift, Unit: Grain(uQuarter), Count: -4, Of: f.quarterBefore()}
}

// yearAgo is the same quarter a year before, where a quarter was told, else the year before.
func (f *finder) yearAgo(p *Pending, c candidate) *Pending {
	if f.atQuarter() {
		return &Pending{Op: Shift, Unit: Grain(uQuarter), Count: -4, Of: f.lastQ}
	}
	return f.anchored(&Pending{Op: Shift, Unit: Grain(uYear), Count: -1, Of: p.Of}, c)
}

// sameQuarter is the quarter told last, of the year that a value names; the year where none was told.
func (f *finder) sameQuarter(p *Pending) *Pending {
	if f.atQuarter() {
		if pt, ok := f.lastQ.at(f.anchor.Earliest.Day); ok && pt.unit == uQuarter {
			return at(p.Date + pt.value[len(pt.value)-3:])
		}
	}
	return at(p.Date)
}

// atQuarter says whether a quarter is the period that was told last.
func (f *finder) atQuarter() bool { return f.lastWasQuarter && !f.lastWasMonths && f.lastQ != nil }

// quarterBefore is the quarter told last, else the page's last one.
func (f *finder) quarterBefore() *Pending {
	if f.lastQ != nil {
		return f.lastQ
	}
	return &Pending{Op: Shift, Unit: Grain(uQuarter), Count: -1}
}

// decide fills in the side of a name: of a day that the page told with its year, of a quarter that is set beside the story's, else by the tense.
func (f *finder) decide(q *Pending, c candidate) {
	if year, told := f.years[monthDay(q.Number, q.Nth)]; told && q.Op == MonthDay && q.Of == nil {
		q.Side, q.Of = Inside, &Pending{Op: At, Date: strconv.Itoa(year)}
		return
	}
	if q.Op == QuarterOf && f.lastQ != nil && f.compared(c.from) {
		q.Side, q.Of = Last, f.lastQ // of those before the story's own
		return
	}
	q.Side = f.side(q, c)
}
