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

// ConflictsOf is ConflictsIn of those in which a part of the record has a row; all their sides are told, also by pages outside the part.
func (r *Record) ConflictsOf(part *Record, w Window, kind string) (rows []Conflict, total, differ int) {
	if part == r {
		return r.ConflictsIn(w, kind)
	}
	r, part, rows = r.all(), part.all(), []Conflict{}
	holds := func(row string) bool {
		return has(part.statements, row) || has(part.figures, row) || has(part.timeline, row)
	}
	for _, d := range r.ranked() {
		if !holds(d.row) && !holds(d.other) || kind != "" && d.part != kind && d.kind != kind {
			continue
		}
		if total++; d.differs() {
			differ++
		}
		if total > w.From && (w.Limit == 0 || len(rows) < w.Limit) {
			if c, ok := r.dispute(d.disputeRef); ok {
				rows = append(rows, c)
			}
		}
	}
	return rows, total, differ
}

// disputeRef names what a conflict is made from: a figure, the n-th thing that the accounts of an event differ on, a relation, with those
// that tell the same shift of the same row.
type disputeRef struct {
	ID   string
	N    int
	More []string // further relations of the same rows
}

// disputed is what conflicts are chosen and ordered by.
type disputed struct {
	disputeRef
	kind, part       string
	list, row, other string
	places           []text.Place
	weaker, all      int // originals on the weaker side, and on all
}

func (d *disputed) differs() bool { return Conflict{Kind: d.kind}.Differs() }

// disputedOf finds what a conflict is made from; false where the record does not hold it.
func (r *Record) disputedOf(ref disputeRef) (d disputed, ok bool) {
	if i, ok := r.figures[ref.ID]; ok {
		d := disputed{disputeRef: ref, kind: "figure", part: "number", list: "figures", row: ref.ID}
		for _, e := range r.Findings.Figures[i].Entries {
			d.places = append(d.places, e.Place)
		}
		return d, true
	}
	if i, ok := r.timeline[ref.ID]; ok && ref.N < len(r.Findings.Timeline[i].Conflicts) {
		c := &r.Findings.Timeline[i].Conflicts[ref.N]
		return disputed{disputeRef: ref, kind: c.Kind, part: partOf(c.Kind), list: "timeline", row: ref.ID, places: c.Items}, true
	}
	i, ok := r.relations[ref.ID]
	if !ok {
		return d, false
	}
	rel := &r.Findings.Relations[i]
	d = disputed{disputeRef: ref, kind: rel.Kind, part: rel.Part, list: rel.List, row: rel.Row, other: rel.Other, places: rel.Items}
	for _, id := range ref.More {
		for _, p := range r.Findings.Relations[r.relations[id]].Items {
			if !slices.Contains(d.places, p) {
				d.places = append(d.places[:len(d.places):len(d.places)], p)
			}
		}
	}
	return d, true
}

// dispute makes a conflict from its rows; false where the record does not hold them.
func (r *Record) dispute(ref disputeRef) (c Conflict, ok bool) {
	d, ok := r.disputedOf(ref)
	if !ok {
		return c, false
	}
	c = Conflict{Kind: d.kind, Part: d.part, List: d.list, Row: d.row, Other: d.other}
	switch {
	case d.list == "figures" && d.kind == "figure":
		f := r.figure(&r.Findings.Figures[r.figures[ref.ID]])
		c.Title, c.Why, c.Items = f.Counts, f.Why, []Support{}
		for _, e := range f.Entries {
			c.Items = append(c.Items, Support{Place: e.Place, Outlet: e.Outlet, Title: e.Title, Published: e.Published})
		}
		return c, true
	case d.list == "timeline" && d.row == ref.ID:
		t := &r.Findings.Timeline[r.timeline[ref.ID]]
		c.Title, c.Why = OneLine(t.Title), t.Why
	default:
		c.Title, c.Why = r.RowTitle(d.row), r.Findings.Relations[r.relations[ref.ID]].Why
	}
	c.Items = r.supports(d.places)
	return c, true
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
				out = append(out, disputeRef{ID: t.ID, N: n})
			}
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
		key := [5]string{rel.Kind, rel.Part, rel.List, rel.Row, rel.Other}
		if at, ok := shifts[key]; ok && !(Conflict{Kind: rel.Kind}).Differs() {
			out[at].More = append(out[at].More, rel.ID)
			continue
		}
		shifts[key] = len(out)
		out = append(out, disputeRef{ID: rel.ID})
	}
	return out
}

// rank lists all conflicts, the strongest first.
func (r *Record) rank() []disputed {
	var out []disputed
	for _, ref := range r.disputeRefs() {
		d, ok := r.disputedOf(ref)
		if !ok {
			continue
		}
		sides := map[string]map[string]bool{} // their originals
		for _, p := range d.places {
			k := r.sideOf(d.list, d.row, d.other, p)
			if sides[k] == nil {
				sides[k] = map[string]bool{}
			}
			sides[k][r.originalOf(p.Page)] = true
		}
		for _, originals := range sides {
			if d.all == 0 || len(originals) < d.weaker {
				d.weaker = len(originals)
			}
			d.all += len(originals)
		}
		out = append(out, d)
	}
	slices.SortStableFunc(out, func(a, b disputed) int {
		switch {
		case a.differs() != b.differs() && a.differs():
			return -1
		case a.differs() != b.differs():
			return 1
		}
		return cmp.Or(b.weaker-a.weaker, b.all-a.all)
	})
	return out
}

func (r *Record) findConflicts() []Conflict {
	out := []Conflict{}
	for _, d := range r.ranked() {
		if c, ok := r.dispute(d.disputeRef); ok {
			out = append(out, c)
		}
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
