package statements

import (
	"github.com/hearsay-news/hearsay/read/syntax"
)

// rightSide is what follows a cue: adjuncts, addressee, and where the content begins.
type rightSide struct {
	frame     string // quote, colon, that, wh, to, ing, prep, zero, noun, object; "" for none
	content   phrase
	prep      phrase // governed preposition, part of the cue
	addressee phrase
	medium    phrase
	time      int
	stop      int // item after the adjuncts
	open      bool
	why       string // how the content opens
}

// behind is what follows a cue while it is read, up to where the content opens.
type behind struct {
	l     *line
	c     cue
	out   *rightSide
	asked bool // an addressee was looked for already
}

// adjunct is one kind of words between a cue and its content. Adjuncts are asked in their order; the first that decides says where they end: at item j itself
// where the content opens there.
type adjunct struct {
	name, example string
	of            func(r *reader, b *behind, j int) (next int, decided bool)
}

var adjuncts = []adjunct{
	{"none before a quotation, a colon or a comma", "said | “…”", (*reader).noAdjunct},
	{"a time", "said Monday | that", (*reader).whenSaid},
	{"a time behind its preposition", "said on | Monday", (*reader).beforeWhen},
	{"back", "shot back | that", (*reader).saidBack},
	{"of whom", "said of Marrow | : “…”; said this | :", (*reader).ofWhom},
	{"an adverb", "said flatly | that", (*reader).adverbBehind},
	{"to whom", "said to the mayor | that", (*reader).toWhom},
	{"on what occasion", "said in a letter | that", (*reader).onOccasion},
	{"who was told", "told the mayor | that", (*reader).toldWhom},
}

// mostAdjuncts is how many of them are read behind one cue.
const mostAdjuncts = 10

// right reads on from item j after a cue's verb group.
func (r *reader) right(l *line, g group, c cue, j int) rightSide {
	out := rightSide{time: -1}
	b := &behind{l: l, c: c, out: &out}
	for steps := 0; steps < mostAdjuncts && j < len(l.items); steps++ {
		next := j
		for k := range adjuncts {
			if to, decided := adjuncts[k].of(r, b, j); decided {
				next = to
				break
			}
		}
		if next == j {
			break
		}
		j = next
	}
	out.stop = j
	r.content(l, g, c, &out)
	if a := out.addressee; out.frame == "" && !a.empty() && a.to == out.stop && c.takes(nounFrame) && c.takes(personFrame) && !r.voice(l, phrase{a.from, l.chunkRight(a.from)}) {
		// urged restraint: nobody is spoken to
		out.frame, out.content, out.addressee = "noun", r.cut(l, g, "noun", phrase{a.from, r.contentEnd(l, a.from, g)}), phrase{}
	}
	return out
}

func (r *reader) noAdjunct(b *behind, j int) (int, bool) {
	it := b.l.items[j]
	return j, it.fold || it.low == ":" || it.low == ","
}

func (r *reader) whenSaid(b *behind, j int) (int, bool) {
	l := b.l
	it := l.items[j]
	if it.time < 0 || it.tag == syntax.POS || j+1 < len(l.items) && !l.afterTime(j) {
		return j, false
	}
	if b.out.time < 0 {
		b.out.time = it.time
	}
	for j < len(l.items) && l.items[j].time == it.time {
		j++
	}
	return j, true
}

func (r *reader) beforeWhen(b *behind, j int) (int, bool) {
	it := b.l.items[j]
	return j + 1, j+1 < len(b.l.items) && b.l.items[j+1].time >= 0 && timePreposition(it) && !b.c.governs(it.low)
}

func (r *reader) saidBack(b *behind, j int) (int, bool) {
	it := b.l.items[j]
	return j + 1, it.tag == syntax.RP && it.low == "back"
}

func (r *reader) ofWhom(b *behind, j int) (int, bool) {
	l, n := b.l, len(b.l.items)
	it := l.items[j]
	this := it.low == "this" && j+1 < n && l.items[j+1].low == ":"
	if !this && (it.low != "of" && it.low != "about" || b.c.governs(it.low) || !b.c.takes(quoteFrame)) {
		return j, false
	}
	to := j + 1
	if !this {
		to = l.nounPhrase(j + 1)
	}
	if to < n && (l.items[to].low == ":" || l.items[to].low == "," && to+1 < n && l.items[to+1].fold) { // said of Marrow: “…”
		return to, true
	}
	return j, true
}

func (r *reader) adverbBehind(b *behind, j int) (int, bool) {
	it := b.l.items[j]
	return j + 1, it.tag == syntax.RB && !startsClause(it) && !degree(it) && !b.c.takes(objectFrame)
}

func (r *reader) toWhom(b *behind, j int) (int, bool) {
	l := b.l
	if l.items[j].low != "to" || b.c.governs("to") && !r.listener(l, j+1) || j+1 >= len(l.items) || l.items[j+1].tag == syntax.VB || l.items[j+1].tag == syntax.RB {
		return j, false
	}
	if to := r.beforeMedium(l, phrase{j + 1, l.nounPhrase(j + 1)}); to > j+1 && b.out.addressee.empty() {
		b.out.addressee = phrase{j + 1, to}
		return to, true
	}
	return j, true
}

func (r *reader) onOccasion(b *behind, j int) (int, bool) {
	l, n := b.l, len(b.l.items)
	if it := l.items[j]; !occasion(it) || b.c.governs(it.low) {
		return j, false
	}
	to := l.nounPhrase(j + 1)
	if to <= j+1 {
		return j, true
	}
	if r.isMedium(l, phrase{j + 1, to}) {
		b.out.medium = phrase{j + 1, to}
		return to, true
	}
	if to >= n {
		return j, true
	}
	next := l.items[to]
	if next.tag == syntax.TO && b.c.takes(toFrame) || next.fold || next.low == "that" && b.c.takes(thatFrame) || next.low == ":" || to+1 < n && next.low == "," && l.items[to+1].fold {
		return to, true
	}
	return j, true
}

func (r *reader) toldWhom(b *behind, j int) (int, bool) {
	if !b.c.takes(personFrame) || b.asked || startsContent(b.l.items[j], b.c) {
		return j, false
	}
	b.asked = true
	if to := b.l.addressee(j); to > j {
		b.out.addressee = phrase{j, to}
		return to, true
	}
	return j, true
}

// afterTime says whether a time expression after a cue is an adjunct and not the subject of what is said ("said Monday was quiet").
func (l *line) afterTime(j int) bool {
	k := j
	for k < len(l.items) && l.items[k].time == l.items[j].time {
		k++
	}
	return k >= len(l.items) || !finite(l.items[k].tag) && l.items[k].tag != syntax.POS
}

func timePreposition(it item) bool {
	switch it.low {
	case "on", "in", "at", "by", "since", "during", "from", "late", "early", "earlier", "later", "around", "before", "after":
		return true
	}
	return false
}

func occasion(it item) bool {
	switch it.low {
	case "in", "at", "on", "during", "via", "through", "from", "after", "before", "by", "for", "inside", "outside", "over", "following", "with", "near", "about":
		return it.up == syntax.ADP || it.tag == syntax.IN || it.tag == syntax.VBG
	}
	return false
}

// isMedium says whether a noun phrase names an occasion or medium: one of its nouns is in the table.
func (r *reader) isMedium(l *line, p phrase) bool {
	for i := p.from; i < p.to; i++ {
		if r.lex.media[l.items[i].lemma] || r.lex.media[l.items[i].low] {
			return true
		}
	}
	return false
}

// beforeMedium is the end of a noun phrase without the medium that it carries along: "the mayor | in a letter".
func (r *reader) beforeMedium(l *line, p phrase) int {
	for i := p.from + 1; i < p.to; i++ {
		if occasion(l.items[i]) && r.isMedium(l, phrase{i + 1, l.chunkRight(i + 1)}) {
			return i
		}
	}
	return p.to
}

// degree says whether an adverb goes with the words after it and not with the cue ("only hundreds", "over 60 percent").
func degree(it item) bool {
	switch it.low {
	case "so", "over", "about", "only", "nearly", "almost", "just", "even", "roughly", "around", "more", "less", "not", "never", "up", "approximately", "no",
		"too", "as", "at", "least", "most", "very", "once", "if", "once again":
		return true
	}
	return false
}

func startsClause(it item) bool {
	switch it.low {
	case "that", "whether", "if", "how", "why", "where", "when", "what", "who", "whom", "whose", "which":
		return true
	}
	return false
}

func startsContent(it item, c cue) bool {
	return startsClause(it) || it.tag == syntax.TO || it.tag == syntax.IN && it.low != "on" || isStop(it) || it.fold
}

// addressee returns the end of the person spoken to from item j ("told Radio Nord that"), or j when the noun phrase there is the
// subject of the content instead ("warned the port was shut").
func (l *line) addressee(j int) int {
	to := l.chunkRight(j)
	if to == j {
		return j
	}
	for to+1 < len(l.items) && (l.items[to].low == "of" || l.items[to].low == "in" || l.items[to].low == "from" || l.items[to].low == "at") && l.items[to+1].time < 0 {
		next := l.chunkRight(to + 1)
		if next == to+1 {
			break
		}
		to = next
	}
	if to+1 < len(l.items) && l.items[to].tag == syntax.CC {
		if next := l.chunkRight(to + 1); next > to+1 && !(next < len(l.items) && (finite(l.items[next].tag) || auxiliary(l.items[next]))) && l.items[to+1].tag != syntax.PRP {
			to = next
		}
	}
	if end := l.apposedAddressee(to); end > to { // asked the captain, Petar Dovic, whether
		return end
	}
	k := to
	for k < len(l.items) && l.items[k].tag == syntax.RB {
		k++
	}
	if k < len(l.items) && (finite(l.items[k].tag) || l.items[k].tag == syntax.VBN && l.items[k].up == syntax.AUX) {
		return j
	}
	return to
}

// apposedAddressee returns the end of what describes an addressee between commas, where the content opens right after it; to itself for none.
func (l *line) apposedAddressee(to int) int {
	if to+2 >= len(l.items) || l.items[to].low != "," || l.items[to+1].fold || !l.apposition(to+1, len(l.items)) {
		return to
	}
	for k := to + 2; k+1 < len(l.items) && k-to < 14; k++ {
		switch it := l.items[k]; {
		case it.fold || it.low != "," && isStop(it) || finite(it.tag) && l.items[to+1].tag != syntax.WP:
			return to
		case it.low == ",":
			next := l.items[k+1]
			if startsClause(next) && next.low != "who" && next.low != "whose" && next.low != "which" || next.tag == syntax.TO {
				return k + 1
			}
		}
	}
	return to
}

// listener says whether the noun phrase at item j is an outlet's name, so that words are given to it and not agreed to: "confessed to Radio Nord".
func (r *reader) listener(l *line, j int) bool {
	_, _, found := r.outletName(l.span(phrase{j, l.nounEnd(j)}))
	return found
}
