package entities

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/hearsay-news/hearsay/compare/words"
)

// bodySpelling is how many letters of each token of a body's or place's name must agree: such names are seldom carried over from
// another script word by word, and near names are often different places.
const (
	bodySpelling = 0.8
	longWord     = 5 // letters below which a token must be equal
)

// sameBody says whether two names of bodies are spellings of one.
func sameBody(a, b form) string {
	if len(a.tokens) != len(b.tokens) || len(a.tokens) < 2 {
		return ""
	}
	for i := range a.tokens {
		if a.tokens[i] != b.tokens[i] && (max(len(a.tokens[i]), len(b.tokens[i])) <= longWord || !alike(a, b, i, i, bodySpelling)) {
			return ""
		}
	}
	return fmt.Sprintf("“%s” and “%s” are spellings of one name", a.shown, b.shown)
}

// initials returns the first letters of a name's words, with and without its small words.
func (tab *tables) initials(shown string) (all, main string) {
	for _, w := range strings.FieldsFunc(shown, func(r rune) bool { return r == ' ' || r == '-' }) {
		t := words.Fold(strings.Trim(w, "'’‘“”()"))
		if t == "" || t == "the" {
			continue
		}
		_, first := utf8.DecodeRuneInString(t)
		all += t[:first]
		if !tab.words.Particle(t) {
			main += t[:first]
		}
	}
	return all, main
}

// tableKey keeps the acronym "US" apart from the word "us".
func tableKey(f form) string {
	if f.acronym != "" {
		return "\x00" + f.acronym
	}
	return f.key()
}
