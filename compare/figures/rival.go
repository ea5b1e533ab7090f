package figures

import (
	"github.com/hearsay-news/hearsay/compare/align"
	"github.com/hearsay-news/hearsay/compare/words"
	"github.com/hearsay-news/hearsay/read/amounts"
	"github.com/hearsay-news/hearsay/text"
)

// rival scores two figures that exclude each other: they must be told of one thing on one occasion.
func (r *reader) rival(p *pair) float64 {
	p.alike, p.busy = r.alike(p.a, p.b, p.fit, p.near, p.evidence), r.al.Busy(p.a.page.Story)
	if r.part(noRivals, p) {
		return 0
	}
	return p.evidence
}

var noRivals = []parting{
	{"far apart", "12 died / 900 died", func(_ *reader, p *pair) bool {
		return !p.a.rng.Near(p.b.rng, p.alike || p.lay == align.Equal && p.evidence >= 2*align.CountedRival)
	}},
	{"in doubt", "perhaps six men", func(r *reader, p *pair) bool { return r.perhaps(p.a) || r.perhaps(p.b) }},
	{"a share of each day", "52 percent / 55 percent, days later", func(_ *reader, p *pair) bool {
		return p.a.axis == "share" && !sameDay(p.a, p.b) && !bothOf(p.a, p.b)
	}},
	{"no occasion", "4 wounded / 5 wounded, on two fronts", func(r *reader, p *pair) bool { return p.busy && !r.oneOccasion(p.a, p.b, p.lay) }},
	{"a town of its own", "4 killed / 9 killed in Besk", func(_ *reader, p *pair) bool { return p.a.fate != "" && lonePlace(p.a, p.b) }},
	{"new ones and all", "12 new cases / 14 cases", func(_ *reader, p *pair) bool { return p.a.fresh != p.b.fresh || p.a.fresh && !sameDay(p.a, p.b) }},
	{"two periods", "88 million in 18 months / 40 million in three", func(_ *reader, p *pair) bool { return otherPeriod(p.a, p.b) }},
	{"two times", "12 died / 14 died, weeks later", func(_ *reader, p *pair) bool { return !oneTime(p.a, p.b) }},
	{"unlike in a long story", "9 million / 3 million", func(_ *reader, p *pair) bool {
		return p.busy && !p.alike && (p.fit == align.Silent || p.lay != align.Equal && p.a.fate == "")
	}},
	{"two bodies", "14 Vellish guards / 19 Kolmarian guards", func(_ *reader, p *pair) bool {
		return disjoint(p.a.names, p.b.names) && !(p.lay == align.Equal && !strangers(p.a, p.b)) || disjoint(p.a.caps, p.b.caps) && disjoint(p.a.beside, p.b.beside)
	}},
	{"a mere magnitude", "scores / 15", func(_ *reader, p *pair) bool { return p.a.amount.Vague || p.b.amount.Vague }},
	{"few", "two here / one there", func(_ *reader, p *pair) bool {
		return p.a.fate == "" && p.a.axis == "count" && min(p.a.rng.Low, p.b.rng.Low) < fewRival
	}},
	{"a later count", "30 boats / 24 boats, a week later", func(r *reader, p *pair) bool { return r.longApart(p.a, p.b) }},
	{"unlike things", "12 boats / 14 of them", func(_ *reader, p *pair) bool {
		return p.fit != align.Equal && !(p.fit == align.Compatible && p.a.fate != "") && !(p.fit == align.Silent && p.a.axis != "count" && p.lay == align.Equal) && !p.alike
	}},
	{"told otherwise", "12 guards slept / 14 guards sang", func(r *reader, p *pair) bool {
		return p.lay != align.Equal && !p.alike && !(r.telling(p.a, p.b) && p.evidence >= align.CountedRival+align.CountedTold)
	}},
	{"sums of nothing named", "it cost 3 million / a bridge for 4 million", func(_ *reader, p *pair) bool {
		return p.fit == align.Silent && p.a.thing.known != p.b.thing.known && !p.alike
	}},
	{"nothing in common", "12 boats / 14 boats", func(_ *reader, p *pair) bool {
		a, b := p.a, p.b
		return !meets(a.places, b.places) && !meets(a.names, b.names) && !(meets(a.context, b.context) || meets(a.context, b.places) || meets(b.context, a.places)) && p.near < align.CountedRival
	}},
	{"too little in common", "12 boats came / 14 boats lay", func(_ *reader, p *pair) bool {
		return p.evidence < align.CountedRival || p.near < align.Telling
	}},
}

// oneOccasion says whether two figures of a story of many pages name what they were counted at: a place in both sentences, somebody, one day, or words
// beyond what became of whom.
func (r *reader) oneOccasion(a, b *item, lay align.Fit) bool {
	if disjoint(a.places, b.places) {
		return false // a town and its country: a part and the whole
	}
	if lonePlace(a, b) {
		return false
	}
	if meets(a.places, b.places) || meets(a.names, b.names) {
		return true
	}
	if bothOf(a, b) {
		return true
	}
	weight := 0.0
	for w := range words.Common(a.kins, b.kins) {
		if w != a.thing.head && w != b.thing.head && (a.clause == nil || w != a.clause.Verb()) {
			weight += r.set.Vocabulary.Weight[w] * r.al.Rarity(a.page, w)
		}
	}
	return weight >= align.CountedHead
}

// lonePlace says whether one sentence names a place that neither the other one nor its page's head names.
func lonePlace(a, b *item) bool {
	if len(a.places) > len(b.places) {
		a, b = b, a
	}
	return len(a.places) == 0 && len(b.places) > 0 && !meets(a.context, b.places) && !meets(a.caps, b.places)
}

// perhaps says whether a word of doubt stands before a figure.
func (r *reader) perhaps(t *item) bool {
	list := t.page.Between(text.Span{Start: max(0, t.span.Start-24), End: t.span.Start})
	return len(list) > 0 && r.al.Word("doubting", r.set.Vocabulary.Forms[list[len(list)-1].Form].Text)
}

// alike says whether two figures stand in sentences that tell nearly the same, so that what each counts need not be told by both: of a count one thing,
// of a measure one side of it, or nearly all words.
func (r *reader) alike(a, b *item, fit align.Fit, near, evidence float64) bool {
	if fit == align.Equal {
		return near >= 2*align.CountedRival && evidence >= 3*align.CountedRival && !a.thing.anybody && !otherwise(a, b)
	}
	if fit == align.Contrary || !a.measured() {
		return false
	}
	return near >= align.MeasuredRival && evidence >= 4*align.CountedRival
}

// measured says whether a figure stands on a scale of lengths, times, volumes: no count, share or sum.
func (t *item) measured() bool {
	return t.axis != "count" && t.axis != "share" && t.amount.Kind != amounts.Money
}

// otherwise says whether two clauses tell two known kinds of doing: who was indicted and who was expelled.
func otherwise(a, b *item) bool {
	return a.clause != nil && b.clause != nil && len(a.clause.Row.Classes) > 0 && len(b.clause.Row.Classes) > 0
}

// telling says whether what is counted tells by itself of one thing: the turnout, the transfer fee, cases of measles.
func (r *reader) telling(a, b *item) bool {
	n, _ := r.set.Common(a.thing.mods, b.thing.mods)
	return r.set.Vocabulary.Weight[a.thing.head] >= align.CountedHead || n > 0
}

const (
	fewRival  = 3 // below which two counts that exclude each other are rather two counts
	rivalDays = 3 // within which the smaller number of the later page is the same count
)
