package view

import (
	"fmt"
	"maps"
	"slices"

	"github.com/hearsay-news/hearsay/compare"
	"github.com/hearsay-news/hearsay/keep"
)

// Dials are those that the pages offer: what costs a pass over everything is counted for them when the record is compared.
var Dials = []Dial{{Min: .9}, {Min: .7}, {Min: .5}, {Min: .9, All: true}, {Min: .7, All: true}, {Min: .5, All: true}}

// options are what statements can be chosen by, with counts.
type options struct {
	Speakers, Outlets, Stances, Kinds []Option
}

// mostLights is how many entries of the timeline are kept as the weightiest.
const mostLights = 64

// Rows returns the findings as they are kept: each row with what it is chosen and ordered by, and what costs a pass over everything.
func (r *Record) Rows() (rows []keep.Row, answers map[string]any) {
	f := r.Findings
	add := func(row keep.Row) { rows = append(rows, row) }
	for i := range f.Overlays {
		add(keep.Row{List: keep.Overlays, ID: f.Overlays[i].Page, Value: &f.Overlays[i]})
	}
	for _, i := range r.order.pages {
		e := r.pages[r.Pages[i].ID]
		if e.found != nil {
			add(keep.Row{List: keep.PagesFound, ID: e.ID, Value: e.found, Who: e.found.Outlet})
		}
	}
	for _, i := range r.order.pages {
		row := r.pageRow(r.pages[r.Pages[i].ID], Dial{Min: DefaultDial})
		add(keep.Row{List: keep.PageRows, ID: row.ID, Value: &row, Who: row.Outlet.ID, Size: row.Statements})
	}
	for _, i := range sorted(len(f.Stories), func(a, b int) int { return len(f.Stories[b].Pages) - len(f.Stories[a].Pages) }) {
		add(keep.Row{List: keep.Stories, ID: f.Stories[i].ID, Value: &f.Stories[i], Size: len(f.Stories[i].Pages)})
	}
	alone := map[string][]compare.Entity{}
	for i := range f.Entities {
		if page := r.quiet[i]; page != "" {
			alone[page] = append(alone[page], f.Entities[i])
		}
	}
	for _, page := range slices.Sorted(maps.Keys(alone)) {
		add(keep.SinglesRow(page, alone[page]))
	}
	for _, i := range r.speakers(Dial{Min: DefaultDial}) {
		e := &f.Entities[i]
		words := e.Name
		for _, v := range e.Variants {
			words += "\n" + v.Text
		}
		rows = append(rows, keep.EntityRows(keep.Row{List: keep.Entities, ID: e.ID, Kind: e.Type, Words: words, Size: r.said(e.ID, Dial{Min: DefaultDial})}, e)...)
	}
	for _, i := range r.order.statements {
		s := &f.Statements[i]
		row := keep.Row{List: keep.Statements, ID: s.ID, Value: s, Kind: string(s.Stance), Sub: string(s.Kind), Sure: s.Confidence, Speech: s.Stance.Speech(), Who: s.Speaker,
			Voices: voicesOf(s), Size: len(s.Accounts)}
		for k := range s.Accounts {
			row.Pages = append(row.Pages, s.Accounts[k].Page)
		}
		add(row)
	}
	for _, i := range r.order.figures {
		x := &f.Figures[i]
		row := keep.Row{List: keep.Figures, ID: x.ID, Value: x, Kind: string(x.Verdict), Size: len(x.Entries), Words: x.Counts + "\n" + x.Unit}
		for k := range x.Entries {
			row.Pages = append(row.Pages, x.Entries[k].Page)
		}
		add(row)
	}
	for _, i := range r.order.timeline {
		x := &f.Timeline[i]
		row := keep.Row{List: keep.Timeline, ID: x.ID, Value: x, Kind: string(x.Status), Size: len(x.Supports), Words: x.Title}
		if x.Background {
			row.Sub = recalled
		}
		if x.Becomes != "" {
			row.Voices = []string{x.Becomes} // its plans are looked up so
		}
		for _, p := range x.Supports {
			row.Pages = append(row.Pages, p.Page)
		}
		add(row)
	}
	for _, i := range r.order.copies {
		x := &f.Copies[i]
		row := keep.Row{List: keep.Copies, ID: x.ID, Value: x, Kind: x.Kind, Size: len(x.Spans)}
		for _, p := range x.Spans {
			row.Pages = append(row.Pages, p.Page)
		}
		add(row)
	}
	for i := range f.Relations {
		add(keep.Row{List: keep.Relations, ID: f.Relations[i].ID, Value: &f.Relations[i], Kind: f.Relations[i].Kind, Sub: f.Relations[i].Part})
	}
	for _, t := range r.Terms() {
		add(keep.Row{List: keep.Terms, ID: t.ID, Value: &f.Terms[r.terms[t.ID]]})
	}
	for _, o := range r.Origins() {
		x := &f.Origins[r.origins[o.ID]]
		add(keep.Row{List: keep.Origins, ID: o.ID, Value: x, Pages: x.Pages, Size: len(x.Pages)})
	}
	for i := range f.Faults {
		fault := f.Faults[i]
		fault.Stack = "" // for the log only: it holds addresses of one run
		add(keep.Row{List: keep.Faults, ID: fault.ID, Value: &fault})
	}
	add(keep.Row{List: keep.Compared, ID: "compared", Value: &f.Compared})
	r.conflictRows(add)
	for i := range f.Mends {
		add(keep.Row{List: keep.MendsMet, ID: f.Mends[i].ID, Value: &f.Mends[i], Kind: string(f.Mends[i].Kind), Who: f.Mends[i].Row})
	}
	for i := range f.Prints {
		add(keep.Row{List: keep.Prints, ID: f.Prints[i].ID, Value: &f.Prints[i]})
	}
	for i := range f.Aliases {
		add(keep.Row{List: keep.Aliases, ID: f.Aliases[i].ID, Value: &f.Aliases[i]})
	}
	return rows, r.answers()
}

// findQuiet finds the entities that one page alone names and that have no voice: they stand on their page, and in no list. Of each the page is noted.
func (r *Record) findQuiet() []string {
	out := make([]string, len(r.Findings.Entities))
	loud := map[string]bool{}
	for i := range r.Findings.Pages {
		loud[r.Findings.Pages[i].Outlet] = true
	}
	for i := range r.Findings.Terms {
		loud[r.Findings.Terms[i].Entity] = true
	}
	for i := range r.Findings.Mends {
		loud[r.Findings.Mends[i].Row] = true
	}
	for i := range r.Findings.Entities {
		if e := &r.Findings.Entities[i]; len(r.spoken[e.ID]) == 0 && !loud[e.ID] {
			out[i] = onlyPage(e)
		}
	}
	return out
}

// onlyPage is the page that holds all places of an entity; "" where there are several, or none.
func onlyPage(e *compare.Entity) string {
	page := ""
	for _, m := range e.Mentions {
		if page != "" && m.Page != page {
			return ""
		}
		page = m.Page
	}
	for _, role := range e.Roles {
		for _, p := range role.Places {
			if page != "" && p.Page != page {
				return ""
			}
			page = p.Page
		}
	}
	return page
}

func voicesOf(s *compare.Statement) []string {
	if s.Speaker == "" {
		return s.Chain
	}
	return append([]string{s.Speaker}, s.Chain...)
}

// conflictRows lists conflicts in the order in which they are shown, each with what it is made from.
func (r *Record) conflictRows(add func(keep.Row)) {
	list := r.ranked()
	for i := range list {
		c := &list[i]
		row := keep.Row{List: keep.Conflicts, ID: fmt.Sprintf("%s %d", c.ID, c.N), Value: &c.disputeRef, Kind: c.kind, Sub: c.part, Speech: c.differs()}
		for _, p := range c.places {
			row.Pages = append(row.Pages, p.Page)
		}
		add(row)
	}
}

// answers are what costs a pass over everything.
func (r *Record) answers() map[string]any {
	out := map[string]any{}
	for _, d := range Dials {
		o := r.Overview(d)
		out["overview "+name(d)] = &o
		list := r.Statements(Filter{Dial: d, Window: Window{Limit: 1}})
		out["options "+name(d)] = &options{list.Speakers, list.Outlets, list.Stances, list.Kinds}
	}
	agreements := r.Agreements()
	out["agreements"] = &agreements
	lights := r.lights(mostLights)
	ids := make([]string, len(lights))
	for n, i := range lights {
		ids[n] = r.Findings.Timeline[i].ID
	}
	out["highlights"] = &ids
	return out
}

func name(d Dial) string { return fmt.Sprintf("%.2f %v", d.Min, d.All) }
