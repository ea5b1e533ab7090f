package view

import (
	"strconv"
	"strings"
)

// Cite writes a statement as a source note: the words, who said them, through whom, where and when, and where that can be looked up.
//
//	“Nobody was in danger at any time” — Ilse Marrow, quoted by Nordpress, in Kurier, “Port shut”, 18 July 2021. https://kurier.example/port [kurier-1, characters 185–224, SHA-256 abab…]
func (r *Record) Cite(s Statement) string {
	r = r.all()
	a := s.Opens()
	if a == nil {
		return Quoted(s.Words)
	}
	var b strings.Builder
	b.WriteString(Quoted(Words(a.Content)) + " — " + s.SpeakerName())
	if len(a.Chain) > 2 {
		b.WriteString(", through " + ChainWords(a.Chain[1:len(a.Chain)-1]))
	}
	if a.Outlet.Name != "" {
		b.WriteString(", in " + a.Outlet.Name)
	}
	b.WriteString(", " + Quoted(a.Title) + ", " + a.Published.Words + ".")
	e := r.pages[a.Page]
	if e == nil {
		return b.String()
	}
	if e.Reading != nil && e.Reading.Given.URL != "" {
		b.WriteString(" " + e.Reading.Given.URL)
	}
	b.WriteString(" [" + a.Page)
	if len(a.Content) > 0 {
		b.WriteString(", characters " + strconv.Itoa(a.Content[0].Start) + "–" + strconv.Itoa(a.Content[len(a.Content)-1].End))
	}
	if e.SHA256 != "" {
		b.WriteString(", SHA-256 " + e.SHA256)
	}
	b.WriteString("]")
	return b.String()
}

// Against returns the disagreements that a statement of some voice is part of.
func (r *Record) Against(id string) []Conflict {
	r = r.all()
	rows := map[string]bool{}
	for _, i := range r.spoken[id] {
		if s := &r.Findings.Statements[i]; s.Speaker == id {
			rows[s.ID] = true
		}
	}
	var out []Conflict
	for _, c := range r.disputes() {
		about := rows[c.Row] || rows[c.Other]
		if i, ok := r.figures[c.Row]; ok && c.List == "figures" {
			for _, e := range r.Findings.Figures[i].Entries {
				about = about || e.Statement != "" && rows[e.Statement]
			}
		}
		if about {
			out = append(out, c)
		}
	}
	return out
}
