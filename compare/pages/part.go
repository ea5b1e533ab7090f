package pages

import (
	"maps"
	"slices"

	"github.com/hearsay-news/hearsay/compare/words"
	"github.com/hearsay-news/hearsay/read"
	"github.com/hearsay-news/hearsay/read/page"
	"github.com/hearsay-news/hearsay/read/times"
)

// Part makes a set of some pages of this one, in the same order, as one story by itself: it numbers words, pages and entities anew, so that what is found
// in it hangs on nothing else. Roles that were changed stay changed. Who gives each of the record's entities its number in the part; reading the whole
// reading of a page.
func (s *Set) Part(list []*Page, who func(entity int) int, reading func(*Page) *read.Reading) *Set {
	out := &Set{Language: s.Language, Vocabulary: words.New(s.Language), Pages: make([]*Page, len(list))}
	for i, from := range list {
		p := *from
		p.Reading = reading(from)
		p.Index, p.Story, p.Origin, p.Outlet = i, 0, i, -1
		p.Published, p.retimed = p.Article.Published, nil
		p.Roles, p.changes = slices.Clone(from.Roles), maps.Clone(from.changes)
		p.Words = nil
		for n, b := range p.Page.Blocks {
			if b.Role.Shown() && p.Roles[n].Shown() {
				p.Words = out.Vocabulary.Append(p.Words, p.Page.Text, b.Span)
			}
		}
		p.Intervals = make([]times.Interval, len(p.Times))
		for n, e := range p.Times {
			p.Intervals[n] = e.Interval
		}
		p.Who = make([]int, len(from.Who))
		for n, e := range from.Who {
			p.Who[n] = -1
			if e >= 0 {
				p.Who[n] = who(e)
			}
		}
		p.Said = make([]int, len(p.Statements))
		p.Unsay()
		out.Pages[i] = &p
	}
	return out
}

// Learn takes over what a part found of one of its pages: when it came out, and what its time expressions mean.
func (p *Page) Learn(from *Page) {
	p.Published = from.Published
	for i := range from.Intervals {
		if from.retimed[i] {
			p.SetTime(i, from.Intervals[i])
		}
	}
}

// Changed calls visit for each block whose role was changed.
func (p *Page) Changed(visit func(block int, role page.Role)) {
	if p.changes == nil {
		return
	}
	for i := range p.Roles {
		if p.changes[i] != "" {
			visit(i, p.Roles[i])
		}
	}
}
