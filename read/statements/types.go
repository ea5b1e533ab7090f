// Package statements finds who said what, to whom, and through whom.
//
//	"The port is shut," the agency Nordpress quoted governor Ilse Marrow as saying on Sunday.
//
// gives two statements: Nordpress says that Marrow said it (source "the agency Nordpress", cue "quoted … as saying"), and, carried
// by it, Marrow's own: kind direct, stance say, content `"The port is shut,"`, chain outlet → Nordpress → Marrow.
package statements

import (
	"github.com/hearsay-news/hearsay/read/times"
	"github.com/hearsay-news/hearsay/text"
)

// Statement is one attribution relation: source, cue and content as PolNeAR defines their spans.
type Statement struct {
	ID         string // local to the page: "s1", "s2" …
	Kind       Kind
	Stance     Stance
	Source     []text.Span
	Cue        []text.Span
	Content    []text.Span
	Addressee  []text.Span
	Medium     []text.Span
	Speaker    int   // index of the page's entity; -1 when the text gives no source
	Chain      []int // entity indexes from the voice nearest the page to the voice first heard; the page's outlet comes before and is not listed
	CarriedBy  int   // index of the statement whose content holds this one; -1 for none
	When       *times.Interval
	Confidence float64 // calibrated share of such rows that are right, 0 to 1
	Rule       string
	Head       string   // lemma of the cue's head word, "" without a cue
	Found      Found    // how the speaker was found
	Plain      bool     // its page holds nothing but the article
	Signs      []string // what else makes such rows more often wrong; see signs.go
	Why        []string // further reasons, for why
}

// Kind says whether the words are the speaker's own.
type Kind string

const (
	Direct   Kind = "direct"
	Indirect Kind = "indirect"
	Mixed    Kind = "mixed"
)

// Stance is what the speaker does by saying it.
type Stance string

const (
	Say      Stance = "say"
	Claim    Stance = "claim"
	Deny     Stance = "deny"
	Confirm  Stance = "confirm"
	Announce Stance = "announce"
	Pledge   Stance = "pledge"
	Demand   Stance = "demand"
	Warn     Stance = "warn"
	Accuse   Stance = "accuse"
	Question Stance = "question"
	Praise   Stance = "praise"
	Condemn  Stance = "condemn"
	Predict  Stance = "predict"
	Agree    Stance = "agree"
	Evidence Stance = "evidence"
	Hearsay  Stance = "hearsay"
	Silence  Stance = "silence"
	Think    Stance = "think"
	Attitude Stance = "attitude"
	Other    Stance = "other"
)

// Speech says whether the stance is something said, not only thought or felt.
func (s Stance) Speech() bool { return s != Think && s != Attitude && s != Other }

// Stances are all there are, speech first.
var Stances = []Stance{Say, Claim, Deny, Confirm, Announce, Pledge, Demand, Warn, Accuse, Question, Praise, Condemn, Predict, Agree, Evidence, Hearsay, Silence,
	Think, Attitude}
