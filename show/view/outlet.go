package view

import (
	"slices"
	"strconv"
	"strings"
)

// OutletRow is an outlet as it is listed.
type OutletRow struct {
	Ref
	Pages      int  `json:"pages"`
	Statements int  `json:"statements"` // at or above the dial
	Span       When `json:"span"`       // from its first page to its last
}

// OutletPage is what one outlet carries.
type OutletPage struct {
	OutletRow
	Coverage Coverage    `json:"coverage"`
	List     []PageRow   `json:"list"`
	Voices   []Option    `json:"-"`        // who speaks in it, with the number of statements
	Alone    []Statement `json:"alone"`    // that no other outlet carries, the surest first
	AloneN   int         `json:"alone_of"` // how many there are
	Missing  []Entry     `json:"missing"`  // events of two or more other outlets that it does not tell
	Terms    []TermUse   `json:"terms"`    // its own word for a thing that others call otherwise
	Taken    []Taken     `json:"taken"`    // passages that it has from another page
}

// Taken is how much an outlet has from another.
type Taken struct {
	From     Ref      `json:"from"`
	Passages int      `json:"passages"`
	Pages    []string `json:"pages"` // of its own
}

const mostListed = 20 // rows of each list on an outlet's page

// OutletRows returns the outlets, the busiest first.
func (r *Record) OutletRows(d Dial) []OutletRow {
	r = r.all()
	var names tally
	for i := range r.Pages {
		if from := r.Outlet(r.Pages[i].ID); from.Name != "" {
			names.add(key(from), from.Name)
		}
	}
	said := map[string]int{}
	for i := range r.Findings.Statements {
		s := &r.Findings.Statements[i]
		if !d.shows(s) {
			continue
		}
		var seen []string
		for _, a := range s.Accounts {
			if k := key(r.Outlet(a.Page)); k != "" && !slices.Contains(seen, k) {
				seen = append(seen, k)
				said[k]++
			}
		}
	}
	out := []OutletRow{}
	for _, o := range names.options(nil, "") {
		ref := r.Ref(o.Value)
		ref.Name = o.Name
		out = append(out, OutletRow{Ref: ref, Pages: o.Count, Statements: said[o.Value], Span: r.spanOf(o.Value)})
	}
	return out
}

// spanOf returns the time from an outlet's first page to its last.
func (r *Record) spanOf(outlet string) When {
	c := r.Coverage(outlet)
	if len(c.Days) == 0 {
		return NewWhen(noDay)
	}
	return NewWhen(daySpan(c.Days[0].Day, c.Days[len(c.Days)-1].Day))
}

// OutletOf returns one outlet by its id or name, or false when no page is of it.
func (r *Record) OutletOf(id string, d Dial) (OutletPage, bool) {
	id = r.Now(id)
	r = r.all()
	rows := r.OutletRows(d)
	i := slices.IndexFunc(rows, func(o OutletRow) bool { return key(o.Ref) == id || strings.EqualFold(o.Name, id) })
	if i < 0 {
		return OutletPage{}, false
	}
	at := key(rows[i].Ref)
	out := OutletPage{OutletRow: rows[i], Coverage: r.Coverage(at), List: []PageRow{}, Alone: []Statement{}, Missing: []Entry{}, Terms: []TermUse{}, Taken: []Taken{}}
	of := map[string]bool{}
	for _, k := range r.order.pages {
		if id := r.Pages[k].ID; key(r.Outlet(id)) == at {
			of[id] = true
			out.List = append(out.List, r.pageRow(r.pages[id], d))
		}
	}
	r.outletVoices(&out, of, d)
	for _, e := range r.byWeight() {
		if len(out.Missing) < mostListed && !e.Background && len(e.Outlets()) > 1 && !slices.ContainsFunc(e.Supports, func(s Support) bool { return of[s.Place.Page] }) {
			out.Missing = append(out.Missing, e)
		}
	}
	for _, t := range r.Terms() {
		for _, u := range t.Habits {
			if len(out.Terms) < mostListed && len(u.Places) > 0 && of[u.Places[0].Page] && len(t.Outlets()) > 1 && ownWord(t, u) {
				out.Terms = append(out.Terms, u)
			}
		}
	}
	out.Taken = r.taken(of)
	return out, true
}

// byWeight returns the timeline, the weightiest first.
func (r *Record) byWeight() []Entry {
	rows, _ := r.TimelineOf(Told{Events: true, Weight: true, Window: Window{Limit: 400}})
	return rows
}

// outletVoices finds who speaks on the outlet's pages, and what only it carries.
func (r *Record) outletVoices(out *OutletPage, of map[string]bool, d Dial) {
	var voices tally
	var alone []int
	for _, i := range r.order.statements {
		s := &r.Findings.Statements[i]
		if !d.shows(s) {
			continue
		}
		here, there := false, false
		for _, a := range s.Accounts {
			if of[a.Page] {
				here = true
			} else {
				there = true
			}
		}
		if here && s.Speaker != "" {
			voices.add(s.Speaker, r.Ref(s.Speaker).Name)
		}
		if here && !there {
			alone = append(alone, i)
		}
	}
	out.Voices = voices.options(nil, "")
	out.Voices = out.Voices[:min(len(out.Voices), mostListed)]
	out.AloneN = len(alone)
	slices.SortStableFunc(alone, func(a, b int) int {
		x, y := r.Findings.Statements[a].Confidence, r.Findings.Statements[b].Confidence
		switch {
		case x > y:
			return -1
		case x < y:
			return 1
		}
		return 0
	})
	out.Alone = built(alone, Window{Limit: mostListed}, func(i int) Statement { return r.statement(&r.Findings.Statements[i]) })
}

// ownWord says whether no other outlet uses a word for the thing.
func ownWord(t Term, u TermUse) bool {
	return !slices.ContainsFunc(t.Habits, func(o TermUse) bool { return o.Outlet != u.Outlet && o.Term == u.Term })
}

// taken counts the passages that some pages have from pages of other outlets, where it is known which was first.
func (r *Record) taken(of map[string]bool) []Taken {
	out := []Taken{}
	for i := range r.Findings.Copies {
		c := &r.Findings.Copies[i]
		if c.Origin == "" || of[c.Origin] || c.Kind != "verbatim" && c.Kind != "near" {
			continue
		}
		from := r.Outlet(c.Origin)
		if from.Name == "" {
			continue
		}
		k := -1
		for _, s := range c.Spans {
			if !of[s.Page] {
				continue
			}
			if k < 0 {
				if k = slices.IndexFunc(out, func(t Taken) bool { return key(t.From) == key(from) }); k < 0 {
					out, k = append(out, Taken{From: from}), len(out)
				}
				out[k].Passages++
			}
			if !slices.Contains(out[k].Pages, s.Page) {
				out[k].Pages = append(out[k].Pages, s.Page)
			}
		}
	}
	slices.SortStableFunc(out, func(a, b Taken) int { return b.Passages - a.Passages })
	return out
}

// OutletTable returns outlets as a table.
func OutletTable(rows []OutletRow) *Table {
	t := &Table{Columns: []string{"id", "name", "pages", "statements", "first", "last"}}
	for _, o := range rows {
		first, last := ends(&o.Span)
		t.Add(o.ID, o.Name, strconv.Itoa(o.Pages), strconv.Itoa(o.Statements), first, last)
	}
	return t
}
