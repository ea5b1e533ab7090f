package entities

import (
	"sort"
	"strconv"
	"strings"

	"github.com/hearsay-news/hearsay/compare/pages"
	"github.com/hearsay-news/hearsay/compare/record"
	"github.com/hearsay-news/hearsay/read/names"
	"github.com/hearsay-news/hearsay/text"
)

// variant counts one shown form.
type variant struct {
	text    string
	count   int
	outlets map[string]bool
}

// draft is an entity while its rows are gathered.
type draft struct {
	record.Entity
	variants map[string]*variant
	types    map[names.Type]int
	roles    map[string]int
	named    bool
	outlet   bool
	given    string // the name of an outlet that was given
}

// rows turns clusters into entities and points the pages' entities at them.
func (m *merger) rows() []record.Entity {
	drafts := make([]*draft, len(m.nodes))
	var order []int
	for _, p := range m.set.Pages {
		for i, n := range p.Who {
			c := m.find(n)
			if drafts[c] == nil {
				drafts[c] = newDraft()
				order = append(order, c)
			}
			drafts[c].gather(p, i, m.nodes[n].class)
		}
		if p.Outlet >= 0 {
			c := m.find(p.Outlet)
			if drafts[c] == nil {
				drafts[c] = newDraft()
				order = append(order, c)
			}
			drafts[c].outlet = true
			if p.OutletGiven {
				drafts[c].given = p.OutletName
			}
			drafts[c].count(p.OutletName, p)
			drafts[c].types[names.ORG] += 1000 // an outlet is a body, whatever its name looks like in a sentence
		}
	}
	mentions(m, drafts)
	out := make([]record.Entity, 0, len(order))
	for _, c := range order {
		d := drafts[c]
		d.Because = once(m.cluster[c].because)
		d.finish(m, c)
		out = append(out, d.Entity)
	}
	rank := make([]int, len(out))
	for i := range rank {
		rank[i] = i
	}
	sort.SliceStable(rank, func(i, j int) bool { return out[rank[i]].ID < out[rank[j]].ID })
	sorted := make([]record.Entity, len(out))
	index := map[int]int{} // cluster → row
	for to, from := range rank {
		sorted[to] = out[from]
		index[order[from]] = to
	}
	for _, p := range m.set.Pages {
		for i := range p.Who {
			p.Who[i] = index[m.find(p.Who[i])]
		}
		if p.Outlet >= 0 {
			p.Outlet = index[m.find(p.Outlet)]
		}
	}
	return sorted
}

// once keeps the first of equal reasons.
func once(list []string) []string {
	seen := map[string]bool{}
	var out []string
	for _, s := range list {
		if !seen[s] {
			seen[s] = true
			out = append(out, s)
		}
	}
	return out
}

func newDraft() *draft {
	return &draft{variants: map[string]*variant{}, types: map[names.Type]int{}, roles: map[string]int{}}
}

func (d *draft) count(shown string, p *pages.Page) {
	if shown = strings.Join(strings.Fields(shown), " "); shown == "" {
		return
	}
	v := d.variants[shown]
	if v == nil {
		v = &variant{text: shown, outlets: map[string]bool{}}
		d.variants[shown] = v
	}
	v.count++
	if o := p.OutletName; o != "" {
		v.outlets[o] = true
	}
}

// gather adds what one page's entity brings, without its mentions.
func (d *draft) gather(p *pages.Page, i int, c class) {
	e := &p.Entities[i]
	if c == noname {
		d.types[e.Type]++
		d.count(e.Name, p)
	} else {
		d.named = true
		if classOf(e.Type) == c || c == outlet {
			d.types[e.Type]++
		} else {
			d.types[typeOf(c)]++
		}
	}
	for _, r := range e.Roles {
		shown := strings.Join(strings.Fields(p.Page.Text.At(r)), " ")
		k := strings.ToLower(strings.TrimPrefix(strings.TrimPrefix(strings.TrimPrefix(shown, "the "), "a "), "an "))
		at, ok := d.roles[k]
		if !ok {
			at = len(d.Roles)
			d.roles[k] = at
			d.Roles = append(d.Roles, record.Role{Text: shown})
		}
		d.Roles[at].Places = append(d.Roles[at].Places, p.Place(r))
	}
}

func typeOf(c class) names.Type {
	switch c {
	case person:
		return names.PER
	case body, outlet:
		return names.ORG
	case place:
		return names.GPE
	case people:
		return names.NORP
	}
	return names.MISC
}

// mentions gives every mention to its entity, in the order of pages.
func mentions(m *merger, drafts []*draft) {
	given := map[string]int{} // the clusters of given outlets by name
	for i, n := range m.nodes {
		if n.given {
			given[squeeze(n.form)] = m.find(i)
		}
	}
	for _, p := range m.set.Pages {
		for i := range p.Names {
			n := &p.Names[i]
			if n.Entity < 0 || n.Entity >= len(p.Who) || !p.Told(n.Span) {
				continue
			}
			c := m.find(p.Who[n.Entity])
			if n.Form == names.Name && len(given) > 0 && m.cluster[c].pin == "" { // a page may take an outlet's name for one of its source's
				if o, ok := given[squeeze(m.tab.parse(p.Page.Text.At(n.Span), false))]; ok && n.Type == names.ORG {
					c = o
				}
			}
			d := drafts[c]
			d.Mentions = append(d.Mentions, record.Mention{Place: text.Place{Page: p.ID, Span: n.Span}, Form: string(n.Form)})
			if n.Form == names.Name {
				d.count(p.Page.Text.At(n.Span), p)
			}
		}
	}
}

func (d *draft) finish(m *merger, c int) {
	best := names.Type("")
	for _, t := range []names.Type{names.PER, names.ORG, names.GPE, names.LOC, names.NORP, names.EVENT, names.WORK, names.MISC} {
		if d.types[t] > d.types[best] {
			best = t
		}
	}
	d.Type = string(best)
	for _, v := range d.variants {
		row := record.Variant{Text: v.text, Count: v.count}
		for o := range v.outlets {
			row.Outlets = append(row.Outlets, o)
		}
		sort.Strings(row.Outlets)
		d.Variants = append(d.Variants, row)
	}
	sort.Slice(d.Variants, func(i, j int) bool {
		a, b := d.Variants[i], d.Variants[j]
		if a.Count != b.Count {
			return a.Count > b.Count
		}
		return a.Text < b.Text
	})
	if d.Name = m.bestName(d); strings.TrimSpace(d.Name) == "" {
		d.Name = m.anyName(d, c)
	}
	var parts []string
	for _, i := range m.cluster[c].nodes {
		for _, mem := range m.nodes[i].members {
			parts = append(parts, mem.page.ID+"\x00"+strconv.Itoa(mem.local))
		}
	}
	sort.Strings(parts)
	d.ID = pages.ID("e", parts[0]) // its first member is in no other entity, and a later page does not rename it
}

// anyName is what an entity is called that no row shows by a name: as its page lists it, or by the words of its first mention up to a comma.
func (m *merger) anyName(d *draft, c int) string {
	for _, i := range m.cluster[c].nodes {
		for _, mem := range m.nodes[i].members {
			if mem.local < 0 {
				continue
			}
			e := &mem.page.Entities[mem.local]
			for _, name := range append([]string{e.Name}, e.Variants...) {
				if name = strings.TrimSpace(name); name != "" {
					return name
				}
			}
			for n := range mem.page.Names {
				if x := &mem.page.Names[n]; x.Entity == mem.local {
					words, _, _ := strings.Cut(mem.page.Page.Text.At(x.Span), ",")
					if words = strings.Join(strings.Fields(words), " "); words != "" {
						return words
					}
				}
			}
		}
	}
	return d.Type
}

// bestName is the form that says most: of a person a full name, of others no acronym, and of those the most frequent.
func (m *merger) bestName(d *draft) string {
	if len(d.Variants) == 0 {
		return ""
	}
	score := func(v record.Variant) int {
		f := m.tab.parse(v.Text, d.Type == string(names.PER))
		s := 0
		if f.full() {
			s += 2
		}
		if f.acronym == "" {
			s++
		}
		return s
	}
	best := d.Variants[0]
	for _, v := range d.Variants[1:] {
		if score(v) > score(best) || score(v) == score(best) && v.Count == best.Count && len(v.Text) > len(best.Text) {
			best = v
		}
	}
	return best.Text
}
