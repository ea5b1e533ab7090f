package entities

import (
	"fmt"
	"sort"
	"strings"
)

// bodies joins names of bodies and places of one story: spellings, acronyms, names of the table.
func (m *merger) bodies(list []int) {
	m.descriptions(list)
	spelt, known := map[string][]int{}, map[string]int{}
	long := map[string][]int{} // initials → names
	for _, i := range m.sorted(list) {
		n := m.nodes[i]
		if n.class == noname || n.class == person || n.class == people {
			continue
		}
		if full, ok := m.tab.full[tableKey(n.form)]; ok {
			k := string(rune(n.class)) + full
			if j, ok := known[k]; ok {
				m.join(j, i, fmt.Sprintf("“%s” and “%s” are two names of one by the table of names", m.nodes[j].form.shown, n.form.shown))
			} else {
				known[k] = i
			}
		}
		if !n.form.full() {
			continue
		}
		k := string(rune(n.class)) + strings.Join(n.form.keys, " ")
		for _, j := range spelt[k][:min(len(spelt[k]), 8)] {
			if why := sameBody(n.form, m.nodes[j].form); why != "" {
				m.join(j, i, why)
			}
		}
		spelt[k] = append(spelt[k], i)
		all, main := m.tab.initials(n.form.shown)
		long[all] = append(long[all], i)
		if main != all {
			long[main] = append(long[main], i)
		}
	}
	for _, i := range m.sorted(list) {
		n := m.nodes[i]
		if n.form.acronym == "" || len(n.form.acronym) < 3 || n.class == people || n.class == noname {
			continue
		}
		var fits []int
		shown := ""
		for _, j := range long[n.form.acronym] {
			fits, shown = append(fits, m.find(j)), m.nodes[j].form.shown
		}
		if one(fits) {
			m.join(fits[0], i, fmt.Sprintf("“%s” are the initials of “%s”, the only name of the story they fit", n.form.shown, shown))
		}
	}
}

// descriptions joins "the Korrund army" with the body "Korrund Army".
func (m *merger) descriptions(list []int) {
	at := map[string]int{}
	for _, i := range m.sorted(list) {
		if n := m.nodes[i]; n.class == body && n.form.full() {
			at[n.form.key()] = i
		}
	}
	for _, i := range m.sorted(list) {
		n := m.nodes[i]
		if j, ok := at[n.form.key()]; ok && n.class == noname && nameInside(n.form.shown) {
			m.join(j, i, fmt.Sprintf("“%s” describes “%s”", n.form.shown, m.nodes[j].form.shown))
		}
	}
}

// across joins equal names of different stories: full names of persons (also in another spelling), any name of other classes. A bare
// family name is not carried from one story to another, and neither is an acronym that is spelt out differently.
func (m *merger) across() {
	byKey := map[string][]int{}
	for i, n := range m.nodes {
		k := ""
		switch {
		case n.class == noname || n.class == outlet:
		case n.class == person && n.form.full():
			k = "p" + n.form.keys[0] + " " + n.form.keys[n.form.last()]
		case n.class == person:
		default:
			if full, ok := m.tab.full[tableKey(n.form)]; ok {
				k = string(rune(n.class)) + full
			} else {
				k = string(rune(n.class)) + tableKey(n.form)
			}
		}
		if k != "" {
			byKey[k] = append(byKey[k], i)
		}
	}
	keys := make([]string, 0, len(byKey))
	for k := range byKey {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	for _, k := range keys {
		list := m.sorted(byKey[k])
		for x, i := range list {
			for y := x - 1; y >= 0 && y >= x-4; y-- {
				a, b := m.nodes[list[y]], m.nodes[i]
				if a.story == b.story {
					continue
				}
				why := fmt.Sprintf("“%s” stands in two stories", b.form.shown)
				if b.class == person {
					if why, _ = samePerson(a.form, b.form); why == "" || len(a.form.tokens) != len(b.form.tokens) {
						continue
					}
				} else if b.form.acronym != "" && m.expanded(list[y]) != "" && m.expanded(i) != "" && m.expanded(list[y]) != m.expanded(i) {
					continue
				}
				m.join(list[y], i, why)
			}
		}
	}
}

// expanded is the full name that a cluster has beside its acronym.
func (m *merger) expanded(i int) string {
	out := ""
	for _, j := range m.cluster[m.find(i)].nodes {
		if n := m.nodes[j]; n.form.full() && (out == "" || n.form.key() < out) {
			out = n.form.key()
		}
	}
	return out
}
