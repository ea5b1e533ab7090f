package statements

import "github.com/hearsay-news/hearsay/read/syntax"

// step is one way in which a base noun phrase goes on at an item, or ends there. Steps are asked in their order; the first that answers decides: how many
// more items belong to the phrase, none where it ends.
type step struct {
	name, example string
	of            func(l *line, i int, timed bool) (take int, decided bool)
}

// leftSteps are asked of the item before item i, which belongs to the phrase.
var leftSteps = []step{
	{"a compound", "commander-in- | chief", (*line).compoundLeft},
	{"letters in brackets", "Port Forces (PF) | militias", (*line).bracketLeft},
	{"a determiner opens it", "the | port; all the | ports", (*line).determinerLeft},
	{"an adverb or a pair before an adjective", "a very | old port; political and | military officials", (*line).degreeLeft},
	{"an adverbial of time", "on Monday | officials", (*line).timeLeft},
	{"a participle that is a verb", "leaving | officials", (*line).participleLeft},
	{"a pronoun", "told him | officials", (*line).pronounLeft},
}

// chunkLeft returns where the base noun phrase that ends before to begins; to itself when there is none.
func (l *line) chunkLeft(to int) int {
	if to <= 0 {
		return to
	}
	i := to - 1
	if l.items[i].low == ")" { // "the union (PWU)"
		if open := l.bracketOpen(i, 8); open >= 0 {
			return l.chunkLeft(open)
		}
		return to
	}
	for i > 0 && isQuoteMark(l.items[i]) {
		i--
	}
	if !nounish(l.items[i]) {
		return to
	}
	if l.items[i].tag == syntax.PRP {
		return i
	}
	timed := l.items[i].time >= 0
	for i > 0 {
		take := l.goOn(leftSteps, i, timed)
		if take == 0 {
			break
		}
		i -= take
	}
	i = l.withoutGapNoun(i, to)
	for i < to-1 && (l.items[i].tag == syntax.POS || l.items[i].low == "that" && i > 0 && isVerb(l.items[i-1].tag) || isQuoteMark(l.items[i]) && !isQuoteMark(l.items[to-1]) || l.items[i].low == "-") {
		i++
	}
	return i
}

// goOn asks the steps in their order and returns how many more items the phrase takes: one where none of them decides.
func (l *line) goOn(steps []step, i int, timed bool) int {
	for k := range steps {
		if take, decided := steps[k].of(l, i, timed); decided {
			return take
		}
	}
	return 1
}

// bracketOpen returns where the bracket opens that closes at item i, at most so many items before; -1 for nowhere.
func (l *line) bracketOpen(i, most int) int {
	for k := i - 1; k >= 0 && i-k <= most; k-- {
		if l.items[k].low == "(" {
			return k
		}
	}
	return -1
}

func (l *line) compoundLeft(i int, _ bool) (int, bool) {
	it := l.items[i-1]
	return 2, i > 1 && it.low == "-" && it.End == l.items[i].Start && l.items[i-2].End == it.Start
}

func (l *line) bracketLeft(i int, _ bool) (int, bool) {
	if l.items[i-1].low != ")" {
		return 0, false
	}
	if open := l.bracketOpen(i-1, 8); open > 0 && nounish(l.items[open-1]) {
		return i - open, true
	}
	return 0, true
}

func (l *line) determinerLeft(i int, _ bool) (int, bool) {
	it, here := l.items[i-1], l.items[i]
	if here.tag != syntax.DT && here.tag != syntax.PRPS && here.tag != syntax.WPS {
		return 0, false
	}
	if it.tag == syntax.PDT || it.low == "all" || it.low == "both" || it.low == "half" {
		return 1, true
	}
	return 0, here.tag != syntax.DT || it.low != "such"
}

func (l *line) degreeLeft(i int, _ bool) (int, bool) {
	it, here := l.items[i-1], l.items[i]
	if modifier(it) || it.tag == syntax.VBD && i > 1 && here.tag == syntax.NNS && (l.items[i-2].tag == syntax.JJ || l.items[i-2].tag == syntax.IN && l.items[i-2].low == "of") {
		return 0, false
	}
	adverb := it.tag == syntax.RB || it.tag == syntax.RBR || it.tag == syntax.RBS
	switch {
	case adverb && (here.tag == syntax.JJ || here.tag == syntax.CD || here.tag == syntax.VBN) && i > 1 && (l.items[i-2].tag == syntax.DT || here.tag == syntax.CD):
		return 1, true
	case it.tag == syntax.CC && i > 1 && here.tag == syntax.JJ && l.items[i-2].tag == syntax.JJ: // political and military officials
		return 2, true
	}
	return 0, true
}

func (l *line) timeLeft(i int, timed bool) (int, bool) {
	return 0, l.items[i-1].time >= 0 && !timed && l.items[i].tag != syntax.POS && !(i > 1 && (l.items[i-2].tag == syntax.DT || l.items[i-2].tag == syntax.PRPS))
}

func (l *line) participleLeft(i int, _ bool) (int, bool) {
	it := l.items[i-1]
	if it.tag != syntax.VBG && it.tag != syntax.VBN && it.tag != syntax.VBD || i > 1 && l.items[i-2].low == "-" && l.items[i-2].End == it.Start {
		return 0, false
	}
	if i == 1 {
		return 0, true
	}
	switch before := l.items[i-2].tag; before {
	case syntax.DT, syntax.PRPS, syntax.JJ, syntax.POS, syntax.CD:
		return 0, false
	case syntax.IN:
		return 0, it.tag != syntax.VBN
	}
	return 0, true
}

func (l *line) pronounLeft(i int, _ bool) (int, bool) { return 0, l.items[i-1].tag == syntax.PRP }

// rightSteps are asked of item i, with timed for whether the phrase has its head already.
var rightSteps = []step{
	{"a compound", "commander | -in-chief", (*line).compoundRight},
	{"an adverb or a pair before an adjective", "the | very old port; political | and military officials", (*line).degreeRight},
	{"another phrase", "the port | it; the port | the", (*line).anotherRight},
	{"a verb form that no noun follows", "the port | closing", (*line).participleRight},
	{"an adverbial of time", "the port | Monday", (*line).timeRight},
}

// chunkRight returns where the base noun phrase that begins at from ends; from itself when there is none.
func (l *line) chunkRight(from int) int {
	if from < len(l.items) && l.items[from].tag == syntax.PRP && l.items[from].low != "-" {
		return from + 1
	}
	i, head := from, from
	for i < len(l.items) {
		if i == from {
			if it := l.items[i]; !modifier(it) && !nounish(it) {
				break
			}
			i++
			if nounish(l.items[i-1]) {
				head = i
			}
			continue
		}
		take := l.goOn(rightSteps, i, head > from)
		if take == 0 {
			break
		}
		i += take
		if adverbial := take == 1 && !modifier(l.items[i-1]) && !nounish(l.items[i-1]); !adverbial && nounish(l.items[i-1]) {
			head = i
		}
	}
	if head < len(l.items) && head > from && l.items[head].tag == syntax.POS && head+1 >= len(l.items) {
		return head
	}
	return head
}

func (l *line) compoundRight(i int, _ bool) (int, bool) {
	it := l.items[i]
	return 2, it.low == "-" && i+1 < len(l.items) && it.Start == l.items[i-1].End && it.End == l.items[i+1].Start
}

func (l *line) degreeRight(i int, _ bool) (int, bool) {
	it := l.items[i]
	if modifier(it) || nounish(it) {
		return 0, false
	}
	adjective := i+1 < len(l.items) && l.items[i+1].tag == syntax.JJ
	if adjective && (it.tag == syntax.RB || it.tag == syntax.RBR || it.tag == syntax.CC && l.items[i-1].tag == syntax.JJ) {
		return 1, true
	}
	return 0, true
}

func (l *line) anotherRight(i int, headed bool) (int, bool) {
	it := l.items[i]
	return 0, it.tag == syntax.PRP || headed && (it.tag == syntax.DT || it.tag == syntax.PRPS) && it.low != "all"
}

func (l *line) participleRight(i int, headed bool) (int, bool) {
	it := l.items[i]
	return 0, headed && (it.tag == syntax.VBG || it.tag == syntax.VBN || it.tag == syntax.JJ) && l.items[i-1].tag != syntax.POS && (i+1 >= len(l.items) || !isNoun(l.items[i+1].tag))
}

func (l *line) timeRight(i int, headed bool) (int, bool) {
	return 0, headed && l.items[i].time >= 0 && l.items[i-1].time < 0 && l.items[i-1].tag != syntax.POS
}
