package figures

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/hearsay-news/hearsay/compare/pages"
	"github.com/hearsay-news/hearsay/compare/record"
	"github.com/hearsay-news/hearsay/read/amounts"
	"github.com/hearsay-news/hearsay/read/times"
	"github.com/hearsay-news/hearsay/text"
)

// row makes the record's row of one quantity.
func (r *reader) row(group []*item, statements []record.Statement) (record.Figure, []record.Relation) {
	f := record.Figure{ID: pages.ID("f", group[0].key()), Unit: group[0].amount.Unit}
	if share(group[0].amount) {
		f.Unit = "percent"
	} else if rate := group[0].rate; rate != "" && !strings.Contains(f.Unit, " per ") {
		f.Unit = strings.TrimSpace(f.Unit + " per " + rate)
	}
	if group[0].fate != "" && group[0].thing.anybody {
		f.Unit = folk
	}
	f.Counts = r.counts(group)
	for _, t := range group {
		e := record.FigureEntry{Place: t.page.Place(t.span), Low: t.low, High: t.high, Relation: t.rel, AsOf: t.asOf}
		if t.amount.Unit == "fraction" { // "half" stands in one row with "60 percent"
			e.Low.Value, e.High.Value = 100*e.Low.Value, 100*e.High.Value
		}
		if first := group[0].rng; first != nil && t.rng != nil && t.rng.Size != first.Size { // a row has one unit
			e.Low.Value, e.High.Value = converted(e.Low.Value*t.rng.Size/first.Size), converted(e.High.Value*t.rng.Size/first.Size)
		}
		if t.said >= 0 {
			e.Statement = statements[t.said].ID
		}
		f.Entries = append(f.Entries, e)
	}
	f.Verdict, f.Why = r.verdict(group)
	var relations []record.Relation
	known := map[string]bool{} // both ends of a movement stand at one place
	add := func(kind, why string, items []text.Place) {
		parts := []string{kind, f.ID}
		for _, p := range items {
			parts = append(parts, pages.PlaceKey(p))
		}
		id := pages.ID("r", parts...)
		if known[id] {
			return
		}
		known[id] = true
		rel := record.Relation{ID: id, Kind: kind, Items: items, List: "figures", Row: f.ID, Why: why}
		if kind == "differ" {
			rel.Part = "number"
		}
		relations = append(relations, rel)
	}
	switch f.Verdict {
	case record.Agree, record.Differ:
		add(string(f.Verdict), f.Why, distinct(group))
	case record.Compatible:
		group := different(group)
		for i, a := range group {
			for _, b := range group[i+1:] {
				r.set.Steps.Take(1)
				if a.page != b.page && narrower(b, a) {
					a, b = b, a
				} else if a.page == b.page || !narrower(a, b) {
					continue
				}
				add("narrower", shown(a)+" lies inside "+shown(b), []text.Place{a.page.Place(a.span), b.page.Place(b.span)})
				if len(relations) == 4 {
					return f, relations
				}
			}
		}
	}
	return f, relations
}

// converted is a number that was converted into another unit, rounded to four digits.
func converted(v float64) float64 {
	out, err := strconv.ParseFloat(strconv.FormatFloat(v, 'g', 4, 64), 64)
	if err != nil {
		return v
	}
	return out
}

// narrower says whether a allows less than b.
func narrower(a, b *item) bool {
	if a.rng == nil || b.rng == nil {
		return false
	}
	x, y := a.rng, b.rng
	return y.Low <= x.Low && x.High <= y.High && y.High-y.Low > 2*(x.High-x.Low)
}

// distinct is one place for every different number and page.
func distinct(group []*item) []text.Place {
	var out []text.Place
	seen := map[string]bool{}
	for _, t := range group {
		k := fmt.Sprint(t.page.Index, t.low, t.high, t.rel)
		if !seen[k] {
			seen[k] = true
			out = append(out, t.page.Place(t.span))
		}
	}
	return out
}

func shown(t *item) string {
	return "“" + strings.Join(strings.Fields(t.page.Page.Text.At(t.span)), " ") + "”"
}

// verdict says whether the figures of one quantity go together.
func (r *reader) verdict(group []*item) (record.Verdict, string) {
	group = different(group)
	several, equal, rising := false, true, false
	for _, t := range group {
		rising = rising || r.rising(t)
	}
	for i, a := range group {
		for _, b := range group[:i] {
			r.set.Steps.Take(1)
			if a.from != b.from || a.page == b.page {
				continue
			}
			several = true
			if exact(a, b) {
				continue // the same number, on whatever scale
			}
			if excludes(a, b) {
				equal = false
				if !a.from && !grown(a, b, rising) {
					return record.Differ, shown(b) + " and " + shown(a) + " can't both be right"
				}
			} else if !exact(a, b) {
				equal = false
			}
		}
	}
	switch {
	case !several:
		return record.Alone, "one page gives it"
	case equal && r.origins(group) == 1:
		return record.Agree, "all pages give the same number, and all go back to one original"
	case equal:
		return record.Agree, "all pages give the same number"
	}
	return record.Compatible, "the numbers can all be right: one holds the other, or they are as of different days"
}

// different leaves out what a page gives once more.
func different(group []*item) []*item {
	type key struct {
		page        int
		low, high   amounts.Number
		rel         amounts.Relation
		from, dated bool
		asOf        times.Interval
	}
	seen := map[key]bool{}
	var out []*item
	for _, t := range group {
		k := key{t.page.Index, t.low, t.high, t.rel, t.from, t.dated, t.asOf}
		if !seen[k] {
			seen[k] = true
			out = append(out, t)
		}
	}
	return out
}

// origins counts the originals that the pages of a figure go back to.
func (r *reader) origins(group []*item) int {
	seen := map[int]bool{}
	for _, t := range group {
		seen[t.page.Origin] = true
	}
	return len(seen)
}

// time is the latest moment as of which a figure can be told: the day it was said, or the day its page came out.
func (t *item) time() times.Moment {
	if t.said >= 0 {
		if e := t.page.CueTime(&t.page.Statements[t.teller]); e >= 0 {
			if day, one := t.page.Intervals[e].Single(); one {
				return times.On(day)
			}
		}
	}
	if t.dated {
		if day, one := t.asOf.Single(); one && t.until() {
			return times.On(day)
		}
	}
	return t.page.Published.Latest
}

// until says whether the day beside a figure is the one up to which was counted: "by Wednesday night 14 were confirmed dead".
func (t *item) until() bool {
	first, end := t.page.TimesIn(text.Span{Start: t.span.Start - 160, End: t.span.End + 160})
	for i := first; i < end; i++ {
		e := &t.page.Times[i]
		if t.page.Intervals[i] == t.asOf && max(e.Start-t.span.End, t.span.Start-e.End) < 120 {
			from := max(0, e.Start-3)
			if word := strings.ToLower(strings.TrimSpace(t.page.Page.Text.Between(from, e.Start))); word == "by" {
				return true
			}
		}
	}
	return false
}
