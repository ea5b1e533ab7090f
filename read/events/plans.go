package events

import (
	"strings"

	"github.com/hearsay-news/hearsay/read/statements"
	"github.com/hearsay-news/hearsay/read/syntax"
	"github.com/hearsay-news/hearsay/text"
)

// A plan is an event noun with what the words that govern it make of it:
//
//	The council cancelled a meeting planned for Friday.     meeting: cancelled, by "cancelled", though planned
//	Elections were moved from 3 November to 1 December.     elections: postponed
//	The villages have called for the closure of the mill.   closure: demanded
type plan struct {
	noun   int // the token of the event noun
	status Status
	verb   int   // what says so, the verb or noun with the strongest word
	verbs  []int // all that say something of it, verb with them
}

// strength orders what may be said of one plan at once: what was called off had been planned.
var strength = map[Status]int{Planned: 1, Demanded: 2, Postponed: 3, Cancelled: 4}

// offices are the classes of words that govern an event noun, with the status they give it.
var offices = [...]struct {
	class  string
	status Status
	dated  bool // tells an event only with a day: "planned a hearing" alone is none
}{
	{"cancelling", Cancelled, false},
	{"putting-off", Postponed, false},
	{"moving", Postponed, true},
	{"planning", Planned, true},
	{"summoning", Planned, true},
	{"demanding", Demanded, false},
}

// planning says whether a sentence without a date may tell of a plan, with an event noun and a word that may govern it: whether it is worth parsing for one.
func planning(words map[string]map[string]bool, tokens []syntax.Token) bool {
	governs, happenings := words["plan-word"], words["happening"]
	noun, word := false, false
	for i := range tokens {
		switch t := &tokens[i]; t.UPOS {
		case syntax.VERB:
			word = word || governs[t.Lemma]
		case syntax.NOUN:
			noun = noun || happenings[t.Lemma]
			word = word || governs[t.Lemma]
		}
	}
	return noun && word
}

// plans finds the plans of a parsed sentence, in text order.
func (x *sentence) plans() []plan {
	var found []plan
	for v := range x.tokens {
		for _, office := range offices {
			if !x.does(office.class, v) {
				continue
			}
			noun := x.governed(v, office.class)
			status, told := x.settled(v, office.status)
			if noun < 0 || !told || office.dated && status == office.status && status == Postponed && !x.moves(v) {
				continue
			}
			found = join(found, plan{noun: noun, status: status, verb: v, verbs: []int{v}})
			break
		}
	}
	return found
}

// join adds a plan to those found: what is said of one noun is one plan.
func join(found []plan, p plan) []plan {
	for i := range found {
		if q := &found[i]; q.noun == p.noun {
			q.verbs = append(q.verbs, p.verb)
			if strength[p.status] > strength[q.status] {
				q.status, q.verb = p.status, p.verb
			}
			return found
		}
	}
	return append(found, p)
}

// does says whether a token is a word of a class, alone ("cancel") or with a particle or preposition after it ("call+off", "call+for").
func (x *sentence) does(class string, v int) bool {
	t := &x.tokens[v]
	switch t.UPOS {
	case syntax.VERB:
	case syntax.ADJ:
		if t.Lemma != "due" {
			return false
		}
	case syntax.NOUN:
		return x.is(class+"-noun", t.Lemma)
	default:
		return false
	}
	if x.hyphened(v) {
		return false
	}
	if x.is(class, t.Lemma) {
		return true
	}
	if !x.is("with-particle", t.Lemma) {
		return false
	}
	for i := v + 1; i < len(x.tokens) && i <= v+6; i++ {
		if t := &x.tokens[i]; (t.Head-1 == v || i <= v+2) && t.UPOS != syntax.DET && t.UPOS != syntax.PRON && x.is(class, x.tokens[v].Lemma+"+"+x.lower(i)) {
			return true
		}
		if x.tokens[i].UPOS == syntax.PUNCT {
			break
		}
	}
	return false
}

// governed returns the event noun that a word of a class is about: its object, the subject of a passive or of what happens by itself, the noun it
// describes, or what follows its preposition; -1 for none.
func (x *sentence) governed(v int, class string) int {
	t := &x.tokens[v]
	switch {
	case t.UPOS == syntax.NOUN:
		return x.ofNoun(v, class)
	case t.Deprel == syntax.Acl && (t.XPOS == syntax.VBN || t.XPOS == syntax.VBD || t.UPOS == syntax.ADJ) && x.group(v) == v: // "a meeting planned for Friday"
		return x.happening(t.Head-1, false)
	case t.UPOS == syntax.ADJ:
		return x.happening(x.subject(v), false)
	case class == "summoning":
		return x.after(v, "to before")
	case x.passive(v):
		return x.happening(x.subject(v), true)
	}
	if class == "demanding" || class == "planning" && t.Lemma == "call" {
		if noun := x.after(v, "for on"); noun >= 0 && x.is(class, t.Lemma+"+"+x.lower(x.caseOf(noun))) {
			return noun
		}
	}
	if noun := x.object(v); noun >= 0 {
		return noun
	}
	if x.is("by-itself", t.Lemma) { // "the opening has slipped to January"
		return x.happening(x.subject(v), true)
	}
	return -1
}

// ofNoun returns the event noun behind the preposition of a noun: "the postponement of the vote", "calls for a vote"; -1 for none.
func (x *sentence) ofNoun(noun int, class string) int {
	for i := noun + 1; i < len(x.tokens) && i <= noun+8; i++ {
		if x.tokens[i].Head-1 != noun || x.tokens[i].Deprel != syntax.Nmod {
			continue
		}
		if c := x.caseOf(i); c >= 0 && x.lower(c) == "for" == (class == "demanding") {
			return x.happening(i, true)
		}
		return -1
	}
	return -1
}

// object returns the event noun that is a verb's object; -1 for none.
func (x *sentence) object(v int) int {
	for i := v + 1; i < len(x.tokens) && i <= v+12; i++ {
		if o := &x.tokens[i]; o.Head-1 == v && (o.Deprel == syntax.Obj || o.Deprel == syntax.Obl && x.caseOf(i) < 0) && o.UPOS != syntax.NUM {
			if noun := x.happening(i, true); noun >= 0 {
				return noun
			}
		}
	}
	return -1
}

// happening returns a token if it is an event noun, or the event noun it stands for: "plans for a summit", "a ban on the march". Where a compound has an
// event noun as its head, that is it.
func (x *sentence) happening(i int, deep bool) int {
	if i < 0 {
		return -1
	}
	t := &x.tokens[i]
	if t.UPOS != syntax.NOUN && t.UPOS != syntax.PROPN {
		return -1
	}
	if x.eventful(i) {
		return i
	}
	if !deep || !x.is("stands-for", t.Lemma) {
		return -1
	}
	if i > 0 && x.tokens[i-1].Head-1 == i && x.eventful(i-1) {
		return i - 1 // "the election date"
	}
	for j := i + 1; j < len(x.tokens) && j <= i+8; j++ {
		if c := &x.tokens[j]; c.Head-1 == i && c.Deprel == syntax.Nmod {
			return x.happening(j, false)
		}
	}
	return -1
}

// eventful says whether a noun names something that happens and can be planned.
func (x *sentence) eventful(i int) bool {
	t := &x.tokens[i]
	return !x.is("unplanned", t.Lemma) && x.happens(i)
}

// happens says whether a noun names something that happens.
func (x *sentence) happens(i int) bool {
	t := &x.tokens[i]
	return x.is("happening", t.Lemma) || t.UPOS == syntax.PROPN && x.is("happening", x.lower(i))
}

// subject returns the subject of a verb, that of the verb it is coordinated with where it has none; -1 for none.
func (x *sentence) subject(v int) int {
	for steps := 0; steps < 3 && v >= 0; steps++ {
		for i := v - 1; i >= 0; i-- {
			if t := &x.tokens[i]; t.Head-1 == v && t.Deprel == syntax.Nsubj {
				return i
			}
		}
		if x.tokens[v].Deprel != syntax.Conj && x.tokens[v].Deprel != syntax.Xcomp {
			return -1
		}
		v = x.tokens[v].Head - 1
	}
	return -1
}

// passive says whether a participle has a form of be or get before it in its group.
func (x *sentence) passive(v int) bool {
	if x.tokens[v].XPOS != syntax.VBN && x.tokens[v].XPOS != syntax.VBD {
		return false
	}
	for i := x.group(v); i < v; i++ {
		if l := x.tokens[i].Lemma; l == "be" || l == "get" {
			return true
		}
	}
	return false
}

// after returns the event noun behind one of some prepositions of a verb: "called for a vote", "summoned to a hearing"; -1 for none.
func (x *sentence) after(v int, prepositions string) int {
	for i := v + 1; i < len(x.tokens) && i <= v+14; i++ {
		t := &x.tokens[i]
		if t.Head-1 != v && !(t.Head > 0 && x.tokens[t.Head-1].Head-1 == v) || t.UPOS != syntax.NOUN && t.UPOS != syntax.PROPN || !x.eventful(i) {
			continue
		}
		if c := x.caseOf(i); c >= 0 && strings.Contains(" "+prepositions+" ", " "+x.lower(c)+" ") {
			return i
		}
	}
	return -1
}

// caseOf returns the preposition of a noun; -1 for none.
func (x *sentence) caseOf(noun int) int {
	for i := noun - 1; i >= 0 && i >= noun-10; i-- {
		if x.tokens[i].Head-1 == noun && x.tokens[i].Deprel == syntax.Case && x.tokens[i].XPOS != syntax.POS {
			return i
		}
	}
	return -1
}

// moves says whether a verb of moving tells from where or to where a day is moved: "moved the vote to 3 May", "pushed back".
func (x *sentence) moves(v int) bool {
	for i := v + 1; i < len(x.tokens) && i <= v+16; i++ {
		switch x.lower(i) {
		case "back", "until", "till":
			return true
		case "to", "from":
			if x.tokens[i].XPOS != syntax.TO || x.tokens[i].UPOS == syntax.ADP {
				return x.dated[i+1] || i+2 < len(x.tokens) && x.dated[i+2]
			}
		}
	}
	return false
}

// settled says what a word that governs a plan makes of it, as its verb group has it: "cancelled" and "will be cancelled" settle it, "has not been cancelled"
// and "may be cancelled" leave the plan, "if it is cancelled" and "refused to cancel" tell nothing.
func (x *sentence) settled(v int, status Status) (Status, bool) {
	if x.tokens[v].UPOS != syntax.VERB {
		return status, true
	}
	first := x.group(v)
	if tag := x.tokens[v].XPOS; (status == Cancelled || status == Postponed) && (tag == syntax.VB || tag == syntax.VBP) && first == v && x.subject(v) < 0 && (v == 0 || x.tokens[v-1].UPOS == syntax.PUNCT) {
		return "", false // “Cancel the summit,” she said
	}
	if x.unrealMark(v) {
		return "", false // "if the vote is cancelled"
	}
	for i := max(0, first-1); i < v; i++ {
		switch w := x.lower(i); {
		case x.is("unreal", w):
			return "", false
		case w == "not" || w == "n't" || w == "n’t" || w == "never":
			return Planned, status == Cancelled || status == Postponed
		case x.is("possible", w) && i >= first:
			return Planned, status != Demanded
		}
	}
	if x.tokens[v].XPOS == syntax.VB && (first < v && x.tokens[first].XPOS == syntax.TO || x.tokens[max(0, v-1)].XPOS == syntax.TO && !x.ahead(max(0, v-2))) {
		if status == Planned || status == Demanded || x.settles(first) {
			return status, true
		}
		return Planned, true
	}
	return status, true
}

// unrealMark says whether a word like "if" opens the clause of a verb.
func (x *sentence) unrealMark(v int) bool {
	for i := range x.tokens[:v] {
		if t := &x.tokens[i]; t.Head-1 == v && t.Deprel == syntax.Mark && x.is("unreal", x.lower(i)) {
			return true
		}
	}
	return false
}

// settles says whether the word that governs an infinitive settles it: "decided to cancel".
func (x *sentence) settles(to int) bool {
	for i := to - 1; i >= 0 && i >= to-4; i-- {
		if x.tokens[i].UPOS == syntax.VERB || x.tokens[i].UPOS == syntax.NOUN {
			return x.is("settling", x.tokens[i].Lemma)
		}
	}
	return false
}

// clauseOf is the span of a plan: the clause of the verb that says most of it, or the noun's phrase where that is a noun or describes it.
func (x *sentence) clauseOf(p *plan) (from, to int) {
	from, to = x.phrase(p.noun, p.noun+1)
	for i := p.noun + 1; i < len(x.tokens) && (x.tokens[i].Head-1 >= from && x.tokens[i].Head-1 < to || x.below(i, p.noun)); i++ {
		if x.tokens[i].UPOS != syntax.PUNCT {
			to = i + 1
		}
	}
	if x.tokens[p.verb].UPOS == syntax.VERB {
		a, b := x.subtree(p.verb)
		a, b = min(a, x.group(p.verb)), max(b, p.verb+1)
		from, to = min(from, a), max(to, b)
	} else {
		from, to = min(from, p.verb), max(to, p.verb+1)
	}
	return x.trim(from, to)
}

// below says whether a token hangs on another, by however many steps.
func (x *sentence) below(i, head int) bool {
	for steps := 0; steps < maxDepth && i >= 0; steps++ {
		if i == head {
			return true
		}
		i = x.tokens[i].Head - 1
	}
	return false
}

// by is the span of the verb group that says what a plan is.
func (x *sentence) by(v int) text.Span {
	if x.tokens[v].UPOS != syntax.VERB {
		return x.tokens[v].Span
	}
	return text.Span{Start: x.tokens[x.group(v)].Start, End: x.tokens[v].End}
}

// reported is what becomes of a plan's status inside a statement: what is planned is demanded there, and a denied cancellation denied.
func reported(status Status, stance statements.Stance) Status {
	switch {
	case stance == statements.Deny:
		return Denied
	case stance == statements.Demand && status == Planned:
		return Demanded
	}
	return status
}
