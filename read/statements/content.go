package statements

import (
	"github.com/hearsay-news/hearsay/read/syntax"
)

// deniedThing returns where a thing that is denied ends before a clause of the page: "denied the raid | and the town has believed him"; 0 where no thing is
// denied. Somebody or several may be the subject of what is denied instead: "denied Marrow and Teke had met".
func (r *reader) deniedThing(l *line, c cue, j int) int {
	if c.stance != Deny || !c.takes(nounFrame) || r.voice(l, phrase{j, l.chunkRight(j)}) {
		return 0
	}
	to := l.nounPhrase(j)
	for k := j + 1; k+1 < len(l.items) && k < to+14; k++ {
		it := l.items[k]
		if it.fold || it.quoted || isStop(it) || finite(it.tag) {
			return 0
		}
		if it.tag == syntax.CC && it.low != "or" && l.opensClause(k+1, len(l.items)) {
			return k
		}
	}
	return 0
}

// conditional says whether a short subordinate phrase, a comma and a clause stand at item k: "if elected, she would".
func (l *line) conditional(k int) bool {
	if !subordinating(l.items[k]) && l.items[k].low != "unless" && l.items[k].low != "despite" {
		return false
	}
	for n := k + 2; n+2 < len(l.items) && n-k < 14; n++ {
		if l.items[n].fold {
			return false
		}
		if l.items[n].low == "," {
			return l.opensClause(n+1, len(l.items))
		}
	}
	return false
}

// demonstrative says whether "that" at item j is a pronoun or determiner: "said that much", "said that on Monday."
func (l *line) demonstrative(j int) bool {
	if j+1 >= len(l.items) || isStop(l.items[j+1]) && l.items[j+1].low != "," || finite(l.items[j+1].tag) {
		return true
	}
	if l.items[j].tag != syntax.DT {
		return false
	}
	for k := j + 1; k < len(l.items) && k-j < 12; k++ { // found that comment odd because it was late
		it := l.items[k]
		if finite(it.tag) || it.fold || it.low == "," {
			return false
		}
		if isStop(it) || subordinating(it) {
			return true
		}
	}
	return false
}

// laterThat returns the index of a complementiser that follows within a few words with no verb or break between; 0 when there is none.
func (l *line) laterThat(j int) int {
	for k := j; k < len(l.items) && k-j < 14; k++ {
		it := l.items[k]
		if it.fold || isStop(it) || finite(it.tag) {
			return 0
		}
		if it.low == "that" && k+1 < len(l.items) && (it.tag == syntax.IN || it.up == syntax.SCONJ || it.tag == syntax.WDT && k > j && !isVerb(l.items[k+1].tag) && !auxiliary(l.items[k+1])) {
			return k
		}
	}
	return 0
}

// complement returns the index of the "that" which follows the relative clause at item j; 0 when there is none.
func (l *line) complement(j int) int {
	for k := j + 2; k < len(l.items) && k-j < 20; k++ {
		if it := l.items[k]; it.fold || isStop(it) {
			return 0
		} else if it.low == "that" && it.tag == syntax.IN {
			return k
		}
	}
	return 0
}

func (l *line) opensNoun(j int) bool {
	it := l.items[j]
	return modifier(it) && it.tag != syntax.POS || nounish(it) || it.tag == syntax.EX || it.low == "no" || it.low == "this" || it.low == "there" || it.low == "both" || it.low == "neither" || it.low == "either" ||
		it.tag == syntax.WP || isQuoteMark(it)
}

// finiteAfter says whether a clause begins at item j: a finite verb follows that doesn't belong to a relative clause.
func (r *reader) finiteAfter(l *line, j, end int) bool {
	for k := j + 1; k < end; k++ {
		it := l.items[k]
		if it.low == ";" || isDash(it) {
			return false
		}
		if it.low == "," && (k-j > 25 || r.attribution(l, k+1, len(l.items)) || k+1 < end && (l.items[k+1].low == "so" || l.items[k+1].low == "but")) {
			return false // added three clubs, so it is late
		}
		if subordinating(it) && l.items[k-1].low != "," && l.opensClause(k+1, end) {
			return false // "have maintained this faith though it is old": that clause is not what is said
		}
		if finite(it.tag) {
			p := l.items[k-1]
			for b := k - 1; b > j && l.items[b].tag == syntax.RB; b-- {
				p = l.items[b-1]
			}
			if p.tag == syntax.WDT || p.tag == syntax.WP || p.low == "who" || p.low == "which" {
				return false
			}
			return k-1 <= j || p.low != "that" && p.tag != syntax.CC // "maintains its own monitor and reported": no clause
		}
		if it.tag == syntax.WDT || it.tag == syntax.WP || it.tag == syntax.WRB || it.low == "that" && it.tag == syntax.IN {
			return false
		}
	}
	return false
}

// quoteRight takes a quotation to the right of its cue as content, with what goes on after it in the same breath.
func (r *reader) quoteRight(l *line, g group, j int, out *rightSide) {
	out.frame = "quote"
	end := j + 1
	for end < len(l.items) && l.items[end].fold {
		end++
	}
	out.content = phrase{j, end}
	if end < len(l.items) && !r.closed(l.items[end-1]) && !isStop(l.items[end]) &&
		!(l.items[end].tag == syntax.CC && end+1 < len(l.items) && isVerb(l.items[end+1].tag)) {
		if e := l.asideAfter(end, r.contentEnd(l, j, g)); e > end && !l.cueBetween(r, end, e) {
			out.content.to = e
		}
	}
}

// asideAfter ends what goes on behind a quotation where the page sets something beside it: “I will ask,” | although it is unlikely.
func (l *line) asideAfter(from, end int) int {
	for k := from; k < end; k++ {
		if it := l.items[k]; !it.quoted && !it.fold && l.lex.words["beside"][it.low] && it.low != "even" {
			if k > from && l.items[k-1].low == "," {
				k--
			}
			return k
		}
	}
	return end
}

func (l *line) holdsWord(p phrase, word string) bool {
	for i := p.from; i < p.to; i++ {
		if l.items[i].low == word {
			return true
		}
	}
	return false
}

// onlyTime says whether the noun phrase at item j is a time and nothing else: "of Monday", but not "of winter strikes".
func (l *line) onlyTime(j int) bool {
	return l.items[j].time >= 0 && l.items[max(j, l.chunkRight(j)-1)].time >= 0
}
