package syntax

import (
	"math"
	"math/rand"
	"testing"

	"github.com/hearsay-news/hearsay/lang/en"
	"github.com/hearsay-news/hearsay/read/syntax/forms"
	"github.com/hearsay-news/hearsay/train/tensor"
)

// TestGradients compares the gradients of the tags with what a small change of a parameter does to the loss.
func TestGradients(t *testing.T) {
	for _, second := range []int{0, 32} {
		random := rand.New(rand.NewSource(1))
		var batch []*sentence
		var all []sentence
		for range 3 {
			var s sentence
			for i := range 5 {
				s.forms = append(s.forms, forms.LexiconOf(en.Language).Of([]string{"ships", "sank", "off", "Sel", "."}[random.Intn(5)]))
				s.classes = append(s.classes, (i+random.Intn(2))%3)
			}
			all = append(all, s)
		}
		n := newNetwork(sizes{embed: 32, first: 32, second: second, moves: second, labels: second, classes: 3}, all, random)
		for i := range all {
			batch = append(batch, &all[i])
		}
		loss := func() (*pass, float64) {
			p := &pass{n: n, random: rand.New(rand.NewSource(2)), learn: true}
			p.forward(batch)
			return p, p.tagsBack(batch)
		}
		p, _ := loss()
		p.backward()
		for name, a := range map[string]*tensor.Adam{"rows": n.rows, "w1": n.w1, "b1": n.b1, "w2": n.w2, "b2": n.b2, "wt": n.wt, "bt": n.bt, "wx": n.wx} {
			for range min(40, len(a.Value)) {
				i := random.Intn(len(a.Value))
				const small = 1e-2
				before := a.Value[i]
				a.Value[i] = before + small
				_, up := loss()
				a.Value[i] = before - small
				_, down := loss()
				a.Value[i] = before
				want := (up - down) / (2 * small)
				if got := float64(a.Grad[i]); math.Abs(got-want) > 0.02+0.05*math.Abs(want) {
					t.Errorf("second layer of %d, %s[%d]: gradient %v, want %v", second, name, i, got, want)
				}
			}
		}
	}
}
