package view

import (
	"cmp"
	"slices"

	"github.com/hearsay-news/hearsay/compare"
	"github.com/hearsay-news/hearsay/text"
)

// Side is one of the answers that accounts give where they can't all be right: the places that give it, and from how many originals they come.
type Side struct {
	Words   string    `json:"words"` // of its first place
	Items   []Support `json:"items"`
	Origins int       `json:"origins"`
}

// Sides parts the places of a conflict into its answers, the one with most originals first.
//
//	a figure    one side a value: "nine trucks" (2 originals), "seven trucks" (1)
//	a relation  the places of the row, and those of the row it is tied to
//	an event    one side a page that tells it differently
func (r *Record) Sides(c Conflict) []Side {
	r = r.all()
	var out []Side
	at := map[string]int{}
	for _, item := range c.Items {
		k := r.sideOf(c, item)
		i, ok := at[k]
		if !ok {
			i = len(out)
			at[k] = i
			out = append(out, Side{Words: OneLine(item.Place.Text)})
		}
		out[i].Items = append(out[i].Items, item)
	}
	for i := range out {
		out[i].Origins = r.originals(out[i].Items)
	}
	slices.SortStableFunc(out, func(a, b Side) int { return b.Origins - a.Origins })
	return out
}

// sideOf names the side that a place stands on.
func (r *Record) sideOf(c Conflict, item Support) string {
	if i, ok := r.figures[c.Row]; ok && c.List == "figures" {
		for k := range r.Findings.Figures[i].Entries {
			if e := &r.Findings.Figures[i].Entries[k]; e.Page == item.Place.Page && e.Span == item.Place.Span {
				return AmountWords(e.Low, e.High, e.Relation) // what shows alike is one side
			}
		}
	}
	if c.Other != "" {
		for _, row := range []string{c.Row, c.Other} {
			if r.standsOn(row, item.Place) {
				return row
			}
		}
	}
	return item.Place.Page
}

// standsOn says whether a place belongs to a row.
func (r *Record) standsOn(row string, p Place) bool {
	if i, ok := r.statements[row]; ok {
		return slices.ContainsFunc(r.Findings.Statements[i].Accounts, func(a compare.Account) bool {
			over := func(s text.Span) bool { return s.Overlaps(p.Span) }
			return a.Page == p.Page && (slices.ContainsFunc(a.Content, over) || slices.ContainsFunc(a.Source, over) || slices.ContainsFunc(a.Cue, over))
		})
	}
	if i, ok := r.figures[row]; ok {
		return slices.ContainsFunc(r.Findings.Figures[i].Entries, func(e compare.FigureEntry) bool { return e.Page == p.Page && e.Span.Overlaps(p.Span) })
	}
	if i, ok := r.timeline[row]; ok {
		for _, s := range r.Findings.Timeline[i].Supports {
			if s.Page == p.Page && s.Span.Overlaps(p.Span) {
				return true
			}
		}
	}
	return false
}

// weigh counts the originals behind the weakest side of a conflict, and behind all.
func (r *Record) weigh(c Conflict) (weaker, all int) {
	sides := map[string]map[string]bool{}
	for i := range c.Items {
		k := r.sideOf(c, c.Items[i])
		if sides[k] == nil {
			sides[k] = map[string]bool{}
		}
		sides[k][cmp.Or(r.original[c.Items[i].Place.Page], c.Items[i].Place.Page)] = true
	}
	for _, from := range sides {
		if all += len(from); weaker == 0 || len(from) < weaker {
			weaker = len(from)
		}
	}
	return weaker, all
}

// Pages returns the places of a side, one a page.
func (s Side) Pages() []Support {
	var out []Support
	for _, item := range s.Items {
		if !slices.ContainsFunc(out, func(o Support) bool { return o.Place.Page == item.Place.Page }) {
			out = append(out, item)
		}
	}
	return out
}

// originals counts the originals behind some places: pages that go back to one count once.
func (r *Record) originals(items []Support) int {
	seen := map[string]bool{}
	for _, s := range items {
		if from := r.original[s.Place.Page]; from != "" {
			seen[from] = true
		} else {
			seen["page "+s.Place.Page] = true
		}
	}
	return len(seen)
}

// Foremost is all conflicts in the order of Strongest, which is kept: it costs a look at every place of each.
func (r *Record) Foremost() []Conflict {
	r = r.all()
	r.foremost.Do(func() { r.ranked = r.Strongest(r.conflicts) })
	return r.ranked
}

// Strongest orders conflicts for people: those that can't all be right first, then by the originals on the weaker side, then by those in all.
func (r *Record) Strongest(rows []Conflict) []Conflict {
	r = r.all()
	type ranked struct {
		Conflict
		weaker, all int
	}
	list := make([]ranked, len(rows))
	for i, c := range rows {
		weaker, all := r.weigh(c)
		list[i] = ranked{c, weaker, all}
	}
	slices.SortStableFunc(list, func(a, b ranked) int {
		switch {
		case a.Differs() != b.Differs() && a.Differs():
			return -1
		case a.Differs() != b.Differs():
			return 1
		case a.weaker != b.weaker:
			return b.weaker - a.weaker
		}
		return b.all - a.all
	})
	out := make([]Conflict, len(rows))
	for i := range list {
		out[i] = list[i].Conflict
	}
	return out
}
