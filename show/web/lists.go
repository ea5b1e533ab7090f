package web

import (
	"net/url"
	"slices"
	"strconv"

	"github.com/hearsay-news/hearsay/show/view"
)

// paging says which part of a long list an answer holds.
type paging struct {
	Total  int     `json:"total"`
	Next   *string `json:"next"` // address of what follows; null at the end
	From   int     `json:"-"`
	To     int     `json:"-"`
	Before string  `json:"-"`
}

// Rows shown at once: tables, and pictures or passages, which are longer.
const (
	perPage     = 50
	perPictures = 20
	perFigures  = 14
)

// paged describes the window of a list of so many rows.
func paged(r *request, shown, of int) paging {
	per := r.rows(shown)
	p := paging{From: min(r.from, of), Total: of}
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
		next := to(p.To)
		p.Next = &next
	}
	return p
}

// cut returns the window of rows that are made already.
func cut[T any](r *request, rows []T, p paging) []T {
	if r.as == asCSV {
		return rows
	}
	return rows[p.From:p.To]
}

// pick makes a choice of plain words.
func pick(name, label, any, value string, values ...string) field {
	f := field{Name: name, Label: label, Value: value, Kind: "select", Any: any}
	for _, v := range values {
		f.Options = append(f.Options, view.Option{Value: v, Name: v, Count: -1})
	}
	return f
}

// named writes the choices in plain words.
func named(f field, words func(string) string) field {
	for i := range f.Options {
		f.Options[i].Name = words(f.Options[i].Value)
	}
	return f
}

var (
	stances  = []string{"say", "claim", "deny", "confirm", "announce", "pledge", "demand", "warn", "accuse", "question", "praise", "condemn", "predict", "agree", "evidence", "hearsay", "silence", "think", "attitude", "other"}
	kinds    = []string{"direct", "indirect", "mixed"}
	verdicts = []string{"differ", "compatible", "agree", "single"}
	statuses = []string{"occurred", "planned", "demanded", "claimed", "denied", "cancelled", "postponed"}
	types    = []string{"PER", "ORG", "GPE", "LOC", "NORP", "EVENT", "WORK", "MISC"}
	copying  = []string{"verbatim", "near", "quote", "internal", "template"}
	parting  = []string{"figure", "date", "place", "actor", "object", "polarity", "status", "differ", "reworded", "narrower", "broader"}
)

type statementsData struct {
	paging
	Hidden     int              `json:"hidden"` // chosen, but less certain than the dial asks for
	Statements []view.Statement `json:"statements"`
	Page       string           `json:"-"`
	More       string           `json:"-"` // address with the dial turned down
}

func statements(m *room, r *request) (*screen, error) {
	f := view.Filter{Dial: r.dial, Window: r.window(perPage), Speaker: r.FormValue("speaker"), Entity: r.FormValue("entity"), Page: r.FormValue("page"), Text: r.FormValue("q")}
	var err error
	if f.Stance, err = r.choose("stance", stances...); err != nil {
		return nil, err
	}
	if f.Kind, err = r.choose("kind", kinds...); err != nil {
		return nil, err
	}
	if err := m.known(f); err != nil {
		return nil, err
	}
	list := r.record.Statements(f)
	d := &statementsData{paging: paged(r, perPage, list.Shown), Hidden: list.Hidden, Statements: list.Statements, Page: f.Page, More: with(r.URL, "min", "0.5")}
	stance := field{Name: "stance", Label: "Stance", Value: f.Stance, Kind: "select", Any: "any", Options: list.Stances}
	kind := field{Name: "kind", Label: "Wording", Value: f.Kind, Kind: "select", Any: "any", Options: list.Kinds}
	return &screen{Title: "Statements", Section: "statements", Template: "statements", Data: d, Table: view.StatementTable(d.Statements), Lists: true,
		Fields: []field{stance, kind, {Name: "q", Label: "Words", Value: f.Text}}}, nil
}

// known refuses ids that the record does not hold.
func (m *room) known(f view.Filter) error {
	if f.Page != "" && !m.record.HasPage(f.Page) {
		return unknown("page", f.Page, "/sources lists the pages")
	}
	for _, id := range []string{f.Speaker, f.Entity} {
		if id != "" && id != "none" && m.record.Ref(id).ID == "" {
			return unknown("voice", id, "/voices lists who speaks")
		}
	}
	return nil
}

type figuresData struct {
	paging
	Figures []view.Figure `json:"figures"`
	Several []view.Figure `json:"-"` // that more than one place gives: drawn
	Singles []view.Figure `json:"-"`
}

func figures(m *room, r *request) (*screen, error) {
	verdict, err := r.choose("verdict", verdicts...)
	if err != nil {
		return nil, err
	}
	d := &figuresData{}
	rows, of := r.record.FiguresIn(r.window(perFigures), verdict, r.FormValue("q"))
	d.Figures, d.paging = rows, paged(r, perFigures, of)
	d.Several, d.Singles = view.Singles(rows)
	return &screen{Title: "Figures", Section: "figures", Template: "figures", Data: d, Table: view.FigureTable(rows), Lists: true,
		Fields: []field{pick("verdict", "Verdict", "any", verdict, verdicts...), {Name: "q", Label: "Of", Value: r.FormValue("q")}}}, nil
}

type copiesData struct {
	paging
	Copies []view.Copy `json:"copies"`
}

func copies(m *room, r *request) (*screen, error) {
	kind, err := r.choose("kind", copying...)
	if err != nil {
		return nil, err
	}
	d := &copiesData{}
	rows, of := r.record.CopiesIn(r.window(perPage), kind)
	d.Copies, d.paging = rows, paged(r, perPage, of)
	return &screen{Title: "Copies", Section: "copies", Template: "copies", Data: d, Table: view.CopyTable(d.Copies), Lists: true, Fields: []field{named(pick("kind", "Kind", "any", kind, copying...), view.CopyWords)}}, nil
}

type termsData struct {
	paging
	Terms []view.Term `json:"terms"`
}

func terms(m *room, r *request) (*screen, error) {
	rows := r.record.Terms()
	d := &termsData{paging: paged(r, perPictures, len(rows))}
	d.Terms = cut(r, rows, d.paging)
	return &screen{Title: "Words", Section: "terms", Template: "terms", Data: d, Table: view.TermTable(d.Terms), Lists: true}, nil
}

type searchData struct {
	paging
	Query      string           `json:"query"`
	Hits       []view.Found     `json:"hits"`
	Outlets    []view.Option    `json:"outlets"` // of the places found
	Statements []view.Statement `json:"statements"`
	Said       int              `json:"statements_of"`
	Entities   []view.Entity    `json:"entities"`
	Entries    []view.Entry     `json:"timeline"`
	Fault      string           `json:"fault,omitempty"` // what was wrong with the query
	AllSaid    string           `json:"-"`               // addresses of every statement and entry found
	AllTold    string           `json:"-"`
	Facets     []facet          `json:"-"`
	Speaking   []facet          `json:"-"` // voices of the statements found
	Months     []facet          `json:"-"` // in which the pages found came out
}

// facet is an outlet with its places among those found, and the address that keeps to it.
type facet struct {
	view.Option
	Address string
}

// most places that one search looks at; what a query finds beyond is not counted.
const mostFound = 2000

func search(m *room, r *request) (*screen, error) {
	d := &searchData{Query: r.FormValue("q"), Hits: []view.Found{}, Outlets: []view.Option{}, Statements: []view.Statement{}, Entities: []view.Entity{}, Entries: []view.Entry{}}
	if d.Query != "" {
		m.find(r, d)
	}
	t := &view.Table{Columns: []string{"page", "title", "outlet", "start", "end", "before", "words", "after"}}
	for _, h := range d.Hits {
		start, end := "", ""
		if h.Place != nil {
			start, end = strconv.Itoa(h.Place.Start), strconv.Itoa(h.Place.End)
		}
		t.Add(h.Page, h.Title, h.Outlet.Name, start, end, h.Before, h.Words, h.After)
	}
	return &screen{Title: "Search", Section: "search", Template: "search", Data: d, Table: t, Lists: true}, nil
}

// find looks through the texts and the rows.
func (m *room) find(r *request, d *searchData) {
	hits, err := m.Search(d.Query, mostFound)
	if err != nil {
		d.Fault = err.Error()
	}
	hits = slices.DeleteFunc(hits, func(h view.Hit) bool { return !r.record.HasPage(h.Page) })
	d.paging = paged(r, 30, len(hits))
	for _, h := range cut(r, hits, d.paging) {
		d.Hits = append(d.Hits, r.record.ShowWords(h, d.Query))
	}
	pages := make([]string, len(hits))
	for i, h := range hits {
		pages[i] = h.Page
	}
	d.Outlets = append(d.Outlets, r.record.OutletsOf(pages)...)
	if len(d.Outlets) > 1 {
		for _, o := range d.Outlets[:min(len(d.Outlets), 12)] {
			d.Facets = append(d.Facets, facet{o, with(r.URL, "outlet", o.Value)})
		}
	}
	if months := r.record.MonthsOf(pages); len(months) > 1 {
		for _, o := range months[:min(len(months), 12)] {
			q := r.URL.Query()
			q.Del("from")
			if of, err := view.Between(o.Value, o.Value); err == nil {
				q.Set("since", of.Earliest.Day.String())
				q.Set("until", of.Latest.Day.String())
			}
			d.Months = append(d.Months, facet{o, address(r.URL.EscapedPath(), q)})
		}
	}
	few := view.Window{Limit: 6}
	found := r.record.Statements(view.Filter{Dial: r.dial, Window: few, Text: d.Query})
	d.Statements, d.Said = found.Statements, found.Shown
	if len(found.Speakers) > 1 {
		for _, o := range found.Speakers[:min(len(found.Speakers), 8)] {
			d.Speaking = append(d.Speaking, facet{o, with(r.URL, "voice", o.Value)})
		}
	}
	query := url.QueryEscape(d.Query)
	if found.Shown > len(d.Statements) {
		d.AllSaid = "/statements?q=" + query
	}
	d.Entities, _ = r.record.EntitiesIn(few, r.dial, d.Query)
	var told int
	if d.Entries, told = r.record.TimelineIn(few, "", d.Query); told > len(d.Entries) {
		d.AllTold = "/timeline?q=" + query
	}
}
