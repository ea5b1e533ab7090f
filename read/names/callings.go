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
	called := d.calledPeople(chunks)
	out := chunks[:0]
	for i, c := range chunks {
		d.wholeName(&c, out, chunks[i+1:])
		d.withoutCalling(&c)
		if before := d.hyphenated(&c); before >= 0 {
			if n := len(out); n > 0 && out[n-1].from == before && out[n-1].to == before+1 {
				out = out[:n-1] // "Dong" alone
			}
			if n := len(out); n == 0 || out[n-1].to <= before {
				c.from, c.title = before, before
			}
		}
		if c.kind != PER && (d.mustBePerson(&c) || d.calledSo(&c, called)) {
			c.kind, c.why, c.score = PER, "what people are called, are or do beside it", 0.9
		}
		out = append(out, c)
	}
	return d.introduced(d.bareSurnames(out))
}

// introduced finds people whom the finder passed over although an office or a calling stands right before their name: "Prime minister Timo Balk".
func (d *document) introduced(chunks []chunk) []chunk {
	covered := make([]bool, len(d.words)+1)
	for _, c := range chunks {
		for k := c.from; k < c.to; k++ {
			covered[k] = true
		}
	}
	found := len(chunks)
	for i := 0; i+2 < len(d.words); i++ {
		w := &d.words[i]
		if covered[i] || w.upos != syntax.NOUN && w.upos != syntax.PROPN || w.is(upper) && !w.is(first) || w.is(loud) || d.headBits(i)&role == 0 || d.headBits(i)&body != 0 {
			continue
		}
		to := i + 1
		for to < len(d.words) && to-i <= 3 && d.nameish(to) && !covered[to] && d.words[to].sentence == w.sentence {
			to++
		}
		if to-i < 3 || covered[to] {
			continue
		}
		chunks = append(chunks, chunk{from: i + 1, to: to, title: i, kind: PER, why: "office before the name", score: 0.88})
		i = to - 1
	}
	if len(chunks) > found {
		sort.SliceStable(chunks, func(i, k int) bool { return chunks[i].from < chunks[k].from })
	}
	return chunks
}

// nameish says whether a word looks like one of a person's name: a capital, and nothing that the tables know as something else.
func (d *document) nameish(i int) bool {
	w := &d.words[i]
	return w.is(upper) && w.is(letters) && !w.is(allUpper|loud|first) && w.Len() > 1 && (w.has(given|surname) || !w.has(common|month|place|org|norp|orgHead|gpeHead|locHead|eventHead|address|role))
}

// withoutCalling cuts a word for people from the start of a person's name where a sentence begins with it and two or more words follow.
func (d *document) withoutCalling(c *chunk) {
	w := &d.words[c.from]
	if word := d.at(c.from); len(word) > 3 && (word[:3] == "Ex-" || word[:3] == "ex-") && c.to-c.from > 1 && d.lex.get(hashOf(word[3:]))&(role|person) != 0 {
		c.kind, c.title = PER, c.from
		c.from++
		return
	}
	if c.kind != PER || c.to-c.from < 3 || c.title < c.from || !w.is(first) || w.has(given) || w.has(surname) && !d.words[c.from+1].has(given) ||
		d.headBits(c.from)&(role|person) == 0 && w.upos != syntax.NOUN {
		return
	}
	for k := c.from + 1; k < c.to; k++ {
		if w := &d.words[k]; (!w.is(upper) || !w.is(letters)) && !w.is(glued) {
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

// mustBePerson says whether two or three words that begin with a given name stand beside a word for people or before a verb of saying, and so
// name a person although the last one may end a place's or a body's name.
func (d *document) mustBePerson(c *chunk) bool {
	if c.to-c.from < 2 || c.to-c.from > 3 || d.words[c.from].has(place|org|norp|direction|common) && !d.words[c.from].has(given) || !d.allNames(c) {
		return false
	}
	from, limit := d.sentenceOf(c.from)
	p := c.from - 1
	if p > from && d.glyph(p) == "," && d.words[p-1].upos == syntax.NOUN && d.headBits(p-1)&(role|person|child|parent) != 0 && d.headBits(p-1)&body == 0 && d.apposedFrom(p-1, from) {
		return true // his daughter, Ilka Sand
	}
	if !d.words[c.from].has(given) || d.words[c.from].has(place|org|norp|direction) {
		return false
	}
	if d.speaks(c.to, limit) || d.describedBehind(c.to, limit) {
		return true
	}
	return p >= from && d.words[p].upos == syntax.NOUN && d.headBits(p)&(role|person) != 0 && d.headBits(p)&body == 0
}

// allNames says whether a name is capital words only, none of them the head of a body or region.
func (d *document) allNames(c *chunk) bool {
	for k := c.from; k < c.to; k++ {
		if w := &d.words[k]; (!w.is(upper) || !w.is(letters)) && !w.is(glued) || w.has(gpeHead) || w.is(allUpper) && w.Len() > 1 {
			return false
		}
	}
	return true
}

// apposedFrom says whether the noun at word i ends a noun phrase with a determiner of its own: "his daughter", "the club's owner".
func (d *document) apposedFrom(i, from int) bool {
	for k := i - 1; k >= from && i-k <= 4; k-- {
		w := &d.words[k]
		if w.upos == syntax.DET || w.xpos == syntax.PRPS || d.possessive(k) {
			return true
		}
		if w.upos != syntax.ADJ && w.upos != syntax.NOUN && w.upos != syntax.PROPN {
			return false
		}
	}
	return false
}

// describedBehind says whether ", a beekeeper" or ", the mayor of Sel" stands at word i.
func (d *document) describedBehind(i, limit int) bool {
	if i+2 >= limit || d.glyph(i) != "," || d.words[i+1].upos != syntax.DET {
		return false
	}
	for k := i + 2; k < limit && k < i+6; k++ {
		w := &d.words[k]
		if w.upos == syntax.NOUN && (k+1 >= limit || d.words[k+1].upos != syntax.NOUN && d.glyph(k+1) != "-") {
			return d.headBits(k)&(role|person) != 0 && d.headBits(k)&body == 0
		}
		if w.upos != syntax.NOUN && w.upos != syntax.ADJ && w.upos != syntax.NUM && d.glyph(k) != "-" {
			return false
		}
	}
	return false
}

// calledPeople are the surnames that stand behind a personal title or before a verb of saying: "Mr Minh", "Park told".
func (d *document) calledPeople(chunks []chunk) map[uint64]bool {
	called := map[uint64]bool{}
	for _, c := range chunks {
		if _, limit := d.sentenceOf(c.from); c.kind == PER && c.to-c.from == 1 && (c.title < c.from || d.speaks(c.to, limit)) {
			called[d.words[c.from].hash] = true
		}
	}
	return called
}

// calledSo says whether a longer name ends in such a surname, or, where the family's name comes first, begins with it.
func (d *document) calledSo(c *chunk, called map[uint64]bool) bool {
	if len(called) == 0 || c.to-c.from < 2 || c.to-c.from > 4 || !d.allNames(c) || d.words[c.to-1].has(orgHead) || d.words[c.from].has(place|org|norp|direction) {
		return false
	}
	return called[d.words[c.to-1].hash] || called[d.words[c.from].hash]
}

// wholeName takes the rest of a person's name along that the finder cut off: the first word of a sentence before a lone surname, and the second half of
// a given name behind a hyphen.
func (d *document) wholeName(c *chunk, before, after []chunk) {
	if c.kind != PER {
		return
	}
	if k := c.to; k+1 < len(d.words) && c.to-c.from > 1 && d.glyph(k) == "-" && d.words[k].is(glued) && d.words[k+1].is(glued) && !d.words[k+1].is(upper) && d.words[k+1].is(letters) &&
		d.words[k+1].Len() <= 6 && d.words[k-1].Len() <= 5 && (len(after) == 0 || after[0].from > k+1) {
		c.to = k + 2
	}
	if c.to-c.from != 1 || c.from == 0 || c.title < c.from {
		return
	}
	w := &d.words[c.from-1]
	if w.is(first) && w.is(upper) && w.is(letters) && !w.is(allUpper) && w.upos == syntax.PROPN && w.sentence == d.words[c.from].sentence && w.Len() > 2 &&
		!w.has(common|month|address|role|place|norp|org|direction|roleModifier|person|body|particle) && (len(before) == 0 || before[len(before)-1].to < c.from) {
		c.from, c.title = c.from-1, c.from-1
	}
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
	for i := range chunks {
		c := &chunks[i]
		if _, limit := d.sentenceOf(c.from); c.kind != PER && c.to-c.from == 1 && surnames[d.words[c.from].hash] && d.speaks(c.to, limit) && !d.words[c.from].has(org) {
			c.kind, c.why, c.score = PER, "surname of somebody on the page", 0.88
		}
	}
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
