package file

import (
	"cmp"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/hearsay-news/hearsay/gather"
	"github.com/hearsay-news/hearsay/gather/feed"
)

// readList hands on the items of a saved feed as pages: what the feed carries of each, under the address it gives.
//
//	saved/nord.rss: <item><title>Port shut</title><link>https://radionord.example/1</link><description>The port …
//	→  Page{ID: "radionord.example/1", Form: HTML, Given: {URL, Title, Published}}
func readList(raw []byte, name, source string, given gather.Given, yield func(gather.Page) bool) bool {
	refuse := func(id string, reason gather.Reason, detail string) bool {
		return yield(gather.Page{ID: id, Name: id, Path: id, Source: source, Skip: &gather.Skip{Reason: reason, Detail: detail}})
	}
	list, err := feed.Saved(raw, moment(given.Fetched))
	switch {
	case err != nil:
		return refuse(name, gather.Unreadable, err.Error())
	case list.Kind != feed.Feed:
		return refuse(name, gather.UnknownFormat, fmt.Sprintf("a %s lists %d addresses and holds no page; give its own address to fetch them", list.Kind, len(list.Items)))
	case len(list.Items) == 0:
		return refuse(name, gather.Empty, "a feed without items")
	}
	for i, item := range list.Items {
		p := gather.Page{ID: addressID(item.URL), Source: fmt.Sprintf("%s, item %d", source, i+1), Form: gather.HTML, Charset: "utf-8",
			Bytes: []byte(cmp.Or(item.HTML, item.Summary))}
		if p.ID == "" {
			p.ID = fmt.Sprintf("%s/%d", name, i+1)
		}
		p.Name, p.Path = p.ID, p.ID
		p.Given = merge(gather.Given{URL: gather.PublicAddress(item.URL), Title: item.Title, Published: item.Published}, gather.Given{Outlet: given.Outlet, Fetched: given.Fetched})
		if len(p.Bytes) == 0 {
			p.Skip = &gather.Skip{Reason: gather.Empty, Detail: "the feed carries no text of it; give its address to fetch it"}
		}
		if !yield(p) {
			return false
		}
	}
	return list.More == 0 || refuse(name, gather.TooLarge, fmt.Sprintf("%d more items are listed, the first %d are taken", list.More, len(list.Items)))
}

// readFeedFile reads a file that by its ending might be something else.
func readFeedFile(f found, row, given gather.Given, yield func(gather.Page) bool) bool {
	source := filepath.ToSlash(f.path)
	info, err := os.Stat(f.path)
	if err != nil {
		return yield(skipped(f.name, source, gather.Unreadable, reason(err)))
	}
	if info.Size() > maxLine {
		skip := tooLarge(info.Size())
		return yield(skipped(f.name, source, skip.Reason, skip.Detail))
	}
	raw, err := os.ReadFile(f.path)
	if err != nil {
		return yield(skipped(f.name, source, gather.Unreadable, reason(err)))
	}
	return readList(raw, f.name, source, merge(row, given), yield)
}

// addressID makes an id of an address, as pages that are fetched have it.
func addressID(address string) string {
	_, id, found := strings.Cut(gather.PublicAddress(address), "://")
	if !found {
		return ""
	}
	return strings.TrimPrefix(strings.TrimSuffix(id, "/"), "www.")
}

// moment is a given date as a time: the end of its day where it has no clock; zero where it is none.
func moment(iso string) time.Time {
	if t, err := time.Parse(time.RFC3339, iso); err == nil {
		return t
	}
	if len(iso) >= 10 {
		if t, err := time.Parse(time.DateOnly, iso[:10]); err == nil {
			return t.Add(24 * time.Hour)
		}
	}
	return time.Time{}
}
