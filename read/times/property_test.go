package times

import (
	"fmt"
	"github.com/hearsay-news/hearsay/lang/en"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

var words = []string{"on", "Monday", "May", "may", "2011", "12", ",", "the", "last", "week", "of", "next", "year", "3", "days", "later", "ago", "10:30", "a.m.", "GMT", "second",
	"quarter", "half", "early", "mid-", "1990s", "'s", "to", "and", "from", "every", "Easter", "-", "/", ".", "now", "two", "hundred", "twenty-four", "first", "night", "past", "end of", "the whole", "overnight", "before", "10", "said", "that", "tomorrow", "\"", "BC", "winter", "Ramadan", "weekend", "each", "later", "ended", "over", "decade", "in", "é", "“", "\n"}

// Whatever the words are, expressions lie in the text in order without overlap, begin and end in words, and intervals are in order.
func TestExpressionsAreSound(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		text := strings.Join(rapid.SliceOfN(rapid.SampledFrom(words), 0, 40).Draw(r, "words"), rapid.SampledFrom([]string{" ", ""}).Draw(r, "glue"))
		anchor := Interval{}
		if rapid.Bool().Draw(r, "anchored") {
			d := Day(rapid.IntRange(0, 30000).Draw(r, "day"))
			anchor = Between(d, d+Day(rapid.IntRange(0, 40).Draw(r, "width")), ADay)
		}
		end := 0
		for _, e := range FindIn(en.Language, text, anchor) {
			if e.Start < end || e.End <= e.Start || e.End > len(text) {
				r.Fatalf("%q: span %v after %d", text, e.Span, end)
			}
			end = e.End
			if shown := text[e.Start:e.End]; strings.TrimSpace(shown) != shown {
				r.Fatalf("%q: %q has white space at its ends", text, shown)
			}
			if e.Value == "" || e.Rule == "" {
				r.Fatalf("%q: %q has no value or no rule", text, text[e.Start:e.End])
			}
			if i := e.Interval; i.Earliest.Known && i.Latest.Known && i.Earliest.Day > i.Latest.Day {
				r.Fatalf("%q: interval %v is upside down", text, i)
			}
			if e.Pending != nil && anchor.Known() && e.Type == DATE {
				if again := Resolve(*e.Pending, anchor); again.String() != e.Interval.String() {
					r.Fatalf("%q: resolved again %v, before %v", text[e.Start:e.End], again, e.Interval)
				}
			}
		}
	})
}

// A wider anchor never gives a narrower interval, and the answer for a day inside lies inside the answer for the whole.
func TestResolveWidensWithItsAnchor(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		text := rapid.SampledFrom([]string{"yesterday", "last week", "next month", "on Monday he said", "three years ago", "early last year", "it was shut on May 3", "last Friday",
			"the third quarter", "two days ago", "this weekend", "in the spring of 2012", "at Easter", "the Friday after next", "the 20th of next month", "the last weekend of this month", "two days after Easter",
			"the third quarter of last year", "this winter", "early next week", "during Ramadan", "on 22 Bahman", "the first Monday of next month", "week 27 of last year"}).Draw(r, "text")
		first := Day(rapid.IntRange(10000, 25000).Draw(r, "first"))
		width := Day(rapid.IntRange(0, 6).Draw(r, "width"))
		found := FindIn(en.Language, text, Interval{})
		if len(found) == 0 || found[0].Pending == nil {
			return
		}
		whole := Resolve(*found[0].Pending, Between(first, first+width, ADay))
		for d := first; d <= first+width; d++ {
			one := Resolve(*found[0].Pending, Between(d, d, ADay))
			if d == first && one.Earliest.Day != whole.Earliest.Day || d == first+width && one.Latest.Day != whole.Latest.Day {
				r.Fatalf("%q at %v: %v is no end of %v", text, d, one, whole)
			}
		}
	})
}

// Civil dates and days are each other's inverse, and ISO weeks agree with their Monday.
func TestCalendar(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		d := Day(rapid.IntRange(-800000, 800000).Draw(r, "day"))
		y, m, day := d.Civil()
		if NewDay(y, m, day) != d {
			r.Fatalf("%d is %d-%d-%d", d, y, m, day)
		}
		w := weekPoint(d)
		if w.first.Weekday() != 1 || d < w.first || d > w.last {
			r.Fatalf("week of %v: %v to %v", d, w.first, w.last)
		}
		if y > 0 {
			if back, ok := parsePoint(w.value); !ok || back.first != w.first {
				r.Fatalf("%s reads back as %v, not %v", w.value, back.first, w.first)
			}
		}
	})
}

// Known days of moveable feasts, from almanacs.
func TestFeasts(t *testing.T) {
	for _, c := range []struct{ key, want string }{
		{"easter 2000", "2000-04-23"}, {"easter 2024", "2024-03-31"}, {"good-friday 2019", "2019-04-19"}, {"orthodox-easter 2021", "2021-05-02"},
		{"thanksgiving 2012", "2012-11-22"}, {"memorial 2019", "2019-05-27"}, {"election 2020", "2020-11-03"}, {"rosh-hashanah 2020", "2020-09-19"},
		{"passover 2021", "2021-03-28"}, {"yom-kippur 2019", "2019-10-09"}, {"purim 2016", "2016-03-24"}, {"purim 2018", "2018-03-01"}, {"shavuot 2019", "2019-06-09"},
		{"hanukkah 2017", "2017-12-13"}, {"hanukkah 2019", "2019-12-23"}, {"hanukkah 2021", "2021-11-29"}, {"victoria 2019", "2019-05-20"}, {"ramadan 2019", "2019-05-06"}, {"labor 2018", "2018-09-03"},
	} {
		key, year, _ := strings.Cut(c.key, " ")
		var y int
		fmt.Sscan(year, &y)
		if got, _, _, ok := holiday(tables.Of(en.Language).holiday(key), y); !ok || got.String() != c.want {
			t.Errorf("%s is %v, want %s", c.key, got, c.want)
		}
	}
	if got := islamic(1434, 1, 17); got.String() != "2012-12-01" {
		t.Errorf("17 Muharram 1434 is %v", got)
	}
	if got := persian(1357, 11, 22); got.String() != "1979-02-11" {
		t.Errorf("22 Bahman 1357 is %v", got)
	}
}
