package times

import (
	"fmt"
	"strconv"

	"github.com/hearsay-news/hearsay/read/syntax"
	"github.com/hearsay-news/hearsay/read/times/pattern"
)

// build says what a match of a rule means, and whether it is a time expression at all.
func (f *finder) build(m *pattern.Match) (meaning, bool) {
	switch m.Rule.Kind {
	case "value":
		t := m.Group("iso")
		return meaning{typ: DATE, p: at(t.Val), hasYear: true}, valid(t.Val)
	case "numdate":
		return f.numDate(m)
	case "date":
		return f.date(m)
	case "other-calendar":
		return f.otherCalendar(m)
	case "slash-md":
		return f.slashMonthDay(m)
	case "day-of":
		return f.dayOf(m)
	case "year-month":
		n := int(m.Group("whole").Num)
		if !f.scan.Atoms[m.End-1].Glued || n < 1 || n > 12 || m.End < len(f.scan.Atoms) && f.scan.Atoms[m.End].Glued && f.scan.Atoms[m.End].Kind != pattern.Mark {
			return meaning{}, false
		}
		if y := m.Group("year"); n == y2(int(y.Num)+1) && len(f.scan.Word(m.End-1)) == 2 {
			return meaning{}, false // 2010-11 is a span of years
		}
		return meaning{typ: DATE, p: at(fmt.Sprintf("%04d-%02d", int(m.Group("year").Num), n)), hasYear: true}, true
	case "month-num": // "12-2015"
		t := m.Group("whole")
		n := int(t.Num)
		if n < 1 || n > 12 || len(t.Val) > 2 || !f.scan.Atoms[m.End-1].Glued || !f.scan.Atoms[m.End-2].Glued || f.scan.Atoms[m.Atom].Glued && m.Atom > 0 && f.scan.Atoms[m.Atom-1].Kind == pattern.Mark {
			return meaning{}, false
		}
		return meaning{typ: DATE, p: at(fmt.Sprintf("%04d-%02d", int(m.Group("year").Num), n)), hasYear: true}, m.End >= len(f.scan.Atoms) || !f.scan.Atoms[m.End].Glued || f.scan.Atoms[m.End].Kind == pattern.Mark
	case "weekday-num":
		return f.weekdayNum(m)
	case "week-number":
		return f.weekNumber(m)
	case "shift-unit":
		n, _ := strconv.Atoi(m.Rule.Args["count"])
		u := unit(m.Group("unit").Val)
		return meaning{typ: DATE, p: &Pending{Op: "shift", Unit: Grain(u), Count: n}}, calendar(u) && u != uDay
	case "year":
		t := m.Group("year")
		if m.Rule.Args["sure"] == "" && f.notYear(m, t) {
			return meaning{}, false
		}
		return meaning{typ: DATE, p: at(fmt.Sprintf("%04d", int(t.Num))), hasYear: true}, true
	case "year2":
		if f.name(m.Atom - 1) {
			return meaning{}, false // "Suite '11"
		}
		return meaning{typ: DATE, p: at(strconv.Itoa(century2(int(m.Group("year2").Num)))), hasYear: true}, !f.apostrophe(m.Atom)
	case "decade":
		return f.decade(m)
	case "era":
		return f.era(m)
	case "post-year": // "post-1959 politics"
		p := at(fmt.Sprintf("%04d", int(m.Group("year").Num)))
		if !f.scan.Atoms[m.End-1].Glued {
			return meaning{}, false
		}
		if p.Mod = "AFTER"; f.lower(m.Atom) == "pre" {
			p.Mod = "BEFORE"
		}
		return meaning{typ: DATE, p: p, mod: p.Mod, hasYear: true}, true
	case "today-nth": // "it is the second day of the strike"
		return meaning{typ: DATE, p: &Pending{Op: "shift", Unit: Grain(uDay)}}, true
	case "stamp":
		return stamp(m.Group("stamp").Val)
	case "century":
		n := int(m.Group("ord").Num)
		return meaning{typ: DATE, p: at(fmt.Sprintf("%02d", n-1)), hasYear: true}, n > 1 && n < 40
	case "shift":
		n := int(m.Group("dayref").Num)
		return meaning{typ: DATE, p: &Pending{Op: "shift", Unit: Grain(m.Rule.Args["unit"]), Count: n}}, true
	case "rel", "rel-minus":
		return f.rel(m)
	case "rel-name":
		return f.relName(m)
	case "previous":
		u := unit(m.Group("unit").Val)
		by, _ := strconv.Atoi(m.Rule.Args["by"])
		if !calendar(u) {
			return meaning{}, false
		}
		if u == uQuarter {
			if by > 0 && f.lastQ == nil {
				return meaning{typ: DATE, p: &Pending{Op: "shift", Unit: Grain(u), Count: by}}, true
			}
			return meaning{typ: DATE, p: &Pending{Op: "shift", Unit: Grain(u), Count: by, Of: &Pending{Op: "previous-quarter"}}}, true
		}
		return meaning{typ: DATE, p: &Pending{Op: "shift", Unit: Grain(u), Count: by, Of: &Pending{Op: "previous"}}}, true
	case "after-next":
		day := strconv.Itoa(int(m.Group("weekday").Num))
		return meaning{typ: DATE, p: &Pending{Op: "add", Unit: Grain(uWeek), Count: 1, Of: &Pending{Op: "weekday", Part: day, Side: "next"}}}, true
	case "season":
		return f.season(m)
	case "holiday":
		return f.holiday(m)
	case "memory": // "the September 11 attacks" are those of one year
		if m.Rule.Args["date"] != fmt.Sprintf("%d-%d", int(m.Group("month").Num), int(m.Group("dom").Num)) {
			return meaning{}, false
		}
		return meaning{typ: DATE, p: at(f.lang.holidays[m.Rule.Args["of"]]), hasYear: true}, true
	case "weekend":
		return meaning{typ: DATE, p: &Pending{Op: "weekend", Side: "?"}}, true
	case "tonight":
		n := int(m.Group("tonight").Num)
		return meaning{typ: TIME, p: &Pending{Op: "shift", Unit: Grain(uDay), Count: n, Clock: "TNI"}}, true
	case "this-part":
		return meaning{typ: TIME, p: &Pending{Op: "shift", Unit: Grain(uDay), Clock: "T" + m.Group("part").Val}}, true
	case "unit-end":
		u := unit(m.Group("unit").Val)
		shift := &Pending{Op: "shift", Unit: Grain(u)}
		if f.lower(m.Atom-1) == "since" { // the end of the year before
			shift.Count = -1
		}
		return meaning{typ: DATE, p: &Pending{Op: "in", Part: "last D", Of: shift}}, u == uYear || u == uMonth || u == uQuarter
	case "quarter", "half":
		return f.quarter(m)
	case "latest-quarter":
		return meaning{typ: DATE, p: &Pending{Op: "shift", Unit: Grain(uQuarter), Count: -1}}, true
	case "the-quarter":
		return meaning{typ: DATE, p: &Pending{Op: "previous-quarter"}}, true
	case "year-ago-quarter":
		if t := m.Group("year"); t != nil { // "the 1988 quarter"
			return meaning{typ: DATE, p: &Pending{Op: "same-quarter", Part: strconv.Itoa(int(t.Num))}}, true
		}
		return meaning{typ: DATE, p: &Pending{Op: "year-earlier"}}, true
	}
	if mean, ok, known := f.buildDuration(m); known {
		return mean, ok
	}
	return f.buildOn(m)
}

func at(value string) *Pending { return &Pending{Op: "at", Part: value} }

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
	} else if m.Group("relplus") != nil {
		n = 1
	} else if r := m.Group("relminus"); r != nil {
		n = -1
		if u != uWeekend && (f.lower(m.Atom) == "past" || f.lower(m.Atom+1) == "past") { // "the past year" is the twelve months before
			return meaning{typ: DURATION, value: period(1, false, u), n: 1, unit: u, p: &Pending{Op: "span", Unit: Grain(u), Count: -1}}, u != uSecond
		}
		if f.lower(int(r.Atom)) == "previous" || f.lower(int(r.Atom)) == "preceding" {
			return meaning{typ: DATE, p: &Pending{Op: "shift", Unit: Grain(u), Count: -1, Of: &Pending{Op: "previous"}}}, calendar(u)
		}
	}
	if u == uDecade && n != 0 { // over the next decade lasts ten years; the next decade is a date
		switch before := f.lower(m.Atom - 1); {
		case before == "over", before == "for", n > 0 && (before == "in" || before == "within"):
			return meaning{typ: DURATION, value: period(1, false, u), n: 1, unit: u, p: &Pending{Op: "span", Unit: Grain(u), Count: n}}, true
		}
	}
	return meaning{typ: DATE, p: &Pending{Op: "shift", Unit: Grain(u), Count: n}}, calendar(u) || u == uMillen
}

// relName is this, next or last with a weekday, month, season or holiday.
func (f *finder) relName(m *pattern.Match) (meaning, bool) {
	side := "this"
	if r := m.Group("rel"); r != nil {
		side = map[float64]string{-1: "last", 0: "this", 1: "next"}[r.Num]
	} else if m.Group("relplus") != nil {
		side = "next"
	} else {
		side = "last"
	}
	p := &Pending{Side: side}
	switch {
	case m.Group("weekday") != nil:
		p.Op, p.Part = "weekday", strconv.Itoa(int(m.Group("weekday").Num))
		if r := m.Group("relminus"); r != nil && f.lower(int(r.Atom)) == "previous" {
			p.Of = &Pending{Op: "previous"}
		}
	case m.Group("month") != nil:
		t := m.Group("month")
		if next := int(t.End); side == "this" && next < len(f.scan.Atoms) && f.scan.Atoms[next].Kind == pattern.Digits && len(f.scan.Word(next)) <= 2 {
			return meaning{}, false // "in this March 27 file photo"
		}
		p.Op, p.Part = "month", strconv.Itoa(int(t.Num))
		if dom := m.Group("dom"); dom != nil {
			p.Op, p.Part = "monthday", fmt.Sprintf("%02d-%02d", int(t.Num), int(dom.Num))
			return meaning{typ: DATE, p: p}, side != "this" && int(dom.Num) <= monthDays(2000, int(t.Num))
		}
	case m.Group("season") != nil:
		p.Op, p.Part = "season", m.Group("season").Val
	default:
		p.Op, p.Part = "holiday", f.lang.holiday(m.Group("holiday").Val)
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
	return meaning{typ: DATE, p: &Pending{Op: "season", Part: t.Val, Side: "?"}}, true
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
		return meaning{typ: DATE, p: &Pending{Op: "holiday", Part: rule, Side: "?"}}, true
	}
	_, _, _, ok := holiday(rule, year)
	return meaning{typ: DATE, p: &Pending{Op: "in", Part: "holiday " + rule, Of: at(strconv.Itoa(year))}, hasYear: true}, ok
}

func (f *finder) quarter(m *pattern.Match) (meaning, bool) {
	n := 0
	if t := m.Group("ord"); t != nil {
		n = int(t.Num)
	} else if t := m.Group("q"); t != nil {
		n = int(t.Num)
	}
	op, most, letter := "quarter", 4, "Q"
	if m.Rule.Kind == "half" {
		op, most, letter = "half", 2, "H"
	}
	if n < 1 || n > most {
		return meaning{}, false
	}
	if op == "half" && f.lower(m.End) == "of" { // of a match, of the talks
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
	return meaning{typ: DATE, p: &Pending{Op: op, Part: strconv.Itoa(n), Side: "?"}}, true
}
