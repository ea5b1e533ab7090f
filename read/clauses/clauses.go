package clauses

import (
	"sort"

	"github.com/hearsay-news/hearsay/lang"
	"github.com/hearsay-news/hearsay/read/amounts"
	"github.com/hearsay-news/hearsay/read/events"
	"github.com/hearsay-news/hearsay/read/names"
	"github.com/hearsay-news/hearsay/read/page"
	"github.com/hearsay-news/hearsay/read/statements"
	"github.com/hearsay-news/hearsay/read/syntax"
	"github.com/hearsay-news/hearsay/read/times"
	"github.com/hearsay-news/hearsay/text"
)

const (
	lead    = 3   // sentences of the body that are read whatever they hold
	longest = 120 // of a longer sentence no clauses are read: its parse is not to be trusted
)

// reader holds the page's rows, each list in text order.
type reader struct {
	tables  *Tables
	t       text.Text
	names   []names.Mention
	times   []times.Expression
	amounts []amounts.Amount
	said    []statements.Statement
}

// Read reads the clauses of the sentences that hold a statement's content, a figure, a dated event, or that open the page.
func Read(l *lang.Language, t text.Text, blocks []page.Block, sentences []syntax.Sentence, mentions []names.Mention, when []times.Expression, figures []amounts.Amount,
	said []statements.Statement, happened []events.Event) []Clause {
	r := &reader{tables: Of(l), t: t, names: mentions, times: when, amounts: figures, said: said}
	wanted := r.wanted(blocks, sentences, happened)
	var out []Clause
	for i := range sentences {
		s := &sentences[i]
		if !wanted[i] || len(s.Tokens) > longest || len(s.Tokens) < 2 {
			continue
		}
		syntax.Parse(t, s)
		out = append(out, r.sentence(s)...)
	}
	return out
}

// wanted says which sentences matter.
func (r *reader) wanted(blocks []page.Block, sentences []syntax.Sentence, happened []events.Event) []bool {
	out := make([]bool, len(sentences))
	mark := func(s text.Span) {
		i := sort.Search(len(sentences), func(i int) bool { return sentences[i].End > s.Start })
		for ; i < len(sentences) && sentences[i].Start < s.End; i++ {
			out[i] = true
		}
	}
	for i := range r.said {
		for _, c := range r.said[i].Content {
			mark(c)
		}
	}
	for i := range r.amounts {
		if r.amounts[i].Relation != amounts.NoRelation {
			mark(r.amounts[i].Span)
		}
	}
	for i := range happened {
		mark(happened[i].Trigger)
	}
	n := 0
	for i := range sentences {
		switch role := blocks[sentences[i].Block].Role; {
		case role == page.Title || role == page.Standfirst:
			out[i] = true
		case !role.Told():
			out[i] = false
		case n < lead:
			out[i] = true
			n++
		}
	}
	return out
}

// sentence reads the clauses of one sentence, in the order of their triggers.
func (r *reader) sentence(s *syntax.Sentence) []Clause {
	x := newSentence(r.tables, r.t, s)
	for i := range r.said {
		for _, c := range r.said[i].Cue {
			if !c.Overlaps(s.Span) || !r.said[i].Stance.Speech() {
				continue
			}
			for k := sort.Search(len(s.Tokens), func(k int) bool { return s.Tokens[k].End > c.Start }); k < len(s.Tokens) && s.Tokens[k].Start < c.End; k++ {
				x.cue[k] = true
			}
		}
	}
	x.predicates()
	var out []Clause
	at := map[int]int{} // predicate → its clause
	for i := range x.tokens {
		if !x.pred[i] || x.resolve(i) != i {
			continue
		}
		frames := x.frames(i)
		c := Clause{Trigger: x.tokens[i].Span, Lemma: x.lemma(i), Noun: x.noun(i), Negated: x.polarity(frames), Mode: x.mode(frames), Inside: -1}
		c.Classes = x.Classes(c.Lemma)
		c.Parts = r.parts(x, frames)
		if x.child(i, syntax.Cop) >= 0 && r.measured(x, i) {
			c.Lemma, c.Classes = "be", nil // "turnout was 58 percent": the figure is what is told
			for p := range c.Parts {
				if c.Parts[p].Slot == Agent {
					c.Parts[p].Slot = Object
				}
			}
		}
		c.Inside = r.inside(c.Trigger)
		at[i] = len(out)
		out = append(out, c)
	}
	r.dates(x, at, out)
	borrow(x, at, out)
	for i := range x.tokens {
		if n, ok := at[i]; ok {
			out[n].finish(x, i)
			out[n].Main = r.main(x, i, at, out)
		}
	}
	return out
}

// borrow gives a noun that happens, and that is its verb's subject, the place and time that its verb is told of: "a blast wrecked the depot on Monday".
func borrow(x *sentence, at map[int]int, out []Clause) {
	for i := range x.tokens {
		n, ok := at[i]
		if ok && !out[n].Noun && x.toBefore(i) && (x.tokens[i].Deprel == syntax.Advcl || x.tokens[i].Deprel == syntax.Xcomp) {
			if above, ok := at[x.head(i)]; ok && out[above].Part(Time) == nil { // "go back to work on Saturday"
				if p := out[n].Part(Time); p != nil {
					out[above].Parts = append(out[above].Parts, *p)
				}
			}
		}
		if !ok || !out[n].Noun || x.tokens[i].Deprel != syntax.Nsubj || x.head(i) < 0 {
			continue
		}
		verb, ok := at[x.head(i)]
		if !ok {
			continue
		}
		for _, slot := range [...]Slot{Time, Place} {
			if p := out[verb].Part(slot); p != nil && out[n].Part(slot) == nil {
				out[n].Parts = append(out[n].Parts, *p)
			}
		}
	}
}

// finish sorts the parts and covers them with the clause's span.
func (c *Clause) finish(x *sentence, i int) {
	sort.SliceStable(c.Parts, func(a, b int) bool { return c.Parts[a].Start < c.Parts[b].Start })
	c.Span = c.Trigger
	for _, f := range x.frames(i) {
		c.Span = c.Span.Cover(x.tokens[f].Span)
	}
	for _, p := range c.Parts {
		c.Span = c.Span.Cover(p.Span)
	}
}

// inside returns the innermost statement whose content holds a trigger.
func (r *reader) inside(trigger text.Span) int {
	best, size := -1, 0
	for i := range r.said {
		for _, c := range r.said[i].Content {
			if c.Contains(trigger) && (best < 0 || c.Len() < size) {
				best, size = i, c.Len()
			}
		}
	}
	return best
}

// main says whether no other predicate of the same statement, or of the page's own voice, stands above one.
func (r *reader) main(x *sentence, i int, at map[int]int, out []Clause) bool {
	own := &out[at[i]]
	frames := x.frames(i)
	first := frames[len(frames)-1]
	for h, steps := first, 0; steps < 24; steps++ {
		if rel := x.tokens[h].Deprel; h != first && rel == syntax.Conj && x.tokens[h].UPOS != syntax.VERB {
			break
		}
		next := x.head(h)
		if next < 0 {
			return true
		}
		h = next
		if n, ok := at[x.resolve(h)]; ok && x.resolve(h) != i {
			if out[n].Inside == own.Inside {
				return x.tokens[first].Deprel == syntax.Conj && !own.Noun && x.head(first) == h && out[n].Main
			}
			if own.Inside >= 0 && !r.holds(own.Inside, out[n].Trigger) {
				return true
			}
		}
	}
	return !own.Noun || x.head(first) < 0
}

func (r *reader) holds(statement int, s text.Span) bool {
	for _, c := range r.said[statement].Content {
		if c.Contains(s) {
			return true
		}
	}
	return false
}

// dates hangs each time expression of a sentence on the predicate that it belongs to.
func (r *reader) dates(x *sentence, at map[int]int, out []Clause) {
	span := text.Span{Start: x.tokens[0].Start, End: x.tokens[len(x.tokens)-1].End}
	for n := r.firstTime(span.Start); n < len(r.times) && r.times[n].Start < span.End; n++ {
		e := &r.times[n]
		if e.Type == times.DURATION || e.Type == times.SET {
			continue
		}
		top, prep := -1, ""
		for k := range x.tokens {
			if e.Has(x.tokens[k].Start) {
				if h := x.head(k); h < 0 || !e.Has(x.tokens[h].Start) {
					top, prep = k, x.preposition(k)
					break
				}
			}
		}
		if top < 0 {
			continue
		}
		clause := -1
		for h, steps := x.head(top), 0; h >= 0 && steps < 12; h, steps = x.head(h), steps+1 {
			if x.cue[h] && x.target[h] == h {
				break
			}
			if c, ok := at[x.resolve(h)]; ok {
				clause = c
				break
			}
		}
		if clause >= 0 {
			out[clause].Parts = append(out[clause].Parts, Part{Slot: Time, Span: e.Span, Whole: e.Span, Head: e.Span, Entity: -1, Amount: -1, Time: n, Prep: prep, Definite: true})
		}
	}
}

func (r *reader) firstName(at int) int {
	return sort.Search(len(r.names), func(i int) bool { return r.names[i].Start >= at })
}

func (r *reader) firstTime(at int) int {
	return sort.Search(len(r.times), func(i int) bool { return r.times[i].Start >= at })
}

func (r *reader) firstAmount(at int) int {
	return sort.Search(len(r.amounts), func(i int) bool { return r.amounts[i].End > at })
}
