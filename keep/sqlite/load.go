package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"

	"github.com/hearsay-news/hearsay/compare"
	"github.com/hearsay-news/hearsay/gather"
	"github.com/hearsay-news/hearsay/keep"
	"github.com/hearsay-news/hearsay/read"
)

// asker is what a query runs on: the pool of readers, or a write that looks at what it has written.
type asker interface {
	QueryRowContext(context.Context, string, ...any) *sql.Row
	QueryContext(context.Context, string, ...any) (*sql.Rows, error)
}

// Pages returns every page of the record with its id, sorted by it.
func (s *Store) Pages(ctx context.Context) ([]keep.Page, error) {
	rows, err := s.read.QueryContext(ctx, "SELECT described, sum FROM pages")
	if err != nil {
		return nil, fmt.Errorf("%s: %w", s.path, named(err))
	}
	defer rows.Close()
	var out []keep.Page
	for rows.Next() {
		var described []byte
		var sum string
		if err := rows.Scan(&described, &sum); err != nil {
			return nil, fmt.Errorf("%s: %w", s.path, named(err))
		}
		var p keep.Page
		if err := json.Unmarshal(described, &p); err != nil || keep.Sum(described) != sum {
			return nil, fmt.Errorf("%s: %w: a page's description doesn't fit its sum", s.path, keep.ErrDamaged)
		}
		out = append(out, p)
	}
	if err := rows.Err(); err != nil {
		return nil, fmt.Errorf("%s: %w", s.path, named(err))
	}
	keep.Identify(out)
	return out, nil
}

// Readings returns the keys of all kept readings, which need not be made again, with the reason for those that are skips.
func (s *Store) Readings(ctx context.Context) (map[string]*gather.Skip, error) {
	rows, err := s.read.QueryContext(ctx, "SELECT key, skip FROM readings")
	if err != nil {
		return nil, fmt.Errorf("%s: %w", s.path, named(err))
	}
	defer rows.Close()
	out := map[string]*gather.Skip{}
	for rows.Next() {
		var key, written string
		if err := rows.Scan(&key, &written); err != nil {
			return nil, fmt.Errorf("%s: %w", s.path, named(err))
		}
		var skip *gather.Skip
		if written != "" {
			if err := json.Unmarshal([]byte(written), &skip); err != nil {
				return nil, fmt.Errorf("%s: %w: a reading's skip: %v", s.path, keep.ErrDamaged, err)
			}
		}
		out[key] = skip
	}
	return out, named(rows.Err())
}

// Reading returns the kept reading of a page; nil for a page that has none.
func (s *Store) Reading(ctx context.Context, p keep.Page) (*read.Reading, error) {
	r, err := reading(ctx, s.read, p.Reading, p.ID)
	if err != nil {
		return nil, fmt.Errorf("%s: %s: %w", s.path, p.ID, named(err))
	}
	return r, nil
}

func reading(ctx context.Context, from asker, key, id string) (*read.Reading, error) {
	if key == "" {
		return nil, nil
	}
	var coding, sum string
	var data []byte
	err := from.QueryRowContext(ctx, "SELECT coding, data, sum FROM readings WHERE key = ?", key).Scan(&coding, &data, &sum)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, fmt.Errorf("%w: its reading is missing", keep.ErrDamaged)
	}
	if err != nil {
		return nil, err
	}
	encoded, err := unpack(coding, data)
	if err == nil && keep.Sum(encoded) != sum {
		err = fmt.Errorf("%w: its reading doesn't fit its sum", keep.ErrDamaged)
	}
	if err != nil {
		return nil, err
	}
	return keep.DecodeReading(encoded, id)
}

// Original returns the bytes of a page as they were found.
func (s *Store) Original(ctx context.Context, p keep.Page) ([]byte, error) {
	if p.SHA256 == "" {
		return nil, fmt.Errorf("%s: %s has no bytes: it could not be read", s.path, p.ID)
	}
	var coding string
	var data []byte
	err := s.read.QueryRowContext(ctx, "SELECT coding, data FROM originals WHERE sha256 = ?", p.SHA256).Scan(&coding, &data)
	if errors.Is(err, sql.ErrNoRows) {
		err = fmt.Errorf("%w: its bytes are missing", keep.ErrDamaged)
	}
	var out []byte
	if err == nil {
		out, err = unpack(coding, data)
	}
	if err == nil && keep.Sum(out) != p.SHA256 {
		err = fmt.Errorf("%w: its bytes don't fit their sum", keep.ErrDamaged)
	}
	if err != nil {
		return nil, fmt.Errorf("%s: %s: %w", s.path, p.ID, named(err))
	}
	return out, nil
}

// Basis returns the set of pages that the kept findings were made from; "" where none are kept.
func (s *Store) Basis(ctx context.Context) (string, error) {
	var basis string
	err := s.read.QueryRowContext(ctx, "SELECT value FROM state WHERE name = 'basis'").Scan(&basis)
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return "", fmt.Errorf("%s: %w", s.path, named(err))
	}
	return basis, nil
}

// Findings returns the kept findings and the set of pages they were made from; nil where none are kept yet.
func (s *Store) Findings(ctx context.Context) (*compare.Findings, string, error) {
	rows, err := s.read.QueryContext(ctx, "SELECT list, coding, data, sum, (SELECT value FROM state WHERE name = 'basis') FROM findings")
	if err != nil {
		return nil, "", fmt.Errorf("%s: %w", s.path, named(err))
	}
	defer rows.Close()
	kept := map[string][]byte{}
	var basis sql.NullString
	for rows.Next() {
		var list, coding, sum string
		var data []byte
		if err := rows.Scan(&list, &coding, &data, &sum, &basis); err != nil {
			return nil, "", fmt.Errorf("%s: %w", s.path, named(err))
		}
		blob, err := unpack(coding, data)
		if err != nil {
			return nil, "", fmt.Errorf("%s: %s: %w", s.path, list, err)
		}
		if keep.Sum(blob) != sum {
			return nil, "", fmt.Errorf("%s: %w: the list of %s doesn't fit its sum", s.path, keep.ErrDamaged, list)
		}
		kept[list] = blob
	}
	if err := rows.Err(); err != nil {
		return nil, "", fmt.Errorf("%s: %w", s.path, named(err))
	}
	if len(kept) == 0 {
		return nil, "", nil
	}
	f, err := keep.DecodeFindings(kept)
	if err != nil {
		return nil, "", fmt.Errorf("%s: %w", s.path, err)
	}
	return f, basis.String, nil
}
