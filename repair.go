package hearsay

import (
	"context"
	"errors"

	"github.com/hearsay-news/hearsay/keep"
	"github.com/hearsay-news/hearsay/keep/postgres"
	"github.com/hearsay-news/hearsay/keep/sqlite"
)

// Repaired says what mending a record did.
type Repaired struct {
	Pages    int
	Read     int      // pages that were read again from their original bytes
	Problems []string // what can't be mended: bytes that are lost
}

// Repair makes readings, search and findings of a record anew from the original bytes. What a damaged log or a damaged original held is lost, and
// told; nothing else is.
func Repair(ctx context.Context, where string) (done Repaired, err error) {
	if err := There(ctx, where); err != nil { // no new record for a mistyped name
		return done, err
	}
	store, err := openToMend(ctx, where)
	if err != nil {
		return done, err
	}
	r := &Record{store: store}
	defer func() {
		if closing := r.Close(); err == nil {
			err = closing
		}
	}()
	err = Guarded("mending the record", func() error { return r.repair(ctx, store, &done) })
	return done, err
}

// mending is a store that can be mended.
type mending interface {
	keep.Store
	Mend(context.Context) (lost []string, err error)
}

func openToMend(ctx context.Context, where string) (mending, error) {
	if Shared(where) {
		return postgres.Open(ctx, where)
	}
	return sqlite.OpenToMend(ctx, where)
}

func (r *Record) repair(ctx context.Context, store mending, done *Repaired) error {
	lost, err := store.Mend(ctx)
	if err != nil {
		return err
	}
	done.Problems = lost
	pages, err := asked(ctx, r, keep.Snapshot.Pages)
	if err != nil {
		return err
	}
	done.Pages = len(pages)
	for _, p := range pages {
		if err := ctx.Err(); err != nil {
			return err
		}
		one := pageToKeep{page: p}
		if p.SHA256 != "" {
			bytes, err := asked(ctx, r, func(look keep.Snapshot) ([]byte, error) { return look.Original(p) })
			switch {
			case errors.Is(err, keep.ErrDamaged):
				done.Problems = append(done.Problems, err.Error())
			case err != nil:
				return err
			default:
				one.page.Reading = keep.ReadingKey(p)
				one.bytes, one.reading = bytes, Read(rebuilt(p, bytes))
				done.Read++
			}
		}
		if err := r.store.Update(ctx, func(tx keep.Tx) error { return tx.Replace(one.page, one.bytes, one.reading) }); err != nil {
			return err
		}
	}
	return r.compare(ctx)
}

// Backup writes a copy of the record to a new file, whoever reads or writes meanwhile. The copy is a record like any other.
func Backup(ctx context.Context, path, to string) error {
	if Shared(path) || Shared(to) {
		return ErrShared
	}
	return sqlite.Backup(ctx, path, to)
}

// ErrShared says that a database is copied by its own means.
var ErrShared = errors.New("a record in a database is copied by pg_dump, or into a file by hearsay merge -r FILE postgres://…")
