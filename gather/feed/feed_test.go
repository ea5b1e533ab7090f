package feed

import (
	"errors"
	"fmt"
	"runtime"
	"strings"
	"testing"
	"time"
)

func TestParse(t *testing.T) {
	for name, c := range map[string]struct {
		raw  string
		kind Kind
		want Item
	}{
		"rss": {`<?xml version="1.0"?><rss version="2.0"><channel><title>Radio Nord</title><item><title>Port shut</title><link>/1#top</link><pubDate>Sun, 18 Jul 2021 09:00:00 GMT</pubDate></item></channel></rss>`,
			Feed, Item{URL: "https://a.example/1", Title: "Port shut", Published: "2021-07-18T09:00:00Z"}},
		"rss, guid alone": {`<rss version="2.0"><channel><item><title>Port shut</title><guid>https://a.example/1</guid></item></channel></rss>`,
			Feed, Item{URL: "https://a.example/1", Title: "Port shut"}},
		"rss 1.0": {`<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>N</title></channel><item><title>Port shut</title><link>https://a.example/1</link><dc:date>2021-07-18T09:00:00Z</dc:date></item></rdf:RDF>`,
			Feed, Item{URL: "https://a.example/1", Title: "Port shut", Published: "2021-07-18T09:00:00Z"}},
		"rss, cut off": {`<rss version="2.0"><channel><title>N<br></title><!-- <item> --><item><title><![CDATA[Port </item> shut]]></title><link>https://a.example/1</link></item><item><title>Cut`,
			Feed, Item{URL: "https://a.example/1", Title: "Port </item> shut"}},
		"atom": {`<feed xmlns="http://www.w3.org/2005/Atom"><title>N</title><entry><title>Port shut</title><link href="https://a.example/1"/><published>2021-07-18T11:00:00+02:00</published></entry></feed>`,
			Feed, Item{URL: "https://a.example/1", Title: "Port shut", Published: "2021-07-18T11:00:00+02:00"}},
		"json feed": {`{"version":"https://jsonfeed.org/version/1.1","title":"N","items":[{"id":"1","url":"https://a.example/1","title":"Port shut","date_published":"2021-07-18T09:00:00Z"}]}`,
			Feed, Item{URL: "https://a.example/1", Title: "Port shut", Published: "2021-07-18T09:00:00Z"}},
		"json feed, cut off": {`{"version":"https://jsonfeed.org/version/1.1","title":"N","items":[{"external_url":"https://a.example/1","title":7},{"id`,
			Feed, Item{URL: "https://a.example/1"}},
		"sitemap in an old charset": {"<?xml version=\"1.0\" encoding=\"windows-1251\"?><urlset><url><loc>https://a.example/1</loc><n:news><n:title>\xcf\xee\xf0\xf2</n:title></n:news></url></urlset>",
			Sitemap, Item{URL: "https://a.example/1", Title: "Порт"}},
		"news sitemap": {`<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:n="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>https://a.example/1</loc><lastmod>2023-01-01</lastmod><n:news><n:publication><n:name>Radio Nord</n:name></n:publication><n:publication_date>2021-07-18</n:publication_date><n:title>Port shut</n:title></n:news></url></urlset>`,
			Sitemap, Item{URL: "https://a.example/1", Title: "Port shut", Published: "2021-07-18", Outlet: "Radio Nord"}},
		"sitemap index": {`<sitemapindex><sitemap><loc>https://a.example/s.xml</loc></sitemap></sitemapindex>`, SitemapIndex, Item{URL: "https://a.example/s.xml"}},
		"opml":          {`<opml version="2.0"><body><outline text="News"><outline text="Radio Nord" type="rss" xmlUrl="https://a.example/rss"/></outline></body></opml>`, OPML, Item{URL: "https://a.example/rss", Title: "Radio Nord"}},
	} {
		list, err := Parse([]byte(c.raw), "https://a.example/feed", time.Time{})
		if err != nil || list.Kind != c.kind || len(list.Items) != 1 {
			t.Errorf("%s: got %+v, %v", name, list, err)
			continue
		}
		if got := list.Items[0]; got != c.want {
			t.Errorf("%s: got %+v, want %+v", name, got, c.want)
		}
	}
}

// TestEntities: no kind of list expands what it declares itself, from inside or from a file.
func TestEntities(t *testing.T) {
	declared := `<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "haha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/hostname">]>`
	for name, raw := range map[string]string{
		"sitemap": `<urlset><url><loc>https://a.example/&b;&f;</loc></url></urlset>`,
		"rss":     `<rss version="2.0"><channel><item><title>&b;&f;</title><link>https://a.example/&b;</link></item></channel></rss>`,
		"atom":    `<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>&b;&f;</title><link href="https://a.example/&b;"/></entry></feed>`,
		"opml":    `<opml><body><outline text="&b;&f;" xmlUrl="https://a.example/&b;"/></body></opml>`,
	} {
		list, err := Parse([]byte(declared+raw), "https://a.example/", time.Time{})
		if err == nil && strings.Contains(fmt.Sprint(list.Items), "haha") {
			t.Errorf("%s: an entity was expanded: %+v", name, list.Items)
		}
	}
}

// A list of a million items, or one that is hardly anything but tags, costs little more than the items taken.
func TestEndlessLists(t *testing.T) {
	for name, c := range map[string]struct {
		head, part string
		items      int
	}{
		"rss":         {`<rss version="2.0"><channel>`, `<item><link>/%d</link></item>`, MaxItems},
		"atom":        {`<feed xmlns="http://www.w3.org/2005/Atom">`, `<entry><link href="/%d"/></entry>`, MaxItems},
		"json feed":   {`{"version":"https://jsonfeed.org/version/1.1","items":[`, `{"url":"/%d"},`, MaxItems},
		"sitemap":     {`<urlset>`, `<url><loc>/%d</loc></url>`, MaxItems},
		"opml":        {`<opml><body>`, `<outline xmlUrl="/%d"/>`, MaxItems},
		"empty items": {`<rss version="2.0"><channel>`, `<item/>%.0d`, 0},
		"deep":        {`<rss version="2.0"><channel>`, `<a>%.0d`, 0},
		"deep item":   {`<rss version="2.0"><channel><item><link>/1</link>`, `<a>%.0d`, 0},
		"deep opml":   {`<opml>`, `<outline>%.0d`, 0},
		"attributes":  {`<rss version="2.0" `, `a%d="b" `, 0},
		"open CDATA":  {`<rss version="2.0"><channel>`, `<![CDATA[%.0d`, 0},
	} {
		var raw strings.Builder
		raw.WriteString(c.head)
		for i := 0; raw.Len() < 2<<20; i++ {
			fmt.Fprintf(&raw, c.part, i)
		}
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		list, _ := Parse([]byte(raw.String()), "https://a.example/", time.Time{})
		runtime.ReadMemStats(&after)
		if len(list.Items) != c.items || c.items > 0 && list.More < 20_000 {
			t.Errorf("%s: %d items and %d more", name, len(list.Items), list.More)
		}
		if used := after.TotalAlloc - before.TotalAlloc; used > 200<<20 {
			t.Errorf("%s: %d MB were allocated", name, used>>20)
		}
	}
}

func TestHostileLists(t *testing.T) {
	var million strings.Builder
	million.WriteString("<urlset>")
	for i := range MaxItems + 500 {
		fmt.Fprintf(&million, "<url><loc>https://a.example/%d</loc></url>", i)
	}
	list, err := Parse([]byte(million.String()), "https://a.example/", time.Time{}) // and cut off: the end tag is missing
	if err != nil || len(list.Items) != MaxItems || list.More != 500 {
		t.Errorf("got %d items and %d more, %v", len(list.Items), list.More, err)
	}
	for _, raw := range []string{"<html><body><rss>", "hello", "", "%PDF"} {
		if _, err := Parse([]byte(raw), "https://a.example/", time.Time{}); !errors.Is(err, ErrNoList) {
			t.Errorf("%q: got %v", raw, err)
		}
	}
	script := `<urlset><url><loc>javascript:alert(1)</loc></url><url><loc>file:///etc/passwd</loc></url></urlset>`
	if list, _ := Parse([]byte(script), "https://a.example/", time.Time{}); len(list.Items) != 0 {
		t.Errorf("links that are no web addresses: %+v", list.Items)
	}
}

func FuzzParse(f *testing.F) {
	f.Add([]byte(`<rss><channel><item><link>/1</link></item></channel></rss>`))
	f.Add([]byte(`<feed><entry><link href="/1"/></entry><entry`))
	f.Add([]byte(`{"version":"https://jsonfeed.org/version/1","items":[{"url":"/1"}]}`))
	f.Add([]byte(`<urlset><url><loc>/1</loc></url></urlset>`))
	f.Add([]byte(`<opml><outline xmlUrl="x"/></opml>`))
	f.Fuzz(func(t *testing.T, raw []byte) {
		list, err := Parse(raw, "https://a.example/", time.Time{})
		for _, item := range list.Items {
			if err != nil || !strings.HasPrefix(item.URL, "http") {
				t.Errorf("got %+v, %v", item, err)
			}
		}
	})
}
