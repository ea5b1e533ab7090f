package statements

import (
	"strings"

	"github.com/hearsay-news/hearsay/read/syntax"
)

// retagging is a line while its tags are mended.
type retagging struct {
	l        *line
	shouted  bool // most of its words have a capital
	verbless bool // no finite verb was found yet
}

// mend is one kind of wrong tag that the words around it show.
type mend struct {
	name, example string
	of            func(r *reader, a *retagging, i int)
}

// mends are made in this order at each item, from the second one on.
var mends = []mend{
	{"a name with a capital that looks like a verb", "the mayor, Sayed, left", (*reader).mendCapital},
	{"claims behind brushed aside", "brushed aside | claims", (*reader).mendBehindParticle},
	{"later and earlier", "The owner | later called it a stunt", (*reader).mendLater},
	{"a noun behind a verb", "denied | claims, expressed | hope", (*reader).mendBehindVerb},
	{"a participle joined to a past tense", "thanked the town and | called for peace", (*reader).mendJoined},
	{"a voice that looks like an adjective", "a former | executive", (*reader).mendVoice},
	{"the only verb of a sentence", "“…,” an angry Teke | retaliated.", (*reader).mendVerbless},
	{"a cue that looks like a noun", "“…,” Marrow | adds.", (*reader).mendCue},
}

// retag mends tags: a voice taken for an adjective ("a former executive"), and a noun for a verb where a quotation, a name and a cue
// stand in a row (`"…," Marrow adds.`).
func (r *reader) retag(l *line) {
	a := &retagging{l: l, shouted: r.titleCase(l)}
	a.verbless = !headed(l.role) && !a.shouted && !l.finiteOutside()
	for i := 1; i+1 < len(l.items); i++ {
		r.mendNameBeforeCue(l, i)
	}
	if headed(l.role) && !l.finiteOutside() {
		r.headlineVerb(l)
	}
	for i := 1; i < len(l.items); i++ {
		for n := range mends {
			mends[n].of(r, a, i)
		}
	}
}

// mendNameBeforeCue: a capitalised word between a quotation and a cue is a name: `"…," Will wrote.`
func (r *reader) mendNameBeforeCue(l *line, i int) {
	it := &l.items[i]
	if it.quoted || it.fold || it.tag == syntax.PRP || it.tag == syntax.DT || isProper(it.tag) || !upper(r.t[it.Start]) || !(l.items[i-1].fold || l.comma(i-1)) {
		return
	}
	if c, ok := r.lex.verbs[l.items[i+1].lemma]; ok && c.takes(quoteFrame) && (l.items[i+1].tag == syntax.VBD || l.items[i+1].tag == syntax.VBZ) {
		it.tag, it.up = syntax.NNP, syntax.PROPN
	}
}

func (r *reader) mendCapital(a *retagging, i int) {
	l, it := a.l, &a.l.items[i]
	if isVerb(it.tag) && !it.quoted && !a.shouted && upper(r.t[it.Start]) && !isStop(l.items[i-1]) && !l.items[i-1].fold && !isQuoteMark(l.items[i-1]) {
		it.tag, it.up = syntax.NNP, syntax.PROPN
	}
}

// verbBefore returns the item before item i, a quotation mark passed over.
func (a *retagging) verbBefore(i int) int {
	if i > 1 && isQuoteMark(a.l.items[i-1]) {
		return i - 2
	}
	return i - 1
}

func (r *reader) mendBehindParticle(a *retagging, i int) {
	l, it, verb := a.l, &a.l.items[i], a.verbBefore(i)
	if verb == 0 || !isVerb(l.items[verb-1].tag) || it.tag != syntax.VBZ {
		return
	}
	for _, lemma := range r.lex.lemmas(l.items[verb-1]) {
		if _, ok := r.lex.particles[lemma][l.items[verb].low]; ok {
			it.tag, it.up = syntax.NNS, syntax.NOUN
		}
	}
}

func (r *reader) mendLater(a *retagging, i int) {
	if it := &a.l.items[i]; it.tag == syntax.RBR && (it.low == "later" || it.low == "earlier" || it.low == "further") && !it.quoted {
		it.tag = syntax.RB
	}
}

func (r *reader) mendBehindVerb(a *retagging, i int) {
	it, before := &a.l.items[i], a.l.items[a.verbBefore(i)]
	if it.aux || before.tag != syntax.VBD && before.tag != syntax.VBZ || before.up != syntax.VERB {
		return
	}
	switch it.tag {
	case syntax.VBZ:
		it.tag, it.up = syntax.NNS, syntax.NOUN // denied claims
	case syntax.VBP:
		it.tag, it.up = syntax.NN, syntax.NOUN // expressed hope
	}
}

func (r *reader) mendJoined(a *retagging, i int) {
	if it := &a.l.items[i]; it.tag == syntax.VBN && a.l.joinsPast(i) {
		it.tag = syntax.VBD
	}
}

func (r *reader) mendVoice(a *retagging, i int) {
	l, it := a.l, &a.l.items[i]
	if it.tag != syntax.JJ || it.quoted || i+1 < len(l.items) && (modifier(l.items[i+1]) || nounish(l.items[i+1])) {
		return
	}
	if _, ok := r.lex.voices[it.low]; ok && modifier(l.items[i-1]) {
		it.tag, it.up = syntax.NN, syntax.NOUN
	}
}

func (r *reader) mendVerbless(a *retagging, i int) {
	l, it := a.l, &a.l.items[i]
	if i >= 2 && a.verbless && it.tag == syntax.VBN && nounish(l.items[i-1]) && it.time < 0 && !(i+1 < len(l.items) && l.items[i+1].low == "by") {
		it.tag, a.verbless = syntax.VBD, false
	}
}

func (r *reader) mendCue(a *retagging, i int) {
	l, it := a.l, &a.l.items[i]
	if i < 2 || it.tag != syntax.NNS && it.tag != syntax.NN && it.tag != syntax.NNPS && it.tag != syntax.NNP || it.quoted || !strings.HasSuffix(it.low, "s") {
		return
	}
	if i+1 < len(l.items) && !isStop(l.items[i+1]) && l.items[i+1].low != "that" && l.items[i+1].low != "in" {
		return
	}
	lemma := strings.TrimSuffix(it.low, "s")
	if c, ok := r.lex.verbs[lemma]; !ok || !c.takes(quoteFrame) || !isProper(l.items[i-1].tag) && l.items[i-1].tag != syntax.PRP && !(a.verbless && nounish(l.items[i-1])) {
		return
	}
	k := i - 1
	for k > 0 && (isProper(l.items[k].tag) || l.items[k].tag == syntax.PRP || l.items[k].low == "." || a.verbless && (modifier(l.items[k]) || preposition(l.items[k]))) {
		k--
	}
	if l.items[k].fold || l.comma(k) {
		it.tag, it.up, it.lemma = syntax.VBZ, syntax.VERB, lemma
	}
}

// joinsPast says whether a participle is joined to a past tense, and so is one itself, whatever its tag: "thanked the town and called for peace".
func (l *line) joinsPast(i int) bool {
	if l.items[i-1].tag != syntax.CC {
		return false
	}
	for k := i - 2; k >= 0 && l.items[k].up != syntax.PUNCT; k-- {
		if it := l.items[k]; isVerb(it.tag) {
			return it.tag == syntax.VBD && !auxiliary(it)
		}
	}
	return false
}

// finiteOutside says whether a finite verb stands outside the quotations.
func (l *line) finiteOutside() bool {
	for _, it := range l.items {
		if !it.fold && !it.quoted && finite(it.tag) {
			return true
		}
	}
	return false
}

func upper(b byte) bool { return b >= 'A' && b <= 'Z' }

// titleCase says whether most words of the line are capitalised, as in headlines.
func (r *reader) titleCase(l *line) bool {
	words, capitals := 0, 0
	for _, it := range l.items {
		if it.fold || it.End-it.Start < 4 {
			continue
		}
		words++
		if upper(r.t[it.Start]) {
			capitals++
		}
	}
	return capitals*3 >= words*2
}

// headlineVerb finds the cue of a headline without a verb that was taken for a plural: "Minister urges calm".
func (r *reader) headlineVerb(l *line) {
	for i := 1; i+1 < len(l.items); i++ {
		it := &l.items[i]
		if it.tag != syntax.NNS && it.tag != syntax.NNPS || it.quoted || !nounish(l.items[i-1]) || isStop(l.items[i+1]) {
			continue
		}
		if c, ok := r.lex.verbs[strings.TrimSuffix(it.low, "s")]; ok && c.stance.Speech() && r.voice(l, phrase{0, i}) {
			it.tag, it.up, it.lemma = syntax.VBZ, syntax.VERB, strings.TrimSuffix(it.low, "s")
			return
		}
	}
}
