package timeline

import (
	"sort"
	"strconv"

	"github.com/hearsay-news/hearsay/compare/cluster"
	"github.com/hearsay-news/hearsay/compare/pages"
	"github.com/hearsay-news/hearsay/read/times"
)

const (
	keys       = 6
	newer      = 32
	someWords  = 0.25 // share of the lighter clause's weight in common, with the same kind of verb on the same day
	otherVerb  = 0.5  // with another verb
	looseDays  = 0.45 // where one of the days is only known as a week or longer
	otherDay   = 0.6  // where the days differ: a conflict
	daysApart  = 3    // and by no more than so many
	telling    = 3.5  // weight of what such a noun must say
	bare       = 2    // kins of a noun that only names an event
	checkPairs = 64
)

// merge groups the accounts of one event.
func merge(set *pages.Set, all []*told) [][]*told {
	df := map[uint32]int{}
	for _, t := range all {
		for _, k := range t.kins {
			df[k]++
		}
	}
	index := map[string][]int{}
	var links []cluster.Link
	for i, t := range all {
		rare := append([]uint32(nil), t.kins...)
		rarity := func(k uint32) float64 {
			return float64(df[k]) * (1 + set.Vocabulary.Everyday(set.Vocabulary.StemText[k])/20)
		}
		sort.Slice(rare, func(x, y int) bool {
			if a, b := rarity(rare[x]), rarity(rare[y]); a != b {
				return a < b
			}
			return rare[x] < rare[y]
		})
		rare = rare[:min(len(rare), keys)]
		if !contains(rare, t.trigger) {
			rare = append(rare, t.trigger)
		}
		seen := map[int]bool{}
		for _, k := range rare {
			b := strconv.Itoa(t.page.Story) + " " + strconv.Itoa(int(t.mode)) + " " + strconv.Itoa(int(k))
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
	var out [][]*told
	for _, members := range cluster.Groups(len(all), links, func(a, b []int) bool { return together(set, all, a, b) }) {
		var g []*told
		for _, n := range members {
			g = append(g, all[n])
		}
		out = append(out, g)
	}
	return out
}

func contains(list []uint32, x uint32) bool {
	for _, y := range list {
		if x == y {
			return true
		}
	}
	return false
}

// same scores how surely two accounts tell one event; 0 for not.
func same(set *pages.Set, a, b *told) float64 {
	if a.mode != b.mode {
		return 0
	}
	n, weight := set.Common(a.kins, b.kins)
	if n == 0 {
		return 0
	}
	part := weight / min(a.weight, b.weight)
	verb := a.trigger == b.trigger
	one := shares(a.who, b.who)
	if a.page == b.page && part < otherDay {
		return 0 // one page seldom tells an event twice in other words
	}
	x, okA := a.when.Single()
	y, okB := b.when.Single()
	switch {
	case okA && okB && x == y:
		switch {
		case verb && (one && n >= 2 || n >= 3) && part >= someWords:
			return 2 + part
		case min(len(a.kins), len(b.kins)) <= bare && part > 0.99 && weight >= telling && (contains(a.kins, b.trigger) || contains(b.kins, a.trigger)):
			return 1 // "the explosion of 5 March" and a clause that tells it
		case !verb && n >= 3 && part >= otherVerb && (contains(a.kins, b.trigger) || contains(b.kins, a.trigger)):
			return 1 + part
		}
	case okA && okB:
		if verb && n >= 4 && part >= otherDay && abs(int(x-y)) <= daysApart && a.page != b.page {
			return part
		}
	default:
		met, ok := a.when.Meet(b.when)
		alike := a.when.Earliest == b.when.Earliest && a.when.Latest == b.when.Latest // "since the beginning of March" has no end
		if ok && verb && n >= 3 && part >= looseDays && (alike || near(met)) {
			return 0.5 + part
		}
	}
	return 0
}

// near says whether an interval is short enough for two accounts inside it to be of one event.
func near(i times.Interval) bool {
	return i.Earliest.Known && i.Latest.Known && i.Latest.Day-i.Earliest.Day <= 31
}

// together says whether two groups may be one: accounts whose days exclude each other need a tie of their own.
func together(set *pages.Set, all []*told, a, b []int) bool {
	checks := 0
	a, b = cluster.Spread(a), cluster.Spread(b)
	set.Steps.Take(len(a) * len(b))
	for _, i := range a {
		for _, j := range b {
			if _, ok := all[i].when.Meet(all[j].when); ok {
				continue
			}
			if checks++; checks > checkPairs || same(set, all[i], all[j]) == 0 {
				return false
			}
		}
	}
	return true
}

func shares(a, b []int) bool {
	i, j := 0, 0
	for i < len(a) && j < len(b) {
		switch {
		case a[i] < b[j]:
			i++
		case b[j] < a[i]:
			j++
		default:
			return true
		}
	}
	return false
}

func abs(n int) int { return max(n, -n) }
