package main

import (
	"context"
	"os"
	"path/filepath"

	"github.com/hearsay-news/hearsay/show/clean"
	"github.com/hearsay-news/hearsay/show/report"
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
	return c.whole(ctx, func(r *view.Record) error {
		return writeReport(r, c.title(), p.Output, c.dial(), std)
	})
}

// writeReport writes beside the file and renames, so that a full disk leaves no half report where a whole one stood.
func writeReport(r *view.Record, name, path string, dial view.Dial, std streams) error {
	options := report.Options{Name: name, Dial: dial}
	if path == "-" {
		return report.Write(std.out, r, options)
	}
	file, err := os.CreateTemp(filepath.Dir(path), ".hearsay-*.html")
	if err != nil {
		return err
	}
	defer os.Remove(file.Name()) // gone already when all went well
	err = report.Write(file, r, options)
	if err == nil {
		err = file.Chmod(0o644)
	}
	if closing := file.Close(); err == nil {
		err = closing
	}
	if err == nil {
		err = os.Rename(file.Name(), path)
	}
	if err == nil {
		clean.Fprintf(std.out, "%s written; it opens offline\n", path)
	}
	return err
}
