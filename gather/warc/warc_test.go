package warc

import (
	"archive/zip"
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"fmt"
	"io"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"

	"github.com/hearsay-news/hearsay/gather"
)

const html = "<html><body><p>The port of Sel is shut.</p></body></html>"

// rec writes one WARC record.
func rec(kind, uri, contentType, block string, more ...string) string {
	return fmt.Sprintf("WARC/1.1\r\nWARC-Type: %s\r\nWARC-Target-URI: %s\r\nWARC-Date: 2023-06-02T08:55:10Z\r\nContent-Type: %s\r\n%sContent-Length: %d\r\n\r\n%s\r\n\r\n",
		kind, uri, contentType, strings.Join(more, ""), len(block), block)
}

func response(uri, headers, body string) string {
	return rec("response", uri, "application/http; msgtype=response", "HTTP/1.1 200 OK\r\n"+headers+"\r\n"+body)
}

func gz(parts ...string) []byte {
	var b bytes.Buffer
	for _, part := range parts {
		w := gzip.NewWriter(&b)
		io.WriteString(w, part)
		w.Close()
	}
	return b.Bytes()
}

func chunked(body string) string {
	return fmt.Sprintf("%x\r\n%s\r\n%x;ext=1\r\n%s\r\n0\r\n\r\n", 10, body[:10], len(body)-10, body[10:])
}

func pages(t *testing.T, archive []byte) []gather.Page {
	t.Helper()
	return slices.Collect(Pages(bytes.NewReader(archive), "crawl.warc"))
}

const page = "https://www.radionord.example/2023/03/06/depot-blast/"

func TestEncodings(t *testing.T) {
	htmlType := "Content-Type: text/html; charset=utf-8\r\n"
	zstdBody := func() string {
		w, _ := zstd.NewWriter(nil)
		return string(w.EncodeAll([]byte(html), nil))
	}()
	for name, archive := range map[string][]byte{
		"plain":                   []byte(response(page, htmlType, html)),
		"gzip members":            gz(rec("warcinfo", "", "application/warc-fields", "software: x"), response(page, htmlType, html)),
		"chunked":                 []byte(response(page, htmlType+"Transfer-Encoding: chunked\r\n", chunked(html))),
		"chunked in name only":    []byte(response(page, htmlType+"Transfer-Encoding: chunked\r\n", html)),
		"gzip content":            []byte(response(page, htmlType+"Content-Encoding: gzip\r\n", string(gz(html)))),
		"gzip content, chunked":   []byte(response(page, htmlType+"Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n", chunked(string(gz(html))))),
		"gzip in name only":       []byte(response(page, htmlType+"Content-Encoding: gzip\r\n", html)),
		"zstd content":            []byte(response(page, htmlType+"Content-Encoding: zstd\r\n", zstdBody)),
		"deflate content":         []byte(response(page, htmlType+"Content-Encoding: deflate\r\n", deflated(t, html))),
		"brotli content":          []byte(response(page, htmlType+"Content-Encoding: br\r\n", brotlied(html))),
		"chunked, with a length":  []byte(response(page, htmlType+"Transfer-Encoding: chunked\r\nContent-Length: 7\r\n", chunked(html))),
		"chunked, end missing":    []byte(response(page, htmlType+"Transfer-Encoding: chunked\r\n", strings.TrimSuffix(chunked(html), "0\r\n\r\n"))),
		"no line breaks behind":   []byte(strings.TrimSuffix(response(page, htmlType, html), "\r\n\r\n") + rec("metadata", page, "application/warc-fields", "via: x")),
		"one member for all":      gz(rec("warcinfo", "", "application/warc-fields", "software: x") + response(page, htmlType, html)),
		"one zstd frame a record": append(zstdFile(t, rec("request", page, "application/http", "GET / HTTP/1.1\r\n\r\n"), nil), zstdFile(t, response(page, htmlType, html), nil)...),
		"what crawlers note": []byte(rec("response", "dns:radionord.example", "text/dns", "20230602085510\nradionord.example. 300 IN A 192.0.2.7\n") +
			rec("resource", "urn:text:"+page, "text/plain", "The port") + rec("resource", "metadata://gnu.org/software/wget/warc/MANIFEST.txt", "text/plain", "x") + response(page, htmlType, html)),
		"revisited picture":         []byte(rec("revisit", page+"logo.png", "application/http; msgtype=response", "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\n") + response(page, htmlType, html)),
		"resource":                  []byte(rec("resource", page, "text/html; charset=utf-8", html)),
		"type missing":              []byte(response(page, "", html)),
		"warc 1.0, lower-case head": []byte(strings.NewReplacer("WARC/1.1", "WARC/1.0", "Content-Length", "content-length").Replace(response(page, htmlType, html))),
		"zstd file":                 zstdFile(t, response(page, htmlType, html), nil),
		"zstd file with dictionary": zstdFile(t, response(page, htmlType, html), dictionary(t)),
	} {
		got := pages(t, archive)
		if len(got) != 1 || got[0].Skip != nil || string(got[0].Bytes) != html || got[0].Form != gather.HTML {
			t.Errorf("%s: got %+v", name, got)
			continue
		}
		if got[0].ID != "radionord.example/2023/03/06/depot-blast" || got[0].Given.URL != page || got[0].Given.Fetched != "2023-06-02T08:55:10Z" {
			t.Errorf("%s: got id %q, given %+v", name, got[0].ID, got[0].Given)
		}
	}
}

func deflated(t *testing.T, content string) string {
	t.Helper()
	var b bytes.Buffer
	w := zlib.NewWriter(&b)
	io.WriteString(w, content)
	w.Close()
	return b.String()
}

func brotlied(content string) string {
	var b bytes.Buffer
	w := brotli.NewWriter(&b)
	io.WriteString(w, content)
	w.Close()
	return b.String()
}

func zstdFile(t *testing.T, content string, dict []byte) []byte {
	t.Helper()
	var b bytes.Buffer
	var options []zstd.EOption
	if dict != nil {
		b.Write(dictMagic)
		binary.Write(&b, binary.LittleEndian, uint32(len(dict)))
		b.Write(dict)
		options = append(options, zstd.WithEncoderDict(dict))
	}
	w, err := zstd.NewWriter(nil, options...)
	if err != nil {
		t.Fatal(err)
	}
	b.Write(w.EncodeAll([]byte(content), nil))
	return b.Bytes()
}

func dictionary(t *testing.T) []byte {
	t.Helper()
	var samples [][]byte
	for i := range 64 {
		samples = append(samples, []byte(response(fmt.Sprintf("https://a.example/%d", i), "Content-Type: text/html\r\n", strings.Repeat(fmt.Sprint("<p>line ", i, " of the page</p>"), 20))))
	}
	dict, err := zstd.BuildDict(zstd.BuildDictOptions{ID: 7, Contents: samples, History: bytes.Join(samples[:4], nil), Offsets: [3]int{1, 4, 8}})
	if err != nil {
		t.Fatal(err)
	}
	return dict
}

func TestSkips(t *testing.T) {
	html404 := rec("response", page, "application/http", "HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\ngone")
	for name, c := range map[string]struct {
		archive string
		reason  gather.Reason // "" = no row at all
	}{
		"revisit":         {rec("revisit", page, "application/http", "", "WARC-Refers-To-Date: 2023-05-01T00:00:00Z\r\n"), gather.Revisit},
		"error status":    {html404, gather.HTTPError},
		"pdf":             {response(page, "Content-Type: application/pdf\r\n", "%PDF-1.7"), gather.UnknownFormat},
		"picture":         {response(page, "Content-Type: image/png\r\n", "\x89PNG"), ""},
		"redirect":        {rec("response", page, "application/http", "HTTP/1.1 301 Moved\r\nLocation: /x\r\n\r\n"), ""},
		"request":         {rec("request", page, "application/http", "GET / HTTP/1.1\r\n\r\n"), ""},
		"no status line":  {rec("response", page, "application/http", "<html>"), gather.Unreadable},
		"negative length": {strings.Replace(response(page, "", html), "Content-Length: ", "Content-Length: -", 1), gather.Unreadable},
		"huge length":     {"WARC/1.0\r\nWARC-Type: resource\r\nContent-Length: 99999999999\r\n\r\nx", gather.Unreadable},
		"not an archive":  {"hello, world\n", gather.Unreadable},
		"empty":           {"", gather.Unreadable},
		"bomb":            {response(page, "Content-Type: text/html\r\nContent-Encoding: gzip\r\n", string(gz(strings.Repeat("a", MaxRecord+1)))), gather.TooLarge},
	} {
		got := pages(t, []byte(c.archive))
		switch {
		case c.reason == "" && len(got) != 0:
			t.Errorf("%s: got %+v, want no row", name, got)
		case c.reason != "" && (len(got) != 1 || got[0].Skip == nil || got[0].Skip.Reason != c.reason || got[0].Skip.Detail == ""):
			t.Errorf("%s: got %+v, want a skip for %s", name, got, c.reason)
		}
	}
}

// A member that is cut or spoilt costs its own record; the members after it are still read.
func TestBrokenMember(t *testing.T) {
	first, second := response(page, "Content-Type: text/html\r\n", html), response("https://b.example/2", "Content-Type: text/html\r\n", html)
	a, b := gz(first), gz(second)
	for cut := 2; cut < len(a); cut++ { // with one byte left it is no gzip file
		archive := append(slices.Clone(a[:cut]), b...)
		got := pages(t, archive)
		if len(got) == 0 || got[len(got)-1].ID != "b.example/2" {
			t.Fatalf("cut at byte %d: the second record is lost: %+v", cut, got)
		}
	}
	for cut := 1; cut < len(b); cut++ { // the end of the file is missing: the first page stands, the loss is a row
		got := pages(t, append(slices.Clone(a), b[:cut]...))
		if got[0].Skip != nil || len(got) < 2 || got[1].Skip == nil && string(got[1].Bytes) != html {
			t.Fatalf("cut at byte %d: got %+v", cut, got)
		}
	}
}

// A record whose length is wrong costs itself; reading goes on at the next line that begins a record, in every kind of stream.
func TestWrongLength(t *testing.T) {
	good := response("https://b.example/2", "Content-Type: text/html\r\n", html)
	for name, bad := range map[string]string{
		"too short": strings.Replace(response(page, "Content-Type: text/html\r\n", html), "Content-Length: 1", "Content-Length: ", 1),
		"too long":  strings.Replace(response(page, "Content-Type: text/html\r\n", html), "Content-Length: ", "Content-Length: 1", 1),
		"negative":  strings.Replace(response(page, "Content-Type: text/html\r\n", html), "Content-Length: ", "Content-Length: -", 1),
		"none":      strings.Replace(response(page, "Content-Type: text/html\r\n", html), "Content-Length: ", "X: ", 1),
		"huge":      strings.Replace(response(page, "Content-Type: text/html\r\n", html), "Content-Length: ", "Content-Length: 99999999999999999999", 1),
	} {
		all := bad + strings.Repeat(response("https://c.example/3", "Content-Type: text/html\r\n", strings.Repeat(html, 40)), 2) + good
		for stream, archive := range map[string][]byte{"plain": []byte(all), "gzip": gz(all), "zstd": zstdFile(t, all, nil)} {
			got := pages(t, archive)
			skips := 0
			for _, p := range got {
				if p.Skip != nil {
					skips++
				}
			}
			if last := got[len(got)-1]; last.ID != "b.example/2" || string(last.Bytes) != html || skips == 0 {
				t.Errorf("%s, %s: got %d pages, %d skips, the last %+v", name, stream, len(got), skips, last)
			}
		}
	}
}

// endless is a record block of zeros that takes no room.
type endless struct{}

func (endless) Read(p []byte) (int, error) { clear(p); return len(p), nil }

// A record far larger than memory is passed over, and costs no memory.
func TestHugeRecord(t *testing.T) {
	const size = 1 << 30
	head := fmt.Sprintf("WARC/1.1\r\nWARC-Type: resource\r\nWARC-Target-URI: https://a.example/film\r\nContent-Type: text/html\r\nContent-Length: %d\r\n\r\n", size)
	in := io.MultiReader(strings.NewReader(head), io.LimitReader(endless{}, size), strings.NewReader("\r\n\r\n"+response(page, "Content-Type: text/html\r\n", html)))
	before := allocated()
	got := slices.Collect(Pages(in, "huge.warc"))
	if len(got) != 2 || got[0].Skip == nil || got[0].Skip.Reason != gather.TooLarge || string(got[1].Bytes) != html {
		t.Errorf("got %+v", got)
	}
	if used := allocated() - before; used > 8<<20 {
		t.Errorf("%d bytes were allocated to pass over a record", used)
	}
}

// allocated is how many bytes this process has asked for so far.
func allocated() uint64 {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.TotalAlloc
}

// What is held does not grow with the archive: 20,000 pages, 230 MB of them, are read in a few MB.
func TestStreaming(t *testing.T) {
	for name, pack := range map[string]func(string) []byte{
		"plain": func(s string) []byte { return []byte(s) },
		"gzip":  func(s string) []byte { return gz(s) },
		"zstd":  func(s string) []byte { return zstdFile(t, s, nil) },
	} {
		const n = 20_000
		count, peak := 0, uint64(0)
		for p := range Pages(&repeated{pack(response(page, "Content-Type: text/html\r\n", strings.Repeat(html, 200))), n, nil}, "big.warc") {
			if p.Skip != nil {
				t.Fatalf("%s: %+v", name, p.Skip)
			}
			if count++; count%2000 == 0 {
				runtime.GC()
				var m runtime.MemStats
				runtime.ReadMemStats(&m)
				peak = max(peak, m.HeapAlloc)
			}
		}
		if count != n || peak > 16<<20 {
			t.Errorf("%s: %d pages of %d, %d bytes held", name, count, n, peak)
		}
	}
}

// repeated is a file of n equal parts.
type repeated struct {
	part []byte
	n    int
	rest []byte
}

func (r *repeated) Read(p []byte) (int, error) {
	if len(r.rest) == 0 {
		if r.n == 0 {
			return 0, io.EOF
		}
		r.n--
		r.rest = r.part
	}
	n := copy(p, r.rest)
	r.rest = r.rest[n:]
	return n, nil
}

func bundleOf(t *testing.T, files map[string]string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, name := range slices.Sorted(func(yield func(string) bool) {
		for name := range files {
			if !yield(name) {
				return
			}
		}
	}) {
		w, err := z.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Store})
		if err != nil {
			t.Fatal(err)
		}
		io.WriteString(w, files[name])
	}
	z.Close()
	return b.Bytes()
}

func TestBundle(t *testing.T) {
	one, two := gz(response("https://a.example/1", "Content-Type: text/html\r\n", html)), gz(response("https://a.example/2", "Content-Type: text/html\r\n", html))
	files := map[string]string{
		"archive/data.warc.gz": string(one) + string(two),
		"pages/pages.jsonl":    `{"format":"json-pages-1.0","id":"pages","title":"All"}` + "\n" + `{"url":"https://a.example/2","ts":"2023-06-02T08:55:10Z","title":"Port shut"}` + "\n",
		"indexes/index.cdxj": fmt.Sprintf("example,a)/1 20230602085510 {\"url\":\"https://a.example/1\",\"filename\":\"data.warc.gz\",\"offset\":0,\"length\":%d,\"status\":200}\n", len(one)) +
			fmt.Sprintf("example,a)/2 20230602085510 {\"url\":\"https://a.example/2\",\"filename\":\"data.warc.gz\",\"offset\":\"%d\",\"length\":\"%d\",\"status\":\"200\"}\n", len(one), len(two)),
	}
	read := func() []gather.Page {
		b := bundleOf(t, files)
		return slices.Collect(Bundle(bytes.NewReader(b), int64(len(b)), "story.wacz"))
	}
	if got := read(); len(got) != 1 || got[0].ID != "a.example/2" || got[0].Given.Title != "Port shut" || got[0].Skip != nil {
		t.Errorf("asked for one page by the index, got %+v", got)
	}
	// What a crawl found beyond its seeds stands in a list of its own; a page captured twice comes twice.
	files["pages/extraPages.jsonl"] = `{"format":"json-pages-1.0","id":"extra"}` + "\n" + `{"url":"https://a.example/1#top","text":"` + strings.Repeat("x", 2<<20) + `"}` + "\n"
	files["indexes/index.cdxj"] += fmt.Sprintf("example,a)/2 20230603000000 {\"url\":\"https://a.example/2\",\"filename\":\"data.warc.gz\",\"offset\":0,\"length\":%d,\"status\":200}\n", len(one))
	if got := read(); len(got) != 2 || got[0].ID != "a.example/2" || got[1].ID != "a.example/1" {
		t.Errorf("asked for two pages, got %+v", got)
	}
	delete(files, "pages/extraPages.jsonl")
	delete(files, "indexes/index.cdxj")
	if got := read(); len(got) != 1 || got[0].ID != "a.example/2" {
		t.Errorf("asked for one page without an index, got %+v", got)
	}
	files["pages/pages.jsonl"] += `{"url":"https://a.example/lost"}` + "\n"
	if got := read(); len(got) != 2 || got[1].ID != "a.example/lost" || got[1].Skip == nil {
		t.Errorf("a page that no archive holds is a row, got %+v", got)
	}
	delete(files, "pages/pages.jsonl")
	if got := read(); len(got) != 2 {
		t.Errorf("no page list: want both pages, got %+v", got)
	}
	files["pages/pages.jsonl"] = `{"url":"https://a.example/9"}`
	files["indexes/index.cdxj"] = `x 1 {"url":"https://a.example/9","filename":"../../etc/passwd","offset":0,"length":9}`
	if got := read(); len(got) != 1 || got[0].Skip == nil {
		t.Errorf("an index that points outside the bundle, got %+v", got)
	}
}

func FuzzBundle(f *testing.F) {
	f.Add([]byte(`{"url":"https://a.example/2"}`), []byte(`x 1 {"url":"https://a.example/2","filename":"a.warc","offset":0,"length":"9"}`), []byte(response("https://a.example/2", "", html)))
	f.Fuzz(func(t *testing.T, list, index, archive []byte) {
		var b bytes.Buffer
		z := zip.NewWriter(&b)
		for name, content := range map[string][]byte{"pages/pages.jsonl": list, "indexes/index.cdxj": index, "archive/a.warc": archive} {
			if w, err := z.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Store}); err == nil {
				w.Write(content)
			}
		}
		z.Close()
		for p := range Bundle(bytes.NewReader(b.Bytes()), int64(b.Len()), "fuzz.wacz") {
			if p.ID == "" || p.Skip != nil && p.Skip.Detail == "" {
				t.Errorf("a row without id or reason: %+v", p)
			}
		}
	})
}

func FuzzPages(f *testing.F) {
	f.Add([]byte(response(page, "Content-Type: text/html\r\n", html)))
	f.Add(gz(rec("revisit", page, "application/http", ""), response(page, "Transfer-Encoding: chunked\r\n", chunked(html))))
	f.Add([]byte("WARC/1.0\r\nContent-Length: 18446744073709551615\r\n\r\n"))
	f.Fuzz(func(t *testing.T, archive []byte) {
		for p := range Pages(bytes.NewReader(archive), "fuzz.warc") {
			if p.ID == "" || p.Skip != nil && p.Skip.Detail == "" {
				t.Errorf("a row without id or reason: %+v", p)
			}
		}
	})
}

// What Write writes, Pages reads back.
func TestWrite(t *testing.T) {
	c := &gather.Capture{URL: page, Time: "2023-06-02T08:55:10Z", Status: "200 OK",
		Header: map[string][]string{"Content-Type": {"text/html; charset=utf-8"}, "Content-Encoding": {"gzip"}, "Transfer-Encoding": {"chunked"}, "X-A": {"one", "two\r\nWARC/1.0"}},
		Body:   gz(html)}
	first, err := Write(c)
	if err != nil {
		t.Fatal(err)
	}
	second, _ := Write(c)
	if !bytes.Equal(first, second) {
		t.Error("equal captures give different bytes")
	}
	got := pages(t, append(first, second...))
	if len(got) != 2 || string(got[0].Bytes) != html || got[1].Given.Fetched != c.Time {
		t.Errorf("got %+v", got)
	}
}

// Headers without end cost a bound, and the record behind them is still read; what unpacks to far more than text can ends the archive.
func TestEndlessHeaders(t *testing.T) {
	good := response("https://b.example/2", "Content-Type: text/html\r\n", html)
	for name, bad := range map[string]string{
		"one line":   "WARC/1.0\r\nX-Y: " + strings.Repeat("a", maxHead+10) + "\r\nContent-Length: 0\r\n\r\n\r\n",
		"many lines": "WARC/1.0\r\n" + strings.Repeat("X-Y: a\r\n", maxLines+10) + "Content-Length: 0\r\n\r\n\r\n",
	} {
		for stream, archive := range map[string][]byte{"plain": []byte(bad + good), "gzip": gz(bad, good)} {
			got := pages(t, archive)
			if len(got) != 2 || got[0].Skip == nil || got[0].Skip.Reason != gather.TooLarge || string(got[1].Bytes) != html {
				t.Errorf("%s, %s: got %d pages: %+v", name, stream, len(got), got)
			}
		}
	}
	inner := response(page, "Content-Type: text/html\r\nX: "+strings.Repeat("a", maxHead)+"\r\n", html)
	if got := pages(t, []byte(inner)); len(got) != 1 || got[0].Skip == nil {
		t.Errorf("headers of an answer: got %+v", got)
	}
	bomb := gz("WARC/1.0\r\n" + strings.Repeat("X-Y: a\r\n", 4<<20))
	if got := pages(t, append(bomb, gz(good)...)); len(got) != 1 || got[0].Skip == nil {
		t.Errorf("a bomb: got %+v", got)
	}
}

// What lets somebody in is cut from addresses before ids are made of them.
func TestAddresses(t *testing.T) {
	got := pages(t, []byte(response("https://ona:pw@a.example/1?token=x&id=2", "Content-Type: text/html\r\n", html)))
	if len(got) != 1 || got[0].ID != "a.example/1?id=2" || got[0].Given.URL != "https://a.example/1?id=2" {
		t.Errorf("got %+v", got)
	}
}
