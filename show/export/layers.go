package export

import (
	"github.com/hearsay-news/hearsay/read"
	"github.com/hearsay-news/hearsay/read/amounts"
	"github.com/hearsay-news/hearsay/read/article"
	"github.com/hearsay-news/hearsay/read/events"
	"github.com/hearsay-news/hearsay/read/names"
	"github.com/hearsay-news/hearsay/read/page"
	"github.com/hearsay-news/hearsay/read/times"
	"github.com/hearsay-news/hearsay/text"
)

type articleRow struct {
	Title     *text.Span  `json:"title"`
	Byline    []text.Span `json:"byline"`
	Outlet    *outletRow  `json:"outlet"`
	Published published   `json:"published"`
	Modified  *published  `json:"modified,omitempty"`
	Credit    *outletRow  `json:"credit,omitempty"`
	Blocks    []blockRow  `json:"blocks"`
}

type outletRow struct {
	Name     string      `json:"name"`
	Evidence []text.Span `json:"evidence"`
	Why      string      `json:"why,omitempty"`
}

type published struct {
	interval
	Basis    article.Basis `json:"basis"`
	Evidence []evidenceRow `json:"evidence"`
}

type evidenceRow struct {
	Start *int        `json:"start,omitempty"`
	End   *int        `json:"end,omitempty"`
	Field string      `json:"field,omitempty"`
	Page  string      `json:"page,omitempty"`
	Use   article.Use `json:"use"`
	Why   string      `json:"why"`
}

type blockRow struct {
	text.Span
	Role page.Role `json:"role"`
}

type sentenceRow struct {
	text.Span
	Tokens []tokenRow `json:"tokens"`
}

type tokenRow struct {
	text.Span
	Lemma  string  `json:"lemma"`
	UPOS   string  `json:"upos"`
	XPOS   string  `json:"xpos"`
	Head   *int    `json:"head"`   // null where the sentence was not parsed
	Deprel *string `json:"deprel"` // null with it
}

type nameRow struct {
	text.Span
	Type   names.Type `json:"type"`
	Form   names.Form `json:"form"`
	Entity *string    `json:"entity"`
}

type pageEntityRow struct {
	ID       string     `json:"id"`
	Type     names.Type `json:"type"`
	Name     string     `json:"name"`
	Variants []string   `json:"variants"`
}

type timeRow struct {
	text.Span
	Type  times.Type `json:"type"`
	Value string     `json:"value"`
	Mod   string     `json:"mod,omitempty"`
	Quant string     `json:"quant,omitempty"`
	Freq  string     `json:"freq,omitempty"`
	interval
}

type amountRow struct {
	text.Span
	Low      *float64          `json:"low"`
	High     *float64          `json:"high"`
	Relation *amounts.Relation `json:"relation"`
	Unit     *string           `json:"unit"`
	Of       *text.Span        `json:"of"`
	Scope    *text.Span        `json:"scope"`
	Change   *changeRow        `json:"change,omitempty"`
	Thing    *text.Span        `json:"thing,omitempty"`   // what is counted, with modifiers and complement
	Lemma    string            `json:"lemma,omitempty"`   // its head noun's
	Whole    *text.Span        `json:"whole,omitempty"`   // what a part or share is taken from
	Total    *float64          `json:"total,omitempty"`   // how many that has
	Purpose  *text.Span        `json:"purpose,omitempty"` // what a sum is for
	Tells    amounts.Tells     `json:"tells,omitempty"`   // level, change, part
	Passing  string            `json:"passing,omitempty"` // why it is told in passing only, "the two leaders"
}

type changeRow struct {
	From      *float64           `json:"from"`
	To        *float64           `json:"to"`
	Direction *amounts.Direction `json:"direction"`
}

type eventRow struct {
	text.Span
	Trigger      text.Span     `json:"trigger"`
	Status       events.Status `json:"status"`
	When         *interval     `json:"when"`
	Participants []string      `json:"participants"`
	Location     *string       `json:"location"`
}

func articleOf(r *read.Reading, at places) *articleRow {
	a := &r.Article
	out := &articleRow{Byline: at.list(a.Byline), Published: publishedOf(a.Published, at), Blocks: make([]blockRow, len(r.Page.Blocks))}
	if a.Title != nil {
		title := at.one(*a.Title)
		out.Title = &title
	}
	if a.Outlet.Name != "" {
		out.Outlet = &outletRow{a.Outlet.Name, at.list(a.Outlet.Evidence), a.Outlet.Why}
	}
	if a.Credit.Name != "" {
		out.Credit = &outletRow{Name: a.Credit.Name, Evidence: at.list(a.Credit.Evidence)}
	}
	if a.Modified.Known() {
		modified := publishedOf(a.Modified, at)
		out.Modified = &modified
	}
	for i, b := range r.Page.Blocks {
		out.Blocks[i] = blockRow{at.one(b.Span), b.Role}
	}
	return out
}

func publishedOf(d article.Date, at places) published {
	out := published{newInterval(d.Interval), d.Basis, make([]evidenceRow, len(d.Evidence))}
	if out.Basis == "" {
		out.Basis = article.None
	}
	for i, e := range d.Evidence {
		row := evidenceRow{Field: e.Field, Page: e.Page, Use: e.Use, Why: e.Why}
		if !e.Span.Empty() {
			place := at.one(e.Span)
			row.Start, row.End = &place.Start, &place.End
		}
		out.Evidence[i] = row
	}
	return out
}

func sentencesOf(r *read.Reading, at places) *[]sentenceRow {
	out := make([]sentenceRow, len(r.Sentences))
	for i := range r.Sentences {
		s := &r.Sentences[i]
		out[i] = sentenceRow{at.one(s.Span), make([]tokenRow, len(s.Tokens))}
		for j := range s.Tokens {
			t := &s.Tokens[j]
			row := tokenRow{Span: at.one(t.Span), Lemma: t.Lemma, UPOS: t.UPOS.String(), XPOS: t.XPOS.String()}
			if s.Parsed {
				deprel := t.Deprel.String()
				row.Head, row.Deprel = &t.Head, &deprel
			}
			out[i].Tokens[j] = row
		}
	}
	return &out
}

func namesOf(r *read.Reading, at places) *[]nameRow {
	out := make([]nameRow, len(r.Names))
	for i, m := range r.Names {
		out[i] = nameRow{at.one(m.Span), m.Type, m.Form, entityID(r, m.Entity)}
	}
	return &out
}

func entitiesOf(r *read.Reading) *[]pageEntityRow {
	out := make([]pageEntityRow, len(r.Entities))
	for i, e := range r.Entities {
		variants := e.Variants
		if variants == nil {
			variants = []string{}
		}
		out[i] = pageEntityRow{e.ID, e.Type, e.Name, variants}
	}
	return &out
}

func timesOf(r *read.Reading, at places) *[]timeRow {
	out := make([]timeRow, len(r.Times))
	for i, e := range r.Times {
		out[i] = timeRow{at.one(e.Span), e.Type, e.Value, e.Mod, e.Quant, e.Freq, newInterval(e.Interval)}
	}
	return &out
}

func amountsOf(r *read.Reading, at places) *[]amountRow {
	out := make([]amountRow, len(r.Amounts))
	for i, a := range r.Amounts {
		row := amountRow{Span: at.one(a.Span), Low: number(a.Low), High: number(a.High), Relation: orNull(a.Relation), Unit: orNull(a.Unit),
			Of: at.orNull(a.Of), Scope: at.orNull(a.Scope), Thing: at.orNull(a.Thing), Lemma: a.Lemma, Whole: at.orNull(a.Whole),
			Total: number(a.Total), Purpose: at.orNull(a.Purpose), Tells: a.Tells, Passing: a.Weak}
		if a.Change != nil {
			row.Change = &changeRow{number(a.Change.From), number(a.Change.To), orNull(a.Change.Direction)}
		}
		out[i] = row
	}
	return &out
}

func eventsOf(r *read.Reading, at places) *[]eventRow {
	out := make([]eventRow, len(r.Events))
	for i, e := range r.Events {
		out[i] = eventRow{at.one(e.Span), at.one(e.Trigger), e.Status, intervalOrNull(e.When), entityIDs(r, e.Participants), entityID(r, e.Location)}
	}
	return &out
}

// entityID returns the id of a page's entity, or nil for -1.
func entityID(r *read.Reading, index int) *string {
	if index < 0 || index >= len(r.Entities) {
		return nil
	}
	return &r.Entities[index].ID
}

func entityIDs(r *read.Reading, indexes []int) []string {
	out := make([]string, 0, len(indexes))
	for _, i := range indexes {
		if id := entityID(r, i); id != nil {
			out = append(out, *id)
		}
	}
	return out
}
