package export

import (
	"strings"

	"github.com/hearsay-news/hearsay/show/view"
)

// The rows of the larger tables of the data package.

func pageRows(s *source, row func(...any) error) error {
	for p := range s.pages() {
		var skip view.Skip
		if p.Skip != nil {
			skip = *p.Skip
		}
		err := row(p.ID, p.Title, idOf(&p.Outlet), p.Outlet.Name, earliestOf(&p.Published), latestOf(&p.Published), string(p.Published.Grain), p.Basis, p.Why, p.Language,
			p.Credit, p.Source, p.URL, p.SHA256, p.Bytes, skip.Reason, skip.Detail)
		if err != nil {
			return err
		}
	}
	return nil
}

func entityRows(s *source, row func(...any) error) error {
	for e := range s.entities() {
		if err := row(e.ID, e.Type, e.Name, strings.Join(e.Because, " | ")); err != nil {
			return err
		}
	}
	return nil
}

func variantRows(s *source, row func(...any) error) error {
	for e := range s.entities() {
		for _, v := range e.Variants {
			if err := row(e.ID, v.Text, v.Count, strings.Join(v.Outlets, " | ")); err != nil {
				return err
			}
		}
	}
	return nil
}

func statementRows(s *source, row func(...any) error) error {
	for x := range s.statements() {
		var grain any
		if x.When != nil {
			grain = string(x.When.Grain)
		}
		err := row(x.ID, idOf(x.Speaker), nameOf(x.Speaker), x.Stance, x.Kind, x.Words, view.ChainWords(x.Chain), chainIDs(x.Chain), earliestOf(x.When), latestOf(x.When), grain,
			x.Confidence, x.Relation, len(x.Accounts), x.Rule)
		if err != nil {
			return err
		}
	}
	return nil
}

func accountRows(s *source, row func(...any) error) error {
	for x := range s.statements() {
		for n, a := range x.Accounts {
			err := row(x.ID, n+1, a.Page, a.Outlet.Name, earliestOf(&a.Published), latestOf(&a.Published), string(a.Published.Grain), a.First, a.Kind, a.Stance, view.ChainWords(a.Chain), view.Words(a.Content))
			if err != nil {
				return err
			}
		}
	}
	return nil
}

func statementPlaces(s *source, row func(...any) error) error {
	for x := range s.statements() {
		write := func(account any, part string, places []view.Place) error {
			for _, p := range places {
				if err := row(x.ID, account, part, p.Page, p.Start, p.End, p.Text); err != nil {
					return err
				}
			}
			return nil
		}
		for n, a := range x.Accounts {
			for _, part := range []struct {
				name   string
				places []view.Place
			}{{"source", a.Source}, {"cue", a.Cue}, {"content", a.Content}} {
				if err := write(n+1, part.name, part.places); err != nil {
					return err
				}
			}
		}
		if err := write(nil, "addressee", x.Addressee); err != nil {
			return err
		}
		if err := write(nil, "medium", x.Medium); err != nil {
			return err
		}
	}
	return nil
}

func figureRows(s *source, row func(...any) error) error {
	shown := s.shown()
	for f := range s.figures() {
		for _, e := range f.Entries {
			var statement any
			if shown[e.Statement] {
				statement = e.Statement
			}
			p := e.Place
			err := row(f.ID, p.Page, p.Start, p.End, p.Text, e.Low, e.High, view.RelationWords(e.Relation), earliestOf(e.AsOf), latestOf(e.AsOf), e.Outlet.Name, earliestOf(&e.Published), latestOf(&e.Published),
				string(e.Published.Grain), idOf(e.Speaker), nameOf(e.Speaker), statement)
			if err != nil {
				return err
			}
		}
	}
	return nil
}

func timelineRows(s *source, row func(...any) error) error {
	for e := range s.timeline() {
		var becomes any
		if e.Becomes != nil {
			becomes = e.Becomes.ID
		}
		err := row(e.ID, e.Title, earliestOf(&e.When), latestOf(&e.When), string(e.When.Grain), e.Status, becomes, e.Origins, e.Weight, e.Background, e.Why)
		if err != nil {
			return err
		}
	}
	return nil
}

func timelinePlaces(s *source, row func(...any) error) error {
	for e := range s.timeline() {
		write := func(part string, items []view.Support) error {
			for _, x := range items {
				p := x.Place
				if err := row(e.ID, part, p.Page, p.Start, p.End, p.Text, x.Outlet.Name, earliestOf(&x.Published), latestOf(&x.Published), string(x.Published.Grain)); err != nil {
					return err
				}
			}
			return nil
		}
		if err := write("support", e.Supports); err != nil {
			return err
		}
		for _, c := range e.Conflicts {
			if err := write(c.Kind, c.Items); err != nil {
				return err
			}
		}
	}
	return nil
}
