package clauses

import (
	"strings"

	"github.com/hearsay-news/hearsay/read/syntax"
	"github.com/hearsay-news/hearsay/text"
)

// sentence is one parsed sentence with what hangs on each of its words.
type sentence struct {
	*Tables
	t      text.Text
	tokens []syntax.Token
	kids   [][]int // token → its dependents, in order
	target []int   // token → the predicate that tells what it frames ("failed" → "send"); itself where it frames nothing
	pred   []bool  // token → it is a predicate of its own
	cue    []bool  // token → it belongs to a statement's cue
}

// newSentence counts the dependents of each word first, so that one allocation holds them all.
func newSentence(tables *Tables, t text.Text, s *syntax.Sentence) *sentence {
	n := len(s.Tokens)
	tokens := repaired(s.Tokens)
	x := &sentence{Tables: tables, t: t, tokens: tokens, kids: make([][]int, n), target: make([]int, n), pred: make([]bool, n), cue: make([]bool, n)}
	counts, all := make([]int, n), make([]int, 0, n)
	for _, token := range tokens {
		if h := token.Head - 1; h >= 0 && h < n {
			counts[h]++
		}
	}
	at := 0
	for i := range tokens {
		x.kids[i] = all[at : at : at+counts[i]]
		at += counts[i]
		x.target[i] = i
	}
	for i, token := range tokens {
		if h := token.Head - 1; h >= 0 && h < n {
			x.kids[h] = append(x.kids[h], i)
		}
	}
	return x
}

func (x *sentence) word(i int) string { return strings.ToLower(x.t.At(x.tokens[i].Span)) }

func (x *sentence) head(i int) int { return x.tokens[i].Head - 1 }

// child returns the first dependent of a relation, -1 for none.
func (x *sentence) child(i int, rel syntax.Deprel) int {
	for _, k := range x.kids[i] {
		if x.tokens[k].Deprel == rel {
			return k
		}
	}
	return -1
}

// lemma is a word's lemma in small letters with the particle that belongs to it: "blow_up".
func (x *sentence) lemma(i int) string {
	lemma := strings.ToLower(x.tokens[i].Lemma)
	if x.tokens[i].UPOS != syntax.VERB || lemma == "" {
		return lemma
	}
	if !x.known(lemma) { // of rare forms the last letter may be lost
		if last := lemma + lemma[len(lemma)-1:]; x.known(lemma + "e") {
			lemma += "e"
		} else if x.known(last) {
			lemma = last
		}
	}
	for _, k := range x.kids[i] {
		if k == i+1 || k > i && k <= i+4 {
			particle := x.tokens[k].XPOS == syntax.RP || x.tokens[k].Deprel == syntax.Compound && (x.tokens[k].UPOS == syntax.ADP || x.tokens[k].UPOS == syntax.ADV) ||
				k == i+1 && x.tokens[k].Deprel == syntax.Advmod && x.known(lemma+"_"+x.word(k))
			if particle && !x.bounding(k) {
				return lemma + "_" + x.word(k)
			}
		}
	}
	if i+1 < len(x.tokens) && x.tokens[i+1].UPOS == syntax.ADP && x.known(lemma+"_"+x.word(i+1)) {
		return lemma + "_" + x.word(i+1) // "called for the closure", "broke off the show"
	}
	for _, k := range x.kids[i] { // "opened fire", "lost their lives", "swore in"
		if x.tokens[k].Deprel == syntax.Obj {
			if joined := lemma + "_" + strings.ToLower(x.tokens[k].Lemma); x.known(joined) {
				return joined
			}
		}
	}
	return lemma
}

// bounding says whether a particle belongs to the number behind it and not to its verb: "killed up to 149", "raised down to 12".
func (x *sentence) bounding(i int) bool {
	if i+2 >= len(x.tokens) || !x.Is("bounding", x.word(i)) || x.word(i+1) != "to" {
		return false
	}
	tag := x.tokens[i+2].UPOS
	return tag == syntax.NUM || tag == syntax.SYM
}

func (x *sentence) known(joined string) bool {
	if len(x.Classes(joined)) > 0 {
		return true
	}
	for _, kind := range [...]string{"calloff", "putoff", "demanding", "ahead", "negating", "light"} {
		if x.Is(kind, joined) {
			return true
		}
	}
	return false
}

// extent is the stretch of words that hangs on one: without clauses and appositions of their own, and without marks at its ends.
func (x *sentence) extent(i int) text.Span {
	span := x.tokens[i].Span
	x.reach(i, 0, &span)
	return span
}

// described is the stretch of a phrase with the clauses and appositions that describe its head.
func (x *sentence) described(i int) text.Span {
	span := x.tokens[i].Span
	for _, k := range x.kids[i] {
		if rel := x.tokens[k].Deprel; rel == syntax.Acl || rel == syntax.Appos {
			span = span.Cover(x.extent(k))
			for _, o := range x.kids[k] {
				if o > k && (x.tokens[o].Deprel == syntax.Obj || x.tokens[o].Deprel == syntax.Obl) {
					span = span.Cover(x.extent(o))
				}
			}
		}
	}
	return span
}

const deepest = 16 // how far phrases nest

func (x *sentence) reach(i, depth int, span *text.Span) {
	for _, k := range x.kids[i] {
		switch x.tokens[k].Deprel {
		case syntax.Acl, syntax.Advcl, syntax.Parataxis, syntax.Appos, syntax.PunctRel, syntax.Ccomp, syntax.Case, syntax.Cc, syntax.Mark, syntax.Cop, syntax.Nsubj, syntax.Aux:
			continue
		case syntax.Conj:
			if x.pred[k] && x.tokens[k].UPOS == syntax.VERB {
				continue
			}
		}
		if depth < deepest {
			*span = span.Cover(x.tokens[k].Span)
			x.reach(k, depth+1, span)
		}
	}
}

// preposition is the word that leads a phrase in, "" for none; "'s" for a possessive.
func (x *sentence) preposition(i int) string {
	for _, k := range x.kids[i] {
		if x.tokens[k].Deprel == syntax.Case {
			word := x.word(k)
			if x.tokens[k].XPOS == syntax.POS {
				return "'s"
			}
			if word == "out" {
				return "out_of"
			}
			return word
		}
	}
	return ""
}

// nominal says whether a word can stand for a thing.
func (x *sentence) nominal(i int) bool {
	switch x.tokens[i].UPOS {
	case syntax.NOUN, syntax.PROPN, syntax.PRON, syntax.NUM, syntax.SYM:
		return true
	}
	return false
}
