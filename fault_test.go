package hearsay

import (
	"bytes"
	"context"
	"log/slog"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/hearsay-news/hearsay/gather"
	"github.com/hearsay-news/hearsay/lang/en"
	"github.com/hearsay-news/hearsay/read"
)

// A fault inside one page stops nothing: the page is a skip of the record, and the stack stands in the log.
func TestFaultInOnePage(t *testing.T) {
	ctx := context.Background()
	r, err := Open(ctx, filepath.Join(t.TempDir(), "r.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	var log bytes.Buffer
	before := slog.Default()
	slog.SetDefault(slog.New(slog.NewTextHandler(&log, nil)))
	defer slog.SetDefault(before)
	a := newAdding(r, AddOptions{Workers: 2})
	a.readPage = func(p gather.Page) *read.Reading {
		if p.ID == "b" {
			return &read.Reading{ID: p.ID, Stack: "room.go:17", Skip: &gather.Skip{Reason: gather.Panic, Detail: "index out of range"}}
		}
		return read.Read(en.Language, p)
	}
	words := []byte("The port of Sel is shut, governor Ilse Marrow said on Monday.")
	pages := []gather.Page{{ID: "a", Bytes: words}, {ID: "b", Bytes: words[1:]}, {ID: "c", Bytes: words[2:]}}
	if err := a.run(ctx, slices.Values(pages)); err != nil {
		t.Fatal(err)
	}
	if len(a.done.Skipped) != 1 || a.done.Skipped[0].Reason != gather.Panic || a.done.Read != 3 {
		t.Errorf("done %+v", a.done)
	}
	if !strings.Contains(log.String(), "room.go:17") || !strings.Contains(log.String(), "page=b") {
		t.Errorf("log: %s", log.String())
	}
	shown, err := r.View(ctx)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range shown.Pages {
		if (p.Skip != nil) != (p.ID == "b") {
			t.Errorf("%s: skip %+v", p.ID, p.Skip)
		}
	}
}
