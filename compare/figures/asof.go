package figures

import (
	"strings"

	"github.com/hearsay-news/hearsay/compare/pages"
	"github.com/hearsay-news/hearsay/read/clauses"
	"github.com/hearsay-news/hearsay/read/times"
	"github.com/hearsay-news/hearsay/text"
)

// day finds as of when a figure is told: the day written in its sentence, the day of the statement, or some day up to publication. Where the
// sentence tells of two days, only one in the figure's own clause counts: "fell in March after the strike of January, from 5 to 2" is of neither.
func (r *reader) day(t *item, sentence text.Span) {
	p := t.page
	best, others := -1, false
	first, end := p.TimesIn(sentence)
	for i := first; i < end; i++ {
		e := &p.Times[i]
		if e.Type != times.DATE || !sentence.Contains(e.Span) || strings.HasSuffix(e.Value, "_REF") {
			continue
		}
		if !p.Intervals[i].Known() && e.Pending == nil {
			continue
		}
		if _, one := p.Intervals[i].Single(); p.Intervals[i].Known() && !one && p.Intervals[i].Grain != times.Week && p.Intervals[i].Grain != times.Month && p.Intervals[i].Grain != times.Year {
			continue
		}
		if p.Intervals[i].Grain == times.Year && r.modifies(p, e.Span) {
			continue // "the 2016 election"
		}
		if long := p.Intervals[i].Grain == times.Year || p.Intervals[i].Grain == times.Month; p.Intervals[i].Known() && (long && !t.owns(i) || t.longAgo(i)) {
			continue // "the indictment of 12 officers for what was done in 2016"; "1723" of a live page is a clock
		}
		if best >= 0 {
			if _, same := p.Intervals[i].Meet(p.Intervals[best]); !same {
				others = true
			}
		}
		if best < 0 || gap(e.Span, t.span) < gap(p.Times[best].Span, t.span) {
			best = i
		}
	}
	if best >= 0 && p.Intervals[best].Known() && !(others && r.apart(t, p.Times[best].Span)) && !r.begins(p, best) {
		t.asOf, t.dated = p.Intervals[best], true
		if end := r.stretch(p, best); end.Known() {
			t.asOf = end
		}
		return
	}
	t.asOf = times.Interval{Latest: p.Published.Latest, Grain: times.Unknown}
}

// modifies says whether a year only tells which one of many a thing is: "the 2016 election".
func (r *reader) modifies(p *pages.Page, s text.Span) bool {
	before := p.Between(text.Span{Start: max(0, s.Start-6), End: s.Start})
	list := p.Between(text.Span{Start: s.End, End: min(len(p.Page.Text), s.End+24)})
	if len(before) == 0 || len(list) == 0 || !r.al.Word("article", r.set.Vocabulary.Forms[before[len(before)-1].Form].Text) {
		return false
	}
	return !r.set.Vocabulary.Forms[list[0].Form].Stop && strings.TrimSpace(p.Page.Text.Between(s.End, int(list[0].Start))) == ""
}

// begins says whether a time only tells from when on something holds: "since 1975".
func (r *reader) begins(p *pages.Page, i int) bool {
	list := p.Between(text.Span{Start: max(0, p.Times[i].Start-12), End: p.Times[i].Start})
	return len(list) > 0 && r.al.Word("from-on", r.set.Vocabulary.Forms[list[len(list)-1].Form].Text)
}

// stretch is the time from one expression to the next where they tell its ends: "between 1 April and 30 June", "the April-to-June quarter".
func (r *reader) stretch(p *pages.Page, i int) times.Interval {
	for _, n := range [...]int{i - 1, i} {
		if n < 0 || n+1 >= len(p.Times) {
			continue
		}
		a, b := p.Intervals[n], p.Intervals[n+1]
		between := strings.Trim(p.Page.Text.Between(min(p.Times[n].End, p.Times[n+1].Start), p.Times[n+1].Start), " -–")
		if !r.al.Word("up-to", between) || !a.Earliest.Known || !b.Latest.Known || a.Earliest.Day > b.Latest.Day {
			continue
		}
		if before := p.Between(text.Span{Start: max(0, p.Times[n].Start-12), End: p.Times[n].Start}); between == "and" && (len(before) == 0 || r.set.Vocabulary.Forms[before[len(before)-1].Form].Text != "between") {
			continue
		}
		return times.Interval{Earliest: a.Earliest, Latest: b.Latest, Grain: b.Grain}
	}
	return times.Interval{}
}

// owns says whether a time is told by the figure's own clause, or by a noun phrase before the figure that no other verb parts from it.
func (t *item) owns(i int) bool {
	for _, c := range t.tellings() {
		for k := range c.Row.Parts {
			if q := &c.Row.Parts[k]; q.Slot == clauses.Time && q.Time == i {
				return true
			}
		}
	}
	e := t.page.Times[i].Span
	between := text.Span{Start: min(e.End, t.span.End), End: max(e.Start, t.span.Start)}
	first, end := t.page.ClausesIn(between)
	for ; first < end; first++ {
		if c := &t.page.Clauses[first]; !c.Noun && (t.clause == nil || t.clause.Index != first) {
			return false
		}
	}
	if e.Start-t.page.Sentence(t.span).Start > besideNumber && strings.Contains(t.page.Page.Text.Between(between.Start, between.End), ", ") {
		return false // "after the raid of January, with guard numbers falling from 90 to 20"
	}
	return gap(e, t.span) <= besideNumber || e.Start < t.span.Start
}

const (
	besideNumber = 12  // bytes between a figure and a year that belongs to it: "210 million dollars in 2021"
	oldest       = 120 // years before its page that a figure is told as of
)

// longAgo says whether a time lies so far before its page that it is hardly one.
func (t *item) longAgo(i int) bool {
	x, y := t.page.Intervals[i].Latest, t.page.Published.Earliest
	return x.Known && y.Known && int(y.Day-x.Day) > oldest*365
}

// apart says whether a comma stands between a date and the figure.
func (r *reader) apart(t *item, date text.Span) bool {
	between := text.Span{Start: min(date.End, t.span.End), End: max(date.Start, t.span.Start)}
	if between.Empty() {
		return false
	}
	words := t.page.Page.Text.Between(between.Start, between.End)
	comma := strings.LastIndex(words, ", ")
	if comma < 0 {
		return false
	}
	next, _, _ := strings.Cut(strings.TrimSpace(words[comma+1:]), " ")
	return !(date.End <= t.span.Start && r.set.Vocabulary.Is("relative", strings.ToLower(next))) // "the 2013 election, which saw 170 people killed"
}

func gap(a, b text.Span) int {
	if a.Start < b.Start {
		return b.Start - a.End
	}
	return a.Start - b.End
}
