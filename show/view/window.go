package view

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/hearsay-news/hearsay/read/times"
	"github.com/hearsay-news/hearsay/text"
)

// Window is the part of a list that is wanted: rows are made only for what is shown. The zero Window wants everything.
type Window struct{ From, Limit int }

// built makes the rows of a window from the numbers of all chosen rows.
func built[T any](chosen []int, w Window, row func(int) T) []T {
	from := min(max(w.From, 0), len(chosen))
	to := len(chosen)
	if w.Limit > 0 {
		to = min(to, from+w.Limit)
	}
	out := make([]T, 0, to-from)
	for _, i := range chosen[from:to] {
		out = append(out, row(i))
	}
	return out
}

// windowed is the window of rows that are made already.
func windowed[T any](rows []T, w Window) []T {
	from := min(max(w.From, 0), len(rows))
	to := len(rows)
	if w.Limit > 0 {
		to = min(to, from+w.Limit)
	}
	return rows[from:to]
}

// orders are the numbers of the rows of each list in the order in which they are shown.
type orders struct {
	statements, figures, timeline, copies, pages []int

	rank []int // of each statement in that order
}

// sorted returns the numbers 0 to n-1 in the order that less gives; equal ones keep their order.
func sorted(n int, compare func(a, b int) int) []int {
	out := make([]int, n)
	for i := range out {
		out[i] = i
	}
	slices.SortStableFunc(out, compare)
	return out
}

func (r *Record) sortRows() {
	f := r.Findings
	type opening struct {
		when times.Interval
		page string
		at   int
	}
	opens := make([]opening, len(f.Statements))
	for i := range f.Statements {
		o := opening{at: -1}
		for _, a := range f.Statements[i].Accounts {
			if !r.HasPage(a.Page) {
				continue
			}
			when := r.date(a.Page).Interval
			if o.at >= 0 && !a.First && cmp.Or(earlier(when, o.when), strings.Compare(a.Page, o.page)) >= 0 {
				continue
			}
			o = opening{when, a.Page, firstByte(a.Source, a.Cue, a.Content)}
			if a.First {
				break
			}
		}
		opens[i] = o
	}
	r.order.statements = sorted(len(opens), func(a, b int) int {
		x, y := opens[a], opens[b]
		return cmp.Or(earlier(x.when, y.when), strings.Compare(x.page, y.page), x.at-y.at, strings.Compare(f.Statements[a].ID, f.Statements[b].ID))
	})
	r.order.rank = make([]int, len(opens))
	for rank, i := range r.order.statements {
		r.order.rank[i] = rank
	}
	r.order.figures = sorted(len(f.Figures), func(a, b int) int {
		x, y := &f.Figures[a], &f.Figures[b]
		return cmp.Or(verdicts[string(x.Verdict)]-verdicts[string(y.Verdict)], len(y.Entries)-len(x.Entries), strings.Compare(x.Counts, y.Counts), strings.Compare(x.ID, y.ID))
	})
	r.order.timeline = sorted(len(f.Timeline), func(a, b int) int {
		x, y := &f.Timeline[a], &f.Timeline[b]
		return cmp.Or(earlier(x.When, y.When), strings.Compare(x.Title, y.Title), strings.Compare(x.ID, y.ID))
	})
	rank := map[string]int{"verbatim": 0, "near": 0, "quote": 1, "internal": 2, "template": 3}
	weight := make([]int, len(f.Copies))
	for i := range f.Copies {
		for _, s := range f.Copies[i].Spans {
			weight[i] += s.Len()
		}
	}
	r.order.copies = sorted(len(f.Copies), func(a, b int) int {
		x, y := &f.Copies[a], &f.Copies[b]
		return cmp.Or(rank[x.Kind]-rank[y.Kind], weight[b]-weight[a], strings.Compare(x.ID, y.ID))
	})
	r.order.pages = sorted(len(r.Pages), func(a, b int) int {
		x, y := &r.Pages[a], &r.Pages[b]
		if (x.Skip == nil) != (y.Skip == nil) {
			if x.Skip == nil {
				return -1
			}
			return 1
		}
		return cmp.Or(earlier(r.date(x.ID).Interval, r.date(y.ID).Interval), strings.Compare(x.ID, y.ID))
	})
}

func firstByte(lists ...[]text.Span) int {
	first := -1
	for _, list := range lists {
		for _, s := range list {
			if first < 0 || s.Start < first {
				first = s.Start
			}
		}
	}
	return max(first, 0)
}

// holds says whether words stand in a text, in any case, at the beginning of a word: "row" is not in "Marrow". The needle is in lower case already; nothing is copied.
func holds(s, needle string) bool {
	if needle == "" {
		return true
	}
	first, _ := utf8.DecodeRuneInString(needle)
	inWord := false
	for i, c := range s {
		if !inWord && unicode.ToLower(c) == first && prefix(s[i:], needle) > 0 {
			return true
		}
		inWord = unicode.IsLetter(c) || unicode.IsDigit(c)
	}
	return false
}

// prefix returns how many bytes of a text a needle takes at its beginning, in any case; 0 when something else stands there.
func prefix(s, needle string) int {
	at := 0
	for _, want := range needle {
		c, n := utf8.DecodeRuneInString(s[at:])
		if n == 0 || unicode.ToLower(c) != want && !(want == ' ' && unicode.IsSpace(c)) {
			return 0
		}
		at += n
	}
	return at
}
