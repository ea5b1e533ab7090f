package statements

import (
	"github.com/hearsay-news/hearsay/read/syntax"
)

// phrase is a half-open range of a line's items.
type phrase struct{ from, to int }

func (p phrase) empty() bool { return p.to <= p.from }

// nounish says whether an item can be the last word of a noun phrase.
func nounish(it item) bool {
	if it.fold {
		return false
	}
	switch it.tag {
	case syntax.NN, syntax.NNS, syntax.NNP, syntax.NNPS, syntax.CD, syntax.FW, syntax.ADD, syntax.GW:
		return true
	case syntax.PRP:
		return true
	case syntax.DT: // some, many, all, both as pronouns
		switch it.low {
		case "some", "many", "all", "both", "others", "another", "most", "several", "few", "neither", "either", "those":
			return true
		}
	case syntax.JJ, syntax.JJS:
		switch it.low {
		case "many", "most", "several", "few", "others", "other", "military", "left", "right", "opposition":
			return true
		}
	}
	return it.up == syntax.PROPN || it.up == syntax.PRON && it.tag == syntax.NN
}

// modifier says whether an item can stand inside a noun phrase before its head.
func modifier(it item) bool {
	if it.fold || it.low == "," {
		return false
	}
	switch it.tag {
	case syntax.NN, syntax.NNS, syntax.NNP, syntax.NNPS, syntax.JJ, syntax.JJR, syntax.JJS, syntax.CD, syntax.POS, syntax.HYPH, syntax.PRPS,
		syntax.DT, syntax.PDT, syntax.VBN, syntax.VBG, syntax.AFX, syntax.FW, syntax.Dollar, syntax.SYMX, syntax.ADD, syntax.WPS:
		return true
	}
	switch it.low {
	case "\"", "“", "”", "'", "‘", "’", "-", "/", "&", "#":
		return true
	}
	return false
}

// chunkLeft returns where the base noun phrase that ends before to begins; to itself when there is none.
func (l *line) chunkLeft(to int) int {
	if to <= 0 {
		return to
	}
	i := to - 1
	if l.items[i].low == ")" { // "the union (PWU)"
		for k := i - 1; k >= 0 && i-k <= 8; k-- {
			if l.items[k].low == "(" {
				return l.chunkLeft(k)
			}
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
		it, here := l.items[i-1], l.items[i]
		if i > 1 && it.low == "-" && it.End == here.Start && l.items[i-2].End == it.Start { // commander-in-chief
			i -= 2
			continue
		}
		if it.low == ")" { // Port Forces (PF) militias
			open := i - 2
			for open > 0 && i-open < 9 && l.items[open].low != "(" {
				open--
			}
			if open > 0 && l.items[open].low == "(" && nounish(l.items[open-1]) {
				i = open
				continue
			}
			break
		}
		if here.tag == syntax.DT || here.tag == syntax.PRPS || here.tag == syntax.WPS {
			if it.tag == syntax.PDT || it.low == "all" || it.low == "both" || it.low == "half" {
				i--
				continue
			}
			if here.tag != syntax.DT || it.low != "such" {
				break
			}
		}
		if !modifier(it) && !(it.tag == syntax.VBD && i > 1 && here.tag == syntax.NNS && (l.items[i-2].tag == syntax.JJ || l.items[i-2].tag == syntax.IN && l.items[i-2].low == "of")) {
			if (it.tag == syntax.RB || it.tag == syntax.RBR || it.tag == syntax.RBS) && (here.tag == syntax.JJ || here.tag == syntax.CD || here.tag == syntax.VBN) && i > 1 && (l.items[i-2].tag == syntax.DT || here.tag == syntax.CD) {
				i--
				continue
			}
			if it.tag == syntax.CC && i > 1 && l.items[i].tag == syntax.JJ && l.items[i-2].tag == syntax.JJ { // political and military officials
				i -= 2
				continue
			}
			break
		}
		if it.time >= 0 && !timed && here.tag != syntax.POS && !(i > 1 && (l.items[i-2].tag == syntax.DT || l.items[i-2].tag == syntax.PRPS)) {
			break // "on Monday officials said"
		}
		if glued := i > 1 && l.items[i-2].low == "-" && l.items[i-2].End == it.Start; (it.tag == syntax.VBG || it.tag == syntax.VBN || it.tag == syntax.VBD) && !glued && !(i > 1 && (l.items[i-2].tag == syntax.DT || l.items[i-2].tag == syntax.PRPS || l.items[i-2].tag == syntax.JJ || l.items[i-2].tag == syntax.POS ||
			it.tag == syntax.VBN && l.items[i-2].tag == syntax.IN || l.items[i-2].tag == syntax.CD || i-1 == 0)) {
			break
		}
		if it.tag == syntax.PRP {
			break
		}
		i--
	}
	i = l.withoutGapNoun(i, to)
	for i < to-1 && (l.items[i].tag == syntax.POS || l.items[i].low == "that" && i > 0 && isVerb(l.items[i-1].tag) || isQuoteMark(l.items[i]) && !isQuoteMark(l.items[to-1]) || l.items[i].low == "-") {
		i++
	}
	return i
}

// withoutGapNoun takes a noun that no name follows off the start of a phrase that ends in one: the amount | Brandt Lines says it has collected.
func (l *line) withoutGapNoun(from, to int) int {
	k := to - 1
	for k > from && isProper(l.items[k].tag) {
		k--
	}
	if k+1 < to && l.lex.words["gap-noun"][l.items[k].low] {
		return k + 1
	}
	if from+1 < to && l.items[from].tag != syntax.DT && l.lex.words["gap-pronoun"][l.items[from].low] && isNoun(l.items[from+1].tag) {
		return from + 1 // something | analysts say
	}
	return from
}

func isQuoteMark(it item) bool {
	switch it.low {
	case "\"", "“", "”", "'", "‘", "’", "«", "»", "``", "''", "`":
		return true
	}
	return false
}

// chunkRight returns where the base noun phrase that begins at from ends; from itself when there is none.
func (l *line) chunkRight(from int) int {
	i, head := from, from
	for i < len(l.items) {
		it := l.items[i]
		if i > from && it.low == "-" && i+1 < len(l.items) && it.Start == l.items[i-1].End && it.End == l.items[i+1].Start {
			i += 2
			if nounish(l.items[i-1]) {
				head = i
			}
			continue
		}
		if it.tag == syntax.PRP && i == from {
			return i + 1
		}
		if !modifier(it) && !nounish(it) {
			if (it.tag == syntax.RB || it.tag == syntax.RBR) && i > from && i+1 < len(l.items) && l.items[i+1].tag == syntax.JJ {
				i++
				continue
			}
			if it.tag == syntax.CC && i > from && i+1 < len(l.items) && l.items[i-1].tag == syntax.JJ && l.items[i+1].tag == syntax.JJ {
				i++
				continue
			}
			break
		}
		if it.tag == syntax.PRP || head > from && (it.tag == syntax.DT || it.tag == syntax.PRPS) && it.low != "all" {
			break
		}
		if head > from && (it.tag == syntax.VBG || it.tag == syntax.VBN || it.tag == syntax.JJ) && l.items[i-1].tag != syntax.POS && (i+1 >= len(l.items) || !isNoun(l.items[i+1].tag)) {
			break
		}
		if head > from && it.time >= 0 && l.items[i-1].time < 0 && l.items[i-1].tag != syntax.POS {
			break
		}
		i++
		if nounish(it) {
			head = i
		}
	}
	if head < len(l.items) && head > from && l.items[head].tag == syntax.POS && head+1 >= len(l.items) {
		return head
	}
	return head
}

// preposition says whether the item ties a noun phrase to what stands before it.
func preposition(it item) bool {
	switch it.low {
	case "of", "for", "at", "in", "from", "with", "on", "by", "to", "into", "about", "against", "within", "near", "between", "under", "over", "inside", "outside",
		"around", "across", "among", "behind", "like", "including", "than", "without":
		return it.tag == syntax.IN || it.tag == syntax.TO || it.tag == syntax.VBG || it.up == syntax.ADP
	}
	return false
}

// Bounds that keep hostile lines linear: words of one noun phrase, and appositions within appositions.
const (
	farthest = 60
	deepest  = 6
)

// nounPhrase returns the end of the noun phrase at from with the prepositional phrases that hang on it.
func (l *line) nounPhrase(from int) int {
	end := l.chunkRight(from)
	if end == from || l.items[from].tag == syntax.PRP {
		return end
	}
	for end < len(l.items) && end-from < farthest {
		it := l.items[end]
		if it.low == "(" {
			close := end + 1
			for close < len(l.items) && close < end+9 && l.items[close].low != ")" {
				close++
			}
			if close < len(l.items) && l.items[close].low == ")" {
				end = close + 1
				continue
			}
			return end
		}
		if preposition(it) || (it.tag == syntax.JJ || it.tag == syntax.VBN) && end+1 < len(l.items) && preposition(l.items[end+1]) {
			at := end + 1
			if !preposition(it) {
				at++
			}
			if at < len(l.items) && l.items[at].time >= 0 {
				return end
			}
			if to := l.chunkRight(at); to > at {
				end = to
				continue
			}
			return end
		}
		if it.tag == syntax.CC && it.low != "but" {
			to := l.chunkRight(end + 1)
			if to > end+1 && (to >= len(l.items) || !finite(l.items[to].tag) && l.items[to].tag != syntax.VBN) && l.items[end+1].tag != syntax.PRP {
				end = to
				continue
			}
		}
		return end
	}
	return end
}

// clauseStart says whether a clause may begin right after item p.
func (l *line) clauseStart(p int) bool {
	if p < 0 {
		return true
	}
	it := l.items[p]
	if it.fold || isStop(it) && it.low != ")" || it.tag == syntax.CC || it.tag == syntax.WRB || it.up == syntax.SCONJ {
		return true
	}
	switch it.low {
	case "that", "as", "because", "after", "before", "when", "while", "although", "though", "if", "since", "until", "unless", "whereas", "once", "so",
		"than", "with", "where", "what", "how", "why", "whether", "however", "meanwhile", "separately", "also", "still", "then", "instead", "earlier", "later", "•", "-", "*":
		return true
	}
	return it.time >= 0 || it.tag == syntax.RB || isQuoteMark(it) || it.tag == syntax.WDT || it.tag == syntax.WP && it.low != "what"
}
