package article

import (
	"slices"
	"strings"

	"github.com/hearsay-news/hearsay/read/page"
	"github.com/hearsay-news/hearsay/read/times"
	"github.com/hearsay-news/hearsay/text"
)

// bounds says what is known when nothing gives the date: not before the last dated thing that the text tells as past, not after the crawl,
// in the month behind the one that the text calls "last month".
func (d *dater) bounds() times.Interval {
	var best Evidence
	left := weighed
	for _, b := range d.p.Blocks {
		if b.Role != page.Body && b.Role != page.Caption && b.Role != page.Standfirst {
			continue
		}
		s := d.p.Text.At(b.Span)
		for _, w := range d.tab.findDates(s, min(left, 20)) {
			left--
			sentence := sentenceAround(s, w.Span)
			from, why := w.Earliest.Day, "the latest dated event that is told as past: it can't be older"
			switch {
			case b.Role == page.Caption && w.Grain != times.Month:
				why = "date of a picture: it can't be older"
			case !d.tab.past(sentence):
				continue
			default:
				if years := d.tab.anniversary(sentence); years > 0 && w.Grain != times.Month {
					y, m, day := from.Civil()
					from, why = times.NewDay(y+years, m, day), "an anniversary of this day is told as past"
				}
			}
			if d.upper.Known && from > d.upper.Day || best.Interval.Earliest.Known && from <= best.Interval.Earliest.Day {
				continue
			}
			best = Evidence{Span: text.Span{Start: b.Start + w.Start, End: b.Start + w.End}, Use: Lower,
				Interval: times.Interval{Earliest: times.On(from), Grain: w.Grain}, Why: why}
		}
	}
	out := times.Interval{Grain: times.Unknown}
	if best.Interval.Earliest.Known {
		d.note(best)
		out.Earliest = best.Interval.Earliest
	}
	if d.upper.Known {
		out.Latest = times.On(d.upper.Day)
	}
	if days := d.comeAfter(best); days > 0 {
		if last := best.Interval.Earliest.Day + times.Day(days); !out.Latest.Known || last < out.Latest.Day {
			d.note(Evidence{Span: best.Span, Use: Upper, Interval: times.Interval{Latest: times.On(last), Grain: times.Unknown}, Why: "what the page tells came days or weeks after this day"})
			out.Latest = times.On(last)
		}
	}
	return d.afterLastMonth(out)
}

// comeAfter returns how many days at most the page came out behind the day that bounds it, by the words that say so of what it tells: "The remarks came days
// after the anniversary of …". It is 0 where none do.
func (d *dater) comeAfter(e Evidence) int {
	if !e.Interval.Earliest.Known || e.Interval.Grain == times.Month {
		return 0
	}
	for _, b := range d.p.Blocks {
		if !b.Contains(e.Span) || b.Role == page.Caption {
			continue
		}
		at := text.Span{Start: e.Start - b.Start, End: e.End - b.Start}
		words := strings.Fields(strings.ToLower(sentenceAround(d.p.Text.At(b.Span), at)))
		told := false
		for i, w := range words {
			told = told || d.tab.told[w]
			if most := d.tab.spans[w]; told && most > 0 && i > 0 && i+1 < len(words) && words[i+1] == "after" && d.tab.came[words[i-1]] {
				return most
			}
		}
	}
	return 0
}

// weighed is how many of a page's dates and months are held against the sentence around them.
const weighed = 400

// anniversary returns which anniversary a sentence tells of, 0 for none.
func (tab *tables) anniversary(sentence string) int {
	low := strings.ToLower(sentence)
	at := strings.Index(low, " anniversary of ")
	if at < 0 {
		return 0
	}
	words := strings.Fields(low[:at])
	if len(words) == 0 {
		return 0
	}
	return tab.ordinals[words[len(words)-1]]
}

// afterLastMonth uses that the text tells one thing twice, once as of "last month" and once with the month's name: then the page is of the
// next month, in the last year that the other bounds allow.
func (d *dater) afterLastMonth(i times.Interval) times.Interval {
	if !i.Latest.Known {
		return i
	}
	month, at := d.lastMonth()
	if month == 0 {
		return i
	}
	year, m, _ := i.Latest.Day.Civil()
	next := month%12 + 1
	if m < next {
		year--
	}
	first, last := times.NewDay(year, next, 1), lastOfMonth(year, next)
	last = min(last, i.Latest.Day)
	if i.Earliest.Known && i.Earliest.Day > last {
		return i
	}
	month1 := times.Between(first, last, times.Month)
	d.note(Evidence{Span: at, Use: Anchor, Interval: month1, Why: `the month that the text calls "last month" elsewhere`})
	i.Latest = times.On(last)
	if i.Earliest.Known && i.Earliest.Day > times.NewDay(year-1, next, 28) {
		i.Earliest = times.On(max(first, i.Earliest.Day))
		i.Grain = times.Month
	}
	return i
}

// lastMonth looks for a sentence with "last month" and another one with "in [late] April" that share their longer words.
func (d *dater) lastMonth() (month int, at text.Span) {
	var said []map[string]bool
	taken := ""
	left := weighed
	for pass := range 2 {
		if pass == 1 && len(said) == 0 {
			break
		}
		for _, b := range d.p.Blocks {
			if b.Role != page.Body && b.Role != page.Standfirst {
				continue
			}
			s := d.p.Text.At(b.Span)
			low := small(s)
			if pass == 0 {
				if k := strings.Index(low, "last month"); k >= 0 && len(said) < 4 {
					said = append(said, longWords(sentenceAround(s, text.Span{Start: k, End: k + 10})))
				}
				continue
			}
			for k, w := range wordSpans(s) {
				m := d.tab.months[strings.ToLower(s[w.Start:w.End])]
				if m == 0 || w.Len() < 4 && m != 5 || k == 0 || !isUpperAt(s, w.Start) {
					continue
				}
				before := strings.TrimRight(low[max(0, w.Start-12):w.Start], " -")
				if !slices.ContainsFunc([]string{" in", "in late", "in early", "in mid"}, func(in string) bool { return strings.HasSuffix(before, in) }) {
					continue
				}
				if left--; left < 0 {
					return month, at
				}
				sentence := sentenceAround(s, w)
				if strings.Contains(strings.ToLower(sentence), "last month") {
					continue
				}
				here := longWords(sentence)
				for _, there := range said {
					shared := 0
					for word := range here {
						if there[word] {
							shared++
						}
					}
					if shared >= 5 && shared*3 >= min(len(here), len(there)) {
						if month != 0 && month != m && sentence != taken {
							return 0, text.Span{} // two things of "last month" in two months: no use
						}
						if month == 0 { // of several months in one sentence the first is the one of the telling
							month, at, taken = m, text.Span{Start: b.Start + w.Start, End: b.Start + w.End}, sentence
						}
					}
					break
				}
			}
		}
	}
	return month, at
}

func longWords(s string) map[string]bool {
	out := map[string]bool{}
	for _, w := range wordSpans(s) {
		if w.Len() >= 4 {
			out[strings.ToLower(s[w.Start:w.End])] = true
		}
	}
	delete(out, "last")
	delete(out, "month")
	return out
}

// small writes the capitals A to Z small, so that places in the answer are places in s.
func small(s string) string {
	b := []byte(s)
	for i, c := range b {
		if c >= 'A' && c <= 'Z' {
			b[i] = c | 0x20
		}
	}
	return string(b)
}

// sentenceAround returns the sentence that a place stands in, no more than longest bytes of it to either side.
func sentenceAround(s string, at text.Span) string {
	const longest = 2000
	first, last := max(0, at.Start-longest), min(len(s), at.End+longest)
	if stop := strings.LastIndex(s[first:at.Start], ". "); stop >= 0 {
		first += stop + 1
	}
	if stop := strings.Index(s[at.End:last], ". "); stop >= 0 {
		last = at.End + stop
	}
	return s[first:last]
}

// past says whether a sentence tells something that happened: a past tense, and no word of plan or future.
func (tab *tables) past(s string) bool {
	happened := false
	for _, w := range strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !(r >= 'a' && r <= 'z') }) {
		switch {
		case tab.planned[w]:
			return false
		case tab.happened[w] || len(w) > 4 && strings.HasSuffix(w, "ed"):
			happened = true
		}
	}
	return happened
}
