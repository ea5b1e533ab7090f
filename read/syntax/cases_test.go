package syntax

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/hearsay-news/hearsay/lang/en"
	"github.com/hearsay-news/hearsay/read/page"
	"github.com/hearsay-news/hearsay/text"
)

var (
	update  = flag.Bool("update", false, "rewrite the expected rows of the cases")
	oneCase = flag.Int("case", 0, "run this case only")
)

// TestCases runs testdata/cases; the head of each file says how its rows are written.
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
		rows := wordRows
		if filepath.Base(file) == "tags.txt" {
			rows = tagRows
		}
		parts := strings.Split(string(raw), "\n== ")
		out := parts[:1:1]
		for _, part := range parts[1:] {
			head, body, _ := strings.Cut(part, "\n")
			number, _, _ := strings.Cut(head, " ")
			n, err := strconv.Atoi(number)
			if err != nil {
				t.Fatalf("%s: %q has no number", file, head)
			}
			input, want, _ := strings.Cut(body, "\n--\n")
			got := rows(input)
			out = append(out, head+"\n"+input+"\n--\n"+got+"\n")
			if *update || *oneCase != 0 && *oneCase != n {
				continue
			}
			t.Run(fmt.Sprintf("%s/%d", filepath.Base(file), n), func(t *testing.T) {
				if diff := cmp.Diff(strings.TrimSpace(want), got); diff != "" {
					t.Errorf("%s\n%s\n(-want +got)\n%s", head, input, diff)
				}
			})
		}
		if *update {
			if err := os.WriteFile(file, []byte(strings.TrimRight(strings.Join(out, "\n== "), "\n")+"\n"), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
}

func readLine(line string) (text.Text, []Sentence) {
	t := text.Text(line)
	return t, Read(en.Language, t, []page.Block{{Span: text.Span{End: len(t)}, Role: page.Body}})
}

func wordRows(line string) string {
	t, sentences := readLine(line)
	var rows []string
	for _, s := range sentences {
		var words []string
		for _, token := range s.Tokens {
			words = append(words, t.At(token.Span))
		}
		rows = append(rows, strings.Join(words, " | "))
	}
	return strings.Join(rows, "\n")
}

func tagRows(line string) string {
	t, sentences := readLine(line)
	var all []string
	for i := range sentences {
		s := &sentences[i]
		Parse(t, s)
		var b strings.Builder
		for k, token := range s.Tokens {
			fmt.Fprintf(&b, "%d %s %s %s %s %d %s\n", k+1, t.At(token.Span), token.Lemma, token.UPOS, token.XPOS, token.Head, token.Deprel)
		}
		all = append(all, strings.TrimSpace(b.String()))
	}
	return strings.Join(all, "\n\n")
}
