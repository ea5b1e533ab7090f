package clauses

import (
	"sort"
	"strings"

	"github.com/hearsay-news/hearsay/lang"
)

// Tables are what a language says about predicates.
type Tables struct {
	words    map[string]map[string]bool // kind → set of words
	of       map[string][]string        // lemma → classes
	opposite map[[2]string]bool
	follows  map[[2]string]bool
	converse map[[2]string]bool
	spot     map[string]int    // noun for a spot → the group of its like
	root     map[string]string // class → the first of all classes that opposites tie to it
}

// Of returns the tables of a language.
func Of(l *lang.Language) *Tables { return tables.Of(l) }

var tables = lang.Compile(func(l *lang.Language) *Tables {
	t := &Tables{lang.Classes(l.Clauses.Words), map[string][]string{}, map[[2]string]bool{}, map[[2]string]bool{}, map[[2]string]bool{}, map[string]int{}, map[string]string{}}
	for line := range lang.Rows(l.Clauses.Classes) {
		if a, b, found := strings.Cut(line, " <> "); found {
			t.opposite[[2]string{a, b}], t.opposite[[2]string{b, a}] = true, true
			continue
		}
		if a, b, found := strings.Cut(line, " >< "); found {
			for _, pair := range [...][2]string{{a, b}, {b, a}} {
				t.opposite[pair], t.follows[pair] = true, true
			}
			continue
		}
		if a, b, found := strings.Cut(line, " -- "); found {
			t.converse[[2]string{a, b}], t.converse[[2]string{b, a}] = true, true
			continue
		}
		list := strings.Fields(line)
		for _, word := range list {
			t.of[word] = append(t.of[word], list[0])
		}
	}
	group := 0
	for line := range lang.Rows(l.Clauses.Spots) {
		group++
		for _, word := range strings.Fields(line) {
			t.spot[word] = group
		}
	}
	t.tie()
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

// Is says whether a word is of a kind that lang/en/clauses/words.txt lists.
func (t *Tables) Is(kind, word string) bool { return t.words[kind][word] }

// Classes returns the kinds of doing or happening that a lemma can be, sorted; nil for a word of none.
func (t *Tables) Classes(lemma string) []string { return t.of[lemma] }

// Opposite says whether two classes deny each other: agree and refuse.
func (t *Tables) Opposite(a, b string) bool { return t.opposite[[2]string{a, b}] }

// Follows says whether of two opposite classes the one well comes after the other: arrive and leave.
func (t *Tables) Follows(a, b string) bool { return t.follows[[2]string{a, b}] }

// Converse says whether two classes tell one deed from its two sides: sell and buy.
func (t *Tables) Converse(a, b string) bool { return t.converse[[2]string{a, b}] }

// Spot says whether a noun stands for a spot where somebody is or something happens.
func (t *Tables) Spot(lemma string) bool { return t.spot[lemma] != 0 }

// Spots says whether two nouns stand for spots of two kinds, of which nothing can be at both: the airport and his home.
func (t *Tables) Spots(a, b string) bool {
	x, y := t.spot[a], t.spot[b]
	return x != 0 && y != 0 && x != y
}

// tie finds for each class the first in the alphabet of those that opposites lead to.
func (t *Tables) tie() {
	for changed := true; changed; {
		changed = false
		for pair := range t.opposite {
			a, b := t.Root(pair[0]), t.Root(pair[1])
			if first := min(a, b); a != b {
				t.root[pair[0]], t.root[pair[1]], changed = first, first, true
			}
		}
	}
}

// Root is one name for a class and all that stand against it: rise, fall, cut.
func (t *Tables) Root(class string) string {
	if r := t.root[class]; r != "" {
		return r
	}
	return class
}

// happening says whether a noun tells that something happened.
func (t *Tables) happening(lemma string) bool {
	return len(t.of[lemma]) > 0 && !t.Is("notevent", lemma)
}
