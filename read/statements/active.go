package statements

import (
	"github.com/hearsay-news/hearsay/read/names"
	"github.com/hearsay-news/hearsay/read/syntax"
	"github.com/hearsay-news/hearsay/text"
)

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
	if g.from == 0 && r.invertedFirst(ctx, g, c) || !afterQuote && p > 0 && l.comma(p) && r.invertsAfterComma(l, g, c, p) && r.inverted(ctx, g, c, p) {
		return
	}
	s := l.subjectLeft(g.from)
	if s.source.empty() {
		if !afterQuote && r.inverted(ctx, g, c, p) {
			return
		}
		if p >= 0 && (l.items[p].tag == syntax.CC || l.items[p].low == ",") {
			r.coordinated(ctx, g, c)
		} else if p >= 0 {
			r.parsedOnly(ctx, g, c)
		}
		return
	}
	if bad(l.items[s.source.to-1]) && s.source.to-s.source.from == 1 {
		return
	}
	if r.subjunctiveCue(l, g, s) || l.items[s.source.from].tag == syntax.WPS && s.source.to-s.source.from > 2 {
		return // stars, whose names the firm reveals
	}
	if r.quotesAs(ctx, g, s) || r.gap(ctx, g, c, s) || r.denied(ctx, g, c, s) {
		return
	}
	g.relative = s.relative && s.source.from > 0 && l.items[s.source.from-1].low == ","
	g.subordinate = l.subordinator(s.before)
	side := r.right(l, g, c, g.to)
	d := r.draft(ctx, g, c, s)
	d.aside, d.hangs = g.subordinate, s.before >= 0 && subordinating(l.items[s.before])
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
		if quoteAt >= 0 && !ctx.claimed[quoteAt] && (side.frame != "that" || r.waits(l.items[quoteAt])) && (c.takes(quoteFrame) || side.frame == "") {
			r.quoteFirst(ctx, d, quoteAt, side, g)
			return
		}
		if quoteAt > 0 && ctx.claimed[quoteAt] && side.frame == "" && !g.negated && l.ends(g.to) && (l.items[g.head].lemma == "report" || r.printed(l, s.head)) {
			d.Rule = "trailing"
			d.Content = []text.Span{l.span(phrase{l.clauseFrom(r, ctx, quoteAt), quoteAt + 1})}
			r.keep(ctx, d)
			return
		}
		if l.items[q].low == "as" && (side.frame == "" || side.frame == "quote") && c.takes(thatFrame|zeroFrame) {
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
	if r.vetoed(l, attempt{g, c, s.head, side}) != "" {
		return
	}
	r.rightContent(ctx, d, side, g, c)
}

// subjunctiveCue says whether a cue in its bare form has one person as its subject, and so is demanded or asked and not said: "urged that Marrow tell them".
func (r *reader) subjunctiveCue(l *line, g group, s subject) bool {
	it := l.items[g.head]
	if it.tag != syntax.VB && it.tag != syntax.VBP || g.from != g.head || s.relative || it.low != it.lemma || s.before < 1 || l.items[s.before].low != "that" && !isVerb(l.items[s.before].tag) {
		return false
	}
	for k := s.source.from; k < s.source.to; k++ {
		if l.items[k].tag == syntax.CC || l.items[k].low == "," {
			return false
		}
	}
	at := l.span(s.head)
	for _, m := range r.mentionsIn(at) {
		if m.End == at.End && m.Form == names.Name && m.Type == names.PER && m.Entity >= 0 && !r.entities[m.Entity].Plural {
			return true
		}
	}
	return false
}

// fails says whether a verb group tells of a failure and no refusal: failed to show up.
func (l *line) fails(g group) bool {
	for k := g.from; k < g.head; k++ {
		if l.lex.words["failing"][l.items[k].lemma] {
			return true
		}
	}
	return false
}

// runsOn says whether a content has another clause behind "and" or "but", whose subject is named anew without "that": said it was late and the clerk agreed.
func (l *line) runsOn(p phrase) bool {
	for k := p.from + 2; k+2 < p.to; k++ {
		it := l.items[k]
		if it.quoted || it.fold || it.low != "and" && it.low != "but" || l.items[k+1].tag == syntax.PRP && it.low == "and" || l.items[k+1].low == "that" || !l.hasFinite(p.from, k) {
			continue
		}
		if l.opensClause(k+1, p.to) {
			return true
		}
	}
	return false
}

// printed says whether a phrase is an outlet, which tells what somebody said: "Teke said: “I will run,” | the newspaper said".
func (r *reader) printed(l *line, head phrase) bool {
	_, _, found := r.outletName(l.span(head))
	return found || !head.empty() && r.lex.outlets["kind"][l.items[head.to-1].low]
}

// invertsAfterComma says whether a cue after a comma may precede its speaker: say anywhere, other verbs of saying before a voice that ends the
// sentence or its parenthesis.
func (r *reader) invertsAfterComma(l *line, g group, c cue, p int) bool {
	if l.items[g.head].lemma == "say" {
		return l.mainVerb(p)
	}
	if g.to >= len(l.items) || !c.stance.Speech() || !c.takes(quoteFrame) {
		return false
	}
	to := l.nounPhrase(g.to)
	return to > g.to && l.closes(g, to) && r.voice(l, phrase{g.to, l.chunkRight(g.to)}) && (l.mainVerb(p) || l.parenthetical(to)) && !l.sharesSubject(p)
}

// sharesSubject says whether the verb after the comma at item p may be one of a list of verbs: "came, saw, claimed victory".
func (l *line) sharesSubject(p int) bool {
	for k := p - 1; k >= 0; k-- {
		if l.items[k].low == "," && k+1 < p && finite(l.items[k+1].tag) {
			return true
		}
	}
	return false
}

// parsedOnly asks the parser for the subject of a cue with a clause to its right where the words before it show none: "Majorities in five
// towns going to the polls Tuesday say they are content".
func (r *reader) parsedOnly(ctx *context, g group, c cue) {
	l := ctx.l
	if l.inner {
		return
	}
	side := r.right(l, g, c, g.to)
	if side.frame != "that" && side.frame != "zero" && side.frame != "quote" {
		return
	}
	d := r.draft(ctx, g, c, subject{})
	if !r.parsedSubject(&d) {
		return
	}
	d.addSide(l, side)
	d.sure = true
	r.rightContent(ctx, d, side, g, c)
	if n := len(r.out) - 1; n >= ctx.first {
		r.out[n].Rule += "-parsed"
	}
}

// subordinator says whether item i opens a subordinate clause that stands before its main clause: While critics say.
func (l *line) subordinator(i int) bool {
	return i >= 0 && i <= 2 && subordinating(l.items[i])
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
	r.mode(l, &d, side, g, c)
	if g.modal == "deny" && side.frame == "" && (!c.stance.Speech() || l.fails(g)) && !r.lex.words["kept-back"][string(c.stance)] && !r.lex.words["silent-verb"][l.items[g.head].lemma] {
		return // refused to believe, failed to show up
	}
	if g.modal == "deny" && side.frame == "" { // declined to comment
		d.Rule, d.Content = "silence", nil
		d.Cue = append(d.Cue[:0], l.span(phrase{g.from, g.to}))
		r.keep(ctx, d)
		return
	}
	if lemma := l.items[g.head].lemma; (lemma == "decline" || lemma == "refuse") && side.frame == "to" && side.content.from+1 < side.content.to {
		if c, ok := r.lex.verbs[l.items[side.content.from+1].lemma]; ok && c.stance.Speech() && c.stance != Agree || r.lex.words["silent-verb"][l.items[side.content.from+1].lemma] {
			return // declined to say: the verb of saying makes the row
		}
	}
	if g.negated && side.frame == "" && !side.open && r.lex.words["silent-verb"][l.items[g.head].lemma] { // did not respond to our questions
		if l.items[g.from].tag == syntax.VBZ && l.items[g.head].lemma != "comment" {
			return // does not speak much
		}
		d.Rule, d.Stance, d.Content = "silence", Silence, nil
		r.keep(ctx, d)
		return
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
	if side.why != "" {
		d.Why = append(d.Why, "what is said opens: "+side.why)
	}
	d.runsOn = (side.frame == "that" || side.frame == "zero") && l.runsOn(side.content)
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
	if side.frame == "noun" && c.takes(claimFrame) && !r.told(l, side.content) {
		d.Stance = Attitude // Iraq rejected any violation of its airspace
	}
	r.keep(ctx, d)
}

// told says whether a noun phrase is something said or written: a noun of the tables of cues or of voices that are works.
func (r *reader) told(l *line, p phrase) bool {
	head := l.chunkRight(p.from)
	if head <= p.from || head > p.to {
		return false
	}
	it := l.items[head-1]
	if r.lex.words["sayable"][it.lemma] {
		return true
	}
	if c, ok := r.lex.nouns[it.lemma]; ok {
		return c.stance != Demand && c.stance != Pledge && c.stance != Attitude
	}
	return r.lex.voices[it.lemma] == names.WORK
}

func (r *reader) claim(ctx *context, p phrase) {
	for i := p.from; i < p.to; i++ {
		if ctx.l.items[i].fold {
			ctx.claimed[i] = true
		}
	}
}
