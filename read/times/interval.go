package times

import (
	"fmt"
	"strings"
)

// Day counts days since 1970-01-01 in the proleptic Gregorian calendar.
type Day int32

// NewDay returns the day of a civil date. Month is 1 to 12; a day past the end of the month runs over into the next.
func NewDay(year, month, day int) Day {
	// Howard Hinnant's days_from_civil, shifted so that March begins the year.
	if month <= 2 {
		year--
	}
	era := floorDiv(year, 400)
	yoe := year - era*400
	m := (month + 9) % 12
	doy := (153*m+2)/5 + day - 1
	doe := yoe*365 + yoe/4 - yoe/100 + doy
	return Day(era*146097 + doe - 719468)
}

// Civil returns year, month (1–12) and day of the month.
func (d Day) Civil() (year, month, day int) {
	z := int(d) + 719468
	era := floorDiv(z, 146097)
	doe := z - era*146097
	yoe := (doe - doe/1460 + doe/36524 - doe/146096) / 365
	doy := doe - (365*yoe + yoe/4 - yoe/100)
	m := (5*doy + 2) / 153
	day = doy - (153*m+2)/5 + 1
	month = (m+2)%12 + 1
	year = yoe + era*400
	if month <= 2 {
		year++
	}
	return year, month, day
}

// Weekday returns 1 for Monday to 7 for Sunday.
func (d Day) Weekday() int { return (int(d)%7+7+3)%7 + 1 }

// String writes the day as YYYY-MM-DD.
func (d Day) String() string {
	y, m, day := d.Civil()
	return written(y, m, day)
}

func floorDiv(a, b int) int {
	q := a / b
	if a%b != 0 && (a < 0) != (b < 0) {
		q--
	}
	return q
}

// Moment is one end of an interval: a day, with a clock time where one is written. The zero Moment is open (unknown).
type Moment struct {
	Known   bool
	Day     Day
	Clocked bool // Second holds a time of day
	Second  int  // seconds since local midnight, 0 to 86,400
	Zoned   bool // Offset was written or follows from a written zone
	Offset  int  // minutes east of UTC
}

// On returns the moment that is a whole day.
func On(d Day) Moment { return Moment{Known: true, Day: d} }

// String writes the moment as ISO 8601: a date, or a date-time with its offset where one was written. Open is "".
func (m Moment) String() string {
	if !m.Known {
		return ""
	}
	if !m.Clocked {
		return m.Day.String()
	}
	var b strings.Builder
	fmt.Fprintf(&b, "%sT%02d:%02d:%02d", m.Day, m.Second/3600, m.Second/60%60, m.Second%60)
	switch {
	case m.Zoned && m.Offset == 0:
		b.WriteByte('Z')
	case m.Zoned:
		sign, off := '+', m.Offset
		if off < 0 {
			sign, off = '-', -off
		}
		fmt.Fprintf(&b, "%c%02d:%02d", sign, off/60, off%60)
	}
	return b.String()
}

// Grain is how fine an interval was told.
type Grain string

const (
	Minute  Grain = "minute"
	ADay    Grain = "day"
	Week    Grain = "week"
	Month   Grain = "month"
	Quarter Grain = "quarter"
	Year    Grain = "year"
	Decade  Grain = "decade"
	Unknown Grain = "unknown"
)

// Interval is a stretch of time with inclusive ends, either of which may be open. The zero Interval says nothing; its grain
// reads as unknown.
type Interval struct {
	Earliest Moment
	Latest   Moment
	Grain    Grain
}

// Between returns the interval from the first to the last day.
func Between(first, last Day, grain Grain) Interval { return Interval{On(first), On(last), grain} }

// Known says whether at least one end is closed.
func (i Interval) Known() bool { return i.Earliest.Known || i.Latest.Known }

// Single returns the only day the interval can be, if it is one.
func (i Interval) Single() (Day, bool) {
	if i.Earliest.Known && i.Latest.Known && i.Earliest.Day == i.Latest.Day {
		return i.Earliest.Day, true
	}
	return 0, false
}

// Meet returns what both intervals allow, by days, and false when they exclude each other. The finer grain is kept.
func (i Interval) Meet(j Interval) (Interval, bool) {
	out := i
	if j.Earliest.Known && (!i.Earliest.Known || j.Earliest.Day > i.Earliest.Day) {
		out.Earliest = j.Earliest
	}
	if j.Latest.Known && (!i.Latest.Known || j.Latest.Day < i.Latest.Day) {
		out.Latest = j.Latest
	}
	if out.Earliest.Known && out.Latest.Known && out.Earliest.Day > out.Latest.Day {
		return i, false
	}
	if j.Grain.rank() < i.Grain.rank() {
		out.Grain = j.Grain
	}
	return out, true
}

func (g Grain) rank() int {
	for n, grain := range []Grain{Minute, ADay, Week, Month, Quarter, Year, Decade} {
		if g == grain {
			return n
		}
	}
	return 7
}

// String writes the interval for people: "2019-05-13", "2019-05-01…2019-05-10", "…2019-05-10" or "unknown".
func (i Interval) String() string {
	if !i.Known() {
		return "unknown"
	}
	if i.Earliest == i.Latest {
		return i.Earliest.String()
	}
	return i.Earliest.String() + "…" + i.Latest.String()
}
