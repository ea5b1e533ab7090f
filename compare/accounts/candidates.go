package accounts

import (
	"github.com/hearsay-news/hearsay/compare/align"
	"github.com/hearsay-news/hearsay/compare/words"
)

const mostTold = 3 // main clauses of a content by which others are looked up

// looks makes the keys through which statements of one story find each other: the weighty words of the content, and who speaks of what kind of
// doing.
func (m *matcher) looks() []align.Look {
	out := make([]align.Look, len(m.all))
	v := m.set.Vocabulary
	for i, t := range m.all {
		key := func(kind, x, y uint64) uint64 {
			return words.Mix(words.Mix(uint64(t.page.Story)<<3|kind) ^ words.Mix(x)*31 ^ y)
		}
		look := &out[i]
		for _, k := range t.kins {
			if v.Weight[k] >= align.Telling {
				look.Keys = append(look.Keys, key(0, uint64(k), 0))
			}
		}
		for _, c := range t.clauses[:min(t.mains, mostTold)] {
			for _, k := range m.al.Keys(c) {
				look.Must = append(look.Must, key(2, k, 0))
			}
		}
		if t.voice.entity < 0 {
			continue
		}
		look.Must = append(look.Must, key(1, uint64(t.voice.entity), 0))
	}
	return out
}
