package times

import (
	"strings"
	"testing"
)

func FuzzFindIn(f *testing.F) {
	f.Add("The governor met miners on Monday, two days after the strike began in early May.")
	f.Add(strings.Repeat("1", 400) + "-" + strings.Repeat("9", 20))
	f.Add(strings.Repeat("May ", 50))
	f.Add(strings.Repeat("1/2/3-4:5.6,", 20))
	f.Add("nineteen hundred and ninety-nine thousand million and one")
	f.Add("\x00\xff\u2013’ 5 ½")
	f.Fuzz(func(t *testing.T, s string) {
		if len(s) > 1<<12 {
			return
		}
		s = strings.ToValidUTF8(s, "?")
		day := NewDay(2019, 5, 15)
		TimeML(s, FindIn(s, Between(day, day, ADay)))
	})
}

// Hostile repeats cost as much for each byte as any text does: eight times the words, about eight times the work. The test counts
// candidates, not time.
func TestHostileRepeatsStayLinear(t *testing.T) {
	for _, unit := range []string{"May ", "1 ", "one hundred and ", "last week of the ", "3/4-", "Monday, ", "early ", "two to three "} {
		work := func(n int) int {
			fi := newFinder(strings.Repeat(unit, n), Interval{})
			fi.sentence(0, len(fi.text), nil)
			return len(fi.scan.Terms) + len(fi.cands)
		}
		small, large := work(100), work(800)
		if large > 10*small+100 {
			t.Errorf("%q: %d pieces for 100 repeats, %d for 800", unit, small, large)
		}
	}
}

func BenchmarkFindIn(b *testing.B) {
	text := strings.TrimSpace(strings.Repeat("The governor of Sel met miners on Monday, two days after the strike began in early May, and said that the port would open next month. "+
		"More than forty trucks were stopped at the border, a ministry said, and nobody knows when they will be let through. ", 40))
	fi := newFinder(text, Between(NewDay(2019, 5, 15), NewDay(2019, 5, 15), ADay))
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		fi.found = fi.found[:0]
		for at := 0; at < len(text); {
			end := at + strings.IndexByte(text[at:], '.') + 1
			fi.sentence(at, end, nil)
			at = end
		}
	}
	b.ReportMetric(float64(len(fi.found)*b.N)/b.Elapsed().Seconds(), "expressions/s")
}

func BenchmarkTables(b *testing.B) {
	for b.Loop() {
		compile()
	}
}
