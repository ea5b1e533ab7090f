package lang

import (
	"slices"
	"testing"
)

func TestRows(t *testing.T) {
	want := []string{"general colonel", "\tmajor ", "x # y"}
	if got := slices.Collect(Rows("# ranks\n\ngeneral colonel\r\n\tmajor \n\n# more\nx # y")); !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	for first := range Rows("one\ntwo") {
		if first != "one" {
			t.Errorf("%q comes after a reader has left", first)
		}
		break
	}
}
