package names

// Label is what the trained finder says of one word: outside of names, or beginning, inside, last or unit of a name of one type (BILOU).
type Label uint8

// Outside is the label of words that belong to no name. The others are 1 + 4*type + part.
const Outside Label = 0

// The parts of a name a label can stand for.
const (
	Begin = iota
	Inside
	Last
	Unit
)

// Types are the types the trained finder tells apart; the tables split places and works further.
var Types = [...]Type{PER, ORG, LOC, NORP, MISC}

// Labels is how many labels there are.
const Labels = 1 + 4*len(Types)

// LabelOf makes a label of a type and a part.
func LabelOf(kind Type, part int) Label {
	for i, t := range Types {
		if t == kind {
			return Label(1 + 4*i + part)
		}
	}
	return Outside
}

// PartOf is the part that word k has in a name that covers words from to to, half-open.
func PartOf(k, from, to int) int {
	switch {
	case to-from == 1:
		return Unit
	case k == from:
		return Begin
	case k == to-1:
		return Last
	}
	return Inside
}

func (l Label) part() int { return int(l-1) & 3 }
func (l Label) kind() int { return int(l-1) >> 2 }

// Choice is a set of labels, a bit each.
type Choice uint32

// Of is the set of some labels.
func Of(labels ...Label) Choice {
	var c Choice
	for _, l := range labels {
		c |= 1 << l
	}
	return c
}

// Has says whether a label is among them.
func (c Choice) Has(l Label) bool { return c>>l&1 != 0 }

// Any holds all labels, Closed those behind which a name may begin, next those that may stand behind each label.
var (
	Any    = Choice(1<<Labels - 1)
	Closed = closed()
	next   = following()
)

func closed() Choice {
	c := Of(Outside)
	for _, t := range Types {
		c |= Of(LabelOf(t, Last), LabelOf(t, Unit))
	}
	return c
}

func following() (next [Labels]Choice) {
	for a := range Label(Labels) {
		for b := range Label(Labels) {
			if follows(a, b) {
				next[a] |= Of(b)
			}
		}
	}
	return next
}

// follows says whether label b may stand behind a: what is inside a name goes on with it, all else begins anew.
func follows(a, b Label) bool {
	open := !Closed.Has(a)
	inside := b != Outside && (b.part() == Inside || b.part() == Last)
	return open == inside && (!open || a.kind() == b.kind())
}

// Next are the labels that may stand behind one.
func Next(l Label) Choice { return next[l] }
