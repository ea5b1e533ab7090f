package sqlite

import (
	"database/sql"
	"encoding/json"
	"fmt"
	"time"

	"github.com/hearsay-news/hearsay/compare"
	"github.com/hearsay-news/hearsay/keep"
)

// PutMend keeps what a person put right.
func (t *Tx) PutMend(m compare.Mend) error {
	m.Met, m.Row = false, ""
	written, err := json.Marshal(m)
	if err != nil {
		return err
	}
	if err := t.setState("fresh", "0"); err != nil {
		return err
	}
	return t.exec("INSERT INTO mends (id, mend, sum, added) VALUES (?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET mend = excluded.mend, sum = excluded.sum",
		m.ID, written, keep.Sum(written), time.Now().UTC().Format(time.RFC3339))
}

// TakeMend takes back what a person put right, and says whether it was there.
func (t *Tx) TakeMend(id string) (bool, error) {
	done, err := t.tx.ExecContext(t.ctx, "DELETE FROM mends WHERE id = ?", id)
	if err != nil {
		return false, err
	}
	n, err := done.RowsAffected()
	if err != nil || n == 0 {
		return false, err
	}
	return true, t.setState("fresh", "0")
}

// Mends returns what a person put right, in the order of their ids.
func (s *snapshot) Mends() ([]compare.Mend, error) {
	if s.store.version < 5 {
		return nil, nil
	}
	var out []compare.Mend
	err := s.rows("SELECT mend, sum FROM mends ORDER BY id", nil, func(rows *sql.Rows) error {
		var written []byte
		var sum string
		if err := rows.Scan(&written, &sum); err != nil {
			return err
		}
		var m compare.Mend
		if err := json.Unmarshal(written, &m); err != nil || keep.Sum(written) != sum {
			return fmt.Errorf("%w: what a person put right doesn't fit its sum", keep.ErrDamaged)
		}
		out = append(out, m)
		return nil
	})
	return out, err
}
