package warc

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"

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
		"plain":                     []byte(response(page, htmlType, html)),
		"gzip members":              gz(rec("warcinfo", "", "application/warc-fields", "software: x"), response(page, htmlType, html)),
		"chunked":                   []byte(response(page, htmlType+"Transfer-Encoding: chunked\r\n", chunked(html))),
		"chunked in name only":      []byte(response(page, htmlType+"Transfer-Encoding: chunked\r\n", html)),
		"gzip content":              []byte(response(page, htmlType+"Content-Encoding: gzip\r\n", string(gz(html)))),
		"gzip content, chunked":     []byte(response(page, htmlType+"Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n", chunked(string(gz(html))))),
		"gzip in name only":         []byte(response(page, htmlType+"Content-Encoding: gzip\r\n", html)),
		"zstd content":              []byte(response(page, htmlType+"Content-Encoding: zstd\r\n", zstdBody)),
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
	delete(files, "indexes/index.cdxj")
	if got := read(); len(got) != 1 || got[0].ID != "a.example/2" {
		t.Errorf("asked for one page without an index, got %+v", got)
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
