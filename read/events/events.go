package events

import (
	"github.com/hearsay-news/hearsay/read/names"
	"github.com/hearsay-news/hearsay/read/page"
	"github.com/hearsay-news/hearsay/read/statements"
	"github.com/hearsay-news/hearsay/read/syntax"
	"github.com/hearsay-news/hearsay/read/times"
	"github.com/hearsay-news/hearsay/text"
)

// Read finds the dated clauses of a page in text order.
func Read(t text.Text, blocks []page.Block, sentences []syntax.Sentence, mentions []names.Mention, when []times.Expression,
	said []statements.Statement) []Event {
	return nil
}
