package hearsay

import (
	"context"
	"io"
	"log/slog"
	"net/http"

	"github.com/hearsay-news/hearsay/gather"
	"github.com/hearsay-news/hearsay/gather/warc"
	"github.com/hearsay-news/hearsay/gather/web"
	"github.com/hearsay-news/hearsay/keep"
)

// captureOf turns a fetch into what is kept of it.
func captureOf(c *gather.Capture, page string) *keep.Capture {
	record, err := warc.Write(c)
	if err != nil { // writing to memory does not fail
		slog.Error("a fetch could not be written as a WARC record", "url", c.URL, "error", err)
		return nil
	}
	header := http.Header(c.Header)
	return &keep.Capture{URL: c.URL, Time: c.Time, Page: page, ETag: header.Get("ETag"), LastModified: header.Get("Last-Modified"), Record: record}
}

// Known says what is kept of an address, so that a server can answer that nothing changed.
func (r *Record) Known(ctx context.Context, url string) (web.Known, bool) {
	c, found, err := r.store.Known(ctx, url)
	if err != nil {
		slog.Error("looking up an earlier fetch", "url", url, "error", err)
	}
	return web.Known{ETag: c.ETag, LastModified: c.LastModified}, found
}

// WriteCaptures writes everything that was fetched into the record as one .warc.gz file.
func (r *Record) WriteCaptures(ctx context.Context, w io.Writer) error {
	return r.store.Captures(ctx, func(c keep.Capture) error {
		_, err := w.Write(c.Record)
		return err
	})
}
