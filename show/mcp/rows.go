package mcp

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/hearsay-news/hearsay/show/view"
)

// Bounds of one answer. Where something is left out, the answer says how much.
const (
	mostRows   = 50   // of a list
	usualRows  = 15   // where no limit is asked for
	mostPlaces = 12   // of a row in a list
	allPlaces  = 60   // of a row by itself
	mostWords  = 700  // code points of one passage
	mostText   = 8000 // code points of a page's text
)

// passage is a place of a page with its words.
type passage struct {
	Page      string `json:"page"`
	Start     int    `json:"start" jsonschema:"first code point in the page's text"`
	End       int    `json:"end" jsonschema:"code point after the last"`
	Words     string `json:"words" jsonschema:"the words at that place; cut with … where they are long"`
	Title     string `json:"title,omitempty"`
	Outlet    string `json:"outlet" jsonschema:"empty: unknown"`
	Published string `json:"published"`
}

func words(s string) string { return view.Short(s, mostWords) }

func passageOf(p view.Place, title string, outlet view.Ref, published view.When) passage {
	return passage{p.Page, p.Start, p.End, words(p.Text), title, outlet.Name, published.Words}
}

func supports(list []view.Support, most int) (out []passage, left int) {
	for _, s := range list[:min(len(list), most)] {
		out = append(out, passageOf(s.Place, s.Title, s.Outlet, s.Published))
	}
	return out, len(list) - len(out)
}

// statementRow is one utterance.
type statementRow struct {
	ID         string       `json:"id"`
	Speaker    string       `json:"speaker" jsonschema:"no source given where the text names none"`
	SpeakerID  string       `json:"speaker_id,omitempty"`
	Stance     string       `json:"stance"`
	Kind       string       `json:"kind" jsonschema:"direct, indirect or mixed"`
	Words      string       `json:"words"`
	Chain      string       `json:"chain" jsonschema:"from the outlet to the voice first heard"`
	When       string       `json:"when,omitempty"`
	Confidence float64      `json:"confidence"`
	Relation   string       `json:"relation" jsonschema:"between the accounts: single, copied, quoted-alike, reworded or translated"`
	Accounts   []accountRow `json:"accounts"`
	Left       int          `json:"accounts_left_out,omitempty"`
}

type accountRow struct {
	passage
	First  bool   `json:"first" jsonschema:"the earliest account of the record"`
	Stance string `json:"stance"`
	Chain  string `json:"chain"`
}

func statementOf(s view.Statement, most int) statementRow {
	out := statementRow{ID: s.ID, Speaker: s.SpeakerName(), Stance: s.Stance, Kind: s.Kind, Words: words(s.Words), Chain: view.ChainWords(s.Chain), Confidence: s.Confidence,
		Relation: s.Relation, Accounts: []accountRow{}}
	if s.Speaker != nil {
		out.SpeakerID = s.Speaker.ID
	}
	if s.When != nil {
		out.When = s.When.Words
	}
	for _, a := range s.Accounts {
		if len(out.Accounts) == most {
			out.Left = len(s.Accounts) - most
			break
		}
		row := accountRow{passage: passage{Page: a.Page, Title: a.Title, Outlet: a.Outlet.Name, Published: a.Published.Words}, First: a.First, Stance: a.Stance, Chain: view.ChainWords(a.Chain)}
		at := a.Content
		if len(at) == 0 {
			at = append(slices.Clone(a.Cue), a.Source...)
		}
		if len(at) > 0 {
			row.Start, row.End, row.Words = at[0].Start, at[len(at)-1].End, words(view.Words(at))
		}
		out.Accounts = append(out.Accounts, row)
	}
	return out
}

// window is the part of a list that is asked for.
type window struct {
	Limit int `json:"limit,omitempty" jsonschema:"rows at most; 15 by default, 50 at the highest"`
	From  int `json:"from,omitempty" jsonschema:"rows to pass over: what an answer gave as next"`
}

func (w window) view() view.Window {
	return view.Window{From: max(w.From, 0), Limit: min(max(cmp.Or(w.Limit, usualRows), 1), mostRows)}
}

// listed says how much of a list an answer holds.
type listed struct {
	Total  int    `json:"total"`
	Next   int    `json:"next,omitempty" jsonschema:"from of the rows that follow; absent at the end"`
	Answer string `json:"answer,omitempty" jsonschema:"told where nothing was found, or something was left out"`
}

func list(w window, shown, total int, nothing string) listed {
	out := listed{Total: total}
	v := w.view()
	if v.From+shown < total {
		out.Next = v.From + shown
	}
	switch {
	case total == 0:
		out.Answer = "Nothing found. " + nothing
	case shown == 0:
		out.Answer = fmt.Sprintf("There are only %d rows.", total)
	}
	return out
}

// choice is what every list can be narrowed by.
type choice struct {
	Outlet string `json:"outlet,omitempty" jsonschema:"only pages of this outlet; a part of the name is enough"`
	Since  string `json:"since,omitempty" jsonschema:"only pages published on this day or later: 2023-03-21, 2023-03 or 2023"`
	Until  string `json:"until,omitempty" jsonschema:"only pages published on this day or earlier"`
}

func (c choice) view() view.Choice {
	return view.Choice{Outlet: c.Outlet, Since: c.Since, Until: c.Until}
}
