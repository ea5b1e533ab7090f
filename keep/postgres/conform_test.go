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
