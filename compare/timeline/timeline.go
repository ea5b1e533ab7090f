// Package timeline merges what several pages tell of one event.
//
//	a: "The last convoy left Sel on Tuesday" (28 March)       b: "the last convoy will leave Sel on 28 March" (planned)
//	c: "After the last convoy had pulled out of Sel, the port reopened" (no day)
//
// a and c are one entry: laid on each other by compare/align, one deed, one convoy, one town, nothing contrary; c tells no day and joins by what a dates.
// b is a planned entry of its own that becomes it. Two accounts of one event that are contrary in one part (its day, its place, who did it, whether
// it happened) are one entry with a conflict in that part; nothing else makes one.
package timeline

import (
	"strconv"

	"github.com/hearsay-news/hearsay/compare/align"
	"github.com/hearsay-news/hearsay/compare/pages"
	"github.com/hearsay-news/hearsay/compare/record"
	"github.com/hearsay-news/hearsay/read/clauses"
	"github.com/hearsay-news/hearsay/read/events"
	"github.com/hearsay-news/hearsay/read/times"
	"github.com/hearsay-news/hearsay/text"
)

// told is one account of an event: an event that a page's reading has, or an undated clause that may join one.
type told struct {
	page   *pages.Page
	index  int             // of the page's events; -1 for a clause that only joins
	row    *events.Event   // nil for such a clause
	clause *align.Clause   // nil where no clause tells the event
	nouns  []*align.Clause // what the nouns of its clause tell: the blast in "a blast wrecked the depot", the death in "mourns the death of"
	span   text.Span
	when   times.Interval
	status events.Status
	mode   mode
}

// mode keeps what happened apart from what is only intended.
type mode byte

const (
	fact mode = iota
	plan
	wish
	off // called off or put off
)

var modes = map[events.Status]mode{events.Planned: plan, events.Demanded: wish, events.Cancelled: off, events.Postponed: off}

// Read returns the timeline, and how many pairs of accounts were laid on each other.
func Read(set *pages.Set) (entries []record.Entry, laid int) {
	al := align.New(set)
	var all []*told
	for _, p := range set.Pages {
		all = append(all, accounts(al, p)...)
	}
	m := &merger{set: set, al: al, all: all}
	groups := m.merge()
	var dated []*group
	for _, g := range groups {
		if g.opens() {
			dated = append(dated, g)
			entries = append(entries, g.entry(set))
		}
	}
	m.become(dated, entries)
	return entries, m.laid
}

// accounts lists what one page tells: its events, and the clauses beside them that tell no day.
func accounts(al *align.Aligner, p *pages.Page) []*told {
	var out []*told
	used := map[int]bool{} // clauses that an event has
	for i := range p.Events {
		e := &p.Events[i]
		if !p.Told(e.Trigger) {
			continue
		}
		t := &told{page: p, index: i, row: e, span: e.Span, when: when(p, e), status: e.Status, mode: modes[e.Status]}
		if c := clauseOf(p, e.Trigger); c >= 0 {
			used[c] = true
			t.clause = al.Clause(p, c, e.Status == events.Denied)
			t.nouns = nouns(al, p, e, c)
			for _, n := range t.nouns {
				used[n.Index] = true
			}
		}
		if t.when.Known() || t.mode != fact && t.clause != nil {
			out = append(out, t)
		}
	}
	for c := range p.Clauses {
		if row := &p.Clauses[c]; !used[c] && joins(p, row) {
			t := &told{page: p, index: -1, clause: al.Clause(p, c, denied(p, row)), span: row.Span, status: events.Occurred}
			t.when = t.clause.When
			if row.Inside >= 0 {
				t.status = events.Claimed
			}
			out = append(out, t)
		}
	}
	return out
}

// when is the time of an event by the page's times as they stand now. What was called for, called off or put off without a day was so by the time the page
// came out.
func when(p *pages.Page, e *events.Event) times.Interval {
	var out times.Interval
	switch {
	case e.Time >= 0 && e.Time < len(p.Intervals):
		out = e.Interval(func(i int) times.Interval {
			if i < len(p.Intervals) {
				return p.Intervals[i]
			}
			return times.Interval{}
		})
	case e.When != nil:
		out = *e.When
	}
	return out
}

// clauseOf returns the clause that a trigger tells; -1 for none.
func clauseOf(p *pages.Page, trigger text.Span) int {
	best := -1
	for i := range p.Clauses {
		c := &p.Clauses[i]
		if c.Trigger.Start >= trigger.End {
			break
		}
		if c.Trigger.Overlaps(trigger) && (best < 0 || p.Clauses[best].Noun && !c.Noun) {
			best = i
		}
	}
	return best
}

// nouns are the clauses that nouns in an event's clause tell, beside the one of its trigger.
func nouns(al *align.Aligner, p *pages.Page, e *events.Event, trigger int) []*align.Clause {
	var out []*align.Clause
	for i := range p.Clauses {
		c := &p.Clauses[i]
		if c.Trigger.Start >= e.End {
			break
		}
		if c.Noun && i != trigger && e.Contains(c.Trigger) && len(c.Classes) > 0 && c.Mode == clauses.Fact && len(out) < 3 {
			out = append(out, al.Clause(p, i, false))
		}
	}
	return out
}

// joins says whether an undated clause may tell an event that another page dates: a deed told as a fact or as its denial, not a mere state of things, with two parts
// that could tell which.
func joins(p *pages.Page, c *clauses.Clause) bool {
	if c.Mode != clauses.Fact || len(c.Parts) == 0 || !p.Told(c.Trigger) || c.Lemma == "be" || c.Lemma == "have" {
		return false
	}
	named := 0
	for i := range c.Parts {
		if part := &c.Parts[i]; part.Slot != clauses.Time && (part.Definite || part.Entity >= 0) {
			named++
		}
	}
	return named > 0
}

// denied says whether whoever tells a clause denies it.
func denied(p *pages.Page, c *clauses.Clause) bool {
	return c.Inside >= 0 && c.Inside < len(p.Statements) && p.Statements[c.Inside].Stance == "deny"
}

func (t *told) key() string {
	return t.page.ID + " " + strconv.Itoa(t.span.Start)
}
