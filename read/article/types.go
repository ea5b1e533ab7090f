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

// Credit is an agency, or another paper, that the page says its text comes from or had help from: "SEL (Gulf Wire) —", "By Ada Brand, Gulf Wire",
// "Source: Gulf Wire", "Gulf Wire contributed to this report".
type Credit struct {
	Name     string
	Evidence []text.Span // the words that name it
	Kind     CreditKind
	Why      string // the rule that found it
}

// CreditKind says what kind of line gives the credit.
type CreditKind string

const (
	FromDateline CreditKind = "dateline" // SEL (Gulf Wire) —
	FromByline   CreditKind = "byline"   // By Ada Brand, Gulf Wire
	FromNote     CreditKind = "note"     // © Gulf Wire; Source: Gulf Wire; This piece first appeared in …; (Gulf Wire) at the end
	Helped       CreditKind = "helped"   // With inputs from Gulf Wire
)

// Carried says whether the whole text is the credited body's, so that whoever speaks in it is heard through that body.
func (c Credit) Carried() bool { return c.Name != "" && c.Kind != Helped }

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
