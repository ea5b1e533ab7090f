package main

import (
	"context"
	"strings"

	"github.com/hearsay-news/hearsay/show/view"
)

// figuresCommand lists quantities.
type figuresCommand struct {
	Of      []string `arg:"" optional:"" help:"What is counted."`
	Verdict string   `placeholder:"VERDICT" help:"Only agree, compatible, differ or single."`
}

func (figuresCommand) Help() string {
	return `One row is one quantity in the world, with what each page gives for it and whether the pages agree.

Example:
  hearsay figures trucks
  hearsay figures --verdict differ`
}

func (f *figuresCommand) Run(ctx context.Context, c *commands, std streams) error {
	return c.look(ctx, func(r *view.Record) error {
		rows := r.Figures(f.Verdict, strings.Join(f.Of, " "))
		if c.JSON {
			return writeJSON(std, rows)
		}
		return c.paper(std).Figures(rows)
	})
}
