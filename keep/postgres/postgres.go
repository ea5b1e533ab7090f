// Package postgres keeps a record in a PostgreSQL database, for many readers and many writers at once.
//
//	s, err := postgres.Open(ctx, "postgres://desk@db.example/news")            tables are made where there are none
//	err = s.Update(ctx, func(tx keep.Tx) error { return tx.PutPage(…) })       a transaction; others may write meanwhile
//	look, err := s.Snapshot(ctx)                                               a repeatable read
//
// Several records of one database stand in schemas of their own: postgres://…/news?search_path=desk.
//
// Findings are fresh when nothing stands in the table changes. Whoever writes a page notes it there; whoever keeps findings strikes out what they
// were made from and nothing else, so that a page which came meanwhile is compared the next time.
//
// Nothing is partitioned by time: every look-up is by a hash, an id or a word, none by a date, so each would ask every partition. docs/cluster.md tells
// from which size on the three large tables are worth splitting by hash.
package postgres

import (
	"context"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"runtime"
	"strconv"
	"sync"

	"github.com/jackc/pgx/v5/pgxpool"
	"github.com/jackc/pgx/v5/stdlib"
	"github.com/pressly/goose/v3"

	"github.com/hearsay-news/hearsay/keep"
	"github.com/hearsay-news/hearsay/keep/form"
)

//go:embed migrations/*.sql
var migrations embed.FS

const schema = 1 // version of the tables that this program writes and reads

// connections is how many a program opens at most, unless the address says so (pool_max_conns).
var connections = int32(12 + 2*runtime.GOMAXPROCS(0))

// Store is an open record.
type Store struct {
	name     string // address without what lets somebody in
	pool     *pgxpool.Pool
	readOnly bool

	mu    sync.Mutex
	forms map[string]*form.Form
}

// Open opens a record for writing, and makes its tables where there are none.
func Open(ctx context.Context, address string) (*Store, error) {
	s, err := connect(ctx, address)
	if err != nil {
		return nil, err
	}
	if err := s.migrate(ctx); err != nil {
		s.Close()
		return nil, s.fault(err)
	}
	return s, nil
}

// OpenReadOnly opens a record to look at it.
func OpenReadOnly(ctx context.Context, address string) (*Store, error) {
	s, err := connect(ctx, address)
	if err != nil {
		return nil, err
	}
	s.readOnly = true
	version, err := s.version(ctx)
	switch {
	case err != nil:
	case version == 0:
		err = keep.ErrNotThere
	case version < schema:
		err = fmt.Errorf("%w; the next hearsay add or work brings it up to date", keep.ErrOlder)
	}
	if err != nil {
		s.Close()
		return nil, s.fault(err)
	}
	return s, nil
}

func connect(ctx context.Context, address string) (*Store, error) {
	s := &Store{name: Public(address), forms: map[string]*form.Form{}}
	config, err := pgxpool.ParseConfig(address)
	if err != nil { // what is wrong with it may quote a password
		return nil, fmt.Errorf("%s: %w", s.name, errAddress)
	}
	if !sets(address, "pool_max_conns") {
		config.MaxConns = connections
	}
	params := config.ConnConfig.RuntimeParams
	for name, value := range map[string]string{"application_name": "hearsay", "jit": "off", "timezone": "UTC"} { // compiling takes longer than any of our questions
		if params[name] == "" {
			params[name] = value
		}
	}
	if s.pool, err = pgxpool.NewWithConfig(ctx, config); err != nil {
		return nil, s.fault(err)
	}
	if err := s.pool.Ping(ctx); err != nil {
		s.Close()
		return nil, s.fault(err)
	}
	return s, nil
}

// version is that of the tables; 0 where there are none.
func (s *Store) version(ctx context.Context) (int64, error) {
	var there bool
	if err := s.pool.QueryRow(ctx, "SELECT to_regclass('goose_db_version') IS NOT NULL").Scan(&there); err != nil || !there {
		return 0, err
	}
	var version int64
	err := s.pool.QueryRow(ctx, "SELECT coalesce(max(version_id), 0) FROM goose_db_version WHERE is_applied").Scan(&version)
	if err == nil && version > schema {
		err = fmt.Errorf("%w (version %d, this one knows up to %d)", keep.ErrNewer, version, schema)
	}
	return version, err
}

// migrate brings the tables up to date; programs that start at once wait for each other.
func (s *Store) migrate(ctx context.Context) error {
	if version, err := s.version(ctx); err != nil || version == schema {
		return err
	}
	if err := s.begin(ctx); err != nil {
		return err
	}
	folder, err := fs.Sub(migrations, "migrations")
	if err != nil {
		return err
	}
	tx, err := s.pool.Begin(ctx) // holds the lock, and does nothing else
	if err != nil {
		return err
	}
	defer tx.Rollback(context.WithoutCancel(ctx))
	if _, err := tx.Exec(ctx, lockFor("tables")); err != nil {
		return err
	}
	db := stdlib.OpenDBFromPool(s.pool)
	defer db.Close()
	provider, err := goose.NewProvider(goose.DialectPostgres, db, folder, goose.WithDisableGlobalRegistry(true))
	if err != nil {
		return err
	}
	_, err = provider.UpTo(ctx, schema)
	return err
}

// lockFor asks for a lock of the record that the transaction holds to its end.
func lockFor(what string) string {
	return "SELECT pg_advisory_xact_lock(hashtext('hearsay " + what + "'), hashtext(current_schema()))"
}

// besideFor asks for the same lock beside others that ask so: it waits only for who holds it alone.
func besideFor(what string) string {
	return "SELECT pg_advisory_xact_lock_shared(hashtext('hearsay " + what + "'), hashtext(current_schema()))"
}

// begin makes the schema that the address names, where it is not there yet.
func (s *Store) begin(ctx context.Context) error {
	var there bool
	if err := s.pool.QueryRow(ctx, "SELECT current_schema() IS NOT NULL").Scan(&there); err != nil || there {
		return err
	}
	tx, err := s.pool.Begin(ctx)
	if err != nil {
		return err
	}
	defer tx.Rollback(context.WithoutCancel(ctx)) // nothing after the commit
	if _, err := tx.Exec(ctx, "SELECT pg_advisory_xact_lock(hashtext('hearsay schema'), 0)"); err != nil {
		return err
	}
	var named string
	if err := tx.QueryRow(ctx, "SELECT quote_ident(trim(both '\" ' from split_part(current_setting('search_path'), ',', 1)))").Scan(&named); err != nil {
		return err
	}
	if _, err = tx.Exec(ctx, "CREATE SCHEMA IF NOT EXISTS "+named); err != nil {
		return err
	}
	return tx.Commit(ctx)
}

// Close ends all work on the record.
func (s *Store) Close() error {
	if s.pool != nil {
		s.pool.Close()
	}
	return nil
}

// Name is the record's address without what lets somebody in.
func (s *Store) Name() string { return s.name }

// Pool is what the record is reached through, for a queue that stands beside it in the same database.
func (s *Store) Pool() *pgxpool.Pool { return s.pool }

// form looks up a form by its name.
func (s *Store) form(ask ask, name string) (*form.Form, error) {
	s.mu.Lock()
	known := s.forms[name]
	s.mu.Unlock()
	if known != nil {
		return known, nil
	}
	var written []byte
	err := ask("SELECT written FROM forms WHERE name = $1", []any{name}, &written)
	if errors.Is(err, errNone) {
		return nil, fmt.Errorf("%w: the form %s is missing", keep.ErrDamaged, name)
	}
	if err != nil {
		return nil, err
	}
	parsed, err := form.Parse(written)
	if err == nil && parsed.Name() != name {
		err = errors.New("it has another name")
	}
	if err != nil {
		return nil, fmt.Errorf("%w: the form %s: %v", keep.ErrDamaged, name, err)
	}
	s.mu.Lock()
	s.forms[name] = parsed
	s.mu.Unlock()
	return parsed, nil
}

// numbered is the n-th parameter of a query.
func numbered(n int) string { return "$" + strconv.Itoa(n) }
