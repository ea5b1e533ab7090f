package file

import (
	"compress/gzip"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/hearsay-news/hearsay/gather"
)

// lay writes files below a new folder.
func lay(t *testing.T, files map[string]string) string {
	t.Helper()
	root := t.TempDir()
	for name, content := range files {
		path := filepath.Join(root, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return root
}

// row is a page as these tests compare it.
func row(p gather.Page) string {
	out := p.ID
	if p.Skip != nil {
		return out + " " + string(p.Skip.Reason)
	}
	return fmt.Sprintf("%s %d %q %+v", out, p.Form, p.Bytes, p.Given)
}

func rows(paths []string, given gather.Given) []string {
	var out []string
	for p := range Pages(paths, given) {
		out = append(out, row(p))
	}
	return out
}

func TestFolder(t *testing.T) {
	root := lay(t, map[string]string{
		"b.txt": "B", "a.HTML": "A", "c.htm": "C", "picture.png": "x", "LICENSE": "y", ".git/x.txt": "z", ".x.txt": "z",
		"sub/b.txt": "B2", "sub/deep/d.txt": "D", "sub/pages.csv": "id,outlet\nd,Never: it is for its own folder\nb,Daily Sel\n",
		"pages.csv": "\ufefffile, URL ,outlet,title,published,fetched\nb.txt,https://nord.example/b,Radio Nord,Port shut,2021-07-18,2021-07-19\n",
		"w.jsonl":   "{\"id\":\"w1\",\"text\":\"W\",\"outlet\":\"Nordpress\"}\n\n{\"id\":\"w2\",\"html\":\"<p>W</p>\",\"form\":\"page\"}\n",
		"empty.txt": "", "folder.txt/inside.txt": "I",
	})
	given := gather.Given{Outlet: "Else", Fetched: "2023-01-01"}
	want := []string{
		"LICENSE unknown-format",
		`a 1 "A" {URL: Outlet:Else Title: Published: Fetched:2023-01-01}`,
		`b.txt 0 "B" {URL:https://nord.example/b Outlet:Radio Nord Title:Port shut Published:2021-07-18 Fetched:2021-07-19}`,
		`c 1 "C" {URL: Outlet:Else Title: Published: Fetched:2023-01-01}`,
		`empty 0 "" {URL: Outlet:Else Title: Published: Fetched:2023-01-01}`,
		`inside 0 "I" {URL: Outlet:Else Title: Published: Fetched:2023-01-01}`,
		"picture unknown-format",
		`sub/b.txt 0 "B2" {URL: Outlet:Daily Sel Title: Published: Fetched:2023-01-01}`,
		`d 0 "D" {URL: Outlet:Else Title: Published: Fetched:2023-01-01}`,
		`w1 0 "W" {URL: Outlet:Nordpress Title: Published: Fetched:2023-01-01}`,
		`w2 1 "<p>W</p>" {URL: Outlet:Else Title: Published: Fetched:2023-01-01}`,
	}
	if diff := cmp.Diff(want, rows([]string{root}, given)); diff != "" {
		t.Error(diff)
	}
	// Given by name and in their folder, files are read once, under the same ids.
	twice := []string{filepath.Join(root, "b.txt"), root, filepath.Join(root, "sub")}
	if diff := cmp.Diff(len(want), len(rows(twice, given))); diff != "" {
		t.Error(diff)
	}
}

func TestNamedFiles(t *testing.T) {
	root := lay(t, map[string]string{"notes": "N", "page.md": "M", "x/port.txt": "1", "y/port.txt": "2"})
	at := func(name string) string { return filepath.Join(root, name) }
	got := rows([]string{at("notes"), at("page.md"), at("x/port.txt"), at("y/port.txt"), at("gone.txt"), os.DevNull}, gather.Given{})
	for i, want := range []string{`notes 0 "N"`, `page 0 "M"`, at("x/port.txt")[1:] + ` 0 "1"`, at("y/port.txt")[1:] + ` 0 "2"`, "gone unreadable", "null unreadable"} {
		if !strings.HasPrefix(got[i], want) {
			t.Errorf("%d: got %s, want %s", i, got[i], want)
		}
	}
	if missing := Missing([]string{at("notes"), at("gone.txt")}); missing != at("gone.txt") {
		t.Errorf("missing: %q", missing)
	}
}

// A file that goes away, grows or is too large while a folder is read costs only itself.
func TestFilesThatChange(t *testing.T) {
	root := lay(t, map[string]string{"a.txt": "A", "b.txt": "B", "c.txt": "C", "d.jsonl": `{"id":"d","text":"D"}`})
	large := filepath.Join(root, "e.txt")
	if err := os.WriteFile(large, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.Truncate(large, gather.MaxBytes+1); err != nil {
		t.Fatal(err)
	}
	var got []string
	for p := range Pages([]string{root}, gather.Given{}) {
		got = append(got, strings.SplitN(row(p), " {", 2)[0])
		if p.ID == "a" {
			for _, name := range []string{"b.txt", "d.jsonl"} {
				if err := os.Remove(filepath.Join(root, name)); err != nil {
					t.Fatal(err)
				}
			}
		}
	}
	if diff := cmp.Diff([]string{`a 0 "A"`, "b unreadable", `c 0 "C"`, "d unreadable", "e too-large"}, got); diff != "" {
		t.Error(diff)
	}
}

func TestBrokenTable(t *testing.T) {
	for table, want := range map[string]string{
		"file,author\na.txt,Nobody\n":  `line 1: no column "author": there are id or file, url, outlet, title, published, fetched`,
		"outlet\nRadio Nord\n":         "line 1: a column id or file is needed",
		"file,outlet\na.txt\n":         "wrong number of fields",
		"file,outlet\na.txt,\"Radio\n": "quote",
	} {
		root := lay(t, map[string]string{"pages.csv": table, "a.txt": "A"})
		for p := range Pages([]string{root}, gather.Given{}) {
			if p.Skip == nil || p.Skip.Reason != gather.BadInput || !strings.Contains(p.Skip.Detail, want) {
				t.Errorf("%q: skip %+v, want %q", table, p.Skip, want)
			}
		}
	}
	root := lay(t, map[string]string{"pages.csv": "", "a.txt": "A"})
	if got := rows([]string{root}, gather.Given{}); len(got) != 1 || !strings.HasPrefix(got[0], `a 0 "A"`) {
		t.Errorf("empty table: %v", got)
	}
}

// Lines are independent of how they end and of each other; a stream may stop anywhere.
func TestLines(t *testing.T) {
	tooLong := `{"id":"long","text":"` + strings.Repeat("x", maxLine) + `"}`
	in := "{\"id\":\"a\",\"text\":\"A\"}\r\n" + tooLong + "\n{\"id\":\"b\",\"text\":\"B\\u00e9\\ud800\"}\n{\"html\":\"x\",\"id\":\"c\",\"text\":\"\xff"
	var got []string
	for p := range Lines(strings.NewReader(in), "test") {
		got = append(got, strings.SplitN(row(p), " {", 2)[0])
	}
	if diff := cmp.Diff([]string{`a 0 "A"`, "long too-large", `b 0 "B\u00e9\ufffd"`, "c bad-input"}, strings.Split(strings.ReplaceAll(strings.Join(got, "\n"), "Bé\ufffd", `B\u00e9\ufffd`), "\n")); diff != "" {
		t.Error(diff)
	}
	for range Lines(strings.NewReader(in), "test") {
		break // the caller may stop
	}
}

func FuzzLines(f *testing.F) {
	f.Add([]byte(`{"id":"a","text":"A"}`))
	f.Add([]byte(`{"id":"a","sentences":[["A","b"],[]],"form":"article"}`))
	f.Add([]byte("\n{\"id\":3}\n[[[["))
	f.Fuzz(func(t *testing.T, in []byte) {
		lines := 0
		for p := range Lines(strings.NewReader(string(in)), "fuzz") {
			lines++
			if p.ID == "" {
				t.Error("a page without an id")
			}
		}
		if blank := strings.Count(string(in), "\n") + 1; lines > blank {
			t.Errorf("%d pages of %d lines", lines, blank)
		}
	})
}

// A file's type is what it holds: a saved feed is its items, whatever it is called, in a folder, by name and in an archive.
func TestSavedFeeds(t *testing.T) {
	rss := `<?xml version="1.0"?><!-- kept --><rss version="2.0"><channel><title>N</title><link>https://a.example/</link><item><title>Port &amp;amp; pier</title><link>/1?token=x</link>` +
		`<pubDate>Fri, 11 Oct 2013 22:05:00 EST</pubDate><description>&lt;p&gt;Shut.&lt;/p&gt;</description></item><item><title>No text</title><link>/2</link></item></channel></rss>`
	root := lay(t, map[string]string{"a.rss": rss, "b.xml": rss, "c.html": rss, "d.xml": "<note>no feed</note>", "e.php": "<!-- x --><!DOCTYPE html><p>page",
		"f.xml": `<urlset><url><loc>https://a.example/3</loc></url></urlset>`, "g.json": `{"version":"https://jsonfeed.org/version/1","items":[{"url":"https://a.example/4","content_text":"Shut."}]}`})
	var got []string
	for p := range Pages([]string{root}, gather.Given{Outlet: "Nord"}) {
		got = append(got, strings.TrimSpace(row(p)+" "+p.Given.Title+" "+p.Given.Published))
	}
	for i, line := range got {
		t.Log(i, line)
	}
	if len(got) != 10 {
		t.Fatalf("got %d rows", len(got))
	}
	for i, want := range map[int]string{0: "a.example/1", 1: "a.example/2 empty", 2: "a.example/1", 4: "a.example/1", 6: "d unknown-format", 7: "e ", 8: "f unknown-format", 9: "a.example/4"} {
		if !strings.HasPrefix(got[i], want) {
			t.Errorf("row %d is %q, want %q", i, got[i], want)
		}
	}
	if !strings.HasSuffix(got[0], "Port & pier 2013-10-11T22:05:00-05:00") {
		t.Errorf("got %q", got[0])
	}
}

// What a file is, its first bytes tell where its name does not.
func TestMagic(t *testing.T) {
	packed := func(s string) string {
		var b strings.Builder
		z := gzip.NewWriter(&b)
		io.WriteString(z, s)
		z.Close()
		return b.String()
	}
	record := "WARC/1.0\r\nWARC-Type: resource\r\nWARC-Target-URI: https://a.example/w\r\nContent-Type: text/html\r\nContent-Length: 6\r\n\r\n<p>one\r\n\r\n"
	root := lay(t, map[string]string{"a": record, "b.bin": packed(record), "c.html.gz": packed("<p>page"), "d.gz": packed(`{"id":"j","text":"x"}` + "\n"),
		"e": string(zipped(t, map[string][]byte{"z.html": []byte("<p>zip")})), "f.gz": packed("<!doctype html><p>page"), "g.docx": "PK\x03\x04", "h.html.gz": packed("<p>page")[:20]})
	var got []string
	for p := range Pages([]string{root}, gather.Given{}) {
		got = append(got, strings.TrimSpace(row(p)+" "+string(p.Bytes)))
	}
	for i, want := range []string{"a.example/w", "a.example/w", "c", "j", "z", "f", "g unknown-format", "h"} {
		if i >= len(got) || !strings.HasPrefix(got[i], want) {
			t.Fatalf("row %d: got %q", i, got)
		}
	}
}
