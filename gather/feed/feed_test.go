package feed

import (
	"errors"
	"fmt"
	"strings"
	"testing"
)

func TestParse(t *testing.T) {
	for name, c := range map[string]struct {
		raw  string
		kind Kind
		want Item
	}{
		"rss": {`<?xml version="1.0"?><rss version="2.0"><channel><title>Radio Nord</title><item><title>Port shut</title><link>/1#top</link><pubDate>Sun, 18 Jul 2021 09:00:00 GMT</pubDate></item></channel></rss>`,
			Feed, Item{URL: "https://a.example/1", Title: "Port shut", Published: "2021-07-18T09:00:00Z"}},
		"atom": {`<feed xmlns="http://www.w3.org/2005/Atom"><title>N</title><entry><title>Port shut</title><link href="https://a.example/1"/><published>2021-07-18T11:00:00+02:00</published></entry></feed>`,
			Feed, Item{URL: "https://a.example/1", Title: "Port shut", Published: "2021-07-18T11:00:00+02:00"}},
		"json feed": {`{"version":"https://jsonfeed.org/version/1.1","title":"N","items":[{"id":"1","url":"https://a.example/1","title":"Port shut","date_published":"2021-07-18T09:00:00Z"}]}`,
			Feed, Item{URL: "https://a.example/1", Title: "Port shut", Published: "2021-07-18T09:00:00Z"}},
		"news sitemap": {`<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:n="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>https://a.example/1</loc><lastmod>2023-01-01</lastmod><n:news><n:publication><n:name>Radio Nord</n:name></n:publication><n:publication_date>2021-07-18</n:publication_date><n:title>Port shut</n:title></n:news></url></urlset>`,
			Sitemap, Item{URL: "https://a.example/1", Title: "Port shut", Published: "2021-07-18", Outlet: "Radio Nord"}},
		"sitemap index": {`<sitemapindex><sitemap><loc>https://a.example/s.xml</loc></sitemap></sitemapindex>`, SitemapIndex, Item{URL: "https://a.example/s.xml"}},
		"opml":          {`<opml version="2.0"><body><outline text="News"><outline text="Radio Nord" type="rss" xmlUrl="https://a.example/rss"/></outline></body></opml>`, OPML, Item{URL: "https://a.example/rss", Title: "Radio Nord"}},
	} {
		list, err := Parse([]byte(c.raw), "https://a.example/feed")
		if err != nil || list.Kind != c.kind || len(list.Items) != 1 {
			t.Errorf("%s: got %+v, %v", name, list, err)
			continue
		}
		if got := list.Items[0]; got != c.want {
			t.Errorf("%s: got %+v, want %+v", name, got, c.want)
		}
	}
}

func TestHostileLists(t *testing.T) {
	laughs := `<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><urlset><url><loc>https://a.example/&b;</loc></url></urlset>`
	if list, err := Parse([]byte(laughs), "https://a.example/"); err == nil {
		for _, item := range list.Items {
			if strings.Contains(item.URL, "haha") {
				t.Errorf("an entity was expanded: %+v", item)
			}
		}
	}
	var million strings.Builder
	million.WriteString("<urlset>")
	for i := range MaxItems + 500 {
		fmt.Fprintf(&million, "<url><loc>https://a.example/%d</loc></url>", i)
	}
	list, err := Parse([]byte(million.String()), "https://a.example/") // and cut off: the end tag is missing
	if err != nil || len(list.Items) != MaxItems || list.More != 500 {
		t.Errorf("got %d items and %d more, %v", len(list.Items), list.More, err)
	}
	for _, raw := range []string{"<html><body><rss>", "hello", "", "%PDF"} {
		if _, err := Parse([]byte(raw), "https://a.example/"); !errors.Is(err, ErrNoList) {
			t.Errorf("%q: got %v", raw, err)
		}
	}
	script := `<urlset><url><loc>javascript:alert(1)</loc></url><url><loc>file:///etc/passwd</loc></url></urlset>`
	if list, _ := Parse([]byte(script), "https://a.example/"); len(list.Items) != 0 {
		t.Errorf("links that are no web addresses: %+v", list.Items)
	}
	deep := "<opml>" + strings.Repeat("<outline>", 100_000)
	Parse([]byte(deep), "https://a.example/")
}

func FuzzParse(f *testing.F) {
	f.Add([]byte(`<rss><channel><item><link>/1</link></item></channel></rss>`))
	f.Add([]byte(`<urlset><url><loc>/1</loc></url></urlset>`))
	f.Add([]byte(`<opml><outline xmlUrl="x"/></opml>`))
	f.Fuzz(func(t *testing.T, raw []byte) {
		list, err := Parse(raw, "https://a.example/")
		for _, item := range list.Items {
			if err != nil || !strings.HasPrefix(item.URL, "http") {
				t.Errorf("got %+v, %v", item, err)
			}
		}
	})
}
