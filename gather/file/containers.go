package file

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path"
	"path/filepath"
	"strings"

	"github.com/klauspost/compress/gzip"

	"github.com/hearsay-news/hearsay/gather"
	"github.com/hearsay-news/hearsay/gather/archive"
	"github.com/hearsay-news/hearsay/gather/feed"
	"github.com/hearsay-news/hearsay/gather/warc"
)

// containers are the endings of files that hold pages, longest first where one ends in another.
var containers = []string{".warc.gz", ".warc.zst", ".warc", ".wacz", ".tar.gz", ".tar.zst", ".tgz", ".tar", ".zip", ".mhtml", ".mht", ".eml",
	".jsonl", ".jsonl.gz", ".json"}

// container returns the ending of a file that holds pages, and "" for any other.
func container(name string) string {
	name = strings.ToLower(name)
	for _, ending := range containers {
		if strings.HasSuffix(name, ending) {
			return ending
		}
	}
	return ""
}

// readContainer yields the pages of a container file and says whether to go on. Row is what the table beside it says.
func readContainer(f found, row, given gather.Given, yield func(gather.Page) bool) bool {
	source := filepath.ToSlash(f.path)
	info, err := os.Stat(f.path)
	if err == nil && !info.Mode().IsRegular() {
		err = errors.New("not a plain file: " + kind(info.Mode()))
	}
	var in *os.File
	if err == nil {
		in, err = os.Open(f.path)
	}
	if err != nil {
		return yield(skipped(f.name, source, gather.Unreadable, reason(err)))
	}
	defer in.Close()
	kind := holds(f)
	if kind == ".json" {
		head := make([]byte, headBytes)
		n, _ := in.ReadAt(head, 0)
		if feed.Looks(head[:n]) {
			return readFeedFile(f, row, given, yield)
		}
	}
	o := opening{row: row, given: given, yield: yield, more: true, tables: map[string]*table{}, met: map[string]bool{}}
	o.open(kind, f.name, f.below, source, in, info.Size(), 0)
	return o.more
}

// opening hands on the pages of one container, and of the containers inside it.
type opening struct {
	row, given gather.Given // what is known of every page: before what the page itself says, and behind it
	yield      func(gather.Page) bool
	more       bool
	tables     map[string]*table // of the folders inside
	met        map[string]bool   // folders of which a page was handed on
}

// stream is what a container is read from: a file, or an entry of another container in memory.
type stream interface {
	io.ReadSeeker
	io.ReaderAt
}

func (o *opening) hand(p gather.Page) bool {
	if p.Name == "" {
		p.Name, p.Path = p.ID, p.ID
	}
	p.Given = merge(merge(o.row, p.Given), o.given)
	o.more = o.more && o.yield(p)
	return o.more
}

// open reads a container by its ending. Name and below are what a page takes its id from where the container is one page.
func (o *opening) open(ending, name, below, source string, in stream, size int64, depth int) {
	var err error
	switch ending {
	case ".warc", ".warc.gz", ".warc.zst":
		for p := range warc.Pages(in, source) {
			if !o.hand(p) {
				return
			}
		}
	case ".wacz":
		for p := range warc.Bundle(in, size, source) {
			if !o.hand(p) {
				return
			}
		}
	case ".jsonl":
		for p := range lines(in, source) {
			if !o.hand(p) {
				return
			}
		}
	case ".jsonl.gz":
		var plain *gzip.Reader
		if plain, err = gzip.NewReader(in); err != nil {
			err = fmt.Errorf("gzip: %w", err)
			break
		}
		packed := func() int64 { n, _ := in.Seek(0, io.SeekCurrent); return n }
		for p := range lines(gather.Unpacked(plain, packed), source) {
			if !o.hand(p) {
				return
			}
		}
	case ".json":
		for p := range Articles(in, source) {
			if !o.hand(p) {
				return
			}
		}
	case ".zip":
		err = archive.Zip(in, size, tableName, func(e archive.Entry) bool { return o.entry(e, source, depth) })
	case ".tar", ".tgz", ".tar.gz", ".tar.zst":
		err = archive.Tar(in, func(e archive.Entry) bool { return o.entry(e, source, depth) })
	case ".mhtml", ".mht", ".eml":
		var p gather.Page
		if p, err = message(ending, in); err == nil {
			p.ID, p.Name, p.Path, p.Source = name, name, below, source
			o.hand(p)
		}
	}
	if err != nil {
		o.hand(gather.Page{ID: name, Name: name, Path: below, Source: source, Skip: &gather.Skip{Reason: why(err), Detail: err.Error()}})
	}
}

// why is the reason that goes with an error of a container.
func why(err error) gather.Reason {
	if errors.Is(err, gather.ErrRatio) {
		return gather.TooLarge
	}
	return gather.Unreadable
}

func message(ending string, in io.Reader) (gather.Page, error) {
	raw, err := io.ReadAll(io.LimitReader(in, archive.MaxEntry))
	if err != nil {
		return gather.Page{}, err
	}
	if ending == ".eml" {
		return archive.Message(raw)
	}
	return archive.MHTML(raw)
}

// entry hands on one file of an archive as if it stood in a folder.
func (o *opening) entry(e archive.Entry, source string, depth int) bool {
	name, below := archive.PageName(e.Name)
	p := gather.Page{ID: below, Name: name, Path: below, Source: source + ", " + e.Name, Skip: e.Skip}
	if p.Skip != nil {
		return o.hand(p)
	}
	folder := source + "/" + path.Dir(below)
	switch base := path.Base(e.Name); {
	case base == tableName && o.met[folder]:
		p.Skip = &gather.Skip{Reason: gather.BadInput, Detail: tableName + " stands behind pages it is about; put it before them"}
		return o.hand(p)
	case base == tableName:
		o.tables[folder] = newTable(bytes.NewReader(e.Bytes))
		return true
	case strings.HasPrefix(base, "."):
		return true
	}
	o.met[folder] = true
	if ending := container(e.Name); ending != "" {
		if depth+1 >= archive.MaxDepth {
			p.Skip = &gather.Skip{Reason: gather.TooLarge, Detail: "archives nested too deep"}
			return o.hand(p)
		}
		o.open(ending, name, below, p.Source, bytes.NewReader(e.Bytes), int64(len(e.Bytes)), depth+1)
		return o.more
	}
	if t := o.tables[folder]; t != nil {
		p.Given, p.Skip = t.row(found{path: e.Name, name: name})
	}
	var c content
	if p.Skip == nil {
		c, p.Skip = take(found{path: e.Name}, e.Bytes[:min(len(e.Bytes), headBytes)])
	}
	if p.Skip == nil && len(e.Bytes) > gather.MaxBytes {
		p.Skip = tooLarge(int64(len(e.Bytes)))
	}
	if p.Skip == nil {
		if c.list {
			return readList(e.Bytes, name, p.Source, p.Given, func(q gather.Page) bool { return o.hand(q) })
		}
		p.Form, p.Bytes = c.form, e.Bytes
		p.Given = savedWith(p)
	}
	return o.hand(p)
}

// savedWith adds what a page's own bytes say of how it was saved.
func savedWith(p gather.Page) gather.Given {
	if p.Form == gather.HTML {
		for _, read := range []func([]byte) (gather.Given, bool){archive.SingleFile, archive.SavedFrom} {
			if note, found := read(p.Bytes); found {
				return merge(p.Given, note)
			}
		}
	}
	return p.Given
}
