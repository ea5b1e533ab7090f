package main

import "testing"

// The scorer's last line becomes rows on the scale of 100; a figure that is not there is an error, no zero.
func TestGoldRows(t *testing.T) {
	set := goldMetrics{"x", "", "", 100, [][2]string{{"total", "right"}, {"same", "same"}}}
	rows, err := goldRows(set, "class a n 3\ntotal=0.5 n=12 same=0.25\n")
	if err != nil || len(rows) != 2 || rows[0] != (Row{"gold/x", "right", 50}) || rows[1] != (Row{"gold/x", "same", 25}) {
		t.Errorf("%v %v", rows, err)
	}
	if _, err := goldRows(set, "total=0.5 n=12\n"); err == nil {
		t.Error("a scorer without a figure passes")
	}
}
