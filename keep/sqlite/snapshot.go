package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"sync"

	"github.com/hearsay-news/hearsay/gather"
	"github.com/hearsay-news/hearsay/keep"
	"github.com/hearsay-news/hearsay/read"
)

// snapshot is one read transaction. One question is asked at a time; what comes back is unpacked beside the next.
type snapshot struct {
	store *Store
	ctx   context.Context
	mu    sync.Mutex
	tx    *sql.Tx
}

// Snapshot begins a read transaction: it sees the record as the last finished write left it, for as long as it is open.
func (s *Store) Snapshot(ctx context.Context) (keep.Snapshot, error) { return s.snapshot(ctx) }

func (s *Store) snapshot(ctx context.Context) (*snapshot, error) {
	tx, err := s.read.BeginTx(ctx, nil)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", s.path, named(err))
	}
	var n int
	if err := tx.QueryRowContext(ctx, "SELECT count(*) FROM state").Scan(&n); err != nil { // the first look fixes what is seen
		_ = tx.Rollback() // the first error says more
		return nil, fmt.Errorf("%s: %w", s.path, named(err))
	}
	return &snapshot{store: s, ctx: ctx, tx: tx}, nil
}

// Close ends it.
func (s *snapshot) Close() error {
	if err := s.tx.Rollback(); err != nil && !errors.Is(err, sql.ErrTxDone) {
		return fmt.Errorf("%s: %w", s.store.path, named(err))
	}
	return nil
}

// row asks for one row.
func (s *snapshot) row(query string, args []any, into ...any) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.tx.QueryRowContext(s.ctx, query, args...).Scan(into...)
}

// rows calls visit with each row of an answer. Visit scans it and asks nothing more.
func (s *snapshot) rows(query string, args []any, visit func(*sql.Rows) error) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	rows, err := s.tx.QueryContext(s.ctx, query, args...)
	if err != nil {
		return s.fault(err)
	}
	defer rows.Close()
	for rows.Next() {
		if err := visit(rows); err != nil {
			return s.fault(err)
		}
	}
	if err := rows.Err(); err != nil {
		return s.fault(err)
	}
	return nil
}

func (s *snapshot) fault(err error) error { return fmt.Errorf("%s: %w", s.store.path, named(err)) }

// Pages returns every page of the record with its id, sorted by it.
func (s *snapshot) Pages() ([]keep.Page, error) {
	added, id := "added", "id"
	if s.store.version < 3 {
		added = "''"
	}
	if s.store.version < 4 {
		id = "''"
	}
	var out []keep.Page
	err := s.rows("SELECT described, sum, "+added+", "+id+" FROM pages", nil, func(rows *sql.Rows) error {
		var described []byte
		var sum, added, was string
		if err := rows.Scan(&described, &sum, &added, &was); err != nil {
			return err
		}
		var p keep.Page
		if err := json.Unmarshal(described, &p); err != nil || keep.Sum(described) != sum {
			return fmt.Errorf("%w: a page's description doesn't fit its sum", keep.ErrDamaged)
		}
		p.Added, p.Was = added, was
		out = append(out, p)
		return nil
	})
	if err != nil {
		return nil, err
	}
	keep.Identify(out)
	return out, nil
}

// Readings returns the keys of all kept readings, which need not be made again, with the reason for those that are skips.
func (s *snapshot) Readings() (map[string]*gather.Skip, error) {
	out := map[string]*gather.Skip{}
	err := s.rows("SELECT key, skip FROM readings", nil, func(rows *sql.Rows) error {
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
	if s.store.version < 3 {
		return nil, fmt.Errorf("%s: %s: %w", s.store.path, p.ID, keep.ErrOlder)
	}
	r, err := s.store.readingOf(s.row, p, depth)
	if err != nil {
		return nil, fmt.Errorf("%s: %s: %w", s.store.path, p.ID, named(err))
	}
	return r, nil
}

// Original returns the bytes of a page as they were found.
func (s *snapshot) Original(p keep.Page) ([]byte, error) {
	if p.SHA256 == "" {
		return nil, fmt.Errorf("%s: %s has no bytes: it could not be read", s.store.path, p.ID)
	}
	out, err := originalOf(s.row, p.SHA256)
	if err != nil {
		return nil, fmt.Errorf("%s: %s: %w", s.store.path, p.ID, named(err))
	}
	return out, nil
}
