package view

import (
	"github.com/hearsay-news/hearsay/compare"
	"github.com/hearsay-news/hearsay/keep"
)

// Now is the id that a row has now, of one that it had or has: an address that somebody wrote down leads on when pages came or went.
func (r *Record) Now(id string) string {
	var a compare.Alias
	if r.shelf != nil {
		if ok, err := r.shelf.from.Value(keep.Aliases, id, &a); !r.shelf.fail(err) && ok {
			return a.To
		}
		return id
	}
	if to := r.aliases[id]; to != "" {
		return to
	}
	return id
}
