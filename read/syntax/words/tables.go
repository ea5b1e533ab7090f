package words

import (
	"strings"

	"github.com/hearsay-news/hearsay/lang"
)

// Kind says where an abbreviation keeps its full stop; the head of the table explains the kinds.
type Kind uint8

const (
	NoAbbreviation Kind = iota
	Title
	Number
	Word
	Unsure
)

// Tables are what a language says about single words.
type Tables struct {
	abbreviations map[string]Kind
	prefixes      map[string]bool
	contractions  map[string]int
	smileys       []string
}

var tables = lang.Compile(func(l *lang.Language) *Tables {
	t := &Tables{abbreviations: map[string]Kind{}, prefixes: map[string]bool{}, contractions: map[string]int{}}
	kinds := map[string]Kind{"title": Title, "number": Number, "word": Word, "unsure": Unsure}
	for _, f := range lines(l.Syntax.Abbreviations) {
		t.abbreviations[f[0]] = kinds[f[1]]
	}
	for _, f := range lines(l.Syntax.HyphenPrefixes) {
		t.prefixes[f[0]] = true
	}
	for _, f := range lines(l.Syntax.Contractions) {
		t.contractions[f[0]] = int(f[1][0] - '0')
	}
	for _, f := range lines(l.Syntax.Smileys) {
		t.smileys = append(t.smileys, f[0])
	}
	return t
})

// lines are the fields of a table's lines, without comments.
func lines(table string) [][]string {
	var out [][]string
	for _, line := range strings.Split(table, "\n") {
		if f := strings.Fields(line); len(f) > 0 && f[0] != "#" {
			out = append(out, f)
		}
	}
	return out
}

// Of returns the tables of a language.
func Of(l *lang.Language) *Tables { return tables.Of(l) }

// AbbreviationKind looks up a word written without its full stop.
func (t *Tables) AbbreviationKind(word string) Kind { return lookup(t.abbreviations, word) }

// lookup finds a short word in a table whose keys are in small letters, without allocating.
func lookup[V any](table map[string]V, word string) (v V) {
	var small [12]byte
	if len(word) > len(small) {
		return v
	}
	for i := 0; i < len(word); i++ {
		c := word[i]
		if 'A' <= c && c <= 'Z' {
			c |= 0x20
		}
		small[i] = c
	}
	return table[string(small[:len(word)])]
}
