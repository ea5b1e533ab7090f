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

// shareUnit gives "45 and 50 mg" one unit.
func (f *finder) shareUnit(a *Amount, c candidate) {
	if w := f.lower(c.to); w != "and" && w != "or" && w != "to" {
		return
	}
	if t := f.scan.Find(c.to+1, f.lang.q); t != nil {
		if d := f.drafts[t.Ref]; (d.kind == Measure || d.kind == Share) && d.form == "after" {
			a.Unit, a.Kind = d.unit, d.kind
		}
	}
}

// rate reads "per share", "a ticket" after money or a measure.
func (f *finder) rate(a *Amount, at int) {
	switch f.lower(at) {
	case "per", "a", "an", "each":
	default:
		return
	}
	i := f.token(at + 1)
	if i < 0 || f.tokens[i].UPOS != syntax.NOUN || f.tokens[i].XPOS == syntax.NNS || f.lower(at) != "per" && f.nounAfter(i) {
		return
	}
	a.Unit += " per " + strings.ToLower(f.lemma(i))
	a.End = f.tokens[i].End
}

func (f *finder) nounAfter(i int) bool {
	return i+1 < len(f.tokens) && f.tokens[i+1].UPOS == syntax.NOUN
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

// nounFollows says whether the tokens from an atom on begin a noun phrase that the number can count.
func (f *finder) nounFollows(atom int) bool {
	i := f.token(atom)
	if i < 0 {
		if len(f.tokens) > 0 || atom >= len(f.scan.Atoms) {
			return false
		}
		return f.scan.Atoms[atom].Kind == pattern.Letters
	}
	for ; i < len(f.tokens); i++ {
		switch f.tokens[i].UPOS {
		case syntax.ADJ, syntax.NUM:
		case syntax.NOUN, syntax.PROPN:
			return true
		default:
			return false
		}
	}
	return false
}

// camel says whether an atom is written like "iPhone".
func (f *finder) camel(atom int) bool {
	w := f.scan.Word(atom)
	for i := 1; i < len(w); i++ {
		if w[i] >= 'A' && w[i] <= 'Z' && w[i-1] >= 'a' && w[i-1] <= 'z' {
			return true
		}
	}
	return false
}

func (f *finder) properFollows(atom int) bool {
	i := f.token(atom)
	return i >= 0 && f.tokens[i].UPOS == syntax.PROPN
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

// counted finds what a bare number or a share counts. The unit of a count is its head noun's lemma.
func (f *finder) counted(a *Amount, c candidate, d draft) bool {
	at := c.to
	if t := f.scan.Find(at, f.lang.boundafter); t != nil {
		at = int(t.End)
	}
	i := f.token(at)
	if i < 0 {
		return false
	}
	if f.tokens[i].UPOS == syntax.PRON && d.vague && f.lower(c.to-1) == "of" { // "hundreds of them"
		a.Of = f.tokens[i].Span
		return true
	}
	if c := d.oneIn; c {
		if head, from := f.head(i); head >= 0 && f.tokens[head].UPOS == syntax.NOUN {
			a.Of = text.Span{Start: f.tokens[from].Start, End: f.tokens[head].End}
			return true
		}
	}
	if d.share || f.lower(at) == "of" || d.vague {
		if f.lower(at) == "of" {
			a.Scope = f.phrase(i+1, true)
			if !a.Scope.Empty() {
				a.Of = a.Scope
				a.Scope.Start = f.tokens[i].Start
				if !d.share {
					a.Unit = f.headLemma(i + 1)
				}
			}
			return !a.Of.Empty()
		}
		if d.share {
			return false
		}
	}
	if f.lower(at) == "-" && f.scan.Atoms[at].Glued && at+1 < len(f.scan.Atoms) && f.scan.Atoms[at+1].Glued { // "six-cylinder engines"
		if j := f.token(at + 1); j >= 0 && f.tokens[j].UPOS == syntax.NOUN {
			a.Unit = strings.ToLower(f.lemma(j))
			a.Of = f.tokens[j].Span
			return true
		}
	}
	head, from := f.head(i)
	last := max(head, i)
	switch f.word(last) {
	case "wounded", "injured", "dead", "missing", "killed", "hurt", "detained", "arrested":
		a.Unit = "people" // "and 40 wounded"
		return true
	}
	if head < 0 {
		return false
	}
	a.Unit = strings.ToLower(f.lemma(head))
	a.Of = text.Span{Start: f.tokens[from].Start, End: f.tokens[head].End}
	if head+1 < len(f.tokens) {
		switch f.word(head + 1) {
		case "of", "from", "in":
			if f.word(head+1) == "of" {
				if s := f.phrase(head+2, true); !s.Empty() {
					a.Scope = text.Span{Start: f.tokens[head+1].Start, End: s.End}
				}
			}
		}
	}
	return true
}

// ofPhrase is what an amount of money or a measure is of: "5 tonnes of grain".
func (f *finder) ofPhrase(a *Amount, at int) {
	if f.lower(at) != "of" && f.lower(at) != "in" {
		return
	}
	i := f.token(at)
	if i < 0 {
		return
	}
	if s := f.phrase(i+1, true); !s.Empty() && f.lower(at) == "of" {
		a.Of = s
		a.Scope = text.Span{Start: f.tokens[i].Start, End: s.End}
	}
}

// head finds the head noun of the phrase that begins at token i: the last noun before something else comes.
func (f *finder) head(i int) (head, from int) {
	head, from = -1, i
	for j := i; j < len(f.tokens) && j < i+8; j++ {
		t := &f.tokens[j]
		if head < 0 {
			switch f.word(j) {
			case "last", "next", "this", "past":
				return -1, from
			}
		}
		switch t.UPOS {
		case syntax.CCONJ: // "Kia and Hyundai vehicles"
			if head == j-1 && head >= 0 && f.tokens[head].UPOS != syntax.NOUN && f.coordinated(j+1) {
				continue
			}
		case syntax.NOUN, syntax.PROPN:
			head = j
			continue
		case syntax.ADJ, syntax.NUM:
			if head >= 0 {
				return head, from
			}
			continue
		case syntax.ADV:
			if head < 0 && (f.word(j) == "more" || f.word(j) == "newly" || f.word(j) == "other") {
				continue
			}
		case syntax.VERB:
			if head < 0 && (t.XPOS == syntax.VBN || t.XPOS == syntax.VBG || t.XPOS == syntax.VBD) && j == i && j+1 < len(f.tokens) && f.tokens[j+1].UPOS == syntax.NOUN {
				continue // "300 recorded songs", "12 suspected fighters"
			}
		case syntax.PUNCT:
			if t.XPOS == syntax.HYPH || f.word(j) == "-" {
				continue
			}
		case syntax.PART:
			if t.XPOS == syntax.POS && head >= 0 {
				head = -1
				continue
			}
		}
		break
	}
	return head, from
}

// coordinated says whether a modifier and then a common noun begin at token i.
func (f *finder) coordinated(i int) bool {
	for ; i < len(f.tokens); i++ {
		switch f.tokens[i].UPOS {
		case syntax.PROPN, syntax.ADJ:
		case syntax.NOUN:
			return true
		default:
			return false
		}
	}
	return false
}

// phrase is the noun phrase that begins at token i, determiners and all.
func (f *finder) phrase(i int, determined bool) text.Span {
	if i >= len(f.tokens) {
		return text.Span{}
	}
	from := i
	for i < len(f.tokens) && (f.tokens[i].UPOS == syntax.DET || f.tokens[i].XPOS == syntax.PRPS) {
		i++
	}
	if i >= len(f.tokens) {
		return text.Span{}
	}
	if f.tokens[i].UPOS == syntax.PRON && i == from {
		return text.Span{Start: f.tokens[i].Start, End: f.tokens[i].End}
	}
	head, _ := f.head(i)
	if head < 0 {
		return text.Span{}
	}
	return text.Span{Start: f.tokens[from].Start, End: f.tokens[head].End}
}

func (f *finder) headLemma(i int) string {
	for i < len(f.tokens) && (f.tokens[i].UPOS == syntax.DET || f.tokens[i].XPOS == syntax.PRPS) {
		i++
	}
	if i >= len(f.tokens) {
		return ""
	}
	head, _ := f.head(i)
	if head < 0 {
		return ""
	}
	return strings.ToLower(f.lemma(head))
}

func (f *finder) lemma(i int) string {
	if l := f.tokens[i].Lemma; l != "" && l != "_" {
		if f.tokens[i].XPOS == syntax.NNPS && len(l) > 3 && strings.HasSuffix(l, "s") && l == f.text[f.tokens[i].Start:f.tokens[i].End] {
			return l[:len(l)-1] // "World Cups"
		}
		if f.tokens[i].XPOS == syntax.NNS && strings.EqualFold(l, f.text[f.tokens[i].Start:f.tokens[i].End]) && plural(l) {
			return l[:len(l)-1] // "troops"
		}
		return l
	}
	return f.text[f.tokens[i].Start:f.tokens[i].End]
}

// plural says whether a word is written like a regular plural.
func plural(w string) bool {
	if len(w) < 5 || w[len(w)-1] != 's' {
		return false
	}
	switch w {
	case "series", "species", "means", "headquarters", "barracks", "crossroads", "news", "works", "premises", "savings", "earnings", "goods", "clothes", "glasses", "odds", "remains",
		"proceeds", "surroundings":
		return false
	}
	return w[len(w)-2] != 's' && w[len(w)-2] != 'u' && w[len(w)-2] != 'i'
}

func (f *finder) word(i int) string {
	if i < 0 || i >= len(f.tokens) {
		return ""
	}
	return strings.ToLower(f.text[f.tokens[i].Start:f.tokens[i].End])
}
