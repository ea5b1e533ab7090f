package view

import (
	"cmp"
	"slices"
	"sort"
	"strconv"
	"strings"

	"github.com/hearsay-news/hearsay/compare"
)

// Ref names an entity, with its id where the record has one.
type Ref struct {
	ID   string `json:"id"`
	Name string `json:"name"`
	Type string `json:"type,omitempty"`
}

// Ref returns the name of an entity; an id that the record does not hold is a name without a row.
func (r *Record) Ref(id string) Ref {
	if i, ok := r.entities[id]; ok {
		e := &r.Findings.Entities[i]
		return Ref{ID: id, Name: e.Name, Type: e.Type}
	}
	return Ref{Name: id}
}

func (r *Record) refs(ids []string) []Ref {
	out := make([]Ref, 0, len(ids))
	for _, id := range ids {
		out = append(out, r.Ref(id))
	}
	return out
}

// Entity is a person, body or place of the record as it is shown.
type Entity struct {
	Ref
	Variants   []Variant `json:"variants"`
	Roles      []Role    `json:"roles"`
	Mentions   int       `json:"mentions"`
	Pages      int       `json:"pages"`
	Statements int       `json:"statements"` // at or above the dial
	Because    []string  `json:"merged_because"`
}

// Variant is one shown form of a name.
type Variant struct {
	Text    string   `json:"text"`
	Count   int      `json:"count"`
	Outlets []string `json:"outlets"`
}

// Role is a title or description given to an entity, with the places that give it.
type Role struct {
	Text   string  `json:"text"`
	Places []Place `json:"places"`
}

func (r *Record) entity(e *compare.Entity, d Dial) Entity {
	out := Entity{Ref: Ref{ID: e.ID, Name: e.Name, Type: e.Type}, Mentions: len(e.Mentions), Because: e.Because,
		Variants: make([]Variant, 0, len(e.Variants)), Roles: make([]Role, 0, len(e.Roles))}
	for _, v := range e.Variants {
		out.Variants = append(out.Variants, Variant(v))
	}
	sort.SliceStable(out.Variants, func(i, j int) bool { return out.Variants[i].Count > out.Variants[j].Count })
	for _, role := range e.Roles {
		out.Roles = append(out.Roles, Role{Text: OneLine(role.Text), Places: r.Places(role.Places)})
	}
	pages := map[string]bool{}
	for _, m := range e.Mentions {
		pages[m.Page] = true
	}
	out.Pages = len(pages)
	for _, i := range r.spoken[e.ID] {
		if d.shows(&r.Findings.Statements[i]) {
			out.Statements++
		}
	}
	return out
}

// EntityPage is everything about one entity.
type EntityPage struct {
	Entity
	Said  []Statement `json:"said"`
	Where []Place     `json:"where"` // mentions, in order of page and place
}

// Entity returns one entity with what it said, or false when the record does not hold it.
func (r *Record) Entity(id string, d Dial) (EntityPage, bool) {
	i, ok := r.entities[id]
	if !ok {
		return EntityPage{}, false
	}
	e := &r.Findings.Entities[i]
	out := EntityPage{Entity: r.entity(e, d), Said: []Statement{}, Where: []Place{}}
	for _, k := range r.spoken[id] {
		if s := &r.Findings.Statements[k]; d.shows(s) {
			out.Said = append(out.Said, r.statement(s))
		}
	}
	sortStatements(out.Said)
	for n, m := range e.Mentions {
		if n == 200 {
			break // a page says how many there are; the export holds them all
		}
		if r.HasPage(m.Page) {
			out.Where = append(out.Where, r.Place(m.Page, m.Span))
		}
	}
	return out, true
}

// Entities returns the entities of the given types (all when none is given), those who speak most first.
func (r *Record) Entities(d Dial, query string, types ...string) []Entity {
	out := []Entity{}
	query = strings.ToLower(query)
	for i := range r.Findings.Entities {
		e := &r.Findings.Entities[i]
		if len(types) > 0 && !slices.Contains(types, e.Type) {
			continue
		}
		if query != "" && !named(e, query) {
			continue
		}
		out = append(out, r.entity(e, d))
	}
	slices.SortStableFunc(out, func(a, b Entity) int {
		return cmp.Or(b.Statements-a.Statements, b.Mentions-a.Mentions, cmp.Compare(a.Name, b.Name))
	})
	return out
}

func named(e *compare.Entity, query string) bool {
	if strings.Contains(strings.ToLower(e.Name), query) {
		return true
	}
	for _, v := range e.Variants {
		if strings.Contains(strings.ToLower(v.Text), query) {
			return true
		}
	}
	return false
}

// EntityTable returns entities as a table.
func EntityTable(rows []Entity) *Table {
	t := &Table{Columns: []string{"id", "name", "type", "variants", "roles", "mentions", "pages", "statements"}}
	for _, e := range rows {
		var variants, roles []string
		for _, v := range e.Variants {
			variants = append(variants, v.Text)
		}
		for _, role := range e.Roles {
			roles = append(roles, role.Text)
		}
		t.Add(e.ID, e.Name, e.Type, strings.Join(variants, " | "), strings.Join(roles, " | "), strconv.Itoa(e.Mentions), strconv.Itoa(e.Pages), strconv.Itoa(e.Statements))
	}
	return t
}
