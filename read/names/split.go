package names

import "github.com/hearsay-news/hearsay/read/syntax"

// split cuts a stretch of name words into titles, nationalities, places and the names proper.
func (d *document) split(out []chunk, from, to, limit int) []chunk {
	for from < to && (d.lowerIs(from, "the", "a", "an") && d.words[from].is(upper) || d.words[from].is(punct)) {
		from++
	}
	title, shown := -1, bits(0)
	for p := from; p < to; {
		if d.words[p].is(punct) && p > from {
			p++
			continue
		}
		if end, b := d.title(p, to); end > p && !d.bodyFollows(p, end, to) {
			if title < 0 {
				title = p
			}
			shown |= b
			p = end
			continue
		}
		end, kind, why, score := d.piece(p, to, limit, title >= 0)
		c := chunk{from: p, to: end, kind: kind, title: p, why: why, score: score}
		if title >= 0 && (kind == PER || kind == MISC) {
			c.kind, c.title, c.shown = PER, title, shown
			c.why, c.score = "title before name", 0.95
		}
		if kind == NORP || kind == GPE && end < to {
			// titles go on behind it: "former Iraqi Prime Minister"
		} else {
			title, shown = -1, 0
		}
		if c.kind != "" {
			out = append(out, c)
		}
		p = end
	}
	return out
}

// bodyFollows says that what looks like an office opens the name of a body: "General Assembly", "Secretary's Office", "King Street".
func (d *document) bodyFollows(from, end, to int) bool {
	if end >= to || to-end > 3 {
		return false
	}
	last := &d.words[to-1]
	return last.has(orgHead|locHead|eventHead|workHead) && !last.has(given|surname|role) && !d.words[end].has(given|known) && (end-from == 1)
}

// piece decides about the name that begins at word p of a stretch that ends at to.
func (d *document) piece(p, to, limit int, titled bool) (end int, kind Type, why string, score float64) {
	gazEnd, gaz := d.phrase(p, to, known)
	if gazEnd == to {
		if titled && to-p == 1 && gaz&(given|surname) != 0 {
			return to, PER, "title before name", 0.95
		}
		return to, kindOf(gaz), "table of names", 0.95
	}
	if gazEnd > p {
		rest, _ := d.title(gazEnd, to)
		head := &d.words[d.headWord(gazEnd, to)]
		switch {
		case rest > gazEnd:
			return gazEnd, kindOf(gaz), "table of names, title behind it", 0.95
		case head.has(orgHead) && !d.personAt(gazEnd, to):
			return to, ORG, "place or people and head of a body", d.bodyScore(head)
		case head.has(locHead):
			return to, LOC, "place and head of a place", 0.85
		case head.has(eventHead):
			return to, EVENT, "place or people and head of an event", 0.8
		case head.has(gpeHead):
			return to, GPE, "place and head of a region", 0.85
		case head.has(workHead):
			return to, MISC, "place or people and head of a document", 0.6
		}
		if gaz&norp != 0 || d.personAt(gazEnd, to) || gaz&(country|org) != 0 {
			return gazEnd, kindOf(gaz), "table of names", 0.9
		}
		if end, _ := d.phrase(gazEnd, to, known); end == to {
			return gazEnd, kindOf(gaz), "table of names", 0.8
		}
	}
	// an office inside: "Quds Force Commander Qasem Soleimani"
	for q := p + 1; q < to; q++ {
		if e, b := d.title(q, to); e > q && b&role != 0 && !d.words[q].has(given|surname) && !d.words[q].has(orgHead) && e < to {
			k, w, s := d.classify(p, q, limit)
			return q, k, w, s
		}
	}
	// a trailing office: "Port Authority Director"
	for q := to - 1; q > p; q-- {
		if e, b := d.title(q, to); e == to && b&role != 0 && !d.words[q].has(given|surname|orgHead) {
			k, w, s := d.classify(p, q, limit)
			return q, k, w, s
		}
	}
	k, w, s := d.classify(p, to, limit)
	return to, k, w, s
}

// headWord is the word a body's or place's name turns on: the one before the first joining word, else the last.
func (d *document) headWord(from, to int) int {
	for k := from + 1; k < to-1; k++ {
		if !d.words[k].is(upper) && d.lowerIs(k, "of", "for", "on") {
			return k - 1
		}
	}
	return to - 1
}

// personAt says whether the words look like a person's full name.
func (d *document) personAt(from, to int) bool {
	if from >= to || to-from > 7 || d.arabicArticle(from, to) {
		return false
	}
	w := &d.words[from]
	return w.has(given) && (to-from >= 2 || !w.has(common)) || d.lowerIs(from, "abu", "abdul", "abdel", "bin", "ibn", "umm")
}

// typing is a name with what can follow it, while it gets its type.
type typing struct {
	*document
	from, to, limit, n int
	head, open         *word
}

// typed is a type with its reason and score.
type typed struct {
	kind  Type
	why   string
	score float64
}

// classifiers give a type to a name that the tables don't hold as a whole. They are asked in their order, the first that answers decides.
var classifiers = []func(typing) typed{typing.byOwnWords, typing.byWordBehind, typing.byWordBefore, typing.bySurname, typing.byShape, typing.byNeighbours}

// classify gives a type to a name that the tables don't hold as a whole.
func (d *document) classify(from, to, limit int) (Type, string, float64) {
	t := typing{d, from, to, limit, to - from, &d.words[to-1], &d.words[from]}
	for _, rule := range classifiers {
		if found := rule(t); found.kind != "" {
			return found.kind, found.why, found.score
		}
	}
	return MISC, "capital", 0.4
}

// byOwnWords looks at the words of the name: the head of a body, a given name, the head of a place.
func (d typing) byOwnWords() typed {
	if d.n <= 1 {
		return typed{}
	}
	for k := d.from + 1; k < d.to-1; k++ {
		if !d.words[k].is(upper) && d.lowerIs(k, "of", "for", "on", "and") {
			if kind, why := kindOfHead(d.words[k-1].bits); kind != "" {
				return typed{kind, why, d.bodyScore(&d.words[k-1])}
			}
			if k, why := kindOfHead(d.head.bits); k != "" {
				return typed{k, why, 0.85}
			}
		}
	}
	person := d.personAt(d.from, d.to)
	if kind, why := kindOfHead(d.head.bits); kind != "" && !(person && d.head.has(surname)) {
		return typed{kind, why, d.bodyScore(d.head)}
	}
	if person {
		return typed{PER, "given name first", 0.9}
	}
	if d.open.has(locHead) && d.open.has(direction) || d.lowerIs(d.from, "mount", "lake", "gulf", "strait", "cape") {
		return typed{LOC, "head of a place first", 0.85}
	}
	return typed{}
}

// byWordBehind looks at what stands behind the name.
func (d typing) byWordBehind() typed {
	kind, why := d.behind(d.to, d.limit)
	return typed{kind, why, 0.94}
}

// byWordBefore looks at "of" before the name and the word before that.
func (d typing) byWordBefore() typed {
	from := d.from
	if d.lowerIs(from-1, "of") && d.lowerIs(from-2, "port", "city", "town", "village", "province", "district", "capital", "suburb", "island", "county", "governorate",
		"governor", "mayor", "king", "queen", "emir", "sultan", "residents", "streets", "outskirts", "north", "south", "east", "west", "centre", "people", "parts", "riding", "constituency", "electorate") && d.n <= 2 {
		return typed{GPE, "behind a word of a place", 0.94}
	}
	if d.possessive(from-1) && d.lowerIs(from-3, "of") && d.lowerIs(from-4, "head", "leader", "member", "commander", "chairman", "founder") {
		return typed{ORG, "led by somebody", 0.94} // "deputy head of Elland's Hurras Sel"
	}
	if d.lowerIs(from-1, "of") && d.lowerIs(from-2, "head", "leader", "member", "members", "commander", "chairman", "founder", "spokesman", "secretary-general", "leadership", "faction") {
		return typed{ORG, "led by somebody", 0.8}
	}
	return typed{}
}

// bySurname knows surnames by their article or by the tables.
func (d typing) bySurname() typed {
	switch {
	case d.n > 3 && (d.arabicArticle(d.to-3, d.to) || d.arabicArticle(d.from+1, d.to)):
		return typed{PER, "Arabic surname", 0.9}
	case d.n > 1 && d.n <= 4 && d.head.has(surname):
		return typed{PER, "surname last", 0.75}
	}
	return typed{}
}

// byShape knows acronyms, and surnames with their article.
func (d typing) byShape() typed {
	if d.open.is(allUpper) && d.n == 1 && !d.open.is(shouting) && d.open.Len() >= 2 {
		return typed{ORG, "acronym", 0.7}
	}
	if d.n == 3 && d.arabicArticle(d.from, d.to) {
		if d.before(d.from) == "place" {
			return typed{GPE, "behind a preposition of place", 0.6}
		}
		return typed{PER, "Arabic surname", 0.7}
	}
	return typed{}
}

// byNeighbours takes the words around the name, and what speaks for a person when nothing else speaks.
func (d typing) byNeighbours() typed {
	switch {
	case d.lowerIs(d.from-1, "in", "at", "near") && d.n <= 2:
		return typed{GPE, "behind a preposition of place", 0.6}
	case d.n == 1 && (d.open.has(given) || d.open.has(surname)) && !d.open.has(common):
		return typed{PER, "given name or surname", 0.65}
	case d.speaks(d.to, d.limit) && d.n <= 3:
		return typed{PER, "speaks", 0.6}
	case d.n == 2 && !d.open.has(common) && !d.head.has(common) && d.head.is(letters):
		return typed{PER, "two names", 0.5}
	}
	return typed{}
}

// bodyScore is higher for heads that hardly anything but a body has: "Ministry", "Union", "College".
func (d *document) bodyScore(head *word) float64 {
	if head.has(orgHead) && head.has(body) && !head.has(locHead|role) {
		return 0.95
	}
	return 0.9
}

// before names the kind of word that stands before a name.
func (d *document) before(i int) string {
	if d.lowerIs(i-1, "in", "at", "near", "from", "to", "toward", "towards", "across", "around", "outside") {
		return "place"
	}
	return ""
}

// behind looks at the word after a name, and at an apposition: "Ahl al-Sadd movement", "Kata'ib Nasr, an armed group".
func (d *document) behind(to, limit int) (Type, string) {
	if to >= limit {
		return "", ""
	}
	w := &d.words[to]
	if !w.is(upper) && w.has(orgHead|group) && d.lowerIs(to, "movement", "party", "group", "militia", "militias", "brigade", "brigades", "newspaper", "agency",
		"television", "tv", "radio", "channel", "organization", "organisation", "company", "faction", "network", "union", "website", "outlet", "club", "ministry", "bloc", "alliance", "news") {
		return ORG, "word of a body behind it"
	}
	if !w.is(upper) && d.lowerIs(to, "province", "city", "district", "governorate", "village", "town", "county", "region", "state", "municipality") {
		return GPE, "word of a place behind it"
	}
	if !w.is(upper) && d.lowerIs(to, "river", "valley", "mountains", "mountain", "island", "islands", "peninsula", "airport", "bridge", "square", "street", "desert", "coast", "port", "base") {
		return LOC, "word of a place behind it"
	}
	if d.glyph(to) != "," && d.glyph(to) != "(" && d.glyph(to) != "—" && d.glyph(to) != "–" {
		return "", ""
	}
	for k := to + 1; k < limit && k < to+8; k++ {
		w := &d.words[k]
		switch {
		case w.is(punct) && d.glyph(k) != "-" || d.lowerIs(k, "of", "for", "in", "who", "which"):
			return "", ""
		case d.lowerIs(k, "who", "whose", "aged"):
			return PER, "apposition"
		case !w.is(upper) && d.lowerIs(k, "party", "militia", "group", "movement", "company", "agency", "organisation", "organization", "newspaper", "broadcaster", "firm", "charity", "union", "alliance", "faction"):
			return ORG, "apposition"
		case !w.is(upper) && d.lowerIs(k, "city", "town", "village", "province", "district", "suburb", "capital"):
			return GPE, "apposition"
		case !w.is(upper) && w.has(role) && !w.has(orgHead):
			if k == to+1 && k+1 < limit && d.words[k+1].upos == syntax.VERB { // "troops have left Sel, premier says" is another clause
				return "", ""
			}
			return PER, "apposition"
		}
	}
	return "", ""
}

func (d *document) speaks(to, limit int) bool {
	return to < limit && d.lowerIs(to, "said", "says", "told", "added", "asked", "called", "noted", "warned", "who", "announced", "claimed", "denied", "wrote", "stressed", "argued", "insisted")
}

// kindOf turns table bits into a type.
func kindOf(b bits) Type {
	switch {
	case b&norp != 0 && b&(country|gpe) == 0:
		return NORP
	case b&org != 0:
		return ORG
	case b&(country|city|gpe) != 0:
		return GPE
	case b&loc != 0:
		return LOC
	case b&event != 0:
		return EVENT
	}
	return MISC
}

// kindOfHead turns the bits of a head noun into a type.
func kindOfHead(b bits) (Type, string) {
	switch {
	case b&orgHead != 0:
		return ORG, "head of a body"
	case b&gpeHead != 0:
		return GPE, "head of a region"
	case b&locHead != 0:
		return LOC, "head of a place"
	case b&eventHead != 0:
		return EVENT, "head of an event"
	case b&workHead != 0:
		return WORK, "head of a document"
	}
	return "", ""
}
