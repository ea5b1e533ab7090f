package amounts

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

// Cases are plain text: "== number title", the text, a line of "--", and one row a figure: words, low and high ("?" is open), relation,
// unit, and what else there is as name=words.
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
			got := show(input)
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
			if err := os.WriteFile(file, []byte(strings.TrimPrefix(strings.Join(out, "\n== "), "\n")), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
}

func show(input string) string {
	num := func(n Number) string {
		if !n.Known {
			return "?"
		}
		return strconv.FormatFloat(n.Value, 'g', 8, 64)
	}
	var rows []string
	for _, a := range FindIn(input) {
		row := fmt.Sprintf("%s | %s to %s | %s | %s | %s", input[a.Start:a.End], num(a.Low), num(a.High), a.Relation, a.Unit, a.Kind)
		for _, p := range []struct {
			name string
			at   [2]int
		}{{"of", [2]int{a.Of.Start, a.Of.End}}, {"scope", [2]int{a.Scope.Start, a.Scope.End}}, {"bound", [2]int{a.Bound.Start, a.Bound.End}}} {
			if p.at[1] > p.at[0] {
				row += " | " + p.name + "=" + input[p.at[0]:p.at[1]]
			}
		}
		if a.Attitude != "" {
			row += " | attitude=" + a.Attitude
		}
		if a.Change != nil {
			row += fmt.Sprintf(" | %s from %s to %s", a.Change.Direction, num(a.Change.From), num(a.Change.To))
		}
		rows = append(rows, row)
	}
	return strings.Join(rows, "\n")
}
