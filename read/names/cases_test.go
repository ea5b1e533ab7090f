package names

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/hearsay-news/hearsay/read/syntax"
	"github.com/hearsay-news/hearsay/text"
)

var (
	update  = flag.Bool("update", false, "rewrite the expected rows of the cases")
	oneCase = flag.Int("case", 0, "run this case only")
)

// Cases are plain text: "== number title", the text, a line of "--", one row a mention (words, type, form, entity), and one row for each entity
// that has roles or aliases.
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
			input, want, _ := strings.Cut(body, "\n--")
			want = strings.TrimSpace(want)
			got := runCase(input)
			out = append(out, head+"\n"+strings.TrimRight(input, "\n")+"\n--\n"+got+"\n")
			if *oneCase != 0 && *oneCase != n || *update {
				continue
			}
			t.Run(fmt.Sprintf("%s/%d", filepath.Base(file), n), func(t *testing.T) {
				if diff := cmp.Diff(want, got); diff != "" {
					t.Errorf("%s\n%s\n(-want +got)\n%s", head, input, diff)
				}
			})
		}
		if *update {
			words := strings.TrimPrefix(strings.Join(out, "\n== "), "\n")
			if err := os.WriteFile(file, []byte(words), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
}

func runCase(input string) string {
	t := text.Text(input)
	blocks := lines(t)
	mentions, entities := Read(t, blocks, syntax.Read(t, blocks))
	var rows []string
	for _, m := range mentions {
		if m.Type == MISC && m.Form == Nominal { // things: covered by coreference figures
			continue
		}
		rows = append(rows, fmt.Sprintf("%s | %s %s | %s", t.At(m.Span), m.Type, m.Form, entities[m.Entity].ID))
	}
	for _, e := range entities {
		row := ""
		for _, r := range e.Roles {
			row += "; role " + t.At(r)
		}
		for _, a := range e.Aliases {
			row += "; also " + a.Name
		}
		if row != "" {
			rows = append(rows, e.ID+" "+e.Name+row)
		}
	}
	return strings.Join(rows, "\n")
}
