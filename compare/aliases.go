package compare

import (
	"slices"

	"github.com/hearsay-news/hearsay/text"
)

// Aliases leads from the ids of rows that are no longer there to the rows that hold what those began with, so that no address dies. Was gives each page the
// id that it had before.
//
//	statement s1 began on page b; page a, which comes before it, tells the same  →  s1 is s2 now
func Aliases(before, after *Findings, was map[string]string) []Alias {
	a := aliasing{there: map[string]bool{}, to: map[string]string{}, now: map[string]string{}}
	for now, old := range was {
		if old != "" {
			a.now[old] = now
		}
	}
	for i := range after.Entities {
		a.there[after.Entities[i].ID] = true
	}
	a.entities(before, after)
	a.statements(before, after)
	follow(&a, before.Figures, after.Figures, func(x *Figure) (string, []text.Place) {
		places := make([]text.Place, len(x.Entries))
		for i := range x.Entries {
			places[i] = x.Entries[i].Place
		}
		return x.ID, places
	})
	follow(&a, before.Timeline, after.Timeline, func(x *Entry) (string, []text.Place) { return x.ID, x.Supports })
	follow(&a, before.Copies, after.Copies, func(x *Copy) (string, []text.Place) { return x.ID, x.Spans })
	follow(&a, before.Stories, after.Stories, func(x *Story) (string, []text.Place) {
		places := make([]text.Place, len(x.Pages))
		for i, page := range x.Pages {
			places[i].Page = page
		}
		return x.ID, places
	})
	for _, old := range before.Aliases {
		to := old.To
		if !a.there[to] {
			to = a.to[to]
		}
		if _, known := a.to[old.ID]; !known && to != "" && !a.there[old.ID] {
			a.to[old.ID] = to
		}
	}
	out := make([]Alias, 0, len(a.to))
	for id, to := range a.to {
		out = append(out, Alias{ID: id, To: to})
	}
	byID(out, func(x *Alias) string { return x.ID })
	return out
}

// aliasing is what rows are followed by.
type aliasing struct {
	there map[string]bool   // ids of now
	to    map[string]string // id of before → of now
	now   map[string]string // page of before → of now
}

func (a *aliasing) note(old, now string) {
	if _, known := a.to[old]; !known && old != "" && now != "" && !a.there[old] {
		a.to[old] = now
	}
}

func (a *aliasing) entities(before, after *Findings) {
	at := make(map[string]*Page, len(after.Pages))
	for i := range after.Pages {
		at[after.Pages[i].ID] = &after.Pages[i]
	}
	for i := range before.Pages {
		old := &before.Pages[i]
		p := at[a.now[old.ID]]
		if p == nil || len(p.Entities) != len(old.Entities) {
			continue
		}
		a.note(old.Outlet, p.Outlet)
		for n, id := range old.Entities {
			a.note(id, p.Entities[n])
		}
	}
}

func (a *aliasing) statements(before, after *Findings) {
	type account struct{ page, local string }
	at := map[account]string{}
	for i := range after.Statements {
		s := &after.Statements[i]
		a.there[s.ID] = true
		for _, x := range s.Accounts {
			at[account{x.Page, x.Local}] = s.ID
		}
	}
	for i := range before.Statements {
		for _, x := range before.Statements[i].Accounts {
			a.note(before.Statements[i].ID, at[account{a.now[x.Page], x.Local}])
		}
	}
}

// follow finds the rows of a list by their places: the first that stands in a row now decides.
func follow[T any](a *aliasing, before, after []T, of func(*T) (id string, places []text.Place)) {
	at := map[text.Place]string{}
	for i := range slices.Backward(after) { // of several rows at a place the first stays
		id, places := of(&after[i])
		a.there[id] = true
		for _, p := range places {
			at[p] = id
		}
	}
	for i := range before {
		id, places := of(&before[i])
		if a.there[id] {
			continue
		}
		for _, p := range places {
			p.Page = a.now[p.Page]
			a.note(id, at[p])
		}
	}
}
