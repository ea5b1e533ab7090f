package main

import (
	"fmt"
	"math/rand"
	"sort"
	"strings"

	"github.com/hearsay-news/hearsay/compare"
	"github.com/hearsay-news/hearsay/eval/times"
	"github.com/hearsay-news/hearsay/gather"
	"github.com/hearsay-news/hearsay/lang/en"
	"github.com/hearsay-news/hearsay/read"
	"github.com/hearsay-news/hearsay/text"
)

// recordPages is how many pages of a set make a record at the most: a running story as a user would have it.
const recordPages = 400

// drawFindings draws rows of what is compared: a record of flattened pages and one of articles of one topic.
func drawFindings(data, kind string, seed int64, n int) ([]row, error) {
	var rows []row
	for i, set := range []string{"helsinki", "t17"} {
		pages, err := times.DayPages(data, set)
		if err != nil {
			return nil, err
		}
		chance := rand.New(rand.NewSource(seed*100 + int64(i)))
		if set == "t17" { // one topic: the part of the id before the outlet
			topics := topicsOf(pages)
			pages = topics[chance.Intn(len(topics))]
		}
		chance.Shuffle(len(pages), func(a, b int) { pages[a], pages[b] = pages[b], pages[a] })
		pages = pages[:min(len(pages), recordPages)]
		readings := map[string]*read.Reading{}
		var all []*read.Reading
		for _, p := range pages {
			r := read.Read(en.Language, p)
			readings[r.ID], all = r, append(all, r)
		}
		found := findingRows(kind, set, readings, compare.Compare(en.Language, all))
		if kind == "timeline" { // the top of the list is what people read
			sort.SliceStable(found, func(a, b int) bool { return found[a].confidence > found[b].confidence })
			found = found[:min(len(found), 2*n)]
		}
		chance.Shuffle(len(found), func(a, b int) { found[a], found[b] = found[b], found[a] })
		rows = append(rows, found[:min(len(found), (n+i)/2)]...)
	}
	return rows, nil
}

func topicsOf(pages []gather.Page) [][]gather.Page {
	by := map[string][]gather.Page{}
	for _, p := range pages {
		topic, _, _ := strings.Cut(p.ID, "_")
		by[topic] = append(by[topic], p)
	}
	var names []string
	for topic := range by {
		names = append(names, topic)
	}
	sort.Strings(names)
	var out [][]gather.Page
	for _, topic := range names {
		out = append(out, by[topic])
	}
	return out
}

// findingRows are the rows of one kind; the confidence of a timeline entry is its weight.
func findingRows(kind, set string, readings map[string]*read.Reading, f *compare.Findings) []row {
	var rows []row
	add := func(weight float64, head string, items []text.Place) {
		if len(items) == 0 {
			return
		}
		shown := head + "\n"
		for i, at := range items {
			if i == 4 {
				shown += fmt.Sprintf("  … and %d more\n", len(items)-i)
				break
			}
			r := readings[at.Page]
			shown += fmt.Sprintf("  on %s (%s, published %s):\n%s\n", at.Page, r.Given.Outlet, r.Article.Published.Interval, near(r.Page.Text, at.Span))
		}
		rows = append(rows, row{kind, set, items[0], weight, shown, ""})
	}
	switch kind {
	case "figures":
		for _, g := range f.Figures {
			var items []text.Place
			for _, e := range g.Entries {
				items = append(items, e.Place)
			}
			add(1, fmt.Sprintf("figure: counts %q, unit %q, verdict %s, %d entries", g.Counts, g.Unit, g.Verdict, len(g.Entries)), items)
		}
	case "timeline":
		for _, e := range f.Timeline {
			if e.Background {
				continue
			}
			add(weight(e), fmt.Sprintf("timeline: %s | %s | %s", e.When, e.Status, oneLine(e.Title)), e.Supports)
		}
	case "differ":
		for _, r := range f.Relations {
			if r.Kind == "differ" {
				add(1, "differ in "+r.Part+" ("+r.List+"): "+r.Why, r.Items)
			}
		}
		for _, g := range f.Figures {
			if g.Verdict == compare.Differ {
				var items []text.Place
				for _, e := range g.Entries {
					items = append(items, e.Place)
				}
				add(1, fmt.Sprintf("differ: figures of %q, unit %q: %s", g.Counts, g.Unit, g.Why), items)
			}
		}
		for _, e := range f.Timeline {
			for _, c := range e.Conflicts {
				add(1, "differ: "+c.Kind+" of "+oneLine(e.Title), c.Items)
			}
		}
	}
	return rows
}

// weight is how far up an entry stands; what is only recalled is folded away.
func weight(e compare.Entry) float64 { return e.Weight }

// near is the sentence or two around a place.
func near(t text.Text, at text.Span) string {
	return "    … " + oneLine(whole(t, max(0, at.Start-220), at.Start)) + " [[" + oneLine(t.At(at)) + "]] " + oneLine(whole(t, at.End, min(len(t), at.End+160))) + " …"
}
