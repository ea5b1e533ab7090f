package view

import (
	"slices"

	"github.com/hearsay-news/hearsay/compare"
)

// Pair is two pages laid side by side: what both tell, in what they can't both be right, what was carried over, and what only one of them has.
type Pair struct {
	A         PageRow     `json:"a"`
	B         PageRow     `json:"b"`
	Differ    []Conflict  `json:"differ"` // with places on both
	Shifts    []Conflict  `json:"shifts"` // of wording or scope
	Said      []Statement `json:"said"`   // utterances that both carry
	Figures   []Figure    `json:"figures"`
	Events    []Entry     `json:"events"`
	Copies    []Copy      `json:"copies"`
	OnlyA     int         `json:"only_a"` // statements that only the first carries
	OnlyB     int         `json:"only_b"`
	OneOrigin bool        `json:"one_origin"` // both go back to one original
}

// Pair lays two pages side by side; false when one of them is not in the record.
func (r *Record) Pair(a, b string, d Dial) (Pair, bool) {
	if r.shelf != nil {
		return r.shelf.pair(a, b, d)
	}
	out := Pair{Differ: []Conflict{}, Shifts: []Conflict{}}
	var okA, okB bool
	out.A, okA = r.Page(a, d)
	out.B, okB = r.Page(b, d)
	if !okA || !okB {
		return Pair{Differ: []Conflict{}, Shifts: []Conflict{}, Said: []Statement{}, Figures: []Figure{}, Events: []Entry{}, Copies: []Copy{}}, false
	}
	both := between{r, a, b, r.pages[a], r.pages[b]}
	for _, c := range r.disputes() {
		switch {
		case !both.hold(c.Items):
		case c.Differs():
			out.Differ = append(out.Differ, c)
		default:
			out.Shifts = append(out.Shifts, c)
		}
	}
	out.Said, out.OnlyA, out.OnlyB = both.said(d)
	out.Figures = rowsBetween(r.order.figures, rowsIn(both.onA.figures), rowsIn(both.onB.figures), func(i int) bool { return r.Findings.Figures[i].Verdict != compare.Differ },
		func(i int) Figure { return r.figure(&r.Findings.Figures[i]) })
	out.Events = rowsBetween(r.order.timeline, rowsIn(both.onA.timeline), rowsIn(both.onB.timeline), nil, r.entryAt)
	out.Copies = rowsBetween(r.order.copies, both.onA.copies, both.onB.copies, func(i int) bool { return r.Findings.Copies[i].Kind != "template" },
		func(i int) Copy { return r.copied(&r.Findings.Copies[i]) })
	out.OneOrigin = r.original[a] != "" && r.original[a] == r.original[b]
	return out, true
}

// between is two pages of which rows are asked that have a place on both.
type between struct {
	r        *Record
	a, b     string
	onA, onB *entry
}

// hold says whether some places are on both pages.
func (b *between) hold(items []Support) bool {
	var hasA, hasB bool
	for i := range items {
		hasA, hasB = hasA || items[i].Place.Page == b.a, hasB || items[i].Place.Page == b.b
	}
	return hasA && hasB
}

// said returns the shown statements that both pages carry, and counts those that only one does.
func (b *between) said(d Dial) (carried []Statement, onlyA, onlyB int) {
	shown := func(i int) bool { return d.shows(&b.r.Findings.Statements[i]) }
	carried = rowsBetween(b.r.order.statements, b.onA.statements, b.onB.statements, shown, func(i int) Statement { return b.r.statement(&b.r.Findings.Statements[i]) })
	count := func(rows []int) (n int) {
		for _, i := range rows {
			if shown(i) {
				n++
			}
		}
		return n
	}
	return carried, count(b.onA.statements) - len(carried), count(b.onB.statements) - len(carried)
}

// rowsIn returns the rows of some places, each once; places stand in the order of their rows.
func rowsIn(items []item) []int {
	var out []int
	for _, x := range items {
		out = once(out, x.row)
	}
	return out
}

// rowsBetween makes the rows that two lists have in common, in an order of all rows. Wanted may be nil.
func rowsBetween[T any](order, a, b []int, wanted func(int) bool, row func(int) T) []T {
	on := map[int]bool{}
	for _, i := range a {
		if _, both := slices.BinarySearch(b, i); both && (wanted == nil || wanted(i)) {
			on[i] = true
		}
	}
	out := make([]T, 0, len(on))
	for _, i := range order {
		if on[i] && len(out) < len(on) {
			out = append(out, row(i))
		}
	}
	return out
}
