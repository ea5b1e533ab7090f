package statements

import (
	"github.com/hearsay-news/hearsay/read/syntax"
	"github.com/hearsay-news/hearsay/text"
)

// paired handles verbs of confirming and denying in one breath, which assert nothing: "neither confirmed nor denied that the vault was empty",
// "refused to confirm or deny it". The first verb stands at item i.
func (r *reader) paired(ctx *context, i int) bool {
	l := ctx.l
	pair := r.lex.words["paired"]
	if i+2 >= len(l.items) || !pair[l.items[i].lemma] || l.items[i+1].low != "nor" && l.items[i+1].low != "or" || !pair[l.items[i+2].lemma] || !isVerb(l.items[i+2].tag) {
		return false
	}
	g := r.groupAt(l, i)
	neither := g.from > 0 && l.items[g.from-1].low == "neither"
	for k := g.from; k < i; k++ {
		neither = neither || l.items[k].low == "neither" || negation(l.items[k])
	}
	if !neither && g.modal != "deny" || g.passive {
		return false
	}
	if g.from > 0 && l.items[g.from-1].low == "neither" {
		g.from--
		for g.from > 0 && auxiliary(l.items[g.from-1]) { // would neither confirm nor deny
			g.from--
		}
	}
	s := l.subjectLeft(g.from)
	c, to, ok := r.cueAt(l, i+2)
	if !ok || s.source.empty() {
		return false
	}
	ctx.used[i], ctx.used[i+2] = true, true
	side := r.right(l, group{from: i + 2, head: i + 2, to: to}, c, to)
	d := r.draft(ctx, g, c, s)
	d.Cue = []text.Span{l.span(phrase{g.from, to})}
	d.Stance, d.Rule = Silence, "neither-nor"
	d.addSide(l, side)
	if side.frame != "" {
		d.Content = []text.Span{l.span(side.content)}
	}
	r.keep(ctx, d)
	return true
}

// noComment handles what somebody keeps back as a thing: "The bank gave no comment", "Marrow had no answer to that", "There was no comment from the
// bank". The verb stands at item i.
func (r *reader) noComment(ctx *context, i int) bool {
	l := ctx.l
	if i+2 >= len(l.items) || l.items[i+1].low != "no" || !(l.items[i].light || l.items[i].lemma == "be" || l.items[i].lemma == "have" || l.items[i].lemma == "provide") {
		return false
	}
	noun := i + 2
	for noun < len(l.items) && noun < i+5 && l.items[noun].tag == syntax.JJ {
		noun++
	}
	if noun >= len(l.items) || !r.lex.words["silent-noun"][l.items[noun].low] {
		return false
	}
	g := r.groupAt(l, i)
	s := subject{}
	if l.items[i].lemma == "be" {
		from := noun + 1
		for from < len(l.items) && (l.items[from].tag == syntax.RB || l.items[from].tag == syntax.JJ) { // no comment immediately from
			from++
		}
		if g.from == 0 || l.items[g.from-1].tag != syntax.EX || from >= len(l.items) || l.items[from].low != "from" && l.items[from].low != "by" {
			return false
		}
		head := phrase{from + 1, l.chunkRight(from + 1)}
		s = subject{source: phrase{from + 1, l.nounPhrase(from + 1)}, head: head, sure: true}
	} else {
		s = l.subjectLeft(g.from)
	}
	if s.source.empty() || !r.voice(l, s.head) || !g.finite {
		return false
	}
	d := r.draft(ctx, group{from: g.from, head: i, to: noun + 1}, cue{stance: Silence}, s)
	d.Rule, d.Head = "silence", "no "+l.items[noun].lemma
	r.keep(ctx, d)
	return true
}

// unreached handles "Marrow could not be reached for comment": nobody was silent, so the row has no more than that.
func (r *reader) unreached(ctx *context, i int) bool {
	l := ctx.l
	if l.items[i].lemma != "reach" && l.items[i].lemma != "contact" || i+2 >= len(l.items) || l.items[i+1].low != "for" || l.items[i+2].low != "comment" {
		return false
	}
	g := r.groupAt(l, i)
	s := l.subjectLeft(g.from)
	if !g.passive || s.source.empty() || !g.negated {
		return false
	}
	d := r.draft(ctx, group{from: g.from, head: i, to: i + 3}, cue{stance: Silence}, s)
	d.Rule = "silence"
	r.keep(ctx, d)
	return true
}
