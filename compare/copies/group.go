package copies

import (
	"fmt"
	"slices"
	"strings"

	"github.com/hearsay-news/hearsay/compare/pages"
	"github.com/hearsay-news/hearsay/compare/record"
	"github.com/hearsay-news/hearsay/compare/words"
	"github.com/hearsay-news/hearsay/read/page"
	"github.com/hearsay-news/hearsay/text"
)

// side is one end of a passage.
type side struct {
	page       *pages.Page
	start, end int // words
	passage    int
}

const (
	slack    = 3    // words by which two ends may differ and still be the same passage
	verbatim = 0.75 // share of their words that all spans of a verbatim row have in common
)

// group makes one copy of all passages of one kind whose ends coincide.
func group(passages []Passage) []record.Copy {
	head := make([]int, len(passages))
	for i := range head {
		head[i] = i
	}
	find := func(i int) int {
		for head[i] != i {
			head[i] = head[head[i]]
			i = head[i]
		}
		return i
	}
	sides := make([]side, 0, 2*len(passages))
	for i, p := range passages {
		sides = append(sides, side{p.A, p.a0, p.a1, i}, side{p.B, p.b0, p.b1, i})
	}
	slices.SortFunc(sides, func(x, y side) int {
		if x.page != y.page {
			return x.page.Index - y.page.Index
		}
		if x.start != y.start {
			return x.start - y.start
		}
		if x.end != y.end {
			return x.end - y.end
		}
		return x.passage - y.passage
	})
	for i, s := range sides {
		for j := i + 1; j < len(sides) && j < i+64 && sides[j].page == s.page && sides[j].start <= s.start+slack; j++ {
			o := sides[j]
			if passages[o.passage].Kind != passages[s.passage].Kind || abs(o.end-s.end) > slack {
				continue
			}
			x, y := find(s.passage), find(o.passage)
			head[max(x, y)] = min(x, y)
		}
	}
	members := map[int][]int{}
	for i := range passages {
		members[find(i)] = append(members[find(i)], i)
	}
	var out []record.Copy
	for i := range passages {
		if find(i) != i {
			continue
		}
		if c := row(passages, members[i]); len(c.Spans) > 1 { // ends that overlap are one place: a phrase said again and again
			out = append(out, c)
		}
	}
	return out
}

// row makes one copy. Of ends that overlap on a page only the widest is shown.
func row(passages []Passage, members []int) record.Copy {
	var spans []text.Place
	longest, matched := 0, 0
	inside := map[text.Place][]words.Word{} // those of a headline inside it too
	for _, i := range members {
		p := &passages[i]
		a, b := p.A.Place(p.AS), p.B.Place(p.BS)
		inside[a], inside[b] = p.A.Between(p.AS), p.B.Between(p.BS)
		spans = append(spans, a, b)
		if p.Words > longest {
			longest, matched = p.Words, p.Matched
		}
	}
	slices.SortFunc(spans, ComparePlaces)
	kept := spans[:0]
	for _, s := range spans {
		if n := len(kept); n > 0 && kept[n-1].Page == s.Page && kept[n-1].Overlaps(s.Span) {
			if s.Len() > kept[n-1].Len() {
				kept[n-1] = s
			}
			continue
		}
		kept = append(kept, s)
	}
	kind := passages[members[0]].Kind
	drifts := func(s text.Place) bool { // from ends to ends near them, or furniture stands inside
		return shared(inside[kept[0]], inside[s]) < verbatim || float64(min(s.Len(), kept[0].Len())) < verbatim*float64(max(s.Len(), kept[0].Len()))
	}
	if kind == "verbatim" && slices.ContainsFunc(kept, drifts) {
		kind = "near"
	}
	why := fmt.Sprintf("%d of %d words in a row in common", matched, longest)
	if matched == longest {
		why = fmt.Sprintf("the same %d words", longest)
	}
	if kind == "quote" {
		why += ", all inside quotation marks"
	}
	return record.Copy{ID: id(kind, kept), Kind: kind, Spans: kept, Why: why}
}

// shared is the smaller of the shares of words that two spans have in common.
func shared(a, b []words.Word) float64 {
	left := map[uint32]int{}
	for _, w := range a {
		left[w.Form]++
	}
	n := 0
	for _, w := range b {
		if left[w.Form] > 0 {
			left[w.Form]--
			n++
		}
	}
	return float64(n) / float64(max(len(a), len(b), 1))
}

const repeatedLine = 5 // words of a line that stands twice on one page

// lines finds lines that stand twice on one page or more often. A body line that repeats a caption is one.
func lines(set *pages.Set) []record.Copy {
	var out []record.Copy
	for _, p := range set.Pages {
		seen, row := map[string]int{}, map[int]int{} // of a line: its first block; of that: its row
		set.Steps.Take(len(p.Words))
		for i, b := range p.Page.Blocks {
			if !p.Roles[i].Shown() {
				continue
			}
			list := p.Between(b.Span)
			if len(list) < repeatedLine {
				continue
			}
			k := lineKey(set.Vocabulary, list)
			first, ok := seen[k]
			if !ok {
				seen[k] = i
				continue
			}
			if p.Roles[i] == page.Body && p.Roles[first] == page.Caption {
				p.SetRole(i, page.Caption, "the line repeats a caption")
			} else if p.Roles[first] == page.Body && p.Roles[i] == page.Caption {
				p.SetRole(first, page.Caption, "the line repeats a caption")
			}
			at, ok := row[first]
			if !ok {
				at = len(out)
				row[first] = at
				out = append(out, record.Copy{Kind: "internal", Spans: []text.Place{p.Place(p.Page.Blocks[first].Span)}, Why: "the line stands twice on the page"})
			}
			out[at].Spans = append(out[at].Spans, p.Place(b.Span))
		}
	}
	for i := range out {
		if n := len(out[i].Spans); n > 2 {
			out[i].Why = fmt.Sprintf("the line stands %d times on the page", n)
		}
		out[i].ID = id("internal", out[i].Spans)
	}
	return out
}

// without leaves out the rows that show a repeated line once more: passages of one page whose every end lies in a line of one row of lines,
// and holds the most of it.
func without(rows, repeated []record.Copy) []record.Copy {
	type line struct {
		text.Place
		row int
	}
	lines := map[string][]line{} // of a page, in order
	for i := range repeated {
		for _, s := range repeated[i].Spans {
			lines[s.Page] = append(lines[s.Page], line{s, i})
		}
	}
	for _, list := range lines {
		slices.SortFunc(list, func(a, b line) int { return a.Compare(b.Span) })
	}
	lineOf := func(s text.Place) int {
		list := lines[s.Page]
		i, _ := slices.BinarySearchFunc(list, s, func(l line, s text.Place) int { return l.End - s.End })
		if i < len(list) && list[i].Contains(s.Span) && 5*s.Len() > 4*list[i].Len() {
			return list[i].row
		}
		return -1
	}
	return slices.DeleteFunc(rows, func(c record.Copy) bool {
		if c.Kind != "internal" || lineOf(c.Spans[0]) < 0 {
			return false
		}
		return !slices.ContainsFunc(c.Spans, func(s text.Place) bool { return lineOf(s) != lineOf(c.Spans[0]) })
	})
}

func lineKey(v *words.Vocabulary, list []words.Word) string {
	var b strings.Builder
	for _, w := range list {
		b.WriteString(v.Forms[w.Form].Text)
		b.WriteByte(' ')
	}
	return b.String()
}

// ComparePlaces orders places by page, then by span.
func ComparePlaces(a, b text.Place) int {
	if a.Page != b.Page {
		return strings.Compare(a.Page, b.Page)
	}
	return a.Span.Compare(b.Span)
}

func id(kind string, spans []text.Place) string {
	parts := []string{kind}
	for _, s := range spans {
		parts = append(parts, pages.PlaceKey(s))
	}
	return pages.ID("c", parts...)
}

func abs(n int) int { return max(n, -n) }
