package main

import (
	"context"
	"strings"

	"github.com/hearsay-news/hearsay/show/view"
)

// timelineCommand lists events.
type timelineCommand struct {
	Words []string `arg:"" optional:"" help:"Words of an entry."`
	chooseFlags
	Status string `placeholder:"STATUS" enum:",occurred,planned,demanded,claimed,denied,cancelled,postponed" default:"" help:"Only occurred, planned, demanded, claimed, denied, cancelled or postponed."`
	Sort   string `placeholder:"ORDER" enum:"time,weight" default:"time" help:"The order: time, or weight: what matters most to its story first."`
}

func (timelineCommand) Help() string {
	return `One row is one event, with the pages that tell it. What is only planned, demanded, claimed or denied, called off or put off says so.

Example:
  hearsay timeline --status planned`
}

func (t *timelineCommand) Run(ctx context.Context, c *commands, std streams) error {
	return c.lookAt(ctx, t.choice(), std, func(r *view.Record) error {
		rows, _ := r.TimelineOf(view.Told{Status: t.Status, Text: strings.Join(t.Words, " "), Weight: t.Sort == "weight"})
		if c.JSON {
			return writeRows(std, "timeline", rows)
		}
		return c.paper(std).Timeline(rows)
	})
}
