package events

import (
	"strings"

	"github.com/hearsay-news/hearsay/read/syntax"
	"github.com/hearsay-news/hearsay/read/times"
	"github.com/hearsay-news/hearsay/text"
)

// span tells whether the time expression of tokens [from, to) begins a range, and returns the index of the expression that ends it ("between 2007 and
// 2011", "from March to May"; 0 for none), and whether it goes on from then ("since 2014").
func (x *sentence) span(when []times.Expression, n, from int) (until int, open bool) {
	before := x.wordBefore(from)
	if before == "since" {
		return 0, true
	}
	if before != "between" && before != "from" || n+1 >= len(when) {
		return 0, false
	}
	next := when[n+1]
	if next.Start < when[n].End || next.Start-when[n].End > len(" through the ") || next.Type != times.DATE && next.Type != times.TIME || !next.Interval.Known() {
		return 0, false
	}
	for _, word := range strings.Fields(x.t.At(text.Between(when[n].Span, next.Span))) {
		switch word {
		case "and", "to", "until", "till", "through", "–", "-":
			return n + 1, false
		}
	}
	return 0, false
}

// sinceBest says whether a date only says how long something was not so: "for the first time since 1993", "the lowest since 2002".
func (x *sentence) sinceBest(from int) bool {
	if x.wordBefore(from) != "since" {
		return false
	}
	for i := from - 1; i >= 0 && i >= from-8; i-- {
		if x.tokens[i].XPOS == syntax.JJS || x.tokens[i].XPOS == syntax.RBS || x.lower(i) == "first" {
			return true
		}
	}
	return false
}

// wordBefore returns the word before token i, an article passed over.
func (x *sentence) wordBefore(i int) string {
	i--
	if i > 0 && x.lower(i) == "the" {
		i--
	}
	if i < 0 {
		return ""
	}
	return x.lower(i)
}
