package view

import (
	"slices"
	"strings"

	"github.com/hearsay-news/hearsay/compare"
	"github.com/hearsay-news/hearsay/gather"
	"github.com/hearsay-news/hearsay/keep"
	"github.com/hearsay-news/hearsay/text"
)

// mostWhere is how many mentions of an entity are shown with it; the export holds them all.
const mostWhere = 200

func damaged(err error) *gather.Skip {
	return &gather.Skip{Reason: gather.Unreadable, Detail: err.Error()}
}

// statements answers Statements.
func (s *shelf) statements(f Filter) List {
	q := keep.Query{List: keep.Statements, Kind: f.Stance, Sub: f.Kind, Min: f.Min, Speech: !f.All, Who: f.Speaker, Voice: f.Entity, Called: f.Voice, Outlet: f.Outlet,
		Page: f.Page, From: f.From, N: f.Limit}
	out := List{}
	if words := OneLine(f.Text); words != "" {
		out = s.saying(q, strings.ToLower(words))
	} else {
		found := s.find(q)
		out.Total, out.Shown, out.Hidden = found.Total, found.Shown, found.Total-found.Shown
		out.Statements = s.rows(found.IDs)
	}
	var o options
	s.answer("options ", f.Dial, &o)
	out.Speakers, out.Outlets, out.Stances, out.Kinds = s.with(o.Speakers, f.Speaker), s.with(o.Outlets, f.Outlet), o.Stances, o.Kinds
	return out
}

// with adds a value that was chosen to those that can be chosen.
func (s *shelf) with(list []Option, chosen string) []Option {
	if chosen == "" || slices.ContainsFunc(list, func(o Option) bool { return o.Value == chosen }) {
		return list
	}
	f := &compare.Findings{}
	if s.fail(s.from.Get([]string{chosen}, f)) || len(f.Entities) == 0 {
		return list
	}
	return append(list, Option{Value: chosen, Name: f.Entities[0].Name, Count: s.find(keep.Query{List: keep.Statements, Who: chosen, N: 1}).Total})
}

func (s *shelf) rows(ids []string) []Statement {
	r := s.part(ids)
	out := make([]Statement, 0, len(ids))
	for _, id := range ids {
		if row, ok := r.Statement(id); ok {
			out = append(out, row)
		}
	}
	return out
}

// batch is how many rows are looked through at once.
const batch = 200

// saying chooses statements by words of their content: those on pages with the words in a line are looked through.
func (s *shelf) saying(q keep.Query, needle string) List {
	out := List{Statements: []Statement{}}
	q.Words = needle
	dial, window := Dial{Min: q.Min, All: !q.Speech}, Window{From: q.From, Limit: q.N}
	q.Min, q.Speech, q.From, q.N = 0, false, 0, 0
	var chosen []string
	for list := s.find(q).IDs; len(list) > 0; list = list[min(batch, len(list)):] {
		ids := list[:min(batch, len(list))]
		r := s.part(ids)
		for _, id := range ids {
			i, ok := r.statements[id]
			if !ok || !r.says(&r.Findings.Statements[i], needle) {
				continue
			}
			out.Total++
			if dial.shows(&r.Findings.Statements[i]) {
				chosen = append(chosen, id)
			}
		}
	}
	out.Shown, out.Hidden = len(chosen), out.Total-len(chosen)
	from := min(max(window.From, 0), len(chosen))
	to := len(chosen)
	if window.Limit > 0 {
		to = min(to, from+window.Limit)
	}
	out.Statements = s.rows(chosen[from:to])
	return out
}

// answer reads what was counted for a dial, or for the nearest one for which it was.
func (s *shelf) answer(what string, d Dial, into any) {
	near := d
	near.Min = Dials[0].Min
	for _, offered := range Dials {
		if offered.Min >= d.Min {
			near.Min = offered.Min
		}
	}
	_, err := s.from.Answer(what+name(near), into)
	s.fail(err)
}

func (s *shelf) overview(d Dial) Overview {
	o := Overview{Outlets: []Option{}, Faults: []Fault{}}
	s.answer("overview ", d, &o)
	if o.Faults == nil {
		o.Faults = []Fault{}
	}
	if !slices.Contains(Dials, d) {
		found := s.find(keep.Query{List: keep.Statements, Min: d.Min, Speech: !d.All, N: 1})
		o.Statements, o.Hidden = found.Shown, found.Total-found.Shown
	}
	return o
}

func window(q keep.Query, w Window) keep.Query {
	q.From, q.N = w.From, w.Limit
	return q
}

func (s *shelf) figures(w Window, verdict, text string) ([]Figure, int) {
	found := s.find(window(keep.Query{List: keep.Figures, Kind: verdict, Called: OneLine(text)}, w))
	r := s.part(found.IDs)
	return shownRows(found.IDs, r.Figure), found.Total
}

func shownRows[T any](ids []string, row func(string) (T, bool)) []T {
	out := make([]T, 0, len(ids))
	for _, id := range ids {
		if x, ok := row(id); ok {
			out = append(out, x)
		}
	}
	return out
}

func (s *shelf) timeline(w Window, status, text string) ([]Entry, int) {
	found := s.find(window(keep.Query{List: keep.Timeline, Kind: status, Called: OneLine(text)}, w))
	r := s.part(found.IDs)
	return shownRows(found.IDs, r.Entry), found.Total
}

func (s *shelf) highlights(n int) []Entry {
	var ids []string
	_, err := s.from.Answer("highlights", &ids)
	s.fail(err)
	ids = ids[:min(n, len(ids))]
	r := s.part(ids)
	out := r.Timeline("", "")
	return slices.DeleteFunc(out, func(e Entry) bool { return !slices.Contains(ids, e.ID) })
}

func (s *shelf) copies(w Window, kind string) ([]Copy, int) {
	found := s.find(window(keep.Query{List: keep.Copies, Kind: kind}, w))
	r := s.part(found.IDs)
	return shownRows(found.IDs, r.Copy), found.Total
}

func (s *shelf) origins(w Window) ([]Origin, int) {
	found := s.find(window(keep.Query{List: keep.Origins}, w))
	f := &compare.Findings{}
	s.fail(s.from.Get(found.IDs, f))
	at := map[string]*compare.Origin{}
	for i := range f.Origins {
		at[f.Origins[i].ID] = &f.Origins[i]
	}
	out := []Origin{}
	for _, id := range found.IDs {
		o := at[id]
		if o == nil {
			continue
		}
		row := Origin{ID: o.ID, Why: o.Why, Pages: []PageRow{}}
		for _, page := range o.Pages {
			if p, ok := s.pageRow(page, Dial{Min: DefaultDial}); ok {
				row.Pages = append(row.Pages, p)
			}
		}
		sortPages(row.Pages)
		out = append(out, row)
	}
	return out, found.Total
}

// pageRow reads a page as it is listed.
func (s *shelf) pageRow(id string, d Dial) (PageRow, bool) {
	var row PageRow
	ok, err := s.from.Value(keep.PageRows, id, &row)
	if s.fail(err) || !ok {
		return PageRow{}, false
	}
	if row.Versions == nil {
		row.Versions = []string{}
	}
	if d != (Dial{Min: DefaultDial}) {
		row.Statements = s.find(keep.Query{List: keep.Statements, Page: id, Min: d.Min, Speech: !d.All, N: 1}).Shown
	}
	return row, true
}

func (s *shelf) pageRows(w Window, d Dial) ([]PageRow, int) {
	found := s.find(window(keep.Query{List: keep.PageRows}, w))
	return shownRows(found.IDs, func(id string) (PageRow, bool) { return s.pageRow(id, d) }), found.Total
}

func (s *shelf) terms(w Window) ([]Term, int) {
	found := s.find(window(keep.Query{List: keep.Terms}, w))
	r := s.part(found.IDs)
	return shownRows(found.IDs, func(id string) (Term, bool) {
		i, ok := r.terms[id]
		if !ok {
			return Term{}, false
		}
		return r.term(&r.Findings.Terms[i]), true
	}), found.Total
}

// counted fetches what was counted over everything.
func (s *shelf) counted(name string, into any) bool {
	found, err := s.from.Answer(name, into)
	return !s.fail(err) && found
}

// conflicts makes the conflicts that a query chooses from the rows that they are about.
func (s *shelf) conflicts(q keep.Query) []Conflict {
	q.List = keep.Conflicts
	found := s.find(q)
	refs := make([]disputeRef, len(found.IDs))
	ids := map[string]bool{}
	for i, id := range found.IDs {
		_, err := s.from.Value(keep.Conflicts, id, &refs[i])
		s.fail(err)
		ids[refs[i].ID] = true
		for _, id := range refs[i].More {
			ids[id] = true
		}
	}
	r := s.part(sortedSet(ids))
	out := make([]Conflict, 0, len(refs))
	for _, ref := range refs {
		if c, ok := r.dispute(ref); ok {
			out = append(out, c)
		}
	}
	return out
}

func (s *shelf) stories() (shared []compare.Story, alone int) {
	found := s.find(keep.Query{List: keep.Stories, Least: 2})
	f := &compare.Findings{}
	s.fail(s.from.Get(found.IDs, f))
	at := map[string]compare.Story{}
	for _, x := range f.Stories {
		at[x.ID] = x
	}
	for _, id := range found.IDs {
		if x, ok := at[id]; ok {
			shared = append(shared, x)
		}
	}
	return shared, s.find(keep.Query{List: keep.Stories, N: 1}).Total - len(shared)
}

// entities answers EntitiesIn: those who speak most at the default dial first.
func (s *shelf) entities(w Window, d Dial, query string, types []string) ([]Entity, int) {
	found := s.find(window(keep.Query{List: keep.Entities, Kinds: types, Called: OneLine(query)}, w))
	f := &compare.Findings{}
	s.fail(s.from.Get(found.IDs, f))
	s.fail(s.from.Get(found.IDs, f, keep.Mentions))
	pages := map[string]bool{}
	for i := range f.Entities {
		for _, role := range f.Entities[i].Roles {
			for _, p := range role.Places[:min(len(role.Places), mostPlaces)] {
				pages[p.Page] = true
			}
		}
	}
	var list []Page
	for _, id := range sortedSet(pages) {
		if p := s.page(id, false); p != nil {
			list = append(list, *p)
		}
	}
	r := New(list, f)
	return shownRows(found.IDs, func(id string) (Entity, bool) {
		i, ok := r.entities[id]
		if !ok {
			return Entity{}, false
		}
		e := r.entity(&r.Findings.Entities[i], d, mostPlaces)
		e.Statements = s.find(keep.Query{List: keep.Statements, Voice: id, Min: d.Min, Speech: !d.All, N: 1}).Shown
		return e, true
	}), found.Total
}

func (s *shelf) entity(id string, d Dial, w Window) (EntityPage, bool) {
	said := s.find(window(keep.Query{List: keep.Statements, Voice: id, Min: d.Min, Speech: !d.All}, w))
	f := &compare.Findings{}
	s.fail(s.from.Get([]string{id}, f))
	s.fail(s.from.Get([]string{id}, f, keep.Mentions))
	if len(f.Entities) == 0 {
		return EntityPage{}, false
	}
	pages := map[string]bool{}
	for _, m := range f.Entities[0].Mentions[:min(len(f.Entities[0].Mentions), mostWhere)] {
		pages[m.Page] = true
	}
	for _, role := range f.Entities[0].Roles {
		for _, p := range role.Places {
			pages[p.Page] = true
		}
	}
	var list []Page
	for _, page := range sortedSet(pages) {
		if p := s.page(page, false); p != nil {
			list = append(list, *p)
		}
	}
	out, ok := New(list, f).Entity(id, d, Window{})
	out.Said, out.Statements = s.rows(said.IDs), said.Shown
	return out, ok
}

// mostOnPage are the lists whose rows a page is shown with.
var onPage = []keep.List{keep.Statements, keep.Figures, keep.Timeline, keep.Copies}

// whole is the record as far as some pages tell it.
func (s *shelf) whole(pages ...string) *Record {
	var ids []string
	for _, p := range pages {
		found, err := s.from.OnPage(p, onPage...)
		s.fail(err)
		ids = append(ids, found...)
	}
	slices.Sort(ids)
	return s.part(slices.Compact(ids), pages...)
}

func (s *shelf) pair(a, b string, d Dial) (Pair, bool) {
	r := s.whole(a, b)
	origins, err := s.from.OnPage(a, keep.Origins)
	if !s.fail(err) {
		s.fail(s.from.Get(origins, r.Findings))
	}
	var both []Conflict
	for _, c := range s.conflicts(keep.Query{Page: a}) {
		if slices.ContainsFunc(c.Items, func(x Support) bool { return x.Place.Page == b }) {
			both = append(both, c)
		}
	}
	r.disputes = func() []Conflict { return both }
	return r.Pair(a, b, d)
}

func (s *shelf) has(page string) bool {
	_, found, err := s.from.Page(page)
	return !s.fail(err) && found
}

// why explains a row: the pages that carry a statement are read with what was found on them, since the reasons stand there.
func (s *shelf) why(id string) (Why, bool) {
	f := &compare.Findings{}
	s.fail(s.from.Get([]string{id}, f))
	var whole []string
	for i := range f.Statements {
		for _, a := range f.Statements[i].Accounts {
			whole = append(whole, a.Page)
		}
	}
	if s.has(id) {
		whole = append(whole, id)
	}
	r := s.part([]string{id}, whole...)
	if len(f.Entities) > 0 {
		s.fail(s.from.Get([]string{id}, r.Findings, keep.Mentions))
		r = s.again(r)
	}
	s.fail(s.from.Get(s.find(keep.Query{List: keep.MendsMet, Who: id}).IDs, r.Findings, keep.MendsMet))
	return r.Why(id)
}

// again makes a part anew whose entities have mentions now.
func (s *shelf) again(r *Record) *Record {
	pages := pagesOf(r.Findings)
	var list []Page
	for _, id := range sortedSet(pages) {
		if p := s.page(id, false); p != nil {
			list = append(list, *p)
		}
	}
	return New(list, r.Findings)
}

func (s *shelf) passage(page string, d Dial, at []text.Span) []Block {
	return s.whole(page).Passage(page, d, at)
}
