package figures

import (
	"sort"
	"strconv"

	"github.com/hearsay-news/hearsay/compare/cluster"
	"github.com/hearsay-news/hearsay/compare/pages"
	"github.com/hearsay-news/hearsay/read/amounts"
)

const (
	keys      = 10   // kins of a sentence through which others are looked up, rarest first
	newer     = 32   // figures looked at through one of them
	enough    = 0.45 // share of the shorter sentence's weight that two must have in common
	much      = 0.55 // the same, where the numbers exclude each other
	victims   = 0.3  // and for dead, injured, missing: one story seldom has two such events
	checkPair = 64
)

// lineUp groups the figures that give one quantity.
func lineUp(set *pages.Set, all []*item) [][]*item {
	df := map[uint32]int{}
	for _, t := range all {
		for _, k := range t.kins {
			df[k]++
		}
	}
	index := map[string][]int{}
	var links []cluster.Link
	for i, t := range all {
		block := strconv.Itoa(t.page.Story) + "\x00" + t.axis + "\x00"
		rare := append([]uint32(nil), t.kins...)
		sort.Slice(rare, func(x, y int) bool {
			a, b := float64(df[rare[x]])*(1+set.Vocabulary.Everyday(set.Vocabulary.StemText[rare[x]])/20), float64(df[rare[y]])*(1+set.Vocabulary.Everyday(set.Vocabulary.StemText[rare[y]])/20)
			if a != b {
				return a < b
			}
			return rare[x] < rare[y]
		})
		blocks := make([]string, 0, keys+1)
		for _, k := range rare[:min(len(rare), keys)] {
			blocks = append(blocks, block+set.Vocabulary.StemText[k])
		}
		if t.said >= 0 {
			blocks = append(blocks, block+"\x00said"+strconv.Itoa(t.said))
		}
		seen := map[int]bool{}
		for _, b := range blocks {
			list := index[b]
			for n := len(list) - 1; n >= 0 && n >= len(list)-newer; n-- {
				if j := list[n]; !seen[j] {
					seen[j] = true
					set.Steps.Take(1 + len(t.kins) + len(all[j].kins))
					if score := same(set, all[j], t); score > 0 {
						links = append(links, cluster.Link{A: j, B: i, Score: score})
					}
				}
			}
			index[b] = append(list, i)
		}
	}
	var out [][]*item
	for _, members := range cluster.Groups(len(all), links, func(a, b []int) bool { return together(set, all, a, b) }) {
		var g []*item
		for _, n := range members {
			g = append(g, all[n])
		}
		out = append(out, g)
	}
	return out
}

// same scores how surely two figures of one axis give one quantity; 0 for not.
func same(set *pages.Set, a, b *item) float64 {
	if a.from != b.from && a.page == b.page || a.negated != b.negated || apart(a.places, b.places) {
		return 0
	}
	if a.step() != b.step() || (a.amount.Attitude == "another") != (b.amount.Attitude == "another") {
		return 0 // "fell 9 percent" is no level, "12 more" no total
	}
	if x, y := a.amount.Change, b.amount.Change; x != nil && y != nil && *x == *y && x.From.Known && x.To.Known && a.from == b.from && a.page != b.page {
		return 2 // both ends of a movement don't coincide by chance
	}
	excluded := !meet(a, b)
	if a.page == b.page && excluded {
		return 0 // one page does not contradict itself: these are two quantities
	}
	if a.dated && b.dated && a.asOf.Known() && b.asOf.Known() {
		if _, ok := a.asOf.Meet(b.asOf); !ok && excluded && a.amount.Kind != amounts.Share {
			return 0
		}
	}
	n, weight := set.Common(a.kins, b.kins)
	least := min(a.weight, b.weight)
	part := 0.0
	if least > 0 {
		part = weight / least
	}
	utterance := a.said >= 0 && a.said == b.said
	switch a.amount.Kind {
	case amounts.Killed, amounts.Injured, amounts.Missing, amounts.Detained:
		if n >= 1 && part >= victims || n >= 2 && weight >= 8 {
			return 1 + part
		}
		return 0
	}
	switch {
	case utterance && (!excluded || n >= 2):
		return 2 + part
	case excluded && (n < 3 || part < much):
		return 0
	case excluded && a.amount.Kind == amounts.Money && (n < 4 || part < plain):
		return 0 // a sum counts nothing that would tell it apart from another in the same affair
	case n >= 2 && part >= enough:
		return part
	}
	return 0
}

// step says whether a figure is how far something moved.
func (t *item) step() bool {
	c := t.amount.Change
	return c != nil && !c.From.Known && !c.To.Known
}

// together says whether two groups may be one: numbers that exclude each other need a tie of their own.
func together(set *pages.Set, all []*item, a, b []int) bool {
	checks := 0
	a, b = cluster.Spread(a), cluster.Spread(b)
	set.Steps.Take(len(a) * len(b))
	for _, i := range a {
		for _, j := range b {
			if meet(all[i], all[j]) {
				continue
			}
			if checks++; checks > checkPair {
				return false
			}
			if same(set, all[i], all[j]) == 0 && !tied(set, all, a, b, i, j) {
				return false
			}
		}
	}
	return true
}

// tied says whether another figure of either group with the same number stands for the one that lacks a tie of its own.
func tied(set *pages.Set, all []*item, a, b []int, i, j int) bool {
	if all[i].page == all[j].page {
		return false
	}
	for _, x := range a[:min(len(a), 8)] {
		for _, y := range b[:min(len(b), 8)] {
			if equal(all[x], all[i]) && equal(all[y], all[j]) && same(set, all[x], all[y]) > 0 {
				return true
			}
		}
	}
	return false
}

func equal(a, b *item) bool { return a.low == b.low && a.high == b.high && a.rel == b.rel }

// apart says whether two sentences name places and none in common.
func apart(a, b []int) bool {
	if len(a) == 0 || len(b) == 0 {
		return false
	}
	for _, x := range a {
		for _, y := range b {
			if x == y {
				return false
			}
		}
	}
	return true
}
