package view

import (
	"cmp"
	"slices"
	"strconv"

	"github.com/hearsay-news/hearsay/compare"
	"github.com/hearsay-news/hearsay/keep"
	"github.com/hearsay-news/hearsay/text"
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

// Conflicts returns the figures that differ, the disagreements on the timeline, and the relations between rows: those that can't all be right first,
// then by the originals on the weaker side, then by those in all.
func (r *Record) Conflicts() []Conflict { return r.all().disputes() }

// ConflictsIn returns a window of them, of one kind or part only where that is named, and how many are chosen; of those, how many can't all be right.
func (r *Record) ConflictsIn(w Window, kind string) (rows []Conflict, total, differ int) {
	if r.shelf != nil {
		for _, q := range []keep.Query{{Sub: kind}, {Kind: kind}} {
			q.List = keep.Conflicts
			if total = r.shelf.find(keep.Query{List: q.List, Kind: q.Kind, Sub: q.Sub, N: 1}).Total; total > 0 || kind == "" {
				differ = r.shelf.find(keep.Query{List: q.List, Kind: q.Kind, Sub: q.Sub, Speech: true, N: 1}).Shown
				return r.shelf.conflicts(window(q, w)), total, differ
			}
		}
		return []Conflict{}, 0, 0
	}
	chosen := r.disputes()
	if kind != "" {
		of := func(named func(*Conflict) string) []Conflict {
			var out []Conflict
			for i := range chosen {
				if named(&chosen[i]) == kind {
					out = append(out, chosen[i])
				}
			}
			return out
		}
		if rows = of(func(c *Conflict) string { return c.Part }); len(rows) == 0 {
			rows = of(func(c *Conflict) string { return c.Kind })
		}
		chosen = rows
	}
	for i := range chosen {
		if chosen[i].Differs() {
			differ++
		}
	}
	return windowed(chosen, w), len(chosen), differ
}

// disputeRef names what a conflict is made from: a figure, the n-th thing that the accounts of an event differ on, a relation.
type disputeRef struct {
	ID string
	N  int
}

// disputed is a conflict with what it is made from.
type disputed struct {
	disputeRef
	Conflict
}

// dispute makes a conflict from its rows; false where the record does not hold them.
func (r *Record) dispute(ref disputeRef) (c Conflict, ok bool) {
	if i, ok := r.figures[ref.ID]; ok {
		f := r.figure(&r.Findings.Figures[i])
		c := Conflict{Kind: "figure", Part: "number", List: "figures", Row: f.ID, Title: f.Counts, Why: f.Why, Items: []Support{}}
		for _, e := range f.Entries {
			c.Items = append(c.Items, Support{Place: e.Place, Outlet: e.Outlet, Title: e.Title, Published: e.Published})
		}
		return c, true
	}
	if i, ok := r.timeline[ref.ID]; ok && ref.N < len(r.Findings.Timeline[i].Conflicts) {
		t := &r.Findings.Timeline[i]
		d := &t.Conflicts[ref.N]
		return Conflict{Kind: d.Kind, Part: partOf(d.Kind), List: "timeline", Row: t.ID, Title: OneLine(t.Title), Items: r.supports(d.Items), Why: t.Why}, true
	}
	i, ok := r.relations[ref.ID]
	if !ok {
		return c, false
	}
	rel := &r.Findings.Relations[i]
	return Conflict{Kind: rel.Kind, Part: rel.Part, List: rel.List, Row: rel.Row, Other: rel.Other, Why: rel.Why, Title: r.RowTitle(rel.Row), Items: r.supports(rel.Items)}, true
}

// refs lists what conflicts are made from.
func (r *Record) disputeRefs() []disputeRef {
	var out []disputeRef
	differ := map[string][]text.Place{} // page → entries of figures that differ, with the figure's number as
	of := map[text.Place]int{}
	for _, i := range r.order.figures {
		f := &r.Findings.Figures[i]
		if f.Verdict != compare.Differ {
			continue
		}
		out = append(out, disputeRef{ID: f.ID})
		for _, e := range f.Entries {
			differ[e.Page] = append(differ[e.Page], e.Place)
			of[e.Place] = i
		}
	}
	for _, i := range r.order.timeline {
		t := &r.Findings.Timeline[i]
		for n := range t.Conflicts {
			if t.Conflicts[n].Kind != "figure" || !told(t.Conflicts[n].Items, differ, of) { // else the figure is there already
				out = append(out, disputeRef{t.ID, n})
			}
		}
	}
	for i := range r.Findings.Relations {
		rel := &r.Findings.Relations[i]
		if rel.Kind == "agree" {
			continue
		}
		if k, ok := r.figures[rel.Row]; ok && rel.Kind == "differ" && r.Findings.Figures[k].Verdict == compare.Differ {
			continue // the figure is there already
		}
		out = append(out, disputeRef{ID: rel.ID})
	}
	return out
}

// ranked are all conflicts, the strongest first.
func (r *Record) ranked() []disputed {
	type strength struct {
		disputed
		weaker, all int
	}
	var list []strength
	for _, ref := range r.disputeRefs() {
		c, ok := r.dispute(ref)
		if !ok {
			continue
		}
		s := strength{disputed: disputed{ref, c}}
		for k, side := range r.Sides(c) {
			if s.all += side.Origins; k == 0 || side.Origins < s.weaker {
				s.weaker = side.Origins
			}
		}
		list = append(list, s)
	}
	slices.SortStableFunc(list, func(a, b strength) int {
		switch {
		case a.Differs() != b.Differs() && a.Differs():
			return -1
		case a.Differs() != b.Differs():
			return 1
		}
		return cmp.Or(b.weaker-a.weaker, b.all-a.all)
	})
	out := make([]disputed, len(list))
	for i := range list {
		out[i] = list[i].disputed
	}
	return out
}

func (r *Record) findConflicts() []Conflict {
	list := r.ranked()
	out := make([]Conflict, len(list))
	for i := range list {
		out[i] = list[i].Conflict
	}
	return out
}

// told says whether a figure that differs has an entry in each of some places.
func told(items []text.Place, differ map[string][]text.Place, of map[text.Place]int) bool {
	var common map[int]bool
	for _, s := range items {
		here := map[int]bool{}
		for _, e := range differ[s.Page] {
			if s.Span.Contains(e.Span) && (common == nil || common[of[e]]) {
				here[of[e]] = true
			}
		}
		common = here
	}
	return len(common) > 0
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
