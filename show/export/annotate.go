// Package export writes what Hearsay found for other programs: the two fixed interfaces that notebooks, scorers and pipelines stand on.
//
//	"The port is shut," Marrow said.
//
// is written by annotate as one JSON line with, among others,
//
//	"statements":[{"id":"s1","kind":"direct","source":[{"start":20,"end":26}],"cue":[{"start":27,"end":31}], …}]
//
// Inside the program places count bytes; this is the edge where they become code points. No analysis is done here.
package export

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"

	"github.com/hearsay-news/hearsay/gather"
	"github.com/hearsay-news/hearsay/read"
	"github.com/hearsay-news/hearsay/read/syntax"
)

// Layers says which parts of a reading are written.
type Layers struct {
	Article, Tokens, Names, Times, Amounts, Statements, Events bool
}

// AllLayers writes everything.
var AllLayers = Layers{true, true, true, true, true, true, true}

// ParseLayers reads a list such as "article,statements"; "" and "all" mean every layer.
func ParseLayers(list string) (Layers, error) {
	if list == "" || list == "all" {
		return AllLayers, nil
	}
	var l Layers
	for _, name := range strings.Split(list, ",") {
		switch strings.TrimSpace(name) {
		case "article":
			l.Article = true
		case "tokens":
			l.Tokens = true
		case "names":
			l.Names = true
		case "times":
			l.Times = true
		case "amounts":
			l.Amounts = true
		case "statements":
			l.Statements = true
		case "events":
			l.Events = true
		default:
			return l, fmt.Errorf("no layer %q: there are article, tokens, names, times, amounts, statements, events", name)
		}
	}
	return l, nil
}

// Options choose what annotate writes.
type Options struct {
	Layers        Layers
	Bytes         bool // offsets count UTF-8 bytes instead of code points
	MinConfidence float64
}

// annotation is one output line; a nil layer is left out.
type annotation struct {
	ID         string           `json:"id"`
	Skip       *gather.Skip     `json:"skip,omitempty"`
	Text       *string          `json:"text,omitempty"`
	Language   string           `json:"language,omitempty"`
	Unread     string           `json:"unread,omitempty"` // why only the article layer was read
	Article    *articleRow      `json:"article,omitempty"`
	Sentences  *[]sentenceRow   `json:"sentences,omitempty"`
	Names      *[]nameRow       `json:"names,omitempty"`
	Entities   *[]pageEntityRow `json:"entities,omitempty"`
	Times      *[]timeRow       `json:"times,omitempty"`
	Amounts    *[]amountRow     `json:"amounts,omitempty"`
	Statements *[]pageStatement `json:"statements,omitempty"`
	Events     *[]eventRow      `json:"events,omitempty"`
}

// Annotation writes one reading as the JSON line of the contract, newline included. Form is that of the page it was read from: the derived
// text is written where markup was given.
func Annotation(r *read.Reading, form gather.Form, o Options) ([]byte, error) {
	out := annotation{ID: r.ID, Skip: r.Skip}
	if r.Skip == nil {
		at := newPlaces(r.Page.Text, o.Bytes)
		if form == gather.HTML {
			derived := string(r.Page.Text)
			out.Text = &derived
		}
		out.Language, out.Unread = r.Page.Language, r.Unread
		if out.Language == "" {
			out.Language = "und"
		}
		fill(&out, r, o, at)
	}
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(out); err != nil {
		return nil, fmt.Errorf("annotate %s: %w", r.ID, err)
	}
	return b.Bytes(), nil
}

func fill(out *annotation, r *read.Reading, o Options, at places) {
	if o.Layers.Article {
		out.Article = articleOf(r, at)
	}
	if o.Layers.Tokens {
		for i := range r.Sentences {
			syntax.Parse(r.Page.Text, &r.Sentences[i])
		}
		out.Sentences = sentencesOf(r, at)
	}
	if o.Layers.Names {
		out.Names = namesOf(r, at)
	}
	if o.Layers.Names || o.Layers.Statements || o.Layers.Events {
		out.Entities = entitiesOf(r)
	}
	if o.Layers.Times {
		out.Times = timesOf(r, at)
	}
	if o.Layers.Amounts {
		out.Amounts = amountsOf(r, at)
	}
	if o.Layers.Statements {
		out.Statements = statementsOf(r, at, o.MinConfidence)
	}
	if o.Layers.Events {
		out.Events = eventsOf(r, at)
	}
}
