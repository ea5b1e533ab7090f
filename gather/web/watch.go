package web

import (
	"cmp"
	"context"
	"errors"
	"iter"
	"net/http"
	"time"

	"github.com/hearsay-news/hearsay/gather"
	"github.com/hearsay-news/hearsay/gather/feed"
)

// Watcher looks at feeds again and again: round after round it fetches what is new or has changed, and no more.
//
//	w := NewWatcher(o, 10*time.Minute, nil)
//	for p := range w.Round(ctx, []string{"https://radionord.example/rss"}, known) { … }    all pages of the feed
//	for p := range w.Round(ctx, …) { … }                                                  ten minutes later: the new ones, and those that changed
//
// A feed is asked for on condition. A page that it lists is asked for on condition, too, the less often the longer it is known: news change in their first
// hours. Hosts that ask to be left alone are, until the time they name; what fails is tried again later each time.
type Watcher struct {
	client *Client
	every  time.Duration
	failed func(address string, err error)
	lists  map[string]*watched
	pages  map[string]*watched
}

// watched is what is known of an address.
type watched struct {
	tags  Known
	list  *feed.List // nil for a page
	first time.Time  // when it was met
	due   time.Time
	fails int
}

// NewWatcher makes a watcher of rounds so far apart; failed is told what could not be fetched, and may be nil.
func NewWatcher(o Options, every time.Duration, failed func(address string, err error)) *Watcher {
	if failed == nil {
		failed = func(string, error) {}
	}
	return &Watcher{client: NewClient(o), every: every, failed: failed, lists: map[string]*watched{}, pages: map[string]*watched{}}
}

// most a failing address is left alone.
const longestPause = 6 * time.Hour

// Round yields what is new or has changed behind some addresses; known looks up what was kept of a page. An address that can't be fetched gives no row: it is
// tried again.
func (w *Watcher) Round(ctx context.Context, addresses []string, known func(url string) (Known, bool)) iter.Seq[gather.Page] {
	return gather.AllPublic(func(yield func(gather.Page) bool) {
		seen := map[string]bool{}
		var queue []feed.Item
		add := func(item feed.Item) {
			if !seen[item.URL] {
				seen[item.URL] = true
				queue = append(queue, item)
			}
		}
		for _, a := range addresses {
			add(feed.Item{URL: a})
		}
		for n := 0; n < len(queue) && n < maxLists && ctx.Err() == nil; n++ {
			p, changed := w.look(ctx, queue[n], known)
			if changed && !yield(p) {
				return
			}
			l := w.lists[queue[n].URL]
			if l == nil || l.list == nil {
				continue
			}
			if l.list.Kind == feed.SitemapIndex || l.list.Kind == feed.OPML {
				for _, item := range l.list.Items {
					add(item)
				}
				continue
			}
			if !w.items(ctx, l.list.Items, p.List, known, seen, yield) {
				return
			}
		}
		w.forget(seen)
	})
}

// look fetches what an address leads to, if it is due: a page that changed, or a list, which is noted.
func (w *Watcher) look(ctx context.Context, item feed.Item, known func(string) (Known, bool)) (p gather.Page, changed bool) {
	now := w.client.now()
	l := w.lists[item.URL]
	if l == nil {
		l = &watched{first: now}
		w.lists[item.URL] = l
	}
	if now.Before(l.due) {
		return p, false
	}
	tags := func(url string) (Known, bool) {
		if l.list != nil {
			return l.tags, true
		}
		return known(url)
	}
	p, list, err := w.client.fetch(ctx, item, tags, true)
	switch {
	case errors.Is(err, errUnchanged):
		l.fails = 0
	case err != nil:
		w.fails(ctx, item.URL, l, err)
	case list == nil:
		l.fails, changed = 0, true
	default:
		header := http.Header(p.List.Header)
		l.fails, l.list, l.tags = 0, list, Known{ETag: header.Get("ETag"), LastModified: header.Get("Last-Modified")}
	}
	return p, changed
}

// items fetches the pages of a list that are due.
func (w *Watcher) items(ctx context.Context, items []feed.Item, list *gather.Capture, known func(string) (Known, bool), seen map[string]bool, yield func(gather.Page) bool) bool {
	for _, item := range items {
		if ctx.Err() != nil {
			return false
		}
		now := w.client.now()
		if seen[item.URL] {
			continue
		}
		seen[item.URL] = true
		x := w.pages[item.URL]
		if x == nil {
			x = &watched{first: now}
			w.pages[item.URL] = x
		}
		if now.Before(x.due) {
			continue
		}
		p, _, err := w.client.fetch(ctx, item, known, false)
		if err != nil && !errors.Is(err, errUnchanged) {
			first := x.fails == 0
			w.fails(ctx, item.URL, x, err)
			if told, ok := toldOf(item, err); ok && first && !yield(told) {
				return false
			}
			continue
		}
		x.fails, x.due = 0, now.Add(max(w.every, now.Sub(x.first)/4))
		if err != nil {
			continue
		}
		p.List, list = list, nil
		if !yield(p) {
			return false
		}
	}
	return true
}

// toldOf is what a list itself tells of a page that its server refuses.
func toldOf(item feed.Item, err error) (gather.Page, bool) {
	var status statusError
	content := cmp.Or(item.HTML, item.Summary)
	if !errors.As(err, &status) || status < 400 || status >= 500 || content == "" {
		return gather.Page{}, false
	}
	p := page(item, item.URL)
	p.Bytes, p.Form, p.Charset = []byte(content), gather.HTML, "utf-8"
	return p, true
}

// fails notes that an address could not be fetched, and when it is tried again.
func (w *Watcher) fails(ctx context.Context, address string, x *watched, err error) {
	if ctx.Err() != nil {
		return
	}
	now := w.client.now()
	pause := min(w.every<<min(x.fails, 10), longestPause)
	var wait waitError
	if errors.As(err, &wait) {
		pause = max(pause, wait.wait)
	}
	x.fails++
	x.due = now.Add(pause)
	w.failed(gather.PublicAddress(address), errors.New(gather.PublicText(err.Error())))
}

// forget drops pages that no list names any more.
func (w *Watcher) forget(seen map[string]bool) {
	for address := range w.pages {
		if !seen[address] {
			delete(w.pages, address)
		}
	}
}
