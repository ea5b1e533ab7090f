package postgres

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"testing"

	"github.com/hearsay-news/hearsay/gather"
	"github.com/hearsay-news/hearsay/internal/server"
	"github.com/hearsay-news/hearsay/keep"
	"github.com/hearsay-news/hearsay/lang/en"
	"github.com/hearsay-news/hearsay/read"
)

func pageOf(name, words string) (keep.Page, *read.Reading, []byte) {
	in := gather.Page{ID: name, Bytes: []byte(words), Form: gather.Article}
	return keep.Describe(in), read.Read(en.Language, in), in.Bytes
}

func stateOf(t *testing.T, s *Store) keep.State {
	t.Helper()
	look, err := s.Snapshot(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	defer look.Close()
	state, err := look.State()
	if err != nil {
		t.Fatal(err)
	}
	return state
}

// Two who open a record that is not there yet make it once.
func TestOpenedAtOnce(t *testing.T) {
	address := server.Record(t)
	var all sync.WaitGroup
	for range 4 {
		all.Go(func() {
			s, err := Open(context.Background(), address)
			if err != nil {
				t.Error(err)
				return
			}
			s.Close()
		})
	}
	all.Wait()
}

// Pages that share bytes and reading are put in and taken out by many at once: what is left is whole.
func TestWritersAtOnce(t *testing.T) {
	ctx, address := context.Background(), server.Record(t)
	_, reading, words := pageOf("x", "The port of Sel is shut, governor Ilse Marrow said on Monday.")
	var all sync.WaitGroup
	for n := range 4 {
		s := open(t, address)
		all.Go(func() {
			for round := range 20 {
				err := s.Update(ctx, func(tx keep.Tx) error { // in an order of each one's own
					for k := range 3 {
						p, _, _ := pageOf(fmt.Sprint("shared", (k*(n+1)+n)%3), string(words))
						if err := tx.PutPage(p, words, reading); err != nil {
							return err
						}
					}
					return nil
				})
				if err != nil {
					t.Errorf("put: %v", err)
				}
				p, _, _ := pageOf(fmt.Sprint("shared", (n+round)%3), string(words))
				if err := s.Update(ctx, func(tx keep.Tx) error { return tx.RemovePage(p) }); err != nil && !errors.Is(err, keep.ErrNoSuchRow) {
					t.Errorf("remove: %v", err)
				}
			}
		})
	}
	all.Wait()
	s := open(t, address)
	look, err := s.Snapshot(ctx)
	if err != nil {
		t.Fatal(err)
	}
	defer look.Close()
	pages, err := look.Pages()
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range pages {
		if _, err := look.Original(p); err != nil {
			t.Error(err)
		}
		if r, err := look.Reading(p); err != nil || len(r.Statements) == 0 {
			t.Error(err)
		}
	}
}

// A page that comes while others are compared is compared the next time, whoever keeps findings first.
func TestComparedMeanwhile(t *testing.T) {
	ctx := context.Background()
	s := open(t, server.Record(t))
	put := func(name string) keep.Page {
		p, r, words := pageOf(name, "The port of "+name+" is shut.")
		if err := s.Update(ctx, func(tx keep.Tx) error { return tx.PutPage(p, words, r) }); err != nil {
			t.Fatal(err)
		}
		p.ID = name
		return p
	}
	keepFindings := func(pages ...keep.Page) {
		c := keep.Comparison{Made: "rules", Pages: pages}
		for _, p := range pages {
			c.Rows = append(c.Rows, keep.SinglesRow(p.ID, nil))
		}
		if err := s.Update(ctx, func(tx keep.Tx) error { return tx.PutFindings(c) }); err != nil {
			t.Fatal(err)
		}
	}
	a := put("a")
	keepFindings(a)
	if !stateOf(t, s).Fresh {
		t.Error("all is compared, and nothing fresh")
	}
	b := put("b")
	keepFindings(a) // began before b came
	if stateOf(t, s).Fresh {
		t.Error("b was not compared, and all is fresh")
	}
	keepFindings(a, b)
	if !stateOf(t, s).Fresh {
		t.Error("b was compared, and nothing fresh")
	}
	keepFindings(a) // a slow one that began before b came ends after the one that knew b
	if stateOf(t, s).Fresh {
		t.Error("older findings came over newer ones, and all is fresh")
	}
}
