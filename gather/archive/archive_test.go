package archive

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"encoding/binary"
	"errors"
	"io"
	"runtime"
	"strings"
	"testing"

	"github.com/klauspost/compress/gzip"

	"github.com/hearsay-news/hearsay/gather"
)

func zipOf(t *testing.T, files ...[2]string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, f := range files {
		w, err := z.Create(f[0])
		if err != nil {
			t.Fatal(err)
		}
		io.WriteString(w, f[1])
	}
	z.Close()
	return b.Bytes()
}

func collect(t *testing.T, walk func(func(Entry) bool) error) []Entry {
	t.Helper()
	var got []Entry
	if err := walk(func(e Entry) bool { got = append(got, e); return true }); err != nil {
		t.Fatal(err)
	}
	return got
}

func TestZip(t *testing.T) {
	raw := zipOf(t, [2]string{"a/one.html", "<p>one"}, [2]string{"../../etc/two.txt", "two"}, [2]string{"big.txt", strings.Repeat("a", MaxEntry+1)})
	got := collect(t, func(visit func(Entry) bool) error { return Zip(bytes.NewReader(raw), int64(len(raw)), "", visit) })
	if len(got) != 3 || string(got[0].Bytes) != "<p>one" || got[0].Skip != nil {
		t.Fatalf("got %+v", got)
	}
	if name, below := PageName(got[1].Name); name != "two" || below != "etc/two" {
		t.Errorf("a name that climbs out gives %q, %q", name, below)
	}
	if got[2].Skip == nil || got[2].Skip.Reason != gather.TooLarge || got[2].Bytes != nil {
		t.Errorf("an entry over the limit gives %+v", got[2].Skip)
	}
	for cut := range raw[:200] { // a zip file without its directory, or with half an entry
		if err := Zip(bytes.NewReader(raw[:cut]), int64(cut), "", func(Entry) bool { return true }); err == nil {
			t.Fatalf("cut at byte %d: no error", cut)
		}
	}
}

func TestTar(t *testing.T) {
	var plain bytes.Buffer
	w := tar.NewWriter(&plain)
	w.WriteHeader(&tar.Header{Name: "a/one.html", Mode: 0o644, Size: 6, Typeflag: tar.TypeReg})
	io.WriteString(w, "<p>one")
	w.WriteHeader(&tar.Header{Name: "evil", Typeflag: tar.TypeSymlink, Linkname: "/etc/passwd"})
	w.Close()
	var packed bytes.Buffer
	z := gzip.NewWriter(&packed)
	z.Write(plain.Bytes())
	z.Close()
	for name, raw := range map[string][]byte{"plain": plain.Bytes(), "gzip": packed.Bytes()} {
		got := collect(t, func(visit func(Entry) bool) error { return Tar(bytes.NewReader(raw), visit) })
		if len(got) != 2 || string(got[0].Bytes) != "<p>one" || got[1].Skip == nil {
			t.Errorf("%s: got %+v", name, got)
		}
	}
}

const mhtml = "From: <Saved by a browser>\r\nSnapshot-Content-Location: https://a.example/1\r\nSubject: Port shut\r\nDate: Fri, 2 Jun 2023 08:55:10 -0000\r\nMIME-Version: 1.0\r\n" +
	"Content-Type: multipart/related; type=\"text/html\"; boundary=\"b\"\r\n\r\n--b\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n" +
	"Content-Location: https://a.example/1\r\n\r\n<p>The port=E2=80=99s cranes =\r\nstand still.\r\n--b\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n--b--\r\n"

// Whatever is cut off an archive, what stands before the cut is read, and the loss is an error.
func TestCutTar(t *testing.T) {
	var b bytes.Buffer
	w := tar.NewWriter(&b)
	for _, name := range []string{"one.html", "two.html"} {
		w.WriteHeader(&tar.Header{Name: name, Mode: 0o644, Size: 3000, Typeflag: tar.TypeReg})
		io.WriteString(w, strings.Repeat("<p>", 1000))
	}
	w.Close()
	for _, cut := range []int{100, 600, 3000, 4000, 5000, 8000} {
		lost := false
		err := Tar(bytes.NewReader(b.Bytes()[:cut]), func(e Entry) bool { lost = lost || e.Skip != nil; return true })
		if err == nil && !lost {
			t.Errorf("cut at byte %d: nothing is said of it", cut)
		}
	}
}

// A pack that would fill memory is cut off at the entry's limit.
func TestBomb(t *testing.T) {
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	w := tar.NewWriter(z)
	w.WriteHeader(&tar.Header{Name: "bomb.html", Mode: 0o644, Size: 1 << 30, Typeflag: tar.TypeReg})
	for range 1 << 10 {
		w.Write(make([]byte, 1<<20))
	}
	w.WriteHeader(&tar.Header{Name: "one.html", Mode: 0o644, Size: 6, Typeflag: tar.TypeReg})
	io.WriteString(w, "<p>one")
	w.Close()
	z.Close()
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	var got []Entry
	err := Tar(&b, func(e Entry) bool { got = append(got, e); return true })
	runtime.ReadMemStats(&after)
	if len(got) != 1 || got[0].Skip == nil || got[0].Skip.Reason != gather.TooLarge || !errors.Is(err, gather.ErrRatio) {
		t.Errorf("got %+v, %v", got, err)
	}
	if used := after.TotalAlloc - before.TotalAlloc; used > 8*MaxEntry {
		t.Errorf("%d bytes were allocated", used)
	}
}

// Two entries that share one packed stretch are how a small file unpacks to more than any disk holds.
func TestOverlap(t *testing.T) {
	raw := zipOf(t, [2]string{"a.html", "<p>one <p>one <p>one"}, [2]string{"b.html", "<p>two <p>two <p>two"})
	directory := bytes.Index(raw, []byte("PK\x01\x02"))
	second := directory + 4 + bytes.Index(raw[directory+4:], []byte("PK\x01\x02"))
	binary.LittleEndian.PutUint32(raw[second+42:], 0) // where its data lies: at the first entry
	err := Zip(bytes.NewReader(raw), int64(len(raw)), "", func(Entry) bool { t.Error("an entry was read"); return true })
	if err == nil || !strings.Contains(err.Error(), "on top of each other") {
		t.Errorf("got %v", err)
	}
}

// An entry that unpacks to far more than text can is no page, and costs no more than the bound.
func TestRatio(t *testing.T) {
	raw := zipOf(t, [2]string{"bomb.html", strings.Repeat(" ", MaxEntry+1)}, [2]string{"one.html", "<p>one"})
	got := collect(t, func(visit func(Entry) bool) error { return Zip(bytes.NewReader(raw), int64(len(raw)), "", visit) })
	if len(got) != 2 || got[0].Skip == nil || got[0].Skip.Reason != gather.TooLarge || string(got[1].Bytes) != "<p>one" {
		t.Errorf("got %+v", got)
	}
}

func TestMHTML(t *testing.T) {
	p, err := MHTML([]byte(mhtml))
	if err != nil || string(p.Bytes) != "<p>The port’s cranes stand still." || p.Form != gather.HTML || p.Charset != "utf-8" {
		t.Fatalf("got %q, form %v, %v", p.Bytes, p.Form, err)
	}
	if p.Given.URL != "https://a.example/1" || p.Given.Fetched != "2023-06-02T08:55:10Z" || p.Given.Published != "" {
		t.Errorf("given %+v: the day of saving is no publication date", p.Given)
	}
}

func TestMessage(t *testing.T) {
	p, err := Message([]byte("From: \"Radio Nord\" <news@radionord.example>\r\nSubject: =?utf-8?q?Port_shut_=E2=80=93_again?=\r\nDate: Fri, 2 Jun 2023 10:55:10 +0200\r\n" +
		"Content-Type: multipart/alternative; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nplain\r\n--b\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\nPHA+aHRtbA==\r\n--b--\r\n"))
	want := gather.Given{Outlet: "Radio Nord", Title: "Port shut – again", Published: "2023-06-02T10:55:10+02:00"}
	if err != nil || string(p.Bytes) != "<p>html" || p.Given != want {
		t.Errorf("got %q, %+v, %v", p.Bytes, p.Given, err)
	}
	p, err = Message([]byte("From: =?koi8-r?q?=D2=C1=C4=C9=CF?= <news@radionord.example>\r\nSubject: =?windows-1252?q?Port_shut_=96_again?=\r\n\r\nplain"))
	if err != nil || p.Given.Title != "Port shut – again" || p.Given.Outlet != "радио" {
		t.Errorf("a subject in an old charset: %+v, %v", p.Given, err)
	}
	if _, err := Message([]byte("no header at all")); err == nil {
		t.Error("no error for what is no message")
	}
}

func TestSingleFile(t *testing.T) {
	given, found := SingleFile([]byte("<!DOCTYPE html> <html><!--\n Page saved with SingleFile \n url: https://a.example/1 \n saved date: Fri Jun 02 2023 10:55:10 GMT+0200 (Central European Summer Time)\n--><meta charset=utf-8>"))
	if !found || given.URL != "https://a.example/1" || given.Fetched != "2023-06-02T10:55:10+02:00" {
		t.Errorf("got %+v, %v", given, found)
	}
	if _, found := SingleFile([]byte("<p>plain")); found {
		t.Error("found a note where there is none")
	}
}

func TestSavedFrom(t *testing.T) {
	for head, want := range map[string]string{
		"<!DOCTYPE html>\n<!-- saved from url=(0021)https://a.example/1?x -->\n<html>": "https://a.example/1?x",
		"<!-- saved from url=(0014)about:internet --><html>":                           "",
		"<p>saved from url=(0021)https://a.example/1":                                  "",
	} {
		if given, found := SavedFrom([]byte(head)); given.URL != want || found != (want != "") {
			t.Errorf("%q: got %+v, %v", head, given, found)
		}
	}
}

func TestCrawlerLine(t *testing.T) {
	for name, c := range map[string]struct{ line, text, published string }{
		"news-please":                {`{"maintext":"The port is shut.","title":"Port shut","date_publish":"2023-06-02 08:55:10","date_download":"2023-06-03 00:00:00","source_domain":"a.example","url":"https://a.example/1","filename":"a.json"}`, "The port is shut.", "2023-06-02T08:55:10"},
		"news-please, nothing found": {`{"authors":[],"maintext":null,"title":null,"date_publish":"None","date_download":"2023-06-03 00:00:00","url":"https://a.example/1","filename":null}`, "", ""},
		"fundus, no address":         {`{"title":"Port shut","plaintext":"The port is shut.","publishing_date":"2023-06-02 08:55:10+00:00","images":[{"url":"x"}]}`, "The port is shut.", "2023-06-02T08:55:10+00:00"},
		"fundus":                     {`{"title":"Port shut","body":"The port is shut.","publishing_date":"2023-06-02 08:55:10+00:00","url":"https://a.example/1"}`, "The port is shut.", "2023-06-02T08:55:10+00:00"},
		"fundus sections":            {`{"title":"Port shut","body":{"summary":["Shut."],"sections":[{"headline":["Why"],"paragraphs":["Wind."]}]},"publishing_date":"2023-06-02","url":"https://a.example/1"}`, "Shut.\nWhy\nWind.", "2023-06-02"},
	} {
		p, ok := CrawlerLine([]byte(c.line))
		if !ok || string(p.Bytes) != c.text || p.Given.Published != c.published || (p.ID == "") != strings.Contains(name, "no address") || p.Form != gather.Article {
			t.Errorf("%s: got %q, %+v, id %q", name, p.Bytes, p.Given, p.ID)
		}
	}
	for _, line := range []string{`{"id":"1","text":"x"}`, `{`, `{"body":7}`} {
		if _, ok := CrawlerLine([]byte(line)); ok {
			t.Errorf("%s taken for a crawler's line", line)
		}
	}
}

func FuzzMessage(f *testing.F) {
	f.Add([]byte(mhtml))
	f.Add([]byte("Content-Type: multipart/mixed; boundary=\"\"\r\n\r\n--\r\n"))
	f.Fuzz(func(t *testing.T, raw []byte) {
		if p, err := MHTML(raw); err == nil && p.Bytes == nil {
			t.Error("a page without bytes and no error")
		}
	})
}

func FuzzZip(f *testing.F) {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	w, _ := z.Create("a.txt")
	io.WriteString(w, "a")
	z.Close()
	f.Add(b.Bytes())
	f.Fuzz(func(t *testing.T, raw []byte) {
		Zip(bytes.NewReader(raw), int64(len(raw)), "", func(e Entry) bool {
			if name, _ := PageName(e.Name); strings.Contains(name, "..") && strings.Contains(name, "/") {
				t.Errorf("page name %q", name)
			}
			return true
		})
	})
}

func FuzzArchives(f *testing.F) {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	w, _ := z.Create("a/one.html")
	io.WriteString(w, "<p>one")
	z.Close()
	f.Add(b.Bytes())
	var packed bytes.Buffer
	g := gzip.NewWriter(&packed)
	tw := tar.NewWriter(g)
	tw.WriteHeader(&tar.Header{Name: "one.html", Mode: 0o644, Size: 6, Typeflag: tar.TypeReg})
	io.WriteString(tw, "<p>one")
	tw.Close()
	g.Close()
	f.Add(packed.Bytes())
	f.Add([]byte(mhtml))
	f.Fuzz(func(t *testing.T, raw []byte) {
		n := 0
		count := func(e Entry) bool { n++; return n < 100 }
		_ = Zip(bytes.NewReader(raw), int64(len(raw)), "", count)
		_ = Tar(bytes.NewReader(raw), count)
		for _, read := range []func([]byte) (gather.Page, error){MHTML, Message} {
			if p, err := read(raw); err == nil && p.Bytes == nil {
				t.Error("a page without bytes")
			}
		}
		CrawlerLine(raw)
		SingleFile(raw)
		SavedFrom(raw)
	})
}
