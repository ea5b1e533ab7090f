package origins

import (
	"sort"

	"github.com/hearsay-news/hearsay/compare/copies"
	"github.com/hearsay-news/hearsay/compare/pages"
)

// link is two pages of which the shorter one's body stands for the most part in the longer one's.
type link struct {
	a, b   int     // pages, a before b
	share  float64 // of the longer body
	credit bool    // one credits the outlet of the other
}

// links weighs what each two pages have in common and returns the links, those that take in most of the longer page first.
func links(set *pages.Set, passages []copies.Passage) []link {
	type pair struct{ a, b int }
	shared := map[pair]int{}
	var order []pair
	for i := range passages {
		p := &passages[i]
		if p.A == p.B || p.Kind == "quote" {
			continue
		}
		if n := p.InBodies(); n > 0 {
			k := pair{p.A.Index, p.B.Index}
			if shared[k] == 0 {
				order = append(order, k)
			}
			shared[k] += n
		}
	}
	length := make([]int, len(set.Pages))
	for i, p := range set.Pages {
		length[i] = len(p.Body())
	}
	var out []link
	for _, k := range order {
		a, b := set.Pages[k.a], set.Pages[k.b]
		l := link{a: k.a, b: k.b, credit: credits(a, b) || credits(b, a)}
		common := float64(shared[k])
		shorter, longer := float64(min(length[k.a], length[k.b])), float64(max(length[k.a], length[k.b]))
		l.share = common / longer
		if l.holds(common, shorter) {
			out = append(out, l)
		}
	}
	sort.SliceStable(out, func(i, j int) bool { return out[i].share > out[j].share })
	return out
}

func (l link) holds(common, shorter float64) bool {
	part := most
	if l.credit {
		part = most / 2
	}
	switch {
	case common < part*shorter, common < bulk && l.share < part:
		return false
	case l.credit, l.share >= some:
		return true
	}
	return common >= brief && common >= wholly*shorter
}

// unite follows the links and returns the reason for each group's first page. A link that takes in most of both pages is followed
// always. One of a brief that stands in a longer page has to be borne out by the group the longer page belongs to: a rolling report
// that holds two briefs would else make one original of them.
func unite(set *pages.Set, links []link) map[int]string {
	why := map[int]string{}
	size := make([]int, len(set.Pages))
	bonds := make([]map[int]int, len(set.Pages)) // number of links from a group to others
	for i := range size {
		size[i], bonds[i] = 1, map[int]int{}
	}
	for _, l := range links {
		bonds[l.a][l.b]++
		bonds[l.b][l.a]++
	}
	for _, l := range links {
		x, y := find(set, l.a), find(set, l.b)
		if x == y || l.share < even && 2*bonds[x][y] < min(2*borne, size[x]*size[y]) {
			continue
		}
		if x > y {
			x, y = y, x
		}
		set.Pages[y].Origin = x
		size[x] += size[y]
		for other, n := range bonds[y] {
			delete(bonds[other], y)
			if other != x {
				bonds[x][other] += n
				bonds[other][x] += n
			}
		}
		if why[x] == "" {
			why[x] = why[y]
		}
		if why[x] == "" || l.credit {
			why[x] = "most of the words of one stand in another"
			if l.credit {
				why[x] += ", which credits the agency"
			}
		}
	}
	return why
}

// find returns the first page of a page's group.
func find(set *pages.Set, i int) int {
	for set.Pages[i].Origin != i {
		i = set.Pages[i].Origin
	}
	return i
}
