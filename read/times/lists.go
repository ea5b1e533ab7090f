package times

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/hearsay-news/hearsay/read/times/pattern"
)

// elideDay gives "Nov. 18" of "Nov. 18 to Dec. 19, 2015" its year.
func (f *finder) elideDay(m *pattern.Match) (meaning, bool) {
	first, with := f.of(m.Group("first")).p, f.of(m.Group("with")).p
	if first == nil || with == nil || with.Op != At || len(with.Date) != 10 || first.Op != MonthDay && first.Op != MonthName {
		return meaning{}, false
	}
	year, _ := strconv.Atoi(with.Date[:4])
	if written(year, first.Number, first.Nth) > with.Date {
		year--
	}
	v := written(year, first.Number, first.Nth)
	return meaning{typ: DATE, p: at(v), hasYear: true}, valid(v)
}

// listDay is the 9 of "June 4 and 9".
func (f *finder) listDay(m *pattern.Match) (meaning, bool) {
	base := f.of(m.Group("day"))
	dom := int(m.Group("dom").Num)
	if m.Group("dom").Val == "spelled" && (m.Rule.Name != "list-through" || !f.ordinal(m.Group("dom"))) {
		return meaning{}, false
	}
	next := f.lower(m.End)
	if m.End < len(f.scan.Atoms) && (next == "," && m.End+1 < len(f.scan.Atoms) && f.scan.Atoms[m.End].Glued && f.scan.Atoms[m.End+1].Glued && f.scan.Atoms[m.End+1].Kind == pattern.Digits ||
		f.scan.Atoms[m.End].Kind == pattern.Letters && f.scan.Atoms[m.End-1].Kind == pattern.Digits && f.followed(m.End)) {
		return meaning{}, false
	}
	switch base.p.Op {
	case DayOfMonth:
		return meaning{typ: DATE, p: &Pending{Op: DayOfMonth, Number: dom, Side: undecided}}, m.Group("year") == nil && m.Group("dom").End > m.Group("dom").Atom+1
	case MonthDay:
		month := base.p.Number
		if m.Rule.Name == "list-through" && dom <= base.p.Nth { // from April 27 to the 3rd
			month = month%12 + 1
		}
		if y := m.Group("year"); y != nil {
			v := written(int(y.Num), month, dom)
			return meaning{typ: DATE, p: at(v), hasYear: true}, valid(v)
		}
		return meaning{typ: DATE, p: &Pending{Op: MonthDay, Number: month, Nth: dom, Side: undecided}}, true
	case At:
		if len(base.p.Date) != 10 || m.Group("year") != nil {
			return meaning{}, false
		}
		v := fmt.Sprintf("%s%02d", base.p.Date[:8], dom)
		return meaning{typ: DATE, p: at(v), hasYear: true}, valid(v) && !strings.Contains(f.scan.Text[f.scan.Atoms[m.Atom].Start:f.scan.Atoms[m.End-1].End], "/")
	}
	return meaning{}, false
}

// ordinal says whether a spelled day of the month is written as one: "ninth", not "nine".
func (f *finder) ordinal(t *pattern.Term) bool {
	switch w := f.lower(int(t.End) - 1); w {
	case "first", "second", "third":
		return true
	default:
		return strings.HasSuffix(w, "th")
	}
}

// followed says whether an atom is a noun that the number before it counts.
func (f *finder) followed(atom int) bool {
	switch f.lower(atom) {
	case "and", "or", "in", "at", "to", "of", "for", "by", "on", "with", "when", "as", "is", "was", "were", "are", "will", "the", "after", "before", "from":
		return false
	}
	return true
}

// listBefore is the 4 of "4 to 9 June 2011".
func (f *finder) listBefore(m *pattern.Match) (meaning, bool) {
	base := f.of(m.Group("day"))
	dom := int(m.Group("dom").Num)
	first := f.scan.Atoms[int(m.Group("day").Atom)]
	if m.Group("dom").Val == "spelled" && (m.Rule.Name != "dom-from" || !f.ordinal(m.Group("dom"))) || m.Rule.Name != "dom-from" && first.Kind != pattern.Digits {
		return meaning{}, false
	}
	switch base.p.Op {
	case MonthDay:
		return meaning{typ: DATE, p: &Pending{Op: MonthDay, Number: base.p.Number, Nth: dom, Side: undecided}}, true
	case At:
		if len(base.p.Date) != 10 {
			return meaning{}, false
		}
		v := fmt.Sprintf("%s%02d", base.p.Date[:8], dom)
		return meaning{typ: DATE, p: at(v), hasYear: true}, valid(v)
	}
	return meaning{}, false
}
