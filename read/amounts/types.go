// Package amounts finds figures: how many of what, at least, at most, about, and which way they moved.
//
//	more than 40 percent of border guards  →  low 40, relation ">", unit "percent", of "border guards"
//	from 8,200 to 3,100 troops             →  low = high = 3100, unit "troop", change {8200, 3100, down}
//	killed 12 and wounded 40               →  12 people killed, 40 people injured; scope is the word that tells it
//	rose 18 cents to $2.70                 →  0.18 USD up, and 2.7 USD reached
//
// A sentence goes through the tables of lang/en/amounts in stages (numbers, ranges, units, rates, movements); of what overlaps the longest
// stands. Then each figure is finished by its neighbours: what bounds it, what it counts, which way it moved, whom it concerns.
package amounts

import "github.com/hearsay-news/hearsay/text"

// Amount is one figure of the text. Its span holds number and unit; what bounds it, what is counted and what restricts it have spans
// of their own.
type Amount struct {
	text.Span
	Low, High Number // bounds; both unknown for a direction without a number
	Relation  Relation
	Unit      string    // ISO currency code, measure in the singular, lemma of the counted noun; "" for none
	Of        text.Span // what is counted; empty for none
	Scope     text.Span // the restricting phrase; empty for none
	Bound     text.Span // the words that make the relation: "more than", "up to"; empty for none
	Attitude  string    // only, another, as-many, fully: how the text takes it; "" for none
	Vague     bool      // a magnitude, "hundreds", no number
	Weak      string    // the rule that finds it told in passing, "the two leaders", "one reason": nothing to set beside others; "" for a figure
	Change    *Change
	Moved     text.Span // the word that tells the change: "fell", "rise"; empty for none
	Kind      Kind
	Rule      string
	Slots
}

// Slots are the parts of a figure that a clause is compared by. Each is a place of the page's text, empty for what the text does not tell:
//
//	12 of the 30 depots in the north burned       thing "depots", lemma "depot", whole "the 30 depots in the north", total 30, part
//	40 officers charged with spying               thing "officers charged with spying", head "officers"
//	$5 million for the bridge                     purpose "for the bridge"
//	exports rose 9 percent                        thing "exports", change
type Slots struct {
	Thing   text.Span // what is counted, with its modifiers and its complement
	Head    text.Span // the noun that heads it
	Lemma   string    // that noun's lemma, lower case
	Whole   text.Span // what a part or a share is taken from
	Total   Number    // how many the whole has
	Purpose text.Span // what a sum is for
	Tells   Tells
}

// Tells says what a figure's number tells.
type Tells string

const (
	Level Tells = "level"  // how many there are, or where a movement ended
	Step  Tells = "change" // by how much it moved
	Part  Tells = "part"   // how many of a whole
)

// Number is a number that may be unknown.
type Number struct {
	Value float64
	Known bool
}

// Change is a movement of an amount. From and To may be unknown.
type Change struct {
	From, To  Number
	Direction Direction
}

// Relation says how the number bounds the amount.
type Relation string

const (
	Equal      Relation = "="
	About      Relation = "~"
	Less       Relation = "<"
	AtMost     Relation = "<="
	More       Relation = ">"
	AtLeast    Relation = ">="
	NoRelation Relation = "" // a direction without a number
)

// Direction is which way an amount moved.
type Direction string

const (
	Up   Direction = "up"
	Down Direction = "down"
)

// Kind is what sort of figure it is.
type Kind string

const (
	Count    Kind = "count"
	Share    Kind = "share" // percent, fraction
	Money    Kind = "money"
	Measure  Kind = "measure"
	Age      Kind = "age"
	Duration Kind = "duration"
	Killed   Kind = "killed"
	Injured  Kind = "injured"
	Missing  Kind = "missing"
	Detained Kind = "detained"
)

// Counts says whether a figure of this kind counts things or people.
func (k Kind) Counts() bool {
	switch k {
	case Count, Killed, Injured, Missing, Detained:
		return true
	}
	return false
}
