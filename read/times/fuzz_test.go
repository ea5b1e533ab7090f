package times

import (
	"encoding/xml"
	"io"
	"strings"
	"testing"

	"github.com/hearsay-news/hearsay/lang/en"
)

func FuzzFindIn(f *testing.F) {
	f.Add("The governor met miners on Monday, two days after the strike began in early May.")
	f.Add(strings.Repeat("1", 400) + "-" + strings.Repeat("9", 20))
	f.Add(strings.Repeat("May ", 50))
	f.Add(strings.Repeat("1/2/3-4:5.6,", 20))
	f.Add("nineteen hundred and ninety-nine thousand million and one")
	f.Add("\"We leave tomorrow,\" she said on Tuesday, 2011-03-07T06:12:40Z, in 44 BC, over the past two years & <less> than 3:07:35.")
	f.Add("\x00\xff\u2013’ 5 ½")
	f.Fuzz(func(t *testing.T, s string) {
		if len(s) > 1<<12 {
			return
		}
		s = strings.ToValidUTF8(s, "?")
		day := NewDay(2019, 5, 15)
		published := Between(day, day, ADay)
		wellFormed(t, TimeML(s, FindIn(en.Language, s, published), published), s)
	})
}

// wellFormed reads a TimeML document back: it is XML, its text is the text that went in, and its points name elements that are there.
func wellFormed(t *testing.T, document, words string) {
	t.Helper()
	var text strings.Builder
	inText := false
	ids, named := map[string]bool{}, []string{}
	for d := xml.NewDecoder(strings.NewReader(document)); ; {
		token, err := d.Token()
		if err == io.EOF {
			break
		}
		if err != nil {
			t.Fatalf("%q: %v", words, err)
		}
		switch x := token.(type) {
		case xml.StartElement:
			inText = inText || x.Name.Local == "TEXT"
			for _, a := range x.Attr {
				switch a.Name.Local {
				case "tid":
					if ids[a.Value] {
						t.Fatalf("%q: %s twice", words, a.Value)
					}
					ids[a.Value] = true
				case "beginPoint", "endPoint":
					named = append(named, a.Value)
				}
			}
		case xml.EndElement:
			inText = inText && x.Name.Local != "TEXT"
		case xml.CharData:
			if inText {
				text.Write(x)
			}
		}
	}
	for _, id := range named {
		if !ids[id] {
			t.Fatalf("%q: no element %s", words, id)
		}
	}
	told := func(s string) string { // line ends are one in XML, and some characters have no place in it
		return strings.Map(func(r rune) rune {
			if r < ' ' || r >= 0xFFFD && r <= 0xFFFF {
				return -1
			}
			return r
		}, s)
	}
	if got := told(text.String()); got != told(words) {
		t.Fatalf("%q came back as %q", words, got)
	}
}

// Hostile repeats cost as much for each byte as any text does: eight times the words, about eight times the work. The test counts
// candidates, not time.
func TestHostileRepeatsStayLinear(t *testing.T) {
	for _, unit := range []string{"May ", "1 ", "one hundred and ", "last week of the ", "3/4-", "Monday, ", "early ", "two to three ",
		"2 years 1 month ", "from May 3 to ", "9:30 - ", "he said Monday that today ", "the first ", "1999/"} {
		work := func(n int) int {
			fi := newFinder(en.Language, strings.Repeat(unit, n), Interval{})
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
	fi := newFinder(en.Language, text, Between(NewDay(2019, 5, 15), NewDay(2019, 5, 15), ADay))
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
		compile(en.Language)
	}
}
