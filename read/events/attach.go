package events

import (
	"github.com/hearsay-news/hearsay/read/syntax"
)

// trigger returns the token that the time expression of tokens [from, to) hangs on: the verb of its clause, or a noun that is an event
// itself; -1 for none. Where the sentence is parsed its heads decide.
func (x *sentence) trigger(from, to int, parsed bool) (at int, rule string) {
	if noun := x.datedNoun(from); noun >= 0 {
		return noun, "dated-noun"
	}
	if parsed {
		if at := x.climb(to - 1); at >= 0 {
			return at, "head"
		}
	}
	for i := from - 1; i >= 0; i-- {
		if x.stops(i) && x.lower(i) != "," {
			break
		}
		if x.verbs[i] {
			return x.last(i, from), "verb-before"
		}
		if x.lower(i) == "," && x.stops(i) {
			break
		}
	}
	for i := to; i < len(x.tokens); i++ {
		if hard(x.lower(i)) {
			break
		}
		if x.verbs[i] {
			return i, "verb-after"
		}
	}
	return -1, ""
}

// datedNoun returns the event noun that a date follows: "the explosion of 5 March", "Sunday's vote" is left to the verb.
func (x *sentence) datedNoun(from int) int {
	i := from - 1
	if i >= 0 && x.tokens[i].UPOS == syntax.DET {
		i--
	}
	if i < 1 || x.tokens[i].UPOS != syntax.ADP {
		return -1
	}
	if word := x.lower(i); word != "of" && word != "on" && word != "in" && word != "from" {
		return -1
	}
	noun := x.tokens[i-1]
	if noun.UPOS != syntax.NOUN || !is("happening", noun.Lemma) || !x.definite(i-1) {
		return -1
	}
	// "voted on the treaty on Monday": after "on" or "in", the verb before the noun is the nearer reading unless the noun is a subject.
	if word := x.lower(i); word != "of" && x.verbBefore(i-1) {
		return -1
	}
	return i - 1
}

// definite says whether a noun phrase takes its event for known: "the explosion of 5 March", not "talks in June".
func (x *sentence) definite(noun int) bool {
	for i := noun - 1; i >= 0; i-- {
		switch x.tokens[i].UPOS {
		case syntax.ADJ, syntax.NOUN, syntax.PROPN, syntax.NUM:
			continue
		}
		return x.lower(i) == "the" || x.tokens[i].XPOS == syntax.POS || x.tokens[i].XPOS == syntax.PRPS
	}
	return false
}

func (x *sentence) verbBefore(i int) bool {
	for j := i - 1; j >= 0 && i-j <= 10; j-- {
		if x.verbs[j] {
			return true
		}
		if x.stops(j) {
			return false
		}
	}
	return false
}

// climb goes up the heads from a token to the first verb.
func (x *sentence) climb(i int) int {
	for steps := 0; steps < 6 && i >= 0 && i < len(x.tokens); steps++ {
		if x.verbs[i] {
			return i
		}
		i = x.tokens[i].Head - 1
	}
	return -1
}

// last takes the last verb of a chain of verbs before the expression that belong together: "voted to demand the withdrawal on Monday" keeps
// "voted", but "is due to leave on Monday" is about leaving.
func (x *sentence) last(verb, _ int) int {
	if x.tokens[verb].XPOS != syntax.VB {
		return verb
	}
	first := x.group(verb)
	if first < verb && (x.tokens[first].UPOS == syntax.AUX || x.tokens[first].XPOS == syntax.MD || x.ahead(first)) {
		return verb
	}
	// A bare infinitive after "to" whose governing verb is an ordinary one: the date belongs to the governing verb.
	for i := first - 1; i >= 0 && first-i <= 8; i-- {
		if x.ahead(i) {
			return verb
		}
		if x.verbs[i] {
			return i
		}
		if x.stops(i) {
			break
		}
	}
	return verb
}
