package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/term"

	"github.com/hearsay-news/hearsay"
	"github.com/hearsay-news/hearsay/read"
	"github.com/hearsay-news/hearsay/show/clean"
	"github.com/hearsay-news/hearsay/show/export"
	"github.com/hearsay-news/hearsay/show/view"
)

// exportCommand writes the record for other programs.
type exportCommand struct {
	Format  string `enum:"json,csv" default:"json" help:"${enum}."`
	Out     string `short:"o" placeholder:"FILE" help:"Where to write; standard output by default. Formats of several files make a folder, or a zip archive where FILE ends in .zip."`
	Offsets string `enum:"codepoints,bytes" default:"codepoints" help:"What offsets count in json: codepoints or bytes."`

	Story  []string `placeholder:"ID" sep:"none" help:"Only the pages of this story; may be given again."`
	Page   []string `placeholder:"ID" sep:"none" help:"Only this page; may be given again."`
	Outlet string   `placeholder:"NAME" help:"Only pages of this outlet."`
	By     string   `placeholder:"NAME" help:"Only what this voice said or passed on, and the pages that carry it."`
	Since  string   `placeholder:"DAY" help:"Only pages that came out on this day or later (2023-03-21, 2023-03 or 2023)."`
	Until  string   `placeholder:"DAY" help:"Only pages that came out on this day or earlier."`
}

func (exportCommand) Help() string {
	return `The same pages give the same bytes, in whatever order they were added. docs/formats.md says what each format keeps and loses.

  json         one document with every list; show/export/export.schema.json is its schema
  csv          a tabular data package: one CSV file a list, and datapackage.json (folder or zip)

Example:
  hearsay export --format json > record.json
  hearsay export --format csv --since 2023-03 -o record.zip`
}

func (e *exportCommand) Run(ctx context.Context, c *commands, std streams) error {
	if e.Offsets == "bytes" && e.Format != "json" {
		return wrong{fmt.Errorf("--offsets bytes goes with --format json only: %s counts as its standard says", e.Format)}
	}
	return c.look(ctx, func(r *view.Record) error {
		r, undated, err := view.Narrow(r, view.Choice{Stories: e.Story, Pages: e.Page, Outlet: e.Outlet, By: e.By, Since: e.Since, Until: e.Until})
		if unknown := (*view.Wrong)(nil); errors.As(err, &unknown) {
			return wrong{hinted{err, unknown.Hint}}
		}
		if err != nil {
			return err
		}
		if undated > 0 {
			fmt.Fprintf(std.err, "hearsay: %s left out: nobody knows when they came out\n", view.Plural(undated, "page was", "pages were"))
		}
		err = e.write(r, c, std)
		if errors.Is(err, export.ErrFaults) {
			return incomplete{err}
		}
		return err
	})
}

func (e *exportCommand) write(r *view.Record, c *commands, std streams) error {
	dial := c.dial()
	o := export.Package{Version: hearsay.Version, Models: read.Version, Name: strings.TrimSuffix(filepath.Base(c.Record), filepath.Ext(c.Record)), Dial: dial}
	switch e.Format {
	case "csv":
		return e.files(std, func(f export.Files) error { return export.CSV(f, r, o) })
	}
	return e.file(std, func(w io.Writer) error {
		return export.JSON(clean.JSON(w), r, export.Whole{Version: o.Version, Models: o.Models, Bytes: e.Offsets == "bytes", MinConfidence: dial.Min, All: dial.All})
	})
}

// file writes a format of one file. A file is there when it is whole, or not at all.
func (e *exportCommand) file(std streams, write func(io.Writer) error) error {
	if e.Out == "" || e.Out == "-" {
		out := bufio.NewWriterSize(std.out, 1<<16)
		err := write(out)
		if flushing := out.Flush(); flushing != nil {
			return flushing
		}
		return err
	}
	part, err := os.CreateTemp(filepath.Dir(e.Out), "."+filepath.Base(e.Out)+".*")
	if err != nil {
		return err
	}
	defer os.Remove(part.Name()) // gone already when all went well
	out := bufio.NewWriterSize(part, 1<<16)
	writing := write(out)
	if writing != nil && !errors.Is(writing, export.ErrFaults) {
		part.Close()
		return writing
	}
	if err := errors.Join(out.Flush(), part.Chmod(0o644), part.Close()); err != nil {
		return err
	}
	if err := os.Rename(part.Name(), e.Out); err != nil {
		return err
	}
	return writing
}

// files writes a format of several files, as a folder or as a zip archive.
func (e *exportCommand) files(std streams, write func(export.Files) error) error {
	archive := e.Out == "" || e.Out == "-" || strings.EqualFold(filepath.Ext(e.Out), ".zip")
	if archive {
		if f, ok := std.out.(*os.File); ok && (e.Out == "" || e.Out == "-") && term.IsTerminal(int(f.Fd())) {
			return wrong{hinted{fmt.Errorf("%s is several files: a zip archive would go to the terminal", e.Format), "name a folder or an archive: -o record.zip"}}
		}
		return e.file(std, func(w io.Writer) error {
			files := export.Zip(w)
			return errors.Join(write(files), files.Close())
		})
	}
	if entries, err := os.ReadDir(e.Out); err == nil && len(entries) > 0 {
		return wrong{hinted{fmt.Errorf("%s holds files already", e.Out), "name a new folder: what lies there would be taken for part of the export"}}
	}
	files := export.Folder(e.Out)
	return errors.Join(write(files), files.Close())
}
