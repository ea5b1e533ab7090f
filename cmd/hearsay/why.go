package main

import (
	"context"
	"fmt"

	"github.com/hearsay-news/hearsay/show/view"
)

// whyCommand explains a row.
type whyCommand struct {
	ID string `arg:"" help:"Id of a row of any table, or of a page."`
}

func (whyCommand) Help() string {
	return `Says which rule made the row, how sure it is, and which passages it rests on. Every table shows ids.

Example:
  hearsay why s12`
}

func (w *whyCommand) Run(ctx context.Context, c *commands, std streams) error {
	return c.look(ctx, func(r *view.Record) error {
		row, ok := r.Why(w.ID)
		if !ok {
			return hinted{fmt.Errorf("no row %q in %s", w.ID, c.where()), "the first column of every table is the id of a row"}
		}
		if c.JSON {
			return writeJSON(std, row)
		}
		return c.paper(std).Why(row)
	})
}
