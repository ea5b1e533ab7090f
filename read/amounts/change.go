package amounts

import (
	"strings"

	"github.com/hearsay-news/hearsay/read/syntax"
	"github.com/hearsay-news/hearsay/read/times/pattern"
	"github.com/hearsay-news/hearsay/text"
)

const (
	moveReach = 16 // how many words before "from … to …" are looked through for a word of movement
	stepReach = 7  // the same before a step, "rose by about another 5 percent"
)

// change says which way an amount moved: "from 8,200 to 3,100", "fell by a third", "up 9 percent", "a 5 percent rise".
func (f *finder) change(a *Amount, c candidate, d draft) {
	if d.from != nil {
		f.movement(a, c, d)
		return
	}
	dir, word := f.direction(a, c)
	if dir == "" {
		if f.reached(a, c) {
			step := &f.found[f.kept[len(f.kept)-1].found]
			a.Change, a.Moved = &Change{To: a.number(), Direction: step.Change.Direction}, step.Moved
			if a.Of.Empty() {
				a.Of = step.Of
			}
			if a.Unit == "" && step.Kind == Count {
				a.Unit = step.Unit // "up 72 points, to 8,189"
			}
		}
		return
	}
	a.Change, a.Moved = &Change{Direction: dir}, word
	at := f.lead(a, c)
	for at > 0 && (f.is(at, f.lang.attitude) || f.lower(at) == "a" || f.lower(at) == "the") {
		at--
	}
	switch f.lower(at) {
	case "from":
		a.Change.From = a.number() // "down from 89"
	case "to", "at", "is", "was":
		a.Change.To = a.number()
	}
}

// number is an amount's one number: its lower bound where there is one.
func (a *Amount) number() Number {
	if a.Low.Known {
		return a.Low
	}
	return a.High
}

// movement reads "from 8,200 to 3,100". Upwards and without a word of movement it is a range, "speeds from 15 to 22 miles an hour".
func (f *finder) movement(a *Amount, c candidate, d draft) {
	from := Number{d.from.low, true}
	if d.from.low < d.low && c.rule.Kind != "move-back" && !f.moves(c) {
		a.Low, a.High = from, Number{d.high, true}
		return
	}
	a.Change = &Change{From: from, Direction: Up}
	if d.low < d.from.low {
		a.Change.Direction = Down
	}
	if !d.ranged {
		a.Change.To = a.number()
	}
}

// moves says whether a word of movement stands in the clause before "from".
func (f *finder) moves(c candidate) bool {
	if f.is(c.from-1, f.lang.ranging) || f.is(c.from-2, f.lang.ranging) {
		return false
	}
	return f.clauseMoves(c.from)
}

// clauseMoves says whether a word of movement stands in the clause before an atom.
func (f *finder) clauseMoves(atom int) bool {
	for i := atom - 1; i >= 0 && i >= atom-moveReach; i-- {
		if w := f.scan.Word(i); w == ";" || w == "." || w == "(" {
			return false
		}
		if f.moving(i) != "" || f.is(i, f.lang.shift) {
			return true
		}
	}
	return false
}

// reached says whether an amount is what the step before it led to: "rose 18 cents to $2.70", "lost 1 percent to close at 1,334".
func (f *finder) reached(a *Amount, c candidate) bool {
	n := len(f.kept) - 1
	if n < 0 {
		return false
	}
	step := &f.found[f.kept[n].found]
	if step.Change == nil || step.Change.From.Known || step.Change.To.Known || step.Relation == NoRelation {
		return false
	}
	lead := f.lead(a, c)
	if w := f.lower(lead); w != "to" && w != "at" {
		return false
	}
	end := f.atomAt(max(step.End, min(step.Of.End, a.Start))-1) + 1
	if step.Moved.Start >= step.End { // "closed 1.4 percent lower at 7,102.55"
		end = max(end, f.atomAt(step.Moved.End-1)+1)
	}
	if step.Unit == "point" && strings.HasPrefix(f.lower(end), "point") {
		end++
	}
	if f.scan.Word(end) == "," {
		end++
	}
	return lead == end || lead == end+2 && f.lower(end) == "to"
}

// direction looks for a word of movement that governs the amount: shortly before it, or as the noun or comparative right after it.
func (f *finder) direction(a *Amount, c candidate) (Direction, text.Span) {
	d := f.drafts[c.draft]
	reach, by := stepReach, f.lead(a, c)
	if f.lower(by) == "by" || f.lower(by) == "to" && d.unit != "" && d.kind != Duration && d.kind != Age { // what moves stands between: "cut the number of guards at the border by 300"
		reach = moveReach
	} else {
		by = -1
	}
	if f.lower(c.from-1) == "+" && d.kind == Share {
		return Up, f.span(c.from-1, c.from)
	}
	for i, n := c.from-1, 0; i >= 0 && n < reach; i, n = i-1, n+1 {
		w := f.lower(i)
		if w == ";" || w == "." && n > 0 || w == "(" || w == "," && n > 0 || f.scan.Atoms[i].Kind == pattern.Digits {
			break
		}
		if dir := f.moving(i); dir != "" {
			if i > by && f.blocked(i+1, c.from) && !f.objected(i, c) || !f.movesAmount(i, c) {
				break
			}
			return dir, f.span(i, i+1)
		}
	}
	if d.unit == "" || d.kind == Duration || d.kind == Age {
		return "", text.Span{}
	}
	for i := c.to; i < len(f.scan.Atoms) && i < c.to+2 && f.scan.Atoms[i].Kind == pattern.Letters; i++ {
		if t := f.scan.Find(i, f.lang.step); t != nil {
			return Direction(t.Val), f.span(i, int(t.End))
		}
	}
	return "", text.Span{}
}

// movesAmount keeps verbs of movement from counts that they only take as object: "gave up 517 yards", "lost 3 men".
func (f *finder) movesAmount(i int, c candidate) bool {
	d := f.drafts[c.draft]
	w := f.lower(i)
	if f.indexPoints(c) {
		return true
	}
	lead := f.lower(c.from - 1)
	led := lead == "by" || lead == "to" || lead == "from"
	if f.is(i, f.lang.transfer) && d.kind != Share && !led && !d.cents && !(f.lower(c.to) == "to" && f.scan.Find(c.to+1, f.lang.q) != nil) {
		return false // "lost $7 million", but "lost 18 cents to $2.70"
	}
	if w == "off" { // "closed at $23.25, off 12 cents"
		return f.scan.Word(i-1) == "," && i == c.from-1 && (d.kind == Money || d.kind == Share)
	}
	if (w == "up" || w == "down") && f.is(i-1, f.lang.phrasal) {
		return false
	}
	if (w == "up" || w == "down") && d.unit == "" && !led && f.tagged(i-1, syntax.VERB) && f.moving(i-1) == "" && f.nounFollows(c.to) {
		return false // "shot down 30 drones"
	}
	if d.unit != "" || led || lead == "up" || lead == "down" {
		return true
	}
	return f.is(i, f.lang.mover) && !f.nounFollows(c.to)
}

// indexPoints says whether a number is the points of an index: "lost 312.44 points".
func (f *finder) indexPoints(c candidate) bool {
	n := f.drafts[c.draft].low
	return strings.HasPrefix(f.lower(c.to), "point") && n != float64(int(n))
}

// blocked says whether the words between the movement and the amount belong to something else.
func (f *finder) blocked(from, to int) bool {
	for i := from; i < to; i++ {
		if !f.is(i, f.lang.between) {
			return true
		}
	}
	return false
}

// objected says whether a verb's object and nothing else stands before a share: "boosted its dividend 20 percent".
func (f *finder) objected(i int, c candidate) bool {
	if f.drafts[c.draft].kind != Share || !f.tagged(i, syntax.VERB) {
		return false
	}
	for i++; i < c.from; i++ {
		if !f.tagged(i, syntax.NOUN) && !f.tagged(i, syntax.ADJ) && !f.tagged(i, syntax.DET) && !f.tagged(i, syntax.PRON) && !f.tagged(i, syntax.PROPN) {
			return false
		}
	}
	return true
}

// moving is the direction of a word of movement. "Up to" is a bound, but for "was up to", and "lower than" compares.
func (f *finder) moving(i int) Direction {
	if f.lower(i+1) == "than" {
		return ""
	}
	if f.is(i, f.lang.up) {
		if f.lower(i) == "up" && f.lower(i+1) == "to" && f.lower(i-1) != "was" && f.lower(i-1) != "were" {
			return ""
		}
		return Up
	}
	if f.is(i, f.lang.down) {
		return Down
	}
	return ""
}
