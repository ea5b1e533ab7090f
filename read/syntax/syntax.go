package syntax

import (
	"github.com/hearsay-news/hearsay/read/page"
	"github.com/hearsay-news/hearsay/text"
)

// Read splits the lines of a page that tell something (page.Role.Shown) into sentences of tokens with lemmas and tags, in text order.
// Heads are left to Parse. No sentence crosses a line.
func Read(t text.Text, blocks []page.Block) []Sentence { return nil }

// Given does the same where sentences and tokens are given: exactly those, found again in the text they were joined into.
func Given(t text.Text, sentences [][]string) []Sentence { return nil }

// Parse sets Head and Deprel of a sentence's tokens, if it isn't parsed yet.
func Parse(t text.Text, s *Sentence) {}
