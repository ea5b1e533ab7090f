package figures

import (
	"strings"

	"github.com/hearsay-news/hearsay/compare/lines"
	"github.com/hearsay-news/hearsay/read/clauses"
	"github.com/hearsay-news/hearsay/text"
)

const mostFate = 12 // words that tell by whom or in what somebody was killed

// fateWords is a noun with what became of those counted, by whom or in what; "" where nothing became of them:
//
//	the blast in Besk killed nine people      people killed by the blast in Besk
//	nine people died in the flood of Elsk     people that died in the flood of Elsk
//	nine dead                                 people killed
func (r *reader) fateWords(t *item, noun string) string {
	if t.fate == "" {
		return ""
	}
	if strings.Contains(noun, t.fate) || r.deaths(noun) {
		return noun
	}
	full := t.page.Page.Text
	c, part := r.fatal(t)
	if c == nil {
		return noun + " " + t.fate
	}
	stop := min(c.End, t.page.Sentence(t.span).End)
	verb := full.At(c.Trigger)
	after := text.Span{Start: c.Trigger.End, End: stop}
	tail := ""
	switch doer := c.Part(clauses.Agent); {
	case part.Start >= c.Trigger.End && doer != nil && doer.End <= c.Trigger.Start: // it killed nine people in Besk
		who, vague := r.called(t, doer.Span)
		if !vague {
			tail = " by " + r.inner(who)
		}
		return lines.Tidy(noun + " " + t.fate + tail + space(r.short(t, text.Span{Start: max(part.End, t.span.End), End: stop})))
	case part.Start >= c.Trigger.End:
		return lines.Tidy(noun + " " + t.fate + space(r.short(t, text.Span{Start: max(part.End, t.span.End), End: stop})))
	}
	tail = space(r.short(t, after))
	if before := full.Between(max(part.End, c.Trigger.Start-fateReach), c.Trigger.Start); r.passive(before) || strings.TrimSpace(before) == "" && r.al.Word("suffered", strings.ToLower(verb)) {
		return lines.Tidy(noun + " " + verb + tail)
	}
	return lines.Tidy(noun + that(true) + verb + tail)
}

// deaths says whether a noun tells by itself what became of those it counts: "deaths", "death toll".
func (r *reader) deaths(noun string) bool {
	for _, w := range strings.Fields(noun) {
		if r.al.Word("toll", strings.ToLower(w)) {
			return true
		}
	}
	return false
}

const fateReach = 24 // bytes before a verb in which its auxiliaries stand

// passive says whether the last words before a verb make it one that is suffered: "were", "have been".
func (r *reader) passive(before string) bool {
	for _, w := range strings.Fields(before) {
		if r.al.Word("suffering", strings.ToLower(w)) {
			return true
		}
	}
	return false
}

// fatal is the clause that tells what became of those counted, and its part that they are.
func (r *reader) fatal(t *item) (*clauses.Clause, *clauses.Part) {
	p := t.page
	first, end := p.ClausesIn(p.Sentence(t.span))
	for i := first; i < end; i++ {
		c := &p.Clauses[i]
		if c.Noun || !fatal(c) {
			continue
		}
		for k := range c.Parts {
			if q := &c.Parts[k]; q.Amount == t.index && (q.Slot == clauses.Object || q.Slot == clauses.Agent) || q.Slot == clauses.Object && !t.thing.span.Empty() && q.Contains(t.thing.span) {
				return c, q
			}
		}
	}
	return nil, nil
}

// fatal says whether a clause tells what becomes of people: they are killed, hurt, taken.
func fatal(c *clauses.Clause) bool {
	for _, class := range c.Classes {
		switch class {
		case "kill", "murder", "die", "injure", "arrest":
			return true
		}
	}
	return false
}

// short is what stands in a stretch up to the first mark behind which something else is told, without a last empty word.
func (r *reader) short(t *item, in text.Span) string {
	if in.Start >= in.End {
		return ""
	}
	full, v := t.page.Page.Text, r.set.Vocabulary
	var out []string
	for i, s := range fieldsIn(full, in) {
		w := full.At(s)
		low := strings.ToLower(strings.Trim(w, ",;:."))
		if i == 0 && (strings.Trim(w, ",;:") == "" || r.al.Word("opening", low)) || i > 0 && v.Is("break", low) || i == mostFate || w == "," || w == "--" {
			break
		}
		out = append(out, w)
		if ends(w) {
			break
		}
	}
	for len(out) > 0 && r.stop(out[len(out)-1]) {
		out = out[:len(out)-1]
	}
	return strings.Join(plain(out), " ")
}
