package mcp

import (
	"fmt"
	"slices"
	"strings"

	"github.com/hearsay-news/hearsay/read/statements"
	"github.com/hearsay-news/hearsay/show/view"
)

// sure is how sure a shown row must be.
type sure struct {
	Min *float64 `json:"min_confidence,omitempty" jsonschema:"0 to 1; 0.9 by default"`
	All bool     `json:"thoughts_too,omitempty" jsonschema:"thoughts and attitudes, not only what was said"`
}

func (s sure) dial() (view.Dial, error) {
	d := view.Dial{Min: view.DefaultDial, All: s.All}
	if s.Min != nil {
		if d.Min = *s.Min; d.Min < 0 || d.Min > 1 {
			return d, &view.Wrong{What: fmt.Sprintf("no confidence %v", d.Min), Hint: "give a number from 0 to 1"}
		}
	}
	return d, nil
}

type searchIn struct {
	Query  string `json:"query,omitempty" jsonschema:"words that stand in what was said, or in the names of its voices"`
	Voice  string `json:"voice,omitempty" jsonschema:"name, part of a name or id of somebody who said it or passed it on"`
	Stance string `json:"stance,omitempty" jsonschema:"say, claim, deny, confirm, announce, pledge, demand, warn, accuse, question, praise, condemn, predict, agree, evidence, hearsay, silence"`
	Page   string `json:"page,omitempty" jsonschema:"id of a page that carries it"`
	choice
	sure
	window
}

type searchOut struct {
	listed
	Hidden     int            `json:"hidden,omitempty" jsonschema:"rows that were found but are less sure than asked for"`
	Statements []statementRow `json:"statements"`
}

func searchStatements(d *desk, r *view.Record, in searchIn) (searchOut, error) {
	out := searchOut{Statements: []statementRow{}}
	dial, err := in.dial()
	if err != nil {
		return out, err
	}
	if err := stanceKnown(in.Stance); err != nil {
		return out, err
	}
	if in.Page != "" && !r.HasPage(in.Page) {
		return out, &view.Wrong{What: fmt.Sprintf("no page %q", in.Page), Hint: "the tool page without arguments lists the pages"}
	}
	part, err := d.narrowed(r, in.choice.view())
	if err != nil {
		return out, err
	}
	filter := view.Filter{Dial: dial, Stance: in.Stance, Page: in.Page, Voice: in.Voice}
	if ref := r.Ref(in.Voice); in.Voice != "" && ref.ID != "" {
		filter.Voice, filter.Entity = "", ref.ID
	}
	rows, total, hidden := find(part, filter, in.Query, in.window.view())
	for _, s := range rows {
		out.Statements = append(out.Statements, statementOf(s, mostPlaces))
	}
	out.Hidden = hidden
	nothing := "No statement of the record fits."
	if hidden > 0 {
		nothing = fmt.Sprintf("%d rows fit but are less sure than %v: ask with a lower min_confidence to see them.", hidden, dial.Min)
	}
	out.listed = list(in.window, len(rows), total, nothing)
	return out, nil
}

func stanceKnown(stance string) error {
	if stance == "" || slices.Contains(statements.Stances, statements.Stance(stance)) {
		return nil
	}
	var names []string
	for _, s := range statements.Stances {
		names = append(names, string(s))
	}
	return &view.Wrong{What: fmt.Sprintf("no stance %q", stance), Hint: "there are " + strings.Join(names, ", ")}
}

// find looks for a phrase in what was said; where it stands nowhere so, for its words, in what was said or in the names of its voices.
func find(r *view.Record, f view.Filter, query string, w view.Window) (rows []view.Statement, total, hidden int) {
	f.Window, f.Text = w, query
	phrase := r.Statements(f)
	needles := strings.Fields(strings.ToLower(query))
	if phrase.Shown > 0 || len(needles) < 1 {
		return phrase.Statements, phrase.Shown, phrase.Hidden
	}
	f.Window, f.Text = view.Window{}, ""
	for _, s := range r.Statements(f).Statements {
		within := strings.ToLower(s.Words + " " + view.ChainWords(s.Chain))
		if slices.ContainsFunc(needles, func(n string) bool { return !strings.Contains(within, n) }) {
			continue
		}
		if total >= w.From && len(rows) < w.Limit {
			rows = append(rows, s)
		}
		total++
	}
	return rows, total, phrase.Hidden
}

type idIn struct {
	ID string `json:"id" jsonschema:"id of a row"`
}

type statementOut struct {
	Found     bool          `json:"found"`
	Answer    string        `json:"answer,omitempty"`
	Statement *statementRow `json:"statement,omitempty"`
	Source    []passage     `json:"source,omitempty" jsonschema:"where the first account names its source"`
	Cue       []passage     `json:"cue,omitempty" jsonschema:"the words that say that it is said"`
}

func statement(_ *desk, r *view.Record, in idIn) (statementOut, error) {
	s, ok := r.Statement(in.ID)
	if !ok {
		return statementOut{Answer: fmt.Sprintf("Nothing found: the record holds no statement %q. search_statements gives their ids.", in.ID)}, nil
	}
	row := statementOf(s, allPlaces)
	out := statementOut{Found: true, Statement: &row}
	if a := s.Opens(); a != nil {
		for _, p := range a.Source {
			out.Source = append(out.Source, passageOf(p, a.Title, a.Outlet, a.Published))
		}
		for _, p := range a.Cue {
			out.Cue = append(out.Cue, passageOf(p, a.Title, a.Outlet, a.Published))
		}
	}
	return out, nil
}

type voiceIn struct {
	Name string `json:"name" jsonschema:"name, part of a name, or id"`
	sure
	window
}

type voiceOut struct {
	listed
	Found      bool           `json:"found"`
	ID         string         `json:"id,omitempty"`
	Name       string         `json:"name,omitempty"`
	Type       string         `json:"type,omitempty"`
	Spellings  []string       `json:"spellings,omitempty"`
	Titles     []passage      `json:"titles,omitempty" jsonschema:"titles and descriptions, each where a page gives it"`
	Merged     []string       `json:"merged_because,omitempty" jsonschema:"why its spellings are one"`
	Others     []candidate    `json:"others,omitempty" jsonschema:"others with such a name: ask again with an id"`
	Statements []statementRow `json:"statements"`
}

type candidate struct {
	ID         string `json:"id"`
	Name       string `json:"name"`
	Type       string `json:"type"`
	Statements int    `json:"statements"`
}

func voice(_ *desk, r *view.Record, in voiceIn) (voiceOut, error) {
	out := voiceOut{Statements: []statementRow{}}
	dial, err := in.dial()
	if err != nil {
		return out, err
	}
	id := r.Ref(in.Name).ID
	if id == "" && in.Name != "" {
		named, _ := r.EntitiesIn(view.Window{Limit: 10}, dial, in.Name)
		best := bestNamed(named, in.Name)
		for i, e := range named {
			if i == best {
				id = e.ID
			} else {
				out.Others = append(out.Others, candidate{e.ID, e.Name, e.Type, e.Statements})
			}
		}
	}
	e, ok := r.Entity(id, dial, in.window.view())
	if !ok {
		out.Answer = fmt.Sprintf("Nothing found: nobody in the record is called %q.", in.Name)
		return out, nil
	}
	out.Found, out.ID, out.Name, out.Type = true, e.ID, e.Name, e.Type
	for i, v := range e.Variants {
		if i < 20 {
			out.Spellings = append(out.Spellings, v.Text)
		}
	}
	for i, role := range e.Roles {
		if i < 12 && len(role.Places) > 0 {
			p := role.Places[0]
			out.Titles = append(out.Titles, passageOf(p, r.Title(p.Page), r.Outlet(p.Page), r.Published(p.Page)))
		}
	}
	out.Merged = e.Because[:min(len(e.Because), 10)]
	for _, s := range e.Said {
		out.Statements = append(out.Statements, statementOf(s, mostPlaces))
	}
	out.listed = list(in.window, len(e.Said), e.Statements, "The pages name it, but nothing that it said or passed on is as sure as asked for.")
	return out, nil
}

// bestNamed is the one that is called exactly so, else the first: they come with those who speak most in front.
func bestNamed(list []view.Entity, name string) int {
	return max(0, slices.IndexFunc(list, func(e view.Entity) bool { return strings.EqualFold(e.Name, name) }))
}
