package main

import (
	"context"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/hearsay-news/hearsay"
	"github.com/hearsay-news/hearsay/examples"
	"github.com/hearsay-news/hearsay/gather"
	"github.com/hearsay-news/hearsay/gather/file"
	"github.com/hearsay-news/hearsay/show/view"
)

// demoCommand reads the invented story.
type demoCommand struct {
	Once    bool   `help:"Write report.html instead of serving, and end."`
	Keep    string `placeholder:"FILE" help:"Keep the record, to try the other verbs on it with -r FILE."`
	Address string `default:"0" placeholder:"PORT" help:"A port, or a loopback address with its port; 0 takes any free port."`
	Workers int    `placeholder:"N" help:"How many pages to read at once (one a processor)."`
}

func (demoCommand) Help() string {
	return `The story and everybody in it are made up. Nothing is fetched, and nothing stays behind unless --keep or --once says so.

Example:
  hearsay demo
  hearsay demo --once --keep demo.db && hearsay -r demo.db said marrow`
}

func (d *demoCommand) Run(ctx context.Context, c *commands, std streams) error {
	folder, err := os.MkdirTemp("", "hearsay-demo-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(folder)
	path := filepath.Join(folder, "demo.db")
	if d.Keep != "" {
		path = d.Keep
	}
	if err := d.fill(ctx, path, folder, std); err != nil {
		return err
	}
	shown := *c
	shown.Record = path
	return shown.look(ctx, func(r *view.Record) error {
		paper := shown.paper(std)
		paper.Alone = d.Keep == ""
		if err := paper.Summary(r.Overview(c.dial())); err != nil {
			return err
		}
		if d.Once {
			return writeReport(r, "demo", "report.html", c.dial(), std)
		}
		return (&serveCommand{Address: d.Address}).serve(ctx, path, std)
	})
}

// fill reads the story into a record.
func (d *demoCommand) fill(ctx context.Context, path, folder string, std streams) error {
	stories, err := fs.Glob(examples.FS, "*/pages")
	if err != nil {
		return err
	}
	var paths []string
	for _, story := range stories {
		to := filepath.Join(folder, filepath.FromSlash(story))
		if err := unfold(examples.FS, story, to); err != nil {
			return err
		}
		paths = append(paths, to)
	}
	pages := func(yield func(gather.Page) bool) {
		for p := range file.Pages(paths, gather.Given{}) {
			p.Source = "examples" + strings.TrimPrefix(p.Source, filepath.ToSlash(folder)) // where the pages are at home
			if !yield(p) {
				return
			}
		}
	}
	var added hearsay.Added
	err = (&commands{Record: path}).change(ctx, func(record *hearsay.Record) error {
		added, err = addWithProgress(ctx, record, pages, file.Count(paths), d.Workers, std)
		return err
	})
	if err == nil && len(added.Skipped) > 0 {
		err = fmt.Errorf("the example has a page that can't be read: %v", added.Skipped)
	}
	return err
}

// unfold writes a folder of an embedded file system to disk.
func unfold(from fs.FS, folder, to string) error {
	entries, err := fs.ReadDir(from, folder)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(to, 0o755); err != nil {
		return err
	}
	for _, entry := range entries {
		bytes, err := fs.ReadFile(from, folder+"/"+entry.Name())
		if err == nil {
			err = os.WriteFile(filepath.Join(to, entry.Name()), bytes, 0o644)
		}
		if err != nil {
			return err
		}
	}
	return nil
}
