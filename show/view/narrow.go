package view

import (
	"fmt"
	"slices"
	"strings"

	"github.com/hearsay-news/hearsay/compare"
	"github.com/hearsay-news/hearsay/read/times"
	"github.com/hearsay-news/hearsay/text"
)

// Choice chooses pages of a record. What is written is what those pages carry: a row keeps the places on them and goes when it has none.
//
//	Choice{Outlet: "Radio Nord", Since: day}  pages of that outlet that may have come out on the day or later, with their rows
type Choice struct {
	Stories  []string
	Pages    []string
	Outlet   string // id, name, or a part of the name
	By       string // id or name of a voice: pages that carry words of this voice, and of statements and figures only those
	Since    string // ISO day, month or year: pages that came out then or later
	Until    string // the same, then or earlier
	NewSince string // ISO day or time: pages that were added to the record then or later
}

// Empty says whether the filter leaves everything.
func (f Choice) Empty() bool {
	return len(f.Stories) == 0 && len(f.Pages) == 0 && f.Outlet == "" && f.By == "" && f.Since == "" && f.Until == "" && f.NewSince == ""
}

// Wrong is a filter that can choose nothing of a record: what was asked for is not there, and Hint says what is.
type Wrong struct{ What, Hint string }

func (w *Wrong) Error() string { return w.What }

// part is what a filter leaves of a record.
type part struct {
	r          *Record
	f          Choice
	pages      map[string]bool
	voices     map[string]bool // nil: every voice
	statements map[string]bool // those that are left
	undated    int
}

// Narrow returns the part of a record that a filter leaves, as a record of its own, and how many pages stayed out because nobody knows when
// they came out. Ids stay what they are.
func Narrow(r *Record, f Choice) (narrowed *Record, undated int, err error) {
	if f.Empty() {
		return r, 0, nil
	}
	r = r.all()
	p := &part{r: r, f: f, statements: map[string]bool{}}
	if err := p.choosePages(); err != nil {
		return nil, 0, err
	}
	if err := p.chooseVoices(); err != nil {
		return nil, 0, err
	}
	var pages []Page
	for _, page := range r.Pages {
		if p.pages[page.ID] {
			page.Versions = p.ids(page.Versions)
			pages = append(pages, page)
		}
	}
	return New(pages, p.findings()), p.undated, nil
}

func (p *part) choosePages() error {
	stories, err := p.storyPages()
	if err != nil {
		return err
	}
	for _, id := range p.f.Pages {
		if !p.r.HasPage(id) {
			return &Wrong{fmt.Sprintf("no page %q", id), "hearsay pages lists the ids"}
		}
	}
	since, err := dayOf(p.f.Since, false)
	if err != nil {
		return err
	}
	until, err := dayOf(p.f.Until, true)
	if err != nil {
		return err
	}
	outlet, err := p.outlet()
	if err != nil {
		return err
	}
	if _, err := dayOf(p.f.NewSince[:min(len(p.f.NewSince), 10)], false); err != nil {
		return err
	}
	p.pages = map[string]bool{}
	for i := range p.r.Pages {
		id := p.r.Pages[i].ID
		if p.f.NewSince != "" && p.r.Pages[i].Added < p.f.NewSince {
			continue
		}
		if stories != nil && !stories[id] || len(p.f.Pages) > 0 && !slices.Contains(p.f.Pages, id) || outlet != "" && p.r.Outlet(id).Name != outlet {
			continue
		}
		if p.f.Since != "" || p.f.Until != "" {
			when := p.r.Published(id).Interval
			if !when.Known() {
				p.undated++
				continue
			}
			if since.Known && when.Latest.Known && when.Latest.Day < since.Day || until.Known && when.Earliest.Known && when.Earliest.Day > until.Day {
				continue
			}
		}
		p.pages[id] = true
	}
	return nil
}

// storyPages returns the pages of the chosen stories; nil where none is chosen.
func (p *part) storyPages() (map[string]bool, error) {
	if len(p.f.Stories) == 0 {
		return nil, nil
	}
	out := map[string]bool{}
	for _, id := range p.f.Stories {
		i := slices.IndexFunc(p.r.Findings.Stories, func(s compare.Story) bool { return s.ID == id })
		if i < 0 {
			var ids []string
			for _, s := range p.r.Findings.Stories {
				ids = append(ids, s.ID)
			}
			return nil, &Wrong{fmt.Sprintf("no story %q", id), "the record has " + few(ids)}
		}
		for _, page := range p.r.Findings.Stories[i].Pages {
			out[page] = true
		}
	}
	return out, nil
}

// outlet returns the name of the outlet that is meant; "" where none is asked for. The whole name goes before a part of one.
func (p *part) outlet() (string, error) {
	if p.f.Outlet == "" {
		return "", nil
	}
	var names []string
	inPart := ""
	for _, o := range p.r.Overview(Dial{}).Outlets {
		if strings.EqualFold(o.Name, p.f.Outlet) || o.Value == p.f.Outlet {
			return o.Name, nil
		}
		if inPart == "" && strings.Contains(strings.ToLower(o.Name), strings.ToLower(p.f.Outlet)) {
			inPart = o.Name
		}
		names = append(names, o.Name)
	}
	if inPart == "" {
		return "", &Wrong{fmt.Sprintf("no outlet %q", p.f.Outlet), Nearest(p.f.Outlet, names, "the record has "+few(names))}
	}
	return inPart, nil
}

// chooseVoices keeps to the pages that carry words of the voice.
func (p *part) chooseVoices() error {
	if p.f.By == "" {
		return nil
	}
	p.voices = map[string]bool{}
	if _, ok := p.r.entities[p.f.By]; ok {
		p.voices[p.f.By] = true
	} else {
		for _, e := range p.r.Entities(Dial{}, p.f.By) {
			p.voices[e.ID] = true
		}
	}
	if len(p.voices) == 0 {
		var names []string
		for _, e := range p.r.Entities(Dial{}, "") {
			names = append(names, e.Name)
		}
		return &Wrong{fmt.Sprintf("no voice %q", p.f.By), Nearest(p.f.By, names, "hearsay said lists who speaks")}
	}
	carry := map[string]bool{}
	for i := range p.r.Findings.Statements {
		s := &p.r.Findings.Statements[i]
		if p.spoken(s) {
			for _, a := range s.Accounts {
				carry[a.Page] = carry[a.Page] || p.pages[a.Page]
			}
		}
	}
	p.pages = carry
	return nil
}

func (p *part) spoken(s *compare.Statement) bool {
	return p.voices == nil || p.voices[s.Speaker] || slices.ContainsFunc(s.Chain, func(id string) bool { return p.voices[id] })
}

// findings cuts every list down to the chosen pages.
func (p *part) findings() *compare.Findings {
	f := p.r.Findings
	out := &compare.Findings{Compared: f.Compared, Faults: f.Faults}
	out.Statements = rowsOf(f.Statements, p.statement)
	for i := range out.Statements {
		p.statements[out.Statements[i].ID] = true
	}
	out.Figures = rowsOf(f.Figures, p.figure)
	out.Timeline = rowsOf(f.Timeline, p.entry)
	out.Copies = rowsOf(f.Copies, func(c compare.Copy) (compare.Copy, bool) {
		c.Spans = p.places(c.Spans)
		if !p.pages[c.Origin] {
			c.Origin = ""
		}
		return c, len(c.Spans) > 1
	})
	out.Terms = rowsOf(f.Terms, func(t compare.Term) (compare.Term, bool) {
		t.Uses = slices.DeleteFunc(slices.Clone(t.Uses), func(u compare.Use) bool { return !p.pages[u.Page] })
		return t, len(t.Uses) > 0
	})
	out.Pages = rowsOf(f.Pages, p.page)
	out.Stories = rowsOf(f.Stories, func(s compare.Story) (compare.Story, bool) {
		s.Pages = p.ids(s.Pages)
		return s, len(s.Pages) > 0
	})
	out.Origins = rowsOf(f.Origins, func(o compare.Origin) (compare.Origin, bool) {
		o.Pages = p.ids(o.Pages)
		return o, len(o.Pages) > 1
	})
	out.Entities = p.entities(out)
	held := map[string]bool{}
	for i := range out.Statements {
		held[out.Statements[i].ID] = true
	}
	for i := range out.Figures {
		held[out.Figures[i].ID] = true
	}
	for i := range out.Timeline {
		held[out.Timeline[i].ID] = true
	}
	out.Relations = rowsOf(f.Relations, func(x compare.Relation) (compare.Relation, bool) {
		whole := len(x.Items)
		x.Items = p.places(x.Items)
		return x, len(x.Items) == whole && held[x.Row] && (x.Other == "" || held[x.Other])
	})
	for i := range out.Timeline {
		if !held[out.Timeline[i].Becomes] {
			out.Timeline[i].Becomes = ""
		}
	}
	return out
}

// page keeps the reasons of a date that stand on other pages, but not their places there.
func (p *part) page(page compare.Page) (compare.Page, bool) {
	page.Published.Evidence = slices.Clone(page.Published.Evidence)
	for i, e := range page.Published.Evidence {
		if e.Page != "" && !p.pages[e.Page] {
			page.Published.Evidence[i].Span = text.Span{}
		}
	}
	return page, p.pages[page.ID]
}

func (p *part) statement(s compare.Statement) (compare.Statement, bool) {
	if !p.spoken(&s) {
		return s, false
	}
	s.Accounts = slices.DeleteFunc(slices.Clone(s.Accounts), func(a compare.Account) bool { return !p.pages[a.Page] })
	s.Addressee, s.Medium = p.places(s.Addressee), p.places(s.Medium)
	if len(s.Accounts) == 1 {
		s.Relation = compare.Single
	}
	return s, len(s.Accounts) > 0
}

func (p *part) figure(f compare.Figure) (compare.Figure, bool) {
	whole := len(f.Entries)
	f.Entries = slices.DeleteFunc(slices.Clone(f.Entries), func(e compare.FigureEntry) bool {
		return !p.pages[e.Page] || p.voices != nil && !p.statements[e.Statement]
	})
	switch n := whole - len(f.Entries); {
	case n > 0 && len(f.Entries) == 1:
		f.Verdict, f.Why = compare.Alone, ""
	case n > 0:
		f.Why += fmt.Sprintf(" (the verdict holds for all %d entries of the record)", whole)
	}
	return f, len(f.Entries) > 0
}

func (p *part) entry(e compare.Entry) (compare.Entry, bool) {
	e.Supports = p.places(e.Supports)
	e.Conflicts = rowsOf(e.Conflicts, func(c compare.Conflict) (compare.Conflict, bool) {
		whole := len(c.Items)
		c.Items = p.places(c.Items)
		return c, len(c.Items) == whole
	})
	return e, len(e.Supports) > 0
}

// entities keeps those that the chosen pages name or that another row leads to.
func (p *part) entities(f *compare.Findings) []compare.Entity {
	needed := map[string]bool{}
	for i := range f.Statements {
		s := &f.Statements[i]
		needed[s.Speaker] = true
		for _, id := range s.Chain {
			needed[id] = true
		}
		for _, a := range s.Accounts {
			for _, id := range a.Chain {
				needed[id] = true
			}
		}
	}
	for i := range f.Pages {
		needed[f.Pages[i].Outlet] = true
	}
	for i := range f.Terms {
		needed[f.Terms[i].Entity] = true
	}
	return rowsOf(p.r.Findings.Entities, func(e compare.Entity) (compare.Entity, bool) {
		e.Mentions = slices.DeleteFunc(slices.Clone(e.Mentions), func(m compare.Mention) bool { return !p.pages[m.Page] })
		e.Roles = rowsOf(e.Roles, func(role compare.Role) (compare.Role, bool) {
			role.Places = p.places(role.Places)
			return role, len(role.Places) > 0
		})
		return e, len(e.Mentions) > 0 || needed[e.ID]
	})
}

func (p *part) places(places []text.Place) []text.Place {
	return slices.DeleteFunc(slices.Clone(places), func(at text.Place) bool { return !p.pages[at.Page] })
}

func (p *part) ids(pages []string) []string {
	return slices.DeleteFunc(slices.Clone(pages), func(id string) bool { return !p.pages[id] })
}

// rowsOf cuts every row and keeps those of which something is left.
func rowsOf[Row any](rows []Row, cut func(Row) (Row, bool)) []Row {
	var out []Row
	for _, row := range rows {
		if left, ok := cut(row); ok {
			out = append(out, left)
		}
	}
	return out
}

// few names the first values of a list.
func few(names []string) string {
	if len(names) > 12 {
		return strings.Join(names[:12], ", ") + fmt.Sprintf(" and %d more", len(names)-12)
	}
	return strings.Join(names, ", ")
}

// Between reads two days, months or years as the time from the first to the end of the second; "" leaves that side open. A value that is none is a Wrong.
func Between(since, until string) (times.Interval, error) {
	var out times.Interval
	var err error
	if out.Earliest, err = dayOf(since, false); err != nil {
		return out, err
	}
	if out.Latest, err = dayOf(until, true); err != nil {
		return out, err
	}
	out.Grain = times.ADay
	return out, nil
}

// dayOf reads "2023", "2023-03" or "2023-03-21" as its first day, or its last.
func dayOf(s string, last bool) (times.Moment, error) {
	if s == "" {
		return times.Moment{}, nil
	}
	var y, m, d int
	wrong := &Wrong{fmt.Sprintf("no day %q", s), "write 2023-03-21, 2023-03 or 2023"}
	switch n, _ := fmt.Sscanf(s+"-", "%4d-%2d-%2d-", &y, &m, &d); {
	case len(s) == 4 && n >= 1:
		m, d = 1, 1
		if last {
			m, d = 12, 31
		}
	case len(s) == 7 && n >= 2 && m >= 1 && m <= 12:
		d = 1
		if last {
			year, month, day := (times.NewDay(y+m/12, m%12+1, 1) - 1).Civil()
			y, m, d = year, month, day
		}
	case len(s) == 10 && n == 3:
	default:
		return times.Moment{}, wrong
	}
	day := times.NewDay(y, m, d)
	if y2, m2, d2 := day.Civil(); y2 != y || m2 != m || d2 != d {
		return times.Moment{}, wrong
	}
	return times.On(day), nil
}
