// Package sample holds an invented record for the tests of the views: five pages of four outlets about a closed bridge, with a row
// of every kind, written by hand so that no reader's change can move a view's golden file.
//
//	Record()  →  the bridge at Olm: a chain of three voices, a figure that differs, a plan that is done, a skipped page
//	Hostile() →  the same shape with markup, formulas and script addresses in every field that comes from outside
package sample

import (
	"fmt"
	"strings"

	"github.com/hearsay-news/hearsay/compare"
	"github.com/hearsay-news/hearsay/gather"
	"github.com/hearsay-news/hearsay/read"
	"github.com/hearsay-news/hearsay/read/amounts"
	"github.com/hearsay-news/hearsay/read/article"
	"github.com/hearsay-news/hearsay/read/events"
	"github.com/hearsay-news/hearsay/read/names"
	"github.com/hearsay-news/hearsay/read/page"
	"github.com/hearsay-news/hearsay/read/statements"
	"github.com/hearsay-news/hearsay/read/times"
	"github.com/hearsay-news/hearsay/show/view"
	"github.com/hearsay-news/hearsay/text"
)

// maker builds a record from pages and words; a word that does not stand on its page is a fault of the sample, so it panics.
type maker struct {
	pages []view.Page
	f     compare.Findings
}

func (m *maker) page(id, outlet, url string, published times.Interval, basis article.Basis, evidence []article.Evidence, lines ...string) {
	r := &read.Reading{ID: id, Given: gather.Given{URL: url, Outlet: outlet}}
	var b strings.Builder
	for _, line := range lines {
		role, words, _ := strings.Cut(line, "|")
		span := text.Span{Start: b.Len(), End: b.Len() + len(words)}
		r.Page.Blocks = append(r.Page.Blocks, page.Block{Span: span, Role: page.Role(role), Why: "sample"})
		if role == "title" {
			title := span
			r.Article.Title = &title
		}
		b.WriteString(words + "\n")
	}
	r.Page.Text, r.Page.Language = text.Text(b.String()), "en"
	r.Article.Outlet = article.Outlet{Name: outlet, Why: "given"}
	r.Article.Published = article.Date{Interval: published, Basis: basis, Evidence: evidence}
	m.pages = append(m.pages, view.Page{ID: id, Source: "pages/" + id + ".html", SHA256: strings.Repeat("ab", 32), Bytes: b.Len(), Reading: r})
	m.f.Pages = append(m.f.Pages, compare.Page{ID: id, Outlet: outletID(outlet), Published: r.Article.Published})
}

func outletID(name string) string {
	return "o-" + strings.ToLower(strings.ReplaceAll(strings.Trim(name, "<>=\""), " ", "-"))
}

func (m *maker) reading(id string) *read.Reading {
	for i := range m.pages {
		if m.pages[i].ID == id {
			return m.pages[i].Reading
		}
	}
	panic("no page " + id)
}

// at finds words on a page; from the n-th time they stand there when the words end in "#n".
func (m *maker) at(id, words string) text.Span {
	t := string(m.reading(id).Page.Text)
	n := 1
	if i := strings.LastIndexByte(words, '#'); i >= 0 {
		fmt.Sscan(words[i+1:], &n)
		words = words[:i]
	}
	from := 0
	for ; ; n-- {
		i := strings.Index(t[from:], words)
		if i < 0 {
			panic(fmt.Sprintf("%s does not say %q", id, words))
		}
		if n == 1 {
			return text.Span{Start: from + i, End: from + i + len(words)}
		}
		from += i + 1
	}
}

func (m *maker) place(id, words string) text.Place {
	return text.Place{Page: id, Span: m.at(id, words)}
}

func (m *maker) entity(id, kind, name string, roles map[string]string, mentions ...string) {
	e := compare.Entity{ID: id, Type: kind, Name: name}
	for _, mention := range mentions {
		page, words, _ := strings.Cut(mention, "|")
		span := m.at(page, words)
		e.Mentions = append(e.Mentions, compare.Mention{Place: text.Place{Page: page, Span: span}, Form: "name"})
		shown, outlet := string(m.reading(page).Page.Text[span.Start:span.End]), m.reading(page).Given.Outlet
		known := false
		for i := range e.Variants {
			if e.Variants[i].Text == shown {
				e.Variants[i].Count++
				known = true
			}
		}
		if !known {
			e.Variants = append(e.Variants, compare.Variant{Text: shown, Count: 1, Outlets: []string{outlet}})
		}
		r := m.reading(page)
		r.Entities = append(r.Entities, names.Entity{ID: fmt.Sprint("e", len(r.Entities)+1), Type: names.Type(kind), Name: name})
		r.Names = append(r.Names, names.Mention{Span: span, Type: names.Type(kind), Form: names.Name, Entity: len(r.Entities) - 1, Score: 1})
		for i := range m.f.Pages {
			if m.f.Pages[i].ID == page {
				m.f.Pages[i].Entities = append(m.f.Pages[i].Entities, id)
			}
		}
	}
	for page, words := range roles {
		e.Roles = append(e.Roles, compare.Role{Text: words, Places: []text.Place{m.place(page, words)}})
	}
	if len(e.Variants) > 1 {
		e.Because = []string{fmt.Sprintf("%q and %q share the surname and the role", e.Variants[0].Text, e.Variants[1].Text)}
	}
	m.f.Entities = append(m.f.Entities, e)
}

// account describes how a page carries an utterance by words of that page.
func (m *maker) account(id, source, cue, content string, kind statements.Kind, stance statements.Stance, chain ...string) compare.Account {
	a := compare.Account{Page: id, Local: "s1", Kind: kind, Stance: stance, Chain: chain}
	for words, spans := range map[string]*[]text.Span{source: &a.Source, cue: &a.Cue, content: &a.Content} {
		if words == "" {
			continue
		}
		for part := range strings.SplitSeq(words, " … ") {
			*spans = append(*spans, m.at(id, part))
		}
	}
	return a
}

func (m *maker) statement(id, speaker string, confidence float64, relation compare.Likeness, rule string, accounts ...compare.Account) {
	accounts[0].First = true
	s := compare.Statement{ID: id, Speaker: speaker, Kind: accounts[0].Kind, Stance: accounts[0].Stance, Confidence: confidence, Relation: relation, Rule: rule, Accounts: accounts}
	for _, a := range accounts {
		if len(a.Chain) > len(s.Chain) {
			s.Chain = a.Chain
		}
	}
	m.f.Statements = append(m.f.Statements, s)
}

func (m *maker) time(id, words string, value string, i times.Interval) {
	r := m.reading(id)
	r.Times = append(r.Times, times.Expression{Span: m.at(id, words), Type: times.DATE, Value: value, Interval: i, Rule: "sample"})
}

func (m *maker) amount(id, words string, low, high float64, relation amounts.Relation, unit string) {
	r := m.reading(id)
	r.Amounts = append(r.Amounts, amounts.Amount{Span: m.at(id, words), Low: num(low), High: num(high), Relation: relation, Unit: unit, Kind: amounts.Count})
}

func (m *maker) entry(id, words string, low, high float64, relation amounts.Relation, unit, statement string, asOf times.Interval) compare.FigureEntry {
	m.amount(id, words, low, high, relation, unit)
	return compare.FigureEntry{Place: m.place(id, words), Low: num(low), High: num(high), Relation: relation, Statement: statement, AsOf: asOf}
}

// open is a bound that is not known.
const open = -1

func num(v float64) amounts.Number { return amounts.Number{Value: max(v, 0), Known: v != open} }

func day(year, month, day int) times.Interval {
	d := times.NewDay(year, month, day)
	return times.Between(d, d, times.ADay)
}

func (m *maker) event(e compare.Entry, supports ...text.Place) {
	e.Supports = supports
	m.f.Timeline = append(m.f.Timeline, e)
}

// done returns the record.
func (m *maker) done() *view.Record {
	return view.New(m.pages, &m.f)
}

const (
	occurred, planned, claimed, denied, demanded = events.Occurred, events.Planned, events.Claimed, events.Denied, events.Demanded
)
