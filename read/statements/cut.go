package statements

import (
	"github.com/hearsay-news/hearsay/read/syntax"
)

// cut ends a content where the sentence around it goes on. The frames that hold a clause end with it; the others end at the next one.
func (r *reader) cut(l *line, g group, frame string, p phrase) phrase {
	whole := frame == "that" || frame == "zero" || frame == "wh"
	if g.subordinate {
		p.to = l.mainClause(p)
	}
	if !whole {
		p.to = l.verblessEnd(p)
	}
	if g.relative && !l.afterMain(g) {
		p.to = l.relativeEnd(p)
	}
	switch {
	case !whole:
		p.to = l.nextClause(p, frame, g)
	case l.notOnly(p): // not only …, but also …
	default:
		p.to = l.contrast(g, p)
		p.to = r.afterDenial(l, g, p)
		p.to = r.beforeDenial(l, p)
		p.to = l.background(p)
		if p.to > p.from {
			p.to = r.parsedEnd(l, g, p)
		}
	}
	for p.to > p.from && !l.items[p.to-1].quoted && (l.items[p.to-1].tag == syntax.CC || l.items[p.to-1].low == "," || p.to > p.from+2 && l.items[p.to-1].low == "however" && l.comma(p.to-2)) {
		p.to-- // "to open it, but," before an attribution of what follows
	}
	return p
}

// notOnly says whether a content announces its own "but": "said that not only was it late, but it also rained".
func (l *line) notOnly(p phrase) bool {
	for k := p.from; k+1 < p.to; k++ {
		if l.items[k].low == "not" && !l.items[k].quoted && l.lex.words["only"][l.items[k+1].low] {
			return true
		}
	}
	return false
}

// mainClause ends the content of a cue in a subordinate clause at the comma before the main one: "While critics say he is late, | Teke has come".
func (l *line) mainClause(p phrase) int {
	for k := p.from + 1; k+1 < p.to; k++ {
		if (l.items[k].low == "," && !l.items[k].quoted || l.quotedComma(k)) && l.opensClause(k+1, p.to) {
			if l.quotedComma(k) {
				k++
			}
			return k
		}
	}
	return p.to
}

// contrast ends a content at a clause that the page itself sets beside it: "said nobody was hurt, | but he left open who had fired", "asked if
// it was late, | and he allowed that it was".
func (l *line) contrast(g group, p phrase) int {
	for k := p.from + 2; k+2 < p.to; k++ {
		end := k
		switch {
		case l.items[k].low == "but" && !l.items[k].quoted && l.leavesReport(p.from, k, p.to):
			if l.items[k-1].low == "," {
				k--
			}
			return k
		case l.quotedComma(k):
			end = k + 1 // never as strong as “what we have,” although …
		case l.items[k].low != "," || l.items[k].quoted:
			continue
		}
		if (l.items[k+1].low == "but" && l.turnsAway(k+2) || l.items[k+1].low == "and" && l.items[k+2].tag == syntax.PRP) && l.opensClause(k+2, p.to) {
			return end
		}
		if l.lex.words["aside"][l.items[k+1].low] || l.items[k+1].low == "even" && l.lex.words["beside"][l.items[k+2].low] || l.items[k+1].low == "even" && l.items[k+2].low == "as" ||
			l.items[k+1].low == "though" && l.turnsAway(k+2) && !l.presentCue(g) {
			return end
		}
	}
	return p.to
}

// afterDenial ends what is denied where "and" opens another clause: "denied it came from the port | and dockers have been fighting the rumour".
func (r *reader) afterDenial(l *line, g group, p phrase) int {
	if r.lex.verbs[l.items[g.head].lemma].stance != Deny {
		return p.to
	}
	for k := p.from + 2; k+2 < p.to; k++ {
		if it := l.items[k]; it.low == "and" && !it.quoted && l.items[k+1].low != "that" && l.opensClause(k+1, p.to) && l.hasFinite(p.from, k) {
			return k
		}
	}
	return p.to
}

// presentCue says whether a cue stands in the present, so that what follows in the present may be told by the same voice: "says it is fine, though he has
// seen worse".
func (l *line) presentCue(g group) bool {
	return l.items[g.head].tag == syntax.VBZ || l.items[g.head].tag == syntax.VBP
}

// beforeDenial ends a content before what somebody else denies of it: "said it was about the raid, | which Moscow denies".
func (r *reader) beforeDenial(l *line, p phrase) int {
	for k := p.from + 1; k+1 < p.to; k++ {
		if l.items[k].low == "," && !l.items[k].quoted && r.deniedNext(l, k+1, p.to) {
			return k
		}
	}
	return p.to
}

// afterMain says whether the clause that a cue's relative clause hangs on has its verb before it: "The charges weigh on Teke, who has denied that …".
func (l *line) afterMain(g group) bool {
	who := g.from - 1
	for who > 0 && l.items[who].tag != syntax.WP && l.items[who].tag != syntax.WDT && l.items[who].low != "who" {
		who--
	}
	for k := who - 2; k >= 0; k-- {
		it := l.items[k]
		if it.low == "," || it.low == "that" || it.up == syntax.SCONJ || it.fold {
			return false
		}
		if finite(it.tag) {
			return true
		}
	}
	return false
}

// leavesReport says whether the clause behind "but" at item k leaves what is reported: that is told in the past, and the page goes on in the present:
// "said drops were too risky, | but traffic has hampered the aid".
func (l *line) leavesReport(from, k, end int) bool {
	for n := from; n < k; n++ {
		if it := l.items[n]; it.fold || it.quoted {
			return false
		} else if finite(it.tag) {
			if it.tag != syntax.VBD {
				return false
			}
			break
		}
		if n == k-1 {
			return false
		}
	}
	for n := k + 1; n < end; n++ {
		switch it := l.items[n]; {
		case it.fold || it.quoted || it.low == ",":
			return false
		case finite(it.tag):
			return (it.tag == syntax.VBZ || it.tag == syntax.VBP) && l.opensClause(k+1, end)
		}
	}
	return false
}

// turnsAway says whether what follows "but" is the page's: then, or he, she or they. Any other clause may be the turn of what is said.
func (l *line) turnsAway(k int) bool {
	switch l.items[k].low {
	case "then", "he", "she", "they":
		return true
	}
	return false
}

// nextClause ends a content without a clause of its own where one begins that is the page's: "agreed to pay, | and he has even come",
// "praised Marrow, | who was absent", "left the room | when Teke spoke", "praised the deal – | the first in years".
func (l *line) nextClause(p phrase, frame string, g group) int {
	for k := p.from + 1; k+1 < p.to; k++ {
		it := l.items[k]
		switch {
		case l.quotedComma(k) && (l.lex.words["aside"][l.items[k+1].low] || l.items[k+1].low == "despite"):
			return k + 1
		case it.fold || it.quoted:
		case isDash(it):
			return k
		case it.low == ",":
			next := k + 1
			if l.items[next].low == "who" || l.items[next].low == "which" {
				if frame == "object" && l.complementAfter(next, p.to) {
					continue // accused Teke, who owns the pier, of lying
				}
				return k
			}
			if l.listedCue(g, next) {
				return k // criticized his allies, | called the union “a foe”
			}
			if l.lex.words["aside"][l.items[next].low] || l.items[next].low == "despite" {
				return k // promised to mend it, | amid fears that it would fall
			}
			if l.items[next].tag == syntax.CC {
				next++
			}
			if next+1 < p.to && auxiliary(l.items[next]) && finite(l.items[next].tag) && l.chunkRight(next+1) > next+1 {
				return k // have praised the hide, | can brands charge more?
			}
			if next < p.to && l.opensClause(next, p.to) {
				return k
			}
		case subordinating(it) && !(frame == "to" && limiting(it)) && l.opensClause(k+1, p.to):
			return k
		}
	}
	return p.to
}

// listedCue says whether the next verb of a list that a cue opens stands at item k, in the cue's own tense: "…, called the union “a foe”".
func (l *line) listedCue(g group, k int) bool {
	it, head := l.items[k], l.items[g.head]
	if it.tag != head.tag && !(it.tag == syntax.VBD || it.tag == syntax.VBN) || it.tag == syntax.VB || it.tag == syntax.VBG || k+1 >= len(l.items) || l.items[k+1].low == "by" || !(head.tag == syntax.VBD || head.tag == syntax.VBN || head.tag == syntax.VBZ) {
		return false
	}
	c, ok := l.lex.verbs[it.lemma]
	return ok && c.stance.Speech() && (l.chunkRight(k+1) > k+1 || l.items[k+1].fold || l.items[k+1].low == "that")
}

// subordinating says whether a word can open a subordinate clause of time or reason.
func subordinating(it item) bool {
	switch it.low {
	case "while", "when", "because", "although", "though", "as", "after", "before", "since", "if", "whereas", "where", "once", "until", "just", "whenever":
		return true
	}
	return false
}

// complementAfter says whether the complement of an object follows the relative clause that opens at item k.
func (l *line) complementAfter(k, end int) bool {
	for ; k+1 < end; k++ {
		if l.items[k].low == "," && !l.items[k].quoted {
			next := l.items[k+1].low
			return next == "of" || next == "for" || next == "as" || next == "on" || next == "over"
		}
	}
	return false
}

// limiting says whether a clause belongs to what is demanded or pledged: "to share the well until the rains came".
func limiting(it item) bool {
	switch it.low {
	case "until", "unless", "if", "once", "before", "whenever", "where", "whereas":
		return true
	}
	return false
}

// opensClause says whether a subject and its finite verb begin at item k, a short adverbial before them allowed.
func (l *line) opensClause(k, end int) bool {
	for k < end && (l.items[k].tag == syntax.RB || l.items[k].time >= 0 || timePreposition(l.items[k]) && k+1 < end && l.items[k+1].time >= 0) {
		k++
	}
	to := k
	if k < end && l.items[k].tag == syntax.EX {
		to = k + 1
	} else if k < end && !l.items[k].fold {
		to = l.nounPhrase(k)
	}
	if to == k || to >= end {
		return false
	}
	if to+1 < end && l.items[to].tag == syntax.CC && !l.items[to+1].fold { // as Marrow and Teke have agreed
		if next := l.chunkRight(to + 1); next > to+1 && next < end && l.items[to+1].tag != syntax.PRP {
			to = next
		}
	}
	for to < end && l.items[to].tag == syntax.RB {
		to++
	}
	return to < end && finite(l.items[to].tag) && !l.items[to].quoted
}
