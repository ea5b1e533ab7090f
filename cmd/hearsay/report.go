package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/hearsay-news/hearsay/show/view"
)

// reportCommand writes the record as one file.
type reportCommand struct {
	Output string `short:"o" default:"report.html" placeholder:"FILE" help:"The file to write (${default}); - for standard output."`
}

func (reportCommand) Help() string {
	return `The file holds everything it shows and opens without a network.

Example:
  hearsay report -o story.html`
}

func (p *reportCommand) Run(ctx context.Context, c *commands, std streams) error {
	return c.look(ctx, func(r *view.Record) error {
		return writeReport(r, strings.TrimSuffix(filepath.Base(c.Record), filepath.Ext(c.Record)), p.Output, c.dial(), std)
	})
}

func writeReport(r *view.Record, name, path string, dial view.Dial, std streams) error {
	return errors.New("not built yet")
}

var _ = fmt.Sprint
var _ = os.Create
