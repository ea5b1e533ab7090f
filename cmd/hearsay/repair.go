package main

import (
	"context"

	"github.com/hearsay-news/hearsay"
	"github.com/hearsay-news/hearsay/show/clean"
)

// repairCommand mends a record.
type repairCommand struct{}

func (repairCommand) Help() string {
	return `Readings, search and findings are made anew from the pages' original bytes. What can't be mended, bytes that are lost, is listed, and the exit
code is 4.

Example:
  hearsay check --read-data || hearsay repair`
}

func (*repairCommand) Run(ctx context.Context, c *commands, std streams) error {
	done, err := hearsay.Repair(ctx, c.Record)
	if err != nil {
		return err
	}
	if c.JSON {
		err = writeJSON(std, map[string]any{"pages": done.Pages, "read": done.Read, "problems": append([]string{}, done.Problems...)})
	} else {
		for _, problem := range done.Problems {
			clean.Fprintln(std.out, "lost:", problem)
		}
		clean.Fprintf(std.out, "%s: %s, %d read again from their bytes\n", c.where(), plural(done.Pages, "page"), done.Read)
	}
	if err == nil && len(done.Problems) > 0 {
		return exit(exitDamaged)
	}
	return err
}
