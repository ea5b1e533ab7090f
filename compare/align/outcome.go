package align

import (
	"github.com/hearsay-news/hearsay/compare/words"
	"github.com/hearsay-news/hearsay/read/times"
)

// Kinds are keys for what a clause tells: its verb, and each kind of doing it can be.
func (c *Clause) Kinds() []uint64 {
	out := []uint64{uint64(c.verb) << 1}
	for _, class := range c.classes {
		out = append(out, words.Hash(class)|1)
	}
	return out
}

// Verb is the kin of the word that tells the clause.
func (c *Clause) Verb() uint32 { return c.verb }

// Outcome scores how surely a clause reports what came of a plan that another tells: one deed with nothing contrary but how real it is; 0 for not.
//
//	The president will swear in the new government on Friday.  /  The new government was sworn in by the president on Friday.
func (al *Aligner) Outcome(plan, report *Clause, whenPlan, whenReport times.Interval) float64 {
	ans := al.Lay(plan, report)
	if ans.Predicate == Contrary {
		return 0
	}
	for _, kind := range ans.Contrary() {
		if kind != Status && kind != Date && kind != Polarity {
			return 0
		}
	}
	date, _ := span(whenPlan, whenReport)
	if ans.Named && ans.Weight >= eventSame || date == Equal && ans.Parts >= 1 && ans.Weight >= eventSame {
		return ans.Weight
	}
	return 0
}
