package syntax

import (
	"bytes"
	"fmt"
	"math/rand"
	"sort"

	"github.com/hearsay-news/hearsay/read/syntax/forms"
	"github.com/hearsay-news/hearsay/read/syntax/tags"
	"github.com/hearsay-news/hearsay/train/conllu"
)

// classes are the pairs of UPOS and XPOS that occur, most frequent first.
func classes(sentences []conllu.Sentence) ([]string, map[string]int) {
	count := map[string]int{}
	for _, s := range sentences {
		for _, w := range s.Words {
			count[w.UPOS+" "+w.XPOS]++
		}
	}
	var names []string
	for name, n := range count {
		if n >= 3 {
			names = append(names, name)
		}
	}
	sort.Slice(names, func(i, j int) bool {
		if count[names[i]] != count[names[j]] {
			return count[names[i]] > count[names[j]]
		}
		return names[i] < names[j]
	})
	index := map[string]int{}
	for i, name := range names {
		index[name] = i
	}
	return names, index
}

// TrainTags trains the quick tagger, an averaged perceptron.
func TrainTags(data, out string) error {
	sentences, err := treebanks(data)
	if err != nil {
		return err
	}
	names, index := classes(sentences)
	type example struct {
		forms []forms.Form
		gold  []int
	}
	var all []example
	for _, s := range sentences {
		var e example
		for _, w := range s.Words {
			e.forms = append(e.forms, forms.Of(w.Form))
			c, ok := index[w.UPOS+" "+w.XPOS]
			if !ok {
				c = 0
			}
			e.gold = append(e.gold, c)
		}
		all = append(all, e)
	}
	size := 1<<tags.Bits + 256
	weight, sum := make([]float32, size), make([]float64, size)
	random := rand.New(rand.NewSource(1))
	step := 1.0
	var f [tags.Features]uint32
	scores := make([]float32, len(names))
	for epoch := range 6 {
		random.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
		wrong, total := 0, 0
		for _, e := range all {
			p1, p2 := uint32(999), uint32(999)
			for i := range e.forms {
				tags.Describe(e.forms, i, p1, p2, &f)
				clear(scores)
				for _, k := range f {
					for c, w := range weight[k : int(k)+len(names)] {
						scores[c] += w
					}
				}
				best := 0
				for c, s := range scores {
					if s > scores[best] {
						best = c
					}
				}
				if gold := e.gold[i]; best != gold {
					for _, k := range f {
						weight[int(k)+gold]++
						sum[int(k)+gold] += step
						weight[int(k)+best]--
						sum[int(k)+best] -= step
					}
					wrong++
				}
				step++
				total++
				p1, p2 = uint32(best), p1
			}
		}
		fmt.Printf("tags: epoch %d: %.2f %% right\n", epoch+1, 100-100*float64(wrong)/float64(total))
	}
	var b bytes.Buffer
	fmt.Fprintf(&b, "%d\n", len(names))
	for _, name := range names {
		fmt.Fprintln(&b, name)
	}
	for i := range weight {
		w := (float64(weight[i]) - sum[i]/step) * 4
		b.WriteByte(byte(int8(max(-127, min(127, w)))))
	}
	return write(out, "tags.bin", b.Bytes())
}
