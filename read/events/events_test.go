package events_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/hearsay-news/hearsay/gather"
	"github.com/hearsay-news/hearsay/internal/cases"
	"github.com/hearsay-news/hearsay/lang/en"
	"github.com/hearsay-news/hearsay/read"
)

func reading(input string) *read.Reading {
	at, words := cases.Head(input, "at")
	return read.Read(en.Language, gather.Page{ID: "case", Bytes: []byte(words), Form: gather.Article, Charset: "utf-8", Given: gather.Given{Published: at}})
}

func TestCases(t *testing.T) {
	cases.Run(t, func(t *testing.T, input string) string {
		r := reading(input)
		var rows []string
		for _, e := range r.Events {
			when, location := "unknown", ""
			if e.When != nil {
				when = e.When.String()
			}
			if e.Location >= 0 {
				location = " | " + r.Entities[e.Location].Name
			}
			if !e.Subject.Empty() {
				location += " | of " + r.Page.Text.At(e.Subject)
			}
			if e.To >= 0 && e.To != e.Time {
				location += " | to " + r.Times[e.To].Interval.String()
			}
			if e.Background {
				location += " | by the way"
			}
			rows = append(rows, fmt.Sprintf("%s | %s | %s | %s%s", e.Status, when, r.Page.Text.At(e.Trigger), r.Page.Text.At(e.Span), location))
		}
		return strings.Join(rows, "\n")
	})
}

// Whatever the words, an event's places lie in the text and in each other, and its indexes lead to rows that are there.
func FuzzRead(f *testing.F) {
	f.Add("On Tuesday, the convoy left Sel. It will return in May, the army said.")
	f.Add("5 March, 5 March, 5 March of of of the the explosion on Sunday Monday")
	f.Fuzz(func(t *testing.T, words string) {
		r := read.Read(en.Language, gather.Page{ID: "fuzz", Bytes: []byte(words), Form: gather.Article, Charset: "utf-8"})
		if r.Skip != nil && r.Skip.Reason == gather.Panic {
			t.Fatal(r.Stack)
		}
		for _, e := range r.Events {
			if !e.Contains(e.Trigger) || e.Start < 0 || e.End > len(r.Page.Text) || e.Empty() {
				t.Errorf("event %v, trigger %v in a text of %d bytes", e.Span, e.Trigger, len(r.Page.Text))
			}
			if e.Time >= len(r.Times) || e.To >= len(r.Times) || e.Decided >= len(r.Times) || e.Weight <= 0 || e.Weight > 1 || e.Location >= len(r.Entities) || e.Statement >= len(r.Statements) {
				t.Errorf("indexes of %+v lead nowhere", e)
			}
		}
	})
}
