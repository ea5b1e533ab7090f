package times

import (
	"github.com/hearsay-news/hearsay/read/page"
	"github.com/hearsay-news/hearsay/read/syntax"
	"github.com/hearsay-news/hearsay/text"
)

// Find returns the time expressions of a page in text order, anchored at its publication date as far as that is known. With an anchor
// that is an interval the expressions become intervals; with none they keep a Pending value for Resolve.
func Find(t text.Text, blocks []page.Block, sentences []syntax.Sentence, anchor Interval) []Expression {
	f := newFinder(string(t), anchor)
	for i := range sentences {
		s := &sentences[i]
		f.headline = s.Block >= 0 && s.Block < len(blocks) && blocks[s.Block].Role == page.Title
		f.sentence(s.Start, s.End, s.Tokens)
	}
	return f.found
}

// FindIn returns the time expressions of a text that stands alone, as a person types it: every line is told.
func FindIn(words string, anchor Interval) []Expression {
	t := text.Text(words)
	var blocks []page.Block
	for _, line := range t.Lines() {
		if line = t.Trim(line); !line.Empty() {
			blocks = append(blocks, page.Block{Span: line, Role: page.Body})
		}
	}
	return Find(t, blocks, syntax.Read(t, blocks), anchor)
}
