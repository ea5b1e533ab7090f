package times

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var (
	update  = flag.Bool("update", false, "rewrite the expected rows of the cases")
	oneCase = flag.Int("case", 0, "run this case only")
)

// Cases are plain text: "== number title", an optional "at DATE" or "at DATE…DATE" (the page's date; none is unknown), the text, a
// line of "--", and one row an expression: words, type, value, attributes, interval and grain, with bars between.
func TestCases(t *testing.T) {
	files, err := filepath.Glob("testdata/cases/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	for _, file := range files {
		raw, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		parts := strings.Split("\n"+string(raw), "\n== ")
		out := []string{strings.TrimPrefix(parts[0], "\n")}
		for _, part := range parts[1:] {
			head, body, _ := strings.Cut(part, "\n")
			number, _, _ := strings.Cut(head, " ")
			n, err := strconv.Atoi(number)
			if err != nil {
				t.Fatalf("%s: %q has no number", file, head)
			}
			input, want, _ := strings.Cut(body, "\n--\n")
			want = strings.TrimSpace(want)
			got := runCase(t, input)
			out = append(out, head+"\n"+strings.TrimRight(input, "\n")+"\n--\n"+got+"\n")
			if *oneCase != 0 && *oneCase != n {
				continue
			}
			if !*update {
				t.Run(fmt.Sprintf("%s/%d", filepath.Base(file), n), func(t *testing.T) {
					if diff := cmp.Diff(want, got); diff != "" {
						t.Errorf("%s\n%s(-want +got)\n%s", head, input, diff)
					}
				})
			}
		}
		if *update {
			text := strings.Join(out, "\n== ")
			if err := os.WriteFile(file, []byte(strings.TrimPrefix(text, "\n")), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
}

func runCase(t *testing.T, input string) string {
	var anchor Interval
	if strings.HasPrefix(input, "at ") {
		at, rest, _ := strings.Cut(input[3:], "\n")
		first, last, ranged := strings.Cut(at, "…")
		if !ranged {
			last = first
		}
		anchor = Between(parseDay(t, first), parseDay(t, last), ADay)
		input = rest
	}
	var rows []string
	for _, e := range FindIn(input, anchor) {
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
