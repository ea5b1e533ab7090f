package amounts

import (
	"github.com/hearsay-news/hearsay/read/page"
	"github.com/hearsay-news/hearsay/read/syntax"
	"github.com/hearsay-news/hearsay/read/times"
	"github.com/hearsay-news/hearsay/text"
)

// Find returns the figures of a page in text order. Time expressions are needed to tell years and dates from counts.
func Find(t text.Text, blocks []page.Block, sentences []syntax.Sentence, when []times.Expression) []Amount {
	f := newFinder(string(t), when)
	for i := range sentences {
		s := &sentences[i]
		if s.Block >= 0 && s.Block < len(blocks) && !blocks[s.Block].Role.Told() {
			continue
		}
		f.sentence(s.Start, s.End, s.Tokens)
	}
	return f.found
}

// FindIn returns the figures of a bare sentence, as a person types it.
func FindIn(sentence string) []Amount {
	f := newFinder(sentence, times.FindIn(sentence, times.Interval{}))
	f.sentence(0, len(sentence), nil)
	return f.found
}

func newFinder(t string, when []times.Expression) *finder {
	l := tables()
	f := &finder{lang: l, scan: l.grammar.NewScan(), text: t, when: when}
	f.scan.Before = l.money
	return f
}
