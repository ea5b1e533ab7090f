package align

import (
	"github.com/hearsay-news/hearsay/read/clauses"
)

// phrase says how two phrases stand to each other, what the equal words weigh in their story, and whether they name a single thing.
func (al *Aligner) phrase(a, b *part, ca, cb *Clause) (Fit, float64, bool) {
	fit, weight, single := al.words(a, b, ca, cb)
	if weight > 0 {
		rare := min(al.rarity(ca.Page, a.head), al.rarity(cb.Page, b.head))
		if n, more := al.set.Common(a.mods, b.mods); n > 0 && rare < 1 && more >= Telling {
			for _, m := range a.mods { // "the Helsinki airport": what describes it may be rarer
				if has(b.mods, m) {
					rare = max(rare, al.rarity(ca.Page, m))
				}
			}
		}
		weight *= rare
		single = single && rare == 1
	}
	return fit, weight, single
}

// words does so without regard to the story.
func (al *Aligner) words(a, b *part, ca, cb *Clause) (fit Fit, weight float64, single bool) {
	v := al.set.Vocabulary
	if a.self || b.self || a.general && !a.named && len(a.mods) == 0 || b.general && !b.named && len(b.mods) == 0 {
		if a.who >= 0 && a.who == b.who {
			return Equal, nameWeight, al.soleName(a, b)
		}
		if a.head == b.head && !a.self && !b.self && a.row.Lemma == b.row.Lemma && !al.tables.Is("empty", a.row.Lemma) {
			return Equal, v.Weight[a.head], false
		}
		return Compatible, 0, false
	}
	if a.number != nil && b.number != nil && a.number.Age && b.number.Age && !a.number.Meets(b.number) {
		return Contrary, 0, false // a man of 41 and one of 29
	}
	switch {
	case a.who >= 0 && a.who == b.who:
		n, _ := al.set.Common(a.mods, b.mods)
		return Equal, nameWeight, al.soleName(a, b) || a.row.Definite && b.row.Definite && n > 0
	case a.named && b.named:
		return al.named(a, b, ca, cb)
	case a.named != b.named && a.head != b.head:
		return Compatible, 0, false // a name and a description that may be its
	}
	alike := a.head == b.head
	if !alike && !a.named && !b.named {
		switch {
		case has(a.mods, b.head) || has(b.mods, a.head): // "army troops" and "the army"
			return Compatible, v.Weight[pick(has(a.mods, b.head), b.head, a.head)], false
		case !a.person || !b.person || a.general || b.general:
			return Silent, 0, false // two words for what may be one thing
		}
		return Contrary, 0, false
	}
	if len(a.proper) > 0 && len(b.proper) > 0 && !Shares(a.proper, b.proper) && !al.nested(a, b, ca, cb) {
		return Contrary, 0, false // the police chief of one town and of another
	}
	if al.setApart(a, b) {
		return Contrary, 0, false
	}
	weight = v.Weight[a.head]
	n, more := al.set.Common(a.mods, b.mods)
	weight += more
	single = a.row.Definite && b.row.Definite && n > 0 || Shares(a.proper, b.proper) && (a.row.Definite || b.row.Definite) || Shares(a.inner, b.inner) || shared(a.proper, b.proper) > 1
	fit = Equal
	if n == 0 && len(a.mods) > 0 && len(b.mods) > 0 {
		fit = Compatible // "the road bridge" and "the old bridge"
	}
	return fit, min(weight, mostAPart), single
}

func pick(first bool, a, b uint32) uint32 {
	if first {
		return a
	}
	return b
}

// soleName says whether an equal name is one of somebody or something, not only of a town.
func (al *Aligner) soleName(a, b *part) bool { return !a.town && !b.town && (a.named || b.named) }

// named lays two names on each other: one that holds all words of the other is the same ("CBS" and "CBS News"), one that shares some may be.
func (al *Aligner) named(a, b *part, ca, cb *Clause) (Fit, float64, bool) {
	n := shared(a.proper, b.proper)
	switch {
	case n > 0 && n == min(len(a.proper), len(b.proper)):
		return Equal, nameWeight, al.soleName(a, b)
	case n > 0, a.town != b.town, al.nested(a, b, ca, cb):
		return Compatible, 0, false
	}
	return Contrary, 0, false
}

// setApart says whether ordinals or opposite words tell two phrases with one head apart: the first reactor and the second.
func (al *Aligner) setApart(a, b *part) bool {
	x, y := al.mark(a), al.mark(b)
	return x != 0 && y != 0 && x != y
}

// mark returns the word of a phrase that counts it off from its like: an ordinal, a side, a degree; 0 for none.
func (al *Aligner) mark(p *part) uint32 {
	for _, m := range p.mods {
		if al.tables.Is("marking", al.set.Vocabulary.StemText[m]) {
			return m
		}
	}
	return 0
}

// governs says whether one of two lists of stems holds the capital of a country in the other: Moscow and Russia.
func (al *Aligner) governs(a, b []uint32) bool {
	v := al.set.Vocabulary
	for _, pair := range [...][2][]uint32{{a, b}, {b, a}} {
		for _, s := range pair[0] {
			if country := al.facts.capital[v.StemText[s]]; country != "" {
				for _, o := range pair[1] {
					if v.StemText[o] == country {
						return true
					}
				}
			}
		}
	}
	return false
}

// nested says whether one place may hold the other: a country or region and a town, or two names that one of the pages joins.
func (al *Aligner) nested(a, b *part, ca, cb *Clause) bool {
	v := al.set.Vocabulary
	wide := func(p *part) bool {
		for _, s := range p.proper {
			if al.facts.wide[v.StemText[s]] {
				return true
			}
		}
		return al.tables.Is("wide", p.row.Lemma)
	}
	if wide(a) != wide(b) || al.governs(a.proper, b.proper) {
		return true
	}
	for _, c := range [...]*Clause{ca, cb} {
		for i := range c.parts {
			p := &c.parts[i]
			if (p.kind == Place || p.row.Slot == clauses.Other) && Shares(p.proper, a.proper) && Shares(p.proper, b.proper) {
				return true
			}
		}
	}
	return false
}
