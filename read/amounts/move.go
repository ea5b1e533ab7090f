package amounts

import (
	"strings"

	"github.com/hearsay-news/hearsay/read/times/pattern"
)

// move is "from 8,200 to 3,100": one figure that ends where the movement ends. A unit or a scale at one end covers both.
func (f *finder) move(m *pattern.Match) (draft, bool) {
	a, b := f.end(m, "from"), f.end(m, "to")
	if a == nil || b == nil || a.ranged || a.vague || b.vague {
		return draft{}, false
	}
	if m.Rule.Kind == "move" && f.lower(m.End) == "to" && m.End+1 < len(f.scan.Atoms) && f.scan.Atoms[m.End+1].Kind == pattern.Digits {
		return draft{}, false // "from 5 to 7 percent to 3 to 5 percent": two ranges
	}
	if q := f.scan.Find(int(m.Group("to").Atom), f.lang.q); q != nil && b.unit == "" && int(q.End) > m.End {
		return draft{}, false // "from 44 ml to 50 mg", and a longer match takes "from 44 to 50 mg"
	}
	if !compatible(a.unit, b.unit) || a.low == b.low {
		return draft{}, false
	}
	return moved(*a, *b, int(m.Group("to").Atom)), true
}

// moved makes one draft of the two ends of a movement.
func moved(from, to draft, at int) draft {
	if to.unit == "" || strings.HasPrefix(from.unit, to.unit+" per ") {
		to.unit, to.kind, to.share = from.unit, from.kind, from.share
	}
	if from.unit == "" {
		from.low = from.scaled(to)
	}
	to.from, to.to = &from, at
	return to
}

// end is the draft at one end of a movement.
func (f *finder) end(m *pattern.Match, name string) *draft { return f.val(m.Group(name)) }

// compatible says whether two units can be the ends of one range or movement.
func compatible(a, b string) bool {
	return a == "" || b == "" || a == b || strings.HasPrefix(a, b+" per ") || strings.HasPrefix(b, a+" per ")
}

// scaled is a number at the scale of the one after it: "1.5 to 2 million". Only numbers of like size share it, not "500 to 2 million".
func (d draft) scaled(other draft) float64 {
	if other.scale == 0 || d.scale > 0 || d.low >= 1000 {
		return d.low
	}
	if m := other.low / other.scale; d.low > 50*m || m > 50*d.low {
		return d.low
	}
	return d.low * other.scale
}

// rangeOf is "3 to 4", "between 44 mg and 50 mg".
func (f *finder) rangeOf(m *pattern.Match, a, b *draft) (draft, bool) {
	if a == nil || b == nil || a.majority || a.skip || b.skip || a.unit != "" && b.unit != "" && a.unit != b.unit && !strings.HasPrefix(b.unit, a.unit+" per ") {
		return draft{}, false
	}
	d := *b
	if a.unit != "" && d.unit == "" {
		d.unit, d.kind = a.unit, a.kind
	}
	lo, hi := a.scaled(*b), b.high
	if lo > hi {
		return d, false
	}
	d.low, d.high, d.ranged = lo, hi, true
	return d, lo < hi
}

// stepped says whether the word at an atom tells a movement or its step, so that "300 to 1,200" after it is a step and where it led.
func (f *finder) stepped(i int) bool {
	for n := 0; n < 2; n, i = n+1, i-1 {
		if f.lower(i) == "by" || f.moving(i) != "" {
			return true
		}
	}
	return false
}
