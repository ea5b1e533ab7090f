package postgres

import (
	"errors"
	"fmt"
	"net"
	"strings"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"

	"github.com/hearsay-news/hearsay/keep"
)

var (
	errAddress = errors.New("this is no address of a database; one looks like postgres://user@host/database")
	errNone    = pgx.ErrNoRows
)

// Codes of PostgreSQL that have a name of ours.
const (
	codeDeadlock   = "40P01"
	codeSerialize  = "40001"
	codeReferred   = "23503" // what was to be taken out is referred to by what somebody wrote meanwhile
	codeNoTable    = "42P01"
	codeReadOnly   = "25006"
	codeDenied     = "42501"
	codeNoDatabase = "3D000"
	codePassword   = "28P01"
	codeFull       = "53100"
	codeCorrupt    = "XX001"
	codeCorruptToo = "XX002"
)

// fault puts the record's name and its own word before an error of the driver or the server.
func (s *Store) fault(err error) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("%s: %w", s.name, named(err))
}

// Fault is fault for who asks the database beside us.
func (s *Store) Fault(err error) error { return s.fault(err) }

// named says in the words of package keep what went wrong. What connecting says names the user: only its reason is told.
func named(err error) error {
	var refused *pgconn.ConnectError
	var answer *pgconn.PgError
	var network net.Error
	switch {
	case errors.As(err, &answer):
		return answered(answer)
	case errors.As(err, &refused):
		return fmt.Errorf("%w: %s", keep.ErrAway, reason(refused))
	case errors.As(err, &network), pgconn.SafeToRetry(err), strings.Contains(err.Error(), "conn closed"):
		return fmt.Errorf("%w: %w", keep.ErrAway, err)
	}
	return err
}

func answered(e *pgconn.PgError) error {
	of := map[string]error{codeNoTable: keep.ErrNotThere, codeNoDatabase: keep.ErrNotThere, codeReadOnly: keep.ErrReadOnly, codeDenied: keep.ErrReadOnly, codeFull: keep.ErrFull,
		codeCorrupt: keep.ErrDamaged, codeCorruptToo: keep.ErrDamaged, codePassword: keep.ErrAway, "28000": keep.ErrAway}[e.Code]
	switch {
	case e.Code == codePassword || e.Code == "28000": // its words name the user
		return fmt.Errorf("%w: it refuses this user or password", of)
	case of != nil:
		return fmt.Errorf("%w: %w", of, e)
	case strings.HasPrefix(e.Code, "57P"), strings.HasPrefix(e.Code, "08"), e.Code == "53300": // shutting down, starting, no connection left
		return fmt.Errorf("%w: %w", keep.ErrAway, e)
	}
	return e
}

// reason is the innermost cause of a connection that could not be made.
func reason(err error) string {
	if next, ok := err.(interface{ Unwrap() []error }); ok && len(next.Unwrap()) > 0 {
		return reason(next.Unwrap()[0])
	}
	if next := errors.Unwrap(err); next != nil {
		return reason(next)
	}
	return err.Error()
}

// again says whether a write that failed may succeed when it is tried once more: somebody else wrote what it touched.
func again(err error) bool {
	var answer *pgconn.PgError
	return errors.As(err, &answer) && (answer.Code == codeDeadlock || answer.Code == codeSerialize || answer.Code == codeReferred)
}
