// Package syntax trains the models of read/syntax from treebanks.
package syntax

import (
	"encoding/binary"
	"math"
	"math/rand"

	"github.com/hearsay-news/hearsay/lang/en"
	"github.com/hearsay-news/hearsay/read/syntax/ends"
	"github.com/hearsay-news/hearsay/read/syntax/words"
	"github.com/hearsay-news/hearsay/text"
	"github.com/hearsay-news/hearsay/train/conllu"
)

// line is a paragraph cut into our own words, with the right sentence ends among them.
type line struct {
	t     text.Text
	words []text.Span
	end   []bool
}

func endLines(sentences []conllu.Sentence) []line {
	var all []line
	for _, raw := range conllu.Raw(sentences) {
		l := line{t: raw.Text, words: words.Of(en.Language).Split(nil, raw.Text, text.Span{End: len(raw.Text)})}
		ends := map[int]bool{}
		for _, e := range raw.Ends {
			ends[raw.Words[e-1].End] = true
		}
		for _, w := range l.words {
			l.end = append(l.end, ends[w.End])
		}
		all = append(all, l)
	}
	return all
}

// Ends trains the linear model of the sentence splitter and returns its weights as the file holds them. They are the mean of several averaged
// perceptrons, each of which met the lines in another order.
func Ends(sentences []conllu.Sentence, perceptrons, epochs int) []byte {
	lines := endLines(sentences)
	mean := make([]float64, 1<<ends.Bits)
	for seed := range perceptrons {
		for i, w := range perceptron(lines, int64(seed+1), epochs) {
			mean[i] += w / float64(perceptrons)
		}
	}
	out := make([]byte, 2<<ends.Bits)
	for i, w := range mean {
		whole := max(math.MinInt16, min(math.MaxInt16, math.Round(w*(1<<ends.WeightBits))))
		binary.LittleEndian.PutUint16(out[2*i:], uint16(int16(whole)))
	}
	return out
}

func perceptron(lines []line, seed int64, epochs int) []float64 {
	random := rand.New(rand.NewSource(seed))
	weight, sum := make([]float64, 1<<ends.Bits), make([]float64, 1<<ends.Bits)
	step := 1.0
	var f [ends.Features]uint32
	for range epochs {
		random.Shuffle(len(lines), func(i, j int) { lines[i], lines[j] = lines[j], lines[i] })
		for _, l := range lines {
			w := ends.NewWalk(words.Of(en.Language), l.t, l.words)
			for i := range l.words {
				if w.Possible(i) {
					w.Describe(i, &f)
					score := 0.0
					for _, k := range f {
						score += weight[k]
					}
					want := -1.0
					if l.end[i] {
						want = 1
					}
					if score*want <= margin {
						for _, k := range f {
							weight[k] += want
							sum[k] += want * step
						}
					}
					step++
				}
				w.Step(i, l.end[i])
			}
		}
	}
	for i := range weight {
		weight[i] -= sum[i] / step
	}
	return weight
}

// margin makes the perceptron go on learning from places that it gets right only just.
const margin = 8
