package compare

import (
	"context"
	"math"
	"os"
	"sort"
	"testing"

	"github.com/hearsay-news/hearsay/eval/grow"
	"github.com/hearsay-news/hearsay/lang/en"
	"github.com/hearsay-news/hearsay/read"
)

// Nothing grows faster than the number of pages times its logarithm: counted in steps and in pairs that are laid on each other, never in time.
// HEARSAY_GROW=1 counts at 1,000, 2,000 and 4,000 pages.
func TestNothingQuadratic(t *testing.T) {
	sizes := []int{100, 200, 400}
	if os.Getenv("HEARSAY_GROW") != "" {
		sizes = []int{1000, 2000, 4000}
	} else if testing.Short() {
		t.Skip("left out by -short: reads hundreds of pages; ./test runs it")
	}
	var readings []*read.Reading
	for p := range grow.PagesOf(1, sizes[2], 10) {
		readings = append(readings, read.Read(en.Language, p))
	}
	counts := map[string][]int{}
	for _, n := range sizes {
		g := &guard{ctx: context.Background(), language: en.Language, findings: &Findings{}, steps: map[string]int{}}
		f, err := run(g, readings[:n])
		if err != nil || len(f.Faults) > 0 {
			t.Fatalf("%d pages: %v, %+v", n, err, f.Faults)
		}
		for room, steps := range g.steps {
			counts[room] = append(counts[room], steps)
		}
		for what, n := range map[string]int{"pairs of statements": f.Compared.Statements, "pairs of figures": f.Compared.Figures, "pairs of events": f.Compared.Events,
			"rows of statements": len(f.Statements), "rows of copies": len(f.Copies), "rows of entities": len(f.Entities)} {
			counts[what] = append(counts[what], n)
		}
	}
	var whats []string
	for what := range counts {
		whats = append(whats, what)
	}
	sort.Strings(whats)
	for _, what := range whats {
		c := counts[what]
		if what == "stories" && sizes[0] < 1000 {
			continue // a page is held against those of its window, some 800: it fills first
		}
		for i := 1; i < len(c); i++ {
			n, m := float64(sizes[i-1]), float64(sizes[i])
			most := 1.15 * m * math.Log(m) / (n * math.Log(n)) // blocks of stories are not all alike
			if c[i-1] > 20*sizes[i-1] && float64(c[i]) > most*float64(c[i-1]) {
				t.Errorf("%s: %v at %v pages grow faster than n log n", what, c, sizes)
			}
		}
		t.Logf("%-24s %v", what, c)
	}
}
