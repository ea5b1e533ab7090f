package times

import (
	"strings"

	"github.com/hearsay-news/hearsay/read/syntax"
)

// tense of the clause an expression stands in.
type tense uint8

const (
	noTense tense = iota
	past
	present
	future
)

// side says on which side of the anchor a bare name lies: what has been told in the past tense lies before, what will be lies after.
func (f *finder) side(p *Pending, c candidate) string {
	t := f.tense(c)
	switch p.Op {
	case "weekday", "weekend":
		if t == future || t == present && f.headline {
			return "after"
		}
		return "before"
	case "quarter", "half":
		if t == future {
			return "near-future"
		}
		return "before"
	}
	// A date or month close by is meant more often than the tense of a verb near it tells: the tense only weighs.
	switch t {
	case future:
		return "near-future"
	case past:
		return "near-past"
	case present:
		if f.headline {
			return "near-future"
		}
	}
	return "near"
}

var planned = map[string]bool{"scheduled": true, "expected": true, "due": true, "planned": true, "set": true, "slated": true, "upcoming": true,
	"plans": true, "intends": true, "aims": true, "hopes": true, "forecast": true, "expects": true, "deadline": true}

// plannedVerbs tell of what is still to come, whatever their own tense.
var plannedVerbs = map[string]bool{"planned": true, "scheduled": true, "expected": true, "planning": true, "scheduling": true, "expecting": true, "preparing": true, "hoping": true}

// reach is how many words away a verb may govern an expression: it bounds the work on endless sentences.
const reach = 80

// tense finds the verb that governs an expression: the nearest verb group before it in its clause, else the nearest after it.
func (f *finder) tense(c candidate) tense {
	if len(f.tokens) == 0 || !f.tagged() {
		return f.tenseByWords(c)
	}
	at := f.token(c.from)
	last := f.token(c.to - 1)
	if at < 0 {
		return noTense
	}
	if f.aheadOf(c.from) {
		return future
	}
	commas := 0
	for i := at - 1; i >= 0 && i >= at-reach; i-- {
		t := &f.tokens[i]
		word := f.text[t.Start:t.End]
		if word == ";" {
			break
		}
		if word == "," {
			commas++
		}
		if commas == 0 && at-i <= 6 && planned[word] && (i == 0 || !isVerb(&f.tokens[i-1]) || f.tokens[i-1].XPOS != syntax.VBD) {
			return future
		}
		if isVerb(t) {
			if v := f.verbTense(i); v != noTense {
				if v == future && f.possessed(c.to) {
					return past // "would get around Wednesday's ruling": what is named has been
				}
				return v
			}
		}
	}
	for i := last + 1; i < len(f.tokens) && i <= last+reach; i++ {
		t := &f.tokens[i]
		if isVerb(t) {
			if v := f.verbTense(i); v != noTense {
				return v
			}
		}
	}
	return noTense
}

// aheadOf reads "ahead of", "as soon as", "as early as" and "until" after a word of delay.
func (f *finder) aheadOf(atom int) bool {
	switch f.lower(atom - 1) {
	case "of":
		return f.lower(atom-2) == "ahead" || f.lower(atom-2) == "eve"
	case "as":
		w := f.lower(atom - 2)
		return w == "soon" || w == "early" || w == "late"
	case "until", "till":
		for i := atom - 2; i >= 0 && i > atom-12; i-- {
			switch f.lower(i) {
			case "postponed", "extended", "given", "delayed", "deadline", "adjourned", "gave", "suspended", "have", "has":
				return true
			}
		}
	}
	return false
}

// possessed says whether the expression is a possessor: "Wednesday's ruling".
func (f *finder) possessed(to int) bool {
	return to+1 < len(f.scan.Atoms) && f.scan.Atoms[to].Glued && f.lower(to+1) == "s" && f.scan.Atoms[to+1].Glued
}

func (f *finder) tagged() bool {
	return f.tokens[0].XPOS != syntax.NoXPOS || f.tokens[len(f.tokens)-1].XPOS != syntax.NoXPOS
}

func isVerb(t *syntax.Token) bool {
	switch t.XPOS {
	case syntax.MD, syntax.VB, syntax.VBD, syntax.VBG, syntax.VBN, syntax.VBP, syntax.VBZ:
		return true
	}
	return false
}

// verbTense reads the verb group that holds token i.
func (f *finder) verbTense(i int) tense {
	word := func(j int) string {
		if j < 0 || j >= len(f.tokens) {
			return ""
		}
		return strings.ToLower(f.text[f.tokens[j].Start:f.tokens[j].End])
	}
	switch f.tokens[i].XPOS {
	case syntax.VBD:
		if w := word(i); (w == "was" || w == "were") && (planned[word(i+1)] || word(i+1) == "to") {
			return future
		}
		if plannedVerbs[word(i)] {
			return future
		}
		return past
	case syntax.VBZ, syntax.VBP:
		switch word(i) {
		case "has", "have", "'ve":
			return past
		case "is", "are", "'re", "'m", "am":
			for j := i + 1; j < len(f.tokens) && j < i+4; j++ {
				switch {
				case planned[word(j)] || word(j) == "going" || word(j) == "to" && j == i+1:
					return future
				}
			}
		}
		return present
	case syntax.MD:
		switch word(i) {
		case "will", "'ll", "wo", "shall", "may", "can", "ca", "should", "might", "must":
			return future
		case "would":
			return future
		case "could": // "could not be reached Friday" has happened, "could leave Friday" has not
			for j := i - 8; j <= i+1; j++ {
				switch word(j) {
				case "not", "n't", "neither", "nor", "never":
					return past
				}
			}
			return future
		}
		return present
	}
	if plannedVerbs[word(i)] && f.tokens[i].XPOS == syntax.VBG {
		return future
	}
	// A participle or infinitive: the auxiliary before it decides.
	for j := i - 1; j >= 0 && j >= i-4; j-- {
		t := &f.tokens[j]
		switch t.XPOS {
		case syntax.MD, syntax.VBD, syntax.VBZ, syntax.VBP:
			return f.verbTense(j)
		case syntax.TO:
			if planned[word(j-1)] || word(j-1) == "set" {
				return future
			}
			if word(j-1) == "" {
				return noTense
			}
			return f.infinitive(j)
		case syntax.RB, syntax.VBN, syntax.VBG, syntax.VB:
			continue
		}
		break
	}
	if f.tokens[i].XPOS == syntax.VBN {
		return past
	}
	return noTense
}

// infinitive reads "to VERB" through the verb it hangs on: "plans to", "is to", "decided to".
func (f *finder) infinitive(to int) tense {
	for j := to - 1; j >= 0 && j >= to-3; j-- {
		t := &f.tokens[j]
		if !isVerb(t) {
			continue
		}
		switch strings.ToLower(f.text[t.Start:t.End]) {
		case "is", "are", "plans", "plan", "wants", "want", "intends", "hopes", "hope", "expects", "expect", "agreed", "planned", "intend", "promised", "pledged", "vowed",
			"scheduled", "decided", "due", "set", "seeks", "threatened", "ordered", "need", "needs":
			return future
		}
		return noTense
	}
	return noTense
}

var futureWords = map[string]bool{"will": true, "shall": true, "ll": true, "would": true}
var pastWords = map[string]bool{"was": true, "were": true, "had": true, "did": true, "has": true, "have": true, "said": true, "told": true, "met": true, "went": true,
	"came": true, "made": true, "took": true, "began": true, "became": true, "got": true, "gave": true, "saw": true, "left": true, "held": true, "fell": true,
	"rose": true, "sent": true, "died": true, "won": true, "lost": true, "found": true}

// tenseByWords is the fall-back without tags: word forms alone.
func (f *finder) tenseByWords(c candidate) tense {
	read := func(i int) tense {
		w := f.lower(i)
		switch {
		case futureWords[w] || planned[w] && w != "set":
			return future
		case w == "to" && (f.lower(i-1) == "is" || f.lower(i-1) == "are" || f.lower(i-1) == "going"):
			return future
		case pastWords[w] || len(w) > 4 && strings.HasSuffix(w, "ed"):
			return past
		}
		return noTense
	}
	for i := c.from - 1; i >= 0 && i >= c.from-reach; i-- {
		if v := read(i); v != noTense {
			return v
		}
	}
	for i := c.to; i < len(f.scan.Atoms) && i < c.to+reach; i++ {
		if v := read(i); v != noTense {
			return v
		}
	}
	return noTense
}
