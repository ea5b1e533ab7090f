package stories

import (
	"sort"

	"github.com/hearsay-news/hearsay/compare/pages"
	"github.com/hearsay-news/hearsay/compare/words"
	"github.com/hearsay-news/hearsay/read/names"
)

const (
	lone      = 1    // pages of a story that may still join another
	nearNames = 0.17 // similarity, without regard to the days, from which it does
	sameNames = 4    // if so many full names stand in both
	nameLimit = 96   // names of a story that are looked at
)

// settle gives single pages a second chance, now that the stories are there: a page that came out long after the others, or
// before them, joins the story whose people and bodies it names.
func settle(set *pages.Set, all []*story, index map[uint32][]int32) []*story {
	named := make([]map[string]bool, len(all))
	namesOf := func(i int) map[string]bool {
		if named[i] == nil {
			named[i] = fullNames(set, all[i])
		}
		return named[i]
	}
	to := make([]int, len(all))
	for i, s := range all {
		to[i] = i
		if len(s.pages) > lone {
			continue
		}
		best, at := nearNames, -1
		for _, j := range rivals(index, s.sum) {
			if j == i || len(all[j].pages) <= lone {
				continue
			}
			if score := all[j].sum.cosine(s.sum) / s.sum.norm(); score >= best && shared(namesOf(i), namesOf(j)) >= sameNames {
				best, at = score, j
			}
		}
		if at >= 0 {
			to[i] = at
		}
	}
	var out []*story
	place := make([]int, len(all))
	for i, s := range all {
		if to[i] == i {
			place[i] = len(out)
			out = append(out, s)
		}
	}
	for i, s := range all {
		if to[i] != i {
			target := all[to[i]]
			target.pages = append(target.pages, s.pages...)
			target.sum = target.sum.plus(s.sum)
		}
		for _, n := range s.pages {
			set.Pages[n].Story = place[to[i]]
		}
	}
	return out
}

// rivals lists the stories that share a weighty stem, in order.
func rivals(index map[uint32][]int32, v vector) []int {
	hits := map[int]int{}
	for _, t := range v.heaviest(probes) {
		list := index[t]
		for n := len(list) - 1; n >= 0 && n >= len(list)-newest; n-- {
			hits[int(list[n])]++
		}
	}
	out := make([]int, 0, len(hits))
	for j := range hits {
		out = append(out, j)
	}
	sort.Slice(out, func(x, y int) bool {
		if hits[out[x]] != hits[out[y]] {
			return hits[out[x]] > hits[out[y]]
		}
		return out[x] < out[y]
	})
	return out[:min(len(out), shortlist)]
}

// fullNames are the names of people, bodies and places on a story's first pages.
func fullNames(set *pages.Set, s *story) map[string]bool {
	out := map[string]bool{}
	for _, n := range s.pages {
		p := set.Pages[n]
		for i, named := range p.Named() {
			e := &p.Entities[i]
			if named && len(out) < nameLimit && (e.Type == names.PER || e.Type == names.ORG || e.Type == names.GPE || e.Type == names.LOC) {
				out[words.Fold(e.Name)] = true
			}
		}
	}
	return out
}

func shared(a, b map[string]bool) int {
	n := 0
	for k := range a {
		if b[k] {
			n++
		}
	}
	return n
}
