package export

import (
	"github.com/hearsay-news/hearsay/compare"
	"github.com/hearsay-news/hearsay/show/view"
	"github.com/hearsay-news/hearsay/text"
)

const (
	words  = "string"
	whole  = "integer"
	real   = "number"
	truth  = "boolean"
	aboutP = "id of a page"
	aboutS = "first code point in the page's text"
	aboutE = "code point after the last"
	aboutW = "the words that stand there"
)

// placed are the four columns of a place.
var placed = []field{{"page", words, aboutP}, {"start", whole, aboutS}, {"end", whole, aboutE}, {"words", words, aboutW}}

// dated are the columns of an interval.
func dated(name string) []field {
	return []field{{name + "_earliest", words, "ISO day or date-time; empty: open"}, {name + "_latest", words, "the same, inclusive"}, {name + "_grain", words, "minute, day, week, month, quarter, year, decade, unknown"}}
}

func fields(parts ...any) []field {
	var out []field
	for _, p := range parts {
		switch p := p.(type) {
		case field:
			out = append(out, p)
		case []field:
			out = append(out, p...)
		}
	}
	return out
}

// tables are the files of the data package, in order.
var tables = []table{
	{name: "pages", about: "The pages of the record, skipped ones too.", key: []string{"id"}, links: []link{{"outlet", "entities"}},
		fields: fields(field{"id", words, ""}, field{"title", words, ""}, field{"outlet", words, "id of an entity"}, field{"outlet_name", words, ""}, dated("published"),
			field{"published_basis", words, "given, metadata, url, text, record or none"}, field{"published_why", words, ""}, field{"language", words, "BCP 47"},
			field{"credit", words, "agency that the page names"}, field{"source", words, "path or address it came from"}, field{"url", words, ""},
			field{"sha256", words, "of the original bytes"}, field{"bytes", whole, ""}, field{"skip", words, "why there is no reading"}, field{"skip_detail", words, ""}),
		rows: pageRows},
	{name: "stories", about: "Pages about one developing story.", key: []string{"id"}, fields: fields(field{"id", words, ""}, field{"title", words, ""}),
		rows: func(s *source, row func(...any) error) error {
			for x := range s.stories() {
				if err := row(x.ID, x.Title); err != nil {
					return err
				}
			}
			return nil
		}},
	{name: "story_pages", about: "Which page belongs to which story.", key: []string{"story", "page"}, links: []link{{"story", "stories"}, {"page", "pages"}},
		fields: fields(field{"story", words, ""}, field{"page", words, ""}),
		rows: func(s *source, row func(...any) error) error {
			for x := range s.stories() {
				for _, p := range x.Pages {
					if err := row(x.ID, p); err != nil {
						return err
					}
				}
			}
			return nil
		}},
	{name: "entities", about: "People, bodies, outlets, places.", key: []string{"id"},
		fields: fields(field{"id", words, ""}, field{"type", words, "PER, ORG, LOC, GPE, NORP, EVENT, WORK, MISC"}, field{"name", words, ""}, field{"merged_because", words, "evidence, joined by |"}),
		rows:   entityRows},
	{name: "variants", about: "Forms of a name.", links: []link{{"entity", "entities"}},
		fields: fields(field{"entity", words, ""}, field{"text", words, ""}, field{"count", whole, ""}, field{"outlets", words, "names joined by |"}), rows: variantRows},
	{name: "roles", about: "Titles and descriptions that pages give an entity.", links: []link{{"entity", "entities"}, {"page", "pages"}},
		fields: fields(field{"entity", words, ""}, field{"role", words, ""}, placed), rows: roleRows},
	{name: "mentions", about: "Where an entity is spoken of.", links: []link{{"entity", "entities"}, {"page", "pages"}},
		fields: fields(field{"entity", words, ""}, field{"form", words, "name, nominal or pronoun"}, placed), rows: mentionRows},
	{name: "statements", about: "One row an utterance.", key: []string{"id"}, links: []link{{"speaker", "entities"}},
		fields: fields(field{"id", words, ""}, field{"speaker", words, "id of an entity; empty: no source given"}, field{"speaker_name", words, ""}, field{"stance", words, ""}, field{"kind", words, "direct, indirect or mixed"},
			field{"words", words, "of the first account, on one line"}, field{"chain", words, "names, from the outlet to the voice first heard"}, field{"chain_ids", words, ""}, dated("when"),
			field{"confidence", real, "share of such rows that readers found right"}, field{"relation", words, "between the accounts: single, copied, quoted-alike, reworded, translated"},
			field{"accounts", whole, ""}, field{"rule", words, ""}), rows: statementRows},
	{name: "accounts", about: "Who carries an utterance, and how.", key: []string{"statement", "n"}, links: []link{{"statement", "statements"}, {"page", "pages"}},
		fields: fields(field{"statement", words, ""}, field{"n", whole, "1 is the first account"}, field{"page", words, aboutP}, field{"outlet", words, "name"}, dated("published"), field{"first", truth, "the earliest of the record"},
			field{"kind", words, ""}, field{"stance", words, ""}, field{"chain", words, ""}, field{"words", words, "content, on one line"}), rows: accountRows},
	{name: "statement_places", about: "The places that a statement rests on.", links: []link{{"statement", "statements"}, {"page", "pages"}},
		fields: fields(field{"statement", words, ""}, field{"account", whole, "n of the account; empty for addressee and medium"}, field{"part", words, "source, cue, content, addressee or medium"}, placed), rows: statementPlaces},
	{name: "figures", about: "One row a quantity in the world.", key: []string{"id"},
		fields: fields(field{"id", words, ""}, field{"counts", words, "what is counted"}, field{"unit", words, ""}, field{"verdict", words, "agree, compatible, differ or single"}, field{"why", words, ""}),
		rows: func(s *source, row func(...any) error) error {
			for f := range s.figures() {
				if err := row(f.ID, f.Counts, f.Unit, f.Verdict, f.Why); err != nil {
					return err
				}
			}
			return nil
		}},
	{name: "figure_entries", about: "What each place gives for it.", links: []link{{"figure", "figures"}, {"page", "pages"}, {"speaker", "entities"}, {"statement", "statements"}},
		fields: fields(field{"figure", words, ""}, placed, field{"low", real, "empty: open"}, field{"high", real, "empty: open"}, field{"relation", words, "equal, about, less than, at most, more than, at least"},
			field{"as_of_earliest", words, ""}, field{"as_of_latest", words, ""}, field{"outlet", words, "name"}, dated("published"), field{"speaker", words, "id of an entity; empty: the page's own voice"},
			field{"speaker_name", words, ""}, field{"statement", words, "id, where that row is written too"}), rows: figureRows},
	{name: "timeline", about: "What happened, is planned or is only claimed.", key: []string{"id"},
		fields: fields(field{"id", words, ""}, field{"title", words, ""}, dated("when"), field{"status", words, "occurred, planned, demanded, claimed, denied, cancelled, postponed"},
			field{"becomes", words, "id of the entry that reports the plan as done, called off or put off"}, field{"origins", whole, "independent originals"}, field{"weight", real, "0 to 1"}, field{"background", truth, "told of only to recall it"},
			field{"why", words, ""}), links: []link{{"becomes", "timeline"}}, rows: timelineRows},
	{name: "timeline_places", about: "The places that tell an event, and those on which its supports disagree.", links: []link{{"entry", "timeline"}, {"page", "pages"}},
		fields: fields(field{"entry", words, ""}, field{"part", words, "support, or the kind of a conflict: date, place, figure, actor, object, polarity, status"}, placed, field{"outlet", words, "name"}, dated("published")), rows: timelinePlaces},
	{name: "copies", about: "Passages that stand in several places.", key: []string{"id"}, links: []link{{"origin", "pages"}},
		fields: fields(field{"id", words, ""}, field{"kind", words, "verbatim, near, template, internal or quote"}, field{"origin", words, "page it comes from; empty: can't be told"}, field{"why", words, ""}), rows: copyRows},
	{name: "copy_places", about: "Where a copied passage stands.", links: []link{{"copy", "copies"}, {"page", "pages"}},
		fields: fields(field{"copy", words, ""}, placed), rows: copyPlaces},
	{name: "relations", about: "Rows that agree, differ or shift in wording.", key: []string{"id"},
		fields: fields(field{"id", words, ""}, field{"kind", words, "agree, differ, reworded, narrower or broader"}, field{"part", words, "of differ: polarity, number, date, place, actor, object, status, scope"},
			field{"list", words, "statements, figures or timeline"}, field{"row", words, "id in that list"}, field{"other", words, "the row it is tied to, if another"}, field{"why", words, ""}), rows: relationRows},
	{name: "relation_places", about: "The places of a relation, from each side.", links: []link{{"relation", "relations"}, {"page", "pages"}},
		fields: fields(field{"relation", words, ""}, placed), rows: relationPlaces},
	{name: "terms", about: "What each outlet calls the same thing, one row a use.", links: []link{{"entity", "entities"}, {"page", "pages"}},
		fields: fields(field{"id", words, ""}, field{"entity", words, ""}, field{"concept", words, ""}, field{"term", words, ""}, field{"outlet", words, "name"}, placed), rows: termRows},
	{name: "origins", about: "Pages that go back to one original, one row a page.", key: []string{"id", "page"}, links: []link{{"page", "pages"}},
		fields: fields(field{"id", words, ""}, field{"page", words, ""}, field{"why", words, ""}),
		rows: func(s *source, row func(...any) error) error {
			for o := range s.origins() {
				for _, p := range o.Pages {
					if err := row(o.ID, p, o.Why); err != nil {
						return err
					}
				}
			}
			return nil
		}},
}

// shownPlaces writes the places of one row.
func (s *source) shownPlaces(places []text.Place, row func(p view.Place) error) error {
	for _, at := range places {
		if err := row(s.place(at)); err != nil {
			return err
		}
	}
	return nil
}

func relationRows(s *source, row func(...any) error) error {
	for x := range s.relations() {
		if err := row(x.ID, x.Kind, x.Part, x.List, x.Row, x.Other, x.Why); err != nil {
			return err
		}
	}
	return nil
}

func relationPlaces(s *source, row func(...any) error) error {
	for x := range s.relations() {
		if err := s.shownPlaces(x.Items, func(p view.Place) error { return row(x.ID, p.Page, p.Start, p.End, p.Text) }); err != nil {
			return err
		}
	}
	return nil
}

func termRows(s *source, row func(...any) error) error {
	for x := range s.terms() {
		for _, u := range x.Uses {
			p := s.place(u.Place)
			if err := row(x.ID, x.Entity, x.Concept, u.Term, u.Outlet, p.Page, p.Start, p.End, p.Text); err != nil {
				return err
			}
		}
	}
	return nil
}

func copyRows(s *source, row func(...any) error) error {
	for c := range s.copies() {
		var origin any
		if c.Origin != nil {
			origin = c.Origin.Place.Page
		}
		if err := row(c.ID, c.Kind, origin, c.Why); err != nil {
			return err
		}
	}
	return nil
}

func copyPlaces(s *source, row func(...any) error) error {
	for c := range s.copies() {
		for _, at := range c.Spans {
			p := at.Place
			if err := row(c.ID, p.Page, p.Start, p.End, p.Text); err != nil {
				return err
			}
		}
	}
	return nil
}

func roleRows(s *source, row func(...any) error) error {
	for e := range s.entities() {
		for _, role := range e.Roles {
			if err := s.shownPlaces(role.Places, func(p view.Place) error { return row(e.ID, role.Text, p.Page, p.Start, p.End, p.Text) }); err != nil {
				return err
			}
		}
	}
	return nil
}

func mentionRows(s *source, row func(...any) error) error {
	return s.eachMention(func(e *compare.Entity, form string, p view.Place) error {
		return row(e.ID, form, p.Page, p.Start, p.End, p.Text)
	})
}

func (s *source) eachMention(row func(e *compare.Entity, form string, p view.Place) error) error {
	for e := range s.entities() {
		for _, m := range e.Mentions {
			if err := row(e, m.Form, s.place(m.Place)); err != nil {
				return err
			}
		}
	}
	return nil
}
