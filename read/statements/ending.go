package statements

import "github.com/hearsay-news/hearsay/read/syntax"

// ending is one way in which a content ends at an item: where the sentence around it goes on, or something else begins. Endings are asked in their order.
type ending struct {
	name, example string
	// of returns the item after the last one of the content that began at from, and whether item k ends it or must be passed over.
	of func(r *reader, l *line, from, k, end int, g group) (to int, decided bool)
}

// passed stands for a place where a content goes on although a later ending would hold.
const passed = -1

var endings = []ending{
	{"teasers of other stories", "the pier is shut | ... SEL –", (*reader).endsAtDots},
	{"a bracket that closes what stands before", "(but blamed others), | going on", (*reader).endsAtBracket},
	{"a semicolon, or a colon before a quotation that waits", "was late | ; others said", (*reader).endsAtSemicolon},
	{"according to", "was late | , according to Teke", (*reader).endsAtAccording},
	{"not behind an adverbial", "that in April, | the office denied it", (*reader).passesAdverbial},
	{"not behind a clause of time", "that when she was late, | the office denied it", (*reader).passesAside},
	{"a comma before another attribution", "was late | , Teke said", (*reader).endsAtComma},
	{"and, before another cue", "was late | and said", (*reader).endsAtConjunction},
}

// contentEnd returns the item after the last one of a content that begins at from.
func (r *reader) contentEnd(l *line, from int, g group) int {
	end := r.lineEnd(l)
	for k := from + 1; k < end; k++ {
		it := l.items[k]
		if it.fold {
			continue
		}
		if it.quoted {
			if isQuoteMark(it) && k+1 < end && !l.items[k+1].quoted && l.items[k-1].low == "," && r.breaks(l, k+1, end, g) {
				return k + 1
			}
			if isQuoteMark(it) && l.names(g) && l.occasion(k+1, end) {
				return k + 1
			}
			continue
		}
		for n := range endings {
			if to, decided := endings[n].of(r, l, from, k, end, g); decided && to != passed {
				return to
			} else if decided {
				break
			}
		}
	}
	return end
}

// names says whether a verb gives its object a name or a verdict: "called it “a gift”".
func (l *line) names(g group) bool { return l.lex.words["naming-verb"][l.items[g.head].lemma] }

// occasion says whether what stands from item k up to end only tells where and when a name was given: "called it “a gift” | in a speech on Friday". A verb of its own or a comma
// is more than that.
func (l *line) occasion(k, end int) bool {
	if k >= end || l.items[k].quoted || l.items[k].time < 0 && !l.lex.words["occasion-prep"][l.items[k].low] {
		return false
	}
	for ; k < end; k++ {
		if it := l.items[k]; it.low == "," || isDash(it) || finite(it.tag) && it.time < 0 {
			return false
		}
	}
	return true
}

func (r *reader) endsAtDots(l *line, from, k, end int, _ group) (int, bool) {
	it := l.items[k]
	return k, (it.low == "..." || it.low == "…") && k+1 < end && upper(r.t[l.items[k+1].Start])
}

func (r *reader) endsAtBracket(l *line, from, k, _ int, _ group) (int, bool) {
	return k, l.items[k].low == ")" && !l.holdsWord(phrase{from, k}, "(")
}

func (r *reader) endsAtSemicolon(l *line, _, k, end int, _ group) (int, bool) {
	it := l.items[k]
	return k, it.low == ";" || it.low == ":" && k+1 < end && l.items[k+1].fold && r.waits(l.items[k+1])
}

func (r *reader) endsAtAccording(l *line, from, k, end int, _ group) (int, bool) {
	if l.items[k].low != "according" || k+1 >= end || l.items[k+1].low != "to" {
		return 0, false
	}
	if l.items[k-1].low == "," {
		k--
	}
	if l.items[k-1].tag == syntax.CC { // …, but, according to Marrow, it is shut
		k--
		if l.items[k-1].low == "," {
			k--
		}
	}
	return max(k, from), true
}

func (r *reader) passesAdverbial(l *line, from, k, _ int, _ group) (int, bool) {
	return passed, l.items[k].low == "," && k-from < 16 && startsClause(l.items[from]) && l.adverbial(from+1) && !l.hasFinite(from, k)
}

func (r *reader) passesAside(l *line, from, k, end int, _ group) (int, bool) {
	return passed, l.items[k].low == "," && k-from < 20 && k+1 < end && (from+1 < end && startsClause(l.items[from]) && l.opensAside(from+1) || l.opensAside(from)) && !l.mainInside(from, k)
}

func (r *reader) endsAtComma(l *line, _, k, end int, g group) (int, bool) {
	return k, l.items[k].low == "," && r.breaks(l, k+1, end, g)
}

func (r *reader) endsAtConjunction(l *line, _, k, end int, g group) (int, bool) {
	it := l.items[k]
	if it.low == "," || it.tag != syntax.CC || it.low == "or" {
		return 0, false
	}
	if !r.cueFollows(l, k+1, end, g) && !(k+1 < end && it.low == "but" && l.items[k+1].tag == syntax.PRP && r.attribution(l, k+1, end)) && !(l.items[g.head].tag == syntax.VBG && r.participleFollows(l, k+1, end)) {
		return 0, false
	}
	if l.items[k-1].low == "," {
		return k - 1, true
	}
	return k, true
}
