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

// Read reads one page in a language. Whatever its bytes are, the answer is a Reading: a fault inside one page becomes that page's skip.
func Read(l *lang.Language, in gather.Page) *Reading { return guarded(l, in, rooms) }

// ReadAlone reads what a page says for itself: all but the clauses, which only comparing asks for.
func ReadAlone(l *lang.Language, in gather.Page) *Reading { return guarded(l, in, ownRooms) }

// ReadArticle reads the article layer alone: the page's text, roles and metadata, what Read says of them.
func ReadArticle(l *lang.Language, in gather.Page) *Reading { return guarded(l, in, articleRooms) }

// guarded keeps a fault inside the page it happened on.
func guarded(l *lang.Language, in gather.Page, rooms func(*lang.Language, *Reading, gather.Page)) (r *Reading) {
	defer func() {
		if fault := recover(); fault != nil {
			r = &Reading{ID: in.ID, Given: in.Given, Stack: string(debug.Stack()),
				Skip: &gather.Skip{Reason: gather.Panic, Detail: fmt.Sprint(fault)}}
		}
	}()
	r = &Reading{ID: in.ID, Given: in.Given, Skip: in.Skip}
	if r.Skip == nil {
		rooms(l, r, in)
	}
	return r
}

// articleRooms goes through the first two rooms.
func articleRooms(l *lang.Language, r *Reading, in gather.Page) {
	r.Page = page.Read(l, in)
	if r.Page.Skip != nil {
		r.Skip = r.Page.Skip
		return
	}
	r.Article = article.Read(l, &r.Page, in.Given)
	if r.Page.Language != l.Tag && r.Page.Language != "und" {
		// The article layer is read in any language, the rest only where lang/ has tables.
		r.Unread = "the page is in " + r.Page.Language + "; names, times, amounts, statements and events are read in English only"
	}
}

// rooms goes through the rooms in order.
func rooms(l *lang.Language, r *Reading, in gather.Page) {
	ownRooms(l, r, in)
	if r.Skip == nil && r.Unread == "" {
		r.Clauses = clauses.Read(l, r.Page.Text, r.Page.Blocks, r.Sentences, r.Names, r.Times, r.Amounts, r.Statements, r.Events)
	}
}

// ownRooms goes through all but the last.
func ownRooms(l *lang.Language, r *Reading, in gather.Page) {
	if why := syntax.Unfit(in.Sentences); why != "" {
		r.Skip = &gather.Skip{Reason: gather.BadInput, Detail: why}
		return
	}
	articleRooms(l, r, in)
	if r.Skip != nil || r.Unread != "" {
		return
	}
	t, blocks := r.Page.Text, r.Page.Blocks
	if in.Sentences != nil {
		r.Sentences = syntax.Given(l, t, in.Sentences)
	} else {
		r.Sentences = syntax.Read(l, t, blocks)
	}
	r.Names, r.Entities = names.Read(l, t, blocks, r.Sentences)
	anchor := r.Article.Published.Interval
	if !anchor.Earliest.Known || !anchor.Latest.Known {
		anchor = times.Interval{} // "not before January" fixes no Monday
	}
	r.Times = times.Find(l, t, blocks, r.Sentences, anchor)
	r.Amounts = amounts.Find(l, t, blocks, r.Sentences, r.Times)
	r.Statements, r.Names, r.Entities = statements.Read(l, t, blocks, &r.Article, r.Sentences, r.Names, r.Entities, r.Times)
	r.Events = events.Read(l, t, blocks, r.Sentences, r.Names, r.Times, r.Statements, anchor)
}
