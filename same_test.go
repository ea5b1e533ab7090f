package hearsay_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/hearsay-news/hearsay"
	"github.com/hearsay-news/hearsay/gather"
)

// One page under many addresses is as many pages, and its bytes are kept once.
func TestOnePageManyAddresses(t *testing.T) {
	var noise strings.Builder // a comment that no compression makes small
	for r := rand.New(rand.NewPCG(1, 2)); noise.Len() < 200_000; {
		fmt.Fprintf(&noise, "%x", r.Uint64())
	}
	page := []byte("<h1>Port of Sel shut</h1><p>The port of Sel was shut on Monday, governor Ilse Marrow said.</p><!--" + noise.String() + "-->")
	const addresses = 300
	ctx := context.Background()
	path := filepath.Join(t.TempDir(), "r.db")
	record, err := hearsay.Open(ctx, path) // closed below: its size counts
	if err != nil {
		t.Fatal(err)
	}
	added, err := record.Add(ctx, func(yield func(gather.Page) bool) {
		for n := range addresses {
			p := gather.Page{ID: fmt.Sprintf("p%d", n), Bytes: page, Form: gather.HTML, Charset: "utf-8"}
			p.Given.URL = fmt.Sprintf("https://radionord.example/%d", n)
			if !yield(p) {
				return
			}
		}
	}, hearsay.AddOptions{})
	if err != nil || added.New != addresses {
		t.Fatalf("%+v, %v", added, err)
	}
	shown, err := record.View(ctx)
	if err != nil || len(shown.Pages) != addresses || len(shown.Findings.Statements) != 1 {
		t.Errorf("%d pages, %d statements, %v", len(shown.Pages), len(shown.Findings.Statements), err)
	}
	if err := record.Close(); err != nil {
		t.Fatal(err)
	}
	if info, err := os.Stat(path); err != nil || info.Size() > int64(len(page))*addresses/10 {
		t.Errorf("%d bytes kept for %d copies of %d, %v", info.Size(), addresses, len(page), err)
	}
}
