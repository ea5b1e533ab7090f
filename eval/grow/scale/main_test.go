package main

import "testing"

func TestPlay(t *testing.T) {
	costs, err := constants(table)
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"read", "server", "compare", "look", "memory", "file", "database"} {
		if costs[name] <= 0 {
			t.Errorf("no constant %s", name)
		}
	}
	calm, full := play(costs, 5_000, 1e4, 8, 10), play(costs, 40e6, 1e4, 8, 10)
	if calm.Behind || calm.Comparings < 24 || calm.Busy > 1 {
		t.Errorf("a calm day: %+v", calm)
	}
	if !full.Behind || full.MostWaiting <= calm.MostWaiting || full.Busy > 1 {
		t.Errorf("more than can be read: %+v", full)
	}
	if large := play(costs, 5_000, 1e6, 8, 10); large.LongestLag <= calm.LongestLag {
		t.Error("a larger record is compared as quickly")
	}
}
