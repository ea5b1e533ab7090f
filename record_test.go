package hearsay_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/hearsay-news/hearsay"
	"github.com/hearsay-news/hearsay/gather"
	"github.com/hearsay-news/hearsay/gather/file"
	"github.com/hearsay-news/hearsay/keep"
	"github.com/hearsay-news/hearsay/read"
	"github.com/hearsay-news/hearsay/show/export"
	"github.com/hearsay-news/hearsay/show/view"
	"github.com/hearsay-news/hearsay/text"
)

// readStory takes a story's pages through a record, as add does.
func readStory(t *testing.T, folder string) story {
	t.Helper()
	shown := record(t, []string{folder}, hearsay.AddOptions{})
	s := story{readings: map[string]*read.Reading{}, findings: shown.Findings}
	for _, p := range shown.Pages {
		if p.Reading != nil {
			s.readings[p.ID] = p.Reading
		}
	}
	return s
}

// record adds files to a new record and returns what it shows.
func record(t testing.TB, paths []string, o hearsay.AddOptions) *view.Record {
	t.Helper()
	ctx := context.Background()
	r, err := hearsay.Open(ctx, filepath.Join(t.TempDir(), "r.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	if _, err := r.Add(ctx, file.Pages(paths, gather.Given{}), o); err != nil {
		t.Fatal(err)
	}
	shown, err := r.View(ctx)
	if err != nil {
		t.Fatal(err)
	}
	return shown
}

// exported writes a record as the command does.
func exported(t testing.TB, shown *view.Record) string {
	t.Helper()
	var b bytes.Buffer
	if err := export.JSON(&b, shown, export.Whole{Version: "test", Models: "1", All: true}); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// The same pages give the same bytes: for any number of workers, in any order, in one run or in several, and after a detour.
func TestSameBytes(t *testing.T) {
	ctx := context.Background()
	files, err := filepath.Glob("examples/harbour/pages/*.*")
	if err != nil || len(files) < 15 {
		t.Fatalf("%d files: %v", len(files), err)
	}
	files = slices.DeleteFunc(files, func(f string) bool { return filepath.Base(f) == "pages.csv" })
	want := exported(t, record(t, files, hearsay.AddOptions{Workers: 1}))
	if got := exported(t, record(t, files, hearsay.AddOptions{Workers: 8})); got != want {
		t.Errorf("8 workers:\n%s", cmp.Diff(want, got))
	}
	shuffled := slices.Clone(files)
	rand.New(rand.NewPCG(1, 2)).Shuffle(len(shuffled), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
	if got := exported(t, record(t, shuffled, hearsay.AddOptions{Workers: 3})); got != want {
		t.Errorf("another order:\n%s", cmp.Diff(want, got))
	}

	r, err := hearsay.Open(ctx, filepath.Join(t.TempDir(), "r.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	for _, part := range [][]string{shuffled[:5], shuffled[3:9], shuffled[9:], shuffled[:2]} {
		if _, err := r.Add(ctx, file.Pages(part, gather.Given{}), hearsay.AddOptions{}); err != nil {
			t.Fatal(err)
		}
	}
	if err := r.Remove(ctx, "nord-depot"); err != nil {
		t.Fatal(err)
	}
	added, err := r.Add(ctx, file.Pages(files, gather.Given{}), hearsay.AddOptions{})
	if err != nil || added.New != 1 || added.Read != 1 {
		t.Errorf("adding what was removed: %+v, %v", added, err)
	}
	shown, err := r.View(ctx)
	if err != nil {
		t.Fatal(err)
	}
	if got := exported(t, shown); got != want {
		t.Errorf("in parts:\n%s", cmp.Diff(want, got))
	}
}

// What is kept of a page says all that was read, except its tokens, which are read again when they are asked for.
func TestKeptIsRead(t *testing.T) {
	layers := export.AllLayers
	layers.Tokens = false
	for p := range file.Pages([]string{"examples/harbour/pages"}, gather.Given{}) {
		fresh := hearsay.Read(p)
		encoded, err := keep.EncodeReading(fresh, p.Bytes)
		if err != nil {
			t.Fatal(err)
		}
		kept, err := keep.DecodeReading(encoded, keep.Page{ID: p.ID, Given: p.Given}, p.Bytes, keep.Whole)
		if err != nil {
			t.Fatal(err)
		}
		var lines [2]string
		for i, r := range []*read.Reading{fresh, kept} {
			line, err := export.Annotation(r, gather.HTML, export.Options{Layers: layers})
			if err != nil {
				t.Fatal(err)
			}
			lines[i] = string(line)
		}
		if lines[0] != lines[1] {
			t.Errorf("%s:\n%s", p.ID, cmp.Diff(lines[0], lines[1]))
		}
		if whole := (text.Span{End: len(kept.Page.Text)}); kept.Page.Map.Source(whole) != fresh.Page.Map.Source(whole) {
			t.Errorf("%s: the map to its bytes is another", p.ID)
		}
	}
}

// A page whose content changed is a new version; its first bytes are never touched. What is given can be put right.
func TestVersions(t *testing.T) {
	ctx := context.Background()
	r, err := hearsay.Open(ctx, filepath.Join(t.TempDir(), "r.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	add := func(bytes, fetched, outlet string) hearsay.Added {
		t.Helper()
		p := gather.Page{ID: "port", Bytes: []byte(bytes), Given: gather.Given{Fetched: fetched, Outlet: outlet}}
		added, err := r.Add(ctx, slices.Values([]gather.Page{p}), hearsay.AddOptions{})
		if err != nil {
			t.Fatal(err)
		}
		return added
	}
	add("The port of Sel is open again, Marrow said.", "2021-07-20", "")
	add("The port of Sel is shut, Marrow said.", "2021-07-18", "")
	if again := add("The port of Sel is shut, Marrow said.", "2021-07-18", ""); again.New != 0 || again.Read != 0 {
		t.Errorf("added again: %+v", again)
	}
	if put := add("The port of Sel is shut, Marrow said.", "2021-07-18", "Radio Nord"); put.New != 0 || put.Read != 1 {
		t.Errorf("with its outlet: %+v", put)
	}
	pages, err := r.Pages(ctx)
	if err != nil || len(pages) != 2 {
		t.Fatalf("%d pages, %v", len(pages), err)
	}
	for i, want := range []struct{ id, bytes, version string }{
		{"port", "The port of Sel is shut, Marrow said.", "port@2"},
		{"port@2", "The port of Sel is open again, Marrow said.", "port"},
	} {
		original, err := r.Original(ctx, pages[i].ID)
		if err != nil || pages[i].ID != want.id || string(original) != want.bytes || !slices.Equal(pages[i].Versions, []string{want.version}) {
			t.Errorf("page %d: %s %q versions %v, %v; want %+v", i, pages[i].ID, original, pages[i].Versions, err, want)
		}
	}
	if pages[0].Given.Outlet != "Radio Nord" {
		t.Errorf("outlet %q", pages[0].Given.Outlet)
	}
	if err := r.Remove(ctx, "port", "no such page"); !errors.Is(err, keep.ErrNoSuchRow) {
		t.Errorf("removing what is not there: %v", err)
	}
	if pages, _ := r.Pages(ctx); len(pages) != 2 {
		t.Errorf("a failed removal took %d pages", 2-len(pages))
	}
}

// What can't be read is a row with its reason, and one bad page stops nothing.
func TestSkipsAreRows(t *testing.T) {
	ctx := context.Background()
	r, err := hearsay.Open(ctx, filepath.Join(t.TempDir(), "r.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	unreadable := gather.Page{ID: "b", Skip: &gather.Skip{Reason: gather.Unreadable, Detail: "permission denied"}}
	pages := []gather.Page{{ID: "a"}, unreadable, {ID: "c", Bytes: []byte("The port is shut, Marrow said.")}}
	for range 2 {
		added, err := r.Add(ctx, slices.Values(pages), hearsay.AddOptions{})
		if err != nil || len(added.Skipped) != 2 || added.Skipped[0].Reason != gather.Empty || added.Skipped[1].Reason != gather.Unreadable {
			t.Errorf("%+v, %v", added, err)
		}
	}
	// The page can be read the next time: its skip goes. Then it can't be: what was kept stays.
	readable := gather.Page{ID: "b", Bytes: []byte("The port is open, Marrow said.")}
	for _, p := range []gather.Page{readable, unreadable} {
		if _, err := r.Add(ctx, slices.Values([]gather.Page{p}), hearsay.AddOptions{}); err != nil {
			t.Fatal(err)
		}
		kept, err := r.Pages(ctx)
		if err != nil || len(kept) != 3 || kept[1].Skip != nil {
			t.Errorf("%+v, %v", kept, err)
		}
	}
}

// A run that is stopped keeps what it has read, and the next one goes on.
func TestStopped(t *testing.T) {
	ctx, stop := context.WithCancel(context.Background())
	r, err := hearsay.Open(ctx, filepath.Join(t.TempDir(), "r.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	pages := func(yield func(gather.Page) bool) {
		for n := range 500 {
			if !yield(gather.Page{ID: fmt.Sprintf("p%03d", n), Bytes: []byte(fmt.Sprintf("The port was shut for %d days, Marrow said.", n+2))}) {
				return
			}
		}
	}
	_, err = r.Add(ctx, pages, hearsay.AddOptions{Workers: 2, Progress: func(p hearsay.Progress) {
		if p.Pages == 100 {
			stop()
		}
	}})
	if !errors.Is(err, context.Canceled) {
		t.Fatalf("stopped: %v", err)
	}
	kept, err := r.Pages(context.Background())
	if err != nil || len(kept) != 100 {
		t.Errorf("%d pages kept, want the 100 that were read; %v", len(kept), err)
	}
	if _, err := r.View(context.Background()); err != nil {
		t.Errorf("view of a stopped run: %v", err)
	}
	added, err := r.Add(context.Background(), pages, hearsay.AddOptions{Workers: 2})
	if err != nil || added.New != 400 || added.Read != 400 {
		t.Errorf("going on: %+v, %v", added, err)
	}
}
