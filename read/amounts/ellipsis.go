package amounts

import (
	"strings"

	"github.com/hearsay-news/hearsay/read/syntax"
	"github.com/hearsay-news/hearsay/read/times/pattern"
)

// A figure that leaves out its unit, its direction or its bound takes it from another one of its sentence.
//
//	45 and 50 mg               the unit that follows
//	four-, five- and six-cylinder engines
//	30 houses in Sel and 40 in Marrow        the unit of the one before, when "and" or the same preposition leads to it
//	17 million residents, and Marrow 2 million
//	rose 2 percent, Marrow's by 3 percent    the direction
//	more than 7 miles (11 km)                the bound, in brackets
//	the law was approved 52-48               votes

// listReach is how many atoms a list of numbers may stretch to the unit at its end.
const listReach = 10

// completed gives a bare number the unit that another figure of the sentence has, and says whether it found one.
func (f *finder) completed(a *Amount, c candidate, d draft) bool {
	if f.dash(c.from-1) && f.votes(c.from-2) || f.dash(c.to) && f.votes(c.from) {
		a.Unit = "vote"
		return true
	}
	if d.words && f.lower(c.to) != "-" && f.lower(c.to) != "in" && f.lead(a, c) < 0 {
		return false
	}
	return f.unitAhead(a, c, d) || f.unitBehind(a, c, d)
}

// unitAhead reads "45 and 50 mg" and "four-, five- and six-cylinder".
func (f *finder) unitAhead(a *Amount, c candidate, d draft) bool {
	if w := f.lower(c.to); !d.words && (w == "and" || w == "or" || w == "to") {
		if t := f.scan.Find(c.to+1, f.lang.q); t != nil {
			if q := f.drafts[t.Ref]; (q.kind == Measure || q.kind == Share) && q.form == "after" {
				a.Unit, a.Kind = q.unit, q.kind
				return true
			}
		}
	}
	atoms := f.scan.Atoms
	if !f.dash(c.to) || !atoms[c.to].Glued || c.to+1 < len(atoms) && atoms[c.to+1].Glued && f.scan.Word(c.to+1) != "," {
		return false
	}
	for i := c.to + 1; i < len(atoms) && i < c.to+listReach; i++ {
		if !f.dash(i) || !atoms[i].Glued || i+1 == len(atoms) || !atoms[i+1].Glued || atoms[i+1].Kind != pattern.Letters {
			continue
		}
		if j := f.token(i + 1); j >= 0 && f.tokens[j].UPOS == syntax.NOUN {
			a.Unit, a.Of = f.lemma(j), f.tokens[j].Span
			return true
		}
		return false
	}
	return false
}

// unitBehind takes the unit of an earlier figure to which the same word leads, or of the last one after "and".
func (f *finder) unitBehind(a *Amount, c candidate, d draft) bool {
	if f.nounFollows(c.to) {
		return false
	}
	lead := f.lower(f.lead(a, c))
	for n := len(f.kept) - 1; n >= 0 && n >= len(f.kept)-3; n-- {
		before := &f.found[f.kept[n].found]
		if f.anotherAge(a, d, n, lead) {
			a.Unit, a.Kind = before.Unit, Age
			return true
		}
		if before.Kind == Age || before.Kind == Duration {
			continue
		}
		for i := range ellipses {
			if ellipses[i].holds(f, a, c, n, lead) {
				a.Unit, a.Kind, a.Of = before.Unit, before.Kind, before.Of
				return true
			}
		}
	}
	return false
}

// ellipses say when a figure leaves out the unit of kept figure n; lead is the word before the figure.
var ellipses = []struct {
	name  string
	holds func(f *finder, a *Amount, c candidate, n int, lead string) bool
}{
	{"and: 30 boats and 40", func(f *finder, _ *Amount, _ candidate, n int, lead string) bool {
		unit := f.found[f.kept[n].found].Unit
		return (lead == "and" || lead == "or" || lead == "but") && n == len(f.kept)-1 && unit != "" && unit != "fraction" && f.drafts[f.kept[n].draft].form != "before"
	}},
	{"comma and preposition: 30 boats in Sel, 40 in Marrow", func(f *finder, _ *Amount, c candidate, n int, lead string) bool {
		return lead == "," && f.lastCount(n) && f.tagged(c.to, syntax.ADP)
	}},
	{"votes: by 52 votes to 48", func(f *finder, a *Amount, c candidate, n int, lead string) bool {
		before := &f.found[f.kept[n].found]
		return lead == "to" && before.Kind == Count && before.Unit != "" && f.lead(a, c) == f.atomAt(max(before.End, before.Of.End))
	}},
	{"same preposition: at 30 mph in town, at 50 outside", func(f *finder, a *Amount, c candidate, n int, lead string) bool {
		if lead != "at" && lead != "to" && lead != "by" {
			return false
		}
		before := &f.found[f.kept[n].found]
		first := f.lower(f.lead(before, f.kept[n].candidate))
		return (first == lead || lead == "to" && first == "from") &&
			(before.Kind == Measure || before.Kind == Share && lead == "by" || before.Kind == Count && before.Unit != "" && lead == "at")
	}},
	{"no verb: Sel has 17 million residents, and Marrow 2 million", func(f *finder, a *Amount, c candidate, n int, _ string) bool {
		return f.lastCount(n) && f.found[f.kept[n].found].Unit != "time" && f.gapped(a, c, f.kept[n].to)
	}},
	{"a clause of its own: 30 boats sank, 40 were saved", func(f *finder, _ *Amount, c candidate, n int, lead string) bool {
		return f.lastCount(n) && f.found[f.kept[n].found].Unit != "time" && f.tagged(c.to, syntax.AUX) && (lead == "," || lead == ";")
	}},
}

// lastCount says whether kept figure n is the last one and counts things.
func (f *finder) lastCount(n int) bool {
	before := &f.found[f.kept[n].found]
	return n == len(f.kept)-1 && before.Kind.Counts() && before.Unit != ""
}

// anotherAge says whether a bare number goes on with an age: "aged 19 and 22".
func (f *finder) anotherAge(a *Amount, d draft, n int, lead string) bool {
	before := &f.found[f.kept[n].found]
	return before.Kind == Age && n == len(f.kept)-1 && (lead == "and" || lead == ",") && d.kind == "" && !d.words && strings.HasPrefix(before.Rule, "aged")
}

// gapped says whether a figure follows another subject without a verb: "Sel has 17 million residents, and Marrow about 2 million."
func (f *finder) gapped(a *Amount, c candidate, from int) bool {
	at := f.lead(a, c)
	if !f.tagged(at, syntax.PROPN) || f.tagged(c.to, syntax.VERB) || f.tagged(c.to, syntax.AUX) {
		return false
	}
	for at > from && f.tagged(at, syntax.PROPN) {
		at--
	}
	return f.lower(at) == "and" && (f.scan.Word(c.to) == "." || f.scan.Word(c.to) == ",")
}

// lead is the atom before a figure and what bounds it.
func (f *finder) lead(a *Amount, c candidate) int {
	at := c.from - 1
	if !a.Bound.Empty() {
		for at >= 0 && int(f.scan.Atoms[at].Start) >= a.Bound.Start {
			at--
		}
	}
	return at
}

// directed gives a step without a verb the direction of the step before: "Sel's rose by 2 percent, Marrow's by 3 percent".
func (f *finder) directed(a *Amount, c candidate) {
	if a.Change != nil || len(f.kept) == 0 {
		return
	}
	lead := f.lead(a, c)
	if f.lower(lead) == "or" && f.lower(lead-1) == "," { // "lost 312.44 points, or 1.2%"
		before := &f.found[f.kept[len(f.kept)-1].found]
		if before.Change != nil && !before.Change.From.Known && !before.Change.To.Known && before.Unit != a.Unit && lead-1 <= f.atomAt(max(before.End, before.Of.End))+1 {
			a.Change, a.Moved = &Change{Direction: before.Change.Direction}, before.Moved
			if a.Of.Empty() {
				a.Of = before.Of
			}
		}
		return
	}
	if f.lower(lead) != "by" {
		return
	}
	k := f.kept[len(f.kept)-1]
	before := &f.found[k.found]
	if before.Change == nil || before.Change.From.Known || before.Change.To.Known || before.Unit != a.Unit {
		return
	}
	for i := k.to; i < c.from; i++ {
		if f.tagged(i, syntax.VERB) {
			return
		}
	}
	a.Change = &Change{Direction: before.Change.Direction}
}

// bracketed gives a figure in brackets what bounds or moves the one it restates: "more than 7 miles (11 km)", "under 296 hp (224 kW / 300 PS)".
func (f *finder) bracketed(a *Amount, c candidate) {
	if len(f.kept) == 0 {
		return
	}
	k := f.kept[len(f.kept)-1]
	before := &f.found[k.found]
	w := f.scan.Word(k.to)
	if c.from != k.to+1 || w != "(" && (w != "/" || !k.bracketed) || before.Kind.Counts() || a.Unit == "" || a.Relation != Equal || a.Kind == Count || a.Change != nil {
		return
	}
	f.inBracket = true
	if a.Of.Empty() {
		a.Of = before.Of
	}
	a.Relation = before.Relation
	switch a.Relation {
	case More, AtLeast:
		a.High = Number{}
	case Less, AtMost:
		a.Low = Number{}
	}
	if before.Change != nil && !before.Change.From.Known && !before.Change.To.Known {
		a.Change = &Change{Direction: before.Change.Direction}
	}
}

// split says whether two figures are the ends of one movement told apart: "from A … to B" or "to B … from A", with nothing but words between.
func (f *finder) split(a, b candidate) bool {
	x, y := f.drafts[a.draft], f.drafts[b.draft]
	ends := f.lower(a.from-1) + " " + f.lower(b.from-1)
	if ends != "from to" && ends != "to from" || b.from-a.to > 9 || x.from != nil || y.from != nil || x.vague || y.vague ||
		x.ranged || y.ranged || x.low == y.low || !compatible(x.unit, y.unit) || !f.moves(a) {
		return false
	}
	for i := a.to; i < b.from; i++ {
		if w := f.lower(i); w == "," || w == ";" || w == "(" || w == "and" {
			return false
		}
	}
	return true
}
