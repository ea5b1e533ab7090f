package times

import "github.com/hearsay-news/hearsay/read/syntax"

// verbTense reads the verb group that holds token i.
func (f *finder) verbTense(i int) tense {
	words := &f.lang.tense
	switch f.tokens[i].XPOS {
	case syntax.VBD:
		if w := f.word(i); (w == "was" || w == "were") && (words.planned[f.word(i+1)] || f.word(i+1) == "to") || words.planning[w] {
			return future
		}
		return past
	case syntax.VBZ, syntax.VBP:
		return f.presentTense(i)
	case syntax.MD:
		return f.modalTense(i)
	}
	if words.planning[f.word(i)] && f.tokens[i].XPOS == syntax.VBG {
		return future
	}
	return f.auxiliaryTense(i)
}

// presentTense reads a form of the present: of be and have the verb after it decides.
func (f *finder) presentTense(i int) tense {
	words := &f.lang.tense
	switch f.word(i) {
	case "has", "have", "'ve":
		switch main := f.perfect(i); {
		case main < 0:
			return present // "they have an election coming up"
		case words.planning[f.word(main)]:
			return future // "has scheduled a hearing for 12 November"
		}
		return past
	case "is", "are", "'re", "'m", "am":
		for j := i + 1; j < len(f.tokens) && j < i+4; j++ {
			if w := f.word(j); words.planned[w] || w == "going" || w == "to" && j == i+1 {
				return future
			}
		}
	}
	return present
}

func (f *finder) modalTense(i int) tense {
	w := f.word(i)
	if w == "could" { // "could not be reached Friday" has happened, "could leave Friday" has not
		for j := i - 8; j <= i+1; j++ {
			switch f.word(j) {
			case "not", "n't", "neither", "nor", "never":
				return past
			}
		}
		if f.word(i+1) == "be" && f.lang.tense.perceived[f.word(i+2)] {
			return past // "the smoke could be seen in Sel on Friday"
		}
	}
	if f.lang.tense.modal[w] {
		if !f.lang.tense.certain[w] && f.hasBeen(i) {
			return past // "thousands may have died in Tuesday's quake"
		}
		return future
	}
	return present
}

// hasBeen says whether "have" and a participle follow the auxiliary at token i: what may or must have been is told of what lies behind.
func (f *finder) hasBeen(i int) bool {
	for j := i + 1; j < len(f.tokens) && j <= i+3; j++ {
		switch {
		case f.word(j) == "have" || f.word(j) == "'ve":
			return f.perfect(j) > 0
		case f.tokens[j].XPOS != syntax.RB:
			return false
		}
	}
	return false
}

// auxiliaryTense reads a participle or infinitive: the auxiliary before it decides.
func (f *finder) auxiliaryTense(i int) tense {
	for j := i - 1; j >= 0 && j >= i-4; j-- {
		switch f.tokens[j].XPOS {
		case syntax.MD, syntax.VBD, syntax.VBZ, syntax.VBP:
			return f.verbTense(j)
		case syntax.TO:
			switch {
			case f.lang.tense.planned[f.word(j-1)]:
				return f.planTense(j - 1)
			case f.word(j+1) == "be" && f.tokens[i].XPOS == syntax.VBN:
				return future // "an event to be held on October 12"
			case f.word(j-1) == "":
				return noTense
			}
			return f.infinitive(j)
		case syntax.RB, syntax.VBN, syntax.VBG, syntax.VB:
			continue
		}
		break
	}
	if f.tokens[i].XPOS == syntax.VBN {
		return past
	}
	return noTense
}

// perfect returns the participle of a form of have at token i, "have long been planned", "have you seen"; -1 where it has none.
func (f *finder) perfect(i int) int {
	main := -1
	for j := i + 1; j < len(f.tokens) && j <= i+4; j++ {
		switch f.tokens[j].XPOS {
		case syntax.VBN, syntax.VBD:
			main = j
		case syntax.RB, syntax.PRP, syntax.RBR:
		default:
			return main
		}
	}
	return main
}

// plan says whether token i tells of a plan for what is beside it: "due", "set to", but no record "set on June 6" and nothing done "as planned".
func (f *finder) plan(i int) bool {
	w := f.text[f.tokens[i].Start:f.tokens[i].End]
	if !f.lang.tense.planned[w] {
		return false
	}
	switch before, next := f.word(i-1), f.word(i+1); {
	case w == "set":
		return next == "to" || next == "for"
	case w == "coming":
		return next == "up"
	case before == "as", before == "previously":
		return false
	}
	return true
}

// planTense is the tense of the plan at token i: what is due is to come, and what "had been due" has come to nothing.
func (f *finder) planTense(i int) tense {
	if f.word(i-1) == "been" && f.word(i-2) == "had" {
		return past
	}
	return future
}

// infinitive reads "to VERB" through the verb it hangs on: "plans to", "is to", "decided to", or the noun, "an agreement to".
func (f *finder) infinitive(to int) tense {
	if f.lang.tense.intention[f.word(to-1)] {
		return future
	}
	for j := to - 1; j >= 0 && j >= to-3; j-- {
		if !isVerb(&f.tokens[j]) {
			continue
		}
		if f.lang.tense.intending[f.word(j)] {
			return future
		}
		return noTense
	}
	return noTense
}
