package statements

import (
	"github.com/hearsay-news/hearsay/read/names"
	"github.com/hearsay-news/hearsay/read/page"
	"github.com/hearsay-news/hearsay/read/syntax"
	"github.com/hearsay-news/hearsay/read/times"
	"github.com/hearsay-news/hearsay/text"
)

// Read finds the statements of a page in text order. A source that is no known entity ("an Iraqi security source") becomes a new
// one: the returned mentions and entities hold the given ones and these.
func Read(t text.Text, blocks []page.Block, sentences []syntax.Sentence, mentions []names.Mention, entities []names.Entity,
	when []times.Expression) ([]Statement, []names.Mention, []names.Entity) {
	return nil, mentions, entities
}
