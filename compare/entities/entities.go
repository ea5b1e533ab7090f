// Package entities says which entities of different pages are one person, body or place, and keeps the evidence for each merge.
//
//	a: "Yusuf al-Qadari" … "al-Qadari"     b: "Yousef Al-Qadary"     c (one story with a and b): "Qadari"
//
// gives one entity: a and b are spellings of one name (both ysf kdr), and c's family name fits no other person of the story.
//
// Names are first joined inside a story, where context helps, then full names across stories. Two persons with different given names
// are never joined, and a bare family name never when two persons of the story bear it. Outlets are entities too.
package entities

import (
	"sort"

	"github.com/hearsay-news/hearsay/compare/pages"
	"github.com/hearsay-news/hearsay/compare/record"
	"github.com/hearsay-news/hearsay/read/names"
)

// class is the sort of thing a name can stand for; names of different classes are not joined.
type class byte

const (
	person class = 'p'
	body   class = 'o'
	place  class = 'l'
	people class = 'n'
	thing  class = 'm'
	noname class = 'u' // a source without a name
	outlet class = 'O'
)

func classOf(t names.Type) class {
	switch t {
	case names.PER:
		return person
	case names.ORG:
		return body
	case names.LOC, names.GPE:
		return place
	case names.NORP:
		return people
	}
	return thing
}

// member is one entity of one page; local is -1 for the page's outlet.
type member struct {
	page  *pages.Page
	local int
}

// node is everything that one story calls by one name.
type node struct {
	class   class
	story   int // -1 for outlets
	form    form
	given   bool // an outlet whose name was given
	members []member
}

// cluster is a set of nodes that are one entity.
type cluster struct {
	nodes   []int
	because []string
	pin     string // the squeezed name of a given outlet: nothing joins it but what bears that name
}

// merger joins nodes. Every cluster is known by its smallest node.
type merger struct {
	tab     *tables
	set     *pages.Set
	nodes   []*node
	head    []int
	cluster []cluster
}

// Read sets Who and Outlet on every page and returns the entities, sorted by id.
func Read(set *pages.Set) []record.Entity {
	m := &merger{tab: compiled.Of(set.Language), set: set}
	m.collect()
	m.head = make([]int, len(m.nodes))
	m.cluster = make([]cluster, len(m.nodes))
	for i := range m.nodes {
		m.head[i], m.cluster[i].nodes = i, []int{i}
		if n := m.nodes[i]; n.class == outlet && n.given {
			m.cluster[i].pin = squeeze(n.form)
		}
	}
	m.aliases()
	m.outlets()
	byStory := map[int][]int{}
	var stories []int
	for i, n := range m.nodes {
		if byStory[n.story] == nil {
			stories = append(stories, n.story)
		}
		byStory[n.story] = append(byStory[n.story], i)
	}
	sort.Ints(stories)
	for _, s := range stories {
		if s >= 0 {
			m.persons(byStory[s])
			m.bodies(byStory[s])
		}
	}
	m.across()
	for _, s := range stories {
		if s >= 0 {
			m.surnames(byStory[s])
		}
	}
	return m.rows()
}

func (m *merger) find(i int) int {
	for m.head[i] != i {
		m.head[i] = m.head[m.head[i]]
		i = m.head[i]
	}
	return i
}

// join makes two nodes one entity unless their given names clash, and says whether they are one now.
func (m *merger) join(a, b int, why string) bool {
	a, b = m.find(a), m.find(b)
	if a == b {
		return true
	}
	if m.clash(a, b) {
		return false
	}
	if a > b {
		a, b = b, a
	}
	m.head[b] = a
	x, y := &m.cluster[a], &m.cluster[b]
	x.nodes = append(x.nodes, y.nodes...)
	x.because = append(append(x.because, y.because...), why)
	y.nodes, y.because = nil, nil
	if x.pin == "" {
		x.pin = y.pin
	}
	return true
}

const checked = 12 // names of a cluster that are held against those of another

// clash says whether two clusters hold full names of persons that exclude each other.
func (m *merger) clash(a, b int) bool {
	if m.pinned(a, b) || m.pinned(b, a) {
		return true
	}
	x, y := m.fullPersons(a), m.fullPersons(b)
	for _, f := range x {
		for _, g := range y {
			if _, no := samePerson(f.form, g.form); no || f.form.tokens[f.form.last()] != g.form.tokens[g.form.last()] && sideBySide(f, g) {
				return true
			}
		}
	}
	return false
}

// pinned says whether the first cluster is a given outlet and the second bears another name.
func (m *merger) pinned(a, b int) bool {
	pin := m.cluster[a].pin
	if pin == "" {
		return false
	}
	for _, i := range m.cluster[b].nodes {
		if squeeze(m.nodes[i].form) != pin {
			return true
		}
	}
	return false
}

// sideBySide says whether a page tells two names apart: whoever writes "Landrieu" and "Landry" on one page means two people.
func sideBySide(a, b *node) bool {
	for i, j := 0, 0; i < len(a.members) && j < len(b.members); {
		switch x, y := a.members[i].page.Index, b.members[j].page.Index; {
		case x == y:
			return true
		case x < y:
			i++
		default:
			j++
		}
	}
	return false
}

func (m *merger) fullPersons(c int) []*node {
	var out []*node
	for _, i := range m.cluster[c].nodes {
		if n := m.nodes[i]; n.class == person && n.form.full() {
			if out = append(out, n); len(out) == checked {
				break
			}
		}
	}
	return out
}
