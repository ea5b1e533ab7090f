package view

// Sides are two clauses side by side, part by part: as a row tells it, and as another account of it or a statement that contradicts it does.
type Sides struct {
	With  string     `json:"with,omitempty"` // the statement it differs from, "" for an account of the same row
	Title string     `json:"title"`
	Parts []SidePart `json:"parts"`
}

// SidePart is one part of both; a side that does not tell it is empty.
type SidePart struct {
	Part string  `json:"part"`
	Fit  string  `json:"fit"` // equal, compatible, contrary, silent
	A    []Place `json:"a"`
	B    []Place `json:"b"`
	// what the words come to: affirmed, denied, planned; "" where they say it themselves
	SaysA string `json:"says_a,omitempty"`
	SaysB string `json:"says_b,omitempty"`
}

// sides lays a statement's clause beside those that it was laid on.
func (w *Why) sides(r *Record) {
	s := &r.Findings.Statements[r.statements[w.ID]]
	for _, l := range s.Laid {
		if n := len(w.Sides); n == 0 || w.Sides[n-1].With != l.With || l.Part == "predicate" {
			title := "Side by side with another account"
			if l.With != "" {
				title = "Side by side with what contradicts it (" + l.With + ")"
			}
			w.Sides = append(w.Sides, Sides{With: l.With, Title: title})
		}
		last := &w.Sides[len(w.Sides)-1]
		part := SidePart{Part: l.Part, Fit: l.Fit, A: []Place{}, B: []Place{}}
		if len(l.Says) == 2 {
			part.SaysA, part.SaysB = l.Says[0], l.Says[1]
		}
		for _, p := range l.A {
			if r.HasPage(p.Page) {
				part.A = append(part.A, r.Place(p.Page, p.Span))
			}
		}
		for _, p := range l.B {
			if r.HasPage(p.Page) {
				part.B = append(part.B, r.Place(p.Page, p.Span))
			}
		}
		last.Parts = append(last.Parts, part)
	}
}
