// Package stories puts every page into exactly one story.
//
//	a "Port of Sel shut"   b "Sel harbour stays closed"   c "Cup final postponed"   →   {a, b}, {c}
//
// A page is a list of its weightiest stems (rare words weigh more, words of the title and of names too). Pages are taken in order of
// publication; each joins the story whose average page is nearest, if it is near enough, or opens one. Only stories that share a
// weighty stem are looked at, and of a stem's stories only the newest, so that the cost of a page does not grow with the record.
package stories

import (
	"sort"
	"strconv"

	"github.com/hearsay-news/hearsay/compare/copies"
	"github.com/hearsay-news/hearsay/compare/pages"
	"github.com/hearsay-news/hearsay/compare/record"
	"github.com/hearsay-news/hearsay/read/times"
)

const (
	near      = 0.19 // similarity from which a page belongs to a story
	full      = 32   // stems of a page that has to be so near
	bare      = 0.5  // part of it that is asked of a page with hardly a stem, which can share but few
	together  = 2    // but so many
	farFactor = 0.6  // what is left of the similarity when the dates lie far apart
	farDays   = 60   // and how far that is
	probes    = 24   // stems of a page through which stories are looked up
	newest    = 256  // stories looked at through one stem
	shortlist = 64   // stories compared in full
	copied    = 0.4  // share of a page's words in copies from another from which both tell one story
)

// story is one group while it grows.
type story struct {
	pages       []int
	sum         vector // of the pages' vectors, its heaviest terms
	first, last times.Day
	dated       bool
}

// Read sets Story on every page and returns the stories.
func Read(set *pages.Set, passages []copies.Passage) []record.Story {
	vectors := weigh(set)
	partners := copyPartners(set, passages)
	order := make([]int, len(set.Pages))
	for i := range order {
		order[i] = i
	}
	sort.SliceStable(order, func(i, j int) bool { return before(set.Pages[order[i]], set.Pages[order[j]]) })
	var all []*story
	index := map[uint32][]int32{} // stem → stories, oldest first
	for i := range set.Pages {
		set.Pages[i].Story = -1
	}
	for _, n := range order {
		p := set.Pages[n]
		at := -1
		for _, partner := range partners[n] {
			if s := set.Pages[partner].Story; s >= 0 && (at < 0 || s < at) {
				at = s
			}
		}
		if at < 0 {
			at = nearest(all, index, vectors[n], p)
		}
		if at < 0 {
			at = len(all)
			all = append(all, &story{})
		}
		p.Story = at
		all[at].add(n, vectors[n], p)
		for _, t := range vectors[n].heaviest(probes) {
			list := index[t]
			if len(list) == 0 || list[len(list)-1] != int32(at) {
				index[t] = append(list, int32(at))
			}
		}
	}
	all = settle(set, all, index)
	return rows(set, all, vectors)
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

func nearest(all []*story, index map[uint32][]int32, v vector, p *pages.Page) int {
	scores := map[int32]float64{}
	for _, t := range v.heaviest(probes) {
		list := index[t]
		seen := map[int32]bool{}
		for i := len(list) - 1; i >= 0 && i >= len(list)-newest; i-- {
			if !seen[list[i]] {
				seen[list[i]] = true
				scores[list[i]] += v.weight(t) * v.weight(t)
			}
		}
	}
	found := make([]int32, 0, len(scores))
	for s := range scores {
		found = append(found, s)
	}
	sort.Slice(found, func(i, j int) bool {
		if scores[found[i]] != scores[found[j]] {
			return scores[found[i]] > scores[found[j]]
		}
		return found[i] > found[j]
	})
	best, at := bar(v), -1
	for i, s := range found {
		if i == shortlist {
			break
		}
		score := all[s].sum.cosine(v) * all[s].closeness(p)
		if score > best && (score > near || all[s].sum.common(v) >= together) {
			best, at = score, int(s)
		}
	}
	return at
}

// bar is the similarity that a page needs to join a story: a headline alone needs less than an article.
func bar(v vector) float64 { return near * (bare + (1-bare)*min(1, float64(len(v))/full)) }

// closeness falls from 1 to farFactor as the page's date leaves the days of the story.
func (s *story) closeness(p *pages.Page) float64 {
	d := day(p)
	if !d.Known || !s.dated {
		return 1
	}
	away := 0
	if d.Day > s.last {
		away = int(d.Day - s.last)
	} else if d.Day < s.first {
		away = int(s.first - d.Day)
	}
	return 1 - (1-farFactor)*min(1, float64(away)/farDays)
}

func (s *story) add(n int, v vector, p *pages.Page) {
	s.pages = append(s.pages, n)
	s.sum = s.sum.plus(v)
	d := day(p)
	if !d.Known {
		return
	}
	if !s.dated || d.Day < s.first {
		s.first = d.Day
	}
	if !s.dated || d.Day > s.last {
		s.last = d.Day
	}
	s.dated = true
}

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
	out := map[int][]int{}
	for _, k := range order {
		if float64(shared[k]) >= copied*float64(min(len(set.Pages[k.a].Words), len(set.Pages[k.b].Words))) {
			out[k.a] = append(out[k.a], k.b)
			out[k.b] = append(out[k.b], k.a)
		}
	}
	return out
}

func rows(set *pages.Set, all []*story, vectors []vector) []record.Story {
	out := make([]record.Story, len(all))
	for i, s := range all {
		sort.Ints(s.pages)
		best, title := -1.0, ""
		parts := make([]string, 0, len(s.pages))
		for _, n := range s.pages {
			p := set.Pages[n]
			parts = append(parts, p.ID)
			out[i].Pages = append(out[i].Pages, p.ID)
			if t := p.Article.Title; t != nil {
				if c := s.sum.cosine(vectors[n]); c > best {
					best, title = c, p.Page.Text.At(*t)
				}
			}
		}
		out[i].ID, out[i].Title = pages.ID("st", parts...), title
		if title == "" {
			out[i].Title = strconv.Itoa(len(s.pages)) + " pages"
		}
	}
	return out
}

// Alone makes every page a story of its own: what is left when the pages could not be put together.
func Alone(set *pages.Set) []record.Story {
	vectors := make([]vector, len(set.Pages))
	all := make([]*story, len(set.Pages))
	for i, p := range set.Pages {
		p.Story, all[i] = i, &story{pages: []int{i}}
	}
	return rows(set, all, vectors)
}
