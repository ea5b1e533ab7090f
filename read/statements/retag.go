package statements

import (
	"strings"

	"github.com/hearsay-news/hearsay/read/syntax"
)

// retag mends tags: a voice taken for an adjective ("a former executive"), and a noun for a verb where a quotation, a name and a cue
// stand in a row (`"…," Marrow adds.`).
func (r *reader) retag(l *line) {
	shouted := r.titleCase(l)
	verbless := !headed(l.role) && !shouted && !l.finiteOutside()
	for i := 1; i+1 < len(l.items); i++ { // a capitalised word between a quotation and a cue is a name: `"…," Will wrote.`
		it := &l.items[i]
		if it.quoted || it.fold || it.tag == syntax.PRP || it.tag == syntax.DT || isProper(it.tag) || !upper(r.t[it.Start]) || !(l.items[i-1].fold || l.comma(i-1)) {
			continue
		}
		if c, ok := r.lex.verbs[l.items[i+1].lemma]; ok && c.takes(quoteFrame) && (l.items[i+1].tag == syntax.VBD || l.items[i+1].tag == syntax.VBZ) {
			it.tag, it.up = syntax.NNP, syntax.PROPN
		}
	}
	if headed(l.role) && !l.finiteOutside() {
		r.headlineVerb(l)
	}
	for i := 1; i < len(l.items); i++ {
		it := &l.items[i]
		if isVerb(it.tag) && !it.quoted && !shouted && upper(r.t[it.Start]) && !isStop(l.items[i-1]) && !l.items[i-1].fold && !isQuoteMark(l.items[i-1]) {
			it.tag, it.up = syntax.NNP, syntax.PROPN // Sayed is no verb
		}
		verb := i - 1
		if verb > 0 && isQuoteMark(l.items[verb]) {
			verb--
		}
		if verb > 0 && isVerb(l.items[verb-1].tag) && it.tag == syntax.VBZ { // brushed aside claims
			for _, lemma := range r.lex.lemmas(l.items[verb-1]) {
				if _, ok := r.lex.particles[lemma][l.items[verb].low]; ok {
					it.tag, it.up = syntax.NNS, syntax.NOUN
				}
			}
		}
		if it.tag == syntax.RBR && (it.low == "later" || it.low == "earlier" || it.low == "further") && !it.quoted {
			it.tag = syntax.RB // The owner later called it a stunt
		}
		if it.tag == syntax.VBZ && !it.aux && (l.items[verb].tag == syntax.VBD || l.items[verb].tag == syntax.VBZ) && l.items[verb].up == syntax.VERB {
			it.tag, it.up = syntax.NNS, syntax.NOUN // denied claims
		}
		if it.tag == syntax.VBP && !it.aux && (l.items[verb].tag == syntax.VBD || l.items[verb].tag == syntax.VBZ) && l.items[verb].up == syntax.VERB {
			it.tag, it.up = syntax.NN, syntax.NOUN // expressed hope
		}
		if it.tag == syntax.VBN && l.joinsPast(i) {
			it.tag = syntax.VBD
		}
		if it.tag == syntax.JJ && !it.quoted && (i+1 >= len(l.items) || !modifier(l.items[i+1]) && !nounish(l.items[i+1])) {
			if _, ok := r.lex.voices[it.low]; ok && modifier(l.items[i-1]) { // a former executive
				it.tag, it.up = syntax.NN, syntax.NOUN
			}
		}
		if i < 2 {
			continue
		}
		if verbless && it.tag == syntax.VBN && nounish(l.items[i-1]) && it.time < 0 && !(i+1 < len(l.items) && l.items[i+1].low == "by") {
			it.tag, verbless = syntax.VBD, false // a sentence without another verb: “…,” an angry Teke retaliated.
		}
		if it.tag != syntax.NNS && it.tag != syntax.NN && it.tag != syntax.NNPS && it.tag != syntax.NNP || it.quoted || !strings.HasSuffix(it.low, "s") {
			continue
		}
		if i+1 < len(l.items) && !isStop(l.items[i+1]) && l.items[i+1].low != "that" && l.items[i+1].low != "in" {
			continue
		}
		lemma := strings.TrimSuffix(it.low, "s")
		if c, ok := r.lex.verbs[lemma]; !ok || !c.takes(quoteFrame) || !isProper(l.items[i-1].tag) && l.items[i-1].tag != syntax.PRP && !(verbless && nounish(l.items[i-1])) {
			continue
		}
		k := i - 1
		for k > 0 && (isProper(l.items[k].tag) || l.items[k].tag == syntax.PRP || l.items[k].low == "." || verbless && (modifier(l.items[k]) || preposition(l.items[k]))) {
			k--
		}
		if l.items[k].fold || l.comma(k) {
			it.tag, it.up, it.lemma = syntax.VBZ, syntax.VERB, lemma
		}
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
