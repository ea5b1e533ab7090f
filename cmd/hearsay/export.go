package main

import (
	"bufio"
	"context"
	"errors"

	"github.com/hearsay-news/hearsay"
	"github.com/hearsay-news/hearsay/read"
	"github.com/hearsay-news/hearsay/show/clean"
	"github.com/hearsay-news/hearsay/show/export"
	"github.com/hearsay-news/hearsay/show/view"
)

// exportCommand writes the record for other programs.
type exportCommand struct {
	Format  string `enum:"json" default:"json" help:"json: one document with every list of the record."`
	Offsets string `enum:"codepoints,bytes" default:"codepoints" help:"What offsets count: codepoints or bytes."`
}

func (exportCommand) Help() string {
	return `The same pages give the same bytes, in whatever order they were added. A schema stands beside the code: show/export/export.schema.json.

Example:
  hearsay export --format json > record.json`
}

func (e *exportCommand) Run(ctx context.Context, c *commands, std streams) error {
	return c.look(ctx, func(r *view.Record) error {
		out := bufio.NewWriterSize(clean.JSON(std.out), 1<<16)
		dial := c.dial()
		err := export.JSON(out, r, export.Whole{Version: hearsay.Version, Models: read.Version, Bytes: e.Offsets == "bytes", MinConfidence: dial.Min, All: dial.All})
		if flushing := out.Flush(); flushing != nil {
			return flushing
		}
		if errors.Is(err, export.ErrFaults) {
			return incomplete{err}
		}
		return err
	})
}
