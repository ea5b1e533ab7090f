package term

import (
	"strings"

	"github.com/hearsay-news/hearsay/show/clean"
	"github.com/hearsay-news/hearsay/show/view"
)

// Pages writes the pages with their dates and why.
func (p Paper) Pages(rows []view.PageRow) error {
	g := p.page()
	t := &table{columns: []column{{head: "Published", least: 11, most: 22}, {head: "Page", least: 20, flex: true}, {head: "Why this date", least: 16, most: 46, flex: true}, {head: "Said", right: true}, {head: "ID", most: 24}}}
	small := p.Width < 92
	if small {
		t.columns = []column{{head: "Published", least: 11, most: 14}, {head: "Page", least: 20, flex: true}, {head: "ID", most: 16}}
	}
	for _, row := range rows {
		when := one(plain, row.Published.Day)
		why := cell{{words: row.Why, lead: row.Basis, hue: blue}}
		if row.Skip != nil {
			when, why = one(red, "not read"), cell{{words: row.Skip.Detail, lead: row.Skip.Reason, hue: red}}
		}
		title := cell{{words: row.Title}}
		if row.Outlet.Name != "" {
			title = append(title, part{style: faint, words: row.Outlet.Name})
		}
		if small {
			t.add(when, append(title, part{style: faint, words: why[0].lead + ": " + why[0].words}), one(faint, row.ID))
			continue
		}
		said := cell{}
		if row.Skip == nil {
			said = one(faint, view.NumberWords(float64(row.Statements)))
		}
		t.add(when, title, why, said, one(faint, row.ID))
	}
	t.draw(g)
	if len(rows) == 0 {
		g.put("no page\n")
		g.next("add DIR", "read pages into the record")
		return g.done()
	}
	g.next("date "+quoted(rows[0].ID), "everything that speaks for and against a date")
	return g.done()
}

var useWords = map[string]string{"publication": "the date", "anchor": "fixes it", "lower": "not before", "upper": "not after", "rejected": "rejected"}

var useHue = map[string]string{"publication": green, "anchor": green, "rejected": red}

// Date writes when a page came out, with everything that speaks for and against it.
func (p Paper) Date(row view.PageRow, evidence []view.Evidence) error {
	g := p.page()
	for _, line := range wrap(row.Title, p.Width) {
		g.put("%s\n", g.paint(bold, line))
	}
	g.put("%s\n\n", g.paint(faint, fit(joined(" · ", row.Outlet.Name, row.ID), p.Width)))
	if row.Skip != nil {
		g.put("%s %s\n", g.paint(red, row.Skip.Reason), clean.Line(row.Skip.Detail))
		return g.done()
	}
	t := &table{columns: []column{{least: 10}, {least: 20, flex: true}}}
	t.add(one(faint, "published"), cell{{style: bold, words: row.Published.Words}})
	t.add(one(faint, "basis"), one(blue, row.Basis))
	for _, e := range evidence {
		what := cell{{words: e.Why}}
		if e.When != nil {
			what = append(what, part{style: faint, words: e.When.Words})
		}
		switch {
		case e.Place != nil:
			what = append(what, part{style: faint, words: joined(" ", "“"+view.Short(e.Place.Text, 160)+"”", e.Page)})
		case e.Field != "" || e.Page != "":
			what = append(what, part{style: faint, words: joined(" · ", e.Field, e.Page)})
		}
		t.add(one(useHue[e.Use], useWords[e.Use]), what)
	}
	t.draw(g)
	g.next("said --page "+quoted(row.ID), "what the page carries")
	return g.done()
}

// joined joins the words that are not empty.
func joined(by string, words ...string) string {
	var out []string
	for _, w := range words {
		if w != "" {
			out = append(out, w)
		}
	}
	return strings.Join(out, by)
}

// Found writes the places where searched words stand. More is how many to ask for to see more of them; 0: these are all.
func (p Paper) Found(query string, rows []view.Found, more int) error {
	g := p.page()
	t := &table{columns: []column{{head: "Page", least: 10, most: 22}, {head: "Line", least: 20, flex: true}}}
	for _, f := range rows {
		t.add(cell{{style: bold, words: outletName(f.Outlet, f.Page)}, {style: faint, words: f.When.Day}}, cell{{words: f.Before + f.Words + f.After}, {style: faint, words: f.Page}})
	}
	t.draw(g)
	if len(rows) == 0 {
		g.put("nothing in the pages says so\n")
	}
	if more > 0 {
		g.put("\nthe first %s; --limit %d shows more\n", view.Plural(len(rows), "line", "lines"), more)
	}
	g.next("said "+quoted(query), "who says so")
	return g.done()
}
