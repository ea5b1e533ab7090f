package align

import (
	"github.com/hearsay-news/hearsay/read/clauses"
	"github.com/hearsay-news/hearsay/read/times"
	"github.com/hearsay-news/hearsay/text"
)

// Lay lays two clauses on each other.
func (al *Aligner) Lay(a, b *Clause) Answer {
	al.set.Steps.Take(1 + len(a.parts)*len(b.parts))
	out := Answer{}
	flip := al.predicate(a, b, &out)
	if out.Predicate == Contrary {
		return out
	}
	l := layer{al: al, a: a, b: b, out: &out, usedA: make([]bool, len(a.parts)), usedB: make([]bool, len(b.parts))}
	l.swapped()
	for _, kind := range [...]Kind{Actor, Object, Place, Date, Number} {
		if kind != Actor || !out.converse { // whoever sells is another one than who buys
			l.kind(kind)
		}
	}
	l.across()
	for i := range a.parts {
		if !l.usedA[i] && a.parts[i].told() {
			out.More[0]++
		}
	}
	for i := range b.parts {
		if !l.usedB[i] && b.parts[i].told() {
			out.More[1]++
		}
	}
	if a.Negated != b.Negated != flip {
		out.Pairs = append(out.Pairs, Pair{Polarity, Contrary, a.Row.Trigger, b.Row.Trigger})
	}
	if fit := modes(a.Row.Mode, b.Row.Mode); fit == Contrary {
		out.Pairs = append(out.Pairs, Pair{Status, Contrary, a.Row.Trigger, b.Row.Trigger})
	}
	out.Named = out.Named || Shares(a.names, b.names) && al.pages[a.Page.Story] < fewPages
	out.Unlike = hanging(a.Row.Mode) != hanging(b.Row.Mode)
	return out
}

func (p *part) told() bool { return !p.general && !p.self && p.kind != Date }

// predicate lays the words on each other that tell what is done, and says whether one is the opposite of the other.
func (al *Aligner) predicate(a, b *Clause, out *Answer) (flip bool) {
	out.Predicate = Contrary
	v := al.set.Vocabulary
	if a.verb == b.verb || a.Row.Lemma == b.Row.Lemma && a.Row.Noun == b.Row.Noun {
		out.Predicate, out.Weight = Equal, a.weight*al.rarity(a.Page, a.verb)
		return false
	}
	for _, x := range a.classes {
		for _, y := range b.classes {
			switch {
			case x == y:
				out.Predicate, out.Weight = Equal, max(out.Weight, sameClass*min(a.weight, b.weight))
			case al.tables.Converse(x, y):
				out.Predicate, out.Weight, out.converse, flip = Equal, max(out.Weight, sameClass*min(a.weight, b.weight)), true, false
			case out.Predicate != Equal && al.tables.Opposite(x, y):
				out.Predicate, out.Weight, flip = Compatible, sameClass*min(a.weight, b.weight), true
				out.Follows = al.tables.Follows(x, y)
			}
		}
	}
	if out.Predicate == Contrary && (a.Row.Noun != b.Row.Noun) {
		for _, c := range [...][2]*Clause{{a, b}, {b, a}} { // "put out a distress call" and "sent a distress call": the noun tells it
			for i := range c[1].parts {
				if p := &c[1].parts[i]; c[0].Row.Noun && p.head == c[0].verb && p.kind == Object {
					out.Predicate, out.Weight = Compatible, v.Weight[p.head]
				}
			}
		}
	}
	if out.Predicate == Equal {
		return false
	}
	if flip {
		out.Predicate = Equal
	}
	return flip
}

// layer is two clauses while they are laid on each other.
type layer struct {
	al           *Aligner
	a, b         *Clause
	out          *Answer
	usedA, usedB []bool
}

// swapped finds actor and object that changed places: "Alpetta copied the recipe of Brienzola" and the other way round.
func (l *layer) swapped() {
	aa, ao := l.find(l.a, clauses.Agent), l.find(l.a, clauses.Object)
	ba, bo := l.find(l.b, clauses.Agent), l.find(l.b, clauses.Object)
	if aa < 0 || ao < 0 || ba < 0 || bo < 0 {
		return
	}
	pa, po, qa, qo := &l.a.parts[aa], &l.a.parts[ao], &l.b.parts[ba], &l.b.parts[bo]
	if !pa.named || !qa.named || Shares(pa.proper, qa.proper) || !Shares(pa.proper, qo.proper) || !Shares(qa.proper, po.proper) {
		return
	}
	l.usedA[aa], l.usedA[ao], l.usedB[ba], l.usedB[bo] = true, true, true, true
	l.pair(Pair{Actor, Contrary, pa.row.Span, qa.row.Span}, 0, true)
	if po.head == qo.head {
		l.pair(Pair{Object, Equal, po.row.Span, qo.row.Span}, l.al.set.Vocabulary.Weight[po.head], true)
	}
}

func (l *layer) find(c *Clause, slot clauses.Slot) int {
	for i := range c.parts {
		if c.parts[i].row.Slot == slot {
			return i
		}
	}
	return -1
}

func (l *layer) pair(p Pair, weight float64, single bool) {
	l.out.Pairs = append(l.out.Pairs, p)
	if p.Fit == Equal || p.Fit == Compatible && weight > 0 {
		l.out.Weight += weight
		l.out.Named = l.out.Named || single
	}
	if p.Fit == Equal {
		l.out.Parts++
		if p.Kind != Actor && p.Kind != Date && weight >= Telling {
			l.out.Beyond++
			l.out.Thing = l.out.Thing || single
		}
	} else if p.Fit == Contrary {
		l.out.Named = l.out.Named || single
	}
}

// kind lays all parts of one kind on each other: the best fit of any two counts.
func (l *layer) kind(kind Kind) {
	bestA, bestB, best, weight, single := -1, -1, Silent, 0.0, false
	for i := range l.a.parts {
		p := &l.a.parts[i]
		if p.kind != kind || l.usedA[i] {
			continue
		}
		for j := range l.b.parts {
			q := &l.b.parts[j]
			if q.kind != kind || l.usedB[j] || !sameWay(p, q) {
				continue
			}
			fit, w, one := l.fit(kind, p, q)
			if better(fit, w, best, weight) || bestA < 0 {
				bestA, bestB, best, weight, single = i, j, fit, w, one
			}
		}
	}
	if bestA < 0 || best == Silent {
		return
	}
	p, q := &l.a.parts[bestA], &l.b.parts[bestB]
	if best == Contrary && (kind == Actor || kind == Object) && (l.a.Row.Noun || l.b.Row.Noun) {
		return // what hangs on a noun does not tell who did it to whom
	}
	l.usedA[bestA], l.usedB[bestB] = true, true
	l.out.One = l.out.One || best == Contrary && kind != Place && (p.one || q.one)
	l.pair(Pair{kind, best, p.row.Span, q.row.Span}, weight, single)
	switch kind {
	case Place:
		l.out.Where = l.out.Where || best == Equal
	case Date:
		if x, ok := p.when.Single(); ok && best == Equal {
			y, _ := q.when.Single()
			l.out.Day = x == y
		}
	}
	if best != Contrary {
		l.counts(p, q)
	}
}

// sameWay says whether two places are meant alike: where it is, where it goes, where it comes from.
func sameWay(p, q *part) bool {
	if p.kind != Place || p.row.Slot == q.row.Slot {
		return true
	}
	return p.row.Slot != clauses.Source && q.row.Slot != clauses.Source
}

// better ranks fits: equal before compatible before contrary before silent, then by weight.
func better(fit Fit, weight float64, than Fit, other float64) bool {
	rank := [...]int{Silent: 0, Contrary: 1, Compatible: 2, Equal: 3}
	if rank[fit] != rank[than] {
		return rank[fit] > rank[than]
	}
	return weight > other
}

func (l *layer) fit(kind Kind, p, q *part) (Fit, float64, bool) {
	switch kind {
	case Date:
		return dates(p, q)
	case Number:
		fit := numbers(p.number, q.number)
		if fit != Silent && p.number.Unit != q.number.Unit && !p.number.Share {
			return Silent, 0, false
		}
		if fit == Equal {
			return fit, numberWeight, false
		}
		return fit, 0, false
	case Place:
		fit, w, single := l.al.phrase(p, q, l.a, l.b)
		if (fit == Silent || fit == Compatible && w == 0) && len(p.proper) > 0 && len(q.proper) > 0 {
			if Shares(p.proper, q.proper) {
				return Equal, nameWeight, single
			}
			if !l.al.nested(p, q, l.a, l.b) {
				return Contrary, 0, false
			}
		}
		if fit == Silent && p.row.Slot != clauses.Goal && q.row.Slot != clauses.Goal && p.row.Slot != clauses.Source && q.row.Slot != clauses.Source && l.al.tables.Spots(p.row.Lemma, q.row.Lemma) {
			return Contrary, 0, false
		}
		return fit, w, single
	}
	return l.al.phrase(p, q, l.a, l.b)
}

// dates lays two times on each other.
func dates(p, q *part) (Fit, float64, bool) {
	if !p.when.Known() || !q.when.Known() {
		return Silent, 0, false
	}
	if _, ok := p.when.Meet(q.when); !ok {
		if swaying(p, q) || alikeTold(p.pending, q.pending) {
			return Compatible, 0, false
		}
		return Contrary, 0, false
	}
	x, one := p.when.Single()
	y, two := q.when.Single()
	if one && two && x == y {
		return Equal, dayWeight, false
	}
	return Compatible, 0, false
}

// alikeTold says whether two stretches of a year go by one name, whatever year they were taken for: "next spring" and "in the spring".
func alikeTold(a, b *times.Pending) bool {
	if a == nil || b == nil || a.Op != b.Op || a.Op == times.Weekday || a.Op == times.Shift || a.Op == times.Add {
		return false
	}
	return a.Number == b.Number && a.Nth == b.Nth && a.Unit == b.Unit && a.Name == b.Name && a.Date == b.Date && a.Of == nil && b.Of == nil
}

const swayDays = 14 // by which days may lie apart that one word may mean

// swaying says whether two days that lie apart hang on their pages' dates by one word, "Friday" or "today": a live page that goes on for a night, a copy
// of last week, or the Friday after instead of the one before. A weekday may also be the day that the other page gives by its date.
func swaying(p, q *part) bool {
	x, one := p.when.Single()
	y, two := q.when.Single()
	a, b := p.pending, q.pending
	gap := abs(int(x - y))
	if yearless(a) != yearless(b) { // "on 14 February", of whatever year
		gap = min(gap, abs(gap-365), abs(gap-366))
	}
	if !one || !two || gap > swayDays {
		return false
	}
	weekday := func(p *times.Pending) bool {
		return p != nil && p.Op == times.Weekday && p.Side != times.Last && p.Side != times.Next
	}
	switch {
	case weekday(a) && yearless(b), weekday(b) && yearless(a):
		return gap%7 == 0
	case a != nil && b != nil:
		return a.Op == b.Op && (a.Op == times.Weekday || a.Op == times.Shift) && a.Number == b.Number && a.Count == b.Count && a.Unit == b.Unit && a.Clock == b.Clock
	case weekday(a) && b == nil, weekday(b) && a == nil:
		return gap%7 == 0
	}
	return false
}

func yearless(p *times.Pending) bool { return p != nil && p.Op == times.MonthDay }

// counts lays the numbers and the scopes of two phrases that tell one thing on each other.
func (l *layer) counts(p, q *part) {
	if p.kind != Number {
		if fit := numbers(p.number, q.number); fit != Silent {
			weight := 0.0
			if fit == Equal {
				weight = numberWeight
			}
			l.out.Pairs = append(l.out.Pairs, Pair{Number, fit, p.row.Span, q.row.Span})
			l.out.Weight += weight
		}
	}
	if x, y := p.row.Scope, q.row.Scope; x != y && x != clauses.NoScope && y != clauses.NoScope {
		l.out.Pairs = append(l.out.Pairs, Pair{Scope, Contrary, p.row.Span, q.row.Span})
	}
}

// across finds what one clause tells as its actor and the other as its object or in another phrase: equal ones only, since slots are read less
// surely than words.
func (l *layer) across() {
	loose := func(p *part) bool { return p.kind != Date && p.kind != Number }
	for i := range l.a.parts {
		p := &l.a.parts[i]
		if l.usedA[i] || !loose(p) {
			continue
		}
		for j := range l.b.parts {
			q := &l.b.parts[j]
			if l.usedB[j] || !loose(q) || strict(p, q, l.a, l.b) {
				continue
			}
			if fit, w, single := l.al.phrase(p, q, l.a, l.b); fit == Equal && w > 0 {
				l.usedA[i], l.usedB[j] = true, true
				kind := p.kind
				if kind == "" {
					kind = q.kind
				}
				if kind == "" {
					kind = Object
				}
				l.pair(Pair{kind, fit, p.row.Span, q.row.Span}, w, single)
				l.counts(p, q)
				break
			}
		}
	}
}

// strict says whether two slots of two verbs must not be mixed up: who does it and who undergoes it.
func strict(p, q *part, a, b *Clause) bool {
	if a.Row.Noun || b.Row.Noun || !a.both() && !b.both() {
		return false
	}
	return p.kind == Actor && q.kind == Object || p.kind == Object && q.kind == Actor
}

// both says whether a clause tells who does it and who undergoes it.
func (c *Clause) both() bool {
	return c.Row.Part(clauses.Agent) != nil && c.Row.Part(clauses.Object) != nil
}

// modes says how two modes stand to each other.
func modes(a, b clauses.Mode) Fit {
	if a == b || hanging(a) != hanging(b) {
		return Equal
	}
	off := func(m clauses.Mode) bool { return m == clauses.CalledOff || m == clauses.PutOff }
	switch {
	case off(a) || off(b):
		return Contrary
	case a == clauses.Possible || b == clauses.Possible:
		return Contrary
	}
	return Compatible
}

// hanging says whether a mode leaves open whether it is so at all.
func hanging(m clauses.Mode) byte {
	switch m {
	case clauses.Conditional:
		return 1
	case clauses.Asked:
		return 2
	case clauses.Demanded:
		return 3
	}
	return 0
}

// Verb is the kin of the word that tells a clause.
func (c *Clause) Verb() uint32 { return c.verb }

// Trigger is the place of the word that tells a clause.
func (c *Clause) Trigger() text.Span { return c.Row.Trigger }
