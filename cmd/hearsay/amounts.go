package main

import (
	"strings"

	"github.com/hearsay-news/hearsay/read/amounts"
	"github.com/hearsay-news/hearsay/show/clean"
	"github.com/hearsay-news/hearsay/show/export"
	"github.com/hearsay-news/hearsay/show/view"
)

// amountsCommand finds figures in a sentence.
type amountsCommand struct{ sentenceFlags }

func (amountsCommand) Help() string {
	return `Example:
  hearsay amounts "More than 40 percent of border guards left; the force shrank from 8,200 to 3,100 men."`
}

func (a *amountsCommand) Run(c *commands, std streams) error {
	r, err := a.read(std)
	if err != nil {
		return err
	}
	if c.JSON {
		return writeJSON(std, export.Amounts(r))
	}
	for _, m := range r.Amounts {
		var notes []string
		switch m.Kind {
		case amounts.Killed, amounts.Injured, amounts.Missing, amounts.Detained, amounts.Age, amounts.Duration:
			notes = append(notes, string(m.Kind))
		}
		if !m.Of.Empty() {
			notes = append(notes, "of: "+r.Page.Text.At(m.Of))
		}
		if !m.Scope.Empty() {
			notes = append(notes, "scope: "+r.Page.Text.At(m.Scope))
		}
		if m.Change != nil {
			notes = append(notes, moves(m))
		}
		_, err := clean.Fprintf(std.out, "%-28s %-24s %s (%s)\n", r.Page.Text.At(m.Span), view.WithUnit(view.AmountWords(m.Low, m.High, m.Relation), m.Unit),
			strings.Join(notes, ", "), m.Rule)
		if err != nil {
			return err
		}
	}
	return nil
}

// moves says which way a figure goes, and from where.
func moves(m amounts.Amount) string {
	words := "moves " + string(m.Change.Direction)
	if m.Change.From.Known {
		words += " from " + view.NumberWords(m.Change.From.Value)
	}
	return words
}
