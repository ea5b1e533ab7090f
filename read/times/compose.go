package times

import (
	"fmt"
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

// buildOn builds what stands on dates and durations that are built already.
func (f *finder) buildOn(m *pattern.Match) (meaning, bool) {
	switch m.Rule.Kind {
	case "mod":
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
	case "ahead":
		base := f.of(m.Group("date"))
		p := *base.p
		mod := "START"
		switch w := f.lower(m.Atom); {
		case w == "late", w == "later":
			mod = "END"
		}
		p.Mod = mod
		if w := f.lower(m.Atom); p.Op == "shift" && w == "later" { // no part of its own: what is left after the day, or after what was told
			p.Side = "after"
		} else if p.Op == "shift" && w == "earlier" {
			p.Side = "before"
		}
		return meaning{typ: base.typ, p: &p, mod: mod}, true
	case "of-rel":
		return f.ofRel(m)
	case "rel-of": // "this year's third quarter", "last year's summer"
		n := map[string]int{"this": 0, "last": -1, "next": 1}[f.lower(m.Atom)]
		rel := &Pending{Op: "shift", Unit: Grain(m.Group("unit").Val), Count: n}
		if t := m.Group("season"); t != nil {
			return meaning{typ: DATE, p: &Pending{Op: "in", Part: "season " + t.Val, Of: rel}}, unit(rel.Unit) == uYear
		}
		base := f.of(m.Group("base"))
		switch base.p.Op {
		case "quarter", "half", "season", "month":
			return meaning{typ: DATE, p: &Pending{Op: "in", Part: base.p.Op + " " + base.p.Part, Of: rel}}, unit(rel.Unit) == uYear
		}
		return meaning{}, false
	case "weekday-of":
		day, rel := f.of(m.Group("day")), f.of(m.Group("relunit"))
		if day.p.Op != "weekday" || rel.p == nil || rel.p.Op != "shift" || unit(rel.p.Unit) != uWeek {
			return meaning{}, false
		}
		return meaning{typ: DATE, p: &Pending{Op: "in", Part: "weekday " + day.p.Part, Of: rel.p}}, true
	case "nth-weekend":
		base := f.of(m.Group("of"))
		return meaning{typ: DATE, p: &Pending{Op: "in", Part: fmt.Sprintf("nthweekend %d", f.nth(m)), Of: base.p}}, base.p != nil && f.nth(m) <= 5
	case "nth-of":
		base := f.of(m.Group("of"))
		if t := m.Group("unit"); t != nil {
			base = &meaning{p: &Pending{Op: "shift", Unit: Grain(t.Val)}}
			if u := unit(t.Val); u != uMonth && u != uYear {
				return meaning{}, false
			}
		}
		return meaning{typ: DATE, p: &Pending{Op: "in", Part: fmt.Sprintf("nth %d %d", int(m.Group("weekday").Num), f.nth(m)), Of: base.p}}, base.p != nil && f.nth(m) <= 5
	case "nth-week":
		base := f.of(m.Group("of"))
		return meaning{typ: DATE, p: &Pending{Op: "in", Part: fmt.Sprintf("week %d", f.nth(m)), Of: base.p}}, base.p != nil && f.nth(m) <= 5
	case "nth-month":
		n := f.nth(m)
		if n < 0 {
			n = 12
		}
		base := f.of(m.Group("of"))
		return meaning{typ: DATE, p: &Pending{Op: "in", Part: "month " + strconv.Itoa(n), Of: base.p}}, base.p != nil && n <= 12 && f.isYear(base.p)
	case "nth-day":
		p := &Pending{Op: "shift", Unit: Grain(uMonth)}
		if t := m.Group("unit"); t != nil {
			p.Unit = Grain(t.Val)
		} else {
			p = f.of(m.Group("of")).p
		}
		if p == nil || unit(p.Unit) == uDay || f.lower(m.End) == "-" || f.nth(m) > 366 {
			return meaning{}, false
		}
		return meaning{typ: DATE, p: &Pending{Op: "in", Part: "day " + strconv.Itoa(f.nth(m)), Of: p}}, calendar(unit(p.Unit)) || p.Op != "shift"
	case "week-number-rel":
		n, of := int(m.Group("whole").Num), f.of(m.Group("of"))
		return meaning{typ: DATE, p: &Pending{Op: "in", Part: fmt.Sprintf("isoweek %d", n), Of: of.p}}, n >= 1 && n <= 53 && of.p != nil && f.isYear(of.p)
	case "day-before": // "the day before, …": nothing follows that it could be before
		u := unit(m.Group("unit").Val)
		if m.End < len(f.scan.Atoms) && f.scan.Atoms[m.End].Kind != pattern.Mark || !calendar(u) {
			return meaning{}, false
		}
		n := 1
		if f.lower(m.End-1) == "before" {
			n = -1
		}
		return meaning{typ: DATE, p: &Pending{Op: "shift", Unit: Grain(u), Count: n, Of: &Pending{Op: "previous"}}}, true
	case "dom-rel": // "the 21st of this month"
		dom, rel := m.Group("dom"), f.of(m.Group("relunit"))
		if rel.p == nil || rel.p.Op != "shift" || unit(rel.p.Unit) != uMonth || dom.Val == "spelled" && !f.ordinal(dom) {
			return meaning{}, false
		}
		return meaning{typ: DATE, p: &Pending{Op: "in", Part: "dom " + strconv.Itoa(int(dom.Num)), Of: rel.p}}, true
	case "week-of":
		return meaning{typ: DATE, p: &Pending{Op: "shift", Unit: Grain(uWeek), Of: f.of(m.Group("day")).p}}, true
	case "ago":
		return f.ago(m)
	case "from-date":
		return f.fromDate(m)
	case "day-beside": // "the day after Christmas"
		u, date := unit(m.Group("unit").Val), f.of(m.Group("date"))
		if date.p == nil || u != uDay && u != uWeek || f.lower(m.Atom) != "the" && u == uWeek {
			return meaning{}, false
		}
		n := 1
		if f.lower(int(m.Group("unit").End)) == "before" {
			n = -1
		}
		op := "add"
		if u == uWeek {
			op = "shift"
		}
		return meaning{typ: DATE, p: &Pending{Op: op, Unit: Grain(u), Count: n, Of: date.p}}, true
	case "holiday-week": // "Easter week", "Labor Day weekend"
		p := &Pending{Op: "holiday", Part: f.lang.holiday(m.Group("holiday").Val), Side: "?"}
		if m.Group("weekendunit") != nil {
			return meaning{typ: DATE, p: &Pending{Op: "in", Part: "feastweekend", Of: p}}, true
		}
		return meaning{typ: DATE, p: &Pending{Op: "shift", Unit: Grain(uWeek), Of: p}}, unit(m.Group("unit").Val) == uWeek
	case "in-dur":
		return f.inDuration(m)
	case "span-dur":
		base := *f.of(m.Group("dur"))
		if t := m.Group("spanpast"); t != nil && f.lasts(int(t.Atom)) {
			return meaning{}, false
		}
		base.quiet = false
		if base.vague {
			base.p = &Pending{Op: "past"}
			if m.Group("spanpast") == nil {
				base.p.Op = "future"
			}
			return base, true
		}
		n := int(base.n)
		if m.Group("spanpast") != nil {
			n = -n
		}
		base.p = &Pending{Op: "span", Unit: Grain(base.unit), Count: n}
		return base, true
	case "the-dur":
		base := *f.of(m.Group("dur"))
		base.quiet = false
		if end := f.scan.Word(m.End - 1); end[len(end)-1] != 's' || f.scan.Word(m.End-2) == "-" && f.scan.Word(m.End-1) != "" && f.scan.Atoms[m.End-1].Glued && f.scan.Atoms[m.End-2].Glued {
			return base, false // "the 14-day", "the two day"
		}
		return base, base.n > 1 && base.typ == DURATION && f.lower(m.End) != "ago"
	case "end-of-unit":
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
		return meaning{typ: DATE, p: &Pending{Op: "shift", Unit: Grain(u), Mod: mod}, mod: mod}, true
	case "year-ended": // "the year ended March 31" lasts a year
		u := unit(m.Group("unit").Val)
		end := f.of(m.Group("date"))
		if u != uYear || end.p == nil || end.p.Op == "weekday" && end.value != "" {
			return meaning{}, false
		}
		return meaning{typ: DURATION, value: period(1, false, u), n: 1, unit: u, p: &Pending{Op: "span", Unit: Grain(u), Count: -1, Of: end.p}}, true
	case "or-so":
		base := *f.of(m.Group("relunit"))
		base.mod = "APPROX"
		return base, base.p != nil
	case "or-two":
		u := unit(m.Group("unit").Val)
		return meaning{typ: DURATION, value: period(1, false, u), n: 1.5, unit: u, vague: true}, true
	case "the-unit":
		u := unit(m.Group("unit").Val)
		next := f.lower(m.End)
		if u != uYear && u != uWeek || next == "of" || next == "before" || next == "when" || next == "after" || next == "since" || next == "-" || next == "ago" {
			return meaning{}, false
		}
		if t := f.token(m.End); t >= 0 && f.tokens[t].UPOS == syntax.NUM {
			return meaning{}, false
		}
		return meaning{typ: DATE, p: &Pending{Op: "shift", Unit: Grain(u)}}, true
	case "plain-dur":
		base := *f.of(m.Group("dur"))
		if f.lasts(m.Atom) {
			return meaning{}, false
		}
		base.quiet = false
		return base, base.n != 1
	case "mod-dur", "mod-ago":
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
	case "that-part":
		return meaning{typ: TIME, p: &Pending{Op: "shift", Unit: Grain(uDay), Clock: "T" + m.Group("part").Val, Of: &Pending{Op: "previous"}}}, true
	case "part-before": // "the night before, …"
		if m.End < len(f.scan.Atoms) && f.scan.Atoms[m.End].Kind != pattern.Mark {
			return meaning{}, false
		}
		n := 1
		if f.lower(m.End-1) == "before" {
			n = -1
		}
		return meaning{typ: TIME, p: &Pending{Op: "shift", Unit: Grain(uDay), Count: n, Clock: "T" + m.Group("part").Val, Of: &Pending{Op: "previous"}}}, true
	case "next-part":
		n := map[string]int{"next": 1, "following": 1, "same": 0, "previous": -1}[f.lower(m.Atom+1)]
		return meaning{typ: TIME, p: &Pending{Op: "shift", Unit: Grain(uDay), Count: n, Clock: "T" + m.Group("part").Val, Of: &Pending{Op: "previous"}}}, true
	case "list":
		return f.listDay(m)
	case "list-first":
		day := f.of(m.Group("day"))
		if day.p.Op != "monthday" || m.Group("dom").Val == "spelled" {
			return meaning{}, false
		}
		v := fmt.Sprintf("%04d-%s", int(m.Group("year").Num), day.p.Part)
		return meaning{typ: DATE, p: at(v), hasYear: true}, valid(v)
	case "list-before":
		return f.listBefore(m)
	case "elide":
		month, with := f.of(m.Group("month")), f.of(m.Group("with"))
		if month.p.Op != "month" || with.p.Op != "at" || len(with.p.Part) < 7 {
			return meaning{}, false
		}
		year, _ := strconv.Atoi(with.p.Part[:4])
		if n, _ := strconv.Atoi(month.p.Part); pad2(month.p.Part) > with.p.Part[5:7] && n > 0 { // November to February 2017
			year--
		}
		return meaning{typ: DATE, p: at(fmt.Sprintf("%04d-%s", year, pad2(month.p.Part))), hasYear: true}, true
	case "elide-day":
		return f.elideDay(m)
	case "elide-year":
		month, year := f.of(m.Group("month")), f.of(m.Group("year"))
		if month.p.Op != "month" || len(year.p.Part) != 4 {
			return meaning{}, false
		}
		return meaning{typ: DATE, p: at(year.p.Part + "-" + pad2(month.p.Part)), hasYear: true}, true
	case "year-range":
		y := f.of(m.Group("year"))
		base, _ := strconv.Atoi(y.p.Part)
		n := int(m.Group("year2").Num)
		v := base - base%100 + n
		if v <= base {
			v += 100
		}
		return meaning{typ: DATE, p: at(strconv.Itoa(v)), hasYear: true}, v-base < 60 && f.scan.Atoms[m.From].Glued
	}
	return f.buildClock(m)
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
	if base == nil || base.p == nil || rel.p == nil || rel.p.Op != "shift" {
		return meaning{}, false
	}
	u := unit(rel.p.Unit)
	part := ""
	switch {
	case u == uYear && base.p.Op == "month":
		part = "month " + base.p.Part
	case u == uYear && (base.p.Op == "quarter" || base.p.Op == "half" || base.p.Op == "season" || base.p.Op == "monthday" || base.p.Op == "holiday"):
		part = base.p.Op + " " + base.p.Part
	case u == uWeek && base.p.Op == "weekday":
		part = "weekday " + base.p.Part
	}
	if part == "" {
		return meaning{}, false
	}
	return meaning{typ: DATE, p: &Pending{Op: "in", Part: part, Mod: base.p.Mod, Of: rel.p}}, true
}

// isYear says whether a value is a year.
func (f *finder) isYear(p *Pending) bool {
	return p.Op == "shift" && unit(p.Unit) == uYear || p.Op == "at" && len(p.Part) == 4
}
