package figures

import (
	"github.com/hearsay-news/hearsay/compare/align"
	"github.com/hearsay-news/hearsay/read/amounts"
)

// oneTime says whether two figures that exclude each other are told as of one time: of pages a day apart at most, or with one day beside both.
func oneTime(a, b *item) bool {
	x, y := a.page.Published, b.page.Published
	if d, ok := a.asOf.Single(); ok && a.dated && b.dated {
		if e, ok := b.asOf.Single(); ok && d == e {
			return true
		}
	}
	if !x.Earliest.Known || !y.Earliest.Known {
		return true
	}
	return abs(int(x.Earliest.Day-y.Earliest.Day)) <= align.RivalDays || a.goesOn && growing(a, b)
}

// sameTime says whether two figures can be as of one time, or of one count that goes on.
func sameTime(a, b *item, excluded bool) bool {
	if !a.dated || !b.dated {
		return true
	}
	if _, ok := a.asOf.Meet(b.asOf); ok {
		return true
	}
	_, one := a.asOf.Single()
	_, two := b.asOf.Single()
	if !one || !two {
		return false // of two months, of two years
	}
	return !excluded && a.amount.Kind == amounts.Share || growing(a, b)
}

// growing says whether the later of two figures is the greater one, of a count that goes on for days: the dead, what burned.
func growing(a, b *item) bool {
	x, y := a.time(), b.time()
	if !x.Known || !y.Known || x.Day == y.Day || abs(int(x.Day-y.Day)) > align.CountedDays {
		return false
	}
	if x.Day > y.Day {
		a, b = b, a
	}
	return a.rng != nil && b.rng != nil && a.rng.Low <= b.rng.Low && a.goesOn && b.goesOn
}

// grown says whether the later of two figures is the greater one and both count or sum up what may come to more by then: no conflict, even where
// nothing says that it goes on. Rising says that one of the row's figures is told as what a count has come to: then two of one day are two hours' counts.
func grown(a, b *item, rising bool) bool {
	x, y := a.time(), b.time()
	if !x.Known || !y.Known || x.Day == y.Day && !rising || a.axis == "share" || a.rng == nil || b.rng == nil || a.rate != "" || a.axis == "time" {
		return false
	}
	if rising && x.Day == y.Day {
		return true
	}
	if a.amount.Kind == amounts.Money && !a.goesOn && !b.goesOn {
		return false // a payment, a price
	}
	if x.Day > y.Day {
		a, b = b, a
	}
	return a.rng.Low <= b.rng.Low
}

func abs(n int) int { return max(n, -n) }

// rising says whether a figure is told as what a count has come to: "has risen to 27", "taking the total to 28".
func (r *reader) rising(t *item) bool {
	if t.axis != "count" {
		return false
	}
	if c := t.amount.Change; c != nil {
		return c.Direction != amounts.Down
	}
	return t.clause != nil && r.al.Word("tallied", t.clause.Row.Lemma)
}

// bothOf says whether one day is told beside both figures.
func bothOf(a, b *item) bool {
	x, one := a.asOf.Single()
	y, two := b.asOf.Single()
	return one && two && x == y && a.dated && b.dated
}

// sameDay says whether two pages came out on one day.
func sameDay(a, b *item) bool {
	x, y := a.page.Published.Earliest, b.page.Published.Earliest
	return !x.Known || !y.Known || x.Day == y.Day
}

// otherPeriod says whether two sums or counts were made over two stretches of time: "88 million in the last 18 months", "17 million in the quarter".
func otherPeriod(a, b *item) bool {
	if a.axis == "time" || len(a.periods) == 0 && len(b.periods) == 0 {
		return false
	}
	if len(a.periods) == 0 || len(b.periods) == 0 {
		return a.amount.Kind == amounts.Money
	}
	for _, x := range a.periods {
		for _, y := range b.periods {
			if x == y {
				return false
			}
		}
	}
	return true
}

// longApart says whether two figures are of days that lie apart, and the later one is no count that went on.
func (r *reader) longApart(a, b *item) bool {
	x, y := a.time(), b.time()
	return x.Known && y.Known && abs(int(x.Day-y.Day)) > rivalDays && !grown(a, b, false)
}
