package times

import (
	"fmt"
	"strings"
	"testing"

	"github.com/hearsay-news/hearsay/internal/cases"
	"github.com/hearsay-news/hearsay/lang/en"
)

// Cases are plain text: "== number title", an optional "at DATE" or "at DATE…DATE" (the page's date; none is unknown), the text, a
// line of "--", and one row an expression: words, type, value, attributes, interval and grain, with bars between.
func TestCases(t *testing.T) { cases.Run(t, runCase) }

func runCase(t *testing.T, input string) string {
	var anchor Interval
	if at, rest := cases.Head(input, "at"); at != "" {
		first, last, ranged := strings.Cut(at, "…")
		if !ranged {
			last = first
		}
		anchor = Between(parseDay(t, first), parseDay(t, last), ADay)
		input = rest
	}
	var rows []string
	for _, e := range FindIn(en.Language, input, anchor) {
		row := fmt.Sprintf("%s | %s | %s", input[e.Start:e.End], e.Type, e.Value)
		for _, a := range []struct{ name, value string }{{"mod", e.Mod}, {"quant", e.Quant}, {"freq", e.Freq}, {"bound", e.Bound}} {
			if a.value != "" {
				row += " " + a.name + "=" + a.value
			}
		}
		rows = append(rows, row+" | "+e.Interval.String()+" "+string(e.Interval.Grain))
	}
	return strings.Join(rows, "\n")
}

func parseDay(t *testing.T, s string) Day {
	var y, m, d int
	if _, err := fmt.Sscanf(s, "%d-%d-%d", &y, &m, &d); err != nil {
		t.Fatalf("bad day %q", s)
	}
	return NewDay(y, m, d)
}
