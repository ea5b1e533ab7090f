package warc

import (
	"archive/zip"
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"github.com/klauspost/compress/gzip"
	"io"
	"iter"
	"path"
	"sort"
	"strings"

	"github.com/hearsay-news/hearsay/gather"
)

// Bundle reads the pages of a WACZ file. Where pages/pages.jsonl names pages and the index knows them, only their records are read;
// otherwise every record of every archive in the bundle is. Pages come in the order of the page list, or of the archives.
func Bundle(r io.ReaderAt, size int64, source string) iter.Seq[gather.Page] {
	return func(yield func(gather.Page) bool) {
		z, err := zip.NewReader(r, size)
		if err != nil {
			yield(broken(source, 0, 0, fmt.Errorf("wacz: %w", err)))
			return
		}
		b := bundle{source: source, file: r, entries: map[string]*zip.File{}}
		for _, f := range z.File {
			b.entries[f.Name] = f
		}
		asked, err := b.asked()
		if err != nil && !yield(broken(source+", pages/pages.jsonl", 0, 0, err)) {
			return
		}
		found, err := b.locate(asked)
		if err != nil && !yield(broken(source+", indexes", 0, 0, err)) {
			return
		}
		if len(asked) == 0 || len(found) < len(asked) {
			b.all(asked, yield)
			return
		}
		for _, page := range asked {
			if !b.one(found[page.URL], page, yield) {
				return
			}
		}
	}
}

type bundle struct {
	source  string
	file    io.ReaderAt
	entries map[string]*zip.File
}

// askedPage is a line of pages/pages.jsonl.
type askedPage struct {
	URL   string `json:"url"`
	TS    string `json:"ts"`
	Title string `json:"title"`
}

// maxAsked bounds the page list and the index lines that are held.
const maxAsked = 1 << 20

// asked reads the page list: nil where there is none.
func (b *bundle) asked() ([]askedPage, error) {
	f := b.entries["pages/pages.jsonl"]
	if f == nil {
		return nil, nil
	}
	var pages []askedPage
	seen := map[string]bool{}
	err := eachLine(f, func(line []byte) error {
		var p askedPage
		if err := json.Unmarshal(line, &p); err != nil {
			return err
		}
		if p.URL != "" && !seen[p.URL] && len(pages) < maxAsked {
			seen[p.URL] = true
			pages = append(pages, p)
		}
		return nil
	})
	return pages, err
}

// location is where the index says a page's record lies.
type location struct {
	Filename string          `json:"filename"`
	Offset   json.RawMessage `json:"offset"`
	Length   json.RawMessage `json:"length"`
	Status   json.RawMessage `json:"status"`
	URL      string          `json:"url"`
}

// locate looks the asked pages up in the CDXJ indexes. The first capture that answered well is taken.
func (b *bundle) locate(asked []askedPage) (map[string]location, error) {
	wanted := map[string]bool{}
	for _, p := range asked {
		wanted[p.URL] = true
	}
	found := map[string]location{}
	var names []string
	for name := range b.entries {
		if strings.HasPrefix(name, "indexes/") && (strings.HasSuffix(name, ".cdx") || strings.HasSuffix(name, ".cdxj") || strings.HasSuffix(name, ".cdx.gz")) {
			names = append(names, name)
		}
	}
	sort.Strings(names)
	var failed error
	for _, name := range names {
		err := eachLine(b.entries[name], func(line []byte) error {
			brace := strings.IndexByte(string(line), '{')
			if brace < 0 {
				return nil
			}
			var at location
			if err := json.Unmarshal(line[brace:], &at); err != nil {
				return err
			}
			_, have := found[at.URL]
			if wanted[at.URL] && !have && !strings.HasPrefix(unquote(at.Status), "3") {
				found[at.URL] = at
			}
			return nil
		})
		if err != nil && failed == nil {
			failed = fmt.Errorf("%s: %w", name, err)
		}
	}
	return found, failed
}

// one reads the record at a place of the index.
func (b *bundle) one(at location, page askedPage, yield func(gather.Page) bool) bool {
	source := b.source + ", " + at.Filename
	fail := func(err error) bool {
		p := broken(source, 0, 0, err)
		p.ID, p.Given = pageID(page.URL), gather.Given{URL: page.URL}
		return yield(p)
	}
	var offset, length int64
	if _, err := fmt.Sscan(unquote(at.Offset), &offset); err != nil {
		return fail(fmt.Errorf("index offset %s: %w", at.Offset, err))
	}
	if _, err := fmt.Sscan(unquote(at.Length), &length); err != nil {
		return fail(fmt.Errorf("index length %s: %w", at.Length, err))
	}
	f := b.entries[path.Join("archive", at.Filename)]
	if f == nil {
		return fail(errors.New("the index names an archive that is not in the bundle"))
	}
	if offset < 0 || length <= 0 || offset+length > int64(f.UncompressedSize64) {
		return fail(fmt.Errorf("the index points outside the archive: %d+%d", offset, length))
	}
	var in io.Reader
	if f.Method == zip.Store {
		begin, err := f.DataOffset()
		if err != nil {
			return fail(err)
		}
		in = io.NewSectionReader(b.file, begin+offset, length)
	} else { // not what the format asks for, but readable
		opened, err := f.Open()
		if err != nil {
			return fail(err)
		}
		defer opened.Close()
		if _, err := io.CopyN(io.Discard, opened, offset); err != nil {
			return fail(err)
		}
		in = io.LimitReader(opened, length)
	}
	any := false
	for p := range Pages(in, source) {
		any = true
		if p.Given.Title == "" {
			p.Given.Title = page.Title
		}
		p.Source = fmt.Sprintf("%s, at byte %d", source, offset)
		if !yield(p) {
			return false
		}
	}
	return any || fail(errors.New("no page at the index's place"))
}

// all reads every archive of the bundle, keeping to the asked pages where there are any.
func (b *bundle) all(asked []askedPage, yield func(gather.Page) bool) {
	wanted := map[string]bool{}
	for _, p := range asked {
		wanted[p.URL] = true
	}
	var names []string
	for name := range b.entries {
		if strings.HasPrefix(name, "archive/") && !strings.HasSuffix(name, "/") {
			names = append(names, name)
		}
	}
	sort.Strings(names)
	for _, name := range names {
		in, err := b.entries[name].Open()
		if err != nil {
			if !yield(broken(b.source+", "+name, 0, 0, err)) {
				return
			}
			continue
		}
		more := true
		for p := range Pages(in, b.source+", "+name) {
			if p.Skip == nil && len(wanted) > 0 && !wanted[p.Given.URL] {
				continue
			}
			if more = yield(p); !more {
				break
			}
		}
		in.Close()
		if !more {
			return
		}
	}
}

func unquote(raw json.RawMessage) string { return strings.Trim(string(raw), `"`) }

// eachLine calls do for every line of a zip entry that is not blank, decompressing .gz entries.
func eachLine(f *zip.File, do func([]byte) error) error {
	in, err := f.Open()
	if err != nil {
		return err
	}
	defer in.Close()
	var r io.Reader = in
	if strings.HasSuffix(f.Name, ".gz") {
		if r, err = gzip.NewReader(in); err != nil {
			return err
		}
	}
	lines := bufio.NewScanner(r)
	lines.Buffer(make([]byte, 0, 1<<16), 1<<20)
	for n := 1; lines.Scan(); n++ {
		if len(strings.TrimSpace(lines.Text())) == 0 {
			continue
		}
		if err := do(lines.Bytes()); err != nil {
			return fmt.Errorf("line %d: %w", n, err)
		}
	}
	return lines.Err()
}
