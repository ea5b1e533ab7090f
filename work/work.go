// Package work is the queue of a record that many machines work on: River's, in the record's own database.
//
//	q, err := work.Open(ctx, store)
//	q.Add(ctx, pages)                    pages wait in the database, in batches of one job each
//	work.Run(ctx, store, rooms, o)       on any number of machines: takes jobs until the context ends
//
// There are three kinds of job. fetch gathers what an address leads to; read reads a batch of pages and keeps them, in one transaction with the end of the
// job, so that no page is lost or kept twice whenever a worker dies; compare compares the record anew, once for all that came since, and never twice at
// the same time. A worker is alive as long as it holds a lock in the database; the jobs of one that does not are taken over by the others.
package work

import (
	"cmp"
	"context"
	"errors"
	"io"
	"iter"
	"log/slog"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/riverqueue/river"
	"github.com/riverqueue/river/riverdriver/riverpgxv5"
	"github.com/riverqueue/river/rivermigrate"

	"github.com/hearsay-news/hearsay/gather"
	"github.com/hearsay-news/hearsay/keep"
	"github.com/hearsay-news/hearsay/keep/postgres"
	"github.com/hearsay-news/hearsay/read"
)

// Rooms are what a worker does its work with: gathering, reading and comparing as one laptop would.
type Rooms struct {
	Describe func(gather.Page) (keep.Page, []keep.Capture)
	Rebuild  func(keep.Page, []byte) gather.Page
	Read     func(gather.Page) *read.Reading
	Fetch    func(ctx context.Context, address string) iter.Seq[gather.Page]
	Compare  func(context.Context) error
}

// fetchArgs: gather what an address leads to. The address is kept without what lets somebody in.
type fetchArgs struct {
	Address string `json:"address"`
}

func (fetchArgs) Kind() string { return "fetch" }

func (fetchArgs) InsertOpts() river.InsertOpts {
	return river.InsertOpts{Queue: "fetch", Priority: 2, MaxAttempts: 8, UniqueOpts: river.UniqueOpts{ByArgs: true, ByState: unfinished}}
}

// readArgs: read a batch of pages.
type readArgs struct {
	Batch int64 `json:"batch"`
	Pages int   `json:"pages"`
}

func (readArgs) Kind() string { return "read" }

func (readArgs) InsertOpts() river.InsertOpts {
	return river.InsertOpts{Queue: "read", Priority: 2, MaxAttempts: 6}
}

// compareArgs: compare what has changed. There is one job of it at most.
type compareArgs struct{}

func (compareArgs) Kind() string { return "compare" }

func (compareArgs) InsertOpts() river.InsertOpts {
	return river.InsertOpts{Queue: "compare", Priority: 3, MaxAttempts: 25, UniqueOpts: river.UniqueOpts{ByState: unfinished}}
}

// Queue puts jobs into a record's queue.
type Queue struct {
	store  *postgres.Store
	client *river.Client[pgx.Tx]
	rooms  Rooms
}

// Open opens the queue of a record, and makes its tables where there are none.
func Open(ctx context.Context, store *postgres.Store, rooms Rooms) (*Queue, error) {
	if err := migrate(ctx, store); err != nil {
		return nil, err
	}
	client, err := river.NewClient(riverpgxv5.New(store.Pool()), &river.Config{Logger: quiet})
	return &Queue{store, client, rooms}, err
}

var quiet = slog.New(slog.NewTextHandler(io.Discard, nil))

// migrate makes the tables of the queue; programs that start at once wait for each other.
func migrate(ctx context.Context, store *postgres.Store) error {
	return store.UpdateIn(ctx, func(tx *postgres.Tx) error {
		if err := tx.Lock("queue", false); err != nil {
			return err
		}
		m, err := rivermigrate.New(riverpgxv5.New(store.Pool()), &rivermigrate.Config{Logger: quiet})
		if err != nil {
			return err
		}
		_, err = m.Migrate(ctx, rivermigrate.DirectionUp, nil) // by another connection: the lock holds the others off
		return err
	})
}

// A batch is read by one job: small enough that little is read twice when a worker dies, large enough that the queue costs nothing beside reading.
const (
	batchPages = 16
	batchBytes = 1 << 20
)

// Urgency is the priority of what is put into the queue.
type Urgency int

// Urgencies, as River counts them: 1 goes first.
const (
	Soon  Urgency = 1
	Usual Urgency = 2
)

// Added says what was put into the queue.
type Added struct {
	Pages   int `json:"pages"`   // gathered
	Waiting int `json:"waiting"` // to be read
}

// Add lets pages wait to be read; those that are in the record as they are do not.
func (q *Queue) Add(ctx context.Context, pages iter.Seq[gather.Page], urgency Urgency) (Added, error) {
	var done Added
	var batch []postgres.Waiting
	size := 0
	flush := func() error {
		if len(batch) == 0 {
			return nil
		}
		err := q.store.UpdateIn(ctx, func(tx *postgres.Tx) error { return q.put(ctx, tx, batch, urgency) })
		done.Waiting += len(batch)
		batch, size = nil, 0
		return err
	}
	for p := range pages {
		if err := ctx.Err(); err != nil {
			return done, err
		}
		done.Pages++
		one := postgres.Waiting{Original: p.Bytes}
		one.Page, one.Fetches = q.rooms.Describe(p)
		news := true
		err := q.store.UpdateIn(ctx, func(tx *postgres.Tx) (err error) {
			news, err = tx.News(one.Page)
			return err
		})
		if err != nil {
			return done, err
		}
		if !news {
			continue
		}
		if batch, size = append(batch, one), size+len(p.Bytes); len(batch) == batchPages || size >= batchBytes {
			if err := flush(); err != nil {
				return done, err
			}
		}
	}
	return done, flush()
}

// put keeps a batch and the job that reads it.
func (q *Queue) put(ctx context.Context, tx *postgres.Tx, batch []postgres.Waiting, urgency Urgency) error {
	number, err := tx.Wait(batch)
	if err != nil {
		return err
	}
	_, err = q.client.InsertTx(ctx, tx.Raw(), readArgs{number, len(batch)}, &river.InsertOpts{Priority: int(urgency)})
	return err
}

// ErrSecret says that an address holds what lets somebody in: it would stand in the queue for everybody to read.
var ErrSecret = errors.New("this address holds a user name, a password or a token, which does not go into the queue; add it with --now")

// Fetch lets addresses wait to be gathered; one that waits already waits once.
func (q *Queue) Fetch(ctx context.Context, addresses []string, urgency Urgency) error {
	for _, a := range addresses {
		if gather.PublicAddress(a) != a {
			return ErrSecret
		}
	}
	return q.store.UpdateIn(ctx, func(tx *postgres.Tx) error {
		for _, a := range addresses {
			if _, err := q.client.InsertTx(ctx, tx.Raw(), fetchArgs{a}, &river.InsertOpts{Priority: int(cmp.Or(urgency, Usual))}); err != nil {
				return err
			}
		}
		return nil
	})
}

// Compare asks for the record to be compared, where anything changed since.
func (q *Queue) Compare(ctx context.Context) error {
	return q.store.UpdateIn(ctx, func(tx *postgres.Tx) error { return compareSoon(ctx, q.client, tx) })
}

// compareSoon puts the job in. Who ends one looks, alone under the lock, whether anything came since: so none is missed.
func compareSoon(ctx context.Context, client *river.Client[pgx.Tx], tx *postgres.Tx) error {
	if err := tx.Lock("changed", true); err != nil {
		return err
	}
	_, err := client.InsertTx(ctx, tx.Raw(), compareArgs{}, nil)
	return err
}

// Cancel ends jobs by their numbers; what they were to do stays where it is, and Retry takes it up.
func (q *Queue) Cancel(ctx context.Context, jobs ...int64) error {
	for _, id := range jobs {
		if _, err := q.client.JobCancel(ctx, id); err != nil {
			return err
		}
	}
	return nil
}

// Retry lets jobs that were cancelled or given up wait again.
func (q *Queue) Retry(ctx context.Context, jobs ...int64) error {
	for _, id := range jobs {
		if _, err := q.client.JobRetry(ctx, id); err != nil {
			return err
		}
	}
	return nil
}

// maxLag is how long comparing waits at most for what is still being read.
const maxLag = 10 * time.Minute
