package postgres

import (
	"context"
	"os"
	"testing"

	"github.com/hearsay-news/hearsay/internal/server"
	"github.com/hearsay-news/hearsay/keep"
	"github.com/hearsay-news/hearsay/keep/conform"
)

func TestMain(m *testing.M) { os.Exit(server.Main(m)) }

func open(t *testing.T, address string) *Store {
	t.Helper()
	s, err := Open(context.Background(), address)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

func TestConform(t *testing.T) {
	conform.Run(t, func(t *testing.T) keep.Store { return open(t, server.Record(t)) })
}

// A record whose large tables are split gives the same answers.
func TestConformSplit(t *testing.T) {
	if testing.Short() {
		t.Skip("left out by -short: the same suite once more; ./test runs it")
	}
	split, err := os.ReadFile("partitions.sql")
	if err != nil {
		t.Fatal(err)
	}
	conform.Run(t, func(t *testing.T) keep.Store {
		s := open(t, server.Record(t))
		c, err := s.pool.Acquire(context.Background())
		if err != nil {
			t.Fatal(err)
		}
		defer c.Release()
		if _, err := c.Conn().PgConn().Exec(context.Background(), string(split)).ReadAll(); err != nil {
			t.Fatal(err)
		}
		return s
	})
}
