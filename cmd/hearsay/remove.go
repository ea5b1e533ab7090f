package main

import (
	"context"

	"github.com/hearsay-news/hearsay"
	"github.com/hearsay-news/hearsay/show/clean"
)

// removeCommand takes pages out of the record.
type removeCommand struct {
	Pages []string `arg:"" help:"Ids of pages."`
}

func (removeCommand) Help() string {
	return `The page's bytes go with it, unless another page has the same ones. What the other pages say together is worked out anew.

Example:
  hearsay remove nord-3`
}

func (r *removeCommand) Run(ctx context.Context, c *commands, std streams) error {
	seen, err := hearsay.OpenReadOnly(ctx, c.Record) // no new record for a mistyped name
	if err != nil {
		return err
	}
	if err := seen.Close(); err != nil {
		return err
	}
	err = c.change(ctx, func(record *hearsay.Record) error { return record.Remove(ctx, r.Pages...) })
	if err == nil {
		clean.Fprintf(std.out, "%s: %s removed\n", c.where(), plural(len(r.Pages), "page"))
	}
	return err
}
