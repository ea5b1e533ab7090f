package times

import (
	"strings"

	"github.com/hearsay-news/hearsay/lang"
	"github.com/hearsay-news/hearsay/read/times/pattern"
)

// language is the compiled tables of a language.
type language struct {
	grammar  *pattern.Grammar
	holidays map[string]string // when each falls, by its key
	tense    tenseWords
	build    map[string]func(*finder, *pattern.Match) (meaning, bool) // of each kind of rule
	sym      struct {
		date, day, month, year, dur, clock, unit, units, weekday, num, dom, monthName, holiday, masthead, street, lasting pattern.Sym
	}
}

var tables = lang.Compile(compile)

// compile builds the automaton from the tables.
func compile(from *lang.Language) *language {
	l := &language{holidays: map[string]string{}, tense: readTenseWords(from.Times.Tense)}
	words := strings.Builder{}
	words.WriteString(from.Numbers)
	words.WriteString("\n")
	words.WriteString(from.Times.Words)
	for row := range lang.Rows(from.Times.Holidays) {
		f := strings.Split(row, "\t")
		when := f[1]
		if other, later, ok := strings.Cut(when, " "); ok && l.holidays[other] != "" { // days after another holiday
			when = l.holidays[other] + " +" + later
		}
		l.holidays[f[0]] = when
		words.WriteString("\nholiday\t" + f[0] + "\t" + f[2])
	}
	g, err := pattern.Compile(words.String(), from.Times.Rules)
	if err != nil {
		panic("tables of times, " + from.Tag + ": " + err.Error()) // the tables are part of the program; a test compiles them
	}
	l.grammar = g
	l.build = make(map[string]func(*finder, *pattern.Match) (meaning, bool), len(kinds))
	for _, k := range kinds {
		l.build[k.name] = k.build
	}
	for i := range g.Rules {
		if r := &g.Rules[i]; l.build[r.Kind] == nil {
			panic("tables of times, " + from.Tag + ": rule " + r.Name + " is of no kind: " + r.Kind)
		}
	}
	l.sym.dom, l.sym.monthName, l.sym.holiday = g.Sym("dom"), g.Sym("month"), g.Sym("holiday")
	l.sym.masthead, l.sym.street, l.sym.lasting = g.Sym("masthead"), g.Sym("street"), g.Sym("lasting")
	for name, sym := range map[string]*pattern.Sym{"date": &l.sym.date, "day": &l.sym.day, "month": &l.sym.month, "year": &l.sym.year, "dur": &l.sym.dur,
		"clock": &l.sym.clock, "unit": &l.sym.unit, "units": &l.sym.units, "weekday": &l.sym.weekday, "num": &l.sym.num} {
		*sym = g.Sym(name)
	}
	return l
}

// holiday returns the rule of a holiday, by its key.
func (l *language) holiday(key string) string {
	if rule := l.holidays[key]; rule != "" {
		return rule
	}
	return key // a plain date of another calendar, "islamic 01-17"
}
