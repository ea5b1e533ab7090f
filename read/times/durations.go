package times

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/hearsay-news/hearsay/read/syntax"
	"github.com/hearsay-news/hearsay/read/times/pattern"
)

// periodUnit is how a unit is written in a period value after its count, without the T of clock units.
func periodUnit(u unit) string {
	switch u {
	case uMinute:
		return "M"
	case uWeekend:
		return "WE"
	case "2W":
		return "W"
	}
	return string(u)
}

// period writes a TIMEX duration: P3D, PT2H, P2.5Y, PXY.
func period(n float64, vague bool, u unit) string {
	count := "X"
	if !vague {
		if u == "2W" {
			n *= 2
		}
		count = strconv.FormatFloat(n, 'f', -1, 64)
	}
	if u == uDecade && !vague {
		count, u = strconv.FormatFloat(n*10, 'f', -1, 64), uYear
	}
	if u == uCentury && !vague && n != float64(int(n)) { // half a century
		count, u = strconv.FormatFloat(n*100, 'f', -1, 64), uYear
	}
	switch u {
	case uHour, uMinute, uSecond:
		return "PT" + count + periodUnit(u)
	}
	return "P" + count + periodUnit(u)
}

func (f *finder) buildBareUnits(m *pattern.Match) (mean meaning, ok bool) {
	t := m.Group("units")
	u := unit(t.Val)
	if m.Rule.Name == "units-ago" && f.lower(m.End-1) == "ago" {
		mean := f.ref("PAST_REF")
		return mean, u != uSecond
	}
	if m.Rule.Name == "units-over" && (u != uYear && u != uDecade && u != uCentury || f.lower(m.End) == "of" || f.lower(m.End) == "that") {
		return mean, false // "over the days of the strike"
	}
	if m.Rule.Name != "dur-plural" { // "in the weeks before", "a years-old feud"
		return meaning{typ: DURATION, value: period(0, true, u), vague: true, unit: u}, calendar(u)
	}
	if u == uSecond || u == uMinute && f.lower(m.Atom) == "mins" {
		return mean, false
	}
	mean, ok = meaning{typ: DURATION, value: period(0, true, u), vague: true, unit: u, quiet: f.quietPlural(m)}, true
	return mean, ok
}

func (f *finder) buildDurationRange(m *pattern.Match) (mean meaning, ok bool) {
	n, n2 := m.Group("num"), m.Group("num2")
	u := f.unitOf(m)
	if n == nil || n2 == nil {
		return mean, false
	}
	mean, ok = meaning{typ: DURATION, value: period(n.Num, false, u), n: n.Num, unit: u}, true
	return mean, ok
}

func (f *finder) buildDurationSum(m *pattern.Match) (mean meaning, ok bool) {
	var counts []float64
	var units []unit
	for _, name := range [3][2]string{{"num", "unit"}, {"num2", "unit2"}, {"num3", "unit3"}} {
		if n, u := m.Group(name[0]), m.Group(name[1]); n != nil {
			counts, units = append(counts, n.Num), append(units, unit(u.Val))
		}
	}
	mean, ok = sum(counts, units)
	return mean, ok
}

func (f *finder) buildAllUnit(m *pattern.Match) (mean meaning, ok bool) {
	u := unit(m.Group("unit").Val)
	mean, ok = meaning{typ: DURATION, value: period(1, false, u), n: 1, unit: u}, calendar(u)
	return mean, ok
}

func (f *finder) buildSomeTime(m *pattern.Match) (mean meaning, ok bool) {
	mean, ok = meaning{typ: DURATION, value: "PXX", vague: true}, true
	return mean, ok
}

func (f *finder) buildStraight(m *pattern.Match) (mean meaning, ok bool) {
	u := f.unitOf(m)
	n := m.Group("ord").Num
	mean, ok = meaning{typ: DURATION, value: period(n, false, u), n: n, unit: u}, n > 1
	return mean, ok
}

func (f *finder) buildElapsed(m *pattern.Match) (mean meaning, ok bool) {
	var h, mi, sec int
	if _, err := fmt.Sscanf(m.Group("clock").Val, "%d:%d:%d", &h, &mi, &sec); err != nil {
		return mean, false
	}
	mean, ok = sum([]float64{float64(h), float64(mi), float64(sec)}, []unit{uHour, uMinute, uSecond})
	return mean, ok
}

func (f *finder) buildNights(m *pattern.Match) (mean meaning, ok bool) {
	n := m.Group("num").Num
	mean, ok = meaning{typ: DURATION, value: period(n, false, uDay), n: n, unit: uDay}, true
	return mean, ok
}

func (f *finder) buildBareUnitLong(m *pattern.Match) (mean meaning, ok bool) {
	u := f.unitOf(m)
	if m.Group("units") != nil {
		mean, ok = meaning{typ: DURATION, value: period(0, true, u), vague: true, unit: u}, true
	} else {
		mean, ok = meaning{typ: DURATION, value: period(1, false, u), n: 1, unit: u}, true
	}
	return mean, ok
}

func (f *finder) buildVagueSpan(m *pattern.Match) (mean meaning, ok bool) {
	u := unit(m.Group("units").Val)
	mean, ok = meaning{typ: DURATION, value: period(0, true, u), vague: true, unit: u, p: &Pending{Op: Past}}, true
	if m.Group("spannext") != nil || m.Group("futureword") != nil {
		mean.p.Op = Future
	}
	return mean, ok
}

func (f *finder) unitOf(m *pattern.Match) unit {
	for _, name := range []string{"unit", "units"} {
		if t := m.Group(name); t != nil {
			return unit(t.Val)
		}
	}
	return ""
}

func (f *finder) duration(m *pattern.Match) (meaning, bool) {
	u := f.unitOf(m)
	n, vague := durationCount(m)
	if f.noDuration(m, n, vague) {
		return meaning{}, false
	}
	mean := meaning{typ: DURATION, n: n, unit: u, vague: vague, value: period(n, vague, u)}
	if t := m.Group("num"); t != nil && n-float64(int(n)) == 0.5 && f.scan.Word(int(t.End)-2) == "/" { // 2 1/2 hours
		mean.value = halves(int(n), u, mean.value)
	}
	if m.Rule.Name == "dur-half2" || m.Rule.Name == "dur-half3" {
		mean.value = halves(int(n), u, mean.value)
	}
	if m.Group("couple") != nil {
		mean.mod = "APPROX"
	}
	if i := f.token(m.End); u == uDay && f.lower(m.Atom) == "one" && i >= 0 && f.tokens[i].XPOS == syntax.VB {
		return f.ref("FUTURE_REF"), true // "will one day be king"
	}
	if m.Rule.Name == "dur-next" && n == float64(int(n)) {
		count := int(n)
		if m.Group("spanpast") != nil {
			count = -count
		}
		mean.p = &Pending{Op: Span, Unit: Grain(u), Count: count}
	}
	if w := f.lower(m.Atom); (w == "a" || w == "an") && m.Group("num") == nil && !vague && m.Group("half") == nil && m.Group("couple") == nil && f.rate(m) {
		mean.typ = SET
	}
	return mean, true
}

// durationCount is how many units a duration has; vague where it tells none.
func durationCount(m *pattern.Match) (n float64, vague bool) {
	switch {
	case m.Rule.Name == "dur-halfunit":
		return 0.5, false
	case m.Group("num") != nil:
		n = m.Group("num").Num
	case m.Group("vague") != nil:
		vague = true
	case m.Group("half") != nil:
		n = 0.5
	case m.Group("couple") != nil:
		n = 2
	default:
		n = 1
	}
	if m.Rule.Args["half"] != "" {
		n += 0.5
	}
	if m.Rule.Args["quarter"] != "" {
		n += 0.25
	}
	return n, vague
}

// noDuration says whether a count with a unit tells no stretch of time: "some day", "60 Minutes", "three-quarters", "8 years old", "a year-earlier profit".
func (f *finder) noDuration(m *pattern.Match, n float64, vague bool) bool {
	u, units, num := f.unitOf(m), m.Group("units"), m.Group("num")
	switch next := f.lower(m.End); {
	case vague && m.Group("unit") != nil && f.lower(m.Atom) == "some":
		return true
	case units != nil && f.scan.Atoms[units.Atom].Capital && !f.scan.Atoms[units.Atom].Shouted && f.scan.Atoms[m.Atom].Kind == pattern.Digits:
		return true // the programme "60 Minutes"
	case u == uSecond && num == nil:
		return true
	case num != nil && num.Val == "" && n >= 1500 && n <= 2100 && (u == uDay || u == uYear && m.End-m.Atom > 2 && m.Group("unit") != nil):
		return true // a year before "day", "school year"
	case u == uQuarter && n == 3 && (f.lower(int(num.End)) == "-" || next == "of"):
		return true // the fraction
	case m.Rule.Name != "old-dur" && f.age(m):
		return true
	case next == "-":
		w := f.lower(m.End + 1)
		return w == "earlier" || w == "ago"
	}
	return false
}

// halves writes a half as a whole number of the next smaller unit where TIMEX has one.
func halves(n int, u unit, value string) string {
	count := strconv.Itoa(n)
	switch u {
	case uYear:
		return "P" + count + "Y6M"
	case uHour:
		return "PT" + count + "H30M"
	case uMinute:
		return "PT" + count + "M30S"
	}
	return value
}

// age says whether a duration is somebody's age: "59-year-old", "8 years old", "aged 8".
func (f *finder) age(m *pattern.Match) bool {
	i := m.End
	if f.lower(i) == "-" {
		i++
	}
	w := f.lower(i)
	return w == "old" || w == "olds" || w == "of" && f.lower(i+1) == "age"
}

// rate says whether "a week" tells how often: "four flights a week", "15 a year".
func (f *finder) rate(m *pattern.Match) bool {
	if m.Atom == 0 || f.scan.Atoms[m.Atom-1].Kind == pattern.Mark && f.lower(m.Atom-1) != "%" {
		return false
	}
	if f.scan.Atoms[m.Atom-1].Kind == pattern.Digits {
		return true
	}
	i := f.token(m.Atom - 1)
	if i > 0 && f.tokens[i-1].XPOS == syntax.CD && strings.HasSuffix(f.lower(m.Atom-1), "s") {
		return true // whatever the tag: "four trains a week"
	}
	return i >= 0 && f.tokens[i].XPOS == syntax.NNS
}

// quietPlural says whether bare "days", "years" means no stretch of time of its own here.
func (f *finder) quietPlural(m *pattern.Match) bool {
	switch f.lower(m.Atom - 1) {
	case "for", "within":
		return false
	}
	return true
}

// smaller says how many of the next smaller unit a unit has.
var smaller = map[unit]struct {
	n    float64
	unit unit
}{uYear: {12, uMonth}, uWeek: {7, uDay}, uHour: {60, uMinute}, uMinute: {60, uSecond}}

// sum adds counts of ever smaller units into one value: P2Y3M, PT3H7M35S.
func sum(counts []float64, units []unit) (meaning, bool) {
	order := map[unit]int{uSecond: 1, uMinute: 2, uHour: 3, uDay: 4, uWeek: 5, uMonth: 6, uQuarter: 7, uYear: 8, uDecade: 9, uCentury: 10}
	mean := meaning{typ: DURATION, n: counts[0], unit: units[0]}
	date, clock := "P", "T"
	for i, u := range units {
		if i > 0 && order[u] >= order[units[i-1]] {
			return meaning{}, false
		}
		piece := strconv.FormatFloat(counts[i], 'f', -1, 64) + periodUnit(u)
		switch u {
		case uHour, uMinute, uSecond:
			clock += piece
		default:
			date += piece
		}
		if next := smaller[mean.unit]; i > 0 && next.unit == u {
			mean.n, mean.unit = mean.n*next.n+counts[i], u
		}
	}
	if mean.value = date; clock != "T" {
		mean.value += clock
	}
	return mean, true
}

func (f *finder) reference(m *pattern.Match) (meaning, bool) {
	var value string
	for _, name := range []string{"present", "past", "future"} {
		if t := m.Group(name); t != nil {
			value = t.Val
		}
	}
	compound := m.End < len(f.scan.Atoms) && f.scan.Atoms[m.End].Glued && f.lower(m.End) == "-"
	return f.ref(value), !compound // "the now-closed mill"
}

// referenceAdj keeps "current", "recent" and "future" as references only where they stand before a noun.
func (f *finder) referenceAdj(m *pattern.Match) (meaning, bool) {
	var value string
	for _, name := range []string{"presentadj", "pastadj", "futureadj"} {
		if t := m.Group(name); t != nil {
			value = t.Val
		}
	}
	return f.ref(value), true
}

func (f *finder) ref(value string) meaning {
	op := map[string]Op{"PRESENT_REF": Now, "PAST_REF": Past, "FUTURE_REF": Future}[value]
	return meaning{typ: DATE, value: value, p: &Pending{Op: op}}
}
