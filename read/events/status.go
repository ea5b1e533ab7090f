package events

import (
	"github.com/hearsay-news/hearsay/read/statements"
	"github.com/hearsay-news/hearsay/read/syntax"
)

// status says how real the words make an event; false when they tell none: a negated or conditional verb, a question. An infinitive
// tells one only where the statement around it demands or promises it.
func (x *sentence) status(trigger, from int, around statements.Stance) (Status, bool) {
	if x.tokens[trigger].UPOS == syntax.NOUN {
		return Occurred, true
	}
	first := x.group(trigger)
	if x.inverted(trigger) {
		return "", false
	}
	if w := x.lower(first); (w == "will" || w == "wo") && trigger > first+1 && x.lower(trigger-1) == "longer" {
		return Cancelled, true // "will no longer travel on Friday"
	}
	if x.negated(first, trigger) {
		return Cancelled, x.calledOff(first, trigger)
	}
	for i := first; i < trigger; i++ {
		switch x.lower(i) {
		case "will", "shall", "ll", "'ll", "’ll":
			return Planned, true
		case "would":
			return Planned, true
		case "may", "might", "could", "can", "should", "must":
			return "", false
		}
		if x.ahead(i) || x.tokens[i].XPOS == syntax.TO && i > first && x.tokens[i-1].Lemma == "be" {
			return Planned, true // "are to be exchanged"
		}
	}
	if x.is("ahead", x.lower(trigger)) && x.tokens[trigger].XPOS == syntax.VBN && first < trigger && trigger+1 < len(x.tokens) && x.lower(trigger+1) == "to" {
		return Planned, true // "was set to land": read as a noun
	}
	if first < trigger && x.lower(first) == "to" && x.lower(first+1) != "have" {
		return x.infinitive(trigger, first, around)
	}
	for i := max(0, from-1); from >= 0 && i < first; i++ {
		if x.is("unreal", x.lower(i)) {
			return "", false
		}
	}
	switch x.tokens[trigger].XPOS {
	case syntax.VBD, syntax.VBN, syntax.VBZ, syntax.VBP:
		return Occurred, true
	case syntax.VBG:
		return Occurred, first < trigger
	case syntax.VB:
		return Planned, around == statements.Demand // "demanded that the army leave"
	}
	return "", false
}

// inverted says whether a clause tells what was not so by its order: "had he left on Monday, …", "should it rain on Sunday, …".
func (x *sentence) inverted(verb int) bool {
	for i := 0; i < verb; i++ {
		if !x.is("inverting", x.lower(i)) || i > 0 && x.tokens[i-1].UPOS != syntax.PUNCT && x.lower(i-1) != "even" {
			continue
		}
		if x.tokens[verb].Head-1 == i && x.tokens[verb].XPOS == syntax.VBN && verb > i+1 {
			return true // read as a verb of its own
		}
		if x.tokens[i].Head-1 != verb {
			continue
		}
		for j := i + 1; j < verb; j++ {
			if t := &x.tokens[j]; t.Head-1 == verb && (t.Deprel == syntax.Nsubj) {
				return true
			}
		}
	}
	return false
}

// infinitive is the status of a verb group that begins with "to", by the word that governs it: "is to leave", "has to be decided", "had to resign".
func (x *sentence) infinitive(trigger, to int, around statements.Stance) (Status, bool) {
	if to > 0 {
		switch head := &x.tokens[to-1]; {
		case head.Lemma == "be", x.ahead(to - 1):
			return Planned, true
		case head.Lemma == "have":
			if head.XPOS == syntax.VBD {
				return Occurred, true
			}
			return Planned, true
		}
	}
	return Planned, around == statements.Demand || around == statements.Pledge || around == statements.Predict
}

// carried is what becomes of a status inside a statement. A demand takes the present ("that the troops leave"), so only its past tenses are
// claims.
func carried(status Status, stance statements.Stance, tag syntax.XPOS) Status {
	if status == Cancelled || status == Postponed {
		return reported(status, stance)
	}
	switch stance {
	case statements.Deny:
		return Denied
	case statements.Demand:
		if status == Planned || tag == syntax.VBP || tag == syntax.VBZ || tag == syntax.VB {
			return Demanded
		}
	case statements.Pledge, statements.Predict:
		if status == Planned {
			return Planned
		}
	case statements.Think, statements.Attitude:
		if status == Occurred {
			return Claimed
		}
		return Planned
	}
	if status == Occurred {
		return Claimed
	}
	return status
}

// laterToday says whether a verb in the present tells of a time that is still to come on the page's own day: "when it is published later today".
func (x *sentence) laterToday(verb, from, to int) bool {
	if tag := x.tokens[x.group(verb)].XPOS; tag != syntax.VBZ && tag != syntax.VBP {
		return false
	}
	return from > 0 && x.is("still-to-come", x.lower(from-1)) || from < to && x.is("still-to-come", x.lower(from))
}

// calledOff says whether a negated verb group tells that something that is held will not be: "will not take place", "is not going ahead", "won't be held".
func (x *sentence) calledOff(first, verb int) bool {
	if !x.is("held", x.tokens[verb].Lemma) {
		return false
	}
	if l := x.tokens[verb].Lemma; (l == "take" || l == "go") && (verb+1 >= len(x.tokens) || x.lower(verb+1) != "place" && x.lower(verb+1) != "ahead") {
		return false
	}
	for i := verb + 1; i < len(x.tokens) && i <= verb+4; i++ {
		if w := x.lower(i); w == "until" || w == "before" || w == "as" {
			return false // "will not take place until Sunday"
		}
	}
	for i := first; i < verb; i++ {
		if x.ahead(i) || x.tokens[i].UPOS == syntax.ADJ {
			return false // "is not likely to happen"
		}
	}
	switch x.lower(first) {
	case "will", "wo", "can", "is", "are", "shall":
		return true
	}
	return false
}

// negated says whether a verb group holds a negation.
func (x *sentence) negated(first, verb int) bool {
	for i := first; i < verb; i++ {
		switch x.lower(i) {
		case "not", "n't", "never", "n’t":
			return true
		}
	}
	return false
}

// past says whether a verb group is in the past or the perfect.
func (x *sentence) past(verb int) bool {
	t := &x.tokens[verb]
	if t.XPOS == syntax.VBD {
		return true
	}
	first := x.group(verb)
	if first == verb {
		return t.XPOS == syntax.VBN
	}
	return x.tokens[first].XPOS == syntax.VBD || x.tokens[first].Lemma == "have"
}
