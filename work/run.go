package work

import (
	"context"
	"crypto/rand"
	"fmt"
	"log/slog"
	"os"
	"runtime"
	"strings"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/riverqueue/river"
	"github.com/riverqueue/river/riverdriver/riverpgxv5"

	"github.com/hearsay-news/hearsay/keep/postgres"
)

// Options choose how a worker works.
type Options struct {
	Workers int                  // batches read at once; 0 = one a processor
	Drain   bool                 // end when nothing waits any more
	Metrics string               // address at which Prometheus may ask; "" for none
	Log     *slog.Logger         // of what goes wrong; nil: nowhere
	Pause   time.Duration        // between two looks at what is going on; 0 = a second
	Ready   func(metrics string) // called when the worker works, with the address of its metrics; may be nil
	Told    func(Step)           // called at every step, from many goroutines; may be nil
}

// Step is what a worker has just done.
type Step string

// Steps of jobs.
const (
	PageRead  Step = "page read"
	BatchKept Step = "batch kept"
	Comparing Step = "comparing"
	Compared  Step = "compared"
)

func (o Options) told(s Step) {
	if o.Told != nil {
		o.Told(s)
	}
}

func (o Options) pause() time.Duration {
	if o.Pause > 0 {
		return o.Pause
	}
	return time.Second
}

// worker is one program that takes jobs.
type worker struct {
	store   *postgres.Store
	queue   *Queue
	rooms   Rooms
	options Options
	id      string
	metrics *metrics
	log     *slog.Logger
	missing map[string]int // workers with running jobs that could not be found, and for how many looks
}

// unheard is for how many looks a worker may be gone before its jobs are taken over: after the server was away, all are for a moment.
const unheard = 3

// never: the sweep takes over what a dead worker left, and sooner.
const never = 30 * 24 * time.Hour

// Run takes jobs until the context ends; what it is at then is done, or goes back. It survives a server that goes away and comes again.
func Run(ctx context.Context, store *postgres.Store, rooms Rooms, o Options) error {
	queue, err := Open(ctx, store, rooms)
	if err != nil {
		return err
	}
	if o.Workers <= 0 {
		o.Workers = runtime.GOMAXPROCS(0)
	}
	w := &worker{store: store, queue: queue, rooms: rooms, options: o, id: newID(), log: o.Log, missing: map[string]int{}}
	if w.log == nil {
		w.log = quiet
	}
	w.metrics = newMetrics(w)
	stopMetrics, address, err := w.metrics.serve(o.Metrics)
	if err != nil {
		return err
	}
	defer stopMetrics()
	workers := river.NewWorkers()
	river.AddWorker(workers, fetcher{worker: w})
	river.AddWorker(workers, reader{worker: w})
	river.AddWorker(workers, comparer{worker: w})
	client, err := river.NewClient(riverpgxv5.New(store.Pool()), &river.Config{
		ID: w.id, Workers: workers, Logger: slog.New(muted{w.log.Handler()}),
		Queues:            map[string]river.QueueConfig{"read": {MaxWorkers: o.Workers}, "fetch": {MaxWorkers: 4}, "compare": {MaxWorkers: 1}},
		FetchPollInterval: max(o.pause(), 100*time.Millisecond), JobTimeout: time.Hour, RescueStuckJobsAfter: never, SoftStopTimeout: 20 * time.Second,
		CompletedJobRetentionPeriod: time.Hour, CancelledJobRetentionPeriod: -1, DiscardedJobRetentionPeriod: -1, // what was given up is somebody's to decide
	})
	if err != nil {
		return err
	}
	queue.client = client
	events, unsubscribe := client.Subscribe(river.EventKindJobCompleted, river.EventKindJobFailed, river.EventKindJobCancelled, river.EventKindJobSnoozed)
	defer unsubscribe()
	go w.metrics.count(events)
	running, stop := context.WithCancel(ctx)
	defer stop()
	looking, enough := context.WithCancel(context.WithoutCancel(ctx)) // to the end of the last job: the lock says that it is worked on
	defer enough()
	if err := w.lookAfter(looking, stop, address); err != nil {
		return err
	}
	if err := client.Start(running); err != nil {
		return err
	}
	<-client.Stopped()
	return nil
}

// newID names a worker; nobody else has the name, and nobody had it before.
func newID() string {
	host, err := os.Hostname()
	if err != nil {
		host = "unknown"
	}
	return strings.ToLower(fmt.Sprintf("%.60s-%d-%s", host, os.Getpid(), rand.Text()[:8]))
}

// lookAfter holds the lock by which a worker is known to be alive, takes over what dead ones left, and asks for comparing that was missed.
func (w *worker) lookAfter(ctx context.Context, stop func(), metrics string) error {
	alive, err := w.present(ctx)
	if err != nil {
		return err
	}
	if w.options.Ready != nil {
		w.options.Ready(metrics)
	}
	go func() {
		defer func() { alive.Close(context.WithoutCancel(ctx)) }()
		tick := time.NewTicker(w.options.pause())
		defer tick.Stop()
		for {
			select {
			case <-ctx.Done():
				return
			case <-tick.C:
			}
			if alive.IsClosed() || alive.Ping(ctx) != nil { // the server was away
				alive.Close(ctx)
				if again, err := w.present(ctx); err == nil {
					alive = again
				}
				continue
			}
			done, err := w.sweep(ctx)
			if err != nil && ctx.Err() == nil {
				w.log.Warn("looking after the queue", "error", err)
			}
			if err == nil && done && w.options.Drain {
				stop()
			}
		}
	}()
	return nil
}

// present takes the lock of this worker, on a connection of its own.
func (w *worker) present(ctx context.Context) (*pgx.Conn, error) {
	config := w.store.Pool().Config().ConnConfig.Copy()
	config.RuntimeParams["application_name"] = "hearsay work"
	c, err := pgx.ConnectConfig(ctx, config)
	if err != nil {
		return nil, w.store.Fault(err)
	}
	if _, err := c.Exec(ctx, "SELECT pg_advisory_lock(hashtext('hearsay worker ' || current_schema()), hashtext($1))", w.id); err != nil {
		c.Close(ctx)
		return nil, w.store.Fault(err)
	}
	return c, nil
}

// liveWorkers are the locks of those that live.
const liveWorkers = `SELECT objid::bigint FROM pg_locks WHERE locktype = 'advisory' AND granted AND objsubid = 2
	AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
	AND classid::bigint = hashtext('hearsay worker ' || current_schema())::bigint & 4294967295`

// sweep gives back the jobs of workers that are gone, and asks for comparing where something changed and nobody did. done says that nothing is left to do.
func (w *worker) sweep(ctx context.Context) (done bool, err error) {
	rows, err := w.store.Pool().Query(ctx, `SELECT DISTINCT attempted_by[array_upper(attempted_by, 1)] FROM river_job WHERE state = 'running'
		AND hashtext(attempted_by[array_upper(attempted_by, 1)])::bigint & 4294967295 NOT IN (`+liveWorkers+")")
	if err != nil {
		return false, err
	}
	gone, err := pgx.CollectRows(rows, pgx.RowTo[string])
	if err != nil {
		return false, err
	}
	seen := map[string]int{}
	for _, id := range gone {
		if seen[id] = w.missing[id] + 1; seen[id] < unheard {
			continue
		}
		_, err := w.store.Pool().Exec(ctx, `UPDATE river_job SET state = (CASE WHEN attempt >= max_attempts THEN 'discarded' ELSE 'available' END)::river_job_state, scheduled_at = now(),
			finalized_at = CASE WHEN attempt >= max_attempts THEN now() END,
			errors = array_append(errors, jsonb_build_object('at', now(), 'attempt', attempt, 'error', 'its worker ended in the middle of it', 'trace', ''))
			WHERE state = 'running' AND attempted_by[array_upper(attempted_by, 1)] = $1`, id)
		if err != nil {
			return false, err
		}
		w.metrics.takenOver.Inc()
		w.log.Warn("a worker ended in the middle of its work; others take it over", "worker", id)
	}
	w.missing = seen
	var stale, comparing, waiting bool
	err = w.store.Pool().QueryRow(ctx, `SELECT EXISTS (SELECT 1 FROM changes), EXISTS (SELECT 1 FROM river_job WHERE kind = 'compare' AND state NOT IN ('completed', 'cancelled', 'discarded')),
		EXISTS (SELECT 1 FROM river_job WHERE state NOT IN ('completed', 'cancelled', 'discarded'))`).Scan(&stale, &comparing, &waiting)
	if err == nil && stale && !comparing {
		return false, w.queue.Compare(ctx)
	}
	return err == nil && !waiting && !stale, err
}

// muted passes on what River logs, but for what is no fault: jobs that are put off, and what belongs to ending.
type muted struct{ slog.Handler }

func (m muted) Enabled(ctx context.Context, level slog.Level) bool {
	return level >= slog.LevelWarn && m.Handler.Enabled(ctx, level)
}

func (m muted) WithAttrs(a []slog.Attr) slog.Handler { return muted{m.Handler.WithAttrs(a)} }
func (m muted) WithGroup(name string) slog.Handler   { return muted{m.Handler.WithGroup(name)} }
