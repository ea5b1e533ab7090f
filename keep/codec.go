package keep

import (
	"fmt"
	"reflect"
	"slices"

	"github.com/hearsay-news/hearsay/compare"
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

// list is one list of findings, kept by itself.
type list struct {
	Name string
	Rows any // a pointer to what is kept
}

// lists are the lists of findings.
func lists(f *compare.Findings) []list {
	return []list{
		{"overlays", &f.Overlays}, {"pages", &f.Pages}, {"stories", &f.Stories}, {"entities", &f.Entities}, {"statements", &f.Statements},
		{"figures", &f.Figures}, {"timeline", &f.Timeline}, {"copies", &f.Copies}, {"relations", &f.Relations}, {"terms", &f.Terms},
		{"origins", &f.Origins}, {"faults", &f.Faults}, {"compared", &f.Compared},
	}
}

// EncodeFindings writes findings for keeping, each list by itself.
func EncodeFindings(f *compare.Findings) (map[string]Written, error) {
	shown := *f
	shown.Faults = slices.Clone(f.Faults)
	for i := range shown.Faults {
		shown.Faults[i].Stack = "" // for the log only: it holds addresses of one run
	}
	out := map[string]Written{}
	for _, l := range lists(&shown) {
		w, err := write(l.Name, l.Rows)
		if err != nil {
			return nil, err
		}
		out[l.Name] = w
	}
	return out, nil
}

// DecodeFindings reads what EncodeFindings wrote.
func DecodeFindings(kept map[string]Written) (*compare.Findings, error) {
	f := &compare.Findings{}
	for _, l := range lists(f) {
		w, ok := kept[l.Name]
		if !ok {
			return nil, fmt.Errorf("findings: %w: the list of %s is missing", ErrDamaged, l.Name)
		}
		into := reflect.New(reflect.TypeOf(l.Rows)) // the form is that of the pointer
		into.Elem().Set(reflect.ValueOf(l.Rows))
		if err := w.Form.Read(w.Data, into.Interface()); err != nil {
			return nil, fmt.Errorf("the list of %s: %w: %v", l.Name, ErrDamaged, err)
		}
		reflect.ValueOf(l.Rows).Elem().Set(into.Elem().Elem())
	}
	return f, nil
}
