package mcp

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	sdk "github.com/modelcontextprotocol/go-sdk/mcp"

	"github.com/hearsay-news/hearsay/show/sample"
	"github.com/hearsay-news/hearsay/show/view"
)

// ask connects a client to a server over a record.
func ask(t *testing.T, r *view.Record) func(tool string, args map[string]any) (map[string]any, string) {
	t.Helper()
	ctx := context.Background()
	here, there := sdk.NewInMemoryTransports()
	server := New(Options{Version: "test", Record: func(context.Context) (*view.Record, error) { return r, nil }})
	if _, err := server.Connect(ctx, there, nil); err != nil {
		t.Fatal(err)
	}
	session, err := sdk.NewClient(&sdk.Implementation{Name: "test"}, nil).Connect(ctx, here, nil)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { session.Close() })
	return func(tool string, args map[string]any) (map[string]any, string) {
		t.Helper()
		answer, err := session.CallTool(ctx, &sdk.CallToolParams{Name: tool, Arguments: args})
		if err != nil {
			t.Fatalf("%s %v: %v", tool, args, err)
		}
		text := answer.Content[0].(*sdk.TextContent).Text
		if answer.IsError {
			return nil, text
		}
		if n := len(text); n > 400_000 {
			t.Errorf("%s %v answers with %d bytes", tool, args, n)
		}
		var out map[string]any
		if err := json.Unmarshal([]byte(text), &out); err != nil {
			t.Fatal(err)
		}
		return out, text
	}
}

// TestPlaces asks every tool for much, and holds every passage of every answer against the words at its place.
func TestPlaces(t *testing.T) {
	for name, r := range map[string]*view.Record{"bridge": sample.Record(), "hostile": sample.Hostile()} {
		call := ask(t, r)
		seen := 0
		check := func(tool string, args map[string]any) {
			t.Helper()
			out, fault := call(tool, args)
			if fault != "" && out == nil {
				t.Errorf("%s: %s %v: %s", name, tool, args, fault)
			}
			seen += passages(t, r, name+" "+tool, out)
		}
		for _, tool := range []string{"search_statements", "disagreements", "timeline", "figures", "page"} {
			check(tool, map[string]any{"limit": 50})
			check(tool, map[string]any{"limit": 1_000_000, "from": 1})
			check(tool, map[string]any{"limit": -1, "from": -5})
		}
		check("search_statements", map[string]any{"min_confidence": 0, "thoughts_too": true})
		for _, p := range r.Pages {
			for _, tool := range []string{"page", "why"} {
				check(tool, map[string]any{"id": p.ID})
			}
			check("date", map[string]any{"page": p.ID})
			check("compare_pages", map[string]any{"a": p.ID, "b": r.Pages[0].ID, "min_confidence": 0})
		}
		for _, s := range r.Findings.Statements {
			check("statement", map[string]any{"id": s.ID})
			check("why", map[string]any{"id": s.ID})
		}
		for _, e := range r.Findings.Entities {
			check("voice", map[string]any{"name": e.ID, "min_confidence": 0})
		}
		if seen == 0 {
			t.Errorf("%s: no answer holds a place", name)
		}
	}
}

// passages walks an answer and counts the places in it.
func passages(t *testing.T, r *view.Record, where string, v any) int {
	n := 0
	switch v := v.(type) {
	case []any:
		for _, x := range v {
			n += passages(t, r, where, x)
		}
	case map[string]any:
		start, placed := v["start"].(float64)
		if words, ok := v["words"].(string); ok && placed && words != "" {
			text := r.Text(v["page"].(string))
			at := view.OneLine(string(text[int(start):int(v["end"].(float64))]))
			first, _, _ := strings.Cut(strings.TrimSuffix(words, "…"), " … ")
			if !strings.HasPrefix(at, first) {
				t.Errorf("%s: %v: the words there are %q", where, v, at)
			}
			if _, told := v["outlet"]; !told || v["published"] == nil {
				t.Errorf("%s: %v lacks outlet or date", where, v)
			}
			n++
		}
		for _, x := range v {
			n += passages(t, r, where, x)
		}
	}
	return n
}

// TestNothing holds that nothing found is an answer, and that a value which does not exist is told with those that do.
func TestNothing(t *testing.T) {
	call := ask(t, sample.Record())
	for tool, args := range map[string]map[string]any{
		"search_statements": {"query": "volcano"}, "statement": {"id": "none"}, "disagreements": {"query": "volcano"}, "compare_pages": {"a": "none", "b": "none"},
		"timeline": {"query": "volcano"}, "figures": {"of": "volcano"}, "voice": {"name": "nobody at all"}, "page": {"id": "none"}, "date": {"page": "none"}, "why": {"id": "none"},
	} {
		if out, text := call(tool, args); out == nil || !strings.HasPrefix(fmt.Sprint(out["answer"]), "Nothing found") {
			t.Errorf("%s: %s", tool, text)
		}
	}
	for _, c := range []struct {
		tool, field, value, good string
	}{{"search_statements", "stance", "sayy", "deny"}, {"search_statements", "outlet", "nobody", "the record has"}, {"search_statements", "since", "yesterday", "2023-03-21"}, {"search_statements", "page", "none", "lists the pages"},
		{"disagreements", "part", "colour", "polarity"}, {"timeline", "status", "done", "occurred"}, {"figures", "verdict", "maybe", "differ"}} {
		if out, text := call(c.tool, map[string]any{c.field: c.value}); out != nil || !strings.Contains(text, c.good) {
			t.Errorf("%s %s %q: %s", c.tool, c.field, c.value, text)
		}
	}
}

// TestPaging holds that the windows of a list, one after another, are the list.
func TestPaging(t *testing.T) {
	call := ask(t, sample.Record())
	whole, _ := call("search_statements", map[string]any{"limit": 50, "min_confidence": 0})
	var ids, want []string
	for _, s := range whole["statements"].([]any) {
		want = append(want, s.(map[string]any)["id"].(string))
	}
	for from := 0.0; ; {
		part, _ := call("search_statements", map[string]any{"limit": 2, "from": from, "min_confidence": 0})
		for _, s := range part["statements"].([]any) {
			ids = append(ids, s.(map[string]any)["id"].(string))
		}
		next, more := part["next"].(float64)
		if !more {
			break
		}
		from = next
	}
	if len(want) < 3 || !slices.Equal(ids, want) {
		t.Errorf("windows give %v, the list is %v", ids, want)
	}
}
