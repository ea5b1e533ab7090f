package main

import (
	"context"
	"fmt"

	"github.com/hearsay-news/hearsay/show/view"
)

// compareCommand lays two pages side by side.
type compareCommand struct {
	A string `arg:"" help:"Id of a page."`
	B string `arg:"" help:"Id of another page."`
}

func (compareCommand) Help() string {
	return `Says what two pages both tell, in what they can't both be right, what was copied, and what only one of them has.

Example:
  hearsay compare radio-monday courier-tuesday`
}

func (p *compareCommand) Run(ctx context.Context, c *commands, std streams) error {
	return c.look(ctx, func(r *view.Record) error {
		for _, id := range []string{p.A, p.B} {
			if !r.HasPage(id) {
				return hinted{fmt.Errorf("no page %q in %s", id, c.where()), "hearsay pages lists the ids"}
			}
		}
		row, _ := r.Pair(p.A, p.B, c.dial())
		if c.JSON {
			return writeJSON(std, row)
		}
		return c.paper(std).Pair(row)
	})
}

// originsCommand lists which pages go back to one original.
type originsCommand struct {
	chooseFlags
}

func (originsCommand) Help() string {
	return `Pages that carry one agency's text, or each other's, are one origin however many they are. "Five pages say so" means little when all
five go back to one.

Example:
  hearsay origins`
}

func (o *originsCommand) Run(ctx context.Context, c *commands, std streams) error {
	return c.lookAt(ctx, o.choice(), std, func(r *view.Record) error {
		rows := r.Origins()
		if c.JSON {
			return writeRows(std, "origins", rows)
		}
		pages := 0
		for _, row := range r.PageRows(c.dial()) {
			if row.Skip == nil {
				pages++
			}
		}
		return c.paper(std).Origins(rows, pages)
	})
}
