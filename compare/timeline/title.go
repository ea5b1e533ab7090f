package timeline

import (
	"sort"
	"strings"

	"github.com/hearsay-news/hearsay/compare/lines"
	"github.com/hearsay-news/hearsay/compare/pages"
	"github.com/hearsay-news/hearsay/compare/words"
	"github.com/hearsay-news/hearsay/read/times"
	"github.com/hearsay-news/hearsay/text"
)

const (
	titleBytes = 220 // a sentence of so many is a title as it stands
	longTitle  = 320 // and one of so many if it can end nowhere before
	leastTitle = 25  // what is left of a sentence that is cut
)

// title is the sentence that has most in common with the other accounts of its event, of those that read as one, and how well it reads:
//
//	SUND — The last ferry left Besk on Monday.  →  The last ferry left Besk on Monday
func title(set *pages.Set, g []*told) (words string, reads float64) {
	counts := map[uint32]int{}
	for _, t := range g {
		for _, k := range t.kins {
			counts[k]++
		}
	}
	best, score, reads := "", -1.0, 0.0
	for _, t := range g[:min(len(g), 64)] {
		s := 0.0
		for _, k := range t.kins {
			s += float64(counts[k])
		}
		s /= float64(len(t.kins) + 4)
		if t.row.Statement >= 0 {
			s *= 0.9
		}
		if t.weak {
			s *= 0.5
		}
		if s <= score {
			continue
		}
		words, fit := titled(set, t)
		if s *= fit; s > score {
			best, score, reads = words, s, fit
		}
	}
	return best, reads
}

// titled is the title that one account gives, and how well it reads, 1 for a whole sentence.
func titled(set *pages.Set, t *told) (string, float64) {
	full, v := t.page.Page.Text, set.Vocabulary
	s := t.page.Sentence(t.row.Trigger)
	s = lines.WithoutHead(set, t.page, t.row.Trigger.Start, s)
	fit := 1.0
	if t.row.Background {
		fit = 0.7
	}
	s.End = max(s.End, t.row.Trigger.End)
	if words := nested(t, v.Tables, s); words != "" {
		return words, fit * phrased(t)
	}
	if own := ownClause(t, v.Tables, s); own > s.Start {
		if v.Is("clause-opener", strings.ToLower(full.At(full.Trim(text.Span{Start: s.Start, End: own})))) || own > t.row.Start {
			s.End = max(t.row.Span.End, t.row.Trigger.End) // "While the ferry left Besk on Monday, the bus …"
		}
		s.Start = own
	} else if asks(full.At(t.row.Span), v.Tables) && t.row.Start > s.Start || asks(full.At(s), v.Tables) {
		fit *= 0.5
	}
	if words, ok := half(t, v.Tables, s); ok {
		return words, fit
	}
	out := text.Span{Start: s.Start, End: end(full, v.Tables, s, t.row.Span, t.row.Trigger)}
	if out.End < s.End {
		fit *= 0.9
	}
	spoken, plain := said(t, v.Tables, out)
	title := lines.Tidy(spoken)
	fit *= plain
	if len(title) > longTitle {
		title, fit = long(t), fit*0.5
	}
	if alien(t, out) {
		fit *= 0.6
	}
	for _, w := range strings.Fields(title) {
		if v.Is("relative-day", strings.ToLower(strings.Trim(w, ".,;:"))) {
			fit *= 0.6 // a reader of the timeline doesn't know from when
			break
		}
	}
	switch first := title[:min(1, len(title))]; {
	case first >= "a" && first <= "z":
		if s.Start >= t.row.Start {
			title = opening(title)
		} else {
			fit *= 0.6
		}
	}
	if strings.HasSuffix(title, "..") || strings.HasSuffix(title, "…") {
		fit *= 0.5
	}
	return title, fit
}

// half is the title of an event where its sentence goes on to tell another one under the same subject:
//
//	It left Sel in 2011, but came back in 2014.  →  It left Sel in 2011    and    It came back in 2014
func half(t *told, v *words.Tables, s text.Span) (string, bool) {
	full, c := t.page.Page.Text, t.row.Span
	if t.row.Statement >= 0 || t.row.Time < 0 || c.Len() < leastTitle/2 {
		return "", false
	}
	if sub := t.row.Subject; !sub.Empty() && sub.Start >= s.Start && sub.End < c.Start && c.Start <= t.row.Trigger.Start {
		name, _ := said(t, v, sub)
		if first, _, _ := strings.Cut(full.At(c), " "); !v.Is("relative", strings.ToLower(first)) && other(t, text.Span{Start: s.Start, End: c.Start}) {
			return opening(lines.Tidy(name + " " + full.At(c))), true
		}
	}
	rest := strings.TrimLeft(full.At(text.Span{Start: min(c.End, s.End), End: s.End}), ", ")
	first, _, _ := strings.Cut(rest, " ")
	if c.Start == s.Start && v.Is("joined", first) && other(t, text.Span{Start: c.End, End: s.End}) {
		whole, _ := said(t, v, text.Span{Start: s.Start, End: c.End})
		return opening(lines.Tidy(whole)), true
	}
	return "", false
}

// other says whether a page tells another dated event in a stretch, one that shares a subject with the verb before it.
func other(t *told, in text.Span) bool {
	list := t.page.Events
	for i := range list {
		e := &list[i]
		if e.Trigger.Start >= in.Start && e.Trigger.End <= in.End && e.Time >= 0 && e.Statement < 0 && (in.Start < t.row.Start || !e.Subject.Empty()) {
			return true
		}
	}
	return false
}

// asks says whether a clause opens with a word of asking.
func asks(clause string, v *words.Tables) bool {
	first, _, _ := strings.Cut(clause, " ")
	return v.Is("asked", strings.ToLower(first))
}

// alien says whether a title begins with another time than that of its event: it tells of something else first.
func alien(t *told, s text.Span) bool {
	if t.row.Time < 0 || t.row.Trigger.Start < s.Start {
		return false
	}
	own := t.page.Times[t.row.Time].Span
	list := t.page.Times
	for i := sort.Search(len(list), func(i int) bool { return list[i].Start >= s.Start }); i < len(list) && list[i].Start < t.row.Start; i++ {
		if list[i].Span != own && i != t.row.Time && t.page.Intervals[i] != t.page.Intervals[t.row.Time] && (list[i].Type == times.DATE || list[i].Type == times.TIME) && t.page.Intervals[i].Known() {
			return true
		}
	}
	return false
}

// long is the title of a clause whose sentence is too long for one.
func long(t *told) string {
	full, title := t.page.Page.Text, ""
	if sub := t.row.Subject; !sub.Empty() {
		title = lines.Tidy(full.At(sub)) + " … "
	}
	return title + lines.Shorten(lines.Tidy(full.At(t.row.Span)), titleBytes-len(title))
}

// phrased is how well the title of an event reads that is no sentence.
func phrased(t *told) float64 {
	if t.row.Rule == "dated-noun" || t.clause != nil && t.clause.Row.Noun {
		return 0.6
	}
	return 1
}

// nested is the title of an event that a sentence about something else only names: the noun's phrase ("shops open again after [the fire of 3 May]"), or what
// a relative clause tells ("the fire, which destroyed the mill on Monday" → "The fire destroyed the mill on Monday"). It is "" for others.
func nested(t *told, v *words.Tables, s text.Span) string {
	full, c, trigger := t.page.Page.Text, t.row.Span, t.row.Trigger
	if t.row.Statement >= 0 || c.Start <= s.Start || c.Len() > titleBytes {
		return ""
	}
	first, rest, _ := strings.Cut(full.At(c), " ")
	if sub := t.row.Subject; !sub.Empty() && named(full.At(sub), v) && v.Is("relative", strings.ToLower(first)) && strings.Trim(full.At(text.Between(sub, c)), " ,") == "" && c.Start < trigger.Start && sub.Len()+len(rest) >= leastTitle {
		return opening(lines.Tidy(full.At(sub) + " " + rest))
	}
	before := strings.Fields(full.At(text.Span{Start: s.Start, End: c.Start}))
	if t.row.Rule == "dated-noun" && len(before) > 0 && v.Is("apart", strings.ToLower(before[len(before)-1])) && c.Len() >= leastTitle {
		return opening(lines.Tidy(full.At(c)))
	}
	return ""
}

// named says whether a noun phrase can open a sentence: with an article or a name.
func named(phrase string, v *words.Tables) bool {
	first, _, _ := strings.Cut(phrase, " ")
	return first != "" && (first[0] >= 'A' && first[0] <= 'Z' || v.Is("headline-end", first))
}

// opening writes the first letter of a title as a capital.
func opening(s string) string {
	if s == "" {
		return s
	}
	return strings.ToUpper(s[:1]) + s[1:]
}

// ownClause is where the clause of an event begins that could stand as a sentence by itself: "shops have closed since [the last ferry left]", "she was there
// when [the fire broke out]". It is 0 for others.
func ownClause(t *told, v *words.Tables, s text.Span) int {
	full, c := t.page.Page.Text, t.row.Span
	if t.row.Statement >= 0 || c.Start < s.Start || c.Start >= t.row.Trigger.Start || t.clause != nil && t.clause.Row.Noun || strings.HasPrefix(t.row.Rule, "dated-noun") || !t.row.Subject.Empty() {
		return 0
	}
	first, rest, _ := strings.Cut(full.At(c), " ")
	if c.Start == s.Start && !(c.End+leastTitle < s.End && full[c.End] == ',') {
		return 0 // "After a late start the king met the premier"; but "As [the king met the premier], shops were shut"
	}
	if v.Is("timed", strings.ToLower(first)) {
		c.Start += len(first) + 1 + len(rest) - len(strings.TrimLeft(rest, " \n"))
		if c.Start >= c.End {
			return 0
		}
		first, _, _ = strings.Cut(full.At(c), " ")
	} else {
		before := strings.Fields(full.At(text.Span{Start: s.Start, End: c.Start}))
		if len(before) == 0 || !v.Is("clause-opener", strings.ToLower(before[len(before)-1])) {
			return 0
		}
	}
	if w := strings.ToLower(first); c.Start >= t.row.Trigger.Start || v.Is("pronoun", w) && !v.Is("person-pronoun", w) || v.Is("break", w) {
		return 0
	}
	return c.Start
}

// end is where the title of a sentence ends: with the sentence, or where that is too long at the last place behind its event at which it can.
func end(full text.Text, v *words.Tables, s, clause, trigger text.Span) int {
	line := full.At(s)
	if i := strings.Index(line, ";"); i > leastTitle && s.Start+i >= trigger.End {
		line = line[:i]
	}
	if len(lines.Tidy(line)) <= titleBytes {
		return s.Start + len(line)
	}
	least := max(clause.End, trigger.End) - s.Start
	if least > titleBytes {
		least = trigger.End - s.Start
	}
	best := -1
	for i := max(least, leastTitle); i < len(line) && i <= titleBytes; i++ {
		switch c := line[i]; {
		case c == ',' || c == ';' || strings.HasPrefix(line[i:], " — ") || strings.HasPrefix(line[i:], " – ") || strings.HasPrefix(line[i:], " - "):
			best = i
		case c == ' ':
			w, _, _ := strings.Cut(line[i+1:], " ")
			if before := line[strings.LastIndexByte(line[:i], ' ')+1 : i]; v.Is("break", w) && !(w == "as" && v.Is("as-behind", before)) {
				best = i
			}
		}
	}
	if best < 0 && len(lines.Tidy(line)) <= longTitle || best < 0 && least > titleBytes {
		return s.Start + len(line)
	}
	if best < 0 {
		best = least
	}
	return s.Start + best
}
