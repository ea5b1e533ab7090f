package postgres

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"sync"

	"github.com/jackc/pgx/v5"

	"github.com/hearsay-news/hearsay/gather"
	"github.com/hearsay-news/hearsay/keep"
	"github.com/hearsay-news/hearsay/keep/blob"
	"github.com/hearsay-news/hearsay/keep/form"
	"github.com/hearsay-news/hearsay/read"
)

// ask puts one question that has one row for an answer: to a snapshot, or to a write that looks at what it has written.
type ask func(query string, args []any, into ...any) error

// snapshot is one repeatable read. One question is asked at a time; what comes back is unpacked beside the next.
type snapshot struct {
	store *Store
	ctx   context.Context
	mu    sync.Mutex
	tx    pgx.Tx
}

// Snapshot begins a read transaction: it sees the record as the last finished write left it, for as long as it is open.
func (s *Store) Snapshot(ctx context.Context) (keep.Snapshot, error) {
	tx, err := s.pool.BeginTx(ctx, pgx.TxOptions{IsoLevel: pgx.RepeatableRead, AccessMode: pgx.ReadOnly})
	if err != nil {
		return nil, s.fault(err)
	}
	var n int
	if err := tx.QueryRow(ctx, "SELECT count(*) FROM state").Scan(&n); err != nil { // the first look fixes what is seen
		_ = tx.Rollback(ctx) // the first error says more
		return nil, s.fault(err)
	}
	return &snapshot{store: s, ctx: ctx, tx: tx}, nil
}

// Close ends it.
func (s *snapshot) Close() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if err := s.tx.Rollback(context.WithoutCancel(s.ctx)); err != nil && !errors.Is(err, pgx.ErrTxClosed) && s.ctx.Err() == nil {
		return s.store.fault(err)
	}
	return nil
}

// row asks for one row.
func (s *snapshot) row(query string, args []any, into ...any) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.tx.QueryRow(s.ctx, query, args...).Scan(into...)
}

// rows calls visit with each row of an answer. Visit scans it and asks nothing more.
func (s *snapshot) rows(query string, args []any, visit func(pgx.Rows) error) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	rows, err := s.tx.Query(s.ctx, query, args...)
	if err != nil {
		return s.store.fault(err)
	}
	defer rows.Close()
	for rows.Next() {
		if err := visit(rows); err != nil {
			return s.store.fault(err)
		}
	}
	return s.store.fault(rows.Err())
}

// described reads a page's description, held against its sum.
func described(written, sum string) (p keep.Page, err error) {
	if keep.Sum([]byte(written)) != sum || json.Unmarshal([]byte(written), &p) != nil {
		err = fmt.Errorf("%w: a page's description doesn't fit its sum", keep.ErrDamaged)
	}
	return p, err
}

// Pages returns every page of the record with its id, sorted by it.
func (s *snapshot) Pages() ([]keep.Page, error) {
	var out []keep.Page
	err := s.rows("SELECT described, sum, added, coalesce(id, '') FROM pages", nil, func(rows pgx.Rows) error {
		var written, sum, added, was string
		if err := rows.Scan(&written, &sum, &added, &was); err != nil {
			return err
		}
		p, err := described(written, sum)
		p.Added, p.Was = added, told(was)
		out = append(out, p)
		return err
	})
	if err != nil {
		return nil, err
	}
	keep.Identify(out)
	return out, nil
}

// Page returns a page by the id it had when the findings were made.
func (s *snapshot) Page(id string) (p keep.Page, found bool, err error) {
	var written, sum, added string
	err = s.row("SELECT described, sum, added FROM pages WHERE id = $1", []any{kept(id)}, &written, &sum, &added)
	if errors.Is(err, errNone) {
		return p, false, nil
	}
	if err == nil {
		p, err = described(written, sum)
	}
	if err != nil {
		return p, false, s.store.fault(err)
	}
	p.ID, p.Added = id, added
	return p, true, nil
}

// Readings returns the keys of all kept readings, which need not be made again, with the reason for those that are skips.
func (s *snapshot) Readings() (map[string]*gather.Skip, error) {
	out := map[string]*gather.Skip{}
	err := s.rows("SELECT key, skip FROM readings", nil, func(rows pgx.Rows) error {
		var key, written string
		if err := rows.Scan(&key, &written); err != nil {
			return err
		}
		var skip *gather.Skip
		if written != "" {
			if err := json.Unmarshal([]byte(written), &skip); err != nil {
				return fmt.Errorf("%w: a reading's skip: %v", keep.ErrDamaged, err)
			}
		}
		out[key] = skip
		return nil
	})
	return out, err
}

// Reading returns the kept reading of a page; nil for a page that has none.
func (s *snapshot) Reading(p keep.Page) (*read.Reading, error) { return s.reading(p, keep.Whole) }

// Light returns as much of it as comparing asks of every page.
func (s *snapshot) Light(p keep.Page) (*read.Reading, error) { return s.reading(p, keep.Light) }

// Head returns the reading of a page without what was found in its text.
func (s *snapshot) Head(p keep.Page) (*read.Reading, error) { return s.reading(p, keep.Heads) }

func (s *snapshot) reading(p keep.Page, depth keep.Depth) (*read.Reading, error) {
	if p.Reading == "" {
		return nil, nil
	}
	r, err := s.store.readingOf(s.row, p, depth)
	if err != nil {
		return nil, s.store.fault(fmt.Errorf("%s: %w", p.ID, named(err)))
	}
	return r, nil
}

// Original returns the bytes of a page as they were found.
func (s *snapshot) Original(p keep.Page) ([]byte, error) {
	if p.SHA256 == "" {
		return nil, fmt.Errorf("%s: %s has no bytes: it could not be read", s.store.name, p.ID)
	}
	out, err := originalOf(s.row, p.SHA256)
	if err != nil {
		return nil, s.store.fault(fmt.Errorf("%s: %w", p.ID, named(err)))
	}
	return out, nil
}

// readingOf loads the reading of a page, as far as it is wanted, with the bytes that its text is: all in one question.
func (s *Store) readingOf(ask ask, p keep.Page, depth keep.Depth) (*read.Reading, error) {
	whole := depth > keep.Heads
	var head, rest, headSum, restSum, data []byte
	var coding *string
	var one keep.KeptReading
	const from = ", o.coding, o.data FROM readings LEFT JOIN originals AS o ON bare AND o.sha256 = $2 WHERE key = $1"
	var err error
	if whole {
		err = ask("SELECT bare, head, head_sum, rest, rest_sum"+from, []any{p.Reading, p.SHA256}, &one.Bare, &head, &headSum, &rest, &restSum, &coding, &data)
	} else {
		err = ask("SELECT bare, head, head_sum"+from, []any{p.Reading, p.SHA256}, &one.Bare, &head, &headSum, &coding, &data)
	}
	if errors.Is(err, errNone) {
		return nil, fmt.Errorf("%w: its reading is missing", keep.ErrDamaged)
	}
	if err != nil {
		return nil, err
	}
	if !bytes.Equal(blob.Sum(head), headSum) || whole && !bytes.Equal(blob.Sum(rest), restSum) {
		return nil, fmt.Errorf("%w: its reading doesn't fit its sum", keep.ErrDamaged)
	}
	forms := func(name string) (*form.Form, error) { return s.form(ask, name) }
	if one.Head, err = blob.Unwrap(head, forms); err != nil {
		return nil, err
	}
	if whole {
		if one.Rest, err = blob.Unwrap(rest, forms); err != nil {
			return nil, err
		}
	}
	var original []byte
	if one.Bare {
		if coding == nil {
			return nil, errBytesMissing
		}
		if original, err = unpacked(p.SHA256, *coding, data); err != nil {
			return nil, err
		}
	}
	return keep.DecodeReading(one, p, original, depth)
}

var errBytesMissing = fmt.Errorf("%w: its bytes are missing", keep.ErrDamaged)

func originalOf(ask ask, sha256 string) ([]byte, error) {
	var coding string
	var data []byte
	err := ask("SELECT coding, data FROM originals WHERE sha256 = $1", []any{sha256}, &coding, &data)
	if errors.Is(err, errNone) {
		return nil, errBytesMissing
	}
	if err != nil {
		return nil, err
	}
	return unpacked(sha256, coding, data)
}

// unpacked are the bytes of an original, held against their sum.
func unpacked(sha256, coding string, data []byte) ([]byte, error) {
	out, err := blob.Unpack(coding, data)
	if err == nil && keep.Sum(out) != sha256 {
		err = fmt.Errorf("%w: its bytes don't fit their sum", keep.ErrDamaged)
	}
	return out, err
}
