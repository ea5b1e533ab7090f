package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/term"

	"github.com/hearsay-news/hearsay"
	"github.com/hearsay-news/hearsay/gather"
	"github.com/hearsay-news/hearsay/read"
	"github.com/hearsay-news/hearsay/show/clean"
	"github.com/hearsay-news/hearsay/show/export"
	"github.com/hearsay-news/hearsay/show/feed"
	"github.com/hearsay-news/hearsay/show/view"
)

// exportCommand writes the record for other programs.
type exportCommand struct {
	Format  string `enum:"json,csv,ftm,timelinejs,annotations,claimreview,gkg,wacz,rocrate,atom,jsonfeed" default:"json" help:"${enum}."`
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
  ftm          FollowTheMoney entities, one JSON line each, for OpenAleph and its like
  timelinejs   the dated entries that matter most, as TimelineJS3 draws them
  annotations  W3C Web Annotations, with the texts that their positions count in (folder or zip)
  claimreview  a schema.org ClaimReview draft for every statement; the rating is left to a person
  gkg          lines like GDELT's Global Knowledge Graph 2.1, one a page
  wacz         the pages themselves as a web archive, as they came; hearsay add reads it again
  rocrate      a research object: pages, texts, rows, and how they were made (RO-Crate 1.2 with PROV; folder or zip)
  atom, jsonfeed  a feed of what is new: statements and disagreements of the pages that came in last

Example:
  hearsay export --format json > record.json
  hearsay export --format csv --since 2023-03 -o record.zip`
}

func (e *exportCommand) Run(ctx context.Context, c *commands, std streams) error {
	if e.Offsets == "bytes" && e.Format != "json" {
		return wrong{fmt.Errorf("--offsets bytes goes with --format json only: %s counts as its standard says", e.Format)}
	}
	if e.Format == "json" && len(e.Story)+len(e.Page)+len(e.Outlet)+len(e.By)+len(e.Since)+len(e.Until) == 0 {
		return e.stream(ctx, c, std)
	}
	return c.wholeOf(ctx, func(record *hearsay.Record, r *view.Record) error {
		narrow, undated, err := view.Narrow(r, view.Choice{Stories: e.Story, Pages: e.Page, Outlet: e.Outlet, By: e.By, Since: e.Since, Until: e.Until})
		if err != nil {
			return asked(err)
		}
		if undated > 0 {
			fmt.Fprintf(std.err, "hearsay: %s left out: nobody knows when they came out\n", view.Plural(undated, "page was", "pages were"))
		}
		err = e.write(ctx, record, narrow, c, std)
		if errors.Is(err, export.ErrFaults) {
			return incomplete{err}
		}
		return asked(err)
	})
}

// stream writes the whole record as it is read: no more of it is held than a few rows.
func (e *exportCommand) stream(ctx context.Context, c *commands, std streams) error {
	err := c.opened(ctx, func(look *hearsay.Look) error {
		return e.file(std, func(w io.Writer) error { return export.JSONOf(clean.JSON(w), look.Stream(), e.whole(c.dial())) })
	})
	if errors.Is(err, export.ErrFaults) {
		return incomplete{err}
	}
	return err
}

func (e *exportCommand) whole(dial view.Dial) export.Whole {
	return export.Whole{Version: hearsay.Version, Models: read.Version, Bytes: e.Offsets == "bytes", MinConfidence: dial.Min, All: dial.All}
}

// asked makes a filter that can choose nothing a wrong use, with what there is instead.
func asked(err error) error {
	if unknown := (*view.Wrong)(nil); errors.As(err, &unknown) {
		return wrong{hinted{err, unknown.Hint}}
	}
	return err
}

func (e *exportCommand) write(ctx context.Context, record *hearsay.Record, r *view.Record, c *commands, std streams) error {
	dial := c.dial()
	o := export.Package{Version: hearsay.Version, Models: read.Version, Name: strings.TrimSuffix(c.title(), filepath.Ext(c.title())), Dial: dial}
	kept := export.Kept{Pages: func(wanted func(string) bool) iter.Seq2[gather.Page, error] { return record.Originals(ctx, wanted) },
		Fetches: func(visit func(page, url, time string, record []byte) error) error { return record.Fetches(ctx, visit) }}
	switch e.Format {
	case "rocrate":
		return e.files(std, func(f export.Files) error { return export.ROCrate(f, r, kept, o) })
	case "wacz":
		if err := e.noTerminal(std); err != nil {
			return err
		}
		return e.file(std, func(w io.Writer) error { return export.WACZ(w, r, kept, o) })
	case "atom":
		return e.file(std, func(w io.Writer) error {
			return feed.Atom(clean.Text(w), feed.Of(r, feed.Options{Title: o.Name, Dial: dial}))
		})
	case "jsonfeed":
		return e.file(std, func(w io.Writer) error {
			return feed.JSON(clean.JSON(w), feed.Of(r, feed.Options{Title: o.Name, Dial: dial}))
		})
	case "gkg":
		return e.file(std, func(w io.Writer) error { return export.GKG(clean.Text(w), r, o) })
	}
	if write := severalFiles[e.Format]; write != nil {
		return e.files(std, func(f export.Files) error { return write(f, r, o) })
	}
	if write := oneFile[e.Format]; write != nil {
		return e.file(std, func(w io.Writer) error { return write(clean.JSON(w), r, o) })
	}
	return e.file(std, func(w io.Writer) error {
		return export.JSON(clean.JSON(w), r, e.whole(dial))
	})
}

// oneFile are the formats of one file that is JSON.
var oneFile = map[string]func(io.Writer, *view.Record, export.Package) error{
	"ftm": export.FollowTheMoney, "timelinejs": export.TimelineJS, "claimreview": export.ClaimReviews,
}

// severalFiles are the formats that are a folder or an archive.
var severalFiles = map[string]func(export.Files, *view.Record, export.Package) error{
	"csv": export.CSV, "annotations": export.Annotations,
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

// noTerminal refuses to write bytes that are no text to a terminal.
func (e *exportCommand) noTerminal(std streams) error {
	if f, ok := std.out.(*os.File); ok && (e.Out == "" || e.Out == "-") && term.IsTerminal(int(f.Fd())) {
		return wrong{hinted{fmt.Errorf("%s is an archive: it would go to the terminal", e.Format), "name a file: -o record.zip"}}
	}
	return nil
}

// files writes a format of several files, as a folder or as a zip archive.
func (e *exportCommand) files(std streams, write func(export.Files) error) error {
	archive := e.Out == "" || e.Out == "-" || strings.EqualFold(filepath.Ext(e.Out), ".zip")
	if archive {
		if err := e.noTerminal(std); err != nil {
			return err
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
