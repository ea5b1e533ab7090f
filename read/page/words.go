package page

// wordTable finds a word's entry by its hash: a table with open addressing, since every word of every page is looked up.
type wordTable struct {
	slots []slot // a power of two of them, half empty
}

type slot struct {
	hash uint64
	word *word
}

func newWordTable(words map[uint64]word) wordTable {
	size := 1
	for size < 2*len(words) {
		size *= 2
	}
	t := wordTable{make([]slot, size)}
	for hash, w := range words {
		i := t.home(hash)
		for t.slots[i].word != nil {
			i = (i + 1) & (size - 1)
		}
		t.slots[i] = slot{hash, &w}
	}
	return t
}

func (t *wordTable) home(hash uint64) int { return int(hash^hash>>32) & (len(t.slots) - 1) }

// find returns what the tables say of a word, nil for nothing.
func (t *wordTable) find(hash uint64) *word {
	for i := t.home(hash); ; i = (i + 1) & (len(t.slots) - 1) {
		if s := &t.slots[i]; s.hash == hash && s.word != nil || s.word == nil {
			return s.word
		}
	}
}

// stop says whether a word is a stop word of any language.
func (t *wordTable) stop(hash uint64) bool {
	w := t.find(hash)
	return w != nil && w.stops != 0
}
