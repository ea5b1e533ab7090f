package view

import (
	"slices"
	"strings"

	"github.com/hearsay-news/hearsay/compare"
)

// Mend is something that a person put right, as it is listed.
type Mend struct {
	ID    string `json:"id"`
	Kind  string `json:"kind"`  // outlet, join, split, hide, note
	Words string `json:"words"` // what was put right, in a sentence
	Note  string `json:"note"`  // why
	Row   string `json:"row"`   // the row at which it stands now; "" for none
	Room  string `json:"-"`     // the kind of that row, for its address
	Met   bool   `json:"met"`   // it meets something in the record as it is now
}

// Mends lists what a person put right, in the order of the ids.
func (r *Record) Mends() []Mend {
	r = r.all()
	out := make([]Mend, 0, len(r.Findings.Mends))
	for i := range r.Findings.Mends {
		out = append(out, r.mend(&r.Findings.Mends[i]))
	}
	return out
}

// Mend returns one thing that a person put right.
func (r *Record) Mend(id string) (Mend, bool) {
	for _, m := range r.Mends() {
		if m.ID == id {
			return m, true
		}
	}
	return Mend{}, false
}

func (r *Record) mend(m *compare.Mend) Mend {
	out := Mend{ID: m.ID, Kind: string(m.Kind), Words: MendWords(m), Note: OneLine(m.Note), Row: m.Row, Met: m.Met}
	switch id := m.Row; {
	case m.Kind == compare.Hide:
		out.Row = ""
	case m.Kind == compare.Rename:
		if out.Row = r.outletNamed(m.To); out.Row != "" {
			out.Room = "outlet"
		}
	case has(r.entities, id):
		out.Room = "entity"
	case has(r.statements, id):
		out.Room = "statement"
	case has(r.figures, id):
		out.Room = "figure"
	case has(r.timeline, id):
		out.Room = "entry"
	case has(r.copies, id):
		out.Room = "copy"
	case id != "":
		out.Room = "why"
	}
	return out
}

// outletNamed finds an outlet by its name; "" for none.
func (r *Record) outletNamed(name string) string {
	for i := range r.Findings.Pages {
		if id := r.Findings.Pages[i].Outlet; id != "" && r.Ref(id).Name == name {
			return id
		}
	}
	return ""
}

// Mended says in words what a person put right of a row; "" for nothing.
func (r *Record) Mended(row string) string {
	var words []string
	for i := range r.Findings.Mends {
		m := &r.Findings.Mends[i]
		switch {
		case m.Kind == compare.Rename && m.Met && row != "" && r.Ref(row).Name == m.To && r.outletNamed(m.To) == row:
			words = append(words, MendWords(m))
		case m.Row != row || row == "" || m.Kind == compare.Hide || m.Kind == compare.Rename:
		case m.Kind == compare.Remark:
			words = append(words, "noted: "+OneLine(m.To))
		default:
			words = append(words, MendWords(m))
		}
	}
	return strings.Join(words, "; ")
}

// MendWords says in a sentence what was put right.
//
//	{Kind: join, Of: ["Kadari", "Qadari"]}  →  “Kadari” and “Qadari” are one
func MendWords(m *compare.Mend) string {
	of := func(i int) string {
		if i >= len(m.Of) {
			return ""
		}
		return "“" + Short(OneLine(m.Of[i].Words), 80) + "”"
	}
	switch m.Kind {
	case compare.Rename:
		return "the outlet " + of(0) + " is “" + OneLine(m.To) + "”"
	case compare.Join:
		return of(0) + " and " + of(1) + " are one"
	case compare.Split:
		return of(0) + " is another one on " + Plural(len(m.Of), "page", "pages")
	case compare.Hide:
		list := ""
		if len(m.Of) > 0 {
			list = m.Of[0].List
		}
		return "hidden from " + listWords[list] + ": " + of(0)
	case compare.Remark:
		return of(0) + ": " + OneLine(m.To)
	}
	return string(m.Kind)
}

var listWords = map[string]string{"statements": "the statements", "figures": "the figures", "timeline": "the timeline", "copies": "the copies", "relations": "the disagreements", "terms": "the words",
	"entities": "the voices"}

// Named finds who is called so: by the id, or by a name or spelling in full. Several may be.
func (r *Record) Named(words string) []Ref {
	r = r.all()
	words = strings.Join(strings.Fields(words), " ")
	if has(r.entities, words) {
		return []Ref{r.Ref(words)}
	}
	var out []Ref
	for _, i := range r.speakers(Dial{}) {
		e := &r.Findings.Entities[i]
		if strings.EqualFold(OneLine(e.Name), words) || slices.ContainsFunc(e.Variants, func(v compare.Variant) bool { return strings.EqualFold(OneLine(v.Text), words) }) {
			out = append(out, r.Ref(e.ID))
		}
	}
	return out
}

// NamedOn lists the pages that name an entity, in the order of their ids.
func (r *Record) NamedOn(id string) []string {
	r = r.all()
	at, ok := r.entities[id]
	if !ok {
		return nil
	}
	var out []string
	for _, m := range r.Findings.Entities[at].Mentions {
		out = append(out, m.Page)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// Alike lists others of an entity's type, those that are spelled most alike first: whom it may be one with.
func (r *Record) Alike(id string, n int) []Ref {
	r = r.all()
	at, ok := r.entities[id]
	if !ok {
		return nil
	}
	me := &r.Findings.Entities[at]
	type near struct {
		ref  Ref
		away int
	}
	var out []near
	for _, i := range r.speakers(Dial{}) {
		e := &r.Findings.Entities[i]
		if i == at || e.Type != me.Type {
			continue
		}
		out = append(out, near{Ref{ID: e.ID, Name: e.Name, Type: e.Type}, apart(me.Name, e.Name)})
	}
	slices.SortStableFunc(out, func(a, b near) int { return a.away - b.away })
	refs := make([]Ref, 0, min(n, len(out)))
	for _, x := range out[:min(n, len(out))] {
		refs = append(refs, x.ref)
	}
	return refs
}

const unlike = 6 // letters apart, from which on names are not alike

// apart is how far two names are spelled apart: by their nearest words, the last of each counting first.
func apart(a, b string) int {
	x, y := strings.Fields(strings.ToLower(a)), strings.Fields(strings.ToLower(b))
	if len(x) == 0 || len(y) == 0 {
		return unlike
	}
	best := distance(x[len(x)-1], y[len(y)-1], unlike)
	for _, v := range x {
		for _, w := range y {
			best = min(best, 1+distance(v, w, unlike))
		}
	}
	return best
}
