package view

import (
	"slices"
	"strings"
	"unicode"

	"github.com/hearsay-news/hearsay/text"
)

// Find looks for words in every page, in any case, and returns up to limit places in order of pages. It reads every text; a record with
// a search index answers faster through the store.
func (r *Record) Find(words string, limit int) []Hit {
	needle := strings.ToLower(OneLine(words))
	out := []Hit{}
	if needle == "" {
		return out
	}
	for i := range r.Pages {
		if r.Pages[i].Reading == nil {
			continue
		}
		t := string(r.Pages[i].Reading.Page.Text)
		low := strings.ToLower(t)
		if len(low) != len(t) {
			low = t // a letter whose lower case is longer would shift every place after it
		}
		for from, n := 0, 0; n < 3 && len(out) < limit; n++ {
			k := strings.Index(low[from:], needle)
			if k < 0 {
				break
			}
			s := text.Span{Start: from + k, End: from + k + len(needle)}
			out = append(out, Hit{Page: r.Pages[i].ID, Span: s})
			from = s.End
		}
	}
	return out
}

// Found is a search result as it is shown: the words found, with what stands around them.
type Found struct {
	Page   string `json:"page"`
	Title  string `json:"title"`
	Outlet Ref    `json:"outlet"`
	When   When   `json:"published"`
	Place  *Place `json:"place"` // nil when only the page is known
	Before string `json:"before"`
	Words  string `json:"words"`
	After  string `json:"after"`
}

// ShowWords is Show for a store that finds whole lines: of a line, the first of the words that were looked for is taken.
func (r *Record) ShowWords(h Hit, query string) Found {
	if r.shelf != nil {
		return r.shelf.light(h.Page).ShowWords(h, query)
	}
	if t := r.text(h.Page); !h.Span.Empty() && h.Span.Start >= 0 && h.Span.End <= len(t) {
		if narrow, ok := firstOfWords(t.At(h.Span), query); ok {
			h.Span = text.Span{Start: h.Span.Start + narrow.Start, End: h.Span.Start + narrow.End}
		}
	}
	return r.Show(h)
}

// Show returns a search result with what stands around its place.
func (r *Record) Show(h Hit) Found {
	if r.shelf != nil {
		return r.shelf.light(h.Page).Show(h)
	}
	out := Found{Page: h.Page, Title: r.Title(h.Page), Outlet: r.Outlet(h.Page), When: r.Published(h.Page), After: OneLine(h.Snippet)}
	t := r.text(h.Page)
	if h.Span.Empty() || h.Span.End > len(t) || h.Span.Start < 0 {
		return out
	}
	p := r.Place(h.Page, h.Span)
	out.Place, out.Words = &p, p.Text
	out.Before, out.After = around(string(t), h.Span, 110)
	return out
}

// firstOfWords finds a whole query in a line, or else the first of its words.
func firstOfWords(line, query string) (text.Span, bool) {
	query = strings.ToLower(OneLine(strings.Map(func(c rune) rune {
		if c == '"' || c == '*' || c == '(' || c == ')' {
			return ' '
		}
		return c
	}, query)))
	if query == "" {
		return text.Span{}, false
	}
	for _, words := range [][]string{{query}, strings.Fields(query)} {
		inWord := false
		for i, c := range line {
			if inWord {
				inWord = unicode.IsLetter(c) || unicode.IsDigit(c)
				continue
			}
			inWord = unicode.IsLetter(c) || unicode.IsDigit(c)
			for _, w := range words {
				if n := prefix(line[i:], w); n > 0 {
					return text.Span{Start: i, End: i + n}, true
				}
			}
		}
	}
	return text.Span{}, false
}

// around returns up to n characters of the lines before and after a place, cut at word boundaries.
func around(t string, s text.Span, n int) (before, after string) {
	lineStart := strings.LastIndexByte(t[:s.Start], '\n') + 1
	lineEnd := len(t)
	if k := strings.IndexByte(t[s.End:], '\n'); k >= 0 {
		lineEnd = s.End + k
	}
	head := strings.Fields(t[lineStart:s.Start])
	size := 0
	for i, word := range slices.Backward(head) {
		if size += len(word) + 1; size > n {
			head = append([]string{"…"}, head[i+1:]...)
			break
		}
	}
	before = strings.Join(head, " ")
	if before != "" && strings.ContainsAny(t[s.Start-1:s.Start], " \t\r") {
		before += " "
	}
	after = Short(t[s.End:lineEnd], n)
	if after != "" && strings.ContainsAny(t[s.End:s.End+1], " \t\r") {
		after = " " + after
	}
	return before, after
}
