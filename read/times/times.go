package times

import (
	"github.com/hearsay-news/hearsay/read/page"
	"github.com/hearsay-news/hearsay/read/syntax"
	"github.com/hearsay-news/hearsay/text"
)

// Find returns the time expressions of a page in text order, anchored at its publication date as far as that is known.
func Find(t text.Text, blocks []page.Block, sentences []syntax.Sentence, anchor Interval) []Expression {
	return nil
}

// Resolve turns a pending value into an interval under an anchor that is known better now. It is the only call compare makes.
func Resolve(p Pending, anchor Interval) Interval { return Interval{} }
