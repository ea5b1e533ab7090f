package hearsay_test

import (
	"context"
	"encoding/json"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/hearsay-news/hearsay"
	"github.com/hearsay-news/hearsay/gather"
	"github.com/hearsay-news/hearsay/gather/file"
	"github.com/hearsay-news/hearsay/show/view"
	"github.com/hearsay-news/hearsay/text"
)

// A record that answers from where it is kept answers as one that was loaded whole.
func TestLookIsView(t *testing.T) {
	ctx, path := context.Background(), filepath.Join(t.TempDir(), "r.db")
	r, err := hearsay.Open(ctx, path)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	if _, err := r.Add(ctx, file.Pages([]string{"examples/harbour/pages", "testdata/records"}, gather.Given{}), hearsay.AddOptions{}); err != nil {
		t.Fatal(err)
	}
	whole, err := r.View(ctx)
	if err != nil {
		t.Fatal(err)
	}
	look, err := r.Look(ctx)
	if err != nil {
		t.Fatal(err)
	}
	defer look.Close()
	same := func(what string, ask func(*view.Record) any) {
		t.Helper()
		var got [2]string
		for i, record := range []*view.Record{whole, look.Record} {
			b, err := json.MarshalIndent(ask(record), "", " ")
			if err != nil {
				t.Fatal(err)
			}
			got[i] = string(b)
		}
		if got[0] != got[1] {
			t.Errorf("%s:\n%s", what, cmp.Diff(got[0], got[1]))
		}
	}
	f := whole.Findings
	dial := view.Dial{Min: view.DefaultDial}
	speaker, outlet := f.Statements[0].Speaker, f.Pages[0].Outlet
	for what, filter := range map[string]view.Filter{
		"everything": {Dial: dial}, "unsure": {Dial: view.Dial{Min: .5}}, "thoughts": {Dial: view.Dial{Min: .7, All: true}}, "odd dial": {Dial: view.Dial{Min: .83}},
		"window": {Dial: view.Dial{}, Window: view.Window{From: 3, Limit: 4}}, "beyond": {Dial: dial, Window: view.Window{From: 9999, Limit: 4}},
		"speaker": {Dial: view.Dial{}, Speaker: speaker}, "nobody": {Dial: view.Dial{}, Speaker: "none"}, "voice": {Dial: view.Dial{}, Entity: speaker},
		"outlet": {Dial: view.Dial{}, Outlet: outlet}, "stance": {Dial: view.Dial{}, Stance: "deny"}, "kind": {Dial: view.Dial{}, Kind: "direct"},
		"page": {Dial: view.Dial{}, Page: f.Pages[0].ID}, "name": {Dial: view.Dial{}, Voice: "Kadari"}, "begun name": {Dial: view.Dial{}, Voice: "al-ka"},
		"words": {Dial: view.Dial{}, Text: "the port"}, "words in a window": {Dial: view.Dial{}, Text: "the", Window: view.Window{From: 1, Limit: 3}}, "nothing": {Dial: view.Dial{}, Text: "zeppelin"},
	} {
		same("statements, "+what, func(r *view.Record) any { return r.Statements(filter) })
	}
	same("choices", func(r *view.Record) any {
		l := r.Statements(view.Filter{Dial: dial})
		return []any{l.Speakers, l.Outlets, l.Stances, l.Kinds, l.Shown}
	})
	for _, w := range []view.Window{{}, {From: 2, Limit: 3}} {
		same("figures", func(r *view.Record) any { a, n := r.FiguresIn(w, "", ""); return []any{a, n} })
		same("figures that differ", func(r *view.Record) any { a, n := r.FiguresIn(w, "differ", ""); return []any{a, n} })
		same("figures of troops", func(r *view.Record) any { a, n := r.FiguresIn(w, "", "troops"); return []any{a, n} })
		same("timeline", func(r *view.Record) any { a, n := r.TimelineIn(w, "", ""); return []any{a, n} })
		same("plans", func(r *view.Record) any { a, n := r.TimelineIn(w, "planned", ""); return []any{a, n} })
		same("entries of a word", func(r *view.Record) any { a, n := r.TimelineIn(w, "", "vote"); return []any{a, n} })
		same("entities", func(r *view.Record) any { a, n := r.EntitiesIn(w, dial, ""); return []any{a, n} })
		same("persons", func(r *view.Record) any { a, n := r.EntitiesIn(w, dial, "", "PER"); return []any{a, n} })
		same("entities by name", func(r *view.Record) any { a, n := r.EntitiesIn(w, dial, "kad"); return []any{a, n} })
		same("copies", func(r *view.Record) any { a, n := r.CopiesIn(w, ""); return []any{a, n} })
		same("origins", func(r *view.Record) any { a, n := r.OriginsIn(w); return []any{a, n} })
		same("terms", func(r *view.Record) any { a, n := r.TermsIn(w); return []any{a, n} })
		same("conflicts", func(r *view.Record) any { a, n, differ := r.ConflictsIn(w, ""); return []any{a, n, differ} })
		same("differing numbers", func(r *view.Record) any { a, n, differ := r.ConflictsIn(w, "number"); return []any{a, n, differ} })
		same("shifts", func(r *view.Record) any { a, n, differ := r.ConflictsIn(w, "reworded"); return []any{a, n, differ} })
		for _, d := range view.Dials {
			same("pages", func(r *view.Record) any { a, n := r.PageRowsIn(w, d); return []any{a, n} })
		}
	}
	for _, d := range append(view.Dials, view.Dial{Min: .83}) {
		same("overview", func(r *view.Record) any { return r.Overview(d).Statements })
	}
	same("overview", func(r *view.Record) any { o := r.Overview(dial); return []any{o, o.Outlets} })
	same("highlights", func(r *view.Record) any { return r.Highlights(5) })
	same("stories", func(r *view.Record) any { a, n := r.Stories(); return []any{a, n} })
	same("agreements", func(r *view.Record) any { return r.Agreements() })
	same("compared", func(r *view.Record) any { return r.Compared() })
	byID := func(what, id string, ask func(*view.Record) (any, bool)) {
		t.Helper()
		same(what+" "+id, func(r *view.Record) any { a, ok := ask(r); return []any{a, ok} })
		same("why "+id, func(r *view.Record) any { a, ok := r.Why(id); return []any{a, ok} })
		same("title of "+id, func(r *view.Record) any { return r.RowTitle(id) })
	}
	for i := range f.Statements {
		id := f.Statements[i].ID
		byID("statement", id, func(r *view.Record) (any, bool) { a, ok := r.Statement(id); return a, ok })
	}
	for i := range f.Figures {
		id := f.Figures[i].ID
		byID("figure", id, func(r *view.Record) (any, bool) { a, ok := r.Figure(id); return a, ok })
	}
	for i := range f.Timeline {
		id := f.Timeline[i].ID
		byID("entry", id, func(r *view.Record) (any, bool) { a, ok := r.Entry(id); return a, ok })
	}
	for i := range f.Entities {
		id := f.Entities[i].ID
		byID("entity", id, func(r *view.Record) (any, bool) { a, ok := r.Entity(id, dial, view.Window{Limit: 5}); return a, ok })
	}
	for i := range f.Copies {
		id := f.Copies[i].ID
		byID("copy", id, func(r *view.Record) (any, bool) { a, ok := r.Copy(id); return a, ok })
	}
	for _, id := range []string{"none", f.Relations[0].ID, f.Terms[0].ID, f.Stories[0].ID} {
		byID("row", id, func(r *view.Record) (any, bool) { return nil, r.HasPage(id) })
	}
	for i, p := range whole.Pages {
		byID("page", p.ID, func(r *view.Record) (any, bool) { a, ok := r.Page(p.ID, dial); return a, ok })
		same("reader of "+p.ID, func(r *view.Record) any {
			a, ok := r.Reader(p.ID, view.Asked{Dial: dial})
			var segments [][]view.Segment
			for _, b := range a.Blocks {
				segments = append(segments, b.Segments)
			}
			return []any{a, ok, segments}
		})
		same("passage of "+p.ID, func(r *view.Record) any { return r.Passage(p.ID, dial, []text.Span{{Start: 3, End: 40}}) })
		if i > 0 {
			same("pair of "+p.ID, func(r *view.Record) any { a, ok := r.Pair(whole.Pages[i-1].ID, p.ID, dial); return []any{a, ok} })
		}
		same("shown "+p.ID, func(r *view.Record) any {
			return r.ShowWords(view.Hit{Page: p.ID, Span: text.Span{Start: 3, End: 30}}, "the")
		})
	}
	if err := look.Err(); err != nil {
		t.Error(err)
	}
}

// sameLists holds that two records show the same lists.
func sameLists(t *testing.T, a, b *view.Record) {
	t.Helper()
	dial := view.Dial{Min: view.DefaultDial}
	for what, ask := range map[string]func(*view.Record) any{
		"statements": func(r *view.Record) any { return r.Statements(view.Filter{Dial: dial}) },
		"figures":    func(r *view.Record) any { return r.Figures("", "") },
		"timeline":   func(r *view.Record) any { return r.Timeline("", "") },
		"entities":   func(r *view.Record) any { return r.Entities(dial, "") },
		"copies":     func(r *view.Record) any { return r.Copies("") },
		"conflicts":  func(r *view.Record) any { return r.Conflicts() },
		"pages":      func(r *view.Record) any { return r.PageRows(dial) },
		"overview":   func(r *view.Record) any { return r.Overview(dial) },
	} {
		x, err := json.Marshal(ask(a))
		if err != nil {
			t.Fatal(err)
		}
		y, err := json.Marshal(ask(b))
		if err != nil {
			t.Fatal(err)
		}
		if string(x) != string(y) {
			t.Errorf("%s:\n%s", what, cmp.Diff(string(x), string(y)))
		}
	}
}
