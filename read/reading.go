// Package read turns one page into one Reading. It is a pure function: no clock, no network, no global state, so that equal bytes
// with equal given metadata always read the same, whoever reads them and in whatever order.
//
//	"Port shut, says Marrow\nThe port of Sel was shut on Monday, governor Ilse Marrow said."
//
//	page        two lines, title and body
//	article     title; no date of its own
//	syntax      two sentences
//	names       Marrow = governor Ilse Marrow (PER), Sel (GPE)
//	times       Monday
//	amounts     –
//	statements  Marrow: "The port of Sel was shut on Monday" (indirect, say)
//	events      shut, claimed, Monday, Sel
//	clauses     shut: object the port of Sel, time Monday, in Marrow's statement
package read

import (
	"fmt"
	"runtime/debug"

	"github.com/hearsay-news/hearsay/gather"
	"github.com/hearsay-news/hearsay/lang"
	"github.com/hearsay-news/hearsay/read/amounts"
	"github.com/hearsay-news/hearsay/read/article"
	"github.com/hearsay-news/hearsay/read/clauses"
	"github.com/hearsay-news/hearsay/read/events"
	"github.com/hearsay-news/hearsay/read/names"
	"github.com/hearsay-news/hearsay/read/page"
	"github.com/hearsay-news/hearsay/read/statements"
	"github.com/hearsay-news/hearsay/read/syntax"
	"github.com/hearsay-news/hearsay/read/times"
)

// Version names what the readers do. It goes up with every change of their output, so that kept readings are made anew.
const Version = "4"

// Reading is everything one page says, each row with its place in Page.Text.
type Reading struct {
	ID         string
	Given      gather.Given
	Skip       *gather.Skip // why there is no reading; everything below is then empty
	Stack      string       `json:"-"` // of a fault of ours, for the log
	Unread     string       // why only the article layer was read, "" where everything was
	Page       page.Page
	Article    article.Article
	Sentences  []syntax.Sentence `json:"-"` // not kept: derived again when a page is annotated
	Names      []names.Mention
	Entities   []names.Entity
	Times      []times.Expression
	Amounts    []amounts.Amount
	Statements []statements.Statement
	Events     []events.Event
	Clauses    []clauses.Clause
}

// guarded goes through rooms, and keeps a fault inside the page it happened on.
func guarded(l *lang.Language, in gather.Page, rooms []room) (r *Reading) {
	defer func() {
		if fault := recover(); fault != nil {
			r = &Reading{ID: in.ID, Given: in.Given, Stack: string(debug.Stack()),
				Skip: &gather.Skip{Reason: gather.Panic, Detail: fmt.Sprint(fault)}}
		}
	}()
	r = &Reading{ID: in.ID, Given: in.Given, Skip: in.Skip}
	for _, room := range rooms {
		if r.Skip != nil || r.Unread != "" {
			break
		}
		room.read(l, r, in)
	}
	return r
}
