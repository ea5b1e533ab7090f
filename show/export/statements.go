package export

import (
	"github.com/hearsay-news/hearsay/read"
	"github.com/hearsay-news/hearsay/read/statements"
	"github.com/hearsay-news/hearsay/text"
)

type pageStatement struct {
	ID         string            `json:"id"`
	Kind       statements.Kind   `json:"kind"`
	Stance     statements.Stance `json:"stance"`
	Source     []text.Span       `json:"source"`
	Cue        []text.Span       `json:"cue"`
	Content    []text.Span       `json:"content"`
	Addressee  []text.Span       `json:"addressee"`
	Medium     []text.Span       `json:"medium"`
	Speaker    *string           `json:"speaker"`
	Chain      []string          `json:"chain"`
	CarriedBy  *string           `json:"carried_by"`
	When       *interval         `json:"when"`
	Confidence float64           `json:"confidence"`
	Rule       string            `json:"rule"`
}

func statementsOf(r *read.Reading, at places, least float64) *[]pageStatement {
	out := make([]pageStatement, 0, len(r.Statements))
	for i := range r.Statements {
		s := &r.Statements[i]
		if s.Confidence < least {
			continue
		}
		row := pageStatement{ID: s.ID, Kind: s.Kind, Stance: s.Stance, Source: at.list(s.Source), Cue: at.list(s.Cue), Content: at.list(s.Content),
			Addressee: at.list(s.Addressee), Medium: at.list(s.Medium), Speaker: entityID(r, s.Speaker), When: intervalOrNull(s.When),
			Confidence: s.Confidence, Rule: s.Rule}
		row.Chain = append([]string{"outlet"}, entityIDs(r, s.Chain)...)
		if carrier := shownCarrier(r, s, least); carrier != nil {
			row.CarriedBy = &carrier.ID
		}
		out = append(out, row)
	}
	return &out
}

// shownCarrier climbs to the nearest statement around s that is written too: no row may point at one that isn't there.
func shownCarrier(r *read.Reading, s *statements.Statement, least float64) *statements.Statement {
	for steps := 0; s.CarriedBy >= 0 && s.CarriedBy < len(r.Statements) && steps < len(r.Statements); steps++ {
		s = &r.Statements[s.CarriedBy]
		if s.Confidence >= least {
			return s
		}
	}
	return nil
}
