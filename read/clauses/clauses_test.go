package clauses_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/hearsay-news/hearsay/gather"
	"github.com/hearsay-news/hearsay/internal/cases"
	"github.com/hearsay-news/hearsay/lang/en"
	"github.com/hearsay-news/hearsay/read"
	"github.com/hearsay-news/hearsay/read/clauses"
)

func reading(input string) *read.Reading {
	at, words := cases.Head(input, "at")
	return read.Read(en.Language, gather.Page{ID: "case", Bytes: []byte(words), Form: gather.Article, Charset: "utf-8", Given: gather.Given{Published: at}})
}

// A row is "[*]lemma (classes) not mode in statement | slot: words = head, …": a star marks a main clause.
func TestCases(t *testing.T) {
	cases.Run(t, func(t *testing.T, input string) string {
		r := reading(input)
		var rows []string
		for i := range r.Clauses {
			rows = append(rows, row(r, &r.Clauses[i]))
		}
		return strings.Join(rows, "\n")
	})
}

func row(r *read.Reading, c *clauses.Clause) string {
	var b strings.Builder
	if c.Main {
		b.WriteString("*")
	}
	b.WriteString(c.Lemma)
	if len(c.Classes) > 0 {
		fmt.Fprintf(&b, " (%s)", strings.Join(c.Classes, " "))
	}
	if c.Negated {
		b.WriteString(" not")
	}
	if c.Mode != clauses.Fact {
		fmt.Fprintf(&b, " %s", c.Mode)
	}
	if c.Inside >= 0 {
		fmt.Fprintf(&b, " in %s", r.Statements[c.Inside].ID)
	}
	for i := range c.Parts {
		p := &c.Parts[i]
		fmt.Fprintf(&b, " | %s: %s", p.Slot, r.Page.Text.At(p.Span))
		if head := r.Page.Text.At(p.Head); !strings.HasSuffix(r.Page.Text.At(p.Span), head) {
			fmt.Fprintf(&b, " = %s", head)
		}
		if p.Scope != clauses.NoScope {
			fmt.Fprintf(&b, " (%s)", p.Scope)
		}
		if p.Amount >= 0 {
			fmt.Fprintf(&b, " [%s]", r.Page.Text.At(r.Amounts[p.Amount].Span))
		}
	}
	return b.String()
}
