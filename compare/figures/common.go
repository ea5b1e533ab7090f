package figures

import (
	"github.com/hearsay-news/hearsay/compare/align"
	"github.com/hearsay-news/hearsay/compare/words"
)

// rare is the weight of what two lists have in common, where words that stand on most pages of the story weigh little.
func (r *reader) rare(t *item, a, b []uint32) float64 {
	weight := 0.0
	for w := range words.Common(a, b) {
		weight += r.set.Vocabulary.Weight[w] * r.al.Rarity(t.page, w)
	}
	return weight
}

// disjoint says whether two sentences name places and none in common.
func disjoint[T int | uint32](a, b []T) bool {
	if len(a) == 0 || len(b) == 0 {
		return false
	}
	for range words.Common(a, b) {
		return false
	}
	return true
}

func meets[T int | uint32](a, b []T) bool { return len(a) > 0 && len(b) > 0 && !disjoint(a, b) }

// joined says whether the places of either sentence stand in the other page's head: a town here, its country there. Two countries are two.
func (r *reader) joined(a, b *item) bool {
	if r.wide(a.places) && r.wide(b.places) {
		return false
	}
	return !disjoint(a.context, b.places) && len(a.context) > 0 || !disjoint(b.context, a.places) && len(b.context) > 0
}

func (r *reader) wide(places []uint32) bool {
	for _, p := range places {
		if r.al.Wide(p) {
			return true
		}
	}
	return false
}

func merged(a, b []uint32) []uint32 { return align.Unique(append(append([]uint32(nil), a...), b...)) }
