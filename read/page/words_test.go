package page

import (
	"testing"
	"unicode"

	"github.com/hearsay-news/hearsay/lang/en"
)

// The table says what the map says, for words that are in it and for ones that are not.
func TestWordTable(t *testing.T) {
	l := lexicons.Of(en.Language)
	for hash, want := range l.words {
		if got := l.table.find(hash); got == nil || got.stops != want.stops || got.notice != want.notice || got.date != want.date || len(got.phrases) != len(want.phrases) {
			t.Errorf("%x: %+v, want %+v", hash, got, want)
		}
		if _, there := l.words[hash+1]; !there && l.table.find(hash+1) != nil {
			t.Errorf("%x is found and is not there", hash+1)
		}
	}
}

// The short ways for common scripts lead where the Unicode tables lead.
func TestCharacters(t *testing.T) {
	for r := rune(0x80); r <= unicode.MaxRune; r++ {
		if want := unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r); isWordRune(r) != want {
			t.Errorf("%U: a letter %v, want %v", r, isWordRune(r), want)
		}
		if got, want := lower(r), unicode.ToLower(r); got != want {
			t.Errorf("%U: small %U, want %U", r, got, want)
		}
	}
}
