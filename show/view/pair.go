package view

import "github.com/hearsay-news/hearsay/compare"

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
	out := Pair{Differ: []Conflict{}, Shifts: []Conflict{}, Said: []Statement{}, Figures: []Figure{}, Events: []Entry{}, Copies: []Copy{}}
	var okA, okB bool
	out.A, okA = r.Page(a, d)
	out.B, okB = r.Page(b, d)
	if !okA || !okB {
		return out, false
	}
	on := func(items []Support) bool {
		var hasA, hasB bool
		for _, s := range items {
			hasA, hasB = hasA || s.Place.Page == a, hasB || s.Place.Page == b
		}
		return hasA && hasB
	}
	for _, c := range r.Conflicts() {
		switch {
		case !on(c.Items):
		case c.Differs():
			out.Differ = append(out.Differ, c)
		default:
			out.Shifts = append(out.Shifts, c)
		}
	}
	for _, s := range r.Statements(Filter{Dial: d}).Statements {
		var hasA, hasB bool
		for _, account := range s.Accounts {
			hasA, hasB = hasA || account.Page == a, hasB || account.Page == b
		}
		switch {
		case hasA && hasB:
			out.Said = append(out.Said, s)
		case hasA:
			out.OnlyA++
		case hasB:
			out.OnlyB++
		}
	}
	for _, f := range r.Figures("", "") {
		var items []Support
		for _, e := range f.Entries {
			items = append(items, Support{Place: e.Place})
		}
		if on(items) && f.Verdict != string(compare.Differ) {
			out.Figures = append(out.Figures, f)
		}
	}
	for _, e := range r.Timeline("", "") {
		if on(e.Supports) {
			out.Events = append(out.Events, e)
		}
	}
	for _, c := range r.Copies("") {
		if c.Kind != "template" && on(c.Spans) {
			out.Copies = append(out.Copies, c)
		}
	}
	for _, o := range r.Findings.Origins {
		var hasA, hasB bool
		for _, p := range o.Pages {
			hasA, hasB = hasA || p == a, hasB || p == b
		}
		out.OneOrigin = out.OneOrigin || hasA && hasB
	}
	return out, true
}
