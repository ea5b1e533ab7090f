package sqlite

import (
	"path/filepath"
	"testing"

	"github.com/hearsay-news/hearsay/keep"
	"github.com/hearsay-news/hearsay/keep/conform"
)

func TestConform(t *testing.T) {
	conform.Run(t, func(t *testing.T) keep.Store {
		s := open(t, filepath.Join(t.TempDir(), "r.db"))
		t.Cleanup(func() { shut(t, s) })
		return s
	})
}
