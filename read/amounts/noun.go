package amounts

import (
	"strings"

	"github.com/hearsay-news/hearsay/read/syntax"
	"github.com/hearsay-news/hearsay/read/times/pattern"
	"github.com/hearsay-news/hearsay/text"
)

// phraseReach is how many tokens a noun phrase is followed.
const phraseReach = 8

// counted finds what a bare number or a share counts. The unit of a count is its head noun's lemma.
func (f *finder) counted(a *Amount, c candidate, d draft) bool {
	at := c.to
	if t := f.scan.Find(at, f.lang.boundafter); t != nil {
		at = int(t.End)
	}
	i := f.token(at)
	if i < 0 {
		return false
	}
	if f.tokens[i].UPOS == syntax.PRON && d.vague && f.lower(c.to-1) == "of" { // "hundreds of them"
		a.Of = f.tokens[i].Span
		return true
	}
	if d.oneIn {
		if head, from := f.head(i); head >= 0 && (f.tokens[head].UPOS == syntax.NOUN || f.tokens[head].XPOS == syntax.NNPS) {
			a.Of = text.Span{Start: f.tokens[from].Start, End: f.tokens[head].End}
			a.Whole = a.Of
			return true
		}
	}
	switch {
	case f.lower(at) == "of":
		return f.partOf(a, i, d)
	case d.share && f.dash(at) && f.pastDashes(at) > at && f.lower(f.pastDashes(at)) == "of": // "54 percent — of voters"
		return f.partOf(a, f.token(f.pastDashes(at)), d)
	case d.vague && f.lower(at) == "," && f.lower(at+1) == "of": // "hundreds, if not thousands, of people"
		return f.partOf(a, i+1, d)
	case d.vague && f.lower(c.to-1) == "of" && f.determined(i) > i && f.partOf(a, i-1, d): // "a handful of the boats"
		return true
	case d.share:
		return d.unit == "fraction" && f.partOfWhole(a, i)
	case f.word(i) == "times": // "6.5 times earnings"
		a.Unit, a.Of = "time", f.tokens[i].Span
		if j := f.determined(i + 1); j > i+1 && !f.is(f.atom(j), f.lang.duration) { // "11 times the estimate", but "30 times an hour"
			if s := f.phrase(i+1, true); !s.Empty() {
				a.Of = s
			}
		}
		return true
	}
	if j := f.hyphenNoun(at); j >= 0 { // "six-cylinder engines"
		a.Unit, a.Of = f.lemma(j), f.tokens[j].Span
		return true
	}
	return f.countedNoun(a, c, d, at)
}

// pastDashes is the atom behind the dashes at an atom.
func (f *finder) pastDashes(atom int) int {
	for atom < len(f.scan.Atoms) && f.dash(atom) {
		atom++
	}
	return atom
}

// hyphenNoun is the noun that hangs on a number by a hyphen at an atom, -1 for none.
func (f *finder) hyphenNoun(at int) int {
	atoms := f.scan.Atoms
	if f.lower(at) != "-" || !atoms[at].Glued || at+1 >= len(atoms) || !atoms[at+1].Glued {
		return -1
	}
	j := f.token(at + 1)
	if j >= 0 && (f.tokens[j].UPOS == syntax.NOUN || f.tokens[j].UPOS == syntax.VERB || f.tokens[j].UPOS == syntax.ADJ && f.legged(j)) { // "a three-set match"
		return j
	}
	return -1
}

// legged says whether a token is a compound's second part like "legged" in "three-legged".
func (f *finder) legged(i int) bool { return strings.HasSuffix(f.word(i), "ed") && f.hyphened(i) }

// countedNoun reads the noun phrase at an atom as what is counted, and what restricts it.
func (f *finder) countedNoun(a *Amount, c candidate, d draft, at int) bool {
	i := f.token(at)
	atoms := f.scan.Atoms
	head, from := f.head(i)
	if f.people(a, c, d, at, head) {
		return true
	}
	if head < 0 || atoms[min(f.atom(head), len(atoms)-1)].Kind == pattern.Mark {
		return f.orTwo(a, c)
	}
	if d.low > 1 {
		head = f.plural(from, head)
		head = f.listHead(head)
	}
	a.Unit = f.lemma(head)
	a.Of = text.Span{Start: f.tokens[from].Start, End: f.tokens[head].End}
	if a.Attitude == "" && f.is(at, f.lang.further) { // "12 more deaths", "300 new cases": not the total
		a.Attitude = "another"
	}
	if last := f.bothCounted(head); last > head && d.low > 1 {
		a.Of.End, head = f.tokens[last].End, last
	}
	a.Scope = f.countScope(a, c, head)
	return true
}

// bothCounted is the second of two bare plurals that a number counts together, "100 students and teachers in Sel"; the head itself where there is none,
// or where a clause begins with it, "12 people died and soldiers fled".
func (f *finder) bothCounted(head int) int {
	if head+3 >= len(f.tokens) || f.tokens[head].XPOS != syntax.NNS || f.word(head+1) != "and" || f.tokens[head+2].XPOS != syntax.NNS {
		return head
	}
	switch next := &f.tokens[head+3]; {
	case next.UPOS == syntax.ADP, next.UPOS == syntax.PUNCT && next.XPOS != syntax.HYPH && f.word(head+3) != ",":
		return head + 2
	}
	return head
}

// people reads a count whose people have no noun of their own; head is that of the phrase at the atom, -1 for none.
func (f *finder) people(a *Amount, c candidate, d draft, at, head int) bool {
	i := f.token(at)
	if last := max(head, i); f.is(f.atom(last), f.lang.victim) { // "and 40 wounded"
		a.Unit, a.Of = "people", f.tokens[last].Span
		return true
	}
	if lead := f.lead(a, c); f.lower(lead) == "of" && f.is(lead-1, f.lang.parent) && (head != i || f.tokens[head].XPOS != syntax.NNS) { // "the mother of three left"
		a.Unit = "child"
		return true
	}
	switch {
	case head >= 0:
		return false
	case f.tokens[i].UPOS == syntax.ADJ && f.scan.Atoms[at].Capital && d.low > 1 && !f.nounFollows(at): // "450 Japanese are in Kuwait"
		a.Unit, a.Of = f.lemma(i), f.tokens[i].Span
		a.Scope = f.countScope(a, c, i)
		return true
	case d.low >= 1000 && f.peopleFollow(at): // "3m have fled"
		a.Unit = "people"
		return true
	case d.vague && d.low >= 1000: // "aid for millions still in need"
		if s := f.restricting(i); !s.Empty() {
			a.Unit, a.Scope = "people", s
			return true
		}
	}
	return false
}

// countScope is what restricts the noun at a token, or, where nothing does, the figure's subject.
func (f *finder) countScope(a *Amount, c candidate, head int) text.Span {
	if i := head + 1; i < len(f.tokens)-1 && f.tokens[i].XPOS == syntax.VBD && (f.tokens[i+1].UPOS == syntax.ADP || f.tokens[i+1].XPOS == syntax.IN) && f.objectOf(a, c) {
		if end := f.clauseEnd(i+1, false); end > i { // "charged 12 officers accused of spying": read as a past tense
			return text.Span{Start: f.tokens[i].Start, End: f.tokens[end].End}
		}
	}
	if s := f.restricting(head + 1); !s.Empty() {
		return s
	}
	return f.subjectScope(a, c)
}

// objectOf says whether a figure is the object of a verb or preposition right before it, so that no verb after it can be its own.
func (f *finder) objectOf(a *Amount, c candidate) bool {
	lead := f.lead(a, c)
	i := f.token(lead)
	if i < 0 {
		return false
	}
	switch f.tokens[i].UPOS {
	case syntax.ADP:
		return true
	case syntax.VERB:
		return !f.is(lead, f.lang.telling) && !f.is(lead, f.lang.saying)
	}
	return false
}

// subjectScope is what restricts a count in its subject: "the population of Sel is 22 million people".
func (f *finder) subjectScope(a *Amount, c candidate) text.Span {
	verb := f.token(f.lead(a, c))
	for verb > 0 && f.tokens[verb].UPOS == syntax.ADV {
		verb--
	}
	if verb < 3 || f.tokens[verb].UPOS != syntax.AUX {
		return text.Span{}
	}
	for of := verb - 2; of > 0 && of > verb-phraseReach; of-- {
		if f.word(of) == "of" && (f.is(f.atom(of-1), f.lang.collective) || f.is(f.atom(of-1), f.lang.number)) {
			return text.Span{Start: f.tokens[of].Start, End: f.tokens[verb-1].End}
		}
	}
	return text.Span{}
}

// partOf reads the whole after "of": "a third of the crop", "12 of the 30 boats".
func (f *finder) partOf(a *Amount, of int, d draft) bool {
	a.Of = f.phrase(of+1, true)
	if i := f.determined(of + 1); a.Of.Empty() && i < len(f.tokens) { // "a handful of the more than 300 variants"
		if t := f.scan.Find(f.atom(i), f.lang.bound); t != nil {
			if j := f.token(int(t.End)); j > i {
				a.Of = f.phrase(j, false)
			}
		}
		if !a.Of.Empty() {
			f.whole(a, of)
			if !d.share {
				a.Unit = f.headLemma(f.token(f.atomAt(a.Of.Start)))
			}
			return true
		}
	}
	if i := f.determined(of + 1); a.Of.Empty() && i > of+1 && i < len(f.tokens) && f.is(f.atom(i), f.lang.timely) { // "eight of its last ten games"
		if s := f.phrase(i+1, false); !s.Empty() {
			a.Of = text.Span{Start: f.tokens[of+1].Start, End: s.End}
			f.whole(a, of)
			if !d.share {
				a.Unit = f.headLemma(i + 1)
			}
			return true
		}
	}
	if i := f.determined(of + 1); a.Of.Empty() && i < len(f.tokens) && f.is(f.atom(i), f.lang.victim) { // "five of the injured"
		a.Of = text.Span{Start: f.tokens[of+1].Start, End: f.tokens[i].End}
		a.Whole = a.Of
		if !d.share {
			a.Unit = "people"
		}
		return true
	}
	if a.Of.Empty() {
		return false
	}
	f.whole(a, of)
	if !d.share {
		a.Unit = f.headLemma(of + 1)
	}
	return true
}

// partOfWhole reads the whole right after a fraction: "half the fund's assets".
func (f *finder) partOfWhole(a *Amount, i int) bool {
	if t := &f.tokens[i]; t.UPOS != syntax.DET && t.XPOS != syntax.PRPS {
		return false
	}
	a.Of = f.phrase(i, true)
	if i := f.token(f.atomAt(a.Of.Start)); a.Of.Empty() || i < 0 || f.timed(a.Of) {
		a.Of = text.Span{}
		return false
	}
	f.whole(a, i)
	if a.Scope == a.Of {
		a.Scope = text.Span{}
	}
	return true
}

// whole makes what is counted the whole of a part, with what restricts it; token i is the first of the scope.
func (f *finder) whole(a *Amount, i int) {
	a.Whole = a.Of
	if s := f.restricting(f.token(f.atomAt(a.Of.End-1)) + 1); !s.Empty() {
		a.Whole.End = s.End
	}
	a.Scope = text.Span{Start: f.tokens[i].Start, End: a.Whole.End}
	j := f.determined(f.token(f.atomAt(a.Of.Start)))
	if j < len(f.tokens) && f.tokens[j].UPOS == syntax.NUM {
		if t := f.scan.Find(f.atom(j), f.lang.num); t != nil {
			a.Total = Number{t.Num, true}
		}
	}
}

// listHead is the plural noun that a list of names and adjectives leads to: "thousands of Orm, Sel and other tribal fighters"; else the head itself.
func (f *finder) listHead(head int) int {
	if f.tokens[head].XPOS != syntax.NNP || head+1 >= len(f.tokens) {
		return head
	}
	joined := false
	for i := head + 1; i < len(f.tokens) && i < head+listReach; i++ {
		switch t := &f.tokens[i]; {
		case t.UPOS == syntax.CCONJ:
			joined = true
		case t.XPOS == syntax.NNS && f.tokens[i-1].UPOS != syntax.PUNCT:
			if joined {
				return i
			}
			return head
		case t.XPOS != syntax.NNP && t.UPOS != syntax.ADJ && f.word(i) != ",":
			return head
		}
	}
	return head
}

// orTwo reads the noun before "or two": "another boat or two".
func (f *finder) orTwo(a *Amount, c candidate) bool {
	i := f.token(c.from - 1)
	if i < 1 || f.word(i) != "or" || a.Low.Value != 2 || f.tokens[i-1].XPOS != syntax.NN {
		return false
	}
	a.Low = Number{1, true}
	a.Unit, a.Of = f.lemma(i-1), f.tokens[i-1].Span
	return true
}

// ofPhrase is what an amount of money or a measure is of: "5 tonnes of grain".
func (f *finder) ofPhrase(a *Amount, at int) {
	i := f.token(at)
	if i < 0 || f.lower(at) != "of" {
		return
	}
	if s := f.phrase(i+1, true); !s.Empty() {
		a.Of = s
		a.Scope = text.Span{Start: f.tokens[i].Start, End: s.End}
		if more := f.restricting(f.token(f.atomAt(s.End-1)) + 1); !more.Empty() {
			a.Scope.End = more.End
		}
	}
}

// nounPhrase is a noun phrase while it is read: where it was begun, where its words begin, its head so far.
type nounPhrase struct{ first, from, head int }

// head finds the head noun of the phrase that begins at token i: the last noun before something else comes.
func (f *finder) head(i int) (head, from int) {
	p := nounPhrase{i, i, -1}
	for j := i; j < len(f.tokens) && j < i+phraseReach; j++ {
		if p.head < 0 && f.is(f.atom(j), f.lang.timely) {
			return -1, p.from
		}
		if step := phraseSteps[f.tokens[j].UPOS]; step == nil || !step(f, &p, j) {
			break
		}
	}
	return p.head, p.from
}

// phraseSteps say for each part of speech whether a token goes on with a noun phrase.
var phraseSteps = [syntax.VERB + 1]func(f *finder, p *nounPhrase, j int) bool{
	syntax.NOUN:  (*finder).nounStep,
	syntax.PROPN: (*finder).nounStep,
	syntax.ADJ:   (*finder).modifierStep,
	syntax.NUM:   (*finder).modifierStep,
	syntax.ADV:   (*finder).adverbStep,
	syntax.VERB:  (*finder).participleStep,                                                               // "300 recorded songs", "12 suspected fighters"
	syntax.DET:   func(f *finder, _ *nounPhrase, j int) bool { return f.hyphened(j) || f.hyphened(j+2) }, // "all-time highs"
	syntax.ADP:   func(f *finder, _ *nounPhrase, j int) bool { return f.hyphened(j) },                    // "a barrel-a-day refinery"
	syntax.CCONJ: (*finder).coordinatedStep,
	syntax.PUNCT: (*finder).markStep,
	syntax.PART: func(f *finder, p *nounPhrase, j int) bool { // "the fund's assets"
		if f.tokens[j].XPOS != syntax.POS || p.head < 0 {
			return false
		}
		p.head = -1
		return true
	},
}

func (f *finder) nounStep(p *nounPhrase, j int) bool {
	t := &f.tokens[j]
	if f.is(f.atom(j), f.lang.bracket) {
		return false // "-LRB-"
	}
	if t.UPOS == syntax.PROPN && p.head == j-1 && p.head >= 0 && f.tokens[p.head].UPOS == syntax.NOUN && p.from < p.head {
		return false // "the one beauty step | Marrow takes"
	}
	p.head = j
	return true
}

func (f *finder) modifierStep(p *nounPhrase, j int) bool {
	if p.head >= 0 && !f.hyphened(j) && !f.nameGoesOn(p, j) {
		return false
	}
	if p.from == j && f.is(f.atom(j), f.lang.addition) {
		p.from++ // "three more trucks" are trucks
	}
	return true
}

// nameGoesOn says whether an adjective stands between a name and the noun it names: "West Texas Intermediate futures", "MLS regular-season games".
func (f *finder) nameGoesOn(p *nounPhrase, j int) bool {
	return f.tokens[p.head].UPOS == syntax.PROPN && f.tokens[j].UPOS == syntax.ADJ && f.nounFollows(f.atom(j))
}

func (f *finder) adverbStep(p *nounPhrase, j int) bool {
	if p.head >= 0 {
		return false
	}
	if strings.HasSuffix(f.word(j), "ly") && j+1 < len(f.tokens) && (f.tokens[j+1].UPOS == syntax.ADJ || f.tokens[j+1].XPOS == syntax.VBN) {
		return true
	}
	if f.is(f.atom(j), f.lang.addition) {
		if p.from == j {
			p.from++
		}
		return true
	}
	return f.hyphened(j)
}

func (f *finder) participleStep(p *nounPhrase, j int) bool {
	switch f.tokens[j].XPOS {
	case syntax.VBN, syntax.VBG, syntax.VBD:
		if f.hyphened(j) && p.head == j-2 && f.tokens[j].XPOS != syntax.VBD && j+1 < len(f.tokens) && (f.tokens[j+1].UPOS == syntax.NOUN || f.tokens[j+1].UPOS == syntax.ADJ && f.nounFollows(f.atom(j+1))) {
			return true // "election-hacking charges", "home-grown Vellish fighters"
		}
		if p.head >= 0 || j+1 >= len(f.tokens) {
			return false
		}
		next := f.tokens[j+1].UPOS
		if j == p.first && f.tokens[j].XPOS == syntax.VBN && next == syntax.ADJ {
			return f.nounFollows(f.atom(j + 1)) // "impoverished Kurdish villages"
		}
		return (j == p.first || f.hyphened(j) || f.tokens[j-1].UPOS == syntax.ADJ || f.tokens[j-1].UPOS == syntax.CCONJ || f.tokens[j-1].XPOS == syntax.POS) && next == syntax.NOUN
	}
	return false
}

// coordinatedStep goes on over "and" within modifiers: "Kia and Hyundai vehicles", "digital and physical sales".
func (f *finder) coordinatedStep(p *nounPhrase, j int) bool {
	if j == p.first {
		return false
	}
	if p.head == j-1 && (p.head == p.from || f.tokens[p.head-1].XPOS == syntax.POS) && f.tokens[p.head].XPOS == syntax.NN && j+2 < len(f.tokens) && f.tokens[j+1].XPOS == syntax.NN && f.tokens[j+2].XPOS == syntax.NNS {
		return true // "search and rescue teams"
	}
	name := p.head == j-1 && p.head >= 0 && f.tokens[p.head].UPOS != syntax.NOUN
	return (name || p.head < 0 && f.tokens[j-1].UPOS == syntax.ADJ) && f.coordinated(j+1)
}

// markStep goes on over hyphens and over a mark that opens a quotation within the phrase, "12 so-called \"observers\"".
func (f *finder) markStep(p *nounPhrase, j int) bool {
	if f.tokens[j].XPOS == syntax.HYPH || f.word(j) == "-" {
		return p.head < 0 || j+1 >= len(f.tokens) || f.tokens[j-1].End == f.tokens[j].Start || f.tokens[j].End == f.tokens[j+1].Start // "ten deaths - makers say"
	}
	if f.word(j) == "," && p.head < 0 && j > p.first && f.tokens[j-1].UPOS == syntax.ADJ && j+1 < len(f.tokens) && f.tokens[j+1].UPOS == syntax.ADJ {
		return f.nounFollows(f.atom(j + 1)) // "good, middle-class jobs"
	}
	if p.head < 0 && (f.word(j) == "(" && f.word(j+2) == ")" && f.tokens[j+1].UPOS == syntax.ADJ || f.word(j) == ")" && f.word(j-2) == "(") {
		return true // "two more (amusing) clips"
	}
	if !f.is(f.atom(j), f.lang.quote) || j+1 >= len(f.tokens) || f.tokens[j+1].Start != f.tokens[j].End {
		return false
	}
	if p.head >= 0 && f.tokens[p.head].XPOS != syntax.NN || p.head < 0 && j > p.first && f.tokens[j-1].UPOS != syntax.ADJ {
		return false
	}
	switch f.tokens[j+1].UPOS {
	case syntax.NOUN, syntax.PROPN, syntax.ADJ:
		return true
	}
	return false
}

// plural takes the plural before a head in the singular: in "30 boats sank" the last noun may be a verb.
func (f *finder) plural(from, head int) int {
	if head > from && f.tokens[head].XPOS == syntax.NN && f.tokens[head-1].XPOS == syntax.NNS && !f.is(f.atom(head-1), f.lang.pluralonly) {
		return head - 1
	}
	return head
}

// hyphened says whether a token hangs on the one before by a hyphen.
func (f *finder) hyphened(i int) bool {
	return i > 0 && i < len(f.tokens) && f.tokens[i-1].End == f.tokens[i].Start && (f.tokens[i-1].XPOS == syntax.HYPH || f.word(i-1) == "-")
}

// coordinated says whether modifiers and then a common noun begin at token i.
func (f *finder) coordinated(i int) bool {
	for end := min(len(f.tokens), i+phraseReach); i < end; i++ {
		switch f.tokens[i].UPOS {
		case syntax.PROPN, syntax.ADJ:
		case syntax.NOUN:
			return true
		case syntax.VERB: // "senior and trusted advisers"
			if f.tokens[i].XPOS != syntax.VBN || i+1 >= len(f.tokens) || f.tokens[i+1].UPOS != syntax.NOUN {
				return false
			}
		default:
			return false
		}
	}
	return false
}

// determined skips the determiners at token i.
func (f *finder) determined(i int) int {
	for i < len(f.tokens) && (f.tokens[i].UPOS == syntax.DET || f.tokens[i].XPOS == syntax.PRPS) {
		i++
	}
	return i
}

// phrase is the noun phrase that begins at token i, determiners and all when they are wanted.
func (f *finder) phrase(i int, determiners bool) text.Span {
	from := i
	if i = f.determined(i); i >= len(f.tokens) {
		return text.Span{}
	}
	if f.tokens[i].UPOS == syntax.PRON && i == from {
		return f.tokens[i].Span
	}
	head, first := f.head(i)
	if head < 0 {
		return text.Span{}
	}
	head = f.plural(first, head)
	if !determiners {
		from = first
	}
	return text.Span{Start: f.tokens[from].Start, End: f.tokens[head].End}
}

func (f *finder) headLemma(i int) string {
	if i = f.determined(i); i >= len(f.tokens) {
		return ""
	}
	head, from := f.head(i)
	if head < 0 {
		return ""
	}
	return f.lemma(f.plural(from, head))
}

func (f *finder) word(i int) string {
	if i < 0 || i >= len(f.tokens) {
		return ""
	}
	return strings.ToLower(f.text[f.tokens[i].Start:f.tokens[i].End])
}
