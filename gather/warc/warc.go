// Package warc gathers pages from web archives: WARC 1.0 and 1.1 files, plain, gzip (one member a record) or zstd, and WACZ bundles.
//
//	WARC/1.0                                     →  Page{ID: "radionord.example/2023/03/06/depot-blast",
//	WARC-Type: response                                  Source: "crawl.warc.gz, record 17 at byte 90211",
//	WARC-Target-URI: https://radionord.example/…         Bytes: the body, unchunked and decompressed,
//	WARC-Date: 2023-06-02T08:55:10Z                      Given: {URL: "https://radionord.example/…", Fetched: "2023-06-02T08:55:10Z"}}
//
// Responses and resources that hold HTML or text are pages. Pictures, scripts, styles, fonts, sound, film and redirects are what a
// page is made of, not pages, and give no row; neither do request, metadata and warcinfo records, nor what a crawler notes under an
// address of its own (dns:, urn:, metadata:). Everything else that can't be read (a revisit, an error status, a record that breaks off) is a
// page with its skip. One record is held in memory at a time.
package warc

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"net/http"
	"strings"

	"github.com/hearsay-news/hearsay/gather"
)

// MaxRecord is the largest record block that is read, in bytes after decompression. A larger one is passed over with a skip.
const MaxRecord = 64 << 20

// Pages reads the pages of a WARC file in the order of its records. Source names the file in rows and messages. The stream's
// compression is told from its first bytes.
func Pages(r io.Reader, source string) iter.Seq[gather.Page] {
	return func(yield func(gather.Page) bool) {
		records, err := newReader(r)
		if err != nil {
			yield(broken(source, 0, 0, err))
			return
		}
		defer records.close()
		for lost := false; ; {
			rec, err := records.next()
			if errors.Is(err, io.EOF) {
				return
			}
			if err != nil {
				// One row for a broken stretch, however often something in it looks like a beginning.
				if !lost && !yield(broken(source, records.count, records.at, err)) || errors.Is(err, gather.ErrRatio) || !records.resume() {
					return
				}
				lost = true
				continue
			}
			lost = false
			if p, isPage := rec.page(source); isPage && !yield(p) {
				return
			}
		}
	}
}

// broken is the row of a record that can't be read.
func broken(source string, record int, offset int64, err error) gather.Page {
	where := source // the whole file, where no record was reached
	if record > 0 {
		where = place(source, record, offset)
	}
	reason := gather.Unreadable
	if errors.Is(err, gather.ErrRatio) || errors.Is(err, errHead) {
		reason = gather.TooLarge
	}
	return gather.Page{ID: where, Source: where, Skip: &gather.Skip{Reason: reason, Detail: "warc: " + err.Error()}}
}

func place(source string, record int, offset int64) string {
	return fmt.Sprintf("%s, record %d at byte %d", source, record, offset)
}

// page turns a record into a page; false for records that are none.
func (rec *record) page(source string) (gather.Page, bool) {
	kind := strings.ToLower(rec.header("WARC-Type"))
	uri := gather.PublicAddress(strings.Trim(rec.header("WARC-Target-URI"), "<>"))
	p := gather.Page{
		ID:     pageID(uri),
		Source: place(source, rec.number, rec.at),
		Given:  gather.Given{URL: uri, Fetched: rec.header("WARC-Date")},
	}
	if p.ID == "" {
		p.ID = p.Source
	}
	if !onTheWeb(uri) {
		return p, false // what a crawler notes about itself: dns:, urn:text:…, metadata://
	}
	skip := func(reason gather.Reason, detail string) (gather.Page, bool) {
		p.Skip = &gather.Skip{Reason: reason, Detail: detail}
		return p, true
	}
	switch kind {
	case "revisit":
		if answer, err := parseHTTP(rec.block); err == nil && (answer.status >= 300 || !document(answer.header.Get("Content-Type"))) {
			return p, false
		}
		return skip(gather.Revisit, "same content as "+rec.header("WARC-Refers-To-Target-URI")+" of "+rec.header("WARC-Refers-To-Date"))
	case "response", "resource", "conversion":
	default:
		return p, false
	}
	if rec.tooLarge {
		return skip(gather.TooLarge, fmt.Sprintf("record of %s bytes, limit %d", rec.header("Content-Length"), MaxRecord))
	}
	body, mediaType := rec.block, rec.header("Content-Type")
	if kind == "response" && strings.Contains(strings.ToLower(mediaType), "http") {
		answer, err := parseHTTP(rec.block)
		if err != nil {
			return skip(gather.Unreadable, "http: "+err.Error())
		}
		if answer.status >= 300 && answer.status < 400 {
			return p, false
		}
		mediaType = answer.header.Get("Content-Type")
		if answer.status >= 400 {
			if !document(mediaType) {
				return p, false
			}
			return skip(gather.HTTPError, fmt.Sprintf("status %d", answer.status))
		}
		if body, err = answer.body(); errors.Is(err, errTooLarge) {
			return skip(gather.TooLarge, "http: "+err.Error())
		} else if err != nil {
			return skip(gather.Unreadable, "http: "+err.Error())
		}
	}
	form, charset, readable := mediaForm(mediaType, body)
	if !readable {
		if !document(mediaType) {
			return p, false
		}
		if mediaType == "" {
			return skip(gather.UnknownFormat, "no type is given, and the first bytes look like "+http.DetectContentType(body))
		}
		return skip(gather.UnknownFormat, mediaType)
	}
	p.Bytes, p.Form, p.Charset = body, form, charset
	rec.asGiven(&p)
	if len(body) > gather.MaxBytes {
		return skip(gather.TooLarge, fmt.Sprintf("%d bytes, limit %d", len(body), gather.MaxBytes))
	}
	return p, true
}

// asGiven takes over what WritePage noted of a page.
func (rec *record) asGiven(p *gather.Page) {
	var n noted
	if field := rec.header("Hearsay-Page"); field == "" || json.Unmarshal([]byte(field), &n) != nil || n.Name == "" {
		return
	}
	p.ID, p.Name, p.Path, p.Charset, p.Given = n.Name, n.Name, n.Path, n.Charset, n.Given
	p.Given.URL = gather.PublicAddress(n.Given.URL)
	for form, name := range formNames {
		if name == n.Form {
			p.Form = form
		}
	}
}

// onTheWeb says whether an address is one that a page can have; a record without an address may hold one.
func onTheWeb(uri string) bool {
	scheme, _, found := strings.Cut(strings.ToLower(uri), ":")
	switch scheme {
	case "http", "https", "ftp", "file":
		return true
	}
	return !found
}

// pageID makes an id of an address: the address without its scheme, its fragment and a slash at the end.
func pageID(uri string) string {
	if cut := strings.Index(uri, "://"); cut >= 0 {
		uri = uri[cut+3:]
	}
	uri, _, _ = strings.Cut(uri, "#")
	return strings.TrimSuffix(strings.TrimPrefix(uri, "www."), "/")
}
