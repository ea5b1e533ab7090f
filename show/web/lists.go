package web

import (
	"net/url"
	"strconv"

	"github.com/hearsay-news/hearsay/show/view"
)

// paging says which part of a long list a page shows.
type paging struct {
	From, To, Of int
	Before       string // addresses; "" at the ends
	After        string
}

// Rows shown at once: tables, and pictures, which are longer.
const (
	perPage     = 100
	perPictures = 40
)

// paged describes the window of a list of so many rows.
func paged(r *request, per, of int) paging {
	p := paging{From: min(r.from, of), Of: of}
	p.To = min(p.From+per, of)
	q := r.URL.Query()
	to := func(n int) string {
		q.Set("from", strconv.Itoa(n))
		if n == 0 {
			q.Del("from")
		}
		return address(r.URL.EscapedPath(), q)
	}
	if p.From > 0 {
		p.Before = to(max(0, p.From-per))
	}
	if p.To < of {
		p.After = to(p.To)
	}
	return p
}

type statementsData struct {
	view.List
	Window paging      `json:"-"`
	Filter view.Filter `json:"-"`
	More   string      `json:"-"` // address with the dial turned down
}

func statements(m *room, r *request) (*screen, error) {
	f := view.Filter{Dial: r.dial, Window: r.window(perPage), Speaker: r.FormValue("speaker"), Entity: r.FormValue("entity"), Outlet: r.FormValue("outlet"), Stance: r.FormValue("stance"), Kind: r.FormValue("kind"),
		Page: r.FormValue("page"), Voice: r.FormValue("voice"), Text: r.FormValue("text")}
	d := &statementsData{List: m.record.Statements(f), Filter: f, More: with(r.URL, "min", "0.5")}
	d.Window = paged(r, perPage, d.Shown)
	return &screen{Title: "Statements", Section: "statements", Template: "statements", Data: d, Table: view.StatementTable(d.Statements), Dial: true}, nil
}

type figuresData struct {
	Figures []view.Figure `json:"figures"`
	Shown   []view.Figure `json:"-"`
	Singles []view.Figure `json:"-"` // of the shown ones, those that one place gives
	Window  paging        `json:"-"`
	Verdict string        `json:"-"`
	Text    string        `json:"-"`
}

func figures(m *room, r *request) (*screen, error) {
	d := &figuresData{Verdict: r.FormValue("verdict"), Text: r.FormValue("of")}
	var of int
	d.Figures, of = m.record.FiguresIn(r.window(perPictures), d.Verdict, d.Text)
	d.Window = paged(r, perPictures, of)
	d.Shown, d.Singles = view.Singles(d.Figures)
	return &screen{Title: "Figures", Section: "figures", Template: "figures", Data: d, Table: view.FigureTable(d.Figures)}, nil
}

type timelineData struct {
	Timeline []view.Entry `json:"timeline"`
	Window   paging       `json:"-"`
	Status   string       `json:"-"`
	Text     string       `json:"-"`
}

func timeline(m *room, r *request) (*screen, error) {
	d := &timelineData{Status: r.FormValue("status"), Text: r.FormValue("text")}
	var of int
	d.Timeline, of = m.record.TimelineIn(r.window(perPage), d.Status, d.Text)
	d.Window = paged(r, perPage, of)
	return &screen{Title: "Timeline", Section: "timeline", Template: "timeline", Data: d, Table: view.TimelineTable(d.Timeline)}, nil
}

type pagesData struct {
	Pages  []view.PageRow `json:"pages"`
	Window paging         `json:"-"`
	Total  view.Overview  `json:"-"`
}

func pageList(m *room, r *request) (*screen, error) {
	d := &pagesData{Total: m.record.Overview(r.dial)}
	d.Pages, _ = m.record.PageRowsIn(r.window(perPage), r.dial)
	d.Window = paged(r, perPage, d.Total.Pages)
	return &screen{Title: "Pages", Section: "pages", Template: "pages", Data: d, Table: view.PageTable(d.Pages), Dial: true}, nil
}

type peopleData struct {
	Entities []view.Entity `json:"entities"`
	Window   paging        `json:"-"`
	Type     string        `json:"-"`
	Text     string        `json:"-"`
}

func people(m *room, r *request) (*screen, error) {
	d := &peopleData{Type: r.FormValue("type"), Text: r.FormValue("text")}
	var types []string
	if d.Type != "" {
		types = []string{d.Type}
	}
	var of int
	d.Entities, of = m.record.EntitiesIn(r.window(perPage), r.dial, d.Text, types...)
	d.Window = paged(r, perPage, of)
	return &screen{Title: "People and bodies", Section: "people", Template: "people", Data: d, Table: view.EntityTable(d.Entities), Dial: true}, nil
}

type copiesData struct {
	Copies []view.Copy `json:"copies"`
	Window paging      `json:"-"`
	Kind   string      `json:"-"`
}

func copies(m *room, r *request) (*screen, error) {
	d := &copiesData{Kind: r.FormValue("kind")}
	var of int
	d.Copies, of = m.record.CopiesIn(r.window(perPage), d.Kind)
	d.Window = paged(r, perPage, of)
	return &screen{Title: "Copies", Section: "copies", Template: "copies", Data: d, Table: view.CopyTable(d.Copies)}, nil
}

type originsData struct {
	Origins []view.Origin `json:"origins"`
	Window  paging        `json:"-"`
}

func origins(m *room, r *request) (*screen, error) {
	d := &originsData{}
	var of int
	d.Origins, of = m.record.OriginsIn(r.window(perPage))
	d.Window = paged(r, perPage, of)
	return &screen{Title: "Origins", Section: "copies", Template: "origins", Data: d, Table: view.OriginTable(d.Origins)}, nil
}

type termsData struct {
	Terms  []view.Term `json:"terms"`
	Window paging      `json:"-"`
}

func terms(m *room, r *request) (*screen, error) {
	d := &termsData{}
	var of int
	d.Terms, of = m.record.TermsIn(r.window(perPage))
	d.Window = paged(r, perPage, of)
	return &screen{Title: "Terms", Section: "terms", Template: "terms", Data: d, Table: view.TermTable(d.Terms)}, nil
}

type conflictsData struct {
	Conflicts []view.Conflict `json:"conflicts"`
	Window    paging          `json:"-"`
}

func conflicts(m *room, r *request) (*screen, error) {
	d := &conflictsData{}
	var of int
	d.Conflicts, of = m.record.ConflictsIn(r.window(perPage))
	d.Window = paged(r, perPage, of)
	return &screen{Title: "Conflicts", Section: "conflicts", Template: "conflicts", Data: d, Table: view.ConflictTable(d.Conflicts)}, nil
}

type searchData struct {
	Query      string           `json:"query"`
	Hits       []view.Found     `json:"hits"`
	Statements []view.Statement `json:"statements"`
	Entities   []view.Entity    `json:"entities"`
	Entries    []view.Entry     `json:"timeline"`
	Fault      string           `json:"fault,omitempty"` // what was wrong with the query
	All        string           `json:"-"`               // address of every statement found
}

func search(m *room, r *request) (*screen, error) {
	d := &searchData{Query: r.FormValue("q"), Hits: []view.Found{}, Statements: []view.Statement{}, Entities: []view.Entity{}, Entries: []view.Entry{}}
	if d.Query != "" {
		hits, err := m.Search(d.Query, 50)
		if err != nil {
			d.Fault = err.Error()
		}
		for _, h := range hits {
			if m.record.HasPage(h.Page) {
				d.Hits = append(d.Hits, m.record.ShowWords(h, d.Query))
			}
		}
		few := r.window(10)
		found := m.record.Statements(view.Filter{Dial: r.dial, Window: few, Text: d.Query})
		d.Statements = found.Statements
		if found.Shown > len(d.Statements) {
			d.All = "/statements?text=" + url.QueryEscape(d.Query)
		}
		d.Entities, _ = m.record.EntitiesIn(few, r.dial, d.Query)
		d.Entries, _ = m.record.TimelineIn(few, "", d.Query)
	}
	t := &view.Table{Columns: []string{"page", "title", "outlet", "start", "end", "before", "words", "after"}}
	for _, h := range d.Hits {
		start, end := "", ""
		if h.Place != nil {
			start, end = strconv.Itoa(h.Place.Start), strconv.Itoa(h.Place.End)
		}
		t.Add(h.Page, h.Title, h.Outlet.Name, start, end, h.Before, h.Words, h.After)
	}
	return &screen{Title: "Search", Section: "search", Template: "search", Data: d, Table: t, Dial: true}, nil
}
