package align

import (
	"math"

	"github.com/hearsay-news/hearsay/read/amounts"
)

// Range is the stretch of numbers that a figure allows.
type Range struct {
	Low, High         float64
	OpenLow, OpenHigh bool // the bound itself is not meant: more than, less than
	Unit              string
	Share             bool // percent or fraction, both as percent
	Duration          bool
	Age               bool
	Exact             bool // a plain number
}

// Of returns what a figure allows: "about 3,000" is 2,700 to 3,300, "almost half" 45 to 50 percent, "dozens" what the text's words are worth.
func Of(a *amounts.Amount) *Range {
	if a.Relation == amounts.NoRelation || !a.Low.Known && !a.High.Known {
		return nil
	}
	return Bounds(a, a.Low, a.High, a.Relation)
}

// Bounds does the same for one end of a figure that moved.
func Bounds(a *amounts.Amount, lower, upper amounts.Number, relation amounts.Relation) *Range {
	r := &Range{Low: math.Inf(-1), High: math.Inf(1), Unit: a.Unit, Duration: a.Kind == amounts.Duration || a.Kind == amounts.Age, Age: a.Kind == amounts.Age}
	r.Share = a.Unit == "percent" || a.Unit == "fraction" || a.Kind == amounts.Share
	scale := 1.0
	if a.Unit == "fraction" {
		scale = 100
	}
	if lower.Known {
		r.Low = lower.Value * scale
	}
	if upper.Known {
		r.High = upper.Value * scale
	}
	switch relation {
	case amounts.About:
		r.Low, r.High = r.Low-about*math.Abs(r.Low), r.High+about*math.Abs(r.High)
	case amounts.More, amounts.AtLeast:
		if !lower.Known {
			r.Low = r.High
		}
		r.High, r.OpenLow = math.Inf(1), relation == amounts.More
		if r.Share {
			r.High = 100
		}
	case amounts.Less, amounts.AtMost:
		if !upper.Known {
			r.High = r.Low
		}
		r.Low, r.OpenHigh = math.Inf(-1), relation == amounts.Less
		if r.Share {
			r.Low = 0
		}
	case amounts.Equal:
		if r.Low == r.High {
			r.Exact = true
			slack := rounding(r.Low)
			if r.Share {
				slack = shareSlack
			}
			if a.Unit == "fraction" {
				slack = fractionSlack // "two thirds", "half": words for what was counted
			}
			r.Low, r.High = r.Low-slack, r.High+slack
		}
	}
	return r
}

// rounding is half of the last digit that is not a zero, from 1000 on, and never more than a twentieth.
func rounding(v float64) float64 {
	if v < 1000 || v != math.Trunc(v) {
		return 0
	}
	unit := 1.0
	for math.Mod(v, unit*10) == 0 {
		unit *= 10
	}
	if unit < 100 {
		return 0
	}
	return min(unit/2, v*roundest)
}

// Meets says whether two figures can both be true.
func (r *Range) Meets(s *Range) bool {
	if r.OpenLow && s.High == r.Low || s.OpenLow && r.High == s.Low || r.OpenHigh && s.Low == r.High || s.OpenHigh && r.Low == s.High {
		return false
	}
	return r.Low <= s.High && s.Low <= r.High
}

// Near says whether two plain numbers are close enough to be one figure on its way: a toll that grows, a count that is corrected.
// Where all else that both tell is alike, they may lie further apart.
func (r *Range) Near(s *Range, alike bool) bool {
	a, b := math.Abs(r.middle()), math.Abs(s.middle())
	times := near
	if alike {
		times = nearAlike
	}
	return min(a, b) > 0 && max(a, b) <= times*min(a, b)
}

// Close says whether two numbers may be one, rounded: "nearly 50,000" and 49,730.
func (r *Range) Close(s *Range) bool {
	a, b := math.Abs(r.middle()), math.Abs(s.middle())
	return r.Meets(s) && max(a, b) <= closeBy*min(a, b)
}

func (r *Range) middle() float64 {
	switch {
	case math.IsInf(r.Low, 0):
		return r.High
	case math.IsInf(r.High, 0):
		return r.Low
	}
	return (r.Low + r.High) / 2
}

// numbers says how two figures that count one thing stand to each other.
func numbers(a, b *Range) Fit {
	switch {
	case a == nil || b == nil || a.Share != b.Share || a.Duration != b.Duration || (a.Share || a.Duration) && !a.Share && a.Unit != b.Unit:
		return Silent
	case !a.Meets(b):
		return Contrary
	case a.Low == b.Low && a.High == b.High:
		return Equal
	}
	return Compatible
}
