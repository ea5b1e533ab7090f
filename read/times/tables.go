package times

import (
	"strings"
	"sync"

	"github.com/hearsay-news/hearsay/lang"
	"github.com/hearsay-news/hearsay/lang/en"
	"github.com/hearsay-news/hearsay/read/times/pattern"
)

// language is the compiled tables of lang/en.
type language struct {
	grammar  *pattern.Grammar
	holidays map[string]holidayRule
	tense    tenseWords
	sym      struct {
		date, day, month, year, dur, clock, unit, units, weekday, num, dom, monthName, holiday, masthead, street, lasting pattern.Sym
	}
}

var tables = sync.OnceValue(compile)

// compile builds the automaton from the tables of lang/en.
func compile() *language {
	l := &language{holidays: map[string]holidayRule{}, tense: readTenseWords(en.TimesTense)}
	words := strings.Builder{}
	words.WriteString(en.Numbers)
	words.WriteString("\n")
	words.WriteString(en.TimesWords)
	for row := range lang.Rows(en.TimesHolidays) {
		f := strings.Split(row, "\t")
		l.holidays[f[0]] = parseHoliday(f[1])
		words.WriteString("\nholiday\t" + f[0] + "\t" + f[2])
	}
	g, err := pattern.Compile(words.String(), en.TimesRules)
	if err != nil {
		panic("lang/en/times: " + err.Error()) // the tables are part of the program; a test compiles them
	}
	l.grammar = g
	l.sym.dom, l.sym.monthName, l.sym.holiday = g.Sym("dom"), g.Sym("month"), g.Sym("holiday")
	l.sym.masthead, l.sym.street, l.sym.lasting = g.Sym("masthead"), g.Sym("street"), g.Sym("lasting")
	for name, sym := range map[string]*pattern.Sym{"date": &l.sym.date, "day": &l.sym.day, "month": &l.sym.month, "year": &l.sym.year, "dur": &l.sym.dur,
		"clock": &l.sym.clock, "unit": &l.sym.unit, "units": &l.sym.units, "weekday": &l.sym.weekday, "num": &l.sym.num} {
		*sym = g.Sym(name)
	}
	return l
}
