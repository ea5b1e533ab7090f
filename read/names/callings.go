package names

import (
	"sort"

	"github.com/hearsay-news/hearsay/read/syntax"
)

// mended sets right what capitals at the start of a sentence and surnames that are other words, too, do to people's names.
//
//	Shipbuilder Qiu Wenzhao …          the calling is no part of the name
//	Planning officer Alice Field …     a person, although there are fields
//	Field said the reeds …             and so is her surname alone
func (d *document) mended(chunks []chunk) []chunk {
	out := chunks[:0]
	for _, c := range chunks {
		d.withoutCalling(&c)
		if before := d.hyphenated(&c); before >= 0 {
			if n := len(out); n > 0 && out[n-1].from == before && out[n-1].to == before+1 {
				out = out[:n-1] // "Dong" alone
			}
			if n := len(out); n == 0 || out[n-1].to <= before {
				c.from, c.title = before, before
			}
		}
		if c.kind != PER && d.mustBePerson(&c) {
			c.kind, c.why, c.score = PER, "given name, and what people are or do beside it", 0.9
		}
		out = append(out, c)
	}
	return d.bareSurnames(out)
}

// withoutCalling cuts a word for people from the start of a person's name where a sentence begins with it and two or more words follow.
func (d *document) withoutCalling(c *chunk) {
	w := &d.words[c.from]
	if c.kind != PER || c.to-c.from < 3 || c.title < c.from || !w.is(first) || w.has(given) || w.has(surname) && !d.words[c.from+1].has(given) ||
		d.headBits(c.from)&(role|person) == 0 && w.upos != syntax.NOUN {
		return
	}
	for k := c.from + 1; k < c.to; k++ {
		if !d.words[k].is(upper) || !d.words[k].is(letters) {
			return
		}
	}
	c.title = c.from
	c.from++
}

// hyphenated returns where the given name before a surname begins that is written with a hyphen and a small letter behind it: "Sun-hee | Park"; -1
// for none.
func (d *document) hyphenated(c *chunk) int {
	if c.kind != PER || c.from < 3 || c.title < c.from || d.glyph(c.from-2) != "-" || !d.words[c.from-2].is(glued) || !d.words[c.from-1].is(glued) {
		return -1
	}
	w, half := &d.words[c.from-3], &d.words[c.from-1]
	if !w.is(upper) || !w.is(letters) || w.sentence != d.words[c.from].sentence || half.is(upper) || half.Len() > 6 || w.upos == syntax.NUM {
		return -1
	}
	return c.from - 3
}

// mustBePerson says whether two or three words that begin with a given name stand behind a word for people or before a verb of saying, and so
// name a person although the last one may end a place's or a body's name.
func (d *document) mustBePerson(c *chunk) bool {
	if c.to-c.from < 2 || c.to-c.from > 3 || !d.words[c.from].has(given) || d.words[c.from].has(place|org|norp|direction) {
		return false
	}
	_, limit := d.sentenceOf(c.from)
	if d.speaks(c.to, limit) {
		return true
	}
	p := c.from - 1
	return p >= 0 && d.words[p].sentence == d.words[c.from].sentence && d.words[p].upos == syntax.NOUN && d.headBits(p)&(role|person) != 0 && d.headBits(p)&body == 0
}

// bareSurnames finds the surnames of people named in full where nothing else took them for names, because they are common words at the start of
// a sentence: "Field said", "Price has".
func (d *document) bareSurnames(chunks []chunk) []chunk {
	surnames := map[uint64]bool{}
	covered := make([]bool, len(d.words))
	for _, c := range chunks {
		for k := c.from; k < c.to; k++ {
			covered[k] = true
		}
		if c.kind == PER && c.to-c.from > 1 && c.score >= 0.75 && d.words[c.to-1].is(upper) && d.words[c.to-1].Len() > 2 {
			surnames[d.words[c.to-1].hash] = true
		}
	}
	found := len(chunks)
	for i := range d.words {
		if covered[i] || !surnames[d.words[i].hash] || !d.words[i].is(upper) || d.words[i].is(loud) || !d.nameHere(i) {
			continue
		}
		chunks = append(chunks, chunk{from: i, to: i + 1, title: i, kind: PER, why: "surname of somebody on the page", score: 0.88})
	}
	if len(chunks) > found {
		sort.SliceStable(chunks, func(i, k int) bool { return chunks[i].from < chunks[k].from })
	}
	return chunks
}

// nameHere says whether a capital word stands as a name does: inside a sentence, or at its start right before a verb, a possessive or a comma.
func (d *document) nameHere(i int) bool {
	_, limit := d.sentenceOf(i)
	if !d.words[i].is(first) {
		return d.words[i].upos != syntax.VERB && !(i+1 < limit && d.words[i+1].is(upper) && d.words[i+1].is(letters))
	}
	if i+1 >= limit {
		return false
	}
	w := &d.words[i+1]
	switch {
	case d.possessive(i + 1), d.speaks(i+1, limit):
		return true
	case w.upos == syntax.AUX:
		return !d.words[i].has(month) || !d.lowerIs(i+1, "be")
	}
	return w.upos == syntax.VERB && (w.xpos == syntax.VBD || w.xpos == syntax.VBZ)
}
