package export

import (
	"iter"

	"github.com/hearsay-news/hearsay/compare"
	"github.com/hearsay-news/hearsay/read"
	"github.com/hearsay-news/hearsay/show/view"
	"github.com/hearsay-news/hearsay/text"
)

// source hands out the rows of a record one after another, as they are shown and in the order of the findings. It is all that the formats
// know of where rows come from, so that they can be written while only one is held.
type source struct {
	r    *view.Record
	dial view.Dial
	read map[string]*read.Reading
}

func newSource(r *view.Record, dial view.Dial) *source {
	s := &source{r: r, dial: dial, read: make(map[string]*read.Reading, len(r.Pages))}
	for i := range r.Pages {
		s.read[r.Pages[i].ID] = r.Pages[i].Reading
	}
	return s
}

// pages are all pages with their readings, by id; a page that was skipped has none.
func (s *source) pages() iter.Seq2[view.PageRow, *read.Reading] {
	return func(yield func(view.PageRow, *read.Reading) bool) {
		for i := range s.r.Pages {
			if row, ok := s.r.Page(s.r.Pages[i].ID, s.dial); ok && !yield(row, s.r.Pages[i].Reading) {
				return
			}
		}
	}
}

func (s *source) stories() iter.Seq[*compare.Story]   { return each(s.r.Findings.Stories) }
func (s *source) entities() iter.Seq[*compare.Entity] { return each(s.r.Findings.Entities) }
func (s *source) terms() iter.Seq[*compare.Term]      { return each(s.r.Findings.Terms) }
func (s *source) origins() iter.Seq[*compare.Origin]  { return each(s.r.Findings.Origins) }

// entry is a row of the timeline with what only the findings hold.
type entryRow struct {
	view.Entry
	Weight     float64
	Background bool
}

func (s *source) timeline() iter.Seq[entryRow] {
	return func(yield func(entryRow) bool) {
		for e := range each(s.r.Findings.Timeline) {
			if row, ok := s.r.Entry(e.ID); ok && len(row.Supports) > 0 && !yield(entryRow{row, e.Weight, e.Background}) {
				return
			}
		}
	}
}

// statements are those at or above the dial.
func (s *source) statements() iter.Seq[view.Statement] {
	return func(yield func(view.Statement) bool) {
		for x := range each(s.r.Findings.Statements) {
			if !s.shows(x) {
				continue
			}
			if row, ok := s.r.Statement(x.ID); ok && len(row.Accounts) > 0 && !yield(row) {
				return
			}
		}
	}
}

func (s *source) shows(x *compare.Statement) bool {
	return x.Confidence >= s.dial.Min && (s.dial.All || x.Stance.Speech())
}

// shown are the ids of the statements that are written.
func (s *source) shown() map[string]bool {
	out := map[string]bool{}
	for x := range each(s.r.Findings.Statements) {
		if s.shows(x) {
			out[x.ID] = true
		}
	}
	return out
}

func (s *source) figures() iter.Seq[view.Figure] {
	return func(yield func(view.Figure) bool) {
		for x := range each(s.r.Findings.Figures) {
			if row, ok := s.r.Figure(x.ID); ok && len(row.Entries) > 0 && !yield(row) {
				return
			}
		}
	}
}

func (s *source) copies() iter.Seq[view.Copy] {
	return func(yield func(view.Copy) bool) {
		for x := range each(s.r.Findings.Copies) {
			if row, ok := s.r.Copy(x.ID); ok && !yield(row) {
				return
			}
		}
	}
}

// relations are those between rows that are written.
func (s *source) relations() iter.Seq[*compare.Relation] {
	return func(yield func(*compare.Relation) bool) {
		shown := s.shown()
		for x := range each(s.r.Findings.Relations) {
			if x.List == "statements" && (!shown[x.Row] || x.Other != "" && !shown[x.Other]) {
				continue
			}
			if !yield(x) {
				return
			}
		}
	}
}

// text is what the places of a page count in.
func (s *source) text(page string) text.Text {
	if r := s.read[page]; r != nil {
		return r.Page.Text
	}
	return ""
}

func each[Row any](rows []Row) iter.Seq[*Row] {
	return func(yield func(*Row) bool) {
		for i := range rows {
			if !yield(&rows[i]) {
				return
			}
		}
	}
}
