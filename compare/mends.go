package compare

import (
	"cmp"
	"slices"
	"strings"

	"github.com/hearsay-news/hearsay/compare/pages"
	"github.com/hearsay-news/hearsay/read"
	"github.com/hearsay-news/hearsay/text"
)

// renamed gives the pages of outlets that a person named anew the right name, as if it had been given with them.
//
//	Rename bpoil_bbc → BBC    {Outlet: "bpoil_bbc"}  →  {Outlet: "BBC", given}
func renamed(mends []Mend, readings []*read.Reading) []*read.Reading {
	names := map[string]int{}
	for i := range mends {
		if m := &mends[i]; m.Kind == Rename && len(m.Of) == 1 {
			names[pages.OutletKey(m.Of[0].Words)] = i
		}
	}
	if len(names) == 0 {
		return readings
	}
	readings = slices.Clone(readings)
	for i, r := range readings {
		if r == nil || r.Skip != nil {
			continue
		}
		n, ok := names[pages.OutletKey(cmp.Or(r.Article.Outlet.Name, r.Given.Outlet))]
		if !ok {
			continue
		}
		mends[n].Met = true
		mine := *r
		mine.Given.Outlet, mine.Article.Outlet.Name, mine.Article.Outlet.Why = mends[n].To, mends[n].To, "mended"
		readings[i] = &mine
	}
	return readings
}

// holdsWords says whether a place on a page holds the words of an anchor.
func holdsWords(set *pages.Set, byID map[string]*pages.Page, p text.Place, a Anchor) bool {
	on := byID[p.Page]
	return p.Page == a.Page && on != nil && p.Start >= 0 && p.End <= len(on.Page.Text) && oneLine(on.Page.Text.At(p.Span)) == oneLine(a.Words)
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

func pagesByID(set *pages.Set) map[string]*pages.Page {
	out := make(map[string]*pages.Page, len(set.Pages))
	for _, p := range set.Pages {
		out[p.ID] = p
	}
	return out
}

// entityAt finds the entity that is named at an anchor: by its id if it still is, else by the words; -1 for none.
func entityAt(set *pages.Set, byID map[string]*pages.Page, entities []Entity, a Anchor) int {
	best := -1
	for i := range entities {
		for _, m := range entities[i].Mentions {
			if !holdsWords(set, byID, m.Place, a) {
				continue
			}
			if entities[i].ID == a.ID {
				return i
			}
			if best < 0 {
				best = i
			}
		}
	}
	return best
}

// joined joins and parts entities as a person said. The list stays in the order of its ids, and pages point into it.
func joined(set *pages.Set, mends []Mend, entities []Entity) []Entity {
	byID := pagesByID(set)
	for i := range mends {
		m := &mends[i]
		if m.Kind != Join && m.Kind != Split || len(m.Of) == 0 {
			continue
		}
		first := entityAt(set, byID, entities, m.Of[0])
		if first < 0 {
			continue
		}
		if m.Kind == Split {
			entities = part(set, byID, m, entities, first)
			continue
		}
		if len(m.Of) < 2 {
			continue
		}
		if other := entityAt(set, byID, entities, m.Of[1]); other >= 0 {
			m.Met, m.Row = true, entities[first].ID
			if other != first {
				entities = join(set, m, entities, first, other)
			}
		}
	}
	return entities
}

// join makes the second entity a part of the first.
func join(set *pages.Set, m *Mend, entities []Entity, first, other int) []Entity {
	a, b := &entities[first], &entities[other]
	a.Because = append(append(slices.Clone(a.Because), b.Because...), "a person said that “"+a.Name+"” is “"+b.Name+"”"+remark(m))
	a.Mentions = append(slices.Clone(a.Mentions), b.Mentions...)
	slices.SortStableFunc(a.Mentions, func(x, y Mention) int { return cmp.Or(cmp.Compare(x.Page, y.Page), x.Span.Compare(y.Span)) })
	for _, v := range b.Variants {
		at := slices.IndexFunc(a.Variants, func(w Variant) bool { return w.Text == v.Text })
		if at < 0 {
			a.Variants = append(slices.Clone(a.Variants), v)
			continue
		}
		a.Variants[at].Count += v.Count
		a.Variants[at].Outlets = sortedOnce(append(slices.Clone(a.Variants[at].Outlets), v.Outlets...))
	}
	byCount(a.Variants)
	for _, r := range b.Roles {
		if at := slices.IndexFunc(a.Roles, func(q Role) bool { return strings.EqualFold(q.Text, r.Text) }); at >= 0 {
			a.Roles[at].Places = append(slices.Clone(a.Roles[at].Places), r.Places...)
		} else {
			a.Roles = append(slices.Clone(a.Roles), r)
		}
	}
	point(set, func(_ *pages.Page, e int) int {
		if e == other {
			e = first
		}
		if e > other {
			return e - 1
		}
		return e
	})
	return slices.Delete(entities, other, other+1)
}

func remark(m *Mend) string {
	if m.Note == "" {
		return ""
	}
	return ": " + oneLine(m.Note)
}

// part makes what an entity is on some pages an entity of its own.
func part(set *pages.Set, byID map[string]*pages.Page, m *Mend, entities []Entity, from int) []Entity {
	on := map[string]bool{}
	for _, a := range m.Of {
		on[a.Page] = true
	}
	old := entities[from]
	mine, rest := split(byID, &old, func(page string) bool { return on[page] })
	if len(mine.Mentions) == 0 || len(rest.Mentions) == 0 {
		return entities
	}
	why := "a person said that “" + old.Name + "” is another one on some pages" + remark(m)
	rest.ID, rest.Because = old.ID, append(slices.Clone(old.Because), why)
	mine.ID, mine.Because = pages.ID("e", "parted", m.ID), []string{why}
	m.Met, m.Row = true, mine.ID
	at, _ := slices.BinarySearchFunc(entities, mine.ID, func(e Entity, id string) int { return cmp.Compare(e.ID, id) })
	entities = slices.Insert(slices.Clone(entities), at, mine)
	if from >= at {
		entities[from+1] = rest
	} else {
		entities[from] = rest
	}
	point(set, func(p *pages.Page, e int) int {
		switch {
		case e == from && on[p.ID]:
			return at
		case e >= at:
			return e + 1
		}
		return e
	})
	return entities
}

// split parts the mentions and roles of an entity by their pages, and counts the forms of its name anew.
func split(byID map[string]*pages.Page, e *Entity, mine func(page string) bool) (a, b Entity) {
	both := [2]Entity{{Type: e.Type}, {Type: e.Type}}
	side := func(page string) *Entity {
		if mine(page) {
			return &both[0]
		}
		return &both[1]
	}
	for _, m := range e.Mentions {
		to := side(m.Page)
		to.Mentions = append(to.Mentions, m)
		p := byID[m.Page]
		if p == nil || m.Form != "name" {
			continue
		}
		shown := oneLine(p.Page.Text.At(m.Span))
		at := slices.IndexFunc(to.Variants, func(v Variant) bool { return v.Text == shown })
		if at < 0 {
			at = len(to.Variants)
			to.Variants = append(to.Variants, Variant{Text: shown})
		}
		to.Variants[at].Count++
		if p.OutletName != "" {
			to.Variants[at].Outlets = sortedOnce(append(to.Variants[at].Outlets, p.OutletName))
		}
	}
	for _, r := range e.Roles {
		for _, p := range r.Places {
			to := side(p.Page)
			if n := len(to.Roles); n == 0 || to.Roles[n-1].Text != r.Text {
				to.Roles = append(to.Roles, Role{Text: r.Text})
			}
			last := &to.Roles[len(to.Roles)-1]
			last.Places = append(last.Places, p)
		}
	}
	for i := range both {
		byCount(both[i].Variants)
		both[i].Name = e.Name
		if len(both[i].Variants) > 0 && !slices.ContainsFunc(both[i].Variants, func(v Variant) bool { return v.Text == e.Name }) {
			both[i].Name = both[i].Variants[0].Text
		}
	}
	return both[0], both[1]
}

func byCount(list []Variant) {
	slices.SortStableFunc(list, func(a, b Variant) int { return cmp.Or(b.Count-a.Count, cmp.Compare(a.Text, b.Text)) })
}

func sortedOnce(list []string) []string {
	slices.Sort(list)
	return slices.Compact(list)
}

// point gives the entities of all pages their new numbers.
func point(set *pages.Set, to func(p *pages.Page, entity int) int) {
	for _, p := range set.Pages {
		for i, e := range p.Who {
			if e >= 0 {
				p.Who[i] = to(p, e)
			}
		}
		if p.Outlet >= 0 {
			p.Outlet = to(p, p.Outlet)
		}
	}
}

// mended leaves out the rows that a person hid, and finds those that have a note.
func mended(f *Findings, set *pages.Set) {
	byID := pagesByID(set)
	for i := range f.Mends {
		m := &f.Mends[i]
		if m.Kind != Hide && m.Kind != Remark || len(m.Of) != 1 {
			continue
		}
		row := rowAt(f, set, byID, m.Of[0])
		if row == "" {
			continue
		}
		m.Met, m.Row = true, row
		if m.Kind == Hide {
			hide(f, row)
		}
	}
}

// placed is a row with its places.
type placed struct {
	id     string
	places []text.Place
}

// placesOf lists the rows of a list with their places.
func placesOf(f *Findings, list string) []placed {
	var out []placed
	switch list {
	case "statements":
		for i := range f.Statements {
			p := placed{id: f.Statements[i].ID}
			for _, a := range f.Statements[i].Accounts {
				for _, s := range append(slices.Clone(a.Content), a.Source...) {
					p.places = append(p.places, text.Place{Page: a.Page, Span: s})
				}
			}
			out = append(out, p)
		}
	case "figures":
		for i := range f.Figures {
			p := placed{id: f.Figures[i].ID}
			for _, e := range f.Figures[i].Entries {
				p.places = append(p.places, e.Place)
			}
			out = append(out, p)
		}
	case "timeline":
		for i := range f.Timeline {
			out = append(out, placed{f.Timeline[i].ID, f.Timeline[i].Supports})
		}
	case "copies":
		for i := range f.Copies {
			out = append(out, placed{f.Copies[i].ID, f.Copies[i].Spans})
		}
	case "relations":
		for i := range f.Relations {
			out = append(out, placed{f.Relations[i].ID, f.Relations[i].Items})
		}
	case "terms":
		for i := range f.Terms {
			p := placed{id: f.Terms[i].ID}
			for _, u := range f.Terms[i].Uses {
				p.places = append(p.places, u.Place)
			}
			out = append(out, p)
		}
	case "entities":
		for i := range f.Entities {
			p := placed{id: f.Entities[i].ID}
			for _, m := range f.Entities[i].Mentions {
				p.places = append(p.places, m.Place)
			}
			out = append(out, p)
		}
	}
	return out
}

// AnchorOf is what a row is found by again: its first place, and the words there. False where the findings hold no such row, or it has no place.
func AnchorOf(f *Findings, id string, words func(text.Place) string) (Anchor, bool) {
	for _, list := range []string{"statements", "figures", "timeline", "copies", "relations", "terms", "entities"} {
		for _, row := range placesOf(f, list) {
			if row.id == id && len(row.places) > 0 {
				return Anchor{List: list, ID: id, Page: row.places[0].Page, Words: oneLine(words(row.places[0]))}, true
			}
		}
	}
	return Anchor{}, false
}

// rowAt finds the row of an anchor: by its id if it still stands there, else by the words; "" for none.
func rowAt(f *Findings, set *pages.Set, byID map[string]*pages.Page, a Anchor) string {
	best := ""
	for _, row := range placesOf(f, a.List) {
		if !slices.ContainsFunc(row.places, func(p text.Place) bool { return holdsWords(set, byID, p, a) }) {
			continue
		}
		if row.id == a.ID {
			return row.id
		}
		if best == "" || row.id < best {
			best = row.id
		}
	}
	return best
}

// hide leaves a row out, with what ties it to others.
func hide(f *Findings, id string) {
	f.Statements = slices.DeleteFunc(f.Statements, func(x Statement) bool { return x.ID == id })
	f.Figures = slices.DeleteFunc(f.Figures, func(x Figure) bool { return x.ID == id })
	f.Timeline = slices.DeleteFunc(f.Timeline, func(x Entry) bool { return x.ID == id })
	f.Copies = slices.DeleteFunc(f.Copies, func(x Copy) bool { return x.ID == id })
	f.Terms = slices.DeleteFunc(f.Terms, func(x Term) bool { return x.ID == id })
	f.Relations = slices.DeleteFunc(f.Relations, func(x Relation) bool { return x.ID == id || x.Row == id || x.Other == id })
	for i := range f.Timeline {
		if f.Timeline[i].Becomes == id {
			f.Timeline[i].Becomes = ""
		}
	}
	for i := range f.Figures {
		for k := range f.Figures[i].Entries {
			if f.Figures[i].Entries[k].Statement == id {
				f.Figures[i].Entries[k].Statement = ""
			}
		}
	}
}
