package names

import (
	"github.com/hearsay-news/hearsay/read/page"
	"github.com/hearsay-news/hearsay/read/syntax"
)

// linkRest goes through the page in text order and links descriptions and pronouns to what was spoken of before.
func (l *linker) linkRest() {
	l.linkAppositions()
	defer l.linkVoices()
	bodies := map[uint64]int{} // head noun of a description → entity last described by it
	recent := make([]int, 0, 64)
	for i := range l.nouns {
		n := &l.nouns[i]
		switch n.form {
		case Name:
			if list := l.shared[n.entity]; len(list) > 0 {
				if h, why := l.bearer(i, list, recent); h >= 0 {
					l.join(i, h, why)
				} else {
					l.join(i, n.entity, "shared by two people")
				}
			}
		case Nominal:
			if n.entity < 0 {
				l.linkNominal(i, recent, bodies)
			}
		case Pronoun:
			if n.voice == 0 {
				l.linkPronoun(i, recent)
			}
		}
		if n.entity >= 0 {
			e := &l.holders[l.find(n.entity)]
			e.last = i
			e.count++
			if n.form == Nominal {
				if e.fullest < 0 || n.to-n.from > l.nouns[e.fullest].to-l.nouns[e.fullest].from {
					e.fullest = i
				}
				bodies[n.roles[len(n.roles)-1]] = n.entity
				bodies[n.national()] = n.entity
			}
			recent = append(recent, i)
		}
	}
}

// linkAppositions ties a description to the name it stands beside: "Ilse Marrow, governor of Sel, …", "the governor, Ilse Marrow, …".
func (l *linker) linkAppositions() {
	for i := range l.nouns {
		n := &l.nouns[i]
		if n.form != Nominal || n.entity >= 0 {
			continue
		}
		if p := l.holderInside(i); p >= 0 {
			l.join(i, l.nouns[p].entity, "who holds the office of the place")
			n.to = l.nouns[p].from
			continue
		}
		if p := l.neighbour(i, -1); p >= 0 && l.apposed(&l.nouns[p], n) {
			l.join(i, l.nouns[p].entity, "apposition behind the name")
			continue
		}
		if p := l.neighbour(i, 1); p >= 0 && l.apposed(n, &l.nouns[p]) && n.definiteOrFirst(l.d) {
			l.join(i, l.nouns[p].entity, "apposition before the name")
		}
	}
}

// holderInside finds the person whose name ends the description of an office of a place: "the ambassador to Arvenia Ilse Marrow"; -1 for none.
func (l *linker) holderInside(i int) int {
	n := &l.nouns[i]
	place := -1 // where a place's name inside the description ends
	for k := i + 1; k < len(l.nouns) && k < i+6 && n.kind == PER && !n.plural; k++ {
		switch m := &l.nouns[k]; {
		case m.form != Name || m.from <= n.head+1 || m.to > n.to:
		case m.kind == GPE:
			place = m.to
		case m.kind == PER && m.to == n.to && (m.from == place || l.department(n, m)):
			return k
		}
	}
	return -1
}

// department says whether what stands between an office and its holder's name is what the office is for: Minister | of Defence | Karim Halas.
func (l *linker) department(n, m *noun) bool {
	if !l.d.lowerIs(n.head+1, "of") || m.title < m.from || m.from < n.head+3 || l.d.headBits(n.head)&role == 0 {
		return false
	}
	for k := n.head + 2; k < m.from; k++ {
		if w := &l.d.words[k]; !w.is(upper) && !l.d.lowerIs(k, "and", "&", "the") || w.has(role) {
			return false
		}
	}
	return true
}

// neighbour finds the name next to a description, over mentions nested in either.
func (l *linker) neighbour(i, step int) int {
	n := &l.nouns[i]
	for k, tries := i+step, 0; k >= 0 && k < len(l.nouns) && tries < 6; k, tries = k+step, tries+1 {
		m := &l.nouns[k]
		if m.form != Name || m.kind != PER && m.kind != ORG {
			continue
		}
		if step > 0 && m.from >= n.to {
			return k
		}
		if step < 0 && m.to <= n.from {
			return k
		}
	}
	return -1
}

// apposed says whether one noun phrase stands right behind the other, with a comma or dash between, and both can mean the same.
func (l *linker) apposed(a, b *noun) bool {
	d := l.d
	name, desc := a, b
	if a.form != Name {
		name, desc = b, a
	}
	if !d.describes(desc, name) {
		return false
	}
	if b.from != a.to+1 || d.words[a.from].sentence != d.words[b.from].sentence {
		return false
	}
	switch d.glyph(a.to) {
	case ",", "—", "–", "(":
	default:
		return false
	}
	_, end := d.sentenceOf(b.from)
	// "Pell, the mayor and Dane": a list, no apposition
	if b.to < end && (d.words[b.to].upos == syntax.CCONJ) && a.form == Name {
		return false
	}
	if a.form != Name { // "the minister, Pell said": the name is the subject of its own clause
		return b.to < end && d.words[b.to].is(punct) || b.to >= end || (d.words[b.to].upos != syntax.VERB || d.words[b.to].xpos == syntax.VBG) && d.words[b.to].upos != syntax.CCONJ
	}
	if b.to >= end {
		return true
	}
	if d.words[b.to].upos == syntax.VERB && b.to == b.from+1 { // "troops have left Sel, premier says"
		return false
	}
	if d.words[b.to].upos == syntax.VERB || d.words[b.to].upos == syntax.AUX { // "Dane, spokesman for the port said"; but "…, the mayor said" is another clause
		return d.words[b.to].xpos != syntax.VB && d.words[b.from].upos != syntax.DET
	}
	return d.words[b.to].is(punct) || d.lowerIs(b.to, "who", "which", "whose", "in", "at", "from", "on", "as", "whom")
}

// describes says whether kind, number and gender let a description mean the bearer of a name.
func (d *document) describes(desc, name *noun) bool {
	switch {
	case desc.plural, name.kind == PER && desc.kind != PER, name.kind == ORG && desc.kind == PER && d.headBits(desc.head)&role != 0:
		return false
	case name.kind == ORG && desc.kind != ORG:
		return false
	}
	return name.gender == NoGender || desc.gender == NoGender || name.gender == desc.gender
}

// definiteOrFirst says whether a description can announce a name: "the governor, …", "caretaker prime minister, …".
func (n *noun) definiteOrFirst(d *document) bool {
	return n.definite || d.words[n.from].upos != syntax.DET
}

// linkNominal links a description to a person or body that was spoken of before, or gives it an entity of its own.
func (l *linker) linkNominal(i int, recent []int, bodies map[uint64]int) {
	n := &l.nouns[i]
	head := n.roles[len(n.roles)-1]
	definite := n.definite || n.nation != 0 && !n.plural && l.d.words[n.from].upos != syntax.DET
	owned := l.owned(n)
	if h := l.announced(n); h >= 0 && !owned {
		l.join(i, h, "a headline's word for the only one who holds the office")
		return
	}
	if n.kind == PER && !n.plural {
		if h, why := l.described(n, recent, definite, owned); h >= 0 {
			l.join(i, h, why)
			return
		}
	}
	if definite && n.kind == ORG && !owned {
		if h, why := l.bodyNamed(n, recent); h >= 0 {
			l.join(i, h, why)
			return
		}
	}
	if h, ok := bodies[head]; ok && n.definite && !owned {
		e := &l.holders[l.find(h)]
		if e.kind == n.kind && e.plural == n.plural && !foreign(e.nation, n.nation) && l.narrower(n, e) && l.near(n, e, 12) {
			l.join(i, h, "same description")
			return
		}
	}
	if h, ok := bodies[n.national()]; ok && n.kind == ORG && n.nation != 0 && !owned && !l.d.lowerIs(n.from, "a", "an", "another", "some", "more", "most", "many", "few", "no") {
		e := &l.holders[l.find(h)]
		if e.kind == ORG && e.plural == n.plural && l.narrower(n, e) {
			l.join(i, h, "same forces of the same country")
			return
		}
	}
	l.create(i)
	if n.kind == MISC {
		bodies[head] = n.entity
	}
	n.why += "; first of its kind"
}

// described finds the one person whom a description means: a relative, who held the office once, who holds it; -1 for none.
func (l *linker) described(n *noun, recent []int, definite, owned bool) (int, string) {
	if owned && l.d.words[n.from].xpos == syntax.PRPS {
		if h := l.relative(n, recent); h >= 0 {
			return h, "the only one called so"
		}
	}
	if n.former && n.definite {
		if h := l.formerHolder(n, recent); h >= 0 {
			return h, "held the office once"
		}
	}
	if definite && !owned {
		return l.roleHolder(n, recent)
	}
	return -1, ""
}

// foreign says whether two countries are known and not the same.
func foreign(a, b int) bool { return a != 0 && b != 0 && a != b }

// national is the head of a description together with its country: "Sel troops" are the same all over the page, near or far.
func (n *noun) national() uint64 {
	return n.roles[len(n.roles)-1] ^ (uint64(n.nation)+1)*0x9e3779b97f4a7c15
}

// owned says that the description hangs on somebody or something else ("their forces", "the country's new president") or sets itself off from
// the one before ("the former governor"): then the head alone says too little.
func (l *linker) owned(n *noun) bool {
	for k := n.from; k < n.head; k++ {
		if l.d.possessive(k) && n.nation == 0 || l.d.words[k].xpos == syntax.PRPS ||
			l.d.lowerIs(k, "new", "next", "previous", "former", "another", "other", "future", "ex", "first", "second", "last") {
			return true
		}
	}
	return false
}

// fields are what an office is about: they tell one holder from another.
var fields = []string{"foreign", "defence", "defense", "interior", "finance", "justice", "health", "education", "transport", "energy", "oil", "trade", "labour", "labor", "culture", "agriculture",
	"environment", "home", "military", "naval", "army", "police", "press", "opposition", "government", "former"}

// narrower says whether the later description adds nothing that the earlier one lacks: "the agency" after "the relief agency".
func (l *linker) narrower(n *noun, e *holder) bool {
	if e.last < 0 || !l.sameComplement(n, e) {
		return false
	}
	m := &l.nouns[e.last]
	if m.form == Pronoun || m.form == Name {
		return n.head-n.from <= 1
	}
	for k := n.from; k < n.head; k++ {
		w := &l.d.words[k]
		if w.upos == syntax.DET || w.has(roleModifier) && !w.has(body|group|org) && !l.d.lowerIs(k, fields...) || w.is(punct) || w.upos == syntax.PRON ||
			l.d.lowerIs(k, "unnamed", "anonymous", "unidentified", "same", "aforementioned", "said", "above-mentioned") {
			continue
		}
		found := false
		for j := m.from; j < m.to && j < m.from+24; j++ {
			if l.d.words[j].hash == w.hash {
				found = true
				break
			}
		}
		if !found {
			return false
		}
	}
	return true
}

// sameComplement says whether what hangs on a description behind its head stood there before: lawyers for the union are not lawyers for the harbour,
// and a spokesman for the police is not one for the port. A description without one may mean any.
func (l *linker) sameComplement(n *noun, e *holder) bool {
	if n.to <= n.head+1 || e.fullest < 0 || n.kind == MISC {
		return true
	}
	m := &l.nouns[e.fullest]
	some, all := false, true
	for k := n.head + 1; k < n.to; k++ {
		w := &l.d.words[k]
		if w.upos == syntax.DET || w.upos == syntax.ADP || w.is(punct) || w.xpos == syntax.PRPS || w.upos == syntax.PART {
			continue
		}
		found := false
		for j := m.from; j < m.to && j < m.from+32; j++ {
			found = found || l.d.words[j].hash == w.hash
		}
		some, all = some || found, all && found
	}
	return all || (some || n.definite) && m.to == m.head+1 // "the chief of the port of Sel" may be the "Port Chief" of the headline
}

// near says whether the entity was last spoken of at most so many sentences ago.
func (l *linker) near(n *noun, e *holder, sentences int32) bool {
	return e.last >= 0 && l.d.words[n.from].sentence-l.d.words[l.nouns[e.last].from].sentence <= sentences
}

// window is how many mentions back a description or pronoun looks.
const window = 80

// roleHolder finds the person a definite description means: by office over the whole page so far, by a general word or an age nearby.
func (l *linker) roleHolder(n *noun, recent []int) (int, string) {
	if n.age > 0 {
		for k := len(recent) - 1; k >= 0 && k >= len(recent)-window; k-- {
			if e := &l.holders[l.find(l.nouns[recent[k]].entity)]; e.kind == PER && e.age == n.age {
				return l.find(l.nouns[recent[k]].entity), "of that age"
			}
		}
	}
	if n.aged || l.generalHead(n) {
		if h := l.mainPerson(n, recent, 2); h >= 0 {
			return h, "description of the person spoken of last"
		}
		return -1, ""
	}
	sentence := l.d.words[n.from].sentence
	tried := map[int]bool{}
	best, rivals, nearest := -1, 0, int32(0)
	for k := len(recent) - 1; k >= 0 && k >= len(recent)-window*4; k-- {
		m := &l.nouns[recent[k]]
		h := l.find(m.entity)
		if tried[h] {
			continue
		}
		tried[h] = true
		e := &l.holders[h]
		if e.kind != PER || e.plural || !l.compatible(n, e) || m.to > n.from {
			continue
		}
		if shareRole(n.roles, e.roles) && e.named {
			return h, "holds the office"
		}
		distance := sentence - l.d.words[m.from].sentence
		if distance > 6 || !e.named || l.d.roles[l.d.words[m.from].sentence] == page.Caption {
			continue
		}
		if l.generalRole(n, e) {
			if best < 0 {
				best, nearest = h, distance
			} else if best != h && (distance <= nearest+1 || nearest > 3) {
				rivals++
			}
		}
	}
	if best >= 0 && rivals == 0 {
		return best, "a general word for the office held"
	}
	if h := l.onlyHolder(n); h >= 0 {
		return h, "the only one of the page who holds the office"
	}
	return -1, ""
}

// onlyHolder finds the only named person of the page, far or near, who was given the office that a description names.
func (l *linker) onlyHolder(n *noun) int {
	const most = 400 // a page with more people is a list
	only := -1
	for h := 0; h < len(l.holders) && h < most; h++ {
		e := &l.holders[h]
		if l.find(h) != h || e.kind != PER || !e.named || e.plural || e.last < 0 || !l.compatible(n, e) || !shareRole(n.roles, e.roles) {
			continue
		}
		if only >= 0 {
			return -1
		}
		only = h
	}
	return only
}

// generalHead says whether the head fits any person in the news: only then may a description without an office be linked by nearness.
func (l *linker) generalHead(n *noun) bool {
	return n.definite && n.to == n.head+1 && l.d.lowerIs(n.head, "politician") && n.head > n.from
}

// mainPerson returns the only person, or the subject, of the last sentences.
func (l *linker) mainPerson(n *noun, recent []int, sentences int32) int {
	sentence := l.d.words[n.from].sentence
	best, other := -1, false
	for k := len(recent) - 1; k >= 0 && k >= len(recent)-window; k-- {
		m := &l.nouns[recent[k]]
		if sentence-l.d.words[m.from].sentence > sentences || best >= 0 && l.d.words[m.from].sentence != l.d.words[l.nouns[recent[len(recent)-1]].from].sentence && sentence-l.d.words[m.from].sentence > 1 {
			break
		}
		h := l.find(m.entity)
		e := &l.holders[h]
		if e.kind != PER || e.plural || !e.named || !l.compatible(n, e) || m.is(l.d, quoted) {
			continue
		}
		if l.subject(m) {
			return h
		}
		if best >= 0 && best != h {
			other = true
		}
		best = h
	}
	if other {
		return -1
	}
	return best
}

func (n *noun) is(d *document, s shape) bool { return d.words[n.head].is(s) }

// compatible says that neither gender nor country speaks against it.
func (l *linker) compatible(n *noun, e *holder) bool {
	if n.gender != NoGender && e.gender != NoGender && n.gender != e.gender || n.age > 0 && e.age > 0 && n.age != e.age {
		return false
	}
	return n.nation == 0 || e.nation == 0 || n.nation == e.nation
}

// relative finds the only person whom the page calls somebody's mother, widow, lawyer … where a description says so again: "his mother said".
func (l *linker) relative(n *noun, recent []int) int {
	only := -1
	for k := len(recent) - 1; k >= 0 && k >= len(recent)-window; k-- {
		h := l.find(l.nouns[recent[k]].entity)
		e := &l.holders[h]
		if e.kind != PER || e.plural || !e.named || !l.compatible(n, e) || !shareRole(n.roles[len(n.roles)-1:], e.kin) {
			continue
		}
		if only >= 0 && only != h {
			return -1
		}
		only = h
	}
	return only
}

// formerHolder finds the only person who held the office that "the former minister" names.
func (l *linker) formerHolder(n *noun, recent []int) int {
	only := -1
	for k := len(recent) - 1; k >= 0 && k >= len(recent)-window*4; k-- {
		h := l.find(l.nouns[recent[k]].entity)
		e := &l.holders[h]
		if e.kind != PER || e.plural || !e.named || !l.compatible(n, e) || !shareRole(n.roles[len(n.roles)-1:], e.former) && !shareRole(n.roles, e.former) {
			continue
		}
		if only >= 0 && only != h {
			return -1
		}
		only = h
	}
	return only
}

func shareRole(a, b []uint64) bool {
	if len(a) == 0 {
		return false
	}
	for _, r := range b { // the fullest office of the description must be one of the holder's
		if r == a[0] {
			return true
		}
	}
	return false
}

// generalRole says whether the description's head is a general word for an office the person was given ("official" for a minister).
func (l *linker) generalRole(n *noun, e *holder) bool {
	head := n.roles[len(n.roles)-1]
	if head != n.roles[0] {
		head = n.roles[0]
	}
	for _, r := range e.roles {
		for _, wide := range l.d.lex.wider[r] {
			if wide == head {
				return true
			}
		}
	}
	return false
}

// bodyNamed finds the body that a definite description means: the last one whose name or description has the same head.
func (l *linker) bodyNamed(n *noun, recent []int) (int, string) {
	head := n.roles[len(n.roles)-1]
	sentence := l.d.words[n.from].sentence
	for k := len(recent) - 1; k >= 0 && k >= len(recent)-window*2; k-- {
		m := &l.nouns[recent[k]]
		if m.form != Name || m.kind != ORG || m.to > n.from || sentence-l.d.words[m.from].sentence > 15 {
			continue
		}
		e := &l.holders[l.find(m.entity)]
		if n.nation != 0 && e.nation != 0 && n.nation != e.nation {
			continue
		}
		for w := m.from; w < m.to; w++ {
			if l.d.words[w].hash == l.d.words[n.head].hash && (w == m.to-1 || w == m.from || l.d.lowerIs(w+1, "of", "for")) && n.head-n.from <= 1 {
				return l.find(m.entity), "head noun of the name"
			}
		}
		for _, r := range e.roles {
			if r == head && n.head-n.from <= 1 {
				return l.find(m.entity), "as it was described"
			}
		}
	}
	return -1, ""
}

// subject says whether a mention is the subject of its sentence: by the parse where there is one, else the first mention outside quotes.
func (l *linker) subject(m *noun) bool {
	d := l.d
	w := &d.words[m.head]
	if d.sentences[w.sentence].Parsed {
		return w.deprel == syntax.Nsubj
	}
	from, to := d.sentenceOf(m.head)
	// right before a finite verb, or the first words of the sentence
	k := m.to
	for k < to && (d.words[k].upos == syntax.ADV) {
		k++
	}
	if k < to && (d.words[k].upos == syntax.VERB || d.words[k].upos == syntax.AUX) && d.words[k].xpos != syntax.VBN && d.words[k].xpos != syntax.VBG {
		return m.from == from || d.words[m.from-1].upos != syntax.ADP
	}
	if m.from > from && d.words[m.from-1].upos == syntax.VERB && d.lowerIs(m.from-1, "said", "says", "added", "noted", "warned", "told", "stressed", "argued", "explained") {
		return true
	}
	start := from
	for start < m.from && (d.words[start].is(punct) || d.words[start].upos == syntax.ADV || d.words[start].upos == syntax.DET) {
		start++
	}
	return m.from == start || m.title <= start && m.title < m.from
}
