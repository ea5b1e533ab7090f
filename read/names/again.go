package names

import (
	"sort"

	"github.com/hearsay-news/hearsay/read/syntax"
)

// again adds what the trained finder passed over: capital words that it took for a name of one word elsewhere on the page, and those that the
// rules know by what stands before them ("in Sel").
func (d *document) again(chunks, ruled []chunk) []chunk {
	covered := make([]bool, len(d.words))
	kinds := map[uint64]Type{}
	often := map[uint64]int{} // how much oftener it was found than passed over
	for _, c := range chunks {
		for k := c.from; k < c.to; k++ {
			covered[k] = true
		}
		if w := &d.words[c.from]; c.to-c.from == 1 && c.kind != MISC && w.is(upper) && !w.has(common) && w.Len() > 2 && w.xpos != syntax.NNPS && w.xpos != syntax.NNS {
			kinds[w.hash] = c.kind
			often[w.hash]++
		}
	}
	for i := range d.words {
		if w := &d.words[i]; !covered[i] && kinds[w.hash] != "" {
			often[w.hash]--
		}
	}
	found := len(chunks)
	for i := range d.words {
		w := &d.words[i]
		if kind := kinds[w.hash]; kind != "" && !covered[i] && often[w.hash] >= 0 && w.is(upper) && !d.lower[w.hash] {
			chunks = append(chunks, chunk{from: i, to: i + 1, title: i, kind: kind, why: "as elsewhere on the page", score: 0.8})
			covered[i] = true
		}
	}
	for _, c := range ruled {
		if c.score >= 0.6 && c.kind != MISC && d.unmistakable(c, covered) {
			chunks = append(chunks, c)
		}
	}
	if len(chunks) > found {
		sort.SliceStable(chunks, func(i, j int) bool { return chunks[i].from < chunks[j].from })
	}
	return chunks
}

// unmistakable says that the words can't be anything but a name: capitals where small letters would stand otherwise, and no English words.
func (d *document) unmistakable(c chunk, covered []bool) bool {
	for k := c.from; k < c.to; k++ {
		if w := &d.words[k]; covered[k] || !w.is(upper) || w.is(first|loud|allUpper) || w.has(common) || w.upos != syntax.PROPN {
			return false
		}
	}
	return true
}
