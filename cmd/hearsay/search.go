package main

import (
	"context"
	"strings"

	"github.com/hearsay-news/hearsay"
	"github.com/hearsay-news/hearsay/show/view"
)

// searchCommand finds words in the text of pages.
type searchCommand struct {
	Words []string `arg:"" help:"Words that must stand in one line; quote a phrase inside quotes."`
	Limit int      `default:"50" placeholder:"N" help:"Show so many lines at most (${default})."`
}

func (searchCommand) Help() string {
	return `Example:
  hearsay search port shut
  hearsay search '"port of Sel"'`
}

func (s *searchCommand) Run(ctx context.Context, c *commands, std streams) error {
	record, err := hearsay.OpenReadOnly(ctx, c.Record)
	if err != nil {
		return err
	}
	defer record.Close()
	words := strings.Join(s.Words, " ")
	look, err := record.Look(ctx)
	if err != nil {
		return err
	}
	defer look.Close() // what went wrong is told below
	hits, err := look.Search(words, s.Limit)
	if err != nil {
		return err
	}
	rows := make([]view.Found, 0, len(hits))
	for _, h := range hits {
		rows = append(rows, look.Show(h))
	}
	if err := look.Err(); err != nil {
		return err
	}
	if c.JSON {
		return writeRows(std, "hits", rows)
	}
	return c.paper(std).Found(words, rows)
}
