package export

import "github.com/hearsay-news/hearsay/compare"

// exportedMend is what a person put right.
type exportedMend struct {
	ID   string           `json:"id"`
	Kind compare.MendKind `json:"kind"`
	Of   []exportedAnchor `json:"of"`
	To   string           `json:"to,omitempty"`
	Note string           `json:"note,omitempty"`
	Row  *string          `json:"row"` // that it stands at; null where it hides one, or meets none
	Met  bool             `json:"met"`
}

type exportedAnchor struct {
	List  string `json:"list"`
	Page  string `json:"page,omitempty"`
	Words string `json:"words"`
}

func (d *document) mend(m *compare.Mend) exportedMend {
	out := exportedMend{ID: m.ID, Kind: m.Kind, Of: []exportedAnchor{}, To: m.To, Note: m.Note, Met: m.Met}
	if m.Kind != compare.Hide {
		out.Row = orNull(m.Row)
	}
	for _, a := range m.Of {
		out.Of = append(out.Of, exportedAnchor{a.List, a.Page, a.Words})
	}
	return out
}
