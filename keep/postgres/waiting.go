package postgres

import (
	"encoding/json"

	"github.com/jackc/pgx/v5"

	"github.com/hearsay-news/hearsay/keep"
	"github.com/hearsay-news/hearsay/keep/blob"
)

// Waiting is a page that was gathered and is not read yet, with how it was fetched.
type Waiting struct {
	Page     keep.Page
	Original []byte
	Fetches  []keep.Capture
}

// News says whether keeping a page would change anything: one that is there with its reading, and all that is given, would not.
func (t *Tx) News(p keep.Page) (bool, error) {
	p.ID, p.Versions, p.Added = "", nil, ""
	written, err := json.Marshal(p)
	if err != nil {
		return false, err
	}
	var there bool
	err = t.ask("SELECT EXISTS (SELECT 1 FROM pages WHERE key = $1 AND sum = $2)", []any{p.Key(), keep.Sum(written)}, &there)
	return !there, err
}

// Wait keeps pages until they are read, and returns the number of the batch they make.
func (t *Tx) Wait(list []Waiting) (batch int64, err error) {
	if err := t.ask("SELECT nextval('batches')", nil, &batch); err != nil {
		return 0, err
	}
	var rows [][]any
	for _, w := range list {
		described, err := json.Marshal(w.Page)
		if err != nil {
			return 0, err
		}
		fetches := []byte(nil)
		if len(w.Fetches) > 0 {
			if fetches, err = json.Marshal(w.Fetches); err != nil {
				return 0, err
			}
		}
		coding, data := blob.Pack(w.Original)
		rows = append(rows, []any{batch, string(described), string(fetches), coding, data})
	}
	_, err = t.tx.CopyFrom(t.ctx, pgx.Identifier{"waiting"}, []string{"batch", "described", "fetches", "coding", "data"}, pgx.CopyFromRows(rows))
	return batch, err
}

// Batch returns the pages of a batch that still wait, and keeps others off them until the write ends.
func (t *Tx) Batch(batch int64) (list []Waiting, err error) {
	err = t.each("SELECT described, fetches, coding, data FROM waiting WHERE batch = $1 ORDER BY num FOR UPDATE", []any{batch}, func(rows pgx.Rows) error {
		var described, fetches, coding string
		var data []byte
		if err := rows.Scan(&described, &fetches, &coding, &data); err != nil {
			return err
		}
		var w Waiting
		if err := json.Unmarshal([]byte(described), &w.Page); err != nil {
			return err
		}
		if fetches != "" {
			if err := json.Unmarshal([]byte(fetches), &w.Fetches); err != nil {
				return err
			}
		}
		w.Original, err = blob.Unpack(coding, data)
		list = append(list, w)
		return err
	})
	return list, err
}

// Take takes a batch out of those that wait: it was read.
func (t *Tx) Take(batch int64) error { return t.exec("DELETE FROM waiting WHERE batch = $1", batch) }

// HasReading says whether a reading is kept already.
func (t *Tx) HasReading(key string) (there bool, err error) {
	err = t.ask("SELECT EXISTS (SELECT 1 FROM readings WHERE key = $1)", []any{key}, &there)
	return there, err
}

// ReadBefore says whether a page is there under the same name with bytes: one that can't be read today does not take its place.
func (t *Tx) ReadBefore(p keep.Page) (there bool, err error) {
	err = t.ask("SELECT EXISTS (SELECT 1 FROM pages WHERE name = $1 AND sha256 IS NOT NULL)", []any{nameOf(p)}, &there)
	return there, err
}

// Stale says whether anything was not compared yet.
func (t *Tx) Stale() (stale bool, err error) {
	err = t.ask("SELECT EXISTS (SELECT 1 FROM changes)", nil, &stale)
	return stale, err
}

// Lock holds a lock of the record to the end of the write; those who share it hold off only who does not.
func (t *Tx) Lock(what string, share bool) error {
	if share {
		return t.exec("SELECT pg_advisory_xact_lock_shared(hashtext('hearsay ' || $1), hashtext(current_schema()))", what)
	}
	return t.exec("SELECT pg_advisory_xact_lock(hashtext('hearsay ' || $1), hashtext(current_schema()))", what)
}
