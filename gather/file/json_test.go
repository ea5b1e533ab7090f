package file

import (
	"archive/tar"
	"bytes"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/klauspost/compress/gzip"

	"github.com/hearsay-news/hearsay/gather"
)

func TestArticles(t *testing.T) {
	for name, c := range map[string]struct{ file, want string }{
		"one":        {"\n{\n \"maintext\": \"Shut.\", \"url\": \"https://a.example/1\",\n \"date_publish\": \"2023-06-02 08:55:10\", \"authors\": []}", "a.example/1 Shut. /2023-06-02T08:55:10"},
		"list":       {"\ufeff [{\"id\":\"a\",\"text\":\"A\"}, {\"title\":\"T\",\"plaintext\":\"B\",\"publishing_date\":\"2023-06-02 08:00:00+02:00\"}]", "a A /; saved/2 B /2023-06-02T08:00:00+02:00"},
		"by outlet":  {`{"Radio Nord":[{"plaintext":"N"},{"body":{"summary":[],"sections":[{"headline":[],"paragraphs":["M"]}]}}],"Courier":[{"plaintext":"C"}]}`, "saved/1 C Courier/; saved/2 N Radio Nord/; saved/3 M Radio Nord/"},
		"no article": {`{"name":"package","files":["a"]}`, "saved, article 1 bad-input"},
		"cut off":    {`[{"id":"a","text":"A"},{"id":"b","te`, "a A /; saved, article 2 bad-input"},
		"too long":   {`[{"id":"a","text":"` + strings.Repeat("x", maxLine+1<<16) + `"}]`, "saved, article 1 too-large"},
		"no json":    {"<p>", "saved, article 1 bad-input"},
		"empty list": {"[]", ""},
	} {
		var got []string
		for p := range Articles(strings.NewReader(c.file), "saved.json") {
			if p.Skip != nil {
				got = append(got, p.ID+" "+string(p.Skip.Reason))
			} else {
				got = append(got, p.ID+" "+string(p.Bytes)+" "+p.Given.Outlet+"/"+p.Given.Published)
			}
		}
		if diff := cmp.Diff(c.want, strings.Join(got, "; ")); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
}

// A list of articles is read one at a time, however long it is.
func TestLongList(t *testing.T) {
	in := io.MultiReader(strings.NewReader("["), io.LimitReader(&over{[]byte(`{"id":"a","text":"` + strings.Repeat("x", 1000) + `"},`), 0}, 1<<28), strings.NewReader(`{}]`))
	n := 0
	for range Articles(in, "long.json") {
		if n++; n == 1000 {
			return // the rest was never read
		}
	}
	t.Errorf("%d articles", n)
}

// over is the same part over and over.
type over struct {
	part []byte
	at   int
}

func (o *over) Read(p []byte) (int, error) {
	n := copy(p, o.part[o.at:])
	o.at = (o.at + n) % len(o.part)
	return n, nil
}

// A table inside an archive says of its pages what it would say of them in a folder; a table beside an archive speaks of all its pages.
func TestTablesAndArchives(t *testing.T) {
	var tarred, late, lines bytes.Buffer
	for _, into := range []struct {
		b     *bytes.Buffer
		order []string
	}{{&tarred, []string{"x/pages.csv", "x/t1.txt"}}, {&late, []string{"x/t2.txt", "x/pages.csv"}}} {
		w := tar.NewWriter(into.b)
		for _, name := range into.order {
			body := "file,outlet\nt1.txt,Tar One\n"
			if strings.HasSuffix(name, ".txt") {
				body = "T"
			}
			w.WriteHeader(&tar.Header{Name: name, Mode: 0o644, Size: int64(len(body)), Typeflag: tar.TypeReg})
			io.WriteString(w, body)
		}
		w.Close()
	}
	z := gzip.NewWriter(&lines)
	io.WriteString(z, "\ufeff{\"id\":\"l1\",\"text\":\"L\"}\n")
	z.Close()
	root := lay(t, map[string]string{
		"pages.csv":  "file,outlet,published\nletter.eml,Beside,2020-01-01\n",
		"letter.eml": "From: Within <a@b.example>\r\nDate: Fri, 2 Jun 2023 10:55:10 +0200\r\n\r\nE",
		"z.zip": string(zipped(t, map[string][]byte{"y/a.txt": []byte("A"), "y/pages.csv": []byte("file,outlet\na.txt,Zip A\n"), "b.txt": []byte("B"),
			"bad/c.txt": []byte("C"), "bad/pages.csv": []byte("file,author\nc.txt,x\n")})),
		"r.tar": tarred.String(), "s.tar": late.String(), "l.jsonl.gz": lines.String(),
		"saved.html": "<!-- saved from url=(0021)https://a.example/1 --><p>S",
	})
	if err := os.Symlink(filepath.Join(root, "nowhere"), filepath.Join(root, "broken.txt")); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(root, filepath.Join(root, "loop.txt")); err != nil {
		t.Fatal(err)
	}
	var got []string
	for p := range Pages([]string{root}, gather.Given{}) {
		row := p.ID + " " + p.Given.Outlet + " " + p.Given.URL
		if p.Skip != nil {
			row = p.ID + " " + string(p.Skip.Reason) + " " + p.Skip.Detail
		}
		got = append(got, row)
		if p.ID == "letter" && p.Given.Published != "2020-01-01" {
			t.Errorf("letter: %+v", p.Given)
		}
	}
	want := []string{"broken unreadable no such file or directory", "l1  ", "letter Beside ", "loop unreadable not a plain file: a folder behind a link", "x/t1 Tar One ", "x/t2  ",
		"x/pages bad-input pages.csv stands behind pages it is about; put it before them", "saved  https://a.example/1", "b  ",
		`bad/c bad-input pages.csv: line 1: no column "author": there are id or file, url, outlet, title, published, fetched`, "y/a Zip A "}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}
