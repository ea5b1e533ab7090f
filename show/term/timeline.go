package term

import (
	"strings"

	"github.com/hearsay-news/hearsay/show/view"
)

var marks = map[string]string{"occurred": "●", "planned": "○", "demanded": "◇", "claimed": "◐", "denied": "⊗", "cancelled": "⊘", "postponed": "◌"}

var statusHue = map[string]string{"occurred": plain, "planned": blue, "demanded": purple, "claimed": yellow, "denied": red, "cancelled": red, "postponed": blue}

// Timeline writes entries in order of time.
func (p Paper) Timeline(rows []view.Entry) error {
	g := p.page()
	t := &table{columns: []column{{head: "When", least: 11, most: 22}, {head: "What", least: 20, flex: true}, {head: "Status", least: 10}, {head: "Told by", least: 10, most: 26}, {head: "ID"}}}
	small := p.Width < 92
	if small {
		t.columns = []column{{head: "When", least: 11, most: 14}, {head: "What", least: 20, flex: true}, {head: "ID", most: 12}}
	}
	for _, e := range rows {
		what := cell{{words: e.Title}}
		status := marks[e.Status] + " " + e.Status
		if small {
			what = cell{{words: e.Title, lead: marks[e.Status], hue: statusHue[e.Status]}, {style: faint, words: e.Status + " · " + told(e)}}
		}
		if e.Becomes != nil {
			what = append(what, part{style: faint, words: "done: " + e.Becomes.ID + " " + e.Becomes.Title})
		}
		for _, c := range e.Conflicts {
			what = append(what, part{style: red, words: "≠ the pages disagree on the " + c.Kind})
		}
		if small {
			t.add(one(plain, e.When.Day), what, one(faint, e.ID))
			continue
		}
		t.add(one(plain, e.When.Day), what, one(statusHue[e.Status], status), one(faint, told(e)), one(faint, e.ID))
	}
	t.draw(g)
	if len(rows) == 0 {
		g.put("no entry\n")
		g.next("timeline", "every entry")
		return g.done()
	}
	g.next("why "+quoted(rows[0].ID), "what an entry rests on")
	return g.done()
}

func told(e view.Entry) string {
	outlets := e.Outlets()
	if len(outlets) == 0 {
		return view.Plural(e.Pages(), "page", "pages")
	}
	if len(outlets) > 3 {
		return strings.Join(outlets[:2], ", ") + " and " + view.Plural(len(outlets)-2, "more", "more")
	}
	return strings.Join(outlets, ", ")
}
