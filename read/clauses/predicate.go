package clauses

import (
	"strings"

	"github.com/hearsay-news/hearsay/read/syntax"
)

// predicates marks the words that tell something and leads the words that only frame a deed to the one they frame.
func (x *sentence) predicates() {
	for i := range x.tokens {
		if x.cue[i] {
			continue
		}
		x.pred[i] = x.verb(i) || x.child(i, syntax.Cop) >= 0 || x.tokens[i].UPOS == syntax.NOUN && x.happening(x.lemma(i)) && !x.modifier(i)
	}
	for i := range x.tokens {
		if x.tokens[i].UPOS != syntax.VERB && x.child(i, syntax.Cop) < 0 || !x.pred[i] && !x.cue[i] {
			continue
		}
		if to := x.framed(i); to >= 0 {
			x.target[i], x.pred[i], x.pred[to] = to, false, true
		}
	}
}

// verb says whether a word heads a clause as its verb.
func (x *sentence) verb(i int) bool {
	token := x.tokens[i]
	if token.UPOS != syntax.VERB || token.XPOS == syntax.JJ {
		return false
	}
	switch token.Deprel {
	case syntax.Amod, syntax.Compound, syntax.Aux, syntax.Cop, syntax.Case, syntax.Mark, syntax.FlatRel, syntax.Fixed:
		return false
	}
	return true
}

// modifier says whether a noun only describes the one after it: "attack helicopter".
func (x *sentence) modifier(i int) bool {
	return x.tokens[i].Deprel == syntax.Compound && !x.happening(x.lemma(max(x.head(i), 0)))
}

// framed returns the deed that a verb only frames: the infinitive under "failed", the noun under "carried out" or "postponed"; -1 where the verb
// tells something itself.
func (x *sentence) framed(i int) int {
	lemma := x.lemma(i)
	if under := x.child(i, syntax.Xcomp); under >= 0 && (x.tokens[under].UPOS == syntax.VERB || x.child(under, syntax.Cop) >= 0) {
		if x.Is("negating", lemma) || x.Is("ahead", lemma) || x.Is("demanding", lemma) || x.Is("possible", lemma) || lemma == "begin" || lemma == "start" || lemma == "continue" || lemma == "manage" {
			return under
		}
	}
	if x.child(i, syntax.Expl) >= 0 && lemma == "be" { // "there was no danger"
		return x.child(i, syntax.Nsubj)
	}
	if x.child(i, syntax.Cop) >= 0 {
		return x.cleft(i)
	}
	if x.tokens[i].UPOS != syntax.VERB {
		return -1
	}
	if subject := x.child(i, syntax.Nsubj); subject >= 0 && x.pred[subject] && x.noun(subject) && x.Is("occurring", lemma) {
		return subject // "the talks will take place"
	}
	if lemma == "summon" || lemma == "invite" {
		for _, k := range x.kids[i] {
			if x.tokens[k].Deprel == syntax.Obl && x.pred[k] && x.preposition(k) == "to" {
				return k
			}
		}
	}
	noun := x.child(i, syntax.Obj)
	if x.passive(i) || noun < 0 && x.Is("putoff", lemma) {
		noun = x.child(i, syntax.Nsubj)
		if noun < 0 && x.tokens[i].Deprel == syntax.Acl {
			noun = x.head(i)
		}
	}
	if _, prep, joined := strings.Cut(lemma, "_"); joined && noun < 0 { // "called for the closure"
		for _, k := range x.kids[i] {
			if x.tokens[k].Deprel == syntax.Obl && x.preposition(k) == prep {
				noun = k
			}
		}
	}
	if noun < 0 || x.tokens[noun].UPOS != syntax.NOUN {
		return -1
	}
	switch {
	case (x.Is("calloff", lemma) || x.Is("putoff", lemma)) && !x.pred[noun] && len(x.Classes(lemma)) > 0:
		return -1 // "banned cars", "moved its headquarters": a deed of its own, where what it is done to is none
	case x.Is("calloff", lemma), x.Is("putoff", lemma):
		return noun
	case x.pred[noun] && (x.Is("light", lemma) || x.Is("ahead", lemma) || x.Is("demanding", lemma)):
		return noun
	}
	return -1
}

// cleft returns the deed of whom a sentence sets off: opened in "it was the driver who opened the gate"; -1 for none.
func (x *sentence) cleft(i int) int {
	it := max(x.child(i, syntax.Expl), x.child(i, syntax.Nsubj))
	if it < 0 || x.word(it) != "it" {
		return -1
	}
	for _, k := range x.kids[i] {
		if k > i && x.tokens[k].Deprel == syntax.Acl && x.tokens[k].UPOS == syntax.VERB {
			if who := x.child(k, syntax.Nsubj); who >= 0 && x.Is("setting-off", x.word(who)) {
				return k
			}
		}
	}
	return -1
}

// noun says whether a predicate is told by a noun: "the blast", not "was a blast".
func (x *sentence) noun(i int) bool {
	return x.tokens[i].UPOS == syntax.NOUN && x.child(i, syntax.Cop) < 0
}

// passive says whether a verb's subject undergoes it.
func (x *sentence) passive(i int) bool {
	token := x.tokens[i]
	if token.XPOS != syntax.VBN && token.XPOS != syntax.VBD {
		return false
	}
	for _, k := range x.kids[i] {
		if x.tokens[k].Deprel == syntax.Aux && (x.tokens[k].Lemma == "be" || x.tokens[k].Lemma == "get") {
			return true
		}
	}
	switch h := x.head(i); {
	case h < 0 || token.XPOS != syntax.VBN:
		return false
	case token.Deprel == syntax.Acl:
		return x.child(i, syntax.Obj) < 0 && x.child(i, syntax.Nsubj) < 0
	case token.Deprel == syntax.Conj && x.tokens[h].UPOS == syntax.VERB:
		return x.child(i, syntax.Nsubj) < 0 && x.child(i, syntax.Aux) < 0 && x.passive(h)
	case token.Deprel == syntax.Advcl, token.Deprel == syntax.Xcomp:
		return x.child(i, syntax.Obj) < 0 && x.child(i, syntax.Nsubj) < 0 && x.child(i, syntax.Aux) < 0
	}
	return false
}

// frames lists the words that frame a predicate, the nearest first, and that word itself before them.
func (x *sentence) frames(i int) []int {
	out := []int{i}
	for at, steps := i, 0; steps < 4; steps++ {
		h := x.head(at)
		if h < 0 || x.target[h] != at {
			break
		}
		out = append(out, h)
		at = h
	}
	return out
}

// resolve leads a framing word to the deed under it.
func (x *sentence) resolve(i int) int {
	for steps := 0; steps < 4 && x.target[i] != i; steps++ {
		i = x.target[i]
	}
	return i
}
