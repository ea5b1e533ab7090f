package work

import (
	"context"
	"encoding/json"
	"strconv"
	"time"

	"github.com/jackc/pgx/v5"
)

// Status says what a record's queue holds.
type Status struct {
	Workers int        `json:"workers"` // that live
	Pages   int64      `json:"pages"`   // of the record
	Waiting int64      `json:"waiting"` // pages that wait to be read
	Changes int64      `json:"changes"` // that are not compared yet
	Jobs    []JobCount `json:"jobs"`
	Running []Running  `json:"running"`
	Failed  []Failed   `json:"failed"` // that failed and are tried again, were given up or cancelled; the latest first, twenty at most
}

// JobCount counts jobs.
type JobCount struct {
	Kind  string `json:"kind"`
	State string `json:"state"`
	Count int64  `json:"count"`
}

// Running is a job that somebody works on.
type Running struct {
	ID     int64     `json:"id"`
	Kind   string    `json:"kind"`
	What   string    `json:"what"`
	Worker string    `json:"worker"`
	Since  time.Time `json:"since"`
}

// Failed is a job that did not go well.
type Failed struct {
	ID       int64     `json:"id"`
	Kind     string    `json:"kind"`
	What     string    `json:"what"`
	State    string    `json:"state"`
	Attempts int       `json:"attempts"`
	Again    time.Time `json:"again,omitzero"` // when it is tried again
	Why      string    `json:"why"`
}

// Status looks at the queue.
func (q *Queue) Status(ctx context.Context) (s Status, err error) {
	s = Status{Jobs: []JobCount{}, Running: []Running{}, Failed: []Failed{}}
	tx, err := q.store.Pool().BeginTx(ctx, pgx.TxOptions{IsoLevel: pgx.RepeatableRead, AccessMode: pgx.ReadOnly})
	if err != nil {
		return s, q.store.Fault(err)
	}
	defer tx.Rollback(context.WithoutCancel(ctx)) // it only read
	err = tx.QueryRow(ctx, "SELECT (SELECT count(*) FROM ("+liveWorkers+") AS w), (SELECT count(*) FROM pages), (SELECT count(*) FROM waiting), (SELECT count(*) FROM changes)").
		Scan(&s.Workers, &s.Pages, &s.Waiting, &s.Changes)
	if err == nil {
		err = collect(ctx, tx, "SELECT kind, state::text, count(*) FROM river_job GROUP BY 1, 2 ORDER BY 1, 2", &s.Jobs, func(r pgx.Rows) (j JobCount, err error) {
			return j, r.Scan(&j.Kind, &j.State, &j.Count)
		})
	}
	if err == nil {
		err = collect(ctx, tx, "SELECT id, kind, args, coalesce(attempted_by[array_upper(attempted_by, 1)], ''), attempted_at FROM river_job WHERE state = 'running' ORDER BY id LIMIT 200", &s.Running,
			func(r pgx.Rows) (j Running, err error) {
				var args []byte
				err = r.Scan(&j.ID, &j.Kind, &args, &j.Worker, &j.Since)
				j.What = whatOf(args)
				return j, err
			})
	}
	if err == nil {
		err = collect(ctx, tx, `SELECT id, kind, args, state::text, attempt, scheduled_at, coalesce(errors[array_upper(errors, 1)] ->> 'error', '') FROM river_job
			WHERE state IN ('retryable', 'discarded', 'cancelled') OR state = 'available' AND errors <> '{}' ORDER BY attempted_at DESC NULLS LAST, id LIMIT 20`, &s.Failed,
			func(r pgx.Rows) (j Failed, err error) {
				var args []byte
				err = r.Scan(&j.ID, &j.Kind, &args, &j.State, &j.Attempts, &j.Again, &j.Why)
				if j.What = whatOf(args); j.State == "discarded" || j.State == "cancelled" {
					j.Again = time.Time{}
				}
				return j, err
			})
	}
	return s, q.store.Fault(err)
}

func collect[T any](ctx context.Context, tx pgx.Tx, query string, into *[]T, scan func(pgx.Rows) (T, error)) error {
	rows, err := tx.Query(ctx, query)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		one, err := scan(rows)
		if err != nil {
			return err
		}
		*into = append(*into, one)
	}
	return rows.Err()
}

// whatOf says what a job is about.
func whatOf(args []byte) string {
	var a struct {
		Address string `json:"address"`
		Pages   int    `json:"pages"`
	}
	_ = json.Unmarshal(args, &a) // what can't be read is left out
	switch {
	case a.Address != "":
		return a.Address
	case a.Pages == 1:
		return "1 page"
	case a.Pages > 1:
		return strconv.Itoa(a.Pages) + " pages"
	}
	return "the record"
}
