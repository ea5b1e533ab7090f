package article

import (
	"strings"

	"github.com/hearsay-news/hearsay/read/page"
	"github.com/hearsay-news/hearsay/read/times"
	"github.com/hearsay-news/hearsay/text"
)

// fromLines reads the dates that are shown: a "Published …" line, a date beside the title or the byline, a dateline. A clock at the
// head of the page is the time at which it was fetched, unless something else says the same day.
func (d *dater) fromLines() (times.Interval, Basis) {
	title, body := -1, -1
	for i, b := range d.p.Blocks {
		if b.Role == page.Title && title < 0 {
			title = i
		}
		if b.Role == page.Body && body < 0 {
			body = i
		}
	}
	var best times.Interval
	for i, b := range d.p.Blocks {
		if b.Role != page.Clock && b.Role != page.Byline && b.Role != page.Dateline {
			continue
		}
		s := d.p.Text.At(b.Span)
		found := findDates(s, 1)
		if len(found) == 0 || found[0].Grain != times.ADay && found[0].Grain != times.Minute {
			continue
		}
		w := found[0]
		at := text.Span{Start: b.Start + w.Start, End: b.Start + w.End}
		e := Evidence{Span: at, Interval: w.Interval, Use: Publication}
		low := strings.ToLower(s)
		head := strings.HasPrefix(low, "publish") || strings.HasPrefix(low, "posted") || strings.HasPrefix(low, "first published") || strings.HasPrefix(low, "date")
		near := title >= 0 && i > title && (body < 0 || i < body+2) || title >= 0 && body >= 0 && i >= title-2 && i < title
		switch {
		case strings.HasPrefix(low, "updated") || strings.HasPrefix(low, "last updated") || strings.HasPrefix(low, "last modified") || strings.HasPrefix(low, "modified"):
			e.Use, e.Why = Upper, "last changed then: it can't be younger"
			e.Interval = times.Interval{Latest: w.Latest, Grain: w.Grain}
			d.lower(&d.upper, w.Latest)
		case d.late(w.Interval):
			e.Use, e.Why = Rejected, "lies behind the time of the crawl"
		case head:
			e.Why = "line that says when it was published"
		case isPageClock(s) && !(near && i > title):
			d.pageClock(at, w)
			continue
		case b.Role == page.Dateline:
			e.Why = "dateline"
		case near:
			e.Why = "date beside the title"
		default:
			e.Use, e.Why = Rejected, "a date far from title and body: of another story or of the page"
		}
		if e.Use == Publication {
			if !best.Known() {
				best = w.Interval
			} else if best.Earliest.Day != w.Earliest.Day {
				e.Use, e.Why = Rejected, "another date stands nearer to the title"
			}
		}
		d.note(e)
	}
	if best.Known() {
		return best, FromText
	}
	return best, ""
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
