package web

import (
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
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
		"/1": text("text/html", html),
	})
	got := get(quick(), s.URL+"/rss")
	if len(got) != 2 || got[0].Given.Title != "Port shut" || got[0].Given.Published != "2021-07-18T09:00:00Z" || got[1].Skip == nil || got[1].Skip.Reason != gather.HTTPError {
		t.Errorf("feed: got %+v", got)
	}
	// A sitemap index that lists itself ends all the same.
	if got := get(quick(), s.URL+"/index.xml"); len(got) == 0 || string(got[0].Bytes) != html || len(got) > maxLists {
		t.Errorf("sitemap index: got %d pages", len(got))
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
		"/pdf": gather.UnknownFormat, "/file": gather.Unreadable, "/missing": gather.HTTPError} {
		o := o
		if path == "/slow" {
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
