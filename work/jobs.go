package work

import (
	"context"
	"errors"
	"fmt"
	"hash/fnv"
	"net/url"
	"time"

	"github.com/riverqueue/river"
	"github.com/riverqueue/river/riverdriver/riverpgxv5"
	"github.com/riverqueue/river/rivertype"

	"github.com/hearsay-news/hearsay/keep/postgres"
	"github.com/hearsay-news/hearsay/read"
)

// unfinished are the states in which a job keeps another of its kind off.
var unfinished = []rivertype.JobState{rivertype.JobStateAvailable, rivertype.JobStatePending, rivertype.JobStateRunning, rivertype.JobStateRetryable, rivertype.JobStateScheduled}

type fetcher struct {
	river.WorkerDefaults[fetchArgs]
	*worker
}

// Timeout: a feed of ten thousand pages takes hours, one a second.
func (fetcher) Timeout(*river.Job[fetchArgs]) time.Duration { return -1 }

// Work gathers what an address leads to. One worker at a time asks a host: together they would not be polite.
func (f fetcher) Work(ctx context.Context, job *river.Job[fetchArgs]) error {
	u, err := url.Parse(job.Args.Address)
	if err != nil {
		return river.JobCancel(errors.New("no address"))
	}
	host := fnv.New32a()
	host.Write([]byte(u.Host))
	free, ok, err := f.store.Alone(ctx, fmt.Sprint("host ", host.Sum32()), false)
	if err != nil {
		return err
	}
	if !ok {
		return river.JobSnooze(5 * time.Second)
	}
	defer free()
	_, err = f.queue.Add(ctx, f.rooms.Fetch(ctx, job.Args.Address), Urgency(job.Priority))
	return err
}

type reader struct {
	river.WorkerDefaults[readArgs]
	*worker
}

func (reader) Timeout(*river.Job[readArgs]) time.Duration { return time.Hour }

// kept is a page on its way into the record; its reading is nil when one is kept already.
type kept struct {
	postgres.Waiting
	reading *read.Reading
}

// splitAt is the attempt from which on the pages of a batch are read one by one: one of them may be what ends the workers.
const splitAt = 3

// Work reads a batch and keeps it: pages, the end of the job and the wish to compare are one transaction. Reading itself is outside of it.
func (r reader) Work(ctx context.Context, job *river.Job[readArgs]) error {
	var batch []postgres.Waiting
	err := r.store.UpdateIn(ctx, func(tx *postgres.Tx) (err error) {
		batch, err = tx.Batch(job.Args.Batch)
		return err
	})
	if err != nil {
		return err
	}
	if job.Attempt >= splitAt && len(batch) > 1 {
		return r.split(ctx, job)
	}
	var pages []kept
	for _, w := range batch {
		one := kept{Waiting: w}
		if w.Page.Reading != "" {
			there := false
			err := r.store.UpdateIn(ctx, func(tx *postgres.Tx) (err error) {
				there, err = tx.HasReading(w.Page.Reading)
				return err
			})
			if err != nil {
				return err
			}
			if !there {
				one.reading = r.rooms.Read(r.rooms.Rebuild(w.Page, w.Original))
			}
		}
		pages = append(pages, one)
		r.options.told(PageRead)
		if err := ctx.Err(); err != nil {
			return river.JobSnooze(0) // we are asked to end: somebody else reads it
		}
	}
	err = r.store.UpdateIn(ctx, func(tx *postgres.Tx) error {
		again, err := tx.Batch(job.Args.Batch)
		if err != nil || len(again) == 0 { // another worker took it over, and was quicker
			return err
		}
		for _, p := range pages {
			if err := r.keep(tx, p); err != nil {
				return err
			}
		}
		if err := tx.Take(job.Args.Batch); err != nil {
			return err
		}
		if _, err := river.JobCompleteTx[*riverpgxv5.Driver](ctx, tx.Raw(), job); err != nil {
			return err
		}
		return compareSoon(ctx, r.queue.client, tx)
	})
	if err == nil {
		r.metrics.pages.Add(float64(len(pages)))
		r.options.told(BatchKept)
	}
	return err
}

func (r reader) keep(tx *postgres.Tx, p kept) error {
	if p.Page.SHA256 == "" {
		if before, err := tx.ReadBefore(p.Page); before || err != nil {
			return err // it can't be read today; what was kept of it stays
		}
	}
	p.Page.Added = time.Now().UTC().Format(time.RFC3339)
	if err := tx.PutPage(p.Page, p.Original, p.reading); err != nil {
		return err
	}
	for _, fetch := range p.Fetches {
		if err := tx.PutCapture(fetch); err != nil {
			return err
		}
	}
	return nil
}

// split makes a batch of each page.
func (r reader) split(ctx context.Context, job *river.Job[readArgs]) error {
	return r.store.UpdateIn(ctx, func(tx *postgres.Tx) error {
		batch, err := tx.Batch(job.Args.Batch)
		if err != nil {
			return err
		}
		for i := range batch {
			if err := r.queue.put(ctx, tx, batch[i:i+1], Urgency(job.Priority)); err != nil {
				return err
			}
		}
		if err := tx.Take(job.Args.Batch); err != nil {
			return err
		}
		_, err = river.JobCompleteTx[*riverpgxv5.Driver](ctx, tx.Raw(), job)
		return err
	})
}

type comparer struct {
	river.WorkerDefaults[compareArgs]
	*worker
}

func (comparer) Timeout(*river.Job[compareArgs]) time.Duration { return -1 }

// Work compares the record, alone, when nothing is about to be read any more, or it has waited for long enough.
func (c comparer) Work(ctx context.Context, job *river.Job[compareArgs]) error {
	free, ok, err := c.store.Alone(ctx, "compare", false)
	if err != nil {
		return err
	}
	if !ok {
		return river.JobSnooze(time.Second)
	}
	defer free()
	reading, lag, err := c.pending(ctx)
	if err != nil {
		return err
	}
	if reading && lag < maxLag {
		return river.JobSnooze(c.options.pause())
	}
	c.options.told(Comparing)
	if err := c.rooms.Compare(ctx); err != nil {
		if ctx.Err() != nil {
			return river.JobSnooze(0)
		}
		return err
	}
	c.options.told(Compared)
	stale := false
	err = c.store.UpdateIn(ctx, func(tx *postgres.Tx) error {
		if err := tx.Lock("changed", false); err != nil { // whoever has kept a page and not asked yet is waited for
			return err
		}
		if stale, err = tx.Stale(); err != nil || stale {
			return err
		}
		_, err = river.JobCompleteTx[*riverpgxv5.Driver](ctx, tx.Raw(), job)
		return err
	})
	if err == nil && stale { // pages came meanwhile
		return river.JobSnooze(0)
	}
	return err
}

// pending says whether pages are about to be read, and for how long the oldest change waits.
func (w *worker) pending(ctx context.Context) (reading bool, lag time.Duration, err error) {
	var seconds float64
	err = w.store.Pool().QueryRow(ctx, `SELECT EXISTS (SELECT 1 FROM river_job WHERE kind IN ('read', 'fetch') AND state IN ('available', 'running')),
		coalesce(extract(epoch FROM now() - (SELECT min(at) FROM changes)), 0)`).Scan(&reading, &seconds)
	return reading, time.Duration(seconds * float64(time.Second)), err
}
