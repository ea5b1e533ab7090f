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

// hostile is wording that, said again and again, gives every room as much to do as a text of its length can.
var hostile = []string{
	" says Mr. Smith,", " said that said that", "“No,” he said. ", "he said he said ", "Dana Holt told Reuters that Dana Holt told AFP that ",
	"“We will reopen,” said Dana Holt. ", "The minister said 5 people were killed on Monday. ", "5 people were killed. ", "from 5 to 6 percent ", "half of two thirds of ",
	"The bridge was closed on Monday and the bridge was opened on Friday, he said. ", "\nThe minister said 5 people were killed on Monday in Sel.", "John Smith, the mayor, ",
	"The talks planned for Friday were cancelled on Monday. ", "according to Reuters, according to AFP, ", "\nA line that stands here again and again.", "By John Smith\n",
}

// Comparing costs what the pages are long: twice the repeats take no more than a little over twice the steps, and no room's budget is used up.
func TestStepsGrowLinearly(t *testing.T) {
	for _, unit := range hostile {
		var before map[string]int
		for _, n := range []int{60, 120, 240} {
			var readings []*read.Reading
			for i := range 2 {
				readings = append(readings, read.Read(en.Language, gather.Page{ID: fmt.Sprint("p", i), Bytes: []byte(strings.Repeat(unit, n))}))
			}
			g := &guard{ctx: context.Background(), language: en.Language, findings: &Findings{}, steps: map[string]int{}}
			f, err := run(g, readings)
			if err != nil {
				t.Fatal(err)
			}
			for _, x := range f.Faults {
				t.Errorf("%q %d times: %s in %s: %s", unit, n, x.Kind, x.Room, x.Detail)
			}
			for _, room := range slices.Sorted(maps.Keys(g.steps)) {
				if steps := g.steps[room]; before != nil && steps > 3*before[room]+200_000 {
					t.Errorf("%q: %s takes %d steps for %d repeats, %d for %d", unit, room, before[room], n/2, steps, n)
				}
			}
			before = g.steps
		}
	}
}
