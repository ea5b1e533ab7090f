package amounts

import (
	"strconv"
	"strings"

	"github.com/hearsay-news/hearsay/lang"
	"github.com/hearsay-news/hearsay/read/times/pattern"
)

// language is the compiled tables of lang/en/amounts.
type language struct {
	grammar *pattern.Grammar
	units   map[string]unit
	parts   map[[2]string]float64 // how many of the second unit make one of the first
	classes
}

// unit is a unit of measure or a currency.
type unit struct {
	name  string
	kind  string // measure, money, cent
	scale float64
}

// prefixes of units marked "si".
var prefixes = []struct{ word, symbol string }{{"kilo", "k"}, {"mega", "M"}, {"giga", "G"}, {"tera", "T"}, {"peta", "P"}, {"exa", "E"}, {"deci", "d"},
	{"centi", "c"}, {"milli", "m"}, {"micro", "µ"}, {"micro", "μ"}, {"nano", "n"}, {"pico", "p"}, {"hecto", "h"}, {"kilo", "K"}, {"femto", "f"}, {"atto", "a"}}

var tables = lang.Compile(compile)

// compile builds the automaton from the tables of lang/en.
func compile(from *lang.Language) *language {
	l := &language{units: map[string]unit{}, parts: map[[2]string]float64{}}
	var words strings.Builder
	words.WriteString(from.Numbers)
	words.WriteString("\n")
	words.WriteString(from.Amounts.Words)
	words.WriteString("\n")
	other := map[string]bool{} // what looks like a symbol with a prefix and is none
	for row := range lang.Rows(from.Amounts.Units) {
		f := strings.Split(row, "\t")
		if f[0] == "other" {
			for _, s := range strings.Split(f[2], ", ") {
				other[s] = true
			}
			continue
		}
		if f[0] == "parts" {
			l.parts[[2]string{f[1], f[2]}], _ = strconv.ParseFloat(f[3], 64)
			continue
		}
		symbols := ""
		if len(f) > 3 {
			symbols = f[3]
		}
		l.addUnit(&words, f[0], f[1], f[2], symbols)
		if f[0] == "money" && strings.Contains(symbols, f[1]) { // "30 MEUR"
			l.addUnit(&words, "millions", f[1], "", "M"+f[1])
		}
		if f[0] != "si" {
			continue
		}
		for _, p := range prefixes {
			var names, symbolNames []string
			for _, n := range strings.Split(f[2], ",") {
				names = append(names, p.word+strings.TrimSpace(n))
			}
			for _, n := range strings.Split(symbols, ",") {
				if s := p.symbol + strings.TrimSpace(n); s != p.symbol && !other[s] {
					symbolNames = append(symbolNames, s)
				}
			}
			l.addUnit(&words, "measure", p.word+f[1], strings.Join(names, ", "), strings.Join(symbolNames, ", "))
		}
	}
	g, err := pattern.Compile(words.String(), from.Amounts.Rules)
	if err != nil {
		panic("lang/en/amounts: " + err.Error()) // the tables are part of the program; a test compiles them
	}
	l.grammar = g
	l.classes.find(g)
	return l
}

// addUnit writes a unit's forms as lines of the table of words.
func (l *language) addUnit(words *strings.Builder, kind, name, forms, symbols string) {
	key := kind + ":" + name
	class, symbolClass := "measure", "measure"
	u := unit{name: name, kind: "measure", scale: 1}
	switch kind {
	case "money":
		class, symbolClass, u.kind = "moneyword", "money", "money"
	case "millions":
		symbolClass, u.kind, u.scale = "moneyword", "money", 1e6
	case "cent":
		class, symbolClass, u.kind, u.scale = "moneyword", "moneyword", "money", 0.01
	}
	l.units[key] = u
	if strings.TrimSpace(forms) != "" {
		words.WriteString(class + "\t" + key + "\t" + forms + "\n")
	}
	for _, s := range strings.Split(symbols, ",") {
		if s = strings.TrimSpace(s); s != "" {
			words.WriteString(symbolClass + "!X\t" + key + "\t" + s + "\n")
		}
	}
}
