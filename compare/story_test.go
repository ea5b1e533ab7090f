package compare

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/hearsay-news/hearsay/gather"
	"github.com/hearsay-news/hearsay/lang/en"
	"github.com/hearsay-news/hearsay/read"
)

// oneStory writes n pages of one story: the flood of Besk, day after day, by many outlets; each tells the same few things in its own words and numbers,
// some quote each other, and every fifth carries what another has written.
func oneStory(n int) []*read.Reading {
	doers := []string{"Mayor Anna Teller", "Engineer Boris Quint", "The fire service of Besk", "Minister Clara Voss", "The river board"}
	deeds := []string{"closed the old bridge", "opened the school as a shelter", "moved 40 families from the mill", "asked for more boats", "promised new pumps"}
	days := []string{"Monday", "Tuesday", "Wednesday", "Thursday", "Friday"}
	var out []*read.Reading
	last := ""
	for i := range n {
		var b strings.Builder
		fmt.Fprintf(&b, "Flood in Besk: %s\n", deeds[i%len(deeds)])
		for k := range 6 {
			m := i*7 + k*3
			fmt.Fprintf(&b, "%s %s on %s after the river Odra rose to %d metres in the flood of Besk.\n", doers[m%5], deeds[(m/5)%5], days[(m/3)%5], 3+m%4)
		}
		fmt.Fprintf(&b, "The flood has left %d people without a home, %s said on %s.\n“We will not leave the mill of Besk before the water falls,” said Anna Teller.\n", 40+i%9*10, doers[i%5], days[i%5])
		if i%5 == 0 {
			b.WriteString(last)
		}
		last = fmt.Sprintf("Divers who looked at the piers of the old bridge of Besk in the %dth hour of the flood found nothing that would keep the council from opening it.\n", 10+i%60)
		b.WriteString(last)
		out = append(out, read.Read(en.Language, gather.Page{ID: fmt.Sprintf("p%05d", i), Bytes: []byte(b.String()), Form: gather.Article, Charset: "utf-8",
			Given: gather.Given{Outlet: fmt.Sprint("Outlet ", i%40), Published: fmt.Sprintf("2021-05-%02d", 3+i*20/n)}}))
	}
	return out
}

// The pages of one story are held against each other through capped lists: twice the pages take little more than twice the steps, in every room that sees
// one story. Site and stories look at the whole record, through lists that are full only at 800 pages.
func TestStepsOfOneStory(t *testing.T) {
	readings := oneStory(400)
	before := map[string]int{}
	for _, n := range []int{100, 200, 400} {
		g := &guard{ctx: context.Background(), language: en.Language, findings: &Findings{}, steps: map[string]int{}}
		f, err := run(g, readings[:n])
		if err != nil {
			t.Fatal(err)
		}
		for _, x := range f.Faults {
			t.Errorf("%d pages: %s in %s: %s", n, x.Kind, x.Room, x.Detail)
		}
		for _, room := range slices.Sorted(maps.Keys(g.steps)) {
			most := 2.4
			if room == "site" || room == "stories" {
				most = 4.5
			}
			if steps := g.steps[room]; before[room] > 0 && float64(steps) > most*float64(before[room])+1_000_000 {
				t.Errorf("%s takes %d steps for %d pages, %d for %d", room, before[room], n/2, steps, n)
			}
		}
		before = g.steps
	}
}

func BenchmarkStory500(b *testing.B) {
	readings := oneStory(500)
	b.ResetTimer()
	for b.Loop() {
		Compare(en.Language, readings)
	}
}
