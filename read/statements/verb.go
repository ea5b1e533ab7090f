package statements

import (
	"strings"

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
	r.adopt(ctx)
	for i := 0; i < len(l.items); i++ {
		it := l.items[i]
		if it.fold || it.quoted && !l.lone(i) {
			continue
		}
		switch {
		case it.low == "according" && i+1 < len(l.items) && l.items[i+1].low == "to":
			r.according(ctx, i, i+2)
		case it.low == "of" && l.inWords(i):
			r.according(ctx, i-3, i+1)
		case isVerb(it.tag) && (it.up != syntax.AUX || i+1 < len(l.items) && l.items[i+1].low == "no"):
			r.verb(ctx, i)
		case it.tag == syntax.NN || it.tag == syntax.NNS:
			r.noun(ctx, i)
		case it.tag == syntax.RB:
			r.adverb(ctx, i)
		}
	}
	for _, g := range ctx.cites {
		r.citing(ctx, g)
	}
	r.leftover(ctx)
	r.headline(ctx)
	r.occasions(ctx)
	r.afterLine(ctx)
}

// lone says whether item i is a single word in quotation marks, which is part of the sentence around it: expressed “hope” that.
func (l *line) lone(i int) bool {
	return i > 0 && i+1 < len(l.items) && isQuoteMark(l.items[i-1]) && isQuoteMark(l.items[i+1]) && isNoun(l.items[i].tag)
}

// context is the line being read and what was found in it.
type context struct {
	l       *line
	number  int
	first   int // index of the line's first draft
	claimed []bool
	used    map[int]bool // verbs that a rule for two voices took already
	cites   []group      // citing before what is told was read
	people  []text.Span  // persons named outside folded quotations, once they are asked for
}

// cueAt returns the cue that the verb at item i is, with its particle, and the item after it.
func (r *reader) cueAt(l *line, i int) (cue, int, bool) {
	forms := r.lex.lemmas(l.items[i])
	for _, lemma := range forms {
		if particles, ok := r.lex.particles[lemma]; ok && i+1 < len(l.items) {
			if c, ok := particles[l.items[i+1].low]; ok {
				return c, i + 2, true
			}
		}
	}
	for _, lemma := range forms {
		if c, ok := r.lex.verbs[lemma]; ok {
			return c, i + 1, true
		}
	}
	return cue{}, i + 1, false
}

// lemmas returns the forms under which a verb may stand in the table: lemmatisers cut "blamed" to "blam" and "shouted" to "shoute", and don't know
// every irregular past.
func (x *lexicon) lemmas(it item) [4]string {
	return [4]string{it.lemma, it.lemma + "e", strings.TrimSuffix(it.lemma, "e"), x.irregular[it.low]}
}

func (r *reader) verb(ctx *context, i int) {
	l := ctx.l
	c, to, ok := r.cueAt(l, i)
	if ctx.used[i] || r.paired(ctx, i) || r.noComment(ctx, i) || r.unreached(ctx, i) || r.heard(ctx, i) {
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
		if g.to < len(l.items) && l.commaBefore(g.from) && c.stance.Speech() && c.takes(quoteFrame) && r.voice(l, phrase{g.to, l.chunkRight(g.to)}) && l.ends(l.nounPhrase(g.to)) {
			l.items[i].tag = syntax.VBD
			g.participle, g.finite = false, true // …, promised Ilse Marrow
		}
		if g.to < len(l.items) && l.items[g.to].low == "that" && (l.commaBefore(g.from) || l.conjoined(g.from)) && len(r.out) > ctx.first {
			g.participle, g.finite = false, true // hoped that …, stressed that …
		}
	}
	if l.items[i].low == "asked" && !g.passive && l.participleClause(g.from) {
		g.finite, g.participle = false, true // taggers take "When asked" for a simple past
	}
	switch {
	case g.passive:
		r.passive(ctx, g, c)
	case g.participle:
		if lemma := l.items[i].lemma; lemma == "quote" || lemma == "cite" || lemma == "ask" {
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
