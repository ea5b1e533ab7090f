package amounts

import (
	"github.com/hearsay-news/hearsay/read/syntax"
	"github.com/hearsay-news/hearsay/read/times/pattern"
	"github.com/hearsay-news/hearsay/text"
)

// slots fills what a clause is compared by, from what the figure counts and what restricts that.
func (f *finder) slots(a *Amount) {
	a.Tells = Level
	switch {
	case a.Relation == NoRelation || a.Change != nil && !a.Change.From.Known && !a.Change.To.Known:
		a.Tells = Step
	case !a.Whole.Empty():
		a.Tells = Part
	}
	if a.Of.Empty() {
		return
	}
	a.Thing = a.Of
	if a.Scope.Start >= a.Of.End && a.Scope.Start <= a.Of.End+1 {
		a.Thing.End = a.Scope.End
	}
	for i := f.token(f.atomAt(a.Of.End - 1)); i >= 0 && f.tokens[i].End > a.Of.Start; i-- {
		switch f.tokens[i].UPOS {
		case syntax.NOUN, syntax.PROPN, syntax.PRON, syntax.ADJ, syntax.VERB:
			a.Head, a.Lemma = f.tokens[i].Span, f.lemma(i)
			return
		}
	}
}

// purposed finds what a sum is for: "$5 million for the bridge", "$3,000 to mend the roof", "spent $5 million on the bridge". It restricts
// the sum where nothing else does.
func (f *finder) purposed(a *Amount, c candidate) {
	i := f.token(f.atomAt(max(a.End, a.Of.End, a.Scope.End) - 1))
	if a.Of.Start < a.Start {
		i = f.token(f.atomAt(a.End - 1))
	}
	if i < 0 || i+2 >= len(f.tokens) || c.to > len(f.scan.Atoms) {
		return
	}
	i++
	end := -1
	switch f.word(i) {
	case "for", "toward", "towards":
		end = f.purpose(i)
	case "on":
		if f.verbBefore(c, f.lang.spending) {
			end = f.purpose(i)
		}
	case "in", "into":
		if f.verbBefore(c, f.lang.investing) { // "invest $50bn in the gas sector"
			end = f.purpose(i)
		}
	case "to":
		if f.tokens[i+1].XPOS == syntax.VB {
			end = f.clauseEnd(i+2, false)
		} else if f.verbBefore(c, f.lang.giving) { // "donated $4.7 million to the clinic"
			end = f.receiver(i)
		}
	}
	if end <= i {
		return
	}
	a.Purpose = text.Span{Start: f.tokens[i].Start, End: f.tokens[end].End}
	if a.Scope.Empty() {
		a.Scope = a.Purpose
	}
}

// purpose is the last token of the phrase after "for", -1 where it is a time: "for 4 weeks".
func (f *finder) purpose(i int) int {
	if f.tokens[i+1].XPOS == syntax.VBG { // "for repairing the roof"
		return f.clauseEnd(i+2, false)
	}
	j := f.determined(i + 1)
	if j < len(f.tokens) && f.is(f.atom(j), f.lang.quote) { // "for “The Bridge”"
		return f.quotation(j)
	}
	s := f.phrase(i+1, true)
	if s.Empty() || f.timed(s) || f.tokens[i+1].UPOS == syntax.PRON || j < len(f.tokens) && f.tokens[j].UPOS == syntax.NUM {
		return -1
	}
	end := f.token(f.atomAt(s.End - 1))
	if more := f.restricting(end + 1); !more.Empty() {
		end = f.token(f.atomAt(more.End - 1))
	}
	return end
}

// quotation is the last token before the mark that closes what token i opens, -1 for one that is far.
func (f *finder) quotation(i int) int {
	for j := i + 1; j < len(f.tokens) && j < i+scopeReach; j++ {
		if f.tokens[j].UPOS == syntax.PUNCT && f.tokens[j].Start == f.tokens[j-1].End && f.tokens[j].XPOS != syntax.HYPH {
			return j - 1
		}
	}
	return -1
}

// receiver is the last token of the phrase after "to", the number of those who get a sum taken along: "to 15,000 claimants".
func (f *finder) receiver(i int) int {
	s := f.phrase(i+1, true)
	if s.Empty() || f.timed(s) || f.tokens[i+1].UPOS == syntax.PRON {
		return -1
	}
	return f.token(f.atomAt(s.End - 1))
}

// verbBefore says whether a verb of a class, of spending or giving, stands before a sum.
func (f *finder) verbBefore(c candidate, class pattern.Sym) bool {
	for i := c.from - 1; i >= 0 && i > c.from-stepReach; i-- {
		if f.is(i, class) {
			return true
		}
	}
	return false
}
