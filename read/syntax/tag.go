package syntax

import (
	"strings"

	"github.com/hearsay-news/hearsay/text"
)

func tag(t text.Text, s *Sentence) {
	for i := range s.Tokens {
		s.Tokens[i].Lemma = strings.ToLower(t.At(s.Tokens[i].Span))
	}
}
