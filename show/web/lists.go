package web

import (
	"net/url"
	"strconv"

	"github.com/hearsay-news/hearsay/show/view"
)

// window is the part of a long list that one page shows.
type window struct {
	From, To, Of int
	Before       string // addresses; "" at the ends
	After        string
}

const perPage = 100

// part cuts a list down to what one page shows.
func part[T any](r *request, rows []T) ([]T, window) {
	from, _ := strconv.Atoi(r.FormValue("from"))
	from = min(max(from, 0), max(len(rows)-1, 0))
	w := window{From: from, To: min(from+perPage, len(rows)), Of: len(rows)}
	q := r.URL.Query()
	to := func(n int) string {
		q.Set("from", strconv.Itoa(n))
		if n == 0 {
			q.Del("from")
		}
		return address(r.URL.EscapedPath(), q)
	}
	if w.From > 0 {
		w.Before = to(max(0, w.From-perPage))
	}
	if w.To < w.Of {
		w.After = to(w.To)
	}
	return rows[w.From:w.To], w
}

type statementsData struct {
	view.List
	Shown  []view.Statement `json:"-"`
	Window window           `json:"-"`
	Filter view.Filter      `json:"-"`
	More   string           `json:"-"` // address with the dial turned down
}

func statements(m *room, r *request) (*screen, error) {
	f := view.Filter{Dial: r.dial, Speaker: r.FormValue("speaker"), Outlet: r.FormValue("outlet"), Stance: r.FormValue("stance"), Kind: r.FormValue("kind"),
		Page: r.FormValue("page"), Voice: r.FormValue("voice"), Text: r.FormValue("text")}
	d := &statementsData{List: m.record.Statements(f), Filter: f, More: with(r.URL, "min", "0.5")}
	d.Shown, d.Window = part(r, d.Statements)
	return &screen{Title: "Statements", Section: "statements", Template: "statements", Data: d, Table: view.StatementTable(d.Statements), Dial: true}, nil
}

type figuresData struct {
	Figures []view.Figure `json:"figures"`
	Shown   []view.Figure `json:"-"`
	Singles []view.Figure `json:"-"` // of the shown ones, those that one place gives
	Window  window        `json:"-"`
	Verdict string        `json:"-"`
	Text    string        `json:"-"`
}

func figures(m *room, r *request) (*screen, error) {
	d := &figuresData{Verdict: r.FormValue("verdict"), Text: r.FormValue("of")}
	d.Figures = m.record.Figures(d.Verdict, d.Text)
	d.Shown, d.Window = part(r, d.Figures)
	d.Shown, d.Singles = view.Singles(d.Shown)
	return &screen{Title: "Figures", Section: "figures", Template: "figures", Data: d, Table: view.FigureTable(d.Figures)}, nil
}

type timelineData struct {
	Timeline []view.Entry `json:"timeline"`
	Shown    []view.Entry `json:"-"`
	Window   window       `json:"-"`
	Status   string       `json:"-"`
	Text     string       `json:"-"`
}

func timeline(m *room, r *request) (*screen, error) {
	d := &timelineData{Status: r.FormValue("status"), Text: r.FormValue("text")}
	d.Timeline = m.record.Timeline(d.Status, d.Text)
	d.Shown, d.Window = part(r, d.Timeline)
	return &screen{Title: "Timeline", Section: "timeline", Template: "timeline", Data: d, Table: view.TimelineTable(d.Timeline)}, nil
}

type pagesData struct {
	Pages  []view.PageRow `json:"pages"`
	Shown  []view.PageRow `json:"-"`
	Window window         `json:"-"`
	Total  view.Overview  `json:"-"`
}

func pageList(m *room, r *request) (*screen, error) {
	d := &pagesData{Pages: m.record.PageRows(r.dial), Total: m.record.Overview(r.dial)}
	d.Shown, d.Window = part(r, d.Pages)
	return &screen{Title: "Pages", Section: "pages", Template: "pages", Data: d, Table: view.PageTable(d.Pages), Dial: true}, nil
}

type peopleData struct {
	Entities []view.Entity `json:"entities"`
	Shown    []view.Entity `json:"-"`
	Window   window        `json:"-"`
	Type     string        `json:"-"`
	Text     string        `json:"-"`
}

func people(m *room, r *request) (*screen, error) {
	d := &peopleData{Type: r.FormValue("type"), Text: r.FormValue("text")}
	var types []string
	if d.Type != "" {
		types = []string{d.Type}
	}
	d.Entities = m.record.Entities(r.dial, d.Text, types...)
	d.Shown, d.Window = part(r, d.Entities)
	return &screen{Title: "People and bodies", Section: "people", Template: "people", Data: d, Table: view.EntityTable(d.Entities), Dial: true}, nil
}

type copiesData struct {
	Copies []view.Copy `json:"copies"`
	Shown  []view.Copy `json:"-"`
	Window window      `json:"-"`
	Kind   string      `json:"-"`
}

func copies(m *room, r *request) (*screen, error) {
	d := &copiesData{Kind: r.FormValue("kind")}
	d.Copies = m.record.Copies(d.Kind)
	d.Shown, d.Window = part(r, d.Copies)
	return &screen{Title: "Copies", Section: "copies", Template: "copies", Data: d, Table: view.CopyTable(d.Copies)}, nil
}

type originsData struct {
	Origins []view.Origin `json:"origins"`
	Shown   []view.Origin `json:"-"`
	Window  window        `json:"-"`
}

func origins(m *room, r *request) (*screen, error) {
	d := &originsData{Origins: m.record.Origins()}
	d.Shown, d.Window = part(r, d.Origins)
	return &screen{Title: "Origins", Section: "copies", Template: "origins", Data: d, Table: view.OriginTable(d.Origins)}, nil
}

type termsData struct {
	Terms  []view.Term `json:"terms"`
	Shown  []view.Term `json:"-"`
	Window window      `json:"-"`
}

func terms(m *room, r *request) (*screen, error) {
	d := &termsData{Terms: m.record.Terms()}
	d.Shown, d.Window = part(r, d.Terms)
	return &screen{Title: "Terms", Section: "terms", Template: "terms", Data: d, Table: view.TermTable(d.Terms)}, nil
}

type conflictsData struct {
	Conflicts []view.Conflict `json:"conflicts"`
	Shown     []view.Conflict `json:"-"`
	Window    window          `json:"-"`
}

func conflicts(m *room, r *request) (*screen, error) {
	d := &conflictsData{Conflicts: m.record.Conflicts()}
	d.Shown, d.Window = part(r, d.Conflicts)
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
				d.Hits = append(d.Hits, m.record.Show(h))
			}
		}
		found := m.record.Statements(view.Filter{Dial: r.dial, Text: d.Query})
		d.Statements = found.Statements[:min(10, len(found.Statements))]
		if len(found.Statements) > len(d.Statements) {
			d.All = "/statements?text=" + url.QueryEscape(d.Query)
		}
		entities := m.record.Entities(r.dial, d.Query)
		d.Entities = entities[:min(10, len(entities))]
		entries := m.record.Timeline("", d.Query)
		d.Entries = entries[:min(10, len(entries))]
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
