package amounts

import (
	"strings"

	"github.com/hearsay-news/hearsay/read/syntax"
	"github.com/hearsay-news/hearsay/read/times"
	"github.com/hearsay-news/hearsay/read/times/pattern"
	"github.com/hearsay-news/hearsay/text"
)

// finish turns a chosen draft into a figure: what bounds it, what it counts, which way it moved. False for numbers that count nothing.
func (f *finder) finish(c candidate) (Amount, bool) {
	d := f.drafts[c.draft]
	a := Amount{Span: f.span(c.from, c.to), Unit: d.unit, Kind: d.kind, Vague: d.vague, Relation: Equal, Rule: c.rule.Name,
		Low: Number{d.low, true}, High: Number{d.high, true}}
	if f.inTime(a.Span, d) {
		return a, false
	}
	if (d.unit == "" || d.unit == "fraction") && d.from == nil && f.negative(c, d) {
		return a, false
	}
	if last := f.text[a.End-1]; last == 'f' && c.rule.Kind == "magnitude" { // "hundreds of": the preposition is not part of it
		a.End = f.span(c.from, c.to-1).End
	}
	f.bounds(&a, c)
	if d.kind == "" {
		a.Kind = Count
	}
	if d.share {
		a.Kind = Share
	}
	if f.apposedAge(c, d) {
		a.Unit, a.Kind = "year", Age
		return a, true
	}
	if d.unit == "" && !d.words {
		f.shareUnit(&a, c)
	}
	if a.Unit == "" || d.share {
		if !f.counted(&a, c, d) && f.bare(c, d) {
			return a, false
		}
	} else if d.kind == Money || d.kind == Measure {
		f.ofPhrase(&a, c.to)
	}
	if (a.Kind == Money || a.Kind == Measure) && !strings.Contains(a.Unit, " per ") {
		f.rate(&a, c.to)
	}
	f.change(&a, c, d)
	f.casualties(&a, c)
	return a, true
}

// inTime says whether the number belongs to a date, a clock time or a set. A duration is a figure as well.
func (f *finder) inTime(s text.Span, d draft) bool {
	for i := f.next; i < len(f.when) && f.when[i].Start < s.End; i++ {
		e := &f.when[i]
		if e.End <= s.Start {
			continue
		}
		if e.Type == times.DURATION && d.kind == Duration {
			return false
		}
		if d.kind == Money || d.kind == Measure || d.kind == Age || d.from != nil {
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

// apposedAge is the 25 of "Ilse Marrow, 25, said".
func (f *finder) apposedAge(c candidate, d draft) bool {
	if d.unit != "" || d.words || d.low < 1 || d.low > 115 || d.low != float64(int(d.low)) || d.ranged || f.lower(c.from-1) != "," ||
		f.lower(c.to) != "," && f.lower(c.to) != "." && f.lower(c.to) != ";" {
		return false
	}
	i := f.token(c.from - 2)
	return i >= 0 && f.tokens[i].UPOS == syntax.PROPN
}

// negative says that a bare number is a name, a label, a list counter, a footnote or a result.
func (f *finder) negative(c candidate, d draft) bool {
	atoms := f.scan.Atoms
	first, last := atoms[c.from], atoms[c.to-1]
	prev, next := f.lower(c.from-1), f.lower(c.to)
	digits := first.Kind == pattern.Digits
	if digits && first.Glued && (prev == "-" || prev == "/" || prev == "#" || prev == "." || prev == "@" || prev == "_" || prev == ":" || prev == "'" || prev == "\\" || prev == "=") {
		return !(prev == "-" && c.from == 1)
	}
	if c.to < len(atoms) && atoms[c.to].Glued && digits {
		switch next {
		case "/", ":", "@", "_", "-":
			if next != "-" || c.to+1 < len(atoms) && atoms[c.to+1].Glued && atoms[c.to+1].Kind == pattern.Digits {
				return true
			}
		case "th", "st", "nd", "rd", "s":
			return true
		}
		if atoms[c.to].Kind == pattern.Letters && last.Kind == pattern.Digits {
			return true
		}
		if next == "." && c.to+1 < len(atoms) && atoms[c.to+1].Glued && atoms[c.to+1].Kind == pattern.Digits {
			return true
		}
	}
	if (prev == "[" || prev == "(") && (next == "]" || next == ")" && c.from == 1) {
		return true
	}
	if c.from == 0 && digits && (next == "." || next == ")" || next == ":") {
		return true // a list counter
	}
	if d.ranged && !d.vague && digits && c.to-c.from == 3 && f.scan.Word(c.from+1) == "-" || f.scan.Word(c.from+1) == "–" {
		return d.ranged && !f.nounFollows(c.to) // a result, 3-1
	}
	// "Flight 103", "Room 101", "Channel 4": a label, and names in front of bare digits.
	if digits && c.from > 0 && !d.ranged {
		if t := f.scan.Find(c.from-1, f.lang.label); t != nil && int(t.End) == c.from {
			if i := f.token(c.from - 1); prev == "no" || prev == "." || i < 0 || f.tokens[i].UPOS == syntax.PROPN || !f.nounFollows(c.to) {
				return prev != "." || strings.HasPrefix(f.lower(c.from-2), "no")
			}
		}
		if i := f.token(c.from - 1); i >= 0 && atoms[c.from-1].Kind == pattern.Letters && !d.multiplied && !d.vague {
			name := f.tokens[i].UPOS == syntax.PROPN || f.camel(c.from-1)
			if name && (!f.nounFollows(c.to) || f.properFollows(c.to) || f.camel(c.from-1)) {
				return true
			}
			if f.tokens[i].UPOS == syntax.NOUN && !f.nounFollows(c.to) && d.low == float64(int(d.low)) && prev != "age" {
				return true
			}
		}
	}
	if !digits && prev == "bottom" && !f.nounFollows(c.to) {
		return true
	}
	if digits && d.low >= 1900 && d.low <= 2100 && c.to-c.from == 1 && last.End-first.Start == 4 {
		if i := f.token(c.from - 1); i >= 0 && (f.tokens[i].UPOS == syntax.NOUN || f.tokens[i].UPOS == syntax.PROPN || f.tokens[i].XPOS == syntax.POS) {
			return true // "the company's 2018 sales"
		}
	}
	if prev == "this" || prev == "second" || prev == "last" || prev == "first" {
		if d.share && f.lower(c.from) == "half" {
			return true
		}
	}
	if digits && !d.multiplied && !d.vague && c.to < len(atoms) {
		if i := f.token(c.to); i >= 0 && f.tokens[i].XPOS == syntax.NNP && f.tokens[i].UPOS == syntax.PROPN {
			if head, _ := f.head(i); head >= 0 && f.tokens[head].XPOS == syntax.NNP {
				return true // "787 Dreamliner", "49 Station Road"
			}
		}
	}
	if digits && d.low >= 1900 && d.low <= 2100 && d.low == float64(int(d.low)) && c.to-c.from == 1 && !f.nounFollows(c.to) {
		return true // a year that no rule of times took
	}
	if digits && c.to-c.from == 1 && last.End-last.Start >= 2 && f.text[first.Start] == '0' {
		return true // a code
	}
	return false
}

// bare says whether a number without unit and noun is no figure: "one" as a pronoun, a lone small number in words.
func (f *finder) bare(c candidate, d draft) bool {
	if d.share || d.vague || d.from != nil || d.ranged {
		return false
	}
	if d.words && d.low <= 1 {
		return true
	}
	return false
}

// bounds reads the words before and after a figure that make it more than an equation.
func (f *finder) bounds(a *Amount, c candidate) {
	at := c.from
	for range 3 {
		t, start := f.before(at, f.lang.bound)
		if t != nil {
			if a.Relation == Equal || a.Relation == About {
				a.Relation = Relation(t.Val)
			}
			s := f.span(start, at)
			if !a.Bound.Empty() {
				s = s.Cover(a.Bound)
			}
			a.Bound = s
			if w := f.lower(start); strings.HasPrefix(w, "as") {
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
		if w := f.lower(at - 1); w == "a" || w == "the" || w == "another" || w == "(" {
			at--
			continue
		}
		break
	}
	if t := f.scan.Find(c.to, f.lang.boundafter); t != nil {
		a.Relation = Relation(t.Val)
		if a.Relation == More {
			a.Relation = AtLeast
		}
		a.Bound = f.span(int(t.Atom), int(t.End))
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

// before returns the longest term of a class that ends at an atom.
func (f *finder) before(at int, class pattern.Sym) (*pattern.Term, int) {
	for start := max(0, at-5); start < at; start++ {
		if t := f.scan.Find(start, class); t != nil && int(t.End) == at {
			return t, start
		}
	}
	return nil, 0
}
