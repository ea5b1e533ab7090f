package view

import (
	"cmp"
	"fmt"

	"github.com/hearsay-news/hearsay/read/times"
)

// When is an interval as it is shown: its ends, and in words.
type When struct {
	Earliest *string        `json:"earliest"`
	Latest   *string        `json:"latest"`
	Grain    times.Grain    `json:"grain"`
	Words    string         `json:"words"`
	Day      string         `json:"-"` // the words without a time of day, for tables
	Interval times.Interval `json:"-"`
}

// NewWhen returns an interval as it is shown.
func NewWhen(i times.Interval) When {
	w := When{Grain: i.Grain, Words: DateWords(i), Interval: i}
	days := i
	days.Earliest, days.Latest = wholeDay(i.Earliest), wholeDay(i.Latest)
	w.Day = DateWords(days)
	if w.Grain == "" {
		w.Grain = times.Unknown
	}
	if i.Earliest.Known {
		s := i.Earliest.String()
		w.Earliest = &s
	}
	if i.Latest.Known {
		s := i.Latest.String()
		w.Latest = &s
	}
	return w
}

func wholeDay(m times.Moment) times.Moment { return times.Moment{Known: m.Known, Day: m.Day} }

// AsOf writes when a figure held: "as of 5 March 2023", "by 8 March 2023".
func (w When) AsOf() string {
	if w.Interval.Earliest.Known == w.Interval.Latest.Known {
		return "as of " + w.Day
	}
	return w.Day
}

func whenOrNil(i *times.Interval) *When {
	if i == nil || !i.Known() {
		return nil
	}
	w := NewWhen(*i)
	return &w
}

var monthNames = [...]string{"", "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"}

// DateWords writes an interval for people: "18 July 2021", "1–10 May 2021", "July 2021", "by 10 May 2021", "date unknown".
func DateWords(i times.Interval) string {
	switch {
	case !i.Known():
		return "date unknown"
	case !i.Earliest.Known:
		return "by " + momentWords(i.Latest)
	case !i.Latest.Known:
		return "from " + momentWords(i.Earliest)
	case i.Earliest == i.Latest:
		return momentWords(i.Earliest)
	}
	y1, m1, d1 := i.Earliest.Day.Civil()
	y2, m2, d2 := i.Latest.Day.Civil()
	lastOfMonth := (i.Latest.Day + 1)
	_, _, next := lastOfMonth.Civil()
	switch {
	case i.Earliest.Day == i.Latest.Day: // the same day by the clock, from … to
		return momentWords(i.Earliest) + "–" + clockWords(i.Latest)
	case d1 == 1 && next == 1 && y1 == y2 && m1 == m2:
		return fmt.Sprintf("%s %d", monthNames[m1], y1)
	case d1 == 1 && m1 == 1 && d2 == 31 && m2 == 12 && y1 == y2:
		return fmt.Sprint(y1)
	case d1 == 1 && m1 == 1 && d2 == 31 && m2 == 12:
		return fmt.Sprintf("%d–%d", y1, y2)
	case d1 == 1 && next == 1 && y1 == y2:
		return fmt.Sprintf("%s–%s %d", monthNames[m1], monthNames[m2], y1)
	case y1 == y2 && m1 == m2:
		return fmt.Sprintf("%d–%d %s %d", d1, d2, monthNames[m1], y1)
	case y1 == y2:
		return fmt.Sprintf("%d %s – %d %s %d", d1, monthNames[m1], d2, monthNames[m2], y1)
	}
	return dayWords(i.Earliest.Day) + " – " + dayWords(i.Latest.Day)
}

func dayWords(d times.Day) string {
	y, m, day := d.Civil()
	return fmt.Sprintf("%d %s %d", day, monthNames[m], y)
}

func momentWords(m times.Moment) string {
	if !m.Clocked {
		return dayWords(m.Day)
	}
	return dayWords(m.Day) + ", " + clockWords(m)
}

func clockWords(m times.Moment) string {
	s := fmt.Sprintf("%02d:%02d", m.Second/3600, m.Second/60%60)
	switch {
	case m.Zoned && m.Offset == 0:
		s += " UTC"
	case m.Zoned:
		sign, off := "+", m.Offset
		if off < 0 {
			sign, off = "−", -off
		}
		s += fmt.Sprintf(" UTC%s%02d:%02d", sign, off/60, off%60)
	}
	return s
}

// earlier orders intervals for tables: by first possible day, then by last, unknown dates at the end.
func earlier(a, b times.Interval) int {
	if a.Known() != b.Known() {
		if a.Known() {
			return -1
		}
		return 1
	}
	return compareMoments(sortKey(a), sortKey(b))
}

func sortKey(i times.Interval) [2]times.Moment {
	lo, hi := i.Earliest, i.Latest
	if !lo.Known {
		lo = hi
	}
	if !hi.Known {
		hi = lo
	}
	return [2]times.Moment{lo, hi}
}

func compareMoments(a, b [2]times.Moment) int {
	return cmp.Or(int(a[0].Day)-int(b[0].Day), int(a[1].Day)-int(b[1].Day), a[0].Second-b[0].Second, a[1].Second-b[1].Second)
}

// noDay is an interval that nothing is known of.
var noDay = times.Interval{}

// daySpan is the time from a day to another.
func daySpan(first, last times.Day) times.Interval {
	return times.Interval{Earliest: times.On(first), Latest: times.On(last), Grain: times.ADay}
}

// LastOfMonth says whether an interval ends with a month.
func LastOfMonth(i times.Interval) bool {
	_, _, next := (i.Latest.Day + 1).Civil()
	return i.Latest.Known && next == 1
}
