package times

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/hearsay-news/hearsay/read/syntax"
	"github.com/hearsay-news/hearsay/read/times/pattern"
)

func (f *finder) buildValue(m *pattern.Match) (meaning, bool) {
	t := m.Group("iso")
	return meaning{typ: DATE, p: at(t.Val), hasYear: true}, valid(t.Val)
}

func (f *finder) buildYearMonth(m *pattern.Match) (meaning, bool) {
	n := int(m.Group("whole").Num)
	if !f.scan.Atoms[m.End-1].Glued || n < 1 || n > 12 || m.End < len(f.scan.Atoms) && f.scan.Atoms[m.End].Glued && f.scan.Atoms[m.End].Kind != pattern.Mark {
		return meaning{}, false
	}
	if y := m.Group("year"); n == y2(int(y.Num)+1) && len(f.scan.Word(m.End-1)) == 2 {
		return meaning{}, false // 2010-11 is a span of years
	}
	return meaning{typ: DATE, p: at(fmt.Sprintf("%04d-%02d", int(m.Group("year").Num), n)), hasYear: true}, true
}

func (f *finder) buildMonthNum(m *pattern.Match) (meaning, bool) {
	t := m.Group("whole")
	n := int(t.Num)
	if n < 1 || n > 12 || len(t.Val) > 2 || !f.scan.Atoms[m.End-1].Glued || !f.scan.Atoms[m.End-2].Glued || f.scan.Atoms[m.Atom].Glued && m.Atom > 0 && f.scan.Atoms[m.Atom-1].Kind == pattern.Mark {
		return meaning{}, false
	}
	return meaning{typ: DATE, p: at(fmt.Sprintf("%04d-%02d", int(m.Group("year").Num), n)), hasYear: true}, m.End >= len(f.scan.Atoms) || !f.scan.Atoms[m.End].Glued || f.scan.Atoms[m.End].Kind == pattern.Mark
}

func (f *finder) buildShiftUnit(m *pattern.Match) (meaning, bool) {
	n, _ := strconv.Atoi(m.Rule.Args["count"])
	u := unit(m.Group("unit").Val)
	return meaning{typ: DATE, p: &Pending{Op: Shift, Unit: Grain(u), Count: n}}, calendar(u) && u != uDay
}

func (f *finder) buildYear(m *pattern.Match) (meaning, bool) {
	t := m.Group("year")
	if m.Rule.Args["sure"] == "" && f.notYear(m, t) {
		return meaning{}, false
	}
	return meaning{typ: DATE, p: at(fmt.Sprintf("%04d", int(t.Num))), hasYear: true}, true
}

func (f *finder) buildYear2(m *pattern.Match) (meaning, bool) {
	if f.name(m.Atom - 1) {
		return meaning{}, false // "Suite '11"
	}
	return meaning{typ: DATE, p: at(strconv.Itoa(century2(int(m.Group("year2").Num)))), hasYear: true}, !f.apostrophe(m.Atom)
}

func (f *finder) buildPostYear(m *pattern.Match) (meaning, bool) {
	p := at(fmt.Sprintf("%04d", int(m.Group("year").Num)))
	if !f.scan.Atoms[m.End-1].Glued {
		return meaning{}, false
	}
	if p.Mod = "AFTER"; f.lower(m.Atom) == "pre" {
		p.Mod = "BEFORE"
	}
	return meaning{typ: DATE, p: p, mod: p.Mod, hasYear: true}, true
}

func (f *finder) buildTodayNth(m *pattern.Match) (meaning, bool) {
	return meaning{typ: DATE, p: &Pending{Op: Shift, Unit: Grain(uDay)}}, true
}

func (f *finder) buildStamp(m *pattern.Match) (meaning, bool) {
	return stamp(m.Group("stamp").Val)
}

func (f *finder) buildCentury(m *pattern.Match) (meaning, bool) {
	n := int(m.Group("ord").Num)
	return meaning{typ: DATE, p: at(fmt.Sprintf("%02d", n-1)), hasYear: true}, n > 1 && n < 40
}

func (f *finder) buildShift(m *pattern.Match) (meaning, bool) {
	n := int(m.Group("dayref").Num)
	return meaning{typ: DATE, p: &Pending{Op: Shift, Unit: Grain(m.Rule.Args["unit"]), Count: n}}, true
}

func (f *finder) buildPrevious(m *pattern.Match) (meaning, bool) {
	u := unit(m.Group("unit").Val)
	by, _ := strconv.Atoi(m.Rule.Args["by"])
	if !calendar(u) {
		return meaning{}, false
	}
	if u == uQuarter {
		if by > 0 && f.lastQ == nil {
			return meaning{typ: DATE, p: &Pending{Op: Shift, Unit: Grain(u), Count: by}}, true
		}
		return meaning{typ: DATE, p: &Pending{Op: Shift, Unit: Grain(u), Count: by, Of: &Pending{Op: previousQuarter}}}, true
	}
	return meaning{typ: DATE, p: &Pending{Op: Shift, Unit: Grain(u), Count: by, Of: &Pending{Op: previous}}}, true
}

func (f *finder) buildAfterNext(m *pattern.Match) (meaning, bool) {
	return meaning{typ: DATE, p: &Pending{Op: Add, Unit: Grain(uWeek), Count: 1, Of: &Pending{Op: Weekday, Number: int(m.Group("weekday").Num), Side: Next}}}, true
}

func (f *finder) buildMemory(m *pattern.Match) (meaning, bool) {
	if m.Rule.Args["date"] != fmt.Sprintf("%d-%d", int(m.Group("month").Num), int(m.Group("dom").Num)) {
		return meaning{}, false
	}
	return meaning{typ: DATE, p: at(f.lang.holidays[m.Rule.Args["of"]]), hasYear: true}, true
}

// buildMemorySince is the remembered day itself where the page speaks of what made it one, and no day of that name is near: "airports have changed since
// September 11".
func (f *finder) buildMemorySince(m *pattern.Match) (meaning, bool) {
	mean, ok := f.buildMemory(m)
	if !ok || !f.anchor.Earliest.Known {
		return mean, false
	}
	day, known := mean.p.at(0)
	y, _, _ := f.anchor.Earliest.Day.Civil()
	_, month, dom := day.first.Civil()
	for _, year := range [...]int{y - 1, y} {
		if since := f.anchor.Earliest.Day - NewDay(year, month, dom); since > -30 && since < 90 {
			known = false
		}
	}
	return mean, known && f.anchor.Earliest.Day > day.first && f.speaksOfTerror()
}

// speaksOfTerror says whether the page holds one of the words of tense.txt; it looks once.
func (f *finder) speaksOfTerror() bool {
	if f.terror == 0 {
		f.terror = -1
		for word := range strings.FieldsSeq(f.text) {
			if f.lang.tense.terror[strings.ToLower(strings.Trim(word, ".,;:“”\"'()"))] {
				f.terror = 1
				break
			}
		}
	}
	return f.terror > 0
}

func (f *finder) buildWeekend(m *pattern.Match) (meaning, bool) {
	return meaning{typ: DATE, p: &Pending{Op: Weekend, Side: undecided}}, true
}

func (f *finder) buildTonight(m *pattern.Match) (meaning, bool) {
	n := int(m.Group("tonight").Num)
	return meaning{typ: TIME, p: &Pending{Op: Shift, Unit: Grain(uDay), Count: n, Clock: "TNI"}}, true
}

func (f *finder) buildThisPart(m *pattern.Match) (meaning, bool) {
	return meaning{typ: TIME, p: &Pending{Op: Shift, Unit: Grain(uDay), Clock: "T" + m.Group("part").Val}}, true
}

func (f *finder) buildUnitEnd(m *pattern.Match) (meaning, bool) {
	u := unit(m.Group("unit").Val)
	shift := &Pending{Op: Shift, Unit: Grain(u)}
	if f.lower(m.Atom-1) == "since" { // the end of the year before
		shift.Count = -1
	}
	return meaning{typ: DATE, p: &Pending{Op: NthDay, Nth: -1, Side: Inside, Of: shift}}, u == uYear || u == uMonth || u == uQuarter
}

func (f *finder) buildLatestQuarter(m *pattern.Match) (meaning, bool) {
	if f.lastQ != nil && f.lastWasQuarter { // the one that the story is at
		return meaning{typ: DATE, p: &Pending{Op: previousQuarter}}, true
	}
	return meaning{typ: DATE, p: &Pending{Op: Shift, Unit: Grain(uQuarter), Count: -1}}, true
}

func (f *finder) buildTheQuarter(m *pattern.Match) (meaning, bool) {
	if m.Rule.Args["of"] == "year" && f.lastQ == nil {
		return meaning{}, false // "this year's period"
	}
	return meaning{typ: DATE, p: &Pending{Op: previousQuarter}}, true
}

func (f *finder) buildYearAgoQuarter(m *pattern.Match) (meaning, bool) {
	if t := m.Group("year"); t != nil { // "the 1988 quarter"
		return meaning{typ: DATE, p: &Pending{Op: sameQuarter, Date: strconv.Itoa(int(t.Num))}}, true
	}
	if m.Rule.Args["of"] == "year" && f.lastQ == nil && !f.lastWasMonths {
		return meaning{}, false // "last year's period"
	}
	return meaning{typ: DATE, p: &Pending{Op: yearEarlier}}, true
}

func at(value string) *Pending { return &Pending{Op: At, Date: value} }

func valid(value string) bool { _, ok := parsePoint(value); return ok }

func calendar(u unit) bool {
	switch u {
	case uDay, uWeek, uWeekend, uMonth, uQuarter, uYear, uDecade, uCentury:
		return true
	}
	return false
}

// rel is this, next or last with a unit.
func (f *finder) rel(m *pattern.Match) (meaning, bool) {
	t := m.Group("unit")
	u := unit(t.Val)
	if m.Atom > 0 && f.scan.Atoms[m.Atom].Capital && f.scan.Atoms[t.Atom].Capital && !f.scan.Atoms[t.Atom].Shouted {
		return meaning{}, false // the programme "This Week"
	}
	if m.Rule.Name == "rel-weekend" {
		u = uWeekend
	}
	n := 0
	if r := m.Group("rel"); r != nil {
		n = int(r.Num)
		if n == 1 && f.goesOnNext(m, u) {
			return meaning{typ: DATE, p: &Pending{Op: Shift, Unit: Grain(u), Count: 1, Of: &Pending{Op: previous}}}, true
		}
	} else if m.Group("relplus") != nil {
		n = 1
	} else if r := m.Group("relminus"); r != nil {
		n = -1
		if u != uWeekend && (f.lower(m.Atom) == "past" || f.lower(m.Atom+1) == "past") { // "the past year" is the twelve months before
			return meaning{typ: DURATION, value: period(1, false, u), n: 1, unit: u, p: &Pending{Op: Span, Unit: Grain(u), Count: -1}}, u != uSecond
		}
		if f.lower(int(r.Atom)) == "previous" || f.lower(int(r.Atom)) == "preceding" {
			return meaning{typ: DATE, p: &Pending{Op: Shift, Unit: Grain(u), Count: -1, Of: &Pending{Op: previous}}}, calendar(u)
		}
	}
	if u == uDecade && n != 0 { // over the next decade lasts ten years; the next decade is a date
		switch before := f.lower(m.Atom - 1); {
		case before == "over", before == "for", n > 0 && (before == "in" || before == "within"):
			return meaning{typ: DURATION, value: period(1, false, u), n: 1, unit: u, p: &Pending{Op: Span, Unit: Grain(u), Count: n}}, true
		}
	}
	return meaning{typ: DATE, p: &Pending{Op: Shift, Unit: Grain(u), Count: n}}, calendar(u) || u == uMillen
}

// relName is this, next or last with a weekday, month, season or holiday.
func (f *finder) relName(m *pattern.Match) (meaning, bool) {
	side := This
	if m.Rule.Args["next"] != "" {
		side = Next
	} else if r := m.Group("rel"); r != nil {
		side = map[float64]Side{-1: Last, 0: This, 1: Next}[r.Num]
	} else if m.Group("relplus") != nil {
		side = Next
	} else {
		side = Last
	}
	p := &Pending{Side: side}
	switch {
	case m.Group("weekday") != nil:
		p.Op, p.Number = Weekday, int(m.Group("weekday").Num)
		switch f.lower(int(m.Group("weekday").Atom) - 1) {
		case "previous", "preceding", "following", "ensuing": // counted from the day told last
			p.Of = &Pending{Op: previous}
		}
	case m.Group("month") != nil:
		t := m.Group("month")
		if next := int(t.End); side == This && next < len(f.scan.Atoms) && f.scan.Atoms[next].Kind == pattern.Digits && len(f.scan.Word(next)) <= 2 {
			return meaning{}, false // "in this March 27 file photo"
		}
		p.Op, p.Number = MonthName, int(t.Num)
		if dom := m.Group("dom"); dom != nil {
			p.Op, p.Nth = MonthDay, int(dom.Num)
			return meaning{typ: DATE, p: p}, side != This && int(dom.Num) <= monthDays(2000, int(t.Num))
		}
	case m.Group("season") != nil:
		p.Op, p.Name = Season, m.Group("season").Val
	default:
		p.Op, p.Name = Holiday, f.lang.holiday(m.Group("holiday").Val)
	}
	return meaning{typ: DATE, p: p}, true
}

func (f *finder) season(m *pattern.Match) (meaning, bool) {
	t := m.Group("season")
	if y := m.Group("year"); y != nil {
		return meaning{typ: DATE, p: at(fmt.Sprintf("%04d-%s", int(y.Num), t.Val)), hasYear: true}, true
	} else if y := m.Group("year2"); y != nil {
		return meaning{typ: DATE, p: at(fmt.Sprintf("%04d-%s", century2(int(y.Num)), t.Val)), hasYear: true}, true
	}
	if w := f.lower(int(t.Atom)); w == "fall" || w == "spring" {
		if i := f.token(int(t.Atom)); i >= 0 && f.tokens[i].UPOS == syntax.VERB {
			return meaning{}, false
		}
		if next := f.lower(int(t.End)); next == "of" || next == "in" && w == "fall" || next == "from" {
			return meaning{}, false
		}
	}
	return meaning{typ: DATE, p: &Pending{Op: Season, Name: t.Val, Side: undecided}}, true
}

func (f *finder) holiday(m *pattern.Match) (meaning, bool) {
	key := m.Group("holiday").Val
	rule := f.lang.holiday(key)
	if r := parseHoliday(rule); r.kind == "date" {
		return meaning{typ: DATE, p: at(r.value), hasYear: true}, m.Group("year") == nil && m.Group("year2") == nil
	}
	year := 0
	if y := m.Group("year"); y != nil {
		year = int(y.Num)
	} else if y := m.Group("year2"); y != nil {
		year = century2(int(y.Num))
	}
	if year == 0 {
		return meaning{typ: DATE, p: &Pending{Op: Holiday, Name: rule, Side: undecided}}, true
	}
	_, _, _, ok := holiday(rule, year)
	return meaning{typ: DATE, p: &Pending{Op: Holiday, Name: rule, Side: Inside, Of: at(strconv.Itoa(year))}, hasYear: true}, ok
}

func (f *finder) quarter(m *pattern.Match) (meaning, bool) {
	n := 0
	if t := m.Group("ord"); t != nil {
		n = int(t.Num)
	} else if t := m.Group("q"); t != nil {
		n = int(t.Num)
	}
	op, most, letter := QuarterOf, 4, "Q"
	if m.Rule.Kind == "half" {
		op, most, letter = Half, 2, "H"
	}
	if n < 1 || n > most {
		return meaning{}, false
	}
	if op == Half && f.lower(m.End) == "of" { // of a match, of the talks
		return meaning{}, false
	}
	year := 0
	if y := m.Group("year"); y != nil {
		year = int(y.Num)
	} else if y := m.Group("year2"); y != nil {
		year = century2(int(y.Num))
	}
	if year > 0 {
		return meaning{typ: DATE, p: at(fmt.Sprintf("%04d-%s%d", year, letter, n)), hasYear: true}, true
	}
	return meaning{typ: DATE, p: &Pending{Op: op, Number: n, Side: undecided}}, true
}
