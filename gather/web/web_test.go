package web

import (
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"log"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/hearsay-news/hearsay/gather"
)

// site serves the given paths; a value that begins with "> " redirects, a number answers with that status.
func site(t *testing.T, paths map[string]http.HandlerFunc) *httptest.Server {
	t.Helper()
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if h := paths[r.URL.Path]; h != nil {
			h(w, r)
			return
		}
		http.NotFound(w, r)
	}))
	t.Cleanup(s.Close)
	return s
}

func text(contentType, body string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", contentType)
		io.WriteString(w, body)
	}
}

// quick are options for servers on this machine: no pauses to wait for.
func quick() Options {
	return Options{AllowPrivate: true, Pause: time.Nanosecond, RetryPause: time.Nanosecond, Timeout: 5 * time.Second}
}

func get(o Options, address string) []gather.Page {
	return slices.Collect(NewClient(o).Pages(context.Background(), address, nil))
}

const html = "<html><p>The port of Sel is shut."

func TestPage(t *testing.T) {
	s := site(t, map[string]http.HandlerFunc{
		"/1":     text("text/html; charset=windows-1252", html),
		"/moved": func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/1", http.StatusFound) },
		"/packed": func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Content-Type", "text/html")
			w.Header().Set("Content-Encoding", "gzip")
			z := gzip.NewWriter(w)
			io.WriteString(z, html)
			z.Close()
		},
	})
	for _, path := range []string{"/1", "/moved", "/packed"} {
		got := get(quick(), s.URL+path)
		if len(got) != 1 || got[0].Skip != nil || string(got[0].Bytes) != html || got[0].Form != gather.HTML {
			t.Errorf("%s: got %+v", path, got)
			continue
		}
		if got[0].Capture == nil || got[0].Given.Fetched == "" || path == "/moved" && !strings.HasSuffix(got[0].Given.URL, "/1") {
			t.Errorf("%s: capture %+v, given %+v", path, got[0].Capture, got[0].Given)
		}
	}
}

func TestLists(t *testing.T) {
	var s *httptest.Server
	s = site(t, map[string]http.HandlerFunc{
		"/rss": text("application/rss+xml", `<rss version="2.0"><channel><title>N</title><item><title>Port shut</title><link>/1</link><pubDate>Sun, 18 Jul 2021 09:00:00 GMT</pubDate></item><item><link>/gone</link></item></channel></rss>`),
		"/index.xml": func(w http.ResponseWriter, r *http.Request) {
			fmt.Fprintf(w, "<sitemapindex><sitemap><loc>%s/news.xml</loc></sitemap><sitemap><loc>%s/index.xml</loc></sitemap></sitemapindex>", s.URL, s.URL)
		},
		"/news.xml": func(w http.ResponseWriter, r *http.Request) {
			fmt.Fprintf(w, "<urlset><url><loc>%s/1</loc></url></urlset>", s.URL)
		},
		"/news.xml.gz": func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Content-Type", "application/gzip")
			z := gzip.NewWriter(w)
			fmt.Fprintf(z, "<urlset><url><loc>%s/1</loc></url></urlset>", s.URL)
			z.Close()
		},
		"/endless.xml": func(w http.ResponseWriter, r *http.Request) {
			io.WriteString(w, "<sitemapindex>")
			for i := range maxLists {
				fmt.Fprintf(w, "<sitemap><loc>%s/empty?%d</loc></sitemap>", s.URL, i)
			}
		},
		"/empty": text("text/xml", "<urlset></urlset>"),
		"/full":  text("application/rss+xml", `<rss version="2.0"><channel><item><link>/gone</link><content:encoded><![CDATA[<p>The port of Sel is shut.]]></content:encoded></item></channel></rss>`),
		"/1":     text("text/html", html),
	})
	got := get(quick(), s.URL+"/rss")
	if len(got) != 2 || got[0].Given.Title != "Port shut" || got[0].Given.Published != "2021-07-18T09:00:00Z" || got[1].Skip == nil || got[1].Skip.Reason != gather.HTTPError {
		t.Errorf("feed: got %+v", got)
	}
	if got[0].List == nil || got[0].List.URL != s.URL+"/rss" || got[1].List != nil {
		t.Errorf("feed: the first page carries the fetch of the feed, got %+v and %+v", got[0].List, got[1].List)
	}
	// A sitemap index that lists itself is read once.
	if got := get(quick(), s.URL+"/index.xml"); len(got) != 1 || string(got[0].Bytes) != html {
		t.Errorf("sitemap index: got %d pages", len(got))
	}
	if got := get(quick(), s.URL+"/news.xml.gz"); len(got) != 1 || string(got[0].Bytes) != html {
		t.Errorf("packed sitemap: got %+v", got)
	}
	if got := get(quick(), s.URL+"/endless.xml"); len(got) != 1 || got[0].Skip == nil || got[0].Skip.Reason != gather.TooLarge {
		t.Errorf("an index of more sitemaps than are taken says so, got %+v", got)
	}
	if got := get(quick(), s.URL+"/full"); len(got) != 1 || string(got[0].Bytes) != "<p>The port of Sel is shut." {
		t.Errorf("a page that is gone is read from the feed, got %+v", got)
	}
}

func TestNotModified(t *testing.T) {
	s := site(t, map[string]http.HandlerFunc{"/1": func(w http.ResponseWriter, r *http.Request) {
		if r.Header.Get("If-None-Match") == `"v1"` {
			w.WriteHeader(http.StatusNotModified)
			return
		}
		w.Header().Set("Content-Type", "text/html")
		io.WriteString(w, html)
	}})
	known := func(string) (Known, bool) { return Known{ETag: `"v1"`}, true }
	if got := slices.Collect(NewClient(quick()).Pages(context.Background(), s.URL+"/1", known)); len(got) != 0 {
		t.Errorf("an unchanged page gives %+v", got)
	}
	never := site(t, map[string]http.HandlerFunc{"/1": func(w http.ResponseWriter, r *http.Request) { w.WriteHeader(http.StatusNotModified) }})
	if got := get(quick(), never.URL+"/1"); len(got) != 1 || got[0].Skip == nil {
		t.Errorf("304 to a request without conditions gives %+v", got)
	}
}

func TestRobots(t *testing.T) {
	asked := 0
	s := site(t, map[string]http.HandlerFunc{
		"/robots.txt": func(w http.ResponseWriter, r *http.Request) {
			asked++
			io.WriteString(w, "User-agent: *\nDisallow: /private\n")
		},
		"/private/1": text("text/html", html),
		"/open":      func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/private/1", http.StatusFound) },
		"/1":         text("text/html", html),
	})
	c := NewClient(quick())
	for path, allowed := range map[string]bool{"/private/1": false, "/open": false, "/1": true} {
		got := slices.Collect(c.Pages(context.Background(), s.URL+path, nil))
		if len(got) != 1 || (got[0].Skip == nil) != allowed {
			t.Errorf("%s: got %+v", path, got)
		}
	}
	if asked != 1 {
		t.Errorf("robots.txt was asked for %d times", asked)
	}
	// Rules about the part behind the question mark, a robots.txt that has moved or never ends, rules for us alone.
	for name, c := range map[string]struct {
		robots  http.HandlerFunc
		path    string
		allowed bool
	}{
		"query":        {text("text/plain", "User-agent: *\nDisallow: /*?print="), "/1?print=1", false},
		"no query":     {text("text/plain", "User-agent: *\nDisallow: /*?print="), "/1", true},
		"moved":        {func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/elsewhere", http.StatusFound) }, "/1", false},
		"rules for us": {text("text/plain", "User-agent: *\nDisallow: /\nUser-agent: hearsay\nAllow: /"), "/1", true},
		"longer than read": {func(w http.ResponseWriter, r *http.Request) {
			io.WriteString(w, "User-agent: *\nDisallow: /1\n#"+strings.Repeat("x", maxRobots))
		}, "/1", false},
	} {
		s := site(t, map[string]http.HandlerFunc{"/robots.txt": c.robots, "/elsewhere": text("text/plain", "User-agent: *\nDisallow: /1"), "/1": text("text/html", html)})
		if got := get(quick(), s.URL+c.path); len(got) != 1 || (got[0].Skip == nil) != c.allowed {
			t.Errorf("%s: got %+v", name, got)
		}
	}
	failing := site(t, map[string]http.HandlerFunc{
		"/robots.txt": func(w http.ResponseWriter, r *http.Request) { w.WriteHeader(http.StatusInternalServerError) },
		"/1":          text("text/html", html),
	})
	if got := get(quick(), failing.URL+"/1"); len(got) != 1 || got[0].Skip == nil {
		t.Errorf("a robots.txt that can't be had forbids everything, got %+v", got)
	}
}

func TestHostileServers(t *testing.T) {
	tries := 0
	s := site(t, map[string]http.HandlerFunc{
		"/loop": func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/loop", http.StatusFound) },
		"/endless": func(w http.ResponseWriter, r *http.Request) {
			for r.Context().Err() == nil {
				if _, err := io.WriteString(w, strings.Repeat("a", 1<<16)); err != nil {
					return
				}
			}
		},
		"/bomb": func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Content-Encoding", "gzip")
			z := gzip.NewWriter(w)
			io.WriteString(z, strings.Repeat("a", 4<<20))
			z.Close()
		},
		"/slow": func(w http.ResponseWriter, r *http.Request) { <-r.Context().Done() },
		"/drip": func(w http.ResponseWriter, r *http.Request) { // the head at once, the body never
			w.Header().Set("Content-Type", "text/html")
			w.(http.Flusher).Flush()
			<-r.Context().Done()
		},
		"/unknown": func(w http.ResponseWriter, r *http.Request) { w.WriteHeader(http.StatusNotModified) }, // nothing was kept of it
		"/brotli": func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Content-Encoding", "br")
			text("text/html", "\x0b\x02\x80<p>\x03")(w, r)
		},
		"/cut": func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Content-Length", "1000")
			text("text/html", html)(w, r)
		},
		"/wait": func(w http.ResponseWriter, r *http.Request) {
			tries++
			w.Header().Set("Retry-After", "315360000") // ten years
			w.WriteHeader(http.StatusTooManyRequests)
		},
		"/flaky": func(w http.ResponseWriter, r *http.Request) {
			if tries++; tries < 3 {
				w.WriteHeader(http.StatusBadGateway)
				return
			}
			text("text/html", html)(w, r)
		},
		"/pdf": text("application/pdf", "%PDF"),
		"/file": func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Location", "file:///etc/passwd")
			w.WriteHeader(302)
		},
	})
	o := quick()
	o.MaxBytes, o.Timeout = 1<<20, time.Minute
	for path, reason := range map[string]gather.Reason{"/loop": gather.Unreadable, "/endless": gather.TooLarge, "/bomb": gather.TooLarge, "/slow": gather.Unreadable,
		"/pdf": gather.UnknownFormat, "/file": gather.Unreadable, "/missing": gather.HTTPError, "/drip": gather.Unreadable, "/unknown": gather.HTTPError,
		"/brotli": gather.Unreadable, "/cut": gather.Unreadable} {
		o := o
		if path == "/slow" || path == "/drip" {
			o.Retries, o.Timeout = -1, 100*time.Millisecond
		}
		got := get(o, s.URL+path)
		if len(got) != 1 || got[0].Skip == nil || got[0].Skip.Reason != reason {
			t.Errorf("%s: got %+v", path, got)
		}
	}
	tries = 0
	if got := get(o, s.URL+"/wait"); len(got) != 1 || got[0].Skip == nil || tries != 1 {
		t.Errorf("a wait of ten years: got %+v after %d tries", got, tries)
	}
	tries = 0
	if got := get(o, s.URL+"/flaky"); len(got) != 1 || got[0].Skip != nil || tries != 3 {
		t.Errorf("third time lucky: got %+v after %d tries", got, tries)
	}
}

// A certificate that nobody vouches for is a row that says so, and the server is not asked again.
func TestUntrustedServer(t *testing.T) {
	s := httptest.NewTLSServer(text("text/html", html))
	s.Config.ErrorLog = log.New(io.Discard, "", 0)
	defer s.Close()
	got := get(quick(), s.URL+"/1")
	if len(got) != 1 || got[0].Skip == nil || !strings.Contains(got[0].Skip.Detail, "certificate") {
		t.Errorf("got %+v", got)
	}
}

// A name and password given with an address go to the server, and nowhere else.
func TestPassword(t *testing.T) {
	s := site(t, map[string]http.HandlerFunc{"/1": func(w http.ResponseWriter, r *http.Request) {
		if user, _, _ := r.BasicAuth(); user != "ada" {
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		text("text/html", html)(w, r)
	}})
	for _, path := range []string{"/1", "/missing"} {
		got := get(quick(), strings.Replace(s.URL, "://", "://ada:secret@", 1)+path)
		if len(got) != 1 || strings.Contains(fmt.Sprintf("%+v %+v", got[0], got[0].Capture), "secret") || path == "/1" && got[0].Skip != nil {
			t.Errorf("%s: got %+v", path, got)
		}
	}
}

func TestPrivateAddressesAreRefused(t *testing.T) {
	s := site(t, map[string]http.HandlerFunc{"/1": text("text/html", html)})
	o := quick()
	o.AllowPrivate, o.Retries = false, -1
	port := s.URL[strings.LastIndex(s.URL, ":"):]
	for _, host := range []string{"127.0.0.1", "localhost", "[::1]", "[::ffff:127.0.0.1]"} {
		_, err := NewClient(o).do(context.Background(), "http://"+host+port+"/1", nil)
		var private ErrPrivate
		if !errors.As(err, &private) {
			t.Errorf("%s: got %v", host, err)
		}
	}
	for _, address := range []string{"10.0.0.1", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1", "255.255.255.255", "fe80::1", "fc00::1", "::", "64:ff9b::7f00:1", "2002:7f00:1::"} {
		if public(netip.MustParseAddr(address)) {
			t.Errorf("%s passes for public", address)
		}
	}
	for _, address := range []string{"93.184.215.14", "2606:2800:21f:cb07:6820:80da:af6b:8b2c"} {
		if !public(netip.MustParseAddr(address)) {
			t.Errorf("%s is refused", address)
		}
	}
}

// A redirect that goes round is followed ten times and no more, each hop after the host's pause, and is one row.
func TestRedirectLoop(t *testing.T) {
	asked := 0
	var first, last time.Time
	s := site(t, map[string]http.HandlerFunc{"/loop": func(w http.ResponseWriter, r *http.Request) {
		if asked++; asked == 1 {
			first = time.Now()
		}
		last = time.Now()
		http.Redirect(w, r, fmt.Sprintf("/loop?n=%d", asked), http.StatusFound)
	}})
	o := quick()
	o.Retries, o.Pause = 3, 5*time.Millisecond
	got := get(o, s.URL+"/loop")
	if len(got) != 1 || got[0].Skip == nil || asked != maxRedirects+1 || !strings.Contains(got[0].Skip.Detail, "redirects") {
		t.Errorf("after %d requests got %+v", asked, got)
	}
	if took := last.Sub(first); took < maxRedirects*o.Pause*9/10 {
		t.Errorf("ten hops after %s", took)
	}
}

// A host that asks to be left alone for long is, for the rest of the run, and each row says so.
func TestLongWait(t *testing.T) {
	asked := 0
	var base string
	s := site(t, map[string]http.HandlerFunc{
		"/feed": func(w http.ResponseWriter, r *http.Request) {
			text("application/rss+xml", "<rss><channel><item><link>"+base+"/1</link></item><item><link>"+base+"/2</link></item></channel></rss>")(w, r)
		},
		"/1": func(w http.ResponseWriter, r *http.Request) {
			asked++
			w.Header().Set("Retry-After", "99999999999")
			w.WriteHeader(http.StatusServiceUnavailable)
		},
	})
	base = s.URL
	got := get(quick(), s.URL+"/feed")
	if len(got) != 2 || asked != 1 {
		t.Fatalf("after %d requests got %+v", asked, got)
	}
	for _, p := range got {
		if p.Skip == nil || p.Skip.Reason != gather.HTTPError || !strings.Contains(p.Skip.Detail, "Retry-After") {
			t.Errorf("got %+v", p)
		}
	}
}

// Tokens and logins are sent where they must be and stand in no row, whatever leads to them or goes wrong.
func TestSecrets(t *testing.T) {
	var base string
	s := site(t, map[string]http.HandlerFunc{
		"/to": func(w http.ResponseWriter, r *http.Request) {
			http.Redirect(w, r, "/1?token=secret&id=2", http.StatusFound)
		},
		"/1": text("text/html", html),
		"/bad": func(w http.ResponseWriter, r *http.Request) {
			http.Redirect(w, r, "ftp://ada:secret@a.example/", http.StatusFound)
		},
		"/feed": func(w http.ResponseWriter, r *http.Request) {
			text("application/rss+xml", "<rss><channel><item><link>"+base+"/1?sig=secret</link></item><item><link>"+base+"/none?key=secret</link></item></channel></rss>")(w, r)
		},
	})
	base = strings.Replace(s.URL, "://", "://ada:secret@", 1)
	for _, path := range []string{"/to", "/1?api_key=secret", "/bad", "/feed", "/none?password=secret"} {
		for _, p := range get(quick(), base+path) {
			p.List = nil // its body is what the server sent
			if strings.Contains(fmt.Sprintf("%+v %+v %+v", p, p.Capture, p.Skip), "secret") {
				t.Errorf("%s: got %+v", path, p)
			}
		}
	}
	for _, address := range []string{"ftp://ada:secret@a.example", "https://ada:se/cret@a.example/", "https://ada:secret:@a b/"} {
		if err := Check(address); err == nil || strings.Contains(err.Error(), "cret") {
			t.Errorf("%s: %v", address, err)
		}
	}
}
