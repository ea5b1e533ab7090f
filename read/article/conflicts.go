package article

import "github.com/hearsay-news/hearsay/read/times"

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
	if d.changedOn.Known && s.Earliest.Day == d.changedOn.Day && s.Earliest.Day > best.Earliest.Day+60 && s.kind != "published" {
		return false // it shows the day of its last change
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

// fresh is how many days after a page first came out a change of it still counts as the same news.
const fresh = 3

// reworked returns the date of the last change that a page shows right by its title, where the day that its markup gives for the first publication lies more
// than a few days before and is shown nowhere: the page dates itself by its change, as guides and reviews do that are written anew each year.
func (d *dater) reworked(best times.Interval, basis Basis) (shown, bool) {
	if basis != Metadata || !best.Earliest.Known || best.Grain != times.ADay && best.Grain != times.Minute {
		return shown{}, false
	}
	for _, m := range d.p.Meta { // Open Graph states the day that a site shares the page with
		if m.Field == "published" && (m.From == "og" || m.From == "meta") {
			if found, ok := d.tab.statedDate(m.Value); ok && found.Earliest.Day == best.Earliest.Day {
				return shown{}, false
			}
		}
	}
	s := d.update
	if !s.beside {
		s = d.change
	}
	first := best.Earliest.Day
	return s, s.rank > 0 && s.Earliest.Day > first+fresh && !d.days[first] && !d.days[first-1] && !d.days[first+1]
}

// firstOut keeps a day that was taken for that of publication as a bound.
func (d *dater) firstOut(best times.Interval) {
	for i := range d.evidence {
		if e := &d.evidence[i]; e.Use == Publication && e.Interval.Earliest.Day == best.Earliest.Day {
			e.Use, e.Why = Lower, e.Why+"; the page first came out then, and has been changed"
			e.Interval.Latest = times.Moment{}
		}
	}
}
