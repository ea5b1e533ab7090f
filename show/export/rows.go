package export

import (
	"github.com/hearsay-news/hearsay/compare"
	"github.com/hearsay-news/hearsay/read/amounts"
	"github.com/hearsay-news/hearsay/read/events"
	"github.com/hearsay-news/hearsay/read/statements"
	"github.com/hearsay-news/hearsay/text"
)

type exportedEntity struct {
	ID       string            `json:"id"`
	Type     string            `json:"type"`
	Name     string            `json:"name"`
	Variants []exportedVariant `json:"variants"`
	Roles    []exportedRole    `json:"roles"`
	Mentions []exportedMention `json:"mentions"`
	Because  []string          `json:"merged_because"`
}

type exportedVariant struct {
	Text    string   `json:"text"`
	Count   int      `json:"count"`
	Outlets []string `json:"outlets"`
}

type exportedRole struct {
	Text   string       `json:"text"`
	Places []text.Place `json:"places"`
}

type exportedMention struct {
	text.Place
	Form string `json:"form"`
}

func (d *document) entity(e *compare.Entity) exportedEntity {
	out := exportedEntity{ID: e.ID, Type: e.Type, Name: e.Name, Variants: make([]exportedVariant, len(e.Variants)), Roles: make([]exportedRole, len(e.Roles)),
		Mentions: make([]exportedMention, len(e.Mentions)), Because: orEmpty(e.Because)}
	for i, v := range e.Variants {
		out.Variants[i] = exportedVariant{v.Text, v.Count, orEmpty(v.Outlets)}
	}
	for i, r := range e.Roles {
		out.Roles[i] = exportedRole{r.Text, d.placeList(r.Places)}
	}
	for i, m := range e.Mentions {
		out.Mentions[i] = exportedMention{d.place(m.Place), m.Form}
	}
	return out
}

type exportedStatement struct {
	ID         string            `json:"id"`
	Speaker    *string           `json:"speaker"`
	Stance     statements.Stance `json:"stance"`
	Kind       statements.Kind   `json:"kind"`
	Chain      []string          `json:"chain"`
	Addressee  []text.Place      `json:"addressee"`
	Medium     []text.Place      `json:"medium"`
	When       *interval         `json:"when"`
	Confidence float64           `json:"confidence"`
	Accounts   []exportedAccount `json:"accounts"`
	Relation   compare.Likeness  `json:"relation"`
	Rule       string            `json:"rule,omitempty"`
}

type exportedAccount struct {
	Page    string            `json:"page"`
	Source  []text.Span       `json:"source"`
	Cue     []text.Span       `json:"cue"`
	Content []text.Span       `json:"content"`
	Kind    statements.Kind   `json:"kind"`
	Stance  statements.Stance `json:"stance"`
	Chain   []string          `json:"chain"`
	First   bool              `json:"first"`
}

func (d *document) statement(s *compare.Statement) exportedStatement {
	out := exportedStatement{ID: s.ID, Speaker: orNull(s.Speaker), Stance: s.Stance, Kind: s.Kind, Chain: voices(s.Chain), Addressee: d.placeList(s.Addressee),
		Medium: d.placeList(s.Medium), When: intervalOrNull(s.When), Confidence: s.Confidence, Accounts: make([]exportedAccount, len(s.Accounts)),
		Relation: s.Relation, Rule: s.Rule}
	for i, a := range s.Accounts {
		at := d.at(a.Page)
		out.Accounts[i] = exportedAccount{a.Page, at.list(a.Source), at.list(a.Cue), at.list(a.Content), a.Kind, a.Stance, voices(a.Chain), a.First}
	}
	return out
}

type exportedFigure struct {
	ID      string          `json:"id"`
	Counts  string          `json:"counts"`
	Unit    *string         `json:"unit"`
	Entries []exportedValue `json:"entries"`
	Verdict compare.Verdict `json:"verdict"`
	Why     string          `json:"why,omitempty"`
}

type exportedValue struct {
	text.Place
	Low        *float64          `json:"low"`
	High       *float64          `json:"high"`
	Relation   *amounts.Relation `json:"relation"`
	AsOf       interval          `json:"as_of"`
	Statement  *string           `json:"statement"`
	Attributed bool              `json:"attributed"` // somebody's words, though the statement may lie below the dial and not be listed
}

func (d *document) figure(f *compare.Figure) exportedFigure {
	out := exportedFigure{ID: f.ID, Counts: f.Counts, Unit: orNull(f.Unit), Entries: make([]exportedValue, len(f.Entries)), Verdict: f.Verdict, Why: f.Why}
	for i, e := range f.Entries {
		row := exportedValue{Place: d.place(e.Place), Low: number(e.Low), High: number(e.High), Relation: orNull(e.Relation), AsOf: newInterval(e.AsOf),
			Attributed: e.Statement != ""}
		if d.visible[e.Statement] {
			row.Statement = &f.Entries[i].Statement
		}
		out.Entries[i] = row
	}
	return out
}

type exportedEntry struct {
	ID         string             `json:"id"`
	Title      string             `json:"title"`
	When       interval           `json:"when"`
	Status     events.Status      `json:"status"`
	Becomes    *string            `json:"becomes"`
	Supports   []text.Place       `json:"supports"`
	Origins    int                `json:"origins"`
	Weight     float64            `json:"weight"`
	Background bool               `json:"background"`
	Conflicts  []exportedConflict `json:"conflicts"`
	Why        string             `json:"why,omitempty"`
}

type exportedConflict struct {
	Kind  string       `json:"kind"`
	Items []text.Place `json:"items"`
}

func (d *document) entry(e *compare.Entry) exportedEntry {
	out := exportedEntry{ID: e.ID, Title: e.Title, When: newInterval(e.When), Status: e.Status, Becomes: orNull(e.Becomes), Supports: d.placeList(e.Supports),
		Origins: e.Origins, Weight: e.Weight, Background: e.Background, Conflicts: make([]exportedConflict, len(e.Conflicts)), Why: e.Why}
	for i, c := range e.Conflicts {
		out.Conflicts[i] = exportedConflict{c.Kind, d.placeList(c.Items)}
	}
	return out
}

type exportedCopy struct {
	ID     string       `json:"id"`
	Kind   string       `json:"kind"`
	Spans  []text.Place `json:"spans"`
	Origin *string      `json:"origin"`
	Why    string       `json:"why"`
}

func (d *document) copied(c *compare.Copy) exportedCopy {
	return exportedCopy{c.ID, c.Kind, d.placeList(c.Spans), orNull(c.Origin), c.Why}
}

type exportedRelation struct {
	ID    string       `json:"id"`
	Kind  string       `json:"kind"`
	Part  string       `json:"part,omitempty"`
	Items []text.Place `json:"items"`
	About about        `json:"about"`
	Other string       `json:"other,omitempty"`
	Why   string       `json:"why,omitempty"`
}

type about struct {
	List string `json:"list"`
	ID   string `json:"id"`
}

func (d *document) relation(r *compare.Relation) exportedRelation {
	return exportedRelation{r.ID, r.Kind, r.Part, d.placeList(r.Items), about{r.List, r.Row}, r.Other, r.Why}
}

type exportedTerm struct {
	ID      string        `json:"id"`
	Entity  *string       `json:"entity,omitempty"`
	Concept *string       `json:"concept,omitempty"`
	Uses    []exportedUse `json:"uses"`
}

type exportedUse struct {
	Term   string `json:"term"`
	Outlet string `json:"outlet"`
	text.Place
}

func (d *document) term(t *compare.Term) exportedTerm {
	out := exportedTerm{ID: t.ID, Entity: orNull(t.Entity), Uses: make([]exportedUse, len(t.Uses))}
	if t.Entity == "" {
		out.Concept = &t.Concept
	}
	for i, u := range t.Uses {
		out.Uses[i] = exportedUse{u.Term, u.Outlet, d.place(u.Place)}
	}
	return out
}
