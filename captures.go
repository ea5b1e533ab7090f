package hearsay

import (
	"context"
	"io"
	"iter"
	"log/slog"
	"net/http"

	"github.com/hearsay-news/hearsay/gather"
	"github.com/hearsay-news/hearsay/gather/warc"
	"github.com/hearsay-news/hearsay/gather/web"
	"github.com/hearsay-news/hearsay/keep"
)

// fetches are what is kept of how a page came over the web: its own exchange, and that of the list that led to it. The list's tags are left
// out: a list that did not change may still lead to pages that did, so it is never asked for on condition.
func fetches(p gather.Page, key string) []keep.Capture {
	var kept []keep.Capture
	for _, c := range []*gather.Capture{p.Capture, p.List} {
		if c == nil {
			continue
		}
		record, err := warc.Write(c)
		if err != nil { // writing to memory does not fail
			slog.Error("a fetch could not be written as a WARC record", "url", c.URL, "error", err)
			continue
		}
		one := keep.Capture{URL: c.URL, Time: c.Time, Page: key, Record: record}
		if c == p.Capture {
			header := http.Header(c.Header)
			one.ETag, one.LastModified = header.Get("ETag"), header.Get("Last-Modified")
		}
		kept = append(kept, one)
	}
	return kept
}

// Known says what is kept of an address, so that a server can answer that nothing changed.
func (r *Record) Known(ctx context.Context, url string) (web.Known, bool) {
	var found bool
	c, err := asked(ctx, r, func(look keep.Snapshot) (c keep.Capture, err error) {
		c, found, err = look.Known(url)
		return c, err
	})
	if err != nil {
		slog.Error("looking up an earlier fetch", "url", url, "error", err)
	}
	return web.Known{ETag: c.ETag, LastModified: c.LastModified}, found
}

// WriteCaptures writes everything that was fetched into the record as one .warc.gz file.
func (r *Record) WriteCaptures(ctx context.Context, w io.Writer) error {
	_, err := asked(ctx, r, func(look keep.Snapshot) (struct{}, error) {
		return struct{}{}, look.Captures(func(c keep.Capture) error {
			_, err := w.Write(c.Record)
			return err
		})
	})
	return err
}

// Originals yields the pages of the record as they were gathered, with their bytes: those without bytes and those that wanted refuses are passed over.
func (r *Record) Originals(ctx context.Context, wanted func(id string) bool) iter.Seq2[gather.Page, error] {
	return func(yield func(gather.Page, error) bool) {
		look, err := r.store.Snapshot(ctx)
		if err != nil {
			yield(gather.Page{}, err)
			return
		}
		defer look.Close()
		pages, err := look.Pages()
		if err != nil {
			yield(gather.Page{}, err)
			return
		}
		for _, p := range pages {
			if p.SHA256 == "" || !wanted(p.ID) {
				continue
			}
			bytes, err := look.Original(p)
			if !yield(rebuilt(p, bytes), err) || err != nil {
				return
			}
		}
	}
}

// Fetches visits what was fetched into the record, each exchange as a WARC record in a gzip member, with the id of the page that it became: "" for
// the lists that led to pages that are gone.
func (r *Record) Fetches(ctx context.Context, visit func(page, url, time string, record []byte) error) error {
	_, err := asked(ctx, r, func(look keep.Snapshot) (struct{}, error) {
		pages, err := look.Pages()
		if err != nil {
			return struct{}{}, err
		}
		ids := make(map[string]string, len(pages))
		for _, p := range pages {
			ids[p.Key()] = p.ID
		}
		return struct{}{}, look.Captures(func(c keep.Capture) error { return visit(ids[c.Page], c.URL, c.Time, c.Record) })
	})
	return err
}
