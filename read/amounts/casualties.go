package amounts

import (
	"github.com/hearsay-news/hearsay/read/syntax"
	"github.com/hearsay-news/hearsay/read/times/pattern"
)

// fateReach is how many words may lie between people and what became of them.
const fateReach = 5

// casualties gives an amount of people its kind from the words around it. The word that tells it becomes the scope where there is none:
// "12 people were killed" is of "people", scope "killed". Who has no noun of their own are people.
func (f *finder) casualties(a *Amount, c candidate) {
	if a.Kind != Count {
		return
	}
	if n := len(f.kept) - 1; n >= 0 && f.found[f.kept[n].found].Of.Contains(a.Span) {
		return // "none of the 12 hostages was hurt": the 12 are the whole
	}
	for _, fate := range []struct {
		class pattern.Sym
		kind  Kind
	}{{f.lang.killed, Killed}, {f.lang.injured, Injured}, {f.lang.missing, Missing}, {f.lang.detained, Detained}} {
		at, ok := f.fate(c, a, fate.class)
		if !ok {
			continue
		}
		if a.Unit == "" || a.Of.End <= a.Start && a.Of.Has(int(f.scan.Atoms[at].Start)) { // "the death toll rose to 31"
			a.Unit = "people"
		}
		if i := f.token(at); int(f.tokens[i].End) == a.Of.End && f.tokens[i].XPOS != syntax.NNS && a.High.Value != 1 {
			a.Unit = "people" // "five of the injured": no plural, so no noun of its own
		}
		a.Kind = fate.kind
		t := f.scan.Find(at, fate.class)
		if word := f.span(at, int(t.End)); a.Scope.Empty() && !a.Of.Contains(word) {
			a.Scope = word
		}
		f.share(a)
		return
	}
}

// share gives the fate that follows two counts to the first as well: "12 fighters and two guards were killed".
func (f *finder) share(a *Amount) {
	n := len(f.kept) - 1
	if n < 0 || a.Scope.Start < a.End {
		return
	}
	before := &f.found[f.kept[n].found]
	if before.Kind != Count || before.Of.Empty() || before.Of.End <= before.Start || !before.Scope.Empty() {
		return
	}
	at := f.atomAt(before.Of.End)
	if w := f.lower(at); (w == "and" || w == ",") && int(f.scan.Atoms[at+1].Start) == min(a.Start, f.boundStart(a)) {
		before.Kind, before.Scope = a.Kind, a.Scope
	}
}

func (f *finder) boundStart(a *Amount) int {
	if a.Bound.Empty() {
		return a.Start
	}
	return a.Bound.Start
}

// fate looks for a word of a class right before the amount ("killed 12", "killing at least 12 people"), in what it counts ("30 deaths", "the
// death toll") or after it ("12 people were killed", "12 dead"), and returns its atom.
func (f *finder) fate(c candidate, a *Amount, class pattern.Sym) (int, bool) {
	from := c.from
	for from > 0 && !a.Bound.Empty() && int(f.scan.Atoms[from-1].Start) >= a.Bound.Start {
		from--
	}
	for from > 0 && f.is(from-1, f.lang.attitude) {
		from--
	}
	if t, at := f.before(from, class); t != nil {
		return at, true
	}
	if f.lower(from-1) == "of" { // "the death of 14 miners"
		if t, at := f.before(from-1, class); t != nil {
			return at, true
		}
	}
	if a.Of.End <= a.Start && !a.Of.Empty() {
		for at := f.atomAt(a.Of.Start); at < len(f.scan.Atoms) && int(f.scan.Atoms[at].Start) < a.Of.End; at++ {
			if f.is(at, class) {
				return at, true
			}
		}
	}
	at := c.to
	for ; at < len(f.scan.Atoms) && int(f.scan.Atoms[at].Start) < a.Of.End; at++ {
		if f.is(at, class) {
			return at, true
		}
	}
	joined := false
	for range fateReach {
		if t := f.scan.Find(at, class); t != nil {
			return at, !joined || !f.figureAt(int(t.End)) // "infected 30 people and killed 12": the 12 were killed
		}
		joined = joined || f.lower(at) == "and"
		if !f.is(at, f.lang.helper) {
			break
		}
		at++
	}
	return 0, false
}

// figureAt says whether a number stands at an atom, past what bounds it.
func (f *finder) figureAt(atom int) bool {
	if t := f.scan.Find(atom, f.lang.bound); t != nil {
		atom = int(t.End)
	}
	return f.is(atom, f.lang.num)
}

// atomAt returns the first atom that ends after a place.
func (f *finder) atomAt(at int) int {
	lo, hi := 0, len(f.scan.Atoms)
	for lo < hi {
		if mid := (lo + hi) / 2; int(f.scan.Atoms[mid].End) <= at {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo
}
