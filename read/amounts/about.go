package amounts

import (
	"github.com/hearsay-news/hearsay/read/syntax"
	"github.com/hearsay-news/hearsay/text"
)

// measured finds what a sum, a measure or a share that names no "of" is told of: the noun it stands before ("a $1.5bn dam"), the noun it is
// the measure of ("a speed of 90 kilometres an hour"), or the subject of a verb that measures ("the dam cost $1.5bn").
func (f *finder) measured(a *Amount, c candidate) {
	if f.stepNoun(a) { // "a 20 percent gain in income"
		if i := f.token(f.atomAt(a.Moved.End)); i >= 0 && (f.word(i) == "in" || f.word(i) == "of") {
			a.Of = f.phrase(i+1, false)
		}
		return
	}
	if i := f.token(c.to); i >= 0 && f.tokens[i].Start >= a.End && f.nounFollows(c.to) && !f.timed(f.tokens[i].Span) {
		if a.Of = f.phrase(i, false); !a.Of.Empty() {
			return
		}
	}
	lead := f.lead(a, c)
	i := f.token(lead)
	if i < 1 {
		return
	}
	if f.lower(lead) == "of" && (f.tokens[i-1].UPOS == syntax.NOUN || f.tokens[i-1].UPOS == syntax.PROPN) && !f.is(f.atom(i-1), f.lang.number) {
		from := i - 1
		for from > 0 && (f.tokens[from-1].UPOS == syntax.NOUN || f.tokens[from-1].UPOS == syntax.PROPN || f.tokens[from-1].UPOS == syntax.ADJ) {
			from--
		}
		a.Of = text.Span{Start: f.tokens[from].Start, End: f.tokens[i-1].End}
		return
	}
	for i >= 0 && f.tokens[i].UPOS != syntax.VERB && f.tokens[i].UPOS != syntax.AUX && f.is(f.atom(i), f.lang.between) {
		i--
	}
	if i >= 0 && f.is(f.atom(i), f.lang.measuring) && f.tokens[i].XPOS != syntax.POS {
		a.Of, _, _ = f.theme(a, c)
	}
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
