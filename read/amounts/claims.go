package amounts

import (
	"github.com/hearsay-news/hearsay/read/syntax"
	"github.com/hearsay-news/hearsay/text"
)

// claims adds directions without a number: "attacks have increased", "prices are down". What moves must be a common noun.
func (f *finder) claims() {
	for i := range f.tokens {
		t := &f.tokens[i]
		dir := f.claimed(i)
		if dir == "" || f.figureNear(t.Span) {
			continue
		}
		about, unit, _ := f.subject(i)
		head := f.token(f.atomAt(about.End - 1))
		if about.Empty() || head < 0 || f.tokens[head].UPOS != syntax.NOUN || t.UPOS != syntax.VERB && f.tokens[head].XPOS != syntax.NNS {
			continue
		}
		if unit == "" {
			unit = f.lemma(head)
		}
		a := Amount{Span: t.Span, Unit: unit, Of: about, Change: &Change{Direction: dir}, Moved: t.Span, Kind: Count, Rule: "direction"}
		f.slots(&a)
		f.insert(a)
	}
}

// insert keeps the list in text order.
func (f *finder) insert(a Amount) {
	i := len(f.found)
	for i > 0 && f.found[i-1].Start > a.Start {
		i--
	}
	f.found = append(f.found, Amount{})
	copy(f.found[i+1:], f.found[i:])
	f.found[i] = a
}

// claimed reads a verb of the table of claims, or "up" and "down" after a form of "be" at a clause's end.
func (f *finder) claimed(i int) Direction {
	t := &f.tokens[i]
	switch t.UPOS {
	case syntax.VERB:
		at := f.atom(i)
		if at == len(f.scan.Atoms) || int(f.scan.Atoms[at].Start) != t.Start {
			return ""
		}
		c := f.scan.Find(at, f.lang.claim)
		if c == nil || f.noClaim(i) {
			return ""
		}
		return Direction(c.Val)
	case syntax.ADV, syntax.ADP, syntax.ADJ:
		if n := t.End - t.Start; n != len("up") && n != len("down") {
			return ""
		}
		if w := f.word(i); w != "up" && w != "down" || i == 0 || f.tokens[i-1].UPOS != syntax.AUX || i+1 < len(f.tokens) && f.tokens[i+1].UPOS != syntax.PUNCT {
			return ""
		}
		return Direction(f.word(i))
	}
	return ""
}

// noClaim says whether a verb of the table moves nothing here: "the rebels rose up", "the tub dropped by Marrow".
func (f *finder) noClaim(i int) bool {
	t := &f.tokens[i]
	next := f.word(i + 1)
	if t.XPOS == syntax.VBG && f.word(i-1) != "is" && f.word(i-1) != "are" || next == "up" || next == "against" {
		return true
	}
	return t.XPOS == syntax.VBN && next == "by" && i > 0 && f.tokens[i-1].UPOS != syntax.AUX && i+2 < len(f.tokens) && f.tokens[i+2].UPOS != syntax.NUM
}

// figureNear says whether a figure already tells this movement.
func (f *finder) figureNear(s text.Span) bool {
	for i := len(f.found) - 1; i >= 0 && f.found[i].End > s.Start-200; i-- {
		if a := &f.found[i]; a.Start < s.End+60 && a.End > s.Start-40 {
			return true
		}
	}
	return false
}
