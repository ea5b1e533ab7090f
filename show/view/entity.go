package view

import (
	"cmp"
	"math"
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
	if r.shelf != nil {
		f := &compare.Findings{}
		if !r.shelf.fail(r.shelf.from.Get([]string{id}, f)) && len(f.Entities) > 0 {
			return Ref{ID: id, Name: f.Entities[0].Name, Type: f.Entities[0].Type}
		}
		return Ref{Name: id}
	}
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

// mostPlaces is how many places of a role are shown in lists; the page of the entity shows all.
const mostPlaces = 3

func (r *Record) entity(e *compare.Entity, d Dial, places int) Entity {
	out := Entity{Ref: Ref{ID: e.ID, Name: e.Name, Type: e.Type}, Mentions: len(e.Mentions), Because: append([]string{}, e.Because...),
		Variants: make([]Variant, 0, len(e.Variants)), Roles: make([]Role, 0, len(e.Roles))}
	for _, v := range e.Variants {
		out.Variants = append(out.Variants, Variant(v))
	}
	sort.SliceStable(out.Variants, func(i, j int) bool { return out.Variants[i].Count > out.Variants[j].Count })
	for _, role := range e.Roles {
		out.Roles = append(out.Roles, Role{Text: OneLine(role.Text), Places: r.Places(role.Places[:min(places, len(role.Places))])})
	}
	pages := map[string]bool{}
	for _, m := range e.Mentions {
		pages[m.Page] = true
	}
	out.Pages, out.Statements = len(pages), r.said(e.ID, d)
	return out
}

// EntityPage is everything about one entity.
type EntityPage struct {
	Entity
	Said  []Statement `json:"said"`
	Where []Place     `json:"where"` // mentions, in order of page and place
}

// Entity returns one entity with a window of the statements in which it has a voice, or false when the record does not hold it.
func (r *Record) Entity(id string, d Dial, w Window) (EntityPage, bool) {
	id = r.Now(id)
	if r.shelf != nil {
		return r.shelf.entity(id, d, w)
	}
	i, ok := r.entities[id]
	if !ok {
		return EntityPage{}, false
	}
	e := &r.Findings.Entities[i]
	out := EntityPage{Entity: r.entity(e, d, math.MaxInt), Where: []Place{}}
	chosen := slices.DeleteFunc(slices.Clone(r.spoken[id]), func(i int) bool { return !d.shows(&r.Findings.Statements[i]) })
	slices.SortFunc(chosen, func(a, b int) int { return r.order.rank[a] - r.order.rank[b] })
	out.Said = built(chosen, w, func(i int) Statement { return r.statement(&r.Findings.Statements[i]) })
	for n, m := range e.Mentions {
		if n == mostWhere {
			break // a page says how many there are; the export holds them all
		}
		if r.HasPage(m.Page) {
			out.Where = append(out.Where, r.Place(m.Page, m.Span))
		}
	}
	return out, true
}

// Entities returns the entities of a type, or of all when none is given, those who speak most first.
func (r *Record) Entities(d Dial, query string, types ...string) []Entity {
	rows, _ := r.EntitiesIn(Window{}, d, query, types...)
	return rows
}

// EntitiesIn returns a window of the entities and how many there are.
func (r *Record) EntitiesIn(w Window, d Dial, query string, types ...string) ([]Entity, int) {
	if r.shelf != nil {
		return r.shelf.entities(w, d, query, types)
	}
	chosen := r.speakers(d)
	if query != "" || len(types) > 0 {
		query = strings.ToLower(query)
		chosen = slices.DeleteFunc(slices.Clone(chosen), func(i int) bool {
			e := &r.Findings.Entities[i]
			return len(types) > 0 && !slices.Contains(types, e.Type) || query != "" && !named(e, query)
		})
	}
	return built(chosen, w, func(i int) Entity { return r.entity(&r.Findings.Entities[i], d, mostPlaces) }), len(chosen)
}

// speakers returns the numbers of the entities that speak or that several pages name, those who speak most first. The order of a few dials is kept: it costs a pass over
// every statement and a sort.
func (r *Record) speakers(d Dial) []int {
	r.kept.Lock()
	defer r.kept.Unlock()
	if order, ok := r.kept.speakers[d]; ok {
		return order
	}
	all := r.Findings.Entities
	said := make([]int, len(all))
	for i := range all {
		said[i] = r.said(all[i].ID, d)
	}
	order := slices.DeleteFunc(sorted(len(all), func(a, b int) int {
		x, y := &all[a], &all[b]
		return cmp.Or(said[b]-said[a], len(y.Mentions)-len(x.Mentions), strings.Compare(x.Name, y.Name), strings.Compare(x.ID, y.ID))
	}), func(i int) bool { return r.quiet[i] != "" })
	if r.kept.speakers == nil || len(r.kept.speakers) == mostKept {
		r.kept.speakers = map[Dial][]int{}
	}
	r.kept.speakers[d] = order
	return order
}

// said counts the shown statements in which an entity has a voice.
func (r *Record) said(id string, d Dial) int {
	n := 0
	for _, i := range r.spoken[id] {
		if d.shows(&r.Findings.Statements[i]) {
			n++
		}
	}
	return n
}

// named says whether an entity is called so in one of its forms. The query is in lower case.
func named(e *compare.Entity, query string) bool {
	return holds(e.Name, query) || slices.ContainsFunc(e.Variants, func(v compare.Variant) bool { return holds(v.Text, query) })
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

// types are the kinds of entity in words.
var types = map[string]string{"PER": "person", "ORG": "body", "GPE": "country or town", "LOC": "place", "NORP": "group", "EVENT": "event", "WORK": "work", "MISC": "other"}

// TypeWords says a kind of entity in words: "person", "body".
func TypeWords(t string) string { return types[t] }
