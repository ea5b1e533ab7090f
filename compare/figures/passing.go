package figures

import (
	"strings"

	"github.com/hearsay-news/hearsay/read/amounts"
	"github.com/hearsay-news/hearsay/read/clauses"
)

// passing says whether a row is no row at all: what counts nothing by itself ("forty of them", with nothing to say who), or numbers that are told
// in passing.
func (r *reader) passing(group []*item) bool {
	if group[0].axis == "time" { // how long something took is a row where pages can be held against each other
		for _, t := range group[1:] {
			if t.page != group[0].page {
				return false
			}
		}
		return true
	}
	for _, t := range group {
		if !r.slight(t) && (several(group) || r.stands(t)) {
			return false
		}
	}
	return true
}

func several(group []*item) bool {
	for _, t := range group[1:] {
		if t.page != group[0].page {
			return true
		}
	}
	return false
}

// stands says whether what a figure counts can be told so that it reads by itself. A figure of one page that can't is no row:
//
//	"we have two of them"      "if it broke up into 15 countries"
func (r *reader) stands(t *item) bool {
	if c := t.clause; c != nil && (c.Row.Mode == clauses.Conditional || c.Row.Mode == clauses.Asked) && t.said < 0 {
		return false
	}
	return r.label(t).quality >= aThing
}

const shout = 6 // words all in capitals that are no line of an outlet's

// shouted says whether a sentence is written in capitals alone.
func shouted(s string) bool {
	return len(strings.Fields(s)) >= shout && strings.ToUpper(s) == s
}

const few = 3 // a number in words up to this needs a clause that is told of it

// slight says whether a figure alone is not worth a row:
//
//	"forty of them" where nothing says who          "a three-nation trip", "large four-wheel drives"
//	"his concern for one person"                    "we as two countries have not been getting on"
func (r *reader) slight(t *item) bool {
	a := t.amount
	if share(a) && a.Whole.Empty() && !t.thing.known && t.low == t.high && t.low.Value == 100 && a.Change == nil {
		return true // "not 100 percent accurate"
	}
	if a.Kind == amounts.Measure && t.low == t.high && t.low.Value == 1 && !strings.ContainsAny(t.page.Page.Text.At(t.span), "0123456789") {
		return true // "an ounce of evidence", "gave not one inch"
	}
	if a.Kind != amounts.Count {
		return a.Change == nil && t.clause == nil && r.label(t).quality == 0 && r.weighty(t) < telling
	}
	if a.Change != nil || t.fate != "" {
		return false
	}
	if t.thing.pronoun && a.Whole.Empty() && !a.Total.Known {
		return true
	}
	if t.rel != amounts.Equal || t.low != t.high || t.low.Value > 9 || t.thing.pronoun {
		return false
	}
	if describes(t) {
		return true
	}
	word := t.page.Page.Text.At(t.span)
	if t.low.Value > few || strings.ContainsAny(word, "0123456789") {
		return false
	}
	return t.low.Value == 1 || !r.told(t)
}

const telling = 2 // weighty words by which a clause alone says what its sum or share is of

// weighty counts the words around a number that say something: "that alone cost …" has none but the verb.
func (r *reader) weighty(t *item) int {
	in, gap := r.around(t)
	return len(r.kins(t.page, in, gap))
}

// describes says whether a number with a hyphen only tells what kind of thing something is.
func describes(t *item) bool {
	after := strings.TrimLeft(string(t.page.Page.Text)[t.span.End:min(len(t.page.Page.Text), t.span.End+4)], " ")
	return len(after) > 1 && (after[0] == '-' || strings.HasPrefix(after, "‑")) && after[1] != ' ' && t.thing.span.Start < t.span.End+4
}

// told says whether a clause with a verb tells of what a figure counts.
func (r *reader) told(t *item) bool {
	if t.clause == nil || t.clause.Row.Noun || len(t.clause.Row.Classes) == 0 {
		return false
	}
	for i := range t.clause.Row.Parts {
		p := &t.clause.Row.Parts[i]
		if (p.Amount == t.index || !t.thing.span.Empty() && p.Contains(t.thing.span)) && (p.Slot == clauses.Object || p.Slot == clauses.Agent || p.Slot == clauses.Amount) {
			return true
		}
	}
	return false
}
