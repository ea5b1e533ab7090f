package article

import (
	"strings"

	"github.com/hearsay-news/hearsay/gather"
	"github.com/hearsay-news/hearsay/read/page"
	"github.com/hearsay-news/hearsay/read/times"
	"github.com/hearsay-news/hearsay/text"
)

// dater collects what speaks for and against a publication date, strongest first.
type dater struct {
	p        *page.Page
	given    gather.Given
	title    *text.Span
	evidence []Evidence
	upper    times.Moment // nothing later is possible
	head     int          // blocks of metadata at the head of the text
	british  bool         // the outlet's country writes the day before the month
	shown    shown        // the date that the visible text shows as the page's own
	either   times.Day    // the other day that the markup's date can mean, where day and month are both numbers below 13; 0 for none
}

// published finds the publication and the modification date with their evidence. The rules, strongest evidence first:
//
//  1. What is given with the page.
//  2. Markup: JSON-LD of the article, article:published_time, other metadata, microdata, JSON-LD of the page.
//  3. The page's own address.
//  4. Lines of the page, by their place: see (*dater).place.
//  5. What the markup says of the page's creation, if it is one day; a <time> or a script's date, if it is the only one.
//  6. Else only bounds: what is told as past, "last month", the dateline's day.
//
// A day that the page shows right by its title overrules 2 and 3, unless both agree. A moment in UTC is the day that the page shows for it. A month
// takes its day from weaker evidence. "Updated", dateModified, the clock of a site, the copy of an archive and the fetch are bounds; the day of a
// printed edition, other stories' days and everything behind the crawl are rejected.
func published(p *page.Page, given gather.Given, title *text.Span) (pub, mod Date) {
	d := &dater{p: p, given: given, title: title, british: dayFirst(p, given)}
	for d.head < len(p.Blocks) && strings.HasPrefix(p.Blocks[d.head].Why, "metadata ") {
		d.head++
	}
	d.fetched()
	mod = d.modified()
	best, basis := d.fromGiven()
	for _, step := range []func(times.Interval) (times.Interval, Basis){d.fromMeta, d.fromURL, d.fromLines, d.fromCreated} {
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
	d.settle(best, "stronger evidence gives another day")
	var line MonthDay
	if !best.Known() {
		line = dateline(p)
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
	found := findDates(d.given.Fetched, 1)
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
	found := findDates(d.given.Published, 1)
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
			found := findDates(m.Value, 1)
			if len(found) == 0 {
				continue
			}
			w := d.orient(found[0])
			e := Evidence{Span: m.Span, Interval: w.Interval, Use: Publication, Why: "stated in " + from}
			if m.Span.Empty() {
				e.Field = "metadata"
			}
			switch {
			case d.late(w.Interval):
				e.Use, e.Why = Rejected, "lies behind the time of the crawl"
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

func (d *dater) modified() Date {
	for _, from := range []string{"json-ld", "og", "meta", "microdata", "json-ld-page"} {
		for _, m := range d.p.Meta {
			if m.Field != "modified" || m.From != from {
				continue
			}
			if found := findDates(m.Value, 1); len(found) > 0 && !d.late(found[0].Interval) {
				e := Evidence{Span: m.Span, Interval: found[0].Interval, Use: Publication, Why: "stated in " + from}
				if m.Span.Empty() {
					e.Field = "metadata"
				}
				d.note(Evidence{Span: m.Span, Field: e.Field, Use: Upper, Interval: times.Interval{Latest: found[0].Latest, Grain: found[0].Grain},
					Why: "last changed then: it can't be younger"})
				return Date{Interval: found[0].Interval, Basis: Metadata, Evidence: []Evidence{e}}
			}
		}
	}
	return Date{Basis: None, Interval: times.Interval{Grain: times.Unknown}}
}

// fromURL reads the date in the page's own address.
func (d *dater) fromURL(times.Interval) (times.Interval, Basis) {
	type address struct {
		value, field string
		at           text.Span
	}
	var addresses []address
	if d.given.URL != "" {
		addresses = append(addresses, address{value: d.given.URL, field: "url"})
	}
	for _, m := range d.p.Meta {
		if m.Field == "url" {
			addresses = append(addresses, address{value: m.Value, field: "metadata"})
		}
	}
	if at, ok := ownURL(d.p); ok {
		addresses = append(addresses, address{value: d.p.Text.At(at), at: at})
	}
	for _, a := range addresses {
		own, copied := replayed(a.value)
		if copied != "" && a.at.Empty() {
			day, _ := compact(copied)
			d.note(Evidence{Field: a.field, Use: Upper, Interval: times.Interval{Latest: times.On(day), Grain: times.ADay}, Why: "an archive made this copy then: it can't be younger"})
			d.lower(&d.upper, times.On(day))
		}
		found, part, ok := urlDate(own)
		if !ok {
			continue
		}
		if !a.at.Empty() && part != "" {
			if i := strings.Index(a.value, part); i >= 0 {
				a.at = text.Span{Start: a.at.Start + i, End: a.at.Start + i + len(part)}
			}
		}
		e := Evidence{Span: a.at, Field: a.field, Use: Publication, Interval: found, Why: inAddress}
		if d.late(found) {
			e.Use, e.Why = Rejected, "lies behind the time of the crawl"
			d.note(e)
			continue
		}
		d.note(e)
		return found, URL
	}
	return times.Interval{}, ""
}

const inAddress = "date in the page's address"

// ownURL finds an address that stands alone on a line and is the page's own: its last part shares words with the title.
func ownURL(p *page.Page) (text.Span, bool) {
	title := map[string]bool{}
	for _, b := range p.Blocks {
		if b.Role == page.Title {
			for _, w := range strings.FieldsFunc(strings.ToLower(p.Text.At(b.Span)), func(r rune) bool { return !(r >= 'a' && r <= 'z' || r >= '0' && r <= '9') }) {
				title[w] = true
			}
		}
	}
	for _, b := range p.Blocks {
		s := p.Text.At(b.Span)
		if b.Role != page.Other || !strings.HasPrefix(s, "http") || strings.ContainsAny(s, " \t") {
			continue
		}
		slug := strings.TrimRight(s, "/")
		slug = slug[strings.LastIndexByte(slug, '/')+1:]
		words, known := 0, 0
		for _, w := range strings.FieldsFunc(strings.ToLower(slug), func(r rune) bool { return !(r >= 'a' && r <= 'z') }) {
			if len(w) < 3 || w == "html" || w == "htm" {
				continue
			}
			words++
			if title[w] {
				known++
			}
		}
		if words >= 3 && known*3 >= words*2 {
			return b.Span, true
		}
	}
	return text.Span{}, false
}

// localDay says whether a shown date is the day at the outlet's place of a moment that the metadata states in UTC.
func localDay(stated, shown times.Interval) bool {
	s := stated.Earliest
	if stated.Grain != times.Minute || !s.Zoned || s.Offset != 0 || !shown.Earliest.Known || shown.Grain != times.ADay && shown.Grain != times.Minute {
		return false
	}
	apart := int(shown.Earliest.Day-s.Day)*24*60 - s.Second/60 // minutes from the stated moment to the shown day's midnight
	if shown.Earliest.Clocked {
		zone := apart + shown.Earliest.Second/60
		return shown.Earliest.Day != s.Day && zone%15 == 0 && zone >= -12*60 && zone <= 14*60
	}
	return shown.Earliest.Day == s.Day+1 && s.Second >= 10*3600 || shown.Earliest.Day == s.Day-1 && s.Second <= 12*3600
}

// faint is the rank up to which a shown date only stands in for a missing one.
const faint = 12

// overrules says whether the date that the page shows as its own, right by its title, stands against the day of markup or address. It does not
// where markup and address agree, and a later date before the title may be the clock of the crawl.
func (d *dater) overrules(best times.Interval) bool {
	s := d.shown
	if best.Grain != times.ADay && best.Grain != times.Minute {
		_, meets := best.Meet(s.Interval)
		return s.beside && !meets
	}
	if s.Earliest.Day == d.either {
		return true
	}
	said := map[string]bool{}
	for _, e := range d.evidence {
		if e.Use == Publication && e.Span != s.Span && e.Interval.Earliest.Day == best.Earliest.Day && e.Interval.Grain != times.Month {
			said[e.Why] = true
		}
	}
	return s.beside && s.Earliest.Day != best.Earliest.Day && !(len(said) > 1 && said[inAddress])
}

// settle rejects what was taken for the day of publication until other evidence gave another.
func (d *dater) settle(best times.Interval, why string) {
	for i := range d.evidence {
		e := &d.evidence[i]
		if _, meets := e.Interval.Meet(best); e.Use == Publication && best.Known() && !meets && !localDay(e.Interval, best) {
			e.Use, e.Why = Rejected, e.Why+"; "+why
		}
	}
}

// fromCreated takes what the markup says of the page's creation when nothing better is there, and a <time> that is the only one. Where only the
// month is known, the only day that falls into it counts.
func (d *dater) fromCreated(sofar times.Interval) (times.Interval, Basis) {
	if sofar.Known() && sofar.Grain != times.Month {
		return times.Interval{}, ""
	}
	for _, kind := range []struct {
		field  string
		script bool
	}{{"created", false}, {"published", true}, {"time", false}, {"created", true}} {
		var first times.Interval
		days := map[times.Day]bool{}
		for _, m := range d.p.Meta {
			if m.Field != kind.field || (m.From == "script") != kind.script {
				continue
			}
			found := findDates(m.Value, 1)
			if len(found) == 0 || d.late(found[0].Interval) || found[0].Grain != times.ADay && found[0].Grain != times.Minute {
				continue
			}
			if _, ok := sofar.Meet(found[0].Interval); sofar.Known() && !ok {
				continue
			}
			if len(days) == 0 {
				first = found[0].Interval
			}
			days[found[0].Earliest.Day] = true
		}
		if len(days) == 1 {
			d.note(Evidence{Field: "metadata", Use: Publication, Interval: first, Why: "the only moment that the markup states: " + kind.field})
			return first, Metadata
		}
	}
	return times.Interval{}, ""
}

// dayFirst says whether the country of the page's host writes 3/4 for the third of April.
func dayFirst(p *page.Page, given gather.Given) bool {
	for _, h := range pageHosts(p, given) {
		switch h[strings.LastIndexByte(h, '.')+1:] {
		case "uk", "au", "nz", "ie", "in", "za", "eu", "ng", "ke", "gh", "pk", "bd", "lk", "my", "sg", "hk", "mt", "de", "fr", "it", "es", "nl", "ru", "ir", "il":
			return true
		}
	}
	return false
}
