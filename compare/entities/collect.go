package entities

import (
	"sort"
	"strconv"
	"strings"

	"github.com/hearsay-news/hearsay/compare/pages"
	"github.com/hearsay-news/hearsay/read/names"
	"github.com/hearsay-news/hearsay/text"
)

// collect makes the nodes, in the order of pages and their entities.
func (m *merger) collect() {
	voted := m.vote()
	at := map[string]int{}
	add := func(c class, story int, f form, mem member) int {
		k := string(rune(c)) + strconv.Itoa(story) + "\x00" + f.key()
		if f.acronym != "" {
			k += "\x00" + f.acronym
		}
		if c == noname && !nameInside(f.shown) { // "officials" of two pages are not joined by their words alone
			k += "\x00" + mem.page.ID + "\x00" + strconv.Itoa(mem.local)
		}
		i, ok := at[k]
		if !ok {
			i = len(m.nodes)
			at[k] = i
			m.nodes = append(m.nodes, &node{class: c, story: story, form: f})
		}
		m.nodes[i].members = append(m.nodes[i].members, mem)
		return i
	}
	around := m.outletsAround()
	for _, p := range m.set.Pages {
		named := p.Named()
		for i := range p.Entities {
			e := &p.Entities[i]
			c := noname
			if named[i] {
				c = m.classify(voted, p, e)
			}
			f := m.tab.parse(e.Name, c == person)
			if o := around[p][i]; o != "" {
				f, c = m.tab.parse(o, false), body
			}
			p.Who[i] = add(c, p.Story, f, member{p, i})
		}
		if o := p.OutletName; o != "" {
			p.Outlet = add(outlet, -1, m.tab.parse(o, false), member{p, -1})
			m.nodes[p.Outlet].given = m.nodes[p.Outlet].given || p.OutletGiven
		}
	}
}

// outletsAround finds one-word names that are a piece of an outlet's name where they stand ("Nord" in "Radio Nord quoted …"): the record
// knows its outlets better than a page can.
func (m *merger) outletsAround() map[*pages.Page]map[int]string {
	known := map[string]string{}
	for _, p := range m.set.Pages {
		if strings.ContainsAny(p.OutletName, " ") {
			known[pages.OutletKey(p.OutletName)] = p.OutletName
		}
	}
	out := map[*pages.Page]map[int]string{}
	if len(known) == 0 {
		return out
	}
	for _, p := range m.set.Pages {
		for i := range p.Names {
			n := &p.Names[i]
			shown := p.Page.Text.At(n.Span)
			if n.Form != names.Name || n.Entity < 0 || n.Entity >= len(p.Entities) || len(m.tab.parse(p.Entities[n.Entity].Name, false).tokens) > 1 {
				continue
			}
			before := strings.Fields(p.Page.Text.At(text.Span{Start: max(0, n.Start-24), End: n.Start}))
			after := strings.Fields(p.Page.Text.At(text.Span{Start: n.End, End: min(len(p.Page.Text), n.End+24)}))
			name := ""
			if k := len(before); k > 0 {
				name = known[pages.OutletKey(before[k-1]+" "+shown)]
			}
			if name == "" && len(after) > 0 {
				name = known[pages.OutletKey(shown+" "+strings.Trim(after[0], ".,;:"))]
			}
			if name != "" {
				if out[p] == nil {
					out[p] = map[int]string{}
				}
				out[p][n.Entity] = name
			}
		}
	}
	return out
}

// nameInside says whether a description holds a name ("the Korrund army") and so means the same on every page of a story.
func nameInside(s string) bool {
	for i, w := range strings.Fields(s) {
		if i > 0 && capital(w) {
			return true
		}
	}
	return false
}

// vote counts which class each full name of a story has most often, so that one page's slip does not split an entity.
func (m *merger) vote() map[string]class {
	counts := map[string]map[class]int{}
	for _, p := range m.set.Pages {
		named := p.Named()
		for i := range p.Entities {
			if !named[i] {
				continue
			}
			k := m.voteKey(p, &p.Entities[i])
			if counts[k] == nil {
				counts[k] = map[class]int{}
			}
			counts[k][classOf(p.Entities[i].Type)]++
		}
	}
	out := map[string]class{}
	for k, c := range counts {
		best := class(0)
		for _, x := range []class{person, body, place, people, thing} {
			if c[x] > c[best] {
				best = x
			}
		}
		out[k] = best
	}
	return out
}

func (m *merger) voteKey(p *pages.Page, e *names.Entity) string {
	return strconv.Itoa(p.Story) + "\x00" + m.tab.parse(e.Name, false).key()
}

func (m *merger) classify(voted map[string]class, p *pages.Page, e *names.Entity) class {
	own := classOf(e.Type)
	c := voted[m.voteKey(p, e)]
	if c == own {
		return own
	}
	for i := range p.Entities { // a page that knows both, keeps both
		if o := &p.Entities[i]; o != e && classOf(o.Type) == c && m.voteKey(p, o) == m.voteKey(p, e) {
			return own
		}
	}
	return c
}

// sorted puts nodes into an order that depends on their names only.
func (m *merger) sorted(list []int) []int {
	out := append([]int(nil), list...)
	sort.Slice(out, func(i, j int) bool {
		a, b := m.nodes[out[i]], m.nodes[out[j]]
		if a.form.key() != b.form.key() {
			return a.form.key() < b.form.key()
		}
		return out[i] < out[j]
	})
	return out
}
