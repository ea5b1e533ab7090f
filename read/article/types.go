// Package article says what a page is as a publication: title, byline, outlet, and when it came out, with the evidence.
//
//	14:40 GMT19 July 2021            clock: rejected as a crawl time
//	Port shut, says governor         title
//	https://radionord.example/2021/07/18/port-shut   →  published 2021-07-18, grain day, basis url
package article

import (
	"github.com/hearsay-news/hearsay/read/times"
	"github.com/hearsay-news/hearsay/text"
)

// Article is what a page says of itself.
type Article struct {
	Title     *text.Span
	Byline    []text.Span // people only, one span each
	Outlet    Outlet
	Credit    Credit // the agency whose text the page carries, if it says so
	Published Date
	Modified  Date
}

// Outlet is the publication a page belongs to. Name is "" when nothing tells it.
type Outlet struct {
	Name     string
	Evidence []text.Span
	Why      string // given, metadata, host, template, footer
}

// Credit is an agency credit ("AFP", "with reporting by Reuters").
type Credit struct {
	Name     string
	Evidence []text.Span
}

// Date is a publication or modification date as an interval with the evidence for it.
type Date struct {
	times.Interval
	Basis    Basis
	Evidence []Evidence
	Dateline MonthDay // the day in the story's dateline, where its year is not told
}

// Basis says what kind of evidence decided a date.
type Basis string

const (
	Given    Basis = "given"
	Metadata Basis = "metadata"
	URL      Basis = "url"
	FromText Basis = "text"
	None     Basis = "none"
	Record   Basis = "record" // tightened by other pages, only ever set by compare
)

// Evidence is one thing that speaks for or against a date. Span is empty where the evidence stands outside the text (a given
// field, a URL that is not shown on the page); Field then names it.
type Evidence struct {
	text.Span
	Field    string
	Use      Use
	Interval times.Interval // what this evidence alone would say
	Why      string
	Page     string // for evidence from another page of the record
}

// Use says what a piece of evidence did.
type Use string

const (
	Publication Use = "publication" // it is the date
	Anchor      Use = "anchor"      // it fixes a reference from which the date follows
	Lower       Use = "lower"       // not before
	Upper       Use = "upper"       // not after
	Rejected    Use = "rejected"    // no publication date, for the reason given
)
