package clauses

import (
	"github.com/hearsay-news/hearsay/read/syntax"
)

// polarity says whether the words deny the predicate: an even number of denials is none.
func (x *sentence) polarity(frames []int) bool {
	negated := false
	for n, f := range frames {
		if n > 0 && x.Is("negating", x.lemma(f)) {
			negated = !negated
		}
		under := -1
		if n > 0 {
			under = frames[n-1]
		}
		if x.denied(f, under) {
			negated = !negated
		}
	}
	first := frames[len(frames)-1]
	if x.tokens[first].Deprel == syntax.Conj && x.child(first, syntax.Nsubj) < 0 && x.child(first, syntax.Aux) < 0 && !negated {
		if h := x.head(first); h >= 0 && x.tokens[h].UPOS == syntax.VERB && x.tokens[first].UPOS == syntax.VERB {
			return x.deniedBy(h)
		}
	}
	return negated
}

// denied says whether a word of denial hangs on a predicate or on its subject or object, but for the one that it frames: "there was no danger" is
// denied once.
func (x *sentence) denied(i, under int) bool {
	if x.deniedBy(i) {
		return true
	}
	for _, k := range x.kids[i] {
		switch x.tokens[k].Deprel {
		case syntax.Nsubj, syntax.Obj:
			if k != under && x.none(k) {
				return true
			}
		case syntax.Case, syntax.Mark:
			if x.word(k) == "without" {
				return true
			}
		case syntax.Det, syntax.Amod:
			if i-k < nounReach && (x.word(k) == "no" || x.scant(k)) {
				return true
			}
		}
	}
	return false
}

func (x *sentence) deniedBy(i int) bool {
	for _, k := range x.kids[i] {
		if rel := x.tokens[k].Deprel; rel != syntax.Advmod && rel != syntax.Dep && rel != syntax.Cc && rel != syntax.Aux && rel != syntax.Det {
			continue
		}
		if i-k > denialReach {
			continue
		}
		if word := x.word(k); x.Is("not", word) && !(word == "not" && k+1 < len(x.tokens) && x.word(k+1) == "only") {
			return true
		}
		if x.word(k) == "longer" && k > 0 && x.word(k-1) == "no" {
			return true
		}
	}
	return false
}

// scant says whether a word tells that there is next to nothing: "little sign", but not "a little help".
func (x *sentence) scant(i int) bool {
	return x.Is("scant", x.word(i)) && (i == 0 || x.word(i-1) != "a" && x.word(i-1) != "the")
}

const ( // further off the parser took two sentences for one
	nounReach   = 8  // words before a noun in which its "no" stands
	denialReach = 16 // and before a predicate in which a word of denial does
)

// none says whether a phrase means nobody or nothing: "no danger", "little sign", "none of its cutters", "nobody".
func (x *sentence) none(i int) bool {
	if x.Is("no", x.word(i)) {
		return true
	}
	for _, k := range x.kids[i] {
		if x.tokens[k].Deprel == syntax.Det && i-k < nounReach && (x.word(k) == "no" || x.word(k) == "neither") || x.scant(k) && i-k < nounReach {
			return true
		}
	}
	return false
}

// mode says how real the words make a predicate.
func (x *sentence) mode(frames []int) Mode {
	out := Fact
	for n, f := range frames {
		lemma := x.lemma(f)
		switch {
		case n > 0 && x.Is("calloff", lemma) && x.nounUnder(f):
			return CalledOff
		case n > 0 && x.Is("putoff", lemma) && x.nounUnder(f):
			return PutOff
		case n > 0 && x.Is("demanding", lemma):
			out = Demanded
		case n > 0 && x.Is("possible", lemma):
			out = Possible
		case n > 0 && x.Is("ahead", lemma) && out == Fact:
			out = Planned
		}
		if own := x.modal(f); own != Fact && (out == Fact || own == Possible) {
			out = own
		}
	}
	first := frames[len(frames)-1]
	if out == Fact {
		out = x.above(first)
	}
	if m := x.framing(first); m != Fact {
		return m
	}
	return out
}

func (x *sentence) nounUnder(i int) bool { return x.tokens[x.target[i]].UPOS == syntax.NOUN }

// modal reads the auxiliaries of a predicate.
func (x *sentence) modal(i int) Mode {
	have, would := false, false
	out := Fact
	for _, k := range x.kids[i] {
		if x.tokens[k].Deprel != syntax.Aux && x.tokens[k].Deprel != syntax.Cop {
			if x.tokens[k].Deprel == syntax.Advmod && x.Is("possible", x.word(k)) {
				out = Possible
			}
			continue
		}
		switch word := x.word(k); {
		case x.Is("may", word):
			out = Possible
		case x.Is("must", word):
			out = Demanded
		case x.Is("will", word):
			out = Planned
		case x.Is("would", word) && x.tokens[k].XPOS == syntax.MD:
			out, would = Planned, true
		case x.tokens[k].Lemma == "have":
			have = true
		case x.tokens[k].Lemma == "be" && x.tokens[k].XPOS != syntax.VBN && x.toBefore(i):
			out = Planned // "are to be exchanged"
		}
	}
	if would && have {
		return Possible // "would have signed": it did not come to it
	}
	return out
}

func (x *sentence) toBefore(i int) bool {
	for _, k := range x.kids[i] {
		if x.tokens[k].XPOS == syntax.TO && x.tokens[k].Deprel == syntax.Mark {
			return true
		}
	}
	return false
}

// above reads what a predicate hangs on: "demanded that it be closed", "a plan to close it", "is to visit".
func (x *sentence) above(i int) Mode {
	h := x.head(i)
	if h < 0 {
		return Fact
	}
	lemma := x.lemma(h)
	switch x.tokens[i].Deprel {
	case syntax.Ccomp, syntax.Xcomp, syntax.Advcl:
		switch {
		case x.Is("demanding", lemma) && (x.toBefore(i) || x.tokens[i].XPOS == syntax.VB || x.bareAux(i)):
			return Demanded
		case x.toBefore(i) && lemma == "be":
			return Planned
		case x.toBefore(i) && x.Is("ahead", lemma):
			return Planned
		case x.toBefore(i) && x.tokens[i].Deprel == syntax.Advcl:
			return Planned // for a purpose
		}
	case syntax.Acl:
		if x.toBefore(i) {
			return Planned
		}
	case syntax.Obj, syntax.Nsubj, syntax.Obl, syntax.Nmod:
		switch {
		case x.Is("demanding", lemma) && x.tokens[i].Deprel != syntax.Nsubj, x.Is("demanding", lemma+"_"+x.preposition(i)):
			return Demanded
		case (lemma == "summon" || lemma == "invite") && x.preposition(i) == "to":
			return Planned
		}
	case syntax.Conj:
		if x.child(i, syntax.Aux) < 0 && x.child(i, syntax.Nsubj) < 0 && x.tokens[h].UPOS == x.tokens[i].UPOS {
			return x.modal(h)
		}
	}
	return Fact
}

func (x *sentence) bareAux(i int) bool {
	for _, k := range x.kids[i] {
		if x.tokens[k].Deprel == syntax.Aux && x.tokens[k].XPOS == syntax.VB && x.word(k) == "be" {
			return x.modal(i) == Fact
		}
	}
	return false
}

// framing finds the condition under which a predicate stands or which it is, and the question that it is asked in.
func (x *sentence) framing(i int) Mode {
	for _, k := range x.kids[i] {
		switch x.tokens[k].Deprel {
		case syntax.Advcl:
			if m := x.child(k, syntax.Mark); m >= 0 && x.Is("conditional", x.word(m)) {
				return Conditional
			}
		case syntax.Mark, syntax.Advmod:
			word := x.word(k)
			if word == "whether" || word == "if" && x.tokens[i].Deprel == syntax.Ccomp {
				return Asked
			}
			if x.Is("conditional", word) && k < i {
				return Conditional
			}
		case syntax.Aux:
			if k == 0 || x.tokens[k-1].UPOS == syntax.PUNCT {
				if s := x.child(i, syntax.Nsubj); s > k && x.asks() {
					return Asked
				}
			}
		}
	}
	return Fact
}

// asks says whether the sentence holds a question mark.
func (x *sentence) asks() bool {
	for n := len(x.tokens) - 1; n >= 0; n-- {
		if x.t.At(x.tokens[n].Span) == "?" {
			return true
		}
	}
	return false
}
