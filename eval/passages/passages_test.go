package passages

import (
	"encoding/json"
	"testing"

	"github.com/hearsay-news/hearsay/text"
)

// A span's parts are found around its content, not where such words stand first; a span that is not there has no places.
func TestPlaces(t *testing.T) {
	page := `No one asked, "No," Vik said. "No fish," Vik said, "came back."`
	for _, c := range []struct {
		content, span string
		want          []text.Span
		whole         bool
	}{
		{"came back", `["\"No fish,\"", "\"came back.\""]`, []text.Span{{Start: 30, End: 40}, {Start: 51, End: 63}}, true},
		{"No fish", `"\"No fish,\""`, []text.Span{{Start: 30, End: 40}}, true},
		{"No fish", "", []text.Span{{Start: 31, End: 38}}, false},
		{"No fish", `["\"No fish,\"", "went home"]`, nil, false},
		{"no cat", "", nil, false},
	} {
		e := Expected{Content: c.content, Span: json.RawMessage(c.span)}
		got, whole := e.Places(page)
		same := len(got) == len(c.want) && whole == c.whole
		for i := range c.want {
			same = same && got[i] == c.want[i]
		}
		if !same {
			t.Errorf("%q in %s: %v %v, want %v %v", c.content, c.span, got, whole, c.want, c.whole)
		}
	}
}

// Two names are one voice where a title, an article or a known other name is between them; "lawyers for" somebody is not he.
func TestSame(t *testing.T) {
	it := Item{Aliases: map[string][]string{"Asel Bolat": {"the inspector"}}}
	for _, c := range []struct {
		name, form string
		want       bool
	}{
		{"Asel Bolat", "Health Inspector Asel Bolat", true},
		{"Asel Bolat", "The inspector", true},
		{"The ministry", "ministry", true},
		{"Asel Bolat", "Bolat", false},
		{"Asel Bolat", "lawyers for Asel Bolat", false},
	} {
		if got := it.Same(c.name, c.form); got != c.want {
			t.Errorf("%q for %q: %v", c.form, c.name, got)
		}
	}
}
