package main

import (
	"fmt"
	"io"
	"sort"
	"strconv"
	"strings"

	gold "github.com/hearsay-news/hearsay/eval/statements"
	"github.com/hearsay-news/hearsay/internal/lines"
)

// scoreFiles tells what readers said of the rows of judged files: the share right in each respect and in all, a reader; how often two readers agree; and
// the confidence that was shown.
func scoreFiles(out io.Writer, files []string) error {
	type tally struct {
		rows, both, agree int
		claimed           float64
		right             [2][5]int
		read              [2]int
	}
	kinds := map[string]*tally{}
	for _, file := range files {
		err := lines.Each(file, func(line string) error {
			if line == "" || line[0] == '#' {
				return nil
			}
			f := strings.Split(line, "\t")
			if len(f) < 8 {
				return fmt.Errorf("want number, kind, set, page, start, end, confidence and one or two verdicts")
			}
			confidence, err := strconv.ParseFloat(f[6], 64)
			if err != nil {
				return err
			}
			t := kinds[f[1]]
			if t == nil {
				t = &tally{}
				kinds[f[1]] = t
			}
			t.rows++
			t.claimed += confidence
			verdicts, _ := gold.Verdicts(f[7:])
			for i, verdict := range verdicts[:min(len(verdicts), 2)] {
				t.read[i]++
				all := true
				for k, letter := range verdict {
					if letter == 'y' && k < 4 {
						t.right[i][k]++
					}
					all = all && letter == 'y'
				}
				if all {
					t.right[i][4]++
				}
			}
			if len(verdicts) > 1 {
				t.both++
				if strings.Contains(verdicts[0], "n") == strings.Contains(verdicts[1], "n") {
					t.agree++
				}
			}
			return nil
		})
		if err != nil {
			return err
		}
	}
	var names []string
	for name := range kinds {
		names = append(names, name)
	}
	sort.Strings(names)
	for _, name := range names {
		t := kinds[name]
		fmt.Fprintf(out, "%s: %d rows, shown confidence %.1f %%\n", name, t.rows, 100*t.claimed/float64(t.rows))
		for i := range t.read {
			if n := float64(t.read[i]); n > 0 {
				fmt.Fprintf(out, "  reader %d: all right %.1f %%; one by one %.1f, %.1f, %.1f, %.1f\n", i+1, 100*float64(t.right[i][4])/n,
					100*float64(t.right[i][0])/n, 100*float64(t.right[i][1])/n, 100*float64(t.right[i][2])/n, 100*float64(t.right[i][3])/n)
			}
		}
		if t.both > 0 {
			fmt.Fprintf(out, "  the two agree on %.1f %% of %d rows\n", 100*float64(t.agree)/float64(t.both), t.both)
		}
	}
	return nil
}
