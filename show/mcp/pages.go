package mcp

import (
	"cmp"
	"fmt"

	"github.com/hearsay-news/hearsay/show/view"
)

type pageRow struct {
	ID         string `json:"id"`
	Title      string `json:"title"`
	Outlet     string `json:"outlet"`
	Published  string `json:"published"`
	Basis      string `json:"published_basis"`
	Credit     string `json:"credit,omitempty" jsonschema:"agency that the page says its text comes from"`
	URL        string `json:"url,omitempty"`
	Language   string `json:"language,omitempty"`
	Statements int    `json:"statements"`
	Skipped    string `json:"skipped,omitempty" jsonschema:"why it could not be read"`
}

func pageOf(p view.PageRow) pageRow {
	out := pageRow{ID: p.ID, Title: view.Short(p.Title, 300), Outlet: p.Outlet.Name, Published: p.Published.Words, Basis: p.Basis, Credit: p.Credit, URL: p.URL, Language: p.Language, Statements: p.Statements}
	if p.Skip != nil {
		out.Skipped = p.Skip.Reason + ": " + p.Skip.Detail
	}
	return out
}

type pageIn struct {
	ID     string `json:"id,omitempty"`
	Words  string `json:"words,omitempty" jsonschema:"instead of an id: the lines of all pages that hold these words"`
	Start  int    `json:"start,omitempty" jsonschema:"first code point of the text that is wanted"`
	Length int    `json:"length,omitempty" jsonschema:"code points of text; 4000 by default, 8000 at the highest"`
	window
}

type pageOut struct {
	listed
	Found      bool           `json:"found"`
	Page       *pageRow       `json:"page,omitempty"`
	Text       string         `json:"text,omitempty"`
	Start      int            `json:"start,omitempty" jsonschema:"first code point of text"`
	Length     int            `json:"text_length,omitempty" jsonschema:"code points of the whole text"`
	Statements []statementRow `json:"statements,omitempty" jsonschema:"of the page, as far as they stand in the text shown"`
	Lines      []lineRow      `json:"lines,omitempty"`
	Pages      []pageRow      `json:"pages,omitempty"`
}

type lineRow struct {
	passage
	Line string `json:"line" jsonschema:"the words with what stands around them"`
}

func page(_ *desk, r *view.Record, in pageIn) (pageOut, error) {
	var out pageOut
	dial := view.Dial{Min: view.DefaultDial}
	switch {
	case in.ID == "" && in.Words == "":
		rows, total := r.PageRowsIn(in.window.view(), dial)
		for _, p := range rows {
			out.Pages = append(out.Pages, pageOf(p))
		}
		out.listed, out.Found = list(in.window, len(rows), total, "The record is empty."), total > 0
		return out, nil
	case in.ID == "":
		hits := r.Find(in.Words, 200)
		w := in.window.view()
		for i, h := range hits {
			if i >= w.From && len(out.Lines) < w.Limit {
				f := r.ShowWords(h, in.Words)
				at := lineRow{passage{Page: f.Page, Title: f.Title, Outlet: f.Outlet.Name, Published: f.When.Words, Words: words(f.Words)}, words(f.Before + f.Words + f.After)}
				if f.Place != nil {
					at.Start, at.End = f.Place.Start, f.Place.End
				}
				out.Lines = append(out.Lines, at)
			}
		}
		out.listed, out.Found = list(in.window, len(out.Lines), len(hits), "No page holds these words in a row."), len(hits) > 0
		return out, nil
	}
	p, ok := r.Page(in.ID, dial)
	if !ok {
		out.Answer = fmt.Sprintf("Nothing found: the record holds no page %q. Without arguments this tool lists the pages.", in.ID)
		return out, nil
	}
	row := pageOf(p)
	out.Found, out.Page = true, &row
	text := r.Text(in.ID)
	out.Length, out.Start = len(text), min(max(in.Start, 0), len(text))
	end := min(out.Start+min(max(cmp.Or(in.Length, mostText/2), 1), mostText), len(text))
	out.Text = string(text[out.Start:end])
	if end < len(text) {
		out.Answer = fmt.Sprintf("The text goes on: ask with start %d.", end)
	}
	for _, s := range r.Statements(view.Filter{Dial: dial, Page: in.ID}).Statements {
		if len(out.Statements) == mostRows {
			break
		}
		for _, a := range s.Accounts {
			if a.Page == in.ID && len(a.Content) > 0 && a.Content[0].Start >= out.Start && a.Content[0].Start < end {
				out.Statements = append(out.Statements, statementOf(s, 3))
				break
			}
		}
	}
	return out, nil
}

type dateIn struct {
	Page string `json:"page" jsonschema:"id of a page"`
}

type dateOut struct {
	Found     bool          `json:"found"`
	Answer    string        `json:"answer,omitempty"`
	Page      *pageRow      `json:"page,omitempty"`
	Earliest  *string       `json:"earliest" jsonschema:"null: open"`
	Latest    *string       `json:"latest" jsonschema:"null: open"`
	Grain     string        `json:"grain,omitempty"`
	Evidence  []evidenceRow `json:"evidence,omitempty"`
	LeftOut   int           `json:"evidence_left_out,omitempty"`
	InOneLine string        `json:"why,omitempty"`
}

type evidenceRow struct {
	Use   string   `json:"use" jsonschema:"publication, anchor, lower, upper or rejected"`
	Why   string   `json:"why"`
	Field string   `json:"field,omitempty" jsonschema:"of the metadata, where it stands there"`
	When  string   `json:"when,omitempty"`
	Place *passage `json:"place,omitempty"`
}

func date(_ *desk, r *view.Record, in dateIn) (dateOut, error) {
	p, ok := r.Page(in.Page, view.Dial{Min: view.DefaultDial})
	if !ok {
		return dateOut{Answer: fmt.Sprintf("Nothing found: the record holds no page %q. The tool page without arguments lists the pages.", in.Page)}, nil
	}
	row := pageOf(p)
	out := dateOut{Found: true, Page: &row, Earliest: p.Published.Earliest, Latest: p.Published.Latest, Grain: string(p.Published.Grain), InOneLine: p.Why}
	for i, e := range r.Evidence(in.Page) {
		if i == mostRows {
			out.LeftOut++
			continue
		}
		one := evidenceRow{Use: e.Use, Why: e.Why, Field: e.Field}
		if e.When != nil {
			one.When = e.When.Words
		}
		if e.Place != nil {
			at := passageOf(*e.Place, r.Title(e.Place.Page), r.Outlet(e.Place.Page), r.Published(e.Place.Page))
			one.Place = &at
		}
		out.Evidence = append(out.Evidence, one)
	}
	return out, nil
}

type whyOut struct {
	Found      bool       `json:"found"`
	Answer     string     `json:"answer,omitempty"`
	ID         string     `json:"id,omitempty"`
	List       string     `json:"list,omitempty"`
	Title      string     `json:"title,omitempty"`
	Rule       string     `json:"rule,omitempty"`
	Confidence *float64   `json:"confidence,omitempty"`
	Reasons    []string   `json:"reasons,omitempty"`
	Evidence   []proofRow `json:"evidence,omitempty"`
	LeftOut    int        `json:"left_out,omitempty"`
}

type proofRow struct {
	For string `json:"for"`
	passage
}

func why(_ *desk, r *view.Record, in idIn) (whyOut, error) {
	w, ok := r.Why(in.ID)
	if !ok {
		return whyOut{Answer: fmt.Sprintf("Nothing found: the record holds no row or page %q. Every answer gives the ids of its rows.", in.ID)}, nil
	}
	out := whyOut{Found: true, ID: w.ID, List: w.List, Title: words(w.Title), Rule: w.Rule, Confidence: w.Confidence}
	for i, reason := range w.Reasons {
		if i == mostRows {
			out.LeftOut += len(w.Reasons) - i
			break
		}
		out.Reasons = append(out.Reasons, words(reason))
	}
	for i, p := range w.Evidence {
		if i == mostRows {
			out.LeftOut += len(w.Evidence) - i
			break
		}
		out.Evidence = append(out.Evidence, proofRow{p.For, passageOf(p.Place, r.Title(p.Place.Page), r.Outlet(p.Place.Page), r.Published(p.Place.Page))})
	}
	return out, nil
}
