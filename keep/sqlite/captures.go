package sqlite

import (
	"database/sql"
	"errors"
	"fmt"

	"github.com/hearsay-news/hearsay/keep"
)

// PutCapture keeps a fetch beside the page it became. Fetches are never changed.
func (t *Tx) PutCapture(c keep.Capture) error {
	return t.exec("INSERT INTO captures (url, time, page, etag, modified, record, sum) VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (url, time, page) DO NOTHING",
		c.URL, c.Time, c.Page, c.ETag, c.LastModified, c.Record, keep.Sum(c.Record))
}

// Known returns what the last fetch of an address said of its version; false when it was never fetched.
func (s *snapshot) Known(url string) (keep.Capture, bool, error) {
	c := keep.Capture{URL: url}
	err := s.row("SELECT time, page, etag, modified FROM captures WHERE url = ? ORDER BY time DESC, rowid DESC LIMIT 1", []any{url},
		&c.Time, &c.Page, &c.ETag, &c.LastModified)
	if errors.Is(err, sql.ErrNoRows) {
		return c, false, nil
	}
	if err != nil {
		return c, false, s.fault(err)
	}
	return c, true, nil
}

// Captures calls visit for every fetch, sorted by address and time, until it returns an error. A record that is not as it was written is an
// error of its own.
func (s *snapshot) Captures(visit func(keep.Capture) error) error {
	if s.store.version < 2 { // an older record, opened for reading: there were none
		return nil
	}
	return s.rows("SELECT url, time, page, etag, modified, record, sum FROM captures ORDER BY url, time, page", nil, func(rows *sql.Rows) error {
		var c keep.Capture
		var sum string
		if err := rows.Scan(&c.URL, &c.Time, &c.Page, &c.ETag, &c.LastModified, &c.Record, &sum); err != nil {
			return err
		}
		if keep.Sum(c.Record) != sum {
			return fmt.Errorf("%w: the capture of %s at %s is not as it was kept", keep.ErrDamaged, c.URL, c.Time)
		}
		return visit(c)
	})
}
