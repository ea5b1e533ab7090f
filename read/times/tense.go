package times

import (
	"strings"

	"github.com/hearsay-news/hearsay/lang"
	"github.com/hearsay-news/hearsay/read/syntax"
)

// tense of the clause an expression stands in.
type tense uint8

const (
	noTense tense = iota
	past
	present
	future
)

// tenseWords are the lists of lang/en/times/tense.txt.
type tenseWords struct {
	planned, planning, intending, intention, timetable, fixed, fixture, modal, delayed, speaking, will, was, kin, nobody, moved, calledoff, calling, summoning, sinceThen, generic map[string]bool
}

func readTenseWords(table string) tenseWords {
	lists := map[string]map[string]bool{}
	for row := range lang.Rows(table) {
		name, words, _ := strings.Cut(row, ":")
		lists[name] = map[string]bool{}
		for _, w := range strings.Fields(words) {
			lists[name][w] = true
		}
	}
	return tenseWords{lists["planned"], lists["planning"], lists["intending"], lists["intention"], lists["timetable"], lists["fixed"], lists["fixture"],
		lists["modal"], lists["delayed"], lists["speaking"], lists["will"], lists["was"], lists["kin"], lists["nobody"],
		lists["moved"], lists["calledoff"], lists["calling"], lists["summoning"], lists["since-then"], lists["generic"]}
}

// side says on which side of the anchor a bare name lies: what has been told in the past tense lies before, what will be lies after.
func (f *finder) side(p *Pending, c candidate) Side {
	t := f.tense(c)
	switch p.Op {
	case Weekday, Weekend:
		switch {
		case t == future, t == present && f.headline:
			return After
		case t == present && f.possessed(c.to) && !f.fixture(c.to+2):
			return Before // "a premium over Thursday's price"
		case t == present:
			return Near
		case t == noTense:
			return NearPast
		}
		return Before
	case QuarterOf, Half:
		if t == future {
			return NearFuture
		}
		return Before
	}
	if (p.Op == MonthName || p.Op == Season) && (f.lower(c.from-1) == "by" && (t == present || t == future) || f.aheadOf(c.from) && f.lower(c.from-1) != "to") {
		return After // "is on track to be approved by June", "was delayed until January"
	}
	// A date or month close by is meant more often than the tense of a verb near it tells: the tense only weighs.
	switch t {
	case future:
		return NearFuture
	case past:
		if f.adjacent(c) || c.from == 1 && f.lower(0) == "in" {
			return Before // "In February, the college was awarded"
		}
		return NearPast
	case present:
		if f.headline {
			return NearFuture
		}
	}
	return Near
}

// adjacent says whether nothing but a preposition stands between an expression and the verb before it: "was sold in June".
func (f *finder) adjacent(c candidate) bool {
	at := f.token(c.from)
	if at < 2 || !f.tagged() {
		return false
	}
	if w := f.word(at - 1); w != "in" && w != "on" {
		return false
	}
	x := f.tokens[at-2].XPOS
	return (x == syntax.VBD || x == syntax.VBN) && f.verbTense(at-2) == past
}

// reach is how many words away a verb may govern an expression: it bounds the work on endless sentences.
const reach = 80

// tense finds the verb that governs an expression: the nearest verb group before it in its clause, else the nearest after it.
func (f *finder) tense(c candidate) tense {
	if len(f.tokens) == 0 || !f.tagged() {
		return f.tenseByWords(c)
	}
	at := f.token(c.from)
	last := f.token(c.to - 1)
	if at < 0 {
		return noTense
	}
	if f.aheadOf(c.from) {
		return future
	}
	if f.describes(at, last) {
		switch {
		case f.plan(at - 1):
			return present // "a scheduled Sunday interview"
		case f.sinceThen(at) && !f.fixture(c.to):
			return past // "following the group's Oct. 7 raid"
		}
	}
	if t := f.plans(at, last, c); t != noTense {
		return t
	}
	if w := f.word(at - 1); w == "that" && last+1 < len(f.tokens) && f.tokens[last+1].XPOS == syntax.VBD {
		return past // "the tiles that Friday burned"
	}
	commas := 0
	for i := at - 1; i >= 0 && i >= at-reach; i-- {
		t := &f.tokens[i]
		word := f.text[t.Start:t.End]
		if word == ";" {
			break
		}
		if word == "," {
			commas++
		}
		if commas == 0 && at-i <= 6 && f.plan(i) && (i == 0 || !isVerb(&f.tokens[i-1]) || f.tokens[i-1].XPOS != syntax.VBD) {
			return f.planTense(i)
		}
		if !isVerb(t) {
			if t.XPOS == syntax.NNS && at-i <= 8 && commas == 0 && f.lang.tense.fixed[word] {
				return future // "a show that airs at 8 p.m. Wednesday" where the tag misses the verb
			}
			continue
		}
		v := f.verbTense(i)
		switch {
		case v == past && t.XPOS == syntax.VBN && f.word(at-1) == "by" && (i == 0 || !isVerb(&f.tokens[i-1])):
			continue // "is on track to see it approved by June": what is finite decides
		case v == noTense && commas == 0 && f.besides(i, at) && f.lang.tense.speaking[t.Lemma] && t.XPOS == syntax.VBG:
			return past // ", saying Friday that it will": has been said
		case v == noTense && t.XPOS == syntax.VBG && commas == 0 && f.word(i-1) == "before":
			return present // "before meeting with miners on Wednesday"
		case v == noTense && t.XPOS == syntax.VB && f.word(i-1) == "to" && f.possessed(c.to) && f.fixture(c.to+2):
			return present // "called on him to leave Wednesday's talks"
		case v == noTense:
			continue
		case v == future && f.possessed(c.to):
			if f.fixture(c.to + 2) {
				return present // "to pull out of Monday's meeting"
			}
			return past // "would get around Wednesday's ruling": what is named has been
		case v == present && commas == 0 && f.timetable(i, at) && !f.possessed(c.to):
			return future
		}
		return v
	}
	for i := last + 1; i < len(f.tokens) && i <= last+reach; i++ {
		t := &f.tokens[i]
		if f.text[t.Start:t.End] == ";" {
			break
		}
		if isVerb(t) {
			if v := f.verbTense(i); v == present && (i == last+1 && t.Lemma == "be" || f.lang.tense.timetable[t.Lemma] && !f.possessed(c.to)) {
				return future // "Tuesday is a holiday", "on Monday, when the two meet"
			} else if v != noTense {
				return v
			}
		}
	}
	return noTense
}

// timetable says whether the verb at token i tells of what is fixed for the time at a later token: "they meet Friday", "the match is at 16:00 GMT
// Sunday".
func (f *finder) timetable(i, at int) bool {
	lemma := f.tokens[i].Lemma
	return f.lang.tense.timetable[lemma] || lemma == "be" && (at == i+1 || at == i+2 && f.tokens[i+1].XPOS == syntax.IN)
}

// aheadOf reads "ahead of", "as soon as", "as early as", and "until", "through" and "to" after a word of delay.
func (f *finder) aheadOf(atom int) bool {
	switch f.lower(atom - 1) {
	case "of":
		return f.lower(atom-2) == "ahead" || f.lower(atom-2) == "eve"
	case "as":
		w := f.lower(atom - 2)
		return w == "soon" || w == "early" || w == "late"
	case "until", "till", "through", "to":
		for i := atom - 2; i >= 0 && i > atom-16; i-- {
			w := f.lower(i)
			if w == "from" {
				return f.moved(i) // but: "has fallen from March to May"
			}
			if f.lang.tense.delayed[w] {
				return true
			}
		}
	case "from":
		return f.moved(atom - 1)
	}
	return false
}

// moved says whether the range whose "from" stands at an atom is that of a day that was put off: "pushed back from 3 November to 1 December", "moved the vote
// from May to June".
func (f *finder) moved(from int) bool {
	for i := from - 1; i >= 0 && i >= from-8; i-- {
		if f.lang.tense.moved[f.lower(i)] {
			return true
		}
	}
	return false
}

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

// plans reads what is said of a plan whose day the tokens [at, last] are: that it is called off or put off, or that somebody is called to it.
//
//	the parade on Saturday has been cancelled, has called off Saturday's parade, was summoned to a hearing on Friday
func (f *finder) plans(at, last int, c candidate) tense {
	if at >= 2 && (f.plan(at-1) || f.plan(at-2)) {
		return noTense // "the concert due on Sunday was scrapped": is due
	}
	for i := last + 1; i < len(f.tokens) && i <= last+6 && isVerb(&f.tokens[i]); i++ {
		if f.off(i) {
			return f.offTense(i)
		}
	}
	if f.word(at-1) == "for" && !f.possessed(c.to) {
		for i := at - 2; i >= 0 && i >= at-7; i-- {
			if f.off(i) || f.lang.tense.summoning[f.word(i)] {
				return future // "a strike was called for Thursday", "cancelled leave for Saturday"
			}
		}
	}
	if f.awaited(at) {
		return present // "expectations for his meeting with the mayor on Monday"
	}
	held := f.fixture(c.to+2) && f.possessed(c.to) || at >= 2 && f.tokens[at-1].XPOS == syntax.IN && f.lang.tense.fixture[f.word(at-2)]
	if !held {
		return noTense
	}
	for i := at - 1; i >= 0 && i >= at-12; i-- {
		switch {
		case f.off(i):
			return f.offTense(i)
		case !isVerb(&f.tokens[i]):
		case f.lang.tense.summoning[f.word(i)] && !f.possessed(c.to):
			return future
		default:
			return noTense
		}
	}
	return noTense
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

// possessed says whether the expression is a possessor: "Wednesday's ruling".
func (f *finder) possessed(to int) bool {
	return to+1 < len(f.scan.Atoms) && f.scan.Atoms[to].Glued && f.lower(to+1) == "s" && f.scan.Atoms[to+1].Glued
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

func (f *finder) tagged() bool {
	return f.tokens[0].XPOS != syntax.NoXPOS || f.tokens[len(f.tokens)-1].XPOS != syntax.NoXPOS
}

func isVerb(t *syntax.Token) bool {
	switch t.XPOS {
	case syntax.MD, syntax.VB, syntax.VBD, syntax.VBG, syntax.VBN, syntax.VBP, syntax.VBZ:
		return true
	}
	return false
}

// word returns the words of token i in lower case, "" outside.
func (f *finder) word(i int) string {
	if i < 0 || i >= len(f.tokens) {
		return ""
	}
	return strings.ToLower(f.text[f.tokens[i].Start:f.tokens[i].End])
}

// verbTense reads the verb group that holds token i.
func (f *finder) verbTense(i int) tense {
	words := &f.lang.tense
	switch f.tokens[i].XPOS {
	case syntax.VBD:
		if w := f.word(i); (w == "was" || w == "were") && (words.planned[f.word(i+1)] || f.word(i+1) == "to") {
			return future
		}
		if words.planning[f.word(i)] {
			return future
		}
		return past
	case syntax.VBZ, syntax.VBP:
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
	case syntax.MD:
		w := f.word(i)
		if w == "could" { // "could not be reached Friday" has happened, "could leave Friday" has not
			for j := i - 8; j <= i+1; j++ {
				switch f.word(j) {
				case "not", "n't", "neither", "nor", "never":
					return past
				}
			}
		}
		if words.modal[w] {
			return future
		}
		return present
	}
	if words.planning[f.word(i)] && f.tokens[i].XPOS == syntax.VBG {
		return future
	}
	// A participle or infinitive: the auxiliary before it decides.
	for j := i - 1; j >= 0 && j >= i-4; j-- {
		t := &f.tokens[j]
		switch t.XPOS {
		case syntax.MD, syntax.VBD, syntax.VBZ, syntax.VBP:
			return f.verbTense(j)
		case syntax.TO:
			if words.planned[f.word(j-1)] {
				return f.planTense(j - 1)
			}
			if f.word(j+1) == "be" && f.tokens[i].XPOS == syntax.VBN {
				return future // "an event to be held on October 12"
			}
			if f.word(j-1) == "" {
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

// tenseByWords is the fall-back without tags: word forms alone.
func (f *finder) tenseByWords(c candidate) tense {
	words := &f.lang.tense
	read := func(i int) tense {
		w := f.lower(i)
		switch {
		case words.will[w] || words.planned[w] && w != "set":
			return future
		case w == "to" && (f.lower(i-1) == "is" || f.lower(i-1) == "are" || f.lower(i-1) == "going"):
			return future
		case words.was[w] || len(w) > 4 && strings.HasSuffix(w, "ed"):
			return past
		}
		return noTense
	}
	for i := c.from - 1; i >= 0 && i >= c.from-reach; i-- {
		if v := read(i); v != noTense {
			return v
		}
	}
	for i := c.to; i < len(f.scan.Atoms) && i < c.to+reach; i++ {
		if v := read(i); v != noTense {
			return v
		}
	}
	return noTense
}
