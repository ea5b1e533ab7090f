package view

import "github.com/hearsay-news/hearsay/compare"

// Fault is a part of comparing that could not be done: its rows are missing from the record.
type Fault struct {
	ID     string            `json:"id"`
	Room   string            `json:"room"`
	Kind   compare.FaultKind `json:"kind"`
	Detail string            `json:"detail"`
	Words  string            `json:"words"`
}

// Faults returns what could not be compared.
func (r *Record) Faults() []Fault {
	if r.shelf != nil {
		return r.shelf.overview(Dial{Min: DefaultDial}).Faults
	}
	out := make([]Fault, len(r.Findings.Faults))
	for i, f := range r.Findings.Faults {
		out[i] = Fault{f.ID, f.Room, f.Kind, f.Detail, FaultWords(f)}
	}
	return out
}

// FaultWords says what a fault of comparing means: "comparing stopped in figures: index out of range [3] with length 3".
func FaultWords(f compare.Fault) string {
	switch f.Kind {
	case compare.OverBudget:
		return "comparing stopped in " + f.Room + ", which would have taken " + OneLine(f.Detail)
	case compare.Unsound:
		return "comparing left a row out of " + f.Room + ": " + OneLine(f.Detail)
	}
	return "comparing stopped in " + f.Room + ": " + OneLine(f.Detail)
}
