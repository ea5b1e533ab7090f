package times

import (
	"github.com/hearsay-news/hearsay/read/syntax"
	"github.com/hearsay-news/hearsay/read/times/pattern"
)

// lasts says whether "last" is a verb: "is due to last six weeks".
func (f *finder) lasts(atom int) bool {
	if f.lower(atom) != "last" {
		return false
	}
	i := f.token(atom)
	return i > 0 && (isVerb(&f.tokens[i]) || f.word(i-1) == "to" || f.tokens[i-1].XPOS == syntax.MD)
}

// beforeThat is the bound on a date where the bound is written on how long ago it is.
var beforeThat = map[string]string{"MORE_THAN": "BEFORE", "LESS_THAN": "AFTER", "EQUAL_OR_MORE": "ON_OR_BEFORE", "EQUAL_OR_LESS": "ON_OR_AFTER"}

// ago is a duration counted from the anchor, "three years ago", or from the date told last, "two days later".
func (f *finder) ago(m *pattern.Match) (meaning, bool) {
	dur := f.of(m.Group("dur"))
	word := f.lower(m.End - 1)
	var from *Pending
	sign := -1
	switch word {
	case "later", "after", "afterwards", "afterward", "on":
		sign, from = 1, &Pending{Op: previous}
	case "earlier", "before":
		from = &Pending{Op: previous}
	case "now", "hence":
		sign = 1
	}
	if word == "on" || word == "before" || word == "after" {
		return meaning{}, false // mostly the preposition of what follows
	}
	if dur.vague {
		value := "PAST_REF"
		if sign > 0 {
			value = "FUTURE_REF"
		}
		mean := f.ref(value)
		return mean, true
	}
	mean := meaning{typ: DATE, mod: dur.mod}
	n := dur.n
	u := dur.unit
	if u == uDecade {
		n, u = n*10, uYear
	}
	if !calendar(u) && u != "2W" {
		return meaning{}, false // "two hours later": the duration stands alone
	}
	if u == uYear && n == 1 && (word == "ago" || word == "earlier") {
		return meaning{typ: DATE, mod: dur.mod, p: &Pending{Op: yearAgo, Of: from}, n: 1, unit: u}, true
	}
	if u == uCentury && n != float64(int(n)) { // half a century ago
		n, u = n*100, uYear
	}
	if n != float64(int(n)) {
		if u != uYear {
			return meaning{typ: DURATION, value: dur.value, n: n, unit: u}, true
		}
		n, u = n*12, uMonth
	}
	mean.p = &Pending{Op: Shift, Unit: Grain(u), Count: sign * int(n), Of: from}
	mean.n, mean.unit = dur.n, dur.unit
	return mean, true
}

// fromDate is "two days after Christmas".
func (f *finder) fromDate(m *pattern.Match) (meaning, bool) {
	dur, date := f.of(m.Group("dur")), f.of(m.Group("date"))
	if dur.vague || !calendar(dur.unit) || dur.n != float64(int(dur.n)) || date.p == nil {
		return meaning{}, false
	}
	sign := 1
	switch f.lower(int(m.Group("dur").End)) {
	case "before", "prior":
		sign = -1
	case "since":
		return meaning{}, false
	}
	return meaning{typ: DATE, p: &Pending{Op: Add, Unit: Grain(dur.unit), Count: sign * int(dur.n), Of: date.p}}, true
}

// inDuration is "in two weeks" after a future verb; elsewhere it stays the duration.
func (f *finder) inDuration(m *pattern.Match) (meaning, bool) {
	dur := *f.of(m.Group("dur"))
	if dur.vague || dur.p != nil || !calendar(dur.unit) || dur.n != float64(int(dur.n)) || m.Rule.Args["sure"] == "" && f.tense(candidate{from: m.From, to: m.To}) != future {
		return meaning{}, false
	}
	if f.extreme(m.From) {
		return meaning{}, false // "its first steps in 30 years"
	}
	op := Shift
	if dur.unit == uWeek { // in two weeks: to the day
		op = Add
	}
	return meaning{typ: DATE, p: &Pending{Op: op, Unit: Grain(dur.unit), Count: int(dur.n)}}, true
}

// extreme says whether a superlative or "first" stands shortly before an atom: "in 30 years" then reaches back.
func (f *finder) extreme(atom int) bool {
	at := f.token(atom)
	for i := at - 1; i >= 0 && i >= at-8; i-- {
		if t := &f.tokens[i]; t.XPOS == syntax.JJS || t.XPOS == syntax.RBS || f.word(i) == "first" || f.word(i) == "second" {
			return true
		}
	}
	return false
}

// overMeansMore tells "for over three years", "lasted over a week" from "can be used over three years".
func (f *finder) overMeansMore(atom int) bool {
	switch f.lower(atom - 1) {
	case "just", "for", "in", "of", "after", "from", "than", "to", "with", "within", "took", "take", "takes", "last", "lasts", "lasted", "lasting", "spent", "waited", "is", "was", "were", "be", "been", "a", "the":
		return true
	}
	i := f.token(atom - 1)
	return atom == 0 || i < 0 || f.tokens[i].UPOS == syntax.PUNCT
}

// agoWeekday is "two weeks ago Friday": two weeks before the Friday that was last.
func (f *finder) agoWeekday(m *pattern.Match) (meaning, bool) {
	back, day := f.of(m.Group("ago")), f.of(m.Group("day"))
	if back.p == nil || back.p.Op != Shift || back.p.Of != nil || unit(back.p.Unit) != uWeek || day.p == nil || day.p.Op != Weekday || day.p.Side != undecided {
		return meaning{}, false
	}
	last := &Pending{Op: Weekday, Number: day.p.Number, Side: Before}
	return meaning{typ: DATE, p: &Pending{Op: Add, Unit: back.p.Unit, Count: back.p.Count, Of: last}}, true
}

// goesOnNext says whether "the next day" is the one after what was told, and none to come: "they signed the next day"; "the next week", only where it opens
// the sentence.
func (f *finder) goesOnNext(m *pattern.Match, u unit) bool {
	if f.lower(m.Atom) != "the" || u == uDecade || u == uCentury || !calendar(u) || u != uDay && m.Atom > 0 {
		return false
	}
	for i := max(f.token(m.End), 0); m.End < len(f.scan.Atoms) && i < len(f.tokens) && i < f.token(m.End)+6; i++ {
		if isVerb(&f.tokens[i]) {
			if f.verbTense(i) == future || f.tokens[i].XPOS == syntax.MD {
				return false
			}
			break
		}
	}
	return f.tense(candidate{from: m.From, to: m.To}) == past
}
