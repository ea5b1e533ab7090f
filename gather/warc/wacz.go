package warc

import (
	"archive/zip"
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"maps"
	"path"
	"sort"
	"strings"

	"github.com/klauspost/compress/gzip"

	"github.com/hearsay-news/hearsay/gather"
	"github.com/hearsay-news/hearsay/gather/archive"
)

// Bundle reads the pages of a WACZ file. Where its page lists name pages and the index knows them all, only their records are read, every
// capture of each; otherwise every record of every archive in the bundle is. Pages come in the order of the page lists, or of the archives.
func Bundle(r io.ReaderAt, size int64, source string) iter.Seq[gather.Page] {
	return func(yield func(gather.Page) bool) {
		z, err := zip.NewReader(r, size)
		if err != nil {
			yield(broken(source, 0, 0, err)) // "zip: not a valid zip file"
			return
		}
		b := bundle{source: source, file: r, entries: map[string]*zip.File{}}
		if err := archive.CheckZip(z, size); err != nil {
			yield(broken(source, 0, 0, err))
			return
		}
		for _, f := range z.File {
			b.entries[f.Name] = f
		}
		asked, err := b.asked()
		if err != nil && !yield(broken(source+", page list", 0, 0, err)) {
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
			for _, at := range found[page.URL] {
				if !b.one(at, page, yield) {
					return
				}
			}
		}
	}
}

type bundle struct {
	source  string
	file    io.ReaderAt
	entries map[string]*zip.File
}

// askedPage is a line of a page list.
type askedPage struct {
	URL   string `json:"url"`
	Title string `json:"title"`
}

// maxAsked bounds the page lists and the index lines that are held.
const maxAsked = 1 << 20

// asked reads the page lists, pages/pages.jsonl and, for what a crawl found beyond its seeds, pages/extraPages.jsonl: nil where there is none.
func (b *bundle) asked() ([]askedPage, error) {
	var pages []askedPage
	seen := map[string]bool{}
	for _, name := range []string{"pages/pages.jsonl", "pages/extraPages.jsonl"} {
		f := b.entries[name]
		if f == nil {
			continue
		}
		err := eachLine(f, func(line []byte) error {
			var p askedPage
			if err := json.Unmarshal(line, &p); err != nil {
				return err
			}
			p.URL, _, _ = strings.Cut(p.URL, "#")
			if p.URL != "" && !seen[p.URL] && len(pages) < maxAsked {
				seen[p.URL] = true
				pages = append(pages, p)
			}
			return nil
		})
		if err != nil {
			return pages, fmt.Errorf("%s: %w", name, err)
		}
	}
	return pages, nil
}

// location is where the index says a capture's record lies.
type location struct {
	Filename string          `json:"filename"`
	Offset   json.RawMessage `json:"offset"`
	Length   json.RawMessage `json:"length"`
	Status   json.RawMessage `json:"status"`
	URL      string          `json:"url"`
	Mime     string          `json:"mime"`
}

// locate looks the asked pages up in the CDXJ indexes: every capture that is neither a redirect nor a note that nothing changed.
func (b *bundle) locate(asked []askedPage) (map[string][]location, error) {
	wanted := map[string]bool{}
	for _, p := range asked {
		wanted[p.URL] = true
	}
	var names []string
	for name := range b.entries {
		if strings.HasPrefix(name, "indexes/") && (strings.HasSuffix(name, ".cdx") || strings.HasSuffix(name, ".cdxj") || strings.HasSuffix(name, ".cdx.gz")) {
			names = append(names, name)
		}
	}
	sort.Strings(names)
	found := map[string][]location{}
	held := map[string]bool{}
	var failed error
	for _, name := range names {
		err := eachLine(b.entries[name], func(line []byte) error {
			brace := bytes.IndexByte(line, '{')
			if brace < 0 {
				return nil
			}
			var at location
			if err := json.Unmarshal(line[brace:], &at); err != nil {
				return err
			}
			at.URL, _, _ = strings.Cut(at.URL, "#")
			place := fmt.Sprintf("%s %s", at.Filename, at.Offset)
			if wanted[at.URL] && !held[place] && len(held) < maxAsked && at.Mime != "warc/revisit" && !strings.HasPrefix(unquote(at.Status), "3") {
				held[place] = true
				found[at.URL] = append(found[at.URL], at)
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
	fail := func(err error) bool { return yield(b.lacking(page, source, err)) }
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
		bounded := archive.Bounded(f, opened)
		if _, err := io.CopyN(io.Discard, bounded, offset); err != nil {
			return fail(err)
		}
		in = io.LimitReader(bounded, length)
	}
	any := false
	for p := range Pages(in, source) {
		any = true
		if p.Given.Title == "" && p.Name == "" { // a record with a name holds all that was given
			p.Given.Title = page.Title
		}
		p.Source = fmt.Sprintf("%s, at byte %d", source, offset)
		if !yield(p) {
			return false
		}
	}
	return any || fail(errors.New("no page at the index's place"))
}

// all reads every archive of the bundle, keeping to the asked pages where there are any. One that is in no archive is a row that says so.
func (b *bundle) all(asked []askedPage, yield func(gather.Page) bool) {
	missing := map[string]bool{}
	for _, p := range asked {
		missing[gather.PublicAddress(p.URL)] = true // as the pages of the archives come
	}
	wanted := maps.Clone(missing)
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
		for p := range Pages(archive.Bounded(b.entries[name], in), b.source+", "+name) {
			url, _, _ := strings.Cut(p.Given.URL, "#")
			if p.Skip == nil && len(wanted) > 0 && !wanted[url] {
				continue
			}
			delete(missing, url)
			if more = yield(p); !more {
				break
			}
		}
		in.Close()
		if !more {
			return
		}
	}
	for _, p := range asked {
		if missing[gather.PublicAddress(p.URL)] && !yield(b.lacking(p, b.source, errors.New("the page list names it, no archive of the bundle holds it"))) {
			return
		}
	}
}

// lacking is the row of a page that the list names and that can't be read.
func (b *bundle) lacking(page askedPage, source string, err error) gather.Page {
	p := broken(source, 0, 0, err)
	p.ID, p.Source, p.Given = pageID(gather.PublicAddress(page.URL)), source, gather.Given{URL: page.URL}
	return p
}

// maxListLine bounds a line of a page list or index; some crawlers write the text of the page into the list.
const maxListLine = 16 << 20

func unquote(raw json.RawMessage) string { return strings.Trim(string(raw), `"`) }

// eachLine calls do for every line of a zip entry that is not blank, decompressing .gz entries.
func eachLine(f *zip.File, do func([]byte) error) error {
	opened, err := f.Open()
	if err != nil {
		return err
	}
	defer opened.Close()
	in := archive.Bounded(f, opened)
	r := in
	if strings.HasSuffix(f.Name, ".gz") {
		packed := &gather.Counted{R: in}
		z, err := gzip.NewReader(packed)
		if err != nil {
			return err
		}
		r = gather.Unpacked(z, func() int64 { return packed.N })
	}
	lines := bufio.NewScanner(r)
	lines.Buffer(make([]byte, 0, 1<<16), maxListLine)
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
