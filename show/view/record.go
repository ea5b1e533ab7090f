// Package view holds a record ready to be shown: the pages, their readings with what compare changed on them, and the findings, with
// an index over each list. It analyses nothing and reads no store; the wiring loads pages and findings and calls New once.
//
//	New([]Page{{ID: "nord-3", Reading: …}}, findings)
//	→ Statements(Filter{Speaker: "e7"})  one row: Ilse Marrow, "The port is shut", Radio Nord → Nordpress → Ilse Marrow, nord-3 bytes 120–180
//
// The structs of its rows are what every page's .json, every table's .csv, the report and the terminal are made from.
package view

import (
	"sort"
	"sync"

	"github.com/hearsay-news/hearsay/compare"
	"github.com/hearsay-news/hearsay/gather"
	"github.com/hearsay-news/hearsay/read"
	"github.com/hearsay-news/hearsay/text"
)

// Page is one page of the record as it is kept.
type Page struct {
	ID       string
	Source   string        // path or URL it came from
	SHA256   string        // of the original bytes, hex
	Bytes    int           // length of the original
	Versions []string      // ids of the other versions of the page, oldest first
	Added    string        // when it was added, RFC 3339 in UTC; "" where that is not known
	Skip     *gather.Skip  // why there is no reading
	Reading  *read.Reading // nil when skipped
}

// Hit is one search result. The wiring makes it from what the store finds.
type Hit struct {
	Page    string
	Span    text.Span // place of the found words in the page's text; empty when only the page is known
	Snippet string    // shown words; plain text
}

// Record is a whole record, ready to be shown. It is never changed after New; handlers may share it.
type Record struct {
	Findings *compare.Findings
	Pages    []Page // sorted by id

	pages      map[string]*entry
	entities   map[string]int
	statements map[string]int
	figures    map[string]int
	timeline   map[string]int
	copies     map[string]int
	relations  map[string]int
	terms      map[string]int
	origins    map[string]int
	stories    map[string]int
	spoken     map[string][]int  // statements in which an entity is the speaker or another voice
	plans      map[string][]int  // entries that become an entry
	aliases    map[string]string // ids that rows had
	original   map[string]string // page → id of the origin it goes back to
	order      orders
	quiet      []string          // of each entity that stands in no list: the only page that names it
	shelf      *shelf            // where it is kept, for a record that was not loaded; nil for one that was
	disputes   func() []Conflict // the strongest first
	ranked     func() []disputed // what they are made from

	kept struct { // answers that are asked for again and again
		sync.Mutex
		speakers  map[Dial][]int
		overviews map[Dial]Overview
	}
}

const mostKept = 8 // dials whose answers are kept

// entry is a page with everything that is looked up by its id.
type entry struct {
	Page
	found  *compare.Page // nil when compare says nothing of it
	points *text.Points  // nil when skipped

	statements, copies []int // rows with a place on the page, in order of their list
	figures, timeline  []item
	linked             []text.Span // other places that rows lead to: relations, disputes, roles, terms, evidence for other pages' dates
}

// item is one of the places of a row.
type item struct{ row, item int }

// New makes a record ready to be shown. The pages may come in any order; findings may be nil.
func New(pages []Page, findings *compare.Findings) *Record {
	if findings == nil {
		findings = &compare.Findings{}
	}
	r := &Record{Findings: findings, Pages: append([]Page(nil), pages...), pages: make(map[string]*entry, len(pages))}
	sort.SliceStable(r.Pages, func(i, j int) bool { return r.Pages[i].ID < r.Pages[j].ID })
	overlays := make(map[string]*compare.Overlay, len(findings.Overlays))
	for i := range findings.Overlays {
		overlays[findings.Overlays[i].Page] = &findings.Overlays[i]
	}
	for i := range r.Pages {
		p := &r.Pages[i]
		if p.Reading != nil && p.Skip == nil {
			p.Skip = p.Reading.Skip
		}
		if p.Skip != nil {
			p.Reading = nil
		}
		e := &entry{}
		if p.Reading != nil {
			p.Reading = overlaid(p.Reading, overlays[p.ID])
			e.points = text.NewPoints(p.Reading.Page.Text)
		}
		e.Page = *p
		r.pages[p.ID] = e
	}
	for i := range findings.Pages {
		if e := r.pages[findings.Pages[i].ID]; e != nil {
			e.found = &findings.Pages[i]
		}
	}
	r.entities = index(findings.Entities, func(x *compare.Entity) string { return x.ID })
	r.statements = index(findings.Statements, func(x *compare.Statement) string { return x.ID })
	r.figures = index(findings.Figures, func(x *compare.Figure) string { return x.ID })
	r.timeline = index(findings.Timeline, func(x *compare.Entry) string { return x.ID })
	r.copies = index(findings.Copies, func(x *compare.Copy) string { return x.ID })
	r.relations = index(findings.Relations, func(x *compare.Relation) string { return x.ID })
	r.terms = index(findings.Terms, func(x *compare.Term) string { return x.ID })
	r.origins = index(findings.Origins, func(x *compare.Origin) string { return x.ID })
	r.stories = index(findings.Stories, func(x *compare.Story) string { return x.ID })
	r.aliases = make(map[string]string, len(findings.Aliases))
	for _, a := range findings.Aliases {
		r.aliases[a.ID] = a.To
	}
	r.original = map[string]string{}
	for i := range findings.Origins {
		for _, page := range findings.Origins[i].Pages {
			r.original[page] = findings.Origins[i].ID
		}
	}
	r.tieRows()
	r.tieLinks()
	r.quiet = r.findQuiet()
	r.sortRows()
	r.ranked = sync.OnceValue(r.rank)
	r.disputes = sync.OnceValue(r.findConflicts)
	return r
}

func index[T any](rows []T, id func(*T) string) map[string]int {
	out := make(map[string]int, len(rows))
	for i := range rows {
		out[id(&rows[i])] = i
	}
	return out
}

// tieRows notes for every page and entity which rows speak of it.
func (r *Record) tieRows() {
	r.spoken, r.plans = map[string][]int{}, map[string][]int{}
	for i := range r.Findings.Statements {
		s := &r.Findings.Statements[i]
		for _, a := range s.Accounts {
			if e := r.pages[a.Page]; e != nil {
				e.statements = once(e.statements, i)
			}
		}
		if s.Speaker != "" {
			r.spoken[s.Speaker] = once(r.spoken[s.Speaker], i)
		}
		for _, voice := range s.Chain {
			r.spoken[voice] = once(r.spoken[voice], i)
		}
	}
	for i := range r.Findings.Figures {
		for k, entry := range r.Findings.Figures[i].Entries {
			if e := r.pages[entry.Page]; e != nil {
				e.figures = append(e.figures, item{i, k})
			}
		}
	}
	for i := range r.Findings.Timeline {
		t := &r.Findings.Timeline[i]
		if t.Becomes != "" {
			r.plans[t.Becomes] = append(r.plans[t.Becomes], i)
		}
		for k, p := range t.Supports {
			if e := r.pages[p.Page]; e != nil {
				e.timeline = append(e.timeline, item{i, k})
			}
		}
	}
	for i := range r.Findings.Copies {
		for _, p := range r.Findings.Copies[i].Spans {
			if e := r.pages[p.Page]; e != nil {
				e.copies = once(e.copies, i)
			}
		}
	}
}

// tieLinks notes for every page the places that further rows lead to.
func (r *Record) tieLinks() {
	link := func(places ...text.Place) {
		for _, p := range places {
			if e := r.pages[p.Page]; e != nil && !p.Empty() {
				e.linked = append(e.linked, p.Span)
			}
		}
	}
	for i := range r.Findings.Relations {
		link(r.Findings.Relations[i].Items...)
	}
	for i := range r.Findings.Timeline {
		for _, c := range r.Findings.Timeline[i].Conflicts {
			link(c.Items...)
		}
	}
	for i := range r.Findings.Entities {
		for _, role := range r.Findings.Entities[i].Roles {
			link(role.Places...)
		}
	}
	for i := range r.Findings.Terms {
		for _, u := range r.Findings.Terms[i].Uses {
			link(u.Place)
		}
	}
	for i := range r.Findings.Statements {
		link(r.Findings.Statements[i].Addressee...)
		link(r.Findings.Statements[i].Medium...)
	}
	for i := range r.Pages {
		for _, ev := range r.date(r.Pages[i].ID).Evidence {
			if ev.Page != "" {
				link(text.Place{Page: ev.Page, Span: ev.Span})
			}
		}
	}
}

// once appends a row number to a rising list unless it is its last.
func once(list []int, row int) []int {
	if n := len(list); n > 0 && list[n-1] == row {
		return list
	}
	return append(list, row)
}
