package amounts

import (
	"github.com/hearsay-news/hearsay/read/syntax"
	"github.com/hearsay-news/hearsay/read/times/pattern"
	"github.com/hearsay-news/hearsay/text"
)

// measured finds what a sum, a measure or a share that names no "of" is told of.
func (f *finder) measured(a *Amount, c candidate) {
	for i := range measures {
		if measures[i].finds(f, a, c) {
			return
		}
	}
}

// measures are the places where it stands, in the order in which they are tried; the first that holds decides.
var measures = []struct {
	name  string // with an example
	finds func(f *finder, a *Amount, c candidate) bool
}{
	{"after a noun of change: a 20 percent gain in income", (*finder).gainIn},
	{"a sum's kind: $5 million in aid", (*finder).inSums},
	{"the noun it stands before: a $1.5bn dam", (*finder).beforeNoun},
	{"the noun before a bracket: two lenses (20mm)", (*finder).inBrackets},
	{"the one before in a list: (20mm and 10mm)", (*finder).listedMeasure},
	{"what it is the measure of: a speed of 90 km", (*finder).measureOf},
	{"the price it bounds: a salary under $250,000", (*finder).priceBound},
	{"what it stands behind between dashes: a pay rise -- 20 euros a month --", (*finder).betweenDashes},
	{"what is in the thousands: bonuses in the thousands of dollars", (*finder).inThousands},
	{"the object before at: shot video at 60 frames per second", (*finder).measureAt},
	{"the subject of a verb that measures: the dam cost $1.5bn", (*finder).subjectMeasured},
}

func (f *finder) gainIn(a *Amount, _ candidate) bool {
	if !f.stepNoun(a) {
		return false
	}
	if i := f.token(f.atomAt(a.Moved.End)); i >= 0 && (f.word(i) == "in" || f.word(i) == "of") {
		if f.word(i) == "in" && f.word(i+1) == "terms" && f.word(i+2) == "of" { // "a rise in terms of weight"
			i += 2
		}
		a.Of = f.phrase(i+1, false)
	}
	return true
}

func (f *finder) beforeNoun(a *Amount, c candidate) bool {
	at := c.to
	if past := f.pastBracket(at); past > at && past < len(f.scan.Atoms) && !f.scan.Atoms[past].Capital {
		at = past // "a $17bn (£11bn) loss", "the 400-mile (640 km) coast"; but "42 miles (68 km) south"
	}
	if f.dash(at) && f.scan.Atoms[at].Glued || f.dash(at) && f.is(at+1, f.lang.extent) {
		at++
	}
	if f.is(at, f.lang.extent) && f.scan.Atoms[at].Kind == pattern.Letters { // "a 1-mile-long tube"
		at++
	}
	if a.Kind == Money && f.is(at, f.lang.moneyword) || a.Kind == Measure && f.is(at, f.lang.compass) {
		return false // "$500K dollars", "42 miles north"
	}
	if i := f.token(at); i >= 0 && f.tokens[i].Start >= a.End && f.nounFollows(at) && !f.timed(f.tokens[i].Span) {
		a.Of = f.phrase(i, false)
	}
	return !a.Of.Empty()
}

// measureOf reads "a speed of 90 kilometres"; with a gauge the object before it, "clean water at a rate of 200 gallons".
func (f *finder) measureOf(a *Amount, c candidate) bool {
	lead := f.lead(a, c)
	i := f.token(lead)
	if i < 1 || f.lower(lead) != "of" || f.is(f.atom(i-1), f.lang.number) {
		return false
	}
	if j := i - 2; f.is(f.atom(i-1), f.lang.gauge) && j > 1 && f.tokens[j].UPOS == syntax.DET && f.word(j-1) == "at" {
		if a.Of = f.nounsBefore(j - 1); a.Of.Empty() || f.governed(a.Of) { // "oil flows into the sea at a rate of": of what flows
			if about, _, _ := f.flowing(j - 1); !about.Empty() {
				a.Of = about
			}
		}
	}
	if a.Of.Empty() {
		a.Of = f.nounsBefore(i)
	}
	return !a.Of.Empty()
}

// governed says whether a preposition stands before a noun phrase: "into the sea".
func (f *finder) governed(s text.Span) bool {
	i := f.token(f.atomAt(s.Start)) - 1
	for i >= 0 && (f.tokens[i].UPOS == syntax.DET || f.tokens[i].XPOS == syntax.PRPS) {
		i--
	}
	return i >= 0 && f.tokens[i].UPOS == syntax.ADP
}

// flowing is the subject of the nearest verb before token i.
func (f *finder) flowing(i int) (about text.Span, unit string, number bool) {
	for verb := i - 1; verb > 0 && verb > i-themeReach; verb-- {
		if f.tokens[verb].UPOS == syntax.VERB && (isFinite(f.tokens[verb].XPOS) || f.tokens[verb-1].UPOS == syntax.AUX) {
			return f.subject(verb)
		}
	}
	return
}

// priceBound reads "a base salary under $250,000", "fees over $3 million".
func (f *finder) priceBound(a *Amount, c candidate) bool {
	i := f.token(f.lead(a, c))
	if a.Kind != Money || a.Bound.Empty() || i < 0 || f.tokens[i].UPOS != syntax.NOUN {
		return false
	}
	if at := f.atom(i); !f.is(at, f.lang.price) && !f.is(at, f.lang.sum) && !f.is(at, f.lang.gauge) {
		return false
	}
	a.Of = f.nounsBefore(i + 1)
	return !a.Of.Empty()
}

// betweenDashes reads a sum that stands behind a noun, between dashes: "a pay rise -- 20 euros a month -- for nurses".
func (f *finder) betweenDashes(a *Amount, c candidate) bool {
	lead := f.lead(a, c)
	from := lead
	for from >= 0 && f.dash(from) {
		from--
	}
	i := f.token(from + 1)
	if a.Kind != Money || from == lead || i < 1 || !f.dash(c.to) || f.tokens[i-1].UPOS != syntax.NOUN {
		return false
	}
	a.Of = f.nounsBefore(i)
	return !a.Of.Empty()
}

// inThousands reads "cash bonuses in the thousands of dollars".
func (f *finder) inThousands(a *Amount, c candidate) bool {
	i := f.token(f.lead(a, c))
	if !a.Vague || i < 2 || f.word(i) != "the" || f.word(i-1) != "in" || f.tokens[i-2].UPOS != syntax.NOUN {
		return false
	}
	a.Of = f.nounsBefore(i - 1)
	return !a.Of.Empty()
}

func (f *finder) measureAt(a *Amount, c candidate) bool {
	lead := f.lead(a, c)
	i := f.token(lead)
	if i < 1 || f.lower(lead) != "at" || f.tokens[i-1].UPOS != syntax.NOUN || f.tokens[i-1].Len() < 3 {
		return false
	}
	a.Of = f.nounsBefore(i)
	return !a.Of.Empty()
}

func (f *finder) subjectMeasured(a *Amount, c candidate) bool {
	i := f.token(f.lead(a, c))
	for i >= 0 && f.tokens[i].UPOS != syntax.VERB && f.tokens[i].UPOS != syntax.AUX && f.is(f.atom(i), f.lang.between) {
		i--
	}
	if i < 1 || !f.is(f.atom(i), f.lang.measuring) || f.tokens[i].XPOS == syntax.POS {
		return false
	}
	if f.word(i) == "worth" && (f.tokens[i-1].UPOS == syntax.NOUN || f.tokens[i-1].UPOS == syntax.PROPN) { // "cocaine worth $90 million"
		a.Of = f.nounsBefore(i)
		if n := len(f.kept) - 1; n >= 0 && f.found[f.kept[n].found].End >= a.Of.End { // "816 tonnes worth $5 million"
			a.Of = f.found[f.kept[n].found].Of
		}
		return !a.Of.Empty()
	}
	a.Of, _, _ = f.theme(a, c)
	return !a.Of.Empty()
}

// stepNoun says whether a noun after the figure tells its change: "a 20 percent gain".
func (f *finder) stepNoun(a *Amount) bool {
	return a.Change != nil && a.Moved.Start >= a.End && f.tagged(f.atomAt(a.Moved.Start), syntax.NOUN)
}

// timed says whether a place belongs to a time expression: "$3 million Monday".
func (f *finder) timed(s text.Span) bool {
	for i := f.next; i < len(f.when) && f.when[i].Start < s.End; i++ {
		if f.when[i].End > s.Start {
			return true
		}
	}
	return false
}

// nounsBefore is the nouns and their modifiers that end before token i, empty for none.
func (f *finder) nounsBefore(i int) text.Span {
	named := func(j int) bool { return f.tokens[j].UPOS == syntax.NOUN || f.tokens[j].UPOS == syntax.PROPN }
	if i < 1 || !named(i-1) {
		return text.Span{}
	}
	from := i - 1
	for from > 0 && (named(from-1) || f.tokens[from-1].UPOS == syntax.ADJ) && !f.timed(f.tokens[from-1].Span) {
		from--
	}
	return text.Span{Start: f.tokens[from].Start, End: f.tokens[i-1].End}
}

// inSums reads what a sum is of after "in" or "worth of": "$5 million in aid", "$3,000 worth of tools".
func (f *finder) inSums(a *Amount, c candidate) bool {
	if a.Kind != Money {
		return false
	}
	i := f.token(f.pastBracket(c.to))
	if i >= 0 && f.word(i) == "more" { // "$5 million more in aid"
		i++
	}
	if i < 0 || i+1 >= len(f.tokens) || f.word(i) != "in" && f.word(i) != "worth" {
		return false
	}
	of := i + 1
	if f.word(i) == "worth" {
		if of++; f.word(i+1) != "of" || of >= len(f.tokens) {
			return false
		}
	}
	head, from := f.head(of)
	if head < 0 || f.word(i) == "in" && !f.is(f.atom(head), f.lang.sum) {
		return false
	}
	a.Of = text.Span{Start: f.tokens[from].Start, End: f.tokens[head].End}
	a.Scope = text.Span{Start: f.tokens[of-1].Start, End: a.Of.End}
	if more := f.restricting(head + 1); !more.Empty() {
		a.Scope.End = more.End
	}
	return true
}

// pastBracket is the atom after a bracket that opens at an atom, or that atom itself: "$500m (£316m) in research funds".
func (f *finder) pastBracket(atom int) int {
	if f.lower(atom) != "(" && f.lower(atom+1) != "lrb" {
		return atom
	}
	for i := atom + 1; i < len(f.scan.Atoms) && i < atom+2*listReach; i++ {
		switch f.lower(i) {
		case ")":
			return i + 1
		case "rrb":
			return i + 2
		}
	}
	return atom
}

// inBrackets reads what stands before a bracket: "two eyepieces (20mm)" is of eyepieces, "Marrow (17.4%)" of the subject, in Marrow.
func (f *finder) inBrackets(a *Amount, c candidate) bool {
	lead := f.token(f.lead(a, c))
	if lead < 1 || !f.opensBracket(f.atom(lead)) {
		return false
	}
	name := f.nounsBefore(lead)
	if n := len(f.kept) - 1; name.Empty() || n >= 0 && f.found[f.kept[n].found].End > name.Start {
		return false
	}
	if f.tokens[lead-1].UPOS != syntax.PROPN {
		a.Of = name
		return true
	}
	if a.Kind == Share {
		a.Scope = name
		a.Of = f.firstSubject()
	}
	return !a.Of.Empty()
}

// listedMeasure takes what a measure is of from the one before it in a list: "eyepieces (20mm and 10mm)".
func (f *finder) listedMeasure(a *Amount, c candidate) bool {
	n := len(f.kept) - 1
	lead := c.from - 1
	if n < 0 || f.lower(lead) != "and" && f.lower(lead) != "or" || f.kept[n].to != lead && (f.kept[n].to != lead-1 || f.lower(lead-1) != ",") {
		return false
	}
	before := &f.found[f.kept[n].found]
	if (before.Unit == a.Unit || f.lower(lead) == "or") && before.Kind == a.Kind && !before.Of.Empty() { // "340 hectares, or 840 acres"
		a.Of = before.Of
		return true
	}
	return false
}

// firstSubject is the topic of the noun phrase before the sentence's first verb.
func (f *finder) firstSubject() text.Span {
	for i := range f.tokens {
		if f.tokens[i].UPOS == syntax.VERB || f.tokens[i].UPOS == syntax.AUX {
			about, _, _ := f.topic(0, i)
			return about
		}
	}
	return text.Span{}
}
