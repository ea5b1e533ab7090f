package names

import (
	"math"
	"math/rand"
	"testing"

	"github.com/hearsay-news/hearsay/read/names"
)

// The labels of each word share one unit of likelihood, and so do the steps onto it; impossible ones have none.
func TestLikelihoodsAddUp(t *testing.T) {
	random := rand.New(rand.NewSource(1))
	var moves table
	for _, s := range steps {
		moves[s.from][s.to] = math.Exp(random.NormFloat64())
	}
	for n := 1; n < 6; n++ {
		choices := make([]names.Choice, n)
		scores := make([][names.Labels]float64, n)
		for i := range scores {
			choices[i] = names.Choice(random.Uint32())&names.Any | names.Of(names.Outside)
			var s [names.Labels]float32
			for l := range s {
				s[l] = float32(3 * random.NormFloat64())
			}
			scores[i] = factors(&s, choices[i])
		}
		var lattice lattice
		if !lattice.run(scores, choices, &moves) {
			t.Fatal("no path, though all words may be outside of names")
		}
		for i := range n {
			labels, onto := 0.0, 0.0
			for l := range names.Label(names.Labels) {
				p := lattice.label(i, l)
				if p != 0 && !choices[i].Has(l) {
					t.Errorf("word %d of %d: label %d is no choice and has %g", i, n, l, p)
				}
				labels += p
			}
			for _, s := range steps {
				if i > 0 {
					onto += lattice.step(i, s)
				}
			}
			if math.Abs(labels-1) > 1e-9 || i > 0 && math.Abs(onto-1) > 1e-9 {
				t.Errorf("word %d of %d: labels add up to %g, steps to %g", i, n, labels, onto)
			}
		}
	}
}
