package statements

import (
	"strings"

	"github.com/hearsay-news/hearsay/read/names"
	"github.com/hearsay-news/hearsay/read/syntax"
	"github.com/hearsay-news/hearsay/text"
)

// line applies the rules to one line, left to right.
func (r *reader) line(l *line, number int, carried bool) {
	if len(l.items) == 0 {
		return
	}
	first := len(r.out)
	claimed := make([]bool, len(l.items)) // folds that are somebody's words already
	ctx := &context{l: l, number: number, first: first, claimed: claimed, used: map[int]bool{}}
	if r.floating(ctx, carried) || r.label(ctx) {
		return
	}
	for i := 0; i < len(l.items); i++ {
		it := l.items[i]
		if it.fold || it.quoted {
			continue
		}
		switch {
		case it.low == "according" && i+1 < len(l.items) && l.items[i+1].low == "to":
			r.according(ctx, i, i+2)
		case it.low == "of" && l.inWords(i):
			r.according(ctx, i-3, i+1)
		case isVerb(it.tag) && it.up != syntax.AUX:
			r.verb(ctx, i)
		case it.tag == syntax.NN || it.tag == syntax.NNS:
			r.noun(ctx, i)
		case it.tag == syntax.RB:
			r.adverb(ctx, i)
		}
	}
	r.headline(ctx)
	r.afterLine(ctx)
}

// context is the line being read and what was found in it.
type context struct {
	l       *line
	number  int
	first   int // index of the line's first draft
	claimed []bool
	used    map[int]bool // verbs that a rule for two voices took already
}

// cueAt returns the cue that the verb at item i is, with its particle, and the item after it.
func (r *reader) cueAt(l *line, i int) (cue, int, bool) {
	lemma := l.items[i].lemma
	if particles, ok := r.lex.particles[lemma]; ok && i+1 < len(l.items) {
		if c, ok := particles[l.items[i+1].low]; ok {
			return c, i + 2, true
		}
	}
	c, ok := r.lex.verbs[lemma]
	if !ok {
		c, ok = r.lex.verbs[lemma+"e"] // lemmatisers cut "blamed" to "blam" and "shouted" to "shoute"
		if !ok {
			c, ok = r.lex.verbs[strings.TrimSuffix(lemma, "e")]
		}
	}
	return c, i + 1, ok
}

func (r *reader) verb(ctx *context, i int) {
	l := ctx.l
	c, to, ok := r.cueAt(l, i)
	if ctx.used[i] {
		return
	}
	if !ok {
		r.anyVerb(ctx, i)
		return
	}
	g := r.groupAt(l, i)
	g.to = to
	if g.participle && !(g.to < len(l.items) && l.items[g.to].low == "by") {
		// taggers take a simple past for a participle where the subject stands right before it
		if s := l.subjectLeft(g.from); !s.source.empty() && s.source.to <= g.from && s.sure && !s.relative && r.voice(l, s.head) {
			g.participle, g.finite = false, true
		}
		if g.to < len(l.items) && l.items[g.to].low == "that" && (l.commaBefore(g.from) || l.conjoined(g.from)) && len(r.out) > ctx.first {
			g.participle, g.finite = false, true // hoped that …, stressed that …
		}
	}
	switch {
	case g.passive:
		r.passive(ctx, g, c)
	case g.participle:
		if l.items[i].lemma == "quote" || l.items[i].lemma == "cite" {
			r.passive(ctx, g, c)
		}
	case g.finite:
		r.active(ctx, g, c)
	case g.ing:
		r.participial(ctx, g, c)
	case g.infinitive:
	case l.items[i].tag == syntax.VB && !g.infinitive:
		g.finite = true
		if s := l.subjectLeft(g.from); !s.source.empty() && s.sure && r.voice(l, s.head) && !objective(l.items[s.source.from]) {
			r.active(ctx, g, c)
		}
	}
}

// anyVerb takes a verb outside the cue table for a cue where the layout leaves no doubt: a voice, the verb, and at once a colon or comma and a
// quotation (`Teke boomed: "Out!"`), or a quotation, a voice and the verb at the line's end.
func (r *reader) anyVerb(ctx *context, i int) {
	l := ctx.l
	if !finite(l.items[i].tag) || auxiliary(l.items[i]) || l.items[i].lemma == "be" || l.items[i].lemma == "have" {
		return
	}
	g := r.groupAt(l, i)
	n := len(l.items)
	colon := i+2 < n && (l.items[i+1].low == ":" || l.items[i+1].low == ",") && l.items[i+2].fold && !ctx.claimed[i+2]
	final := i+1 >= r.lineEnd(l)
	if g.passive || g.negated || !colon && !final {
		return
	}
	s := l.subjectLeft(g.from)
	if s.source.empty() || !s.sure || s.relative || !r.voice(l, s.head) {
		return
	}
	d := r.draft(ctx, g, cue{stance: Say}, s)
	d.Head = ""
	switch q := s.before; {
	case colon:
		d.Rule = "any-verb"
		d.Content = []text.Span{l.items[i+2].Span}
		ctx.claimed[i+2] = true
	case q >= 0 && l.items[q].fold && !ctx.claimed[q]:
		d.Rule = "any-verb-last"
		d.Content = []text.Span{l.items[q].Span}
		ctx.claimed[q] = true
	default:
		return
	}
	r.keep(ctx, d)
}

// active applies a finite cue: quotation or clause before it, in a parenthesis around it, or after it.
func (r *reader) active(ctx *context, g group, c cue) {
	l := ctx.l
	if g.infinitive {
		return
	}
	p := g.from - 1
	for p > 0 && (l.items[p].tag == syntax.RB || l.items[p].time >= 0 || timePreposition(l.items[p]) && l.items[p+1].time >= 0) {
		p--
	}
	// "…," said Ilves
	afterQuote := p >= 0 && (l.items[p].fold || (l.items[p].low == "," || isDash(l.items[p])) && p > 0 && l.items[p-1].fold || l.quotedComma(p))
	if afterQuote && r.inverted(ctx, g, c, p) {
		return
	}
	s := l.subjectLeft(g.from)
	if s.source.empty() {
		if !afterQuote && r.inverted(ctx, g, c, p) {
			return
		}
		if p >= 0 && (l.items[p].tag == syntax.CC || l.items[p].low == ",") {
			r.coordinated(ctx, g, c)
		}
		return
	}
	if bad(l.items[s.source.to-1]) && s.source.to-s.source.from == 1 {
		return
	}
	if r.quotesAs(ctx, g, s) {
		return
	}
	g.relative = s.relative && s.source.from > 0 && l.items[s.source.from-1].low == ","
	side := r.right(l, g, c, g.to)
	d := r.draft(ctx, g, c, s)
	d.addSide(l, side)
	q := s.before
	for q > 0 && (l.items[q].tag == syntax.RB && l.items[q].low != "as") {
		q--
	}
	if q >= 0 && !s.relative {
		quoteAt := -1
		if l.items[q].fold {
			quoteAt = q
		} else if q > 0 && (l.items[q].low == "," || isDash(l.items[q])) && l.items[q-1].fold {
			quoteAt = q - 1
		}
		if quoteAt >= 0 && !ctx.claimed[quoteAt] && side.frame != "that" && (c.takes(quoteFrame) || side.frame == "") {
			r.quoteFirst(ctx, d, quoteAt, side, g)
			return
		}
		if l.items[q].low == "as" && side.frame != "that" {
			if r.asClause(ctx, d, q, side) {
				return
			}
		}
		if l.comma(q) && (side.frame == "" || side.frame == "prep" && l.items[g.to-1].low != "for") && c.takes(quoteFrame|zeroFrame) && !g.negated {
			if r.parenthesis(ctx, d, q, side, g) {
				return
			}
		}
	}
	r.rightContent(ctx, d, side, g, c)
}

// objective says whether a pronoun can't be a subject ("heard him say").
func objective(it item) bool {
	switch it.low {
	case "him", "her", "them", "me", "us", "you":
		return true
	}
	return false
}

// bad says whether a lone word can't be a source.
func bad(it item) bool {
	switch it.low {
	case "that", "this", "there", "what", "these", "those", "here", "nothing", "anything", "something", "everything":
		return true
	}
	return false
}

// rightContent emits a draft whose content follows its cue.
func (r *reader) rightContent(ctx *context, d draft, side rightSide, g group, c cue) {
	l := ctx.l
	if g.negated && d.Stance.Speech() && c.takes(quoteFrame) || g.modal == "deny" {
		if d.Stance == Say || d.Stance == Announce || d.Stance == Confirm || d.Stance == Question || g.modal == "deny" {
			d.Stance = Silence
		}
	}
	if g.modal == "deny" && side.frame == "" { // declined to comment
		d.Rule, d.Content = "silence", nil
		d.Cue = append(d.Cue[:0], l.span(phrase{g.from, g.to}))
		r.keep(ctx, d)
		return
	}
	if lemma := l.items[g.head].lemma; (lemma == "decline" || lemma == "refuse") && side.frame == "to" && side.content.from+1 < side.content.to {
		if c, ok := r.lex.verbs[l.items[side.content.from+1].lemma]; ok && c.stance.Speech() && c.takes(quoteFrame|thatFrame) || l.items[side.content.from+1].lemma == "comment" {
			return // declined to say: the verb of saying makes the row
		}
	}
	if g.modal == "predict" {
		d.Stance = Predict
	}
	if side.frame == "" && !side.open && c.takes(quoteFrame) && !g.negated && side.stop >= r.lineEnd(l) && len(d.Source) > 0 && d.sure {
		d.Rule, d.open, d.alone = "quote-next", true, true
		r.keep(ctx, d)
		return
	}
	if side.open {
		if l.last {
			d.Rule = "colon-next-line"
			d.open = true
			r.keep(ctx, d)
		}
		return
	}
	if side.frame == "" {
		return
	}
	d.Rule = side.frame
	d.Content = append(d.Content, l.span(side.content))
	if !side.prep.empty() {
		if side.prep.from == g.to {
			d.Cue[0] = d.Cue[0].Cover(l.span(side.prep))
		} else {
			d.Cue = append(d.Cue, l.span(side.prep))
		}
	}
	r.claim(ctx, side.content)
	if d.coordinated {
		d.Rule += "-and"
	}
	if d.participial {
		d.Rule += "-ing"
	}
	d.frame = side.frame
	if side.frame == "to" && d.Stance == Claim { // called to put in more effort
		d.Stance = Demand
	}
	r.keep(ctx, d)
}

func (r *reader) claim(ctx *context, p phrase) {
	for i := p.from; i < p.to; i++ {
		if ctx.l.items[i].fold {
			ctx.claimed[i] = true
		}
	}
}

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

// inverted handles `"…," said Ilves` and `The port is shut, says Ilves`.
func (r *reader) inverted(ctx *context, g group, c cue, p int) bool {
	l := ctx.l
	if c, ok := r.lex.verbs[l.items[g.head].lemma]; ok && !c.takes(zeroFrame|quoteFrame) {
		return false
	}
	if tag := l.items[g.head].tag; (tag == syntax.VBP || tag == syntax.VB) && l.items[g.head].lemma != "say" {
		return false
	}
	if !c.takes(quoteFrame) && !c.takes(zeroFrame) || g.to >= len(l.items) || p < 0 || g.infinitive {
		return false
	}
	from := g.to
	if from+1 < len(l.items) && (l.items[from].tag == syntax.VBD || l.items[from].tag == syntax.VBN) && modifier(l.items[from+1]) {
		from++ // said undecided voter Ilves
	}
	to := l.nounPhrase(from)
	if to == from || l.items[g.to].time >= 0 || l.items[g.to].fold {
		return false
	}
	quoteAt := -1
	if l.items[p].fold {
		quoteAt = p
	} else if p > 0 && l.items[p-1].fold {
		quoteAt = p - 1
	}
	if quoteAt >= 0 && ctx.claimed[quoteAt] {
		return false
	}
	if quoteAt < 0 {
		if !l.comma(p) || l.items[g.head].lemma != "say" && !l.quotedComma(p) || !l.hasFinite(0, p) && !headed(l.role) && !(l.first && l.last) {
			return false
		}
		if to < len(l.items) && !isStop(l.items[to]) && l.items[to].time < 0 && !occasion(l.items[to]) {
			return false
		}
		if !r.voice(l, phrase{g.to, l.chunkRight(from)}) {
			return false
		}
	}
	s := subject{source: phrase{g.to, to}, head: phrase{g.to, l.chunkRight(from)}, sure: true, before: p}
	if l.items[g.to].tag == syntax.PRP {
		to = g.to + 1
		s.source.to = to
	}
	for to+1 < len(l.items) && l.items[to].low == "," && !l.items[to+1].fold && l.apposition(to+1, len(l.items)) && l.items[to+1].tag != syntax.RB {
		end := to + 1
		for end < len(l.items) && !isStop(l.items[end]) && !l.items[end].fold {
			if l.items[end].tag == syntax.VBG && l.items[end-1].low == "," {
				break
			}
			end++
		}
		if end < len(l.items) && !isStop(l.items[end]) {
			break
		}
		if cc := l.items[to+1].tag; cc == syntax.CC {
			break
		}
		to = end
		s.source.to = to
	}
	side := r.right(l, g, cue{stance: c.stance, frames: quoteFrame}, to)
	d := r.draft(ctx, g, c, s)
	d.addSide(l, side)
	if quoteAt >= 0 {
		r.quoteFirst(ctx, d, quoteAt, side, g)
		return true
	}
	return r.parenthesis(ctx, d, p, side, g)
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
	if !l.hasFinite(from, comma) && !middle && !headed(l.role) && !l.quotedComma(comma) && !(l.first && l.last && stop >= n) {
		return false
	}
	if !l.hasFinite(from, comma) && middle && !l.opensNoun(from) {
		return r.opening(ctx, d, phrase{from, comma}, stop, g)
	}
	left := phrase{from, comma}
	if l.quotedComma(comma) {
		left.to++
	}
	if left.empty() {
		return false
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
	if it.tag == syntax.VBG || it.low == "according" || it.low == "while" || it.low == "who" || it.low == "which" {
		return false
	}
	whole := false
	for i := left.from; i < left.to; i++ {
		whole = whole || finite(l.items[i].tag)
	}
	if !whole {
		return true
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
	for from < c && (isQuoteMark(l.items[from]) && false || l.items[from].low == ",") {
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
	case as > 1 && l.items[as-1].low == ",":
		from := l.clauseFrom(r, ctx, as-1)
		d.Content = append(d.Content, l.span(phrase{from, as - 1}))
		r.claim(ctx, phrase{from, as - 1})
		if stop+1 < n && l.items[stop].low == "," && (l.items[stop+1].fold || l.items[stop+1].quoted) {
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

// coordinated handles "denied the charge and said he would sue": the cue shares the subject of the one before it.
func (r *reader) coordinated(ctx *context, g group, c cue) {
	l := ctx.l
	d := r.draft(ctx, g, c, subject{})
	for n := len(r.out) - 1; n >= ctx.first; n-- {
		o := &r.out[n]
		if len(o.Source) > 0 && o.verbal && o.Cue[0].Start < l.items[g.from].Start && o.source.Start < l.items[g.from].Start {
			d.take(o)
			break
		}
	}
	if len(d.Source) == 0 {
		s := l.mainSubject(0, g.from)
		if s.source.empty() || !l.conjoined(g.from) {
			return
		}
		d.setSource(l, s)
	}
	side := r.right(l, g, c, g.to)
	d.addSide(l, side)
	if side.frame == "" && g.modal != "deny" {
		return
	}
	d.coordinated = true
	r.rightContent(ctx, d, side, g, c)
}

// participial handles "Teke walked out, saying he had heard enough".
func (r *reader) participial(ctx *context, g group, c cue) {
	l := ctx.l
	if g.from == 0 && c.stance.Speech() && ctx.first > 0 && r.out[ctx.first-1].line == ctx.number-1 && r.quotedOrSaid(&r.out[ctx.first-1]) {
		// Adding, "…" goes on from the sentence before
		if side := r.right(l, g, c, g.to); side.frame == "quote" {
			d := r.draft(ctx, g, c, subject{})
			d.take(&r.out[ctx.first-1])
			d.sure, d.participial = true, true
			r.rightContent(ctx, d, side, g, c)
		}
		return
	}
	if g.from == 0 || !c.stance.Speech() {
		return
	}
	switch l.items[g.from-1].low {
	case "as", "of", "from", "without", "than", "like", "about", "not", "to":
		return
	}
	if l.items[g.head].lemma == "cite" {
		r.citing(ctx, g)
		return
	}
	side := r.right(l, g, c, g.to)
	if side.frame == "" || side.open {
		return
	}
	if (side.frame == "noun" || side.frame == "object") && l.items[g.head].lemma != "call" && !l.commaBefore(g.from) {
		return
	}
	d := r.draft(ctx, g, c, subject{})
	if nounish(l.items[g.from-1]) { // a brief saying that
		s := l.plainSubject(g.from)
		if p := s.before; !s.source.empty() && p > 0 && isVerb(l.items[p].tag) && (lightVerbs[l.items[p].lemma] || l.items[p].lemma == "write" || l.items[p].lemma == "post") {
			// the town released a statement saying: the town says it
			if owner := l.subjectLeft(r.groupAt(l, p).from); !owner.source.empty() && owner.sure {
				d.Medium = []text.Span{l.span(s.source)}
				r.withdraw(ctx, s.source)
				s = owner
			}
		}
		if s.source.empty() || !r.voice(l, s.head) {
			return
		}
		if side.frame != "that" && side.frame != "zero" && side.frame != "quote" && !r.named(l.span(s.head), names.PER) {
			return
		}
		d.setSource(l, s)
		d.sure = d.sure && len(d.Medium) > 0
	} else {
		for n := len(r.out) - 1; n >= ctx.first; n-- {
			o := &r.out[n]
			if o.verbal && len(o.Source) > 0 {
				d.take(o)
				break
			}
		}
		if len(d.Source) == 0 {
			s := l.mainSubject(0, g.from)
			if s.source.empty() {
				return
			}
			d.setSource(l, s)
		}
	}
	d.addSide(l, side)
	d.participial = true
	r.rightContent(ctx, d, side, g, c)
}

// conjoined says whether a conjunction stands before item i, adverbs passed over.
func (l *line) conjoined(i int) bool {
	for i > 0 && (l.items[i-1].tag == syntax.RB || l.items[i-1].time >= 0 || i < len(l.items) && timePreposition(l.items[i-1]) && l.items[i].time >= 0) {
		i--
	}
	return i > 0 && l.items[i-1].tag == syntax.CC
}

// withdraw drops a row of this line whose content is no more than the statement that another row tells: "released | a statement saying …".
func (r *reader) withdraw(ctx *context, told phrase) {
	at := ctx.l.items[told.from].Start
	for n := ctx.first; n < len(r.out); n++ {
		if c := r.out[n].Content; len(c) == 1 && c[0].Start == at {
			r.out[n].dropped = true
		}
	}
}

func (l *line) commaBefore(i int) bool {
	for i > 0 && l.items[i-1].tag == syntax.RB {
		i--
	}
	return i > 0 && l.items[i-1].low == ","
}

func (l *line) hasFinite(from, to int) bool {
	for i := from; i < to; i++ {
		if finite(l.items[i].tag) || l.items[i].fold {
			return true
		}
	}
	return false
}
