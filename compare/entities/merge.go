package entities

import (
	"fmt"
	"sort"
	"strings"
	"unicode"

	"github.com/hearsay-news/hearsay/read/names"
)

const block = 64 // names that share a key and are compared with each other

// aliases joins what a page itself calls one thing: declared names and other full forms of one page entity.
func (m *merger) aliases() {
	at := map[string]int{}
	for i, n := range m.nodes {
		if k := m.storyKey(n.class, n.story, n.form); n.class != noname && n.class != outlet {
			if _, ok := at[k]; !ok {
				at[k] = i
			}
		}
	}
	for _, p := range m.set.Pages {
		for i := range p.Entities {
			e := &p.Entities[i]
			own := p.Who[i]
			c := m.nodes[own].class
			for _, a := range e.Aliases {
				if !capital(a.Name) {
					continue
				}
				for _, other := range []class{c, body, thing, place, people} {
					if j, ok := at[m.storyKey(other, p.Story, m.tab.parse(a.Name, c == person))]; ok && (other == c || c != person) {
						m.join(own, j, fmt.Sprintf("%s says that “%s” is “%s”", p.ID, e.Name, a.Name))
						break
					}
				}
			}
			for _, v := range e.Variants {
				f := m.tab.parse(v, c == person)
				if j, ok := at[m.storyKey(c, p.Story, f)]; ok && f.full() && j != own {
					m.join(own, j, fmt.Sprintf("%s uses “%s” and “%s” for one", p.ID, e.Name, v))
				}
			}
		}
	}
}

func (m *merger) storyKey(c class, story int, f form) string {
	k := fmt.Sprintf("%c%d\x00%s", c, story, f.key())
	if f.acronym != "" {
		k += "\x00" + f.acronym
	}
	return k
}

func capital(s string) bool {
	for _, r := range s {
		if unicode.IsLetter(r) {
			return unicode.IsUpper(r)
		}
	}
	return false
}

// outlets joins an outlet with the bodies that bear its name, in any story.
func (m *merger) outlets() {
	at := map[string]int{}
	for i, n := range m.nodes {
		if n.class == outlet {
			at[squeeze(n.form)] = i
		}
	}
	for i, n := range m.nodes {
		if n.class == outlet || n.class == noname || n.class == person && len(n.form.tokens) < 2 {
			continue
		}
		if j, ok := at[squeeze(n.form)]; ok && (n.class != place || n.form.full()) {
			m.join(j, i, fmt.Sprintf("“%s” is the name of an outlet of the record", n.form.shown))
		}
	}
}

// squeeze is a name without spaces: "Press TV" and "PressTV" are one outlet.
func squeeze(f form) string { return strings.Join(f.tokens, "") }

// persons joins the full names of one story.
func (m *merger) persons(list []int) {
	byName := map[string][]int{}
	var keys []string
	for _, i := range m.sorted(list) {
		n := m.nodes[i]
		if n.class != person || !n.form.full() {
			continue
		}
		k := n.form.keys[n.form.last()]
		if byName[k] == nil {
			keys = append(keys, k)
		}
		byName[k] = append(byName[k], i)
	}
	sort.Strings(keys)
	for _, k := range keys {
		m.family(byName[k])
	}
}

// family joins the full names that share a family name. A shorter name that fits two different longer ones is left alone.
func (m *merger) family(list []int) {
	for start := 0; start < len(list); start += block { // sorted by name, so spellings of one stand together
		part := list[start:min(len(list), start+block)]
		for x, i := range part {
			for _, j := range part[x+1:] { // equal length first: these are spellings
				if a, b := m.nodes[i].form, m.nodes[j].form; len(a.tokens) == len(b.tokens) {
					if why, _ := samePerson(a, b); why != "" && !strings.Contains(why, "initial") {
						m.join(i, j, why)
					}
				}
			}
		}
		for _, i := range part {
			var fits []int
			why := ""
			for _, j := range part {
				if m.find(i) == m.find(j) {
					continue
				}
				a, b := m.nodes[i].form, m.nodes[j].form
				w, _ := samePerson(a, b)
				if w == "" || len(a.tokens) > len(b.tokens) || len(a.tokens) == len(b.tokens) && !strings.Contains(w, "initial") {
					continue
				}
				if c := m.find(j); len(fits) == 0 || fits[len(fits)-1] != c {
					fits, why = append(fits, c), w
				}
			}
			if one(fits) {
				m.join(i, fits[0], why)
			}
		}
	}
}

func one(list []int) bool {
	for _, x := range list {
		if x != list[0] {
			return false
		}
	}
	return len(list) > 0
}

const (
	prominent = 3 // pages of a story on which the bearer of a family name is named in full,
	foremost  = 3 // and how many times as many as the next one, to be who is meant by the name alone
)

// surnames joins bare family names with the only person of the story who bears them, or with the one who is by far the most often named.
func (m *merger) surnames(list []int) {
	full := map[string][]int{}
	for _, i := range m.sorted(list) {
		if n := m.nodes[i]; n.class == person && n.form.full() && m.nodes[m.find(i)].class == person {
			k := n.form.keys[n.form.last()]
			full[k] = append(full[k], i)
		}
	}
	for _, i := range m.sorted(list) {
		n := m.nodes[i]
		if n.class != person || len(n.form.tokens) != 1 {
			continue
		}
		var fits []int
		shown := map[int]string{}
		for _, j := range full[n.form.keys[0]] {
			if c := m.find(j); surname(n.form, m.nodes[j].form) && !otherGender(m.gender(i), m.gender(c)) {
				fits, shown[c] = append(fits, c), m.nodes[j].form.shown
			}
		}
		if one(fits) {
			m.join(i, fits[0], fmt.Sprintf("“%s” is the family name of “%s”, the only one of the story who bears it", n.form.shown, shown[fits[0]]))
		} else if c, ok := m.foremost(fits); ok {
			m.join(i, c, fmt.Sprintf("“%s” is the family name of “%s”, whom the story names far more often than others who bear it", n.form.shown, shown[c]))
		}
	}
	m.singles(list)
}

// foremost is the cluster that is named on by far the most pages.
func (m *merger) foremost(clusters []int) (int, bool) {
	seen := map[int]bool{}
	best, most, second := -1, 0, 0
	for _, c := range clusters {
		if seen[c] {
			continue
		}
		seen[c] = true
		pages := 0
		for _, i := range m.cluster[c].nodes {
			if m.nodes[i].form.full() {
				pages += len(m.nodes[i].members)
			}
		}
		switch {
		case pages > most:
			best, most, second = c, pages, most
		case pages > second:
			second = pages
		}
	}
	return best, most >= prominent && most >= foremost*second
}

// gender is what the pages say of a cluster's gender where they agree.
func (m *merger) gender(i int) names.Gender {
	var found names.Gender
	for _, k := range m.cluster[m.find(i)].nodes {
		for _, mem := range m.nodes[k].members {
			if mem.local < 0 {
				continue
			}
			g := mem.page.Entities[mem.local].Gender
			if otherGender(found, g) {
				return names.NoGender
			}
			if g == names.Masculine || g == names.Feminine {
				found = g
			}
		}
	}
	return found
}

func otherGender(a, b names.Gender) bool {
	return a == names.Masculine && b == names.Feminine || a == names.Feminine && b == names.Masculine
}

// singles joins bare names of one story that are spellings of each other and belong to nobody's full name.
func (m *merger) singles(list []int) {
	byKey := map[string]int{}
	for _, i := range m.sorted(list) {
		n := m.nodes[i]
		if n.class != person || len(n.form.tokens) != 1 || len(m.cluster[m.find(i)].nodes) > 1 {
			continue
		}
		k := n.form.keys[0]
		if j, ok := byKey[k]; ok && alike(n.form, m.nodes[j].form, 0, 0, bodySpelling) {
			m.join(j, i, fmt.Sprintf("“%s” and “%s” are spellings of one name in one story", m.nodes[j].form.shown, n.form.shown))
		} else if !ok {
			byKey[k] = i
		}
	}
}
