package view_test

import (
	"bytes"
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/hearsay-news/hearsay/compare"
	"github.com/hearsay-news/hearsay/read/amounts"
	"github.com/hearsay-news/hearsay/read/times"
	"github.com/hearsay-news/hearsay/show/sample"
	"github.com/hearsay-news/hearsay/show/view"
	"github.com/hearsay-news/hearsay/text"
)

func day(y, m, d int) times.Moment { return times.On(times.NewDay(y, m, d)) }

func clock(m times.Moment, second int, zoned bool, offset int) times.Moment {
	m.Clocked, m.Second, m.Zoned, m.Offset = true, second, zoned, offset
	return m
}

func TestDateWords(t *testing.T) {
	a := day(2021, 7, 18)
	for want, i := range map[string]times.Interval{
		"date unknown":                        {},
		"18 July 2021":                        {Earliest: a, Latest: a},
		"by 18 July 2021":                     {Latest: a},
		"from 18 July 2021":                   {Earliest: a},
		"18–20 July 2021":                     {Earliest: a, Latest: day(2021, 7, 20)},
		"18 July – 2 August 2021":             {Earliest: a, Latest: day(2021, 8, 2)},
		"18 July 2021 – 2 January 2022":       {Earliest: a, Latest: day(2022, 1, 2)},
		"July 2021":                           {Earliest: day(2021, 7, 1), Latest: day(2021, 7, 31)},
		"July–September 2021":                 {Earliest: day(2021, 7, 1), Latest: day(2021, 9, 30)},
		"2021":                                {Earliest: day(2021, 1, 1), Latest: day(2021, 12, 31)},
		"2020–2029":                           {Earliest: day(2020, 1, 1), Latest: day(2029, 12, 31)},
		"18 July 2021, 14:40":                 {Earliest: clock(a, 52800, false, 0), Latest: clock(a, 52800, false, 0)},
		"18 July 2021, 14:40 UTC":             {Earliest: clock(a, 52800, true, 0), Latest: clock(a, 52800, true, 0)},
		"18 July 2021, 14:40 UTC−03:30":       {Earliest: clock(a, 52800, true, -210), Latest: clock(a, 52800, true, -210)},
		"18 July 2021, 08:00–14:40 UTC+02:00": {Earliest: clock(a, 28800, false, 0), Latest: clock(a, 52800, true, 120)},
	} {
		if got := view.DateWords(i); got != want {
			t.Errorf("%s: %q, want %q", i, got, want)
		}
	}
	if got := view.NewWhen(times.Interval{Earliest: clock(a, 1, true, 0), Latest: clock(a, 1, true, 0)}).Day; got != "18 July 2021" {
		t.Errorf("day: %q", got)
	}
}

func TestAmountWords(t *testing.T) {
	n := func(v float64) amounts.Number { return amounts.Number{Value: v, Known: true} }
	none := amounts.Number{}
	for _, c := range []struct {
		low, high amounts.Number
		relation  amounts.Relation
		unit      string
		want      string
	}{
		{n(9), n(9), amounts.Equal, "", "9"},
		{n(8200), n(8200), amounts.Equal, "troop", "8,200 troops"},
		{n(40), none, amounts.AtLeast, "vehicle", "at least 40 vehicles"},
		{n(40), none, amounts.More, "", "more than 40"},
		{none, n(1234567), amounts.Less, "", "less than 1,234,567"},
		{none, n(5), amounts.AtMost, "mile per hour", "at most 5 miles per hour"},
		{n(100), n(1000), amounts.Equal, "", "100–1,000"},
		{n(100), n(1000), amounts.About, "", "about 100–1,000"},
		{n(3e6), n(3e6), amounts.About, "USD", "USD about 3,000,000"},
		{n(200.0 / 3), n(100), amounts.More, "percent", "more than 66.67 percent"},
		{n(0.5), n(0.5), amounts.Equal, "fraction", "0.5 fraction"},
		{n(1), n(1), amounts.Equal, "body", "1 body"},
		{n(-12.5), n(-12.5), amounts.Equal, "", "−12.5"},
		{none, none, amounts.NoRelation, "percent", "no number"},
		{n(1e18), n(1e18), amounts.Equal, "", "1e+18"},
	} {
		if got := view.WithUnit(view.AmountWords(c.low, c.high, c.relation), c.unit); got != c.want {
			t.Errorf("%v %v %q: %q, want %q", c.low, c.high, c.relation, got, c.want)
		}
	}
}

func TestHarmless(t *testing.T) {
	for in, want := range map[string]string{"": "", "plain": "plain", "=1+1": "'=1+1", "+49 30": "'+49 30", "-5": "-5", "-5.25": "-5.25", "+5": "+5", "-2+3+cmd|' /C calc'!A0": "'-2+3+cmd|' /C calc'!A0",
		"@SUM(A1)": "'@SUM(A1)", "\t=1": "'\t=1", "\r=1": "'\r=1", "＝1": "'＝1", "a=b": "a=b", "'=1": "'=1"} {
		if got := view.Harmless(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

func TestShort(t *testing.T) {
	for _, c := range []struct {
		in   string
		n    int
		want string
	}{{"one two three", 20, "one two three"}, {"one two three", 8, "one two…"}, {"one two three", 9, "one two…"}, {"  one\n two ", 20, "one two"}, {"Überraschung!", 4, "Über…"}, {"", 3, ""}, {"a, b", 2, "a…"}} {
		if got := view.Short(c.in, c.n); got != c.want {
			t.Errorf("Short(%q, %d) = %q, want %q", c.in, c.n, got, c.want)
		}
	}
}

// TestShownWordsStandThere holds for every place of every row that its words are the words at that place, in code points too.
func TestShownWordsStandThere(t *testing.T) {
	r := sample.Record()
	texts := map[string][]rune{}
	for _, p := range r.Pages {
		if p.Reading != nil {
			texts[p.ID] = []rune(string(p.Reading.Page.Text))
		}
	}
	checked := 0
	var walk func(any)
	walk = func(v any) {
		switch v := v.(type) {
		case []any:
			for _, x := range v {
				walk(x)
			}
		case map[string]any:
			page, isPlace := v["page"].(string)
			if start, ok := v["start"].(float64); ok && isPlace {
				words := v["text"].(string)
				if got := string(texts[page][int(start):int(v["end"].(float64))]); got != words {
					t.Errorf("%s %v: %q stands there, %q is shown", page, start, got, words)
				}
				checked++
			}
			for _, x := range v {
				walk(x)
			}
		}
	}
	all := view.Dial{All: true}
	for _, list := range []any{r.Statements(view.Filter{Dial: all}), r.Figures("", ""), r.Timeline("", ""), r.Entities(all, ""), r.Copies(""), r.Origins(), r.Terms(), r.Conflicts()} {
		var b bytes.Buffer
		if err := json.NewEncoder(&b).Encode(list); err != nil {
			t.Fatal(err)
		}
		var tree any
		if err := json.Unmarshal(b.Bytes(), &tree); err != nil {
			t.Fatal(err)
		}
		walk(tree)
	}
	if checked < 60 {
		t.Errorf("only %d places were seen", checked)
	}
}

// TestReaderKeepsTheText holds that cutting a page at its marks loses nothing, whatever else is marked.
func TestReaderKeepsTheText(t *testing.T) {
	for name, r := range map[string]*view.Record{"sample": sample.Record(), "hostile": sample.Hostile()} {
		rapid.Check(t, func(t *rapid.T) {
			p := rapid.SampledFrom(r.Pages).Draw(t, "page")
			a := view.Asked{Dial: view.Dial{Min: rapid.Float64Range(0, 1).Draw(t, "min"), All: true}, Anchors: rapid.Bool().Draw(t, "anchors"), From: rapid.IntRange(-2, 12).Draw(t, "from")}
			for range rapid.IntRange(0, 5).Draw(t, "places") {
				a.At = append(a.At, text.Span{Start: rapid.IntRange(-5, 600).Draw(t, "start"), End: rapid.IntRange(-5, 600).Draw(t, "end")})
			}
			reader, ok := r.Reader(p.ID, a)
			if !ok {
				t.Fatalf("%s: no page %q", name, p.ID)
			}
			for _, b := range reader.Blocks {
				var shown strings.Builder
				at := b.Place.Span.Start
				for _, s := range b.Segments {
					if s.Start != at || s.Text == "" {
						t.Fatalf("a segment at %d, want %d", s.Start, at)
					}
					at += len(s.Text)
					shown.WriteString(s.Text)
				}
				if shown.String() != b.Place.Text {
					t.Fatalf("%q became %q", b.Place.Text, shown.String())
				}
			}
		})
	}
}

func TestOverlay(t *testing.T) {
	r := sample.Record()
	reader, _ := r.Reader("sel-2", view.Asked{Dial: view.Dial{Min: .9}})
	if b := reader.Blocks[1]; b.Role != "notice" || b.Told || b.Why != "stands on every page of the outlet" {
		t.Errorf("%s, told %v, %s", b.Role, b.Told, b.Why)
	}
}

func TestChain(t *testing.T) {
	s, _ := sample.Record().Statement("s3")
	if got, want := view.ChainWords(s.Chain), "Delta Herald → Nordpress → Radio Sel → engineer of the river authority"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	var pages []string
	for _, a := range s.Accounts {
		pages = append(pages, a.Page+": "+view.ChainWords(a.Chain))
	}
	want := []string{"sel-2: Radio Sel → engineer of the river authority", "wire-7: Nordpress → Radio Sel → engineer of the river authority",
		"herald-4: Delta Herald → Nordpress → Radio Sel → engineer of the river authority"}
	if d := cmp.Diff(want, pages); d != "" {
		t.Error(d)
	}
}

func TestWhyExplainsEveryRow(t *testing.T) {
	for name, r := range map[string]*view.Record{"sample": sample.Record(), "hostile": sample.Hostile()} {
		f := r.Findings
		var ids []string
		for _, x := range f.Statements {
			ids = append(ids, x.ID)
		}
		for _, x := range f.Figures {
			ids = append(ids, x.ID)
		}
		for _, x := range f.Timeline {
			ids = append(ids, x.ID)
		}
		for _, x := range f.Entities {
			ids = append(ids, x.ID)
		}
		for _, x := range f.Copies {
			ids = append(ids, x.ID)
		}
		for _, x := range f.Relations {
			ids = append(ids, x.ID)
		}
		for _, x := range f.Terms {
			ids = append(ids, x.ID)
		}
		for _, x := range f.Origins {
			ids = append(ids, x.ID)
		}
		for _, x := range r.Pages {
			ids = append(ids, x.ID)
		}
		for _, id := range ids {
			w, ok := r.Why(id)
			if !ok || w.Title == "" || w.List == "" || len(w.Reasons) == 0 && len(w.Evidence) == 0 {
				t.Errorf("%s: %s: %v %+v", name, id, ok, w)
			}
		}
	}
	if _, ok := sample.Record().Why("zz"); ok {
		t.Error("a row that is not there was explained")
	}
}

func TestConflictsComeBeforeShifts(t *testing.T) {
	var kinds []string
	for _, c := range sample.Record().Conflicts() {
		kinds = append(kinds, c.Kind)
	}
	if d := cmp.Diff([]string{"figure", "actor", "reworded"}, kinds); d != "" {
		t.Error(d)
	}
}

func TestPagesOfOneDayStandTogether(t *testing.T) {
	var ids []string
	for _, p := range sample.Record().PageRows(view.Dial{Min: .9}) {
		ids = append(ids, p.ID)
	}
	if want := []string{"kurier-1", "sel-2", "wire-7", "herald-4", "kurier-2", "scan-9"}; !slices.Equal(ids, want) {
		t.Errorf("%v, want %v", ids, want)
	}
}

func TestFind(t *testing.T) {
	r := sample.Record()
	hits := r.Find("  THE   crack ", 100)
	if len(hits) != 4 {
		t.Errorf("%d hits", len(hits))
	}
	for _, h := range hits {
		f := r.Show(h)
		if !strings.EqualFold(f.Words, "the crack") {
			t.Errorf("%+v", f)
		}
	}
	if got := r.Show(view.Hit{Page: "kurier-1", Snippet: "only a snippet"}); got.Place != nil || got.After != "only a snippet" {
		t.Errorf("%+v", got)
	}
}

func TestNothing(t *testing.T) {
	r := view.New(nil, nil)
	if o := r.Overview(view.Dial{}); o.Pages != 0 || o.Span.Words != "date unknown" {
		t.Errorf("%+v", o)
	}
	if _, ok := r.Reader("x", view.Asked{}); ok {
		t.Error("a page of an empty record")
	}
	for _, table := range []*view.Table{view.StatementTable(nil), view.FigureTable(nil), view.TimelineTable(nil), view.PageTable(nil), view.EntityTable(nil), view.CopyTable(nil), view.OriginTable(nil),
		view.TermTable(nil), view.ConflictTable(nil)} {
		var b bytes.Buffer
		if err := table.WriteCSV(&b); err != nil || strings.Count(b.String(), "\n") != 1 {
			t.Errorf("%q %v", b.String(), err)
		}
	}
}

// TestOrderOfPagesDoesNotMatter holds that a record looks the same however its pages were given.
func TestOrderOfPagesDoesNotMatter(t *testing.T) {
	r := sample.Record()
	pages := slices.Clone(r.Pages)
	slices.Reverse(pages)
	s := view.New(pages, r.Findings)
	for _, f := range []func(*view.Record) any{
		func(r *view.Record) any { return r.Statements(view.Filter{}) }, func(r *view.Record) any { return r.PageRows(view.Dial{}) }, func(r *view.Record) any { return r.Overview(view.Dial{}) },
	} {
		a, _ := json.Marshal(f(r))
		b, _ := json.Marshal(f(s))
		if !bytes.Equal(a, b) {
			t.Errorf("%s\n%s", a, b)
		}
	}
}

func TestStories(t *testing.T) {
	r := view.New(nil, &compare.Findings{Stories: []compare.Story{{ID: "a", Pages: []string{"1"}}, {ID: "b", Pages: []string{"2", "3"}}, {ID: "c", Pages: []string{"4", "5", "6"}}}})
	shared, alone := r.Stories()
	if len(shared) != 2 || shared[0].ID != "c" || alone != 1 {
		t.Errorf("%v, %d alone", shared, alone)
	}
}

func TestFindInALine(t *testing.T) {
	r := sample.Record()
	reader, _ := r.Reader("kurier-1", view.Asked{})
	line := reader.Blocks[4].Place.Span
	for query, want := range map[string]string{"DIVERS found": "divers found", "found divers": "divers", `"old bridge"`: "old bridge", "nowhere": string(reader.Blocks[4].Place.Text)} {
		if got := r.ShowWords(view.Hit{Page: "kurier-1", Span: line}, query); got.Words != want {
			t.Errorf("%s: %q, want %q", query, got.Words, want)
		}
	}
}
