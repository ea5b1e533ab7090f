package times

import (
	"strings"

	"github.com/hearsay-news/hearsay/lang"
	"github.com/hearsay-news/hearsay/read/syntax"
	"github.com/hearsay-news/hearsay/read/times/pattern"
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
	planned, planning, intending, intention, timetable, fixed, fixture, modal, delayed, speaking, will, was, kin, nobody, moved, calledoff, calling, summoning, sinceThen, generic, beside, title, monthly, terror, hours, perceived, special, habit, lawful, business, certain map[string]bool
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
		lists["moved"], lists["calledoff"], lists["calling"], lists["summoning"], lists["since-then"], lists["generic"], lists["beside"],
		lists["title"], lists["monthly"], lists["terror"], lists["hours"], lists["perceived"], lists["special"], lists["habit"], lists["lawful"], lists["business"], lists["certain"]}
}

// side says on which side of the anchor a bare name lies: what has been told in the past tense lies before, what will be lies after.
func (f *finder) side(p *Pending, c candidate) Side {
	t := f.tense(c)
	switch p.Op {
	case Weekday, Weekend:
		return f.weekdaySide(t, c)
	case QuarterOf, Half:
		if t == future {
			return NearFuture
		}
		return Before
	case MonthName, Season:
		by := f.lower(c.from - 1)
		if by == "by" && (t == present || t == future) || by != "to" && f.aheadOf(c.from) {
			return After // "is on track to be approved by June", "was delayed until January"
		}
	}
	return f.nearSide(t, c)
}

// weekdaySide is the side of a weekday or weekend.
func (f *finder) weekdaySide(t tense, c candidate) Side {
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
}

// nearSide is the side of a date or month: one close by is meant more often than the tense of a verb near it tells, so the tense only weighs.
func (f *finder) nearSide(t tense, c candidate) Side {
	switch in := f.lower(c.from-1) == "in"; {
	case in && f.lower(c.from-2) == "back" && (c.from < 4 || f.scan.Atoms[c.from-3].Kind == pattern.Mark):
		return Before // "Back in January, she won", but: "we will be back in January"
	case t == future && f.ofSubject(c):
		return Near // "the ruling in October would end it": the verb tells of the ruling, not of its month
	case t == future, t == present && f.headline:
		return NearFuture
	case t == past && (f.adjacent(c) || c.from == 1 && f.lower(0) == "in"):
		return Before // "In February, the college was awarded"
	case t == past:
		return NearPast
	}
	return Near
}

// ofSubject says whether an expression says which one the noun before it is, and the clause's verb comes after: "the ruling in October would end it".
func (f *finder) ofSubject(c candidate) bool {
	at := f.token(c.from)
	if at < 2 || !f.tagged() || f.word(at-1) != "in" || f.tokens[at-2].UPOS != syntax.NOUN {
		return false
	}
	return f.verbBefore(at, c) == noTense
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

// tense finds the side that the words around an expression tell: a rule of its own for what stands beside it, else the nearest verb group before it in its
// clause, else the nearest after it.
func (f *finder) tense(c candidate) tense {
	if len(f.tokens) == 0 || !f.tagged() {
		return f.tenseByWords(c)
	}
	at := f.token(c.from)
	last := f.token(c.to - 1)
	if at < 0 {
		return noTense
	}
	if t := f.besideIt(at, last, c); t != noTense {
		return t
	}
	if t := f.verbBefore(at, c); t != noTense {
		return t
	}
	return f.verbAfter(last, c)
}

// besideIt reads what stands right beside an expression.
func (f *finder) besideIt(at, last int, c candidate) tense {
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
	if f.word(at-1) == "that" && last+1 < len(f.tokens) && f.tokens[last+1].XPOS == syntax.VBD {
		return past // "the tiles that Friday burned"
	}
	if f.untilThen(at) {
		return future
	}
	if f.insertedDay(at, last, c) {
		return past // "the council, which meets in Sel, on Tuesday repeated its call"
	}
	return noTense
}

// insertedDay says whether a day stands alone between a subject and its verb in the past tense, a comma or a bracket before it: "the council, made up of three bodies, on
// Tuesday repeated its call".
func (f *finder) insertedDay(at, last int, c candidate) bool {
	if f.possessed(c.to) || last+1 >= len(f.tokens) || f.tokens[last+1].XPOS != syntax.VBD || f.verbTense(last+1) != past {
		return false
	}
	before := at - 1
	if f.word(before) == "on" {
		before--
	}
	if before < 1 {
		return false
	}
	w := f.word(before)
	return w == "," || w == ")" || w == "-" || w == "—" || w == "–"
}

// verbBefore reads the nearest verb before an expression that tells a tense, or a word of a plan on the way to it.
func (f *finder) verbBefore(at int, c candidate) tense {
	g := governor{at: at, c: c}
	if f.possessed(c.to) && f.fixture(c.to+2) && f.opens(at) {
		return noTense // "she said Monday's meeting is the first": its own verb stands behind it
	}
	for i := at - 1; i >= 0 && i >= at-reach; i-- {
		t := &f.tokens[i]
		word := f.text[t.Start:t.End]
		if word == ";" || f.lostEnd(i, at) {
			break
		}
		if word == "," {
			g.commas++
		}
		if g.commas == 0 && at-i <= 6 && f.plan(i) && (i == 0 || f.tokens[i-1].XPOS != syntax.VBD) {
			return f.planTense(i)
		}
		if !isVerb(t) {
			if t.XPOS == syntax.NNS && at-i <= 8 && g.commas == 0 && f.lang.tense.fixed[word] {
				return future // "a show that airs at 8 p.m. Wednesday" where the tag misses the verb
			}
			continue
		}
		g.verb, g.tense = i, f.verbTense(i)
		if v := f.governs(&g); v != noTense {
			return v
		}
	}
	return noTense
}

// governor is a verb before an expression.
type governor struct {
	verb, at int // tokens of the verb and of the expression
	tense    tense
	commas   int // between them
	c        candidate
}

// governs is what a verb before an expression tells of it: its tense, but for a few ways of speaking; noTense where a verb before it decides.
func (f *finder) governs(g *governor) tense {
	t := &f.tokens[g.verb]
	before := f.word(g.verb - 1)
	switch {
	case g.tense == past && t.XPOS == syntax.VBN && f.word(g.at-1) == "by" && (g.verb == 0 || !isVerb(&f.tokens[g.verb-1])):
		return noTense // "is on track to see it approved by June": what is finite decides
	case g.tense == noTense && t.XPOS == syntax.VBG && g.commas == 0 && f.lang.tense.speaking[t.Lemma] && f.besides(g.verb, g.at):
		return past // ", saying Friday that it will": has been said
	case g.tense == noTense && t.XPOS == syntax.VBG && g.commas == 0 && before == "before":
		return present // "before meeting with miners on Wednesday"
	case g.tense == noTense && t.XPOS == syntax.VB && before == "to" && f.possessed(g.c.to) && f.fixture(g.c.to+2):
		return present // "called on him to leave Wednesday's talks"
	case g.tense == future && f.possessed(g.c.to):
		if f.fixture(g.c.to + 2) {
			return present // "to pull out of Monday's meeting"
		}
		return past // "would get around Wednesday's ruling": what is named has been
	case g.tense == present && g.commas == 0 && f.timetable(g.verb, g.at) && !f.possessed(g.c.to):
		return future
	case t.XPOS == syntax.VBG && g.commas == 0 && f.arranged(g.verb, g.at):
		return future // "she said she was travelling to Sel on Tuesday"
	}
	return g.tense
}

// untilThen says whether an expression stands in a clause that tells up to when something goes on, in the present: "until the wells that are drilled reach it in August".
func (f *finder) untilThen(at int) bool {
	verb := false
	for k := at - 1; k >= 0 && k >= at-14 && f.tokens[k].UPOS != syntax.PUNCT; k-- {
		switch w := f.word(k); {
		case w == "until" || w == "till":
			return verb
		case f.tokens[k].XPOS == syntax.VBD || f.tokens[k].XPOS == syntax.MD:
			return false
		case f.tokens[k].XPOS == syntax.VBZ || f.tokens[k].XPOS == syntax.VBP || f.tokens[k].XPOS == syntax.PRP && k >= at-2:
			verb = true // an object right before the day proves a verb that the tag may miss
		}
	}
	return false
}

// opens says whether the noun phrase whose possessor stands at token at is the subject of a clause that is told: "said Monday's meeting", "said that
// Monday's talks".
func (f *finder) opens(at int) bool {
	if f.word(at-1) == "that" {
		at--
	}
	return at > 0 && isVerb(&f.tokens[at-1]) && f.lang.tense.speaking[f.tokens[at-1].Lemma]
}

// lostEnd says whether a preposition with a capital stands at token i in the middle of a sentence, as where a full stop was lost: "the work begins In
// her evidence on 19 May".
func (f *finder) lostEnd(i, at int) bool {
	t := &f.tokens[i]
	if f.headline || i+1 >= at || i < 1 || i+1 >= len(f.tokens) || t.XPOS != syntax.IN || !capital(f.text[t.Start:t.End]) {
		return false
	}
	before, next := &f.tokens[i-1], &f.tokens[i+1]
	return before.UPOS != syntax.PUNCT && !capital(f.text[before.Start:before.End]) && !capital(f.text[next.Start:next.End])
}

func capital(word string) bool { return word != "" && word[0] >= 'A' && word[0] <= 'Z' }

// arranged says whether the progressive at token i is in the past because it is told, and tells of what is fixed for the time at a later token: "said
// that they were meeting on Friday". Where a moment of it follows, it has been: "were meeting on Friday when".
func (f *finder) arranged(i, at int) bool {
	if !f.lang.tense.timetable[f.tokens[i].Lemma] {
		return false
	}
	for k := at + 1; k < len(f.tokens) && k <= at+8; k++ {
		if w := f.word(k); w == "when" || w == "as" || w == "while" {
			return false
		}
	}
	was := i - 1
	for was > 0 && (f.tokens[was].XPOS == syntax.RB || f.word(was) == "not") {
		was--
	}
	if w := f.word(was); w != "was" && w != "were" {
		return false
	}
	for k := was - 1; k >= 0 && k >= was-10; k-- {
		if isVerb(&f.tokens[k]) {
			return f.lang.tense.speaking[f.tokens[k].Lemma]
		}
		if w := f.word(k); w == "," || w == "when" || w == "where" || w == "who" || w == "which" {
			return false
		}
	}
	return false
}

// verbAfter reads the nearest verb after an expression that tells a tense.
func (f *finder) verbAfter(last int, c candidate) tense {
	for i := last + 1; i < len(f.tokens) && i <= last+reach; i++ {
		t := &f.tokens[i]
		if f.text[t.Start:t.End] == ";" {
			break
		}
		if !isVerb(t) {
			continue
		}
		if v := f.verbTense(i); v == present && (i == last+1 && t.Lemma == "be" || f.lang.tense.timetable[t.Lemma] && !f.possessed(c.to)) {
			return future // "Tuesday is a holiday", "on Monday, when the two meet"
		} else if v != noTense {
			return v
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

// aheadOf reads "ahead of", "in advance of", "as soon as", "as early as", and "until", "through" and "to" after a word of delay.
func (f *finder) aheadOf(atom int) bool {
	switch f.lower(atom - 1) {
	case "of":
		w := f.lower(atom - 2)
		return w == "ahead" || w == "eve" || (w == "advance" || w == "preparation") && f.lower(atom-3) == "in"
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
