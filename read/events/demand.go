package events

import (
	"github.com/hearsay-news/hearsay/read/statements"
	"github.com/hearsay-news/hearsay/read/syntax"
	"github.com/hearsay-news/hearsay/text"
)

// demanded is the deed that a sentence demands without a day, in a statement or behind "demand that": "The rector must resign, the students demanded". Nil for
// none. Only deeds that happen at once and for all to see are taken, for everybody is urged to stay calm.
func (p *pageOf) demanded(s *syntax.Sentence, x *sentence) *Event {
	for i := 1; i+3 < len(s.Tokens); i++ {
		if t := &s.Tokens[i]; p.words["demanding-that"][t.Lemma] && string(p.t[s.Tokens[i+1].Start:s.Tokens[i+1].End]) == "that" {
			if x == nil {
				x = newSentence(p.words, p.t, s)
			}
			if v := x.deed(text.Span{Start: s.Tokens[i+2].Start, End: s.End}, nil); v >= 0 && x.bare(v) {
				return p.demand(x, v, -1, nil)
			}
		}
	}
	for n := range p.said {
		d := &p.said[n]
		if d.Stance != statements.Demand || d.Confidence < sure {
			continue
		}
		for _, content := range d.Content {
			if content.Start < s.Start || content.End > s.End {
				continue
			}
			if x == nil {
				syntax.Parse(p.t, s)
				x = newSentence(p.words, p.t, s)
			}
			if v := x.deed(content, d.Cue); v >= 0 {
				return p.demand(x, v, n, d.Content)
			}
		}
	}
	return nil
}

// demand makes the event of a deed that statement n demands, -1 for the page itself.
func (p *pageOf) demand(x *sentence, v, n int, content []text.Span) *Event {
	e := &Event{Status: Demanded, Trigger: text.Span{Start: x.tokens[x.group(v)].Start, End: x.tokens[v].End}, Time: -1, To: -1, Decided: -1, Location: -1,
		Statement: n, When: p.after(), Rule: "demanded"}
	from, to := x.clause(v)
	e.Span = inside(text.Span{Start: x.tokens[from].Start, End: x.tokens[to-1].End}.Cover(e.Trigger), e.Trigger, content).Cover(e.Trigger)
	return e
}

// touched says whether a place is in one of several.
func touched(places []text.Span, at text.Span) bool {
	for _, p := range places {
		if p.Overlaps(at) {
			return true
		}
	}
	return false
}

// bare says whether a verb stands in the subjunctive: "leave", "be closed", with no auxiliary but be.
func (x *sentence) bare(v int) bool {
	first := x.group(v)
	return first == v && x.tokens[v].XPOS == syntax.VB || x.lower(first) == "be"
}

// deed returns the first verb in a place that is demanded: "must resign", "that the mill be closed", "to leave"; -1 for none.
func (x *sentence) deed(content text.Span, cue []text.Span) int {
	from, to := x.within(content)
	for v := from; v < to; v++ {
		if !x.verbs[v] || !x.is("deed", x.tokens[v].Lemma) {
			continue
		}
		first := x.group(v)
		for i := first; i < v; i++ {
			switch w := x.lower(i); {
			case w == "not" || w == "n't" || w == "never":
				return -1
			case w == "must", w == "should", w == "be", w == "ought", w == "shall":
				return v
			case w == "to":
				if h := x.tokens[v].Head - 1; h >= 0 && touched(cue, x.tokens[h].Span) {
					return v
				}
				return -1 // "the fund to compensate victims"
			}
		}
		if x.tokens[v].XPOS == syntax.VB {
			return v
		}
		return -1
	}
	return -1
}
