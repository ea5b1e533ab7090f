package main

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"strings"

	"github.com/hearsay-news/hearsay"
	"github.com/hearsay-news/hearsay/gather"
	"github.com/hearsay-news/hearsay/gather/file"
	"github.com/hearsay-news/hearsay/show/clean"
	"github.com/hearsay-news/hearsay/show/view"
	"github.com/hearsay-news/hearsay/work"
)

// addCommand takes pages into the record.
type addCommand struct {
	Files        []string `arg:"" help:"Pages (.txt, .html), archives (.warc.gz, .wacz, .zip, .tar, .mhtml, .eml), saved feeds, .jsonl and .json files, folders of these, or addresses (https://…) of pages, feeds, sitemaps and OPML; - for JSON lines from standard input."`
	Workers      int      `placeholder:"N" help:"How many pages to read at once (one a processor)."`
	AllowPrivate bool     `help:"Fetch from private and loopback addresses too."`
	Now          bool     `help:"With a record in a database: read and compare here, at once, instead of leaving it to hearsay work."`
	Urgent       bool     `help:"With a record in a database: before all else that waits there."`
	MaxPages     int      `placeholder:"N" help:"Take at most so many pages in this run (5 million)."`
	MaxBytes     int64    `placeholder:"N" help:"Take at most so many bytes of pages in this run (256 GiB)."`
	givenFlags
}

func (addCommand) Help() string {
	return `A file pages.csv beside the pages, in a folder or an archive, says what is known of them from outside: a column file or id, and any of url, outlet, title,
published, fetched. What a file is, its content says: a saved feed is its items. Pages that can't be read are listed, and the exit code is 3.

An address is fetched only because it is given here: robots.txt is kept to, a host is asked once a second, and what came is kept in the
record as it was sent. Adding it again asks the server what has changed. User names, passwords and tokens of an address go to its server
and are kept and shown nowhere.

A record in a database (-r postgres://…) takes pages and addresses into its queue, where hearsay work reads them; --now works at once.

Example:
  hearsay add saved/ --fetched 2023-06-02
  hearsay add -r port.db nord.html --outlet "Radio Nord" --published 2023-05-30
  hearsay add https://radionord.example/rss`
}

func (a *addCommand) Run(ctx context.Context, c *commands, std streams) error {
	addresses, files, err := split(a.Files)
	if err != nil {
		return err
	}
	pages, count, err := gathered(files, a.given(), std)
	if err != nil {
		return err
	}
	if count == 0 && len(addresses) == 0 {
		return hinted{errors.New("no pages there"), "Hearsay reads .txt, .html, .htm, .jsonl, .json, web archives, zip and tar files, and addresses"}
	}
	if hearsay.Shared(c.Record) && !a.Now {
		return a.enqueue(ctx, c, addresses, pages, std)
	}
	var added hearsay.Added
	err = c.change(ctx, func(record *hearsay.Record) error {
		if len(addresses) > 0 {
			pages, count = chain(pages, fetched(ctx, record, addresses, c.settings.fetching(a.AllowPrivate))), -1
		}
		added, err = addWithProgress(ctx, record, a.budget().Within(c.settings.named(pages)), count, a.Workers, std)
		return err
	})
	if err != nil {
		return err
	}
	if !c.JSON {
		writeAdded(std, added, c.where())
		if added.Pages == 0 && len(addresses) > 0 {
			clean.Fprintln(std.out, "  nothing there has changed since it was last fetched")
		}
	}
	err = c.look(ctx, func(r *view.Record) error {
		if c.JSON {
			return writeJSON(std, addedRow(added, r.Faults()))
		}
		return c.paper(std).Summary(r.Overview(c.dial()))
	})
	if err == nil && len(added.Skipped) > 0 {
		return exit(exitSkipped)
	}
	return err
}

// enqueue leaves pages and addresses to those who work on the record.
func (a *addCommand) enqueue(ctx context.Context, c *commands, addresses []string, pages iter.Seq[gather.Page], std streams) error {
	urgency := work.Usual
	if a.Urgent {
		urgency = work.Soon
	}
	return c.change(ctx, func(record *hearsay.Record) error {
		q, err := record.Queue(ctx)
		if err != nil {
			return err
		}
		added, err := q.Add(ctx, a.budget().Within(c.settings.named(pages)), urgency)
		if err != nil {
			return err
		}
		err = q.Fetch(ctx, addresses, urgency)
		if errors.Is(err, work.ErrSecret) {
			return wrong{err}
		}
		if err != nil {
			return err
		}
		if c.JSON {
			return writeJSON(std, map[string]int{"pages": added.Pages, "waiting": added.Waiting, "addresses": len(addresses)})
		}
		more := ""
		if len(addresses) > 0 {
			more = fmt.Sprintf(", %d to be gathered", len(addresses))
		}
		clean.Fprintf(std.out, "%s: %s, %d to be read%s; hearsay work --db … reads them, hearsay work --status tells how far it is\n", c.where(), plural(added.Pages, "page"), added.Waiting, more)
		return nil
	})
}

// budget bounds this run.
func (a *addCommand) budget() gather.Budget {
	b := gather.DefaultBudget
	if a.MaxPages > 0 {
		b.Pages = a.MaxPages
	}
	if a.MaxBytes > 0 {
		b.Bytes = a.MaxBytes
	}
	return b
}

// gathered returns the pages that the arguments name, and how many files hold them (-1 when that can't be known).
func gathered(paths []string, given gather.Given, std streams) (iter.Seq[gather.Page], int, error) {
	if len(paths) == 0 {
		return func(func(gather.Page) bool) {}, 0, nil
	}
	if len(paths) == 1 && paths[0] == "-" {
		return file.Lines(std.in, "standard input"), -1, nil
	}
	if missing := file.Missing(paths); missing != "" {
		return nil, 0, notThere(missing)
	}
	return file.Pages(paths, given), file.Count(paths), nil
}

type addedJSON struct {
	Pages   int           `json:"pages"`
	New     int           `json:"new"`
	Read    int           `json:"read"`
	Skipped []skippedJSON `json:"skipped"`
	Faults  []view.Fault  `json:"faults"` // parts of comparing that could not be done
}

type skippedJSON struct {
	ID     string `json:"id"`
	Source string `json:"source"`
	gather.Skip
}

func addedRow(a hearsay.Added, faults []view.Fault) addedJSON {
	out := addedJSON{a.Pages, a.New, a.Read, make([]skippedJSON, len(a.Skipped)), faults}
	for i, s := range a.Skipped {
		out.Skipped[i] = skippedJSON{s.ID, s.Source, s.Skip}
	}
	return out
}

func writeAdded(std streams, a hearsay.Added, path string) {
	clean.Fprintf(std.out, "%s: %s, %d new, %d read now\n", path, plural(a.Pages, "page"), a.New, a.Read)
	const most = 20
	for i, s := range a.Skipped {
		if i == most {
			clean.Fprintf(std.out, "  … and %d more; hearsay pages lists them all\n", len(a.Skipped)-most)
			break
		}
		clean.Fprintf(std.out, "  skipped %s: %s (%s)%s\n", s.ID, s.Reason, s.Detail, where(s))
	}
}

// where names the file that a skipped page stands in, where its id does not.
func where(s hearsay.Skipped) string {
	if s.Source == "" || strings.Contains(s.Source, s.ID) || strings.Contains(s.ID, s.Source) {
		return ""
	}
	return " in " + s.Source
}

func plural(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
