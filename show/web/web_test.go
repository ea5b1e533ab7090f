package web

import (
	"encoding/csv"
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"github.com/hearsay-news/hearsay/show/sample"
	"github.com/hearsay-news/hearsay/show/view"
)

// lists are the addresses of every table; singles of one row of each kind in the sample.
var (
	lists   = []string{"/", "/disagreements", "/voices", "/timeline", "/sources", "/statements", "/figures", "/copies", "/terms", "/search", "/search?q=bridge", "/compare", "/tray", "/corrections"}
	singles = []string{"/statements/s3", "/figures/f1", "/timeline/t3", "/voices/e1", "/copies/c1", "/pages/kurier-1", "/pages/scan-9", "/outlets/o-nordpress", "/why/s3", "/why/f1", "/why/t5", "/why/e1",
		"/why/c1", "/why/r2", "/why/w1", "/why/g1", "/why/kurier-1", "/why/scan-9"}
)

func get(t *testing.T, h http.Handler, address string) *httptest.ResponseRecorder {
	t.Helper()
	r := httptest.NewRequest("GET", address, nil)
	r.Host = "localhost:8080"
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w
}

func ending(address, format string) string {
	if address == "/" {
		return "/index" + format
	}
	path, query, _ := strings.Cut(address, "?")
	if query != "" {
		query = "?" + query
	}
	return path + format + query
}

func TestEveryPage(t *testing.T) {
	h := New(sample.Record(), Options{Name: "bridge.db"})
	for _, address := range append(append([]string{}, lists...), singles...) {
		t.Run(address, func(t *testing.T) {
			w := get(t, h, address)
			if w.Code != 200 {
				t.Fatalf("status %d: %s", w.Code, w.Body)
			}
			for name, want := range map[string]string{"Content-Security-Policy": policy, "X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer",
				"Content-Type": "text/html; charset=utf-8"} {
				if got := w.Header().Get(name); got != want {
					t.Errorf("%s: %q, want %q", name, got, want)
				}
			}
			accessible(t, w.Body.String())
			w = get(t, h, ending(address, ".json"))
			if w.Code != 200 || !json.Valid(w.Body.Bytes()) || w.Header().Get("Content-Type") != "application/json" {
				t.Errorf(".json: status %d: %.200s", w.Code, w.Body)
			}
			if strings.Contains(w.Body.String(), ": null,\n") && strings.Contains(w.Body.String(), "s\": null") {
				for line := range strings.Lines(w.Body.String()) {
					if strings.Contains(line, `s": null`) && !strings.Contains(line, "becomes") {
						t.Errorf(".json: a list that is null: %s", line)
					}
				}
			}
			w = get(t, h, ending(address, ".csv"))
			rows, err := csv.NewReader(w.Body).ReadAll()
			if w.Code != 200 || err != nil || len(rows) == 0 {
				t.Errorf(".csv: status %d, %d rows, %v", w.Code, len(rows), err)
			}
		})
	}
}

// accessible checks what a machine can check: one h1, a language, landmarks, captions and scopes, labels, names of pictures, no inline
// style or script, no duplicate ids.
func accessible(t *testing.T, page string) {
	t.Helper()
	doc, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	count, ids, labelled := map[string]int{}, map[string]bool{}, map[string]bool{}
	var fields []*html.Node
	for n := range doc.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		count[n.Data]++
		if id := attr(n, "id"); id != "" {
			if ids[id] {
				t.Errorf("id %q twice", id)
			}
			ids[id] = true
		}
		for _, a := range n.Attr {
			if a.Key == "style" || strings.HasPrefix(a.Key, "on") {
				t.Errorf("<%s %s=%q>", n.Data, a.Key, a.Val)
			}
		}
		switch n.Data {
		case "style":
			t.Error("inline style")
		case "script":
			if attr(n, "src") == "" {
				t.Error("inline script")
			}
		case "label":
			if f := attr(n, "for"); f != "" {
				labelled[f] = true
			}
			for c := range n.Descendants() {
				if c.Type == html.ElementNode && (c.Data == "input" || c.Data == "select") {
					labelled[id(c)] = true
				}
			}
		case "input", "select":
			if attr(n, "type") != "hidden" {
				fields = append(fields, n)
			}
		case "table":
			if !has(n, "caption") {
				t.Error("table without a caption")
			}
		case "th":
			if attr(n, "scope") == "" {
				t.Error("th without a scope")
			}
		case "svg":
			if attr(n, "aria-hidden") == "" && !has(n, "title") {
				t.Error("svg without a title")
			}
		}
	}
	for _, f := range fields {
		if !labelled[id(f)] {
			t.Errorf("<%s id=%q name=%q> without a label", f.Data, attr(f, "id"), attr(f, "name"))
		}
	}
	for _, one := range []string{"h1", "main", "header", "footer"} {
		if count[one] != 1 {
			t.Errorf("%d <%s>", count[one], one)
		}
	}
}

func attr(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

func id(n *html.Node) string {
	if v := attr(n, "id"); v != "" {
		return v
	}
	return "name " + attr(n, "name")
}

func has(n *html.Node, element string) bool {
	for c := range n.Descendants() {
		if c.Type == html.ElementNode && c.Data == element {
			return true
		}
	}
	return false
}

// TestEveryLink follows every link of the room from the story page on: none leads nowhere, none leads outside unasked.
func TestEveryLink(t *testing.T) {
	for name, record := range map[string]*view.Record{"sample": sample.Record(), "hostile": sample.Hostile(), "empty": view.New(nil, nil)} {
		t.Run(name, func(t *testing.T) {
			h := New(record, Options{})
			seen, queue := map[string]bool{"/": true}, []string{"/"}
			for len(queue) > 0 && len(seen) < 3000 {
				address := queue[0]
				queue = queue[1:]
				w := get(t, h, address)
				if w.Code != 200 {
					t.Errorf("%s: status %d", address, w.Code)
					continue
				}
				if !strings.HasPrefix(w.Header().Get("Content-Type"), "text/html") {
					continue
				}
				doc, err := html.Parse(w.Body)
				if err != nil {
					t.Fatal(err)
				}
				for n := range doc.Descendants() {
					if n.Type != html.ElementNode || n.Data == "script" && strings.HasPrefix(attr(n, "src"), "/static/") {
						continue
					}
					switch n.Data {
					case "script", "img", "iframe", "object", "embed", "style", "base":
						t.Errorf("%s: <%s %v>", address, n.Data, n.Attr)
					}
					href := attr(n, "href")
					if href == "" || strings.HasPrefix(href, "#") {
						continue
					}
					if !strings.HasPrefix(href, "/") {
						if n.Data == "a" && strings.HasPrefix(href, "https://") && strings.Contains(attr(n, "rel"), "noreferrer") {
							continue // a page's own address, opened by the reader
						}
						t.Errorf("%s: leads to %q", address, href)
						continue
					}
					href, _, _ = strings.Cut(href, "#")
					if !seen[href] && !strings.Contains(href, "min=") {
						seen[href] = true
						queue = append(queue, href)
					}
				}
			}
			t.Logf("%d addresses", len(seen))
		})
	}
}

func TestHostileWordsStayWords(t *testing.T) {
	h := New(sample.Hostile(), Options{})
	addresses := append([]string{}, lists...)
	for _, id := range append(sample.HostilePages, sample.Script) {
		addresses = append(addresses, rowAddress("page", id), rowAddress("why", id))
	}
	for kind, id := range map[string]string{"statement": "s/../<1>", "figure": "f&1", "entry": "t<1>", "entity": "e<1>", "copy": `c"1`} {
		addresses = append(addresses, rowAddress(kind, id), rowAddress("why", id))
	}
	addresses = append(addresses, "/search?q=%3Cscript%3Ewindow.pwned%3D1%3C%2Fscript%3E", "/statements?q=%22%3E%3Cimg+src%3Dx%3E", "/statements?speaker=%3Cb%3E", "/?outlet=%3Cscript%3E", "/nope/%3Cscript%3E")
	for _, address := range addresses {
		w := get(t, h, address)
		if w.Code != 200 && !strings.HasPrefix(address, "/nope") && !strings.Contains(address, "=%3C") {
			t.Errorf("%s: status %d", address, w.Code)
		}
		body := w.Body.String()
		for _, bad := range []string{"<script>", "<img", "<u>", "<i>\"", "<1>", `href="javascript:`} {
			if strings.Contains(body, bad) {
				t.Errorf("%s: %s", address, bad)
			}
		}
	}
	for _, list := range lists {
		rows, err := csv.NewReader(get(t, h, ending(list, ".csv")).Body).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		for _, row := range rows {
			for _, cell := range row {
				if strings.HasPrefix(cell, "=") || strings.HasPrefix(cell, "@") {
					t.Errorf("%s: a spreadsheet would run %q", list, cell)
				}
			}
		}
	}
}

func TestOnlyThisMachineIsAnswered(t *testing.T) {
	h := New(sample.Record(), Options{Hosts: []string{"desk.example"}})
	for host, want := range map[string]int{"localhost": 200, "localhost:8080": 200, "127.0.0.1:9": 200, "[::1]:9": 200, "127.8.8.8": 200, "LOCALHOST.:80": 200, "desk.example:80": 200,
		"evil.example": 421, "127.0.0.1.evil.example": 421, "localhost.evil.example:8080": 421, "10.0.0.4": 421, "": 421, "0.0.0.0": 421} {
		r := httptest.NewRequest("GET", "/", nil)
		r.Host = host
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		if w.Code != want {
			t.Errorf("Host %q: status %d, want %d", host, w.Code, want)
		}
	}
}

func TestOnlyReading(t *testing.T) {
	h := New(sample.Record(), Options{})
	for _, method := range []string{"POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"} {
		r := httptest.NewRequest(method, "/", nil)
		r.Host = "localhost"
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		if w.Code != 405 || w.Header().Get("Allow") != "GET, HEAD" {
			t.Errorf("%s: status %d", method, w.Code)
		}
	}
	r := httptest.NewRequest("HEAD", "/statements", nil)
	r.Host = "localhost"
	server := httptest.NewServer(h)
	defer server.Close()
	res, err := http.Head(server.URL + "/statements")
	if err != nil {
		t.Fatal(err)
	}
	body, _ := io.ReadAll(res.Body)
	res.Body.Close()
	if res.StatusCode != 200 || len(body) != 0 {
		t.Errorf("HEAD: status %d, %d bytes", res.StatusCode, len(body))
	}
}

func TestMissing(t *testing.T) {
	h := New(sample.Record(), Options{})
	for _, address := range []string{"/nope", "/statements/", "/statements/zz", "/pages/zz.json", "/static/nope.js", "/static/../web.go", "/pages/kurier-1/../../x", "/statements/s3.xml", "/outlets/none", "/compare?a=kurier-1&b=zz"} {
		if w := get(t, h, address); w.Code != 404 && w.Code/100 != 3 {
			t.Errorf("%s: status %d", address, w.Code)
		}
	}
	if w := get(t, h, "/statements?q="+strings.Repeat("x", 9000)); w.Code != 414 {
		t.Errorf("endless query: status %d", w.Code)
	}
}

func TestDial(t *testing.T) {
	h := New(sample.Record(), Options{})
	for address, want := range map[string]int{"/statements.csv": 6, "/statements.csv?min=0.7": 7, "/statements.csv?min=0.5": 7, "/statements.csv?min=0.5&all=1": 8,
		"/statements.csv?speaker=e1": 3, "/statements.csv?outlet=o-nordpress": 3, "/statements.csv?stance=deny": 1, "/statements.csv?kind=indirect": 3, "/statements.csv?q=LORRIES": 2,
		"/statements.csv?page=kurier-1": 3, "/statements.csv?voice=radio": 1, "/statements.csv?speaker=none&min=0": 1} {
		rows, err := csv.NewReader(get(t, h, address).Body).ReadAll()
		if err != nil || len(rows)-1 != want {
			t.Errorf("%s: %d rows, want %d (%v)", address, len(rows)-1, want, err)
		}
	}
}

func TestPassageIsMarked(t *testing.T) {
	h := New(sample.Record(), Options{})
	s, _ := sample.Record().Statement("s1")
	address := placeAddress("kurier-1", s.Accounts[0].Content...)
	path, fragment, _ := strings.Cut(address, "#")
	body := get(t, h, path).Body.String()
	if want := `>“Nobody was in danger at any time,”</mark>`; !strings.Contains(body, want) {
		t.Errorf("%s: no %q", address, want)
	}
	if !strings.Contains(body, `id="`+fragment+`"`) {
		t.Errorf("%s: nothing named %q", address, fragment)
	}
	for _, odd := range []string{"at=0-999999", "at=-5-3", "at=9-4", "at=x", "at=186-188", "at=99999999999999999999-1", "from=99999"} {
		if w := get(t, h, "/pages/kurier-1?"+odd); w.Code != 200 {
			t.Errorf("%s: status %d", odd, w.Code)
		}
	}
}

func TestListen(t *testing.T) {
	for _, address := range []string{"0", "localhost:0", "127.0.0.1:0", ":0"} {
		l, err := Listen(address, false)
		if err != nil {
			t.Errorf("%q: %v", address, err)
			continue
		}
		if host := l.Addr().String(); !strings.HasPrefix(host, "127.0.0.1:") {
			t.Errorf("%q opened %s", address, host)
		}
		l.Close()
	}
	for _, address := range []string{"0.0.0.0:0", "192.0.2.1:0", "[::]:0", "desk.example:0", "127.0.0.1:x:y"} {
		if l, err := Listen(address, false); err == nil {
			t.Errorf("%q was opened: %s", address, l.Addr())
			l.Close()
		}
	}
}

func TestSearchFault(t *testing.T) {
	h := New(sample.Record(), Options{Search: func(string, int) ([]view.Hit, error) { return nil, io.ErrUnexpectedEOF }})
	if w := get(t, h, "/search?q=x"); w.Code != 200 || !strings.Contains(w.Body.String(), "unexpected EOF") {
		t.Errorf("status %d", w.Code)
	}
}
