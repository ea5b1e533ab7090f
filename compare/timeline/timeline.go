// Package timeline merges what several pages tell of one event.
//
//	a: "The last convoy left Sel on Tuesday" (28 March)       b: "the last convoy will leave Sel on 28 March" (planned)
//	c: "The last convoy of peacekeepers left the port of Sel on Tuesday"
//
// a and c are one entry (same day, same kind of verb, convoy and Sel in common); b is a planned entry of its own that becomes it.
package timeline

import (
	"sort"
	"strconv"

	"github.com/hearsay-news/hearsay/compare/align"
	"github.com/hearsay-news/hearsay/compare/pages"
	"github.com/hearsay-news/hearsay/compare/record"
	"github.com/hearsay-news/hearsay/read/clauses"
	"github.com/hearsay-news/hearsay/read/events"
	"github.com/hearsay-news/hearsay/read/names"
	"github.com/hearsay-news/hearsay/read/times"
)

// told is one event on one page.
type told struct {
	page    *pages.Page
	index   int
	row     *events.Event
	trigger uint32   // kin
	kins    []uint32 // of the clause, trigger with it
	weight  float64
	who     []int // entities, sorted
	people  []int // those of them that are persons, sorted
	when    times.Interval
	mode    mode
	clause  *align.Clause   // nil where no clause was read
	nouns   []*align.Clause // of the nouns in it that tell an event themselves: "a blast wrecked the depot"
	weak    bool            // only told to recall it: no line of its own
}

// mode keeps what happened apart from what is only intended.
type mode byte

const (
	fact mode = iota
	plan
	wish
	off // called off or put off
)

// Read returns the timeline, and how many pairs of events were laid on each other for it.
func Read(set *pages.Set, figures []record.Figure) ([]record.Entry, int) {
	var all []*told
	al := align.New(set)
	for _, p := range set.Pages {
		first := len(all)
		for i := range p.Events {
			if t := prepare(set, al, p, i); t != nil {
				all = append(all, t)
			}
		}
		all = append(all, recalled(set, al, p, all[first:])...)
	}
	reread(set, al, all)
	groups, contrary, laid := merge(set, al, all)
	entries := make([]record.Entry, len(groups))
	began := begins(set)
	for i, g := range groups {
		reads := 0.0
		entries[i], reads = entry(set, g)
		entries[i].Weight, entries[i].Background = weigh(set, al, g, reads), recalledOnly(entries[i].When, began[g[0].page.Story])
	}
	become(set, groups, entries)
	conflicts(groups, entries, contrary, figures)
	return entries, laid
}

func prepare(set *pages.Set, al *align.Aligner, p *pages.Page, i int) *told {
	e := &p.Events[i]
	if !p.Told(e.Trigger) {
		return nil
	}
	t := &told{page: p, index: i, row: e, weak: e.Rule == "named-noun"}
	if e.Time >= 0 && e.Time < len(p.Intervals) {
		t.when = e.Interval(func(i int) times.Interval {
			if i < len(p.Intervals) {
				return p.Intervals[i]
			}
			return times.Interval{}
		})
	} else if e.When != nil {
		t.when = *e.When
	}
	if !t.when.Known() {
		return nil
	}
	switch e.Status {
	case events.Planned:
		t.mode = plan
	case events.Demanded:
		t.mode = wish
	case events.Cancelled, events.Postponed:
		t.mode = off
	}
	found := false
	for _, w := range p.Between(e.Trigger) {
		if f := &set.Vocabulary.Forms[w.Form]; !f.Stop || !found {
			t.trigger, found = f.Kin, true // the last weighty word of "was shut down" carries it less than the first
			if !f.Stop {
				break
			}
		}
	}
	if !found {
		return nil
	}
	for _, w := range p.Between(e.Span) {
		f := &set.Vocabulary.Forms[w.Form]
		if !f.Stop && !f.Number {
			t.kins = append(t.kins, f.Kin)
		}
	}
	t.kins = unique(append(t.kins, t.trigger))
	for _, k := range t.kins {
		t.weight += set.Vocabulary.Weight[k]
	}
	for _, n := range append(append([]int(nil), e.Participants...), e.Location) {
		if e := p.Entity(n); e >= 0 {
			t.who = append(t.who, e)
		}
	}
	for _, n := range e.Participants {
		if w := p.Entity(n); w >= 0 && p.Entities[n].Type == names.PER && !p.Entities[n].Plural {
			t.people = append(t.people, w)
		}
	}
	sort.Ints(t.who)
	sort.Ints(t.people)
	t.lay(al)
	return t
}

// lay finds the clause that tells an event, and the nouns in it that tell one themselves.
func (t *told) lay(al *align.Aligner) {
	p, e := t.page, t.row
	first, end := p.ClausesIn(e.Span)
	framed := -1
	for n := first; n < end; n++ {
		c := &p.Clauses[n]
		switch {
		case c.Trigger.Overlaps(e.Trigger):
			t.clause = al.Clause(p, n, false) // the last word of "was shut down" tells it
		case c.Noun && c.Contains(e.Trigger) && c.Mode != clauses.Fact && framed < 0:
			framed = n // "the trial was postponed"
		case c.Noun && specific(c) && len(t.nouns) < 4:
			t.nouns = append(t.nouns, al.Clause(p, n, false))
		}
	}
	if t.clause == nil && framed >= 0 {
		t.clause = al.Clause(p, framed, false)
	}
	if t.clause != nil && e.Status == events.Denied && !t.clause.Row.Negated {
		t.clause.Negated = true
	}
}

func unique(list []uint32) []uint32 {
	sort.Slice(list, func(i, j int) bool { return list[i] < list[j] })
	out := list[:0]
	for i, x := range list {
		if i == 0 || x != list[i-1] {
			out = append(out, x)
		}
	}
	return out
}

// entry makes the row of one event, and says how well its title reads.
func entry(set *pages.Set, g []*told) (record.Entry, float64) {
	e := record.Entry{ID: pages.ID("t", g[0].page.ID, strconv.Itoa(g[0].index)), Status: status(g), When: when(g)}
	words, reads := title(set, g)
	e.Title = words
	origins := map[int]bool{}
	for _, t := range g {
		e.Supports = append(e.Supports, t.page.Place(t.row.Span))
		origins[t.page.Origin] = true
	}
	e.Origins = len(origins)
	e.Why = "one account"
	if len(g) > 1 {
		e.Why = strconv.Itoa(len(g)) + " accounts of one kind of event on one day, with words or names in common"
	}
	return e, reads
}

// status is the surest that any page gives in its own voice.
func status(g []*told) events.Status {
	best := g[0].row.Status
	rank := map[events.Status]int{events.Denied: 1, events.Claimed: 2, events.Demanded: 3, events.Planned: 3, events.Postponed: 3, events.Occurred: 4, events.Cancelled: 4}
	for _, t := range g {
		if rank[t.row.Status] > rank[best] {
			best = t.row.Status
		}
	}
	return best
}

// when is the day most accounts allow: of the single days the most frequent, narrowing what the others leave open.
func when(g []*told) times.Interval {
	votes := map[times.Day]int{}
	for _, t := range g {
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
	for _, t := range g {
		if d, ok := t.when.Single(); n > 0 && (!ok || d != best) || !t.when.Known() {
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
