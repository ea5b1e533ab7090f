package hearsay_test

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/hearsay-news/hearsay"
	"github.com/hearsay-news/hearsay/gather/web"
	"github.com/hearsay-news/hearsay/internal/server"
	"github.com/hearsay-news/hearsay/show/view"
)

// newsroom is a site with a feed, whose pages change while it is watched.
type newsroom struct {
	*httptest.Server
	mu    sync.Mutex
	items []string          // paths in the feed
	pages map[string]string // path → words; "429", "500", "> path" answer so
	asked map[string]int    // path → full answers
	spare map[string]int    // path → not modified
	late  bool              // the feed asks to be left alone for an hour
}

func newNewsroom(t *testing.T) *newsroom {
	n := &newsroom{pages: map[string]string{}, asked: map[string]int{}, spare: map[string]int{}}
	n.Server = httptest.NewServer(n)
	t.Cleanup(n.Close)
	return n
}

func (n *newsroom) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	n.mu.Lock()
	defer n.mu.Unlock()
	path, body := r.URL.Path, n.pages[r.URL.Path]
	switch {
	case path == "/robots.txt":
		io.WriteString(w, "User-agent: *\nDisallow: /secret\n")
		return
	case path == "/rss" && n.late, body == "429":
		n.asked[path]++
		w.Header().Set("Retry-After", "3600")
		w.WriteHeader(http.StatusTooManyRequests)
		return
	case path == "/rss":
		var items strings.Builder
		for _, p := range n.items {
			fmt.Fprintf(&items, "<item><title>T</title><link>%s</link></item>", p)
		}
		w.Header().Set("Content-Type", "application/rss+xml")
		body = `<rss version="2.0"><channel><title>N</title>` + items.String() + "</channel></rss>"
	case strings.HasPrefix(body, "> "):
		http.Redirect(w, r, body[2:], http.StatusMovedPermanently)
		return
	case body == "500":
		n.asked[path]++
		w.WriteHeader(http.StatusInternalServerError)
		return
	case body == "":
		http.NotFound(w, r)
		return
	default:
		w.Header().Set("Content-Type", "text/html")
		body = "<html><body><h1>Port of Sel</h1><p>" + body + "</p></body></html>"
	}
	tag := fmt.Sprintf("%q", fmt.Sprint(len(body), body[len(body)/2:]))
	w.Header().Set("ETag", strings.ReplaceAll(tag, "\n", " "))
	if r.Header.Get("If-None-Match") == w.Header().Get("ETag") {
		n.spare[path]++
		w.WriteHeader(http.StatusNotModified)
		return
	}
	n.asked[path]++
	io.WriteString(w, body)
}

func (n *newsroom) change(change func()) {
	n.mu.Lock()
	defer n.mu.Unlock()
	change()
}

// rounds watches the newsroom: before each round but the first, the clock goes on by ten minutes and a step changes the site. It returns what was heard.
func (n *newsroom) rounds(t *testing.T, where string, steps ...func()) []hearsay.Round {
	t.Helper()
	var heard []hearsay.Round
	var mu sync.Mutex
	at := time.Date(2024, 5, 6, 7, 0, 0, 0, time.UTC)
	clock := func() time.Time {
		mu.Lock()
		defer mu.Unlock()
		return at
	}
	ctx, stop := context.WithCancel(context.Background())
	defer stop()
	err := hearsay.Watch(ctx, where, []string{n.URL + "/rss"}, hearsay.WatchOptions{
		Every: 10 * time.Minute,
		Fetch: web.Options{AllowPrivate: true, Pause: time.Nanosecond, RetryPause: time.Nanosecond, Retries: -1, Now: clock},
		Dial:  view.Dial{Min: .5},
		Heard: func(r hearsay.Round) error { heard = append(heard, r); return nil },
		Wait: func(ctx context.Context, d time.Duration) error {
			mu.Lock()
			at = at.Add(d)
			mu.Unlock()
			if len(steps) == 0 {
				stop()
				return ctx.Err()
			}
			n.change(steps[0])
			steps = steps[1:]
			return nil
		},
	})
	if err != nil {
		t.Fatal(err)
	}
	return heard
}

func told(r hearsay.Round) string {
	return fmt.Sprintf("%d pages, %d statements, %d figures, %d disagreements, %d failed", len(r.Fresh.Pages), len(r.Fresh.Statements), len(r.Fresh.Figures), len(r.Fresh.Disagreements), len(r.Failed))
}

func TestWatch(t *testing.T) {
	const first = "The port of Sel was open on Monday, governor Ilse Marrow said. Nine trucks crossed."
	for name, where := range map[string]string{"file": filepath.Join(t.TempDir(), "r.db"), "database": server.Record(t)} {
		t.Run(name, func(t *testing.T) {
			n := newNewsroom(t)
			n.items, n.pages["/1"] = []string{"/1", "/secret"}, first
			heard := n.rounds(t, where,
				func() {}, // 1: nothing changed
				func() { n.pages["/1"] = first + " The ferry is late, Tomas Reyle warned." }, // 2: a version with one statement more
				func() {
					n.pages["/1"] = "The port of Sel was open on Monday, governor Ilse Marrow said. Nine trucks crossed. The ferry is late, Tomas Reyle warned." + "</p><p>"
				}, // 3: other bytes, the same words
				func() {
					n.pages["/2"], n.items = "The port of Sel was not open on Monday, the ministry said.", []string{"/2", "/1"}
				}, // 4: another page contradicts
				func() {
					n.pages["/3"], n.pages["/old"], n.items = "Petra Lind denied it.", "> /3", []string{"/old", "/2", "/1"}
				}, // 5: an address that moved
			)
			var got []string
			for _, r := range heard {
				got = append(got, told(r))
			}
			want := []string{
				"1 pages, 1 statements, 1 figures, 0 disagreements, 1 failed", // /secret is forbidden
				"0 pages, 0 statements, 0 figures, 0 disagreements, 1 failed",
				"1 pages, 1 statements, 0 figures, 0 disagreements, 0 failed",
				"0 pages, 0 statements, 0 figures, 0 disagreements, 1 failed",
				"1 pages, 1 statements, 0 figures, 1 disagreements, 0 failed",
				"1 pages, 1 statements, 0 figures, 0 disagreements, 0 failed",
			}
			if strings.Join(got, "\n") != strings.Join(want, "\n") {
				t.Errorf("heard\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
			}
			if n.spare["/rss"] != 3 || n.spare["/1"] == 0 || n.asked["/secret"] != 0 {
				t.Errorf("not modified: %v, asked: %v", n.spare, n.asked)
			}
			r, err := hearsay.OpenReadOnly(context.Background(), where)
			if err != nil {
				t.Fatal(err)
			}
			defer r.Close()
			pages, err := r.Pages(context.Background())
			if err != nil {
				t.Fatal(err)
			}
			var ids []string
			for _, p := range pages {
				_, id, _ := strings.Cut(p.ID, "/")
				ids = append(ids, id)
			}
			if strings.Join(ids, " ") != "1 1@2 2 3" {
				t.Errorf("pages %v", ids)
			}
		})
	}
}

// A feed that fails is tried again, later each time; one that asks to be left alone is, until the time it names.
func TestWatchIsPatient(t *testing.T) {
	n := newNewsroom(t)
	n.items, n.pages["/1"], n.late = []string{"/1"}, "500", true
	nothing := func() {}
	heard := n.rounds(t, filepath.Join(t.TempDir(), "r.db"), nothing, nothing, nothing, nothing,
		func() { n.late = false }, // 50 minutes: it may not be asked yet
		nothing,                   // 60: the feed is there, its page fails
		nothing,                   // 70: it is asked once more, and fails
		func() { n.pages["/1"] = "The port of Sel is shut, governor Ilse Marrow said." }, // 80: it is left alone
		nothing, // 90: and is there
		nothing)
	if n.asked["/rss"] != 2 || n.asked["/1"] != 3 {
		t.Errorf("asked %v, spared %v", n.asked, n.spare)
	}
	pages := 0
	for i, r := range heard {
		pages += r.Added.Pages
		if pages == 1 && i < 9 {
			t.Errorf("round %d: a page", i)
		}
	}
	if pages != 1 || len(heard) != 11 {
		t.Errorf("%d pages in %d rounds", pages, len(heard))
	}
}

func TestWatchEndsInTheMiddle(t *testing.T) {
	n := newNewsroom(t)
	where := filepath.Join(t.TempDir(), "r.db")
	for i := range 5 {
		path := fmt.Sprint("/", i)
		n.items, n.pages[path] = append(n.items, path), fmt.Sprintf("Port %d of Sel is shut, governor Ilse Marrow said.", i)
	}
	ctx, stop := context.WithCancel(context.Background())
	defer stop()
	err := hearsay.Watch(ctx, where, []string{n.URL + "/rss"}, hearsay.WatchOptions{Every: time.Minute,
		Fetch: web.Options{AllowPrivate: true, Pause: time.Nanosecond, Retries: -1},
		Add: hearsay.AddOptions{Workers: 1, Progress: func(p hearsay.Progress) {
			if p.Pages == 3 {
				stop()
			}
		}}})
	if err != nil {
		t.Fatal(err)
	}
	r, err := hearsay.OpenReadOnly(context.Background(), where)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	if pages, err := r.Pages(context.Background()); err != nil || len(pages) < 2 {
		t.Errorf("%d pages kept, %v", len(pages), err)
	}
}
