package syntax

import (
	"math/rand"
	"strings"

	"github.com/hearsay-news/hearsay/read/syntax/forms"
)

// vary now and then returns a sentence as headlines and careless pages have it: all in capitals, every word capitalised, or without its
// last stop. Typographic quotation marks need no variants, as forms.Of makes them straight.
func vary(s *sentence, random *rand.Rand) *sentence {
	switch n := random.Intn(100); {
	case n < 3:
		return s.rewritten(strings.ToUpper)
	case n < 5:
		return s.rewritten(func(w string) string {
			if len(w) < 4 || w[0] >= 0x80 {
				return w
			}
			return strings.ToUpper(w[:1]) + w[1:]
		})
	case n < 9:
		return s.withoutStop()
	}
	return s
}

func (s *sentence) rewritten(change func(string) string) *sentence {
	out := *s
	out.forms = make([]forms.Form, len(s.forms))
	for i, w := range s.words {
		out.forms[i] = forms.Of(change(w))
	}
	return &out
}

// withoutStop leaves out a final "." that nothing hangs on.
func (s *sentence) withoutStop() *sentence {
	last := len(s.words) - 1
	if last < 2 || s.words[last] != "." || s.heads[last] == int32(last+1) {
		return s
	}
	for _, h := range s.heads {
		if h == int32(last) {
			return s
		}
	}
	out := *s
	out.words, out.forms, out.classes, out.relations = s.words[:last], s.forms[:last], s.classes[:last], s.relations[:last]
	out.heads = make([]int32, last)
	for i, h := range s.heads[:last] {
		if h == int32(last+1) {
			h = int32(last)
		}
		out.heads[i] = h
	}
	return &out
}
