package view

import (
	"errors"
	"slices"
	"sync"

	"github.com/hearsay-news/hearsay/compare"
	"github.com/hearsay-news/hearsay/keep"
	"github.com/hearsay-news/hearsay/text"
)

// shelf is what a record answers from that stays where it is kept: each answer takes the rows of its window, and the pages and names that those speak
// of, and shows this small part as it would show the whole.
//
//	Statements(Filter{Speaker: "e7", Window: Window{Limit: 100}})  →  100 rows, their 80 pages without what else those say, 12 names
type shelf struct {
	from keep.Snapshot
	load func() (*Record, error) // everything

	mu    sync.Mutex
	pages map[string]*Page // that were fetched for this answer, without what was found on them
	err   error
}

// Open makes a record that answers from a snapshot of where it is kept. What goes wrong while it answers is told by Err.
// Load makes the whole record, for answers that need all of it.
func Open(from keep.Snapshot, load func() (*Record, error)) *Record {
	return &Record{Findings: &compare.Findings{}, shelf: &shelf{from: from, pages: map[string]*Page{}, load: sync.OnceValues(load)}}
}

// all is the record with everything in it: for answers that no window gives.
func (r *Record) all() *Record {
	if r.shelf == nil {
		return r
	}
	whole, err := r.shelf.load()
	if r.shelf.fail(err) {
		return New(nil, nil)
	}
	return whole
}

// Kept says whether the record stays where it is kept, and was not loaded.
func (r *Record) Kept() bool { return r.shelf != nil }

// Err says what went wrong while the record answered; nil for nothing.
func (r *Record) Err() error {
	if r.shelf == nil {
		return nil
	}
	r.shelf.mu.Lock()
	defer r.shelf.mu.Unlock()
	return r.shelf.err
}

func (s *shelf) fail(err error) bool {
	if err == nil {
		return false
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.err == nil {
		s.err = err
	}
	return true
}

func (s *shelf) find(q keep.Query) keep.Found {
	found, err := s.from.Find(q)
	s.fail(err)
	return found
}

// part is the record as far as some rows, and some whole pages, need it.
func (s *shelf) part(ids []string, whole ...string) *Record {
	f := &compare.Findings{}
	s.fail(s.from.Get(ids, f))
	s.fail(s.from.Get(s.tied(f), f))
	pages := pagesOf(f)
	for _, id := range whole {
		pages[id] = true
	}
	s.tellers(f)
	s.fail(s.from.Get(sortedSet(pages), f))
	for _, p := range f.Pages {
		if slices.Contains(whole, p.ID) {
			for _, e := range p.Published.Evidence {
				if e.Page != "" && !pages[e.Page] {
					pages[e.Page] = true
					s.fail(s.from.Get([]string{e.Page}, f))
				}
			}
		}
	}
	s.fail(s.from.Get(namesOf(f), f))
	unique(f)
	var list []Page
	for _, id := range sortedSet(pages) {
		if p := s.page(id, slices.Contains(whole, id)); p != nil {
			list = append(list, *p)
		}
	}
	return New(list, f)
}

// light is the record as far as it tells of one page, without what was found in its text.
func (s *shelf) light(page string) *Record {
	f := &compare.Findings{}
	s.fail(s.from.Get([]string{page}, f))
	s.fail(s.from.Get(namesOf(f), f))
	var list []Page
	if p := s.page(page, false); p != nil {
		list = append(list, *p)
	}
	return New(list, f)
}

// tied are the rows that some rows name: what a plan became, its plans, the rows of a relation.
func (s *shelf) tied(f *compare.Findings) []string {
	var out []string
	for i := range f.Timeline {
		if b := f.Timeline[i].Becomes; b != "" {
			out = append(out, b)
		}
		out = append(out, s.find(keep.Query{List: keep.Timeline, Voice: f.Timeline[i].ID}).IDs...)
	}
	for i := range f.Relations {
		out = append(out, f.Relations[i].Row)
	}
	return out
}

// tellers adds the statements that tell figures, as far as their speaker.
func (s *shelf) tellers(f *compare.Findings) {
	told := map[string]bool{}
	for i := range f.Figures {
		for _, e := range f.Figures[i].Entries {
			if e.Statement != "" {
				told[e.Statement] = true
			}
		}
	}
	for i := range f.Statements {
		delete(told, f.Statements[i].ID)
	}
	found := &compare.Findings{}
	s.fail(s.from.Get(sortedSet(told), found))
	for _, x := range found.Statements {
		f.Statements = append(f.Statements, compare.Statement{ID: x.ID, Speaker: x.Speaker})
	}
}

// pagesOf are the pages that rows speak of.
func pagesOf(f *compare.Findings) map[string]bool {
	out := map[string]bool{}
	places := func(list []text.Place) {
		for _, p := range list {
			out[p.Page] = true
		}
	}
	for i := range f.Statements {
		x := &f.Statements[i]
		for k := range x.Accounts {
			out[x.Accounts[k].Page] = true
		}
		places(x.Addressee)
		places(x.Medium)
		for k := range x.Laid {
			places(x.Laid[k].A)
			places(x.Laid[k].B)
		}
	}
	for i := range f.Figures {
		for k := range f.Figures[i].Entries {
			out[f.Figures[i].Entries[k].Page] = true
		}
	}
	for i := range f.Timeline {
		places(f.Timeline[i].Supports)
		for _, c := range f.Timeline[i].Conflicts {
			places(c.Items)
		}
	}
	for i := range f.Copies {
		places(f.Copies[i].Spans)
	}
	for i := range f.Relations {
		places(f.Relations[i].Items)
	}
	for i := range f.Terms {
		for _, u := range f.Terms[i].Uses {
			out[u.Page] = true
		}
	}
	for i := range f.Origins {
		for _, id := range f.Origins[i].Pages {
			out[id] = true
		}
	}
	for i := range f.Stories {
		for _, id := range f.Stories[i].Pages {
			out[id] = true
		}
	}
	for i := range f.Entities {
		e := &f.Entities[i]
		for _, role := range e.Roles {
			places(role.Places)
		}
		for k, m := range e.Mentions {
			if k == mostWhere {
				break
			}
			out[m.Page] = true
		}
	}
	return out
}

// namesOf are the entities that rows and pages name.
func namesOf(f *compare.Findings) []string {
	out := map[string]bool{}
	for i := range f.Statements {
		x := &f.Statements[i]
		for _, v := range voicesOf(x) {
			out[v] = true
		}
		for k := range x.Accounts {
			for _, v := range x.Accounts[k].Chain {
				out[v] = true
			}
		}
	}
	for i := range f.Pages {
		out[f.Pages[i].Outlet] = true
	}
	for i := range f.Terms {
		out[f.Terms[i].Entity] = true
	}
	for i := range f.Entities {
		delete(out, f.Entities[i].ID)
	}
	delete(out, "")
	return sortedSet(out)
}

// unique leaves out rows that were taken twice, and brings every list into the order of the whole.
func unique(f *compare.Findings) {
	byID(&f.Statements, func(x *compare.Statement) string { return x.ID })
	byID(&f.Figures, func(x *compare.Figure) string { return x.ID })
	byID(&f.Timeline, func(x *compare.Entry) string { return x.ID })
	byID(&f.Entities, func(x *compare.Entity) string { return x.ID })
	byID(&f.Copies, func(x *compare.Copy) string { return x.ID })
	byID(&f.Relations, func(x *compare.Relation) string { return x.ID })
	byID(&f.Pages, func(x *compare.Page) string { return x.ID })
	byID(&f.Overlays, func(x *compare.Overlay) string { return x.Page })
}

func byID[T any](list *[]T, id func(*T) string) {
	slices.SortStableFunc(*list, func(a, b T) int { return compareStrings(id(&a), id(&b)) })
	*list = slices.CompactFunc(*list, func(a, b T) bool { return id(&a) == id(&b) })
}

func compareStrings(a, b string) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}

func sortedSet(set map[string]bool) []string {
	out := make([]string, 0, len(set))
	for id := range set {
		out = append(out, id)
	}
	slices.Sort(out)
	return out
}

// page fetches a page; nil where the record does not hold it.
func (s *shelf) page(id string, whole bool) *Page {
	s.mu.Lock()
	known := s.pages[id]
	s.mu.Unlock()
	if known != nil && !whole {
		return known
	}
	p, found, err := s.from.Page(id)
	if s.fail(err) || !found {
		return nil
	}
	out := &Page{ID: p.ID, Source: p.Source, SHA256: p.SHA256, Bytes: p.Size, Added: p.Added, Skip: p.Skip}
	if whole {
		var row PageRow
		if _, err := s.from.Value(keep.PageRows, id, &row); !s.fail(err) {
			out.Versions = row.Versions
		}
		out.Reading, err = s.from.Reading(p)
	} else {
		out.Reading, err = s.from.Head(p)
	}
	if errors.Is(err, keep.ErrDamaged) && out.Skip == nil {
		out.Skip = damaged(err)
		return out
	}
	if s.fail(err) {
		return nil
	}
	if !whole {
		s.mu.Lock()
		s.pages[id] = out
		s.mu.Unlock()
	}
	return out
}
