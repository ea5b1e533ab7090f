package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"

	"github.com/hearsay-news/hearsay/keep"
	"github.com/hearsay-news/hearsay/read"
)

// Tx is one write: all of it is kept or nothing.
type Tx struct {
	store    *Store
	ctx      context.Context
	tx       *sql.Tx
	formsPut map[string]bool
}

// Update runs a write. When it returns nil, the write survives any crash of the program.
func (s *Store) Update(ctx context.Context, write func(keep.Tx) error) error {
	return s.update(ctx, func(tx *Tx) error { return write(tx) })
}

func (s *Store) update(ctx context.Context, write func(*Tx) error) error {
	if s.write == nil {
		return fmt.Errorf("%s: %w", s.path, keep.ErrReadOnly)
	}
	tx, err := s.write.BeginTx(ctx, nil)
	if err != nil {
		return fmt.Errorf("%s: %w", s.path, named(err))
	}
	if err := write(&Tx{store: s, ctx: ctx, tx: tx}); err != nil {
		_ = tx.Rollback() // the first error says more
		s.dictionaries.forget()
		return fmt.Errorf("%s: %w", s.path, named(err))
	}
	err = tx.Commit()
	if err == nil {
		err = s.markLog()
	}
	if err == nil {
		if _, full := s.checkpoint(); full == nil { // else the write stays in the log, which is as good a place
			err = s.markLog()
		}
	}
	if err != nil {
		return fmt.Errorf("%s: %w", s.path, named(err))
	}
	return nil
}

func (t *Tx) ask(query string, args []any, into ...any) error {
	return t.tx.QueryRowContext(t.ctx, query, args...).Scan(into...)
}

func (t *Tx) exec(query string, args ...any) error {
	_, err := t.tx.ExecContext(t.ctx, query, args...)
	return err
}

// PutPage keeps a page with its original bytes and, where it was read now, its reading; a reading that is nil is kept already. A page
// that is there under the same name with the same bytes only takes over what is given and where it was found.
func (t *Tx) PutPage(p keep.Page, original []byte, r *read.Reading) error {
	added := p.Added
	p.ID, p.Versions, p.Added = "", nil, ""
	described, err := json.Marshal(p)
	if err != nil {
		return err
	}
	if p.SHA256 != "" {
		if err := t.putOriginal(p, original); err != nil {
			return err
		}
	}
	var before struct {
		num     int64
		reading string
		sum     string
	}
	err = t.tx.QueryRowContext(t.ctx, "SELECT num, reading, sum FROM pages WHERE key = ?", p.Key()).Scan(&before.num, &before.reading, &before.sum)
	if err != nil && err != sql.ErrNoRows {
		return err
	}
	there := err == nil
	sum := keep.Sum(described)
	if there && before.sum == sum && r == nil {
		return nil
	}
	if err := t.setState("fresh", "0"); err != nil {
		return err
	}
	if p.SHA256 != "" { // the page was unreadable before, perhaps: it is not any more
		if err := t.exec("DELETE FROM pages WHERE sha256 = '' AND key = ?", withoutBytes(p).Key()); err != nil {
			return err
		}
	}
	row := t.tx.QueryRowContext(t.ctx, `INSERT INTO pages (key, sha256, reading, described, sum, added) VALUES (?, ?, ?, ?, ?, ?)
		ON CONFLICT (key) DO UPDATE SET reading = excluded.reading, described = excluded.described, sum = excluded.sum RETURNING num`,
		p.Key(), p.SHA256, p.Reading, described, sum, added)
	var num int64
	if err := row.Scan(&num); err != nil {
		return err
	}
	if r != nil {
		if err := t.putReading(p.Reading, r, original); err != nil {
			return err
		}
	}
	if there && before.reading != p.Reading {
		if err := t.dropReading(before.reading); err != nil {
			return err
		}
	}
	if r == nil {
		if r, err = t.head(p); err != nil {
			return err
		}
	}
	return t.index(num, r)
}

func (t *Tx) putOriginal(p keep.Page, original []byte) error {
	coding, data := pack(original)
	return t.exec("INSERT INTO originals (sha256, size, coding, data) VALUES (?, ?, ?, ?) ON CONFLICT (sha256) DO NOTHING",
		p.SHA256, len(original), coding, data)
}

// head is the kept text of a page; nil where there is none.
func (t *Tx) head(p keep.Page) (*read.Reading, error) {
	if p.Reading == "" {
		return nil, nil
	}
	return t.store.readingOf(t.ask, p, keep.Heads)
}

func (t *Tx) putReading(key string, r *read.Reading, original []byte) error {
	kept, err := keep.EncodeReading(r, original)
	if err != nil {
		return err
	}
	var skip []byte
	if r.Skip != nil {
		if skip, err = json.Marshal(r.Skip); err != nil {
			return err
		}
	}
	if err := t.put(kept.Head, kept.Rest); err != nil {
		return err
	}
	if err := t.sampleReading(kept.Rest, kept.Head); err != nil {
		return err
	}
	head, err := t.wrapWith(readingWords, kept.Head)
	if err != nil {
		return err
	}
	rest, err := t.wrapWith(readingWords, kept.Rest)
	if err != nil {
		return err
	}
	text := "here"
	if kept.Bare {
		text = inOriginal
	}
	return t.exec("INSERT INTO readings (key, text, head, rest, skip, sum) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (key) DO NOTHING",
		key, text, head, rest, string(skip), shortSum([]byte(text), head, rest))
}

// index makes the lines of a page findable.
func (t *Tx) index(num int64, r *read.Reading) error {
	if err := t.unindex(num); err != nil {
		return err
	}
	if r == nil || r.Skip != nil {
		return nil
	}
	for _, b := range r.Page.Blocks {
		if !b.Role.Shown() {
			continue
		}
		row := t.tx.QueryRowContext(t.ctx, "INSERT INTO lines (page, start, end) VALUES (?, ?, ?) RETURNING num", num, b.Start, b.End)
		var line int64
		if err := row.Scan(&line); err != nil {
			return err
		}
		if err := t.exec("INSERT INTO search (rowid, words) VALUES (?, ?)", line, r.Page.Text.At(b.Span)); err != nil {
			return err
		}
	}
	return nil
}

func (t *Tx) unindex(num int64) error {
	if err := t.exec("DELETE FROM search WHERE rowid IN (SELECT num FROM lines WHERE page = ?)", num); err != nil {
		return err
	}
	return t.exec("DELETE FROM lines WHERE page = ?", num)
}

func (t *Tx) dropReading(key string) error {
	return t.exec("DELETE FROM readings WHERE key = ? AND NOT EXISTS (SELECT 1 FROM pages WHERE reading = ?)", key, key)
}

// RemovePage takes a page out, and its bytes and reading unless another page shares them.
func (t *Tx) RemovePage(p keep.Page) error {
	var num int64
	if err := t.tx.QueryRowContext(t.ctx, "SELECT num FROM pages WHERE key = ?", p.Key()).Scan(&num); err == sql.ErrNoRows {
		return fmt.Errorf("%w: %s", keep.ErrNoSuchRow, p.ID)
	} else if err != nil {
		return err
	}
	if err := t.setState("fresh", "0"); err != nil {
		return err
	}
	if err := t.unindex(num); err != nil {
		return err
	}
	if err := t.exec("DELETE FROM pages WHERE num = ?", num); err != nil {
		return err
	}
	if err := t.exec("DELETE FROM captures WHERE page = ?", p.Key()); err != nil {
		return err
	}
	if err := t.dropReading(p.Reading); err != nil {
		return err
	}
	return t.exec("DELETE FROM originals WHERE sha256 = ? AND NOT EXISTS (SELECT 1 FROM pages WHERE sha256 = ?)", p.SHA256, p.SHA256)
}

// withoutBytes is the row that the page had while it could not be read.
func withoutBytes(p keep.Page) keep.Page {
	return keep.Page{Name: p.Name, Path: p.Path}
}
