package amounts

import (
	"github.com/hearsay-news/hearsay/read/page"
	"github.com/hearsay-news/hearsay/read/syntax"
	"github.com/hearsay-news/hearsay/read/times"
	"github.com/hearsay-news/hearsay/text"
)

// Find returns the figures of a page in text order. Time expressions are needed to tell years and dates from counts.
func Find(t text.Text, blocks []page.Block, sentences []syntax.Sentence, when []times.Expression) []Amount {
	return nil
}
