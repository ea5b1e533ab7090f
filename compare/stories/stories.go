// Package stories puts every page into exactly one story.
//
//	a "Port of Sel shut"   b "Sel harbour stays closed"   c "Cup final postponed"   →   {a, b}, {c}
//
// A page is a list of its weightiest stems (rare words weigh more, and words of the title, of the first sentences and of names). Each page
// is held against the pages that share its weighty stems; then the two nearest groups are joined, again and again, until no two are near
// enough. Groups whose days lie apart have to be nearer. The cost of a page does not grow with the record.
package stories

import (
	"sort"
	"strings"

	"github.com/hearsay-news/hearsay/compare/copies"
	"github.com/hearsay-news/hearsay/compare/pages"
	"github.com/hearsay-news/hearsay/compare/record"
	"github.com/hearsay-news/hearsay/read/times"
)

// Read sets Story on every page and returns the stories.
func Read(set *pages.Set, passages []copies.Passage) []record.Story {
	vectors := weigh(set)
	order := make([]int, len(set.Pages))
	for i := range order {
		order[i] = i
	}
	sort.SliceStable(order, func(i, j int) bool { return before(set.Pages[order[i]], set.Pages[order[j]]) })
	g := grow(set, vectors, neighbours(set, vectors, order), copyPartners(set, passages))
	for i, s := range g {
		for _, n := range s.pages {
			set.Pages[n].Story = i
		}
	}
	return rows(set, g, vectors)
}

// before orders pages by publication; pages without a date come last.
func before(a, b *pages.Page) bool {
	x, y := day(a), day(b)
	if x.Known != y.Known {
		return x.Known
	}
	return x.Known && x.Day < y.Day
}

// day is the first day on which a page can have come out, or the last where the first is open.
func day(p *pages.Page) times.Moment {
	if p.Published.Earliest.Known {
		return p.Published.Earliest
	}
	return p.Published.Latest
}

const copied = 0.4 // share of a page's words in copies from another from which both tell one story

// copyPartners lists for each page the pages with which it shares much of its words.
func copyPartners(set *pages.Set, passages []copies.Passage) map[int][]int {
	type pair struct{ a, b int }
	shared := map[pair]int{}
	var order []pair
	for i := range passages {
		p := &passages[i]
		if p.A == p.B || p.Kind == "quote" {
			continue
		}
		k := pair{p.A.Index, p.B.Index}
		if shared[k] == 0 {
			order = append(order, k)
		}
		shared[k] += p.Matched
	}
	facts := copies.NewFacts(set)
	out := map[int][]int{}
	for _, k := range order {
		if float64(shared[k]) >= copied*float64(min(len(set.Pages[k.a].Words), len(set.Pages[k.b].Words))) {
			if !facts.Form(set.Pages[k.a], set.Pages[k.b]) {
				out[k.a] = append(out[k.a], k.b)
			}
		}
	}
	return out
}

func rows(set *pages.Set, all []*group, vectors []vector) []record.Story {
	out := make([]record.Story, len(all))
	for i, s := range all {
		sort.Ints(s.pages)
		best, title := -1.0, ""
		middle, lead := -1.0, "" // for a story none of whose pages has a headline
		parts := make([]string, 0, len(s.pages))
		for _, n := range s.pages {
			p := set.Pages[n]
			parts = append(parts, p.ID)
			out[i].Pages = append(out[i].Pages, p.ID)
			c := s.sum.cosine(vectors[n])
			if t := p.Article.Title; t != nil && c > best {
				best, title = c, p.Page.Text.At(*t)
			}
			if l := leadOf(p); l != "" && title == "" && c > middle {
				middle, lead = c, l
			}
		}
		if title == "" {
			title = lead
		}
		if title == "" {
			title = parts[0]
		}
		out[i].ID, out[i].Title = pages.ID("st", parts...), title
	}
	return out
}

const leadBytes = 110 // of the first sentence that stands for a headline

// leadOf is how a page without a headline begins, cut between words.
func leadOf(p *pages.Page) string {
	for i, b := range p.Page.Blocks {
		if !p.Roles[i].Told() {
			continue
		}
		line := strings.Join(strings.Fields(p.Page.Text.At(b.Span)), " ")
		if end := strings.Index(line, ". "); end > leadBytes/4 {
			line = line[:end+1]
		}
		if len(line) > leadBytes {
			cut := strings.LastIndexByte(line[:leadBytes], ' ')
			if cut < leadBytes/2 {
				cut = len(strings.ToValidUTF8(line[:leadBytes], ""))
			}
			line = strings.TrimRight(line[:cut], " ,;:–-") + " …"
		}
		if line != "" {
			return line
		}
	}
	return ""
}

// Alone makes every page a story of its own: what is left when the pages could not be put together.
func Alone(set *pages.Set) []record.Story {
	vectors := make([]vector, len(set.Pages))
	all := make([]*group, len(set.Pages))
	for i, p := range set.Pages {
		p.Story, all[i] = i, &group{pages: []int{i}}
	}
	return rows(set, all, vectors)
}
