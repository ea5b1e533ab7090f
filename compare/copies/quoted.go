package copies

import (
	"sort"

	"github.com/hearsay-news/hearsay/compare/pages"
	"github.com/hearsay-news/hearsay/read/page"
	"github.com/hearsay-news/hearsay/read/statements"
	"github.com/hearsay-news/hearsay/text"
)

// Quoted returns the stretches of a page that stand as somebody's words, in order and without overlaps: what is inside quotation
// marks, the content of direct statements, and quote blocks.
func Quoted(p *pages.Page) []text.Span {
	var out []text.Span
	for i, b := range p.Page.Blocks {
		switch {
		case p.Roles[i] == page.Quote:
			out = append(out, b.Span)
		case p.Roles[i].Shown():
			out = marked(out, p.Page.Text, b.Span)
		}
	}
	for i := range p.Statements {
		if s := &p.Statements[i]; s.Kind == statements.Direct {
			out = append(out, s.Content...)
		}
	}
	sort.Slice(out, func(i, j int) bool { return out[i].Compare(out[j]) < 0 })
	merged := out[:0]
	for _, s := range out {
		if n := len(merged); n > 0 && s.Start <= merged[n-1].End {
			merged[n-1] = merged[n-1].Cover(s)
			continue
		}
		merged = append(merged, s)
	}
	return merged
}

// marked adds what stands between quotation marks in one block. A mark that is not closed holds to the end of the block.
func marked(out []text.Span, t text.Text, in text.Span) []text.Span {
	open := -1
	for i, r := range string(t[in.Start:in.End]) {
		at := in.Start + i
		switch r {
		case '“', '«', '„':
			if open < 0 || r != '“' {
				open = at
			} else { // „…“ closes with what opens elsewhere
				out, open = append(out, text.Span{Start: open, End: at}), -1
			}
		case '”', '»':
			if open >= 0 {
				out, open = append(out, text.Span{Start: open, End: at}), -1
			}
		case '"':
			if open >= 0 {
				out, open = append(out, text.Span{Start: open, End: at}), -1
			} else {
				open = at
			}
		}
	}
	if open >= 0 {
		out = append(out, text.Span{Start: open, End: in.End})
	}
	return out
}

// inside says whether an offset lies in one of the sorted spans. The list may end in an empty span.
func inside(spans []text.Span, offset int) bool {
	n := len(spans)
	if n > 0 && spans[n-1] == (text.Span{}) {
		n--
	}
	i := sort.Search(n, func(i int) bool { return spans[i].End > offset })
	return i < n && spans[i].Start <= offset
}
