package hearsay

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/hearsay-news/hearsay/keep"
	"github.com/hearsay-news/hearsay/keep/postgres"
	"github.com/hearsay-news/hearsay/keep/sqlite"
)

// Open opens a record for writing, and makes it where there is none. Where names a file, which a second writer is refused, or a PostgreSQL database
// (postgres://host/database), to which many may write at once.
func Open(ctx context.Context, where string) (*Record, error) {
	var store keep.Store
	var err error
	if Shared(where) {
		store, err = postgres.Open(ctx, where)
	} else {
		store, err = sqlite.Open(ctx, where)
	}
	if err != nil {
		return nil, err
	}
	return &Record{store}, nil
}

// OpenReadOnly opens a record to look at it; somebody else may be writing to it.
func OpenReadOnly(ctx context.Context, where string) (*Record, error) {
	var store keep.Store
	var err error
	if Shared(where) {
		store, err = postgres.OpenReadOnly(ctx, where)
	} else {
		store, err = sqlite.OpenReadOnly(ctx, where)
	}
	if err != nil {
		return nil, err
	}
	return &Record{store}, nil
}

// Shared says whether a record is kept in a database that many machines work on.
func Shared(where string) bool { return postgres.Is(where) }

// Shown is where a record is kept as it may be told: without what lets somebody into a database.
func Shown(where string) string {
	if Shared(where) {
		return postgres.Public(where)
	}
	return where
}

// Titled is what a record is called: the last part of where it is kept.
//
//	saved/port.db → port.db, postgres://desk:secret@db.example/news → news
func Titled(where string) string {
	if name, _, _ := strings.Cut(Shown(where), "?"); Shared(where) {
		return filepath.Base(name)
	}
	return filepath.Base(where)
}

// There says whether a record is there, before something is written to it: a mistyped name makes no new one.
func There(ctx context.Context, where string) error {
	if !Shared(where) {
		if _, err := os.Stat(where); err != nil {
			return fmt.Errorf("%s: %w", where, keep.ErrNotThere)
		}
		return nil
	}
	store, err := postgres.OpenReadOnly(ctx, where)
	if errors.Is(err, keep.ErrOlder) {
		return nil
	}
	if err != nil {
		return err
	}
	return store.Close()
}

// Check looks a record over; with readData it reads everything and finds every flipped byte.
func Check(ctx context.Context, where string, readData bool) (sqlite.Report, error) {
	if !Shared(where) {
		return sqlite.Check(ctx, where, readData)
	}
	r, err := OpenReadOnly(ctx, where)
	if err != nil {
		return sqlite.Report{}, err
	}
	defer r.Close()
	return asked(ctx, r, func(look keep.Snapshot) (sqlite.Report, error) { return checked(look, readData), nil })
}

// checked looks over what can be asked of any store.
func checked(look keep.Snapshot, readData bool) (out sqlite.Report) {
	wrong := func(err error) {
		if err != nil {
			out.Problems = append(out.Problems, err.Error())
		}
	}
	pages, err := look.Pages()
	wrong(err)
	out.Pages = len(pages)
	kept, err := look.Readings()
	wrong(err)
	for _, p := range pages {
		if _, there := kept[p.Reading]; !there && p.Reading != "" {
			wrong(fmt.Errorf("%s: its reading is missing", p.ID))
		}
		if !readData || p.SHA256 == "" {
			continue
		}
		_, err := look.Original(p)
		wrong(err)
		_, err = look.Reading(p)
		wrong(err)
	}
	if readData {
		wrong(look.Captures(func(keep.Capture) error { return nil }))
	}
	_, err = look.Mends()
	wrong(err)
	found, err := look.Findings()
	wrong(err)
	if found != nil {
		for _, f := range found.Faults {
			out.Faults = append(out.Faults, fmt.Sprintf("comparing stopped in %s (%s): %s", f.Room, f.Kind, f.Detail))
		}
	}
	return out
}

// Turn tells one state of a shared record from another: it changes whenever findings are kept.
func (r *Record) Turn(ctx context.Context) (string, error) {
	if shared, ok := r.store.(*postgres.Store); ok {
		return shared.Turn(ctx)
	}
	return "", nil
}
