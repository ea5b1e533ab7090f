package amounts

import (
	"github.com/hearsay-news/hearsay/read/syntax"
	"github.com/hearsay-news/hearsay/text"
)

// claims adds directions without a number: "attacks have increased". Only verbs with a common noun before them count.
func (f *finder) claims() {
	for i := range f.tokens {
		t := &f.tokens[i]
		if t.UPOS != syntax.VERB || t.XPOS == syntax.VBG && f.word(i-1) != "is" && f.word(i-1) != "are" {
			continue
		}
		dir := f.claimed(t)
		if dir == "" || f.figureNear(t.Span) {
			continue
		}
		subject := f.subject(i)
		if subject < 0 {
			continue
		}
		from := subject
		for from > 0 && (f.tokens[from-1].UPOS == syntax.ADJ || f.tokens[from-1].UPOS == syntax.NOUN || f.tokens[from-1].UPOS == syntax.PROPN) {
			from--
		}
		f.insert(Amount{Span: t.Span, Unit: f.lemma(subject), Of: text.Span{Start: f.tokens[from].Start, End: f.tokens[subject].End},
			Change: &Change{Direction: dir}, Moved: t.Span, Kind: Count, Rule: "direction"})
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

// claimed reads a verb of the table of claims.
func (f *finder) claimed(t *syntax.Token) Direction {
	i := f.atomAt(t.Start)
	if i == len(f.scan.Atoms) || int(f.scan.Atoms[i].Start) != t.Start {
		return ""
	}
	if c := f.scan.Find(i, f.lang.claim); c != nil {
		return Direction(c.Val)
	}
	return ""
}

// subject is the common noun before a verb, over auxiliaries and adverbs.
func (f *finder) subject(verb int) int {
	for j := verb - 1; j >= 0; j-- {
		switch f.tokens[j].UPOS {
		case syntax.AUX, syntax.ADV, syntax.PART:
			continue
		case syntax.NOUN:
			return j
		}
		return -1
	}
	return -1
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
