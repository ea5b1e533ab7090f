package times

import (
	"strconv"
	"strings"
)

// holidayRule says when a holiday falls; see lang/en/times/holidays.txt.
type holidayRule struct {
	kind    string // fixed, nth, easter, orthodox, islamic, hebrew, election, or another holiday's key
	month   int
	day     int
	weekday int
	nth     int
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
	if len(f) == 1 && strings.Contains(f[0], "-") {
		m, d, _ := strings.Cut(f[0], "-")
		month, _ := strconv.Atoi(m)
		day, _ := strconv.Atoi(d)
		return holidayRule{kind: "fixed", month: month, day: day}
	}
	switch f[0] {
	case "nth":
		return holidayRule{kind: "nth", month: num(1), weekday: num(2), nth: num(3)}
	case "islamic", "persian":
		m, d, _ := strings.Cut(f[1], "-")
		month, _ := strconv.Atoi(m)
		day, _ := strconv.Atoi(d)
		return holidayRule{kind: f[0], month: month, day: day}
	}
	return holidayRule{kind: f[0], day: num(1)}
}

// holiday returns the day of a holiday in a Gregorian year. Sure is false for calendars that follow a sighting.
func holiday(rules map[string]holidayRule, key string, year int) (day Day, sure, ok bool) {
	r, found := rules[key]
	if !found { // a plain date of another calendar, "islamic 01-17"
		if !strings.Contains(key, " ") {
			return 0, false, false
		}
		r = parseHoliday(key)
	}
	switch r.kind {
	case "fixed":
		return NewDay(year, r.month, r.day), true, true
	case "nth":
		return nthWeekday(monthPoint(year, r.month), r.weekday, r.nth), true, true
	case "easter":
		return easter(year) + Day(r.day), true, true
	case "orthodox":
		return orthodoxEaster(year) + Day(r.day), true, true
	case "islamic":
		d, ok := islamicIn(year, r.month, r.day)
		return d, false, ok
	case "persian":
		for h := year - 622; h <= year-621; h++ {
			d := persian(h, r.month, r.day)
			if y, _, _ := d.Civil(); y == year {
				return d, true, true
			}
		}
		return 0, false, false
	case "hebrew":
		return passover(year) + Day(r.day), true, true
	case "election": // the Tuesday after the first Monday of November
		return nthWeekday(monthPoint(year, 11), 1, 1) + 1, true, true
	default:
		base, sure, ok := holiday(rules, r.kind, year)
		return base + Day(r.day), sure, ok
	}
}

// feast is the day of a holiday as a stretch: a day that follows a sighting of the moon may fall a day earlier or later.
func feast(key string, year int) (point, bool) {
	d, sure, ok := holiday(tables().holidays, key, year)
	p := dayPoint(d)
	if !sure {
		p.first, p.last = d-1, d+1
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

// islamic returns the day of a date in the tabular (civil) Islamic calendar, leap years 2, 5, 7, 10, 13, 16, 18, 21, 24, 26, 29 of 30.
func islamic(year, month, day int) Day {
	const epoch = -492148 // 16 July 622 Julian, in days since 1970
	n := 29*(month-1) + month/2 + (year-1)*354 + floorDiv(3+11*year, 30) + day - 1
	return Day(epoch + n)
}

func islamicIn(year, month, day int) (Day, bool) {
	guess := (year - 622) * 33 / 32
	for h := guess - 1; h <= guess+2; h++ {
		d := islamic(h, month, day)
		if y, _, _ := d.Civil(); y == year {
			return d, true
		}
	}
	return 0, false
}

// persian returns the day of a date in the Solar Hijri calendar by the 33-year rule, right for 1799 to 2256.
func persian(year, month, day int) Day {
	n := 365*(year-1) + floorDiv(8*year+21, 33)
	if month <= 7 {
		n += 31 * (month - 1)
	} else {
		n += 30*(month-1) + 6
	}
	return Day(-492268 + n + day - 1)
}

// passover returns 15 Nisan of a Gregorian year by Gauss's formula in whole numbers.
func passover(year int) Day {
	a := year + 3760 // Hebrew year in which this Nisan lies
	return roshHashanah(a+1) - 163
}

// roshHashanah returns 1 Tishri of a Hebrew year from the molad and the four postponements.
func roshHashanah(hebrew int) Day {
	months := floorDiv(235*hebrew-234, 19)
	parts := 12084 + 13753*months
	day := months*29 + floorDiv(parts, 25920)
	if 3*(day+1)%7 < 3 {
		day++
	}
	// Years of 356 or 382 days are not allowed.
	length := func(h int) int {
		m := floorDiv(235*h-234, 19)
		p := 12084 + 13753*m
		d := m*29 + floorDiv(p, 25920)
		if 3*(d+1)%7 < 3 {
			d++
		}
		return d
	}
	if length(hebrew+1)-day == 356 {
		day += 2
	} else if day-length(hebrew-1) == 382 {
		day++
	}
	return Day(day - 2092590)
}
