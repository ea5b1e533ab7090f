package timeline

import (
	"github.com/hearsay-news/hearsay/compare/align"
	"github.com/hearsay-news/hearsay/compare/pages"
	"github.com/hearsay-news/hearsay/read/clauses"
	"github.com/hearsay-news/hearsay/read/events"
	"github.com/hearsay-news/hearsay/read/times"
)

// recalled are the clauses of a page that tell an event without being dated ones themselves: "in the gas explosion at Ostrogóra", "when parliament
// passed the law", "did not collapse on the stage". They are lines of the timeline only together with a dated account of the same event.
func recalled(set *pages.Set, al *align.Aligner, p *pages.Page, dated []*told) []*told {
	taken := map[int]bool{}
	for _, t := range dated {
		if t.clause != nil {
			taken[t.clause.Index] = true
		}
	}
	var out []*told
	for i := range p.Clauses {
		c := &p.Clauses[i]
		if taken[i] || !p.Told(c.Trigger) || len(c.Classes) == 0 || standing(al, c) || c.Mode == clauses.Conditional || c.Mode == clauses.Asked || c.Mode == clauses.Possible {
			continue
		}
		if len(c.Parts) == 0 || c.Noun && c.Mode == clauses.Fact && !specific(c) {
			continue
		}
		set.Steps.Take(1 + len(c.Parts))
		t := &told{page: p, index: i, weak: true, clause: al.Clause(p, i, false)}
		t.row = &events.Event{Span: c.Span, Trigger: c.Trigger, Status: statusOf(c), Time: -1, Location: -1, Statement: c.Inside, Rule: "recalled"}
		t.when, t.mode, t.kins = t.clause.When, modeOf(t.row.Status), t.clause.Kins
		if d := p.Published.Latest; !t.when.Known() && c.Noun && d.Known && t.mode == fact {
			t.when = times.Between(d.Day-align.RecalledDays, d.Day, times.Unknown)
		}
		for _, w := range p.Between(c.Trigger) {
			t.trigger = set.Vocabulary.Forms[w.Form].Kin
		}
		for _, k := range t.kins {
			t.weight += set.Vocabulary.Weight[k]
		}
		out = append(out, t)
	}
	return out
}

// standing says whether a clause tells what is so, or what is said or thought, and no event.
func standing(al *align.Aligner, c *clauses.Clause) bool {
	for _, class := range c.Classes {
		if !al.Word("standing", class) {
			return false
		}
	}
	return true
}

// specific says whether a noun's event is told with a place, a time or a named or definite thing.
func specific(c *clauses.Clause) bool {
	for i := range c.Parts {
		switch p := &c.Parts[i]; p.Slot {
		case clauses.Place, clauses.Time:
			return true
		case clauses.Object, clauses.Agent:
			if p.Definite {
				return true
			}
		}
	}
	return false
}

func statusOf(c *clauses.Clause) events.Status {
	switch {
	case c.Negated:
		return events.Denied
	case c.Mode == clauses.CalledOff:
		return events.Cancelled
	case c.Mode == clauses.PutOff:
		return events.Postponed
	case c.Mode == clauses.Demanded:
		return events.Demanded
	case c.Mode == clauses.Planned:
		return events.Planned
	case c.Inside >= 0:
		return events.Claimed
	}
	return events.Occurred
}

func modeOf(s events.Status) mode {
	switch s {
	case events.Planned:
		return plan
	case events.Demanded:
		return wish
	case events.Cancelled, events.Postponed:
		return off
	}
	return fact
}
