package main

import (
	"cmp"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/hearsay-news/hearsay/compare"
	"github.com/hearsay-news/hearsay/gather"
	"github.com/hearsay-news/hearsay/internal/lines"
	"github.com/hearsay-news/hearsay/lang/en"
	"github.com/hearsay-news/hearsay/read"
	"github.com/hearsay-news/hearsay/text"
)

// showPairs prints what came of each marked pair: go run ./eval -room pairs -show
var showPairs = flag.Bool("show", false, "print what came of each pair of room pairs, and each miss of room clauses")

// shownFrom is the confidence from which statements are shown unless asked otherwise.
const shownFrom = 0.9

// goldPair is two places in two real pages with what a reader says of them; see eval/gold/pairs/README.md. Offsets are code points.
type goldPair struct {
	ID, Verdict, Part string
	A, B              goldPlace
}

type goldPlace struct {
	Set, Page  string
	Start, End int
}

// scorePairs puts the two pages of each pair into a record of their own and looks how the two places come out.
func scorePairs(data string) ([]Row, error) {
	var pairs []goldPair
	if err := lines.JSON(filepath.Join(goldDir, "pairs", "pairs.jsonl"), func(p goldPair) { pairs = append(pairs, p) }); err != nil {
		return nil, err
	}
	pages, err := pairPages(filepath.Join(data, "compare"))
	if err != nil {
		if os.IsNotExist(err) {
			return nil, fmt.Errorf("pairs: %w", errAbsent)
		}
		return nil, err
	}
	readings := map[string]*read.Reading{}
	reading := func(id string) *read.Reading {
		if readings[id] == nil {
			readings[id] = read.Read(en.Language, pages[id])
		}
		return readings[id]
	}
	want, right := map[string]int{}, map[string]int{}
	shown, real, parts := 0, 0, 0
	for _, p := range pairs {
		a, b := reading(p.A.Page), reading(p.B.Page)
		if a == nil || b == nil || a.Skip != nil || b.Skip != nil {
			return nil, fmt.Errorf("pairs: %s: a page is not there or was skipped", p.ID)
		}
		found := compare.Compare(en.Language, []*read.Reading{a, b})
		got, part := verdict(found, p.place(a, p.A), p.place(b, p.B))
		want[p.Verdict]++
		if got == p.Verdict {
			right[p.Verdict]++
		}
		if got == "differ" {
			shown++
			if p.Verdict == "differ" {
				real++
				if part == p.Part {
					parts++
				}
			}
		}
		if *showPairs {
			fmt.Printf("%s %s %s: %s %s\n  %s\n  %s\n", p.ID, p.Verdict, p.Part, cmp.Or(got, "–"), part, a.Page.Text.At(p.place(a, p.A).Span), b.Page.Text.At(p.place(b, p.B).Span))
		}
	}
	share := func(n, of int) float64 { return 100 * float64(n) / float64(max(1, of)) }
	return []Row{
		{"pairs", "disagreements found", share(right["differ"], want["differ"])},
		{"pairs", "agreements found", share(right["same"], want["same"])},
		{"pairs", "look-alikes apart", share(right["apart"], want["apart"])},
		{"pairs", "shown disagreements real", share(real, shown)},
		{"pairs", "part of found disagreements", share(parts, real)},
	}, nil
}

// pairPages are the pages of the two sets as they are read for this: what is given with them is outlet and, for the articles, the day.
func pairPages(dir string) (map[string]gather.Page, error) {
	pages := map[string]gather.Page{}
	err := lines.JSON(filepath.Join(dir, "t17", "articles.jsonl"), func(d struct{ ID, Source, Date, Text string }) {
		pages[d.ID] = gather.Page{ID: d.ID, Bytes: []byte(d.Text), Form: gather.Article, Charset: "utf-8",
			Given: gather.Given{Outlet: d.Source, Published: d.Date}}
	})
	if err != nil {
		return nil, err
	}
	err = lines.JSON(filepath.Join(dir, "helsinki", "pages.jsonl"), func(d struct {
		ID, Publisher string
		Paras         []string
	}) {
		pages[d.ID] = gather.Page{ID: d.ID, Bytes: []byte(strings.Join(d.Paras, "\n")), Charset: "utf-8", Given: gather.Given{Outlet: d.Publisher}}
	})
	return pages, err
}

// place is a marked place in bytes of the page's text.
func (p goldPair) place(r *read.Reading, at goldPlace) text.Place {
	start, n := 0, 0
	place := text.Place{Page: r.ID}
	for i := range string(r.Page.Text) {
		if n == at.Start {
			start = i
		}
		if n == at.End {
			place.Span = text.Span{Start: start, End: i}
			return place
		}
		n++
	}
	place.Span = text.Span{Start: start, End: len(r.Page.Text)}
	return place
}

// verdict says how two places stand to each other: "differ" where a relation, a figure or a conflict sets them against each other, "same" where
// one row holds both, "apart" where nothing ties them.
func verdict(f *compare.Findings, a, b text.Place) (string, string) {
	both := func(items []text.Place) bool { return touches(items, a) && touches(items, b) }
	for _, r := range f.Relations {
		if r.Kind == "differ" && both(r.Items) {
			return "differ", r.Part
		}
	}
	same := false
	for _, r := range f.Figures {
		var items []text.Place
		for _, e := range r.Entries {
			items = append(items, e.Place)
		}
		if both(items) {
			if r.Verdict == compare.Differ {
				return "differ", "number"
			}
			same = true
		}
	}
	for _, e := range f.Timeline {
		for _, c := range e.Conflicts {
			if both(c.Items) {
				return "differ", strings.Replace(c.Kind, "figure", "number", 1)
			}
		}
		same = same || both(e.Supports)
	}
	for _, s := range f.Statements {
		var items []text.Place
		for _, account := range s.Accounts {
			for _, span := range account.Content {
				items = append(items, text.Place{Page: account.Page, Span: span})
			}
		}
		same = same || s.Confidence >= shownFrom && both(items)
	}
	if same {
		return "same", ""
	}
	return "apart", ""
}

func touches(items []text.Place, at text.Place) bool {
	for _, item := range items {
		if item.Page == at.Page && item.Start < at.End && at.Start < item.End {
			return true
		}
	}
	return false
}
