package export_test

import (
	"context"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/hearsay-news/hearsay"
	"github.com/hearsay-news/hearsay/gather"
	"github.com/hearsay-news/hearsay/gather/file"
	"github.com/hearsay-news/hearsay/internal/outside"
	"github.com/hearsay-news/hearsay/show/export"
	"github.com/hearsay-news/hearsay/show/view"
)

// odd are pages on which a format trips: characters outside the first plane, an id with a slash and a quote, markup, cells like formulas,
// no date, a page that can't be read.
var odd = []gather.Page{
	{ID: "emoji", Form: gather.Article, Bytes: []byte("🚢🚢 Ferries leave Žďár\n\n“🚢 No ship will sail before 4 April 2023,” 🙂 governor Ilse Marrow told Radio Nord on Monday. " +
		"She said that 12 ships 🚢 had left 𝒮el.\n"), Given: gather.Given{Published: "2023-03-20", Outlet: "Emoji Post", URL: "https://emoji.example/🚢?a=1&b=2"}},
	{ID: `a/b "c", d=1`, Form: gather.HTML, Bytes: []byte("<html><head><title>Harbour &amp; bridge</title></head><body><p>=1+2 is what the harbour office said on Tuesday.</p>" +
		"<p>“+40 percent &lt;more&gt; ships will come,” said Ada Brand, the harbour master, on 21 March 2023.</p></body></html>")},
	{ID: "nothing", Form: gather.Flat, Bytes: nil, Skip: &gather.Skip{Reason: gather.Empty, Detail: "no byte"}},
}

// record makes a record of the invented stories and the odd pages.
func record(t testing.TB) (*hearsay.Record, *view.Record) {
	t.Helper()
	ctx := context.Background()
	r, err := hearsay.Open(ctx, filepath.Join(t.TempDir(), "r.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { r.Close() })
	pages := append(slices.Collect(file.Pages(stories(t), gather.Given{})), odd...)
	if _, err := r.Add(ctx, slices.Values(pages), hearsay.AddOptions{}); err != nil {
		t.Fatal(err)
	}
	shown, err := r.View(ctx)
	if err != nil {
		t.Fatal(err)
	}
	return r, shown
}

var packed = export.Package{Version: "test", Models: "1", Name: "harbour", Dial: view.Dial{Min: 0.5}}

// codePoints is the text of every page, as places count it.
func codePoints(r *view.Record) map[string][]rune {
	out := map[string][]rune{}
	for _, p := range r.Pages {
		if p.Reading != nil {
			out[p.ID] = []rune(string(p.Reading.Page.Text))
		}
	}
	return out
}

// TestCSV holds the data package against another maker's validator, and every place of every table against the page.
func TestCSV(t *testing.T) {
	_, r := record(t)
	folder := t.TempDir()
	files := export.Folder(folder)
	if err := export.CSV(files, r, packed); err != nil {
		t.Fatal(err)
	}
	if err := files.Close(); err != nil {
		t.Fatal(err)
	}
	texts, places := codePoints(r), 0
	var described struct {
		Resources []struct{ Name, Path string }
	}
	raw, err := os.ReadFile(filepath.Join(folder, "datapackage.json"))
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(raw, &described); err != nil {
		t.Fatal(err)
	}
	rows := map[string][]map[string]string{}
	for _, res := range described.Resources {
		rows[res.Name] = readTable(t, filepath.Join(folder, res.Path))
		for n, row := range rows[res.Name] {
			if _, placed := row["start"]; !placed {
				continue
			}
			start, _ := strconv.Atoi(row["start"])
			end, err := strconv.Atoi(row["end"])
			if page := texts[row["page"]]; err != nil || end > len(page) || string(page[start:end]) != strings.ReplaceAll(row["words"], "\r\n", "\n") {
				t.Fatalf("%s row %d: %v are not the words at that place", res.Name, n+1, row)
			}
			places++
		}
	}
	if places < 200 || len(rows["statements"]) < 20 || len(rows["pages"]) != len(r.Pages) {
		t.Errorf("%d places, %d statements, %d pages: the tables are not whole", places, len(rows["statements"]), len(rows["pages"]))
	}
	for _, row := range rows["statements"] {
		s, ok := r.Statement(row["id"])
		if !ok || row["words"] != s.Words || row["confidence"] != strconv.FormatFloat(s.Confidence, 'f', -1, 64) || row["chain"] != view.ChainWords(s.Chain) {
			t.Errorf("statement %v is not as the record has it", row)
		}
	}
	t.Run("frictionless", func(t *testing.T) {
		outside.Run(t, outside.Python(t, "python", "frictionless", "validate", filepath.Join(folder, "datapackage.json")))
	})
}

// readTable reads a table of the data package back.
func readTable(t testing.TB, path string) []map[string]string {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	lines, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	out := []map[string]string{}
	for _, line := range lines[1:] {
		row := map[string]string{}
		for i, name := range lines[0] {
			row[name] = export.Unharmed(line[i])
		}
		out = append(out, row)
	}
	return out
}

// TestUnharmed holds that the guard against formulas gives back what was written.
func TestUnharmed(t *testing.T) {
	for _, c := range []struct{ cell, written string }{{"=1+2", "'=1+2"}, {"'=1+2", "''=1+2"}, {"''@x", "'''@x"}, {"-3", "-3"}, {"'tis", "'tis"}, {"-a", "'-a"}, {"", ""}, {"'", "'"}} {
		if got := export.Harmless(c.cell); got != c.written {
			t.Errorf("%q is written %q, want %q", c.cell, got, c.written)
		}
		if got := export.Unharmed(c.written); got != c.cell {
			t.Errorf("%q is read %q, want %q", c.written, got, c.cell)
		}
	}
}

// TestNarrow holds that a part of a record is whole: rows lead only to rows and pages that are left.
func TestNarrow(t *testing.T) {
	_, r := record(t)
	s := schema(t, "export.schema.json")
	some := r.Pages[3].ID
	for _, c := range []struct {
		filter view.Choice
		left   func(p view.PageRow) bool
	}{
		{view.Choice{Pages: []string{some, "emoji"}}, func(p view.PageRow) bool { return p.ID == some || p.ID == "emoji" }},
		{view.Choice{Outlet: "emoji"}, func(p view.PageRow) bool { return p.Outlet.Name == "Emoji Post" }},
		{view.Choice{Since: "2023-03-21"}, func(p view.PageRow) bool { return p.Published.Latest == nil || *p.Published.Latest >= "2023-03-21" }},
		{view.Choice{Until: "2023-03"}, func(p view.PageRow) bool { return p.Published.Earliest == nil || *p.Published.Earliest < "2023-04" }},
		{view.Choice{By: "marrow"}, func(p view.PageRow) bool { return true }},
		{view.Choice{Stories: []string{r.Findings.Stories[0].ID}}, func(p view.PageRow) bool { return slices.Contains(r.Findings.Stories[0].Pages, p.ID) }},
	} {
		narrow, _, err := view.Narrow(r, c.filter)
		if err != nil {
			t.Fatalf("%+v: %v", c.filter, err)
		}
		if len(narrow.Pages) == 0 || len(narrow.Pages) == len(r.Pages) {
			t.Errorf("%+v leaves %d of %d pages", c.filter, len(narrow.Pages), len(r.Pages))
		}
		for _, p := range narrow.PageRows(packed.Dial) {
			if !c.left(p) {
				t.Errorf("%+v leaves %s of %s, %s", c.filter, p.ID, p.Outlet.Name, p.Published.Words)
			}
		}
		var b strings.Builder
		if err := export.JSON(&b, narrow, export.Whole{Version: "test", Models: "1", MinConfidence: 0.5}); err != nil {
			t.Fatal(err)
		}
		name := fmt.Sprintf("%+v", c.filter)
		validate(t, s, []byte(b.String()), name)
		linked(t, name, []byte(b.String()))
		lengths := codePoints(narrow)
		inside(t, name, []byte(b.String()), func(page string) int { return len(lengths[page]) })
		if c.filter.By != "" {
			for _, x := range narrow.Statements(view.Filter{Dial: view.Dial{All: true}}).Statements {
				if !strings.Contains(view.ChainWords(x.Chain), "Marrow") {
					t.Errorf("%s leaves words of %s", name, view.ChainWords(x.Chain))
				}
			}
		}
	}
	for _, f := range []view.Choice{{Pages: []string{"none"}}, {Stories: []string{"none"}}, {Outlet: "none"}, {By: "nobody at all"}, {Since: "yesterday"}, {Since: "2023-02-30"}, {Until: "2023-13"}} {
		if _, _, err := view.Narrow(r, f); err == nil {
			t.Errorf("%+v is taken", f)
		} else if w, ok := err.(*view.Wrong); !ok || w.Hint == "" {
			t.Errorf("%+v: %v says nothing of what is there", f, err)
		}
	}
}
