package grow

import (
	"slices"
	"testing"
)

func TestPagesAreTheSame(t *testing.T) {
	few, many := slices.Collect(Pages(1, 130)), slices.Collect(Pages(1, 300))
	if len(few) != 130 || len(many) != 300 {
		t.Fatalf("%d and %d pages", len(few), len(many))
	}
	ids := map[string]bool{}
	words := 0
	for i, p := range many {
		if i < len(few) && string(few[i].Bytes) != string(p.Bytes) {
			t.Errorf("page %d hangs on the number of pages", i)
		}
		if ids[p.ID] {
			t.Errorf("%s stands twice", p.ID)
		}
		ids[p.ID] = true
		words += len(p.Bytes)
	}
	if mean := words / len(many); mean < 5000 || mean > 9000 {
		t.Errorf("a page has %d bytes", mean)
	}
	if string(slices.Collect(Pages(2, 1))[0].Bytes) == string(many[0].Bytes) {
		t.Error("another seed gives the same pages")
	}
}
