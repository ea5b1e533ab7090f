package compare

import (
	"github.com/hearsay-news/hearsay/compare/copies"
	"github.com/hearsay-news/hearsay/compare/pages"
	"github.com/hearsay-news/hearsay/compare/site"
	"github.com/hearsay-news/hearsay/compare/stories"
	"github.com/hearsay-news/hearsay/read"
)

// Compare holds readings against each other. It changes none of them and does not depend on their order; skipped pages are passed over.
func Compare(readings []*read.Reading) *Findings {
	set := pages.New(readings)
	f := &Findings{Copies: site.Read(set)}
	passages, copied := copies.Find(set)
	f.Copies = append(f.Copies, copied...)
	f.Stories = stories.Read(set, passages)
	return f
}
