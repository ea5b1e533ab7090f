package names

import (
	"math"
	"math/rand"

	"github.com/hearsay-news/hearsay/read/names"
)

// How the learner goes about it.
const (
	runs    = 3    // runs in other orders, whose weights are averaged
	rounds  = 9    // how often a run goes over the sets
	dropped = 50   // percent of its features that a word loses while learning, so that no weight relies on the others
	rate    = 0.15 // length of a step
	decay   = 1e-4 // pull of each weight to zero
)

// learner is a conditional random field while it learns: stochastic gradient steps, the shorter the more a weight has moved (AdaGrad).
type learner struct {
	index       map[uint32]int32 // feature → row
	rows        []row
	moves       [names.Labels][names.Labels]weight
	free, bound lattice // over all paths, over the right ones
	path        names.Path[float32]
	random      *rand.Rand
}

// row holds the weights of one feature.
type row [names.Labels]weight

// weight is a number and the sum of the squares of its steps.
type weight struct{ value, squares float32 }

func (w *weight) step(gradient float32) {
	w.squares += gradient * gradient
	w.value -= rate * gradient / (float32(math.Sqrt(float64(w.squares))) + 0.1)
}

// Learn trains a model on documents.
func Learn(docs []Document, progress func(run, round int, right float64)) []byte {
	examples := make([]example, len(docs))
	index := map[uint32]int32{}
	for i := range docs {
		examples[i] = prepare(&docs[i])
		examples[i].number(index)
	}
	sum := total{index: index}
	for run := range runs {
		a := &learner{index: index, rows: make([]row, len(index)), random: rand.New(rand.NewSource(int64(7 + run)))}
		for round := range rounds {
			a.random.Shuffle(len(examples), func(i, j int) { examples[i], examples[j] = examples[j], examples[i] })
			right, all := 0, 0
			for i := range examples {
				r, n := a.document(&examples[i])
				right, all = right+r, all+n
			}
			if progress != nil {
				progress(run, round, 100*float64(right)/float64(all))
			}
		}
		sum.add(a)
	}
	return sum.pack()
}

// document learns from one document, a stretch of words at a time, and counts the words that it labelled right before each step.
func (a *learner) document(e *example) (right, all int) {
	e.Reset()
	var s stretch
	for at := 0; at < e.Len(); at = s.to {
		s.from, s.to = e.Stretch(at)
		for ; at < s.from; at++ {
			e.Set(at, names.Outside)
		}
		if s.from == s.to {
			continue
		}
		a.look(&s, e)
		for k, label := range a.path.Best(s.scores, s.choices, a.worth()) { // what stood before on the page is what it found, right or wrong
			e.Set(s.from+k, label)
			if s.choices[k] != names.Of(names.Outside) {
				all++
				if s.gold[k].Has(label) {
					right++
				}
			}
		}
		a.learn(&s)
	}
	return right, all
}

// stretch is what the learner knows of some words.
type stretch struct {
	from, to      int
	rows          [][]int32
	scores        [][names.Labels]float32
	factors       [][names.Labels]float64
	choices, gold []names.Choice
}

// look gathers the features of a stretch, less those that chance drops, and scores the labels.
func (a *learner) look(s *stretch, e *example) {
	s.rows, s.scores, s.factors, s.choices, s.gold = s.rows[:0], s.scores[:0], s.factors[:0], s.choices[:0], s.gold[:0]
	var buf [names.MaxFeatures]uint32
	for i := s.from; i < s.to; i++ {
		choices, gold := e.Choice(i), e.gold[i]
		if !gold.Has(names.Outside) {
			choices |= gold
		}
		var rows []int32
		var scores [names.Labels]float32
		if choices != names.Of(names.Outside) {
			rows = a.thin(rows, e.features[i])
			rows = a.thin(rows, rowsOf(a.index, e.Remembered(i, buf[:0])))
			a.rows = append(a.rows, make([]row, len(a.index)-len(a.rows))...) // what is remembered may be new
			for _, r := range rows {
				for l := range scores {
					scores[l] += a.rows[r][l].value
				}
			}
		}
		s.rows, s.scores, s.factors = append(s.rows, rows), append(s.scores, scores), append(s.factors, factors(&scores, choices))
		s.choices, s.gold = append(s.choices, choices), append(s.gold, gold&choices)
	}
}

// thin drops some features by chance.
func (a *learner) thin(kept, rows []int32) []int32 {
	for _, r := range rows {
		if a.random.Intn(100) >= dropped {
			kept = append(kept, r)
		}
	}
	return kept
}

// worth is the present worth of each label behind each other.
func (a *learner) worth() *[names.Labels][names.Labels]float32 {
	var m [names.Labels][names.Labels]float32
	for _, s := range steps {
		m[s.from][s.to] = a.moves[s.from][s.to].value
	}
	return &m
}

// learn makes the right paths of a stretch likelier.
func (a *learner) learn(s *stretch) {
	var moves table
	for _, p := range steps {
		moves[p.from][p.to] = math.Exp(float64(a.moves[p.from][p.to].value))
	}
	if !a.free.run(s.factors, s.choices, &moves) || !a.bound.run(s.factors, s.gold, &moves) {
		return
	}
	const enough = 1e-3 // smaller gradients aren't worth the work
	for k, rows := range s.rows {
		for l := range names.Label(names.Labels) {
			g := float32(a.free.label(k, l) - a.bound.label(k, l))
			if g < enough && g > -enough {
				continue
			}
			for _, r := range rows {
				w := &a.rows[r][l]
				w.step(g + decay*w.value)
			}
		}
	}
	for _, p := range steps {
		g := 0.0
		for k := 1; k < len(s.rows); k++ {
			g += a.free.step(k, p) - a.bound.step(k, p)
		}
		a.moves[p.from][p.to].step(float32(g))
	}
}
