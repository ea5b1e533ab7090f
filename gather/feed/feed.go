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
	Items []Item
	More  int // items beyond MaxItems that were left out
}

// Item is one listed page, feed or sitemap.
type Item struct {
	URL       string
	Title     string
	Published string // RFC 3339, "" when not told
	Outlet    string // publication name, from a news sitemap
	HTML      string // full content, where the feed carries it
}

// ErrNoList says that a document is none of the known lists.
var ErrNoList = errors.New("no feed, sitemap or OPML")

// Looks says from a document's first bytes whether it may be a list, so that an HTML page is never parsed as one.
func Looks(raw []byte) bool {
	head := bytes.ToLower(bytes.TrimLeft(raw[:min(len(raw), 1024)], "\xef\xbb\xbf \t\r\n"))
	for _, root := range []string{"<rss", "<feed", "<rdf:rdf", "<urlset", "<sitemapindex", "<opml"} {
		if bytes.Contains(head, []byte(root)) && !bytes.Contains(head, []byte("<html")) {
			return true
		}
	}
	return bytes.HasPrefix(head, []byte("{")) && bytes.Contains(head, []byte("jsonfeed.org"))
}

// Parse reads a list that was found at base, against which its links are resolved. Items without a usable http or https link are left out.
func Parse(raw []byte, base string) (List, error) {
	from, err := url.Parse(base)
	if err != nil {
		return List{}, fmt.Errorf("feed: base address: %w", err)
	}
	head := bytes.ToLower(raw[:min(len(raw), 1024)])
	var list List
	switch {
	case bytes.Contains(head, []byte("<urlset")), bytes.Contains(head, []byte("<sitemapindex")):
		list, err = parseSitemap(raw)
	case bytes.Contains(head, []byte("<opml")):
		list, err = parseOPML(raw)
	case Looks(raw) && bytes.HasPrefix(bytes.TrimLeft(head, "\xef\xbb\xbf \t\r\n"), []byte("{")):
		list, err = parseJSONFeed(raw)
	case Looks(raw):
		list, err = parseFeed(raw)
	default:
		return List{}, ErrNoList
	}
	if err != nil {
		return List{}, fmt.Errorf("feed: %w", err)
	}
	list.Items = resolve(list.Items, from)
	return list, nil
}

func parseFeed(raw []byte) (List, error) {
	raw, more, err := trim(raw)
	if err != nil {
		return List{}, err
	}
	parsed, err := gofeed.NewParser().Parse(bytes.NewReader(raw))
	if err != nil {
		return List{}, err
	}
	list := List{Kind: Feed, Title: strings.TrimSpace(parsed.Title), More: more}
	for _, item := range parsed.Items {
		link := item.Link
		if link == "" && strings.HasPrefix(item.GUID, "http") { // in RSS a guid is the address too, where no link stands
			link = item.GUID
		}
		list.Items = append(list.Items, Item{
			URL: link, Title: strings.TrimSpace(item.Title), Published: stamp(item.Published, item.PublishedParsed), HTML: item.Content,
		})
	}
	return list, nil
}

// stamp keeps a date as it is written where that is RFC 3339 already, since it then says the zone.
func stamp(written string, t *time.Time) string {
	if _, err := time.Parse(time.RFC3339, written); err == nil {
		return written
	}
	if t == nil || t.Year() < 1990 || t.Year() > 9999 {
		return ""
	}
	return t.Format(time.RFC3339)
}

// resolve makes links absolute and drops those that are no web addresses, and repeats.
func resolve(items []Item, from *url.URL) []Item {
	kept := items[:0]
	seen := map[string]bool{}
	for _, item := range items {
		link, err := from.Parse(strings.TrimSpace(item.URL))
		if err != nil || link.Scheme != "http" && link.Scheme != "https" || link.Host == "" {
			continue
		}
		link.Fragment = ""
		item.URL = link.String()
		if !seen[item.URL] {
			seen[item.URL] = true
			kept = append(kept, item)
		}
	}
	return kept
}
