package times

// unit names a stretch of the calendar. Coarser than Grain, because TIMEX values tell more kinds apart.
type unit string

const (
	uSecond  unit = "S"
	uMinute  unit = "MIN"
	uHour    unit = "H"
	uDay     unit = "D"
	uWeekend unit = "WE"
	uWeek    unit = "W"
	uMonth   unit = "M"
	uQuarter unit = "Q"
	uSeason  unit = "SE"
	uHalf    unit = "HF"
	uYear    unit = "Y"
	uDecade  unit = "DE"
	uCentury unit = "CE"
	uMillen  unit = "ML"
	uSpan    unit = "SPAN" // any other stretch
)

var grains = map[unit]Grain{uSecond: Minute, uMinute: Minute, uHour: Minute, uDay: ADay, uWeekend: Week, uWeek: Week, uMonth: Month, uQuarter: Quarter,
	uSeason: Quarter, uHalf: Year, uYear: Year, uDecade: Decade, uCentury: Unknown, uMillen: Unknown, uSpan: Unknown}

// point is a named stretch of the calendar: first and last day and the TIMEX value that names it.
type point struct {
	first, last Day
	unit        unit
	value       string
}

func dayPoint(d Day) point {
	y, m, day := d.Civil()
	return point{d, d, uDay, written(y, m, day)}
}

// written is YYYY, YYYY-MM or YYYY-MM-DD; a month or day of 0 is left out. Values are written for every expression, so not by fmt.
func written(y, m, d int) string {
	var buf [12]byte
	b := digits(buf[:0], y, 4)
	if m > 0 {
		b = digits(append(b, '-'), m, 2)
	}
	if d > 0 {
		b = digits(append(b, '-'), d, 2)
	}
	return string(b)
}

func digits(b []byte, n, width int) []byte {
	if n < 0 {
		b = append(b, '-')
		n = -n
	}
	from := len(b)
	for n > 0 || len(b)-from < width {
		b = append(b, byte('0'+n%10))
		n /= 10
	}
	for i, j := from, len(b)-1; i < j; i, j = i+1, j-1 {
		b[i], b[j] = b[j], b[i]
	}
	return b
}

func monthPoint(y, m int) point {
	y, m = carry(y, m)
	return point{NewDay(y, m, 1), NewDay(y, m+1, 1) - 1, uMonth, written(y, m, 0)}.fixDecember(y, m)
}

// fixDecember avoids month 13, which NewDay does not carry.
func (p point) fixDecember(y, m int) point {
	if m == 12 {
		p.last = NewDay(y, 12, 31)
	}
	return p
}

func carry(y, m int) (int, int) {
	y += floorDiv(m-1, 12)
	m = (m-1)%12 + 1
	if m < 1 {
		m += 12
	}
	return y, m
}

func yearPoint(y int) point {
	return point{NewDay(y, 1, 1), NewDay(y, 12, 31), uYear, written(y, 0, 0)}
}

func quarterPoint(y, q int) point {
	y += floorDiv(q-1, 4)
	q = ((q-1)%4+4)%4 + 1
	first := monthPoint(y, q*3-2)
	return point{first.first, monthPoint(y, q*3).last, uQuarter, written(y, 0, 0) + "-Q" + string(rune(48+q))}
}

func halfPoint(y, h int) point {
	y += floorDiv(h-1, 2)
	h = ((h-1)%2+2)%2 + 1
	return point{monthPoint(y, h*6-5).first, monthPoint(y, h*6).last, uHalf, written(y, 0, 0) + "-H" + string(rune(48+h))}
}

var seasonMonth = map[string]int{"SP": 3, "SU": 6, "FA": 9, "WI": 12}

// seasonPoint is the meteorological season; the winter of a year begins in its December.
func seasonPoint(y int, s string) point {
	m := seasonMonth[s]
	return point{monthPoint(y, m).first, monthPoint(y, m+2).last, uSeason, written(y, 0, 0) + "-" + s}
}

func decadePoint(d int) point {
	return point{NewDay(d*10, 1, 1), NewDay(d*10+9, 12, 31), uDecade, string(digits(nil, d, 3))}
}

// centuryPoint takes the leading two digits: 19 for the years 1900 to 1999.
func centuryPoint(c int) point {
	return point{NewDay(c*100, 1, 1), NewDay(c*100+99, 12, 31), uCentury, string(digits(nil, c, 2))}
}

func millenniumPoint(m int) point {
	return point{NewDay(m*1000, 1, 1), NewDay(m*1000+999, 12, 31), uMillen, string(digits(nil, m, 1))}
}

// isoWeek returns the ISO 8601 year and week of a day.
func isoWeek(d Day) (year, week int) {
	thursday := d - Day(d.Weekday()) + 4
	year, _, _ = thursday.Civil()
	return year, int(thursday-NewDay(year, 1, 1))/7 + 1
}

func weekPoint(d Day) point {
	monday := d - Day(d.Weekday()) + 1
	y, w := isoWeek(d)
	return point{monday, monday + 6, uWeek, string(digits(append(digits(nil, y, 4), "-W"...), w, 2))}
}

func weekendPoint(d Day) point {
	w := weekPoint(d)
	return point{w.first + 5, w.last, uWeekend, w.value + "-WE"}
}

// containing returns the stretch of a unit that holds a day.
func containing(d Day, u unit) point {
	y, m, _ := d.Civil()
	switch u {
	case uWeek:
		return weekPoint(d)
	case uWeekend:
		return weekendPoint(d)
	case uMonth:
		return monthPoint(y, m)
	case uQuarter:
		return quarterPoint(y, (m+2)/3)
	case uHalf:
		return halfPoint(y, (m+5)/6)
	case uSeason:
		switch {
		case m <= 2:
			return seasonPoint(y-1, "WI")
		case m <= 5:
			return seasonPoint(y, "SP")
		case m <= 8:
			return seasonPoint(y, "SU")
		case m <= 11:
			return seasonPoint(y, "FA")
		}
		return seasonPoint(y, "WI")
	case uYear:
		return yearPoint(y)
	case uDecade:
		return decadePoint(floorDiv(y, 10))
	case uCentury:
		return centuryPoint(floorDiv(y, 100))
	case uMillen:
		return millenniumPoint(floorDiv(y, 1000))
	}
	return dayPoint(d)
}

// shifted returns the stretch of a unit that lies n units from the one holding the day.
func shifted(d Day, u unit, n int) point {
	y, m, day := d.Civil()
	switch u {
	case uDay:
		return dayPoint(d + Day(n))
	case uWeek, uWeekend:
		return containing(d+Day(7*n), u)
	case "2W":
		return containing(d+Day(14*n), uWeek)
	case uMonth:
		y, m = carry(y, m+n)
		return monthPoint(y, m)
	case uQuarter:
		return quarterPoint(y, (m+2)/3+n)
	case uHalf:
		return halfPoint(y, (m+5)/6+n)
	case uSeason:
		return seasonShift(containing(d, uSeason), n)
	case uYear:
		return yearPoint(y + n)
	case uDecade:
		return decadePoint(floorDiv(y, 10) + n)
	case uCentury:
		return centuryPoint(floorDiv(y, 100) + n)
	case uMillen:
		return millenniumPoint(floorDiv(y, 1000) + n)
	}
	_ = day
	return dayPoint(d)
}

func seasonShift(p point, n int) point {
	y, m, _ := p.first.Civil()
	y, m = carry(y, m+3*n)
	return containing(NewDay(y, m, 1), uSeason)
}

// addDays moves a day by n units and stays a day, clamped to the end of a shorter month.
func addDays(d Day, u unit, n int) Day {
	y, m, day := d.Civil()
	switch u {
	case uDay:
		return d + Day(n)
	case uWeek, uWeekend:
		return d + Day(7*n)
	case "2W":
		return d + Day(14*n)
	case uQuarter:
		return addDays(d, uMonth, 3*n)
	case uMonth:
		y, m = carry(y, m+n)
		return min(NewDay(y, m, day), monthPoint(y, m).last)
	case uYear:
		return addDays(d, uMonth, 12*n)
	case uDecade:
		return addDays(d, uMonth, 120*n)
	case uCentury:
		return addDays(d, uMonth, 1200*n)
	}
	return d
}

func monthDays(y, m int) int { return int(monthPoint(y, m).last-monthPoint(y, m).first) + 1 }
