package syntax

import (
	"sort"

	"github.com/hearsay-news/hearsay/train/conllu"
)

// classes are the pairs of UPOS and XPOS that occur, most frequent first.
func classes(sentences []conllu.Sentence) ([]string, map[string]int) {
	count := map[string]int{}
	for _, s := range sentences {
		for _, w := range s.Words {
			count[w.UPOS+" "+w.XPOS]++
		}
	}
	var names []string
	for name, n := range count {
		if n >= 3 {
			names = append(names, name)
		}
	}
	sort.Slice(names, func(i, j int) bool {
		if count[names[i]] != count[names[j]] {
			return count[names[i]] > count[names[j]]
		}
		return names[i] < names[j]
	})
	index := map[string]int{}
	for i, name := range names {
		index[name] = i
	}
	return names, index
}
