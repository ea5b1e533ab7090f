package main

import (
	"strings"
	"testing"

	"github.com/hearsay-news/hearsay/gather"
	"github.com/hearsay-news/hearsay/lang/en"
	"github.com/hearsay-news/hearsay/read"
	"github.com/hearsay-news/hearsay/text"
)

// A marked statement is found by half of its words, right with its speaker, a denial only where the row denies; a wrong speaker and a dial above every row find less.
func TestFind(t *testing.T) {
	page := "The mayor, Ines Varga, denied taking the money. Clerk Abel Roque said the safe was empty."
	r := read.Read(en.Language, gather.Page{ID: "p", Bytes: []byte(page), Form: gather.Article, Charset: "utf-8"})
	at := func(words string) text.Span {
		i := strings.Index(page, words)
		return text.Span{Start: i, End: i + len(words)}
	}
	for _, c := range []struct {
		content, speaker     string
		least                float64
		found, right, denied bool
	}{
		{"taking the money", "Ines Varga", 0.5, true, true, true},
		{"the safe was empty", "Abel Roque", 0.5, true, true, false},
		{"the safe was empty", "Ines Varga", 0.5, true, false, false},
		{"the safe was empty", "Abel Roque", 1, false, false, false},
		{"The mayor", "Abel Roque", 0.5, false, false, false},
	} {
		m := mark{"statement", at(c.content), at(c.speaker)}
		if found, right, denied := m.find(r, c.least); found != c.found || right != c.right || denied != c.denied {
			t.Errorf("%q by %q at %v: %v %v %v", c.content, c.speaker, c.least, found, right, denied)
		}
	}
}
