package stories

import (
	"sort"

	"github.com/hearsay-news/hearsay/compare/pages"
)

const (
	probes    = 24  // stems of a page through which others are looked up
	window    = 800 // pages looked at through one stem: those that came out nearest
	shortlist = 60  // pages that one is held against in full
)

// neighbours lists for each page those that share its weightiest stems, in order of their number. Order is that of publication: of a stem that
// very many pages have, the nearest ones in it are looked at.
func neighbours(set *pages.Set, vectors []vector, order []int) [][]int {
	place := make([]int32, len(order)) // of a page in the order
	heavy := make([][]uint32, len(order))
	holders := map[uint32][]int32{} // stem → places of the pages that have it among their heaviest
	for at, n := range order {
		place[n] = int32(at)
		heavy[n] = vectors[n].heaviest(probes)
		for _, t := range heavy[n] {
			holders[t] = append(holders[t], int32(at))
		}
	}
	pairs := make([]map[int]bool, len(order))
	for i := range pairs {
		pairs[i] = map[int]bool{}
	}
	scores := map[int]float64{}
	for n := range order {
		clear(scores)
		for _, t := range heavy[n] {
			w := vectors[n].weight(t)
			list := around(holders[t], place[n])
			set.Steps.Take(len(list))
			for _, at := range list {
				if m := order[at]; m != n {
					scores[m] += w * vectors[m].weight(t)
				}
			}
		}
		found := make([]int, 0, len(scores))
		for m := range scores {
			found = append(found, m)
		}
		sort.Slice(found, func(x, y int) bool {
			if scores[found[x]] != scores[found[y]] {
				return scores[found[x]] > scores[found[y]]
			}
			return found[x] < found[y]
		})
		for _, m := range found[:min(len(found), shortlist)] {
			pairs[n][m], pairs[m][n] = true, true
		}
	}
	out := make([][]int, len(order))
	for n, near := range pairs {
		out[n] = sortedKeys(near)
	}
	return out
}

// around is the part of a sorted list that lies nearest to a place.
func around(list []int32, place int32) []int32 {
	if len(list) <= window {
		return list
	}
	at := sort.Search(len(list), func(k int) bool { return list[k] >= place })
	from := min(max(0, at-window/2), len(list)-window)
	return list[from : from+window]
}

func sortedKeys(m map[int]bool) []int {
	keys := make([]int, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	sort.Ints(keys)
	return keys
}
