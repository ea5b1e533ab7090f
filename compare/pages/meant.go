package pages

import (
	"sort"
	"strings"

	"github.com/hearsay-news/hearsay/read/names"
	"github.com/hearsay-news/hearsay/text"
)

// Meant is the name of whoever a pronoun or a description at a place stands for, as far as the page names one; "" for none.
//
//	Orban Teke left. He [meant: Orban Teke] said …
func (p *Page) Meant(at text.Span) string {
	if e := p.MeantEntity(at); e >= 0 {
		return p.Entities[e].Name
	}
	return ""
}

// MeantEntity is the index of the named entity of the page that a pronoun or a description stands for; -1 for none. Several people are nobody by name.
func (p *Page) MeantEntity(at text.Span) int {
	list := p.Names
	i := sort.Search(len(list), func(i int) bool { return list[i].End >= at.End })
	if i == len(list) || list[i].End != at.End || list[i].Form == names.Name || list[i].Entity < 0 {
		return -1
	}
	n := list[i].Entity
	e := &p.Entities[n]
	if !p.Named()[n] || strings.ToLower(e.Name[:1]) == e.Name[:1] || e.Type == names.PER && (e.Plural || list[i].Plural) {
		return -1
	}
	return n
}
