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
