// Package compare holds many Readings against each other. It is a pure function of a set: the order in which pages arrive, the number
// of workers and the clock change nothing.
//
//	page a (Radio Nord, 18 July): "nine trucks", Marrow said         page b (Daily Sel): "ten lorries", governor Ilse Marrow said
//
// gives one entity (Ilse Marrow, two variants), one figure (vehicles; 9 and 10: differ), one relation (differ) and one entry of the
// term table (truck / lorry).
package compare

import "github.com/hearsay-news/hearsay/compare/record"

// The rows are written by the rooms below this package, so they live in the leaf record; here they have their names for everyone else.
type (
	Findings    = record.Findings
	Page        = record.Page
	Overlay     = record.Overlay
	RoleChange  = record.RoleChange
	TimeChange  = record.TimeChange
	Story       = record.Story
	Entity      = record.Entity
	Variant     = record.Variant
	Role        = record.Role
	Mention     = record.Mention
	Statement   = record.Statement
	Account     = record.Account
	Laid        = record.Laid
	Likeness    = record.Likeness
	Figure      = record.Figure
	FigureEntry = record.FigureEntry
	Verdict     = record.Verdict
	Entry       = record.Entry
	Conflict    = record.Conflict
	Copy        = record.Copy
	Relation    = record.Relation
	Term        = record.Term
	Use         = record.Use
	Origin      = record.Origin
	Fault       = record.Fault
	Mend        = record.Mend
	Print       = record.Print
	Alias       = record.Alias
	MendKind    = record.MendKind
	Anchor      = record.Anchor
	Compared    = record.Compared
	FaultKind   = record.FaultKind
)

// Why a part of comparing could not be done.
const (
	Broken     = record.Broken
	OverBudget = record.OverBudget
	Unsound    = record.Unsound
)

// What a mend does.
const (
	Rename = record.Rename
	Join   = record.Join
	Split  = record.Split
	Hide   = record.Hide
	Remark = record.Remark
)

// How the accounts of one utterance relate.
const (
	Single      = record.Single
	Copied      = record.Copied
	QuotedAlike = record.QuotedAlike
	Reworded    = record.Reworded
	Translated  = record.Translated
)

// How the entries of one figure go together.
const (
	Agree      = record.Agree
	Compatible = record.Compatible
	Differ     = record.Differ
	Alone      = record.Alone
)
