// Package cases runs the numbered plain-text cases of a room, the form in which a wrong row is best reported:
//
//	== 12 two trucks, one verb
//	at 2019-05-15
//	The last convoy left Sel on Monday.
//	--
//	occurred | 2019-05-13 | left | The last convoy left Sel on Monday
//
// A case is a number and a title, an input, a line of "--", and the rows expected. What stands before the first case is a note. Tests take
// the flags -case=N (this case only) and -update (rewrite the expected rows).
package cases

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

// Run holds what rows gives for every input of testdata/cases/*.txt against the rows expected. A number may stand once in a room.
func Run(t *testing.T, rows func(t *testing.T, input string) string) {
	t.Helper()
	files, err := filepath.Glob("testdata/cases/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no cases in testdata/cases: %v", err)
	}
	seen := map[int]string{}
	for _, file := range files {
		raw, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		note, rest, _ := strings.Cut("\n"+string(raw), "\n== ")
		out := []string{strings.TrimPrefix(note, "\n")}
		for part := range strings.SplitSeq(rest, "\n== ") {
			head, body, _ := strings.Cut(part, "\n")
			number, _, _ := strings.Cut(head, " ")
			n, err := strconv.Atoi(number)
			if err != nil {
				t.Fatalf("%s: case %q has no number", file, head)
			}
			if before, twice := seen[n]; twice {
				t.Errorf("case %d stands in %s and in %s", n, before, file)
			}
			seen[n] = file
			input, want, found := strings.Cut(body, "\n--")
			if !found {
				t.Fatalf("%s: case %d has no line of --", file, n)
			}
			want = strings.TrimSpace(want)
			if *oneCase != 0 && *oneCase != n {
				out = append(out, head+"\n"+strings.TrimRight(input, "\n")+"\n--\n"+want+"\n")
				continue
			}
			got := want // of a case that -run leaves out
			t.Run(fmt.Sprintf("%s/%d", filepath.Base(file), n), func(t *testing.T) {
				got = strings.TrimSpace(rows(t, input))
				if diff := cmp.Diff(want, got); diff != "" && !*update {
					t.Errorf("%s\n%s\n(-want +got)\n%s", head, input, diff)
				}
			})
			out = append(out, head+"\n"+strings.TrimRight(input, "\n")+"\n--\n"+got+"\n")
		}
		if *update {
			if err := os.WriteFile(file, []byte(strings.TrimPrefix(strings.Join(out, "\n== "), "\n")), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
	if _, there := seen[*oneCase]; *oneCase != 0 && !there {
		t.Errorf("there is no case %d in testdata/cases", *oneCase)
	}
}

// Head takes a first line "name value" from an input, as cases give what is known from outside: "at 2019-05-15".
func Head(input, name string) (value, rest string) {
	if line, after, found := strings.Cut(input, "\n"); found && strings.HasPrefix(line, name+" ") {
		return strings.TrimPrefix(line, name+" "), after
	}
	return "", input
}
