package term

import (
	"github.com/hearsay-news/hearsay/show/view"
)

// Said writes statements, one row an utterance.
func (p Paper) Said(list view.List) error {
	g := p.page()
	t := &table{columns: []column{{head: "Speaker", least: 12, most: 24}, {head: "Statement", least: 20, flex: true}, {head: "First told", least: 10, most: 18}, {head: "Sure", right: true}, {head: "ID"}}}
	small := p.Width < 76
	if small {
		t.columns = []column{{head: "Speaker", least: 10, most: 15}, {head: "Statement", least: 20, flex: true}, {head: "ID", most: 12}}
	}
	for _, s := range list.Statements {
		says := cell{{words: s.Words, lead: verb(s.Stance), hue: stanceHue(s.Stance)}}
		told := cell{}
		a := s.Opens()
		if len(s.Chain) > 2 || small {
			says = append(says, part{style: faint, words: view.ChainWords(s.Chain)})
		}
		if n := len(s.Accounts); n > 1 {
			says = append(says, part{style: faint, words: view.Plural(n, "account", "accounts") + ", " + s.Relation})
		}
		if a != nil {
			told = cell{{words: outletName(a.Outlet, a.Page)}, {style: faint, words: a.Published.Day}}
		}
		speaker := one(bold, s.SpeakerName())
		if s.Speaker == nil {
			speaker = one(faint, s.SpeakerName())
		}
		if small {
			t.add(speaker, says, one(faint, s.ID))
			continue
		}
		t.add(speaker, says, told, one(faint, view.Share(s.Confidence)), one(faint, s.ID))
	}
	t.draw(g)
	if len(t.rows) > 0 {
		g.put("\n")
	}
	g.put("%s", view.Plural(len(list.Statements), "statement", "statements"))
	if list.Hidden > 0 {
		g.put("; %s held back", view.Plural(list.Hidden, "less certain row", "less certain rows"))
	}
	g.put("\n")
	switch {
	case len(list.Statements) > 0:
		g.next("why "+quoted(list.Statements[0].ID), "what a row rests on")
	case list.Hidden > 0:
		g.next("--min-confidence 0.5 said", "less certain rows too")
	default:
		g.next("said", "every statement")
	}
	return g.done()
}

// verb writes a stance as the verb of a row.
func verb(stance string) string {
	if v := verbs[stance]; v != "" {
		return v
	}
	return stance
}

var verbs = map[string]string{"say": "says", "claim": "claims", "deny": "denies", "confirm": "confirms", "announce": "announces", "pledge": "pledges", "demand": "demands",
	"warn": "warns", "accuse": "accuses", "question": "asks", "praise": "praises", "condemn": "condemns", "predict": "predicts", "agree": "agrees", "evidence": "shows",
	"hearsay": "passes on", "silence": "won’t say", "think": "thinks", "attitude": "feels"}

func stanceHue(stance string) string {
	switch stance {
	case "deny", "accuse", "condemn":
		return red
	case "claim", "hearsay":
		return yellow
	case "demand", "warn":
		return purple
	}
	return faint
}

func outletName(o view.Ref, page string) string {
	if o.Name != "" {
		return o.Name
	}
	return page
}
