package main

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/hearsay-news/hearsay/show/view"
)

// saidCommand lists statements.
type saidCommand struct {
	Words []string `arg:"" optional:"" help:"Words of a statement, or the name of a voice; without any, everything."`
	chooseFlags
	Stance string `placeholder:"STANCE" enum:",say,claim,deny,confirm,announce,pledge,demand,warn,accuse,question,praise,condemn,predict,agree,evidence,hearsay,silence,think,attitude,other" default:"" help:"Only say, claim, deny, confirm, announce, pledge, demand, warn, accuse …"`
	Page   string `placeholder:"ID" help:"Only what this page carries."`
	Sort   string `placeholder:"ORDER" enum:"time,sure" default:"time" help:"The order: time, or sure: the surest first."`

	Carriers bool `help:"Give a row also to voices that only carry another’s words."`
}

func (saidCommand) Help() string {
	return `One row is one utterance: who said it, through whom it came, which pages carry it. A blank source means that the page names none.

Example:
  hearsay said marrow
  hearsay said "nine trucks" --stance deny`
}

func (s *saidCommand) Run(ctx context.Context, c *commands, std streams) error {
	choice := s.choice()
	others := choice
	others.By = ""
	if choice.By == "" || !others.Empty() || len(s.Words) > 0 {
		return c.lookAt(ctx, choice, std, func(r *view.Record) error { return s.show(r, "", c, std) })
	}
	return c.look(ctx, func(r *view.Record) error { // a voice alone needs no part of the record of its own: its rows are looked up
		if _, named := r.EntitiesIn(view.Window{Limit: 1}, c.dial(), choice.By); named > 0 {
			return s.show(r, choice.By, c, std)
		}
		return c.lookAt(ctx, choice, std, func(r *view.Record) error { return s.show(r, "", c, std) })
	})
}

func (s *saidCommand) show(r *view.Record, voice string, c *commands, std streams) error {
	if s.Page != "" && !r.HasPage(s.Page) {
		return wrong{hinted{fmt.Errorf("no page %q", s.Page), "hearsay pages lists the ids"}}
	}
	filter := view.Filter{Dial: c.dial(), Stance: s.Stance, Page: s.Page, Voice: voice}
	list := find(r, filter, strings.Join(s.Words, " "))
	if s.Sort == "sure" {
		slices.SortStableFunc(list.Statements, func(a, b view.Statement) int { return cmp.Compare(b.Confidence, a.Confidence) })
	}
	if c.JSON {
		return writeJSON(std, map[string]any{"total": len(list.Statements), "hidden": list.Hidden, "statements": list.Statements})
	}
	return c.paper(std).Said(list, s.Carriers)
}

// find looks for words in what was said and, where no voice is asked for by itself, among the voices.
func find(r *view.Record, filter view.Filter, words string) view.List {
	filter.Text = words
	list := r.Statements(filter)
	if words == "" || filter.Voice != "" {
		return list
	}
	filter.Text, filter.Voice = "", words
	voices := r.Statements(filter)
	if voices.Total == 0 {
		return list
	}
	if list.Total == 0 {
		return voices
	}
	// Both: rows of either, in the order of the whole list.
	either := map[string]bool{}
	for _, s := range append(append([]view.Statement{}, list.Statements...), voices.Statements...) {
		either[s.ID] = true
	}
	filter.Voice = ""
	all := r.Statements(filter)
	out := view.List{Hidden: list.Hidden + voices.Hidden, Statements: []view.Statement{}}
	for _, s := range all.Statements {
		if either[s.ID] {
			out.Statements = append(out.Statements, s)
		}
	}
	out.Total = len(out.Statements) + out.Hidden
	return out
}
