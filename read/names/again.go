package names

import (
	"sort"

	"github.com/hearsay-news/hearsay/read/syntax"
)

// again adds what the trained finder passed over: names that it found elsewhere on the page, acronyms of the names beside them, and names that the
// rules know by what stands before them ("in Sel").
func (d *document) again(chunks, ruled []chunk) []chunk {
	covered := make([]bool, len(d.words))
	starts := map[int]chunk{}
	for _, c := range chunks {
		starts[c.from] = c
		for k := c.from; k < c.to; k++ {
			covered[k] = true
		}
	}
	found := len(chunks)
	add := func(c chunk) {
		chunks = append(chunks, c)
		for k := c.from; k < c.to; k++ {
			covered[k] = true
		}
	}
	for _, c := range ruled {
		if (c.kind == MISC || c.score < 0.7) && c.from > 0 && d.words[c.from-1].has(orgHead) && !d.words[c.from-1].is(upper) { // "the news agency Nordpress"
			c.kind, c.why, c.score = ORG, "word of a body before it", 0.8
		}
		if c.kind == MISC && c.to-c.from == 1 && d.acts(c) {
			c.kind, c.why, c.score = PER, "does something", 0.6
		}
		if c.score >= 0.6 && c.kind != MISC && d.unmistakable(c, covered) {
			add(c)
		}
	}
	models := d.models(chunks, covered)
	for i := range d.words {
		if m, ok := models[d.words[i].hash]; ok && d.words[i].is(upper) && d.repeats(m, i, covered) {
			add(chunk{from: i, to: i + m.to - m.from, title: i, kind: m.kind, why: "as elsewhere on the page", score: 0.8})
		}
	}
	for _, s := range d.spellings() {
		if c, ok := starts[s.from]; ok && c.to == s.to && !covered[s.short] {
			add(chunk{from: s.short, to: s.short + 1, title: s.short, kind: c.kind, why: "acronym of the name beside it", score: 0.9})
		}
	}
	if len(chunks) > found {
		sort.SliceStable(chunks, func(i, j int) bool { return chunks[i].from < chunks[j].from })
	}
	return chunks
}

// models are the names to look for again, by their first word: of several the longest. A single word must be no English one, and found as often
// as passed over where its capital says something.
func (d *document) models(chunks []chunk, covered []bool) map[uint64]chunk {
	models := map[uint64]chunk{}
	often := map[uint64]int{}
	for _, c := range chunks {
		w := &d.words[c.from]
		if c.kind == MISC || !w.is(upper) || w.Len() < 3 {
			continue
		}
		if c.to-c.from == 1 {
			if w.has(common) || d.lower[w.hash] || w.xpos == syntax.NNPS || w.xpos == syntax.NNS {
				continue
			}
			often[w.hash]++
		}
		if m, ok := models[w.hash]; !ok || c.to-c.from >= m.to-m.from {
			models[w.hash] = c
		}
	}
	missed := map[uint64]int{}
	for i := range d.words {
		if h := d.words[i].hash; !covered[i] && often[h] > 0 && !d.words[i].is(first|loud) {
			missed[h]++
		}
	}
	for h, n := range missed {
		if m := models[h]; m.to-m.from == 1 && n > often[h] {
			delete(models, h)
		}
	}
	return models
}

// repeats says whether the words of a name stand at word i again, in no other name.
func (d *document) repeats(m chunk, i int, covered []bool) bool {
	if i+m.to-m.from > len(d.words) || d.words[i].sentence != d.words[i+m.to-m.from-1].sentence {
		return false
	}
	for k := m.from; k < m.to; k++ {
		if at := i + k - m.from; covered[at] || d.words[at].hash != d.words[k].hash {
			return false
		}
	}
	return true
}

// acts says whether a capital word is the subject of a verb right behind it, or somebody who is met.
func (d *document) acts(c chunk) bool {
	if c.to >= len(d.words) {
		return false
	}
	if x := d.words[c.to].xpos; (x == syntax.VBD || x == syntax.VBZ) && d.words[c.to].upos == syntax.VERB && d.words[c.to].sentence == d.words[c.from].sentence {
		return true
	}
	return d.lowerIs(c.from-1, "met", "meets", "told", "tells")
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
