package term

import (
	"github.com/hearsay-news/hearsay/show/view"
)

// Said writes statements, one row an utterance. Voices that only carry another's words stand in its chain; carriers gives them rows too.
func (p Paper) Said(list view.List, carriers bool) error {
	folded := 0
	if !carriers {
		list, folded = list.WithoutCarriers()
	}
	g := p.page()
	t := &table{columns: []column{{head: "Speaker", least: 12, most: 24}, {head: "Statement", least: 20, flex: true}, {head: "First told", least: 10, most: 18}, {head: "Sure", right: true}, {head: "ID"}}}
	small := p.Width < 100 // the words need the room: who told it, and how sure it is, stands under them
	if small {
		t.columns = []column{{head: "Speaker", least: 10, most: 15}, {head: "Statement", least: 20, flex: true}, {head: "ID", most: 12}}
	}
	for _, s := range list.Statements {
		says := cell{{words: s.Words, lead: s.Says(), hue: stanceHue(s.Stance)}}
		told := cell{}
		a := s.Opens()
		switch {
		case small:
			says = append(says, part{style: faint, words: heard(s, a)})
		case len(s.Chain) > 2:
			says = append(says, part{style: faint, words: view.ChainWords(s.Chain)})
		}
		if n := len(s.Accounts); n > 1 {
			told := view.Plural(n, "account", "accounts")
			if s.Relation != "single" { // twice on one page
				told += ", " + view.CarriedWords(s.Relation)
			}
			says = append(says, part{style: faint, words: told})
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
	if folded > 0 {
		g.put("; %s only another’s words and %s in the chain (--carriers gives a row)", view.Plural(folded, "voice carries", "voices carry"), isAre(folded))
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

func isAre(n int) string {
	if n == 1 {
		return "stands"
	}
	return "stand"
}

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
	return "outlet unknown (" + page + ")"
}

// heard says in a line through whom a statement came, when it was first told, and how sure it is.
//
//	Delta Herald → Nordpress → Radio Sel → engineer, 9 May 2022, 95 %
func heard(s view.Statement, first *view.Account) string {
	words := view.ChainWords(s.Chain)
	if len(s.Chain) <= 2 && first != nil {
		words = outletName(first.Outlet, first.Page)
	}
	if first != nil {
		words += ", " + first.Published.Day
	}
	return words + ", " + view.Share(s.Confidence)
}
