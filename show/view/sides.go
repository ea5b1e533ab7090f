package view

import (
	"slices"

	"github.com/hearsay-news/hearsay/compare"
	"github.com/hearsay-news/hearsay/keep"
	"github.com/hearsay-news/hearsay/text"
)

// Side is one of the answers that accounts give where they can't all be right: the places that give it, and from how many originals they come.
type Side struct {
	Words   string    `json:"words"` // of its first place
	Items   []Support `json:"items"`
	Origins int       `json:"origins"`
}

// Sides parts the places of a conflict into its answers, the one with most originals first.
//
//	a figure    one side a value: "nine trucks" (2 originals), "seven trucks" (1)
//	a relation  the places of the row, and those of the row it is tied to
//	an event    one side a page that tells it differently
func (r *Record) Sides(c Conflict) []Side {
	if r.shelf != nil {
		r = r.shelf.about(c)
	}
	var out []Side
	at := map[string]int{}
	for _, item := range c.Items {
		k := r.sideOf(c.List, c.Row, c.Other, text.Place{Page: item.Place.Page, Span: item.Place.Span})
		i, ok := at[k]
		if !ok {
			i = len(out)
			at[k] = i
			out = append(out, Side{Words: OneLine(item.Place.Text)})
		}
		out[i].Items = append(out[i].Items, item)
	}
	for i := range out {
		out[i].Origins = r.originals(out[i].Items)
	}
	slices.SortStableFunc(out, func(a, b Side) int { return b.Origins - a.Origins })
	return out
}

// sideOf names the side that a place stands on.
func (r *Record) sideOf(list, row, other string, p text.Place) string {
	if i, ok := r.figures[row]; ok && list == "figures" {
		for k := range r.Findings.Figures[i].Entries {
			if e := &r.Findings.Figures[i].Entries[k]; e.Place == p {
				return AmountWords(e.Low, e.High, e.Relation)
			}
		}
	}
	if other != "" {
		for _, row := range []string{row, other} {
			if r.standsOn(row, p) {
				return row
			}
		}
	}
	return p.Page
}

// standsOn says whether a place belongs to a row.
func (r *Record) standsOn(row string, p text.Place) bool {
	if i, ok := r.statements[row]; ok {
		return slices.ContainsFunc(r.Findings.Statements[i].Accounts, func(a compare.Account) bool {
			over := func(s text.Span) bool { return s.Overlaps(p.Span) }
			return a.Page == p.Page && (slices.ContainsFunc(a.Content, over) || slices.ContainsFunc(a.Source, over) || slices.ContainsFunc(a.Cue, over))
		})
	}
	if i, ok := r.figures[row]; ok {
		return slices.ContainsFunc(r.Findings.Figures[i].Entries, func(e compare.FigureEntry) bool { return e.Page == p.Page && e.Span.Overlaps(p.Span) })
	}
	if i, ok := r.timeline[row]; ok {
		for _, s := range r.Findings.Timeline[i].Supports {
			if s.Page == p.Page && s.Span.Overlaps(p.Span) {
				return true
			}
		}
	}
	return false
}

// Pages returns the places of a side, one a page.
func (s Side) Pages() []Support {
	var out []Support
	for _, item := range s.Items {
		if !slices.ContainsFunc(out, func(o Support) bool { return o.Place.Page == item.Place.Page }) {
			out = append(out, item)
		}
	}
	return out
}

// originals counts the originals behind some places: pages that go back to one count once.
func (r *Record) originals(items []Support) int {
	seen := map[string]bool{}
	for _, s := range items {
		seen[r.originalOf(s.Place.Page)] = true
	}
	return len(seen)
}

func (r *Record) originalOf(page string) string {
	if from := r.original[page]; from != "" {
		return from
	}
	return "page " + page
}

// about is the record as far as a conflict needs it: its rows, and the originals of its pages.
func (s *shelf) about(c Conflict) *Record {
	ids := map[string]bool{c.Row: true, c.Other: true}
	for _, item := range c.Items {
		origins, err := s.from.OnPage(item.Place.Page, keep.Origins)
		s.fail(err)
		for _, id := range origins {
			ids[id] = true
		}
	}
	delete(ids, "")
	return s.part(sortedSet(ids))
}
