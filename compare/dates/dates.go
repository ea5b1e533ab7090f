// Package dates narrows when a page came out by what its siblings know.
//
//	a (21 March): "…," the premier said on Tuesday.      b (no date): the same words, "said on Tuesday"
//
// a fixes the Tuesday as 21 March; b wrote "Tuesday" for it, so it came out from that day to a week later. Intervals only ever
// narrow, in two rounds, since a page narrowed in the first can narrow another in the second. What contradicts a page's own date
// changes nothing and is kept as rejected evidence. Time expressions that hung on the page's date are then resolved anew.
package dates

import (
	"github.com/hearsay-news/hearsay/compare/accounts"
	"github.com/hearsay-news/hearsay/compare/copies"
	"github.com/hearsay-news/hearsay/compare/pages"
	"github.com/hearsay-news/hearsay/read/article"
	"github.com/hearsay-news/hearsay/read/statements"
	"github.com/hearsay-news/hearsay/read/times"
	"github.com/hearsay-news/hearsay/text"
)

const (
	rounds   = 3   // a page narrowed in one can narrow another in the next
	back     = 40  // days before the event in which a page that speaks of it can have come out
	ahead    = 400 // and after it
	inCopy   = 40  // common words from which a page that credits an agency is a copy of the agency's page
	siblings = 16  // accounts of one utterance that are looked at
)

// Narrow works on the pages of the set.
func Narrow(set *pages.Set, groups []accounts.Group, passages []copies.Passage) {
	for i := 0; i < rounds; i++ {
		days := occasions{}
		for g := range groups {
			set.Steps.Take(1)
			days.utterance(&groups[g])
		}
		credits(passages)
		daysNamed(set)
		for _, p := range set.Pages {
			if p.Published.Basis == article.Record {
				dateline(p)
				month(p)
				resolve(p)
			}
		}
	}
}

// utterance narrows the pages that tell one utterance, by the day that the best dated of them gives it.
func (o occasions) utterance(g *accounts.Group) {
	list, index := g.Members()
	if len(list) < 2 || list[0] == list[len(list)-1] {
		return
	}
	list, index = list[:min(len(list), siblings)], index[:min(len(index), siblings)]
	var day times.Day
	var from *pages.Page
	var at text.Place // where that page tells the day
	for i, p := range list {
		d, where, ok := o.spoken(p, &p.Statements[index[i]])
		if _, dated := p.Published.Single(); !ok || !dated {
			continue
		}
		if from != nil && d != day {
			return // the siblings themselves do not agree
		}
		if from == nil {
			day, from, at = d, p, p.Place(where)
		}
	}
	if from == nil {
		return
	}
	for i, p := range list {
		if _, dated := p.Published.Single(); dated || p == from {
			continue
		}
		if s := &p.Statements[index[i]]; p.CueTime(s) < 0 && s.Kind != statements.Direct {
			continue // told in other words and without a day of its own: it may be what the same voice said at another time
		}
		allowed := times.Interval{Earliest: times.On(day), Grain: times.Unknown}
		why := "tells what was said on " + day.String()
		if e := p.CueTime(&p.Statements[index[i]]); e >= 0 {
			if inverse, ok := invert(*p.Times[e].Pending, day); ok {
				allowed = inverse
				why = "says “" + p.Page.Text.At(p.Times[e].Span) + "” of what was said on " + day.String()
			}
		}
		narrow(p, allowed, why, at)
	}
}

// occasions are the days on which the speakers of the pages spoke, found once a page.
type occasions map[*pages.Page]map[int]occasion

// occasion is the one day that a page gives beside the cues of one speaker; none where it gives several. At is where it tells it first.
type occasion struct {
	day  times.Day
	at   text.Span
	none bool
}

// spoken is the day of an utterance as one page gives it: beside its cue, or else beside every other cue of the same speaker on the page
// that has one: who quotes on goes on with the same occasion. At is where the page tells the day.
func (o occasions) spoken(p *pages.Page, s *statements.Statement) (day times.Day, at text.Span, found bool) {
	if day, at, found = beside(p, s); found || s.Speaker < 0 {
		return day, at, found
	}
	if o[p] == nil {
		o[p] = speakers(p)
	}
	d, ok := o[p][s.Speaker]
	return d.day, d.at, ok && !d.none
}

// speakers finds the occasions of one page.
func speakers(p *pages.Page) map[int]occasion {
	out := map[int]occasion{}
	for i := range p.Statements {
		s := &p.Statements[i]
		if s.Speaker < 0 || !p.Speaks(i) {
			continue
		}
		day, at, ok := beside(p, s)
		if !ok {
			continue
		}
		before, seen := out[s.Speaker]
		switch {
		case !seen:
			out[s.Speaker] = occasion{day: day, at: at}
		case before.day != day:
			before.none = true
			out[s.Speaker] = before
		}
	}
	return out
}

func beside(p *pages.Page, s *statements.Statement) (times.Day, text.Span, bool) {
	e := p.CueTime(s)
	if e < 0 {
		return 0, text.Span{}, false
	}
	day, one := p.Intervals[e].Single()
	return day, p.Times[e].Span, one
}

// invert finds the publication days under which a pending expression means the given day. A weekday's name is also allowed on
// the same weekday a week later, where writers differ.
func invert(p times.Pending, day times.Day) (times.Interval, bool) {
	var first, last times.Day
	found := false
	for d := day - back; d <= day+ahead; d++ {
		if got, one := times.Resolve(p, times.Between(d, d, times.ADay)).Single(); !one || got != day {
			continue
		}
		if !found {
			first = d
		}
		last, found = d, true
	}
	if !found {
		return times.Interval{}, false
	}
	if p.Op == times.Weekday && p.Side != times.Inside && last == day+6 {
		last++
	}
	if first < day { // what was said had been said when the page came out
		first = day
	}
	if last < first {
		return times.Interval{}, false
	}
	grain := times.ADay
	if last > first {
		grain = times.Week
		if last > first+7 {
			grain = times.Unknown
		}
	}
	return times.Between(first, last, grain), true
}

// credits: a page that credits an agency and carries its text came out no earlier than the agency's page.
func credits(passages []copies.Passage) {
	for i := range passages {
		p := &passages[i]
		if p.Matched < inCopy || p.A == p.B {
			continue
		}
		for _, pair := range []struct {
			agency, copy *pages.Page
			text         text.Span // of the agency
		}{{p.A, p.B, p.AS}, {p.B, p.A, p.BS}} {
			agency, copy := pair.agency, pair.copy
			name := agency.OutletName
			if name == "" || pages.OutletKey(copy.Credit) != pages.OutletKey(name) || !agency.Published.Earliest.Known {
				continue
			}
			if _, dated := copy.Published.Single(); !dated {
				narrow(copy, times.Interval{Earliest: times.On(agency.Published.Earliest.Day), Grain: times.Unknown}, "carries the text of "+name, agency.Place(pair.text))
			}
		}
	}
}

// narrow cuts a page's publication interval and keeps the evidence, which stands on the page that at names: the sibling's words.
func narrow(p *pages.Page, allowed times.Interval, why string, at text.Place) {
	ev := article.Evidence{Span: at.Span, Interval: allowed, Why: why, Page: at.Page}
	met, ok := p.Published.Interval.Meet(allowed)
	switch {
	case !ok:
		ev.Use = article.Rejected
	case met == p.Published.Interval:
		return
	case allowed.Earliest.Known && allowed.Latest.Known:
		ev.Use = article.Anchor
	case allowed.Earliest.Known:
		ev.Use = article.Lower
	default:
		ev.Use = article.Upper
	}
	for _, old := range p.Published.Evidence {
		if old == ev {
			return
		}
	}
	p.Published.Evidence = append(p.Published.Evidence[:len(p.Published.Evidence):len(p.Published.Evidence)], ev)
	if ok {
		p.Published.Interval, p.Published.Basis = met, article.Record
	}
}

// dateline takes the day that a page's own dateline tells without a year, once siblings leave only one year for it.
func dateline(p *pages.Page) {
	line := p.Published.Dateline
	day, one := line.Within(p.Published.Interval)
	if _, dated := p.Published.Single(); dated || !one {
		return
	}
	narrow(p, times.Between(day, day, times.ADay), "dateline; its year is the only one that other pages leave", p.Place(line.Span))
}

// resolve gives the page's pending expressions their intervals under the narrower date.
func resolve(p *pages.Page) {
	for i := range p.Times {
		if p.Times[i].Pending == nil {
			continue
		}
		got := times.Resolve(*p.Times[i].Pending, p.Published.Interval)
		if got.Known() {
			p.SetTime(i, got)
		}
	}
}
