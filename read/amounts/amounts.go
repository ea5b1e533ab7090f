package amounts

import (
	"github.com/hearsay-news/hearsay/lang"
	"github.com/hearsay-news/hearsay/read/page"
	"github.com/hearsay-news/hearsay/read/syntax"
	"github.com/hearsay-news/hearsay/read/times"
	"github.com/hearsay-news/hearsay/text"
)

// Find returns the figures of a page in text order. Time expressions are needed to tell years and dates from counts.
func Find(l *lang.Language, t text.Text, blocks []page.Block, sentences []syntax.Sentence, when []times.Expression) []Amount {
	f := newFinder(l, string(t), when)
	defer f.scan.Free()
	for i := range sentences {
		s := &sentences[i]
		if s.Block >= 0 && s.Block < len(blocks) && !blocks[s.Block].Role.Told() {
			continue
		}
		f.sentence(s.Start, s.End, s.Tokens)
	}
	return f.found
}

// FindIn returns the figures of a text that stands alone, as a person types it: every line is told.
func FindIn(l *lang.Language, words string) []Amount {
	t := text.Text(words)
	var blocks []page.Block
	for _, line := range t.Lines() {
		if line = t.Trim(line); !line.Empty() {
			blocks = append(blocks, page.Block{Span: line, Role: page.Body})
		}
	}
	sentences := syntax.Read(l, t, blocks)
	return Find(l, t, blocks, sentences, times.Find(l, t, blocks, sentences, times.Interval{}))
}

func newFinder(from *lang.Language, t string, when []times.Expression) *finder {
	l := tables.Of(from)
	f := &finder{lang: l, scan: l.grammar.NewScan(), text: t, when: when}
	f.scan.Before, f.scan.Spaced = l.money, true
	return f
}
