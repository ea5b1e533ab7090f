package compare

import (
	"fmt"
	"slices"
	"unicode/utf8"

	"github.com/hearsay-news/hearsay/compare/pages"
	"github.com/hearsay-news/hearsay/text"
)

// sound holds the findings to the rules of a record before they are kept: every row of a list has an id of its own, and every place lies on
// a page of the record, holds a character and splits none. A row that breaks a rule is left out, and a fault tells of it: a rule broken
// here is a fault in some room, and no reader should meet it.
func sound(f *Findings, set *pages.Set) []Fault {
	c := &checker{texts: make(map[string]text.Text, len(set.Pages))}
	for _, p := range set.Pages {
		c.texts[p.ID] = p.Page.Text
	}
	f.Stories = keep(c, "stories", f.Stories, func(r *Story) (string, bool) { return r.ID, c.known(r.Pages) })
	f.Entities = slices.Clip(f.Entities) // pages hold their numbers: none is left out
	for i := range f.Entities {
		c.entity(&f.Entities[i])
	}
	f.Statements = keep(c, "statements", f.Statements, func(r *Statement) (string, bool) { return r.ID, c.statement(r) })
	f.Figures = keep(c, "figures", f.Figures, func(r *Figure) (string, bool) {
		ok := len(r.Entries) > 0
		for i := range r.Entries {
			ok = ok && c.place(r.Entries[i].Place)
		}
		return r.ID, ok
	})
	f.Timeline = keep(c, "timeline", f.Timeline, func(r *Entry) (string, bool) {
		ok := len(r.Supports) > 0 && c.places(r.Supports)
		for i := range r.Conflicts {
			ok = ok && c.places(r.Conflicts[i].Items)
		}
		return r.ID, ok
	})
	f.Copies = keep(c, "copies", f.Copies, func(r *Copy) (string, bool) { return r.ID, len(r.Spans) > 1 && c.places(r.Spans) })
	f.Relations = keep(c, "relations", f.Relations, func(r *Relation) (string, bool) { return r.ID, c.places(r.Items) })
	f.Terms = keep(c, "terms", f.Terms, func(r *Term) (string, bool) {
		ok := true
		for i := range r.Uses {
			ok = ok && c.place(r.Uses[i].Place)
		}
		return r.ID, ok
	})
	f.Origins = keep(c, "origins", f.Origins, func(r *Origin) (string, bool) { return r.ID, c.known(r.Pages) })
	for i := range f.Pages {
		c.evidence(&f.Pages[i])
	}
	return c.faults
}

type checker struct {
	texts  map[string]text.Text
	faults []Fault
	told   map[string]bool
}

// keep returns the rows that have an id of their own and pass the check.
func keep[T any](c *checker, list string, rows []T, check func(*T) (id string, ok bool)) []T {
	seen := make(map[string]bool, len(rows))
	out := rows[:0]
	for i := range rows {
		id, ok := check(&rows[i])
		switch {
		case seen[id]:
			c.fault(list, fmt.Sprintf("%s stands twice", id))
		case !ok:
			c.fault(list, fmt.Sprintf("%s has a place that is none", id))
		default:
			seen[id] = true
			out = append(out, rows[i])
		}
	}
	return out
}

func (c *checker) fault(list, detail string) {
	id := pages.ID("x", list, string(Unsound), detail)
	if c.told == nil {
		c.told = map[string]bool{}
	}
	if !c.told[id] {
		c.told[id] = true
		c.faults = append(c.faults, Fault{ID: id, Room: list, Kind: Unsound, Detail: detail})
	}
}

// span says whether a span holds whole characters of a page's text, at least one.
func (c *checker) span(page string, s text.Span) bool {
	t, known := c.texts[page]
	return known && 0 <= s.Start && s.Start < s.End && s.End <= len(t) && utf8.RuneStart(t[s.Start]) && (s.End == len(t) || utf8.RuneStart(t[s.End]))
}

func (c *checker) place(p text.Place) bool { return c.span(p.Page, p.Span) }

func (c *checker) places(list []text.Place) bool {
	return !slices.ContainsFunc(list, func(p text.Place) bool { return !c.place(p) })
}

func (c *checker) spans(page string, lists ...[]text.Span) bool {
	for _, list := range lists {
		for _, s := range list {
			if !c.span(page, s) {
				return false
			}
		}
	}
	return true
}

func (c *checker) known(ids []string) bool {
	return !slices.ContainsFunc(ids, func(id string) bool { _, known := c.texts[id]; return !known })
}

func (c *checker) statement(s *Statement) bool {
	ok := len(s.Accounts) > 0 && c.places(s.Addressee) && c.places(s.Medium)
	for i := range s.Laid {
		ok = ok && c.places(s.Laid[i].A) && c.places(s.Laid[i].B)
	}
	for i := range s.Accounts {
		a := &s.Accounts[i]
		ok = ok && len(a.Content)+len(a.Cue)+len(a.Source) > 0 && c.spans(a.Page, a.Source, a.Cue, a.Content)
	}
	return ok
}

// entity leaves out the mentions and roles of an entity that stand nowhere.
func (c *checker) entity(e *Entity) {
	left := len(e.Mentions)
	e.Mentions = slices.DeleteFunc(e.Mentions, func(m Mention) bool { return !c.place(m.Place) })
	left -= len(e.Mentions)
	for i := range e.Roles {
		r := &e.Roles[i]
		left += len(r.Places)
		r.Places = slices.DeleteFunc(r.Places, func(p text.Place) bool { return !c.place(p) })
		left -= len(r.Places)
	}
	if left > 0 {
		c.fault("entities", fmt.Sprintf("%s is named at a place that is none", e.ID))
	}
}

// evidence empties the places of a date's evidence that lie outside the page they name.
func (c *checker) evidence(p *Page) {
	for i := range p.Published.Evidence {
		e := &p.Published.Evidence[i]
		page := p.ID
		if e.Page != "" {
			page = e.Page
		}
		if !e.Empty() && !c.span(page, e.Span) {
			c.fault("pages", fmt.Sprintf("%s: evidence of its date stands outside %s", p.ID, page))
			evidence := slices.Clone(p.Published.Evidence) // shared with the reading
			evidence[i].Span = text.Span{}
			p.Published.Evidence = evidence
		}
	}
}
