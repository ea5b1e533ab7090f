package figures

import (
	"github.com/hearsay-news/hearsay/compare/align"
)

// lay lays the clauses on each other: Equal where they tell the same of the thing, Contrary where what is told is contrary but for the number.
func (r *reader) lay(a, b *item) align.Fit {
	best := align.Silent
	for _, x := range a.tellings() {
		for _, y := range b.tellings() {
			switch fit := r.layOne(x, y); {
			case fit == align.Equal:
				return fit
			case fit == align.Contrary:
				best = fit
			}
		}
	}
	return best
}

// tellings are the clauses that tell a figure, its own first.
func (t *item) tellings() []*align.Clause {
	if t.clause == nil {
		return t.others
	}
	return append([]*align.Clause{t.clause}, t.others...)
}

func (r *reader) layOne(a, b *align.Clause) align.Fit {
	ans := r.al.Lay(a, b)
	if ans.Predicate == align.Contrary || ans.Unlike {
		return align.Silent
	}
	for _, k := range ans.Contrary() {
		switch k {
		case align.Number:
		case align.Object, align.Date, align.Status, align.Scope:
		default:
			return align.Contrary
		}
	}
	return align.Equal
}

// otherwise says whether what is told of those counted is told by verbs of two kinds, "were in the country" and "are safe", or one page counts
// people of a kind that the other does not name.
func (r *reader) otherwise(a, b *item) bool {
	if a.axis != "count" || a.rng != nil && b.rng != nil && a.rng.Close(b.rng) {
		return false
	}
	if a.thing.anybody != b.thing.anybody && len(a.thing.proper) != len(b.thing.proper) && (len(a.thing.proper) == 0 || len(b.thing.proper) == 0) {
		return true // people, and staff of one body
	}
	if a.fate != "" && a.fate == b.fate || a.clause == nil || b.clause == nil || r.al.Word("tallying", a.clause.Row.Lemma) || r.al.Word("tallying", b.clause.Row.Lemma) {
		return false
	}
	for _, x := range a.tellings() {
		for _, y := range b.tellings() {
			if r.al.Lay(x, y).Predicate != align.Contrary {
				return false
			}
		}
	}
	return true
}
