package align

import (
	"slices"
	"sort"

	"github.com/hearsay-news/hearsay/compare/words"
)

// Limits say how far rows are looked up through shared keys.
type Limits struct {
	Keys  int // keys of a row through which others are looked up, rarest first
	Block int // rows looked at through one of them, the nearest
	Most  int // rows laid on one
}

// Look is one row's keys, made of its parts: what it counts, whom and what it names, its predicate's class, its place and day. Only rows with a key in
// common are laid on each other. Rare keys decide; Must holds those that are used however frequent they are.
type Look struct {
	Keys []uint64
	Must []uint64
}

// Keys are what a clause can be looked up by: each kind of doing, with all that stand against it, and who or what it is done to.
func (al *Aligner) Keys(c *Clause) []uint64 {
	var out []uint64
	for _, class := range c.classes {
		root := words.Hash(al.tables.Root(class))
		for i := range c.parts {
			if p := &c.parts[i]; (p.kind == Object || p.kind == Actor) && !p.general && !p.self && p.head != 0 {
				out = append(out, words.Mix(root^words.Mix(uint64(p.head))))
			}
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// Pairs returns the pairs of rows that may have to do with each other, a < b, in order. Rows of one story come with keys of their own: mix its
// number into each.
func Pairs(rows []Look, limits Limits) [][2]int {
	df := map[uint64]int{}
	for i := range rows {
		for _, k := range rows[i].Keys {
			df[k]++
		}
	}
	index := map[uint64][]int{}
	var out [][2]int
	hits := map[int]int{}
	var found []int
	for i := range rows {
		var keys []uint64
		for _, k := range rows[i].Keys {
			if df[k] > 1 { // what no other row has leads nowhere
				keys = append(keys, k)
			}
		}
		sort.Slice(keys, func(a, b int) bool {
			if df[keys[a]] != df[keys[b]] {
				return df[keys[a]] < df[keys[b]]
			}
			return keys[a] < keys[b]
		})
		keys = append(keys[:min(len(keys), limits.Keys)], rows[i].Must...)
		clear(hits)
		found = found[:0]
		for _, k := range keys {
			list := index[k]
			for n := len(list) - 1; n >= 0 && n >= len(list)-limits.Block; n-- {
				if hits[list[n]]++; hits[list[n]] == 1 {
					found = append(found, list[n])
				}
			}
		}
		sort.Slice(found, func(a, b int) bool {
			if hits[found[a]] != hits[found[b]] {
				return hits[found[a]] > hits[found[b]]
			}
			return found[a] > found[b]
		})
		for n, j := range found {
			if n == limits.Most {
				break
			}
			out = append(out, [2]int{j, i})
		}
		for _, k := range keys {
			if list := index[k]; len(list) == 0 || list[len(list)-1] != i {
				index[k] = append(list, i)
			}
		}
	}
	return out
}
