package file

import (
	"archive/zip"
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/hearsay-news/hearsay/gather"
	"github.com/hearsay-news/hearsay/gather/warc"
)

func zipped(t *testing.T, files map[string][]byte) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	names := make([]string, 0, len(files))
	for name := range files {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		w, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		w.Write(files[name])
	}
	z.Close()
	return b.Bytes()
}

// Pages come out of archives, and out of archives inside archives, as if they lay in a folder.
func TestContainers(t *testing.T) {
	capture, err := warc.Write(&gather.Capture{URL: "https://a.example/1", Time: "2023-06-02T08:55:10Z", Status: "200 OK",
		Header: map[string][]string{"Content-Type": {"text/html"}}, Body: []byte("<p>from a crawl")})
	if err != nil {
		t.Fatal(err)
	}
	inner := zipped(t, map[string][]byte{"deep.txt": []byte("deep"), "deeper.zip": zipped(t, map[string][]byte{"x.txt": []byte("x")})})
	folder := t.TempDir()
	for name, raw := range map[string][]byte{
		"a.zip":          zipped(t, map[string][]byte{"one.html": []byte("<p>one"), "two.txt": []byte("two"), "logo.png": {1}, "crawl.warc.gz": capture, "inner.zip": inner}),
		"letter.eml":     []byte("Subject: News\r\nDate: Fri, 2 Jun 2023 10:55:10 +0200\r\n\r\nThe port is shut."),
		"broken.zip":     []byte("PK\x03\x04"),
		"articles.jsonl": []byte(`{"id":"j1","text":"The port is shut."}` + "\n" + `{"maintext":"Shut.","url":"https://b.example/2","date_publish":"2023-06-02 08:55:10"}` + "\n"),
		"single.html":    []byte("<!-- Page saved with SingleFile \n url: https://c.example/3 \n saved date: Fri Jun 02 2023 10:55:10 GMT+0200 (CEST) --><p>single"),
	} {
		if err := os.WriteFile(filepath.Join(folder, name), raw, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	got := map[string]gather.Page{}
	for p := range Pages([]string{folder}, gather.Given{Outlet: "Radio Nord"}) {
		got[p.ID] = p
	}
	for id, want := range map[string]string{"one": "<p>one", "two": "two", "a.example/1": "<p>from a crawl", "deep": "deep", "letter": "The port is shut.", "j1": "The port is shut.", "b.example/2": "Shut."} {
		if p := got[id]; string(p.Bytes) != want || p.Skip != nil || p.Given.Outlet != "Radio Nord" {
			t.Errorf("%s: got %+v", id, p)
		}
	}
	for _, id := range []string{"logo", "broken", "deeper"} {
		if p := got[id]; p.Skip == nil {
			t.Errorf("%s: got %+v, want a skip", id, p)
		}
	}
	if g := got["single"].Given; g.URL != "https://c.example/3" || g.Fetched == "" || g.Published != "" {
		t.Errorf("single: given %+v", g)
	}
	if g := got["b.example/2"].Given; g.Published != "2023-06-02T08:55:10" {
		t.Errorf("news-please line: given %+v", g)
	}
}
