// Package gather is where pages come from: files, later archives, feeds and the web.
//
// It hands on bytes as they were found, with what is known of them from outside, and decides nothing about their content:
//
//	pages/000.html, pages.csv says outlet "Radio Nord"  →  Page{ID: "000", Bytes: "<html>…", Form: HTML, Given: {Outlet: "Radio Nord"}}
//	pages/logo.png                                      →  Page{ID: "logo", Skip: {"unknown-format", ".png"}}
package gather

// Page is one page as it came.
type Page struct {
	ID        string
	Name      string // what the id is made from: the name without its ending, or the id given; "" means ID
	Path      string // what the id becomes where names clash: the path below the given folder; "" means Name
	Source    string // where it came from: path or URL
	Bytes     []byte // as found, undecoded; never changed
	Form      Form
	Charset   string     // charset label from outside (an HTTP header, JSON is "utf-8"); "" = unknown
	Sentences [][]string // sentences and tokens given by the caller; then Bytes holds them joined as contract.md says
	Given     Given
	Skip      *Skip    // why the page can't be read, found while gathering
	Capture   *Capture // the exchange that fetched it; nil for pages that were not fetched here
	List      *Capture // the exchange that fetched the feed or sitemap it stands in; on the first page of a list only
}

// Capture is one fetch as it went over the wire. It is kept as a WARC record.
type Capture struct {
	URL    string
	Time   string // RFC 3339, UTC
	Status string // "200 OK"
	Header map[string][]string
	Body   []byte // as it was sent, content encoding included
}

// Form says how a page's bytes are to be taken.
type Form uint8

const (
	Flat    Form = iota // text that may hold menus, captions, notices
	HTML                // markup
	Article             // clean text: every line is body
)

// Given is what is known of a page from outside it. Empty fields are unknown.
type Given struct {
	URL       string `json:"url,omitempty"`
	Outlet    string `json:"outlet,omitempty"`
	Title     string `json:"title,omitempty"`
	Published string `json:"published,omitempty"` // trusted publication date or date-time, ISO 8601
	Fetched   string `json:"fetched,omitempty"`   // when it was crawled, ISO 8601: never a publication date
}

// Skip says why a page is a row without a reading.
type Skip struct {
	Reason Reason `json:"reason"`
	Detail string `json:"detail"`
}

// Reason is the kind of a skip.
type Reason string

const (
	Empty         Reason = "empty"          // no byte, or only white space
	Binary        Reason = "binary"         // no text in it
	TooLarge      Reason = "too-large"      // over 16 MiB, or over the step budget of a page
	Unreadable    Reason = "unreadable"     // the file could not be read
	WrongEncoding Reason = "wrong-encoding" // no charset turns it into text
	UnknownFormat Reason = "unknown-format" // an ending Hearsay does not read
	BadInput      Reason = "bad-input"      // a JSON line that breaks the contract
	Panic         Reason = "panic"          // a fault of ours inside this page; the stack is in the log
	Revisit       Reason = "revisit"        // an archive record that only says the content was the same as before
	HTTPError     Reason = "http-error"     // the server answered with an error
)

// MaxBytes is the size above which a page becomes a too-large skip.
const MaxBytes = 16 << 20
