package main

import (
	"context"

	"github.com/hearsay-news/hearsay/show/view"
)

// pagesCommand lists the pages of the record.
type pagesCommand struct{}

func (pagesCommand) Help() string {
	return `Example:
  hearsay pages`
}

func (pagesCommand) Run(ctx context.Context, c *commands, std streams) error {
	return c.look(ctx, func(r *view.Record) error {
		rows := r.PageRows(c.dial())
		if c.JSON {
			return writeJSON(std, rows)
		}
		return c.paper(std).Pages(rows)
	})
}
