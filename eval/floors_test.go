package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// with runs the table of floors over rooms of the test's own.
func with(t *testing.T, scored []Room, floors string, pin bool) (printed string, file string, err error) {
	t.Helper()
	kept := rooms
	rooms = scored
	defer func() { rooms = kept }()
	file = filepath.Join(t.TempDir(), "floors.tsv")
	if err := os.WriteFile(file, []byte(floors), 0o644); err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	err = run(&out, "nowhere", "", file, pin)
	return out.String(), file, err
}

func scores(value float64) []Room {
	return []Room{{"times", func(string) ([]Row, error) { return []Row{{"times/x", "value F1", value}}, nil }}}
}

func TestFloors(t *testing.T) {
	if out, _, err := with(t, scores(81), "times/x\tvalue F1\t80\n", false); err != nil || !strings.Contains(out, "floor    80.00") {
		t.Errorf("above the floor: %v\n%s", err, out)
	}
	if _, _, err := with(t, scores(79), "times/x\tvalue F1\t80\n", false); err == nil || !strings.Contains(err.Error(), "79.00, floor 80.00") {
		t.Errorf("below the floor: %v", err)
	}
	if _, _, err := with(t, scores(79), "times/x value F1 80\n", false); err == nil || !strings.Contains(err.Error(), ":1:") {
		t.Errorf("a floors file without tabs: %v", err)
	}
	absent := []Room{{"times", func(string) ([]Row, error) { return nil, fmt.Errorf("times/x: %w", errAbsent) }}}
	if out, _, err := with(t, absent, "times/x\tvalue F1\t80\n", false); err != nil || !strings.Contains(out, "not measured: times/x") {
		t.Errorf("absent data must be named and pass: %v\n%s", err, out)
	}
	both := "times/x\tvalue F1\t80\ntimes/y\tvalue F1\t80\n"
	if _, _, err := with(t, scores(81), both, false); err == nil || !strings.Contains(err.Error(), "times/y value F1: a floor is pinned and nothing measured it") {
		t.Errorf("a floor that nothing measures: %v", err)
	}
	half := []Room{{"times", func(string) ([]Row, error) {
		return []Row{{"times/x", "value F1", 81}}, missing(missing(nil, "times/z"), "times/y")
	}}}
	if _, _, err := with(t, half, both, false); err != nil {
		t.Errorf("a floor whose set is absent: %v", err)
	}
	broken := []Room{{"times", func(string) ([]Row, error) { return nil, errors.New("line 7 is no JSON") }}}
	if _, _, err := with(t, broken, "", false); err == nil {
		t.Error("broken data passes")
	}
}

// Pinning raises floors and never lowers one.
func TestPin(t *testing.T) {
	for _, c := range []struct {
		reached float64
		want    string
	}{{85, "times/x\tvalue F1\t85.00"}, {79.99, "times/x\tvalue F1\t80.00"}} {
		_, file, err := with(t, scores(c.reached), "times/x\tvalue F1\t80\n", true)
		if err != nil {
			t.Fatal(err)
		}
		if raw, _ := os.ReadFile(file); !strings.Contains(string(raw), c.want) {
			t.Errorf("reached %.2f: %s", c.reached, raw)
		}
	}
}
