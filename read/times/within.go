package times

import (
	"strconv"
	"strings"
)

func coarser(a, b unit) bool { return grains[a].rank() > grains[b].rank() }

// pickWeekday chooses among the weekdays around a day. A name equal to the day's own is the day itself, except for last and next.
func pickWeekday(base point, weekday int, side string) Day {
	d := base.first
	ahead := Day((weekday - d.Weekday() + 7) % 7)
	switch side {
	case "after":
		return d + ahead
	case "next":
		if ahead == 0 {
			ahead = 7
		}
		return d + ahead
	case "last":
		if ahead == 0 {
			return d - 7
		}
		return d + ahead - 7
	case "this": // of the same week
		return d + Day(weekday-d.Weekday())
	}
	if ahead == 0 {
		return d
	}
	if side == "near" && ahead <= 3 || side == "near-past" && ahead <= 1 {
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
	case "this":
		for k := -1; k <= 0; k++ { // "this winter" in February began in the year before
			try(y+k, func(pt point) bool { return pt.unit == uSeason && pt.first <= base.first && pt.last >= base.first })
		}
		try(y, any)
	case "after":
		for k := -1; k <= 8; k++ {
			try(y+k, func(pt point) bool { return pt.last >= base.first })
		}
	case "next":
		for k := -1; k <= 8; k++ {
			try(y+k, func(pt point) bool { return pt.first > base.first })
		}
	case "last":
		for k := 1; k >= -8; k-- {
			try(y+k, func(pt point) bool { return pt.last < base.first })
		}
	case "near", "near-past", "near-future":
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
					if p.Side == "near-past" {
						g *= leanPast
					}
				} else if pt.last < base.first {
					g = base.first - pt.last
					if p.Side == "near-future" {
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
			if p.Side == "near-future" || p.Side == "after" {
				g *= lean
			} else if p.Side == "next" {
				continue
			}
		} else if p.Side == "near-past" || p.Side == "before" {
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

// within takes a part of a stretch: "quarter 3", "half 1", "month 6", "season SU", "weekday 5", "nth 5 -1" (last Friday), "week 2",
// "dom 15", "monthday 05-13", "holiday easter", "first D", "last D", "weekend".
func within(base point, part string) (point, bool) {
	f := strings.Fields(part)
	num := func(i int) int {
		n := 0
		if i < len(f) {
			n, _ = strconv.Atoi(f[i])
		}
		return n
	}
	y, m, _ := base.first.Civil()
	switch f[0] {
	case "quarter":
		return quarterPoint(y, num(1)), true
	case "half":
		return halfPoint(y, num(1)), true
	case "month":
		return monthPoint(y, num(1)), true
	case "season":
		return seasonPoint(y, f[1]), true
	case "weekday":
		return dayPoint(pickWeekday(point{first: weekPoint(base.first).first}, num(1), "after")), true
	case "nth":
		d := nthWeekday(base, num(1), num(2))
		return dayPoint(d), d >= base.first && d <= base.last
	case "weekend":
		return weekendPoint(base.first), true
	case "feastweekend": // the weekend that a feast makes long: a Monday belongs to the one before
		return weekendPoint(base.first - 1), true
	case "nthweekend":
		return weekendPoint(nthWeekday(base, 6, num(1))), true
	case "isoweek":
		return weekPoint(weekPoint(NewDay(y, 1, 4)).first + Day(7*(num(1)-1))), true
	case "week": // ISO: the week belongs to the stretch that holds its Thursday
		return weekPoint(nthWeekday(base, 4, num(1))), true
	case "dom":
		if num(1) > monthDays(y, m) {
			return point{}, false
		}
		return dayPoint(NewDay(y, m, num(1))), true
	case "day":
		d := base.first + Day(num(1)-1)
		if num(1) < 0 {
			d = base.last + Day(num(1)+1)
		}
		return dayPoint(d), d >= base.first && d <= base.last
	case "monthday":
		month, day, _ := strings.Cut(f[1], "-")
		mm, _ := strconv.Atoi(month)
		dd, _ := strconv.Atoi(day)
		if dd > monthDays(y, mm) {
			return point{}, false
		}
		return dayPoint(NewDay(y, mm, dd)), true
	case "holiday":
		return feast(strings.Join(f[1:], " "), y)
	case "first":
		return containing(base.first, unit(f[1])), true
	case "last":
		return containing(base.last, unit(f[1])), true
	}
	return point{}, false
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
