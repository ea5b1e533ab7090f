package statements

import (
	"github.com/hearsay-news/hearsay/read/names"
	"github.com/hearsay-news/hearsay/read/syntax"
	"github.com/hearsay-news/hearsay/text"
)

// coordinated handles "denied the charge and said he would sue": the cue shares the subject of the one before it.
func (r *reader) coordinated(ctx *context, g group, c cue) {
	l := ctx.l
	d := r.draft(ctx, g, c, subject{})
	for n := len(r.out) - 1; n >= ctx.first; n-- {
		o := &r.out[n]
		if overlaps(o.Content, l.items[g.head].Span) {
			continue // said the dockers do not like it, but agree: they agree
		}
		if len(o.Source) > 0 && o.verbal && !o.aside && o.Cue[0].Start < l.items[g.from].Start && o.source.Start < l.items[g.from].Start {
			if len(d.Source) == 0 || o.Stance.Speech() {
				d.take(o)
			}
			if o.Stance.Speech() || !c.stance.Speech() {
				break // "says people may not like it, but insists": who insists is who says
			}
		}
	}
	if len(d.Source) == 0 {
		s := l.nearSubject(g.from)
		if s.source.empty() || !l.conjoined(g.from) {
			return
		}
		d.setSource(l, s)
	}
	if d.aside {
		g.subordinate = true // When Teke thanked them and said he was glad, | a man shouted
	}
	side := r.right(l, g, c, g.to)
	d.addSide(l, side)
	if side.frame == "" && g.modal != "deny" || r.vetoed(l, attempt{g, c, l.phraseAt(d.head), side}) != "" {
		return
	}
	if side.frame != "that" && side.frame != "zero" && side.frame != "quote" && side.frame != "" && !r.voiceAt(l, d.head) {
		return // has reached the coast and is threatening two towns
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
	if isVerb(l.items[g.from-1].tag) && !nounish(l.items[g.from-1]) {
		return // says asking for it is pointless
	}
	switch l.items[g.from-1].low {
	case "as", "of", "from", "without", "than", "like", "about", "not", "to", "at", "for", "in", "on", "with", "into":
		return
	}
	if lemma := l.items[g.head].lemma; lemma == "cite" || lemma == "quote" && g.to < len(l.items) && !l.items[g.to].fold {
		if !r.citing(ctx, g) {
			ctx.cites = append(ctx.cites, g) // "Radio Nord, citing a doctor, said …"
		}
		return
	}
	side := r.right(l, g, c, g.to)
	if side.frame == "" || side.open || side.frame == "prep" && r.lex.words["gloss"][l.items[g.head].lemma] {
		return // "…," Teke said, referring to the pier
	}
	if (side.frame == "noun" || side.frame == "object") && l.items[g.head].lemma != "call" && !l.commaBefore(g.from) {
		return
	}
	d := r.draft(ctx, g, c, subject{})
	if nounish(l.items[g.from-1]) { // a brief saying that
		s := l.plainSubject(g.from)
		if !s.source.empty() && l.items[s.source.from].low == "no" {
			return // there are no rules demanding that
		}
		if p := s.before; !s.source.empty() && p > 0 && isVerb(l.items[p].tag) && (l.items[p].light || l.items[p].lemma == "write" || l.items[p].lemma == "post") {
			// the town released a statement saying: the town says it
			if owner := l.subjectLeft(r.groupAt(l, p).from); !owner.source.empty() && owner.sure {
				d.Medium = []text.Span{l.span(s.source)}
				r.withdraw(ctx, s.source)
				s = owner
			}
		}
		if p := s.before; !s.source.empty() && p > 0 && l.items[p].low == "to" && isVerb(l.items[p-1].tag) && r.lex.outlets["verb"][l.items[p-1].lemma] {
			owner := l.subjectLeft(r.groupAt(l, p-1).from)
			if side.frame != "that" && side.frame != "zero" || owner.source.empty() || !owner.sure {
				return // speak to their members encouraging them: whoever speaks encourages
			}
			d.Addressee = []text.Span{l.span(s.source)} // has written to the council saying he will pay
			s = owner
		}
		if s.source.empty() || !r.voice(l, s.head) {
			return
		}
		if side.frame != "that" && side.frame != "zero" && side.frame != "quote" && !r.named(l.span(s.head), names.PER) {
			return
		}
		d.setSource(l, s)
		d.sure = d.sure && len(d.Medium)+len(d.Addressee) > 0
	} else {
		for n := len(r.out) - 1; n >= ctx.first; n-- {
			o := &r.out[n]
			if o.verbal && len(o.Source) > 0 && !o.aside {
				if inner := l.subjectInside(o.Content, g.from); r.printed(l, l.phraseAt(o.head)) && !inner.source.empty() {
					d.setSource(l, inner) // Nordpress reported that Marrow left, arguing that it was late
					d.carrier = n + 1
					break
				}
				d.take(o)
				break
			}
		}
		if len(d.Source) == 0 {
			s := l.nearSubject(g.from)
			if s.source.empty() {
				return
			}
			d.setSource(l, s)
		}
	}
	if !r.voiceAt(l, d.head) {
		return // sales rose, suggesting that the worst was over
	}
	d.addSide(l, side)
	d.participial = true
	r.rightContent(ctx, d, side, g, c)
}

// subjectInside returns the subject of the last clause before item end that stands within a content.
func (l *line) subjectInside(content []text.Span, end int) subject {
	for i := end - 1; i > 0; i-- {
		if !finite(l.items[i].tag) || l.items[i].quoted || !overlaps(content, l.items[i].Span) {
			continue
		}
		if s := l.subjectLeft(i); !s.source.empty() && !s.relative && overlaps(content, l.span(s.source)) {
			s.sure = true
			return s
		}
	}
	return subject{before: -1}
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
