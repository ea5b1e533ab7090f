package figures

import (
	"math"

	"github.com/hearsay-news/hearsay/compare/align"
)

// agreeing scores two figures that can both be true.
func (r *reader) agreeing(p *pair) float64 {
	if r.part(noAgreement, p) {
		return 0
	}
	a, b := p.a, p.b
	if r.plainlyOne(a, b, p.fit, p.lay) {
		return 10 + p.evidence
	}
	if p.fit == align.Silent && a.axis == "count" && !exact(a, b) || disjoint(a.context, b.context) && !exact(a, b) && disjoint(a.places, b.places) {
		return 0
	}
	if p.evidence < p.need() || p.near == 0 && p.lay != align.Equal && !(exact(a, b) && a.low.Value >= 20) {
		return 0
	}
	return 10 + p.evidence
}

// need is how much two figures must have in common to be of one quantity: less where the number, the thing, what is told or who tells it is the same.
func (p *pair) need() float64 {
	need := align.CountedSame
	if exact(p.a, p.b) && p.a.low.Value >= 20 {
		need -= align.CountedExact // the same number is no chance
	}
	if p.fit == align.Equal {
		need -= align.CountedThing
	}
	if p.lay == align.Equal {
		need -= align.CountedTold
	}
	if p.a.said >= 0 && p.a.said == p.b.said {
		need -= align.CountedTold
	}
	return need
}

var noAgreement = []parting{
	{"far apart", "at least 16 / tens of thousands", func(_ *reader, p *pair) bool {
		return p.a.axis != "share" && !p.a.rng.Near(p.b.rng, true) || lopsided(p.a, p.b)
	}},
	{"a count of nothing named", "23 patients / 23 in Besk", func(r *reader, p *pair) bool {
		return p.fit == align.Silent && p.a.axis == "count" && p.lay != align.Equal && r.rare(p.a, p.a.kins, p.b.kins) < 2*align.CountedRival
	}},
	{"new ones of two days", "25 new cases / 25 new cases, days later", func(_ *reader, p *pair) bool {
		return p.a.fresh && p.b.fresh && !sameDay(p.a, p.b) && !(p.a.dated && p.b.dated) && p.a.page.Origin != p.b.page.Origin
	}},
	{"two majorities", "most want it / most fear it", func(_ *reader, p *pair) bool {
		return p.a.axis == "share" && p.a.amount.Vague && p.b.amount.Vague && p.lay != align.Equal
	}},
	{"of them", "forty of them / forty boats", func(_ *reader, p *pair) bool {
		return p.fit == align.Silent && (p.a.thing.pronoun || p.b.thing.pronoun) && p.lay != align.Equal
	}},
	{"two sums", "3 million was paid / 3.1 million was lost", func(_ *reader, p *pair) bool {
		return p.measured() && p.fit == align.Silent && !exact(p.a, p.b) && p.lay != align.Equal && !(p.a.rng.Close(p.b.rng) && p.near >= align.CountedRival)
	}},
}

// lopsided says whether a plain number lies so far below an upper bound, or above a lower one, that both hardly count one thing: "up to 176" and 50.
func lopsided(a, b *item) bool {
	if a.axis == "share" || a.rng.Exact == b.rng.Exact || a.amount.Vague || b.amount.Vague {
		return false
	}
	if !a.rng.Exact {
		a, b = b, a
	}
	n := a.rng.Low
	return math.IsInf(b.rng.Low, -1) && n*align.FarBelow < b.rng.High || math.IsInf(b.rng.High, 1) && n > b.rng.Low*align.FarBelow
}

// plainlyOne says whether two pages of a story give the same number of the same thing, described alike: "12 Vellish officers charged", "a 7.0-magnitude
// quake". Small numbers of what has no description may be of anything.
func (r *reader) plainlyOne(a, b *item, fit, lay align.Fit) bool {
	if !exact(a, b) || a.low != a.high || a.page == b.page || fit == align.Contrary || disjoint(a.names, b.names) && a.axis != "count" {
		return false
	}
	switch a.axis {
	case "count":
		if fit != align.Equal || a.low.Value < leastPlain || a.amount.Vague {
			return false
		}
		_, alike := r.set.Common(a.thing.mods, b.thing.mods)
		return alike >= align.Telling || a.fate != "" && a.fate == b.fate && a.low.Value >= 10*leastPlain || lay == align.Equal
	case "share":
		return false
	case "magnitude":
		return fit == align.Equal || fit == align.Silent
	}
	return fit == align.Equal && lay == align.Equal
}

const (
	leastPlain = 10
	manyAlike  = 20 // from which the same number is no chance
)
