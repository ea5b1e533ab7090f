package web

import (
	"html/template"
	"strconv"

	"github.com/hearsay-news/hearsay/show/draw"
	"github.com/hearsay-news/hearsay/show/view"
	"github.com/hearsay-news/hearsay/text"
)

type statementData struct {
	view.Statement
	Cite     string    `json:"cite"`
	Passages []passage `json:"-"`
	Why      view.Why  `json:"why"`
}

// passage is the paragraph of a page around some places.
type passage struct {
	view.Support
	First  bool
	Stance string
	Chain  []view.Ref
	Blocks []view.Block
	At     []view.Place
}

func statement(m *room, r *request) (*screen, error) {
	s, ok := m.record.Statement(r.id)
	if !ok {
		return nil, unknown("statement", r.id, "/statements lists them")
	}
	d := &statementData{Statement: s, Cite: m.record.Cite(s)}
	d.Why, _ = m.record.Why(r.id)
	for _, a := range s.Accounts[:min(len(s.Accounts), mostAccounts)] {
		p := passage{Support: view.Support{Outlet: a.Outlet, Title: a.Title, Published: a.Published}, First: a.First, Stance: a.Stance, Chain: a.Chain, At: a.Places()}
		p.Place.Page = a.Page
		var at []text.Span
		for _, place := range a.Places() {
			at = append(at, place.Span)
		}
		p.Blocks = m.record.Passage(a.Page, only(s.Confidence), at)
		d.Passages = append(d.Passages, p)
	}
	return &screen{Title: s.SpeakerName() + ": " + view.Short(s.Words, 60), Section: "statements", Template: "statement", Data: d,
		Table: view.StatementTable([]view.Statement{s})}, nil
}

// only shows a row of the given confidence, whatever the dial says: who opens a row wants to see it.
func only(confidence float64) view.Dial {
	return view.Dial{Min: min(confidence, view.DefaultDial), All: true}
}

type figureData struct {
	view.Figure
	Passages []passage          `json:"-"`
	Drawn    view.Figure        `json:"-"` // with as many entries as a picture has room for
	Listed   []view.FigureEntry `json:"-"`
}

// Of a row that very many pages give, what its page shows: marks of a picture, lines of a table, passages.
const (
	mostMarks    = 40
	mostLines    = 100
	mostAccounts = 30
)

func figure(m *room, r *request) (*screen, error) {
	f, ok := m.record.Figure(r.id)
	if !ok {
		return nil, unknown("figure", r.id, "/figures lists them")
	}
	d := &figureData{Figure: f, Drawn: f, Listed: f.Entries[:min(len(f.Entries), mostLines)]}
	d.Drawn.Entries = f.Heads(mostMarks)
	for _, e := range f.Heads(mostAccounts) {
		d.Passages = append(d.Passages, m.around(view.Support{Place: e.Place, Outlet: e.Outlet, Title: e.Title, Published: e.Published}))
	}
	over, err := r.choose("over", "time")
	if err != nil {
		return nil, err
	}
	nowhere := func(view.Place) string { return "" }
	drawn := func() template.HTML {
		if over != "" {
			return draw.Overtime("still", d.Drawn, 1100, nowhere)
		}
		return draw.Figure("still", d.Drawn, 1080, nowhere)
	}
	return &screen{Title: f.Counts, Section: "figures", Template: "figure-page", Data: d, Table: view.FigureTable([]view.Figure{f}), Picture: &picture{f.Counts, drawn}}, nil
}

func (m *room) around(s view.Support) passage {
	return passage{Support: s, Blocks: m.record.Passage(s.Place.Page, view.Dial{Min: view.DefaultDial}, []text.Span{s.Place.Span}), At: []view.Place{s.Place}}
}

type entryData struct {
	view.Entry
	Passages []passage `json:"-"`
}

func entry(m *room, r *request) (*screen, error) {
	e, ok := m.record.Entry(r.id)
	if !ok {
		return nil, unknown("entry of the timeline", r.id, "/timeline lists them")
	}
	d := &entryData{Entry: e}
	for _, s := range e.Supports {
		d.Passages = append(d.Passages, m.around(s))
	}
	return &screen{Title: e.Title, Section: "timeline", Template: "entry", Data: d, Table: view.TimelineTable([]view.Entry{e})}, nil
}

type copyData struct {
	view.Copy
	Passages []passage `json:"-"`
}

func copied(m *room, r *request) (*screen, error) {
	c, ok := m.record.Copy(r.id)
	if !ok {
		return nil, unknown("copied passage", r.id, "/copies lists them")
	}
	d := &copyData{Copy: c}
	for i, s := range c.Spans {
		if i == 12 {
			break
		}
		d.Passages = append(d.Passages, m.around(s))
	}
	return &screen{Title: "Copied passage", Section: "copies", Template: "copy", Data: d, Table: view.CopyTable([]view.Copy{c})}, nil
}

type readerData struct {
	view.Reader
	Marked int    `json:"-"`
	Rest   string `json:"-"` // address of what follows on a long page
	Start  string `json:"-"` // address of its beginning
}

func page(m *room, r *request) (*screen, error) {
	at := places(r.FormValue("at"))
	p, ok := m.record.Reader(r.id, view.Asked{Dial: r.dial, At: at, From: r.from})
	if !ok {
		return nil, unknown("page", r.id, "/sources lists the pages")
	}
	d := &readerData{Reader: p, Marked: len(at)}
	if p.Next > 0 {
		d.Rest = rowAddress("page", r.id) + "?from=" + strconv.Itoa(p.Next)
	}
	if p.From > 0 {
		d.Start = rowAddress("page", r.id)
	}
	said := m.record.Statements(view.Filter{Dial: r.dial, Window: view.Window{Limit: mostRows}, Page: r.id})
	return &screen{Title: p.Title, Section: "sources", Template: "page", Data: d, Table: view.StatementTable(said.Statements)}, nil
}

func why(m *room, r *request) (*screen, error) {
	w, ok := m.record.Why(r.id)
	if !ok {
		return nil, unknown("row", r.id, "every row of a list has its id in the .json and .csv of that list")
	}
	t := &view.Table{Columns: []string{"for", "page", "start", "end", "words"}}
	for _, p := range w.Evidence {
		t.Add(p.For, p.Place.Page, strconv.Itoa(p.Place.Start), strconv.Itoa(p.Place.End), view.OneLine(p.Place.Text))
	}
	return &screen{Title: "Why: " + view.Short(w.Title, 60), Section: sectionOf(w.List), Template: "why", Data: &w, Table: t}, nil
}

// sectionOf names the list that a kind of row lies in.
func sectionOf(list string) string {
	switch list {
	case "entities":
		return "voices"
	case "pages", "origins", "stories":
		return "sources"
	case "relations":
		return "disagreements"
	}
	return list
}
