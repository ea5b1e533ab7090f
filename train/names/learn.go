package names

import (
	"encoding/binary"
	"math"
	"math/rand"
	"os"
	"path/filepath"
	"sort"

	"github.com/hearsay-news/hearsay/read/names"
)

// rounds is how often the learner goes over the sets.
const rounds = 10

// example is a document ready for learning.
type example struct {
	l      *names.Labeller
	gold   []names.Label
	noMisc bool
}

// prepare lines the gold names up with the words. Nationalities get a label of their own wherever the tables know them, as the sets disagree
// about them.
func prepare(d *Document) example {
	l := names.NewLabeller(d.Text, d.Blocks, d.Sentences)
	e := example{l: l, gold: make([]names.Label, l.Len()), noMisc: d.NoMisc}
	at := 0
	for _, g := range d.Gold {
		for at < l.Len() && l.Word(at).Start < g.Start {
			at++
		}
		from := at
		for at < l.Len() && l.Word(at).End <= g.End {
			at++
		}
		if from == at || l.Word(from).Start != g.Start || l.Word(at-1).End != g.End {
			continue // cut otherwise
		}
		for k := from; k < at; k++ {
			part := names.Inside
			switch {
			case at-from == 1:
				part = names.Unit
			case k == from:
				part = names.Begin
			case k == at-1:
				part = names.Last
			}
			if !l.Ends(k) || part == names.Unit || part == names.Last {
				e.gold[k] = names.LabelOf(names.Type(g.Type), part)
			}
		}
	}
	for i := range e.gold {
		if l.Nation(i) && (e.gold[i] == names.Outside || e.gold[i] == names.LabelOf(names.MISC, names.Unit)) {
			e.gold[i] = names.LabelOf(names.NORP, names.Unit)
		}
	}
	return e
}

// row holds a feature's weights while learning, with what averaging needs.
type row struct {
	weight [names.Labels]int32
	total  [names.Labels]int64
	stamp  [names.Labels]int32
}

// Learn trains a model on documents: an averaged perceptron that decodes greedily, so that it learns from its own mistakes.
func Learn(docs []Document, progress func(round int, right float64)) []byte {
	examples := make([]example, len(docs))
	for i := range docs {
		examples[i] = prepare(&docs[i])
	}
	table := map[uint32]*row{}
	random := rand.New(rand.NewSource(7))
	step := int32(0)
	var buf [names.MaxFeatures]uint32
	for round := 1; round <= rounds; round++ {
		random.Shuffle(len(examples), func(i, j int) { examples[i], examples[j] = examples[j], examples[i] })
		right, all := 0, 0
		for _, e := range examples {
			e.l.Reset()
			for i := range e.gold {
				prev, last := e.l.Before(i), e.l.Ends(i)
				if e.l.Plain(i) {
					e.l.Set(i, names.Outside)
					continue
				}
				step++
				features := thin(e.l.Features(i, buf[:0]), random)
				var scores [names.Labels]int32
				for _, f := range features {
					if r := table[f]; r != nil {
						for k := range scores {
							scores[k] += r.weight[k]
						}
					}
				}
				guess := names.Best(&scores, prev, last)
				want := e.gold[i]
				if !names.Follows(prev, want, last) { // an earlier mistake makes the right label impossible: it has been paid for
					e.l.Set(i, guess)
					continue
				}
				all++
				if guess == want || e.noMisc && want == names.Outside && guess >= names.LabelOf(names.MISC, names.Begin) {
					right++
				} else {
					for _, f := range features {
						r := table[f]
						if r == nil {
							r = &row{}
							table[f] = r
						}
						r.change(want, 1, step)
						r.change(guess, -1, step)
					}
				}
				e.l.Set(i, guess)
			}
		}
		if progress != nil {
			progress(round, 100*float64(right)/float64(all))
		}
	}
	return pack(table, step)
}

// thin drops some features by chance, so that the finder does not lean on single words that other texts won't hold.
func thin(features []uint32, random *rand.Rand) []uint32 {
	kept := features[:0]
	for _, f := range features {
		if random.Intn(100) >= dropped {
			kept = append(kept, f)
		}
	}
	return kept
}

func (r *row) change(l names.Label, by, step int32) {
	r.total[l] += int64(r.weight[l]) * int64(step-r.stamp[l])
	r.stamp[l] = step
	r.weight[l] += by
}

// pack averages the weights, scales them to a byte each and drops what is too small to matter.
func pack(table map[uint32]*row, step int32) []byte {
	keys := make([]uint32, 0, len(table))
	for k := range table {
		keys = append(keys, k)
	}
	sort.Slice(keys, func(i, j int) bool { return keys[i] < keys[j] })
	out := make([]byte, 4)
	n := uint32(0)
	for _, k := range keys {
		r := table[k]
		var pairs []byte
		for l := range r.weight {
			total := r.total[l] + int64(r.weight[l])*int64(step-r.stamp[l])
			w := math.Round(float64(total) / float64(step) * scale)
			w = math.Max(-127, math.Min(127, w))
			if math.Abs(w) >= prune {
				pairs = append(pairs, byte(l), byte(int8(w)))
			}
		}
		if len(pairs) == 0 {
			continue
		}
		n++
		out = binary.LittleEndian.AppendUint32(out, k)
		out = append(out, byte(len(pairs)/2))
		out = append(out, pairs...)
	}
	binary.LittleEndian.PutUint32(out, n)
	return out
}

// dropped is the share of features that a word loses while learning, in percent.
const dropped = 25 // four such runs, averaged, score higher on CrossNER (75.8) and lower on re3d (77.4 for 78.9)

// scale and prune turn averaged weights into bytes: weights below prune/scale are dropped.
const (
	scale = 16
	prune = 4
)

// Train learns from every set and writes the model that is embedded.
func Train(data, out string) error {
	model, err := TrainWithout(data, "", nil)
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(out, "names", "model.bin"), model, 0o644)
}

// TrainWithout learns from every set but one, to measure on that one.
func TrainWithout(data, set string, progress func(round int, right float64)) ([]byte, error) {
	var docs []Document
	for _, s := range Sets {
		if s == set {
			continue
		}
		found, err := Load(data, s)
		if err != nil {
			return nil, err
		}
		docs = append(docs, found...)
	}
	return Learn(docs, progress), nil
}
