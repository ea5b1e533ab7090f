package clauses

import (
	"sort"
	"strings"
	"sync"

	"github.com/hearsay-news/hearsay/lang/en"
)

// words is the table lang/en/clauses/words.txt: kind → set of words.
var words = sync.OnceValue(func() map[string]map[string]bool {
	table := map[string]map[string]bool{}
	for line := range strings.Lines(en.ClauseWords) {
		kind, list, found := strings.Cut(strings.TrimSpace(line), ":")
		if !found || strings.HasPrefix(line, "#") {
			continue
		}
		if table[kind] == nil {
			table[kind] = map[string]bool{}
		}
		for _, word := range strings.Fields(list) {
			table[kind][word] = true
		}
	}
	return table
})

func is(kind, word string) bool { return words()[kind][word] }

type classTable struct {
	of       map[string][]string // lemma → classes
	opposite map[[2]string]bool
}

var classes = sync.OnceValue(func() classTable {
	t := classTable{map[string][]string{}, map[[2]string]bool{}}
	for line := range strings.Lines(en.ClauseClasses) {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		if a, b, found := strings.Cut(line, " <> "); found {
			t.opposite[[2]string{a, b}], t.opposite[[2]string{b, a}] = true, true
			continue
		}
		list := strings.Fields(line)
		for _, word := range list {
			if of := t.of[word]; len(of) == 0 || of[len(of)-1] != list[0] {
				t.of[word] = append(of, list[0])
			}
		}
	}
	for word, of := range t.of {
		sort.Strings(of)
		kept := of[:0]
		for i, class := range of {
			if i == 0 || class != of[i-1] {
				kept = append(kept, class)
			}
		}
		t.of[word] = kept
	}
	return t
})

// ClassesOf returns the kinds of doing or happening that a lemma can be, sorted; nil for a word of none.
func ClassesOf(lemma string) []string {
	return classes().of[lemma]
}

// Opposite says whether two classes deny each other: agree and refuse.
func Opposite(a, b string) bool { return classes().opposite[[2]string{a, b}] }

// happening says whether a noun tells that something happened.
func happening(lemma string) bool { return len(ClassesOf(lemma)) > 0 && !is("notevent", lemma) }
