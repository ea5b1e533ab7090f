package feed

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/mmcdole/gofeed"

	"github.com/hearsay-news/hearsay/internal/outside"
	"github.com/hearsay-news/hearsay/show/sample"
	"github.com/hearsay-news/hearsay/show/view"
)

// TestFeeds writes both forms of an ordinary and of a hostile record, reads them back, and lets other makers' parsers judge.
func TestFeeds(t *testing.T) {
	for name, r := range map[string]*view.Record{"bridge": sample.Record(), "hostile": sample.Hostile()} {
		f := Of(r, Options{Title: "A story & more", Home: "http://localhost:1", Self: "http://localhost:1/new.atom", Dial: view.Dial{}})
		if len(f.Items) == 0 {
			t.Fatalf("%s: nothing is new", name)
		}
		var atom, jsons bytes.Buffer
		if err := Atom(&atom, f); err != nil {
			t.Fatal(err)
		}
		if err := JSON(&jsons, f); err != nil {
			t.Fatal(err)
		}
		for form, raw := range map[string][]byte{"atom": atom.Bytes(), "json": jsons.Bytes()} {
			read, err := gofeed.NewParser().Parse(bytes.NewReader(raw))
			if err != nil {
				t.Fatalf("%s, %s: %v", name, form, err)
			}
			if len(read.Items) != len(f.Items) {
				t.Errorf("%s, %s: %d of %d items", name, form, len(read.Items), len(f.Items))
			}
			for i, item := range read.Items {
				if item.GUID != f.Items[i].ID || !strings.HasPrefix(f.Items[i].Updated, item.UpdatedParsed.Format("2006-01-02")) {
					t.Errorf("%s, %s: %+v is not %+v", name, form, item, f.Items[i])
				}
			}
		}
		path := filepath.Join(t.TempDir(), "feed.atom")
		if err := os.WriteFile(path, atom.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
		t.Run(name+" xmllint", func(t *testing.T) {
			lint, err := exec.LookPath("xmllint")
			if err != nil {
				t.Skip("xmllint is not installed; ./test installs it")
			}
			outside.Run(t, exec.Command(lint, "--noout", path))
		})
		t.Run(name+" feedparser", func(t *testing.T) { outside.Run(t, outside.Script(t, "feed.py", path, strconv.Itoa(len(f.Items)))) })
	}
}

// TestNewest holds that what came in last stands first, that a filter holds, and that equal records give equal bytes.
func TestNewest(t *testing.T) {
	r := sample.Record()
	pages := slices.Clone(r.Pages)
	late := r.Findings.Statements[0].Accounts[0].Page
	for i := range pages {
		pages[i].Added = "2023-01-01T10:00:00Z"
		if pages[i].ID == late {
			pages[i].Added = "2023-05-05T10:00:00Z"
		}
	}
	shown := view.New(pages, r.Findings)
	f := Of(shown, Options{Title: "x", Dial: view.Dial{}})
	if f.Updated != "2023-05-05T10:00:00Z" || !strings.Contains(f.Items[0].Words, "("+late+" ") {
		t.Errorf("updated %s, first %+v", f.Updated, f.Items[0])
	}
	sure := Of(shown, Options{Title: "x", Dial: view.Dial{Min: 0.9}})
	if len(sure.Items) >= len(f.Items) {
		t.Errorf("%d items at the dial, %d without", len(sure.Items), len(f.Items))
	}
	var a, b bytes.Buffer
	if JSON(&a, f) != nil || JSON(&b, Of(view.New(pages, r.Findings), f.Options)) != nil || a.String() != b.String() || !json.Valid(a.Bytes()) {
		t.Error("two feeds of one record differ")
	}
}
