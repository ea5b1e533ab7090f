package postgres

import (
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"slices"

	"github.com/jackc/pgx/v5"

	"github.com/hearsay-news/hearsay/keep"
)

// Mend throws away what can be made anew, findings and the search index, and gives pages whose description is damaged one that leads to their
// bytes. It returns what was lost, in words.
func (s *Store) Mend(ctx context.Context) (lost []string, err error) {
	err = s.UpdateIn(ctx, func(tx *Tx) error {
		for _, statement := range []string{
			lockFor("findings"), "TRUNCATE lines, rows, shown, voices, touched, called, held, answers, state", "UPDATE pages SET id = '' WHERE id <> ''",
			"INSERT INTO changes (key) SELECT key FROM pages",
		} {
			if err := tx.exec(statement); err != nil {
				return err
			}
		}
		lost, err = tx.describeLost()
		return err
	})
	return lost, err
}

// describeLost names pages whose description doesn't fit its sum after their bytes.
func (t *Tx) describeLost() ([]string, error) {
	found := map[int64]string{}
	err := t.each("SELECT num, coalesce(sha256, ''), described, sum FROM pages ORDER BY num", nil, func(rows pgx.Rows) error {
		var num int64
		var sha, written, sum string
		if err := rows.Scan(&num, &sha, &written, &sum); err != nil {
			return err
		}
		if p, err := described(written, sum); err != nil || p.SHA256 != sha {
			found[num] = sha
		}
		return nil
	})
	var lost []string
	for _, num := range slices.Sorted(maps.Keys(found)) {
		sha := found[num]
		if err != nil {
			return nil, err
		}
		if len(sha) < 12 {
			lost = append(lost, "a page that had no bytes: what was known of it is damaged, and the row is taken out")
			err = t.exec("DELETE FROM pages WHERE num = $1", num)
			continue
		}
		p := keep.Page{Name: "lost-" + sha[:12], Path: "lost-" + sha[:12], SHA256: sha}
		p.Reading = keep.ReadingKey(p)
		written, marshalling := json.Marshal(p)
		if marshalling != nil {
			return nil, marshalling
		}
		lost = append(lost, fmt.Sprintf("%s: name, address and date of a page are damaged; its bytes are kept under this name", p.Name))
		err = t.exec("DELETE FROM pages WHERE key = $1 AND num <> $2", p.Key(), num)
		if err == nil {
			err = t.exec("UPDATE pages SET key = $1, name = $2, reading = NULL, described = $3, sum = $4 WHERE num = $5", p.Key(), nameOf(p), string(written), keep.Sum(written), num)
		}
	}
	return lost, err
}
