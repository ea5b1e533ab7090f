package site

import (
	"cmp"
	"slices"
	"strconv"

	"github.com/hearsay-news/hearsay/compare/pages"
	"github.com/hearsay-news/hearsay/compare/record"
	"github.com/hearsay-news/hearsay/compare/words"
	"github.com/hearsay-news/hearsay/read/page"
	"github.com/hearsay-news/hearsay/text"
)

const (
	widespread = 6   // pages of any outlets on which a line must stand
	apart      = 0.4 // share of the words of the shorter page below which two pages tell different things
	mostly     = 0.7 // share of such pairs among the pages that have the line
	sampled    = 96  // pairs that are looked at for a line
	stride     = 3   // further pages with which each is paired
	longCommon = 240 // bytes of a line above which nobody's furniture is
)

// common finds the furniture that outlets share: rights notices, newsletter and share lines. Such a line stands on many pages that have little
// else in common, whereas a sentence of an agency stands on pages that have most of its report.
//
//	six pages about six things: "This material may not be rewritten or redistributed."   →   template
func common(set *pages.Set) []record.Copy {
	lines := map[uint64][]line{}
	for _, p := range set.Pages {
		set.Steps.Take(len(p.Words))
		for i, b := range p.Page.Blocks {
			if b.Len() > longCommon {
				continue
			}
			if k := key(p.Page.Text.At(b.Span)); k != 0 {
				lines[k] = append(lines[k], line{p, i})
			}
		}
	}
	var keys []uint64
	once := map[uint64][]line{} // the first on each page
	for _, k := range sortedHashes(lines) {
		if len(lines[k]) < widespread {
			continue
		}
		first := slices.CompactFunc(slices.Clone(lines[k]), func(x, y line) bool { return x.page == y.page })
		if len(first) >= widespread {
			keys = append(keys, k)
			once[k] = first
		}
	}
	slices.SortStableFunc(keys, func(x, y uint64) int { return cmp.Compare(len(once[y]), len(once[x])) })
	told := map[*pages.Page][]uint32{} // the words of each page that are no furniture so far
	var copies []record.Copy
	for _, k := range keys {
		found := lines[k]
		if !unrelated(set, once[k], told) {
			continue
		}
		why := "the line stands on " + strconv.Itoa(len(once[k])) + " pages that share little else"
		var spans []text.Place
		changed := false
		for _, l := range found {
			role := l.page.Roles[l.block]
			if role.Shown() && role != page.Title {
				l.page.SetRole(l.block, page.Notice, why)
				delete(told, l.page)
				changed = true
			}
			spans = append(spans, l.page.Place(l.page.Page.Blocks[l.block].Span))
		}
		first := found[0]
		if n := len(set.Vocabulary.Append(nil, first.page.Page.Text, first.page.Page.Blocks[first.block].Span)); changed && n >= shortLine {
			copies = append(copies, record.Copy{ID: copyID(spans), Kind: "template", Spans: spans, Why: why})
		}
	}
	return copies
}

// unrelated says whether the pages that have a line tell different things for the most part.
func unrelated(set *pages.Set, found []line, told map[*pages.Page][]uint32) bool {
	every := max(1, len(found)*stride/sampled)
	pairs, different := 0, 0
	for i := 0; i < len(found); i += every {
		for d := 1; d <= stride; d++ { // far apart in the list: pages that stand side by side may be copies
			j := (i + d*len(found)/(stride+1)) % len(found)
			if i == j {
				continue
			}
			a, b := telling(set, found[i], told), telling(set, found[j], told)
			pairs++
			if share(a, b) < apart {
				different++
			}
		}
	}
	set.Steps.Take(pairs * 64)
	return pairs > 0 && float64(different) >= mostly*float64(pairs)
}

// telling is the sorted set of a page's words that say something, without those of one line.
func telling(set *pages.Set, l line, told map[*pages.Page][]uint32) []uint32 {
	p := l.page
	list, ok := told[p]
	if !ok {
		for _, w := range p.Words {
			if b := p.Block(int(w.Start)); b >= 0 && p.Roles[b].Told() && !set.Vocabulary.Forms[w.Form].Stop {
				list = append(list, uint32(w.Form))
			}
		}
		slices.Sort(list)
		list = slices.Compact(list)
		told[p] = list
	}
	var own []words.Word
	own = set.Vocabulary.Append(own, p.Page.Text, p.Page.Blocks[l.block].Span)
	return slices.DeleteFunc(slices.Clone(list), func(f uint32) bool {
		return slices.ContainsFunc(own, func(w words.Word) bool { return uint32(w.Form) == f })
	})
}

const say = 6 // words that a page must have beside the line to be told apart from others

// share is the part of the shorter list that the longer one has too; where there is hardly anything, all of it may be.
func share(a, b []uint32) float64 {
	n, i := 0, 0
	for _, x := range a {
		for i < len(b) && b[i] < x {
			i++
		}
		if i < len(b) && b[i] == x {
			n++
		}
	}
	if min(len(a), len(b)) < say {
		return 1
	}
	return float64(n) / float64(min(len(a), len(b)))
}
