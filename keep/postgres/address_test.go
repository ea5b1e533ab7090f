package postgres

import (
	"context"
	"errors"
	"strings"
	"testing"

	"github.com/hearsay-news/hearsay/internal/server"
	"github.com/hearsay-news/hearsay/keep"
)

func TestPublic(t *testing.T) {
	for address, want := range map[string]string{
		"postgres://desk:secret@db.example:5433/news?sslmode=require&search_path=desk": "postgres://db.example:5433/news?search_path=desk",
		"postgresql://db.example/news?password=secret&user=desk":                       "postgres://db.example/news",
		"postgres://desk:se%ZZcret@db.example/news":                                    "postgres://…",
	} {
		if got := Public(address); got != want {
			t.Errorf("%s is shown as %s", address, got)
		}
	}
}

// What lets somebody in stands in no error, whatever goes wrong.
func TestSecretsStayOut(t *testing.T) {
	good := server.Record(t)
	open(t, good)
	for what, address := range map[string]string{
		"password": strings.Replace(good, server.Password, "wrong-"+server.Password, 1),
		"user":     strings.Replace(good, server.User, "other_"+server.User, 1),
		"database": strings.Replace(good, "/postgres?", "/none?", 1),
		"server":   "postgres://" + server.User + ":" + server.Password + "@127.0.0.1:1/postgres",
		"setting":  good + "&pool_max_conns=many",
		"form":     "postgres://" + server.User + ":" + server.Password + "%ZZ@127.0.0.1/postgres",
	} {
		for _, open := range []func(context.Context, string) (*Store, error){Open, OpenReadOnly} {
			_, err := open(context.Background(), address)
			if err == nil {
				t.Errorf("%s: no error", what)
			} else if strings.Contains(err.Error(), server.Password) || strings.Contains(err.Error(), server.User) {
				t.Errorf("%s: %v", what, err)
			}
		}
	}
	if _, err := OpenReadOnly(context.Background(), server.Record(t)); !errors.Is(err, keep.ErrNotThere) {
		t.Errorf("a record that was never made: %v", err)
	}
	if _, err := Open(context.Background(), "postgres://127.0.0.1:1/news"); !errors.Is(err, keep.ErrAway) {
		t.Errorf("no server: %v", err)
	}
}
