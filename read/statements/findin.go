package statements

import (
	"github.com/hearsay-news/hearsay/lang"
	"github.com/hearsay-news/hearsay/read/article"
	"github.com/hearsay-news/hearsay/read/names"
	"github.com/hearsay-news/hearsay/read/page"
	"github.com/hearsay-news/hearsay/read/syntax"
	"github.com/hearsay-news/hearsay/read/times"
	"github.com/hearsay-news/hearsay/text"
)

// FindIn returns the statements of a text that stands alone, as a person types it, with the entities that their Speaker and Chain count in: every
// line is body, and nothing is known of the page around it.
//
//	"The port is shut, governor Ilse Marrow told Radio Nord."  →  one statement, indirect; entities Ilse Marrow, Radio Nord
func FindIn(l *lang.Language, words string) ([]Statement, []names.Entity) {
	t := text.Text(words)
	var blocks []page.Block
	for _, line := range t.Lines() {
		if line = t.Trim(line); !line.Empty() {
			blocks = append(blocks, page.Block{Span: line, Role: page.Body})
		}
	}
	sentences := syntax.Read(l, t, blocks)
	mentions, entities := names.Read(l, t, blocks, sentences)
	said, _, entities := Read(l, t, blocks, &article.Article{}, sentences, mentions, entities, times.Find(l, t, blocks, sentences, times.Interval{}))
	return said, entities
}
