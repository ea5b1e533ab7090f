package export

import (
	"github.com/hearsay-news/hearsay/compare"
	"github.com/hearsay-news/hearsay/gather"
	"github.com/hearsay-news/hearsay/read/article"
	"github.com/hearsay-news/hearsay/text"
)

type exportedPage struct {
	ID                string       `json:"id"`
	Source            string       `json:"source"`
	URL               string       `json:"url,omitempty"`
	SHA256            *string      `json:"sha256"`
	Outlet            *string      `json:"outlet"`
	Title             *string      `json:"title"`
	TitleAt           *text.Span   `json:"title_at,omitempty"`
	Language          string       `json:"language,omitempty"`
	Published         published    `json:"published"`
	Modified          *published   `json:"modified"`
	Credit            *string      `json:"credit"`
	Versions          []string     `json:"versions"`
	PublishedInRecord published    `json:"published_in_record"`
	Skip              *gather.Skip `json:"skip,omitempty"`
}

func (d *document) page(p *StreamedPage) exportedPage {
	out := exportedPage{ID: p.ID, Source: p.Source, SHA256: orNull(p.SHA256), Versions: orEmpty(p.Versions), Skip: p.Skip}
	if p.Reading == nil {
		out.Published = d.published(p.ID, article.Date{})
		out.PublishedInRecord = out.Published
		return out
	}
	a := &p.Reading.Article
	out.URL, out.Language = p.Reading.Given.URL, p.Reading.Page.Language
	if a.Title != nil {
		words := p.Reading.Page.Text.At(*a.Title)
		place := d.at(p.ID).one(*a.Title)
		out.Title, out.TitleAt = &words, &place
	} else {
		out.Title = orNull(p.Reading.Given.Title)
	}
	out.Published = d.published(p.ID, a.Published)
	out.PublishedInRecord = out.Published
	if a.Modified.Known() {
		modified := d.published(p.ID, a.Modified)
		out.Modified = &modified
	}
	out.Credit = orNull(a.Credit.Name)
	if found := p.Found; found != nil {
		out.Outlet = orNull(found.Outlet)
		out.PublishedInRecord = d.published(p.ID, found.Published)
	}
	return out
}

// published writes a date; evidence from another page is counted in that page's text.
func (d *document) published(page string, date article.Date) published {
	out := published{newInterval(date.Interval), date.Basis, make([]evidenceRow, len(date.Evidence))}
	if out.Basis == "" {
		out.Basis = article.None
	}
	for i, e := range date.Evidence {
		row := evidenceRow{Field: e.Field, Page: e.Page, Use: e.Use, Why: e.Why}
		from := page
		if e.Page != "" {
			from = e.Page
		}
		if !e.Span.Empty() {
			place := d.at(from).one(e.Span)
			row.Start, row.End = &place.Start, &place.End
		}
		out.Evidence[i] = row
	}
	return out
}

type exportedStory struct {
	ID    string   `json:"id"`
	Title *string  `json:"title,omitempty"`
	Pages []string `json:"pages"`
}

func (d *document) story(s *compare.Story) exportedStory {
	return exportedStory{s.ID, orNull(s.Title), orEmpty(s.Pages)}
}

type exportedOrigin struct {
	ID    string   `json:"id"`
	Pages []string `json:"pages"`
	Why   string   `json:"why"`
}

func (d *document) origin(o *compare.Origin) exportedOrigin {
	return exportedOrigin{o.ID, orEmpty(o.Pages), o.Why}
}
