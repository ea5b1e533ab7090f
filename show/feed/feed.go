// Package feed writes what is new in a record as Atom and as JSON Feed: statements and disagreements, those on the pages that came in last first.
//
//	Of(record, Options{Title: "harbour"})  →  Feed{Items: [{ID: "urn:hearsay:statements:s12", Title: "Ilse Marrow (deny): …", Updated: "2023-06-02T09:11:00Z"}, …]}
//
// No clock stands in it: an item is as new as the page that brought it, by the time at which that was added, or by its day where nobody noted that.
package feed

import (
	"cmp"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"io"
	"net/url"
	"slices"
	"strings"

	"github.com/hearsay-news/hearsay/show/view"
)

// Options choose what a feed holds and how its items are addressed.
type Options struct {
	Title string
	Home  string // address of the reading room, without a slash at the end; "" where there is none
	Self  string // address of the feed itself, where it has one
	Dial  view.Dial
}

// Most is how many items a feed holds.
const Most = 100

// Feed is what both forms are written from.
type Feed struct {
	Options
	Updated string // of the newest item
	Items   []Item
}

// Item is one statement or one disagreement.
type Item struct {
	ID        string // stays the same when the record is made anew
	Title     string
	Link      string
	Words     string // content, on lines
	Updated   string // RFC 3339
	Published string // day or moment of the first page, RFC 3339; "" where it is not known
	Author    string // of a statement: its speaker
	Tags      []string
}

const never = "1970-01-01T00:00:00Z"

// Of takes the newest statements and disagreements of a record.
func Of(r *view.Record, o Options) Feed {
	f := Feed{Options: o, Updated: never}
	added := map[string]string{}
	for i := range r.Pages {
		added[r.Pages[i].ID] = r.Pages[i].Added
	}
	for _, s := range r.Statements(view.Filter{Dial: o.Dial}).Statements {
		f.Items = append(f.Items, f.statement(s, added))
	}
	for _, c := range r.Conflicts() {
		if c.Differs() {
			f.Items = append(f.Items, f.disagreement(c, added))
		}
	}
	slices.SortStableFunc(f.Items, func(a, b Item) int {
		return cmp.Or(strings.Compare(b.Updated, a.Updated), strings.Compare(b.Published, a.Published), strings.Compare(a.ID, b.ID))
	})
	f.Items = f.Items[:min(len(f.Items), Most)]
	if len(f.Items) > 0 {
		f.Updated = f.Items[0].Updated
	}
	return f
}

func (f *Feed) statement(s view.Statement, added map[string]string) Item {
	out := Item{ID: urn("statements", s.ID), Title: view.Short(s.SpeakerName()+" ("+s.Stance+"): "+s.Words, 160), Link: f.link("statements", s.ID), Tags: []string{"statement", s.Stance}}
	if s.Speaker != nil {
		out.Author = s.Speaker.Name
	}
	var b strings.Builder
	for _, a := range s.Accounts {
		fmt.Fprintf(&b, "%s\n%s, %s. %s (%s %s)\n", view.Words(a.Content), view.ChainWords(a.Chain), a.Published.Words, a.Title, a.Page, span(a.Content))
		out.bring(added[a.Page], a.Published)
	}
	out.Words = b.String()
	return out.dated()
}

func (f *Feed) disagreement(c view.Conflict, added map[string]string) Item {
	part := cmp.Or(c.Part, c.Kind)
	out := Item{ID: urn("disagreements", c.List+"-"+c.Row+"-"+part), Title: view.Short("Accounts differ ("+part+"): "+c.Title, 160), Link: f.link(c.List, c.Row), Tags: []string{"disagreement", part}}
	var places []string
	var b strings.Builder
	for _, s := range c.Items {
		fmt.Fprintf(&b, "%s\n%s, %s. %s (%s %d–%d)\n", view.OneLine(s.Place.Text), cmp.Or(s.Outlet.Name, "outlet unknown"), s.Published.Words, s.Title, s.Place.Page, s.Place.Start, s.Place.End)
		out.bring(added[s.Place.Page], s.Published)
		places = append(places, fmt.Sprintf("%s:%d", s.Place.Page, s.Place.Start))
	}
	if c.Kind == "differ" { // a row may differ from several others in one part
		out.ID += "-" + url.QueryEscape(strings.Join(places, ","))
	}
	out.Words = b.String()
	return out.dated()
}

// bring makes an item as new as the newest page that brought it, and as old as the first.
func (i *Item) bring(added string, published view.When) {
	i.Updated = max(i.Updated, moment(added))
	when := ""
	if published.Earliest != nil {
		when = moment(*published.Earliest)
	}
	if when != "" && (i.Published == "" || when < i.Published) {
		i.Published = when
	}
}

// dated takes the day of the pages where nobody noted when they were added.
func (i Item) dated() Item {
	i.Updated = cmp.Or(i.Updated, i.Published, never)
	return i
}

// moment is a day or a date-time as RFC 3339 has it; a clock without its zone is taken as UTC.
func moment(iso string) string {
	switch {
	case len(iso) == 10:
		return iso + "T00:00:00Z"
	case len(iso) == 19:
		return iso + "Z"
	}
	return iso
}

func span(places []view.Place) string {
	if len(places) == 0 {
		return "–"
	}
	return fmt.Sprintf("%d–%d", places[0].Start, places[len(places)-1].End)
}

func urn(list, id string) string { return "urn:hearsay:" + list + ":" + url.PathEscape(id) }

func (f *Feed) link(list, id string) string {
	if f.Home == "" {
		return ""
	}
	return f.Home + "/" + list + "/" + url.PathEscape(id)
}

type atomFeed struct {
	XMLName xml.Name    `xml:"http://www.w3.org/2005/Atom feed"`
	ID      string      `xml:"id"`
	Title   string      `xml:"title"`
	Updated string      `xml:"updated"`
	Author  atomPerson  `xml:"author"`
	Links   []atomLink  `xml:"link"`
	Entries []atomEntry `xml:"entry"`
}

type atomPerson struct {
	Name string `xml:"name"`
}

type atomLink struct {
	Rel  string `xml:"rel,attr"`
	Type string `xml:"type,attr,omitempty"`
	Href string `xml:"href,attr"`
}

type atomEntry struct {
	ID        string      `xml:"id"`
	Title     string      `xml:"title"`
	Updated   string      `xml:"updated"`
	Published string      `xml:"published,omitempty"`
	Author    *atomPerson `xml:"author,omitempty"`
	Links     []atomLink  `xml:"link"`
	Tags      []atomTag   `xml:"category"`
	Content   atomText    `xml:"content"`
}

type atomTag struct {
	Term string `xml:"term,attr"`
}

type atomText struct {
	Type  string `xml:"type,attr"`
	Words string `xml:",chardata"`
}

// Atom writes the feed as RFC 4287 has it.
func Atom(w io.Writer, f Feed) error {
	out := atomFeed{ID: "urn:hearsay:feed:" + url.PathEscape(f.Title), Title: f.Title, Updated: f.Updated, Author: atomPerson{"Hearsay"}}
	if f.Self != "" {
		out.Links = append(out.Links, atomLink{"self", "application/atom+xml", f.Self})
	}
	if f.Home != "" {
		out.Links = append(out.Links, atomLink{"alternate", "text/html", f.Home + "/"})
	}
	for _, i := range f.Items {
		e := atomEntry{ID: i.ID, Title: visible(i.Title), Updated: i.Updated, Published: i.Published, Content: atomText{"text", visible(i.Words)}}
		if i.Author != "" {
			e.Author = &atomPerson{visible(i.Author)}
		}
		if i.Link != "" {
			e.Links = append(e.Links, atomLink{"alternate", "text/html", i.Link})
		}
		for _, tag := range i.Tags {
			e.Tags = append(e.Tags, atomTag{tag})
		}
		out.Entries = append(out.Entries, e)
	}
	if _, err := io.WriteString(w, xml.Header); err != nil {
		return err
	}
	enc := xml.NewEncoder(w)
	enc.Indent("", " ")
	if err := enc.Encode(out); err != nil {
		return err
	}
	_, err := io.WriteString(w, "\n")
	return err
}

// visible drops characters that XML can't hold.
func visible(s string) string {
	return strings.Map(func(c rune) rune {
		if c < 0x20 && c != '\n' && c != '\t' || c == 0xfffe || c == 0xffff {
			return -1
		}
		return c
	}, s)
}

type jsonFeed struct {
	Version string     `json:"version"`
	Title   string     `json:"title"`
	Home    string     `json:"home_page_url,omitempty"`
	Self    string     `json:"feed_url,omitempty"`
	Items   []jsonItem `json:"items"`
}

type jsonItem struct {
	ID        string       `json:"id"`
	URL       string       `json:"url,omitempty"`
	Title     string       `json:"title"`
	Text      string       `json:"content_text"`
	Published string       `json:"date_published,omitempty"`
	Modified  string       `json:"date_modified"`
	Authors   []jsonAuthor `json:"authors,omitempty"`
	Tags      []string     `json:"tags"`
}

type jsonAuthor struct {
	Name string `json:"name"`
}

// JSON writes the feed as JSON Feed 1.1 has it.
func JSON(w io.Writer, f Feed) error {
	out := jsonFeed{Version: "https://jsonfeed.org/version/1.1", Title: f.Title, Home: f.Home, Self: f.Self, Items: []jsonItem{}}
	for _, i := range f.Items {
		one := jsonItem{ID: i.ID, URL: i.Link, Title: i.Title, Text: i.Words, Published: i.Published, Modified: i.Updated, Tags: i.Tags}
		if i.Author != "" {
			one.Authors = []jsonAuthor{{i.Author}}
		}
		out.Items = append(out.Items, one)
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(out)
}
