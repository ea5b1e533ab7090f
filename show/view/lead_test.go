package view

import (
	"strings"
	"testing"

	"github.com/hearsay-news/hearsay/text"
)

// A row leads with the verb of its stance, or with the cue's own words where that verb would not go with the content.
func TestSays(t *testing.T) {
	words := "Teke called on Sel to open it. Marrow expressed “hope” that it holds. Teke denied it. Marrow stressed that he would not go."
	at := func(w string) Place {
		i := strings.Index(words, w)
		return Place{Page: "a", Start: i, End: i + len(w), Text: w, Span: text.Span{Start: i, End: i + len(w)}}
	}
	row := func(stance, rule, cue, content, addressee string) Statement {
		s := Statement{Stance: stance, Rule: rule, Words: content, Accounts: []Account{{Page: "a", Cue: []Place{at(cue)}, Content: []Place{at(content)}}}}
		if addressee != "" {
			s.Addressee = []Place{at(addressee)}
		}
		return s
	}
	for _, c := range []struct {
		row  Statement
		want string
	}{
		{row("demand", "to", "called on", "to open it", "Sel"), "called on Sel"},
		{row("say", "light-that", "expressed “hope”", "that it holds", ""), "expressed “hope”"},
		{row("deny", "noun", "denied", "it.", ""), "denied"},
		{row("deny", "that", "stressed", "that he would not go", ""), "stressed"}, // it denies, but is not denied
	} {
		if got := c.row.Says(); got != c.want {
			t.Errorf("%q: says %q, want %q", c.row.Words, got, c.want)
		}
	}
}
