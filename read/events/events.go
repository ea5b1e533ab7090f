package events

import (
	"slices"
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

// pageOf is what of a page its events are read from.
type pageOf struct {
	t         text.Text
	blocks    []page.Block
	mentions  []names.Mention
	when      []times.Expression
	said      []statements.Statement
	published times.Interval
	words     map[string]map[string]bool
}

// Read finds the events of a page in text order: dated clauses, and event nouns that a verb calls off, puts off, plans or demands. A date that hangs on a verb
// of saying is when something was said, and is no event; a clause that is negated, conditional or only possible tells none either; and nothing that lies
// after the page's publication has occurred.
func Read(l *lang.Language, t text.Text, blocks []page.Block, sentences []syntax.Sentence, mentions []names.Mention, when []times.Expression,
	said []statements.Statement, published times.Interval) []Event {
	p := &pageOf{t: t, blocks: blocks, mentions: mentions, when: when, said: said, published: published, words: classes.Of(l)}
	var found []Event
	next, block, paragraphs := 0, -1, 0
	for i := range sentences {
		s := &sentences[i]
		for next < len(when) && when[next].Start < s.Start {
			next++
		}
		if !blocks[s.Block].Role.Told() {
			continue
		}
		if s.Block != block {
			block = s.Block
			paragraphs++
		}
		had := len(found)
		found = p.sentence(found, s, next)
		for j := had; j < len(found); j++ {
			e := &found[j]
			e.Participants, e.Location = roles(p, s, e.Span)
			e.Status = p.timely(e)
			e.Weight = weight(paragraphs, e.Background)
		}
	}
	return found
}

// sentence adds the events of one sentence, whose first time expression is when[first]. Only sentences with a date or with a word that plans or calls off
// are parsed.
func (p *pageOf) sentence(found []Event, s *syntax.Sentence, first int) []Event {
	var x *sentence
	parse := func() {
		if x == nil {
			syntax.Parse(p.t, s)
			x = newSentence(p.words, p.t, s)
			x.date(p.when, first, s.End)
		}
	}
	start := len(found)
	taken := map[int]bool{}    // expressions that date a plan
	triggers := map[int]bool{} // one event a verb: the first date that hangs on it
	if p.dates(s, first) || planning(p.words, s.Tokens) {
		if parse(); s.Parsed {
			plans := x.planned(p, first, s.End, taken)
			if x.lateToday() {
				plans = slices.DeleteFunc(plans, func(e Event) bool { return e.Status == Postponed })
				clear(taken)
			}
			found = append(found, plans...)
		}
	}
	had := len(found)
	for n := first; n < len(p.when) && p.when[n].Start < s.End; n++ {
		if taken[n] || !told(&p.when[n]) || p.dateline(n, s) {
			continue
		}
		parse()
		e, trigger, ok := x.event(p.when, n, s.Parsed, p.said)
		if !ok || triggers[trigger] || covered(found[:had], e.Trigger) {
			continue
		}
		if e.Status != p.timely(&e) && x.past(trigger) {
			continue // what has been done has no day to come: the date is another's
		}
		triggers[trigger] = true
		if day := narrative(p.when, n); day != n {
			interval := p.when[day].Interval
			e.Time, e.When = day, &interval
		}
		e.To, e.Decided = -1, -1
		e.Background = x.background(trigger, e.Statement >= 0) || x.captioned(trigger, &p.when[n])
		found = append(found, e)
	}
	if demanded := p.demanded(s, x); demanded != nil && !covered(found, demanded.Trigger) {
		found = append(found, *demanded)
	}
	return found[:start+p.within(found[start:])]
}

// within leaves out the demands without a day of their own of a sentence that tells something of a day gone by: "lawmakers approved a bill on 5 January,
// demanding the withdrawal" tells of no demand that is of today. It returns how many are left, in order.
func (p *pageOf) within(list []Event) int {
	gone := slices.ContainsFunc(list, func(e Event) bool {
		return e.Time >= 0 && e.Status == Occurred && !e.Background && (e.When == nil || !p.published.Earliest.Known || e.When.Latest.Known && e.When.Latest.Day < p.published.Earliest.Day-recent)
	})
	n := 0
	for i := range list {
		if !gone || list[i].Status != Demanded || list[i].Time >= 0 {
			list[n] = list[i]
			n++
		}
	}
	return n
}

const recent = 7 // days within which what a page tells is its own news

// dates says whether a sentence holds a date that may be an event's.
func (p *pageOf) dates(s *syntax.Sentence, first int) bool {
	for n := first; n < len(p.when) && p.when[n].Start < s.End; n++ {
		if told(&p.when[n]) && !p.dateline(n, s) {
			return true
		}
	}
	return false
}

// dateline says whether an expression stands in the dateline of its block: it tells when the story was filed.
func (p *pageOf) dateline(n int, s *syntax.Sentence) bool {
	block := p.blocks[s.Block].Span
	line := p.t.At(block)
	if p.inStamp(n) {
		return true
	}
	return p.when[n].Start < block.Start+article.Dateline(line)
}

// covered says whether a trigger is told of by a plan already.
func covered(plans []Event, trigger text.Span) bool {
	for i := range plans {
		if plans[i].Trigger.Overlaps(trigger) || plans[i].By.Overlaps(trigger) {
			return true
		}
	}
	return false
}

// timely is the status of an event under the page's date: what is told for a later day is planned.
func (p *pageOf) timely(e *Event) Status {
	if (e.Status == Occurred || e.Status == Claimed) && e.When != nil && e.When.Earliest.Known && p.published.Latest.Known && e.When.Earliest.Day > p.published.Latest.Day {
		return Planned
	}
	return e.Status
}

// after is the time that lies ahead of a page: what is demanded or called off without a day is not before it. Nil where the page has no date.
func (p *pageOf) after() *times.Interval {
	if !p.published.Latest.Known {
		return nil
	}
	return &times.Interval{Earliest: times.On(p.published.Latest.Day), Grain: times.Unknown}
}

// weight is how much a page makes of an event of its n-th paragraph.
func weight(n int, background bool) float64 {
	w := 5 / float64(4+n)
	if background {
		w /= 4
	}
	return w
}

// narrative returns the expression that tells the day of a bare time of day ("in the morning"): the story's last day before it, if it is near; n
// itself for any other expression.
func narrative(when []times.Expression, n int) int {
	if p := when[n].Pending; p == nil || p.Op != times.Anchor || p.Clock == "" {
		return n
	}
	for i := n - 1; i >= 0 && when[n].Start-when[i].End <= near; i-- {
		if _, one := when[i].Interval.Single(); one && (when[i].Pending == nil || when[i].Pending.Op != times.Anchor) {
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
	if from == to || x.sinceBest(from) || to < len(x.tokens) && x.lower(to) == "as" && x.is("same", x.lower(max(from, to-2))) {
		return Event{}, 0, false
	}
	if grain := when[n].Interval.Grain; (grain == times.Year || grain == times.Decade) && x.attributiveDate(from, to, true) {
		return Event{}, 0, false
	}
	trigger, rule := x.dates(from, to, parsed, said)
	if trigger < 0 {
		return Event{}, 0, false
	}
	if x.pictured(to) || x.furniture(trigger, &when[n]) {
		return Event{}, 0, false
	}
	noun := x.tokens[trigger].UPOS == syntax.NOUN
	first, end, subject := x.extent(trigger, from, to, parsed)
	if first < 0 {
		return Event{}, 0, false
	}
	within := holder(said, x.tokens[trigger].Span)
	around := statements.Other
	if within >= 0 {
		around = said[within].Stance
	}
	status, told := x.status(trigger, first, around)
	if status == Occurred {
		status = x.putOff(trigger, from, status)
	}
	if status == Occurred && x.laterToday(trigger, from, to) {
		status = Planned
	}
	if !told {
		return Event{}, 0, false
	}
	e := Event{Span: text.Span{Start: x.tokens[first].Start, End: x.tokens[end-1].End}.Cover(x.tokens[trigger].Span), Status: status, Time: n,
		Subject: subject, Location: -1, Statement: within, Rule: rule}
	if e.Trigger = x.tokens[trigger].Span; !noun {
		e.Trigger.Start = x.tokens[x.group(trigger)].Start
	}
	e.Span = e.Span.Cover(e.Trigger)
	if e.Statement >= 0 {
		if !noun && !x.reduced(trigger) { // a noun's event, with what describes it, is taken for known by whoever speaks
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

// dates returns the token that the time expression of tokens [from, to) dates, -1 where that is no event: a verb of saying, or one that tells of none.
func (x *sentence) dates(from, to int, parsed bool, said []statements.Statement) (trigger int, rule string) {
	trigger, rule = x.trigger(from, to, parsed)
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
		return -1, ""
	}
	return trigger, rule
}

// extent returns the tokens of the clause of a trigger and the subject that it shares with another; first is -1 where a participle by itself tells of
// nothing: "formed in 2014".
func (x *sentence) extent(trigger, from, to int, parsed bool) (first, end int, subject text.Span) {
	first, end = x.clause(trigger)
	switch {
	case x.tokens[trigger].UPOS == syntax.NOUN:
		first, end = x.phrase(trigger, to)
	case parsed:
		first, end = x.subtree(trigger)
	}
	if to > end && x.tokens[trigger].UPOS != syntax.NOUN && from > trigger {
		end = to // what the date hangs on reaches as far as the date: established “the mechanisms” in April
	}
	switch {
	case !parsed:
	case first == x.group(trigger):
		subject = x.sharedSubject(trigger)
	case x.tokens[first].XPOS == syntax.WDT || x.tokens[first].XPOS == syntax.WP:
		subject = x.antecedent(trigger)
	}
	if first == trigger && subject.Empty() {
		if first = x.described(trigger); first == trigger && x.tokens[trigger].XPOS == syntax.VBN {
			return -1, end, subject
		}
	}
	for first < trigger && x.lower(first) == "that" && x.tokens[first].XPOS == syntax.IN {
		first++
	}
	return first, end, subject
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
func roles(p *pageOf, s *syntax.Sentence, clause text.Span) (participants []int, location int) {
	mentions := p.mentions
	x := &sentence{words: p.words, t: p.t, tokens: s.Tokens}
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
