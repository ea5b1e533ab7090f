package syntax

import (
	"math/rand"

	"github.com/hearsay-news/hearsay/lang/en"
	"github.com/hearsay-news/hearsay/read/syntax/ends"
	"github.com/hearsay-news/hearsay/train/conllu"
)

// endsNet trains the network of the sentence splitter. It learns from the paragraphs as they are, and once more with half of the breaks between
// them taken away: there it meets many ends without a stop, which pages that lost their line breaks have.
func endsNet(sentences []conllu.Sentence) *network {
	random := rand.New(rand.NewSource(1))
	lines := append(endLines(sentences), endLines(runOn(sentences, random))...)
	var all []sentence
	for _, l := range lines {
		if len(l.words) < 2 {
			continue
		}
		one := sentence{forms: ends.LooksOf(en.Language).Forms(nil, l.t, l.words)}
		for _, end := range l.end {
			class := 0
			if end {
				class = 1
			}
			one.classes = append(one.classes, class)
		}
		one.classes[len(one.classes)-1] = -1 // a line's end is no question
		all = append(all, one)
	}
	n := newNetwork(sizes{embed: 32, first: 32, classes: len(ends.Classes)}, all, random)
	n.fit(all, nil, nil, plan{epochs: 8, words: 400, rate: 0.002, drop: drop{0.25, 0.4, 0}, memory: 0.05}, random, nil)
	return n
}

// runOn takes away half of the paragraph breaks within documents.
func runOn(sentences []conllu.Sentence, random *rand.Rand) []conllu.Sentence {
	out := append([]conllu.Sentence(nil), sentences...)
	for i := range out {
		out[i].Paragraph = out[i].Paragraph && random.Intn(2) == 0
	}
	return out
}
