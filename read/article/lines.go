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
	block  int
	kind   string // "published", "updated", "edition", "other" or "" by the word before it; "clock" for a clock of the page
	rank   int    // how much its place speaks for it, higher is better; 0 speaks against
	beside bool   // stands where a page shows its own date: right by the title
	signed bool   // stands in a byline
	why    string
}

// fromLines reads the dates that are shown: a "Published …" line, a date beside the title or the byline, a dateline. A clock at the
// head of the page is the time at which it was fetched, unless something else says the same day.
func (d *dater) fromLines(times.Interval) (times.Interval, Basis) {
	found := d.shownDates()
	d.keepDays(found)
	best := d.bestShown(found)
	for i := range found {
		s := shownUse{&found[i], i == best, best >= 0 && found[i].Earliest.Day == found[best].Earliest.Day}
		for _, r := range shownRules {
			if r.holds(d, s) {
				if e, told := r.use(d, s); told && len(d.evidence) < maxEvidence {
					d.note(e)
				}
				break
			}
		}
	}
	if best < 0 {
		return times.Interval{}, ""
	}
	d.shown = found[best]
	return d.exact(found[best]), FromText
}

// keepDays keeps all days that the page shows for itself, and where it shows the day on which the markup says that it was changed last.
func (d *dater) keepDays(found []shown) {
	d.days = map[times.Day]bool{}
	for _, s := range found {
		if s.block < d.frame.body {
			s.rank = max(s.rank, 1)
		}
		if s.rank > 0 {
			d.days[s.Earliest.Day] = true
		}
		if d.changedOn.Known && s.Earliest.Day == d.changedOn.Day && s.rank > d.change.rank && (s.kind == "updated" || s.kind == "") {
			d.change = s
		}
	}
}

// bestShown is the index of the date with the best place, -1 for none. One that says the day of stronger evidence is the one that means it.
func (d *dater) bestShown(found []shown) int {
	best := -1
	for i := range found {
		s := &found[i]
		for _, e := range d.evidence {
			if e.Use != Publication || s.rank <= 0 {
				continue
			}
			if e.Interval.Earliest.Day == s.Earliest.Day {
				s.rank += 100
			} else if _, ok := e.Interval.Meet(s.Interval); ok && e.Interval.Grain == times.Month {
				s.rank += 50
			}
		}
		if s.rank > 0 && s.kind != "updated" && !d.late(s.Interval) && (best < 0 || s.rank > found[best].rank) {
			best = i
		}
	}
	return best
}

// shownUse is a shown date beside the best one.
type shownUse struct {
	*shown
	best, sameDay bool
}

// evidence is what a shown date says, rejected for a reason.
func (s shownUse) evidence(why string) Evidence {
	return Evidence{Span: s.Span, Interval: s.Interval, Use: Rejected, Why: why}
}

// shownRule says what becomes of a shown date; its name is the reason, "" keeps that of the date's place. Rules are asked in their order.
type shownRule struct {
	name  string
	holds func(d *dater, s shownUse) bool
	use   func(d *dater, s shownUse) (e Evidence, told bool)
}

// rejects makes a rule that rejects a date for its name.
func rejects(name string, holds func(d *dater, s shownUse) bool) shownRule {
	return shownRule{name, holds, func(_ *dater, s shownUse) (Evidence, bool) {
		if name == "" {
			return s.evidence(s.why), true
		}
		return s.evidence(name), true
	}}
}

var shownRules = []shownRule{
	{"", func(_ *dater, s shownUse) bool { return s.best }, func(_ *dater, s shownUse) (Evidence, bool) {
		e := s.evidence(s.why)
		e.Use = Publication
		return e, true
	}},
	{"a clock of the page", func(_ *dater, s shownUse) bool { return s.kind == "clock" }, func(d *dater, s shownUse) (Evidence, bool) {
		d.pageClock(s.Span, s.written)
		return Evidence{}, false
	}},
	rejects("lies behind the time of the crawl", func(d *dater, s shownUse) bool { return d.late(s.Interval) }),
	{"last changed then: it can't be younger", func(_ *dater, s shownUse) bool { return s.kind == "updated" && s.rank > 0 }, func(d *dater, s shownUse) (Evidence, bool) {
		if s.beside && s.rank > d.update.rank {
			d.update = *s.shown
		}
		return Evidence{Span: s.Span, Interval: times.Interval{Latest: s.Latest, Grain: s.Grain}, Use: Upper, Why: "last changed then: it can't be younger"}, true
	}},
	rejects("", func(_ *dater, s shownUse) bool { return s.kind == "edition" || s.kind == "other" }),
	{"the same day at a weaker place", func(_ *dater, s shownUse) bool { return s.rank > 0 && s.sameDay }, func(*dater, shownUse) (Evidence, bool) { return Evidence{}, false }},
	rejects("another date has a better place", func(_ *dater, s shownUse) bool { return s.rank > 0 }),
}

// fromUpdate takes the day of the last change for that of publication where a page shows it by its title and nothing else speaks of a day.
func (d *dater) fromUpdate(sofar times.Interval) (times.Interval, Basis) {
	if sofar.Known() || !d.update.beside {
		return times.Interval{}, ""
	}
	when := d.exact(d.update)
	d.note(Evidence{Span: d.update.Span, Interval: when, Use: Publication,
		Why: "the only day that the page shows for itself, as that of its last change; it may have come out before"})
	return when, FromText
}

// exact adds the time of day that an element's attribute states of the date that it shows: <time datetime="2021-05-02T09:14+02:00">2 May</time>.
func (d *dater) exact(s shown) times.Interval {
	if s.Grain != times.ADay {
		return s.Interval
	}
	for _, m := range d.p.Meta {
		if m.From != "time" && m.From != "microdata" && m.From != "class" && m.From != "attribute" || m.Shown.Start > s.Start || m.Shown.End < s.End {
			continue
		}
		if found, ok := d.tab.statedDate(m.Value); ok && found.Grain == times.Minute && found.Earliest.Day == s.Earliest.Day {
			return found.Interval
		}
	}
	return s.Interval
}

// maxEvidence bounds the list of rejected dates.
const maxEvidence = 24

// shownDates collects the dates of short lines, and that at the head of the body, with the rank of their places.
func (d *dater) shownDates() []shown {
	f := d.frame
	var out []shown
	editions := map[times.Day]bool{}
	for i, b := range d.p.Blocks {
		if i < d.head || b.Len() > 400 && i != f.body || len(out) > 200 {
			continue
		}
		s := d.p.Text.At(b.Span)
		if len(s) > 400 {
			s = s[:min(len(s), 60)]
		}
		if !strings.ContainsAny(s, "0123456789") || strings.HasPrefix(s, "http") {
			continue
		}
		for k, w := range d.tab.findDates(s, 3) {
			if w.Grain != times.ADay && w.Grain != times.Minute || inLink(s, w.Span) {
				continue
			}
			w = d.orient(w)
			one := shown{Span: text.Span{Start: b.Start + w.Start, End: b.Start + w.End}, written: w, block: i, kind: d.tab.dateKind(s, w.Start, w.End), signed: d.tab.signs(b, s)}
			if k == 0 && one.kind == "" && len(strings.TrimSpace(s[:w.Start])) <= 1 && i > d.head {
				one.kind = d.label(i - 1)
			}
			switch {
			case one.kind == "" && d.today(s, w, i, f):
				one.kind = "clock"
			case one.kind == "" && d.changed(one.Span):
				one.kind = "updated"
			}
			if one.kind == "edition" {
				editions[w.Earliest.Day] = true
			}
			d.place(&one, s, f)
			if k > 0 && one.rank > 0 {
				one.rank -= 2
			}
			out = append(out, one)
		}
	}
	for i := range out { // the day of the printed edition is not always that of the page
		out[i].beside = out[i].beside && !editions[out[i].Earliest.Day]
	}
	d.lonely(out, f)
	return out
}

// label is what a line of one or two words says of the date on the line below it: "Published", "Last updated:".
func (d *dater) label(i int) string {
	s := strings.ToLower(strings.TrimRight(d.p.Text.At(d.p.Blocks[i].Span), " :\u00a0"))
	words := strings.Fields(s)
	if len(words) == 0 || len(words) > 2 {
		return ""
	}
	for _, w := range words {
		if kind := d.tab.dateWords[w]; kind == "updated" || kind == "published" && len(w) > 4 {
			return kind
		}
	}
	return ""
}

// inLink says whether a date is part of an address in a line: "radionord.example/2021/05/02/port.html".
func inLink(s string, at text.Span) bool {
	from, to := at.Start, at.End
	for from > 0 && !isSpace(s[from-1]) {
		from--
	}
	for to < len(s) && !isSpace(s[to]) {
		to++
	}
	word := s[from:to]
	slash := strings.IndexByte(word, '/')
	if slash < 0 || from == at.Start && to == at.End {
		return false
	}
	host := word[:slash]
	if i := strings.Index(word, "://"); i >= 0 {
		host = "address."
	}
	dot := strings.LastIndexByte(host, '.')
	return dot > 0 && from+slash < at.Start && (dot+1 == len(host) || isLetterByte(host[dot+1]))
}

// lonely gives a low rank where no date has a place that speaks for it: to the only one that the page calls the day of publication, then to the
// only one before the body, then to the only one that short lines show at all.
func (d *dater) lonely(found []shown, f frame) {
	for _, s := range found {
		if s.rank > 0 {
			return
		}
	}
	plain := func(s *shown) bool { return s.kind == "published" || s.kind == "" }
	_ = d.only(found, 12, "the only date that the page shows as one of publication", func(s *shown) bool { return s.kind == "published" || s.kind == "" && s.signed }) ||
		d.only(found, 11, "the only date that the page shows before its text", func(s *shown) bool { return plain(s) && s.block < f.body }) ||
		d.only(found, 10, "the only date that the page shows outside its text", plain)
}

// only ranks the dates in short lines outside the text that are counted, if they all give one day.
func (d *dater) only(found []shown, rank int, why string, counted func(*shown) bool) bool {
	first := -1
	for i := range found {
		s := &found[i]
		if b := d.p.Blocks[s.block]; !counted(s) || b.Role.Told() || b.Role == page.Caption || b.Len() > 120 && s.kind == "" {
			continue
		}
		if first >= 0 && s.Earliest.Day != found[first].Earliest.Day {
			return false
		}
		if first < 0 {
			first = i
		}
	}
	if first < 0 {
		return false
	}
	found[first].rank, found[first].why = rank, why
	return true
}

// orient decides between day–month and month–day where both are possible: the day that stronger evidence gives, else American English pages
// write the month first.
func (d *dater) orient(w written) written {
	if !w.numeric {
		return w
	}
	other := w.swapped()
	for _, e := range d.evidence {
		if e.Use == Publication && e.Interval.Earliest.Known {
			switch e.Interval.Earliest.Day {
			case w.Earliest.Day:
				return w
			case other.Earliest.Day:
				return other
			}
		}
	}
	if d.p.Language == "en" && !d.british {
		return other
	}
	return w
}

// changed says whether the markup calls the shown date that of the last change: <time itemprop="dateModified">.
func (d *dater) changed(at text.Span) bool {
	for _, m := range d.p.Meta {
		if m.Field == "modified" && m.From == "microdata" && m.Shown.Start <= at.Start && m.Shown.End >= at.End {
			return true
		}
	}
	return false
}

// today says whether a line before the title is a clock that the site shows: a time of day first, with a zone, and nothing else; or, far from the
// title, a weekday and a date.
func (d *dater) today(line string, w written, i int, f frame) bool {
	if f.title >= 0 && i >= f.title || i >= f.body || d.p.Blocks[i].Role.Told() {
		return false
	}
	if d.p.Blocks[i].Role == page.Clock && len(line) > 4 && isNumber(line[0]) && strings.IndexByte(line[:min(len(line), 3)], ':') > 0 {
		return true
	}
	weekday := strings.TrimRight(line[:w.Start], " ")
	far := f.title >= 0 && i < f.title-6 || f.title < 0 && i < f.body-6
	return far && w.Grain == times.ADay && strings.HasSuffix(weekday, ",") && !strings.Contains(weekday, " ") && len(line)-w.End <= 2
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
