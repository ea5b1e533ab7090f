package amounts

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/hearsay-news/hearsay/lang/en"
	"github.com/hearsay-news/hearsay/read/page"
	"github.com/hearsay-news/hearsay/read/syntax"
	"github.com/hearsay-news/hearsay/read/times"
	"github.com/hearsay-news/hearsay/text"
)

var words = []string{"more than", "at least", "up to", "about", "only", "from", "to", "8,200", "3.5", "$", "€", "million", "bn", "percent", "%", "dozens", "of", "troops", "km", "two",
	"hundred", "thirds", "half", "a", "one in five", "rose", "fell", "by", "killed", "people", "1/2", "-", ",", ".", "(", ")", "12", "years", "old", "per", "hour", "é", "9/11",
	"the rest", "no one", "both", "none of", "he is", "turned", "capita", "x", "ft", "in", "voted", "52-48", "and a quarter", "more", "toll", "number", "off", "Sel", "two new 737"}

// Whatever the words are, every place of a figure lies in the text and shows words, figures come in order, and bounds are in order.
func TestFiguresAreSound(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		text := strings.Join(rapid.SliceOfN(rapid.SampledFrom(words), 0, 40).Draw(r, "words"), rapid.SampledFrom([]string{" ", ""}).Draw(r, "glue"))
		at := 0
		for _, a := range FindIn(en.Language, text) {
			for _, s := range [][2]int{{a.Start, a.End}, {a.Of.Start, a.Of.End}, {a.Scope.Start, a.Scope.End}, {a.Bound.Start, a.Bound.End}, {a.Moved.Start, a.Moved.End}} {
				if s[0] < 0 || s[1] > len(text) || s[0] > s[1] {
					r.Fatalf("%q: place %v", text, s)
				}
				if shown := text[s[0]:s[1]]; strings.TrimSpace(shown) != shown {
					r.Fatalf("%q: %q has white space at its ends", text, shown)
				}
			}
			if a.Start < at || a.Start == a.End || a.Rule == "" {
				r.Fatalf("%q: %v after %d, rule %q", text, a.Span, at, a.Rule)
			}
			at = a.Start
			if a.Low.Known && a.High.Known && a.Low.Value > a.High.Value {
				r.Fatalf("%q: %v above %v", text, a.Low, a.High)
			}
			if (a.Relation == NoRelation) != (!a.Low.Known && !a.High.Known) {
				r.Fatalf("%q: relation %q with bounds %v and %v", text, a.Relation, a.Low, a.High)
			}
		}
	})
}

func FuzzFindIn(f *testing.F) {
	f.Add("More than 40 percent of farm workers left; $1.5bn was lost, down from 2,100,000 to 5e3 km/h.")
	f.Add(strings.Repeat("1,", 300) + "1e99 -½ 5×10−30")
	f.Add(strings.Repeat("one hundred and ", 60))
	f.Add(strings.Repeat("9", 400) + " men, 1e9999 boats, 12,34,567 and 1.234,5 euros, " + strings.Repeat("1.234.", 80))
	f.Add("The toll rose from 12 to 31, a third of them women; the rest, 4-, 5- and 6-year-olds, fell 2 percent to 1/16 of a mile per 100,000 people per day.")
	f.Add("No one was killed, both 787 Max jets (12 km / 7 miles) a year ago were up to 9/11, and none of the 5-3 vote went from more than 5 to 7 to 3 to 2.")
	f.Fuzz(func(t *testing.T, s string) {
		if len(s) <= 1<<12 {
			FindIn(en.Language, strings.ToValidUTF8(s, "?"))
		}
	})
}

// Hostile repeats cost as much for each word as any text does. The test counts candidates, not time.
func TestHostileRepeatsStayLinear(t *testing.T) {
	for _, unit := range []string{"1 ", "$", "one hundred and ", "from 3 to 5 ", "tens of thousands of ", "more than ", "2/3-", "1,234", "12,34,", "1.234,",
		"9", "1e9999", "from 5 to 3 to ", "four-, ", "half a ", "per 100 people "} {
		work := func(n int) int {
			fi := newFinder(en.Language, strings.Repeat(unit, n), nil)
			fi.sentence(0, len(fi.text), nil)
			return len(fi.scan.Terms) + len(fi.cands)
		}
		if small, large := work(100), work(800); large > 10*small+100 {
			t.Errorf("%q: %d pieces for 100 repeats, %d for 800", unit, small, large)
		}
	}
}

// What amounts cost on top of tokens, tags and times.
func BenchmarkFind(b *testing.B) {
	t := text.Text(strings.TrimSpace(strings.Repeat("The governor of Sel met miners on Monday, two days after the strike began in early May, and said that the port would open next month.\n"+
		"More than forty trucks were stopped at the border, a ministry said, and nobody knows when they will be let through.\n"+
		"Exports rose 4 percent to $3.1bn, while the number of ships that call at the port fell from 120 to 85 a week.\n", 40)))
	var blocks []page.Block
	for _, line := range t.Lines() {
		blocks = append(blocks, page.Block{Span: line, Role: page.Body})
	}
	sentences := syntax.Read(en.Language, t, blocks)
	when := times.Find(en.Language, t, blocks, sentences, times.Interval{})
	b.SetBytes(int64(len(t)))
	b.ReportAllocs()
	for b.Loop() {
		Find(en.Language, t, blocks, sentences, when)
	}
}

func BenchmarkTables(b *testing.B) {
	for b.Loop() {
		compile(en.Language)
	}
}
