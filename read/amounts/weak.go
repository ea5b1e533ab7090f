package amounts

import (
	"github.com/hearsay-news/hearsay/read/syntax"
)

// passing is a named reason why a figure is told in passing: it is read, but says nothing to be set beside other figures.
type passing struct {
	name    string
	example string // the number in brackets
	holds   func(f *finder, a *Amount, c candidate, d draft) bool
}

// smallest is the number up to which "the two", "these three" only point back to what was named.
const smallest = 5

// passings are asked in this order; the first that holds decides.
var passings = []passing{
	{"one of the best", "It is [one] of the best songs.", (*finder).oneOfBest},
	{"one of them", "She met [one] of his friends.", func(f *finder, a *Amount, c candidate, d draft) bool {
		return f.oneInWords(a, c, d) && f.lower(c.to) == "of"
	}},
	{"one thing", "[One] reason is money.", func(f *finder, a *Amount, c candidate, d draft) bool { return f.oneInWords(a, c, d) && !f.listed(a, c) }},
	{"both", "Lawmakers from [both] parties came.", func(_ *finder, a *Amount, c candidate, _ draft) bool {
		return c.rule.Kind == "both" && a.Kind == Count
	}},
	{"the two", "The [two] leaders met.", (*finder).pointsBack},
	{"the last four", "Type the last [four] digits.", func(f *finder, a *Amount, c candidate, d draft) bool {
		return plainCount(a) && d.scale == 0 && !d.vague && d.low <= fewTold && f.is(c.from-1, f.lang.edge) && !a.Of.Empty() && f.is(f.atomAt(a.Of.End-1), f.lang.placed)
	}},
	{"told of", "A book about [two] families won.", func(f *finder, a *Amount, c candidate, d draft) bool {
		return a.Kind == Count && a.Bound.Empty() && f.tellsOf(c.from-1, d)
	}},
	{"a coin", "It is as small as [a penny].", func(_ *finder, a *Amount, c candidate, _ draft) bool {
		return c.rule.Name == "a-money" && a.Change == nil
	}},
	{"three-legged", "It was a [three]-legged race.", func(f *finder, a *Amount, c candidate, _ draft) bool {
		i := f.token(c.to + 1)
		return a.Kind == Count && f.dash(c.to) && i > 0 && f.legged(i)
	}},
	{"two ways", "There are [two] ways to look at it.", func(f *finder, a *Amount, c candidate, d draft) bool {
		i := f.token(f.atomAt(a.Of.End - 1))
		return plainCount(a) && (d.words || d.vague) && d.low <= smallest && !a.Of.Empty() && i >= 0 && f.is(f.atom(i), f.lang.abstract)
	}},
	{"and a half", "It is a block and [a half] away.", func(f *finder, a *Amount, c candidate, d draft) bool {
		return d.share && f.lower(c.from-1) == "and" && f.lower(c.to-1) == "half" && f.lower(c.to) != "of"
	}},
	{"nothing counted", "The other [seven] left.", func(_ *finder, a *Amount, _ candidate, d draft) bool {
		return a.Kind == Count && a.Unit == "" && a.Of.Empty() && a.Change == nil && !d.vague
	}},
	{"offer", "Subscribe now: [$1] for four weeks.", (*finder).offered},
}

// passedBy names the reason why a figure is told in passing, "" for none.
func (f *finder) passedBy(a *Amount, c candidate, d draft) string {
	for i := range passings {
		if passings[i].holds(f, a, c, d) {
			return passings[i].name
		}
	}
	return ""
}

// plainCount says whether a figure counts things and nothing makes more of it: no bound, no "only", no movement, nobody's fate.
func plainCount(a *Amount) bool {
	return a.Kind == Count && a.Bound.Empty() && a.Attitude == "" && a.Change == nil && a.Relation == Equal
}

func (f *finder) oneInWords(a *Amount, c candidate, d draft) bool {
	return plainCount(a) && c.to == c.from+1 && f.lower(c.from) == "one" && !d.share
}

// oneOfBest says whether "one of" leads to a superlative: "one of the best", "one of the most popular ways".
func (f *finder) oneOfBest(a *Amount, c candidate, _ draft) bool {
	if a.Kind != Count || f.lower(c.from) != "one" || c.to != c.from+1 || f.lower(c.to) != "of" {
		return false
	}
	i := f.determined(f.token(c.to) + 1)
	if i < len(f.tokens) && f.tokens[i].UPOS == syntax.NUM { // "one of the three largest"
		i++
	}
	if i >= len(f.tokens) {
		return false
	}
	return f.tokens[i].XPOS == syntax.JJS || f.tokens[i].XPOS == syntax.RBS || f.word(i) == "most" || f.word(i) == "best" || f.word(i) == "only"
}

// listed says whether "and" or a comma ties a figure to another count, so that it is told for its number: "two soldiers and one civilian".
func (f *finder) listed(a *Amount, c candidate) bool {
	if n := len(f.kept) - 1; n >= 0 {
		before := &f.found[f.kept[n].found]
		if w := f.lower(c.from - 1); before.Kind.Counts() && (w == "and" || w == ",") && c.from-1 <= f.atomAt(max(before.End, before.Of.End))+1 {
			return true
		}
	}
	at := f.atomAt(max(a.End, a.Of.End))
	if w := f.lower(at); w != "and" && w != "," {
		return false
	}
	i := f.token(at + 1)
	return i >= 0 && f.tokens[i].UPOS == syntax.NUM
}

// pointsBack says whether a small number only goes with things already named: "the two leaders", "their two countries", "these three".
func (f *finder) pointsBack(a *Amount, c candidate, d draft) bool {
	if !plainCount(a) || !d.words || d.vague || d.share || d.low > smallest || d.low < 2 {
		return false
	}
	i := f.token(c.from - 1)
	if i < 0 || c.from == 0 {
		return false
	}
	switch {
	case f.tokens[i].XPOS == syntax.PRPS || f.tokens[i].XPOS == syntax.POS:
		return d.low == 2
	case f.tokens[i].UPOS == syntax.DET || f.tokens[i].UPOS == syntax.PRON:
		return f.is(c.from-1, f.lang.determiner)
	}
	return false
}

// offerReach is how many tokens a line may have that offers something without a verb: "$1 for 4 weeks."
const offerReach = 10

// offered says whether a sum or share belongs to an advertisement.
func (f *finder) offered(a *Amount, c candidate, _ draft) bool {
	if a.Kind != Money && a.Kind != Share {
		return false
	}
	if f.offers == 0 {
		f.offers = -1
		for i := range f.tokens {
			if f.is(f.atom(i), f.lang.offer) {
				f.offers = 1
				break
			}
		}
	}
	if f.offers > 0 {
		return true
	}
	if len(f.tokens) > offerReach || a.Kind != Money {
		return false
	}
	for i := range f.tokens {
		if f.tokens[i].UPOS == syntax.VERB || f.tokens[i].UPOS == syntax.AUX {
			return false
		}
	}
	at := f.after(a, c)
	return f.lower(at) == "for" && f.scan.Find(at+2, f.lang.duration) != nil || len(a.Unit) > 4 && a.Attitude == "only"
}

// fewTold is the number up to which "about" after a word of telling names a subject, "a book about two families".
const fewTold = 12

// tellsOf says whether "about" at an atom names a subject and bounds no number: "a book about two families", "the film is about two brothers".
func (f *finder) tellsOf(atom int, d draft) bool {
	if f.lower(atom) != "about" || !d.words || d.low > fewTold || d.scale > 0 || d.unit != "" {
		return false
	}
	if f.is(atom-1, f.lang.telling) {
		return true
	}
	if !f.tagged(atom-1, syntax.AUX) {
		return false
	}
	for i := atom - 2; i >= 0 && i > atom-stepReach; i-- {
		if f.is(i, f.lang.telling) && f.tagged(i, syntax.NOUN) {
			return true
		}
	}
	return false
}
