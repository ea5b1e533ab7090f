package view

import "slices"

// Fresh is what came into a record since a time: pages, statements, figures and events that no page before told, and disagreements that there were not
// without the new pages. Rows that only changed, and pages that only say it again, do not count.
type Fresh struct {
	Since         string      `json:"since,omitempty"`
	Pages         []PageRow   `json:"pages"`
	Statements    []Statement `json:"statements"` // at or above the dial
	Figures       []Figure    `json:"figures"`
	Events        []Entry     `json:"events"`
	Disagreements []Conflict  `json:"disagreements"`
}

// Tells says whether there is anything new beside pages.
func (f *Fresh) Tells() bool {
	return len(f.Statements)+len(f.Figures)+len(f.Events)+len(f.Disagreements) > 0
}

// Fresh returns what was added at a day or time (ISO) or later, by the time at which pages were added. A value that is no day is a Wrong.
func (r *Record) Fresh(since string, d Dial) (Fresh, error) {
	if since == "" {
		return Fresh{}, &Wrong{"no day is given", "write 2023-03-21 or 2023-03-21T14:00"}
	}
	if _, err := dayOf(since[:min(len(since), 10)], false); err != nil {
		return Fresh{}, err
	}
	r = r.all()
	added := map[string]bool{}
	for i := range r.Pages {
		if p := &r.Pages[i]; p.Added != "" && p.Added >= since {
			added[p.ID] = true
		}
	}
	out := r.FreshOf(added, d)
	out.Since = since
	return out, nil
}

// FreshOf returns what some pages brought into the record.
func (r *Record) FreshOf(added map[string]bool, d Dial) Fresh {
	r = r.all()
	out := Fresh{Pages: []PageRow{}, Statements: []Statement{}, Figures: []Figure{}, Events: []Entry{}, Disagreements: []Conflict{}}
	for _, i := range r.order.pages {
		if id := r.Pages[i].ID; added[id] {
			out.Pages = append(out.Pages, r.pageRow(r.pages[id], d))
		}
	}
	if len(out.Pages) == 0 {
		return out
	}
	rows := map[string]bool{} // that only new pages have
	for _, s := range r.Statements(Filter{Dial: d}).Statements {
		if !slices.ContainsFunc(s.Accounts, func(a Account) bool { return !added[a.Page] }) {
			rows[s.ID] = true
			out.Statements = append(out.Statements, s)
		}
	}
	for _, f := range r.Figures("", "") {
		if newNumber(f, added) {
			rows[f.ID] = true
			out.Figures = append(out.Figures, f)
		}
	}
	for _, e := range r.Timeline("", "") {
		if !e.Background && len(e.Supports) > 0 && !slices.ContainsFunc(e.Supports, func(s Support) bool { return !added[s.Place.Page] }) {
			rows[e.ID] = true
			out.Events = append(out.Events, e)
		}
	}
	for _, c := range r.Conflicts() {
		if c.Differs() && parted(c, added, rows) {
			out.Disagreements = append(out.Disagreements, c)
		}
	}
	return out
}

// newNumber says whether a new page gives a quantity a number that none before gave it.
func newNumber(f Figure, added map[string]bool) bool {
	known := map[[2]float64]bool{}
	value := func(e FigureEntry) (v [2]float64) {
		if e.Low != nil {
			v[0] = *e.Low
		}
		if e.High != nil {
			v[1] = *e.High
		}
		return v
	}
	for _, e := range f.Entries {
		if !added[e.Place.Page] {
			known[value(e)] = true
		}
	}
	return slices.ContainsFunc(f.Entries, func(e FigureEntry) bool { return added[e.Place.Page] && !known[value(e)] })
}

// parted says whether a disagreement was not there before: one of its rows is new, or the pages before told no two sides of it.
func parted(c Conflict, added, rows map[string]bool) bool {
	if rows[c.Row] || rows[c.Other] {
		return true
	}
	before := 0
	for _, s := range c.Items {
		if !added[s.Place.Page] {
			before++
		}
	}
	return before < 2 && before < len(c.Items)
}
