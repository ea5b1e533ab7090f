package postgres

import (
	"strings"
	"testing"
)

func TestTokens(t *testing.T) {
	for in, want := range map[string]string{
		"The Café of Sel-Nord, 3½ km": "the cafe of sel nord 3½ km",
		"e\u0301te\u0301":             "ete",
		"don't 'quote' \\ it":         "don t quote it",
		"":                            "",
	} {
		if got := strings.Join(tokens(in), " "); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

func TestVectorsOfALongLine(t *testing.T) {
	got := vectors(strings.Repeat("port ", 40_000) + strings.Repeat("x", 5000))
	if len(got) != 3 || strings.Contains(got[2], strings.Repeat("x", longest+1)) {
		t.Errorf("%d vectors", len(got))
	}
}

func TestKept(t *testing.T) {
	for _, s := range []string{"", "port", "a\x00b", "\xff", "\x01port", "é"} {
		if told(kept(s)) != s {
			t.Errorf("%q comes back as %q", s, told(kept(s)))
		}
	}
}
