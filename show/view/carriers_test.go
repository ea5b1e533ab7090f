package view

import (
	"testing"

	"github.com/hearsay-news/hearsay/text"
)

// A row that only carries another one folds into that row's chain; one that says a word of its own stays.
func TestWithoutCarriers(t *testing.T) {
	words := "“Out,” Nord quoted Marrow as saying. He added that Teke said no and left."
	place := func(start, end int) Place {
		return Place{Page: "a", Start: start, End: end, Text: text.Text(words).At(text.Span{Start: start, End: end}), Span: text.Span{Start: start, End: end}}
	}
	at := func(w string) Place {
		for i := range words {
			if len(words)-i >= len(w) && words[i:i+len(w)] == w {
				return place(i, i+len(w))
			}
		}
		t.Fatalf("no %q", w)
		return Place{}
	}
	voices := func(n int) []Ref { return make([]Ref, n) }
	row := func(id string, chain int, source, cue string, content ...Place) Statement {
		return Statement{ID: id, Chain: voices(chain), Accounts: []Account{{Page: "a", Source: []Place{at(source)}, Cue: []Place{at(cue)}, Content: content}}}
	}
	list := List{Statements: []Statement{
		row("carrier", 2, "Nord", "quoted", at("“Out,”"), at("Marrow as saying")),
		row("carried", 3, "Marrow", "as saying", at("“Out,”")),
		row("more", 2, "He", "added", at("that Teke said no and left")),
		row("less", 3, "Teke", "said", at("no")),
	}}
	got, n := list.WithoutCarriers()
	if n != 1 || len(got.Statements) != 3 || got.Statements[0].ID != "carried" || got.Statements[1].ID != "more" {
		t.Errorf("%d folded, left %v", n, got.Statements)
	}
	if len(list.Statements) != 4 {
		t.Error("the list given was changed")
	}
}
