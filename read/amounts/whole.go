package amounts

import "github.com/hearsay-news/hearsay/read/syntax"

// Words that are numbers only beside what they go with:
//
//	no soldiers were hurt     0 soldiers, for people and what became of them
//	both bridges              2 bridges
//	a third left; the rest    2/3 of the same whole

// restReach is how many bytes before "the rest" the part may stand that it is the rest of.
const restReach = 200

// worded checks a draft of such a word once it is a figure, and completes it.
func (f *finder) worded(a *Amount, c candidate) bool {
	switch c.rule.Kind {
	case "no":
		if a.Unit == "" {
			a.Unit = "people" // "nobody was hurt"
		}
		return a.Kind != Count || a.Unit == "casualty"
	case "both":
		i := f.token(f.atomAt(a.Of.End - 1))
		return a.Unit != "" && i >= 0 && f.word(i+1) != "and" && (f.tokens[i].XPOS == syntax.NNS || f.tokens[i].UPOS == syntax.PRON)
	case "rest":
		if f.lower(c.to) == "of" && !f.tagged(c.to+1, syntax.PRON) {
			return false // "the rest of the world"
		}
		return f.rest(a)
	}
	return true
}

// rest takes the part told before from its whole: from 1 or 100 for a share, and for "12 of the 30 boats" from 30.
func (f *finder) rest(a *Amount) bool {
	n := len(f.found) - 1
	if n < 0 || a.Start-f.found[n].End > restReach {
		return false
	}
	part := &f.found[n]
	whole := Number{1, true}
	switch {
	case part.Unit == "percent":
		whole.Value = 100
	case part.Unit == "fraction":
	case n > 0 && part.Kind.Counts() && f.found[n-1].Of.Contains(part.Span):
		whole, part = part.Low, &f.found[n-1]
	default:
		return false
	}
	if part.Change != nil || !part.Low.Known || part.Low != part.High || part.Low.Value > whole.Value || part.Relation != Equal && part.Relation != About {
		return false
	}
	a.Low = Number{whole.Value - part.Low.Value, true}
	a.High, a.Relation, a.Unit, a.Of, a.Kind = a.Low, part.Relation, part.Unit, part.Of, part.Kind
	if a.Kind != Share {
		a.Kind = Count
	}
	return true
}
