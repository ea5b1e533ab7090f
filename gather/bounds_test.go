package gather

import (
	"errors"
	"io"
	"slices"
	"strings"
	"testing"
)

func TestUnpacked(t *testing.T) {
	zeros := io.LimitReader(strings.NewReader(strings.Repeat("\x00", freeUnpack+MaxRatio)), freeUnpack+MaxRatio)
	n, err := io.Copy(io.Discard, Unpacked(zeros, func() int64 { return 10 }))
	if !errors.Is(err, ErrRatio) || n > freeUnpack+1<<16 {
		t.Errorf("%d bytes were unpacked: %v", n, err)
	}
	if n, err := io.Copy(io.Discard, Unpacked(strings.NewReader("plain"), func() int64 { return 0 })); n != 5 || err != nil {
		t.Errorf("a small text: %d, %v", n, err)
	}
}

// A run that takes more than it may ends with a row that says so.
func TestBudget(t *testing.T) {
	pages := []Page{{ID: "a", Bytes: []byte("1234")}, {ID: "b", Bytes: []byte("1234")}, {ID: "c", Bytes: []byte("1234")}}
	for _, c := range []struct {
		budget Budget
		want   int
	}{{Budget{Pages: 3, Bytes: 12}, 3}, {Budget{Pages: 2, Bytes: 12}, 2}, {Budget{Pages: 3, Bytes: 11}, 2}, {Budget{Pages: 3, Bytes: 3}, 0}} {
		got := slices.Collect(c.budget.Within(slices.Values(pages)))
		spent := c.want < len(pages)
		if len(got) != c.want+map[bool]int{true: 1}[spent] || spent != (got[len(got)-1].Skip != nil) {
			t.Errorf("%+v: got %+v", c.budget, got)
		}
	}
}
