package accounts

import (
	"cmp"
	"slices"

	"github.com/hearsay-news/hearsay/compare/words"
)

// gram is the place of a few words in a row.
type gram struct {
	hash uint64
	at   int32
}

const gramWords = 5 // runs of fewer equal words decide nothing

// grams lists the runs of gramWords words of a content, sorted by their hash; of equal ones the first.
func grams(list []words.Word) []gram {
	var out []gram
	for i := 0; i+gramWords <= len(list); i++ {
		out = append(out, gram{hashOf(list[i:]), int32(i)})
	}
	slices.SortFunc(out, func(a, b gram) int { return cmp.Or(cmp.Compare(a.hash, b.hash), cmp.Compare(a.at, b.at)) })
	return slices.CompactFunc(out, func(a, b gram) bool { return a.hash == b.hash })
}

func hashOf(list []words.Word) uint64 {
	h := uint64(0)
	for _, w := range list[:gramWords] {
		h = words.Mix(h*31 ^ uint64(w.Form))
	}
	return h
}

// commonRun is the length of the longest run of equal words that two contents have, 0 for one of fewer than gramWords: runs are begun where
// words of b stand in a for the first time, so that saying a thing again and again costs nothing.
func commonRun(a, b *told) int {
	best := 0
	for j := 0; j+gramWords <= len(b.words); j++ {
		n, found := slices.BinarySearchFunc(a.grams, hashOf(b.words[j:]), func(g gram, hash uint64) int { return cmp.Compare(g.hash, hash) })
		if !found {
			continue
		}
		i := int(a.grams[n].at)
		back := 0
		for back < min(i, j) && a.words[i-back-1].Form == b.words[j-back-1].Form {
			back++
		}
		run := 0
		for i+run < len(a.words) && j+run < len(b.words) && a.words[i+run].Form == b.words[j+run].Form {
			run++
		}
		best = max(best, back+run)
		if run > gramWords {
			j += run - gramWords
		}
	}
	return best
}
