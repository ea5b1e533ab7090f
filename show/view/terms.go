package view

import (
	"cmp"
	"slices"
	"strconv"

	"github.com/hearsay-news/hearsay/compare"
)

// Term is what the outlets call one thing.
type Term struct {
	ID     string    `json:"id"`
	Thing  Ref       `json:"thing"` // the entity, or the concept by its name alone
	Words  []string  `json:"words"` // every word used, the most frequent first
	Habits []TermUse `json:"uses"`  // by outlet, the most frequent first
}

// TermUse is one word that one outlet uses.
type TermUse struct {
	Term   string  `json:"term"`
	Outlet string  `json:"outlet"`
	Count  int     `json:"count"`
	Places []Place `json:"places"`
}

// By returns how an outlet calls the thing by a word, or nil when it does not.
func (t Term) By(outlet, word string) *TermUse {
	for i := range t.Habits {
		if t.Habits[i].Outlet == outlet && t.Habits[i].Term == word {
			return &t.Habits[i]
		}
	}
	return nil
}

// Outlets returns the outlets that name the thing, sorted.
func (t Term) Outlets() []string {
	var out []string
	for _, u := range t.Habits {
		if !slices.Contains(out, u.Outlet) {
			out = append(out, u.Outlet)
		}
	}
	slices.Sort(out)
	return out
}

func (r *Record) term(t *compare.Term) Term {
	out := Term{ID: t.ID, Thing: Ref{Name: t.Concept}, Words: []string{}, Habits: []TermUse{}}
	if t.Entity != "" {
		out.Thing = r.Ref(t.Entity)
	}
	type habit struct{ outlet, term string }
	at := map[habit]int{}
	counts := tally{}
	for i := range t.Uses {
		u := &t.Uses[i]
		if !r.HasPage(u.Page) {
			continue
		}
		h := habit{u.Outlet, u.Term}
		k, ok := at[h]
		if !ok {
			k = len(out.Habits)
			at[h] = k
			out.Habits = append(out.Habits, TermUse{Term: u.Term, Outlet: u.Outlet, Places: []Place{}})
		}
		out.Habits[k].Count++
		out.Habits[k].Places = append(out.Habits[k].Places, r.Place(u.Page, u.Span))
		counts.add(u.Term, u.Term)
	}
	for _, o := range counts.options(nil, "") {
		out.Words = append(out.Words, o.Name)
	}
	slices.SortStableFunc(out.Habits, func(a, b TermUse) int {
		return cmp.Or(cmp.Compare(a.Outlet, b.Outlet), b.Count-a.Count, cmp.Compare(a.Term, b.Term))
	})
	return out
}

// Terms returns the term table: things with most words first.
func (r *Record) Terms() []Term {
	rows, _ := r.TermsIn(Window{})
	return rows
}

// TermsIn returns a window of the term table and how many rows there are.
func (r *Record) TermsIn(w Window) ([]Term, int) {
	if r.shelf != nil {
		return r.shelf.terms(w)
	}
	out := []Term{}
	for i := range r.Findings.Terms {
		out = append(out, r.term(&r.Findings.Terms[i]))
	}
	slices.SortStableFunc(out, func(a, b Term) int {
		return cmp.Or(len(b.Words)-len(a.Words), len(b.Habits)-len(a.Habits), cmp.Compare(a.Thing.Name, b.Thing.Name), cmp.Compare(a.ID, b.ID))
	})
	return windowed(out, w), len(out)
}

// TermTable returns the term table with one row a word and outlet.
func TermTable(rows []Term) *Table {
	t := &Table{Columns: []string{"id", "thing", "entity", "outlet", "term", "count", "page", "start", "end"}}
	for _, term := range rows {
		for _, u := range term.Habits {
			p := u.Places[0]
			t.Add(term.ID, term.Thing.Name, term.Thing.ID, u.Outlet, u.Term, strconv.Itoa(u.Count), p.Page, strconv.Itoa(p.Start), strconv.Itoa(p.End))
		}
	}
	return t
}
