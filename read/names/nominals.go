package names

import (
	"github.com/hearsay-news/hearsay/read/syntax"
	"github.com/hearsay-news/hearsay/text"
)

// phraseOf is a noun phrase or name with what linking needs to know of it.
type noun struct {
	from, to int // words, half-open
	head     int // its head word; the last word of a name
	form     Form
	kind     Type
	gender   Gender
	plural   bool
	definite bool
	roles    []uint64 // hashes of the offices it shows, headword first
	nation   int      // country it names ("Iraqi official"), 0 for none
	aged     bool     // "the 61-year-old …"
	age      int      // 0 where it isn't told
	former   bool     // "former minister", "ex-wife"
	voice    uint8    // 1 I, 2 we, 3 you; 0 for all others
	title    int      // for names: first word of the titles and roles before it
	chunk    int      // for names: index of its chunk; -1 otherwise
	why      string
	score    float64
	entity   int
}

// nominals finds noun phrases whose head is a person or a body: "the senior Iraqi military official", "an unnamed security source", "police".
// Names inside are taken along; a phrase that runs into a name is that name's role and is left out.
func (d *document) nominals(chunks []chunk, inName []int, names []noun) []noun {
	var out []noun
	inTitle := make([]bool, len(d.words)+1)
	for i := range names {
		for k := names[i].title; k < names[i].from; k++ {
			inTitle[k] = true
		}
	}
	for i := range d.words {
		w := &d.words[i]
		if n, ok := d.agedNoun(i); ok && inName[i] < 0 {
			out = append(out, n)
			continue
		}
		if w.upos != syntax.NOUN && !(w.upos == syntax.PROPN && w.has(role|common)) || inName[i] >= 0 || !w.is(letters) {
			continue
		}
		b := d.headBits(i)
		if i+2 < len(d.words) && d.yearsOld(i+2) > 0 {
			continue // the years of "58-year-old"
		}
		if b&month != 0 || w.Len() < 3 && !w.is(allUpper) {
			continue
		}
		other := b&(role|person|body) == 0 || b&address != 0 && b&(role|person) == 0 // neither person nor body: kept only where it is spoken of again
		from, to := d.sentenceOf(i)
		if i+1 < to && d.partOfCompound(i, to, inName) {
			continue
		}
		n := noun{head: i, to: i + 1, form: Nominal, chunk: -1, entity: -1, title: i, score: 0.8}
		n.to = d.compound(i, to)
		n.from = d.left(i, from, chunks, inName, &n)
		if !other && d.bareSingular(&n) || inTitle[i] {
			continue
		}
		n.kind = PER
		switch {
		case other:
			n.kind = MISC
		case b&(person|role) == 0 || b&body != 0 && b&role == 0:
			n.kind = ORG
		}
		d.describe(&n, b)
		n.to = d.right(&n, to, chunks, inName)
		n.why = "noun phrase with the head of a person"
		switch n.kind {
		case ORG:
			n.why = "noun phrase with the head of a body"
		case MISC:
			n.why = "noun phrase"
		}
		out = append(out, n)
	}
	return out
}

// headBits looks a noun up by its singular.
func (d *document) headBits(i int) bits {
	w := &d.words[i]
	if lemma := d.lemma(i); lemma != "" {
		return w.bits | d.lex.get(hashOf(lemma))
	}
	return w.bits
}

func (d *document) lemma(i int) string {
	w := &d.words[i]
	return d.sentences[w.sentence].Tokens[w.token].Lemma
}

func (d *document) lemmaHash(i int) uint64 {
	if lemma := d.lemma(i); lemma != "" && !d.words[i].is(allUpper) { // the lemma of "PM" is a time of day's
		return hashOf(lemma)
	}
	return d.words[i].hash
}

// partOfCompound says whether the noun only describes the noun behind it ("police station", "army chief").
func (d *document) partOfCompound(i, limit int, inName []int) bool {
	next := &d.words[i+1]
	if d.glyph(i+1) == "-" && next.is(glued) {
		return d.compound(i, limit) == i+1
	}
	if inName[i+1] >= 0 {
		return false
	}
	return next.upos == syntax.NOUN || next.upos == syntax.PROPN && next.has(common)
}

// compound returns the end of an office written with hyphens whose head comes first: "commander-in-chief", "governor-elect".
func (d *document) compound(i, limit int) int {
	to := i + 1
	for to+1 < limit && d.glyph(to) == "-" && d.words[to].is(glued) && d.lowerIs(to+1, "in", "chief", "elect", "designate", "general", "at", "law", "large") {
		to += 2
	}
	return to
}

// modifies says whether a mark, an adverb or a verb at p belongs to the phrase that begins at k so far: a hyphen, "then", a participle behind an article.
func (d *document) modifies(p, k, head, limit int) bool {
	w := &d.words[p]
	switch w.upos {
	case syntax.PUNCT:
		return d.glyph(p) == "-" && p > limit && (w.is(glued) || d.words[k].is(glued))
	case syntax.ADV:
		return k < head && d.words[k].upos == syntax.ADJ || d.lowerIs(p, "then") || p+1 < head && d.glyph(p+1) == "-"
	}
	return (w.xpos == syntax.VBN || w.xpos == syntax.VBG) && p > limit && d.determiner(p-1)
}

// left walks from the head to the first word of its phrase.
func (d *document) left(head, limit int, chunks []chunk, inName []int, n *noun) int {
	k := head
	for k > limit && head-k < 2*longest {
		p := k - 1
		w := &d.words[p]
		if c := inName[p]; c >= 0 {
			if chunks[c].kind == PER && !d.possessive(k) {
				return k
			}
			if nation := d.nationAt(chunks[c].from, chunks[c].to); nation != 0 && n.nation == 0 {
				n.nation = nation
			}
			k = chunks[c].from
			continue
		}
		if d.possessive(p) {
			k = p
			n.definite = true
			continue
		}
		switch w.upos {
		case syntax.ADJ, syntax.NOUN, syntax.NUM, syntax.PROPN:
			if w.has(month) && d.possessive(k) {
				return k
			}
			k = p
			continue
		case syntax.PUNCT, syntax.ADV, syntax.VERB:
			if !d.modifies(p, k, head, limit) {
				return k
			}
			k = p
			continue
		case syntax.DET:
			n.definite = n.definite || d.lowerIs(p, "the", "this", "that", "these", "those", "both")
			return p
		case syntax.PRON:
			if w.xpos == syntax.PRPS || d.lowerIs(p, "his", "her", "its", "their", "my", "our", "your", "whose") {
				n.definite = true
				return p
			}
			return k
		}
		return k
	}
	return k
}

func (d *document) possessive(i int) bool {
	switch d.glyph(i) {
	case "'s", "’s", "'", "’":
		return d.words[i].is(glued) && (d.words[i].xpos == syntax.POS || d.words[i].upos == syntax.PART || d.words[i].Len() > 1)
	}
	return false
}

func (d *document) determiner(i int) bool {
	w := &d.words[i]
	return w.upos == syntax.DET || w.upos == syntax.ADJ || w.upos == syntax.NUM || w.xpos == syntax.PRPS || d.possessive(i)
}

// bareSingular says whether a singular count noun stands alone, without determiner or country: no phrase of its own ("in office").
func (d *document) bareSingular(n *noun) bool {
	w := &d.words[n.head]
	if w.xpos == syntax.NNS || w.is(loud) || n.nation != 0 || n.definite {
		return false
	}
	f := &d.words[n.from]
	if f.upos == syntax.DET || f.upos == syntax.NUM || f.xpos == syntax.PRPS {
		return false
	}
	if d.headBits(n.head)&group != 0 {
		return n.from == n.head && !d.lowerIs(n.head, "police", "parliament", "government", "congress", "troops", "people", "personnel", "staff")
	}
	if d.glyph(n.to) == "," && n.to+1 < len(d.words) && d.words[n.to+1].is(upper) { // "caretaker prime minister, Ilse Marrow"
		return false
	}
	prev := d.glyph(n.from - 1)
	return prev != "," && prev != "—" && prev != "–" && prev != "(" && !w.is(first)
}

// describe fills in number, gender, roles and age.
func (d *document) describe(n *noun, b bits) {
	w := &d.words[n.head]
	n.plural = w.xpos == syntax.NNS || w.xpos == syntax.NNPS || d.lowerIs(n.head, "police", "people", "troops", "personnel")
	switch b & (masculine | feminine) {
	case masculine:
		n.gender = Masculine
	case feminine:
		n.gender = Feminine
	}
	if n.kind != PER {
		n.gender = Neuter
	}
	for k := n.from; k < n.head; k++ {
		if end, found := d.phrase(k, n.head+1, role); end == n.head+1 && found&role != 0 {
			n.roles = append(n.roles, d.phraseHash(k, n.head+1))
			break
		}
	}
	n.roles = append(n.roles, d.lemmaHash(n.head))
	for k := n.from; k < n.head; k++ {
		if d.lowerIs(k, "old", "year-old") || d.words[k].is(digits) && d.words[k].is(letters) && d.words[k].is(innerCap) {
			n.aged = true
		}
		if age := d.yearsOld(k); age > 0 {
			n.age = age
		}
		n.former = n.former || d.once(k)
	}
}

// once says whether a word tells that an office is held no more.
func (d *document) once(k int) bool {
	if w := d.at(k); len(w) > 3 && (w[:3] == "ex-" || w[:3] == "Ex-") {
		return true
	}
	return d.lowerIs(k, "former", "ex", "ex-", "onetime", "one-time", "erstwhile", "ousted", "deposed")
}

// phraseHash is the hash of a phrase as the tables have it.
func (d *document) phraseHash(from, to int) uint64 {
	h := d.words[from].hash
	for k := from + 1; k < to; k++ {
		if !d.words[k].is(glued) {
			h = mix(h, ' ')
		}
		h = extend(h, string(d.text[d.words[k].Start:d.words[k].End]))
	}
	return h
}

// right takes "of …", "for …" behind the head along, and "in", "at", "to" where the head asks for it.
func (d *document) right(n *noun, limit int, chunks []chunk, inName []int) int {
	to := n.to
	after := n.to
	for to+1 < limit && to-n.head < 24 {
		w := &d.words[to]
		if w.upos != syntax.ADP {
			break
		}
		switch {
		case d.lowerIs(to, "of", "for"):
		case d.lowerIs(to, "to") && to == after && d.lowerIs(n.head, "ambassador", "envoy", "adviser", "advisor", "ambassadors", "envoys", "advisers", "aide", "delegate"):
		case d.lowerIs(to, "at", "from", "within", "in", "with") && to == after && d.opensClause(n.from) && d.headBits(n.head)&(role|person) != 0:
		default:
			return to
		}
		end := d.forward(to+1, limit, chunks, inName)
		if end == to+1 {
			break
		}
		to = end
	}
	return to
}

// opensClause says whether nothing but an adverb or mark stands before the word in its sentence.
func (d *document) opensClause(i int) bool {
	from, _ := d.sentenceOf(i)
	if i == from {
		return true
	}
	p := &d.words[i-1]
	return p.is(punct) || d.lowerIs(i-1, "but", "and", "while", "that")
}

// forward returns the end of the noun phrase that begins at word i, i when none does.
func (d *document) forward(i, limit int, chunks []chunk, inName []int) int {
	k, end := i, i
	if k < limit && (d.words[k].upos == syntax.DET || d.words[k].xpos == syntax.PRPS) {
		k++
	}
	for k < limit && k-i < 2*longest {
		w := &d.words[k]
		if c := inName[k]; c >= 0 {
			k = chunks[c].to
			end = k
			continue
		}
		switch w.upos {
		case syntax.NOUN, syntax.PROPN:
			if w.has(month) {
				return end
			}
			k = d.compound(k, limit)
			end = k
			continue
		case syntax.ADJ, syntax.NUM:
			k++
			continue
		case syntax.VERB:
			if w.xpos == syntax.VBN && k == i+1 {
				k++
				continue
			}
		case syntax.PUNCT:
			if d.glyph(k) == "-" && w.is(glued) {
				k++
				continue
			}
		}
		if d.possessive(k) && end == k {
			k++
			continue
		}
		break
	}
	return end
}

// nationAt returns the number of the country that words name, as a country or as its people, 0 for none.
func (d *document) nationAt(from, to int) int { return d.lex.nations[d.phraseHash(from, to)] }

// pronouns lists personal and relative pronouns with their gender and number.
func (d *document) pronouns(inName []int) []noun {
	var out []noun
	for i := range d.words {
		w := &d.words[i]
		if w.Len() == 1 && d.text[w.Start] == 'I' && w.upos == syntax.PRON {
			out = append(out, noun{from: i, to: i + 1, head: i, form: Pronoun, kind: PER, chunk: -1, entity: -1, title: i, score: 0.9, definite: true, voice: 1, why: "pronoun"})
			continue
		}
		if w.Len() < 2 || w.Len() > 10 || inName[i] >= 0 || w.has(known) && w.is(allUpper) {
			continue
		}
		n := noun{from: i, to: i + 1, head: i, form: Pronoun, kind: PER, chunk: -1, entity: -1, title: i, score: 0.9, definite: true}
		switch {
		case d.lowerIs(i, "he", "him", "his", "himself"):
			n.gender = Masculine
		case d.lowerIs(i, "she", "her", "hers", "herself"):
			n.gender = Feminine
		case d.lowerIs(i, "they", "them", "their", "theirs", "themselves"):
			n.plural = true
		case d.lowerIs(i, "it", "its", "itself"):
			n.gender, n.kind = Neuter, ORG
		case d.lowerIs(i, "me", "my", "mine", "myself"):
			n.voice = 1
		case d.lowerIs(i, "we", "us", "our", "ours", "ourselves") && (!w.is(allUpper) || w.is(shouting)):
			n.voice, n.plural = 2, true
		case d.lowerIs(i, "you", "your", "yours", "yourself", "yourselves"):
			n.voice = 3
		case d.lowerIs(i, "who", "whose", "whom") && w.xpos != syntax.NoXPOS:
		default:
			continue
		}
		n.why = "pronoun"
		out = append(out, n)
	}
	return out
}

func (d *document) place(n *noun) text.Span { return d.span(n.from, n.to) }
