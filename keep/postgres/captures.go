package postgres

import (
	"encoding/json"
	"errors"
	"fmt"

	"github.com/jackc/pgx/v5"

	"github.com/hearsay-news/hearsay/compare"
	"github.com/hearsay-news/hearsay/keep"
)

// PutCapture keeps a fetch beside the page it became. Fetches are never changed.
func (t *Tx) PutCapture(c keep.Capture) error {
	return t.exec("INSERT INTO captures (url, time, page, etag, modified, record, sum) VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (url, time, page) DO NOTHING",
		kept(c.URL), kept(c.Time), c.Page, kept(c.ETag), kept(c.LastModified), c.Record, keep.Sum(c.Record))
}

// Known returns what the last fetch of an address said of its version; false when it was never fetched.
func (s *snapshot) Known(url string) (keep.Capture, bool, error) {
	c := keep.Capture{URL: url}
	err := s.row("SELECT time, page, etag, modified FROM captures WHERE url = $1 ORDER BY time DESC, num DESC LIMIT 1", []any{kept(url)},
		&c.Time, &c.Page, &c.ETag, &c.LastModified)
	if errors.Is(err, errNone) {
		return c, false, nil
	}
	if err != nil {
		return c, false, s.store.fault(err)
	}
	c.Time, c.ETag, c.LastModified = told(c.Time), told(c.ETag), told(c.LastModified)
	return c, true, nil
}

// Captures calls visit for every fetch, sorted by address and time, until it returns an error. A record that is not as it was written is an
// error of its own.
func (s *snapshot) Captures(visit func(keep.Capture) error) error {
	return s.rows("SELECT url, time, page, etag, modified, record, sum FROM captures ORDER BY url, time, page", nil, func(rows pgx.Rows) error {
		var c keep.Capture
		var sum string
		if err := rows.Scan(&c.URL, &c.Time, &c.Page, &c.ETag, &c.LastModified, &c.Record, &sum); err != nil {
			return err
		}
		c.URL, c.Time, c.ETag, c.LastModified = told(c.URL), told(c.Time), told(c.ETag), told(c.LastModified)
		if keep.Sum(c.Record) != sum {
			return fmt.Errorf("%w: the capture of %s at %s is not as it was kept", keep.ErrDamaged, c.URL, c.Time)
		}
		return visit(c)
	})
}

// PutMend keeps what a person put right.
func (t *Tx) PutMend(m compare.Mend) error {
	m.Met, m.Row = false, ""
	written, err := json.Marshal(m)
	if err != nil {
		return err
	}
	if err := t.changed(mendKey(m.ID)); err != nil {
		return err
	}
	return t.exec("INSERT INTO mends (id, mend, sum) VALUES ($1, $2, $3) ON CONFLICT (id) DO UPDATE SET mend = excluded.mend, sum = excluded.sum",
		kept(m.ID), string(written), keep.Sum(written))
}

// mendKey names a mend among what has changed.
func mendKey(id string) string { return "mend " + kept(id) }

// TakeMend takes back what a person put right, and says whether it was there.
func (t *Tx) TakeMend(id string) (bool, error) {
	done, err := t.tx.Exec(t.ctx, "DELETE FROM mends WHERE id = $1", kept(id))
	if err != nil || done.RowsAffected() == 0 {
		return false, err
	}
	return true, t.changed(mendKey(id))
}

// Mends returns what a person put right, in the order of their ids.
func (s *snapshot) Mends() ([]compare.Mend, error) {
	var out []compare.Mend
	err := s.rows("SELECT mend, sum FROM mends ORDER BY id", nil, func(rows pgx.Rows) error {
		var written, sum string
		if err := rows.Scan(&written, &sum); err != nil {
			return err
		}
		var m compare.Mend
		if json.Unmarshal([]byte(written), &m) != nil || keep.Sum([]byte(written)) != sum {
			return fmt.Errorf("%w: what a person put right doesn't fit its sum", keep.ErrDamaged)
		}
		out = append(out, m)
		return nil
	})
	return out, err
}
