package main

import (
	"context"
	"slices"
	"strings"

	"github.com/hearsay-news/hearsay/show/view"
)

// figuresCommand lists quantities.
type figuresCommand struct {
	Of []string `arg:"" optional:"" help:"What is counted."`
	chooseFlags
	Verdict string `placeholder:"VERDICT" enum:",agree,compatible,differ,single" default:"" help:"Only agree, compatible, differ or single."`
	Sort    string `placeholder:"ORDER" enum:"verdict,name" default:"verdict" help:"The order: verdict, those that differ first; or name: by what is counted."`
}

func (figuresCommand) Help() string {
	return `One row is one quantity in the world, with what each page gives for it and whether the pages agree.

Example:
  hearsay figures trucks
  hearsay figures --verdict differ`
}

func (f *figuresCommand) Run(ctx context.Context, c *commands, std streams) error {
	return c.lookAt(ctx, f.choice(), std, func(r *view.Record) error {
		rows := r.Figures(f.Verdict, strings.Join(f.Of, " "))
		if f.Sort == "name" {
			slices.SortStableFunc(rows, func(a, b view.Figure) int { return strings.Compare(a.Counts, b.Counts) })
		}
		if c.JSON {
			return writeRows(std, "figures", rows)
		}
		return c.paper(std).Figures(rows)
	})
}
