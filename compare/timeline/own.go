package timeline

import (
	"strings"

	"github.com/hearsay-news/hearsay/compare/lines"
	"github.com/hearsay-news/hearsay/compare/words"
	"github.com/hearsay-news/hearsay/read/clauses"
	"github.com/hearsay-news/hearsay/text"
)

// apart is the title of an event in a clause of its own, where the sentence is about another day: "On Monday BP told of progress toward capping the well that
// burst two weeks ago" gives "The well burst two weeks ago". It is "" for others.
func apart(t *told, v *words.Tables, s text.Span) string {
	if !otherDay(t, s) || t.row.Statement >= 0 {
		return ""
	}
	full, c := t.page.Page.Text, t.clause.Row
	for i := range c.Parts {
		q := &c.Parts[i]
		if q.Slot != clauses.Agent && q.Slot != clauses.Object || q.End > c.Trigger.Start || !named(full.At(q.Span), v) {
			continue
		}
		rest := text.Span{Start: max(q.End, t.row.Start), End: max(t.row.End, c.Trigger.End)}
		first, more, _ := strings.Cut(strings.TrimLeft(full.At(rest), " ,"), " ")
		if v.Is("relative", strings.ToLower(first)) {
			first = ""
		}
		title := opening(lines.Tidy(full.At(q.Span) + " " + strings.TrimSpace(first+" "+more)))
		if len(title) >= leastTitle && len(title) <= titleBytes {
			return title
		}
	}
	return ""
}

// otherDay says whether the main clause of a sentence is about another time than the event, which a clause below it tells.
func otherDay(t *told, s text.Span) bool {
	if t.clause == nil || t.clause.Row.Main || t.clause.Row.Noun {
		return false
	}
	p := t.page
	for first, end := p.ClausesIn(s); first < end; first++ {
		c := &p.Clauses[first]
		if !c.Main || c.Noun || first == t.clause.Index {
			continue
		}
		for i := range c.Parts {
			if q := &c.Parts[i]; q.Slot == clauses.Time && q.Time >= 0 && q.Time < len(p.Intervals) && p.Intervals[q.Time].Known() {
				if _, met := p.Intervals[q.Time].Meet(t.when); !met {
					return true
				}
			}
		}
	}
	return false
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
	rest := strings.TrimLeft(full.Between(min(c.End, s.End), s.End), ", ")
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
	before := strings.Fields(full.Between(s.Start, c.Start))
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
		before := strings.Fields(full.Between(s.Start, c.Start))
		if len(before) == 0 || !v.Is("clause-opener", strings.ToLower(before[len(before)-1])) {
			return 0
		}
	}
	if w := strings.ToLower(first); c.Start >= t.row.Trigger.Start || v.Is("pronoun", w) && !v.Is("person-pronoun", w) || v.Is("break", w) {
		return 0
	}
	return c.Start
}
