package sqlite

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/hearsay-news/hearsay/compare"
	"github.com/hearsay-news/hearsay/gather"
	"github.com/hearsay-news/hearsay/keep"
	"github.com/hearsay-news/hearsay/read"
	"github.com/hearsay-news/hearsay/read/page"
	"github.com/hearsay-news/hearsay/text"
)

// put keeps a page whose only line is its bytes.
func put(t testing.TB, s *Store, id, bytes string, given gather.Given) keep.Page {
	t.Helper()
	p := keep.Describe(gather.Page{ID: id, Bytes: []byte(bytes), Given: given})
	err := s.Update(context.Background(), func(tx keep.Tx) error { return tx.PutPage(p, []byte(bytes), line(id, bytes)) })
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// line is a reading of one body line.
func line(id, words string) *read.Reading {
	return &read.Reading{ID: id, Page: page.Page{Text: text.Text(words), Blocks: []page.Block{{Span: text.Span{End: len(words)}, Role: page.Body}}}}
}

// putStory keeps findings of one story.
func putStory(t testing.TB, s *Store, ids ...string) {
	t.Helper()
	pages, err := asked(s, (*snapshot).Pages)
	if err != nil {
		t.Fatal(err)
	}
	story := &compare.Story{ID: "y1", Title: "Port shut", Pages: ids}
	rows := []keep.Row{{List: keep.Stories, ID: story.ID, Value: story, Kind: "story", Voices: []string{"e1"}, Pages: ids, Words: story.Title}}
	answers := map[string]any{"count": &compare.Compared{Statements: 3}}
	if err := s.Update(context.Background(), func(tx keep.Tx) error {
		return tx.PutFindings(keep.Comparison{Made: "rules", Pages: pages, Rows: rows, Answers: answers})
	}); err != nil {
		t.Fatal(err)
	}
}

func open(t testing.TB, path string) *Store {
	t.Helper()
	s, err := Open(context.Background(), path)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// asked asks one question of a snapshot of its own.
func asked[T any](s *Store, question func(*snapshot) (T, error)) (answer T, err error) {
	l, err := s.snapshot(context.Background())
	if err != nil {
		return answer, err
	}
	defer l.Close()
	return question(l)
}

func shut(t testing.TB, s *Store) {
	t.Helper()
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
}

func ids(pages []keep.Page) []string {
	var out []string
	for _, p := range pages {
		out = append(out, p.ID)
	}
	return out
}

func TestKeepAndTakeOut(t *testing.T) {
	ctx, path := context.Background(), filepath.Join(t.TempDir(), "a record.db")
	s := open(t, path)
	put(t, s, "port", "The port of Sel is shut.", gather.Given{Fetched: "2021-07-19"})
	put(t, s, "port", "The port of Sel is shut no more.", gather.Given{Fetched: "2021-07-18"})
	put(t, s, "copy", "The port of Sel is shut.", gather.Given{})
	putStory(t, s, "port")
	shut(t, s)

	s, err := OpenReadOnly(ctx, path)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	pages, err := asked(s, (*snapshot).Pages)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{"copy", "port", "port@2"}, ids(pages)); diff != "" {
		t.Errorf("ids:\n%s", diff)
	}
	for i, want := range []string{"The port of Sel is shut.", "The port of Sel is shut no more.", "The port of Sel is shut."} {
		original, err := asked(s, func(l *snapshot) ([]byte, error) { return l.Original(pages[i]) })
		if err != nil || string(original) != want {
			t.Errorf("%s: original %q, %v", pages[i].ID, original, err)
		}
		r, err := asked(s, func(l *snapshot) (*read.Reading, error) { return l.Reading(pages[i]) })
		if err != nil || string(r.Page.Text) != want || r.ID != pages[i].ID {
			t.Errorf("%s: reading %+v, %v", pages[i].ID, r, err)
		}
	}
	f, err := asked(s, (*snapshot).Findings)
	if err != nil {
		t.Fatal(err)
	}
	state, err := asked(s, (*snapshot).State)
	if err != nil || state.Made != "rules" || !state.Fresh || len(f.Stories) != 1 {
		t.Errorf("findings %+v, %+v, %v", f, state, err)
	}
	if err := s.Update(ctx, func(keep.Tx) error { return nil }); !errors.Is(err, keep.ErrReadOnly) {
		t.Errorf("a write to what was opened for reading: %v", err)
	}
}

func TestSearch(t *testing.T) {
	ctx := context.Background()
	s := open(t, filepath.Join(t.TempDir(), "r.db"))
	defer s.Close()
	put(t, s, "a", "The port of Sel is shut.", gather.Given{})
	gone := put(t, s, "b", "The café at the port is open.", gather.Given{})
	for query, want := range map[string]int{
		"port": 2, "PORT shut": 1, `"port of sel"`: 1, `"sel of port"`: 0, "cafe": 1, "": 0, `"`: 0, "NEAR(": 0, "*": 0, "port*": 2,
		"a OR b": 0, "search:port": 0, "'; DROP TABLE pages": 0, "\x00": 0, "port -- shut": 1,
	} {
		hits, err := asked(s, func(l *snapshot) ([]text.Place, error) { return l.Search(query, 10) })
		if err != nil || len(hits) != want {
			t.Errorf("%q: %d hits, want %d; %v", query, len(hits), want, err)
		}
	}
	gone.ID = "b"
	if err := s.Update(ctx, func(tx keep.Tx) error { return tx.RemovePage(gone) }); err != nil {
		t.Fatal(err)
	}
	if hits, err := asked(s, func(l *snapshot) ([]text.Place, error) { return l.Search("port", 10) }); err != nil || len(hits) != 1 {
		t.Errorf("after removing: %v, %v", hits, err)
	}
	var left int
	if err := s.read.QueryRow("SELECT (SELECT count(*) FROM originals) + (SELECT count(*) FROM readings) + (SELECT count(*) FROM lines)").Scan(&left); err != nil || left != 3 {
		t.Errorf("%d rows left, want 3: %v", left, err)
	}
}

func TestGivenIsTakenOver(t *testing.T) {

	s := open(t, filepath.Join(t.TempDir(), "r.db"))
	defer s.Close()
	put(t, s, "a", "The port is shut.", gather.Given{})
	put(t, s, "a", "The port is shut.", gather.Given{Outlet: "Radio Nord"})
	pages, err := asked(s, (*snapshot).Pages)
	if err != nil || len(pages) != 1 || pages[0].Given.Outlet != "Radio Nord" {
		t.Errorf("pages %+v, %v", pages, err)
	}
	if kept, err := asked(s, (*snapshot).Readings); err != nil || len(kept) != 1 {
		t.Errorf("%d readings, want the newer one only; %v", len(kept), err)
	}
}

func TestRefused(t *testing.T) {
	ctx, folder := context.Background(), t.TempDir()
	file := func(name, bytes string) string {
		path := filepath.Join(folder, name)
		if err := os.WriteFile(path, []byte(bytes), 0o644); err != nil {
			t.Fatal(err)
		}
		return path
	}
	newer := filepath.Join(folder, "newer.db")
	s := open(t, newer)
	if _, err := s.write.Exec(fmt.Sprintf("PRAGMA user_version = %d", schema+1)); err != nil {
		t.Fatal(err)
	}
	shut(t, s)
	readOnly := filepath.Join(folder, "readonly.db")
	shut(t, open(t, readOnly))
	if err := os.Chmod(readOnly, 0o444); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		path           string
		toWrite, toSee error
	}{
		{file("notes.txt", "no record at all, only some words that somebody wrote down and that are long enough for a header"), keep.ErrNoRecord, keep.ErrNoRecord},
		{file("short", "x"), keep.ErrNoRecord, keep.ErrNoRecord},
		{folder, keep.ErrNoRecord, keep.ErrNoRecord},
		{filepath.Join(folder, "absent.db"), nil, keep.ErrNotThere},
		{file("empty.db", ""), nil, keep.ErrNotThere}, // somebody was stopped before the first write
		{newer, keep.ErrNewer, keep.ErrNewer},
		{readOnly, keep.ErrReadOnly, nil},
	} {
		seen, err := OpenReadOnly(ctx, c.path)
		if !errors.Is(err, c.toSee) {
			t.Errorf("see %s: %v, want %v", c.path, err, c.toSee)
		}
		if err == nil {
			shut(t, seen)
		}
		written, err := Open(ctx, c.path)
		if !errors.Is(err, c.toWrite) {
			t.Errorf("write %s: %v, want %v", c.path, err, c.toWrite)
		}
		if err == nil {
			shut(t, written)
		}
	}
	if _, err := Open(ctx, filepath.Join(folder, "no", "such", "folder.db")); err == nil {
		t.Error("a record in a folder that isn't there was opened")
	}
}

// A record left by a crash where nobody may write can't be shown as it was: the last writes stand in its log.
func TestUnfinishedAndReadOnly(t *testing.T) {
	ctx, path := context.Background(), filepath.Join(t.TempDir(), "r.db")
	shut(t, open(t, path))
	if err := os.WriteFile(path+"-wal", []byte("a write"), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(path, 0o444); err != nil {
		t.Fatal(err)
	}
	if _, err := OpenReadOnly(ctx, path); !errors.Is(err, keep.ErrReadOnly) {
		t.Errorf("got %v, want %v", err, keep.ErrReadOnly)
	}
}

// Records of every version before can be looked at, and are brought up to date when written to.
func TestOlderVersions(t *testing.T) {
	ctx := context.Background()
	for version := 1; version < schema; version++ {
		path := filepath.Join(t.TempDir(), "r.db")
		s := &Store{path: path}
		var err error
		if s.lock, err = lockForWriting(path); err != nil {
			t.Fatal(err)
		}
		if err := begin(s.lock); err != nil {
			t.Fatal(err)
		}
		s.write = connect(path, "&_pragma=journal_mode(WAL)")
		s.write.SetMaxOpenConns(1)
		if err := migrate(ctx, s.write, int64(version)); err != nil {
			t.Fatal(err)
		}
		const words = "The port of Sel is shut."
		p := keep.Describe(gather.Page{ID: "a", Bytes: []byte(words)})
		described, err := json.Marshal(p)
		if err != nil {
			t.Fatal(err)
		}
		for _, row := range [][]any{
			{"INSERT INTO originals (sha256, size, coding, data) VALUES (?, ?, 'plain', ?)", p.SHA256, len(words), []byte(words)},
			{"INSERT INTO pages (key, sha256, reading, described, sum) VALUES (?, ?, ?, ?, ?)", p.Key(), p.SHA256, p.Reading, described, keep.Sum(described)},
		} {
			if _, err := s.write.Exec(row[0].(string), row[1:]...); err != nil {
				t.Fatal(err)
			}
		}
		if version >= 3 { // readings as they are kept now, findings another way
			if err := s.update(ctx, func(tx *Tx) error { return tx.putReading(p.Reading, line("a", words), []byte(words)) }); err != nil {
				t.Fatal(err)
			}
		}
		shut(t, s)
		if found, err := Check(ctx, path, true); err != nil || len(found.Problems) > 0 || found.Pages != 1 || !found.Sealed {
			t.Errorf("version %d: %+v, %v", version, found, err)
		}
		s = open(t, path)
		if s.version != schema {
			t.Errorf("version %d is %d after it was opened", version, s.version)
		}
		kept, err := asked(s, (*snapshot).Readings) // they are made anew from the originals: see the root package
		if err != nil || len(kept) > 0 && version < 3 {
			t.Errorf("version %d: readings %v, %v", version, kept, err)
		}
		shut(t, s)
	}
}

func TestTwoWriters(t *testing.T) {
	ctx, path := context.Background(), filepath.Join(t.TempDir(), "r.db")
	first := open(t, path)
	put(t, first, "a", "The port is shut.", gather.Given{})
	if _, err := Open(ctx, path); !errors.Is(err, keep.ErrBusy) {
		t.Errorf("second writer: %v, want %v", err, keep.ErrBusy)
	}
	put(t, first, "b", "The port is open.", gather.Given{})
	shut(t, first)
	second := open(t, path)
	pages, err := asked(second, (*snapshot).Pages)
	if err != nil || len(pages) != 2 {
		t.Errorf("%d pages, %v", len(pages), err)
	}
	shut(t, second)
}
