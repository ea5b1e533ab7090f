package names

import (
	"sort"
	"strconv"

	"github.com/hearsay-news/hearsay/lang"
	"github.com/hearsay-news/hearsay/read/page"
	"github.com/hearsay-news/hearsay/read/syntax"
	"github.com/hearsay-news/hearsay/text"
)

// Read finds the mentions on a page and links them to entities. Mentions come in text order; those of captions are included.
func Read(l *lang.Language, t text.Text, blocks []page.Block, sentences []syntax.Sentence) ([]Mention, []Entity) {
	return ReadWith(l, models.Of(l), t, blocks, sentences)
}

// ReadWith is Read with another model, to measure one that did not learn from what it reads; nil leaves all to the rules.
func ReadWith(from *lang.Language, m *Model, t text.Text, blocks []page.Block, sentences []syntax.Sentence) ([]Mention, []Entity) {
	d := newDocument(from, t, blocks, sentences)
	var chunks []chunk
	if m == nil || len(m.data) <= 4 {
		chunks = d.agree(d.scan())
	} else {
		chunks = d.agree(d.edged(d.mended(d.announced(m.chunks(d)))))
	}
	inName := d.index(chunks)
	nouns := make([]noun, 0, 2*len(chunks))
	for i := range chunks {
		nouns = append(nouns, d.named(chunks, inName, i))
	}
	nouns = append(nouns, d.nominals(chunks, inName, nouns)...)
	nouns = append(nouns, d.pronouns(inName)...)
	sort.SliceStable(nouns, func(i, j int) bool {
		if nouns[i].from != nouns[j].from {
			return nouns[i].from < nouns[j].from
		}
		return nouns[i].to > nouns[j].to
	})
	l := newLinker(d, nouns)
	l.linkNames()
	l.linkAliases()
	l.linkRest()
	return l.rows()
}

// index gives for each word the chunk it belongs to, -1 for none.
func (d *document) index(chunks []chunk) []int {
	in := make([]int, len(d.words)+1)
	for i := range in {
		in[i] = -1
	}
	for c := range chunks {
		for k := chunks[c].from; k < chunks[c].to; k++ {
			in[k] = c
		}
	}
	return in
}

// agree makes the page agree with itself: a name has the type its surest mention has, a bare surname that of the full name.
func (d *document) agree(chunks []chunk) []chunk {
	type vote struct {
		kind  Type
		score float64
	}
	sure := map[uint64]vote{}
	surnames := map[uint64]bool{}
	paired := d.pairs(chunks)
	suggest := func(key uint64, kind Type, by float64) {
		score := 0.85
		if by >= 0.85 {
			score = 0.96
		}
		if v, ok := sure[key]; !ok || v.score < score {
			sure[key] = vote{kind, score}
		}
	}
	for i := range chunks {
		c := &chunks[i]
		if paired[i] {
			c.kind, c.why, c.score = MISC, "two people joined by a hyphen", 0.97
			continue
		}
		key := d.phraseHash(c.from, c.to)
		if v, ok := sure[key]; !ok || c.score > v.score {
			sure[key] = vote{c.kind, c.score}
		}
		if c.kind == PER && c.score >= 0.75 && c.to-c.from > 1 {
			start := c.to - 1
			for start > c.from+1 && (d.words[start].has(suffix) || d.words[start].is(punct)) {
				start--
			}
			if start-2 >= c.from && d.arabicArticle(start-2, start+1) {
				suggest(d.phraseHash(start-2, start+1), PER, c.score)
			}
			suggest(d.words[start].hash, PER, c.score)
			surnames[d.words[start].hash] = true
			if bones := skeleton(d.at(start)); len(bones) >= 3 {
				surnames[hashOf(bones)] = true
			}
		}
		if c.kind == ORG && c.to-c.from > 1 && d.words[c.to-1].has(outletHead) && !d.words[c.from].has(place|norp|direction) { // "al-Hadath TV", later "al-Hadath"
			suggest(d.phraseHash(c.from, c.to-1), ORG, 0.95)
		}
	}
	out := chunks[:0]
	for _, c := range chunks {
		if v := sure[d.phraseHash(c.from, c.to)]; v.score > c.score {
			if v.kind != c.kind {
				c.why = "as elsewhere on the page"
			}
			c.kind, c.score = v.kind, v.score-0.03
		}
		if c.kind != PER && c.to-c.from <= 2 && c.score < 0.9 { // another spelling of a surname, or one behind initials
			if d.spelt(c.to-1, surnames) && (c.to-c.from == 1 || d.words[c.from].Len() <= 2) {
				c.kind, c.why = PER, "surname of somebody on the page"
			}
		}
		out = append(out, c)
	}
	return out
}

// spelt says whether a word is one of the page's surnames, in this spelling or in another.
func (d *document) spelt(i int, surnames map[uint64]bool) bool {
	bones := skeleton(d.at(i))
	return surnames[d.words[i].hash] || len(bones) >= 3 && surnames[hashOf(bones)]
}

// named makes the noun of a name: its titles, the role before it, its gender and country.
func (d *document) named(chunks []chunk, inName []int, i int) noun {
	c := &chunks[i]
	n := noun{from: c.from, to: c.to, head: c.to - 1, form: Name, kind: c.kind, title: c.title, chunk: i, entity: -1, why: c.why, score: c.score, definite: true}
	if n.to-n.from > 1 && d.possessive(n.to-1) {
		n.to--
		n.head--
	}
	n.nation = d.nationAt(n.from, n.to)
	n.plural = c.kind == NORP
	switch c.kind {
	case PER:
		d.describeHolder(&n, chunks, inName)
		shown := c.shown
		if k := n.from + 2; k < n.to && d.glyph(k-1) == "-" && d.words[k].is(glued) && !d.words[k].is(upper) {
			shown |= d.lex.get(hashOf("-"+d.at(k))) & (masculine | feminine) // Sun-hee, Dong-min
		}
		for k := n.from; k < n.to && shown&(masculine|feminine) == 0; k++ {
			if d.words[k].has(both) {
				break
			}
			if d.words[k].has(given) {
				shown |= d.words[k].bits & (masculine | feminine)
				break
			}
		}
		if n.gender == NoGender {
			switch {
			case c.shown&(masculine|feminine) == masculine, c.shown&(masculine|feminine) == 0 && shown&(masculine|feminine) == masculine:
				n.gender = Masculine
			case c.shown&(masculine|feminine) == feminine, c.shown&(masculine|feminine) == 0 && shown&(masculine|feminine) == feminine:
				n.gender = Feminine
			}
		}
	case ORG, GPE, LOC:
		n.gender = Neuter
	}
	return n
}

// describeHolder reads the role that stands before a person's name, as far as its noun phrase goes: "top Iranian general", "Lt. Gen.".
func (d *document) describeHolder(n *noun, chunks []chunk, inName []int) {
	from, _ := d.sentenceOf(n.from)
	start := n.title
	probe := noun{head: n.from}
	if left := d.left(start, from, chunks, inName, &probe); left < start {
		start = left
	}
	for k := start; k < n.from && probe.nation == 0; k++ {
		probe.nation = d.nationAt(k, k+1)
	}
	for start > from && d.words[start-1].has(roleModifier) && !d.words[start-1].is(punct) && d.words[start-1].upos != syntax.NOUN { // "Acting governor"
		start--
	}
	n.nation = probe.nation
	for start < n.from && (d.words[start].upos == syntax.DET || d.words[start].xpos == syntax.PRPS || !d.words[start].is(letters|digits)) {
		start++
	}
	for k := start; k < n.from; k++ { // the possessor is no part of the role
		if d.possessive(k) {
			start = k + 1
		}
	}
	for k := start; k < n.from; {
		end, b := d.phrase(k, n.from, role|address)
		if end == k {
			if word := d.at(k); d.once(k) && len(word) > 3 && word[2] == '-' {
				n.roles = append(n.roles, hashOf(word[3:]))
			} else if hb := d.headBits(k); hb&(person|role) != 0 && d.words[k].upos != syntax.ADJ {
				n.roles = append(n.roles, d.lemmaHash(k))
			}
			k++
			continue
		}
		n.roles = append(n.roles, d.phraseHash(k, end))
		switch b & (masculine | feminine) {
		case masculine:
			n.gender = Masculine
		case feminine:
			n.gender = Feminine
		}
		k = end
	}
	for k := start; k < n.from; k++ {
		n.former = n.former || d.once(k)
	}
	n.title = n.from
	if len(n.roles) > 0 {
		n.title = start
	}
	n.age = d.ageBeside(n)
}

// rows writes mentions and entities in text order.
func (l *linker) rows() ([]Mention, []Entity) {
	d := l.d
	index := make([]int, len(l.holders))
	for i := range index {
		index[i] = -1
	}
	var mentions []Mention
	var entities []Entity
	end := 0 // end of the last name, so that no two overlap
	for i := range l.nouns {
		n := &l.nouns[i]
		if n.entity < 0 || l.passing(n) {
			continue
		}
		span := d.place(n)
		if n.form == Name {
			if span.Start < end {
				continue
			}
			end = span.End
		}
		h := l.find(n.entity)
		if index[h] < 0 {
			index[h] = len(entities)
			entities = append(entities, Entity{ID: "e" + strconv.Itoa(len(entities)+1), Type: l.holders[h].kind, Gender: l.holders[h].gender,
				Plural: l.holders[h].plural, Aliases: l.holders[h].aliases})
		}
		e := &entities[index[h]]
		shown := d.text.At(span)
		if n.form == Pronoun && e.Name == "" && n.voice != 0 {
			e.Name = shown
		}
		if n.form != Pronoun {
			if n.form == Name && l.holders[h].named && better(e.Name, shown, l.holders[h].nameLen, n.to-n.from) {
				e.Name, l.holders[h].nameLen = shown, n.to-n.from
			}
			if l.holders[h].nameLen == 0 && !l.holders[h].named { // also instead of the "I" of a quotation before it
				e.Name, l.holders[h].nameLen = shown, 1
			}
			if n.form == Name || !l.holders[h].named {
				e.Variants = addOnce(e.Variants, shown)
			}
		}
		switch {
		case n.form == Name && n.title < n.from:
			e.Roles = append(e.Roles, d.text.Trim(text.Span{Start: d.words[n.title].Start, End: d.words[n.from].Start}))
		case n.form == Nominal && l.holders[h].named:
			e.Roles = append(e.Roles, span)
		}
		mentions = append(mentions, Mention{Span: span, Type: l.holders[h].kind, Form: n.form, Entity: index[h], Gender: n.gender, Plural: n.plural, Why: n.why, Score: n.score})
	}
	return mentions, entities
}

// passing says that the mention is of a thing that is spoken of only once: no row.
func (l *linker) passing(n *noun) bool {
	e := &l.holders[l.find(n.entity)]
	return !e.named && (e.kind == MISC || n.form == Pronoun) && e.count < 2
}

// better says whether a shown form serves better as the entity's name: more words, then the earlier one.
func better(have, shown string, haveLen, n int) bool { return have == "" || n > haveLen }

func addOnce(list []string, s string) []string {
	for _, have := range list {
		if have == s {
			return list
		}
	}
	if len(list) >= 32 {
		return list // variants of one entity; a page of nothing but them must not turn quadratic
	}
	return append(list, s)
}
