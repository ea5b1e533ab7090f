package view

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestWordDiff(t *testing.T) {
	shown := func(runs []LaidRun) string {
		var b strings.Builder
		for _, r := range runs {
			if r.Marked {
				b.WriteString("[" + r.Text + "]")
			} else {
				b.WriteString(r.Text)
			}
		}
		return b.String()
	}
	for _, c := range [][4]string{
		{"Nine trucks burned.", "Seven trucks burned.", "[Nine ]trucks burned.", "[Seven ]trucks burned."},
		{"The port is shut", "The port is not shut.", "The port is shut", "The port is [not ]shut."},
		{"“Shut”, she said", "Shut, she said", "“Shut”, she said", "Shut, she said"},
		{"", "All new", "", "[All new]"},
	} {
		a, b := WordDiff(c[0], c[1])
		if shown(a) != c[2] || shown(b) != c[3] {
			t.Errorf("%q, %q: %q, %q", c[0], c[1], shown(a), shown(b))
		}
	}
}

// No word is lost or made, whatever the passages are.
func TestWordDiffKeeps(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := rapid.StringMatching(`[ab é.\n]{0,40}`).Draw(t, "a"), rapid.StringMatching(`[ab é.\n]{0,40}`).Draw(t, "b")
		x, y := WordDiff(a, b)
		for i, runs := range [][]LaidRun{x, y} {
			var all strings.Builder
			for _, r := range runs {
				all.WriteString(r.Text)
			}
			if want := []string{a, b}[i]; all.String() != want {
				t.Fatalf("%q became %q", want, all.String())
			}
		}
		if a == b {
			for _, r := range x {
				if r.Marked {
					t.Fatalf("%q differs from itself", a)
				}
			}
		}
	})
}
