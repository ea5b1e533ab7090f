package archive

import (
	"bytes"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net/mail"
	"strings"
	"time"

	"golang.org/x/net/html/charset"

	"github.com/hearsay-news/hearsay/gather"
)

// maxParts bounds the parts of one message, nested ones included.
const maxParts = 10_000

// MHTML reads a page that a browser saved as one message. Its date is when it was saved.
func MHTML(raw []byte) (gather.Page, error) {
	m, err := parseMessage(raw)
	if err != nil {
		return gather.Page{}, fmt.Errorf("mhtml: %w", err)
	}
	p := m.page
	p.Given.URL = strings.TrimSpace(m.header.Get("Snapshot-Content-Location"))
	if p.Given.URL == "" {
		p.Given.URL = m.location
	}
	p.Given.Fetched = m.date
	return p, nil
}

// Message reads an e-mail, such as a newsletter. Its date is when it was published, its subject the title, its sender the outlet.
func Message(raw []byte) (gather.Page, error) {
	m, err := parseMessage(raw)
	if err != nil {
		return gather.Page{}, fmt.Errorf("eml: %w", err)
	}
	p := m.page
	p.Given.Published = m.date
	words := &mime.WordDecoder{CharsetReader: charset.NewReaderLabel}
	if subject, err := words.DecodeHeader(m.header.Get("Subject")); err == nil {
		p.Given.Title = subject
	}
	addresses := mail.AddressParser{WordDecoder: words}
	if from, err := addresses.Parse(m.header.Get("From")); err == nil {
		p.Given.Outlet = from.Name
	}
	return p, nil
}

type message struct {
	header   mail.Header
	page     gather.Page
	date     string // ISO 8601, "" where the header has none
	location string // Content-Location of the part taken
}

func parseMessage(raw []byte) (*message, error) {
	parsed, err := mail.ReadMessage(bytes.NewReader(raw))
	if err != nil {
		return nil, err
	}
	m := &message{header: parsed.Header}
	if date, err := parsed.Header.Date(); err == nil {
		m.date = date.Format(time.RFC3339)
	}
	parts := maxParts
	if err := m.take(parsed.Header.Get, parsed.Body, &parts, 0); err != nil {
		return nil, err
	}
	if m.page.Bytes == nil {
		return nil, errors.New("no text or HTML part")
	}
	return m, nil
}

// take looks for the first HTML part, and else the first text part, and keeps it decoded.
func (m *message) take(header func(string) string, body io.Reader, parts *int, depth int) error {
	if *parts--; *parts < 0 || depth > 8 {
		return fmt.Errorf("more than %d parts or 8 levels", maxParts)
	}
	mediaType, params, err := mime.ParseMediaType(header("Content-Type"))
	if err != nil {
		mediaType, params = "text/plain", nil
	}
	if strings.HasPrefix(mediaType, "multipart/") {
		for r := multipart.NewReader(body, params["boundary"]); ; {
			part, err := r.NextRawPart()
			if errors.Is(err, io.EOF) {
				return nil
			}
			if err != nil {
				if m.page.Bytes != nil {
					return nil // the rest is cut off, the page is there
				}
				return err
			}
			if err := m.take(part.Header.Get, part, parts, depth+1); err != nil {
				return err
			}
			if m.page.Form == gather.HTML {
				return nil
			}
		}
	}
	html := mediaType == "text/html" || mediaType == "application/xhtml+xml"
	if !html && (mediaType != "text/plain" || m.page.Bytes != nil) {
		return nil
	}
	decoded, err := io.ReadAll(io.LimitReader(transferDecoded(header("Content-Transfer-Encoding"), body), MaxEntry))
	if err != nil && len(decoded) == 0 {
		return err
	}
	m.page.Bytes, m.page.Charset, m.page.Form = decoded, params["charset"], gather.Flat
	if html {
		m.page.Form = gather.HTML
	}
	m.location = strings.TrimSpace(header("Content-Location"))
	return nil
}

func transferDecoded(encoding string, body io.Reader) io.Reader {
	switch strings.ToLower(strings.TrimSpace(encoding)) {
	case "quoted-printable":
		return quotedprintable.NewReader(body)
	case "base64":
		return base64.NewDecoder(base64.StdEncoding, body)
	}
	return body
}
