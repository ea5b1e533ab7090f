package amounts

import (
	"github.com/hearsay-news/hearsay/read/syntax"
	"github.com/hearsay-news/hearsay/text"
)

// themeReach is how many words before a figure are looked through for what it is about.
const themeReach = 16

// themed gives a bare number the unit of what it is about, of what moved or of "the number of …", and a share or a sum the place of what moved.
func (f *finder) themed(a *Amount, c candidate) {
	about, unit, number := f.theme(a, c)
	if a.Unit != "" {
		a.Of = about // "exports rose 9 percent"
		return
	}
	if n := len(f.kept) - 1; n >= 0 && (number && unit == "" || f.lower(f.lead(a, c)) == "of" && f.is(f.lead(a, c)-1, f.lang.number)) {
		if k := &f.found[f.kept[n].found]; k.Kind.Counts() && k.Unit != "" { // "12 deaths, bringing the total to 56"
			a.Of, a.Unit, a.Kind = k.Of, k.Unit, k.Kind
			return
		}
	}
	if i := f.token(f.lead(a, c)); i > 0 && f.word(i) == "of" && f.is(f.atom(i-1), f.lang.collective) { // "a crowd of 5,000"
		about, unit, number = f.tokens[i-1].Span, "people", true
	} else if i > 0 && f.word(i) == "of" && f.is(f.atom(i-1), f.lang.tally) { // "a majority of 17,713"
		a.Of = f.nounsBefore(i)
		return
	}
	if a.Change != nil || number {
		a.Of, a.Unit = about, unit
	}
}

// theme finds what a figure is about in the words before it: the object of the movement ("reduce troop numbers from 5,300 to 2,500") or its
// subject ("attacks in Sel fell from 30 to 20"). Unit is what is counted: a word like "number" or "level" stands for what it goes with, and
// number says that there is one. A singular noun that is no such word names no unit ("horsepower rose to 240").
func (f *finder) theme(a *Amount, c candidate) (about text.Span, unit string, number bool) {
	lead := f.token(f.lead(a, c))
	if lead < 0 {
		return
	}
	verb := lead
	for verb >= 0 && verb > lead-themeReach && (!f.verbal(verb) || f.attributive(verb)) {
		if f.tokens[verb].UPOS == syntax.PUNCT {
			return
		}
		verb--
	}
	if verb < 0 || verb == lead-themeReach {
		return
	}
	object := verb + 1
	if n := len(f.kept) - 1; n >= 0 && f.found[f.kept[n].found].Start > f.tokens[verb].Start {
		object = lead // a figure stands between: "rose 9 percent to 84"
	}
	if object < lead {
		if about, unit, number = f.topic(object, lead+1); number || !about.Empty() {
			return
		}
	}
	return f.subject(verb)
}

// attributive says whether a participle describes the noun behind it: "the number of deployed warheads".
func (f *finder) attributive(i int) bool {
	if x := f.tokens[i].XPOS; x != syntax.VBN && x != syntax.VBG || i < 1 || i+1 >= len(f.tokens) {
		return false
	}
	switch f.tokens[i+1].UPOS {
	case syntax.NOUN, syntax.ADJ, syntax.PROPN:
	default:
		return false
	}
	before := &f.tokens[i-1]
	return before.UPOS == syntax.DET || before.UPOS == syntax.ADJ || before.UPOS == syntax.NUM || before.XPOS == syntax.PRPS || before.UPOS == syntax.ADP && f.word(i-1) == "of"
}

// subject is the topic of the noun phrase before a verb.
func (f *finder) subject(verb int) (about text.Span, unit string, number bool) {
	end := verb
	for end > max(0, verb-themeReach) && f.verbGroup(end-1) {
		end--
	}
	from := end
	for from > 0 && from > end-themeReach && (!f.opens(from-1) || f.attributive(from-1)) {
		from--
	}
	if from == end {
		if about, unit, number = f.numberBefore(end - 1); number { // "the number of patients, up 1,604"
			return about, unit, number
		}
	}
	if from == end && end > 0 && (f.tokens[end-1].UPOS == syntax.CCONJ || f.word(end-1) == ",") { // "shares, a staple of funds, have lost half and are down 24 percent"
		if about = f.firstSubject(); !about.Empty() {
			return about, "", false
		}
	}
	return f.topic(from, end)
}

// numberBefore is the topic of "the number of …" that ends before a mark at token i.
func (f *finder) numberBefore(i int) (about text.Span, unit string, number bool) {
	if i < 1 || f.tokens[i].UPOS != syntax.PUNCT {
		return
	}
	for j := i - 1; j >= 0 && j > i-themeReach; j-- {
		if f.tokens[j].UPOS == syntax.PUNCT || f.tokens[j].UPOS == syntax.VERB && !f.attributive(j) && f.tokens[j].XPOS != syntax.VBN {
			return
		}
		if f.is(f.atom(j), f.lang.number) && f.word(j+1) == "of" {
			return f.topic(j, i)
		}
	}
	return
}

// verbGroup says whether a token is of the words that a verb group is made of.
func (f *finder) verbGroup(i int) bool {
	switch f.tokens[i].UPOS {
	case syntax.VERB, syntax.AUX, syntax.ADV, syntax.PART:
		return true
	}
	return false
}

// verbal says whether a token is a verb, or "up" and "down" without one.
func (f *finder) verbal(i int) bool {
	if f.tokens[i].UPOS == syntax.VERB || f.tokens[i].UPOS == syntax.AUX {
		return true
	}
	return f.tokens[i].UPOS == syntax.ADV && (f.word(i) == "up" || f.word(i) == "down") && (i == 0 || f.tokens[i-1].UPOS != syntax.VERB)
}

// opens says whether a token stands before the noun phrase that a clause begins with.
func (f *finder) opens(i int) bool {
	switch f.tokens[i].UPOS {
	case syntax.VERB, syntax.AUX, syntax.PUNCT, syntax.SCONJ, syntax.CCONJ:
		return true
	}
	return f.is(f.atom(i), f.lang.opener)
}

// leadsIn says whether a token stands before the words of a noun phrase that name things.
func (f *finder) leadsIn(i int) bool {
	switch f.tokens[i].UPOS {
	case syntax.DET, syntax.ADV, syntax.ADP:
		return true
	}
	return f.tokens[i].XPOS == syntax.PRPS
}

// topic reads the noun phrase that begins in tokens [from, to): its place and what it counts.
func (f *finder) topic(from, to int) (about text.Span, unit string, number bool) {
	for from < to && f.leadsIn(from) && !f.hyphened(from+2) {
		from++
	}
	if from >= to {
		return
	}
	head, start := f.head(from)
	if head < 0 || head >= to {
		return
	}
	about = text.Span{Start: f.tokens[start].Start, End: f.tokens[head].End}
	if f.timed(f.tokens[head].Span) {
		return text.Span{}, "", false // "the six months ended Sept. 30 rose"
	}
	number = f.is(f.atom(head), f.lang.number)
	switch {
	case f.is(f.atom(head), f.lang.collective):
		return about, "people", true
	case !number:
		if f.tokens[head].XPOS == syntax.NNS {
			unit = f.lemma(head)
		}
	case f.word(head+1) == "of" && f.victimsAt(head+2) >= 0: // "the number of dead"
		return f.tokens[f.victimsAt(head+2)].Span, "people", true
	case f.word(head+1) == "of":
		if about = f.phrase(head+2, false); !about.Empty() {
			unit = f.headLemma(head + 2)
		}
	case head > start && (f.tokens[head-1].UPOS == syntax.NOUN || f.tokens[head-1].UPOS == syntax.PROPN):
		unit = f.singular(head - 1)
	case head == start:
		about = text.Span{} // "the number rose": of what, it doesn't say
	}
	return about, unit, number
}

// pointsOf makes points that something moved by points of it: "the mayor's rating stood at 45%, down five points".
func (f *finder) pointsOf(a *Amount, c candidate) {
	about, _, _ := f.theme(a, c)
	if n := len(f.kept) - 1; about.Empty() && n >= 0 {
		about = f.found[f.kept[n].found].Of
	}
	if !about.Empty() {
		a.Of = about
	}
}

// victimsAt is the token that names people by what became of them, past determiners, -1 for none: "the dead".
func (f *finder) victimsAt(i int) int {
	if i = f.determined(i); i < len(f.tokens) && f.is(f.atom(i), f.lang.victim) && !f.nounAfter(i) {
		return i
	}
	return -1
}
