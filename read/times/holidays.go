package times

import (
	"strconv"
	"strings"
)

// holidayRule says when a holiday falls; the table of holidays tells how it is written, and "+n" behind it is n days later. Only the names of
// holidays belong to a language.
type holidayRule struct {
	kind    string // fixed, date, nth, before, easter, orthodox, islamic, persian, hebrew, election
	value   string // the only day, for date
	month   int
	day     int
	weekday int
	nth     int
	later   int // days
}

func parseHoliday(when string) holidayRule {
	f := strings.Fields(when)
	num := func(i int) int {
		if i >= len(f) {
			return 0
		}
		n, _ := strconv.Atoi(f[i])
		return n
	}
	monthDay := func(s string) (month, day int) {
		m, d, _ := strings.Cut(s, "-")
		month, _ = strconv.Atoi(m)
		day, _ = strconv.Atoi(d)
		return month, day
	}
	r := holidayRule{kind: f[0]}
	if last := len(f) - 1; last > 0 && f[last][0] == '+' {
		r.later, _ = strconv.Atoi(f[last])
		f = f[:last]
	}
	switch {
	case len(f) == 1 && len(f[0]) == len("2001-09-11"):
		r.kind, r.value = "date", f[0]
	case len(f) == 1 && strings.Contains(f[0], "-"):
		r.kind = "fixed"
		r.month, r.day = monthDay(f[0])
	case f[0] == "nth":
		r.month, r.weekday, r.nth = num(1), num(2), num(3)
	case f[0] == "before":
		r.month, r.day = monthDay(f[1])
		r.weekday = num(2)
	case f[0] == "islamic", f[0] == "persian", f[0] == "hebrew":
		r.month, r.day = monthDay(f[1])
	default:
		r.day = num(1)
	}
	return r
}

// holiday returns the first and last day in a Gregorian year of what a rule says. Sure is false for calendars that follow a sighting.
func holiday(rule string, year int) (first, last Day, sure, ok bool) {
	r := parseHoliday(rule)
	first, last, sure, ok = r.in(year)
	return first + Day(r.later), last + Day(r.later), sure, ok
}

func (r holidayRule) in(year int) (first, last Day, sure, ok bool) {
	one := func(d Day) (Day, Day, bool, bool) { return d, d, true, true }
	switch r.kind {
	case "fixed":
		return one(NewDay(year, r.month, r.day))
	case "nth":
		return one(nthWeekday(monthPoint(year, r.month), r.weekday, r.nth))
	case "before":
		d := NewDay(year, r.month, r.day) - 1
		return one(d - Day((d.Weekday()-r.weekday+7)%7))
	case "easter":
		return one(easter(year) + Day(r.day))
	case "orthodox":
		return one(orthodoxEaster(year) + Day(r.day))
	case "islamic", "persian", "hebrew":
		first, last, ok = inYear(r.kind, year, r.month, r.day)
		return first, last, r.kind != "islamic", ok
	case "election": // the Tuesday after the first Monday of November
		return one(nthWeekday(monthPoint(year, 11), 1, 1) + 1)
	case "date":
		return 0, 0, false, false
	}
	return 0, 0, false, false
}

// feast is a holiday as a stretch: a day that follows a sighting of the moon may fall a day earlier or later.
func feast(rule string, year int) (point, bool) {
	first, last, sure, ok := holiday(rule, year)
	p := dayPoint(first)
	if last > first {
		p = point{first, last, uMonth, first.String() + "/" + last.String()}
	}
	if !sure {
		p.first, p.last = p.first-1, p.last+1
	}
	return p, ok
}

// nthWeekday returns the nth (from 1) such weekday in a stretch, counted from the end for negative n.
func nthWeekday(p point, weekday, nth int) Day {
	if nth > 0 {
		ahead := (weekday - p.first.Weekday() + 7) % 7
		return p.first + Day(ahead+7*(nth-1))
	}
	back := (p.last.Weekday() - weekday + 7) % 7
	return p.last - Day(back+7*(-nth-1))
}

// easter is the anonymous Gregorian computus.
func easter(year int) Day {
	a, b, c := year%19, year/100, year%100
	d, e := b/4, b%4
	f := (b + 8) / 25
	g := (b - f + 1) / 3
	h := (19*a + b - d - g + 15) % 30
	i, k := c/4, c%4
	l := (32 + 2*e + 2*i - h - k) % 7
	m := (a + 11*h + 22*l) / 451
	n := h + l - 7*m + 114
	return NewDay(year, n/31, n%31+1)
}

// orthodoxEaster is Meeus's Julian computus, moved to the Gregorian calendar.
func orthodoxEaster(year int) Day {
	a, b, c := year%4, year%7, year%19
	d := (19*c + 15) % 30
	e := (2*a + 4*b - d + 34) % 7
	n := d + e + 114
	return NewDay(year, n/31, n%31+1) + Day(year/100-year/400-2)
}
