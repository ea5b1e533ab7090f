package article

import (
	"slices"
	"strings"

	"github.com/hearsay-news/hearsay/gather"
	"github.com/hearsay-news/hearsay/read/page"
	"github.com/hearsay-news/hearsay/read/times"
	"github.com/hearsay-news/hearsay/text"
)

// dater collects what speaks for and against a publication date, strongest first.
type dater struct {
	tab       *tables
	p         *page.Page
	given     gather.Given
	title     *text.Span
	evidence  []Evidence
	upper     times.Moment // nothing later is possible
	head      int          // blocks of metadata at the head of the text
	changedOn times.Moment // the last change that the markup states
	frame     frame
	british   bool               // the outlet's country writes the day before the month
	shown     shown              // the date that the visible text shows as the page's own
	update    shown              // the date that it shows, right by the title, as that of the last change
	change    shown              // the one that is the day of the last change by the markup, wherever it is shown
	days      map[times.Day]bool // all days that its lines show
	either    times.Day          // the other day that the markup's date can mean, where day and month are both numbers below 13; 0 for none
}

// published finds the publication and the modification date with their evidence. The rules, strongest evidence first:
//
//  1. What is given with the page.
//  2. Markup: JSON-LD of the article, article:published_time, other metadata, microdata, JSON-LD of the page.
//  3. The page's own address.
//  4. Lines of the page, by their place: see (*dater).place.
//  5. What the markup says of the page's creation, if it is one day; a <time> or a script's date, if it is the only one.
//  6. The day of the last change in place of 2, where it lies days later and is the only one that the page shows: its text is of that day.
//  7. "Updated …" right by the title, where the page shows nothing else of its own: many sites put it above what never changed.
//  8. Else only bounds: what is told as past, "last month", the dateline's day.
//
// A day that the page shows right by its title overrules 2 and 3, unless both agree. A moment in UTC is the day that the page shows for it. A month
// takes its day from weaker evidence. Beside any of 1 to 5 "Updated" is a bound, as are dateModified, the clock of a site, the copy of an archive and the
// fetch; the day of a printed edition, other stories' days and everything behind the crawl are rejected.
func (h *head) published(hosts []string, given gather.Given, title *text.Span) (pub, mod Date) {
	tab, p := h.tab, h.p
	d := &dater{frame: h.f, tab: tab, p: p, given: given, title: title, british: dayFirst(hosts)}
	for d.head < len(p.Blocks) && strings.HasPrefix(p.Blocks[d.head].Why, "metadata ") {
		d.head++
	}
	d.fetched()
	mod = d.modified()
	d.changedOn = mod.Earliest
	best, basis := d.fromGiven()
	for _, step := range []func(times.Interval) (times.Interval, Basis){d.fromMeta, d.fromURL, d.fromLines, d.fromCreated, d.fromUpdate} {
		found, b := step(best)
		switch {
		case !found.Known():
		case !best.Known():
			best, basis = found, b
		case b == FromText && d.shown.rank > faint && localDay(best, found):
			d.note(Evidence{Use: Anchor, Field: "zone", Interval: best, Why: "stated in UTC; where the outlet is, the day is the one that the page shows"})
			best = found
		case b == FromText && basis != Given && d.overrules(best):
			best, basis = found, b
			d.settle(found, "the page shows another day as its own")
		default:
			if met, ok := best.Meet(found); ok && best.Grain != times.ADay && best.Grain != times.Minute {
				best = met
			}
		}
	}
	if basis == Metadata && d.update.beside && best.Earliest.Day > d.update.Earliest.Day {
		best, basis = d.exact(d.update), FromText
		d.note(Evidence{Span: d.update.Span, Interval: best, Use: Publication, Why: "the page shows it as the day of its last change: it can't have come out later"})
	}
	if s, ok := d.reworked(best, basis); ok {
		d.firstOut(best)
		best, basis = d.exact(s), FromText
		d.evidence = slices.DeleteFunc(d.evidence, func(e Evidence) bool { return e.Span == s.Span })
		d.note(Evidence{Span: s.Span, Interval: best, Use: Publication, Why: "the page dates itself so, and shows nowhere the day on which it first came out"})
	}
	d.settle(best, "stronger evidence gives another day")
	if mod.Basis == None && d.update.beside {
		shown := Evidence{Span: d.update.Span, Interval: d.update.Interval, Use: Publication, Why: d.update.why}
		mod = Date{Interval: d.exact(d.update), Basis: FromText, Evidence: []Evidence{shown}}
	}
	var line MonthDay
	if !best.Known() {
		line = tab.dateline(p)
		best = d.bounds()
		if best.Known() {
			basis = FromText
		}
		if day, one := line.Within(best); one {
			best = times.Between(day, day, times.ADay)
			d.note(Evidence{Span: line.Span, Interval: best, Use: Publication, Why: "dateline; its year is the only one between the bounds"})
		}
	}
	if basis == "" {
		basis = None
	}
	if best.Grain == "" {
		best.Grain = times.Unknown
	}
	pub = Date{Interval: best, Basis: basis, Evidence: d.evidence, Dateline: line}
	return pub, mod
}

func (d *dater) note(e Evidence) { d.evidence = append(d.evidence, e) }

// fetched takes the crawl time as what it is: the page was there by then.
func (d *dater) fetched() {
	if d.given.Fetched == "" {
		return
	}
	found := d.tab.findDates(d.given.Fetched, 1)
	if len(found) == 0 {
		return
	}
	d.upper = found[0].Latest
	d.note(Evidence{Field: "fetched", Use: Upper, Interval: times.Interval{Latest: found[0].Latest, Grain: found[0].Grain},
		Why: "the page was fetched then: it can't be younger"})
}

func (d *dater) fromGiven() (times.Interval, Basis) {
	if d.given.Published == "" {
		return times.Interval{}, ""
	}
	found := d.tab.findDates(d.given.Published, 1)
	if len(found) == 0 {
		return times.Interval{}, ""
	}
	d.note(Evidence{Field: "published", Use: Publication, Interval: found[0].Interval, Why: "given with the page"})
	return found[0].Interval, Given
}

// late says whether a date lies behind the crawl.
func (d *dater) late(i times.Interval) bool {
	return d.upper.Known && i.Earliest.Known && i.Earliest.Day > d.upper.Day+1
}

// fromMeta takes the strongest date that the markup states.
func (d *dater) fromMeta(times.Interval) (times.Interval, Basis) {
	var best times.Interval
	for _, from := range []string{"json-ld", "og", "meta", "microdata", "json-ld-page"} {
		for _, m := range d.p.Meta {
			if m.Field != "published" || m.From != from {
				continue
			}
			w, ok := d.tab.statedDate(m.Value)
			if !ok {
				continue
			}
			w = d.orient(w)
			e := Evidence{Span: m.Span, Interval: w.Interval, Use: Publication, Why: "stated in " + from}
			if m.Span.Empty() {
				e.Field = "metadata"
			}
			switch {
			case d.late(w.Interval):
				e.Use, e.Why = Rejected, "lies behind the time of the crawl"
			case from == "json-ld" && d.generated(m, w):
				e.Use, e.Why = Rejected, "the moment of the last change: when the page was put together"
			case !best.Known():
				best = w.Interval
				if w.numeric {
					d.either = w.swapped().Earliest.Day
				}
			case best.Earliest.Day != w.Earliest.Day:
				e.Use, e.Why = Rejected, "another date, in weaker metadata"
			}
			d.note(e)
		}
	}
	if best.Known() {
		return best, Metadata
	}
	return best, ""
}

// generated says whether a moment is that at which the page was put together: the same to the second as its last change, while other metadata state an earlier day.
func (d *dater) generated(m page.Meta, w written) bool {
	if w.Grain != times.Minute {
		return false
	}
	same := false
	for _, other := range d.p.Meta {
		same = same || other.Field == "modified" && other.From == m.From && other.Value == m.Value
	}
	for _, other := range d.p.Meta {
		if same && other.Field == "published" && (other.From == "og" || other.From == "meta") {
			if found, ok := d.tab.statedDate(other.Value); ok && found.Earliest.Day < w.Earliest.Day {
				return true
			}
		}
	}
	return false
}

func (d *dater) modified() Date {
	for _, from := range []string{"json-ld", "og", "meta", "microdata", "json-ld-page"} {
		for _, m := range d.p.Meta {
			if m.Field != "modified" || m.From != from {
				continue
			}
			if found, ok := d.tab.statedDate(m.Value); ok && !d.late(found.Interval) {
				e := Evidence{Span: m.Span, Interval: found.Interval, Use: Publication, Why: "stated in " + from}
				if m.Span.Empty() {
					e.Field = "metadata"
				}
				d.note(Evidence{Span: m.Span, Field: e.Field, Use: Upper, Interval: times.Interval{Latest: found.Latest, Grain: found.Grain},
					Why: "last changed then: it can't be younger"})
				return Date{Interval: found.Interval, Basis: Metadata, Evidence: []Evidence{e}}
			}
		}
	}
	return Date{Basis: None, Interval: times.Interval{Grain: times.Unknown}}
}

// fromCreated takes what the markup says of the page's creation when nothing better is there, and a <time> that is the only one. Where only the
// month is known, the only day that falls into it counts.
func (d *dater) fromCreated(sofar times.Interval) (times.Interval, Basis) {
	if sofar.Known() && sofar.Grain != times.Month {
		return times.Interval{}, ""
	}
	for _, kind := range createdKinds {
		for k, where := range []func(text.Span) bool{d.above, d.behind, func(text.Span) bool { return true }} {
			if k == 2 && kind.from == "attribute" { // anything can be dated so
				break
			}
			if first, one := d.onlyMoment(kind, sofar, where); one {
				d.note(Evidence{Field: "metadata", Use: Publication, Interval: first, Why: "the only moment that the markup states: " + kind.field})
				return first, Metadata
			}
		}
	}
	return times.Interval{}, ""
}

// momentKind is a kind of moment that the markup states: a field of some origin, "" for any that is named by no other kind.
type momentKind struct{ field, from string }

var createdKinds = []momentKind{{"published", "class"}, {"created", ""}, {"published", "script"}, {"time", ""}, {"time", "attribute"}, {"created", "script"}}

func (k momentKind) holds(m page.Meta) bool {
	other := m.From == "script" || m.From == "class" || m.From == "attribute"
	return m.Field == k.field && (m.From == k.from || k.from == "" && !other)
}

// onlyMoment returns the moment of a kind where all that are shown at some place give one day.
func (d *dater) onlyMoment(kind momentKind, sofar times.Interval, where func(text.Span) bool) (first times.Interval, one bool) {
	days := map[times.Day]bool{}
	for _, m := range d.p.Meta {
		if !kind.holds(m) || !where(m.Shown) {
			continue
		}
		found, ok := d.tab.statedDate(m.Value)
		if !ok || d.late(found.Interval) || found.Grain != times.ADay && found.Grain != times.Minute {
			continue
		}
		if _, ok := sofar.Meet(found.Interval); sofar.Known() && !ok {
			continue
		}
		if len(days) == 0 {
			first = found.Interval
		}
		days[found.Earliest.Day] = true
	}
	return first, len(days) == 1
}

// above says whether a place lies between the lines right before the title and the text.
func (d *dater) above(at text.Span) bool {
	f := d.frame
	if at.Empty() || f.title < 0 || f.body >= len(d.p.Blocks) {
		return false
	}
	return at.Start >= d.p.Blocks[max(0, f.title-4)].Start && at.End <= d.p.Blocks[f.body].Start
}

// behind says whether a place lies right behind the text.
func (d *dater) behind(at text.Span) bool {
	f := d.frame
	if at.Empty() || f.last < 0 {
		return false
	}
	return at.Start >= d.p.Blocks[f.last].End && at.End <= d.p.Blocks[min(f.last+3, len(d.p.Blocks)-1)].End
}

// dayFirst says whether the country of the page's host writes 3/4 for the third of April.
func dayFirst(hosts []string) bool {
	for _, h := range hosts {
		switch h[strings.LastIndexByte(h, '.')+1:] {
		case "uk", "au", "nz", "ie", "in", "za", "eu", "ng", "ke", "gh", "pk", "bd", "lk", "my", "sg", "hk", "mt", "de", "fr", "it", "es", "nl", "ru", "ir", "il":
			return true
		}
	}
	return false
}
