package events

import (
	"strings"

	"github.com/hearsay-news/hearsay/read/syntax"
	"github.com/hearsay-news/hearsay/read/times"
	"github.com/hearsay-news/hearsay/text"
)

// sentence is one sentence with what is asked of it again and again.
type sentence struct {
	t      text.Text
	tokens []syntax.Token
	words  map[string]map[string]bool // the classes of words
	verbs  []bool                     // tokens that head a verb group, finite or participle
	dated  []bool                     // tokens of time expressions
}

func newSentence(words map[string]map[string]bool, t text.Text, s *syntax.Sentence) *sentence {
	x := &sentence{words: words, t: t, tokens: s.Tokens, verbs: make([]bool, len(s.Tokens))}
	for i, token := range s.Tokens {
		x.verbs[i] = token.UPOS == syntax.VERB && token.XPOS != syntax.JJ && !x.attributive(i) && !x.hyphened(i)
	}
	return x
}

// date marks the tokens of the time expressions when[first:] that lie before an offset.
func (x *sentence) date(when []times.Expression, first, end int) {
	x.dated = make([]bool, len(x.tokens)+1)
	for n := first; n < len(when) && when[n].Start < end; n++ {
		if told(&when[n]) {
			from, to := x.within(when[n].Span)
			for i := from; i < to; i++ {
				x.dated[i] = true
			}
		}
	}
}

// background says whether what a token tells is told by the way: in a relative clause or beside a noun, or, in the page's own voice, of what had been before.
func (x *sentence) background(i int, said bool) bool {
	if t := &x.tokens[i]; t.UPOS == syntax.VERB && !said {
		for j := x.group(i); j < i; j++ {
			if x.lower(j) == "had" {
				return true
			}
		}
	}
	for steps := 0; steps < maxDepth && i >= 0; steps++ {
		if t := &x.tokens[i]; t.Deprel == syntax.Acl {
			return true
		}
		i = x.tokens[i].Head - 1
	}
	return false
}

// attributive says whether a participle stands before the noun it describes: "the wounded men", "a planned visit".
func (x *sentence) attributive(i int) bool {
	token := x.tokens[i]
	if token.XPOS != syntax.VBN && token.XPOS != syntax.VBG || i == 0 || i+1 == len(x.tokens) {
		return false
	}
	before, after := x.tokens[i-1], x.tokens[i+1]
	noun := after.UPOS == syntax.NOUN || after.UPOS == syntax.PROPN
	return noun && (before.UPOS == syntax.DET || before.UPOS == syntax.ADJ || before.XPOS == syntax.PRPS || before.UPOS == syntax.ADP)
}

// hyphened says whether a word is part of a compound: "a full-fledged army".
func (x *sentence) hyphened(i int) bool {
	s := x.tokens[i].Span
	return s.Start > 0 && x.t[s.Start-1] == '-' || s.End < len(x.t) && x.t[s.End] == '-'
}

func (x *sentence) lower(i int) string { return strings.ToLower(x.t.At(x.tokens[i].Span)) }

// within returns the tokens that lie in a span, as a half-open range.
func (x *sentence) within(s text.Span) (from, to int) {
	for from < len(x.tokens) && x.tokens[from].End <= s.Start {
		from++
	}
	for to = from; to < len(x.tokens) && x.tokens[to].Start < s.End; to++ {
	}
	return from, to
}

// stops says whether a clause ends before token i: at strong punctuation, a quotation mark, a bracket, or a word that opens another clause
// with a verb of its own.
func (x *sentence) stops(i int) bool {
	switch word := x.lower(i); word {
	case ";", ":", "—", "–", "(", ")", "“", "”", "\"", "«", "»", "..":
		return true
	case ",":
		return i+1 < len(x.tokens) && (x.is("opener", x.lower(i+1)) && x.verbFollows(i+2) || x.participle(i+1) || x.subjectAndVerb(i+1))
	default:
		return x.is("opener", word) && x.tokens[i].UPOS != syntax.ADP && x.tokens[i].UPOS != syntax.DET && x.verbFollows(i+1)
	}
}

// verbFollows says whether a verb comes before the next comma or clause end.
func (x *sentence) verbFollows(i int) bool {
	for n := 0; i < len(x.tokens) && n < 12; i, n = i+1, n+1 {
		if x.verbs[i] || x.tokens[i].UPOS == syntax.AUX {
			return true
		}
		if x.tokens[i].UPOS == syntax.PUNCT || x.is("opener", x.lower(i)) && x.tokens[i].UPOS == syntax.SCONJ {
			return false
		}
	}
	return false
}

// participle says whether a clause like "warning that …" begins here.
func (x *sentence) participle(i int) bool { return x.verbs[i] && x.tokens[i].XPOS == syntax.VBG }

// subjectAndVerb says whether a noun phrase and its finite verb begin here, as after an opening adverbial: "On Monday, parliament voted".
func (x *sentence) subjectAndVerb(i int) bool {
	nouns := false
	for n := 0; i < len(x.tokens) && n < 8; i, n = i+1, n+1 {
		switch x.tokens[i].UPOS {
		case syntax.NOUN, syntax.PROPN, syntax.PRON:
			nouns = true
		case syntax.DET, syntax.ADJ, syntax.NUM, syntax.PART:
		case syntax.AUX, syntax.VERB:
			return nouns && (x.tokens[i].UPOS == syntax.AUX || finite(x.tokens[i].XPOS))
		default:
			return false
		}
	}
	return false
}

func finite(tag syntax.XPOS) bool {
	return tag == syntax.VBD || tag == syntax.VBZ || tag == syntax.VBP || tag == syntax.MD
}

// clause returns the tokens of the clause around a trigger. An adverbial before a comma at its head belongs to it.
func (x *sentence) clause(trigger int) (from, to int) {
	from = trigger
	for from > 0 && !x.stops(from-1) {
		from--
	}
	if from > 0 && x.lower(from-1) == "," && x.adverbialOnly(from-1) {
		for from > 0 && !hard(x.lower(from-1)) {
			from--
		}
	}
	to = trigger + 1
	for to < len(x.tokens) && !x.stops(to) {
		to++
	}
	return x.trim(from, to)
}

// adverbialOnly says whether what stands before a comma is one phrase without a verb that opens the sentence.
func (x *sentence) adverbialOnly(comma int) bool {
	for i := comma - 1; i >= 0; i-- {
		if x.verbs[i] || x.tokens[i].UPOS == syntax.AUX {
			return false
		}
		if hard(x.lower(i)) {
			return true
		}
	}
	return true
}

func hard(word string) bool {
	switch word {
	case ";", ":", "—", "–", "(", ")", "“", "”", "\"", "«", "»":
		return true
	}
	return false
}

// trim takes punctuation and conjunctions from the ends of a range of tokens.
func (x *sentence) trim(from, to int) (int, int) {
	for from < to && (x.tokens[from].UPOS == syntax.PUNCT || x.tokens[from].UPOS == syntax.CCONJ) {
		from++
	}
	for to > from && (x.tokens[to-1].UPOS == syntax.PUNCT || x.tokens[to-1].UPOS == syntax.CCONJ || x.tokens[to-1].XPOS == syntax.TO) {
		to--
	}
	return from, to
}

// sharedSubject returns the subject of a clause that begins with its verb: one that stands apart from it, or that of the verb it is coordinated
// with, It in "It withdrew soldiers, but redeployed them in 2014".
func (x *sentence) sharedSubject(verb int) text.Span {
	for steps := 0; steps < 4; steps++ {
		for i, token := range x.tokens[:verb] {
			if token.Head-1 == verb && token.Deprel == syntax.Nsubj && token.XPOS != syntax.WDT && token.XPOS != syntax.WP {
				from := i
				for from > 0 && x.tokens[from-1].Head-1 == i {
					from--
				}
				return text.Span{Start: x.tokens[from].Start, End: token.End}
			}
		}
		if x.tokens[verb].Deprel != syntax.Conj || x.tokens[verb].Head == 0 {
			break
		}
		verb = x.tokens[verb].Head - 1
	}
	return text.Span{}
}

// antecedent returns the noun that a relative clause hangs on: "the phone, which came out in August".
func (x *sentence) antecedent(verb int) text.Span {
	head := x.tokens[verb].Head - 1
	if head < 0 || head >= verb || x.tokens[head].UPOS != syntax.NOUN && x.tokens[head].UPOS != syntax.PROPN {
		return text.Span{}
	}
	from, to := head, head+1
	for from > 0 && x.tokens[from-1].Head-1 == head && x.tokens[from-1].UPOS != syntax.ADP && x.tokens[from-1].UPOS != syntax.PUNCT {
		from--
	}
	for to < verb && x.tokens[to].Head-1 == head && x.tokens[to].Deprel == syntax.FlatRel {
		to++
	}
	return text.Span{Start: x.tokens[from].Start, End: x.tokens[to-1].End}
}

// reduced says whether a participle without auxiliary describes the noun before it: "a strike authorised by …".
func (x *sentence) reduced(trigger int) bool {
	return x.tokens[trigger].XPOS == syntax.VBN && x.group(trigger) == trigger && x.tokens[trigger].Deprel == syntax.Acl
}

// described returns where the noun phrase right before a verb without a subject begins, which it describes or tells of: "five hundred men formed in
// 2014"; the verb itself when there is none.
func (x *sentence) described(participle int) int {
	if participle == 0 || x.tokens[participle-1].UPOS != syntax.NOUN && x.tokens[participle-1].UPOS != syntax.PROPN {
		return participle
	}
	i := participle
	for i > 0 && participle-i < 14 {
		switch token := x.tokens[i-1]; token.UPOS {
		case syntax.NOUN, syntax.PROPN, syntax.ADJ, syntax.NUM, syntax.DET, syntax.ADV:
		case syntax.ADP:
			if token.Lemma != "of" {
				return i
			}
		case syntax.PART:
			if token.XPOS != syntax.POS {
				return i
			}
		case syntax.PUNCT:
			if x.lower(i-1) != "-" {
				return i
			}
		default:
			return i
		}
		i--
	}
	return i
}

// group returns the first token of the verb group that ends in a verb: auxiliaries, negation and adverbs before it.
func (x *sentence) group(verb int) int {
	first := verb
	for i := verb - 1; i >= 0 && verb-i <= 6; i-- {
		token := x.tokens[i]
		switch {
		case token.UPOS == syntax.AUX, token.XPOS == syntax.MD, token.XPOS == syntax.TO, x.ahead(i) && first < verb:
			first = i
		case token.UPOS == syntax.ADV, token.UPOS == syntax.PART, x.ahead(i):
		default:
			return first
		}
	}
	return first
}

// ahead says whether a word looks ahead to an infinitive: "due", "expected", "plans".
func (x *sentence) ahead(i int) bool {
	return i+1 < len(x.tokens) && x.tokens[i+1].XPOS == syntax.TO && (x.is("ahead", x.tokens[i].Lemma) || x.is("ahead", x.lower(i)))
}
