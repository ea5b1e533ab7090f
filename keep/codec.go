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

// DecodeReading reads what EncodeReading wrote, for the page that has it now; without its rest where that is not wanted and left empty.
func DecodeReading(kept KeptReading, p Page, original []byte) (*read.Reading, error) {
	h, x := &head{}, &rest{}
	if err := kept.Head.read("reading of "+p.ID, &h); err != nil {
		return nil, err
	}
	if kept.Rest.Form != nil {
		if err := kept.Rest.read("reading of "+p.ID, &x); err != nil {
			return nil, err
		}
	}
	if kept.Bare {
		h.Page.Text = text.Text(original)
	}
	return &read.Reading{ID: p.ID, Given: p.Given, Skip: h.Skip, Unread: h.Unread, Page: h.Page, Article: h.Article, Names: x.Names, Entities: x.Entities,
		Times: x.Times, Amounts: x.Amounts, Statements: x.Statements, Events: x.Events, Clauses: x.Clauses}, nil
}
