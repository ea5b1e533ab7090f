package work

import (
	"context"
	"fmt"
	"io"
	"iter"
	"net/http"
	"os"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/hearsay-news/hearsay/gather"
	"github.com/hearsay-news/hearsay/internal/server"
	"github.com/hearsay-news/hearsay/keep"
	"github.com/hearsay-news/hearsay/keep/postgres"
	"github.com/hearsay-news/hearsay/lang/en"
	"github.com/hearsay-news/hearsay/read"
)

func TestMain(m *testing.M) { os.Exit(server.Main(m)) }

const often = 20 * time.Millisecond

func open(t *testing.T, address string) *postgres.Store {
	t.Helper()
	s, err := postgres.Open(context.Background(), address)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

func pages(n int) iter.Seq[gather.Page] {
	return func(yield func(gather.Page) bool) {
		for i := range n {
			if !yield(gather.Page{ID: fmt.Sprintf("p%03d", i), Bytes: []byte(fmt.Sprintf("Port %d of Sel is shut, governor Ilse Marrow said.", i)), Form: gather.Article}) {
				return
			}
		}
	}
}

// rooms of a worker that finds nothing: comparing notes only what was compared.
func rooms(s *postgres.Store) Rooms {
	return Rooms{
		Describe: func(p gather.Page) (keep.Page, []keep.Capture) { return keep.Describe(p), nil },
		Rebuild:  func(p keep.Page, b []byte) gather.Page { return gather.Page{ID: p.Name, Bytes: b, Form: p.Form} },
		Read:     func(p gather.Page) *read.Reading { return read.ReadArticle(en.Language, p) },
		Compare: func(ctx context.Context) error {
			look, err := s.Snapshot(ctx)
			if err != nil {
				return err
			}
			defer look.Close()
			all, err := look.Pages()
			if err != nil {
				return err
			}
			return s.Update(ctx, func(tx keep.Tx) error { return tx.PutFindings(keep.Comparison{Made: "rules", Pages: all}) })
		},
	}
}

func queue(t *testing.T, s *postgres.Store, r Rooms) *Queue {
	t.Helper()
	q, err := Open(context.Background(), s, r)
	if err != nil {
		t.Fatal(err)
	}
	return q
}

func status(t *testing.T, q *Queue) Status {
	t.Helper()
	s, err := q.Status(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// Three workers read what comes in while they compare: no two of them compare at once, and none of what came is missed.
func TestOneCompares(t *testing.T) {
	ctx, address := context.Background(), server.Record(t)
	s := open(t, address)
	var comparing, most, times atomic.Int32
	q := queue(t, s, rooms(s))
	if _, err := q.Add(ctx, pages(100), Usual); err != nil {
		t.Fatal(err)
	}
	var working sync.WaitGroup
	for range 3 {
		own := open(t, address)
		r := rooms(own)
		plain := r.Compare
		r.Compare = func(ctx context.Context) error {
			most.Store(max(most.Load(), comparing.Add(1)))
			defer comparing.Add(-1)
			if n := times.Add(1); n <= 3 { // more comes while it is compared
				if _, err := q.Add(ctx, pages(100+int(n)*7), Soon); err != nil {
					return err
				}
			}
			return plain(ctx)
		}
		working.Go(func() {
			if err := Run(ctx, own, r, Options{Workers: 2, Drain: true, Pause: often}); err != nil {
				t.Error(err)
			}
		})
	}
	working.Wait()
	if most.Load() != 1 || times.Load() < 4 {
		t.Errorf("%d compared at once, %d times", most.Load(), times.Load())
	}
	if got := status(t, q); got.Pages != 121 || got.Waiting+got.Changes != 0 {
		t.Errorf("%+v", got)
	}
}

// What fails is told with its reason, tried again, and can be cancelled and taken up again; the pages that failed beside it are read.
func TestFailing(t *testing.T) {
	ctx := context.Background()
	s := open(t, server.Record(t))
	r := rooms(s)
	q := queue(t, s, r)
	if _, err := q.Add(ctx, pages(3), Usual); err != nil {
		t.Fatal(err)
	}
	var bad atomic.Bool
	bad.Store(true)
	plain := r.Read
	r.Read = func(p gather.Page) *read.Reading {
		if bad.Load() && p.ID == "p001" {
			panic("swordfish is no page")
		}
		return plain(p)
	}
	if _, err := s.Pool().Exec(ctx, "UPDATE river_job SET attempt = $1", splitAt-1); err != nil { // it failed before
		t.Fatal(err)
	}
	working, stop := context.WithCancel(ctx)
	ended := make(chan error)
	go func() { ended <- Run(working, s, r, Options{Workers: 1, Pause: often}) }()
	until(t, q, func(s Status) bool { return s.Waiting == 1 && len(s.Failed) == 1 && s.Failed[0].State == "retryable" })
	failed := status(t, q).Failed[0]
	if failed.What != "1 page" || !strings.Contains(failed.Why, "swordfish is no page") || failed.Again.IsZero() {
		t.Errorf("%+v", failed)
	}
	if err := q.Cancel(ctx, failed.ID); err != nil {
		t.Fatal(err)
	}
	if got := status(t, q); got.Failed[0].State != "cancelled" || got.Waiting != 1 {
		t.Errorf("%+v", got)
	}
	bad.Store(false)
	if err := q.Retry(ctx, failed.ID); err != nil {
		t.Fatal(err)
	}
	until(t, q, func(s Status) bool { return s.Pages == 3 && s.Waiting+s.Changes == 0 })
	stop()
	if err := <-ended; err != nil {
		t.Error(err)
	}
}

// until looks at the queue until it is as wanted; the test's own time limit ends it otherwise.
func until(t *testing.T, q *Queue, wanted func(Status) bool) {
	t.Helper()
	for !wanted(status(t, q)) {
		if t.Context().Err() != nil {
			t.Fatal("the test ended")
		}
	}
}

func TestMetrics(t *testing.T) {
	s := open(t, server.Record(t))
	r := rooms(s)
	q := queue(t, s, r)
	if _, err := q.Add(context.Background(), pages(20), Usual); err != nil {
		t.Fatal(err)
	}
	if err := q.Fetch(context.Background(), []string{"https://desk:secret@radionord.example/rss"}, Usual); err != ErrSecret {
		t.Errorf("an address with a password goes into the queue: %v", err)
	}
	r.Fetch = func(context.Context, string) iter.Seq[gather.Page] { return pages(25) }
	for range 2 {
		if err := q.Fetch(context.Background(), []string{"https://radionord.example/rss"}, Usual); err != nil {
			t.Fatal(err)
		}
	}
	address := make(chan string, 1)
	working, stop := context.WithCancel(context.Background())
	ended := make(chan error)
	go func() {
		ended <- Run(working, s, r, Options{Workers: 1, Pause: often, Metrics: "127.0.0.1:0", Ready: func(at string) { address <- at }})
	}()
	at := <-address
	until(t, q, func(s Status) bool { return s.Pages == 25 && s.Waiting+s.Changes == 0 })
	answer, err := http.Get("http://" + at + "/metrics")
	if err != nil {
		t.Fatal(err)
	}
	body, err := io.ReadAll(answer.Body)
	answer.Body.Close()
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"hearsay_pages 25", "hearsay_workers 1", "hearsay_pages_waiting 0", `hearsay_queue_jobs{kind="fetch",state="completed"} 1`} {
		if !strings.Contains(string(body), want+"\n") {
			t.Errorf("no %s in\n%s", want, slices.DeleteFunc(strings.Split(string(body), "\n"), func(l string) bool { return !strings.HasPrefix(l, "hearsay") }))
		}
	}
	if !strings.Contains(string(body), "\nhearsay_pages_read_total ") {
		t.Error("what this worker read is not told")
	}
	stop()
	if err := <-ended; err != nil {
		t.Error(err)
	}
}
