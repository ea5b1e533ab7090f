package view

import (
	"slices"
	"strconv"

	"github.com/hearsay-news/hearsay/compare"
)

// Conflict is something on which pages differ, or where wording shifts from one to another.
type Conflict struct {
	Kind  string    `json:"kind"`           // figure, date, place, actor, status; or the relation: differ, reworded, narrower, broader
	Part  string    `json:"part,omitempty"` // in what they can't all be right: polarity, number, date, place, actor, object, status, scope
	List  string    `json:"list"`           // of the row it is about: figures, timeline, statements
	Row   string    `json:"row"`
	Other string    `json:"other,omitempty"` // the row that it is tied to, where there are two
	Title string    `json:"title"`
	Items []Support `json:"items"`
	Why   string    `json:"why"`
}

// Differs says whether the accounts can't all be right, as against a shift of wording or scope.
func (c Conflict) Differs() bool {
	switch c.Kind {
	case "reworded", "narrower", "broader":
		return false
	}
	return true
}

// Conflicts returns the figures that differ, the disagreements on the timeline, and the relations between rows: those that can't all be right first.
func (r *Record) Conflicts() []Conflict {
	rows, _ := r.ConflictsIn(Window{})
	return rows
}

// ConflictsIn returns a window of them and how many there are.
func (r *Record) ConflictsIn(w Window) ([]Conflict, int) {
	if r.shelf != nil {
		return r.shelf.conflicts(w, "")
	}
	return windowed(r.conflicts, w), len(r.conflicts)
}

func (r *Record) findConflicts() []Conflict {
	out := []Conflict{}
	figures := r.Figures(string(compare.Differ), "")
	for _, f := range figures {
		c := Conflict{Kind: "figure", Part: "number", List: "figures", Row: f.ID, Title: f.Counts, Why: f.Why, Items: []Support{}}
		for _, e := range f.Entries {
			c.Items = append(c.Items, Support{Place: e.Place, Outlet: e.Outlet, Title: e.Title, Published: e.Published})
		}
		out = append(out, c)
	}
	for _, i := range r.order.timeline {
		if len(r.Findings.Timeline[i].Conflicts) == 0 {
			continue
		}
		e := r.entryAt(i)
		for _, d := range e.Conflicts {
			if d.Kind == "figure" && told(figures, d.Items) {
				continue // the figure is there already
			}
			out = append(out, Conflict{Kind: d.Kind, Part: partOf(d.Kind), List: "timeline", Row: e.ID, Title: e.Title, Items: d.Items, Why: e.Why})
		}
	}
	shifts := map[[5]string]int{} // of a row in one way: told once, with all its places
	for i := range r.Findings.Relations {
		rel := &r.Findings.Relations[i]
		if rel.Kind == "agree" {
			continue
		}
		if k, ok := r.figures[rel.Row]; ok && rel.Kind == "differ" && r.Findings.Figures[k].Verdict == compare.Differ {
			continue // the figure is there already
		}
		c := Conflict{Kind: rel.Kind, Part: rel.Part, List: rel.List, Row: rel.Row, Other: rel.Other, Why: rel.Why, Title: r.RowTitle(rel.Row), Items: r.supports(rel.Items)}
		key := [5]string{c.Kind, c.Part, c.List, c.Row, c.Other}
		if at, ok := shifts[key]; ok && !c.Differs() {
			out[at].Items = joinSupports(out[at].Items, c.Items)
			continue
		}
		shifts[key] = len(out)
		out = append(out, c)
	}
	slices.SortStableFunc(out, func(a, b Conflict) int {
		switch {
		case a.Differs() == b.Differs():
			return 0
		case a.Differs():
			return -1
		}
		return 1
	})
	return out
}

// joinSupports adds places that are not there yet.
func joinSupports(list, more []Support) []Support {
	for _, s := range more {
		if !slices.ContainsFunc(list, func(o Support) bool { return o.Place.Page == s.Place.Page && o.Place.Span == s.Place.Span }) {
			list = append(list, s)
		}
	}
	return list
}

// told says whether a figure that differs has an entry in each of some places.
func told(figures []Figure, items []Support) bool {
	return slices.ContainsFunc(figures, func(f Figure) bool {
		for _, s := range items {
			inside := func(e FigureEntry) bool { return e.Place.Page == s.Place.Page && s.Place.Span.Contains(e.Place.Span) }
			if !slices.ContainsFunc(f.Entries, inside) {
				return false
			}
		}
		return true
	})
}

// partOf names the part that a conflict of the timeline is about as relations do.
func partOf(kind string) string {
	if kind == "figure" {
		return "number"
	}
	return kind
}

// RowTitle names any row of the record in a line.
func (r *Record) RowTitle(id string) string {
	if r.shelf != nil {
		if r.shelf.has(id) {
			return r.Title(id)
		}
		return r.shelf.part([]string{id}).RowTitle(id)
	}
	if s, ok := r.Statement(id); ok {
		return s.SpeakerName() + ": " + s.Words
	}
	if i, ok := r.figures[id]; ok {
		return OneLine(r.Findings.Figures[i].Counts)
	}
	if i, ok := r.timeline[id]; ok {
		return OneLine(r.Findings.Timeline[i].Title)
	}
	if i, ok := r.entities[id]; ok {
		return r.Findings.Entities[i].Name
	}
	if r.pages[id] != nil {
		return r.Title(id)
	}
	return id
}

// ConflictTable returns conflicts as a table, one row a place.
func ConflictTable(rows []Conflict) *Table {
	t := &Table{Columns: []string{"kind", "list", "row", "title", "page", "outlet", "start", "end", "words", "why"}}
	for _, c := range rows {
		for _, s := range c.Items {
			t.Add(c.Kind, c.List, c.Row, c.Title, s.Place.Page, s.Outlet.Name, strconv.Itoa(s.Place.Start), strconv.Itoa(s.Place.End), OneLine(s.Place.Text), c.Why)
		}
	}
	return t
}
