// Package web fetches pages, feeds and sitemaps when a person asks for an address, politely and guarded.
//
//	hearsay add https://radionord.example/rss
//	  robots.txt asked once, one request a second to a host, the feed's items fetched in its order
//	  →  Page{ID: "radionord.example/1", Bytes: the body, Given: {URL, Title, Published: from the feed, Fetched: now},
//	          Capture: {status, headers, the body as it was sent}}
//
// Private, loopback and link-local addresses are refused after DNS. Redirects, sizes, times and retries are bounded. This is the only
// package that reads the clock, since the time of a fetch is evidence.
package web

import (
	"bytes"
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"iter"
	"mime"
	"net/http"
	"net/url"
	"strings"
	"time"

	"github.com/klauspost/compress/gzip"

	"github.com/hearsay-news/hearsay/gather"
	"github.com/hearsay-news/hearsay/gather/feed"
)

// Known is what an earlier fetch of the same address left: with it the server may answer "not modified".
type Known struct {
	ETag         string
	LastModified string
	SHA256       string // of the bytes that were kept, hex; where they come again, nothing changed
}

// maxLists bounds how many sitemaps or feeds one address may lead to.
const maxLists = 100

// Pages fetches an address: a page, or every page that a feed, sitemap or OPML file lists. known looks up what was kept of an address; nil
// for nothing. A page that did not change gives no row. What can't be fetched is a page with its skip.
func (c *Client) Pages(ctx context.Context, address string, known func(url string) (Known, bool)) iter.Seq[gather.Page] {
	if known == nil {
		known = func(string) (Known, bool) { return Known{}, false }
	}
	return gather.AllPublic(func(yield func(gather.Page) bool) {
		lists := []feed.Item{{URL: address}}
		seen := map[string]bool{address: true}
		for n := 0; n < len(lists); n++ {
			if n == maxLists {
				yield(leftOut(address, len(lists)-n, "feeds or sitemaps", maxLists))
				return
			}
			p, list, err := c.fetch(ctx, lists[n], known, true)
			switch {
			case errors.Is(err, errUnchanged):
			case err != nil:
				if !yield(skipped(lists[n], err)) {
					return
				}
			case list == nil:
				if !yield(p) {
					return
				}
			case list.Kind == feed.SitemapIndex || list.Kind == feed.OPML:
				for _, item := range list.Items {
					if !seen[item.URL] {
						seen[item.URL] = true
						lists = append(lists, item)
					}
				}
			default:
				if !c.items(ctx, list.Items, p.List, known, yield) {
					return
				}
			}
			if list != nil && list.More > 0 && !yield(leftOut(lists[n].URL, list.More, "items", feed.MaxItems)) {
				return
			}
		}
	})
}

// items fetches the pages of a list. An item whose page can't be fetched falls back to the content in the feed. The first page that is there
// carries the list itself.
func (c *Client) items(ctx context.Context, items []feed.Item, list *gather.Capture, known func(string) (Known, bool), yield func(gather.Page) bool) bool {
	for _, item := range items {
		p, _, err := c.fetch(ctx, item, known, false)
		if errors.Is(err, errUnchanged) {
			continue
		}
		if content := cmp.Or(item.HTML, item.Summary); err != nil && content != "" && ctx.Err() == nil {
			p, err = page(item, item.URL), nil
			p.Bytes, p.Form, p.Charset = []byte(content), gather.HTML, "utf-8"
		}
		if err != nil {
			p = skipped(item, err)
		} else {
			p.List, list = list, nil
		}
		if !yield(p) || ctx.Err() != nil {
			return false
		}
	}
	return true
}

// leftOut is the row that says that a list is longer than what is taken of it.
func leftOut(address string, n int, what string, limit int) gather.Page {
	p := page(feed.Item{URL: address}, address)
	p.ID = fmt.Sprintf("%s, %d more", p.ID, n)
	p.Skip = &gather.Skip{Reason: gather.TooLarge, Detail: fmt.Sprintf("%d more %s are listed, the first %d are taken", n, what, limit)}
	return p
}

var errUnchanged = errors.New("not modified")

// fetch gets one address. With lists set, a feed or sitemap is parsed and returned as such.
func (c *Client) fetch(ctx context.Context, item feed.Item, known func(string) (Known, bool), lists bool) (gather.Page, *feed.List, error) {
	header := http.Header{}
	if k, ok := known(gather.PublicAddress(item.URL)); ok {
		if k.ETag != "" {
			header.Set("If-None-Match", k.ETag)
		}
		if k.LastModified != "" {
			header.Set("If-Modified-Since", k.LastModified)
		}
	}
	resp, err := c.do(ctx, item.URL, header)
	if err != nil {
		return gather.Page{}, nil, err
	}
	defer resp.Body.Close()
	at := c.now().UTC()
	if resp.StatusCode == http.StatusNotModified && len(header) > 0 {
		return gather.Page{}, nil, errUnchanged
	}
	if resp.StatusCode != http.StatusOK {
		return gather.Page{}, nil, statusError(resp.StatusCode)
	}
	sent, err := readBody(resp.Body, c.options.MaxBytes)
	if err != nil {
		return gather.Page{}, nil, err
	}
	body, err := decompress(resp.Header.Get("Content-Encoding"), sent, c.options.MaxBytes)
	if err != nil {
		return gather.Page{}, nil, err
	}
	final := gather.PublicAddress(resp.Request.URL.String())
	capture := &gather.Capture{URL: final, Time: at.Format(time.RFC3339), Status: resp.Status, Header: resp.Header.Clone(), Body: sent}
	if lists {
		if unpacked, err := decompress("gzip", body, c.options.MaxBytes); err == nil && feed.Looks(unpacked) { // sitemap.xml.gz is packed in itself
			list, err := feed.Parse(unpacked, resp.Request.URL.String(), at)
			return gather.Page{List: capture}, &list, err
		}
	}
	if asked, err := url.Parse(item.URL); resp.Request.URL.User != nil && (err != nil || asked.User == nil) {
		item.URL = final // a redirect that logs in: the way to it may hold the login as well
	}
	if k, ok := known(gather.PublicAddress(item.URL)); ok && k.SHA256 != "" && k.SHA256 == sumOf(body) {
		return gather.Page{}, nil, errUnchanged
	}
	p := page(item, final)
	p.Given.Fetched, p.Bytes, p.Capture = capture.Time, body, capture
	mediaType, params, _ := mime.ParseMediaType(resp.Header.Get("Content-Type"))
	p.Charset = params["charset"]
	switch {
	case mediaType == "text/plain":
		p.Form = gather.Flat
	case mediaType == "" || strings.Contains(mediaType, "html"):
		p.Form = gather.HTML
	default:
		return p, nil, mediaError(mediaType)
	}
	return p, nil, nil
}

func sumOf(b []byte) string {
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:])
}

// page is the row of an address before its body is there.
func page(item feed.Item, final string) gather.Page {
	final = gather.PublicAddress(final)
	id := strings.TrimSuffix(strings.TrimPrefix(strings.TrimPrefix(final, "https://"), "http://"), "/")
	return gather.Page{ID: strings.TrimPrefix(id, "www."), Source: gather.PublicAddress(item.URL),
		Given: gather.Given{URL: final, Title: item.Title, Published: item.Published, Outlet: item.Outlet}}
}

type statusError int

func (e statusError) Error() string {
	return fmt.Sprintf("the server answered %d %s", int(e), http.StatusText(int(e)))
}

type mediaError string

func (e mediaError) Error() string { return fmt.Sprintf("media type %q is not read", string(e)) }

func skipped(item feed.Item, err error) gather.Page {
	p := page(item, item.URL)
	reason := gather.Unreadable
	var status statusError
	var media mediaError
	var wait waitError
	switch {
	case errors.As(err, &status), errors.As(err, &wait):
		reason = gather.HTTPError
	case errors.As(err, &media):
		reason = gather.UnknownFormat
	case errors.Is(err, errTooLarge):
		reason = gather.TooLarge
	}
	p.Skip = &gather.Skip{Reason: reason, Detail: gather.PublicText(err.Error())}
	return p
}

// headOf reads a body as far as the limit.
func headOf(resp *http.Response, limit int64) ([]byte, error) {
	sent, err := io.ReadAll(io.LimitReader(resp.Body, limit))
	if err != nil {
		return nil, err
	}
	body, err := decompress(resp.Header.Get("Content-Encoding"), sent, limit)
	if errors.Is(err, errTooLarge) || errors.Is(err, io.ErrUnexpectedEOF) {
		return body, nil
	}
	return body, err
}

// decompress undoes gzip, the only encoding that was asked for, within the limit. Past it, or where the body breaks off, what there is
// comes with the error.
func decompress(encoding string, sent []byte, limit int64) ([]byte, error) {
	switch encoding = strings.ToLower(strings.TrimSpace(encoding)); encoding {
	case "br", "deflate", "zstd", "compress":
		return nil, fmt.Errorf("the body is packed as %s, which was not asked for", encoding)
	case "gzip", "x-gzip":
		if bytes.HasPrefix(sent, []byte{0x1f, 0x8b}) {
			break
		}
		fallthrough
	default:
		return sent, nil
	}
	z, err := gzip.NewReader(bytes.NewReader(sent))
	if err != nil {
		return nil, fmt.Errorf("gzip body: %w", err)
	}
	body, err := readBody(z, limit)
	if errors.Is(err, io.ErrUnexpectedEOF) {
		err = fmt.Errorf("gzip body breaks off: %w", err)
	}
	return body, err
}
