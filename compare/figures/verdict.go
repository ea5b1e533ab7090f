package figures

import (
	"fmt"
	"math"
	"sort"
	"strings"

	"github.com/hearsay-news/hearsay/compare/pages"
	"github.com/hearsay-news/hearsay/compare/record"
	"github.com/hearsay-news/hearsay/read/amounts"
	"github.com/hearsay-news/hearsay/read/times"
	"github.com/hearsay-news/hearsay/text"
)

const about = 0.1 // how far "about" reaches to either side

// bounds is the stretch of numbers that a figure allows.
func (t *item) bounds() (low, high float64) {
	low, high = math.Inf(-1), math.Inf(1)
	if t.low.Known {
		low = t.low.Value
	}
	if t.high.Known {
		high = t.high.Value
	}
	switch t.rel {
	case amounts.About:
		low, high = low-about*math.Abs(low), high+about*math.Abs(high)
	case amounts.More, amounts.AtLeast:
		if !t.low.Known {
			low = t.high.Value
		}
		if !share(t.amount) {
			high = math.Inf(1)
		}
	case amounts.Less, amounts.AtMost:
		if !t.high.Known {
			high = t.low.Value
		}
		if !share(t.amount) {
			low = math.Inf(-1)
		}
	case amounts.Equal:
		if low == high { // a round number is seldom meant to the last digit
			r := rounding(low)
			if share(t.amount) {
				r = 0.5
			}
			low, high = low-r, high+r
		}
	}
	return low, high
}

// rounding is half of the last digit that is not a zero, from 1000 on, and never more than a twentieth.
func rounding(v float64) float64 {
	if v < 1000 || v != math.Trunc(v) {
		return 0
	}
	unit := 1.0
	for math.Mod(v, unit*10) == 0 {
		unit *= 10
	}
	if unit < 100 {
		return 0
	}
	return min(unit/2, v/20)
}

// meet says whether two figures can both be true.
func meet(a, b *item) bool {
	al, ah := a.bounds()
	bl, bh := b.bounds()
	if a.rel == amounts.More && al == bh || b.rel == amounts.More && bl == ah || a.rel == amounts.Less && ah == bl || b.rel == amounts.Less && bh == al {
		return false
	}
	return al <= bh && bl <= ah
}

// exact says whether two figures are the same plain number.
func exact(a, b *item) bool { return a.low == b.low && a.high == b.high && a.rel == b.rel }

// row makes the record's row of one quantity.
func row(set *pages.Set, group []*item, statements []record.Statement) (record.Figure, []record.Relation) {
	f := record.Figure{ID: pages.ID("f", group[0].key()), Unit: group[0].amount.Unit}
	if share(group[0].amount) {
		f.Unit = "percent"
	}
	f.Counts = counts(group)
	for _, t := range group {
		e := record.FigureEntry{Place: t.page.Place(t.span), Low: t.low, High: t.high, Relation: t.rel, AsOf: t.asOf}
		if t.said >= 0 {
			e.Statement = statements[t.said].ID
		}
		f.Entries = append(f.Entries, e)
	}
	f.Verdict, f.Why = verdict(set, group)
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
		relations = append(relations, record.Relation{ID: id, Kind: kind, Items: items, List: "figures", Row: f.ID, Why: why})
	}
	switch f.Verdict {
	case record.Agree, record.Differ:
		add(string(f.Verdict), f.Why, distinct(group))
	case record.Compatible:
		group := different(group)
		for i, a := range group {
			for _, b := range group[i+1:] {
				set.Steps.Take(1)
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

// narrower says whether a allows less than b.
func narrower(a, b *item) bool {
	al, ah := a.bounds()
	bl, bh := b.bounds()
	return bl <= al && ah <= bh && ah-al < bh-bl && (bh-bl > 2*(ah-al))
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
func verdict(set *pages.Set, group []*item) (record.Verdict, string) {
	group = different(group)
	several, equal := false, true
	for i, a := range group {
		for _, b := range group[:i] {
			set.Steps.Take(1)
			if a.from != b.from || a.page == b.page {
				continue
			}
			several = true
			if !meet(a, b) {
				equal = false
				if !a.from && clash(set, group, a, b) {
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

// clash says whether two numbers that exclude each other are a conflict and not a series: they are told as of the same day, or
// the pages that give the one did not all come out before those that give the other.
func clash(set *pages.Set, group []*item, a, b *item) bool {
	if finished(set, a, b) {
		return true
	}
	if a.dated && b.dated {
		if _, ok := a.asOf.Meet(b.asOf); !ok {
			return false
		}
		x, oneA := a.asOf.Single()
		y, oneB := b.asOf.Single()
		return oneA && oneB && x == y || interleaved(group, a, b)
	}
	return interleaved(group, a, b)
}

const plain = 0.7 // share of the shorter sentence's weight from which two sentences tell one finished thing

// finished says whether two plain counts are of one thing that was over when both pages came out, at most a day apart: "31 trucks crossed
// the bridge". The dead and injured are counted on for days.
func finished(set *pages.Set, a, b *item) bool {
	if a.amount.Kind != amounts.Count || b.amount.Kind != amounts.Count || a.rel != amounts.Equal || b.rel != amounts.Equal {
		return false
	}
	x, okA := a.page.Published.Single()
	y, okB := b.page.Published.Single()
	n, weight := set.Common(a.kins, b.kins)
	return okA && okB && max(x-y, y-x) <= 1 && n >= 3 && weight >= plain*min(a.weight, b.weight)
}

// interleaved says whether the publication days of the two numbers overlap.
func interleaved(group []*item, a, b *item) bool {
	side := func(x *item) (first, last int, known bool) {
		var days []int
		for _, t := range group {
			if !t.from && equal(t, x) {
				if d := t.page.Published; d.Earliest.Known && d.Latest.Known {
					days = append(days, int(d.Earliest.Day), int(d.Latest.Day))
				} else {
					return 0, 0, false
				}
			}
		}
		sort.Ints(days)
		if len(days) == 0 {
			return 0, 0, false
		}
		return days[0], days[len(days)-1], true
	}
	a0, a1, okA := side(a)
	b0, b1, okB := side(b)
	return !okA || !okB || a0 <= b1 && b0 <= a1
}

// counts says in words of the pages what is counted: the most frequent wording, then the shortest. Words that point back at what was said before are
// left out: "its troops" are "troops".
func counts(group []*item) string {
	n := map[string]int{}
	for _, t := range group {
		w := ""
		if !t.amount.Of.Empty() {
			w = standing(strings.Fields(t.page.Page.Text.At(t.amount.Of)))
		} else if t.amount.Unit != "" {
			w = t.amount.Unit
		} else {
			w = string(t.amount.Kind)
		}
		n[w]++
	}
	keys := make([]string, 0, len(n))
	for k := range n {
		keys = append(keys, k)
	}
	sort.Slice(keys, func(i, j int) bool {
		if n[keys[i]] != n[keys[j]] {
			return n[keys[i]] > n[keys[j]]
		}
		if len(keys[i]) != len(keys[j]) {
			return len(keys[i]) < len(keys[j])
		}
		return keys[i] < keys[j]
	})
	w := keys[0]
	switch k := group[0].amount.Kind; k {
	case amounts.Killed, amounts.Injured, amounts.Missing, amounts.Detained:
		if !strings.Contains(w, string(k)) {
			w += ", " + string(k)
		}
	}
	return w
}

// standing is a wording without a first word that points back at what was said before, if others follow it.
func standing(words []string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	switch strings.ToLower(words[0]) {
	case "its", "his", "her", "their", "our", "my", "your", "this", "that", "these", "those", "such":
		words = words[1:]
	}
	return strings.Join(words, " ")
}
