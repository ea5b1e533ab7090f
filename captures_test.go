package hearsay_test

import (
	"bytes"
	"compress/gzip"
	"context"
	"io"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"github.com/hearsay-news/hearsay"
	"github.com/hearsay-news/hearsay/gather/warc"
	"github.com/hearsay-news/hearsay/gather/web"
)

// A page that was fetched is kept with its exchange as a WARC record, is not fetched again while it stays the same, and becomes a new version
// when it changes.
func TestFetchedPages(t *testing.T) {
	body := "<html><title>Port shut</title><p>The port of Sel was shut on Monday, the governor said.</p></html>"
	site := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path != "/1" {
			http.NotFound(w, r)
			return
		}
		tag := `"` + string(rune('a'+len(body)%26)) + `"`
		if r.Header.Get("If-None-Match") == tag {
			w.WriteHeader(http.StatusNotModified)
			return
		}
		w.Header().Set("ETag", tag)
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		io.WriteString(w, body)
	}))
	defer site.Close()
	ctx := context.Background()
	record := opened(t, ctx)
	add := func() hearsay.Added {
		t.Helper()
		client := web.NewClient(web.Options{AllowPrivate: true, Pause: time.Nanosecond})
		added, err := record.Add(ctx, client.Pages(ctx, site.URL+"/1", func(url string) (web.Known, bool) { return record.Known(ctx, url) }), hearsay.AddOptions{})
		if err != nil {
			t.Fatal(err)
		}
		return added
	}
	if first := add(); first.New != 1 || first.Read != 1 {
		t.Errorf("first: %+v", first)
	}
	if again := add(); again.Pages != 0 {
		t.Errorf("unchanged: %+v", again)
	}
	before := body
	body = "<html><title>Port open</title><p>The port of Sel was opened on Friday, the governor said.</p></html>"
	if changed := add(); changed.New != 1 {
		t.Errorf("changed: %+v", changed)
	}
	pages, err := record.Pages(ctx)
	if err != nil || len(pages) != 2 || len(pages[0].Versions) != 1 {
		t.Fatalf("got %+v, %v", pages, err)
	}
	versions, err := record.Versions(ctx, pages[0].ID)
	if err != nil || len(versions) != 2 {
		t.Errorf("got %d versions, %v", len(versions), err)
	}
	var archive bytes.Buffer
	if err := record.WriteCaptures(ctx, &archive); err != nil {
		t.Fatal(err)
	}
	var bodies []string
	for p := range warc.Pages(&archive, "captures") {
		bodies = append(bodies, string(p.Bytes))
	}
	slices.Sort(bodies)
	want := []string{before, body}
	slices.Sort(want)
	if !slices.Equal(slices.Compact(bodies), want) {
		t.Errorf("kept %q", bodies)
	}
}

// The feed that led to a page is kept beside the page, and is asked for anew each time.
func TestFetchedFeed(t *testing.T) {
	var asked int
	site := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("ETag", `"same"`)
		if r.Header.Get("If-None-Match") != "" {
			w.WriteHeader(http.StatusNotModified)
			return
		}
		switch r.URL.Path {
		case "/rss":
			asked++
			io.WriteString(w, `<rss version="2.0"><channel><item><title>Port shut</title><link>/1</link><pubDate>Sun, 18 Jul 2021 09:00:00 GMT</pubDate></item></channel></rss>`)
		case "/1":
			w.Header().Set("Content-Type", "text/html")
			io.WriteString(w, "<p>The port of Sel was shut on Monday, the governor said.")
		default:
			http.NotFound(w, r)
		}
	}))
	defer site.Close()
	ctx := context.Background()
	record := opened(t, ctx)
	for range 2 {
		client := web.NewClient(web.Options{AllowPrivate: true, Pause: time.Nanosecond})
		pages := client.Pages(ctx, site.URL+"/rss", func(url string) (web.Known, bool) { return record.Known(ctx, url) })
		if _, err := record.Add(ctx, pages, hearsay.AddOptions{}); err != nil {
			t.Fatal(err)
		}
	}
	var archive bytes.Buffer
	if err := record.WriteCaptures(ctx, &archive); err != nil {
		t.Fatal(err)
	}
	plain, err := io.ReadAll(must(gzip.NewReader(&archive)))
	if err != nil || bytes.Count(plain, []byte("WARC-Target-URI: "+site.URL)) != 2 || !bytes.Contains(plain, []byte("<pubDate>")) || asked != 2 {
		t.Errorf("asked %d times, kept %s, %v", asked, plain, err)
	}
}

// opened is a new record that is closed with the test.
func opened(t *testing.T, ctx context.Context) *hearsay.Record {
	t.Helper()
	record, err := hearsay.Open(ctx, filepath.Join(t.TempDir(), "r.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { record.Close() })
	return record
}

func must[T any](value T, err error) T {
	if err != nil {
		panic(err)
	}
	return value
}
