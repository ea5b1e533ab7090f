package figures

import (
	"math"

	"github.com/hearsay-news/hearsay/read/amounts"
)

// excludes says whether two figures can't both be right. Two bounds that look the same way exclude each other where each is given to a digit that the
// other does not reach: "more than 150" and "more than 170", but not "more than 100" and "more than 120".
func excludes(a, b *item) bool {
	if touching(a, b) || touching(b, a) {
		return false
	}
	if a.rng == nil || b.rng == nil || !a.rng.Meets(b.rng) {
		return true
	}
	if a.axis == "share" || a.rng.Size != b.rng.Size {
		return false
	}
	over := func(t *item) bool { return (t.rel == amounts.More || t.rel == amounts.AtLeast) && t.low.Known }
	under := func(t *item) bool { return (t.rel == amounts.Less || t.rel == amounts.AtMost) && t.high.Known }
	switch {
	case over(a) && over(b):
		x, y := min(a.low.Value, b.low.Value), max(a.low.Value, b.low.Value)
		return x+digit(x) <= y
	case under(a) && under(b):
		x, y := min(a.high.Value, b.high.Value), max(a.high.Value, b.high.Value)
		return y-digit(y) >= x
	}
	return false
}

// touching says whether one figure bounds from below the very number that the other bounds from above: "more than 40,000", "as many as 40,000". Bounds are given loosely.
func touching(a, b *item) bool {
	if a.axis != b.axis || a.rng != nil && b.rng != nil && a.rng.Size != b.rng.Size {
		return false
	}
	above := (a.rel == amounts.More || a.rel == amounts.AtLeast) && a.low.Known
	below := (b.rel == amounts.Less || b.rel == amounts.AtMost) && b.high.Known
	return above && below && a.low.Value == b.high.Value
}

// digit is what the last digit of a number that is not a zero counts: 10 of 150, 1,000 of 12,000.
func digit(v float64) float64 {
	if v <= 0 || v != math.Trunc(v) {
		return 0
	}
	unit := 1.0
	for math.Mod(v, unit*10) == 0 {
		unit *= 10
	}
	return unit
}

// step says whether a figure is how far something moved.
func (t *item) step() bool {
	c := t.amount.Change
	return t.tells == amounts.Step || c != nil && !c.From.Known && !c.To.Known
}

// exact says whether two figures are the same plain number.
func exact(a, b *item) bool {
	return a.low == b.low && a.high == b.high && a.rel == b.rel && (a.rng == nil || b.rng == nil || a.rng.Size == b.rng.Size)
}
