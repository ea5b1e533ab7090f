package postgres

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"

	"github.com/jackc/pgx/v5"

	"github.com/hearsay-news/hearsay/keep"
	"github.com/hearsay-news/hearsay/keep/blob"
	"github.com/hearsay-news/hearsay/read"
)

// Tx is one write: all of it is kept or nothing.
type Tx struct {
	store    *Store
	ctx      context.Context
	tx       pgx.Tx
	formsPut map[string]bool
}

// tries is how often a write is begun at most, where somebody else wrote what it touches.
const tries = 10

// Update runs a write. When it returns nil, the write is on the server's disk. What meets another's write is run again.
func (s *Store) Update(ctx context.Context, write func(keep.Tx) error) error {
	return s.UpdateIn(ctx, func(tx *Tx) error { return write(tx) })
}

// UpdateIn is Update for what else is to be kept in the same transaction.
func (s *Store) UpdateIn(ctx context.Context, write func(*Tx) error) error {
	if s.readOnly {
		return s.fault(keep.ErrReadOnly)
	}
	var err error
	for n := range tries {
		if err = s.once(ctx, n > 0, write); !again(err) {
			break
		}
	}
	return s.fault(err)
}

// once runs a write. One that is run again has the record to itself, so that no other write can come in its way a second time.
func (s *Store) once(ctx context.Context, again bool, write func(*Tx) error) error {
	tx, err := s.pool.Begin(ctx)
	if err != nil {
		return err
	}
	lock := besideFor("writes")
	if again {
		lock = lockFor("writes")
	}
	if _, err := tx.Exec(ctx, lock); err != nil {
		_ = tx.Rollback(context.WithoutCancel(ctx)) // the first error says more
		return err
	}
	if err := write(&Tx{store: s, ctx: ctx, tx: tx, formsPut: map[string]bool{}}); err != nil {
		_ = tx.Rollback(context.WithoutCancel(ctx)) // the first error says more
		return err
	}
	return tx.Commit(ctx)
}

// Within makes a write of a transaction that somebody else began and ends.
func (s *Store) Within(ctx context.Context, tx pgx.Tx) *Tx {
	return &Tx{store: s, ctx: ctx, tx: tx, formsPut: map[string]bool{}}
}

// Raw is the transaction itself.
func (t *Tx) Raw() pgx.Tx { return t.tx }

func (t *Tx) ask(query string, args []any, into ...any) error {
	return t.tx.QueryRow(t.ctx, query, args...).Scan(into...)
}

func (t *Tx) exec(query string, args ...any) error {
	_, err := t.tx.Exec(t.ctx, query, args...)
	return err
}

// changed notes that a page or a mend is not compared yet.
func (t *Tx) changed(key string) error { return t.exec("INSERT INTO changes (key) VALUES ($1)", key) }

// PutPage keeps a page with its original bytes and, where it was read now, its reading; a reading that is nil is kept already. A page
// that is there under the same name with the same bytes only takes over what is given and where it was found.
func (t *Tx) PutPage(p keep.Page, original []byte, r *read.Reading) error {
	added := p.Added
	p.ID, p.Versions, p.Added = "", nil, ""
	written, err := json.Marshal(p)
	if err != nil {
		return err
	}
	var num int64
	var before *string
	var sumBefore string
	err = t.ask("SELECT num, reading, sum FROM pages WHERE key = $1", []any{p.Key()}, &num, &before, &sumBefore)
	if err != nil && !errors.Is(err, errNone) {
		return err
	}
	there, sum := err == nil, keep.Sum(written)
	if there && sumBefore == sum && r == nil {
		return nil
	}
	if err := t.changed(p.Key()); err != nil {
		return err
	}
	if p.SHA256 != "" { // the page was unreadable before, perhaps: it is not any more
		coding, data := blob.Pack(original)
		if err := t.exec("INSERT INTO originals (sha256, size, coding, data) VALUES ($1, $2, $3, $4) ON CONFLICT (sha256) DO NOTHING", p.SHA256, len(original), coding, data); err != nil {
			return err
		}
		if err := t.exec("DELETE FROM pages WHERE sha256 IS NULL AND key = $1", withoutBytes(p).Key()); err != nil {
			return err
		}
	}
	if r != nil {
		if err := t.putReading(p.Reading, r, original); err != nil {
			return err
		}
	}
	err = t.ask(`INSERT INTO pages (key, sha256, reading, described, sum, added, name) VALUES ($1, nullif($2, ''), nullif($3, ''), $4, $5, $6, $7)
		ON CONFLICT (key) DO UPDATE SET reading = excluded.reading, described = excluded.described, sum = excluded.sum RETURNING num`,
		[]any{p.Key(), p.SHA256, p.Reading, string(written), sum, added, nameOf(p)}, &num)
	if err != nil {
		return err
	}
	if there && before != nil && *before != p.Reading {
		if err := t.dropReading(*before); err != nil {
			return err
		}
	}
	if r == nil && p.Reading != "" {
		if r, err = t.store.readingOf(t.ask, p, keep.Heads); err != nil {
			return err
		}
	}
	return t.index(num, r)
}

func (t *Tx) putReading(key string, r *read.Reading, original []byte) error {
	made, err := keep.EncodeReading(r, original)
	if err != nil {
		return err
	}
	skip := []byte(nil)
	if r.Skip != nil {
		if skip, err = json.Marshal(r.Skip); err != nil {
			return err
		}
	}
	if err := t.put(made.Head, made.Rest); err != nil {
		return err
	}
	head, rest := blob.Wrap(made.Head), blob.Wrap(made.Rest)
	return t.exec("INSERT INTO readings (key, bare, head, head_sum, rest, rest_sum, skip) VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (key) DO NOTHING",
		key, made.Bare, head, blob.Sum(head), rest, blob.Sum(rest), string(skip))
}

// put keeps the forms of what is written now.
func (t *Tx) put(list ...keep.Written) error {
	for _, w := range list {
		name := w.Form.Name()
		if t.formsPut[name] {
			continue
		}
		if err := t.exec("INSERT INTO forms (name, written) VALUES ($1, $2) ON CONFLICT (name) DO NOTHING", name, w.Form.Written()); err != nil {
			return err
		}
		t.formsPut[name] = true
	}
	return nil
}

// index makes the lines of a page findable.
func (t *Tx) index(num int64, r *read.Reading) error {
	if err := t.exec("DELETE FROM lines WHERE page = $1", num); err != nil {
		return err
	}
	if r == nil || r.Skip != nil {
		return nil
	}
	var starts, stops []int32
	var words []string
	for _, b := range r.Page.Blocks {
		if !b.Role.Shown() {
			continue
		}
		for _, v := range vectors(r.Page.Text.At(b.Span)) {
			starts, stops, words = append(starts, int32(b.Start)), append(stops, int32(b.End)), append(words, v)
		}
	}
	return t.exec("INSERT INTO lines (page, start, stop, words) SELECT $1, * FROM (SELECT unnest($2::int[]), unnest($3::int[]), unnest($4::text[])::tsvector) AS l", num, starts, stops, words)
}

func (t *Tx) dropReading(key string) error {
	return t.exec("DELETE FROM readings WHERE key = $1 AND NOT EXISTS (SELECT 1 FROM pages WHERE reading = $1)", key)
}

// RemovePage takes a page out, and its bytes and reading unless another page shares them. What somebody refers to meanwhile can't go: the write is
// run again then.
func (t *Tx) RemovePage(p keep.Page) error {
	var num int64
	err := t.ask("DELETE FROM pages WHERE key = $1 RETURNING num", []any{p.Key()}, &num)
	if errors.Is(err, errNone) {
		return fmt.Errorf("%w: %s", keep.ErrNoSuchRow, p.ID)
	}
	if err != nil {
		return err
	}
	if err := t.changed(p.Key()); err != nil {
		return err
	}
	if err := t.exec("DELETE FROM lines WHERE page = $1", num); err != nil {
		return err
	}
	if err := t.exec("DELETE FROM captures WHERE page = $1", p.Key()); err != nil {
		return err
	}
	if err := t.dropReading(p.Reading); err != nil {
		return err
	}
	return t.exec("DELETE FROM originals WHERE sha256 = $1 AND NOT EXISTS (SELECT 1 FROM pages WHERE sha256 = $1)", p.SHA256)
}

// nameOf tells pages apart by what they are called, whatever their bytes.
func nameOf(p keep.Page) string { return keep.Sum([]byte(p.Name + "\x00" + p.Path)) }

// withoutBytes is the row that the page had while it could not be read.
func withoutBytes(p keep.Page) keep.Page { return keep.Page{Name: p.Name, Path: p.Path} }

// Replace keeps a page's reading in the place of one that may be damaged, and makes its lines findable. Without a reading the kept one stays, if it is
// whole.
func (t *Tx) Replace(p keep.Page, original []byte, r *read.Reading) error {
	if r != nil {
		if err := t.exec("UPDATE pages SET reading = NULL WHERE reading = $1", p.Reading); err != nil {
			return err
		}
		if err := t.exec("DELETE FROM readings WHERE key = $1", p.Reading); err != nil {
			return err
		}
		if err := t.PutPage(p, original, r); err != nil {
			return err
		}
		return t.exec("UPDATE pages SET reading = $1 WHERE reading IS NULL AND described::jsonb ->> 'Reading' = $1", p.Reading)
	}
	var num int64
	if err := t.ask("SELECT num FROM pages WHERE key = $1", []any{p.Key()}, &num); err != nil {
		return err
	}
	if p.Reading == "" {
		return nil
	}
	whole, err := t.store.readingOf(t.ask, p, keep.Heads)
	if errors.Is(err, keep.ErrDamaged) {
		return nil
	}
	if err != nil {
		return err
	}
	return t.index(num, whole)
}
