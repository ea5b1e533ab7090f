package main

import (
	"context"
	"fmt"
	"os"

	"github.com/hearsay-news/hearsay"
	"github.com/hearsay-news/hearsay/show/clean"
)

// mergeCommand joins two records.
type mergeCommand struct {
	Other string `arg:"" help:"The other record."`
}

func (mergeCommand) Help() string {
	return `Takes the pages of another record into this one, with their bytes and fetches, and what was put right there (hearsay mend). Pages that both have
stay as they are here. The other record is only read.

Example:
  hearsay merge -r desk.db colleague.db`
}

func (m *mergeCommand) Run(ctx context.Context, c *commands, std streams) error {
	if same(c.Record, m.Other) {
		return wrong{fmt.Errorf("%s is the record itself", hearsay.Shown(m.Other))}
	}
	return c.change(ctx, func(r *hearsay.Record) error {
		done, err := r.Merge(ctx, m.Other)
		if err != nil {
			return err
		}
		if c.JSON {
			return writeJSON(std, map[string]int{"pages": done.Pages, "new": done.New, "read": done.Read, "mends": done.Mends})
		}
		clean.Fprintf(std.out, "%s: %s of %s, %d new, %d read now, %s taken over\n", c.where(), plural(done.Pages, "page"), hearsay.Shown(m.Other), done.New, done.Read, plural(done.Mends, "mend"))
		return nil
	})
}

func same(a, b string) bool {
	if hearsay.Shared(a) || hearsay.Shared(b) {
		return hearsay.Shared(a) == hearsay.Shared(b) && hearsay.Shown(a) == hearsay.Shown(b)
	}
	x, err := os.Stat(a)
	if err != nil {
		return false
	}
	y, err := os.Stat(b)
	return err == nil && os.SameFile(x, y)
}
