package sqlite

import (
	"context"
	"github.com/hearsay-news/hearsay/read"
	"path/filepath"
	"testing"

	"github.com/hearsay-news/hearsay/gather"
	"github.com/hearsay-news/hearsay/keep"
)

// counts is how many rows each table holds.
func counts(t *testing.T, s *Store) map[string]int {
	t.Helper()
	out := map[string]int{}
	for _, table := range []string{"pages", "originals", "readings", "captures", "lines"} {
		var n int
		if err := s.read.QueryRow("SELECT count(*) FROM " + table).Scan(&n); err != nil {
			t.Fatal(err)
		}
		out[table] = n
	}
	return out
}

// Taking a page out leaves what another page shares with it, the bytes and the reading, and that page's own fetch; it takes its own fetch and, with
// the last page that had them, bytes and reading.
func TestRemoveSharedAndOwn(t *testing.T) {
	ctx := context.Background()
	s := open(t, filepath.Join(t.TempDir(), "r.db"))
	defer shut(t, s)
	const words, address = "The port of Sel is shut.", "https://nord.example/port"
	var pages []keep.Page
	for _, id := range []string{"first", "second", "other"} {
		text := words
		if id == "other" {
			text = "The ferry is late."
		}
		p := put(t, s, id, text, gather.Given{URL: address})
		capture := keep.Capture{URL: address, Time: "2021-07-18T10:00:00Z", Page: p.Key(), Record: []byte("record of " + id)}
		if err := s.Update(ctx, func(tx keep.Tx) error { return tx.PutCapture(capture) }); err != nil {
			t.Fatal(err)
		}
		pages = append(pages, p)
	}
	if pages[0].Reading != pages[1].Reading || pages[0].SHA256 != pages[1].SHA256 {
		t.Fatal("the two pages share nothing: the test is of no use")
	}
	for step, want := range []map[string]int{
		{"pages": 2, "originals": 2, "readings": 2, "captures": 2, "lines": 2},
		{"pages": 1, "originals": 1, "readings": 1, "captures": 1, "lines": 1},
		{"pages": 0, "originals": 0, "readings": 0, "captures": 0, "lines": 0},
	} {
		if err := s.Update(ctx, func(tx keep.Tx) error { return tx.RemovePage(pages[step]) }); err != nil {
			t.Fatal(err)
		}
		for table, n := range counts(t, s) {
			if n != want[table] {
				t.Errorf("after taking out %s: %d %s, want %d", pages[step].Name, n, table, want[table])
			}
		}
		for _, left := range pages[step+1:] {
			if _, err := asked(s, func(l *snapshot) (*read.Reading, error) { return l.Reading(left) }); err != nil {
				t.Errorf("after taking out %s: %v", pages[step].Name, err)
			}
			if _, err := asked(s, func(l *snapshot) ([]byte, error) { return l.Original(left) }); err != nil {
				t.Errorf("after taking out %s: %v", pages[step].Name, err)
			}
		}
		_, err := asked(s, func(l *snapshot) (int, error) {
			return 0, l.Captures(func(c keep.Capture) error {
				if c.Page == pages[step].Key() {
					t.Errorf("the fetch of %s is still there", pages[step].Name)
				}
				return nil
			})
		})
		if err != nil {
			t.Fatal(err)
		}
	}
}
