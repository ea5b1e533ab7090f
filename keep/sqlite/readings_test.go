package sqlite

import (
	"context"
	"path/filepath"
	"testing"

	"github.com/hearsay-news/hearsay/gather"
	"github.com/hearsay-news/hearsay/keep"
	"github.com/hearsay-news/hearsay/read"
)

// TestSkipsAreTold holds that the reason why a page has no reading comes back with the keys of what was read.
func TestSkipsAreTold(t *testing.T) {
	s := open(t, filepath.Join(t.TempDir(), "r.db"))
	defer s.Close()
	put(t, s, "port", "The port of Sel is shut.", gather.Given{})
	skipped := keep.Describe(gather.Page{ID: "film", Bytes: []byte("no text")})
	err := s.Update(context.Background(), func(tx keep.Tx) error {
		return tx.PutPage(skipped, []byte("no text"), &read.Reading{ID: "film", Skip: &gather.Skip{Reason: gather.Empty, Detail: "no visible text"}})
	})
	if err != nil {
		t.Fatal(err)
	}
	all, err := asked(s, (*snapshot).Readings)
	if err != nil {
		t.Fatal(err)
	}
	told := 0
	for _, skip := range all {
		if skip != nil {
			told++
			if skip.Reason != gather.Empty || skip.Detail != "no visible text" {
				t.Errorf("skip %+v", skip)
			}
		}
	}
	if len(all) != 2 || told != 1 {
		t.Errorf("%d readings, %d of them skips", len(all), told)
	}
}

// TestQuickCheckReadsNoData holds that a check which need not read the data does not: it finds a page's row, and no fault in its bytes.
func TestQuickCheckReadsNoData(t *testing.T) {
	ctx, path := context.Background(), filepath.Join(t.TempDir(), "r.db")
	s := open(t, path)
	put(t, s, "port", "The port of Sel is shut.", gather.Given{})
	if _, err := s.write.ExecContext(ctx, "UPDATE originals SET data = x'00'"); err != nil {
		t.Fatal(err)
	}
	shut(t, s)
	quick, err := Check(ctx, path, false)
	if err != nil || len(quick.Problems) > 0 {
		t.Errorf("quick: %+v, %v", quick, err)
	}
	whole, err := Check(ctx, path, true)
	if err != nil || len(whole.Problems) == 0 {
		t.Errorf("whole: %+v, %v", whole, err)
	}
}
