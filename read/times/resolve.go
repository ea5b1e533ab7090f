package times

import (
	"strconv"
	"strings"
)

// Resolve turns a pending value into an interval under an anchor that is known better now. It is the only call compare makes. Where
// the anchor is itself an interval, so is the result: everything it can be between the first and the last day of the anchor.
func Resolve(p Pending, anchor Interval) Interval {
	i, _ := resolve(&p, anchor)
	return i
}

// resolve also gives the TIMEX value, which keeps an X for what the anchor leaves open.
func resolve(p *Pending, anchor Interval) (Interval, string) {
	if !p.hangs() {
		pt, ok := p.at(0)
		if !ok {
			return Interval{}, p.unanchored()
		}
		return p.interval(pt), p.value(pt)
	}
	if !anchor.Known() {
		return Interval{}, p.unanchored()
	}
	if !anchor.Earliest.Known || !anchor.Latest.Known {
		end := anchor.Earliest
		if !end.Known {
			end = anchor.Latest
		}
		pt, ok := p.at(end.Day)
		if !ok {
			return Interval{}, p.unanchored()
		}
		i := p.interval(pt)
		if anchor.Earliest.Known {
			i.Latest = Moment{}
		} else {
			i.Earliest = Moment{}
		}
		return i, p.unanchored()
	}
	switch p.Op {
	case Now:
		return Interval{anchor.Earliest, anchor.Latest, Unknown}, ""
	case Past:
		return Interval{Latest: anchor.Latest, Grain: Unknown}, ""
	case Future:
		return Interval{Earliest: anchor.Earliest, Grain: Unknown}, ""
	}
	first, ok1 := p.at(anchor.Earliest.Day)
	last, ok2 := first, ok1
	if anchor.Latest.Day != anchor.Earliest.Day {
		last, ok2 = p.at(anchor.Latest.Day)
	}
	if !ok1 || !ok2 {
		return Interval{}, p.unanchored()
	}
	i, j := p.seenFrom(first, anchor.Earliest.Day), p.seenFrom(last, anchor.Latest.Day)
	if first == last && i == j {
		return i, p.value(first)
	}
	i.Latest = j.Latest
	if p.Op != Span {
		i.Grain = anchor.Grain
		if j.Grain.rank() > i.Grain.rank() {
			i.Grain = j.Grain
		}
	}
	return i, p.unanchored()
}

// seenFrom is the stretch that a worked-out point covers for who writes on a day: "last week" of a Sunday's page is the week that has just ended.
func (p *Pending) seenFrom(pt point, day Day) Interval {
	if p.Op == Shift && p.Of == nil && unit(p.Unit) == uWeek && p.Count == -1 && day.Weekday() == 7 {
		return Between(day-7, day-1, Week)
	}
	return p.interval(pt)
}

// hangs says whether the value hangs on the anchor.
func (p *Pending) hangs() bool {
	for ; p != nil; p = p.Of {
		if p.Op == At {
			return false
		}
	}
	return true
}

// at works the value out for an anchor day.
func (p *Pending) at(anchor Day) (point, bool) {
	base := dayPoint(anchor)
	if p.Of != nil {
		var ok bool
		if base, ok = p.Of.at(anchor); !ok {
			return point{}, false
		}
	}
	if p.Side == Inside {
		return p.within(base)
	}
	switch p.Op {
	case Anchor:
		return base, true
	case At:
		return parsePoint(p.Date)
	case Shift:
		return p.shifted(base), true
	case Add: // a day moved by a count of units, keeping the day
		if base.unit != uDay && coarser(base.unit, unit(p.Unit)) {
			return shifted(base.first, base.unit, p.Count), true
		}
		if base.unit != uDay && base.unit == unit(p.Unit) { // "20 years before 2001"
			return shifted(base.first, base.unit, p.Count), true
		}
		day := base.first
		if p.Count > 0 {
			day = base.last
		}
		return dayPoint(addDays(day, unit(p.Unit), p.Count)), true
	case Weekday:
		return dayPoint(pickWeekday(base, p.Number, p.Side)), true
	case Weekend:
		return p.weekend(base.first), true
	case DayOfMonth:
		return p.pickMonthly(base, p.Number), true
	case MonthName, MonthDay, Season, QuarterOf, Half, Holiday:
		return p.pick(base, p.inYear), true
	case Span:
		return p.span(base), true
	}
	return point{}, false
}

// shifted is the unit that lies so many units away, or what is left or gone of it.
func (p *Pending) shifted(base point) point {
	day := base.first
	pt := shifted(day, unit(p.Unit), p.Count)
	switch {
	case day < pt.first || day > pt.last:
	case p.Side == After: // "later this year": what is left of it
		pt.first = day
	case p.Side == Before:
		pt.last = min(pt.last, base.last)
	}
	return pt
}

func (p *Pending) weekend(day Day) point {
	w := weekendPoint(day)
	switch {
	case (p.Side == Before || p.Side == Last) && day < w.first, p.Side == Near && day < w.first-2:
		return weekendPoint(day - 7)
	case p.Side == Next:
		return weekendPoint(day + 7)
	}
	return w
}

func (p *Pending) span(base point) point {
	day := base.first
	if p.Count < 0 && p.Of != nil {
		day = base.last
	}
	other := addDays(day, unit(p.Unit), p.Count)
	switch {
	case p.Count < 0 && p.Of != nil: // the year that ends on a day begins on the day after that of the year before
		return point{other + 1, day, uSpan, ""}
	case p.Count < 0:
		return point{other, day, uSpan, ""}
	}
	return point{day, other, uSpan, ""}
}

// inYear is what comes once a year, in one year.
func (p *Pending) inYear(y int) (point, bool) {
	switch p.Op {
	case MonthName:
		return monthPoint(y, p.Number), true
	case MonthDay:
		if p.Nth > monthDays(y, p.Number) {
			return point{}, false
		}
		return dayPoint(NewDay(y, p.Number, p.Nth)), true
	case Season:
		return seasonPoint(y, p.Name), true
	case QuarterOf:
		return quarterPoint(y, p.Number), true
	case Half:
		return halfPoint(y, p.Number), true
	case Holiday:
		return feast(p.Name, y)
	}
	return point{}, false
}

// value is the TIMEX value of a worked-out point.
func (p *Pending) value(pt point) string { return pt.value + p.clock() }

// clock is the innermost time of day: it may stand on any level of the value.
func (p *Pending) clock() string {
	for ; p != nil; p = p.Of {
		if p.Clock != "" {
			return p.Clock
		}
	}
	return ""
}

// unanchored is the TIMEX value without an anchor: what is told, with X for the rest.
func (p *Pending) unanchored() string {
	clock := p.clock()
	if day := p.everyYear(); day != "" {
		return "XXXX" + day + clock
	}
	switch p.Op {
	case Weekday:
		return "XXXX-WXX-" + strconv.Itoa(p.Number) + clock
	case Weekend, NthWeekend, FeastWeekend:
		return "XXXX-WXX-WE"
	case DayOfMonth:
		return "XXXX-XX-" + pad2(strconv.Itoa(p.Number)) + clock
	case MonthName:
		return "XXXX-" + pad2(strconv.Itoa(p.Number)) + clock
	case MonthDay:
		return "XXXX" + written(0, p.Number, p.Nth)[4:] + clock
	case Season:
		return "XXXX-" + p.Name + clock
	case QuarterOf:
		return "XXXX-Q" + strconv.Itoa(p.Number)
	case Half:
		return "XXXX-H" + strconv.Itoa(p.Number)
	case NthWeek:
		return "XXXX-WXX"
	case HalfOf:
		return p.Of.unanchored()
	case Shift:
		if value := shiftedUnanchored[unit(p.Unit)]; value != "" {
			return value
		}
	}
	return "XXXX-XX-XX" + clock
}

// shiftedUnanchored are values of units that lie somewhere.
var shiftedUnanchored = map[unit]string{uWeek: "XXXX-WXX", uWeekend: "XXXX-WXX-WE", uMonth: "XXXX-XX", uQuarter: "XXXX-QX", uYear: "XXXX", uDecade: "XXX", uCentury: "XX"}

// everyYear is the month and day of a value that hangs on a date without a year, where the year changes neither: "two days earlier" than 5 January
// is "-01-03". It is "" for all else, and around the end of February.
func (p *Pending) everyYear() string {
	root := p
	for ; root.Of != nil; root = root.Of {
		if root.Op != Shift && root.Op != Add {
			return ""
		}
	}
	if p == root || root.Op != MonthDay {
		return ""
	}
	plain, ok := p.at(NewDay(2001, 7, 1))
	leap, too := p.at(NewDay(2004, 7, 1))
	if !ok || !too || plain.first != plain.last || plain.value[4:] != leap.value[4:] {
		return ""
	}
	return plain.value[4:]
}

func pad2(s string) string {
	if len(s) == 1 {
		return "0" + s
	}
	return s
}

// interval is the stretch a worked-out point covers, narrowed by START, MID or END and by a clock.
func (p *Pending) interval(pt point) Interval {
	i := Between(pt.first, pt.last, grains[pt.unit])
	if p.Mod != "" && pt.first < pt.last && !(p.Op == Shift && p.Side != "") {
		i = narrowed(pt, p.Mod)
	}
	if clock := p.clock(); len(clock) > 2 && clock[1] >= '0' && clock[1] <= '9' && pt.unit == uDay {
		i = clocked(pt.first, clock, p.zone())
	}
	return i
}

// narrowed is the early, middle or late part of a stretch: of a month to the 10th, to the 20th and from the 21st, else about a third
// in whole units of the next grain.
func narrowed(pt point, mod string) Interval {
	y, m, _ := pt.first.Civil()
	third := map[string]int{"START": 0, "MID": 1, "END": 2}
	k, known := third[mod]
	if !known {
		return Between(pt.first, pt.last, grains[pt.unit])
	}
	months := func(n int, grain Grain) Interval { // thirds of n months each
		return Between(monthPoint(y, m+k*n).first, monthPoint(y, m+k*n+n-1).last, grain)
	}
	switch pt.unit {
	case uMonth:
		if k == 2 {
			return Between(pt.first+20, pt.last, Week)
		}
		return Between(pt.first+Day(10*k), pt.first+Day(10*k+9), Week)
	case uYear:
		return months(4, Quarter)
	case uHalf:
		return months(2, Quarter)
	case uQuarter, uSeason:
		return months(1, Month)
	case uWeek:
		cuts := [4]Day{0, 2, 4, 7}
		return Between(pt.first+cuts[k], pt.first+cuts[k+1]-1, ADay)
	case uDecade:
		cuts := [4]int{0, 4, 7, 10}
		return Between(NewDay(y+cuts[k], 1, 1), NewDay(y+cuts[k+1]-1, 12, 31), Year)
	case uCentury:
		cuts := [4]int{0, 30, 70, 100}
		return Between(NewDay(y+cuts[k], 1, 1), NewDay(y+cuts[k+1]-1, 12, 31), Decade)
	}
	return Between(pt.first, pt.last, grains[pt.unit])
}

func (p *Pending) zone() *int {
	for ; p != nil; p = p.Of {
		if p.Zone != nil {
			return p.Zone
		}
	}
	return nil
}

// clocked is the minute (or hour) of a written clock time.
func clocked(d Day, clock string, zone *int) Interval {
	clock = strings.TrimSuffix(clock[1:], "Z")
	f := strings.Split(clock, ":")
	h, _ := strconv.Atoi(f[0])
	m := Moment{Known: true, Day: d, Clocked: true, Second: h * 3600}
	if zone != nil {
		m.Zoned, m.Offset = true, *zone
	}
	if len(f) > 1 {
		n, _ := strconv.Atoi(f[1])
		m.Second += n * 60
	}
	if len(f) > 2 {
		n, _ := strconv.Atoi(f[2])
		m.Second += n
	}
	if m.Second >= 86400 { // midnight at the day's end
		m.Second -= 86400
		m.Day++
	}
	return Interval{m, m, Minute}
}
