package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"os"
	"sync"

	"github.com/hearsay-news/hearsay"
)

// where is the record's place as it may be shown.
func (c *commands) where() string { return hearsay.Shown(c.Record) }

// title is what the record is called.
func (c *commands) title() string { return hearsay.Titled(c.Record) }

// source is a record that is looked at again and again. A file is not kept open between looks, so that whoever writes to it can finish it; a database
// is.
type source struct {
	where string

	opening sync.Mutex
	record  *hearsay.Record // in a database, once it was opened
	turn    string          // of it, when it was last asked
}

// open opens the record for one look; done ends it.
func (s *source) open(ctx context.Context) (record *hearsay.Record, done func(), err error) {
	if !hearsay.Shared(s.where) {
		record, err = hearsay.OpenReadOnly(ctx, s.where)
		return record, func() { record.Close() }, err
	}
	s.opening.Lock()
	defer s.opening.Unlock()
	if s.record == nil {
		s.record, err = hearsay.OpenReadOnly(context.WithoutCancel(ctx), s.where)
	}
	return s.record, func() {}, err
}

func (s *source) close() {
	s.opening.Lock()
	defer s.opening.Unlock()
	if s.record != nil {
		s.record.Close()
	}
}

// now tells one state of the record from another. A file and its log grow or change their times with every write; a database counts. While its server
// is away nothing has changed.
func (s *source) now(ctx context.Context) string {
	if !hearsay.Shared(s.where) {
		return stateOf(s.where)
	}
	record, _, err := s.open(ctx)
	if err == nil {
		var turn string
		if turn, err = record.Turn(ctx); err == nil {
			s.opening.Lock()
			defer s.opening.Unlock()
			s.turn = turn
			return turn
		}
	}
	slog.Warn("the record can't be looked at; what was seen last is shown", "error", err)
	s.opening.Lock()
	defer s.opening.Unlock()
	return s.turn
}

// stateOf tells one state of a file from another: it and its log grow or change their times with every write.
func stateOf(path string) string {
	state := ""
	for _, name := range []string{path, path + "-wal"} {
		info, err := os.Stat(name)
		if errors.Is(err, fs.ErrNotExist) || err == nil && info.Size() == 0 {
			continue
		}
		if err == nil {
			state += fmt.Sprintf("%d %d;", info.Size(), info.ModTime().UnixNano())
		}
	}
	return state
}
