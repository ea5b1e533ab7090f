package names

import (
	"github.com/hearsay-news/hearsay/read/page"
	"github.com/hearsay-news/hearsay/read/syntax"
	"github.com/hearsay-news/hearsay/text"
)

// Read finds the mentions on a page and links them to entities. Mentions come in text order; those of captions are included.
func Read(t text.Text, blocks []page.Block, sentences []syntax.Sentence) ([]Mention, []Entity) {
	return nil, nil
}
