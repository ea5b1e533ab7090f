package article

import "testing"

// A dateline ends where the story begins.
func TestDateline(t *testing.T) {
	for _, c := range []struct{ line, story string }{
		{"SEL — The port is shut.", "The port is shut."},
		{"SEL, Odra (GW) - The port is shut.", "The port is shut."},
		{"SEL, March 16 (Gulf Wire) — The port is shut.", "The port is shut."},
		{"SEL , Odra . -LRB- GW -RRB- -- The port is shut .", "The port is shut ."},
		{"SEL | Mon Mar 6 , 2023 9:12 pm EST SEL -LRB- Gulf Wire -RRB- - The port is shut .", "The port is shut ."},
		{"The port (GW) - which is shut - belongs to the town.", "The port (GW) - which is shut - belongs to the town."},
		{"Marrow -LRB- 47 -RRB- -- the mayor -- said nothing .", "Marrow -LRB- 47 -RRB- -- the mayor -- said nothing ."},
		{"The port is shut.", "The port is shut."},
	} {
		if got := c.line[Dateline(c.line):]; got != c.story {
			t.Errorf("%q: %q, want %q", c.line, got, c.story)
		}
	}
}
