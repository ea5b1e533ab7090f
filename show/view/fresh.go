package view

import "slices"

// Fresh is what came into a record since a time: pages, statements that no page before carried, and disagreements in which a new page takes part.
// Rows that only changed do not count.
type Fresh struct {
	Since         string      `json:"since"`
	Pages         []PageRow   `json:"pages"`
	Statements    []Statement `json:"statements"` // at or above the dial
	Disagreements []Conflict  `json:"disagreements"`
}

// Fresh returns what was added at a day or time (ISO) or later, by the time at which pages were added. A value that is no day is a Wrong.
func (r *Record) Fresh(since string, d Dial) (Fresh, error) {
	out := Fresh{Since: since, Pages: []PageRow{}, Statements: []Statement{}, Disagreements: []Conflict{}}
	if since == "" {
		return out, &Wrong{"no day is given", "write 2023-03-21 or 2023-03-21T14:00"}
	}
	if _, err := dayOf(since[:min(len(since), 10)], false); err != nil {
		return out, err
	}
	r = r.all()
	added := map[string]bool{}
	for _, i := range r.order.pages {
		if p := &r.Pages[i]; p.Added != "" && p.Added >= since {
			added[p.ID] = true
			out.Pages = append(out.Pages, r.pageRow(r.pages[p.ID], d))
		}
	}
	for _, s := range r.Statements(Filter{Dial: d}).Statements {
		if !slices.ContainsFunc(s.Accounts, func(a Account) bool { return !added[a.Page] }) {
			out.Statements = append(out.Statements, s)
		}
	}
	for _, c := range r.Conflicts() {
		if c.Differs() && slices.ContainsFunc(c.Items, func(s Support) bool { return added[s.Place.Page] }) {
			out.Disagreements = append(out.Disagreements, c)
		}
	}
	return out, nil
}
