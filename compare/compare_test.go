package compare_test

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"path"
	"strings"
	"testing"

	"github.com/hearsay-news/hearsay/compare"
	"github.com/hearsay-news/hearsay/examples"
	"github.com/hearsay-news/hearsay/gather"
	"github.com/hearsay-news/hearsay/lang/en"
	"github.com/hearsay-news/hearsay/read"
	"github.com/hearsay-news/hearsay/text"
)

// harbour reads the pages of the example story.
func harbour(t testing.TB) []*read.Reading {
	t.Helper()
	var out []*read.Reading
	err := fs.WalkDir(examples.FS, "harbour", func(file string, d fs.DirEntry, err error) error {
		ext := path.Ext(file)
		if err != nil || d.IsDir() || ext != ".html" && ext != ".txt" || strings.HasSuffix(file, "answers.txt") {
			return err
		}
		b, err := examples.FS.ReadFile(file)
		form := gather.Flat
		if ext == ".html" {
			form = gather.HTML
		}
		out = append(out, read.Read(en.Language, gather.Page{ID: strings.TrimSuffix(path.Base(file), ext), Bytes: b, Form: form, Charset: "utf-8"}))
		return err
	})
	if err != nil || len(out) == 0 {
		t.Fatalf("example story: %d pages, %v", len(out), err)
	}
	return out
}

func encode(t *testing.T, f *compare.Findings) string {
	t.Helper()
	b, err := json.Marshal(f)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// The order in which pages arrive changes nothing.
func TestOrder(t *testing.T) {
	for name, readings := range map[string][]*read.Reading{"example": harbour(t), "invented": invented(120, 7)} {
		want := encode(t, compare.Compare(en.Language, readings))
		for seed := uint64(0); seed < 3; seed++ {
			mixed := append([]*read.Reading(nil), readings...)
			r := rand.New(rand.NewPCG(seed, 1))
			r.Shuffle(len(mixed), func(i, j int) { mixed[i], mixed[j] = mixed[j], mixed[i] })
			if got := encode(t, compare.Compare(en.Language, mixed)); got != want {
				t.Errorf("%s: order %d gives other findings", name, seed)
			}
		}
	}
}

// Comparing leaves the readings as they were, and works on readings that came back from being kept.
func TestKeptReadings(t *testing.T) {
	readings := harbour(t)
	want := encode(t, compare.Compare(en.Language, readings))
	for _, r := range readings {
		r.Sentences = nil // these are not kept
	}
	if got := encode(t, compare.Compare(en.Language, readings)); got != want {
		t.Error("the findings depend on what is not kept, or the first comparison changed the readings")
	}
}

// Every page is in one story, every row has an id of its own, and every place lies inside its page.
func TestPlaces(t *testing.T) {
	for name, readings := range map[string][]*read.Reading{"example": harbour(t), "invented": invented(60, 3)} {
		f := compare.Compare(en.Language, readings)
		texts, story := map[string]text.Text{}, map[string]int{}
		for _, r := range readings {
			texts[r.ID] = r.Page.Text
		}
		at := func(what string, p text.Place) {
			if p.Start < 0 || p.End > len(texts[p.Page]) || p.Start > p.End {
				t.Errorf("%s: %s: place %v of %s is outside its %d bytes", name, what, p.Span, p.Page, len(texts[p.Page]))
			}
		}
		ids := map[string]string{}
		id := func(list, id string) {
			if ids[id] != "" || id == "" {
				t.Errorf("%s: id %q of %s is taken by %s", name, id, list, ids[id])
			}
			ids[id] = list
		}
		for _, s := range f.Stories {
			id("stories", s.ID)
			for _, p := range s.Pages {
				story[p]++
			}
		}
		for _, r := range readings {
			if story[r.ID] != 1 {
				t.Errorf("%s: page %s is in %d stories", name, r.ID, story[r.ID])
			}
		}
		for _, e := range f.Entities {
			id("entities", e.ID)
			for _, m := range e.Mentions {
				at("mention", m.Place)
			}
		}
		for _, s := range f.Statements {
			id("statements", s.ID)
			first := 0
			for _, a := range s.Accounts {
				if a.First {
					first++
				}
				for _, c := range a.Content {
					at("content", text.Place{Page: a.Page, Span: c})
				}
			}
			if first != 1 {
				t.Errorf("%s: statement %s has %d first accounts", name, s.ID, first)
			}
		}
		for _, x := range f.Figures {
			id("figures", x.ID)
			for _, e := range x.Entries {
				at("figure", e.Place)
			}
		}
		for _, x := range f.Timeline {
			id("timeline", x.ID)
			for _, s := range x.Supports {
				at("support", s)
			}
		}
		for _, c := range f.Copies {
			id("copies", c.ID)
			for _, s := range c.Spans {
				at("copy", s)
			}
		}
		for _, r := range f.Relations {
			id("relations", r.ID)
			for _, s := range r.Items {
				at("relation", s)
			}
		}
		for _, x := range f.Terms {
			id("terms", x.ID)
			for _, u := range x.Uses {
				at("use", u.Place)
				if got := texts[u.Page].At(u.Span); got == "" {
					t.Errorf("%s: term %q has an empty place", name, u.Term)
				}
			}
		}
		for _, o := range f.Origins {
			id("origins", o.ID)
		}
	}
}

func TestNothing(t *testing.T) {
	f := compare.Compare(en.Language, []*read.Reading{nil, {ID: "x", Skip: &gather.Skip{Reason: gather.Empty}}})
	if len(f.Pages)+len(f.Stories)+len(f.Entities) != 0 {
		t.Errorf("findings from no page: %+v", f)
	}
}

// invented writes pages about some stories: each has a few sentences of its own, background its story shares, figures and quotations,
// and now and then a copied paragraph.
func invented(n int, seed uint64) []*read.Reading {
	r := rand.New(rand.NewPCG(seed, 2))
	pick := func(list []string) string { return list[r.IntN(len(list))] }
	towns := []string{"Arnholt", "Besk", "Corvane", "Dolmar", "Elsk", "Fennick", "Gorley", "Hask", "Imber", "Jarrow", "Kestin", "Lomund"}
	people := []string{"Anna Teller", "Boris Quint", "Clara Voss", "Dmitri Hale", "Edna Marsh", "Farid Nour", "Gita Lund", "Henrik Olsk"}
	things := []string{"bridge", "dam", "mine", "hospital", "ferry", "railway", "school", "market", "power station", "library"}
	verbs := []string{"closed", "reopened", "damaged", "sold", "inspected", "evacuated"}
	days := []string{"Monday", "Tuesday", "Wednesday", "Thursday", "Friday"}
	outlets := []string{"Radio West", "Daily Ledger", "Evening Mail", "Coast News"}
	var out []*read.Reading
	var last string
	for i := 0; i < n; i++ {
		story := i % max(1, n/6)
		town, thing, who := towns[story%len(towns)], things[(story/len(towns)+story)%len(things)], people[story%len(people)]
		day := 1 + (story*3+i%4)%27
		var b strings.Builder
		fmt.Fprintf(&b, "%s %s in %s, says %s\n", strings.ToUpper(thing[:1])+thing[1:], pick(verbs), town, strings.Fields(who)[1])
		fmt.Fprintf(&b, "The %s of %s was %s on %s after %d people were injured, mayor %s said.\n", thing, town, pick(verbs), pick(days), 2+r.IntN(9), who)
		fmt.Fprintf(&b, "“We will not rest until the %s is safe for everyone in %s,” %s told reporters on %d May 2021.\n", thing, town, who, day)
		for k := 0; k < 6; k++ {
			fmt.Fprintf(&b, "About %d workers from %s and %s %s the %s near %s in %d, according to the council of %s.\n", 10*(1+r.IntN(40)), pick(towns), pick(towns),
				pick(verbs), pick(things), pick(towns), 2000+r.IntN(20), pick(towns))
		}
		if last != "" && r.IntN(3) == 0 {
			b.WriteString(last)
		}
		last = fmt.Sprintf("Engineers who looked at the %s of %s in the week before found %d cracks that nobody had reported to the owners or to the council.\n", thing, town, 3+r.IntN(20))
		b.WriteString(last)
		out = append(out, read.Read(en.Language, gather.Page{ID: fmt.Sprintf("p%05d", i), Bytes: []byte(b.String()), Form: gather.Article, Charset: "utf-8",
			Given: gather.Given{Outlet: outlets[i%len(outlets)], Published: fmt.Sprintf("2021-05-%02d", day)}}))
	}
	return out
}

func benchmark(b *testing.B, n int) {
	readings := invented(n, 1)
	b.ReportAllocs()
	b.ResetTimer()
	for b.Loop() {
		compare.Compare(en.Language, readings)
	}
	b.ReportMetric(float64(n*b.N)/b.Elapsed().Seconds(), "pages/s")
}

func BenchmarkCompare1000(b *testing.B)  { benchmark(b, 1000) }
func BenchmarkCompare10000(b *testing.B) { benchmark(b, 10000) }
