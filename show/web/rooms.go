package web

import (
	"cmp"
	"html/template"
	"strconv"

	"github.com/hearsay-news/hearsay/show/draw"
	"github.com/hearsay-news/hearsay/show/parts"
	"github.com/hearsay-news/hearsay/show/view"
)

type briefData struct {
	view.Overview
	Coverage    view.Coverage    `json:"coverage"`
	Compared    comparedCount    `json:"compared"`
	Strongest   []parted         `json:"disagreements"`
	Entries     []view.Entry     `json:"entries"` // the key events
	Voices      []view.Entity    `json:"voices"`
	StoryList   []storyCard      `json:"story_list"`
	Alone       int              `json:"pages_alone"` // stories of one page
	Fresh       *freshData       `json:"new,omitempty"`
	KnowsAdding bool             `json:"-"`
	Newest      []view.Statement `json:"-"`
}

// comparedCount is how many pairs of rows were laid on each other, so that "nothing contrary" can be read rightly.
type comparedCount struct {
	All        int `json:"all"`
	Statements int `json:"statements"`
	Figures    int `json:"figures"`
	Events     int `json:"events"`
}

// freshData is what came in since a day.
type freshData struct {
	Since string         `json:"since"`
	Pages []view.PageRow `json:"pages"`
	Of    int            `json:"of"`
}

type storyCard struct {
	ID      string        `json:"id"`
	Title   string        `json:"title"`
	Pages   []string      `json:"pages"`
	Span    view.When     `json:"span"`
	Outlets []view.Option `json:"outlets"`
}

func (m *room) comparedCount() comparedCount {
	c := m.record.Compared()
	return comparedCount{c.Statements + c.Figures + c.Events, c.Statements, c.Figures, c.Events}
}

const (
	keyEvents   = 8
	strongest   = 3
	mostStories = 12
)

// brief says in one screen what the record is about.
func brief(m *room, r *request) (*screen, error) {
	d := &briefData{Overview: r.record.Overview(r.dial), Coverage: r.record.Coverage(""), Compared: m.comparedCount(), Voices: []view.Entity{}, StoryList: []storyCard{}, Strongest: []parted{}}
	d.Entries = r.record.Highlights(keyEvents)
	var conflicts []view.Conflict
	conflicts, _, d.Overview.Conflicts = m.record.ConflictsOf(r.record, view.Window{Limit: strongest}, "")
	for _, c := range conflicts {
		d.Strongest = append(d.Strongest, m.parted(m.record, c))
	}
	speaking, _ := r.record.EntitiesIn(view.Window{Limit: 9}, r.dial, "")
	for _, e := range speaking {
		if e.Statements > 0 {
			d.Voices = append(d.Voices, e)
		}
	}
	stories, alone := r.record.Stories()
	d.Alone = alone
	if len(stories)+alone > 1 {
		for _, s := range stories[:min(len(stories), mostStories)] {
			d.StoryList = append(d.StoryList, storyCard{s.ID, s.Title, s.Pages, r.record.SpanOf(s.Pages), r.record.OutletsOf(s.Pages)})
		}
	}
	if r.NewSince != "" {
		rows, of := r.record.PageRowsIn(view.Window{Limit: 8}, r.dial)
		d.Fresh = &freshData{r.NewSince, rows, of}
	}
	t := &view.Table{Columns: []string{"what", "count"}}
	o := d.Overview
	for _, c := range []struct {
		what  string
		count int
	}{{"pages", o.Pages}, {"skipped", o.Skipped}, {"dated", o.Dated}, {"outlets", o.OutletsN}, {"statements", o.Statements}, {"speakers", o.Speakers}, {"figures", o.Figures},
		{"figures that differ", o.Differ}, {"timeline", o.Timeline}, {"conflicts", o.Conflicts}, {"copies", o.Copies}, {"origins", o.Origins}, {"comparisons", d.Compared.All}} {
		t.Add(c.what, strconv.Itoa(c.count))
	}
	return &screen{Title: cmp.Or(o.Title, "Every account of the story"), Section: "", Template: "brief", Data: d, Table: t, Lists: true, Picture: covering("Pages by day: "+o.Title, d.Coverage)}, nil
}

// parted is a disagreement with its sides, each place with what stands around it.
type parted struct {
	view.Conflict
	Sides []side `json:"sides"`
}

type side struct {
	view.Side
	Found []view.Found `json:"-"`
}

const mostPassages = 4 // of a side that are opened in place

func (m *room) parted(record *view.Record, c view.Conflict) parted {
	p := parted{Conflict: c}
	for _, s := range record.Sides(c) {
		one := side{Side: s}
		for _, item := range s.Items[:min(len(s.Items), mostPassages)] {
			one.Found = append(one.Found, record.Show(view.Hit{Page: item.Place.Page, Span: item.Place.Span}))
		}
		p.Sides = append(p.Sides, one)
	}
	return p
}

type disagreementsData struct {
	paging
	Compared      comparedCount `json:"compared"`
	Differ        int           `json:"differ"`
	Agree         int           `json:"agree"` // figures on which accounts agree, and statements that several carry
	Disagreements []parted      `json:"disagreements"`
}

func disagreements(m *room, r *request) (*screen, error) {
	kind, err := r.choose("kind", parting...)
	if err != nil {
		return nil, err
	}
	d := &disagreementsData{Compared: m.comparedCount(), Disagreements: []parted{}, Agree: r.record.Agreements()}
	window, total, differ := m.record.ConflictsOf(r.record, r.window(perPictures), kind) // who differs from an outlet is told by others
	if d.Differ = differ; kind != "" {
		_, _, d.Differ = m.record.ConflictsOf(r.record, view.Window{Limit: 1}, "")
	}
	d.paging = paged(r, perPictures, total)
	for _, c := range window {
		d.Disagreements = append(d.Disagreements, m.parted(m.record, c))
	}
	return &screen{Title: "Disagreements", Section: "disagreements", Template: "disagreements", Data: d, Table: view.ConflictTable(window), Lists: true,
		Fields: []field{pick("kind", "Kind", "any", kind, parting...)}}, nil
}

type voicesData struct {
	paging
	Voices []view.Entity `json:"voices"`
}

func voices(m *room, r *request) (*screen, error) {
	kind, err := r.choose("type", types...)
	if err != nil {
		return nil, err
	}
	var only []string
	if kind != "" {
		only = []string{kind}
	}
	d := &voicesData{}
	rows, of := r.record.EntitiesIn(r.window(perPage), r.dial, r.FormValue("q"), only...)
	d.Voices, d.paging = rows, paged(r, perPage, of)
	f := field{Name: "type", Label: "Type", Value: kind, Kind: "select", Any: "any"}
	for _, t := range types {
		f.Options = append(f.Options, view.Option{Value: t, Name: view.TypeWords(t), Count: -1})
	}
	return &screen{Title: "Voices", Section: "voices", Template: "voices", Data: d, Table: view.EntityTable(d.Voices), Lists: true, Fields: []field{f, {Name: "q", Label: "Name", Value: r.FormValue("q")}}}, nil
}

type timelineData struct {
	paging
	Timeline   []view.Entry `json:"timeline"`
	Background int          `json:"background"` // entries told of only to recall them
	Folded     bool         `json:"-"`
	Unfold     string       `json:"-"`
	Fold       string       `json:"-"`
	Sorted     string       `json:"-"`
}

func timeline(m *room, r *request) (*screen, error) {
	status, err := r.choose("status", statuses...)
	if err != nil {
		return nil, err
	}
	fold, err := r.choose("background", "0", "1")
	if err != nil {
		return nil, err
	}
	sort, err := r.choose("sort", "time", "weight")
	if err != nil {
		return nil, err
	}
	d := &timelineData{Background: r.record.Background(), Folded: fold != "1", Unfold: with(r.URL, "background", "1"), Fold: with(r.URL, "background", ""), Sorted: sort}
	f := view.Told{Window: r.window(perPage), Status: status, Text: r.FormValue("q"), Events: d.Folded && (r.as == asHTML || r.as == asSVG) || fold == "0", Weight: sort == "weight"}
	if f.Between, err = view.Between(r.Since, r.Until); err != nil {
		return nil, err
	}
	record := r.record
	if r.Since != "" || r.Until != "" { // here the days are those of the events, not of the pages that tell them
		c := r.Choice
		c.Since, c.Until = "", ""
		if record, err = m.part(c); err != nil {
			return nil, err
		}
	}
	rows, of := record.TimelineOf(f)
	d.Timeline, d.paging = rows, paged(r, perPage, of)
	back := field{Name: "background", Label: "Background", Kind: "select", Any: "folded", Options: []view.Option{{Value: "1", Name: "shown", Count: d.Background}}}
	if fold == "1" {
		back.Value = "1"
	}
	return &screen{Title: "Timeline", Section: "timeline", Template: "timeline", Data: d, Table: view.TimelineTable(d.Timeline), Lists: true, Picture: &picture{"Timeline: " + cmp.Or(r.record.Overview(r.dial).Title, m.Name), func() template.HTML { return parts.Timeline(d.Timeline, 1100) }},
		Fields: []field{pick("status", "Status", "any", status, statuses...), back, pick("sort", "Order", "time", sort, "weight"), {Name: "q", Label: "Words", Value: r.FormValue("q")}}}, nil
}

// covering draws pages by day, to be taken along.
func covering(title string, c view.Coverage) *picture {
	if len(c.Days) == 0 {
		return nil
	}
	return &picture{title, func() template.HTML {
		return draw.Coverage("still", c, 1100, func(string, string) string { return "" })
	}}
}

type sourcesData struct {
	paging
	Outlets  []view.OutletRow `json:"outlets"`
	Pages    []view.PageRow   `json:"pages"`
	Origins  []view.Origin    `json:"origins"`
	Coverage view.Coverage    `json:"coverage"`
	About    view.Overview    `json:"-"`
}

const mostOrigins = 12

func sources(m *room, r *request) (*screen, error) {
	d := &sourcesData{About: r.record.Overview(r.dial), Outlets: r.record.OutletRows(r.dial), Origins: r.record.Origins(), Coverage: r.record.Coverage("")}
	rows, of := r.record.PageRowsIn(r.window(perPage), r.dial)
	d.Pages, d.paging = rows, paged(r, perPage, of)
	if r.as == asHTML {
		d.Origins = d.Origins[:min(len(d.Origins), mostOrigins)]
	}
	return &screen{Title: "Sources", Section: "sources", Template: "sources", Data: d, Table: view.PageTable(d.Pages), Lists: true, Picture: covering("Pages by day", d.Coverage)}, nil
}
