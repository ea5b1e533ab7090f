package main

import (
	"context"
	"slices"
	"strings"

	"github.com/hearsay-news/hearsay/show/view"
)

// pagesCommand lists the pages of the record.
type pagesCommand struct {
	chooseFlags
	Sort string `placeholder:"ORDER" enum:"date,outlet" default:"date" help:"The order: date or outlet."`
}

func (pagesCommand) Help() string {
	return `Example:
  hearsay pages --outlet "Radio Nord" --since 2023-03`
}

func (p pagesCommand) Run(ctx context.Context, c *commands, std streams) error {
	return c.lookAt(ctx, p.choice(), std, func(r *view.Record) error {
		rows := r.PageRows(c.dial())
		if p.Sort == "outlet" {
			slices.SortStableFunc(rows, func(a, b view.PageRow) int { return strings.Compare(a.Outlet.Name, b.Outlet.Name) })
		}
		if c.JSON {
			return writeRows(std, "pages", rows)
		}
		return c.paper(std).Pages(rows)
	})
}
