// Package events finds what happened, is planned or is claimed: dated clauses with a verb.
//
//	The last convoy left Sel on 3 May.  →  trigger "left", status occurred, when 2019-05-03, location Sel
package events

import (
	"github.com/hearsay-news/hearsay/read/times"
	"github.com/hearsay-news/hearsay/text"
)

// Event is one dated clause.
type Event struct {
	text.Span    // the clause
	Trigger      text.Span
	Status       Status
	When         *times.Interval
	Time         int   // index of the page's time expression it hangs on; -1 for none
	Participants []int // entity indexes
	Location     int   // entity index; -1 for none
	Statement    int   // index of the statement whose content tells it; -1 when the page tells it in its own voice
	Rule         string
}

// Status is how real the page makes an event.
type Status string

const (
	Occurred Status = "occurred"
	Planned  Status = "planned"
	Demanded Status = "demanded"
	Claimed  Status = "claimed"
	Denied   Status = "denied"
)
