package net

import (
	"math/rand"
	"slices"
	"strings"
	"testing"

	"github.com/hearsay-news/hearsay/lang/en"
	"github.com/hearsay-news/hearsay/read/syntax/forms"
)

// TestKnown holds what is kept of words against the whole product, over sentences of words that come again and more words than are kept.
func TestKnown(t *testing.T) {
	defer func(v bool) { vectors = v }(vectors)
	vectors = false
	m, err := Load(en.Language.Syntax.Network)
	if err != nil {
		t.Fatal(err)
	}
	whole := *m
	whole.apart = [3]matrix{}
	random := rand.New(rand.NewSource(1))
	looks := forms.LexiconOf(en.Language)
	var kept, plain Scratch
	for range 60 {
		words := make([]forms.Form, 1+random.Intn(40))
		for i := range words {
			word := strings.Repeat(string(rune('a'+random.Intn(26))), 1+random.Intn(3)) + string(rune('a'+random.Intn(26)))
			if random.Intn(3) > 0 {
				word = []string{"the", "port", "said", ",", "Sel", "of"}[random.Intn(6)]
			}
			words[i] = looks.Of(word)
		}
		got, _ := m.Scores(&kept, words)
		want, _ := whole.Scores(&plain, words)
		if !slices.Equal(got, want) {
			t.Fatal("scores differ")
		}
	}
	if len(kept.known.at) > mostKnown+41 || len(kept.known.at) < 100 {
		t.Errorf("%d words are kept", len(kept.known.at))
	}
}
