package hearsay

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"log/slog"
	"strings"
	"time"

	"github.com/hearsay-news/hearsay/gather"
	"github.com/hearsay-news/hearsay/gather/web"
	"github.com/hearsay-news/hearsay/keep"
	"github.com/hearsay-news/hearsay/read"
	"github.com/hearsay-news/hearsay/read/page"
	"github.com/hearsay-news/hearsay/show/view"
)

// WatchOptions choose how a record is kept current.
type WatchOptions struct {
	Fetch web.Options
	Every time.Duration // between two rounds
	Once  bool          // one round
	Add   AddOptions
	Named func(iter.Seq[gather.Page]) iter.Seq[gather.Page] // what is known of pages from elsewhere; nil for nothing
	Dial  view.Dial
	Heard func(Round) error                                // called after every round; an error ends it all
	Wait  func(ctx context.Context, d time.Duration) error // between rounds; nil: by the clock
}

// Round is what one look at the feeds brought.
type Round struct {
	At     time.Time
	Added  Added
	Fresh  view.Fresh // what the pages brought
	Failed []string   // addresses that could not be fetched, with the reason; they are tried again
}

// Watch keeps a record current: it looks at feeds (or sitemaps, OPML, pages) again and again, adds what is new there and what has changed, and tells what
// that brought. The record is open for writing only while something is added. It returns nil when the context ends.
func Watch(ctx context.Context, where string, feeds []string, o WatchOptions) error {
	if o.Wait == nil {
		o.Wait = wait
	}
	now := o.Fetch.Now
	if now == nil {
		now = time.Now
	}
	var round Round
	w := web.NewWatcher(o.Fetch, o.Every, func(address string, err error) { round.Failed = append(round.Failed, address+": "+err.Error()) })
	for {
		begun := now()
		round = Round{At: begun.UTC()}
		err := Guarded("watching", func() error { return o.round(ctx, w, where, feeds, &round) })
		if ctx.Err() != nil {
			return nil // what was added so far is kept
		}
		if err == nil && o.Heard != nil {
			err = o.Heard(round)
		}
		if errors.Is(err, keep.ErrAway) && !o.Once { // a server that is started again; the feeds lose nothing by waiting
			slog.Warn("the record can't be reached; the next round tries again", "error", err)
			err = nil
		}
		if err != nil || o.Once {
			return err
		}
		if o.Wait(ctx, max(0, o.Every-now().Sub(begun))) != nil {
			return nil
		}
	}
}

func wait(ctx context.Context, d time.Duration) error {
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-t.C:
		return nil
	}
}

// busyPause is waited where somebody else is writing to the record.
const busyPause = 5 * time.Second

// round looks at the feeds once. The record is opened for writing when the first page is there.
func (o WatchOptions) round(ctx context.Context, w *web.Watcher, where string, feeds []string, round *Round) (err error) {
	kept, err := keptPages(ctx, where)
	if err != nil {
		return err
	}
	defer kept.close()
	next, stop := iter.Pull(kept.changed(w.Round(ctx, feeds, kept.known)))
	defer stop()
	first, any := next()
	if !any {
		return nil
	}
	record, err := Open(ctx, where)
	for errors.Is(err, keep.ErrBusy) {
		if err := o.Wait(ctx, busyPause); err != nil {
			return err
		}
		record, err = Open(ctx, where)
	}
	if err != nil {
		return err
	}
	defer func() {
		if closing := record.Close(); err == nil {
			err = closing
		}
	}()
	pages := func(yield func(gather.Page) bool) {
		for p, ok := first, true; ok; p, ok = next() {
			if !yield(p) {
				return
			}
		}
	}
	named := iter.Seq[gather.Page](pages)
	if o.Named != nil {
		named = o.Named(named)
	}
	if round.Added, err = record.Add(ctx, named, o.Add); err != nil {
		return err
	}
	round.Fresh, err = record.freshOf(ctx, round.Added.Keys, o.Dial)
	return err
}

// freshOf says what some pages, named by their keys, brought.
func (r *Record) freshOf(ctx context.Context, keys []string, d view.Dial) (view.Fresh, error) {
	if len(keys) == 0 {
		return view.Fresh{}, nil
	}
	pages, err := r.Pages(ctx)
	if err != nil {
		return view.Fresh{}, err
	}
	isNew, added := map[string]bool{}, map[string]bool{}
	for _, key := range keys {
		isNew[key] = true
	}
	for _, p := range pages {
		if isNew[p.Key()] {
			added[p.ID] = true
		}
	}
	look, err := r.Look(ctx)
	if err != nil {
		return view.Fresh{}, err
	}
	fresh := look.FreshOf(added, d)
	return fresh, look.Close()
}

// keptBefore is what a record holds of addresses when a round begins.
type keptBefore struct {
	record *Record // nil: there is none yet
	ctx    context.Context
	byURL  map[string]keep.Page // the last version
}

func keptPages(ctx context.Context, where string) (*keptBefore, error) {
	k := &keptBefore{ctx: ctx, byURL: map[string]keep.Page{}}
	record, err := OpenReadOnly(ctx, where)
	if errors.Is(err, keep.ErrNotThere) || errors.Is(err, keep.ErrOlder) {
		return k, nil
	}
	if err != nil {
		return nil, err
	}
	k.record = record
	pages, err := record.Pages(ctx)
	if err != nil {
		record.Close()
		return nil, err
	}
	for _, p := range pages {
		if before, there := k.byURL[p.Given.URL]; p.SHA256 != "" && p.Given.URL != "" && (!there || before.Given.Fetched < p.Given.Fetched) {
			k.byURL[p.Given.URL] = p
		}
	}
	return k, nil
}

func (k *keptBefore) close() {
	if k.record != nil {
		k.record.Close()
	}
}

func (k *keptBefore) known(url string) (web.Known, bool) {
	if k.record == nil {
		return web.Known{}, false
	}
	known, found := k.record.Known(k.ctx, url)
	if p, there := k.byURL[url]; there {
		known.SHA256, found = p.SHA256, true
	}
	return known, found
}

// changed passes over pages that say, word for word, what the kept version says: a counter, an advertisement or a date of today makes no version.
func (k *keptBefore) changed(pages iter.Seq[gather.Page]) iter.Seq[gather.Page] {
	return func(yield func(gather.Page) bool) {
		for p := range pages {
			if k.same(p) {
				continue
			}
			if !yield(p) {
				return
			}
		}
	}
}

func (k *keptBefore) same(p gather.Page) bool {
	before, there := k.byURL[p.Given.URL]
	if !there || p.Skip != nil {
		return false
	}
	reading, err := asked(k.ctx, k.record, func(look keep.Snapshot) (*read.Reading, error) { return look.Head(before) })
	return err == nil && reading != nil && reading.Skip == nil && wordsOf(reading) == wordsOf(ReadArticle(p))
}

// wordsOf are the words of an article: what is not furniture.
func wordsOf(r *read.Reading) string {
	var b strings.Builder
	for _, x := range r.Page.Blocks {
		switch x.Role {
		case page.Title, page.Standfirst, page.Byline, page.Dateline, page.Body, page.Subhead, page.Quote, page.Caption, page.Footnote:
			fmt.Fprintf(&b, "%s\n", strings.Join(strings.Fields(r.Page.Text.At(x.Span)), " "))
		}
	}
	return b.String()
}
