package times

import (
	"strconv"
	"strings"

	"github.com/hearsay-news/hearsay/read/times/pattern"
)

func (f *finder) buildNightHour(m *pattern.Match) (meaning, bool) {
	day, t := f.of(m.Group("day")), m.Group("whole")
	part := day.p.clock()
	if len(t.Val) > 2 || t.Num < 1 || t.Num > 12 || m.Group("day").End-m.Group("day").Atom < 1 || f.followed(m.End) && m.End < len(f.scan.Atoms) && f.scan.Atoms[m.End].Kind != pattern.Mark {
		return meaning{}, false
	}
	hour := int(t.Num) % 12
	switch part {
	case "TAF", "TEV":
		hour += 12
	case "TNI":
		if hour > 5 {
			hour += 12
		}
	case "TMO":
	default:
		return meaning{}, false
	}
	p := *day.p
	p.Clock = "T" + pad2(strconv.Itoa(hour)) + ":00"
	return meaning{typ: TIME, p: &p}, true
}

func (f *finder) buildClock24(m *pattern.Match) (meaning, bool) {
	day := f.of(m.Group("day"))
	if day.p == nil || !f.isDay(day.p) {
		return meaning{}, false
	}
	p := *day.p
	p.Clock = "T" + m.Group("clock").Val
	return meaning{typ: TIME, p: &p}, true
}

func (f *finder) buildDayDot(m *pattern.Match) (meaning, bool) {
	t, day := m.Group("num"), f.of(m.Group("day"))
	minute := f.scan.Word(int(t.End) - 1)
	if t.End-t.Atom != 3 || len(minute) != 2 || minute > "59" || t.Num >= 24 || day.p == nil || !f.isDay(day.p) || f.lower(m.End) == "%" || f.lower(m.End) == "percent" {
		return meaning{}, false
	}
	p := *day.p
	p.Clock = "T" + pad2(strconv.Itoa(int(t.Num))) + ":" + minute
	return meaning{typ: TIME, p: &p}, true
}

func (f *finder) buildSetClock(m *pattern.Match) (meaning, bool) {
	set, clock := f.of(m.Group("everyset")), f.of(m.Group("clocktime"))
	mean := *set
	switch i := strings.IndexByte(mean.value, 'T'); {
	case mean.value == "P1D":
		mean.value = clock.p.Clock
	case i > 0: // every evening at 7:13
		mean.value = mean.value[:i] + clock.p.Clock
	default:
		mean.value += clock.p.Clock
	}
	return mean, true
}

func (f *finder) buildPartDay(m *pattern.Match) (meaning, bool) {
	day := f.of(m.Group("day"))
	if day.p == nil || day.typ != DATE || !f.isDay(day.p) {
		return meaning{}, false
	}
	p := *day.p
	p.Clock = f.partOf(m)
	if p.Mod != "" {
		return meaning{typ: TIME, p: &p, mod: p.Mod}, true
	}
	return meaning{typ: TIME, p: &p, mod: f.modOf(m)}, true
}

func (f *finder) buildThePart(m *pattern.Match) (meaning, bool) {
	today := &Pending{Op: sameDay}
	if m.Rule.Name == "mid-part" && f.lower(m.Atom+1) == "-" && f.lower(m.Atom) == "late" && m.Group("part").Val == "NI" {
		return meaning{}, false // "late-night talks"
	}
	today.Clock = f.partOf(m)
	return meaning{typ: TIME, p: today, mod: f.modOf(m)}, true
}

func (f *finder) buildMidPartDay(m *pattern.Match) (meaning, bool) {
	day := f.of(m.Group("day"))
	if day.p == nil || day.typ != DATE || !f.isDay(day.p) {
		return meaning{}, false
	}
	p := *day.p
	p.Clock = f.partOf(m)
	return meaning{typ: TIME, p: &p, mod: "MID"}, true
}

func (f *finder) buildOvernightDay(m *pattern.Match) (meaning, bool) {
	day := f.of(m.Group("day"))
	if day.p == nil || day.typ != DATE || !f.isDay(day.p) {
		return meaning{}, false
	}
	p := *day.p
	p.Clock = "TNI"
	return meaning{typ: TIME, p: &p}, true
}

func (f *finder) buildOvernight(m *pattern.Match) (meaning, bool) {
	today := &Pending{Op: sameDay}
	today.Clock = "TNI"
	return meaning{typ: TIME, p: today}, true
}

func (f *finder) buildClockDay(m *pattern.Match) (meaning, bool) {
	clock, day := f.of(m.Group("clocktime")), f.of(m.Group("day"))
	if day.p == nil || !f.isDay(day.p) {
		return meaning{}, false
	}
	p := *day.p
	p.Clock, p.Zone = clock.p.Clock, clock.p.Zone
	if part := day.p.clock(); part != "" && !f.halved(m.Group("clocktime")) && len(p.Clock) > 3 && p.Clock[1] < 'A' {
		p.Clock = inPart(p.Clock, part)
	}
	return meaning{typ: TIME, p: &p}, true
}

func (f *finder) buildModTime(m *pattern.Match) (meaning, bool) {
	base := *f.of(m.Group("day"))
	base.quiet = false
	base.mod = f.modOf(m)
	if t := m.Group("ahead"); t != nil {
		base.mod = "END"
		if f.lower(m.Atom) == "earlier" {
			base.mod = "START"
		}
	}
	return base, true
}

// isDay says whether a value is one day, so that a clock can stand on it.
func (f *finder) isDay(p *Pending) bool {
	switch p.Op {
	case Weekday, MonthDay, Holiday, sameDay, DayOfMonth, NthWeekday, NthWeekend, NthDay:
		return true
	case At:
		return len(p.Date) == 10
	case Shift, Add:
		return unit(p.Unit) == uDay
	}
	return false
}

// partOf is the clock value of a part or point of the day.
func (f *finder) partOf(m *pattern.Match) string {
	if t := m.Group("part"); t != nil {
		return "T" + t.Val
	}
	if t := m.Group("point"); t != nil {
		return pointClock(t.Val)
	}
	return ""
}

func pointClock(v string) string {
	switch v {
	case "DAWN":
		return "TMO"
	case "DUSK":
		return "TEV"
	}
	return v
}

// clockPast is "half past nine", "20 past eight", "quarter to six".
func (f *finder) clockPast(m *pattern.Match) (meaning, bool) {
	hour := int(m.Group("num").Num)
	minute := 0
	if t := m.Group("halfpast"); t != nil {
		minute = int(t.Num)
	} else {
		minute = int(m.Group("minutes").Num)
		if m.Group("to") != nil {
			switch f.lower(int(m.Group("minutes").End)) {
			case "min", "minutes", "mins":
			default:
				return meaning{}, false // "5 to 6pm" is a range
			}
			minute = -minute
		}
		if minute > 59 || minute < -59 || m.End-m.Atom < 4 && f.lower(m.End-1) != "clock" { // "two to three" is a range
			return meaning{}, false
		}
	}
	if hour < 1 || hour > 24 {
		return meaning{}, false
	}
	if t := m.Group("halfday"); t != nil && hour <= 12 {
		hour %= 12
		if t.Val == "P" {
			hour += 12
		}
	}
	if t := m.Group("part"); t != nil && hour < 12 && (t.Val == "AF" || t.Val == "EV" || t.Val == "NI" && hour > 5) {
		hour += 12
	}
	total := (hour*60 + minute + 1440) % 1440
	return meaning{typ: TIME, p: &Pending{Op: sameDay, Clock: "T" + pad2(strconv.Itoa(total/60)) + ":" + pad2(strconv.Itoa(total%60))}}, true
}

// clockRange is the 5 of "5 to 6pm": the half of the day is told at the end only.
func (f *finder) clockRange(m *pattern.Match) (meaning, bool) {
	end := f.of(m.Group("end"))
	clock := end.p.Clock
	if len(clock) < 6 || clock[1] < '0' || clock[1] > '9' {
		return meaning{}, false
	}
	endHour, _ := strconv.Atoi(clock[1:3])
	hour, minutes := 0, ":00"
	if t := m.Group("clock"); t != nil {
		h, rest, _ := strings.Cut(t.Val, ":")
		hour, _ = strconv.Atoi(h)
		minutes = ":" + rest
	} else {
		t := m.Group("whole")
		hour = int(t.Num)
		if len(t.Val) > 2 || hour < 1 || hour > 24 {
			return meaning{}, false
		}
	}
	if endHour >= 12 && hour < 12 && hour+12 <= endHour && f.halved(m.Group("end")) {
		hour += 12
	}
	p := Pending{Op: sameDay}
	if t := m.Group("day"); t != nil {
		day := f.of(t)
		if day.p == nil || !f.isDay(day.p) {
			return meaning{}, false
		}
		p = *day.p
	}
	p.Clock, p.Zone = "T"+pad2(strconv.Itoa(hour))+minutes, end.p.Zone
	return meaning{typ: TIME, p: &p}, true
}

// bareRange is one end of "from 3 to 5 on Friday": hours without a sign, which only a day and both prepositions make sure.
func (f *finder) bareRange(m *pattern.Match) (meaning, bool) {
	day := f.of(m.Group("day"))
	if day.p == nil || !f.isDay(day.p) {
		return meaning{}, false
	}
	for _, name := range []string{"whole", "end", "first"} {
		if t := m.Group(name); t != nil && (t.Num < 1 || t.Num > 24 || len(t.Val) > 2) {
			return meaning{}, false
		}
	}
	p := *day.p
	clock := ""
	if t := m.Group("clock"); t != nil {
		clock = "T" + t.Val
	} else {
		clock = "T" + pad2(strconv.Itoa(int(m.Group("whole").Num))) + ":00"
	}
	p.Clock = inPart(clock, day.p.clock())
	return meaning{typ: TIME, p: &p}, true
}

// inPart moves a clock time into the part of the day that is told beside it: seven in the evening is T19:00.
func inPart(clock, part string) string {
	hour, err := strconv.Atoi(clock[1:3])
	if err != nil || hour >= 12 {
		return clock
	}
	if part == "TAF" || part == "TEV" || part == "TNI" && hour > 5 {
		return "T" + strconv.Itoa(hour+12) + clock[3:]
	}
	return clock
}

// halved says whether a clock time was written with a.m. or p.m. or a part of the day.
func (f *finder) halved(t *pattern.Term) bool {
	for i := int(t.Atom); i < int(t.End); i++ {
		switch f.lower(i) {
		case "p", "pm", "afternoon", "evening", "night":
			return true
		}
	}
	return false
}

// clock is a time of day as it is written: "11:30 a.m.", "1420 GMT", "nine o'clock", "noon".
func (f *finder) clock(m *pattern.Match) (meaning, bool) {
	if t := m.Group("point"); t != nil {
		return f.pointOfDay(m, t)
	}
	hour, minutes := f.hourOf(m)
	if hour < 0 || hour > 24 {
		return meaning{}, false
	}
	half := m.Group("halfday")
	if half == nil {
		if half = m.Group("halfabbr"); half != nil && !f.scan.Atoms[half.Atom].Glued {
			return meaning{}, false
		}
	}
	if half != nil {
		if hour > 12 || hour == 0 {
			return meaning{}, false
		}
		hour %= 12
		if half.Val == "P" {
			hour += 12
		}
	}
	if t := m.Group("part"); t != nil && hour < 12 && (t.Val == "AF" || t.Val == "EV" || t.Val == "NI" && hour > 5) {
		hour += 12
	}
	zone, ok := f.zoneOf(m)
	if !ok {
		return meaning{}, false
	}
	p := &Pending{Op: sameDay, Clock: "T" + pad2(strconv.Itoa(hour)) + minutes, Zone: zone}
	if zone != nil && *zone == 0 {
		p.Clock += "Z"
	}
	return meaning{typ: TIME, p: p}, true
}

// pointOfDay is noon, midnight, dawn or dusk.
func (f *finder) pointOfDay(m *pattern.Match, t *pattern.Term) (meaning, bool) {
	if m.Atom > 0 && f.scan.Atoms[m.Atom].Capital && !f.scan.Atoms[m.Atom].Shouted {
		return meaning{}, false // the film "High Noon"
	}
	if next := m.End; next < len(f.scan.Atoms) && f.scan.Atoms[m.Atom].Capital && f.scan.Atoms[next].Capital && f.scan.Atoms[next].Word < 0 {
		return meaning{}, false // "Midnight Mass"
	}
	p := &Pending{Op: sameDay, Clock: pointClock(t.Val)}
	if t.Val[0] == 'D' { // dawn and dusk need a day beside them
		return meaning{typ: TIME, p: p, quiet: true}, true
	}
	if z := m.Group("zone"); z != nil {
		minutes := int(z.Num)
		if p.Zone = &minutes; minutes == 0 {
			p.Clock += "Z"
		}
	}
	return meaning{typ: TIME, p: p}, true
}

// hourOf is the hour of a clock time and its minutes as TIMEX writes them, -1 where the words are none.
func (f *finder) hourOf(m *pattern.Match) (hour int, minutes string) {
	switch {
	case m.Group("clock") != nil:
		h, rest, _ := strings.Cut(m.Group("clock").Val, ":")
		hour, _ = strconv.Atoi(h)
		return hour, ":" + rest
	case m.Group("whole") != nil:
		return wholeHour(m.Group("whole"), m.Group("halfday") != nil)
	case m.Group("num") != nil:
		t := m.Group("num")
		hour, minutes = int(t.Num), ":00"
		if t.End-t.Atom == 3 { // 6.40 p.m.
			frac := f.scan.Word(int(t.End) - 1)
			if len(frac) != 2 || frac > "59" {
				return -1, ""
			}
			minutes = ":" + frac
		}
		return hour, minutes
	}
	return -1, ""
}

// wholeHour reads digits without a mark: "9", "1420" and, before a.m. and p.m., "930".
func wholeHour(t *pattern.Term, halved bool) (hour int, minutes string) {
	switch len(t.Val) {
	case 4:
		if t.Num >= 2401 || t.Val[2] > '5' {
			return -1, ""
		}
		return int(t.Num) / 100, ":" + t.Val[2:]
	case 3:
		if !halved || t.Val[1] > '5' {
			return -1, ""
		}
		return int(t.Num) / 100, ":" + t.Val[1:]
	}
	return int(t.Num), ":00"
}

// zoneOf is the zone or offset written beside a clock time, in minutes east of UTC; nil where none is.
func (f *finder) zoneOf(m *pattern.Match) (zone *int, ok bool) {
	if t := m.Group("zone"); t != nil {
		z := int(t.Num)
		zone = &z
	}
	t := m.Group("offset")
	if t == nil {
		return zone, true
	}
	z := int(t.Num * 60)
	if m.Rule.Name == "clock-offset" { // +0530
		if len(t.Val) != 4 || !f.scan.Atoms[t.Atom].Glued {
			return nil, false
		}
		z = int(t.Num)/100*60 + int(t.Num)%100
	}
	if m.Group("minus") != nil {
		z = -z
	}
	return &z, true
}
