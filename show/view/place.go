package view

import (
	"strings"

	"github.com/hearsay-news/hearsay/text"
)

// Place is a place of a page as it is shown: counted in Unicode code points, with the words that stand there.
type Place struct {
	Page  string    `json:"page"`
	Start int       `json:"start"`
	End   int       `json:"end"`
	Text  string    `json:"text"`
	Span  text.Span `json:"-"` // the same place in bytes: what links and anchors count
}

// Place returns a place of a page. A span outside the page's text, or a page without one, gives a place without words.
func (r *Record) Place(page string, s text.Span) Place {
	if r.shelf != nil {
		return r.shelf.light(page).Place(page, s)
	}
	p := Place{Page: page, Span: s, Start: s.Start, End: s.End}
	e := r.pages[page]
	if e == nil || e.Reading == nil || s.Start < 0 || s.End > len(e.Reading.Page.Text) || s.End < s.Start {
		return p
	}
	p.Text = e.Reading.Page.Text.At(s)
	points := e.points.Span(s)
	p.Start, p.End = points.Start, points.End
	return p
}

// Spans returns the places of several spans of one page.
func (r *Record) Spans(page string, spans []text.Span) []Place {
	out := make([]Place, 0, len(spans))
	for _, s := range spans {
		out = append(out, r.Place(page, s))
	}
	return out
}

// Places returns places that may stand on different pages.
func (r *Record) Places(places []text.Place) []Place {
	out := make([]Place, 0, len(places))
	for _, p := range places {
		if r.HasPage(p.Page) {
			out = append(out, r.Place(p.Page, p.Span))
		}
	}
	return out
}

// supports returns places with what is told of their pages. A place on a page that was taken out of the record is passed over.
func (r *Record) supports(places []text.Place) []Support {
	out := make([]Support, 0, len(places))
	for _, p := range r.Places(places) {
		out = append(out, Support{Place: p, Outlet: r.Outlet(p.Page), Title: r.Title(p.Page), Published: r.Published(p.Page)})
	}
	return out
}

// Words joins the words of several places as one line, with an ellipsis where text between them is left out.
func Words(places []Place) string {
	var b strings.Builder
	for i, p := range places {
		if i > 0 {
			b.WriteString(" … ")
		}
		b.WriteString(OneLine(p.Text))
	}
	return b.String()
}

// OneLine folds every run of white space into one space.
func OneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// Short cuts a line after at most n characters, at a word boundary, and says so with an ellipsis.
func Short(s string, n int) string {
	s = OneLine(s)
	count, lastSpace := 0, 0
	for i, c := range s {
		if count == n {
			if lastSpace > i/2 {
				i = lastSpace
			}
			return strings.TrimRight(s[:i], " ,;:–—-") + "…"
		}
		if c == ' ' {
			lastSpace = i
		}
		count++
	}
	return s
}

// Quoted puts quotation marks around words that have none.
func Quoted(s string) string {
	if s == "" || strings.HasPrefix(s, "“") || strings.HasPrefix(s, "\"") || strings.HasPrefix(s, "‘") || strings.HasPrefix(s, "«") {
		return s
	}
	return "“" + s + "”"
}
