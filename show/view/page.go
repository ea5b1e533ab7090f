package view

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/hearsay-news/hearsay/read/article"
	"github.com/hearsay-news/hearsay/read/times"
	"github.com/hearsay-news/hearsay/text"
)

// PageRow is one page of the record as it is listed.
type PageRow struct {
	ID         string   `json:"id"`
	Title      string   `json:"title"`
	Outlet     Ref      `json:"outlet"`
	Published  When     `json:"published"`
	Basis      string   `json:"basis"`
	Why        string   `json:"why"` // the evidence that decided the date, in words
	Credit     string   `json:"credit,omitempty"`
	Source     string   `json:"source"`
	URL        string   `json:"url,omitempty"`
	SHA256     string   `json:"sha256"`
	Bytes      int      `json:"bytes"`
	Language   string   `json:"language,omitempty"`
	Versions   []string `json:"versions"`
	Statements int      `json:"statements"` // at or above the dial
	Skip       *Skip    `json:"skip,omitempty"`
}

// Skip says why a page has no reading.
type Skip struct {
	Reason string `json:"reason"`
	Detail string `json:"detail"`
}

// Evidence is one thing that speaks for or against a publication date.
type Evidence struct {
	Use   string `json:"use"`
	Why   string `json:"why"`
	Field string `json:"field,omitempty"`
	When  *When  `json:"when"`
	Place *Place `json:"place"` // nil where the evidence stands outside the text
	Page  string `json:"page,omitempty"`
}

// HasPage says whether the record holds a page.
func (r *Record) HasPage(id string) bool {
	if r.shelf != nil {
		return r.shelf.has(id)
	}
	return r.pages[id] != nil
}

// Title returns the title of a page, or what comes nearest: its id.
func (r *Record) Title(id string) string {
	if r.shelf != nil {
		return r.shelf.light(id).Title(id)
	}
	e := r.pages[id]
	if e == nil {
		return id
	}
	if e.Reading != nil {
		if t := e.Reading.Article.Title; t != nil {
			if words := OneLine(e.Reading.Page.Text.At(*t)); words != "" {
				return words
			}
		}
		if e.Reading.Given.Title != "" {
			return OneLine(e.Reading.Given.Title)
		}
	}
	return id
}

// Outlet returns the outlet of a page; its name is "" when nothing tells it.
func (r *Record) Outlet(id string) Ref {
	if r.shelf != nil {
		return r.shelf.light(id).Outlet(id)
	}
	e := r.pages[id]
	if e == nil {
		return Ref{}
	}
	if e.found != nil && e.found.Outlet != "" {
		return r.Ref(e.found.Outlet)
	}
	if e.Reading != nil {
		return Ref{Name: cmp.Or(e.Reading.Article.Outlet.Name, e.Reading.Given.Outlet), Type: "ORG"}
	}
	return Ref{}
}

// Published returns when a page came out, as far as the whole record tells.
func (r *Record) Published(id string) When { return NewWhen(r.date(id).Interval) }

func (r *Record) date(id string) article.Date {
	if r.shelf != nil {
		return r.shelf.light(id).date(id)
	}
	e := r.pages[id]
	switch {
	case e == nil:
		return article.Date{Basis: article.None}
	case e.found != nil && e.found.Published.Basis != "":
		return e.found.Published
	case e.Reading != nil:
		return e.Reading.Article.Published
	}
	return article.Date{Basis: article.None}
}

func (r *Record) pageRow(e *entry, d Dial) PageRow {
	row := PageRow{ID: e.ID, Title: r.Title(e.ID), Outlet: r.Outlet(e.ID), Source: e.Source, SHA256: e.SHA256, Bytes: e.Bytes,
		Versions: append([]string{}, e.Versions...)}
	date := r.date(e.ID)
	row.Published, row.Basis, row.Why = NewWhen(date.Interval), cmp.Or(string(date.Basis), string(article.None)), dateReason(date)
	if e.Skip != nil {
		row.Skip = &Skip{Reason: string(e.Skip.Reason), Detail: e.Skip.Detail}
		row.Why = "not read"
		return row
	}
	if e.Reading != nil {
		row.Language, row.Credit, row.URL = e.Reading.Page.Language, e.Reading.Article.Credit.Name, e.Reading.Given.URL
	}
	for _, i := range e.statements {
		if d.shows(&r.Findings.Statements[i]) {
			row.Statements++
		}
	}
	return row
}

// dateReason says in one line which evidence decided a date and what was rejected.
func dateReason(d article.Date) string {
	var decided, bounds, rejected []string
	for _, e := range d.Evidence {
		switch e.Use {
		case article.Publication, article.Anchor:
			decided = append(decided, e.Why)
		case article.Lower, article.Upper:
			bounds = append(bounds, e.Why)
		case article.Rejected:
			rejected = append(rejected, e.Why)
		}
	}
	reasons := decided
	if len(reasons) == 0 {
		reasons = bounds
	}
	if len(reasons) == 0 && len(rejected) == 0 {
		return "nothing on the page tells it"
	}
	words := strings.Join(dedupe(reasons, 2), "; ")
	if len(rejected) > 0 {
		if words != "" {
			words += "; "
		}
		words += "rejected: " + strings.Join(dedupe(rejected, 1), "; ")
	}
	return words
}

func dedupe(words []string, most int) []string {
	var out []string
	for _, w := range words {
		if w = OneLine(w); w != "" && !slices.Contains(out, w) && len(out) < most {
			out = append(out, w)
		}
	}
	return out
}

// Page returns one page as it is listed.
func (r *Record) Page(id string, d Dial) (PageRow, bool) {
	if r.shelf != nil {
		return r.shelf.pageRow(id, d)
	}
	e := r.pages[id]
	if e == nil {
		return PageRow{}, false
	}
	return r.pageRow(e, d), true
}

// PageRows returns every page: read ones by date, then those without a date, then skipped ones.
func (r *Record) PageRows(d Dial) []PageRow {
	rows, _ := r.PageRowsIn(Window{}, d)
	return rows
}

// PageRowsIn returns a window of the pages and how many there are.
func (r *Record) PageRowsIn(w Window, d Dial) ([]PageRow, int) {
	if r.shelf != nil {
		return r.shelf.pageRows(w, d)
	}
	return built(r.order.pages, w, func(i int) PageRow { return r.pageRow(r.pages[r.Pages[i].ID], d) }), len(r.Pages)
}

// Evidence returns what speaks for and against a page's publication date, what decided first.
func (r *Record) Evidence(id string) []Evidence {
	if r.shelf != nil {
		return r.shelf.part(nil, id).Evidence(id)
	}
	out := []Evidence{}
	for _, e := range r.date(id).Evidence {
		from := cmp.Or(e.Page, id)
		ev := Evidence{Use: string(e.Use), Why: OneLine(e.Why), Field: e.Field, Page: e.Page, When: whenOrNil(known(e.Interval))}
		if !e.Span.Empty() {
			p := r.Place(from, e.Span)
			ev.Place = &p
		}
		out = append(out, ev)
	}
	rank := map[string]int{"publication": 0, "anchor": 1, "lower": 2, "upper": 3, "rejected": 4}
	slices.SortStableFunc(out, func(a, b Evidence) int { return rank[a.Use] - rank[b.Use] })
	return out
}

func known(i times.Interval) *times.Interval {
	if !i.Known() {
		return nil
	}
	return &i
}

// PageTable returns pages as a table.
func PageTable(rows []PageRow) *Table {
	t := &Table{Columns: []string{"id", "title", "outlet", "published_earliest", "published_latest", "grain", "basis", "why", "credit", "statements", "source",
		"url", "sha256", "bytes", "skip", "skip_detail"}}
	for _, p := range rows {
		earliest, latest := ends(&p.Published)
		var skip Skip
		if p.Skip != nil {
			skip = *p.Skip
		}
		t.Add(p.ID, p.Title, p.Outlet.Name, earliest, latest, string(p.Published.Grain), p.Basis, p.Why, p.Credit, strconv.Itoa(p.Statements), p.Source,
			p.URL, p.SHA256, strconv.Itoa(p.Bytes), skip.Reason, skip.Detail)
	}
	return t
}

// text returns the text of a page, "" when it was skipped or is not held.
func (r *Record) text(id string) text.Text {
	if e := r.pages[id]; e != nil && e.Reading != nil {
		return e.Reading.Page.Text
	}
	return ""
}

// Text is a page's text as places count it, in code points; empty when the page was skipped or is not held.
func (r *Record) Text(id string) []rune { return []rune(string(r.text(id))) }
