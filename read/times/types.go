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
	Op      string   // anchor, at, shift, add, weekday, weekend, dom, month, monthday, season, quarter, half, holiday, in, span, now, past, future, untold; see Resolve
	Unit    Grain    // what Count counts, and what a shift yields
	Count   int      // how far
	Part    string   // weekday, month, month and day, season, holiday …, as Op needs
	Side    string   // which side of the anchor a bare name lies on: before, after, near, or near with a leaning: near-past, near-future; last, next, this: told by the text; of a shift, what is left or gone of it: after, before
	Weekday int      // 1 to 7 where the text tells the weekday of a date without a year
	Mod     string   // START, MID or END of it
	Clock   string   // time of day within it, as the TIMEX value writes it after the date: T09:30, TMO
	Zone    *int     // minutes east of UTC, where a zone is written
	Of      *Pending // what it is relative to; nil is the anchor
}
