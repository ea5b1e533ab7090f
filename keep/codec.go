package keep

import (
	"fmt"
	"reflect"

	"github.com/hearsay-news/hearsay/gather"
	"github.com/hearsay-news/hearsay/keep/form"
	"github.com/hearsay-news/hearsay/read"
	"github.com/hearsay-news/hearsay/read/amounts"
	"github.com/hearsay-news/hearsay/read/article"
	"github.com/hearsay-news/hearsay/read/clauses"
	"github.com/hearsay-news/hearsay/read/events"
	"github.com/hearsay-news/hearsay/read/names"
	"github.com/hearsay-news/hearsay/read/page"
	"github.com/hearsay-news/hearsay/read/statements"
	"github.com/hearsay-news/hearsay/read/times"
	"github.com/hearsay-news/hearsay/text"
)

// Written is a value in a form that outlives the types of this program: see package form. Stores keep a form once, by its name.
type Written struct {
	Form *form.Form
	Data []byte
}

func write(what string, value any) (Written, error) {
	data, err := form.Write(value)
	if err != nil {
		return Written{}, fmt.Errorf("keep %s: %w", what, err)
	}
	return Written{form.Of(reflect.TypeOf(value)), data}, nil
}

func (w Written) read(what string, into any) error {
	if err := w.Form.Read(w.Data, into); err != nil {
		return fmt.Errorf("%s: %w: %v", what, ErrDamaged, err)
	}
	return nil
}

// head is what every row about a page needs of its reading.
type head struct {
	Skip    *gather.Skip
	Unread  string
	Page    page.Page
	Article article.Article
}

// rest is what was found on the page.
type rest struct {
	Names      []names.Mention
	Entities   []names.Entity
	Times      []times.Expression
	Amounts    []amounts.Amount
	Statements []statements.Statement
	Events     []events.Event
	Clauses    []clauses.Clause
}

// KeptReading is a reading in two parts, so that a row can be shown without everything else that its page says.
type KeptReading struct {
	Bare       bool // the text is the original's bytes, and left out
	Head, Rest Written
}

// EncodeReading writes a reading for keeping. Id and what is given are left out: one reading serves every page with these bytes.
func EncodeReading(r *read.Reading, original []byte) (KeptReading, error) {
	h := head{r.Skip, r.Unread, r.Page, r.Article}
	out := KeptReading{Bare: len(original) > 0 && string(r.Page.Text) == string(original)}
	if out.Bare {
		h.Page.Text = ""
	}
	var err error
	if out.Head, err = write("reading of "+r.ID, &h); err != nil {
		return out, err
	}
	out.Rest, err = write("reading of "+r.ID, &rest{r.Names, r.Entities, r.Times, r.Amounts, r.Statements, r.Events, r.Clauses})
	return out, err
}

// Depth says how much of a reading is wanted.
type Depth int

// The depths.
const (
	Heads Depth = iota // text, title, dates and outlet
	Light              // and names, times and what is quoted: all that comparing asks of every page
	Whole
)

// light is what Light takes of a reading's rest.
type light struct {
	Names      []names.Mention
	Entities   []names.Entity
	Times      []times.Expression
	Statements []struct {
		Kind    statements.Kind
		Content []text.Span
	}
}

// DecodeReading reads what EncodeReading wrote, for the page that has it now. What is not wanted may be missing from what is kept, and is left empty.
func DecodeReading(kept KeptReading, p Page, original []byte, depth Depth) (*read.Reading, error) {
	h := &head{}
	if err := kept.Head.read("reading of "+p.ID, &h); err != nil {
		return nil, err
	}
	if kept.Bare {
		h.Page.Text = text.Text(original)
	}
	out := &read.Reading{ID: p.ID, Given: p.Given, Skip: h.Skip, Unread: h.Unread, Page: h.Page, Article: h.Article}
	switch depth {
	case Light:
		x := &light{}
		if err := kept.Rest.read("reading of "+p.ID, &x); err != nil {
			return nil, err
		}
		out.Names, out.Entities, out.Times = x.Names, x.Entities, x.Times
		for _, s := range x.Statements {
			if s.Kind == statements.Direct {
				out.Statements = append(out.Statements, statements.Statement{Kind: s.Kind, Content: s.Content})
			}
		}
	case Whole:
		x := &rest{}
		if err := kept.Rest.read("reading of "+p.ID, &x); err != nil {
			return nil, err
		}
		out.Names, out.Entities, out.Times = x.Names, x.Entities, x.Times
		out.Amounts, out.Statements, out.Events, out.Clauses = x.Amounts, x.Statements, x.Events, x.Clauses
	}
	return out, nil
}
