package main

import (
	"bytes"
	"context"
	"io"

	"github.com/hearsay-news/hearsay"
	"github.com/hearsay-news/hearsay/keep/sqlite"
	"github.com/hearsay-news/hearsay/show/clean"
)

// checkCommand looks for damage.
type checkCommand struct {
	ReadData bool `help:"Read everything and hold it against its sums: finds every flipped byte."`
}

func (checkCommand) Help() string {
	return `The exit code is 4 when the record is damaged, and 3 when a part of comparing could not be done.

Example:
  hearsay check --read-data`
}

func (k *checkCommand) Run(ctx context.Context, c *commands, std streams) error {
	found, err := hearsay.Check(ctx, c.Record, k.ReadData)
	if err != nil {
		return err
	}
	var b bytes.Buffer // written at once: what could not be told is no success
	if c.JSON {
		err = writeJSON(streams{out: &b}, map[string]any{"pages": found.Pages, "sealed": found.Sealed, "problems": append([]string{}, found.Problems...),
			"faults": append([]string{}, found.Faults...)})
	} else {
		k.tell(&b, c.where(), found)
	}
	if err == nil {
		_, err = std.out.Write(b.Bytes())
	}
	if err == nil && len(found.Problems) > 0 {
		return exit(exitDamaged)
	}
	if err == nil && len(found.Faults) > 0 {
		return exit(exitSkipped)
	}
	return err
}

func (k *checkCommand) tell(out io.Writer, path string, found sqlite.Report) {
	for _, problem := range found.Problems {
		clean.Fprintln(out, "damaged:", problem)
	}
	for _, fault := range found.Faults {
		clean.Fprintln(out, fault)
	}
	switch {
	case len(found.Problems) > 0:
		clean.Fprintf(out, "%s: %s found; hearsay repair mends what can be\n", path, plural(len(found.Problems), "problem"))
	case !k.ReadData:
		clean.Fprintf(out, "%s: %s, nothing missing; --read-data reads every byte\n", path, plural(found.Pages, "page"))
	case hearsay.Shared(path):
		clean.Fprintf(out, "%s: %s, all rows fit their sums\n", path, plural(found.Pages, "page"))
	case !found.Sealed:
		clean.Fprintf(out, "%s: %s, all rows fit their sums; it is being written to or was not closed, so the space between rows was not checked\n",
			path, plural(found.Pages, "page"))
	default:
		clean.Fprintf(out, "%s: %s, every byte fits its sum\n", path, plural(found.Pages, "page"))
	}
}
