// Package accounts finds the statements of different pages (and of one page's headline, lede and quotation) that are one utterance.
//
//	a: "The harbour belongs to those who work in it," Qadari said on Tuesday.
//	b: Qadari told the country that the port is "the property of those who labour there".
//
// Both have one speaker, their days agree, and the weighty words are the same or of one kind (harbour/port, work/labour): one
// utterance, two accounts, relation reworded. If b gave it as a direct quotation as well, the relation would be translated: both
// claim the speaker's own words, and the words differ.
package accounts

import (
	"sort"
	"strconv"

	"github.com/hearsay-news/hearsay/compare/cluster"
	"github.com/hearsay-news/hearsay/compare/pages"
	"github.com/hearsay-news/hearsay/compare/record"
	"github.com/hearsay-news/hearsay/compare/words"
	"github.com/hearsay-news/hearsay/read/amounts"
	"github.com/hearsay-news/hearsay/read/page"
	"github.com/hearsay-news/hearsay/read/statements"
	"github.com/hearsay-news/hearsay/read/times"
	"github.com/hearsay-news/hearsay/text"
)

// told is one statement of one page, made ready for comparing.
type told struct {
	page    *pages.Page
	index   int
	row     *statements.Statement
	words   []words.Word // of the content, the first of them
	grams   []gram
	kins    []uint32 // weighty kins of the content, sorted
	weight  float64  // of them together
	negated bool
	head    bool // stands in a title or standfirst
	named   bool // the speaker has a name
	speaker int  // record entity, -1 for none
	role    []uint32
	numbers []amounts.Amount // inside the content
}

// Group is one utterance: the statements that tell it, in the order of pages.
type Group struct {
	members []*told
}

// Match finds the utterances and sets Said on every page to their numbers.
func Match(set *pages.Set, entities []record.Entity) []Group {
	var all []*told
	for _, p := range set.Pages {
		for i := range p.Statements {
			if p.Speaks(i) {
				all = append(all, prepare(set, p, i, entities))
			}
		}
	}
	var links []cluster.Link
	one := map[pair]bool{} // each pair is judged once
	for _, c := range candidates(set, all) {
		set.Steps.Take(8 * (1 + len(all[c.a].words) + len(all[c.b].words)))
		if l, ok := same(set, all, c); ok {
			links, one[c] = append(links, l), true
		}
	}
	var out []Group
	for _, members := range cluster.Groups(len(all), links, func(a, b []int) bool { return together(set, all, one, a, b) }) {
		g := Group{}
		for _, n := range members {
			g.members = append(g.members, all[n])
			all[n].page.Said[all[n].index] = len(out)
		}
		out = append(out, g)
	}
	return out
}

const (
	longest     = 160 // words of a content that are compared
	mostNumbers = 16  // numbers of a content that are
)

func prepare(set *pages.Set, p *pages.Page, i int, entities []record.Entity) *told {
	s := &p.Statements[i]
	t := &told{page: p, index: i, row: s}
	for _, span := range s.Content {
		list := p.Between(span)
		t.words = append(t.words, list[:min(len(list), longest-len(t.words))]...)
	}
	t.grams = grams(t.words)
	set.Steps.Take(1 + len(t.words))
	for _, w := range t.words {
		f := &set.Vocabulary.Forms[w.Form]
		if set.Vocabulary.Negates(f.Text) {
			t.negated = true
		}
		if !f.Stop && len(f.Text) > 1 {
			t.kins = append(t.kins, f.Kin)
		}
	}
	for _, span := range s.Content {
		from := sort.Search(len(p.Amounts), func(i int) bool { return p.Amounts[i].Start >= span.Start })
		for n := from; n < len(p.Amounts) && p.Amounts[n].Start < span.End && len(t.numbers) < mostNumbers; n++ {
			if a := &p.Amounts[n]; span.Contains(a.Span) && a.Relation != amounts.NoRelation {
				t.numbers = append(t.numbers, *a)
			}
		}
	}
	t.kins = unique(t.kins)
	for _, k := range t.kins {
		t.weight += set.Vocabulary.Weight[k]
	}
	hull := pages.Hull(s.Content, s.Cue, s.Source)
	role := p.Role(hull.Start)
	t.head = role == page.Title || role == page.Standfirst || role == page.Subhead
	if t.speaker = p.Entity(s.Speaker); t.speaker >= 0 {
		e := &entities[t.speaker]
		for _, v := range e.Variants {
			for _, r := range v.Text {
				t.named = t.named || 'A' <= r && r <= 'Z'
				break
			}
		}
		t.role = kinsOf(set, e.Name)
		for _, r := range e.Roles {
			t.role = append(t.role, kinsOf(set, r.Text)...)
		}
		t.role = unique(t.role)
	}
	return t
}

func kinsOf(set *pages.Set, s string) []uint32 {
	var out []uint32
	for _, w := range set.Vocabulary.Append(nil, text.Text(s), text.Span{Start: 0, End: len(s)}) {
		if f := set.Vocabulary.Forms[w.Form]; !f.Stop {
			out = append(out, f.Kin)
		}
	}
	return out
}

func unique(list []uint32) []uint32 {
	sort.Slice(list, func(i, j int) bool { return list[i] < list[j] })
	out := list[:0]
	for i, x := range list {
		if i == 0 || x != list[i-1] {
			out = append(out, x)
		}
	}
	return out
}

// Key names a statement of the record: its first account, which is in no other.
func (g *Group) key() string {
	m := g.members[0]
	return m.page.ID + "\x00" + strconv.Itoa(m.index)
}

// Members lists the page statements of an utterance: pages and their statement indexes.
func (g *Group) Members() (list []*pages.Page, index []int) {
	for _, m := range g.members {
		list, index = append(list, m.page), append(index, m.index)
	}
	return list, index
}

// When is the day of an utterance: what all its accounts allow.
func (g *Group) When() (times.Interval, bool) {
	var out times.Interval
	for _, m := range g.members {
		when := m.page.When(m.row)
		if when == nil || !when.Known() {
			continue
		}
		if met, ok := out.Meet(*when); ok {
			out = met
		}
	}
	return out, out.Known()
}
