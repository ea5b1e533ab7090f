package hearsay_test

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/hearsay-news/hearsay"
	"github.com/hearsay-news/hearsay/gather"
	"github.com/hearsay-news/hearsay/gather/file"
)

// A record that release 0.1 wrote is shown as it lies, and brought up to date by whoever writes to it: nothing of it is lost. The file holds the pages of
// examples/harbour.
func TestRecordOf01(t *testing.T) {
	ctx, path := context.Background(), filepath.Join(t.TempDir(), "r.db")
	kept, err := os.ReadFile("testdata/records/0.1.db")
	if err == nil {
		err = os.WriteFile(path, kept, 0o644)
	}
	if err != nil {
		t.Fatal(err)
	}
	fresh, err := hearsay.Open(ctx, filepath.Join(t.TempDir(), "fresh.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer fresh.Close()
	if _, err := fresh.Add(ctx, file.Pages([]string{"examples/harbour/pages"}, gather.Given{}), hearsay.AddOptions{}); err != nil {
		t.Fatal(err)
	}
	shown, err := fresh.View(ctx)
	if err != nil {
		t.Fatal(err)
	}
	want := exported(t, shown)

	looked, err := hearsay.OpenReadOnly(ctx, path)
	if err != nil {
		t.Fatal(err)
	}
	shown, err = looked.View(ctx)
	if err != nil {
		t.Fatal(err)
	}
	if got := exported(t, shown); got != want {
		t.Errorf("as it lies:\n%s", cmp.Diff(want, got))
	}
	if hits, err := looked.Search(ctx, "port", 5); err != nil || len(hits) == 0 {
		t.Errorf("search: %d, %v", len(hits), err)
	}
	if err := looked.Close(); err != nil {
		t.Fatal(err)
	}
	if after, err := os.ReadFile(path); err != nil || string(after) != string(kept) {
		t.Errorf("looking changed it: %v", err)
	}
	if found, err := hearsay.Check(ctx, path, true); err != nil || len(found.Problems) > 0 {
		t.Errorf("check: %+v, %v", found, err)
	}

	written, err := hearsay.Open(ctx, path)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := written.Add(ctx, file.Pages(nil, gather.Given{}), hearsay.AddOptions{}); err != nil {
		t.Fatal(err)
	}
	shown, err = written.View(ctx)
	if err != nil {
		t.Fatal(err)
	}
	if got := exported(t, shown); got != want {
		t.Errorf("brought up to date:\n%s", cmp.Diff(want, got))
	}
	if err := written.Close(); err != nil {
		t.Fatal(err)
	}
	if found, err := hearsay.Check(ctx, path, true); err != nil || len(found.Problems) > 0 || !found.Sealed {
		t.Errorf("check afterwards: %+v, %v", found, err)
	}
}
