package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"strings"
	"text/tabwriter"
	"time"

	"github.com/hearsay-news/hearsay"
	"github.com/hearsay-news/hearsay/show/clean"
	"github.com/hearsay-news/hearsay/work"
)

// workCommand works on a record that many machines work on.
type workCommand struct {
	DB           string  `name:"db" placeholder:"ADDRESS" help:"The record: postgres://user@host/database; the same as -r."`
	Workers      int     `placeholder:"N" help:"How many batches of pages to read at once (one a processor)."`
	Drain        bool    `help:"End when nothing waits any more."`
	Metrics      string  `placeholder:"ADDRESS" help:"Answer Prometheus there, as 127.0.0.1:9188."`
	Status       bool    `help:"Say what waits, what runs, what failed and why, and end."`
	Cancel       []int64 `placeholder:"JOB" help:"Take jobs out of the queue by their numbers; what they were to do is kept."`
	Retry        []int64 `placeholder:"JOB" help:"Let jobs that were given up or cancelled wait again."`
	AllowPrivate bool    `help:"Fetch from private and loopback addresses too."`
}

func (workCommand) Help() string {
	return `Takes jobs from the queue of a record in a database, on this machine, beside any number of others: pages that hearsay add left there are read, addresses
are gathered, and what has changed is compared. Ctrl-C ends it after the pages that are read just now; what a worker was at that is killed, another one
takes over within seconds. Nothing is lost and nothing is there twice. A server that goes away and comes again is waited for.

The exit code is 0 when it was asked to end or had nothing left to do (--drain), and 3 after --status when jobs were given up.

Example:
  hearsay work --db postgres://desk@db.example/news
  hearsay work --db postgres://desk@db.example/news --status
  hearsay work -r postgres://desk@db.example/news --drain --workers 4 --metrics 127.0.0.1:9188`
}

func (w *workCommand) Run(ctx context.Context, c *commands, std streams) error {
	if w.DB != "" {
		c.Record = w.DB
	}
	if !hearsay.Shared(c.Record) {
		return wrong{hinted{hearsay.ErrAlone, "hearsay work --db postgres://user@host/database"}}
	}
	return c.change(ctx, func(r *hearsay.Record) error {
		if w.Status || len(w.Cancel)+len(w.Retry) > 0 {
			return w.ask(ctx, c, r, std)
		}
		log := slog.New(slog.NewTextHandler(std.err, nil))
		err := r.Work(ctx, hearsay.Gathering{Fetch: c.settings.fetching(w.AllowPrivate), Named: c.settings.named}, work.Options{
			Workers: w.Workers, Drain: w.Drain, Metrics: w.Metrics, Log: log,
			Ready: func(metrics string) {
				clean.Fprintf(std.out, "working on %s\n", c.where())
				if metrics != "" {
					clean.Fprintf(std.out, "  metrics: http://%s/metrics\n", metrics)
				}
			},
		})
		if errors.Is(err, context.Canceled) {
			return nil
		}
		return err
	})
}

// ask looks at the queue, and changes what waits there.
func (w *workCommand) ask(ctx context.Context, c *commands, r *hearsay.Record, std streams) error {
	q, err := r.Queue(ctx)
	if err != nil {
		return err
	}
	if err := q.Cancel(ctx, w.Cancel...); err != nil {
		return hinted{err, "hearsay work --status lists the jobs with their numbers"}
	}
	if err := q.Retry(ctx, w.Retry...); err != nil {
		return hinted{err, "hearsay work --status lists the jobs with their numbers"}
	}
	if !w.Status {
		return nil
	}
	s, err := q.Status(ctx)
	if err != nil {
		return err
	}
	if c.JSON {
		err = writeJSON(std, s)
	} else {
		err = writeStatus(std.out, c.where(), s)
	}
	for _, j := range s.Jobs {
		if err == nil && j.State == "discarded" {
			return exit(exitSkipped)
		}
	}
	return err
}

// states of jobs, as they are told.
var states = map[string]string{"available": "wait", "pending": "wait", "scheduled": "wait", "retryable": "failed, to be tried again", "running": "run", "completed": "done in the last hour", "discarded": "given up",
	"cancelled": "cancelled"}

func writeStatus(out io.Writer, where string, s work.Status) error {
	clean.Fprintf(out, "%s: %s, %d waiting to be read, %s to be compared, %s\n", where, plural(int(s.Pages), "page"), s.Waiting, plural(int(s.Changes), "change"), plural(s.Workers, "worker"))
	counts := map[string]int64{}
	var order []string
	for _, j := range s.Jobs {
		key := j.Kind + "\t" + states[j.State]
		if counts[key] == 0 {
			order = append(order, key)
		}
		counts[key] += j.Count
	}
	table := tabwriter.NewWriter(clean.Text(out), 0, 4, 2, ' ', 0)
	for _, key := range order {
		fmt.Fprintf(table, "  %s\t%d\n", key, counts[key])
	}
	for _, j := range s.Running {
		fmt.Fprintf(table, "job %d\t%s\t%s\ton %s\tsince %s\n", j.ID, j.Kind, j.What, j.Worker, j.Since.UTC().Format(time.RFC3339))
	}
	for _, j := range s.Failed {
		state := states[j.State]
		if !j.Again.IsZero() && j.State == "retryable" {
			state = "again at " + j.Again.UTC().Format(time.RFC3339)
		}
		fmt.Fprintf(table, "job %d\t%s\t%s\t%s\tafter %d tries: %s\n", j.ID, j.Kind, j.What, state, j.Attempts, strings.Join(strings.Fields(j.Why), " "))
	}
	if err := table.Flush(); err != nil {
		return err
	}
	if s.Workers == 0 && s.Waiting > 0 {
		clean.Fprintln(out, "nobody works on it; hearsay work --db … does")
	}
	return nil
}
