package pattern

import (
	"strings"
	"testing"

	"github.com/hearsay-news/hearsay/lang/en"
)

func grammar(t *testing.T, words, rules string) *Grammar {
	t.Helper()
	g, err := Compile(en.Language.Numbers+"\n"+words, rules)
	if err != nil {
		t.Fatal(err)
	}
	return g
}

// Numbers as people write them, each read whole.
func TestNumerals(t *testing.T) {
	g := grammar(t, "", "")
	num, ord, year := g.Sym("num"), g.Sym("ord"), g.Sym("year")
	for _, c := range []struct {
		in    string
		class Sym
		want  float64
	}{
		{"twenty-four", num, 24}, {"two hundred and ten", num, 210}, {"a hundred", num, 100}, {"three million two hundred thousand and five", num, 3200005},
		{"1,234,567.5", num, 1234567.5}, {"10 000", num, 10000}, {"2 1/2", num, 2.5}, {"1.5 million", num, 1.5e6}, {".5", num, 0.5}, {"4e3", num, 4000},
		{"twenty-first", ord, 21}, {"7th", ord, 7}, {"nineteen sixty-one", year, 1961}, {"two thousand eleven", year, 2011}, {"1999", year, 1999},
	} {
		s := g.NewScan()
		s.Load(c.in, 0, len(c.in))
		term := s.Find(0, c.class)
		if term == nil || term.Num != c.want || int(term.End) != len(s.Atoms) {
			t.Errorf("%q: %+v, want %v over %d atoms", c.in, term, c.want, len(s.Atoms))
		}
	}
}

// Date-times of machines are read whole, with their zone; what only looks like one is not.
func TestStamps(t *testing.T) {
	g := grammar(t, "", "")
	for _, c := range []struct{ in, want string }{
		{"2011-03-07T06:12:40Z", "2011-03-07T06:12:40Z"}, {"2011-03-07T06:12+01:00", "2011-03-07T06:12+01:00"},
		{"2011-03-07T06:12:40.125-05:30", "2011-03-07T06:12:40-05:30"}, {"2011-03-07T06:12", "2011-03-07T06:12"},
		{"2011-03-07T36:12", ""}, {"2011-03-07 T06:12", ""}, {"2011-13-07T06:12", ""},
	} {
		s := g.NewScan()
		s.Load(c.in, 0, len(c.in))
		got := ""
		if term := s.Find(0, g.Sym("stamp")); term != nil {
			got = term.Val
		}
		if got != c.want {
			t.Errorf("%q: %q, want %q", c.in, got, c.want)
		}
	}
}

// Money and the minutes of a clock are no days of a month.
func TestCountedDigitsAreNoDays(t *testing.T) {
	g := grammar(t, "", "")
	for _, c := range []struct {
		in   string
		atom int
		day  bool
	}{{"$12 December", 1, false}, {"£ 12", 1, false}, {"12:30 December", 2, false}, {"by 12 December", 1, true}, {"open: 12", 2, true}} {
		s := g.NewScan()
		s.Load(c.in, 0, len(c.in))
		if got := s.Find(c.atom, g.Sym("dom")) != nil; got != c.day {
			t.Errorf("%q: a day %v, want %v", c.in, got, c.day)
		}
	}
}

// The package comment's own example: a rule with named groups, found and used by a rule of the next stage.
func TestStages(t *testing.T) {
	g := grammar(t, "month!C\t5\tmay", "month-day\tday\tdate\t<month> <dom>\nstage\nsince\t-\tbound\tsince [ <day> ]")
	s := g.NewScan()
	text := "open since May 12."
	s.Load(text, 0, len(text))
	var got []string
	for stage := range g.Stages() {
		s.Run(stage, func(m *Match) {
			from, to := s.Span(m.From, m.To)
			got = append(got, m.Rule.Name+"="+text[from:to])
			if m.Rule.Class != 0 {
				s.Add(Term{Sym: m.Rule.Class, Atom: int32(m.Atom), End: int32(m.End)})
			}
		})
	}
	if all := strings.Join(got, " "); all != "month-day=May 12 since=May 12" {
		t.Errorf("found %s", all)
	}
}

func TestBadTablesAreNamed(t *testing.T) {
	for _, c := range []struct{ words, rules, want string }{
		{"month 5 may", "", "words, line 1"},
		{"", "a\tb\tc", "rules, line 1"},
		{"", "a\t-\tk\t(x", "missing )"},
		{"", "a\t-\tk\t<x", "missing >"},
		{"", "a\t-\tk\t@none x", "unknown shorthand"},
	} {
		if _, err := Compile(c.words, c.rules); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%q %q: error %v, want %q in it", c.words, c.rules, err, c.want)
		}
	}
}
