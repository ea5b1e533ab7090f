package hearsay

import (
	"context"
	"errors"
	"iter"

	"github.com/hearsay-news/hearsay/gather"
	"github.com/hearsay-news/hearsay/gather/web"
	"github.com/hearsay-news/hearsay/keep"
	"github.com/hearsay-news/hearsay/keep/postgres"
	"github.com/hearsay-news/hearsay/work"
)

// ErrAlone says that a record in a file has no queue: one program works on it.
var ErrAlone = errors.New("a record in a file is worked on by one program; many work on one in a database (postgres://host/database)")

// Gathering is how workers gather.
type Gathering struct {
	Fetch web.Options
	Named func(iter.Seq[gather.Page]) iter.Seq[gather.Page] // what is known of pages from elsewhere; nil for nothing
}

// Queue is the queue of a record in a database: what waits there is read and compared by Work, here or elsewhere.
func (r *Record) Queue(ctx context.Context) (*work.Queue, error) {
	store, ok := r.store.(*postgres.Store)
	if !ok {
		return nil, ErrAlone
	}
	return work.Open(ctx, store, r.rooms(Gathering{}))
}

// Work takes jobs from the queue of a record in a database until the context ends.
func (r *Record) Work(ctx context.Context, g Gathering, o work.Options) error {
	store, ok := r.store.(*postgres.Store)
	if !ok {
		return ErrAlone
	}
	return work.Run(ctx, store, r.rooms(g), o)
}

// compare brings the findings up to date with the pages, alone: where others compare the same record just now, they are waited for.
func (r *Record) compare(ctx context.Context) error {
	if store, ok := r.store.(*postgres.Store); ok {
		free, _, err := store.Alone(ctx, "compare", true)
		if err != nil {
			return err
		}
		defer free()
	}
	return r.compareNow(ctx)
}

// rooms wires what a worker does its work with.
func (r *Record) rooms(g Gathering) work.Rooms {
	client := web.NewClient(g.Fetch) // one for all jobs: it knows when it asked whom
	known := func(ctx context.Context) func(string) (web.Known, bool) {
		return func(url string) (web.Known, bool) { return r.Known(ctx, url) }
	}
	return work.Rooms{
		Describe: func(p gather.Page) (keep.Page, []keep.Capture) {
			page := keep.Describe(p)
			return page, fetches(p, page.Key())
		},
		Rebuild: rebuilt,
		Read:    Read,
		Fetch: func(ctx context.Context, address string) iter.Seq[gather.Page] {
			pages := client.Pages(ctx, address, known(ctx))
			if g.Named != nil {
				pages = g.Named(pages)
			}
			return gathered(pages)
		},
		Compare: func(ctx context.Context) error {
			return Guarded("comparing", func() error { return r.compareNow(ctx) })
		},
	}
}
