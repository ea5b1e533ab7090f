package main

import "testing"

func TestPlay(t *testing.T) {
	costs, err := constants(table)
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"read", "server", "compare", "memory", "file", "database"} {
		if costs[name] <= 0 {
			t.Errorf("no constant %s", name)
		}
	}
	calm, full := play(costs, 20_000, 1e5, 8, 1), play(costs, 40e6, 1e5, 8, 1)
	if calm.Behind || calm.Comparings < 24 || calm.Busy > 1 {
		t.Errorf("a calm day: %+v", calm)
	}
	if !full.Behind || full.MostWaiting <= calm.MostWaiting || full.Busy > 1 {
		t.Errorf("more than can be read: %+v", full)
	}
	if less := play(costs, 20_000, 1e7, 8, .001); less.LongestLag >= play(costs, 20_000, 1e7, 8, 1).LongestLag {
		t.Error("looking at less makes comparing no quicker")
	}
}
