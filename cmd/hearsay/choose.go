package main

import (
	"context"
	"fmt"
	"regexp"

	"github.com/hearsay-news/hearsay/show/view"
)

// chooseFlags choose the pages that a list is made from. Every list has the same.
type chooseFlags struct {
	Since  string `placeholder:"DAY" help:"Only pages that came out then or later: 2023-03-21, 2023-03 or 2023."`
	Until  string `placeholder:"DAY" help:"Only pages that came out then or earlier."`
	Outlet string `placeholder:"NAME" help:"Only pages of this outlet."`
	By     string `placeholder:"NAME" help:"Only what this voice said or passed on."`
}

func (f chooseFlags) choice() view.Choice {
	return view.Choice{Since: f.Since, Until: f.Until, Outlet: f.Outlet, By: f.By}
}

// lookAt opens the part of the record that a choice leaves.
func (c *commands) lookAt(ctx context.Context, choice view.Choice, std streams, show func(*view.Record) error) error {
	return c.look(ctx, func(r *view.Record) error {
		part, undated, err := view.Narrow(r, choice)
		if err != nil {
			return asked(err)
		}
		if undated > 0 {
			fmt.Fprintf(std.err, "hearsay: %s left out: nobody knows when they came out\n", view.Plural(undated, "page was", "pages were"))
		}
		return show(part)
	})
}

// AfterApply refuses a confidence that is none.
func (c *commands) AfterApply() error {
	if c.MinConfidence != -1 && (c.MinConfidence < 0 || c.MinConfidence > 1) {
		return fmt.Errorf("--min-confidence %v: a confidence is a share between 0 and 1, as 0.9", c.MinConfidence)
	}
	return nil
}

var dateForm = regexp.MustCompile(`^\d{4}(-\d{2}(-\d{2}([T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?( ?(Z|[+-]\d{2}:?\d{2}))?)?)?)?$`)

// AfterApply refuses a date that can't be read: it would silently date nothing.
func (g givenFlags) AfterApply() error {
	for name, value := range map[string]string{"published": g.Published, "fetched": g.Fetched} {
		if value != "" && !dateForm.MatchString(value) {
			return fmt.Errorf("--%s %s: write 2023-05-30 or 2023-05-30T14:00:00+02:00", name, value)
		}
	}
	return nil
}
