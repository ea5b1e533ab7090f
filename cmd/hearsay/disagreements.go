package main

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"github.com/hearsay-news/hearsay/show/view"
)

// disagreementsCommand lists what the accounts can't all be right about.
type disagreementsCommand struct {
	Of []string `arg:"" optional:"" help:"Words of what it is about."`
	chooseFlags
	Part   string `placeholder:"PART" enum:",polarity,number,date,place,actor,object,status,scope" default:"" help:"Only in this part: polarity, number, date, place, actor, object, status or scope."`
	Shifts bool   `help:"Shifts of wording and scope too, which are no disagreements."`
	Sort   string `placeholder:"ORDER" enum:"strength,kind" default:"strength" help:"The order: strength, by independent origins on each side; or kind."`
}

func (disagreementsCommand) Help() string {
	return `One row is one thing that pages tell so that they can't all be right: two statements, two figures or two accounts of an event that
are alike in all but one part. The last line says how many pairs were laid on each other.

Example:
  hearsay disagreements ferry
  hearsay disagreements --part number`
}

func (d *disagreementsCommand) Run(ctx context.Context, c *commands, std streams) error {
	return c.lookAt(ctx, d.choice(), std, func(r *view.Record) error {
		about := strings.ToLower(strings.Join(d.Of, " "))
		conflicts := slices.Clone(r.Conflicts())
		if d.Sort == "kind" {
			slices.SortStableFunc(conflicts, func(a, b view.Conflict) int { return cmp.Or(cmp.Compare(a.List, b.List), cmp.Compare(a.Kind, b.Kind)) })
		}
		rows := slices.DeleteFunc(conflicts, func(row view.Conflict) bool {
			return !row.Differs() && !d.Shifts || d.Part != "" && row.Part != d.Part || about != "" && !tells(row, about)
		})
		if c.JSON {
			return writeRows(std, "disagreements", rows)
		}
		n := r.Compared()
		return c.paper(std).Disagreements(rows, n.Statements+n.Figures+n.Events)
	})
}

// tells says whether words stand in a conflict's title or in one of its sides.
func tells(row view.Conflict, about string) bool {
	if strings.Contains(strings.ToLower(row.Title), about) {
		return true
	}
	return slices.ContainsFunc(row.Items, func(s view.Support) bool { return strings.Contains(strings.ToLower(s.Place.Text), about) })
}
