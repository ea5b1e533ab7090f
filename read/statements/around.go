package statements

import (
	"sort"

	"github.com/hearsay-news/hearsay/read/syntax"
	"github.com/hearsay-news/hearsay/text"
)

// quoteFirst emits `"…," she said`, with what the same quotation goes on with after the cue.
func (r *reader) quoteFirst(ctx *context, d draft, at int, side rightSide, g group) {
	l := ctx.l
	from := at
	for from > 0 && l.items[from-1].fold && !ctx.claimed[from-1] {
		from--
	}
	// words before the quotation belong to it when no cue stands among them: `It was, "a disaster," he said`
	if from > 0 && !isDash(l.items[from-1]) && l.items[from-1].low != "." && l.items[from-1].low != ":" && !l.cueBetween(r, 0, from) && len(r.out) == ctx.first {
		from = 0
		if l.items[0].tag == syntax.CC && len(l.items) > 1 {
			from = 1
		}
	}
	d.Rule = "quote-first"
	d.Content = append(d.Content, l.span(phrase{from, at + 1}))
	r.claim(ctx, phrase{from, at + 1})
	if side.frame == "quote" && !ctx.claimed[side.content.from] {
		d.Rule = "quote-split"
		d.Content = append(d.Content, l.span(side.content))
		r.claim(ctx, side.content)
	} else {
		// the first quotation after the cue carries on when only adjuncts stand between
		for k := side.stop; k < len(l.items) && k-side.stop < 14; k++ {
			if l.items[k].fold && !ctx.claimed[k] {
				if k > 0 && (l.items[k-1].low == "," || l.items[k-1].low == ":" || isDash(l.items[k-1]) || l.items[k-1].low == ".") && !l.cueBetween(r, side.stop, k) {
					d.Rule = "quote-split"
					d.Content = append(d.Content, l.span(phrase{k, k + 1}))
					r.claim(ctx, phrase{k, k + 1})
				}
				break
			}
		}
	}
	r.keep(ctx, d)
}

// parenthesis handles a clause cut by or closed with an attribution: "Two depots, the ministry said, had been hit."
func (r *reader) parenthesis(ctx *context, d draft, comma int, side rightSide, g group) bool {
	l := ctx.l
	n := len(l.items)
	stop := side.stop
	if stop < n && !isStop(l.items[stop]) && !l.items[stop].fold && !(l.items[stop].tag == syntax.VBG || l.items[stop].tag == syntax.IN || l.items[stop].tag == syntax.CC || l.items[stop].tag == syntax.WRB) {
		return false
	}
	from := l.clauseFrom(r, ctx, comma)
	middle := stop+1 < n && l.items[stop].low == "," && !l.items[stop+1].fold
	if !l.hasVerb(from, comma) && !middle && !headed(l.role) && !l.quotedComma(comma) && !(l.first && l.last && stop >= n) && !(comma-from >= longClause && l.items[g.head].lemma == "say" && l.ends(stop)) {
		return false
	}
	if !l.hasVerb(from, comma) && middle && !l.opensNoun(from) {
		return r.opening(ctx, d, phrase{from, comma}, stop, g)
	}
	left := phrase{from, comma}
	opening := from
	if l.items[from].low == "even" && from+1 < comma {
		opening++ // Even as the port was shut, dockers began asking
	}
	if subordinating(l.items[opening]) && !middle && l.items[comma].low == "," && !l.mainAfter(phrase{opening, comma}) {
		return false // After the storm had passed, the mayor went on.
	}
	if l.quotedComma(comma) {
		left.to++
	}
	if left.empty() || !r.voiceAt(l, d.head) && l.items[g.head].lemma != "say" && l.items[g.head].lemma != "show" && l.items[g.head].lemma != "suggest" {
		return false
	}
	if next := stop + 1; next < n && l.items[stop].low == "," && (l.items[next].fold || l.items[next].quoted) { // It was late, but since the flood, she said, “we …”
		left.from = l.lastClause(left)
	}
	d.Rule = "trailing"
	d.Content = append(d.Content, l.span(left))
	r.claim(ctx, left)
	if stop < n && l.items[stop].low == "," && stop+1 < n {
		next := l.items[stop+1]
		switch {
		case next.fold:
			d.Content = append(d.Content, l.span(phrase{stop + 1, stop + 2}))
			r.claim(ctx, phrase{stop + 1, stop + 2})
		case r.resumes(l, left, stop+1):
			end := r.contentEnd(l, stop+1, g)
			if end > stop+1 {
				d.Rule = "middle"
				d.Content = append(d.Content, l.span(phrase{stop + 1, end}))
			}
		}
	}
	r.keep(ctx, d)
	return true
}

// longClause is how many words before an attribution that ends its sentence are a clause although no tagger finds its verb.
const longClause = 8

// mainAfter says whether the main clause follows the subordinate one that a stretch opens with: "As the mayor spoke, | a girl was hurt".
func (l *line) mainAfter(p phrase) bool {
	for k := p.from + 2; k+2 < p.to; k++ {
		if l.items[k].low == "," && !l.items[k].quoted && l.opensClause(k+1, p.to) {
			return true
		}
	}
	return false
}

// opening handles an attribution right after the first adverbial: "In the end, Rosenthal said, union voters came round".
func (r *reader) opening(ctx *context, d draft, left phrase, stop int, g group) bool {
	l := ctx.l
	end := r.contentEnd(l, stop+1, g)
	if end <= stop+2 || !l.hasFinite(stop+1, end) || l.items[stop+1].tag == syntax.VBG {
		return false
	}
	d.Rule = "opening"
	if left.to-left.from > 1 {
		d.Content = append(d.Content, l.span(left))
	}
	d.Content = append(d.Content, l.span(phrase{stop + 1, end}))
	r.claim(ctx, phrase{stop + 1, end})
	r.keep(ctx, d)
	return true
}

// comma says whether item i is a comma, or a closing mark with the comma before it: `"…," she said`.
func (l *line) comma(i int) bool { return i >= 0 && l.items[i].low == "," || l.quotedComma(i) }

func (l *line) quotedComma(i int) bool {
	return i > 0 && l.items[i].quoted && isQuoteMark(l.items[i]) && l.items[i-1].low == "," && (i+1 >= len(l.items) || !l.items[i+1].quoted)
}

// resumes says whether the clause left of an attribution goes on after it at item k.
func (r *reader) resumes(l *line, left phrase, k int) bool {
	it := l.items[k]
	if l.lex.words["beside"][it.low] {
		return false
	}
	if it.tag == syntax.VBG || it.low == "according" || it.low == "while" || it.low == "who" || it.low == "which" {
		return false
	}
	if (subordinating(l.items[left.from]) || left.to-left.from <= 4) && l.opensClause(k, len(l.items)) {
		return true // If it rains, Teke said, the port is shut
	}
	if auxiliary(l.items[left.to-1]) && left.to-left.from > 1 && !finite(it.tag) {
		return true // Arvenia can, analysts say, easily win
	}
	whole, main := false, false
	for i := left.from; i < left.to; i++ {
		whole = whole || finite(l.items[i].tag)
		main = main || finite(l.items[i].tag) && !l.relativeVerb(i)
	}
	if first := l.items[left.from]; first.tag == syntax.WP || first.tag == syntax.WRB || first.low == "whether" {
		main = false // What they do now, writes Teke, is another matter.
	}
	if !whole {
		return true
	}
	if main && finite(it.tag) {
		return false // the clause has its verb: what follows tells of the speaker
	}
	if finite(it.tag) || it.tag == syntax.MD || it.tag == syntax.TO || it.tag == syntax.VBN {
		return true
	}
	if it.tag == syntax.CC {
		return !r.attribution(l, k+1, len(l.items)) && !r.cueFollows(l, k+1, len(l.items), group{head: k})
	}
	return it.tag == syntax.IN && it.low != "as"
}

// clauseFrom returns where the clause that ends before the comma at item c begins: the line's start or the last semicolon.
func (l *line) clauseFrom(r *reader, ctx *context, c int) int {
	from := 0
	for k := c - 1; k >= 0; k-- {
		if l.items[k].low == ";" {
			from = k + 1
			break
		}
	}
	if from < c && l.items[from].tag == syntax.CC {
		from++
	}
	for from < c && l.items[from].low == "," {
		from++
	}
	return from
}

// asClause handles "The road is open, as the mayor put it" and "As Teke said, the port is open".
func (r *reader) asClause(ctx *context, d draft, as int, side rightSide) bool {
	l := ctx.l
	n := len(l.items)
	stop := side.stop
	switch {
	case (as == 0 || l.items[as-1].tag == syntax.CC || isDash(l.items[as-1])) && stop < n && l.items[stop].low == ",":
		end := r.contentEnd(l, stop+1, group{head: stop})
		if end <= stop+1 {
			return false
		}
		d.Content = append(d.Content, l.span(phrase{stop + 1, end}))
		r.claim(ctx, phrase{stop + 1, end})
	case as == 2 && l.items[1].low == "," && l.items[0].tag == syntax.CC && stop < n && l.items[stop].low == ",": // And, as many say, the port is open
		end := r.contentEnd(l, stop+1, group{head: stop})
		if end <= stop+1 {
			return false
		}
		d.Content = append(d.Content, l.span(phrase{stop + 1, end}))
		r.claim(ctx, phrase{stop + 1, end})
	case as > 1 && l.items[as-1].low == ",":
		from := l.clauseFrom(r, ctx, as-1)
		if from >= as-1 { // "But, as Teke said": nothing stands before it
			return false
		}
		quoted := stop+1 < n && l.items[stop].low == "," && (l.items[stop+1].fold || l.items[stop+1].quoted)
		if !quoted || !l.alternative(as-1) { // the ports decay, or, at least, as Teke put it, | “die slowly”
			d.Content = append(d.Content, l.span(phrase{from, as - 1}))
			r.claim(ctx, phrase{from, as - 1})
		}
		if quoted {
			end := r.contentEnd(l, stop+1, group{head: stop})
			d.Content = append(d.Content, l.span(phrase{stop + 1, end}))
			r.claim(ctx, phrase{stop + 1, end})
		}
	default:
		return false
	}
	d.Rule = "as-clause"
	r.keep(ctx, d)
	return true
}

// alternative says whether a conjunction and no more than an adverbial stand before the comma at item c, so that what follows is another way to say it.
func (l *line) alternative(c int) bool {
	for k := c - 1; k > 0 && c-k < 5; k-- {
		if l.items[k].low == "or" {
			return l.items[k-1].low == "," || isDash(l.items[k-1])
		}
		if isVerb(l.items[k].tag) || nounish(l.items[k]) {
			return false
		}
	}
	return false
}

// hasVerb says whether a clause stands between two items: a finite verb, or a participle after a noun, for which taggers take a simple past.
func (l *line) hasVerb(from, to int) bool {
	for i := from + 1; i < to; i++ {
		if l.items[i].tag == syntax.VBN && nounish(l.items[i-1]) {
			return true
		}
	}
	return l.hasFinite(from, to)
}

// voiceAt says whether the words at a place of the line can speak.
func (r *reader) voiceAt(l *line, s text.Span) bool { return r.voice(l, l.phraseAt(s)) }

// phraseAt returns the items of the line that a place of the text covers.
func (l *line) phraseAt(s text.Span) phrase {
	to := sort.Search(len(l.items), func(i int) bool { return l.items[i].End > s.Start })
	from := to
	for to < len(l.items) && l.items[to].Start < s.End {
		to++
	}
	return phrase{from, to}
}

// lastClause returns where the last part of the words left of an attribution begins, if it is an adverbial that a conjunction ties to a clause of the
// page: "She had worked on fish, but | since the flood".
func (l *line) lastClause(left phrase) int {
	for k := left.to - 1; k > left.from; k-- {
		if finite(l.items[k].tag) || l.items[k].quoted {
			return left.from
		}
		if l.items[k].tag == syntax.CC && l.items[k-1].low == "," {
			return k + 1
		}
	}
	return left.from
}
