package dates

import (
	"slices"

	"github.com/hearsay-news/hearsay/compare/pages"
	"github.com/hearsay-news/hearsay/read/article"
	"github.com/hearsay-news/hearsay/read/times"
)

const (
	alikeWeight = 9.0 // weight of what two sentences tell alike, beside the day that both name, from which that is one day
	alikeWords  = 3   // and in how many words at least
	held        = 24  // tellings of one day of the year that one is held against
	around      = 400 // days to either side of a day in which a page that names it without a year can have come out
)

// named is a day or month of the year that a page names, with what its sentence tells of it.
type named struct {
	page  *pages.Page
	index int // of the time expression
	kins  []uint32
}

// dayOfYear is what tellings are found by: a story, a month, and a day of it or 0.
type dayOfYear struct{ story, month, day int }

// daysNamed narrows the pages that name a day or month without its year, by a sibling whose sentence tells the same of that day and knows the year:
//
//	a (no date): "Parliament voted on 5 January to close the port"       b: "the vote of 5 January 2021 to close the port"       →   a came out in the year from then
func daysNamed(set *pages.Set) {
	known, open := map[dayOfYear][]named{}, []named(nil)
	for _, p := range set.Pages {
		_, dated := p.Published.Single()
		for i := range p.Times {
			if key, ok := settled(p, i); ok {
				known[key] = append(known[key], named{p, i, nil})
			} else if q := p.Times[i].Pending; !dated && q != nil && q.Of == nil && (q.Op == times.MonthDay || q.Op == times.MonthName) {
				open = append(open, named{p, i, nil})
			}
		}
	}
	for k := range open {
		o := &open[k]
		q := o.page.Times[o.index].Pending
		list := known[dayOfYear{o.page.Story, q.Number, q.Nth}]
		if len(list) == 0 {
			continue
		}
		o.kins = told(set, o)
		var want times.Interval
		var from *named
		agree := true
		for n := range list[:min(len(list), held)] {
			s := &list[n]
			if s.page == o.page {
				continue
			}
			if s.kins == nil {
				s.kins = told(set, s)
			}
			set.Steps.Take(1 + (len(s.kins)+len(o.kins))/8)
			if words, weight := set.Common(o.kins, s.kins); words < alikeWords || weight < alikeWeight {
				continue
			}
			if got := s.page.Intervals[s.index]; from == nil {
				want, from = got, s
			} else if got.Earliest.Day != want.Earliest.Day {
				agree = false // siblings tell it of two years
			}
		}
		if from == nil || !agree {
			continue
		}
		if allowed, ok := from.publication(q, want); ok {
			at := from.page.Times[from.index].Span
			narrow(o.page, allowed, "names “"+o.page.Page.Text.At(o.page.Times[o.index].Span)+"” for what another page tells of "+want.String(), from.page.Place(at))
		}
	}
}

// settled is the day or month of the year that an expression of a page names, if its year is known.
func settled(p *pages.Page, i int) (dayOfYear, bool) {
	got := p.Intervals[i]
	if !got.Earliest.Known || !got.Latest.Known || p.Times[i].Type != times.DATE {
		return dayOfYear{}, false
	}
	_, month, day := got.Earliest.Day.Civil()
	if _, one := got.Single(); one {
		return dayOfYear{p.Story, month, day}, true
	}
	if got.Grain == times.Month && day == 1 && got.Latest.Day-got.Earliest.Day < 31 {
		return dayOfYear{p.Story, month, 0}, true
	}
	return dayOfYear{}, false
}

// told is the kins of the weighty words of the sentence around a time expression, those of times left out.
func told(set *pages.Set, n *named) []uint32 {
	out := []uint32{}
	for _, w := range n.page.Between(n.page.Sentence(n.page.Times[n.index].Span)) {
		if f := &set.Vocabulary.Forms[w.Form]; !f.Stop && !f.Number && !n.page.TimeAt(w.Span()) {
			out = append(out, f.Kin)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// publication is when a page can have come out in which a pending expression means a known day or month.
func (n *named) publication(p *times.Pending, want times.Interval) (times.Interval, bool) {
	var first, last times.Day
	found := false
	past := p.Side == times.Before || p.Side == times.NearPast || p.Side == times.Last // told as past: the page came out later
	for d := want.Earliest.Day - around; d <= want.Latest.Day+around; d++ {
		got := times.Resolve(*p, times.Between(d, d, times.ADay))
		if !got.Earliest.Known || got.Earliest.Day != want.Earliest.Day || got.Latest.Day != want.Latest.Day {
			continue
		}
		if past && d < want.Earliest.Day {
			continue
		}
		if !found {
			first = d
		}
		last, found = d, true
	}
	return times.Between(first, last, times.Unknown), found
}

// month closes the interval of a page whose own words tell its month, once others leave only one year for it.
func month(p *pages.Page) {
	for i := range p.Published.Evidence {
		e := &p.Published.Evidence[i]
		if e.Use != article.Anchor || e.Page != "" || e.Interval.Grain != times.Month || !p.Published.Earliest.Known {
			continue
		}
		if year := e.Interval.Earliest.Day - 335; p.Published.Earliest.Day > year && p.Published.Earliest.Day < e.Interval.Earliest.Day {
			narrow(p, e.Interval, "the month that its own words tell; other pages leave one year for it", p.Place(e.Span))
			return
		}
	}
}
