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
	if x.attributiveDate(from, to, false) {
		return -1, ""
	}
	if noun := x.named(from, to, parsed); noun >= 0 {
		return noun, "named-noun"
	}
	if parsed {
		if root := x.root(); from <= 2 && to < len(x.tokens) && x.lower(to) == "," && root >= to && x.verbs[root] {
			return root, "opening" // "Last week, the militia, which …, warned": what opens a sentence dates its main verb
		}
		if at := x.climb(to - 1); at >= 0 {
			return at, "head"
		}
		return -1, ""
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
	if noun.UPOS != syntax.NOUN || !x.is("happening", noun.Lemma) || !x.definite(i-1) {
		return -1
	}
	// "voted on the treaty on Monday": after "on" or "in", the verb before the noun is the nearer reading unless the noun is a subject.
	if word := x.lower(i); word != "of" && x.verbBefore(i-1) {
		return -1
	}
	return i - 1
}

// attributiveDate says whether a date only describes a noun that is no event: "the January 5, 2020 resolution". A long time, a year or more, only describes
// events, too: "the 2009 election".
func (x *sentence) attributiveDate(from, to int, long bool) bool {
	if from == 0 || to >= len(x.tokens) {
		return false
	}
	switch before := x.tokens[from-1]; {
	case before.UPOS == syntax.DET, before.XPOS == syntax.PRPS, before.XPOS == syntax.POS:
	default:
		return false
	}
	for i := to; i < len(x.tokens); i++ {
		switch token := x.tokens[i]; token.UPOS {
		case syntax.NOUN, syntax.PROPN:
			if x.is("happening", token.Lemma) {
				return long
			}
		case syntax.ADJ:
		case syntax.PUNCT:
			if i > to || x.lower(i) != "," {
				return i > to
			}
		default:
			return i > to
		}
	}
	return true
}

// named returns the event noun that a date only names for its clause: "sees Monday's summit as a chance", "since last week's bombing". Where the clause tells
// what came of the event or in it ("Monday's summit ended early", "20 people died in Monday's blast") the date is its verb's too, and it is -1.
func (x *sentence) named(from, to int, parsed bool) int {
	if !parsed || to >= len(x.tokens) {
		return -1
	}
	i := x.headOf(from, to)
	if from > 0 && x.tokens[from-1].UPOS == syntax.NOUN {
		i = from - 1 // "after the raid last week", wherever the parser hangs the week
	}
	if i >= 0 && i < from && i >= from-2 && x.namedBefore(i) {
		return i
	}
	own := x.tokens[to].XPOS == syntax.POS
	if !own && (from == 0 || x.tokens[from-1].UPOS != syntax.DET && x.tokens[from-1].XPOS != syntax.PRPS && x.tokens[from-1].XPOS != syntax.POS) {
		return -1
	}
	if own {
		to++
	}
	noun := x.happeningFrom(to)
	if noun < 0 {
		return -1
	}
	switch x.tokens[noun].Deprel {
	case syntax.Nsubj:
		if h := x.tokens[noun].Head - 1; h >= 0 && x.is("relating", x.tokens[h].Lemma) {
			return noun // "Monday's summit comes days after the vote"
		}
		return -1
	case syntax.Obl:
		if c := x.caseOf(noun); c >= 0 && x.is("inside", x.lower(c)) {
			return -1
		}
	}
	return noun
}

// namedBefore says whether a noun before a date is an event that is only named: "between the talks and the premier's meeting on Monday", "was condemned after
// the indictment last week of two officers".
func (x *sentence) namedBefore(i int) bool {
	if !x.is("happening", x.tokens[i].Lemma) || x.tokens[i].UPOS != syntax.NOUN || !x.definite(i) {
		return false
	}
	switch x.tokens[i].Deprel {
	case syntax.Conj, syntax.Nmod, syntax.Appos:
		return true
	case syntax.Obl:
		c := x.caseOf(i)
		return c >= 0 && !x.is("inside", x.lower(c))
	}
	return false
}

// happeningFrom is the event noun that heads the phrase beginning at a token, -1 for none.
func (x *sentence) happeningFrom(to int) int {
	noun := -1
	for i := to; i < len(x.tokens) && i < to+6; i++ {
		switch x.tokens[i].UPOS {
		case syntax.NOUN, syntax.PROPN:
			if noun = -1; x.is("happening", x.tokens[i].Lemma) {
				noun = i
			}
			continue
		case syntax.ADJ, syntax.NUM:
			continue
		case syntax.PUNCT:
			if x.lower(i) == "-" {
				continue
			}
		}
		break
	}
	return noun
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

// climb goes up the heads from a token to the first verb; a noun with a copula is none.
func (x *sentence) climb(i int) int {
	for steps := 0; steps < 8 && i >= 0 && i < len(x.tokens); steps++ {
		if x.verbs[i] {
			return i
		}
		i = x.tokens[i].Head - 1
	}
	return -1
}

// root returns the token that nothing heads; -1 for none.
func (x *sentence) root() int {
	for i, token := range x.tokens {
		if token.Head == 0 {
			return i
		}
	}
	return -1
}

// subtree returns the tokens of a verb's clause as the heads have it: the verb and what hangs on it, without clauses of their own that
// stand beside it. A participle that describes a noun ("a strike authorised by …") takes that noun's phrase as its subject.
func (x *sentence) subtree(verb int) (from, to int) {
	in := make([]bool, len(x.tokens))
	in[verb] = true
	for head := x.tokens[verb].Head - 1; head >= x.group(verb) && head < verb; head = x.tokens[verb].Head - 1 {
		verb = head // "is due to leave": the subject hangs on what looks ahead
		in[verb] = true
	}
	x.mark(in, verb)
	from, to = verb, verb+1
	for from > 0 && (in[from-1] || x.tokens[from-1].UPOS == syntax.PUNCT && x.lower(from-1) == "," && from > 1 && in[from-2]) {
		from--
	}
	for to < len(x.tokens) && (in[to] || x.lower(to) == "," && to+1 < len(x.tokens) && in[to+1]) {
		to++
	}
	for from < to-1 && x.tokens[from].UPOS == syntax.ADP && x.tokens[verb].Deprel == syntax.Acl {
		from++ // the preposition before the noun that a participle describes
	}
	return x.trim(from, to)
}

// mark marks what hangs on the tokens that are marked, and the noun that a participle describes.
func (x *sentence) mark(in []bool, verb int) {
	if head := x.tokens[verb].Head - 1; x.tokens[verb].Deprel == syntax.Acl && head >= 0 && x.tokens[verb].XPOS == syntax.VBN {
		in[head] = true
		for i, token := range x.tokens {
			switch token.Deprel {
			case syntax.Det, syntax.Amod, syntax.Compound, syntax.Nummod, syntax.FlatRel:
				in[i] = in[i] || token.Head-1 == head
			}
		}
	}
	// Heads may stand on either side, so the marks are carried until nothing changes; depth bounds the rounds.
	for round := 0; round < maxDepth; round++ {
		changed := false
		for i, token := range x.tokens {
			if in[i] || token.Head == 0 || !in[token.Head-1] || x.beside(i, token.Head-1, verb) {
				continue
			}
			in[i], changed = true, true
		}
		if !changed {
			break
		}
	}
}

// maxDepth bounds how deep a clause's phrases nest.
const maxDepth = 24

// beside says whether a token heads a clause that stands beside the one of the verb, not in it.
func (x *sentence) beside(i, head, verb int) bool {
	switch x.tokens[i].Deprel {
	case syntax.Parataxis, syntax.Discourse, syntax.Dislocated, syntax.List, syntax.Reparandum:
		return true
	case syntax.Advcl:
		return x.verbs[i] && x.tokens[i].XPOS != syntax.VB
	case syntax.Conj:
		return head == verb
	case syntax.Cc, syntax.Mark:
		return head == verb && i < x.group(verb)
	case syntax.PunctRel:
		return hard(x.lower(i))
	case syntax.Acl:
		return head != verb && x.tokens[head].Deprel != syntax.Nsubj && x.verbs[i] && x.tokens[i].XPOS != syntax.VB && x.tokens[i].XPOS != syntax.VBN
	}
	return false
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
