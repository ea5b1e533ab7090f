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

// foundLine is one line as search shows it.
type foundLine struct {
	Page   string     `json:"page"`
	Outlet string     `json:"outlet"`
	Title  string     `json:"title"`
	Place  view.Place `json:"place"`
}

func (s *searchCommand) Run(ctx context.Context, c *commands, std streams) error {
	record, err := hearsay.OpenReadOnly(ctx, c.Record)
	if err != nil {
		return err
	}
	defer record.Close()
	hits, err := record.Search(ctx, strings.Join(s.Words, " "), s.Limit)
	if err != nil {
		return err
	}
	shown, err := record.View(ctx)
	if err != nil {
		return err
	}
	rows := make([]foundLine, 0, len(hits))
	for _, h := range hits {
		rows = append(rows, foundLine{h.Page, shown.Outlet(h.Page).Name, shown.Title(h.Page), shown.Place(h.Page, h.Span)})
	}
	if c.JSON {
		return writeJSON(std, rows)
	}
	return writeFound(std, rows)
}
