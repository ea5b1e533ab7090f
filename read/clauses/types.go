// Package clauses reads what a clause says into plain values, so that two clauses can be laid on each other part by part.
//
//	The ministry denied that 14 soldiers had been killed at Sel on Monday.
//
// gives one clause inside statement 1: predicate kill (class kill), object "14 soldiers" with its amount, place Sel, time Monday, affirmed, a fact.
//
// Voice is undone (the object of "was killed" is its subject), and what only frames a deed is told as its polarity or mode: "failed to send" is
// send, negated; "plans to close" is close, planned; "the trip was scrapped" is trip, called off.
package clauses

import "github.com/hearsay-news/hearsay/text"

// Clause is one thing said to happen, to be or not to be.
type Clause struct {
	text.Span           // from its first word to its last
	Trigger   text.Span // the word that tells it
	Lemma     string    // of the trigger; a particle is joined to it: "blow_up"
	Classes   []string  // kinds of doing or happening the trigger can be, sorted
	Noun      bool      // told by a noun: "the blast"
	Main      bool      // the main clause of its sentence, or of its statement's content
	Negated   bool
	Mode      Mode
	Parts     []Part
	Inside    int // index of the innermost statement whose content holds it; -1 for none
}

// Mode is how real the clause makes what it tells.
type Mode string

// The modes.
const (
	Fact        Mode = "fact"
	Planned     Mode = "planned"
	Possible    Mode = "possible"
	Demanded    Mode = "demanded"
	Conditional Mode = "conditional"
	Asked       Mode = "asked"
	CalledOff   Mode = "called off"
	PutOff      Mode = "put off"
)

// Part is one phrase of a clause.
type Part struct {
	text.Span           // without relative clauses and appositions
	Whole     text.Span // with them
	Slot      Slot
	Head      text.Span // the noun that tells what it is: soldiers in "a group of 14 soldiers"
	Lemma     string    // of the head
	Entity    int       // index of the page's entity; -1 for none
	Prep      string    // the preposition before it, "" for none
	Definite  bool      // a name, or taken for known: the, this, its
	Scope     Scope     // how much of a set is meant
	Amount    int       // index of the amount that counts it; -1 for none
	Time      int       // of a Time, the index of the page's expression; -1 for any other
}

// Slot is what a part does in its clause.
type Slot string

// The slots.
const (
	Agent     Slot = "agent"
	Object    Slot = "object"
	Recipient Slot = "recipient"
	Place     Slot = "place"
	Goal      Slot = "goal"   // a place that is moved to
	Source    Slot = "source" // a place that is left
	Time      Slot = "time"
	Amount    Slot = "amount" // a figure that is told of the clause, not of one of its parts: "put at 15", "to seven years"
	Other     Slot = "other"
)

// Scope says how much of a set a part means, as far as words tell.
type Scope string

// The scopes.
const (
	NoScope Scope = ""
	All     Scope = "all"
	Most    Scope = "most"
	Some    Scope = "some"
)

// Part returns the first part in a slot, nil for none.
func (c *Clause) Part(slot Slot) *Part {
	for i := range c.Parts {
		if c.Parts[i].Slot == slot {
			return &c.Parts[i]
		}
	}
	return nil
}
