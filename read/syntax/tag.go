package syntax

import (
	"strings"
	"sync"

	"github.com/hearsay-news/hearsay/lang/en"
	"github.com/hearsay-news/hearsay/read/syntax/forms"
	"github.com/hearsay-news/hearsay/read/syntax/lemmas"
	"github.com/hearsay-news/hearsay/read/syntax/tags"
	"github.com/hearsay-news/hearsay/text"
)

type tagger struct {
	upos   []UPOS
	xpos   []XPOS
	weight []int8
}

var loadTagger = sync.OnceValue(func() *tagger {
	m := &tagger{}
	rest := en.Tags
	count, rest, _ := strings.Cut(rest, "\n")
	for n := atoi(count); n > 0; n-- {
		var name string
		name, rest, _ = strings.Cut(rest, "\n")
		u, x, _ := strings.Cut(name, " ")
		upos, _ := ParseUPOS(u)
		xpos, _ := ParseXPOS(x)
		m.upos, m.xpos = append(m.upos, upos), append(m.xpos, xpos)
	}
	m.weight = make([]int8, len(rest))
	for i := range m.weight {
		m.weight[i] = int8(rest[i])
	}
	return m
})

func atoi(s string) (n int) {
	for _, c := range s {
		n = n*10 + int(c-'0')
	}
	return n
}

func tag(t text.Text, s *Sentence) {
	m := loadTagger()
	described := make([]forms.Form, len(s.Tokens))
	for i, token := range s.Tokens {
		described[i] = forms.Of(string(t[token.Start:token.End]))
	}
	var f [tags.Features]uint32
	var scores [256]int32
	p1, p2 := uint32(999), uint32(999)
	for i := range s.Tokens {
		tags.Describe(described, i, p1, p2, &f)
		best := tags.Best(m.weight, len(m.upos), &f, scores[:])
		token := &s.Tokens[i]
		token.UPOS, token.XPOS = m.upos[best], m.xpos[best]
		token.Lemma = lemmas.Of(t, token.Span, uint8(token.XPOS), token.UPOS == PROPN)
		p1, p2 = uint32(best), p1
	}
}
