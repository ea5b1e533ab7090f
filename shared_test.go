package hearsay_test

import (
	"context"
	"iter"
	"path/filepath"
	"slices"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/hearsay-news/hearsay"
	"github.com/hearsay-news/hearsay/eval/grow"
	"github.com/hearsay-news/hearsay/gather"
	"github.com/hearsay-news/hearsay/gather/file"
	"github.com/hearsay-news/hearsay/internal/server"
)

func openAt(t *testing.T, where string) *hearsay.Record {
	t.Helper()
	r, err := hearsay.Open(context.Background(), where)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { r.Close() })
	return r
}

// A record in a database says the same as one in a file.
func TestSharedIsTheSame(t *testing.T) {
	ctx, grown := context.Background(), 200
	if testing.Short() {
		grown = 30
	}
	for what, pages := range map[string]iter.Seq[gather.Page]{
		"examples": file.Pages([]string{"examples/harbour/pages", "testdata/records"}, gather.Given{}),
		"grown":    grow.PagesOf(5, grown, 10),
	} {
		here, there := openAt(t, filepath.Join(t.TempDir(), "r.db")), openAt(t, server.Record(t))
		for _, r := range []*hearsay.Record{here, there} {
			if _, err := r.Add(ctx, pages, hearsay.AddOptions{}); err != nil {
				t.Fatal(err)
			}
		}
		whole := shownOf(t, here)
		if diff := cmp.Diff(exported(t, whole), exported(t, shownOf(t, there))); diff != "" {
			t.Errorf("%s: %s", what, diff)
		}
		sameLists(t, whole, looked(t, there))
	}
}

// Two who add at once, and one who looks on, leave what one would have left.
func TestAddedAtOnce(t *testing.T) {
	ctx, address := context.Background(), server.Record(t)
	all := slices.Collect(grow.PagesOf(6, 30, 10))
	var adding sync.WaitGroup
	for n := range 2 {
		r := openAt(t, address)
		adding.Go(func() {
			for part := range slices.Chunk(all[n*10:n*10+20], 5) { // ten of them by both
				if _, err := r.Add(ctx, slices.Values(part), hearsay.AddOptions{Workers: 1}); err != nil {
					t.Error(err)
				}
				if look, err := r.Look(ctx); err != nil {
					t.Error(err)
				} else if err := look.Close(); err != nil {
					t.Error(err)
				}
			}
		})
	}
	adding.Wait()
	there := openAt(t, address)
	if _, err := there.Add(ctx, slices.Values(all[:1]), hearsay.AddOptions{}); err != nil { // what one of them kept last may lack the other's
		t.Fatal(err)
	}
	here := openAt(t, filepath.Join(t.TempDir(), "r.db"))
	if _, err := here.Add(ctx, slices.Values(all), hearsay.AddOptions{}); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(exported(t, shownOf(t, here)), exported(t, shownOf(t, there))); diff != "" {
		t.Error(diff)
	}
}

func TestRecordsAreNamedWithoutSecrets(t *testing.T) {
	for where, want := range map[string][2]string{
		"saved/port.db": {"saved/port.db", "port.db"},
		"postgres://desk:secret@db.example/news?search_path=desk": {"postgres://db.example/news?search_path=desk", "news"},
	} {
		if got := [2]string{hearsay.Shown(where), hearsay.Titled(where)}; got != want {
			t.Errorf("%s: %q", where, got)
		}
	}
}
