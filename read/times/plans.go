package times

import "github.com/hearsay-news/hearsay/read/syntax"

// describes says whether a date stands within a noun phrase and describes its noun: "the Oct. 7 raid", "a scheduled Sunday interview".
func (f *finder) describes(at, last int) bool {
	if last+1 >= len(f.tokens) || at < 1 {
		return false
	}
	switch next := &f.tokens[last+1]; next.UPOS {
	case syntax.NOUN, syntax.ADJ, syntax.PROPN:
	default:
		return false
	}
	switch before := &f.tokens[at-1]; before.UPOS {
	case syntax.DET, syntax.ADJ, syntax.VERB:
		return true
	default:
		return before.XPOS == syntax.POS || before.XPOS == syntax.PRPS
	}
}

// sinceThen says whether a preposition of what has been stands before the noun phrase that a date describes.
func (f *finder) sinceThen(at int) bool {
	for i := at - 1; i >= 0 && i >= at-6; i-- {
		if f.lang.tense.sinceThen[f.word(i)] {
			return true
		}
		if isVerb(&f.tokens[i]) {
			return false
		}
	}
	return false
}

// planned is a day that may be a plan's, at the tokens [at, last].
type planned struct {
	at, last  int
	c         candidate
	possessed bool // "Saturday's parade"
}

// planRule tells the side of a plan's day by what is said of the plan: that it is called off or put off, or that somebody is called to it.
type planRule struct {
	name  string // words that it reads
	tense func(f *finder, p planned) (t tense, decided bool)
}

// planRules are asked in their order; the first that decides ends the search, with noTense where nothing is said of a plan.
var planRules = []planRule{
	{"the concert due on Sunday was scrapped", func(f *finder, p planned) (tense, bool) {
		return noTense, p.at >= 2 && (f.plan(p.at-1) || f.plan(p.at-2)) // is due
	}},
	{"the parade on Saturday has been cancelled", (*finder).offBehind},
	{"a strike was called for Thursday", func(f *finder, p planned) (tense, bool) {
		return future, f.word(p.at-1) == "for" && !p.possessed && f.calledFor(p.at)
	}},
	{"expectations for his meeting with the mayor on Monday", func(f *finder, p planned) (tense, bool) { return present, f.awaited(p.at) }},
	{"called off Saturday's parade, was summoned to a hearing on Friday", (*finder).offBefore},
}

// plans reads what is said of a plan whose day the tokens [at, last] are.
func (f *finder) plans(at, last int, c candidate) tense {
	p := planned{at, last, c, f.possessed(c.to)}
	for _, r := range planRules {
		if t, decided := r.tense(f, p); decided {
			return t
		}
	}
	return noTense
}

// offBehind finds a verb behind a plan that calls it off or puts it off: "Friday's session was put off".
func (f *finder) offBehind(p planned) (tense, bool) {
	i := p.last + 1
	for p.possessed && i < len(f.tokens) && i <= p.last+5 && !isVerb(&f.tokens[i]) && f.tokens[i].UPOS != syntax.PUNCT && f.tokens[i].UPOS != syntax.ADP {
		i++
	}
	for ; i < len(f.tokens) && i <= p.last+10 && isVerb(&f.tokens[i]); i++ {
		if f.off(i) {
			return f.offTense(i), true
		}
	}
	return noTense, false
}

// calledFor says whether somebody is called to, or something is called off, before "for" and a day at token at: "cancelled leave for Saturday".
func (f *finder) calledFor(at int) bool {
	for i := at - 2; i >= 0 && i >= at-7; i-- {
		if f.off(i) || f.lang.tense.summoning[f.word(i)] {
			return true
		}
	}
	return false
}

// offBefore finds the verb before a plan, what is held on its day, that calls it off or calls somebody to it.
func (f *finder) offBefore(p planned) (tense, bool) {
	held := f.fixture(p.c.to+2) && p.possessed || p.at >= 2 && f.tokens[p.at-1].XPOS == syntax.IN && f.lang.tense.fixture[f.word(p.at-2)]
	if !held && !p.possessed {
		return noTense, false
	}
	for i := p.at - 1; i >= 0 && i >= p.at-12; i-- {
		switch {
		case f.off(i):
			return f.offTense(i), true
		case !held, !isVerb(&f.tokens[i]):
		case f.lang.tense.summoning[f.word(i)] && !p.possessed:
			return future, true
		default:
			return noTense, true
		}
	}
	return noTense, false
}

// awaited says whether what is held on the day at token at stands behind "for", "before" or "ahead of": the nearer day is meant.
func (f *finder) awaited(at int) bool {
	i := at - 2
	for ; i >= 0 && i >= at-9 && !f.lang.tense.fixture[f.word(i)]; i-- {
		if isVerb(&f.tokens[i]) || f.tokens[i].UPOS == syntax.PUNCT {
			return false
		}
	}
	for i--; i >= 0 && i >= at-13; i-- {
		switch f.word(i) {
		case "for", "before":
			return true
		case "of":
			return f.word(i-1) == "ahead"
		}
		if t := &f.tokens[i]; t.UPOS != syntax.ADJ && t.UPOS != syntax.NOUN && t.UPOS != syntax.DET && t.XPOS != syntax.PRPS {
			return false
		}
	}
	return false
}

// off says whether the verb at token i calls off or puts off.
func (f *finder) off(i int) bool {
	w := f.word(i)
	return f.lang.tense.calledoff[w] || f.lang.tense.calling[w] && (f.word(i+1) == "off" || f.word(i+1) == "back")
}

// offTense tells the side of a plan that the verb at token i calls off: to come where it has been called off, the nearer one where it was.
func (f *finder) offTense(i int) tense {
	for j := i - 1; j >= 0 && j >= i-4 && (isVerb(&f.tokens[j]) || f.tokens[j].XPOS == syntax.RB); j-- {
		if w := f.word(j); w == "has" || w == "have" || w == "is" || w == "are" || w == "will" {
			return future
		}
	}
	return present
}

// possessed says whether the expression is a possessor: "Wednesday's ruling", "Wednesday 's ruling" of text cut into words.
func (f *finder) possessed(to int) bool {
	if to+1 >= len(f.scan.Atoms) || f.lower(to+1) != "s" || !f.scan.Atoms[to+1].Glued {
		return false
	}
	w := f.lower(to)
	return f.scan.Atoms[to].Glued || w == "'" || w == "’"
}

// fixture says whether the noun phrase at an atom is something that is held on its day: "Monday's long-planned talks", and no ruling or attack.
func (f *finder) fixture(atom int) bool {
	for i := atom; i < atom+4 && i < len(f.scan.Atoms); i++ {
		if f.lang.tense.fixture[f.lower(i)] {
			return true
		}
		if t := f.token(i); t < 0 || f.tokens[t].UPOS == syntax.AUX || f.tokens[t].UPOS == syntax.ADP || f.tokens[t].XPOS == syntax.VBD {
			return false
		}
	}
	return false
}

// besides says whether nothing but a preposition stands between tokens i and at.
func (f *finder) besides(i, at int) bool {
	return at == i+1 || at == i+2 && f.tokens[i+1].XPOS == syntax.IN
}
