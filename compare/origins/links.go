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
		if n := p.Bodily; n > 0 {
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
	facts := copies.NewFacts(set)
	var out []link
	for _, k := range order {
		a, b := set.Pages[k.a], set.Pages[k.b]
		l := link{a: k.a, b: k.b, credit: credits(a, b) || credits(b, a)}
		common := float64(shared[k])
		shorter, longer := float64(min(length[k.a], length[k.b])), float64(max(length[k.a], length[k.b]))
		l.share = common / longer
		if l.holds(common, shorter) && !facts.Form(a, b) {
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
