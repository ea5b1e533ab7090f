package hearsay_test

import (
	"context"
	"path/filepath"
	"testing"

	"github.com/hearsay-news/hearsay"
	"github.com/hearsay-news/hearsay/gather"
	"github.com/hearsay-news/hearsay/gather/file"
	"github.com/hearsay-news/hearsay/read"
	"github.com/hearsay-news/hearsay/show/view"
)

// readStory takes a story's pages through a record, as add does.
func readStory(t *testing.T, folder string) story {
	t.Helper()
	shown := record(t, []string{filepath.Join(folder, "pages")}, hearsay.AddOptions{})
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
