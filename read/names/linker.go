package names

import (
	"github.com/hearsay-news/hearsay/read/page"
	"github.com/hearsay-news/hearsay/read/syntax"
	"github.com/hearsay-news/hearsay/text"
)

// holder is an entity while its mentions are being linked.
type holder struct {
	kind            Type
	gender          Gender
	plural          bool
	named           bool
	nation          int
	name            personName // the longest form of a person's name
	roles           []uint64   // offices it was given
	aliases         []Alias
	nameLen         int
	former          []uint64 // offices it held once
	kin             []uint64 // what it was called as somebody\'s: "his mother, …"
	age             int      // 0 where the page doesn't tell it
	full            int      // how often its full name stands on the page
	fullest         int      // the description of it with most words; -1
	last            int      // its latest mention, while linking in text order
	child, parentOf bool     // called somebody's son or daughter; somebody's father or mother
	count           int
	parent          int // another holder it was merged into, itself otherwise
}

// linker gathers mentions into entities, surest evidence first.
type linker struct {
	d       *document
	nouns   []noun
	holders []holder
	bare    map[uint64]int // surname that two people share → entity of its bare mentions
	shared  map[int][]int  // that entity → the people who share it
	beside  map[uint64]int // surname that stands bare beside a full name of it → entity of who bears it bare, -1 before the first; see couples.go
}

func newLinker(d *document, nouns []noun) *linker {
	return &linker{d: d, nouns: nouns, bare: map[uint64]int{}, shared: map[int][]int{}, beside: map[uint64]int{}}
}

// create makes an entity of its own for a mention.
func (l *linker) create(i int) int {
	n := &l.nouns[i]
	l.holders = append(l.holders, holder{kind: n.kind, gender: n.gender, plural: n.plural, named: n.form == Name, nation: n.nation, last: -1, fullest: -1, parent: len(l.holders)})
	n.entity = len(l.holders) - 1
	l.learn(n.entity, n)
	return n.entity
}

// join adds a mention to an entity.
func (l *linker) join(i, h int, why string) {
	n := &l.nouns[i]
	h = l.find(h)
	n.entity = h
	if why != "" {
		n.why += "; " + why
	}
	l.learn(h, n)
}

// learn takes over what a mention shows of its entity.
func (l *linker) learn(h int, n *noun) {
	e := &l.holders[h]
	if n.form == Name && !e.named {
		e.named = true
	}
	if n.form == Pronoun {
		return
	}
	if e.gender == NoGender {
		e.gender = n.gender
	}
	if e.nation == 0 {
		e.nation = n.nation
	}
	if n.age > 0 && e.age == 0 {
		e.age = n.age
	}
	if n.form == Nominal && l.d.words[n.from].xpos == syntax.PRPS && len(e.kin) < 8 {
		e.kin = append(e.kin, n.roles[len(n.roles)-1])
	}
	for _, r := range n.roles {
		b := l.d.lex.get(r)
		e.child, e.parentOf = e.child || b&child != 0, e.parentOf || b&parent != 0
		if n.former && len(e.former) < 16 {
			e.former = append(e.former, r)
		} else if !n.former && len(e.roles) < 16 {
			e.roles = append(e.roles, r)
		}
	}
}

func (l *linker) find(h int) int {
	for l.holders[h].parent != h {
		l.holders[h].parent = l.holders[l.holders[h].parent].parent
		h = l.holders[h].parent
	}
	return h
}

// merge makes two entities one. The earlier one stays.
func (l *linker) merge(a, b int) int {
	a, b = l.find(a), l.find(b)
	if a == b {
		return a
	}
	if b < a {
		a, b = b, a
	}
	x, y := &l.holders[a], &l.holders[b]
	y.parent = a
	x.named = x.named || y.named
	if x.gender == NoGender {
		x.gender = y.gender
	}
	if x.nation == 0 {
		x.nation = y.nation
	}
	x.roles = append(x.roles, y.roles...)
	x.former = append(x.former, y.former...)
	x.full += y.full
	x.aliases = append(x.aliases, y.aliases...)
	if len(y.name.parts) > len(x.name.parts) {
		x.name = y.name
	}
	return a
}

// linkNames makes entities of names: full names first, so that they own their short forms.
func (l *linker) linkNames() {
	persons, longest := []int(nil), 0
	parts := map[int]personName{}
	byKey := map[uint64]int{} // key of a name other than a person's → entity
	for i := range l.nouns {
		n := &l.nouns[i]
		if n.form != Name {
			continue
		}
		if n.kind == PER {
			p := l.d.nameParts(n.from, n.to)
			if len(p.parts) > 0 {
				parts[i] = p
				persons = append(persons, i)
				longest = max(longest, len(p.parts))
				continue
			}
		}
		key := l.key(n)
		if n.kind == EVENT && n.to-n.from == 2 && l.d.words[n.from].has(storm) { // "Hurricane Rita", later "Rita"
			bare := *n
			bare.from++
			key = l.key(&bare)
		}
		if h, ok := byKey[key]; ok {
			l.join(i, h, "same name")
			continue
		}
		byKey[key] = l.create(i)
	}
	l.linkAcronyms()
	l.linkShort(byKey)
	l.couples(persons, parts)
	bySurname := map[uint64][]int{} // surname part → entities
	byGiven := map[uint64][]int{}
	longest = min(longest, 6)
	for size := longest; size >= 1; size-- {
		for _, i := range persons {
			if p := parts[i]; len(p.parts) == size || size == longest && len(p.parts) > size {
				l.linkPerson(i, p, bySurname, byGiven)
			}
		}
	}
}

// block is how many holders of one surname a name is held against; a page with more holds no readable people.
const block = 64

// linkPerson links a person's name to the one holder of its surname that it fits, or makes a holder of its own:
//
//	Ada Brand, then Brand      one person
//	Brand, of two Brands       who is meant is settled in text order
//	Ada, of one Ada Brand      that one
func (l *linker) linkPerson(i int, p personName, bySurname, byGiven map[uint64][]int) {
	n := &l.nouns[i]
	last := p.parts[len(p.parts)-1]
	alone := len(p.parts) == 1
	if alone && n.title == n.from && len(bySurname[last]) > 0 {
		n.gender = NoGender // "Paul" may be a woman's surname
	}
	if alone && l.otherOne(i, p, bySurname[last]) {
		return
	}
	best, why, rivals := l.fitting(n, p, bySurname[last])
	if alone && l.bearers(bySurname[last]) > 1 {
		n.entity = l.bareHolder(p, bySurname[last])
		return
	}
	if best < 0 && alone && rivals == 0 && len(byGiven[last]) == 1 {
		if h := byGiven[last][0]; agree(n.gender, l.holders[l.find(h)].gender) {
			best, why = h, "given name of a full name"
		}
	}
	if best >= 0 && rivals <= 1 {
		l.join(i, best, why)
		if !alone {
			l.holders[l.find(best)].full++
		}
		return
	}
	h := l.create(i)
	l.holders[h].name = p
	l.holders[h].full = 1
	if len(bySurname[last]) < block {
		bySurname[last] = append(bySurname[last], h)
	}
	if !alone && !p.initial[0] && len(byGiven[p.parts[0]]) < block {
		byGiven[p.parts[0]] = append(byGiven[p.parts[0]], h)
	}
}

// fitting finds the holder of a surname that a name fits, one of as many parts before others, and how many do.
func (l *linker) fitting(n *noun, p personName, list []int) (best int, why string, rivals int) {
	best = -1
	for _, h := range list {
		e := &l.holders[l.find(h)]
		ok, reason := p.fits(e.name)
		same := len(p.parts) == len(e.name.parts)
		switch {
		case !ok || !agree(n.gender, e.gender), best >= 0 && same:
		case same:
			best, why, rivals = h, reason, 1
		default:
			if rivals == 0 {
				best, why = h, reason
			}
			rivals++
		}
	}
	return best, why, rivals
}

// agree says whether two genders can be one person's.
func agree(a, b Gender) bool { return a == NoGender || b == NoGender || a == b }

// bareHolder is what stands for a bare surname of several people until who is meant is settled in text order.
func (l *linker) bareHolder(p personName, list []int) int {
	last := p.parts[len(p.parts)-1]
	h, ok := l.bare[last]
	if !ok {
		h = len(l.holders)
		l.holders = append(l.holders, holder{kind: PER, named: true, last: -1, fullest: -1, parent: h, name: p})
		l.bare[last], l.shared[h] = h, list
	}
	return h
}

// bearers counts the people of a list with a full name.
func (l *linker) bearers(list []int) int {
	n := 0
	for _, h := range list {
		if len(l.holders[l.find(h)].name.parts) > 1 {
			n++
		}
	}
	return n
}

// key is equal for names that mean the same: letters in lower case, joining words dropped, one number for all names of a country.
func (l *linker) key(n *noun) uint64 {
	if n.kind == GPE && n.nation != 0 {
		return uint64(n.nation)
	}
	if n.kind == NORP && n.nation != 0 {
		return uint64(n.nation) | 1<<32
	}
	h := seed
	for k := n.from; k < n.to; k++ {
		w := &l.d.words[k]
		if !w.is(letters|digits) || !w.is(upper) && w.has(inner) || k == n.from && l.d.lowerIs(k, "the") {
			continue
		}
		h = extend(mix(h, ' '), l.d.at(k))
	}
	return h
}

// linkAcronyms ties "PWU" to "Port Workers' Union" where no other name has the same initials.
func (l *linker) linkAcronyms() {
	full := map[string]int{} // initials → entity; -1 when two bodies share them
	for i := range l.nouns {
		n := &l.nouns[i]
		if n.form != Name || n.kind == PER || n.to-n.from < 2 {
			continue
		}
		s := l.initials(n)
		if len(s) < 2 {
			continue
		}
		h := l.find(n.entity)
		if have, ok := full[s]; ok && have != h {
			h = -1
		}
		full[s] = h
	}
	for i := range l.nouns {
		n := &l.nouns[i]
		if n.form != Name || n.to-n.from != 1 || !l.d.words[n.from].is(allUpper) || n.kind == PER {
			continue
		}
		if h, ok := full[l.d.at(n.from)]; ok && h >= 0 && l.find(n.entity) != l.find(h) {
			l.merge(h, n.entity)
			n.why += "; initials of a full name"
		}
	}
}

// linkShort ties the short form of a body's name to the full one: "al-Hadath" to "al-Hadath TV", "the Council" to "Security Council".
func (l *linker) linkShort(byKey map[uint64]int) {
	d := l.d
	heads := map[uint64]int{} // head word → the one body with that head; -1 for several
	for i := range l.nouns {
		n := &l.nouns[i]
		if n.form != Name || n.kind != ORG || n.to-n.from < 2 {
			continue
		}
		h := l.find(n.entity)
		if d.words[n.to-1].has(orgHead) {
			short := *n
			short.to--
			if have, ok := byKey[l.key(&short)]; ok && l.holders[l.find(have)].kind == ORG && l.find(have) != h && d.words[n.to-1].has(outletHead) {
				h = l.merge(h, have)
			}
		}
		for _, k := range [2]int{n.from, n.to - 1} {
			if d.words[k].has(orgHead) {
				key := d.words[k].hash
				if have, ok := heads[key]; ok && l.find(max(have, 0)) != h {
					heads[key] = -1
				} else {
					heads[key] = h
				}
			}
		}
	}
	for i := range l.nouns {
		n := &l.nouns[i]
		if n.form != Name || n.to-n.from != 1 || !d.words[n.from].has(orgHead) || d.words[n.from].has(org) || n.kind == PER {
			continue
		}
		if h, ok := heads[d.words[n.from].hash]; ok && h >= 0 && l.find(n.entity) != l.find(h) {
			l.merge(h, n.entity)
			n.why += "; head of a body's name"
		}
	}
}

func (l *linker) initials(n *noun) string {
	var b []byte
	for k := n.from; k < n.to; k++ {
		if w := &l.d.words[k]; w.is(upper) && w.is(letters) && !w.is(allUpper) {
			b = append(b, l.d.text[w.Start])
		}
	}
	return string(b)
}

// linkAliases reads what the text itself declares: "Port Workers' Union (PWU)", "the Sel Guard — better known as Hurras Sel".
func (l *linker) linkAliases() {
	d := l.d
	prev := -1
	for i := range l.nouns {
		n := &l.nouns[i]
		if n.form != Name || n.kind == NORP {
			continue
		}
		if prev >= 0 {
			p := &l.nouns[prev]
			same := l.find(p.entity) == l.find(n.entity)
			if why := d.declares(p, n); why != "" && (same || p.kind == n.kind || n.kind == MISC || p.kind == ORG && n.title == n.from || p.kind != PER && n.kind != PER) {
				h := l.merge(p.entity, n.entity)
				name := d.text.At(d.place(n))
				if len(l.holders[h].aliases) < 8 {
					l.holders[h].aliases = append(l.holders[h].aliases, Alias{Name: name, Span: text.Span{Start: d.words[p.from].Start, End: d.words[n.to-1].End}})
				}
				n.why += "; " + why
				l.holders[h].kind = p.kind
			}
		}
		prev = i
	}
}

// declares says why the second name is another name of the first, "" when the text doesn't say so.
func (d *document) declares(p, n *noun) string {
	if d.words[p.from].sentence != d.words[n.from].sentence || n.from <= p.to || n.from-p.to > 9 {
		return ""
	}
	open := d.glyph(p.to)
	if open == "(" && n.from == p.to+1 && n.to < len(d.words) && d.glyph(n.to) == ")" {
		if d.dateline(p.from, n.to+1) && d.spells(n.from, p.from, p.to) != p.from { // "United Nations (CNN) --": where it is written, and for whom
			return ""
		}
		if n.to-n.from == 1 && p.to-p.from > 1 && d.acronym(n.from) {
			switch {
			case d.spells(n.from, p.from, p.to) == p.from:
				return "acronym in brackets"
			case p.kind == ORG && d.words[n.from].is(allUpper): // of its name in another language; behind a place it may be a news agency
				return "acronym in brackets"
			}
		}
		if p.kind == n.kind && p.kind == ORG {
			return "other name in brackets"
		}
		return ""
	}
	called := false
	for k := p.to; k < n.from; k++ {
		w := &d.words[k]
		switch {
		case d.lowerIs(k, "known", "called", "dubbed", "nicknamed", "abbreviated", "aka", "a.k.a."):
			called = true
		case !called && !w.is(punct) && !d.lowerIs(k, "also", "better", "or", "otherwise", "widely", "formerly", "commonly", "and", "sometimes", "previously", "popularly", "locally", "which", "is", "are", "a"):
			return ""
		case called && !d.words[k].has(norp) && !d.lowerIs(k, "as", "by", "its", "the", "in", "simply", "arabic", "title", "name", "english", "acronym", "initials", "french", "russian", "local", "popular", "his", "her", "their", "for", "short") && !w.is(punct) && k != p.to:
			return ""
		}
	}
	if called {
		return "declared as another name"
	}
	return ""
}

// dateline says whether a name begins its sentence and what stands behind its bracket is the dash of a dateline.
func (d *document) dateline(from, behind int) bool {
	if from > 0 && d.words[from-1].sentence == d.words[from].sentence || behind >= len(d.words) {
		return false
	}
	switch d.glyph(behind) {
	case "-", "--", "---", "–", "—", "―", "_":
		return true
	}
	return false
}

// caption says whether the mention stands in a caption: nothing is linked into one by a pronoun.
func (l *linker) caption(n *noun) bool {
	return l.d.roles[l.d.words[n.from].sentence] == page.Caption
}
