package export

import (
	"cmp"
	"fmt"
	"html"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/hearsay-news/hearsay/show/view"
)

// mostSlides is what a timeline carries before nobody reads it: the heaviest entries stand, told in the foreground before the background.
const mostSlides = 50

type slideShow struct {
	Title  *slide  `json:"title,omitempty"`
	Events []slide `json:"events"`
}

type slide struct {
	ID      string     `json:"unique_id"`
	Start   *slideDate `json:"start_date,omitempty"`
	End     *slideDate `json:"end_date,omitempty"`
	Display string     `json:"display_date,omitempty"`
	Group   string     `json:"group,omitempty"`
	Text    slideText  `json:"text"`
}

type slideDate struct {
	Year  int `json:"year"`
	Month int `json:"month,omitempty"`
	Day   int `json:"day,omitempty"`
}

type slideText struct {
	Headline string `json:"headline"`
	Text     string `json:"text"`
}

// TimelineJS writes the record's timeline for TimelineJS3: one slide an entry, grouped by status, its interval in words, with the words of the pages
// that tell it. Entries without a date have no place there.
func TimelineJS(w io.Writer, r *view.Record, o Package) error {
	s := newSource(r, o.Dial)
	var rows []entryRow
	undated, all := 0, 0
	for e := range s.timeline() {
		if all++; !e.When.Interval.Known() {
			undated++
			continue
		}
		rows = append(rows, e)
	}
	if len(rows) == 0 {
		return &view.Wrong{What: "nothing to draw: no entry of the timeline has a date", Hint: "hearsay timeline lists the entries"}
	}
	slices.SortStableFunc(rows, func(a, b entryRow) int {
		return cmp.Or(boolean(a.Background)-boolean(b.Background), cmp.Compare(b.Weight, a.Weight), b.Origins-a.Origins, cmp.Compare(a.ID, b.ID))
	})
	rows = rows[:min(len(rows), mostSlides)]
	slices.SortStableFunc(rows, func(a, b entryRow) int {
		return cmp.Or(cmp.Compare(day(start(a.When)), day(start(b.When))), cmp.Compare(a.ID, b.ID))
	})
	about := r.Overview(o.Dial)
	show := slideShow{Title: &slide{ID: "title", Text: slideText{html.EscapeString(cmp.Or(about.Title, o.Name)),
		fmt.Sprintf("<p>%s, %s. %d of %d dated entries, those with most weight; %d without a date are left out.</p>", html.EscapeString(about.Span.Words),
			view.Plural(about.Pages, "page", "pages"), len(rows), all-undated, undated)}}}
	for _, e := range rows {
		show.Events = append(show.Events, newSlide(e))
	}
	return indented(w, show)
}

func boolean(b bool) int {
	if b {
		return 1
	}
	return 0
}

// start is the first day that is known of an interval.
func start(w view.When) *string {
	if w.Earliest != nil {
		return w.Earliest
	}
	return w.Latest
}

func newSlide(e entryRow) slide {
	out := slide{ID: e.ID, Display: e.When.Words, Group: e.Status, Text: slideText{Headline: html.EscapeString(e.Title)}}
	if e.Background {
		out.Group += ", recalled"
	}
	from := day(start(e.When))
	to := from
	if e.When.Latest != nil {
		to = day(e.When.Latest)
	}
	out.Start = newSlideDate(from)
	switch one := oneDate(&e.When); {
	case len(one) == 4: // a year: a day would claim more
		out.Start.Month, out.Start.Day = 0, 0
	case len(one) == 7:
		out.Start.Day = 0
	case from != to:
		out.End = newSlideDate(to)
	}
	var b strings.Builder
	fmt.Fprintf(&b, "<p>%s, %s, going back to %s.</p>", html.EscapeString(e.Status), view.Plural(e.Pages(), "page", "pages"), view.Plural(e.Origins, "origin", "origins"))
	for n, x := range e.Supports {
		if n == 6 {
			fmt.Fprintf(&b, "<p>and %d more</p>", len(e.Supports)-n)
			break
		}
		fmt.Fprintf(&b, "<blockquote>%s</blockquote><p>%s, %s (%s %d–%d)</p>", html.EscapeString(view.OneLine(x.Place.Text)), html.EscapeString(cmp.Or(x.Outlet.Name, x.Title)),
			html.EscapeString(x.Published.Words), html.EscapeString(x.Place.Page), x.Place.Start, x.Place.End)
	}
	for _, c := range e.Conflicts {
		fmt.Fprintf(&b, "<p>The pages disagree on its %s.</p>", html.EscapeString(c.Kind))
	}
	if e.Becomes != nil {
		fmt.Fprintf(&b, "<p>Later: %s</p>", html.EscapeString(e.Becomes.Title))
	}
	out.Text.Text = b.String()
	return out
}

func newSlideDate(iso string) *slideDate {
	part := func(from, to int) int {
		n, _ := strconv.Atoi(iso[from:to]) // days are written by us
		return n
	}
	return &slideDate{part(0, 4), part(5, 7), part(8, 10)}
}
