package events

import (
	"sort"

	"github.com/hearsay-news/hearsay/lang"
	"github.com/hearsay-news/hearsay/read/article"
	"github.com/hearsay-news/hearsay/read/names"
	"github.com/hearsay-news/hearsay/read/page"
	"github.com/hearsay-news/hearsay/read/statements"
	"github.com/hearsay-news/hearsay/read/syntax"
	"github.com/hearsay-news/hearsay/read/times"
	"github.com/hearsay-news/hearsay/text"
)

// sure is the confidence from which a statement makes its content a claim.
const sure = 0.5

// Read finds the dated clauses of a page in text order. A date that hangs on a verb of saying is when something was said, and is no event; a
// clause that is negated, conditional or only possible tells none either.
func Read(l *lang.Language, t text.Text, blocks []page.Block, sentences []syntax.Sentence, mentions []names.Mention, when []times.Expression,
	said []statements.Statement) []Event {
	words := classes.Of(l)
	var found []Event
	next := 0
	for i := range sentences {
		s := &sentences[i]
		for next < len(when) && when[next].Start < s.Start {
			next++
		}
		if !blocks[s.Block].Role.Told() {
			continue
		}
		var x *sentence
		triggers := map[int]bool{} // one event a verb: the first date that hangs on it
		for n := next; n < len(when) && when[n].Start < s.End; n++ {
			if when[n].Type != times.DATE && when[n].Type != times.TIME || when[n].Value == "PRESENT_REF" || when[n].Value == "PAST_REF" || when[n].Value == "FUTURE_REF" {
				continue
			}
			if x == nil {
				syntax.Parse(t, s) // only sentences with a date are parsed
				x = newSentence(words, t, s)
			}
			if block := blocks[s.Block].Span; when[n].Start < block.Start+article.Dateline(t.At(block)) {
				continue // the dateline says when the story was filed
			}
			if e, trigger, ok := x.event(when, n, s.Parsed, said); ok && !triggers[trigger] {
				triggers[trigger] = true
				if day := narrative(when, n); day != n {
					interval := when[day].Interval
					e.Time, e.When = day, &interval
				}
				e.Participants, e.Location = x.roles(e.Span, mentions)
				found = append(found, e)
			}
		}
	}
	return found
}

// narrative returns the expression that tells the day of a bare time of day ("in the morning"): the story's last day before it, if it is near; n
// itself for any other expression.
func narrative(when []times.Expression, n int) int {
	if p := when[n].Pending; p == nil || p.Op != "anchor" || p.Clock == "" {
		return n
	}
	for i := n - 1; i >= 0 && when[n].Start-when[i].End <= near; i-- {
		if _, one := when[i].Interval.Single(); one && (when[i].Pending == nil || when[i].Pending.Op != "anchor") {
			return i
		}
	}
	return n
}

// near is how far back, in bytes, a bare time of day looks for its day: a few paragraphs.
const near = 600

// event makes the event that a time expression dates.
func (x *sentence) event(when []times.Expression, n int, parsed bool, said []statements.Statement) (Event, int, bool) {
	from, to := x.within(when[n].Span)
	if from == to || x.sinceBest(from) {
		return Event{}, 0, false
	}
	trigger, rule := x.trigger(from, to, parsed)
	if trigger >= 0 && cue(said, x.tokens[trigger].Span) {
		// "urged the army to leave on Friday": the date belongs to what is asked, if a verb of it stands before the date.
		for i := from - 1; i > trigger; i-- {
			if x.verbs[i] && holder(said, x.tokens[i].Span) >= 0 {
				trigger, rule = i, "verb-in-content"
				break
			}
		}
	}
	if trigger < 0 || x.is("light", x.tokens[trigger].Lemma) || x.is("saying", x.tokens[trigger].Lemma) || cue(said, x.tokens[trigger].Span) {
		return Event{}, 0, false
	}
	first, end := x.clause(trigger)
	switch {
	case x.tokens[trigger].UPOS == syntax.NOUN:
		first, end = x.phrase(trigger, to)
	case parsed:
		first, end = x.subtree(trigger)
	}
	if to > end && x.tokens[trigger].UPOS != syntax.NOUN && from > trigger {
		end = to // what the date hangs on reaches as far as the date: established “the mechanisms” in April
	}
	subject := text.Span{}
	switch {
	case !parsed:
	case first == x.group(trigger):
		subject = x.sharedSubject(trigger)
	case x.tokens[first].XPOS == syntax.WDT || x.tokens[first].XPOS == syntax.WP:
		subject = x.antecedent(trigger)
	}
	if first == trigger && subject.Empty() {
		if first = x.described(trigger); first == trigger && x.tokens[trigger].XPOS == syntax.VBN {
			return Event{}, 0, false // "formed in 2014" by itself tells of nothing
		}
	}
	for first < trigger && x.lower(first) == "that" && x.tokens[first].XPOS == syntax.IN {
		first++
	}
	within := holder(said, x.tokens[trigger].Span)
	around := statements.Other
	if within >= 0 {
		around = said[within].Stance
	}
	status, told := x.status(trigger, first, around)
	if !told {
		return Event{}, 0, false
	}
	e := Event{Span: text.Span{Start: x.tokens[first].Start, End: x.tokens[end-1].End}.Cover(x.tokens[trigger].Span), Status: status, Time: n,
		Subject: subject, Location: -1, Statement: within, Rule: rule}
	group := x.tokens[trigger]
	if verb := x.group(trigger); x.tokens[trigger].UPOS != syntax.NOUN {
		e.Trigger = text.Span{Start: x.tokens[verb].Start, End: group.End}
	} else {
		e.Trigger = group.Span
	}
	e.Span = e.Span.Cover(e.Trigger)
	if e.Statement >= 0 {
		if x.tokens[trigger].UPOS != syntax.NOUN && !x.reduced(trigger) { // a noun's event, with what describes it, is taken for known by whoever speaks
			e.Status = carried(status, around, x.tokens[trigger].XPOS)
		}
		e.Span = inside(e.Span, e.Trigger, said[e.Statement].Content)
	}
	e.Until, e.Open = x.span(when, n, from)
	if when[n].Interval.Known() {
		interval := e.Interval(func(i int) times.Interval { return when[i].Interval })
		e.When = &interval
	}
	return e, trigger, true
}

// phrase is the span of an event noun with its determiners and its date.
func (x *sentence) phrase(noun, to int) (int, int) {
	first := noun
	for first > 0 {
		switch x.tokens[first-1].UPOS {
		case syntax.DET, syntax.ADJ, syntax.NOUN, syntax.PROPN, syntax.NUM:
			first--
			continue
		}
		break
	}
	return first, to
}

// cue says whether a token is the cue of a statement: its date is when that was said.
func cue(said []statements.Statement, token text.Span) bool {
	for _, s := range said {
		for _, c := range s.Cue {
			if c.Overlaps(token) && s.Stance.Speech() {
				return true
			}
		}
	}
	return false
}

// holder returns the innermost statement whose content holds a token; -1 when the page tells it in its own voice.
func holder(said []statements.Statement, token text.Span) int {
	best, size := -1, 0
	for i, s := range said {
		if s.Confidence < sure {
			continue
		}
		for _, c := range s.Content {
			if c.Contains(token) && (best < 0 || c.Len() < size) {
				best, size = i, c.Len()
			}
		}
	}
	return best
}

// inside cuts a clause to the content that holds its trigger.
func inside(clause, trigger text.Span, content []text.Span) text.Span {
	for _, c := range content {
		if c.Contains(trigger) {
			return text.Span{Start: max(clause.Start, c.Start), End: min(clause.End, c.End)}
		}
	}
	return clause
}

// roles returns the entities of a clause, each once in text order, and the place that a preposition makes its location.
func (x *sentence) roles(clause text.Span, mentions []names.Mention) (participants []int, location int) {
	location = -1
	at := sort.Search(len(mentions), func(i int) bool { return mentions[i].Start >= clause.Start })
	seen := map[int]bool{}
	for ; at < len(mentions) && mentions[at].Start < clause.End; at++ {
		m := mentions[at]
		if m.End > clause.End {
			continue
		}
		if place := m.Type == names.LOC || m.Type == names.GPE; place && m.Form == names.Name && x.follows(m.Start) {
			if location < 0 {
				location = m.Entity
			}
			continue
		}
		if !seen[m.Entity] && m.Type != names.EVENT && m.Type != names.WORK {
			seen[m.Entity] = true
			participants = append(participants, m.Entity)
		}
	}
	return participants, location
}

// follows says whether a preposition of place stands before an offset, an article between them allowed.
func (x *sentence) follows(offset int) bool {
	i, _ := x.within(text.Span{Start: offset, End: offset + 1})
	i--
	if i >= 0 && x.tokens[i].UPOS == syntax.DET {
		i--
	}
	return i >= 0 && x.tokens[i].UPOS == syntax.ADP && x.is("at", x.lower(i))
}
