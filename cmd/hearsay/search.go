package main

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"github.com/hearsay-news/hearsay"
	"github.com/hearsay-news/hearsay/show/view"
)

// searchCommand finds words in the text of pages.
type searchCommand struct {
	Words []string `arg:"" help:"Words that must stand in one line; quote a phrase inside quotes."`
	chooseFlags
	Sort  string `placeholder:"ORDER" enum:"best,time" default:"best" help:"The order: best, where the words stand closest; or time, by the day of the page."`
	Limit int    `default:"50" placeholder:"N" help:"Show so many lines at most (${default})."`
}

func (searchCommand) Help() string {
	return `Example:
  hearsay search port shut
  hearsay search '"port of Sel"' --outlet nord`
}

// mostSearched is how many lines a search looks at before pages are chosen from among them.
const mostSearched = 5000

func (s *searchCommand) Run(ctx context.Context, c *commands, std streams) error {
	return c.opened(ctx, func(look *hearsay.Look) error { return s.find(look, c, std) })
}

func (s *searchCommand) find(look *hearsay.Look, c *commands, std streams) error {
	words, limit := strings.Join(s.Words, " "), max(s.Limit, 1)
	choice := s.choice()
	ask := limit + 1
	if !choice.Empty() || s.Sort == "time" {
		ask = mostSearched
	}
	hits, err := look.Search(words, ask)
	if err != nil {
		return err
	}
	if !choice.Empty() {
		part, _, err := view.Narrow(look.Record, choice)
		if err != nil {
			return asked(err)
		}
		hits = slices.DeleteFunc(hits, func(h view.Hit) bool { return !part.HasPage(h.Page) })
	}
	rows := make([]view.Found, 0, len(hits))
	for _, h := range hits {
		if s.Sort != "time" && len(rows) == limit {
			break
		}
		rows = append(rows, look.Show(h))
	}
	if s.Sort == "time" {
		slices.SortStableFunc(rows, func(a, b view.Found) int { return cmp.Compare(dayOf(a.When), dayOf(b.When)) })
		rows = rows[:min(len(rows), limit)]
	}
	if err := look.Err(); err != nil {
		return err
	}
	if c.JSON {
		return writeRows(std, "hits", rows)
	}
	more := 0
	if len(hits) > limit {
		more = 4 * limit
	}
	return c.paper(std).Found(words, rows, more)
}

// dayOf is the first day on which a page may have come out; what nobody knows comes last.
func dayOf(w view.When) string {
	switch {
	case w.Earliest != nil:
		return *w.Earliest
	case w.Latest != nil:
		return *w.Latest
	}
	return "9999"
}
