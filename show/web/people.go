package web

import (
	"html/template"
	"net/http"
	"slices"
	"strings"

	"github.com/hearsay-news/hearsay/show/draw"
	"github.com/hearsay-news/hearsay/show/view"
)

type voiceData struct {
	view.EntityPage
	Against  []parted         `json:"against"`    // the strongest disagreements that a statement of this voice is part of
	AgainstN int              `json:"against_of"` // how many there are
	Drawn    []view.Statement `json:"-"`
	paging
}

const (
	mostDrawn   = 150
	mostAgainst = 12
)

// picture draws what the voice said over time; nil where that is no picture.
func (d *voiceData) picture() *picture {
	if len(d.Drawn) < 2 {
		return nil
	}
	return &picture{d.Name + ": what was said over time", func() template.HTML { return draw.Voice("still", d.Drawn, 1100, func(string) string { return "" }) }}
}

// voice is everything about one person or body: what was said over time, by which words it is called, who contradicts.
func voice(m *room, r *request) (*screen, error) {
	e, ok := m.record.Entity(r.id, r.dial, r.window(perPage))
	if !ok {
		return nil, unknown("voice", r.id, "/voices lists who speaks")
	}
	d := &voiceData{EntityPage: e, Against: []parted{}}
	d.paging = paged(r, perPage, e.Statements)
	all, _ := m.record.Entity(r.id, r.dial, view.Window{Limit: mostDrawn})
	d.Drawn = all.Said
	against := m.record.Against(r.id)
	d.AgainstN = len(against)
	for _, c := range against[:min(len(against), mostAgainst)] {
		d.Against = append(d.Against, m.parted(m.record, c))
	}
	return &screen{Title: e.Name, Section: "voices", Template: "voice", Data: d, Table: view.StatementTable(e.Said), Picture: d.picture()}, nil
}

// outlet is what one outlet carries, what only it carries, and what it leaves out.
func outlet(m *room, r *request) (*screen, error) {
	o, ok := m.record.OutletOf(r.id, r.dial)
	if !ok {
		var names []string
		for _, row := range m.record.OutletRows(r.dial) {
			names = append(names, row.Name)
		}
		return nil, unknown("outlet", r.id, "it has "+strings.Join(names[:min(len(names), 12)], ", "))
	}
	return &screen{Title: o.Name, Section: "sources", Template: "outlet", Data: &o, Table: view.PageTable(o.List), Picture: covering(o.Name+": pages by day", o.Coverage)}, nil
}

type comparedData struct {
	*view.Laid
	A     string         `json:"-"`
	B     string         `json:"-"`
	Pages []view.PageRow `json:"-"` // to choose from
	Shown []view.LaidRow `json:"-"` // without the titles that stand in the head already
	Only  int            `json:"-"` // of those, only on one page
}

// show leaves out the titles of both pages where they are tied to nothing: they stand in the head.
func (d *comparedData) show() {
	for _, row := range d.Laid.Rows {
		if row.Kind == "only" && (row.A != nil && view.OneLine(row.A.Place.Text) == d.Laid.Pair.A.Title || row.B != nil && view.OneLine(row.B.Place.Text) == d.Laid.Pair.B.Title) {
			continue
		}
		if d.Shown = append(d.Shown, row); row.Kind == "only" {
			d.Only++
		}
	}
}

// compared lays two pages side by side.
func compared(m *room, r *request) (*screen, error) {
	d := &comparedData{A: r.FormValue("a"), B: r.FormValue("b")}
	s := &screen{Title: "Two pages", Section: "compare", Template: "compare", Data: d, Table: &view.Table{Columns: []string{"kind", "part", "row", "a_start", "a_end", "a", "b_start", "b_end", "b"}}}
	if d.A == "" || d.B == "" {
		d.Pages, _ = r.record.PageRowsIn(view.Window{Limit: 400}, r.dial)
		d.Pages = slices.DeleteFunc(d.Pages, func(p view.PageRow) bool { return p.Skip != nil })
		return s, nil
	}
	for _, id := range []string{d.A, d.B} {
		if !m.record.HasPage(id) {
			return nil, unknown("page", id, "/sources lists the pages")
		}
	}
	if d.A == d.B {
		return nil, &refusal{http.StatusBadRequest, "both are the page " + d.A, "name two different pages"}
	}
	laid, _ := m.record.Laid(d.A, d.B, r.dial)
	d.Laid = &laid
	d.show()
	s.Table = view.LaidTable(laid)
	return s, nil
}

type trayData struct {
	Rows       []view.Statement `json:"statements"`
	Cites      []string         `json:"cites"`
	IDs        string           `json:"-"`
	Unknown    []string         `json:"unknown"`
	Collection []cited          `json:"-"`
}

// cited is a statement with its passages, as it stands in the tray.
type cited struct {
	view.Statement
	Cite  string
	Found []view.Found
}

const mostCollected = 200

// tray is a selection of statements, ready to be printed or saved: the ids stand in the address.
func tray(m *room, r *request) (*screen, error) {
	d := &trayData{Rows: []view.Statement{}, Cites: []string{}, Unknown: []string{}, IDs: r.FormValue("rows")}
	for id := range strings.SplitSeq(d.IDs, ",") {
		if id = strings.TrimSpace(id); id == "" || len(d.Rows) == mostCollected {
			continue
		}
		s, ok := m.record.Statement(id)
		if !ok {
			d.Unknown = append(d.Unknown, id)
			continue
		}
		c := cited{Statement: s, Cite: m.record.Cite(s)}
		for _, a := range s.Accounts {
			if len(a.Content) > 0 {
				c.Found = append(c.Found, m.record.Show(view.Hit{Page: a.Page, Span: a.Content[0].Span}))
			}
		}
		d.Rows, d.Cites, d.Collection = append(d.Rows, s), append(d.Cites, c.Cite), append(d.Collection, c)
	}
	return &screen{Title: "Collected passages", Section: "statements", Template: "tray", Data: d, Table: view.StatementTable(d.Rows)}, nil
}
