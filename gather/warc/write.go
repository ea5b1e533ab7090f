package warc

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/base32"
	"encoding/json"
	"fmt"
	"net/url"
	"slices"
	"strings"
	"time"

	"github.com/klauspost/compress/gzip"

	"github.com/hearsay-news/hearsay/gather"
)

// Write returns a capture as one WARC/1.1 response record in a gzip member of its own: such members after one another are a .warc.gz file.
// The record's id is made from its content, so that equal captures are equal bytes.
func Write(c *gather.Capture) ([]byte, error) {
	var http bytes.Buffer
	fmt.Fprintf(&http, "HTTP/1.1 %s\r\n", c.Status)
	names := make([]string, 0, len(c.Header))
	for name := range c.Header {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		if strings.EqualFold(name, "Transfer-Encoding") || strings.EqualFold(name, "Content-Length") {
			continue // the body is kept whole, so neither is true of it any more
		}
		for _, value := range c.Header[name] {
			fmt.Fprintf(&http, "%s: %s\r\n", name, strings.NewReplacer("\r", " ", "\n", " ").Replace(value))
		}
	}
	fmt.Fprintf(&http, "Content-Length: %d\r\n\r\n", len(c.Body))
	http.Write(c.Body)

	return member("response", c.URL, c.Time, "application/http; msgtype=response", sha256.Sum256(c.Body), http.Bytes())
}

// NoTime is the date of records of pages of which nobody noted when they were saved: a WARC record must have one.
const NoTime = "1970-01-01T00:00:00Z"

// noted is what stands in the Hearsay-Page field of a resource record, so that a page comes back as it was given.
type noted struct {
	Name    string       `json:"name"`
	Path    string       `json:"path,omitempty"`
	Form    string       `json:"form"`
	Charset string       `json:"charset,omitempty"`
	Given   gather.Given `json:"given"`
}

var formNames = map[gather.Form]string{gather.Flat: "page", gather.HTML: "html", gather.Article: "article"}

// WritePage returns a page that came as a file as one WARC/1.1 resource record in a gzip member: its bytes as they are, under its own address or,
// where nothing tells one, under a file: address made from its id. No exchange with a server is made up. Field Hearsay-Page holds what is
// known of the page from outside.
func WritePage(p gather.Page) ([]byte, error) {
	mediaType := "text/plain"
	if p.Form == gather.HTML {
		mediaType = "text/html"
	}
	if p.Charset != "" && !strings.ContainsAny(p.Charset, " ;\r\n\"") {
		mediaType += "; charset=" + p.Charset
	}
	known, err := json.Marshal(noted{cmp.Or(p.Name, p.ID), p.Path, formNames[p.Form], p.Charset, p.Given})
	if err != nil {
		return nil, err
	}
	return member("resource", PageURI(p.ID, p.Given.URL), WARCDate(p.Given.Fetched), mediaType, sha256.Sum256(p.Bytes), p.Bytes, "Hearsay-Page: "+string(known))
}

// PageURI is the address under which a page that came as a file stands in an archive.
func PageURI(id, address string) string {
	if u, err := url.Parse(address); err == nil && u.Host != "" && onTheWeb(address) {
		return u.String()
	}
	return "file:///" + url.PathEscape(id)
}

// WARCDate is a moment as WARC and WACZ write it; NoTime where none is known.
func WARCDate(fetched string) string {
	for _, layout := range []string{time.RFC3339, "2006-01-02T15:04:05", "2006-01-02T15:04", "2006-01-02 15:04:05", time.DateOnly} {
		if t, err := time.Parse(layout, fetched); err == nil {
			return t.UTC().Format(time.RFC3339)
		}
	}
	return NoTime
}

// Info returns the record that opens an archive.
func Info(software string) ([]byte, error) {
	block := []byte("software: " + software + "\r\nformat: WARC File Format 1.1\r\nconformsTo: http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/\r\n" +
		"description: resource records are pages that came as files; those dated " + NoTime + " came without a time\r\n")
	return member("warcinfo", "", NoTime, "application/warc-fields", sha256.Sum256(block), block)
}

// member is one record in a gzip member.
func member(kind, uri, date, mediaType string, payload [sha256.Size]byte, block []byte, more ...string) ([]byte, error) {
	id := sha256.Sum256([]byte(uri + "\x00" + date + "\x00" + string(block)))
	id[6], id[8] = id[6]&0x0f|0x80, id[8]&0x3f|0x80 // version 8 of RFC 9562: made by our own rule
	var record bytes.Buffer
	fmt.Fprintf(&record, "WARC/1.1\r\nWARC-Type: %s\r\nWARC-Record-ID: <urn:uuid:%x-%x-%x-%x-%x>\r\n", kind, id[:4], id[4:6], id[6:8], id[8:10], id[10:16])
	if uri != "" {
		fmt.Fprintf(&record, "WARC-Target-URI: %s\r\n", uri)
	}
	fmt.Fprintf(&record, "WARC-Date: %s\r\nWARC-Payload-Digest: sha256:%s\r\n", date, base32.StdEncoding.EncodeToString(payload[:]))
	for _, field := range more {
		record.WriteString(field + "\r\n")
	}
	fmt.Fprintf(&record, "Content-Type: %s\r\nContent-Length: %d\r\n\r\n", mediaType, len(block))
	record.Write(block)
	record.WriteString("\r\n\r\n")

	var packed bytes.Buffer
	z := gzip.NewWriter(&packed)
	if _, err := z.Write(record.Bytes()); err != nil {
		return nil, err
	}
	if err := z.Close(); err != nil {
		return nil, err
	}
	return packed.Bytes(), nil
}
