// Package times finds time expressions, normalises them to TIMEX3 and to intervals, and anchors them.
//
// On a page published on Wednesday 2019-05-15, "The governor met miners on Monday, two days after the strike began in early May"
// gives DATE 2019-05-13 (Monday, before publication by the past tense "met"), DURATION-anchored DATE from "two days after", and
// DATE 2019-05 with mod START, interval 2019-05-01 to 2019-05-10, grain week.
package times

import "github.com/hearsay-news/hearsay/text"

// Expression is one time expression of the text.
type Expression struct {
	text.Span
	Type     Type
	Value    string // TIMEX3 value, ISO 8601 based
	Mod      string // START, MID, END, APPROX, BEFORE, AFTER, ON_OR_BEFORE, ON_OR_AFTER, LESS_THAN, MORE_THAN, EQUAL_OR_LESS, EQUAL_OR_MORE, or ""
	Quant    string // EVERY, EACH, … for SET
	Freq     string // 2X, … for SET
	Interval Interval
	Bound    string   // since, until, before, after, by, from, to: what the preposition makes of the interval; "" for none
	Pending  *Pending // how to resolve it once the page's date is known better; nil when it does not hang on it
	Rule     string   // name of the rule, for why
}

// Type is a TIMEX3 type.
type Type string

const (
	DATE     Type = "DATE"
	TIME     Type = "TIME"
	DURATION Type = "DURATION"
	SET      Type = "SET"
)

// Pending is an expression kept as a value: what to do to an anchor to get the interval. Values nest: "the third quarter of last
// year" is quarter 3 in the year one before the anchor's.
type Pending struct {
	Op      Op
	Unit    Grain  // what Count counts, and what a shift yields
	Count   int    // how far, or of how many units
	Number  int    // which one: weekday 1 to 7, month 1 to 12, quarter, half, week, day
	Nth     int    // the day of a month with its number; which of several weekdays, -1 the last
	Name    string // a season (SP, SU, FA, WI), or when a holiday falls, as the table of holidays writes it
	Date    string // TIMEX value of what needs no anchor
	Side    Side
	Weekday int      // 1 to 7 where the text tells the weekday of a date without a year
	Mod     string   // START, MID or END of it
	Clock   string   // time of day within it, as the TIMEX value writes it after the date: T09:30, TMO
	Zone    *int     // minutes east of UTC, where a zone is written
	Of      *Pending // what it is relative to; nil is the anchor
}

// Op is what a pending value does to its anchor.
type Op string

// The operations. "Of" is what the value is relative to: the anchor, if nothing else.
const (
	Anchor       Op = "anchor"       // Of itself
	At           Op = "at"           // Date, whatever the anchor
	Shift        Op = "shift"        // the Unit that lies Count units from the one that holds Of: "last week"
	Add          Op = "add"          // the day Count units from Of: "two weeks after Friday"
	Weekday      Op = "weekday"      // Number on the Side of Of: "Friday"
	Weekend      Op = "weekend"      // on the Side of Of
	DayOfMonth   Op = "dom"          // Number: "the 18th"
	MonthName    Op = "month"        // Number: "June"
	MonthDay     Op = "monthday"     // Number and Nth: "June 3"
	Season       Op = "season"       // Name: "summer"
	QuarterOf    Op = "quarter"      // Number: "the third quarter"
	Half         Op = "half"         // Number: "the first half"
	Holiday      Op = "holiday"      // Name: "Easter"
	NthWeekday   Op = "nth"          // Number is the weekday, Nth which one inside Of: "the last Friday of May"
	NthWeekend   Op = "nthweekend"   // Nth inside Of
	NthWeek      Op = "week"         // Nth inside Of: "the second week of May"
	NthDay       Op = "day"          // Nth inside Of: "the last day of the month"
	ISOWeek      Op = "isoweek"      // Number inside Of: "week 12 of this year"
	FeastWeekend Op = "feastweekend" // the weekend that the feast Of makes long
	Stretch      Op = "stretch"      // the first or last Count Units inside Of: "the last ten days of May"
	HalfOf       Op = "half-of"      // the half of any stretch, Number: "the second half of May"
	Span         Op = "span"         // Count Units up to or from Of: "the past two years"
	Now          Op = "now"
	Past         Op = "past"
	Future       Op = "future"
	Untold       Op = "untold" // a day that the text does not tell
)

// What hangs on what the page told before; the finder puts it in, and no expression keeps one.
const (
	previous        Op = "previous"         // the date told last
	previousQuarter Op = "previous-quarter" // the quarter told last
	sameDay         Op = "same-day"         // the day that the story is at
	sameQuarter     Op = "same-quarter"     // of the year Date, the quarter told last
	yearEarlier     Op = "year-earlier"     // the period told last, a year before
	yearAgo         Op = "year-ago"         // a year before, or the same quarter then
	sameUnit        Op = "same-unit"        // the Unit told last, Count years off or in the year Of
)

// Side is which of the many days or years of a name is meant.
type Side string

const (
	Before     Side = "before" // of the anchor; of a shift, what is gone of it
	After      Side = "after"  // of the anchor; of a shift, what is left of it
	Near       Side = "near"
	NearPast   Side = "near-past"   // near, with a leaning
	NearFuture Side = "near-future" // near, with a leaning
	Last       Side = "last"        // as the text says
	Next       Side = "next"
	This       Side = "this"
	Inside     Side = "inside" // the one inside Of: "June last year"
	undecided  Side = "?"      // until the finder has read the tense
)
