package align

import (
	"math"
	"strconv"
	"strings"

	"github.com/hearsay-news/hearsay/compare/pages"
	"github.com/hearsay-news/hearsay/lang"
	"github.com/hearsay-news/hearsay/read/amounts"
)

// Range is the stretch of numbers that a figure allows.
type Range struct {
	Low, High         float64
	OpenLow, OpenHigh bool    // the bound itself is not meant: more than, less than
	Unit              string  // or the scale on which the unit stands: "length"
	Size              float64 // how many of the scale's first unit the number's own unit holds
	Share             bool    // percent or fraction, both as percent
	Duration          bool
	Age               bool
	Exact             bool // a plain number
}

// scale is where a unit stands: on which axis, and how many of the axis' first unit it holds.
type scale struct {
	axis string
	size float64
}

var scales = lang.Compile(func(l *lang.Language) map[string]scale {
	out := map[string]scale{}
	for row := range lang.Rows(l.Compare.Scales) {
		axis, list, _ := strings.Cut(row, ":")
		fields := strings.Fields(list)
		for i := 0; i+1 < len(fields); i += 2 {
			if size, err := strconv.ParseFloat(fields[i+1], 64); err == nil {
				out[strings.ReplaceAll(fields[i], "_", " ")] = scale{axis, size}
			}
		}
	}
	return out
})

// Scale returns the axis on which a unit stands, how many of its first unit it holds, and the stretch of time of a rate: "gallon per day" is volume,
// 3.785 litres, day. A unit of no table is an axis of its own.
func (al *Aligner) Scale(unit string) (axis string, size float64, rate string) {
	all := scales.Of(al.set.Language)
	if s, ok := all[unit]; ok {
		return s.axis, s.size, ""
	}
	base, per, rated := strings.Cut(unit, " per ")
	if !rated {
		return unit, 1, ""
	}
	if s, ok := all[base]; ok {
		return s.axis, s.size, per
	}
	return base, 1, per
}

// Of returns what a figure allows: "about 3,000" is 2,700 to 3,300, "almost half" 45 to 50 percent, "dozens" what the text's words are worth.
func (al *Aligner) Of(p *pages.Page, a *amounts.Amount) *Range {
	if a.Relation == amounts.NoRelation || !a.Low.Known && !a.High.Known {
		return nil
	}
	r := al.Bounds(a, a.Low, a.High, a.Relation)
	if a.Relation == amounts.About && a.High.Known {
		for _, w := range p.Between(a.Bound) {
			if al.tables.Is("short-of", al.set.Vocabulary.Forms[w.Form].Text) {
				r.High = r.High / (1 + about) // "almost 3 million" is no more than that
			}
		}
	}
	return r
}

// Bounds does the same for one end of a figure that moved.
func (al *Aligner) Bounds(a *amounts.Amount, lower, upper amounts.Number, relation amounts.Relation) *Range {
	r := bounds(a, lower, upper, relation)
	axis, size, rate := al.Scale(a.Unit)
	r.Unit, r.Size = axis, size
	if rate != "" {
		r.Unit += "/" + rate
	}
	r.Low, r.High = r.Low*size, r.High*size
	return r
}

func bounds(a *amounts.Amount, lower, upper amounts.Number, relation amounts.Relation) *Range {
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
	if r.Size != s.Size { // in two units: writers round what they convert
		r, s = r.loose(), s.loose()
	}
	if r.OpenLow && s.High == r.Low || s.OpenLow && r.High == s.Low || r.OpenHigh && s.Low == r.High || s.OpenHigh && r.Low == s.High {
		return false
	}
	if x, y := r.middle(), s.middle(); r.Exact && s.Exact && math.Abs(x-y) <= sameBy*max(math.Abs(x), math.Abs(y)) {
		return true
	}
	if r.Exact && s.Exact && (r.Low == s.High || s.Low == r.High) && r.Low < r.High {
		return false // 2.5 and 2.6 billion: one number rounds to either only if it lies between
	}
	return r.Low <= s.High && s.Low <= r.High
}

func (r *Range) loose() *Range {
	out := *r
	out.Low, out.High = r.Low-convertSlack*math.Abs(r.Low), r.High+convertSlack*math.Abs(r.High)
	out.OpenLow, out.OpenHigh = false, false
	return &out
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
