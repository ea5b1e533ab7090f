package main

import (
	"github.com/hearsay-news/hearsay/show/clean"
	"github.com/hearsay-news/hearsay/show/export"
)

// timesCommand finds time expressions in a sentence.
type timesCommand struct {
	sentenceFlags
	Format string `enum:"table,timeml" default:"table" help:"table, or timeml: the sentence with TIMEX3 elements."`
}

func (timesCommand) Help() string {
	return `Example:
  hearsay times "The governor met miners on Monday, two days after the strike began." --at 2019-05-15`
}

func (t *timesCommand) Run(c *commands, std streams) error {
	r, err := t.read(std)
	if err != nil {
		return err
	}
	if t.Format == "timeml" {
		return export.TimeML(clean.Text(std.out), r)
	}
	if c.JSON {
		return writeJSON(std, export.Times(r))
	}
	for _, e := range r.Times {
		_, err := clean.Fprintf(std.out, "%-28s %-8s %-14s %-28s %s\n", r.Page.Text.At(e.Span), e.Type, withMod(e.Value, e.Mod), e.Interval, e.Rule)
		if err != nil {
			return err
		}
	}
	return nil
}

func withMod(value, mod string) string {
	if mod == "" {
		return value
	}
	return value + " " + mod
}
