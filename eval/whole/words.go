package whole

import (
	"fmt"
	"strings"

	"github.com/hearsay-news/hearsay/compare/words"
	"github.com/hearsay-news/hearsay/lang/en"
	"github.com/hearsay-news/hearsay/read"
	"github.com/hearsay-news/hearsay/show/view"
	"github.com/hearsay-news/hearsay/text"
)

// shownPage is a page with the words that its reading's rows stand on, so that a place of the record can be asked whether it shows them.
type shownPage struct {
	letters                           []rune
	said, amounts, events, when, role map[string]bool
	reading                           *read.Reading
}

func newShownPage(p *view.Page) *shownPage {
	out := &shownPage{said: map[string]bool{}, amounts: map[string]bool{}, events: map[string]bool{}, when: map[string]bool{}, role: map[string]bool{}, reading: p.Reading}
	if p.Reading == nil {
		return out
	}
	t := p.Reading.Page.Text
	out.letters = []rune(string(t))
	note := func(set map[string]bool, spans ...text.Span) {
		for _, s := range spans {
			set[t.At(s)] = true
		}
	}
	for i := range p.Reading.Statements {
		s := &p.Reading.Statements[i]
		for _, part := range [][]text.Span{s.Source, s.Cue, s.Content, s.Addressee, s.Medium} {
			note(out.said, part...)
			for _, a := range part {
				for _, b := range part { // a relation shows all of a content that is cut in two
					note(out.said, a.Cover(b))
				}
			}
		}
	}
	for i := range p.Reading.Amounts {
		note(out.amounts, p.Reading.Amounts[i].Span)
	}
	for i := range p.Reading.Events {
		note(out.events, p.Reading.Events[i].Span)
	}
	for i := range p.Reading.Clauses { // the timeline knows events that only a clause tells
		note(out.events, p.Reading.Clauses[i].Span)
		for _, part := range p.Reading.Clauses[i].Parts {
			note(out.events, part.Span)
		}
	}
	for i := range p.Reading.Times {
		note(out.when, p.Reading.Times[i].Span)
	}
	for i := range p.Reading.Entities {
		note(out.role, p.Reading.Entities[i].Roles...)
	}
	return out
}

// at returns the words of a place as an export counts it.
func (c *inspector) at(r row, page string) string {
	if p := field(r, "page"); p != "" {
		page = p
	}
	p := c.pages[page]
	start, ok := r["start"].(float64)
	if p == nil || !ok {
		return ""
	}
	end := r["end"].(float64)
	if start < 0 || end > float64(len(p.letters)) || start > end {
		return "" // told already
	}
	return string(p.letters[int(start):int(end)])
}

// shows asks whether the words of some places are among those that a kind of row stands on.
func (c *inspector) shows(what string, places []row, page string, of func(*shownPage) []map[string]bool) {
	for _, place := range places {
		on := page
		if p := field(place, "page"); p != "" {
			on = p
		}
		shown := c.at(place, page)
		if p := c.pages[on]; p != nil && shown != "" {
			known := false
			for _, set := range of(p) {
				known = known || set[shown]
			}
			if !known {
				c.add("words: %s shows %.60q on %s", what, shown, on)
			}
		}
	}
}

func said(p *shownPage) []map[string]bool    { return []map[string]bool{p.said} }
func amounts(p *shownPage) []map[string]bool { return []map[string]bool{p.amounts} }
func events(p *shownPage) []map[string]bool  { return []map[string]bool{p.events} }
func role(p *shownPage) []map[string]bool    { return []map[string]bool{p.role} }
func told(p *shownPage) []map[string]bool {
	return []map[string]bool{p.events, p.when, p.amounts, p.said}
}

var vocabulary = words.New(en.Language)

// words holds every place of every list to the words that its row was made from.
func (c *inspector) words(doc row) {
	for _, p := range rowsOf(doc, "pages") {
		c.dated(p)
	}
	for _, e := range rowsOf(doc, "entities") {
		c.named(e)
	}
	for _, s := range rowsOf(doc, "statements") {
		for _, a := range rowsOf(s, "accounts") {
			for _, part := range []string{"source", "cue", "content"} {
				c.shows("the "+part+" of "+field(s, "id"), rowsOf(a, part), field(a, "page"), said)
			}
		}
		for _, part := range []string{"addressee", "medium"} {
			c.shows("the "+part+" of "+field(s, "id"), rowsOf(s, part), "", said)
		}
	}
	for _, f := range rowsOf(doc, "figures") {
		c.shows("figure "+field(f, "id"), rowsOf(f, "entries"), "", amounts)
	}
	for _, t := range rowsOf(doc, "timeline") {
		c.shows("entry "+field(t, "id"), rowsOf(t, "supports"), "", events)
		for _, conflict := range rowsOf(t, "conflicts") {
			c.shows("a conflict of "+field(t, "id"), rowsOf(conflict, "items"), "", told)
		}
	}
	for _, r := range rowsOf(doc, "relations") {
		c.shows("relation "+field(r, "id"), rowsOf(r, "items"), "", told)
	}
	for _, t := range rowsOf(doc, "terms") {
		for _, u := range rowsOf(t, "uses") {
			shown, term := c.at(u, ""), field(u, "term")
			if fold(shown) != fold(term) && vocabulary.Singular(words.Fold(shown)) != term {
				c.add("words: term %q shows %.60q", term, shown)
			}
		}
	}
	for _, copied := range rowsOf(doc, "copies") {
		c.copied(copied)
	}
}

// dated looks at a page's title and at the evidence for its date: what another page is called as a witness for are words of that page, either the day
// it tells or a text that both have.
func (c *inspector) dated(p row) {
	id := field(p, "id")
	if at, ok := p["title_at"].(row); ok && c.at(at, id) != field(p, "title") {
		c.add("words: the title of %s is %q and shows %q", id, field(p, "title"), c.at(at, id))
	}
	date, _ := p["published_in_record"].(row)
	for _, e := range rowsOf(date, "evidence") {
		other := field(e, "page")
		if other == "" || other == id || c.pages[other] == nil {
			continue
		}
		shown := c.at(e, id)
		if shown == "" {
			c.add("words: the date of %s calls %s as a witness and shows nothing of it", id, other)
			continue
		}
		if !c.pages[other].when[shown] && common(shown, string(c.pages[id].letters)) < 0.3 {
			c.add("words: the date of %s calls %s as a witness with %.60q", id, other, shown)
		}
	}
}

// named: a name's place shows one of its entity's variants, a role's one of the page's roles.
func (c *inspector) named(e row) {
	variants := map[string]bool{}
	for _, v := range rowsOf(e, "variants") {
		variants[fold(field(v, "text"))] = true
	}
	for _, m := range rowsOf(e, "mentions") {
		if shown := c.at(m, ""); field(m, "form") == "name" && !variants[fold(shown)] {
			c.add("words: %s is named %.60q, which is none of its names", field(e, "id"), shown)
		}
	}
	for _, r := range rowsOf(e, "roles") {
		c.shows("a role of "+field(e, "id"), rowsOf(r, "places"), "", role)
	}
}

// copied: the spans of a copy hold one passage, and none stands twice.
func (c *inspector) copied(r row) {
	spans := rowsOf(r, "spans")
	seen := map[string]bool{}
	first := ""
	for i, s := range spans {
		shown := c.at(s, "")
		key := fmt.Sprintf("%q %v %v", field(s, "page"), s["start"], s["end"])
		if seen[key] {
			c.add("copy: %s lists a span twice", field(r, "id"))
		}
		seen[key] = true
		if i == 0 {
			first = shown
			continue
		}
		least := 0.25
		if kind := field(r, "kind"); kind == "verbatim" || kind == "template" {
			least = 0.7
		}
		if common(shown, first) < least {
			c.add("words: copy %s (%s) shows %.60q and %.60q", field(r, "id"), field(r, "kind"), first, shown)
		}
	}
}

// common is the share of the words of a that b has.
func common(a, b string) float64 {
	has := map[string]bool{}
	for _, w := range strings.Fields(fold(b)) {
		has[w] = true
	}
	list := strings.Fields(fold(a))
	n := 0
	for _, w := range list {
		if has[w] {
			n++
		}
	}
	if len(list) == 0 {
		return 1
	}
	return float64(n) / float64(len(list))
}

// fold keeps letters and digits, in small ones, and single spaces.
func fold(s string) string {
	return strings.Join(strings.FieldsFunc(words.Fold(s), func(r rune) bool {
		return strings.ContainsRune(" \t\r\n\u00a0.,;:!?()[]{}\"'“”‘’«»„–—-/|…*•·", r)
	}), " ")
}
