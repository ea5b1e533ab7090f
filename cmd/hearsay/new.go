package main

import (
	"context"
	"fmt"

	"github.com/hearsay-news/hearsay/show/view"
)

// newCommand lists what came into the record.
type newCommand struct {
	Since string `required:"" placeholder:"DAY" help:"What was added then or later: 2023-03-21 or 2023-03-21T14:00."`
}

func (newCommand) Help() string {
	return `Lists the pages that were added since a day, the statements, figures and events that no page before told, and the disagreements that there were not
without the new pages. Rows that only changed do not count. The day is that of adding, not of publishing.

Example:
  hearsay new --since 2023-03-21`
}

func (n *newCommand) Run(ctx context.Context, c *commands, std streams) error {
	return c.whole(ctx, func(r *view.Record) error {
		fresh, err := r.Fresh(n.Since, c.dial())
		if err != nil {
			return asked(err)
		}
		if c.JSON {
			return writeJSON(std, fresh)
		}
		paper := c.paper(std)
		if len(fresh.Pages) == 0 {
			_, err := fmt.Fprintf(std.out, "nothing was added since %s\n", n.Since)
			return err
		}
		if err := paper.Pages(fresh.Pages); err != nil {
			return err
		}
		if err := paper.Said(view.List{Total: len(fresh.Statements), Shown: len(fresh.Statements), Statements: fresh.Statements}, false); err != nil {
			return err
		}
		if len(fresh.Figures) > 0 {
			if err := paper.Figures(fresh.Figures); err != nil {
				return err
			}
		}
		if len(fresh.Events) > 0 {
			if err := paper.Timeline(fresh.Events); err != nil {
				return err
			}
		}
		if len(fresh.Disagreements) == 0 {
			return nil
		}
		compared := r.Compared()
		return paper.Disagreements(fresh.Disagreements, compared.Statements+compared.Figures+compared.Events)
	})
}
