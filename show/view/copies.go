package view

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/hearsay-news/hearsay/compare"
)

// Copy is one passage that stands in several places.
type Copy struct {
	ID     string    `json:"id"`
	Kind   string    `json:"kind"`
	Words  string    `json:"words"`
	Length int       `json:"length"` // words of the passage
	Spans  []Support `json:"spans"`
	Origin *Support  `json:"origin"` // nil when it can't be told which page came first
	Why    string    `json:"why"`
}

// Origin is a set of pages that go back to one original.
type Origin struct {
	ID    string    `json:"id"`
	Pages []PageRow `json:"pages"`
	Why   string    `json:"why"`
}

// Copy returns one copied passage, or false when the record does not hold it.
func (r *Record) Copy(id string) (Copy, bool) {
	id = r.Now(id)
	if r.shelf != nil {
		return r.shelf.part([]string{id}).Copy(id)
	}
	i, ok := r.copies[id]
	if !ok {
		return Copy{}, false
	}
	return r.copied(&r.Findings.Copies[i]), true
}

func (r *Record) copied(c *compare.Copy) Copy {
	out := Copy{ID: c.ID, Kind: c.Kind, Why: c.Why, Spans: r.supports(c.Spans)}
	for i, s := range out.Spans {
		if out.Words == "" || s.Place.Page == c.Origin {
			out.Words = OneLine(s.Place.Text)
		}
		if s.Place.Page == c.Origin && out.Origin == nil {
			out.Origin = &out.Spans[i]
		}
	}
	out.Length = len(strings.Fields(out.Words))
	return out
}

// Pages returns how many pages hold the passage.
func (c Copy) Pages() int {
	seen := map[string]bool{}
	for _, s := range c.Spans {
		seen[s.Place.Page] = true
	}
	return len(seen)
}

// Copies returns the copied passages: those between pages first, what is copied most first; templates of a site last.
func (r *Record) Copies(kind string) []Copy {
	rows, _ := r.CopiesIn(Window{}, kind)
	return rows
}

// CopiesIn returns a window of the copied passages and how many there are.
func (r *Record) CopiesIn(w Window, kind string) ([]Copy, int) {
	if r.shelf != nil {
		return r.shelf.copies(w, kind)
	}
	var chosen []int
	for _, i := range r.order.copies {
		if kind == "" || r.Findings.Copies[i].Kind == kind {
			chosen = append(chosen, i)
		}
	}
	return built(chosen, w, func(i int) Copy { return r.copied(&r.Findings.Copies[i]) }), len(chosen)
}

// Origins returns the originals: those that most pages go back to first.
func (r *Record) Origins() []Origin {
	rows, _ := r.OriginsIn(Window{})
	return rows
}

// OriginsIn returns a window of the originals and how many there are.
func (r *Record) OriginsIn(w Window) ([]Origin, int) {
	if r.shelf != nil {
		return r.shelf.origins(w)
	}
	out := []Origin{}
	for i := range r.Findings.Origins {
		o := &r.Findings.Origins[i]
		row := Origin{ID: o.ID, Why: o.Why, Pages: []PageRow{}}
		for _, id := range o.Pages {
			if p, ok := r.Page(id, Dial{Min: DefaultDial}); ok {
				row.Pages = append(row.Pages, p)
			}
		}
		sortPages(row.Pages)
		out = append(out, row)
	}
	slices.SortStableFunc(out, func(a, b Origin) int { return cmp.Or(len(b.Pages)-len(a.Pages), cmp.Compare(a.ID, b.ID)) })
	return windowed(out, w), len(out)
}

// sortPages brings pages into the order of their dates.
func sortPages(rows []PageRow) {
	slices.SortStableFunc(rows, func(a, b PageRow) int {
		return cmp.Or(earlier(a.Published.Interval, b.Published.Interval), cmp.Compare(a.ID, b.ID))
	})
}

// CopyTable returns copied passages as a table, one row a place.
func CopyTable(rows []Copy) *Table {
	t := &Table{Columns: []string{"id", "kind", "origin", "page", "outlet", "start", "end", "length", "words", "why"}}
	for _, c := range rows {
		origin := ""
		if c.Origin != nil {
			origin = c.Origin.Place.Page
		}
		for _, s := range c.Spans {
			t.Add(c.ID, c.Kind, origin, s.Place.Page, s.Outlet.Name, strconv.Itoa(s.Place.Start), strconv.Itoa(s.Place.End), strconv.Itoa(c.Length), OneLine(s.Place.Text), c.Why)
		}
	}
	return t
}

// OriginTable returns originals as a table, one row a page.
func OriginTable(rows []Origin) *Table {
	t := &Table{Columns: []string{"id", "page", "outlet", "title", "published_earliest", "published_latest", "why"}}
	for _, o := range rows {
		for _, p := range o.Pages {
			earliest, latest := ends(&p.Published)
			t.Add(o.ID, p.ID, p.Outlet.Name, p.Title, earliest, latest, o.Why)
		}
	}
	return t
}
