package clauses

import "github.com/hearsay-news/hearsay/read/syntax"

// repaired returns the words with two slips of the parser mended: a verb read as an auxiliary of its object ("the schools had mould") and one
// read as its object's adjective ("the jars contained syrup"). The parse itself is left alone.
func repaired(tokens []syntax.Token) []syntax.Token {
	copied := false
	for i := range tokens {
		verb := -1
		switch {
		case owner(tokens, i):
			verb = i
		case told(tokens, i):
			verb = i
		}
		if verb < 0 {
			continue
		}
		if !copied {
			tokens, copied = append([]syntax.Token(nil), tokens...), true
		}
		lift(tokens, verb)
	}
	return tokens
}

// owner says whether a form of have stands before the noun it was hung on, with no participle between: the noun is what somebody has.
func owner(tokens []syntax.Token, i int) bool {
	h := tokens[i].Head - 1
	if tokens[i].Deprel != syntax.Aux || tokens[i].Lemma != "have" || h <= i || tokens[h].UPOS != syntax.NOUN {
		return false
	}
	for k := i + 1; k < h; k++ {
		if tokens[k].UPOS == syntax.VERB || tokens[k].UPOS == syntax.AUX {
			return false
		}
	}
	return true
}

// told says whether a past tense between a subject and a noun was read as the noun's adjective.
func told(tokens []syntax.Token, i int) bool {
	h := tokens[i].Head - 1
	if tokens[i].Deprel != syntax.Amod || tokens[i].UPOS != syntax.VERB || tokens[i].XPOS != syntax.VBN && tokens[i].XPOS != syntax.VBD || h <= i || i == 0 {
		return false
	}
	for k := i - 1; k >= 0; k-- {
		if tokens[k].Head == h+1 && tokens[k].Deprel == syntax.Nsubj {
			return true
		}
		if tokens[k].Head == h+1 && (tokens[k].Deprel == syntax.Det || tokens[k].Deprel == syntax.Cop) {
			return false
		}
	}
	return false
}

// lift puts a verb in the place of the noun it hung on, with the subject and all else that tells of the deed; the noun becomes its object.
func lift(tokens []syntax.Token, verb int) {
	noun := tokens[verb].Head - 1
	tokens[verb].Head, tokens[verb].Deprel, tokens[verb].UPOS = tokens[noun].Head, tokens[noun].Deprel, syntax.VERB
	tokens[noun].Head, tokens[noun].Deprel = verb+1, syntax.Obj
	for k := range tokens {
		if k == verb || tokens[k].Head != noun+1 {
			continue
		}
		switch tokens[k].Deprel {
		case syntax.Nsubj, syntax.Aux, syntax.Advmod, syntax.Advcl, syntax.Obl, syntax.Mark, syntax.Cc, syntax.Parataxis, syntax.PunctRel, syntax.Ccomp:
			if k < noun || tokens[k].Deprel != syntax.Advmod {
				tokens[k].Head = verb + 1
			}
		}
	}
}
