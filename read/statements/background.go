package statements

import "github.com/hearsay-news/hearsay/read/syntax"

// background ends a clause that is told where the page adds what its readers should know: "said he would back Marrow, | who leads in Sel", "said it
// would begin in Tarn, | which holds the pier", "said the tax was right – | a blow to the party".
func (l *line) background(p phrase) int {
	dash := -1
	for k := p.from + 2; k+2 < p.to; k++ {
		it := l.items[k]
		if it.fold || it.quoted && !l.quotedComma(k) {
			continue
		}
		switch {
		case isDash(it):
			if dash >= 0 {
				return p.to // a pair of dashes stands inside
			}
			dash = k
		case l.comma(k) && (l.pageRelative(p, k+1) || l.summary(k+1)) && !l.resumesBy(k+1, p.to):
			if it.quoted {
				k++
			}
			return k
		}
	}
	if dash > 0 && l.addition(dash+1) {
		return dash
	}
	return p.to
}

// pageRelative says whether the relative clause at item k is the page's: it tells of a name, or in the present what is reported in the past.
func (l *line) pageRelative(p phrase, k int) bool {
	switch l.items[k].low {
	case "who", "whose", "which", "where":
	default:
		return false
	}
	verb := item{}
	for n := k + 1; n < p.to && verb.low == ""; n++ {
		if finite(l.items[n].tag) && !l.items[n].quoted {
			verb = l.items[n]
		}
	}
	switch verb.low {
	case "", "would", "could", "might", "should", "had":
		return false // told in the report's own tense
	}
	before := k - 2
	if l.items[k-1].quoted {
		before--
	}
	if before >= p.from && isProper(l.items[before].tag) {
		return true
	}
	return l.reportedPast(p.from, k-1) && (verb.tag == syntax.VBZ || verb.tag == syntax.VBP || verb.low == "will")
}

// reportedPast says whether the first finite verb of a stretch is in the past.
func (l *line) reportedPast(from, to int) bool {
	for k := from; k < to; k++ {
		if it := l.items[k]; it.fold || it.quoted {
			return false
		} else if finite(it.tag) {
			return it.tag == syntax.VBD || it.low == "would" || it.low == "could"
		}
	}
	return false
}

// summary says whether a noun that sums up the clause before it opens at item k: a swipe at the press, the first time since May.
func (l *line) summary(k int) bool {
	if l.items[k].tag != syntax.DT || isProper(l.items[k-2].tag) {
		return false
	}
	if k+2 < len(l.items) && l.items[k].low == "the" && l.items[k+1].low == "first" && l.items[k+2].low == "time" {
		return true
	}
	to := l.chunkRight(k)
	return l.items[k].low != "the" && to > k+1 && l.lex.words["summary"][l.items[to-1].lemma]
}

// addition says whether what follows a last dash adds the page's own word: a noun phrase, something, though.
func (l *line) addition(k int) bool {
	it := l.items[k]
	return !it.quoted && !it.fold && (it.tag == syntax.DT && it.low != "that" && it.low != "this" || it.tag == syntax.CD || it.low == "something" || it.low == "though" || it.low == "although")
}

// resumesBy says whether the clause around goes on behind the one at item k: after a comma with its verb.
func (l *line) resumesBy(k, end int) bool {
	for ; k+1 < end; k++ {
		if l.items[k].low != "," || l.items[k].quoted {
			continue
		}
		n := k + 1
		for n < end && l.items[n].tag == syntax.RB {
			n++
		}
		if n < end && (finite(l.items[n].tag) || l.items[n].tag == syntax.TO || l.items[n].tag == syntax.IN || l.items[n].tag == syntax.CC) {
			return true
		}
	}
	return false
}
