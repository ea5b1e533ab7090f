package compare

import (
	"context"
	"errors"
	"path/filepath"
	"slices"
	"testing"

	"github.com/hearsay-news/hearsay/gather"
	"github.com/hearsay-news/hearsay/gather/file"
	"github.com/hearsay-news/hearsay/lang/en"
	"github.com/hearsay-news/hearsay/read"
)

// story reads one of the invented stories.
func story(t testing.TB, name string) []*read.Reading {
	t.Helper()
	var out []*read.Reading
	for p := range file.Pages([]string{filepath.Join("..", "examples", name, "pages")}, gather.Given{}) {
		out = append(out, read.Read(en.Language, p))
	}
	if len(out) == 0 {
		t.Fatalf("no pages in %s", name)
	}
	return out
}

var roomNames = []string{"words", "site", "copies", "stories", "entities", "accounts", "dates", "origins", "statements", "figures", "timeline", "terms", "pages", "findings"}

// A fault in one room costs what that room finds. It is told, and every other room still works: none meets what the broken one left behind.
func TestFaultInOneRoom(t *testing.T) {
	readings := story(t, "harbour")
	whole := Compare(en.Language, readings)
	if len(whole.Faults) > 0 {
		t.Fatalf("faults without cause: %+v", whole.Faults)
	}
	for _, broken := range roomNames {
		entered := map[string]bool{}
		g := &guard{ctx: context.Background(), language: en.Language, findings: &Findings{}, enter: func(room string) {
			entered[room] = true
			if room == broken {
				panic("broken here")
			}
		}}
		f, err := run(g, readings)
		if err != nil || !entered[broken] {
			t.Fatalf("%s: error %v, entered %v", broken, err, entered[broken])
		}
		if len(f.Faults) != 1 || f.Faults[0].Room != broken || f.Faults[0].Kind != Broken || f.Faults[0].Detail != "broken here" || f.Faults[0].Stack == "" {
			for _, x := range f.Faults {
				t.Errorf("%s: fault in %s, %s: %s", broken, x.Room, x.Kind, x.Detail)
			}
		}
		lists := map[string][2]int{"statements": {len(f.Statements), len(whole.Statements)}, "figures": {len(f.Figures), len(whole.Figures)},
			"timeline": {len(f.Timeline), len(whole.Timeline)}, "entities": {len(f.Entities), len(whole.Entities)}, "stories": {len(f.Stories), len(whole.Stories)}}
		for list, n := range lists {
			lost := broken == list || broken == "accounts" && list == "statements"
			if n[0] == 0 && !lost {
				t.Errorf("a fault in %s cost all %d %s", broken, n[1], list)
			}
		}
		told := 0
		for _, s := range f.Stories {
			told += len(s.Pages)
		}
		if told != len(readings) {
			t.Errorf("%s: %d of %d pages are in a story", broken, told, len(readings))
		}
	}
}

// A stopped context leaves no findings behind, wherever it is met.
func TestStopped(t *testing.T) {
	readings := story(t, "harbour")
	for _, last := range roomNames {
		ctx, stop := context.WithCancel(context.Background())
		f, err := run(&guard{ctx: ctx, language: en.Language, findings: &Findings{}, enter: func(room string) {
			if room == last {
				stop()
			}
		}}, readings)
		if f != nil || !errors.Is(err, context.Canceled) {
			t.Errorf("stopped in %s: findings %v, error %v", last, f != nil, err)
		}
	}
}

// A room that takes more steps than it may is left, and that is a row.
func TestOverBudget(t *testing.T) {
	g := &guard{ctx: context.Background(), language: en.Language, findings: &Findings{}}
	g.enter = func(room string) {
		if room == "figures" {
			for range 1 << 20 {
				g.set.Steps.Take(1 << 20)
			}
		}
	}
	f, err := run(g, story(t, "harbour"))
	if err != nil || len(f.Figures) > 0 || len(f.Statements) == 0 {
		t.Fatalf("error %v, %d figures, %d statements", err, len(f.Figures), len(f.Statements))
	}
	if !slices.ContainsFunc(f.Faults, func(x Fault) bool { return x.Room == "figures" && x.Kind == OverBudget }) {
		t.Errorf("faults %+v", f.Faults)
	}
}
