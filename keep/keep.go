// Package keep holds the terms of a record: which pages it has, under which ids, with which bytes, what was read from them and what
// comparing them gave. A Store keeps them: a Snapshot of it serves one answer, an Update is one write. Folder sqlite keeps a record in one file, conform
// holds every store to the same answers, form is how values are written.
//
//	add a/port.txt (1 KB), b/port.txt (other 1 KB)
//	→ two pages "a/port" and "b/port", two originals named by their SHA-256, two readings named by what they were read from
//	add a/port.txt again, changed
//	→ a third page, "a/port@2": the first one's bytes are never touched
//
// Nothing here depends on the order in which pages came: ids are made from the whole set.
package keep

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"strconv"

	"github.com/hearsay-news/hearsay/gather"
	"github.com/hearsay-news/hearsay/read"
)

// Page is one page of a record, without its bytes.
type Page struct {
	ID        string // unique in the record, made by Identify
	Versions  []string
	Name      string // see gather.Page
	Path      string
	Source    string
	SHA256    string // of the original bytes, hex; "" where there are none
	Size      int
	Form      gather.Form
	Charset   string
	Sentences [][]string
	Given     gather.Given
	Skip      *gather.Skip // found while gathering; what reading finds stands in the reading
	Reading   string       // key of its reading
	Was       string       `json:"-"` // its id as of the last comparing; "" where it is new since
	Added     string       `json:"-"` // when it came into the record, RFC 3339, UTC; "" where that was not noted
}

// Capture is one fetch as a record keeps it.
type Capture struct {
	URL, Time    string
	Page         string // key of the page it became
	ETag         string
	LastModified string
	Record       []byte // a WARC record in a gzip member: many after one another are a .warc.gz file
}

// What can go wrong with a record, beside input and output. Every store wraps these.
var (
	ErrNotThere  = errors.New("there is no record")
	ErrNoRecord  = errors.New("not a record of Hearsay")
	ErrNewer     = errors.New("the record was written by a newer Hearsay")
	ErrReadOnly  = errors.New("the record is read-only")
	ErrBusy      = errors.New("another Hearsay is writing to the record")
	ErrFull      = errors.New("the disk is full")
	ErrDamaged   = errors.New("the record is damaged")
	ErrOlder     = errors.New("the record was written by an older Hearsay")
	ErrNoSuchRow = errors.New("no such page")
	ErrAway      = errors.New("the database server can't be reached")
)

// Describe takes over from a gathered page what a record keeps beside its bytes.
func Describe(p gather.Page) Page {
	out := Page{Name: p.Name, Path: p.Path, Source: p.Source, Size: len(p.Bytes), Form: p.Form, Charset: p.Charset,
		Sentences: p.Sentences, Given: p.Given, Skip: p.Skip}
	if out.Name == "" {
		out.Name = p.ID
	}
	if out.Path == "" {
		out.Path = out.Name
	}
	if p.Skip == nil {
		out.SHA256 = Sum(p.Bytes)
		out.Reading = ReadingKey(out)
	}
	return out
}

// ReadingKey names what a page says by everything that decides it: its bytes, how they are to be taken, what is given, and the
// version of the readers. When it was fetched and where it came from decide nothing but the date, so they are part of what is given.
func ReadingKey(p Page) string {
	named, err := json.Marshal(struct {
		SHA256, Charset, Reader string
		Form                    gather.Form
		Sentences               [][]string
		Given                   gather.Given
	}{p.SHA256, p.Charset, read.Version, p.Form, p.Sentences, p.Given})
	if err != nil {
		panic(err) // strings and numbers always marshal
	}
	return Sum(named)
}

// Key names a page within a record: its bytes under its name. Adding it again changes what is given, not the page.
func (p Page) Key() string {
	return Sum([]byte(strconv.Quote(p.Name) + strconv.Quote(p.Path) + p.SHA256))
}

// Sum is SHA-256 in hex.
func Sum(bytes []byte) string {
	sum := sha256.Sum256(bytes)
	return hex.EncodeToString(sum[:])
}
