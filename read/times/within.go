package times

import (
	"strconv"
	"strings"
)

func coarser(a, b unit) bool { return grains[a].rank() > grains[b].rank() }

// pickWeekday chooses among the weekdays around a day. A name equal to the day's own is the day itself, except for last and next.
func pickWeekday(base point, weekday int, side Side) Day {
	d := base.first
	ahead := Day((weekday - d.Weekday() + 7) % 7)
	switch side {
	case After:
		return d + ahead
	case Next:
		if ahead == 0 {
			ahead = 7
		}
		return d + ahead
	case Last:
		if ahead == 0 {
			return d - 7
		}
		return d + ahead - 7
	case This: // of the same week
		return d + Day(weekday-d.Weekday())
	}
	if ahead == 0 {
		return d
	}
	if side == Near && ahead <= 3 || side == NearPast && ahead <= 1 {
		return d + ahead
	}
	return d + ahead - 7
}

// lean is how many times farther off a date may lie on the side that the tense tells than on the other, to be the one that is meant; what is told as past
// is so more surely.
const (
	lean     = 6
	leanPast = 8
)

// pick chooses the year of something that comes once a year.
func (p *Pending) pick(base point, in func(year int) (point, bool)) point {
	y, _, _ := base.first.Civil()
	var best point
	found := false
	try := func(year int, good func(point) bool) {
		if found {
			return
		}
		if pt, ok := in(year); ok && good(pt) {
			best, found = pt, true
		}
	}
	any := func(point) bool { return true }
	switch p.Side {
	case This:
		for k := -1; k <= 0; k++ { // "this winter" in February began in the year before
			try(y+k, func(pt point) bool { return pt.unit == uSeason && pt.first <= base.first && pt.last >= base.first })
		}
		try(y, any)
	case After:
		for k := -1; k <= 8; k++ {
			try(y+k, func(pt point) bool { return pt.last >= base.first })
		}
	case Next:
		for k := -1; k <= 8; k++ {
			try(y+k, func(pt point) bool { return pt.first > base.first })
		}
	case Last:
		for k := 1; k >= -8; k-- {
			try(y+k, func(pt point) bool { return pt.last < base.first })
		}
	case Near, NearPast, NearFuture:
		gap := Day(1 << 30)
		reach := 1
		if p.Weekday > 0 {
			reach = 6
		}
		for k := -reach; k <= reach; k++ {
			if pt, ok := in(y + k); ok {
				g := Day(0)
				if pt.first > base.first {
					g = pt.first - base.first
					if p.Side == NearPast {
						g *= leanPast
					}
				} else if pt.last < base.first {
					g = base.first - pt.last
					if p.Side == NearFuture {
						g *= lean
					}
				}
				if p.Weekday > 0 && pt.first.Weekday() != p.Weekday {
					g += 10000 // "Saturday, April 25": the weekday tells the year
				}
				if g < gap {
					best, gap, found = pt, g, true
				}
			}
		}
	}
	for k := 1; k >= -8; k-- {
		try(y+k, func(pt point) bool { return pt.first <= base.first })
	}
	return best
}

// pickMonthly chooses the month of a day of the month.
func (p *Pending) pickMonthly(base point, dom int) point {
	y, m, _ := base.first.Civil()
	best, gap := base, Day(1<<30)
	reach := 3
	if p.Weekday > 0 { // the weekday tells the month
		reach = 8
	}
	for k := -reach; k <= reach; k++ {
		yy, mm := carry(y, m+k)
		if dom > monthDays(yy, mm) {
			continue
		}
		d := NewDay(yy, mm, dom)
		g := d - base.first
		if g < 0 {
			g = -g
			if p.Side == NearFuture || p.Side == After {
				g *= lean
			} else if p.Side == Next {
				continue
			}
		} else if p.Side == NearPast || p.Side == Before {
			g *= lean
		}
		if p.Weekday > 0 && d.Weekday() != p.Weekday {
			g += 10000
		}
		if g < gap {
			best, gap = dayPoint(d), g
		}
	}
	return best
}

// within is what lies inside a stretch: the third quarter of last year, the last Friday of May.
func (p *Pending) within(base point) (point, bool) {
	y, m, _ := base.first.Civil()
	switch p.Op {
	case Weekday:
		return dayPoint(pickWeekday(point{first: weekPoint(base.first).first}, p.Number, After)), true
	case NthWeekday:
		d := nthWeekday(base, p.Number, p.Nth)
		return dayPoint(d), d >= base.first && d <= base.last
	case FeastWeekend: // a Monday belongs to the weekend before
		return weekendPoint(base.first - 1), true
	case NthWeekend:
		return weekendPoint(nthWeekday(base, 6, p.Nth)), true
	case ISOWeek:
		return weekPoint(weekPoint(NewDay(y, 1, 4)).first + Day(7*(p.Number-1))), true
	case NthWeek: // ISO: the week belongs to the stretch that holds its Thursday
		return weekPoint(nthWeekday(base, 4, p.Nth)), true
	case DayOfMonth:
		return dayPoint(NewDay(y, m, p.Number)), p.Number <= monthDays(y, m)
	case NthDay:
		d := base.first + Day(p.Nth-1)
		if p.Nth < 0 {
			d = base.last + Day(p.Nth+1)
		}
		return dayPoint(d), d >= base.first && d <= base.last
	case Stretch:
		return p.stretch(base), true
	case HalfOf:
		return p.halfOf(base), true
	}
	return p.inYear(y)
}

// stretch is the first or, counted below 0, the last units of a stretch: the last ten days of May.
func (p *Pending) stretch(base point) point {
	if p.Count > 0 {
		return point{base.first, min(base.last, addDays(base.first, unit(p.Unit), p.Count)-1), uSpan, ""}
	}
	return point{max(base.first, addDays(base.last+1, unit(p.Unit), p.Count)), base.last, uSpan, ""}
}

// halfOf is the first or second half of a stretch that has no name of its own: of a month, a decade, a season. The value stays that of the whole.
func (p *Pending) halfOf(base point) point {
	middle := base.first + (base.last-base.first+1)/2
	switch base.unit {
	case uDecade:
		middle = addDays(base.first, uYear, 5)
	case uCentury:
		middle = addDays(base.first, uYear, 50)
	}
	if p.Number == 1 {
		return point{base.first, middle - 1, base.unit, base.value}
	}
	return point{middle, base.last, base.unit, base.value}
}

// parsePoint reads a TIMEX date value.
func parsePoint(v string) (point, bool) {
	era := 1
	if strings.HasPrefix(v, "BC") {
		era, v = -1, v[2:]
	}
	f := strings.Split(v, "-")
	n := func(s string) int { k, _ := strconv.Atoi(s); return k }
	y := n(f[0])
	fix := func(p point) point {
		if era < 0 {
			p.value = "BC" + v
		}
		return p
	}
	if era < 0 {
		if len(f) == 1 && len(v) == 2 { // the third century BC: 300 to 201 BC
			return fix(point{NewDay(-y*100-99, 1, 1), NewDay(-y*100, 12, 31), uCentury, ""}), true
		}
		y = 1 - y // there was no year 0
	}
	switch {
	case len(f) == 1 && len(v) == 3:
		return decadePoint(y), true
	case len(f) == 1 && len(v) == 2:
		return centuryPoint(y), true
	case len(f) == 1:
		return fix(yearPoint(y)), true
	case seasonMonth[f[1]] != 0:
		return seasonPoint(y, f[1]), true
	case strings.HasPrefix(f[1], "W"):
		jan4 := weekPoint(NewDay(y, 1, 4)).first
		w := jan4 + Day(7*(n(f[1][1:])-1))
		if len(f) == 3 && f[2] == "WE" {
			return weekendPoint(w), true
		}
		if len(f) == 3 {
			return dayPoint(w + Day(n(f[2])-1)), true
		}
		return weekPoint(w), true
	case strings.HasPrefix(f[1], "Q"):
		return quarterPoint(y, n(f[1][1:])), true
	case strings.HasPrefix(f[1], "H"):
		return halfPoint(y, n(f[1][1:])), true
	case n(f[1]) < 1 || n(f[1]) > 12:
		return point{}, false
	case len(f) == 2:
		return fix(monthPoint(y, n(f[1]))), true
	case n(f[2]) < 1 || n(f[2]) > monthDays(y, n(f[1])):
		return point{}, false
	}
	return fix(dayPoint(NewDay(y, n(f[1]), n(f[2])))), true
}
