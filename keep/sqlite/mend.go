package sqlite

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/hearsay-news/hearsay/keep"
	"github.com/hearsay-news/hearsay/read"
)

// Mend throws away what can be made anew, findings and the search index, and gives pages whose description is damaged one that leads to their
// bytes. It returns what was lost, in words.
func (s *Store) Mend(ctx context.Context) (lost []string, err error) {
	s.dictionaries.forget()
	err = s.update(ctx, func(tx *Tx) error {
		for _, statement := range []string{
			"DROP TABLE IF EXISTS search", "DELETE FROM lines", "DELETE FROM rows", "DELETE FROM shown", "DELETE FROM voices", "DELETE FROM touched", "DELETE FROM dictionaries", "DELETE FROM held", "DELETE FROM answers",
			"DELETE FROM state", "UPDATE pages SET id = ''", "DROP TABLE IF EXISTS called",
			`CREATE VIRTUAL TABLE called USING fts5 (words, content = '', contentless_delete = 1, tokenize = "unicode61 remove_diacritics 2")`,
			`CREATE VIRTUAL TABLE search USING fts5 (words, content = '', contentless_delete = 1, tokenize = "unicode61 remove_diacritics 2")`,
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
	rows, err := t.tx.QueryContext(t.ctx, "SELECT num, sha256, described, sum FROM pages")
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	type damaged struct {
		num int64
		sha string
	}
	var found []damaged
	for rows.Next() {
		var d damaged
		var described []byte
		var sum string
		if err := rows.Scan(&d.num, &d.sha, &described, &sum); err != nil {
			return nil, err
		}
		var p keep.Page
		if keep.Sum(described) != sum || json.Unmarshal(described, &p) != nil || p.SHA256 != d.sha {
			found = append(found, d)
		}
	}
	if err := rows.Err(); err != nil {
		return nil, err
	}
	var lost []string
	for _, d := range found {
		if len(d.sha) < 12 {
			lost = append(lost, "a page that had no bytes: what was known of it is damaged, and the row is taken out")
			if err := t.exec("DELETE FROM pages WHERE num = ?", d.num); err != nil {
				return nil, err
			}
			continue
		}
		p := keep.Page{Name: "lost-" + d.sha[:12], Path: "lost-" + d.sha[:12], SHA256: d.sha}
		p.Reading = keep.ReadingKey(p)
		described, err := json.Marshal(p)
		if err != nil {
			return nil, err
		}
		lost = append(lost, fmt.Sprintf("%s: name, address and date of a page are damaged; its bytes are kept under this name", p.Name))
		err = t.exec("UPDATE OR REPLACE pages SET key = ?, reading = ?, described = ?, sum = ? WHERE num = ?", p.Key(), p.Reading, described, keep.Sum(described), d.num)
		if err != nil {
			return nil, err
		}
	}
	return lost, nil
}

// Replace keeps a page's reading in the place of one that may be damaged, and makes its lines findable. Without a reading the kept one stays, if it is
// whole.
func (t *Tx) Replace(p keep.Page, original []byte, r *read.Reading) error {
	if r != nil {
		if err := t.exec("DELETE FROM readings WHERE key = ?", p.Reading); err != nil {
			return err
		}
		return t.PutPage(p, original, r)
	}
	var num int64
	if err := t.tx.QueryRowContext(t.ctx, "SELECT num FROM pages WHERE key = ?", p.Key()).Scan(&num); err != nil {
		return err
	}
	kept, err := t.head(p)
	if errors.Is(err, keep.ErrDamaged) {
		return nil
	}
	if err != nil {
		return err
	}
	return t.index(num, kept)
}

// Backup writes a copy of a record to a file that must not be there yet, as it is after the last finished write, and seals it.
func Backup(ctx context.Context, path, to string) (err error) {
	if _, err := os.Lstat(to); !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("%s: %w", to, fs.ErrExist)
	}
	s, err := OpenReadOnly(ctx, path)
	if err != nil {
		return err
	}
	s.Close()
	part := filepath.Join(filepath.Dir(to), "."+filepath.Base(to)+".part")
	if err := os.Remove(part); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	defer os.Remove(part) // gone already when all went well
	db := connect(path, "")
	defer db.Close()
	if _, err := db.ExecContext(ctx, "VACUUM INTO ?", part); err != nil {
		return fmt.Errorf("%s: %w", to, named(err))
	}
	file, err := os.OpenFile(part, os.O_RDWR, 0)
	if err != nil {
		return fmt.Errorf("%s: %w", to, reasonOf(err))
	}
	err = seal(file, part)
	if closing := file.Close(); err == nil {
		err = closing
	}
	if err == nil {
		err = os.Rename(part, to)
	}
	return err
}
