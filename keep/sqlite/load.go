package sqlite

import (
	"bytes"
	"database/sql"
	"errors"
	"fmt"

	"github.com/hearsay-news/hearsay/keep"
	"github.com/hearsay-news/hearsay/read"
)

// ask puts one question that has one row for an answer: to a snapshot, or to a write that looks at what it has written.
type ask func(query string, args []any, into ...any) error

// readingOf loads the reading of a page, as far as it is wanted.
func (s *Store) readingOf(ask ask, p keep.Page, depth keep.Depth) (*read.Reading, error) {
	var bare string
	var head, rest, sum []byte
	err := ask("SELECT text, head, rest, sum FROM readings WHERE key = ?", []any{p.Reading}, &bare, &head, &rest, &sum)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, fmt.Errorf("%w: its reading is missing", keep.ErrDamaged)
	}
	if err != nil {
		return nil, err
	}
	if !bytes.Equal(shortSum([]byte(bare), head, rest), sum) {
		return nil, fmt.Errorf("%w: its reading doesn't fit its sum", keep.ErrDamaged)
	}
	kept := keep.KeptReading{Bare: bare == inOriginal}
	if kept.Head, err = s.unwrap(head, ask); err != nil {
		return nil, err
	}
	if depth > keep.Heads {
		if kept.Rest, err = s.unwrap(rest, ask); err != nil {
			return nil, err
		}
	}
	var original []byte
	if kept.Bare {
		if original, err = originalOf(ask, p.SHA256); err != nil {
			return nil, err
		}
	}
	return keep.DecodeReading(kept, p, original, depth)
}

// inOriginal says of a reading that its text is the original's bytes.
const inOriginal = "original"

func originalOf(ask ask, sha256 string) ([]byte, error) {
	var coding string
	var data []byte
	err := ask("SELECT coding, data FROM originals WHERE sha256 = ?", []any{sha256}, &coding, &data)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, fmt.Errorf("%w: its bytes are missing", keep.ErrDamaged)
	}
	if err != nil {
		return nil, err
	}
	out, err := unpack(coding, data)
	if err == nil && keep.Sum(out) != sha256 {
		err = fmt.Errorf("%w: its bytes don't fit their sum", keep.ErrDamaged)
	}
	return out, err
}
