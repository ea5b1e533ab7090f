package names

import (
	"math"

	"github.com/hearsay-news/hearsay/read/names"
)

// table holds a number for each label behind each other.
type table [names.Labels][names.Labels]float64

// step is a label and one that may stand behind it.
type step struct{ from, to names.Label }

var steps = func() (all []step) {
	for a := range names.Label(names.Labels) {
		for b := range names.Label(names.Labels) {
			if names.Next(a).Has(b) {
				all = append(all, step{a, b})
			}
		}
	}
	return all
}()

// lattice sums over all paths of labels through a stretch of words: the forward-backward algorithm.
type lattice struct {
	scores            [][names.Labels]float64 // what each label of each word is worth, as a factor
	choices           []names.Choice
	moves             *table // what each label behind each other is worth, as a factor
	forward, backward [][names.Labels]float64
	scale             []float64 // what each word's forward sums were divided by
}

// run sums up. It says whether there is any path.
func (t *lattice) run(scores [][names.Labels]float64, choices []names.Choice, moves *table) bool {
	n := len(scores)
	t.scores, t.choices, t.moves = scores, choices, moves
	t.forward = append(t.forward[:0], make([][names.Labels]float64, n)...)
	t.backward = append(t.backward[:0], make([][names.Labels]float64, n)...)
	t.scale = append(t.scale[:0], make([]float64, n)...)
	before := [names.Labels]float64{names.Outside: 1}
	for i := range scores {
		here := &t.forward[i]
		for _, s := range steps {
			if choices[i].Has(s.to) {
				here[s.to] += before[s.from] * moves[s.from][s.to]
			}
		}
		for b := range here {
			here[b] *= scores[i][b]
			t.scale[i] += here[b]
		}
		if t.scale[i] == 0 {
			return false
		}
		for b := range here {
			here[b] /= t.scale[i]
		}
		before = *here
	}
	total := 0.0
	for b, v := range before {
		if names.Closed.Has(names.Label(b)) {
			total += v
		}
	}
	if total == 0 {
		return false
	}
	for b := range names.Label(names.Labels) {
		if names.Closed.Has(b) {
			t.backward[n-1][b] = 1 / total
		}
	}
	for i := n - 1; i > 0; i-- {
		for _, s := range steps {
			t.backward[i-1][s.from] += t.through(i, s) // as if all of forward were one
		}
	}
	return true
}

// through is the worth of a step onto word i and all that follows, for one unit of what came before.
func (t *lattice) through(i int, s step) float64 {
	if !t.choices[i].Has(s.to) {
		return 0
	}
	return t.moves[s.from][s.to] * t.scores[i][s.to] * t.backward[i][s.to] / t.scale[i]
}

// label is how likely word i has a label, step how likely it got there by a step.
func (t *lattice) label(i int, l names.Label) float64 { return t.forward[i][l] * t.backward[i][l] }
func (t *lattice) step(i int, s step) float64         { return t.forward[i-1][s.from] * t.through(i, s) }

// factors turns scores into factors, the greatest of the choices being 1.
func factors(scores *[names.Labels]float32, choices names.Choice) (f [names.Labels]float64) {
	most := float32(math.Inf(-1))
	for l, v := range scores {
		if choices.Has(names.Label(l)) {
			most = max(most, v)
		}
	}
	for l, v := range scores {
		if choices.Has(names.Label(l)) {
			f[l] = math.Exp(float64(v - most))
		}
	}
	return f
}
