package web

import (
	"strconv"

	"github.com/hearsay-news/hearsay/show/view"
	"github.com/hearsay-news/hearsay/text"
)

type storyData struct {
	view.Overview
	Entries []view.Entry     `json:"entries"` // those drawn
	Differs []view.Figure    `json:"figures_that_differ"`
	Parted  []view.Conflict  `json:"-"`
	Voices  []view.Entity    `json:"voices"`
	Newest  []view.PageRow   `json:"-"`
	Stories []storyRow       `json:"story_list"`
	Lead    []view.Statement `json:"-"`
}

type storyRow struct {
	ID    string   `json:"id"`
	Title string   `json:"title"`
	Pages []string `json:"pages"`
}

const drawnEntries = 22

func story(m *room, r *request) (*screen, error) {
	d := &storyData{Overview: m.record.Overview(r.dial), Stories: []storyRow{}, Voices: []view.Entity{}}
	d.Entries = m.record.Highlights(drawnEntries)
	d.Differs, _ = m.record.FiguresIn(view.Window{Limit: 3}, "differ", "")
	parted, _ := m.record.ConflictsIn(view.Window{Limit: perPage})
	for _, c := range parted {
		if c.List != "figures" && len(d.Parted) < 5 {
			d.Parted = append(d.Parted, c)
		}
	}
	voices, _ := m.record.EntitiesIn(view.Window{Limit: 9}, r.dial, "")
	for _, e := range voices {
		if e.Statements > 0 {
			d.Voices = append(d.Voices, e)
		}
	}
	d.Newest, _ = m.record.PageRowsIn(view.Window{Limit: 8}, r.dial)
	stories, _ := m.record.Stories()
	for _, s := range stories {
		d.Stories = append(d.Stories, storyRow{s.ID, s.Title, s.Pages})
	}
	t := &view.Table{Columns: []string{"what", "count"}}
	o := d.Overview
	for _, c := range []struct {
		what  string
		count int
	}{{"pages", o.Pages}, {"skipped", o.Skipped}, {"dated", o.Dated}, {"outlets", o.OutletsN}, {"statements", o.Statements}, {"speakers", o.Speakers}, {"figures", o.Figures},
		{"figures that differ", o.Differ}, {"timeline", o.Timeline}, {"conflicts", o.Conflicts}, {"copies", o.Copies}, {"origins", o.Origins}} {
		t.Add(c.what, strconv.Itoa(c.count))
	}
	title := o.Title
	if title == "" {
		title = "Every account of the story"
	}
	return &screen{Title: title, Section: "story", Template: "story", Data: d, Table: t, Dial: true}, nil
}

type statementData struct {
	view.Statement
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
		return nil, errMissing
	}
	d := &statementData{Statement: s}
	d.Why, _ = m.record.Why(r.id)
	for _, a := range s.Accounts {
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
	Passages []passage `json:"-"`
}

func figure(m *room, r *request) (*screen, error) {
	f, ok := m.record.Figure(r.id)
	if !ok {
		return nil, errMissing
	}
	d := &figureData{Figure: f}
	for _, e := range f.Entries {
		d.Passages = append(d.Passages, m.around(view.Support{Place: e.Place, Outlet: e.Outlet, Title: e.Title, Published: e.Published}))
	}
	return &screen{Title: f.Counts, Section: "figures", Template: "figure-page", Data: d, Table: view.FigureTable([]view.Figure{f})}, nil
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
		return nil, errMissing
	}
	d := &entryData{Entry: e}
	for _, s := range e.Supports {
		d.Passages = append(d.Passages, m.around(s))
	}
	return &screen{Title: e.Title, Section: "timeline", Template: "entry", Data: d, Table: view.TimelineTable([]view.Entry{e})}, nil
}

func entity(m *room, r *request) (*screen, error) {
	e, ok := m.record.Entity(r.id, r.dial, r.window(perPage))
	if !ok {
		return nil, errMissing
	}
	return &screen{Title: e.Name, Section: "people", Template: "entity", Data: &e, Table: view.StatementTable(e.Said), Dial: true}, nil
}

type copyData struct {
	view.Copy
	Passages []passage `json:"-"`
}

func copied(m *room, r *request) (*screen, error) {
	c, ok := m.record.Copy(r.id)
	if !ok {
		return nil, errMissing
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
	from, _ := strconv.Atoi(r.FormValue("from"))
	at := places(r.FormValue("at"))
	p, ok := m.record.Reader(r.id, view.Asked{Dial: r.dial, At: at, From: from})
	if !ok {
		return nil, errMissing
	}
	d := &readerData{Reader: p, Marked: len(at)}
	if p.Next > 0 {
		d.Rest = rowAddress("page", r.id) + "?from=" + strconv.Itoa(p.Next)
	}
	if p.From > 0 {
		d.Start = rowAddress("page", r.id)
	}
	said := m.record.Statements(view.Filter{Dial: r.dial, Window: r.window(1), Page: r.id})
	return &screen{Title: p.Title, Section: "pages", Template: "page", Data: d, Table: view.StatementTable(said.Statements), Dial: true}, nil
}

func why(m *room, r *request) (*screen, error) {
	w, ok := m.record.Why(r.id)
	if !ok {
		return nil, errMissing
	}
	t := &view.Table{Columns: []string{"for", "page", "start", "end", "words"}}
	for _, p := range w.Evidence {
		t.Add(p.For, p.Place.Page, strconv.Itoa(p.Place.Start), strconv.Itoa(p.Place.End), view.OneLine(p.Place.Text))
	}
	return &screen{Title: "Why: " + view.Short(w.Title, 60), Section: w.List, Template: "why", Data: &w, Table: t}, nil
}
