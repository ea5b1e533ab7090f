// Package sqlite keeps a record in one SQLite file: originals, readings, findings and a search index.
//
//	s, err := sqlite.Open(ctx, "hearsay.db")          one writer, held off by a lock on the file
//	err = s.Update(ctx, func(tx *sqlite.Tx) error {   a write is a transaction
//		return tx.PutPage(page, bytes, reading)
//	})
//	s.Close()                                         seals the file: a sum for each of its 4 KiB blocks
//
// After a crash the file opens as the last finished transaction left it. Check finds every flipped byte: rows carry SHA-256 sums, and
// a sealed file carries one for each block, slack included.
package sqlite

import (
	"context"
	"database/sql"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"runtime"

	"github.com/pressly/goose/v3"
	_ "modernc.org/sqlite" // the driver

	"github.com/hearsay-news/hearsay/keep"
)

//go:embed migrations/*.sql
var migrations embed.FS

const (
	schema        = 7          // user_version that this program writes and reads
	applicationID = 0x48525359 // "HRSY"
)

// Store is an open record.
type Store struct {
	path    string
	write   *sql.DB // one connection; nil when opened for reading
	read    *sql.DB
	lock    *os.File
	mending bool // opened to be mended: whatever is wrong with it is no reason to stop
	version int  // of the record; a reader may meet one older than schema
	forms   forms

	dictionaries dictionaries
}

// Open opens a record for writing, and makes it where there is none. Only one program at a time may.
func Open(ctx context.Context, path string) (*Store, error) { return openAs(ctx, &Store{path: path}) }

// OpenToMend opens a record whose log may be damaged; what the log held after the damage is lost then.
func OpenToMend(ctx context.Context, path string) (*Store, error) {
	return openAs(ctx, &Store{path: path, mending: true})
}

func openAs(ctx context.Context, s *Store) (*Store, error) {
	path := s.path
	if err := s.open(ctx); err != nil {
		s.Close()
		return nil, fmt.Errorf("%s: %w", path, named(err))
	}
	return s, nil
}

func (s *Store) open(ctx context.Context) error {
	lock, err := lockForWriting(s.path)
	if err != nil {
		return err
	}
	s.lock = lock
	if err := begin(lock); err != nil {
		return err
	}
	if err := known(versionOf(lock)); err != nil {
		return err
	}
	if !s.mending {
		wrong, err := checkLog(lock, s.path)
		if err == nil && wrong != "" {
			err = fmt.Errorf("%w: %s", keep.ErrDamaged, wrong)
		}
		if err != nil {
			return err
		}
	}
	if err := unseal(lock); err != nil { // before SQLite reads the first block: it would write the old sum back
		return err
	}
	s.write = connect(s.path, "&_pragma=journal_mode(WAL)&_pragma=synchronous(FULL)&_txlock=immediate")
	s.write.SetMaxOpenConns(1)
	if err := s.checkVersion(ctx, s.write); err != nil {
		return err
	}
	if err := migrate(ctx, s.write, schema); err != nil {
		return err
	}
	s.version = schema
	s.read = readers(s.path, "")
	return nil
}

// OpenReadOnly opens a record for reading, beside a writer if there is one.
func OpenReadOnly(ctx context.Context, path string) (*Store, error) {
	info, err := os.Stat(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("%s: %w", path, keep.ErrNotThere)
	}
	if err == nil && !info.Mode().IsRegular() {
		err = keep.ErrNoRecord
	}
	if err == nil {
		err = looksLikeOne(path, info.Size())
	}
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	options := ""
	if !writable(path, info) {
		if log, err := os.Stat(path + "-wal"); err == nil && log.Size() > 0 {
			return nil, fmt.Errorf("%s: %w, and its last write must be finished first (%s-wal)", path, keep.ErrReadOnly, filepath.Base(path))
		}
		options = "&immutable=1" // no place for the files that readers and a writer share; nobody can write either
	}
	lock, err := os.Open(path) // closed with the store: closing any handle drops SQLite's own locks on the file
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, reasonOf(err))
	}
	s := &Store{path: path, read: readers(path, options), lock: lock}
	err = s.checkVersion(ctx, s.read)
	if err == nil && s.version == 0 { // somebody was stopped before the first write
		err = keep.ErrNotThere
	}
	if err != nil {
		s.Close()
		return nil, fmt.Errorf("%s: %w", path, named(err))
	}
	return s, nil
}

func connect(path, options string) *sql.DB {
	escaped := (&url.URL{Path: filepath.ToSlash(path)}).EscapedPath()
	// busy_timeout comes first: the pragmas after it may already meet a lock.
	db, err := sql.Open("sqlite", "file:"+escaped+"?_pragma=busy_timeout(10000)"+options)
	if err != nil {
		panic(err) // the driver is linked in
	}
	return db
}

func readers(path, options string) *sql.DB {
	db := connect(path, "&_pragma=query_only(1)"+options)
	db.SetMaxIdleConns(runtime.GOMAXPROCS(0))
	return db
}

// checkVersion refuses records of a later program.
func (s *Store) checkVersion(ctx context.Context, db *sql.DB) error {
	if err := db.QueryRowContext(ctx, "PRAGMA user_version").Scan(&s.version); err != nil {
		return err
	}
	return known(s.version)
}

func known(version int) error {
	if version > schema {
		return fmt.Errorf("%w (version %d, this one knows up to %d)", keep.ErrNewer, version, schema)
	}
	return nil
}

// migrate brings a record up to a version.
func migrate(ctx context.Context, db *sql.DB, version int64) error {
	folder, err := fs.Sub(migrations, "migrations")
	if err != nil {
		return err
	}
	provider, err := goose.NewProvider(goose.DialectSQLite3, db, folder, goose.WithDisableGlobalRegistry(true))
	if err != nil {
		return err
	}
	_, err = provider.UpTo(ctx, version)
	return err
}

// Close ends all work on the record. A record that was written to is sealed, if nobody else has it open.
func (s *Store) Close() error {
	var errs []error
	if s.read != nil {
		errs = append(errs, s.read.Close())
	}
	if s.write != nil {
		_, err := s.checkpoint()
		errs = append(errs, named(err), s.write.Close())
	}
	if s.lock != nil {
		if s.write != nil {
			errs = append(errs, seal(s.lock, s.path))
		}
		errs = append(errs, s.lock.Close()) // last: closing any handle drops SQLite's own locks on the file
	}
	return errors.Join(errs...)
}

// busy says whether somebody is writing to the record, this program or another.
func (s *Store) busy() bool {
	if s.write != nil {
		return true
	}
	if s.lock == nil || flockShared(s.lock) != nil {
		return s.lock != nil
	}
	funlock(s.lock)
	return false
}

// Path returns the file's path.
func (s *Store) Path() string { return s.path }
