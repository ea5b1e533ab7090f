package main

import (
	"context"
	"strings"

	"github.com/hearsay-news/hearsay/show/view"
)

// timelineCommand lists events.
type timelineCommand struct {
	Words  []string `arg:"" optional:"" help:"Words of an entry."`
	Status string   `placeholder:"STATUS" help:"Only occurred, planned, demanded, claimed, denied, cancelled or postponed."`
}

func (timelineCommand) Help() string {
	return `One row is one event, with the pages that tell it. What is only planned, demanded, claimed or denied, called off or put off says so.

Example:
  hearsay timeline --status planned`
}

func (t *timelineCommand) Run(ctx context.Context, c *commands, std streams) error {
	return c.look(ctx, func(r *view.Record) error {
		rows := r.Timeline(t.Status, strings.Join(t.Words, " "))
		if c.JSON {
			return writeJSON(std, rows)
		}
		return c.paper(std).Timeline(rows)
	})
}
