package figures

import (
	"github.com/hearsay-news/hearsay/compare/align"
	"github.com/hearsay-news/hearsay/read/amounts"
)

// pair is two figures while they are laid on each other.
type pair struct {
	a, b           *item
	lay            align.Fit // of what is told of either
	fit            align.Fit // of what they count
	excluded       bool      // they can't both be right
	near, evidence float64   // weight of what their sentences have in common, and with half of what stands around them
	alike, busy    bool      // only of rivals: they stand in sentences that tell nearly the same; theirs is a story of many pages
}

// parting is a named reason why two figures are not of one quantity. The lists of them are asked in order.
type parting struct {
	name, example string
	holds         func(r *reader, p *pair) bool
}

func (r *reader) part(list []parting, p *pair) bool {
	for i := range list {
		if list[i].holds(r, p) {
			return true
		}
	}
	return false
}

// same scores how surely two figures of one axis give one quantity; 0 for not.
func (r *reader) same(a, b *item) float64 {
	if r.otherScale(a, b) {
		return 0
	}
	p := &pair{a: a, b: b, lay: r.lay(a, b)}
	if r.part(unlike, p) {
		return 0
	}
	if x, y := a.amount.Change, b.amount.Change; x != nil && y != nil && *x == *y && x.From.Known && x.To.Known && a.from == b.from && a.page != b.page {
		return 100 // both ends of a movement don't coincide by chance
	}
	if p.excluded = excludes(a, b); r.part(onePage, p) {
		return 0
	}
	_, p.near = r.set.Common(a.kins, b.kins)
	_, far := r.set.Common(merged(a.kins, a.around), merged(b.kins, b.around))
	p.evidence = p.near + (far-p.near)/2
	p.fit = r.things(a, b)
	if p.fit == align.Contrary && p.lay == align.Equal && !p.excluded && (exact(a, b) || p.measured()) && p.near >= 2*align.CountedRival {
		p.fit = align.Compatible // "seas of 6 to 7 feet were pushing tides" and "waves of six to seven feet"
	}
	if r.part(strange, p) {
		return 0
	}
	if !p.excluded {
		return r.agreeing(p)
	}
	if a.fate == "" { // the toll is what the story is about: its words are the story's
		p.near, far = r.rare(a, a.kins, b.kins), r.rare(a, merged(a.kins, a.around), merged(b.kins, b.around))
	}
	p.evidence = p.near + (far-p.near)/2
	return r.rival(p)
}

// measured says whether the figures are sums or measures, no counts or shares.
func (p *pair) measured() bool { return p.a.axis != "count" && p.a.axis != "share" }

var (
	unlike = []parting{
		{"a level and a step", "rents fell 9 percent / 9 percent rent", func(_ *reader, p *pair) bool { return !told(p.a, p.b) && !(exact(p.a, p.b) && p.lay == align.Equal) }},
		{"more than before", "12 more died / 12 died", func(_ *reader, p *pair) bool { return p.a.added != p.b.added && !exact(p.a, p.b) }},
	}
	// one page does not contradict itself: these are two quantities
	onePage = []parting{
		{"contrary", "12 guards … 14 guards", func(_ *reader, p *pair) bool { return p.a.page == p.b.page && p.excluded }},
		{"two numbers", "seven in ten want it … two thirds want that", func(_ *reader, p *pair) bool {
			return p.a.page == p.b.page && !exact(p.a, p.b) && (!p.a.rng.Close(p.b.rng) || p.a.rel == p.b.rel && p.a.axis == "share" || p.lay != align.Equal)
		}},
	}
	strange = []parting{
		{"two things", "12 boats / 12 guards", func(_ *reader, p *pair) bool { return p.fit == align.Contrary }},
		{"two fates", "12 killed / 12 hurt", func(r *reader, p *pair) bool {
			return p.a.fate != p.b.fate && !(p.fit == align.Equal && r.sameFate(p.a, p.b, p.excluded))
		}},
		{"two times", "40 boats in 2019 / 40 boats in 2020", func(_ *reader, p *pair) bool { return !sameTime(p.a, p.b, p.excluded) }},
		{"two places", "12 boats in Besk / 12 boats in Sund", func(r *reader, p *pair) bool { return disjoint(p.a.places, p.b.places) && !r.joined(p.a, p.b) }},
		{"two firms", "Norvik paid 3 million / Korn paid 3 million", func(_ *reader, p *pair) bool { return p.measured() && strangers(p.a, p.b) }},
		{"contrary told", "12 came / 14 left", func(_ *reader, p *pair) bool { return p.lay == align.Contrary && p.excluded }},
		{"told otherwise", "80 were in Besk / 30 are safe", func(r *reader, p *pair) bool {
			return !exact(p.a, p.b) && r.otherwise(p.a, p.b) && !r.roughly(p.a, p.b, p.fit, p.near)
		}},
	}
)

// roughly says whether one figure only tells the magnitude of the other, of a thing that tells by itself what is counted: "hundreds of billboards" and
// "300 billboards", whatever else their clauses tell.
func (r *reader) roughly(a, b *item, fit align.Fit, near float64) bool {
	return a.amount.Vague != b.amount.Vague && fit != align.Contrary && fit != align.Silent && a.page != b.page && !excludes(a, b) &&
		r.set.Vocabulary.Weight[a.thing.head] >= align.CountedHead && near >= 2*align.CountedRival
}

// sameFate says whether two figures with unlike fates may be of the same people: one tells none, and either the number or what is told is the same.
func (r *reader) sameFate(a, b *item, excluded bool) bool {
	if !excluded && exact(a, b) && a.low.Known && a.low.Value >= manyAlike {
		return true
	}
	return (a.fate == "" || b.fate == "") && !a.thing.anybody && !b.thing.anybody && r.lay(a, b) == align.Equal
}

// otherScale says whether two figures can't be of one quantity whatever they count: counts and sums, a day's and a total, length and width.
func (r *reader) otherScale(a, b *item) bool {
	return a.axis != b.axis || a.rate != b.rate || a.extent != b.extent && a.extent != "" && b.extent != "" ||
		a.from != b.from && (a.page == b.page || bothEnds(a, b)) || a.negated != b.negated || a.part != b.part
}

// told says whether two figures tell the same of their thing: how many there are, by how many it changed, how many of a whole.
func told(a, b *item) bool {
	if a.step() != b.step() {
		return false
	}
	if a.axis == "share" || a.tells == b.tells {
		return true
	}
	return (a.tells != amounts.Part && b.tells != amounts.Part) || a.thing.pronoun || b.thing.pronoun // "16 of them"
}

// bothEnds says whether one figure is where a movement began and the other where one ended, or a number that excludes it: two quantities.
func bothEnds(a, b *item) bool {
	x, y := a.amount.Change, b.amount.Change
	if x != nil && y != nil && x.From.Known && x.To.Known && y.From.Known && y.To.Known {
		return true
	}
	return a.rng != nil && b.rng != nil && excludes(a, b)
}

// strangers says whether two clauses name people and bodies, and none in common: two firms' sums. Where one of them leaves its subject out, another
// clause of its sentence may name it.
func strangers(a, b *item) bool {
	if !disjoint(a.names, b.names) {
		return false
	}
	return len(a.doers) > 0 && len(b.doers) > 0 || disjoint(a.beside, b.beside)
}
