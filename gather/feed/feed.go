// Package feed reads lists of pages: RSS, Atom and JSON feeds, news sitemaps and OPML.
//
//	<item><title>Port shut</title><link>/1</link><pubDate>Sun, 18 Jul 2021 09:00:00 GMT</pubDate></item>
//	→  Item{URL: "https://radionord.example/1", Title: "Port shut", Published: "2021-07-18T09:00:00Z"}
//
// Entities are never expanded from outside and never from a feed's own declarations, so a feed can't grow while it is read.
package feed

import (
	"bytes"
	"errors"
	"fmt"
	"net/url"
	"strings"
	"time"

	"github.com/mmcdole/gofeed"
	"github.com/mmcdole/gofeed/atom"
)

// MaxItems is how many items of one list are taken, in the list's order.
const MaxItems = 10_000

// Kind says what a list is.
type Kind string

const (
	Feed         Kind = "feed"          // RSS, Atom or JSON: items are pages
	Sitemap      Kind = "sitemap"       // items are pages
	SitemapIndex Kind = "sitemap-index" // items are sitemaps
	OPML         Kind = "opml"          // items are feeds
)

// List is what one document lists.
type List struct {
	Kind  Kind
	Title string
	Link  string // of the site, as it stands in a feed
	Items []Item
	More  int // items beyond MaxItems that were left out
}

// Item is one listed page, feed or sitemap.
type Item struct {
	URL       string
	Title     string
	Published string // ISO 8601 with the offset that is written and no other; "" when not told
	Outlet    string // publication name, from a news sitemap
	HTML      string // full content, where the feed carries it
	Summary   string // what the feed tells of the page where it does not carry it, as HTML
}

// ErrNoList says that a document is none of the known lists.
var ErrNoList = errors.New("no feed, sitemap or OPML")

// Looks says from a document's first bytes whether it may be a list, so that an HTML page is never parsed as one.
func Looks(raw []byte) bool {
	head := bytes.ToLower(bytes.TrimLeft(raw[:min(len(raw), 1024)], "\xef\xbb\xbf \t\r\n"))
	if !bytes.HasPrefix(head, []byte("<")) && !bytes.HasPrefix(head, []byte("{")) {
		return false // a page that tells of feeds
	}
	for _, root := range []string{"<rss", "<feed", "<rdf:rdf", "<urlset", "<sitemapindex", "<opml"} {
		if bytes.Contains(head, []byte(root)) && !bytes.Contains(head, []byte("<html")) {
			return true
		}
	}
	return bytes.HasPrefix(head, []byte("{")) && bytes.Contains(head, []byte("jsonfeed.org"))
}

// Parse reads a list that was found at base, against which its links are resolved. Items without a usable http or https link are left out.
// What is dated later than now has no date; a zero now says nothing.
func Parse(raw []byte, base string, now time.Time) (List, error) {
	from, err := url.Parse(base)
	if err != nil {
		return List{}, fmt.Errorf("feed: base address: %w", err)
	}
	list, err := read(raw, now)
	if err != nil {
		return List{}, err
	}
	list.Items = resolve(list.Items, from)
	return list, nil
}

// Saved reads a list from a file: its links are resolved against the site that it names; items whose links lead nowhere keep none.
func Saved(raw []byte, now time.Time) (List, error) {
	list, err := read(raw, now)
	if err != nil {
		return List{}, err
	}
	site, err := url.Parse(strings.TrimSpace(list.Link))
	if err != nil {
		site = &url.URL{}
	}
	for i := range list.Items {
		list.Items[i].URL = absolute(list.Items[i].URL, site)
	}
	return list, nil
}

// read reads a list with its links as they stand.
func read(raw []byte, now time.Time) (list List, err error) {
	head := bytes.ToLower(raw[:min(len(raw), 1024)])
	switch {
	case !Looks(raw):
		return List{}, ErrNoList
	case bytes.Contains(head, []byte("<urlset")), bytes.Contains(head, []byte("<sitemapindex")):
		list, err = parseSitemap(raw)
	case bytes.Contains(head, []byte("<opml")):
		list, err = parseOPML(raw)
	case bytes.HasPrefix(bytes.TrimLeft(head, "\xef\xbb\xbf \t\r\n"), []byte("{")):
		list, err = parseJSONFeed(raw)
	default:
		list, err = parseFeed(raw)
	}
	if err != nil {
		return List{}, fmt.Errorf("feed: %w", err)
	}
	written := make([]string, len(list.Items))
	for i := range list.Items {
		written[i] = list.Items[i].Published
	}
	for i, iso := range dates(written, now) {
		item := &list.Items[i]
		item.Published, item.Title = iso, plain(item.Title)
		item.HTML, item.Summary = markup(item.HTML), markup(item.Summary)
	}
	list.Title = plain(list.Title)
	return list, nil
}

func parseFeed(raw []byte) (List, error) {
	raw, more, err := trim(raw)
	if err != nil {
		return List{}, err
	}
	if gofeed.DetectFeedType(bytes.NewReader(raw)) == gofeed.FeedTypeAtom {
		return atomList(raw, more)
	}
	parsed, err := gofeed.NewParser().Parse(bytes.NewReader(raw))
	if err != nil {
		return List{}, err
	}
	list := List{Kind: Feed, Title: parsed.Title, Link: parsed.Link, More: more}
	for _, item := range parsed.Items {
		link := item.Link
		if link == "" && strings.HasPrefix(item.GUID, "http") { // in RSS a guid is the address too, where no link stands
			link = item.GUID
		}
		list.Items = append(list.Items, Item{URL: link, Title: item.Title, Published: item.Published, HTML: item.Content, Summary: item.Description})
	}
	return list, nil
}

// atomList keeps to what an Atom entry says of its publication: when it was changed is no date of that.
func atomList(raw []byte, more int) (List, error) {
	parsed, err := new(atom.Parser).Parse(bytes.NewReader(raw))
	if err != nil {
		return List{}, err
	}
	list := List{Kind: Feed, Title: parsed.Title, More: more}
	for _, entry := range parsed.Entries {
		item := Item{Title: entry.Title, Published: entry.Published, Summary: entry.Summary}
		if entry.Content != nil {
			item.HTML = entry.Content.Value
		}
		for _, link := range entry.Links {
			if item.URL == "" || link.Rel == "alternate" || link.Rel == "" {
				if link.Rel == "alternate" || link.Rel == "" || link.Rel == "self" {
					item.URL = link.Href
				}
				if link.Rel != "self" && item.URL != "" {
					break
				}
			}
		}
		if item.URL == "" && strings.HasPrefix(entry.ID, "http") {
			item.URL = entry.ID
		}
		list.Items = append(list.Items, item)
	}
	return list, nil
}

// resolve makes links absolute and drops those that are no web addresses, and repeats.
func resolve(items []Item, from *url.URL) []Item {
	kept := items[:0]
	seen := map[string]bool{}
	for _, item := range items {
		if item.URL = absolute(item.URL, from); item.URL != "" && !seen[item.URL] {
			seen[item.URL] = true
			kept = append(kept, item)
		}
	}
	return kept
}

// absolute is a link's address without its fragment, "" where it is no web address.
func absolute(link string, from *url.URL) string {
	u, err := from.Parse(strings.TrimSpace(link))
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" {
		return ""
	}
	u.Fragment = ""
	return u.String()
}
