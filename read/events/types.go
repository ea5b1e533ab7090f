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
	Time         int       // index of the page's time expression it hangs on; -1 for none
	Until        int       // index of the expression that ends a range ("between 2007 and 2011"); 0 for none, since an end never comes first
	Open         bool      // it went on from then: "since 2007"
	Subject      text.Span // what the clause shares with the verb before it: It in "It withdrew soldiers, but redeployed them in 2014"; empty where it has its own
	Participants []int     // entity indexes
	Location     int       // entity index; -1 for none
	Statement    int       // index of the statement whose content tells it; -1 when the page tells it in its own voice
	By           text.Span // the verb group that calls off, puts off, plans or demands what the trigger names: "cancelled" in "cancelled her trip"; empty for a clause
	To           int       // index of the expression that tells the day it was put off to; -1 for none
	Decided      int       // index of the expression that tells when it was called off, put off or demanded; -1 for none
	Background   bool      // told only to recall it or to say who or what is meant: in a relative clause, of long ago
	Weight       float64   // how much the page makes of it, above 0 and up to 1: its title and lead count most
	Rule         string
}

// Interval is when the event was, by the intervals of the page's time expressions: those the page tells, or what other pages made of them.
func (e *Event) Interval(of func(expression int) times.Interval) times.Interval {
	if e.Time < 0 {
		return times.Interval{}
	}
	when := of(e.Time)
	if e.Open {
		when.Latest = times.Moment{}
	}
	if e.Until > 0 {
		if end := of(e.Until); end.Latest.Known && when.Earliest.Known && end.Latest.Day >= when.Earliest.Day {
			when.Latest = end.Latest
		}
	}
	return when
}

// Status is how real the page makes an event.
type Status string

const (
	Occurred Status = "occurred"
	Planned  Status = "planned"
	Demanded Status = "demanded"
	Claimed  Status = "claimed"
	Denied   Status = "denied"
	// what was planned, and will not be or not then
	Cancelled Status = "cancelled"
	Postponed Status = "postponed"
)
