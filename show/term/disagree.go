package term

import (
	"strings"

	"github.com/hearsay-news/hearsay/show/view"
)

// Disagreements writes what the accounts can't all be right about, each with the words on either side, and how much was compared.
func (p Paper) Disagreements(rows []view.Conflict, compared int) error {
	g := p.page()
	for i, c := range rows {
		if i > 0 {
			g.put("\n")
		}
		g.conflict(c)
	}
	if len(rows) == 0 {
		g.put("no disagreement in %s\n", view.Plural(compared, "comparison", "comparisons"))
		g.next("said", "who said what")
		return g.done()
	}
	differ := 0
	for _, c := range rows {
		if c.Differs() {
			differ++
		}
	}
	shifts := ""
	if n := len(rows) - differ; n > 0 {
		shifts = ", " + view.Plural(n, "shift of wording or scope", "shifts of wording or scope")
	}
	g.put("\n%s%s in %s\n", view.Plural(differ, "disagreement", "disagreements"), shifts, view.Plural(compared, "comparison", "comparisons"))
	g.next("why "+quoted(rows[0].Row), "what the first rests on")
	return g.done()
}

// conflict writes one conflict: in what, about what, and each side with its outlet.
func (g *page) conflict(c view.Conflict) {
	part := c.Part
	if part == "" {
		part = c.Kind
	}
	mark, hue := "≠ "+part, red
	if !c.Differs() {
		mark, hue = "~ "+c.Kind, yellow
	}
	id := "  " + c.Row
	name := fit(c.Title, g.Width-wide(id)-wide(mark)-2)
	g.put("%s  %s%s%s\n", g.paint(hue, mark), g.paint(bold, name), strings.Repeat(" ", max(0, g.Width-wide(mark)-2-wide(name)-wide(id))), g.paint(faint, id))
	t := &table{columns: []column{{least: 1}, {least: 10, most: 26}, {flex: true, least: 24}, {most: 22}}}
	const sides = 6
	for k, s := range c.Items {
		if k == sides {
			t.add(cell{}, cell{}, one(faint, view.Plural(len(c.Items)-k, "more place", "more places")), cell{})
			break
		}
		t.add(cell{}, one(plain, outletName(s.Outlet, s.Place.Page)), one(plain, marked(s.Place.Text)), one(faint, s.Place.Page))
	}
	t.draw(g)
}

// Origins writes which pages go back to one original.
func (p Paper) Origins(rows []view.Origin, pages int) error {
	g := p.page()
	shared := 0
	for _, o := range rows {
		if len(o.Pages) < 2 {
			continue
		}
		shared += len(o.Pages)
		g.put("%s\n", g.paint(bold, view.Plural(len(o.Pages), "page goes", "pages go")+" back to one original"))
		t := &table{columns: []column{{least: 1}, {least: 10, most: 26}, {flex: true, least: 20}, {most: 16}, {most: 20}}}
		for _, row := range o.Pages {
			t.add(cell{}, one(plain, outletName(row.Outlet, row.ID)), one(plain, row.Title), one(faint, row.Published.Day), one(faint, row.ID))
		}
		t.draw(g)
		for _, line := range wrap(o.Why, p.Width-3) {
			g.put("   %s\n", g.paint(faint, line))
		}
		g.put("\n")
	}
	g.put("%s, %s of their own\n", view.Plural(pages, "page", "pages"), view.Plural(pages-shared, "original", "originals"))
	g.next("pages", "every page")
	return g.done()
}

// Pair writes two pages side by side.
func (p Paper) Pair(row view.Pair) error {
	g := p.page()
	g.put("%s\n%s\n", g.paint(bold, "A  "+outletName(row.A.Outlet, row.A.ID)+": "+row.A.Title), g.paint(bold, "B  "+outletName(row.B.Outlet, row.B.ID)+": "+row.B.Title))
	if row.OneOrigin {
		g.put("%s\n", g.paint(yellow, "both go back to one original"))
	}
	part := func(head string, n int) bool {
		if n > 0 {
			g.put("\n%s\n", g.paint(faint, head))
		}
		return n > 0
	}
	if part("they can't both be right", len(row.Differ)) {
		for _, c := range row.Differ {
			g.conflict(c)
		}
	}
	if part("both carry it", len(row.Said)+len(row.Figures)+len(row.Events)) {
		t := &table{columns: []column{{least: 1}, {least: 9, most: 12}, {flex: true, least: 30}, {}}}
		for _, s := range row.Said {
			t.add(cell{}, one(faint, view.CarriedWords(s.Relation)), one(plain, s.SpeakerName()+": "+s.Words), one(faint, s.ID))
		}
		for _, f := range row.Figures {
			t.add(cell{}, one(faint, "figure"), one(plain, f.Counts), one(faint, f.ID))
		}
		for _, e := range row.Events {
			t.add(cell{}, one(faint, e.Status), one(plain, e.When.Day+" "+e.Title), one(faint, e.ID))
		}
		t.draw(g)
	}
	if part("one page tells more, or in other words", len(row.Shifts)) {
		for _, c := range row.Shifts {
			g.conflict(c)
		}
	}
	if part("copied", len(row.Copies)) {
		t := &table{columns: []column{{least: 1}, {least: 9, most: 12}, {flex: true, least: 30}, {}}}
		for _, c := range row.Copies {
			t.add(cell{}, one(faint, c.Kind), one(plain, marked(c.Words)), one(faint, c.ID))
		}
		t.draw(g)
	}
	if len(row.Differ)+len(row.Said)+len(row.Figures)+len(row.Events)+len(row.Shifts)+len(row.Copies) == 0 {
		g.put("\nnothing that both tell\n")
	}
	g.put("\n%s only in A, %s only in B\n", view.Plural(row.OnlyA, "statement", "statements"), view.Plural(row.OnlyB, "statement", "statements"))
	g.next("said --page "+quoted(row.A.ID), "what the first page carries")
	return g.done()
}

// marked puts words in quotation marks, unless they bring their own.
func marked(words string) string {
	words = view.OneLine(words)
	if strings.HasPrefix(words, "“") || strings.HasPrefix(words, `"`) {
		return words
	}
	return "“" + words + "”"
}
