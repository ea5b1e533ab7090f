package amounts

import (
	"github.com/hearsay-news/hearsay/read/syntax"
	"github.com/hearsay-news/hearsay/text"
)

// What restricts a count stands right after its noun:
//
//	12 officers of the guard                  of a body, a place, a kind
//	12 depots in the northern provinces       where
//	12 officers charged with spying           a participle with what goes with it
//	12 agents who worked for Sel              a clause
//
// A time restricts nothing here: it says as of when.

// scopeReach is how many tokens a restricting participle or clause is followed.
const scopeReach = 14

// restricting is the phrase that restricts the noun phrase which ends before token i; empty for none.
func (f *finder) restricting(i int) text.Span {
	if i <= 0 || i >= len(f.tokens) {
		return text.Span{}
	}
	t := &f.tokens[i]
	end := -1
	switch {
	case t.UPOS == syntax.ADP:
		end = f.prepositional(i)
	case t.UPOS == syntax.ADV && i+1 < len(f.tokens) && (f.tokens[i+1].XPOS == syntax.VBN || f.tokens[i+1].UPOS == syntax.ADP && f.is(f.atom(i), f.lang.helper)):
		if f.tokens[i+1].XPOS == syntax.VBN { // "drugs commonly used to treat flu"
			end = f.participial(i + 1)
		} else { // "millions still in need of aid"
			end = f.prepositional(i + 1)
		}
	case t.UPOS == syntax.ADJ && f.word(i) != "such" && i+1 < len(f.tokens) && (f.tokens[i+1].UPOS == syntax.ADP || f.word(i+1) == "to"): // "12 bodies related to the vote"
		end = f.clauseEnd(i+1, false)
	case t.XPOS == syntax.VBN || t.XPOS == syntax.VBG:
		end = f.participial(i)
	case f.word(i) == "who" || f.word(i) == "that" || f.word(i) == "which" || f.word(i) == "whose" || f.word(i) == "whom":
		if t.XPOS != syntax.DT {
			end = f.relative(i)
		}
	}
	if end <= i {
		return text.Span{}
	}
	return text.Span{Start: t.Start, End: f.tokens[end].End}
}

// prepositional is the last token of the phrase that begins with the preposition i, -1 for one that restricts nothing.
func (f *finder) prepositional(i int) int {
	if !f.is(f.atom(i), f.lang.scoping) || i+1 >= len(f.tokens) {
		return -1
	}
	if w := f.word(i); w != "of" && w != "from" && w != "with" && w != "without" && (f.word(i+1) == "a" || f.word(i+1) == "an") {
		return -1 // "indicted 12 agents in a plot": how, not which
	}
	if f.word(i) == "on" && f.is(f.atom(i+1), f.lang.charged) {
		return -1 // "indicted 12 agents on charges"
	}
	j := f.determined(i + 1)
	if j < len(f.tokens) && f.timed(f.tokens[j].Span) || f.timed(f.tokens[i+1].Span) {
		return -1 // "in May"
	}
	s := f.phrase(i+1, true)
	if s.Empty() {
		return -1
	}
	end := f.token(f.atomAt(s.End - 1))
	if end < i+1 || end-i > scopeReach || f.timed(f.tokens[end].Span) {
		return -1
	}
	end = f.goesOn(i, end)
	if next := end + 1; f.word(next) == "of" || f.word(next) == "'s" { // "in the north of the country"
		if more := f.prepositional(next); more > 0 {
			return more
		}
	}
	return end
}

// goesOn is the last token of a phrase with the preposition i where a second noun goes with its first: "on board the rig", "in Europe and North America".
func (f *finder) goesOn(i, end int) int {
	if f.word(end) == "board" && end == i+1 && end+1 < len(f.tokens) && f.tokens[end+1].UPOS == syntax.DET {
		if s := f.phrase(end+1, true); !s.Empty() {
			end = f.token(f.atomAt(s.End - 1))
		}
	}
	if next := end + 1; next+1 < len(f.tokens) && f.tokens[next].UPOS == syntax.CCONJ && f.tokens[end].UPOS == syntax.PROPN && f.tokens[next+1].UPOS == syntax.PROPN {
		if s := f.phrase(next+1, false); !s.Empty() {
			end = f.token(f.atomAt(s.End - 1))
		}
	}
	return end
}

// participial is the last token of "charged with spying", "living in tents"; -1 where the participle has nothing with it, or belongs to a verb.
func (f *finder) participial(i int) int {
	if i+1 >= len(f.tokens) {
		return -1
	}
	next := &f.tokens[i+1]
	if f.tokens[i].XPOS == syntax.VBN && next.UPOS != syntax.ADP && next.UPOS != syntax.SCONJ && next.UPOS != syntax.PART && next.UPOS != syntax.ADV {
		return -1
	}
	if f.tokens[i].XPOS == syntax.VBG && (next.UPOS == syntax.PUNCT || f.is(f.atom(i), f.lang.killed) || f.is(f.atom(i), f.lang.injured)) {
		return -1
	}
	return f.clauseEnd(i+1, false)
}

// relative is the last token of the clause that a relative pronoun opens.
func (f *finder) relative(i int) int {
	for j := i + 1; j < len(f.tokens) && j < i+scopeReach; j++ {
		switch f.tokens[j].UPOS {
		case syntax.VERB, syntax.AUX:
			end := f.clauseEnd(i+1, true)
			if end <= j-1 {
				return -1
			}
			return end
		case syntax.PUNCT:
			return -1
		}
	}
	return -1
}

// clauseEnd is the last token that goes with a participle or relative clause whose words begin at token i: up to a mark, a verb of the sentence
// around it, or a word that opens another clause. Finite says that the clause has a finite verb of its own.
func (f *finder) clauseEnd(i int, finite bool) int {
	end := i - 1
	seen := !finite
	for j := i; j < len(f.tokens) && j < i+scopeReach; j++ {
		t := &f.tokens[j]
		switch t.UPOS {
		case syntax.PUNCT:
			if t.XPOS != syntax.HYPH && f.word(j) != "-" && !f.is(f.atom(j), f.lang.quote) && f.word(j) != "”" {
				return end
			}
		case syntax.VERB, syntax.AUX:
			own := finite && j > i && (f.verbGroup(j-1) || f.tokens[j-1].UPOS == syntax.CCONJ) || f.word(j-1) == "to"
			if isFinite(t.XPOS) && seen && !own {
				return end
			}
			seen = true
		case syntax.SCONJ:
			if j > i && (j+1 >= len(f.tokens) || f.tokens[j+1].XPOS != syntax.VBG) { // but "accused of stealing by hacking"
				return end
			}
		case syntax.CCONJ:
			if j+1 < len(f.tokens) && f.opensClause(j+1) && !finite {
				return end
			}
		}
		if f.timed(t.Span) {
			break
		}
		end = j
	}
	for end >= i && f.hangs(end) { // "on the | Friday"
		end--
	}
	return end
}

// hangs says whether a token goes with what follows it and ends no phrase.
func (f *finder) hangs(i int) bool {
	switch f.tokens[i].UPOS {
	case syntax.ADP, syntax.DET, syntax.CCONJ, syntax.SCONJ:
		return true
	case syntax.PRON:
		return f.tokens[i].XPOS == syntax.WDT || f.tokens[i].XPOS == syntax.WP
	}
	return false
}

// opensClause says whether a verb stands at token i, past adverbs.
func (f *finder) opensClause(i int) bool {
	for i < len(f.tokens) && f.tokens[i].UPOS == syntax.ADV {
		i++
	}
	return i < len(f.tokens) && (f.tokens[i].UPOS == syntax.VERB || f.tokens[i].UPOS == syntax.AUX)
}

func isFinite(tag syntax.XPOS) bool {
	switch tag {
	case syntax.VBD, syntax.VBZ, syntax.VBP, syntax.MD:
		return true
	}
	return false
}
