package copies

import (
	"slices"

	"github.com/hearsay-news/hearsay/compare/pages"
	"github.com/hearsay-news/hearsay/read/names"
	"github.com/hearsay-news/hearsay/text"
)

const (
	slots  = 5   // names and numbers that a page must hold to be told from another filling of its form
	filled = 0.4 // share of them that another filling may have too
)

// Facts are the names and numbers that the pages of a set hold, gathered as they are asked for.
type Facts struct {
	set *pages.Set
	of  map[*pages.Page][]uint32
}

// NewFacts makes room for the facts of a set.
func NewFacts(set *pages.Set) *Facts { return &Facts{set, map[*pages.Page][]uint32{}} }

// Form says whether two pages that share their words are two fillings of one form: court lists, forecasts, results. Whoever copies a report
// keeps its names and numbers; a form has others in their place.
//
//	"A 34-year-old man from Quay Lane, Odrin, appeared on Tuesday …"   "A 52-year-old man from Mill Rise, Brackmoor, appeared on Monday …"
func (f *Facts) Form(a, b *pages.Page) bool {
	x, y := f.held(a), f.held(b)
	if min(len(x), len(y)) < slots {
		return false
	}
	n := 0
	for _, w := range x {
		if _, both := slices.BinarySearch(y, w); both {
			n++
		}
	}
	return float64(n) < filled*float64(min(len(x), len(y)))
}

// held is the sorted set of words of a page's body that are numbers or parts of names.
func (f *Facts) held(p *pages.Page) []uint32 {
	if list, ok := f.of[p]; ok {
		return list
	}
	var named []text.Span
	for i := range p.Names {
		if p.Names[i].Form == names.Name {
			named = append(named, p.Names[i].Span)
		}
	}
	var list []uint32
	at := 0
	for _, w := range p.Body() {
		for at < len(named) && named[at].End <= int(w.Start) {
			at++
		}
		inName := at < len(named) && named[at].Start <= int(w.Start)
		if form := &f.set.Vocabulary.Forms[w.Form]; !form.Stop && (inName || form.Number) {
			list = append(list, uint32(w.Form))
		}
	}
	slices.Sort(list)
	list = slices.Compact(list)
	f.of[p] = list
	return list
}
