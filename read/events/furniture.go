package events

import (
	"strings"

	"github.com/hearsay-news/hearsay/read/syntax"
	"github.com/hearsay-news/hearsay/read/times"
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
	if x.is("stamped", t.Lemma) && x.subject(trigger) < 0 && x.group(trigger) <= 1 && trigger <= 2 {
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

// lateToday says whether a sentence tells of minutes or hours by which something was late: that puts nothing off to another day.
func (x *sentence) lateToday() bool {
	hours, late := false, false
	for i := range x.tokens {
		hours = hours || x.is("hours", x.tokens[i].Lemma)
		late = late || x.is("late", x.lower(i))
	}
	return hours && late
}
