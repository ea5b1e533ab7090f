package times

import (
	"strconv"

	"github.com/hearsay-news/hearsay/read/syntax"
	"github.com/hearsay-news/hearsay/read/times/pattern"
)

// of returns what an earlier rule built.
func (f *finder) of(t *pattern.Term) *meaning {
	if t == nil {
		return nil
	}
	return &f.meanings[t.Ref]
}

func (f *finder) buildMod(m *pattern.Match) (meaning, bool) {
	base := f.of(m.Group("date"))
	mod := f.modOf(m)
	if i := f.token(int(m.Group("date").Atom) - 1); mod == "END" && i >= 0 && f.word(i) == "end" && (isVerb(&f.tokens[i]) || f.word(i-1) == "to") {
		return meaning{}, false // "is due to end Friday"
	}
	if base.p == nil || base.value != "" {
		return meaning{}, false
	}
	p := *base.p
	p.Mod = mod
	return meaning{typ: base.typ, p: &p, mod: mod, hasYear: base.hasYear}, true
}

func (f *finder) buildAhead(m *pattern.Match) (meaning, bool) {
	base := f.of(m.Group("date"))
	p := *base.p
	mod := "START"
	switch w := f.lower(m.Atom); {
	case w == "late", w == "later":
		mod = "END"
	}
	p.Mod = mod
	if w := f.lower(m.Atom); p.Op == Shift && w == "later" { // no part of its own: what is left after the day, or after what was told
		p.Side = After
	} else if p.Op == Shift && w == "earlier" {
		p.Side = Before
	}
	return meaning{typ: base.typ, p: &p, mod: mod}, true
}

// buildAheadIn is "later in the week": a part of the page's unit.
func (f *finder) buildAheadIn(m *pattern.Match) (meaning, bool) {
	u := unit(m.Group("unit").Val)
	p := &Pending{Op: Shift, Unit: Grain(u), Mod: "START"}
	if f.lower(m.Atom) == "later" {
		p.Mod = "END"
	}
	return meaning{typ: DATE, p: p, mod: p.Mod}, u == uWeek || u == uMonth || u == uYear
}

// buildLastOf is "the last quarter of 2018", "the final half of the year".
func (f *finder) buildLastOf(m *pattern.Match) (meaning, bool) {
	of := f.whole(m)
	if of == nil || !f.isYear(of) {
		return meaning{}, false
	}
	for i := m.Atom; i < m.End; i++ {
		if f.lower(i) == "half" {
			return meaning{typ: DATE, p: &Pending{Op: Half, Number: 2, Side: Inside, Of: of}}, true
		}
	}
	return meaning{typ: DATE, p: &Pending{Op: QuarterOf, Number: 4, Side: Inside, Of: of}}, true
}

func (f *finder) buildRelOf(m *pattern.Match) (meaning, bool) {
	n := map[string]int{"this": 0, "last": -1, "next": 1}[f.lower(m.Atom)]
	rel := &Pending{Op: Shift, Unit: Grain(m.Group("unit").Val), Count: n}
	if t := m.Group("holiday"); t != nil {
		return meaning{typ: DATE, p: &Pending{Op: Holiday, Name: f.lang.holiday(t.Val), Side: Inside, Of: rel}}, unit(rel.Unit) == uYear
	}
	if t := m.Group("season"); t != nil {
		return meaning{typ: DATE, p: &Pending{Op: Season, Name: t.Val, Side: Inside, Of: rel}}, unit(rel.Unit) == uYear
	}
	base := f.of(m.Group("base"))
	switch base.p.Op {
	case QuarterOf, Half, Season, MonthName:
		return meaning{typ: DATE, p: base.p.inside(rel)}, unit(rel.Unit) == uYear && base.p.Side != Inside
	}
	return meaning{}, false
}

func (f *finder) buildWeekdayOf(m *pattern.Match) (meaning, bool) {
	day, rel := f.of(m.Group("day")), f.of(m.Group("relunit"))
	if day.p.Op != Weekday || rel.p == nil || rel.p.Op != Shift || unit(rel.p.Unit) != uWeek {
		return meaning{}, false
	}
	return meaning{typ: DATE, p: day.p.inside(rel.p)}, true
}

func (f *finder) buildNthWeekend(m *pattern.Match) (meaning, bool) {
	base := f.of(m.Group("of"))
	return meaning{typ: DATE, p: &Pending{Op: NthWeekend, Nth: f.nth(m), Side: Inside, Of: base.p}}, base.p != nil && f.nth(m) <= 5
}

func (f *finder) buildNthOf(m *pattern.Match) (meaning, bool) {
	base := f.of(m.Group("of"))
	if t := m.Group("unit"); t != nil {
		base = &meaning{p: &Pending{Op: Shift, Unit: Grain(t.Val)}}
		if u := unit(t.Val); u != uMonth && u != uYear {
			return meaning{}, false
		}
	}
	return meaning{typ: DATE, p: &Pending{Op: NthWeekday, Number: int(m.Group("weekday").Num), Nth: f.nth(m), Side: Inside, Of: base.p}}, base.p != nil && f.nth(m) <= 5
}

func (f *finder) buildNthWeek(m *pattern.Match) (meaning, bool) {
	base := f.of(m.Group("of"))
	return meaning{typ: DATE, p: &Pending{Op: NthWeek, Nth: f.nth(m), Side: Inside, Of: base.p}}, base.p != nil && f.nth(m) <= 5
}

func (f *finder) buildNthMonth(m *pattern.Match) (meaning, bool) {
	n := f.nth(m)
	if n < 0 {
		n = 12
	}
	base := f.of(m.Group("of"))
	return meaning{typ: DATE, p: &Pending{Op: MonthName, Number: n, Side: Inside, Of: base.p}}, base.p != nil && n <= 12 && f.isYear(base.p)
}

func (f *finder) buildNthDay(m *pattern.Match) (meaning, bool) {
	p := &Pending{Op: Shift, Unit: Grain(uMonth)}
	if t := m.Group("unit"); t != nil {
		p.Unit = Grain(t.Val)
	} else {
		p = f.of(m.Group("of")).p
	}
	if p == nil || unit(p.Unit) == uDay || f.lower(m.End) == "-" || f.nth(m) > 366 {
		return meaning{}, false
	}
	return meaning{typ: DATE, p: &Pending{Op: NthDay, Nth: f.nth(m), Side: Inside, Of: p}}, calendar(unit(p.Unit)) || p.Op != Shift
}

func (f *finder) buildWeekNumberRel(m *pattern.Match) (meaning, bool) {
	n, of := int(m.Group("whole").Num), f.of(m.Group("of"))
	return meaning{typ: DATE, p: &Pending{Op: ISOWeek, Number: n, Side: Inside, Of: of.p}}, n >= 1 && n <= 53 && of.p != nil && f.isYear(of.p)
}

func (f *finder) buildDayBefore(m *pattern.Match) (meaning, bool) {
	u := unit(m.Group("unit").Val)
	if m.End < len(f.scan.Atoms) && f.scan.Atoms[m.End].Kind != pattern.Mark || !calendar(u) {
		return meaning{}, false
	}
	n := 1
	if f.lower(m.End-1) == "before" {
		n = -1
	}
	return meaning{typ: DATE, p: &Pending{Op: Shift, Unit: Grain(u), Count: n, Of: &Pending{Op: previous}}}, true
}

func (f *finder) buildDomRel(m *pattern.Match) (meaning, bool) {
	dom, rel := m.Group("dom"), f.of(m.Group("relunit"))
	if rel.p == nil || rel.p.Op != Shift || unit(rel.p.Unit) != uMonth || dom.Val == "spelled" && !f.ordinal(dom) {
		return meaning{}, false
	}
	return meaning{typ: DATE, p: &Pending{Op: DayOfMonth, Number: int(dom.Num), Side: Inside, Of: rel.p}}, true
}

func (f *finder) buildWeekOf(m *pattern.Match) (meaning, bool) {
	return meaning{typ: DATE, p: &Pending{Op: Shift, Unit: Grain(uWeek), Of: f.of(m.Group("day")).p}}, true
}

func (f *finder) buildDayBeside(m *pattern.Match) (meaning, bool) {
	u, date := unit(m.Group("unit").Val), f.of(m.Group("date"))
	if date.p == nil || u != uDay && u != uWeek || f.lower(m.Atom) != "the" && u == uWeek {
		return meaning{}, false
	}
	n := 1
	if f.lower(int(m.Group("unit").End)) == "before" {
		n = -1
	}
	op := Add
	if u == uWeek {
		op = Shift
	}
	return meaning{typ: DATE, p: &Pending{Op: op, Unit: Grain(u), Count: n, Of: date.p}}, true
}

func (f *finder) buildHolidayWeek(m *pattern.Match) (meaning, bool) {
	p := &Pending{Op: Holiday, Name: f.lang.holiday(m.Group("holiday").Val), Side: undecided}
	if m.Group("weekendunit") != nil {
		return meaning{typ: DATE, p: &Pending{Op: FeastWeekend, Side: Inside, Of: p}}, true
	}
	return meaning{typ: DATE, p: &Pending{Op: Shift, Unit: Grain(uWeek), Of: p}}, unit(m.Group("unit").Val) == uWeek
}

func (f *finder) buildSpanDur(m *pattern.Match) (meaning, bool) {
	base := *f.of(m.Group("dur"))
	if t := m.Group("spanpast"); t != nil && f.lasts(int(t.Atom)) {
		return meaning{}, false
	}
	base.quiet = false
	if base.vague {
		base.p = &Pending{Op: Past}
		if m.Group("spanpast") == nil {
			base.p.Op = Future
		}
		return base, true
	}
	n := int(base.n)
	if m.Group("spanpast") != nil {
		n = -n
	}
	base.p = &Pending{Op: Span, Unit: Grain(base.unit), Count: n}
	return base, true
}

func (f *finder) buildTheDur(m *pattern.Match) (meaning, bool) {
	base := *f.of(m.Group("dur"))
	base.quiet = false
	if end := f.scan.Word(m.End - 1); end[len(end)-1] != 's' || f.scan.Word(m.End-2) == "-" && f.scan.Word(m.End-1) != "" && f.scan.Atoms[m.End-1].Glued && f.scan.Atoms[m.End-2].Glued {
		return base, false // "the 14-day", "the two day"
	}
	return base, base.n > 1 && base.typ == DURATION && f.lower(m.End) != "ago"
}

func (f *finder) buildEndOfUnit(m *pattern.Match) (meaning, bool) {
	u := uYear
	if t := m.Group("unit"); t != nil {
		u = unit(t.Val)
	} else if f.lower(m.Atom) == "midweek" {
		u = uWeek
	}
	mod := f.modOf(m)
	if u == uDay || !calendar(u) {
		return meaning{}, false
	}
	return meaning{typ: DATE, p: &Pending{Op: Shift, Unit: Grain(u), Mod: mod}, mod: mod}, true
}

func (f *finder) buildYearEnded(m *pattern.Match) (meaning, bool) {
	u := unit(m.Group("unit").Val)
	end := f.of(m.Group("date"))
	if u != uYear || end.p == nil || end.p.Op == Weekday && end.value != "" {
		return meaning{}, false
	}
	return meaning{typ: DURATION, value: period(1, false, u), n: 1, unit: u, p: &Pending{Op: Span, Unit: Grain(u), Count: -1, Of: end.p}}, true
}

func (f *finder) buildOrSo(m *pattern.Match) (meaning, bool) {
	base := *f.of(m.Group("relunit"))
	base.mod = "APPROX"
	return base, base.p != nil
}

func (f *finder) buildOrTwo(m *pattern.Match) (meaning, bool) {
	u := unit(m.Group("unit").Val)
	return meaning{typ: DURATION, value: period(1, false, u), n: 1.5, unit: u, vague: true}, true
}

func (f *finder) buildTheUnit(m *pattern.Match) (meaning, bool) {
	u := unit(m.Group("unit").Val)
	next := f.lower(m.End)
	if u != uYear && u != uWeek || next == "of" || next == "before" || next == "when" || next == "after" || next == "since" || next == "-" || next == "ago" {
		return meaning{}, false
	}
	if t := f.token(m.End); t >= 0 && f.tokens[t].UPOS == syntax.NUM {
		return meaning{}, false
	}
	return meaning{typ: DATE, p: &Pending{Op: Shift, Unit: Grain(u)}}, true
}

func (f *finder) buildPlainDur(m *pattern.Match) (meaning, bool) {
	base := *f.of(m.Group("dur"))
	if f.lasts(m.Atom) {
		return meaning{}, false
	}
	base.quiet = false
	return base, base.n != 1
}

func (f *finder) buildModDur(m *pattern.Match) (meaning, bool) {
	t := m.Group("dur")
	if t == nil {
		t = m.Group("ago")
	}
	base := *f.of(t)
	base.quiet = false
	base.mod = f.boundOf(m)
	if base.typ == DATE && m.Rule.Name == "mod-ago" { // more than a year ago lies before that year
		if mod := beforeThat[base.mod]; mod != "" {
			base.mod = mod
		}
	}
	if f.lower(m.Atom) == "over" && (base.vague || !f.overMeansMore(m.Atom)) {
		return base, false
	}
	return base, base.mod != ""
}

func (f *finder) buildThatPart(m *pattern.Match) (meaning, bool) {
	return meaning{typ: TIME, p: &Pending{Op: Shift, Unit: Grain(uDay), Clock: "T" + m.Group("part").Val, Of: &Pending{Op: previous}}}, true
}

func (f *finder) buildPartBefore(m *pattern.Match) (meaning, bool) {
	if f.lower(m.End-1) == "last" { // the one before last night
		return meaning{typ: TIME, p: &Pending{Op: Shift, Unit: Grain(uDay), Count: -2, Clock: "T" + m.Group("part").Val}}, true
	}
	if m.End < len(f.scan.Atoms) && f.scan.Atoms[m.End].Kind != pattern.Mark {
		return meaning{}, false
	}
	n := 1
	if f.lower(m.End-1) == "before" {
		n = -1
	}
	return meaning{typ: TIME, p: &Pending{Op: Shift, Unit: Grain(uDay), Count: n, Clock: "T" + m.Group("part").Val, Of: &Pending{Op: previous}}}, true
}

func (f *finder) buildNextPart(m *pattern.Match) (meaning, bool) {
	n := map[string]int{"next": 1, "following": 1, "same": 0, "previous": -1}[f.lower(m.Atom+1)]
	return meaning{typ: TIME, p: &Pending{Op: Shift, Unit: Grain(uDay), Count: n, Clock: "T" + m.Group("part").Val, Of: &Pending{Op: previous}}}, true
}

func (f *finder) buildListFirst(m *pattern.Match) (meaning, bool) {
	day := f.of(m.Group("day"))
	if day.p.Op != MonthDay || m.Group("dom").Val == "spelled" {
		return meaning{}, false
	}
	v := written(int(m.Group("year").Num), day.p.Number, day.p.Nth)
	return meaning{typ: DATE, p: at(v), hasYear: true}, valid(v)
}

func (f *finder) buildElide(m *pattern.Match) (meaning, bool) {
	month, with := f.of(m.Group("month")), f.of(m.Group("with"))
	if month.p.Op != MonthName || with.p.Op != At || len(with.p.Date) < 7 {
		return meaning{}, false
	}
	year, _ := strconv.Atoi(with.p.Date[:4])
	if pad2(strconv.Itoa(month.p.Number)) > with.p.Date[5:7] { // November to February 2017
		year--
	}
	return meaning{typ: DATE, p: at(written(year, month.p.Number, 0)), hasYear: true}, true
}

func (f *finder) buildYearRange(m *pattern.Match) (meaning, bool) {
	y := f.of(m.Group("year"))
	base, _ := strconv.Atoi(y.p.Date)
	n := int(m.Group("year2").Num)
	v := base - base%100 + n
	if v <= base {
		v += 100
	}
	return meaning{typ: DATE, p: at(strconv.Itoa(v)), hasYear: true}, v-base < 60 && f.scan.Atoms[m.From].Glued
}

func (f *finder) modOf(m *pattern.Match) string {
	for _, name := range []string{"start", "mid", "end"} {
		if t := m.Group(name); t != nil {
			return t.Val
		}
	}
	return ""
}

func (f *finder) boundOf(m *pattern.Match) string {
	for _, name := range []string{"about", "more", "atleast", "less", "atmost"} {
		if t := m.Group(name); t != nil {
			return t.Val
		}
	}
	switch f.lower(m.End - 1) {
	case "so":
		return "APPROX"
	case "more", "longer":
		return "EQUAL_OR_MORE"
	case "less", "fewer":
		return "EQUAL_OR_LESS"
	}
	return ""
}

func (f *finder) nth(m *pattern.Match) int {
	if t := m.Group("ord"); t != nil {
		return int(t.Num)
	}
	return -1
}

// ofRel is "June last year", "the third quarter of next year", "Friday this week".
func (f *finder) ofRel(m *pattern.Match) (meaning, bool) {
	rel := f.of(m.Group("relunit"))
	var base *meaning
	for _, name := range []string{"month", "md", "quarter", "half", "season"} {
		if t := m.Group(name); t != nil {
			base = f.of(t)
		}
	}
	if base == nil || base.p == nil || rel.p == nil || rel.p.Op != Shift {
		return meaning{}, false
	}
	u := unit(rel.p.Unit)
	switch base.p.Op {
	case MonthName, QuarterOf, Half, Season, MonthDay, Holiday:
		return meaning{typ: DATE, p: base.p.inside(rel.p)}, u == uYear && base.p.Side != Inside
	case Weekday:
		return meaning{typ: DATE, p: base.p.inside(rel.p)}, u == uWeek && base.p.Side != Inside
	}
	return meaning{}, false
}

// inside is a name as the one inside a stretch: "June" inside "last year".
func (p *Pending) inside(of *Pending) *Pending {
	return &Pending{Op: p.Op, Number: p.Number, Nth: p.Nth, Name: p.Name, Mod: p.Mod, Side: Inside, Of: of}
}

// isYear says whether a value is a year.
func (f *finder) isYear(p *Pending) bool {
	return p.Op == Shift && unit(p.Unit) == uYear || p.Op == At && len(p.Date) == 4
}
