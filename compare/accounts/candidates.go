package accounts

import (
	"sort"

	"github.com/hearsay-news/hearsay/compare/pages"
)

const (
	keys  = 8  // kins of a statement through which others are looked up, rarest first
	newer = 48 // statements looked at through one of them
	most  = 64 // statements compared with one
)

// pair is two statements that may be one utterance; a < b.
type pair struct{ a, b int }

// candidates pairs statements of one story that share rare kins.
func candidates(set *pages.Set, all []*told) []pair {
	df := map[uint32]int{}
	for _, t := range all {
		for _, k := range t.kins {
			df[k]++
		}
	}
	type at struct {
		story int
		kin   uint32
	}
	index := map[at][]int{}
	var out []pair
	for i, t := range all {
		rare := append([]uint32(nil), t.kins...)
		sort.Slice(rare, func(x, y int) bool {
			a, b := rarity(set, df, rare[x]), rarity(set, df, rare[y])
			if a != b {
				return a < b
			}
			return rare[x] < rare[y]
		})
		rare = rare[:min(len(rare), keys)]
		hits := map[int]int{}
		for _, k := range rare {
			list := index[at{t.page.Story, k}]
			for n := len(list) - 1; n >= 0 && n >= len(list)-newer; n-- {
				hits[list[n]]++
			}
		}
		found := make([]int, 0, len(hits))
		for j := range hits {
			found = append(found, j)
		}
		sort.Slice(found, func(x, y int) bool {
			if hits[found[x]] != hits[found[y]] {
				return hits[found[x]] > hits[found[y]]
			}
			return found[x] < found[y]
		})
		for n, j := range found {
			if n == most {
				break
			}
			out = append(out, pair{j, i})
		}
		for _, k := range rare {
			key := at{t.page.Story, k}
			index[key] = append(index[key], i)
		}
	}
	return out
}

// rarity grows with how common a kin is, in the record and in everyday English.
func rarity(set *pages.Set, df map[uint32]int, kin uint32) float64 {
	return float64(df[kin]) * (1 + set.Vocabulary.Everyday(set.Vocabulary.StemText[kin])/20)
}
