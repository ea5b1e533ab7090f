package main

import (
	"bytes"
	"strings"
	"testing"

	"github.com/hearsay-news/hearsay"
)

// Where nobody watches a line is told for each tenth of the pages, for each thousand where their number is not known, none for a few pages.
func TestTenths(t *testing.T) {
	for _, c := range []struct {
		count, pages, lines int
		last                string
	}{
		{2000, 2000, 10, "2000 of 2000 pages read"},
		{1000, 999, 9, "900 of 1000 pages read"},
		{-1, 3500, 3, "3000 pages read"},
		{1, 3500, 3, "3000 pages read"}, // one web archive
		{150, 150, 0, ""},
		{5, 199, 0, ""},
	} {
		var out bytes.Buffer
		tell := tenths(c.count, streams{err: &out})
		for n := 1; n <= c.pages; n++ {
			tell(hearsay.Progress{Pages: n})
		}
		if got := strings.Count(out.String(), "\n"); got != c.lines || !strings.HasSuffix(strings.TrimSpace(out.String()), c.last) {
			t.Errorf("%d of %d pages: %d lines, want %d:\n%s", c.pages, c.count, got, c.lines, out.String())
		}
	}
}
