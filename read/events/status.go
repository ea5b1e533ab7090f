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
	for i := first; i < trigger; i++ {
		switch x.lower(i) {
		case "not", "n't", "never", "n’t":
			return "", false
		case "will", "shall", "ll", "'ll", "’ll":
			return Planned, true
		case "would":
			return Planned, true
		case "may", "might", "could", "can", "should", "must":
			return "", false
		}
		if x.ahead(i) {
			return Planned, true
		}
	}
	// "is to leave": a form of be before the infinitive.
	if x.tokens[trigger].XPOS == syntax.VB && trigger >= 2 && x.tokens[trigger-1].XPOS == syntax.TO {
		if x.tokens[trigger-2].Lemma == "be" || x.ahead(trigger-2) {
			return Planned, true
		}
		return Planned, around == statements.Demand || around == statements.Pledge || around == statements.Predict
	}
	for i := from; i >= 0 && i < first; i++ {
		if x.is("unreal", x.lower(i)) {
			return "", false
		}
	}
	if from > 0 && x.is("unreal", x.lower(from-1)) {
		return "", false
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

// carried is what becomes of a status inside a statement. A demand takes the present ("that the troops leave"), so only its past tenses are
// claims.
func carried(status Status, stance statements.Stance, tag syntax.XPOS) Status {
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
