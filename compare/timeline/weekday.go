package timeline

import (
	"strings"

	"github.com/hearsay-news/hearsay/compare/align"
	"github.com/hearsay-news/hearsay/compare/pages"
	"github.com/hearsay-news/hearsay/read/times"
)

const (
	weekdayPages = 2  // other pages that must tell the event of the other day
	weekdayTimes = 3  // and how many times as many as tell it of its own
	weekdayLooks = 96 // accounts of that day that are laid on one
	soon         = 2  // days after a weekday on which "last Tuesday" may still be the one before
	before       = 1  // days before it on which a page may tell of it, for being changed later or for its clock
)

// reread moves the weekdays that may be those of another week to where other pages tell the same event:
//
//	a (Wednesday 20 January): "the quake that struck last Tuesday"      b, c (14 January): "the quake struck on Tuesday"      →   12 January in a, too
func reread(set *pages.Set, al *align.Aligner, all []*told) {
	type on struct {
		story int
		day   times.Day
	}
	index := map[on][]*told{}
	for _, t := range all {
		if d, one := t.when.Single(); one && !t.weak && t.row.Time >= 0 {
			index[on{t.page.Story, d}] = append(index[on{t.page.Story, d}], t)
		}
	}
	moved := map[*told]times.Interval{}
	for _, t := range all {
		if day, still := ahead(t); still {
			moved[t] = times.Between(day, day, times.ADay)
			continue
		}
		own, one := t.when.Single()
		other, may := otherWeek(set, t)
		if !one || !may || len(index[on{t.page.Story, other}]) == 0 {
			continue
		}
		when := times.Between(other, other, times.ADay)
		n := votes(set, al, t, when, index[on{t.page.Story, other}])
		if n < weekdayPages || n < weekdayTimes*votes(set, al, t, t.when, index[on{t.page.Story, own}]) {
			continue
		}
		moved[t] = when
	}
	for t, when := range moved { // only now: what is moved must not draw others with it
		t.when = when
		t.page.SetTime(t.row.Time, when)
	}
}

// ahead is the day on which was to be what a page tells, days after the weekday that it names, as called off or put off: "postponed Sunday's show", told
// on a Thursday, is the show of the Sunday to come.
func ahead(t *told) (times.Day, bool) {
	if t.mode != off || t.row.Time < 0 || t.row.Time >= len(t.page.Times) || !weekday(t) {
		return 0, false
	}
	out, dated := t.page.Published.Single()
	day, one := t.page.Intervals[t.row.Time].Single()
	if gone := int(out - day); dated && one && gone > soon && gone < 7 {
		return day + 7, true
	}
	return 0, false
}

// votes is how many originals beside an account's own tell its event, if it is of a certain time; those that write the day out count twice.
func votes(set *pages.Set, al *align.Aligner, t *told, when times.Interval, list []*told) int {
	other := *t
	other.when = when
	origins, n := map[int]bool{}, 0
	for _, u := range list[:min(len(list), weekdayLooks)] {
		if u.page == t.page || u.page.Origin == t.page.Origin || origins[u.page.Origin] {
			continue
		}
		set.Steps.Take(1 + len(t.kins) + len(u.kins))
		if same(set, al, &other, u).Verdict == align.Same {
			origins[u.page.Origin] = true
			if n++; !weekday(u) { // "on 12 January" can't be of another week
				n++
			}
		}
	}
	return n
}

// weekday says whether the day of a telling is told by the name of a weekday alone.
func weekday(t *told) bool {
	p := t.page.Times[t.row.Time].Pending
	return p != nil && p.Op == times.Weekday
}

// otherWeek is the day of the same name, a week off, that a telling may mean as well.
func otherWeek(set *pages.Set, t *told) (times.Day, bool) {
	if t.row.Time < 0 || t.row.Time >= len(t.page.Times) {
		return 0, false
	}
	e := &t.page.Times[t.row.Time]
	out, dated := t.page.Published.Single()
	day, one := t.page.Intervals[t.row.Time].Single()
	if !dated || !one || e.Pending == nil || e.Pending.Op != times.Weekday || e.Pending.Of != nil {
		return 0, false
	}
	gone := int(out - day)
	switch {
	case gone == 0:
		return day - 7, true
	case gone > 0 && gone <= soon && e.Pending.Side == times.Last || gone > 0 && gone <= soon && strings.HasPrefix(strings.ToLower(t.page.Page.Text.At(e.Span)), "last "):
		return day - 7, true
	case gone >= 7-before && gone <= 7:
		return day + 7, true
	}
	return 0, false
}
