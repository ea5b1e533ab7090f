package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"strings"
	"time"

	"github.com/hearsay-news/hearsay"
	"github.com/hearsay-news/hearsay/show/clean"
	"github.com/hearsay-news/hearsay/show/view"
)

// watchCommand keeps a record current.
type watchCommand struct {
	Feeds        []string      `arg:"" help:"Addresses of feeds, sitemaps, OPML or pages, or files that list them, one a line."`
	Every        time.Duration `default:"15m" placeholder:"TIME" help:"How often to look (${default}); a minute at least."`
	Once         bool          `help:"Look once and end."`
	Notify       string        `placeholder:"COMMAND" help:"Run this whenever there is something new; it gets what is new as JSON on standard input."`
	Workers      int           `placeholder:"N" help:"How many pages to read at once (one a processor)."`
	AllowPrivate bool          `help:"Fetch from private and loopback addresses too."`
}

func (watchCommand) Help() string {
	return `Looks at feeds again and again, adds what is new and what has changed, and says what that brought: statements, figures, events and disagreements that
no page told before, not what was only said again. A page that changed is a new version; one whose words are the same is none.

Servers are asked on condition, once a second at most, as their robots.txt permits, and are left alone for as long as they ask. What can't be fetched is
tried again, later each time. The record is open for writing only while something is added. Ctrl-C ends it after the page that is read just now. The
exit code is 0 then; with --once it is 3 when something could not be fetched or read.

Example:
  hearsay watch https://radionord.example/rss https://kurier.example/news.xml
  hearsay watch feeds.txt --every 30m --notify 'mail -s news desk@example.org'
  hearsay watch feeds.txt --once`
}

func (w *watchCommand) AfterApply() error {
	if w.Every < time.Minute {
		return fmt.Errorf("--every %s: a minute at least", w.Every)
	}
	return nil
}

func (w *watchCommand) Run(ctx context.Context, c *commands, std streams) error {
	feeds, err := w.addresses()
	if err != nil {
		return err
	}
	incomplete := false
	err = hearsay.Watch(ctx, c.Record, feeds, hearsay.WatchOptions{
		Fetch: c.settings.fetching(w.AllowPrivate), Every: w.Every, Once: w.Once, Add: hearsay.AddOptions{Workers: w.Workers}, Named: c.settings.named, Dial: c.dial(),
		Heard: func(r hearsay.Round) error {
			incomplete = len(r.Failed)+len(r.Added.Skipped) > 0
			return w.heard(ctx, c, r, std)
		},
	})
	if err == nil && w.Once && incomplete {
		return exit(exitSkipped)
	}
	return err
}

// addresses are those that were given, and those that files list.
func (w *watchCommand) addresses() ([]string, error) {
	addresses, files, err := split(w.Feeds)
	if err != nil {
		return nil, err
	}
	for _, file := range files {
		content, err := os.ReadFile(file)
		if errors.Is(err, os.ErrNotExist) {
			return nil, notThere(file)
		}
		if err != nil {
			return nil, err
		}
		var listed []string
		for line := range strings.Lines(string(content)) {
			if line = strings.TrimSpace(line); line != "" && !strings.HasPrefix(line, "#") {
				listed = append(listed, line)
			}
		}
		more, others, err := split(listed)
		if err == nil && len(others) > 0 {
			err = wrong{hinted{fmt.Errorf("%s: %q is no address", file, others[0]), "write one address a line; lines that begin with # are passed over"}}
		}
		if err != nil {
			return nil, err
		}
		addresses = append(addresses, more...)
	}
	if len(addresses) == 0 {
		return nil, wrong{hinted{errors.New("no address there"), "give addresses of feeds, or a file with one a line"}}
	}
	return addresses, nil
}

// news is what a command is told.
type news struct {
	Hearsay string   `json:"hearsay"`
	Record  string   `json:"record"`
	At      string   `json:"at"`
	Failed  []string `json:"failed"`
	view.Fresh
}

// heard tells of a round that brought something, or in which something failed.
func (w *watchCommand) heard(ctx context.Context, c *commands, r hearsay.Round, std streams) error {
	at := r.At.Format(time.RFC3339)
	for _, f := range r.Failed {
		clean.Fprintln(std.err, at, "not fetched:", f)
	}
	for _, s := range r.Added.Skipped {
		clean.Fprintf(std.err, "%s skipped %s: %s (%s)\n", at, s.ID, s.Reason, s.Detail)
	}
	one := news{hearsay.Version, c.title(), at, append([]string{}, r.Failed...), r.Fresh}
	if c.JSON {
		if err := json.NewEncoder(clean.JSON(std.out)).Encode(one); err != nil {
			return err
		}
	} else if r.Added.Pages > 0 || w.Once {
		f := r.Fresh
		clean.Fprintf(std.out, "%s %s: %s, %d new; new: %s, %s, %s, %s\n", at, c.where(), plural(r.Added.Pages, "page"), r.Added.New, plural(len(f.Statements), "statement"),
			plural(len(f.Figures), "figure"), plural(len(f.Events), "event"), plural(len(f.Disagreements), "disagreement"))
	}
	if w.Notify == "" || !r.Fresh.Tells() {
		return nil
	}
	if err := notify(ctx, w.Notify, one, std); err != nil { // the record is what counts: it goes on being kept
		clean.Fprintln(std.err, at, "--notify:", err)
	}
	return nil
}

// patience is how long a command that is told may take.
const patience = 10 * time.Minute

// notify runs a command line with the news on its standard input.
func notify(ctx context.Context, line string, n news, std streams) error {
	written, err := json.MarshalIndent(n, "", "  ")
	if err != nil {
		return err
	}
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), patience)
	defer cancel()
	shell := []string{"sh", "-c", line}
	if runtime.GOOS == "windows" {
		shell = []string{"cmd", "/C", line}
	}
	cmd := exec.CommandContext(ctx, shell[0], shell[1:]...)
	cmd.Stdin, cmd.Stdout, cmd.Stderr = bytes.NewReader(append(written, '\n')), std.out, std.err
	return cmd.Run()
}
