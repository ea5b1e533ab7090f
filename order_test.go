package hearsay_test

import (
	"context"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/hearsay-news/hearsay"
	"github.com/hearsay-news/hearsay/eval/grow"
	"github.com/hearsay-news/hearsay/gather"
	"github.com/hearsay-news/hearsay/show/export"
)

// However pages came and went, in whatever batches and order, the record says what one says that was made of the pages that are left at once; and so do
// the rows that were kept from step to step.
func TestAnyOrder(t *testing.T) {
	ctx := context.Background()
	all := slices.Collect(grow.PagesOf(7, 48, 10))
	for seed := range uint64(2) {
		r := rand.New(rand.NewPCG(seed, 9))
		open := func(name string) *hearsay.Record {
			record, err := hearsay.Open(ctx, filepath.Join(t.TempDir(), name))
			if err != nil {
				t.Fatal(err)
			}
			t.Cleanup(func() { record.Close() })
			return record
		}
		changed := open("changed.db")
		there := map[string]bool{}
		order := r.Perm(len(all))
		for step := 0; len(order) > 0 || step < 6; step++ {
			if n := min(len(order), 1+r.IntN(14)); n > 0 && r.IntN(4) > 0 {
				var batch []gather.Page
				for _, i := range order[:n] {
					batch = append(batch, all[i])
					there[all[i].ID] = true
				}
				order = order[n:]
				if _, err := changed.Add(ctx, slices.Values(batch), hearsay.AddOptions{}); err != nil {
					t.Fatal(err)
				}
				continue
			}
			var gone []string
			for _, p := range all {
				if there[p.ID] && r.IntN(9) == 0 {
					gone = append(gone, p.ID)
					there[p.ID] = false
				}
			}
			if len(gone) == 0 {
				continue
			}
			if err := changed.Remove(ctx, gone...); err != nil {
				t.Fatal(err)
			}
		}
		var left []gather.Page
		for _, p := range all {
			if there[p.ID] {
				left = append(left, p)
			}
		}
		once := open("once.db")
		if _, err := once.Add(ctx, slices.Values(left), hearsay.AddOptions{}); err != nil {
			t.Fatal(err)
		}
		if want, got := exported(t, shownOf(t, once)), exported(t, shownOf(t, changed)); want != got {
			t.Errorf("%d pages of %d:\n%s", len(left), len(all), cmp.Diff(want, got))
		}
		sameLists(t, shownOf(t, once), looked(t, changed))
		if want, got := exported(t, shownOf(t, once)), streamed(t, changed); want != got {
			t.Errorf("what is written as it is read differs:\n%s", cmp.Diff(want, got))
		}
	}
}

// streamed is the export of a record that is written as it is read.
func streamed(t *testing.T, r *hearsay.Record) string {
	t.Helper()
	look, err := r.Look(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	defer look.Close()
	if !look.Kept() {
		t.Fatal("the record was loaded")
	}
	var b strings.Builder
	if err := export.JSONOf(&b, look.Stream(), export.Whole{Version: "test", Models: "1", All: true}); err != nil {
		t.Fatal(err)
	}
	return b.String()
}
