package timeline

import (
	"cmp"
	"math"
	"slices"
	"strconv"

	"github.com/hearsay-news/hearsay/compare/align"
	"github.com/hearsay-news/hearsay/compare/pages"
	"github.com/hearsay-news/hearsay/compare/record"
	"github.com/hearsay-news/hearsay/read/events"
	"github.com/hearsay-news/hearsay/read/times"
	"github.com/hearsay-news/hearsay/text"
)

const (
	recalled = 14  // days after an event from which a page only recalls it
	enough   = 2.0 // weight of that many first paragraphs makes an entry matter by two thirds
	byOthers = 0.5 // weight of an undated account, as against a dated one in the same place
)

// opens says whether a group is an entry: somebody tells it as an event, not only as what did not happen.
func (g *group) opens() bool {
	for _, t := range g.told {
		if t.index >= 0 && (t.clause == nil || !t.clause.Negated || t.status == events.Denied) {
			return true
		}
	}
	return false
}

// entry makes the row of one event.
func (g *group) entry(set *pages.Set) record.Entry {
	slices.SortStableFunc(g.told, func(a, b *told) int {
		return cmp.Or(cmp.Compare(a.page.Index, b.page.Index), cmp.Compare(a.span.Start, b.span.Start))
	})
	first := g.told[0]
	e := record.Entry{ID: pages.ID("t", first.page.ID, first.row0()), Status: g.status(), When: g.when(), Title: g.title()}
	origins := map[int]float64{}
	spans := map[text.Place]bool{}
	for _, t := range g.told {
		at := t.page.Place(t.span)
		if spans[at] {
			continue
		}
		spans[at] = true
		e.Supports = append(e.Supports, at)
		origins[t.page.Origin] = max(origins[t.page.Origin], t.weight())
	}
	e.Origins = len(origins)
	sum := 0.0
	for _, t := range g.told { // in order: floating sums must not hang on a map's
		if w := origins[t.page.Origin]; w > 0 {
			sum, origins[t.page.Origin] = sum+w, 0
		}
	}
	e.Weight = math.Round(1000*(1-math.Exp(-sum/enough))) / 1000
	e.Background = g.background()
	for _, c := range g.apart {
		e.Conflicts = append(e.Conflicts, record.Conflict{Kind: kindOf(c.kind), Items: []text.Place{c.a.page.Place(c.a.span), c.b.page.Place(c.b.span)}})
	}
	e.Why = "one account"
	if len(g.told) > 1 {
		e.Why = strconv.Itoa(len(g.told)) + " accounts of one kind of deed, laid on each other part by part: nothing that they tell is contrary"
		if len(g.apart) > 0 {
			e.Why = strconv.Itoa(len(g.told)) + " accounts of one event that are contrary in one part: " + string(g.apart[0].kind)
		}
	}
	return e
}

// kindOf is a contrary part as conflicts name it.
func kindOf(kind align.Kind) string {
	if kind == align.Number {
		return "figure"
	}
	return string(kind)
}

// row0 names the account by what it is of its page.
func (t *told) row0() string {
	if t.index >= 0 {
		return strconv.Itoa(t.index)
	}
	return "c" + strconv.Itoa(t.clause.Index)
}

// weight is how much its page makes of the event.
func (t *told) weight() float64 {
	if t.row == nil {
		return byOthers * max(0.2, 1-float64(t.clause.Index)/10)
	}
	return t.row.Weight
}

// status is the surest that any page gives in its own voice. An undated clause only adds what nobody tells otherwise.
func (g *group) status() events.Status {
	rank := map[events.Status]int{events.Denied: 1, events.Claimed: 2, events.Demanded: 3, events.Planned: 3, events.Postponed: 4, events.Occurred: 4, events.Cancelled: 5}
	best, found := events.Claimed, false
	for _, t := range g.told {
		if t.clause != nil && t.clause.Negated && t.status != events.Denied && t.mode == fact {
			continue // tells that it did not happen
		}
		if t.index >= 0 && (!found || rank[t.status] > rank[best]) {
			best, found = t.status, true
		}
	}
	return best
}

// when is the day most accounts allow: of the single days the most frequent, narrowing what the others leave open.
func (g *group) when() times.Interval {
	votes := map[times.Day]int{}
	for _, t := range g.told {
		if d, ok := t.when.Single(); ok {
			votes[d]++
		}
	}
	best, n := times.Day(0), 0
	for d, v := range votes {
		if v > n || v == n && d < best {
			best, n = d, v
		}
	}
	var out times.Interval
	set := false
	for _, t := range g.told {
		if d, ok := t.when.Single(); !t.when.Known() || n > 0 && (!ok || d != best) {
			continue
		}
		if !set {
			out, set = t.when, true
		} else if met, ok := out.Meet(t.when); ok {
			out = met
		}
	}
	return out
}

// background says whether the event is only recalled: every page tells it long after, or in a clause that says who or what is meant.
func (g *group) background() bool {
	for _, t := range g.told {
		if t.row == nil || t.row.Background {
			continue
		}
		day, ok := t.when.Single()
		out := t.page.Published
		if t.mode != fact || !ok || !out.Earliest.Known || out.Earliest.Day-day < recalled {
			if !ok && t.when.Latest.Known && out.Earliest.Known && out.Earliest.Day-t.when.Latest.Day >= recalled {
				continue
			}
			return false
		}
	}
	return true
}
