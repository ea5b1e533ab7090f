package events

import (
	"strings"

	"github.com/hearsay-news/hearsay/lang"
	"github.com/hearsay-news/hearsay/read/syntax"
	"github.com/hearsay-news/hearsay/read/times"
	"github.com/hearsay-news/hearsay/text"
)

// furniture says whether a dated word tells of the page or a picture on it and of no event:
//
//	Last updated: 14 January 2010
//	Satellite image of Sel taken on 13 January
//	The premier walks in as he is introduced in Sel on 3 May 2021
func (x *sentence) furniture(trigger int, when *times.Expression) bool {
	t := &x.tokens[trigger]
	if t.UPOS == syntax.NOUN {
		return false
	}
	if sub := x.subject(trigger); x.is("stamped", t.Lemma) && (sub < 0 && x.group(trigger) <= 1 && trigger <= 2 || sub >= 0 && sub <= 1 && trigger <= 4 && x.is("stamped-thing", x.tokens[sub].Lemma)) {
		return true
	}
	if t.XPOS == syntax.VBN && x.group(trigger) == trigger {
		for i := trigger - 1; i >= 0 && !x.verbs[i]; i-- {
			if n := &x.tokens[i]; n.UPOS == syntax.NOUN && x.is("picture", n.Lemma) && (t.Head-1 == i || i <= 3) {
				return true
			}
		}
	}
	return x.dayWithYear(when) && x.shown(trigger)
}

// inStamp says whether an expression stands in brackets that tell when the page was changed: "(Update 7:05 p.m.) The ferry …".
func (p *pageOf) inStamp(n int) bool {
	s := p.when[n].Span
	if _, ok := stampIn(p.words, p.t, &p.when[n], p.published); ok {
		return true
	}
	before, after := string(p.t[max(0, s.Start-60):s.Start]), string(p.t[s.End:min(len(p.t), s.End+60)])
	for _, pair := range [][2]string{{"(", ")"}, {"-LRB-", "-RRB-"}} {
		i := strings.LastIndex(before, pair[0])
		if i < 0 || strings.Contains(before[i:], pair[1]) || !strings.Contains(after, pair[1]) {
			continue
		}
		words := strings.Fields(strings.ToLower(before[i+len(pair[0]):]))
		for _, w := range words[:min(len(words), 2)] {
			if w = strings.TrimRight(w, ":,"); p.words["stamped"][strings.TrimSuffix(w, "d")] || p.words["stamped"][strings.TrimSuffix(w, "ed")] {
				return true
			}
		}
	}
	return false
}

// Stamp says whether a time expression is the stamp of its page, and where that ends: a whole date in the head of the text, with a clock time beside it and no
// preposition before, or that of the page's own day before a sentence:
//
//	Port of Sel shut Monday 2 May 2005 14.00 BST The port …      Page last updated at 18:26 GMT, Thursday, 14 January 2010 18:26 UK The port …
func Stamp(l *lang.Language, t text.Text, e *times.Expression, published times.Interval) (end int, ok bool) {
	return stampIn(classes.Of(l), t, e, published)
}

func stampIn(classes map[string]map[string]bool, t text.Text, e *times.Expression, published times.Interval) (end int, ok bool) {
	day, one := e.Interval.Single()
	if one && e.Pending == nil || one && e.Pending.Op == times.At {
		if end, ok := barred(t, e); ok {
			return end, true
		}
	}
	if !one || e.Start > stampHead || e.Pending != nil && e.Pending.Op != times.At || !yearIn(t.At(e.Span)) {
		return 0, false
	}
	end, clock := pastClock(t, e.End)
	if governed(classes, t, e) {
		zone := clock && end > e.End && t[end-1] >= 'A' && t[end-1] <= 'Z' // "… before the ships went in Thursday 24 March 2005 17.20 GMT The …"
		next := strings.TrimLeft(string(t[end:min(len(t), end+3)]), " ")
		if !zone || next == "" || next[0] < 'A' || next[0] > 'Z' {
			return 0, false
		}
	}
	if clock || strings.Contains(e.Value, "T") && strings.ContainsAny(t.At(e.Span), ":.") {
		return end, true
	}
	rest := strings.TrimLeft(string(t[e.End:min(len(t), e.End+3)]), " ")
	opens := e.Start == 0 || strings.HasSuffix(string(t[:e.Start]), "\n")
	own, dated := published.Single()
	return e.End, opens && dated && own == day && rest != "" && rest[0] >= 'A' && rest[0] <= 'Z'
}

// governed says whether a preposition stands before a date, so that it belongs to a sentence; a word like "updated" before that makes it a stamp's.
func governed(classes map[string]map[string]bool, t text.Text, e *times.Expression) bool {
	before := strings.Fields(strings.ToLower(string(t[max(0, e.Start-40):e.Start])))
	for i := max(0, len(before)-4); i < len(before); i++ {
		w := strings.TrimRight(before[i], ":,")
		if classes["stamped"][strings.TrimSuffix(w, "d")] || classes["stamped"][strings.TrimSuffix(w, "ed")] {
			return false
		}
	}
	return len(before) > 0 && classes["before-day"][before[len(before)-1]]
}

// barred says whether a whole date with its clock time stands before a bar, as under comments: "January 31, 2011 at 5:56 pm | …".
func barred(t text.Text, e *times.Expression) (end int, ok bool) {
	rest := string(t[e.End:min(len(t), e.End+4)])
	i := strings.IndexByte(rest, '|')
	if i < 0 || strings.Trim(rest[:i], " ") != "" || !yearIn(t.At(e.Span)) || !strings.Contains(e.Value, "T") {
		return 0, false
	}
	return e.End + i + 1, true
}

const stampHead = 1500 // bytes of a text in which its stamp is looked for

// yearIn says whether words hold four digits.
func yearIn(s string) bool {
	n := 0
	for i := 0; i < len(s); i++ {
		if n++; s[i] < '0' || s[i] > '9' {
			n = 0
		}
		if n == 4 {
			return true
		}
	}
	return false
}

// pastClock returns where a clock time behind an offset ends, with the zone and country behind it ("14.00 BST", "18:26 UK"), and whether there is one.
func pastClock(t text.Text, at int) (end int, clock bool) {
	rest := string(t[at:min(len(t), at+24)])
	end = at
	for {
		trimmed := strings.TrimLeft(rest, " ,|-–")
		w, behind, _ := strings.Cut(trimmed, " ")
		digits := strings.Map(func(r rune) rune {
			if r >= '0' && r <= '9' {
				return r
			}
			return -1
		}, w)
		switch {
		case (len(digits) == 3 || len(digits) == 4) && len(w) == len(digits)+1 && strings.ContainsAny(w, ".:"):
			clock = true
		case clock && len(w) >= 2 && len(w) <= 4 && strings.ToUpper(w) == w && len(digits) == 0:
		default:
			return end, clock
		}
		end += len(rest) - len(trimmed) + len(w)
		rest = behind
		if rest != "" {
			rest = " " + rest
		}
	}
}

// pictured says whether what a date ends before is a picture: "in this Tuesday, June 12, 2018 file photo".
func (x *sentence) pictured(to int) bool {
	for i := to; i < len(x.tokens) && i < to+9; i++ {
		switch t := &x.tokens[i]; {
		case x.dated[i] || x.lower(i) == ",":
		case x.is("picture", t.Lemma):
			return true
		case t.UPOS != syntax.NOUN && t.UPOS != syntax.ADJ && t.UPOS != syntax.PROPN && t.UPOS != syntax.VERB:
			return false
		}
	}
	return false
}

// captioned says whether a verb in the present tells of a whole day with its year, as captions do: "People take to the streets of Sel, Sunday, July 15, 2018".
func (x *sentence) captioned(trigger int, when *times.Expression) bool {
	tag := x.tokens[trigger].XPOS
	return (tag == syntax.VBZ || tag == syntax.VBP) && x.group(trigger) == trigger && x.dayWithYear(when) && yearIn(x.t.At(when.Span))
}

// dayWithYear says whether an expression is a whole date, as captions write it.
func (x *sentence) dayWithYear(when *times.Expression) bool {
	_, one := when.Interval.Single()
	return one && (when.Pending == nil || when.Pending.Op == times.At)
}

// shown says whether a verb or one that it hangs on tells in the present what a picture shows: "is seen", "walks in as he is introduced".
func (x *sentence) shown(i int) bool {
	for steps := 0; steps < 4 && i >= 0; steps++ {
		t := &x.tokens[i]
		first := x.group(i)
		switch {
		case !x.verbs[i]:
		case t.XPOS == syntax.VBN && first < i && x.is("posed-passive", t.Lemma):
			if now := x.tokens[first].XPOS; now == syntax.VBZ || now == syntax.VBP {
				return true
			}
		case (t.XPOS == syntax.VBZ || t.XPOS == syntax.VBP) && first == i && x.is("posed", t.Lemma):
			return !x.holdsEvent(i)
		}
		i = t.Head - 1
	}
	return false
}

// holdsEvent says whether the object of a verb is something that happens: "hold a meeting" tells one even below a picture.
func (x *sentence) holdsEvent(verb int) bool {
	for i := verb + 1; i < len(x.tokens) && i < verb+8; i++ {
		if x.tokens[i].Head-1 == verb && x.tokens[i].Deprel != syntax.Obl && x.happens(i) {
			return true
		}
	}
	return false
}

// lateToday says whether a sentence tells of minutes or hours by which something was late, or of somebody who came late: that puts nothing off to another day.
func (x *sentence) lateToday() bool {
	hours, late := false, false
	for i := range x.tokens {
		hours = hours || x.is("hours", x.tokens[i].Lemma) || x.is("arriving", x.tokens[i].Lemma)
		late = late || x.is("late", x.lower(i))
	}
	return hours && late
}
