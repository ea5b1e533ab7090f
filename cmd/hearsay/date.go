package main

import (
	"context"
	"fmt"

	"github.com/hearsay-news/hearsay/keep"
	"github.com/hearsay-news/hearsay/show/view"
)

// dateCommand explains a page's publication date.
type dateCommand struct {
	Page string `arg:"" help:"Id of a page."`
}

func (dateCommand) Help() string {
	return `Shows the interval in which the page came out, everything that speaks for it, and what was rejected and why.

Example:
  hearsay date nord-3`
}

func (d *dateCommand) Run(ctx context.Context, c *commands, std streams) error {
	return c.look(ctx, func(r *view.Record) error {
		row, ok := r.Page(d.Page, c.dial())
		if !ok {
			return fmt.Errorf("%w: %s", keep.ErrNoSuchRow, d.Page)
		}
		evidence := r.Evidence(d.Page)
		if c.JSON {
			return writeJSON(std, struct {
				Page      string          `json:"page"`
				Published view.When       `json:"published"`
				Basis     string          `json:"basis"`
				Why       string          `json:"why"`
				Evidence  []view.Evidence `json:"evidence"`
			}{row.ID, row.Published, row.Basis, row.Why, evidence})
		}
		return c.paper(std).Date(row, evidence)
	})
}
