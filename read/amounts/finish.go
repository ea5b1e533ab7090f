package amounts

import (
	"strings"

	"github.com/hearsay-news/hearsay/read/times"
	"github.com/hearsay-news/hearsay/read/times/pattern"
	"github.com/hearsay-news/hearsay/text"
)

// finish turns a chosen draft into a figure: what bounds it, what it counts, which way it moved. False for numbers that count nothing.
func (f *finder) finish(c candidate) (Amount, bool) {
	d := f.drafts[c.draft]
	a := Amount{Span: f.span(c.from, c.to), Unit: d.unit, Kind: d.kind, Vague: d.vague, Relation: Equal, Rule: c.rule.Name,
		Low: Number{d.low, true}, High: Number{d.high, true}}
	if f.inTime(a.Span, d, c.rule) {
		return a, false
	}
	if (d.unit == "" || d.unit == "fraction") && d.from == nil && f.refused(c, d) != "" || f.coded(c, d) || f.record(c, d) {
		return a, false
	}
	if last := f.text[a.End-1]; last == 'f' && c.rule.Kind == "magnitude" { // "hundreds of": the preposition is not part of it
		a.End = f.span(c.from, c.to-1).End
	}
	f.bounds(&a, c, d)
	if d.kind == "" {
		a.Kind = Count
	}
	if d.share {
		a.Kind = Share
	}
	if f.bareAge(&a, c, d) {
		a.Unit, a.Kind = "year", Age
		return a, true
	}
	if !f.what(&a, c, d) {
		return a, false
	}
	f.rates(&a, c, d)
	f.change(&a, c, d)
	f.directed(&a, c)
	f.bracketed(&a, c)
	f.about(&a, c)
	f.casualties(&a, c)
	if !f.worded(&a, c) {
		return a, false
	}
	f.slots(&a)
	a.Weak = f.passedBy(&a, c, d)
	return a, true
}

// what reads what a figure counts after it. False for a word like "one" that counts nothing.
func (f *finder) what(a *Amount, c candidate, d draft) bool {
	switch {
	case d.share, a.Unit == "":
		ok := f.counted(a, c, d)
		if !ok && a.Unit == "" {
			ok = f.completed(a, c, d)
		}
		if !ok && f.bare(d) && !wordy[c.rule.Kind] {
			return false
		}
	case d.kind == Money || d.kind == Measure:
		f.ofPhrase(a, c.to)
	}
	if a.Scope.Empty() && d.unit == "" && !d.share && a.Of.End <= a.Start && !a.Of.Empty() { // "30 houses in Sel and 40 in Marrow"
		a.Scope = f.restricting(f.token(c.to))
	}
	return true
}

// rates reads what a figure is told for: "a ticket", "per capita".
func (f *finder) rates(a *Amount, c candidate, d draft) {
	if !strings.Contains(a.Unit, " per ") && !d.share {
		f.rate(a, f.after(a, c))
	}
	if a.Kind == Money && !strings.Contains(a.Unit, " per ") {
		f.perCapita(a, c)
	}
}

// about finds what a figure is told of before it, and what a sum is for.
func (f *finder) about(a *Amount, c candidate) {
	if a.Kind == Count && a.Unit == "" || a.Change != nil && a.Of.Empty() && !f.stepNoun(a) {
		f.themed(a, c)
	}
	if a.Unit == "point" && a.Change != nil {
		f.pointsOf(a, c)
	}
	if n := len(f.kept) - 1; n >= 0 && a.Of.Empty() && a.Change != nil && a.Change.From.Known && f.found[f.kept[n].found].Unit == a.Unit {
		a.Of = f.found[f.kept[n].found].Of // "is at 7.2%, down from 7.9%"
	}
	if a.Of.Empty() && (a.Kind == Money || a.Kind == Measure || a.Kind == Share) {
		f.measured(a, c)
	}
	if a.Kind == Money {
		f.purposed(a, c)
	}
	if a.Kind == Measure && a.Scope.Empty() && f.is(c.to, f.lang.away) {
		a.Scope = f.restricting(f.token(c.to)) // "27 miles from the border"
	}
}

// wordy are the kinds of rule that worded checks.
var wordy = map[string]bool{"no": true, "both": true, "rest": true}

// after is the atom after an amount and what it counts.
func (f *finder) after(a *Amount, c candidate) int {
	if a.Kind.Counts() && a.Of.End > a.End {
		return f.atomAt(a.Of.End)
	}
	return c.to
}

// inTime says whether the number belongs to a date, a clock time or a set. A duration is a figure as well.
func (f *finder) inTime(s text.Span, d draft, rule *pattern.Rule) bool {
	if at := f.atomAt(s.Start); d.share && rule.Kind == "part" && f.byHow(at) || d.cents && f.clauseMoves(at) {
		return false // "fell by more than a quarter", "rose 3p"
	}
	for i := f.next; i < len(f.when) && f.when[i].Start < s.End; i++ {
		e := &f.when[i]
		if e.End <= s.Start || (rule.Kind == "part-of" || d.kind == Measure || d.kind == Money) && s.Contains(e.Span) && e.Len() < s.Len() { // "a quarter" of a million
			continue
		}
		if e.Type == times.DURATION && (d.kind == Duration || d.oneIn) {
			return false
		}
		if d.from != nil {
			if e.Has(int(f.scan.Atoms[d.to].Start)) {
				return d.unit == "" // "from 2010 to 2015"
			}
			continue
		}
		if d.kind == Money || d.kind == Measure || d.kind == Age {
			if e.Type == times.SET || e.Start > s.Start {
				return false
			}
		}
		if e.Type == times.SET && d.kind == Duration && d.low > 1 {
			return false // "every 33 years"
		}
		if e.Type == times.SET && e.Start >= s.Start {
			return false // "15 a year"
		}
		return true
	}
	return false
}

// byHow says whether "by" leads to a figure, past what bounds it.
func (f *finder) byHow(atom int) bool {
	if _, start := f.before(atom, f.lang.bound); start > 0 {
		atom = start
	}
	return f.lower(atom-1) == "by"
}

// bounds reads the words before and after a figure that make it more than an equation.
func (f *finder) bounds(a *Amount, c candidate, d draft) {
	at := c.from
	if d.from != nil {
		at = d.to
	}
	for range 3 {
		t, start := f.before(at, f.lang.bound)
		if t != nil {
			if f.tellsOf(start, d) || f.placed(start) {
				break
			}
			if a.Relation == Equal || a.Relation == About {
				a.Relation = Relation(t.Val)
			}
			s := f.span(start, at)
			if !a.Bound.Empty() {
				s = s.Cover(a.Bound)
			}
			a.Bound = s
			if strings.HasPrefix(f.lower(start), "as") {
				a.Attitude = "as-many"
			}
			at = start
			continue
		}
		if t, start := f.before(at, f.lang.attitude); t != nil {
			a.Attitude = t.Val
			at = start
			continue
		}
		if w := f.lower(at - 1); w == "a" || w == "the" && f.is(at, f.lang.agenoun) {
			at--
			continue
		}
		break
	}
	if t := f.scan.Find(c.to, f.lang.boundafter); t != nil && !(f.lower(c.to) == "plus" && f.nounFollows(int(t.End)) && d.unit != "") {
		a.Relation = Relation(t.Val)
		if a.Relation == More {
			a.Relation = AtLeast
		}
		a.Bound = f.span(int(t.Atom), int(t.End))
	}
	if d.majority && a.Relation == Equal {
		a.Relation = More
	}
	switch a.Relation {
	case More, AtLeast:
		if a.Low == a.High {
			a.High = Number{}
		}
	case Less, AtMost:
		if a.Low == a.High {
			a.Low = Number{}
		}
	}
}

// placed says whether a word like "above" stands for a place in the text: "the above five tips".
func (f *finder) placed(bound int) bool {
	switch f.lower(bound) {
	case "above", "below", "under", "over":
		return f.lower(bound-1) == "the"
	}
	return false
}

// before returns the longest term of a class that ends at an atom.
func (f *finder) before(at int, class pattern.Sym) (*pattern.Term, int) {
	for start := max(0, at-5); start < at; start++ {
		if t := f.scan.Find(start, class); t != nil && int(t.End) == at {
			return t, start
		}
	}
	return nil, 0
}
