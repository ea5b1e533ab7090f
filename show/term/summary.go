package term

import (
	"fmt"

	"github.com/hearsay-news/hearsay/show/view"
)

// Summary writes what a record holds.
func (p Paper) Summary(o view.Overview) error {
	g := p.page()
	if o.Title != "" {
		g.put("%s\n", g.paint(bold, fit(o.Title, p.Width)))
	}
	t := &table{columns: []column{{least: 2}, {least: 3, right: true}, {least: 20, flex: true}}}
	row := func(n int, style, words string) {
		t.add(cell{}, one(style, view.NumberWords(float64(n))), one(plain, words))
	}
	pages := noun(o.Pages, "page", "pages")
	if o.OutletsN > 0 {
		pages += " of " + view.Plural(o.OutletsN, "outlet", "outlets")
	}
	if o.Dated > 0 {
		pages += ", " + view.NumberWords(float64(o.Dated)) + " dated: " + o.Span.Words
	}
	if o.Skipped > 0 {
		pages += "; " + view.NumberWords(float64(o.Skipped)) + " not read"
	}
	row(o.Pages, bold, pages)
	said := noun(o.Statements, "statement", "statements") + " by " + view.Plural(o.Speakers, "voice", "voices")
	if o.Unsourced > 0 {
		said += ", " + view.NumberWords(float64(o.Unsourced)) + " without a source"
	}
	if o.Hidden > 0 {
		said += "; " + view.Plural(o.Hidden, "less certain row", "less certain rows") + " held back"
	}
	row(o.Statements, bold, said)
	figures := noun(o.Figures, "figure", "figures")
	if o.Differ > 0 {
		figures += ", " + view.NumberWords(float64(o.Differ)) + " on which the accounts differ"
	}
	row(o.Figures, bold, figures)
	line := noun(o.Timeline, "timeline entry", "timeline entries")
	line += joined("", count(o.Planned, ", %s planned or demanded"), count(o.Claimed, ", %s only claimed"), count(o.Denied, ", %s denied"))
	row(o.Timeline, bold, line)
	row(o.Conflicts, bold, noun(o.Conflicts, "conflict", "conflicts")+count(o.Shifts, "; %s shifts of wording or scope"))
	copies := noun(o.Copies, "copied passage", "copied passages")
	if o.Origins > 0 {
		copies += "; " + view.Plural(o.Traced, "page goes", "pages go") + " back to " + view.Plural(o.Origins, "origin", "origins")
	}
	row(o.Copies, bold, copies)
	t.draw(g)
	for _, f := range o.Faults {
		g.put("%s\n", g.paint(bold, fit(f.Words, p.Width)))
	}
	switch {
	case o.Pages == 0:
		g.next("add DIR", "read pages into the record")
	default:
		g.next("serve", "read it in a browser")
	}
	return g.done()
}

// noun returns the form of a noun that goes with a number.
func noun(n int, one, many string) string {
	if n == 1 {
		return one
	}
	return many
}

// count writes a number into a phrase; no number, no phrase.
func count(n int, phrase string) string {
	if n == 0 {
		return ""
	}
	return fmt.Sprintf(phrase, view.NumberWords(float64(n)))
}
