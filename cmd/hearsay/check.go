package main

import (
	"context"

	"github.com/hearsay-news/hearsay"
	"github.com/hearsay-news/hearsay/show/clean"
)

// checkCommand looks for damage.
type checkCommand struct {
	ReadData bool `help:"Read everything and hold it against its sums: finds every flipped byte."`
}

func (checkCommand) Help() string {
	return `The exit code is 4 when the record is damaged.

Example:
  hearsay check --read-data`
}

func (k *checkCommand) Run(ctx context.Context, c *commands, std streams) error {
	found, err := hearsay.Check(ctx, c.Record, k.ReadData)
	if err != nil {
		return err
	}
	if c.JSON {
		err = writeJSON(std, map[string]any{"pages": found.Pages, "sealed": found.Sealed, "problems": append([]string{}, found.Problems...)})
	} else {
		for _, problem := range found.Problems {
			clean.Fprintln(std.out, "damaged:", problem)
		}
		switch {
		case len(found.Problems) > 0:
			clean.Fprintf(std.out, "%s: %s found\n", c.Record, plural(len(found.Problems), "problem"))
		case !k.ReadData:
			clean.Fprintf(std.out, "%s: %s, nothing missing; --read-data reads every byte\n", c.Record, plural(found.Pages, "page"))
		case !found.Sealed:
			clean.Fprintf(std.out, "%s: %s, all rows fit their sums; it is being written to or was not closed, so the space between rows was not checked\n",
				c.Record, plural(found.Pages, "page"))
		default:
			clean.Fprintf(std.out, "%s: %s, every byte fits its sum\n", c.Record, plural(found.Pages, "page"))
		}
	}
	if err == nil && len(found.Problems) > 0 {
		return exit(exitDamaged)
	}
	return err
}
