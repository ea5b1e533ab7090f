package article

import (
	"strings"

	"github.com/hearsay-news/hearsay/read/page"
	"github.com/hearsay-news/hearsay/read/times"
	"github.com/hearsay-news/hearsay/text"
)

// shown is a date in the visible text.
type shown struct {
	text.Span
	written
	block int
	kind  string // "published", "updated" or "" by the word before it
	rank  int    // how much its place speaks for it, higher is better; 0 speaks against
	why   string
}

// fromLines reads the dates that are shown: a "Published …" line, a date beside the title or the byline, a dateline. A clock at the
// head of the page is the time at which it was fetched, unless something else says the same day.
func (d *dater) fromLines() (times.Interval, Basis) {
	found := d.shownDates()
	best := -1
	for i := range found {
		for _, e := range d.evidence { // a line that says the day of stronger evidence is the one that means it
			if e.Use == Publication && found[i].rank > 0 && e.Interval.Earliest.Day == found[i].Earliest.Day {
				found[i].rank += 100
			}
		}
		if s := &found[i]; s.rank > 0 && s.kind != "updated" && !d.late(s.Interval) && (best < 0 || s.rank > found[best].rank) {
			best = i
		}
	}
	for i := range found {
		s := &found[i]
		e := Evidence{Span: s.Span, Interval: s.Interval, Use: Rejected, Why: s.why}
		switch {
		case i == best:
			e.Use = Publication
		case s.kind == "clock":
			d.pageClock(s.Span, s.written)
			continue
		case d.late(s.Interval):
			e.Why = "lies behind the time of the crawl"
		case s.kind == "updated" && s.rank > 0:
			e.Use, e.Why = Upper, "last changed then: it can't be younger"
			e.Interval = times.Interval{Latest: s.Latest, Grain: s.Grain}
		case s.rank > 0 && best >= 0 && s.Earliest.Day == found[best].Earliest.Day:
			continue
		case s.rank > 0:
			e.Why = "another date has a better place"
		default:
			continue
		}
		if len(d.evidence) < maxEvidence {
			d.note(e)
		}
	}
	if best < 0 {
		return times.Interval{}, ""
	}
	return found[best].Interval, FromText
}

// maxEvidence bounds the list of rejected dates.
const maxEvidence = 24

// shownDates collects the dates of short lines, with the rank of their places.
func (d *dater) shownDates() []shown {
	title, body, last := -1, -1, -1
	for i, b := range d.p.Blocks {
		switch {
		case b.Role == page.Title && title < 0:
			title = i
		case b.Role == page.Body && b.Len() > 60:
			if body < 0 && i > title {
				body = i
			}
			last = i
		}
	}
	if body < 0 {
		body = len(d.p.Blocks)
	}
	var out []shown
	for i, b := range d.p.Blocks {
		if i < d.head || b.Len() > 400 && i != body || len(out) > 200 {
			continue
		}
		s := d.p.Text.At(b.Span)
		if len(s) > 400 {
			s = s[:min(len(s), 60)]
		}
		if !strings.ContainsAny(s, "0123456789") || strings.HasPrefix(s, "http") {
			continue
		}
		for k, w := range findDates(s, 3) {
			if w.Grain != times.ADay && w.Grain != times.Minute {
				continue
			}
			w = d.orient(w)
			one := shown{Span: text.Span{Start: b.Start + w.Start, End: b.Start + w.End}, written: w, block: i, kind: dateKind(s, w.Start, w.End)}
			if isPageClock(s) && one.kind == "" && (title < 0 || i < title) && i < body && b.Role == page.Clock {
				one.kind = "clock"
			}
			d.place(&one, s, k, title, body, last)
			out = append(out, one)
		}
	}
	d.lonely(out)
	return out
}

// place ranks a date by where it stands.
func (d *dater) place(one *shown, s string, nth, title, body, last int) {
	b := d.p.Blocks[one.block]
	most := (one.End-one.Start)*2 >= len(s)
	leads := one.written.Start <= 3
	told := b.Role == page.Title || b.Role == page.Body || b.Role == page.Standfirst || b.Role == page.Quote || b.Role == page.Subhead
	i := one.block
	switch {
	case one.kind == "clock":
	case told && len(s) > 60:
		if i == body && leads {
			one.rank, one.why = 40, "the body begins with it"
		}
	case one.kind == "published" && title >= 0 && i >= title-3 && i <= body+1:
		one.rank, one.why = 90, "line beside the title that says when it was published"
	case b.Role == page.Caption && !leads:
	case title >= 0 && i > title && i < body && (most || leads || b.Role == page.Byline || b.Role == page.Clock || b.Role == page.Dateline || len(s) < 120):
		one.rank, one.why = 80-min(i-title, 20), "date between title and body"
	case title >= 0 && i < title && (i >= title-4 && (most || leads) || i >= title-6 && (b.Role == page.Byline || b.Role == page.Clock)) && (b.Role != page.Related || i >= title-2):
		one.rank, one.why = 55-(title-i), "date right before the title"
	case title < 0 && i < body && i >= body-6 && most:
		one.rank, one.why = 50-(body-i), "date right before the body"
	case i > body && i <= body+2 && most:
		one.rank, one.why = 45, "date at the head of the body"
	case i == title && (leads || one.kind == "published"):
		one.rank, one.why = 60, "date in the title's own line"
	case one.kind == "published" && i > body && i <= last+15:
		one.rank, one.why = 35, "line behind the body that says when it was published"
	}
	if nth > 0 && one.rank > 0 {
		one.rank -= 2
	}
}

// lonely gives a low rank to the only date that short lines of the page show.
func (d *dater) lonely(found []shown) {
	var day times.Day
	n := 0
	for _, s := range found {
		if s.rank > 0 {
			return
		}
		if s.kind == "clock" || s.kind == "updated" || d.p.Blocks[s.block].Role.Told() || d.p.Blocks[s.block].Role == page.Caption || d.p.Blocks[s.block].Len() > 120 {
			continue
		}
		if n == 0 || s.Earliest.Day != day {
			day = s.Earliest.Day
			n++
		}
	}
	if n != 1 {
		return
	}
	for i := range found {
		s := &found[i]
		if s.kind != "clock" && s.kind != "updated" && s.Earliest.Day == day && !d.p.Blocks[s.block].Role.Told() {
			s.rank, s.why = 10, "the only date that the page shows outside its text"
			return
		}
	}
}

// dateKind reads the words right before a date.
func dateKind(s string, at, end int) string {
	tab := load()
	for _, w := range strings.Fields(strings.ToLower(s[end:min(len(s), end+60)])) { // "am 14. Dezember von Heiner geschrieben"
		if w = strings.Trim(w, ".,"); tab.dateWords[w] == "published" && (strings.HasPrefix(w, "ge") || strings.HasPrefix(w, "ver")) {
			return "published"
		}
	}
	words := strings.FieldsFunc(strings.ToLower(s[max(0, at-40):at]), func(r rune) bool { return strings.ContainsRune(" \t:|·•,.()/-–", r) })
	for i := len(words) - 1; i >= 0 && i >= len(words)-4; i-- {
		kind := tab.dateWords[words[i]]
		if kind == "updated" || kind == "published" && len(words[i]) > 4 {
			return kind
		}
	}
	return ""
}

// orient decides between day–month and month–day where both are possible: American English pages write the month first.
func (d *dater) orient(w written) written {
	if !w.numeric || d.p.Language != "en" || d.british {
		return w
	}
	_, month, day := w.Earliest.Day.Civil()
	year, _, _ := w.Earliest.Day.Civil()
	swapped := times.NewDay(year, day, month)
	w.Earliest.Day, w.Latest.Day = swapped, swapped
	return w
}

// isPageClock says whether a line has the look of a clock that the site shows: time of day first, with a zone, nothing else.
func isPageClock(s string) bool {
	return len(s) > 4 && isNumber(s[0]) && strings.IndexByte(s[:min(len(s), 3)], ':') > 0
}

// pageClock judges a clock at the head of the page: rejected as a crawl time, unless another piece of evidence has the same day. Either way
// the page can't be younger.
func (d *dater) pageClock(at text.Span, w written) {
	for _, e := range d.evidence {
		if e.Use == Publication && e.Interval.Earliest.Known && e.Interval.Earliest.Day == w.Earliest.Day {
			d.note(Evidence{Span: at, Interval: w.Interval, Use: Upper, Why: "clock of the page: the time of the crawl, on the day that stronger evidence gives"})
			return
		}
	}
	d.note(Evidence{Span: at, Interval: w.Interval, Use: Rejected, Why: "clock of the page: the time of the crawl, and nothing else gives this day"})
	d.note(Evidence{Span: at, Interval: times.Interval{Latest: w.Latest, Grain: w.Grain}, Use: Upper, Why: "the page was there when its clock was read"})
	d.lower(&d.upper, w.Latest)
}

func (d *dater) lower(bound *times.Moment, to times.Moment) {
	if !bound.Known || to.Day < bound.Day {
		*bound = to
	}
}
