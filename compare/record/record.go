// Package record holds the rows that comparing pages gives: what every room of compare writes and every view reads.
//
//	Statement{Speaker: Marrow, Accounts: [page a "nine trucks", page b "nine lorries"], Relation: translated}
//
// It is a leaf: it knows the rows of a single reading and nothing of how its own rows are found.
package record

import (
	"github.com/hearsay-news/hearsay/read/amounts"
	"github.com/hearsay-news/hearsay/read/article"
	"github.com/hearsay-news/hearsay/read/events"
	"github.com/hearsay-news/hearsay/read/page"
	"github.com/hearsay-news/hearsay/read/statements"
	"github.com/hearsay-news/hearsay/read/times"
	"github.com/hearsay-news/hearsay/text"
)

// Findings is everything the pages say together. Every list is sorted and every row has an ID that stays the same when the record is
// rebuilt from the same pages.
type Findings struct {
	Overlays   []Overlay // one a page that has one, sorted by page
	Pages      []Page
	Stories    []Story
	Entities   []Entity
	Statements []Statement
	Figures    []Figure
	Timeline   []Entry
	Copies     []Copy
	Relations  []Relation
	Terms      []Term
	Origins    []Origin
	Compared   Compared
	Faults     []Fault
	Mends      []Mend  // what a person put right, in the order of their ids
	Prints     []Print // of the stories, by which those are known in which nothing changed
	Aliases    []Alias // of ids that rows of this record had; what is compared once has none
}

// Print names all that the rows of one story hang on.
type Print struct {
	ID       string
	Story    string
	Compared Compared
}

// Alias leads from an id that a row had to the one that it has now: pages that came or went may change it.
type Alias struct {
	ID string
	To string
}

// Mend is something that a person put right. It holds whatever is read or compared anew, by the words it was made at: ids may change.
type Mend struct {
	ID   string
	Kind MendKind
	Of   []Anchor // what it is about
	To   string   // the outlet's right name; the words of a note
	Note string   // of whoever made it
	Met  bool     // it met something in the record as it is now
	Row  string   // the row that it stands at now: joined, parted, noted; "" for none
}

// MendKind says what a mend does.
type MendKind string

const (
	Rename MendKind = "outlet" // pages of an outlet get another outlet's name
	Join   MendKind = "join"   // two entities are one
	Split  MendKind = "split"  // an entity is another one on some pages
	Hide   MendKind = "hide"   // a row is left out
	Remark MendKind = "note"   // a row gets a note
)

// Anchor is a row as a person saw it: where one of its places stands, and the words there.
type Anchor struct {
	List  string // entities, statements, figures, timeline, copies, relations, terms; outlet for the name of an outlet
	ID    string // the row had
	Page  string
	Words string
}

// Fault is a part of comparing that could not be done. What it would have found is missing from the record; nothing else is.
type Fault struct {
	ID     string
	Room   string // of compare
	Story  string // its first page; "" for a room that sees the whole record
	Kind   FaultKind
	Detail string
	Stack  string `json:"-"` // of a fault of ours, for the log; not kept
}

// FaultKind says why a part of comparing could not be done.
type FaultKind string

const (
	Broken     FaultKind = "fault"       // a fault of ours inside the room
	OverBudget FaultKind = "over-budget" // it would have taken more steps than a room may
	Unsound    FaultKind = "unsound"     // a row broke a rule of the record and was left out
)

// Compared counts the pairs of rows that were laid on each other, so that "no disagreement" can be read rightly.
type Compared struct {
	Statements, Figures, Events int
}

// Page is what the record knows of a page beyond its own reading.
type Page struct {
	ID        string
	Outlet    string       // entity id, "" when unknown
	Published article.Date // after siblings narrowed it
	Entities  []string     // record entity id of each of the page's entities, by index
}

// Overlay is what compare changes on a page's reading. Later rooms and all views read reading + overlay.
type Overlay struct {
	Page  string
	Roles []RoleChange
	Times []TimeChange
}

// RoleChange gives a block another role; rows inside it are withdrawn if the new role tells nothing.
type RoleChange struct {
	Block int // index into the page's blocks
	Role  page.Role
	Why   string
}

// TimeChange resolves a pending time expression.
type TimeChange struct {
	Time     int // index into the page's expressions
	Interval times.Interval
}

// Story is a set of pages about one developing story.
type Story struct {
	ID    string
	Title string
	Pages []string
}

// Entity is one person, body or place of the record.
type Entity struct {
	ID       string
	Type     string
	Name     string
	Variants []Variant
	Roles    []Role
	Mentions []Mention
	Because  []string // evidence for each merge
}

// Variant is one shown form of a name.
type Variant struct {
	Text    string
	Count   int
	Outlets []string // outlet names, sorted
}

// Role is a title or description given to an entity.
type Role struct {
	Text   string
	Places []text.Place
}

// Mention is a place where an entity is spoken of.
type Mention struct {
	text.Place
	Form string
}

// Statement is one utterance with all its accounts.
type Statement struct {
	ID         string
	Speaker    string // entity id, "" for none
	Stance     statements.Stance
	Kind       statements.Kind
	Chain      []string // entity ids of the longest chain; the word "outlet" comes before and is not listed
	Addressee  []text.Place
	Medium     []text.Place
	When       *times.Interval
	Confidence float64
	Accounts   []Account
	Relation   Likeness
	Rule       string
	Laid       []Laid // its clauses laid on those of another account, or of the statement that contradicts it
}

// Laid is one part of two clauses side by side: in A as this row tells it, in B as the other does; no place where one of them does not tell.
type Laid struct {
	Part string // predicate, actor, object, place, date, number, scope, polarity, mode
	Fit  string // equal, compatible, contrary, silent
	A, B []text.Place
	Says []string // what the words of both come to, where they don't say it themselves: affirmed and denied
	With string   // the statement that it differs from, "" for an account of the same row
}

// Account is how one page carries an utterance.
type Account struct {
	Page    string
	Local   string // statement id on the page
	Source  []text.Span
	Cue     []text.Span
	Content []text.Span
	Kind    statements.Kind
	Stance  statements.Stance
	Chain   []string
	First   bool // the earliest account of the record
}

// Likeness says how the accounts of one utterance relate.
type Likeness string

const (
	Single      Likeness = "single"
	Copied      Likeness = "copied"
	QuotedAlike Likeness = "quoted-alike"
	Reworded    Likeness = "reworded"
	Translated  Likeness = "translated"
)

// Figure is one quantity in the world with what each page gives for it.
type Figure struct {
	ID      string
	Counts  string // what is counted, in words of the pages
	Unit    string
	Entries []FigureEntry
	Verdict Verdict
	Why     string
}

// FigureEntry is one page's figure.
type FigureEntry struct {
	text.Place
	Low, High amounts.Number
	Relation  amounts.Relation
	AsOf      times.Interval
	Statement string // record statement id, "" for the page's own voice
}

// Verdict says whether the entries of a figure go together.
type Verdict string

const (
	Agree      Verdict = "agree"
	Compatible Verdict = "compatible"
	Differ     Verdict = "differ"
	Alone      Verdict = "single"
)

// Entry is one event of the merged timeline.
type Entry struct {
	ID         string
	Title      string
	When       times.Interval
	Status     events.Status
	Becomes    string // the entry that reports this plan as done, "" for none
	Supports   []text.Place
	Origins    int
	Weight     float64 // 0 to 1: how much it matters to its story
	Background bool    // told of only to recall it
	Conflicts  []Conflict
	Why        string
}

// Conflict is something the supports of one event disagree on.
type Conflict struct {
	Kind  string // date, place, figure, actor, object, polarity, status
	Items []text.Place
}

// Copy is one passage that stands in several places.
type Copy struct {
	ID     string
	Kind   string // verbatim, near, template, internal, quote
	Spans  []text.Place
	Origin string // page id, "" when it can't be told
	Why    string
}

// Relation ties rows that agree, differ or shift in wording.
type Relation struct {
	ID    string
	Kind  string // agree, differ, reworded, narrower, broader
	Part  string // of differ: polarity, number, date, place, actor, object, status, scope
	Items []text.Place
	List  string // the list of the row it is about: figures, statements, timeline
	Row   string
	Other string // the row that it ties to the first, "" where it is about one row
	Why   string
}

// Term is what the outlets call one thing.
type Term struct {
	ID      string
	Entity  string // entity id, or "" where Concept is set
	Concept string
	Uses    []Use
}

// Use is one outlet's word for it.
type Use struct {
	Term   string
	Outlet string
	text.Place
}

// Origin is a set of pages that go back to one original.
type Origin struct {
	ID    string
	Pages []string
	Why   string
}
