package timeline

import (
	"github.com/hearsay-news/hearsay/compare/align"
	"github.com/hearsay-news/hearsay/compare/pages"
	"github.com/hearsay-news/hearsay/read/events"
	"github.com/hearsay-news/hearsay/read/page"
	"github.com/hearsay-news/hearsay/read/times"
)

// weigh says how much an entry matters to its story: how many pages tell it, how many originals they go back to, whether a page opens with it,
// whether it is still told days later, and whether anybody tells it in words that stand for themselves (reads).
func weigh(set *pages.Set, al *align.Aligner, g []*told, reads float64) float64 {
	pages, origins, days := map[int]bool{}, map[int]bool{}, map[times.Day]bool{}
	head, own := false, false
	for _, t := range g {
		pages[t.page.Index], origins[t.page.Origin] = true, true
		if d, ok := t.page.Published.Single(); ok {
			days[d] = true
		}
		own = own || t.row.Statement < 0 && !t.weak
		role := t.page.Role(t.row.Start)
		head = head || role == page.Title || role == page.Standfirst || t.row.Start < headBytes+firstTold(t.page)
	}
	x := align.EventPage*float64(len(pages)) + align.EventOrigin*float64(len(origins)) + align.EventLasting*float64(len(days)-1)
	if head {
		x += align.EventHead
	}
	if !own {
		x *= align.EventClaimed
	}
	switch g[0].row.Status {
	case events.Planned, events.Demanded, events.Denied:
		x *= align.EventClaimed
	}
	x *= align.EventAside + min(1-align.EventAside, central(set, al, g))
	x *= align.EventVague + (1-align.EventVague)*reads*reads
	return x / (x + align.EventHalf)
}

// central is how much of what an event is told in are the words that its whole story is told in, at best: the share of the story's pages on which its
// words stand, weightier words counting more.
func central(set *pages.Set, al *align.Aligner, g []*told) float64 {
	best := 0.0
	for _, t := range g[:min(len(g), 16)] {
		sum := 0.0
		for _, k := range t.kins {
			share, told := al.Share(t.page, k)
			if !told {
				return align.EventFew
			}
			sum += set.Vocabulary.Weight[k] * share
		}
		best = max(best, align.EventCentral*sum/max(t.weight, 1))
	}
	return best
}

const longest = 200 // days that an event's time may leave

const headBytes = 400 // of a page's text that its head reaches over

func firstTold(p *pages.Page) int {
	for i, b := range p.Page.Blocks {
		if p.Roles[i] == page.Body {
			return b.Start
		}
	}
	return 0
}

// recalledOnly says whether an entry is only told to recall it: it lies well before the first page of its story, or is dated by no more than a year.
func recalledOnly(when times.Interval, first times.Moment) bool {
	if when.Grain == times.Year || when.Grain == times.Decade || when.Earliest.Known && when.Latest.Known && when.Latest.Day-when.Earliest.Day > longest {
		return true
	}
	return first.Known && when.Latest.Known && int(first.Day-when.Latest.Day) > align.BackgroundDays
}

// begins is the first day on which a page of each story came out.
func begins(set *pages.Set) map[int]times.Moment {
	out := map[int]times.Moment{}
	for _, p := range set.Pages {
		d := p.Published.Earliest
		if !d.Known {
			continue
		}
		if old, ok := out[p.Story]; !ok || d.Day < old.Day {
			out[p.Story] = d
		}
	}
	return out
}
