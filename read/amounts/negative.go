package amounts

import (
	"strings"

	"github.com/hearsay-news/hearsay/read/syntax"
	"github.com/hearsay-news/hearsay/read/times/pattern"
)

// refusal is a named reason why a bare number is no figure: a name, a label, a list counter, a footnote, a result, an idiom.
type refusal struct {
	name    string
	example string // the number in brackets
	holds   func(f *finder, c candidate, d draft) bool
}

// refusals are asked in this order; the first that holds decides.
var refusals = []refusal{
	{"hanging", "Ticket #[12] was lost.", func(f *finder, c candidate, _ draft) bool { return f.digits(c) && f.hanging(c) }},
	{"digit run", "Call 555 [199] 2013 now.", func(f *finder, c candidate, _ draft) bool { return f.digits(c) && f.digitRun(c) }},
	{"bracketed alone", "Shares of Marrow ([3109]) fell.", func(f *finder, c candidate, d draft) bool {
		return f.digits(c) && d.unit == "" && f.opensBracket(c.from-1) && f.closesBracket(c.to)
	}},
	{"footnote", "[[4]] See the note.", func(f *finder, c candidate, _ draft) bool {
		return f.lower(c.from-1) == "[" && f.lower(c.to) == "]"
	}},
	{"clock", "It ended on [13.55] BST.", func(f *finder, c candidate, d draft) bool {
		return d.low <= 24 && f.is(c.to, f.lang.zone) && (f.digits(c) || d.low == 12)
	}},
	{"clock before a line", "[1315] Churches opened their doors.", (*finder).liveClock},
	{"list counter", "[3]) Wash the boat.", func(f *finder, c candidate, _ draft) bool {
		next := f.lower(c.to)
		return c.from == 0 && f.digits(c) && (next == "." || next == ")" || next == ":")
	}},
	{"result", "Sel lost [1-3] at home.", (*finder).result},
	{"label", "Flight [103] was late.", func(f *finder, c candidate, d draft) bool { return f.digits(c) && !d.ranged && f.labelled(c, d) }},
	{"label in words", "Flight [eight hundred] was late.", func(f *finder, c candidate, d draft) bool {
		return !f.digits(c) && d.low > 1 && !d.vague && !d.share && f.is(c.from-1, f.lang.label) && !f.nounFollows(c.to)
	}},
	{"grade", "They feared category [three] storms.", func(f *finder, c candidate, d draft) bool {
		return d.scale == 0 && d.low >= 1 && d.low <= 10 && !d.vague && !d.share && c.to == c.from+1 && f.is(c.from-1, f.lang.grade) && !f.tagged(c.from-1, syntax.VERB)
	}},
	{"majority of nothing", "[The majority] voted.", func(f *finder, c candidate, _ draft) bool {
		return c.rule.Kind == "majority" && (f.lower(c.to) != "of" || f.tagged(c.to+1, syntax.NUM))
	}},
	{"version", "The [2.0] update is here.", func(f *finder, c candidate, d draft) bool {
		s := f.span(c.from, c.to)
		return f.digits(c) && strings.HasSuffix(f.text[s.Start:s.End], ".0") && f.nounFollows(c.to) && f.singularFollows(c.to)
	}},
	{"somebody by a measure", "The tall, [223]-pounder left.", func(f *finder, c candidate, _ draft) bool {
		return f.dash(c.to) && f.is(c.to+1, f.lang.sizer)
	}},
	{"part of a series", "The Sel Saga [4] cheats are here.", (*finder).inSeries},
	{"rank", "They came in the bottom [three].", func(f *finder, c candidate, _ draft) bool {
		return f.is(c.from-1, f.lang.rank) && !f.nounFollows(c.to)
	}},
	{"half of a game", "He scored for the first [half] of it.", func(f *finder, c candidate, d draft) bool {
		if !d.share || f.lower(c.from) != "half" {
			return false
		}
		switch f.lower(c.from - 1) {
		case "this", "second", "last", "first":
			return true
		case "the":
			return f.lower(c.to) != "of" && !f.nounFollows(c.to)
		}
		return false
	}},
	{"name in words", "She was born before World War [Two] in Sel.", (*finder).namedInWords},
	{"name with a measure", "The [Three] Mile Island plant was shut.", func(f *finder, c candidate, d draft) bool {
		a := f.scan.Atoms
		return !f.digits(c) && c.to == c.from+1 && c.to+1 < len(a) && a[c.from].Capital && a[c.to].Capital && a[c.to+1].Capital && f.is(c.to, f.lang.measure) &&
			f.tagged(c.to+1, syntax.PROPN)
	}},
	{"title", "In “[5] Questions with an Artist” she answers.", func(f *finder, c candidate, _ draft) bool {
		if c.from == 0 || c.to >= len(f.scan.Atoms) || !f.is(c.from-1, f.lang.quote) || !f.scan.Atoms[c.from].Glued || !f.scan.Atoms[c.to].Capital {
			return false
		}
		for i := c.to; i < len(f.scan.Atoms) && i < c.to+listReach; i++ {
			if w := f.scan.Word(i); w == "”" || w == "\"" || w == "’" || w == "'" && !f.scan.Atoms[min(i+1, len(f.scan.Atoms)-1)].Glued {
				return true
			}
		}
		return false
	}},
	{"named index", "The FTSE [250] futures fell.", func(f *finder, c candidate, d draft) bool {
		return f.digits(c) && d.scale == 0 && c.to == c.from+1 && (f.is(c.from-1, f.lang.index) || f.lower(c.from-1) == "p" && f.lower(c.from-2) == "&" && f.lower(c.from-3) == "s")
	}},
	{"index", "It is in SELX [100] tracker funds.", func(f *finder, c candidate, d draft) bool {
		i, next := f.token(c.from-1), f.token(c.to)
		return c.from > 0 && f.digits(c) && d.scale == 0 && d.low >= 30 && c.to == c.from+1 && i >= 0 && next >= 0 && f.tokens[i].UPOS == syntax.PROPN &&
			f.scan.Atoms[c.from-1].Shouted && f.tokens[next].XPOS == syntax.NN && !f.is(c.to, f.lang.invariant) && !f.is(c.to, f.lang.collective)
	}},
	{"name goes on", "They met at [49] Station Road.", func(f *finder, c candidate, d draft) bool {
		return f.digits(c) && d.scale == 0 && !d.vague && f.nameFollows(c.to)
	}},
	{"name with and", "The [16] & Pregnant account shared it.", func(f *finder, c candidate, _ draft) bool {
		return f.digits(c) && f.lower(c.to) == "&" && c.to+1 < len(f.scan.Atoms) && f.scan.Atoms[c.to+1].Capital
	}},
	{"model", "She flew the [787] to Sel.", func(f *finder, c candidate, d draft) bool { return f.digits(c) && f.modelLike(c, d) }},
	{"year", "He thought about [1989].", func(f *finder, c candidate, d draft) bool { return f.digits(c) && f.yearLike(c, d) }},
}

// refused names the reason why a bare number is no figure, "" for none.
func (f *finder) refused(c candidate, d draft) string {
	for i := range refusals {
		if refusals[i].holds(f, c, d) {
			return refusals[i].name
		}
	}
	return ""
}

// inSeries says whether a small number in digits ends a title that an article opens: "The Sel Saga 4 cheats".
func (f *finder) inSeries(c candidate, d draft) bool {
	if !f.digits(c) || c.to != c.from+1 || d.low > 20 || d.low != float64(int(d.low)) || c.from < 2 {
		return false
	}
	i := f.token(c.from - 1)
	first := i
	for first >= 0 && f.tokens[first].UPOS == syntax.PROPN && f.scan.Atoms[f.atom(first)].Capital {
		first--
	}
	if first > 0 && first < i && f.tokens[first].UPOS == syntax.ADJ { // "the newer Sel Saga 4 models"
		first--
	}
	return first >= 0 && first < i && i-first <= 5 && f.tokens[first].UPOS == syntax.DET && f.nounFollows(c.to)
}

// record says whether a number with a letter begins a row of results: "a 13W-2L-2D record".
func (f *finder) record(c candidate, d draft) bool {
	a := f.scan.Atoms
	return d.kind == Measure && c.to == c.from+2 && a[c.to-1].Glued && a[c.to-1].Kind == pattern.Letters && len(f.scan.Word(c.to-1)) == 1 &&
		f.dash(c.to) && a[c.to].Glued && c.to+2 < len(a) && a[c.to+1].Kind == pattern.Digits && a[c.to+1].Glued && a[c.to+2].Kind == pattern.Letters && a[c.to+2].Glued &&
		len(f.scan.Word(c.to+2)) == 1
}

// liveClock says whether four digits at the beginning of a line are the time at which it was written: a name, a sentence or another number follows.
// Round ones before a noun are counts: "1500 Marines landed".
func (f *finder) liveClock(c candidate, _ draft) bool {
	w := f.scan.Word(c.from)
	next := c.from + 1
	if c.from > 0 && !f.is(c.from-1, f.lang.quote) || len(w) != 4 || !f.digits(c) || next >= len(f.scan.Atoms) {
		return false
	}
	if w[0] > '2' || w[0] == '2' && w[1] > '3' || w[2] > '5' {
		return false
	}
	if w[2:] == "00" && !f.is(next, f.lang.num) && !f.is(next, f.lang.magnitude) {
		return false
	}
	return f.scan.Atoms[next].Capital || f.lower(next) == ":"
}

func (f *finder) digits(c candidate) bool { return f.scan.Atoms[c.from].Kind == pattern.Digits }

// opensBracket and closesBracket know brackets as words too, "-LRB-".
func (f *finder) opensBracket(atom int) bool {
	return f.lower(atom) == "(" || f.lower(atom) == "-" && f.lower(atom-1) == "lrb"
}

func (f *finder) closesBracket(atom int) bool {
	return f.lower(atom) == ")" || f.lower(atom) == "-" && f.lower(atom+1) == "rrb"
}

// result says whether two numbers with a dash are a game's, or a house number: "3-1". A vote's are two figures.
func (f *finder) result(c candidate, d draft) bool {
	if !d.ranged || d.vague || !f.digits(c) || c.to-c.from != 3 || !f.dash(c.from+1) {
		return false
	}
	return f.votes(c.from) || !f.nounFollows(c.to) || f.nameFollows(c.to)
}

// namedInWords says whether a number word with a capital ends a name: "the Big Ten", "the Group of Seven". In a headline all words have one.
func (f *finder) namedInWords(c candidate, _ draft) bool {
	a := f.scan.Atoms
	if f.digits(c) || c.from == 0 || c.rule.Kind != "number" || f.lower(c.to) == "of" || !a[c.from].Capital || a[c.from].Shouted || f.lower(c.from-1) != "of" && f.nounFollows(c.to) && !f.nameFollows(c.to) {
		return false
	}
	prev := c.from - 1
	if f.lower(prev) == "of" {
		prev--
	}
	if prev < 0 || !a[prev].Capital || a[prev].Kind != pattern.Letters || prev == 0 && !f.tagged(prev, syntax.PROPN) {
		return false
	}
	capitals, words := 0, 0
	for i := max(0, c.from-listReach); i < min(len(a), c.to+listReach); i++ {
		if a[i].Kind == pattern.Letters {
			words++
			if a[i].Capital {
				capitals++
			}
		}
	}
	return 2*capitals <= words+2
}

// hanging says whether digits hang on something else: "B-2", "4:30", "3rd", "v1.2".
func (f *finder) hanging(c candidate) bool {
	atoms := f.scan.Atoms
	if atoms[c.from].Glued {
		if f.dash(c.from - 1) {
			return c.from != 1 && !f.votes(c.from-2)
		}
		switch f.lower(c.from - 1) {
		case "/", "#", ".", "@", "_", ":", "'", "\\", "=":
			return true
		case "+":
			return atoms[c.from-1].Glued
		}
	}
	if c.to >= len(atoms) || !atoms[c.to].Glued {
		return false
	}
	digitNext := c.to+1 < len(atoms) && atoms[c.to+1].Glued && atoms[c.to+1].Kind == pattern.Digits
	if f.dash(c.to) && f.dash(c.to+2) && c.to+3 < len(atoms) && atoms[c.to+3].Kind == pattern.Digits {
		return true // "a 2-for-1 split"
	}
	if f.dash(c.to) {
		return digitNext && !f.votes(c.from)
	}
	switch f.lower(c.to) {
	case "/", ":", "@", "_", "th", "st", "nd", "rd", "s":
		return true
	case ".":
		return digitNext
	}
	return atoms[c.to].Kind == pattern.Letters && atoms[c.to-1].Kind == pattern.Digits
}

// coded says whether digits hang on capitals by a hyphen, whatever unit they seem to have: "LAION-5B", "GSAT-11". So do a label's with a letter,
// "class 8B".
func (f *finder) coded(c candidate, d draft) bool {
	a := f.scan.Atoms
	if d.kind == Measure && c.to == c.from+2 && a[c.to-1].Glued && len(f.scan.Word(c.to-1)) == 1 && a[c.to-1].Capital && f.is(c.from-1, f.lang.label) {
		return true
	}
	if d.kind == Measure && c.to < len(a) && a[c.to].Kind == pattern.Digits && a[c.to-1].Kind == pattern.Letters && f.is(c.from-1, f.lang.label) {
		return true // "Windows 11 KB 5033375"
	}
	if d.kind == Measure && d.words && c.from > 0 && c.to < len(a) && a[c.from].Capital && a[c.to-1].Capital && a[c.to].Capital && c.to-c.from == 2 {
		return f.tagged(c.to, syntax.PROPN) // "Three Mile Island"
	}
	return c.from > 1 && f.digits(c) && f.dash(c.from-1) && a[c.from].Glued && a[c.from-1].Glued && a[c.from-2].Kind == pattern.Letters &&
		a[c.from-2].Capital && !f.votes(c.from-2) && c.from-2 > 0
}

// votes says whether the pair of numbers that begins at an atom is the result of a vote, "approved 52-48".
func (f *finder) votes(atom int) bool {
	for i := atom - 1; i >= 0 && i > atom-listReach; i-- {
		if f.is(i, f.lang.voting) {
			return true
		}
	}
	return false
}

// digitRun says whether a number is one of three or more runs of digits in a row: a telephone number, a code.
func (f *finder) digitRun(c candidate) bool {
	first, last := c.from, c.to-1
	for first > max(0, c.from-3) && f.scan.Atoms[first-1].Kind == pattern.Digits {
		first--
	}
	for last+1 < min(len(f.scan.Atoms), c.to+3) && f.scan.Atoms[last+1].Kind == pattern.Digits {
		last++
	}
	return last-first >= 2 && c.to-c.from < last-first+1 || first > 0 && f.scan.Word(first-1) == "+" && last > first
}

// dash says whether an atom is a hyphen or a dash.
func (f *finder) dash(atom int) bool {
	w := f.scan.Word(atom)
	return w == "-" || w == "–" || w == "—" || w == "−"
}

// labelled says whether a number only tells one thing from another: "Flight 103", "Channel 4", "category 4 hurricane", "iPhone 11", "the Big 12".
func (f *finder) labelled(c candidate, d draft) bool {
	if c.from == 0 {
		return false
	}
	return f.labelWord(c, d) || f.namedBefore(c, d)
}

// labelWord looks for a word of the table of labels before a number.
func (f *finder) labelWord(c candidate, d draft) bool {
	prev := f.lower(c.from - 1)
	i := f.token(c.from - 1)
	if t, _ := f.before(c.from, f.lang.label); t != nil {
		if prev == "no" || prev == "." || f.tagged(c.to, syntax.NUM) || i < 0 || f.tokens[i].UPOS == syntax.PROPN || !f.nounFollows(c.to) || d.low > 1 && f.singularFollows(c.to) {
			return true
		}
	}
	return prev == "of" && c.from >= 3 && f.scan.Atoms[c.from-2].Kind == pattern.Digits && f.is(c.from-3, f.lang.label) // "page 12 of 30"
}

// namedBefore looks at the noun or name that stands before a number which counts nothing after it.
func (f *finder) namedBefore(c candidate, d draft) bool {
	prev := f.lower(c.from - 1)
	i := f.token(c.from - 1)
	if i < 0 || f.scan.Atoms[c.from-1].Kind != pattern.Letters || d.scale > 0 || d.vague {
		return false
	}
	if f.tokens[i].UPOS == syntax.PROPN || f.camel(c.from-1) {
		if !f.nounFollows(c.to) || f.properFollows(c.to) || f.camel(c.from-1) {
			return true
		}
	}
	if f.nounFollows(c.to) {
		return (f.tokens[i].UPOS == syntax.ADJ || f.tokens[i].UPOS == syntax.NUM) && f.properFollows(c.to) // "two new 737 Max jets"
	}
	if d.low != float64(int(d.low)) || c.from < 2 {
		return false
	}
	return f.tokens[i].UPOS == syntax.NOUN && prev != "age" || f.tokens[i].UPOS == syntax.ADJ && f.scan.Atoms[c.from-1].Capital
}

// modelLike says whether three or four bare digits name a thing: "the 787", "a 737 jet". What a number counts is in the plural.
func (f *finder) modelLike(c candidate, d draft) bool {
	a := f.scan.Atoms[c.from]
	if n := a.End - a.Start; c.to-c.from != 1 || n < 3 || n > 4 {
		return false
	}
	i, prev := f.token(c.to), f.token(c.from-1)
	if i < 0 || prev < 0 {
		return false
	}
	if !f.nounFollows(c.to) {
		p := &f.tokens[prev]
		return (p.UPOS == syntax.DET || p.XPOS == syntax.PRPS || p.XPOS == syntax.POS) && f.lower(c.to) != "of" && !f.is(c.to, f.lang.boundafter) &&
			f.tokens[i].XPOS != syntax.VBN
	}
	if prev > 0 && f.tokens[prev].UPOS == syntax.ADJ && f.tokens[prev-1].UPOS == syntax.NUM {
		return true // "five new 737 aircraft"
	}
	head, from := f.head(i)
	if head < 0 || head != from || f.tokens[head].XPOS != syntax.NN || f.is(f.atom(head), f.lang.collective) || f.is(f.atom(head), f.lang.invariant) || f.dash(c.to) {
		return false
	}
	w := f.word(head)
	return w[len(w)-1] != 's'
}

// yearLike says whether four digits are a year that no rule of times took: "the company's 2018 sales".
func (f *finder) yearLike(c candidate, d draft) bool {
	if d.low < 1900 || d.low > 2100 || d.low != float64(int(d.low)) || c.to-c.from != 1 {
		return false
	}
	if !f.nounFollows(c.to) || f.is(c.to, f.lang.yearly) && f.tagged(c.from-1, syntax.ADP) {
		return true // "from 2010 levels"
	}
	i := f.token(c.from - 1)
	return i >= 0 && f.scan.Atoms[c.from].End-f.scan.Atoms[c.from].Start == 4 &&
		(f.tokens[i].UPOS == syntax.NOUN || f.tokens[i].UPOS == syntax.PROPN || f.tokens[i].XPOS == syntax.POS)
}

// bare says whether a number without unit and noun is no figure: "one" as a pronoun.
func (f *finder) bare(d draft) bool {
	return d.words && d.low <= 1 && !d.share && !d.vague && d.from == nil && !d.ranged
}

// nameFollows says whether nothing but a name follows, so that the number belongs to it.
func (f *finder) nameFollows(atom int) bool {
	i := f.token(atom)
	if i < 0 || atom >= len(f.scan.Atoms) || !f.scan.Atoms[atom].Capital {
		return false
	}
	head, _ := f.head(i)
	return head >= 0 && f.tokens[head].XPOS == syntax.NNP && (head > i || f.tokens[i].UPOS == syntax.PROPN)
}

// nounFollows says whether the tokens from an atom on begin a noun phrase that the number can count.
func (f *finder) nounFollows(atom int) bool {
	i := f.token(atom)
	if i < 0 {
		return len(f.tokens) == 0 && atom < len(f.scan.Atoms) && f.scan.Atoms[atom].Kind == pattern.Letters
	}
	for end := min(len(f.tokens), i+phraseReach); i < end; i++ {
		switch f.tokens[i].UPOS {
		case syntax.ADJ, syntax.NUM:
			if f.is(f.atom(i), f.lang.timely) {
				return false
			}
		case syntax.CCONJ: // "digital and physical sales"
			if i == 0 || f.tokens[i-1].UPOS != syntax.ADJ {
				return false
			}
		case syntax.NOUN, syntax.PROPN:
			return true
		case syntax.PUNCT: // "30 Russian-made drones"
			if f.tokens[i].XPOS != syntax.HYPH || i == 0 || f.tokens[i-1].UPOS != syntax.ADJ {
				return false
			}
		case syntax.VERB:
			if !f.hyphened(i) || f.tokens[i].XPOS != syntax.VBN {
				return false
			}
		default:
			return false
		}
	}
	return false
}

// singularFollows says whether the noun phrase that follows is one thing, which a number above one can't count.
func (f *finder) singularFollows(atom int) bool {
	i := f.token(atom)
	if i < 0 {
		return false
	}
	head, _ := f.head(i)
	return head >= 0 && f.tokens[head].XPOS == syntax.NN
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
