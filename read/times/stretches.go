package times

import (
	"github.com/hearsay-news/hearsay/read/times/pattern"
)

// stretchOf is the first or last units of a stretch: "the last ten days of May" lasts ten days, and lies at the end of May.
func (f *finder) stretchOf(m *pattern.Match) (meaning, bool) {
	mean := *f.of(m.Group("dur"))
	base := f.whole(m)
	if base == nil || mean.typ != DURATION || mean.p != nil || f.lasts(m.Atom) {
		return meaning{}, false
	}
	mean.quiet = false
	n := int(mean.n)
	if mean.vague || mean.n != float64(n) || n < 1 || !calendar(mean.unit) {
		return mean, mean.n != 1 || mean.vague
	}
	if m.Group("spanlast") != nil || f.lower(int(m.Group("dur").Atom)-1) == "final" {
		n = -n
	}
	mean.p = &Pending{Op: Stretch, Unit: Grain(mean.unit), Count: n, Side: Inside, Of: base}
	return mean, true
}

// whole is the stretch that something is part of: a date, or "the month", the page's own.
func (f *finder) whole(m *pattern.Match) *Pending {
	if t := m.Group("of"); t != nil {
		base := f.of(t)
		if base.value != "" {
			return nil
		}
		return base.p
	}
	if t := m.Group("unit"); t != nil && calendar(unit(t.Val)) && unit(t.Val) != uDay {
		return &Pending{Op: Shift, Unit: Grain(t.Val)}
	}
	return nil
}

// sameUnit puts the month, week or day told last, or else the page's, into another year.
func (f *finder) sameUnit(q *Pending) *Pending {
	base := &Pending{Op: Anchor}
	if week := unit(q.Unit) == uWeek; f.previous != nil && f.anchor.Earliest.Known && !(week && q.Of != nil) {
		if pt, ok := f.previous.at(f.anchor.Earliest.Day); ok && !coarser(pt.unit, unit(q.Unit)) {
			base = f.previous.allDay()
		}
	}
	if q.Of == nil && unit(q.Unit) == uDay {
		return &Pending{Op: Add, Unit: Grain(uYear), Count: q.Count, Of: base}
	}
	perYear := 12
	if unit(q.Unit) == uWeek {
		perYear = 52
	}
	if q.Of == nil {
		return &Pending{Op: Shift, Unit: q.Unit, Count: perYear * q.Count, Of: base}
	}
	pt, ok := base.at(f.anchor.Earliest.Day)
	switch {
	case unit(q.Unit) == uWeek:
		return &Pending{Op: Shift, Unit: q.Unit, Count: perYear * q.Count}
	case !ok || !f.anchor.Earliest.Known:
		return &Pending{Op: Shift, Unit: q.Unit, Of: base}
	}
	_, month, day := pt.first.Civil()
	p := &Pending{Op: MonthName, Number: month, Side: Inside, Of: q.Of}
	if unit(q.Unit) == uDay {
		p.Op, p.Nth = MonthDay, day
	}
	return p
}

// upTo is a stretch by its end: "the three months through March", "the two weeks to 3 May".
func (f *finder) upTo(m *pattern.Match) (meaning, bool) {
	mean, end := *f.of(m.Group("dur")), f.of(m.Group("date"))
	n := int(mean.n)
	if mean.typ != DURATION || mean.vague || mean.p != nil || mean.n != float64(n) || n < 1 || !calendar(mean.unit) || end.p == nil || end.value != "" {
		return meaning{}, false
	}
	mean.quiet = false
	mean.p = &Pending{Op: Span, Unit: Grain(mean.unit), Count: -n, Of: end.p}
	return mean, true
}

// halfOf is a half of a stretch that has no halves by name: "the second half of May", "the first half of the decade".
func (f *finder) halfOf(m *pattern.Match) (meaning, bool) {
	base := f.whole(m)
	n := int(m.Group("ord").Num)
	if base == nil || n < 1 || n > 2 || f.isDay(base) {
		return meaning{}, false
	}
	if base.Op == Shift && unit(base.Unit) == uYear { // a year has halves by name
		return meaning{typ: DATE, p: &Pending{Op: Half, Number: n, Side: Inside, Of: base}}, true
	}
	mod := "START"
	if n == 2 {
		mod = "END"
	}
	return meaning{typ: DATE, p: &Pending{Op: HalfOf, Number: n, Side: Inside, Of: base}, mod: mod}, true
}

// sameOf is the month or day told before, of another year: "the same month last year", "the same day a year ago", "the same month of 2018".
func (f *finder) sameOf(m *pattern.Match) (meaning, bool) {
	u := unit(m.Group("unit").Val)
	if u != uMonth && u != uDay && u != uWeek {
		return meaning{}, false
	}
	p := &Pending{Op: sameUnit, Unit: Grain(u), Count: -1}
	if t := m.Group("of"); t != nil {
		if p.Of = f.of(t).p; !f.isYear(p.Of) {
			return meaning{}, false
		}
	} else if last := f.lower(m.End - 1); last == "ago" || last == "year" { // of the year before the page's, whatever year was told last
		p.Of = &Pending{Op: Shift, Unit: Grain(uYear), Count: -1}
	}
	return meaning{typ: DATE, p: p}, true
}
