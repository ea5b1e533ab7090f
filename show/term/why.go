package term

import (
	"fmt"

	"github.com/hearsay-news/hearsay/show/view"
)

// Why writes what a row rests on.
func (p Paper) Why(w view.Why) error {
	g := p.page()
	for _, line := range wrap(w.Title, p.Width) {
		g.put("%s\n", g.paint(bold, line))
	}
	g.put("%s\n\n", g.paint(faint, joined(" · ", w.List, w.ID)))
	for _, reason := range w.Reasons {
		for i, line := range wrap(reason, p.Width-2) {
			lead := "  "
			if i == 0 {
				lead = "– "
			}
			g.put("%s%s\n", lead, line)
		}
	}
	for _, s := range w.Sides {
		g.put("\n%s\n", g.paint(faint, s.Title))
		t := &table{columns: []column{{head: "Part", least: 9, most: 12}, {head: "Here", least: 18, flex: true}, {head: "There", least: 18, flex: true}, {head: "Fit", least: 10, most: 12}}}
		for _, p := range s.Parts {
			t.add(one(faint, p.Part), one(plain, sideWords(p.A, p.SaysA)), one(plain, sideWords(p.B, p.SaysB)), one(faint, p.Fit))
		}
		t.draw(g)
	}
	if len(w.Evidence) > 0 {
		g.put("\n")
		t := &table{columns: []column{{head: "For", least: 8, most: 26}, {head: "Words", least: 20, flex: true}, {head: "Place", most: 28}}}
		for _, e := range w.Evidence {
			t.add(one(faint, e.For), one(plain, e.Place.Text), one(faint, fmt.Sprintf("%s %d–%d", e.Place.Page, e.Place.Start, e.Place.End)))
		}
		t.draw(g)
	}
	if len(w.Evidence) > 0 {
		g.next("date "+quoted(w.Evidence[0].Place.Page), "when that page was published")
	} else {
		g.next("serve", "read the pages")
	}
	return g.done()
}

// sideWords are the words of one side of a part, a dash where it does not tell.
func sideWords(places []view.Place, says string) string {
	if says != "" {
		return says
	}
	if len(places) == 0 {
		return "–"
	}
	return places[0].Text
}
