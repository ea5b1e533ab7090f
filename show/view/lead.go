package view

import (
	"slices"
	"strings"
)

// Says is what stands before the words of a row: the verb of its stance, or the cue's own words where that verb would not go with them: before a denial's
// words ("stressed that he would not allow it" denies, but is not denied), an infinitive ("called on Sel to open it"), a noun's clause ("expressed hope
// that") and a thought.
func (s Statement) Says() string {
	a := s.Opens()
	if a != nil && len(a.Cue) > 0 && s.Stance == "deny" {
		return phrase(a.Cue)
	}
	if a == nil || len(a.Cue) == 0 || len(a.Content) == 0 || a.Cue[0].Start > a.Content[0].Start {
		return Verb(s.Stance)
	}
	switch infinitive := strings.HasPrefix(s.Words, "to "); {
	case infinitive, strings.HasPrefix(s.Rule, "light-"), s.Stance == "think", s.Stance == "attitude", s.Stance == "other":
		places := slices.Clone(a.Cue)
		for _, p := range s.Addressee {
			if infinitive && p.Page == a.Page && p.End <= a.Content[0].Start {
				places = append(places, p)
			}
		}
		slices.SortStableFunc(places, func(x, y Place) int { return x.Span.Compare(y.Span) })
		return phrase(places)
	}
	return Verb(s.Stance)
}

// phrase writes places that stand side by side as one phrase, and an ellipsis for what is left out between others.
func phrase(places []Place) string {
	var b strings.Builder
	for i, p := range places {
		switch {
		case i == 0:
		case p.Span.Start-places[i-1].Span.End <= 1:
			b.WriteString(" ")
		default:
			b.WriteString(" … ")
		}
		b.WriteString(OneLine(p.Text))
	}
	return b.String()
}

// Verb writes a stance as the verb of a row.
func Verb(stance string) string {
	if v := verbs[stance]; v != "" {
		return v
	}
	return stance
}

var verbs = map[string]string{"say": "says", "claim": "claims", "deny": "denies", "confirm": "confirms", "announce": "announces", "pledge": "pledges", "demand": "demands",
	"warn": "warns", "accuse": "accuses", "question": "asks", "praise": "praises", "condemn": "condemns", "predict": "predicts", "agree": "agrees", "evidence": "shows",
	"hearsay": "passes on", "silence": "won’t say", "think": "thinks", "attitude": "feels"}
