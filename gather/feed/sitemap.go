package feed

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"

	"golang.org/x/net/html/charset"
)

// sitemapEntry is a <url> or <sitemap> element; news: names are matched whatever prefix the file gives them.
type sitemapEntry struct {
	Loc  string `xml:"loc"`
	News struct {
		Title       string `xml:"title"`
		Date        string `xml:"publication_date"`
		Publication struct {
			Name string `xml:"name"`
		} `xml:"publication"`
	} `xml:"news"`
}

// parseSitemap streams a sitemap or sitemap index, so that a million entries cost no more than the ones taken.
// lastmod is when the page changed, which is no publication date, and is not read.
func parseSitemap(raw []byte) (List, error) {
	list := List{Kind: Sitemap}
	err := elements(raw, func(d *xml.Decoder, start xml.StartElement) error {
		switch start.Name.Local {
		case "sitemapindex":
			list.Kind = SitemapIndex
		case "url", "sitemap":
			if len(list.Items) == MaxItems {
				list.More++
				return d.Skip()
			}
			var e sitemapEntry
			if err := d.DecodeElement(&e, &start); err != nil {
				return err
			}
			list.Items = append(list.Items, Item{URL: e.Loc, Title: strings.TrimSpace(e.News.Title), Published: strings.TrimSpace(e.News.Date),
				Outlet: strings.TrimSpace(e.News.Publication.Name)})
		}
		return nil
	})
	return list, err
}

// parseOPML lists the feeds of an outline, at any depth.
func parseOPML(raw []byte) (List, error) {
	list := List{Kind: OPML}
	err := elements(raw, func(d *xml.Decoder, start xml.StartElement) error {
		if start.Name.Local != "outline" {
			return nil
		}
		var item Item
		for _, a := range start.Attr {
			switch a.Name.Local {
			case "xmlUrl":
				item.URL = a.Value
			case "title", "text":
				item.Title = a.Value
			}
		}
		if item.URL == "" {
			return nil
		}
		if len(list.Items) == MaxItems {
			list.More++
			return nil
		}
		list.Items = append(list.Items, item)
		return nil
	})
	return list, err
}

// maxLevels bounds how deep elements may nest.
const maxLevels = 512

// elements calls visit at every start element. What was read before an error in the middle is kept: feeds are often cut off.
func elements(raw []byte, visit func(*xml.Decoder, xml.StartElement) error) error {
	d := xml.NewDecoder(bytes.NewReader(raw))
	d.Strict = false
	d.CharsetReader = func(label string, in io.Reader) (io.Reader, error) {
		if decoded, err := charset.NewReaderLabel(label, in); err == nil {
			return decoded, nil
		}
		return in, nil // the addresses are ASCII whatever the label says
	}
	seen, level := 0, 0
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) || err != nil && seen > 1 {
			return nil
		}
		if err != nil {
			return err
		}
		switch token := token.(type) {
		case xml.StartElement:
			seen++
			if level++; level > maxLevels {
				return fmt.Errorf("more than %d levels", maxLevels)
			}
			before := d.InputOffset()
			if err := visit(d, token); err != nil {
				if seen > 1 {
					return nil
				}
				return err
			}
			if d.InputOffset() != before {
				level-- // visit consumed the element
			}
		case xml.EndElement:
			level--
		}
	}
}
