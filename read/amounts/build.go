package amounts

import (
	"strconv"
	"strings"

	"github.com/hearsay-news/hearsay/read/syntax"
	"github.com/hearsay-news/hearsay/read/times/pattern"
)

// build reads a match of the tables as a figure.
func (f *finder) build(m *pattern.Match) (draft, bool) {
	if read := builders[m.Rule.Kind]; read != nil {
		return read(f, m)
	}
	return draft{}, false
}

// builders say for each kind of rule of lang/en/amounts how its matches are read. False drops the match.
var builders = map[string]func(*finder, *pattern.Match) (draft, bool){
	"skip":       func(*finder, *pattern.Match) (draft, bool) { return draft{skip: true}, true },
	"pronoun":    func(f *finder, m *pattern.Match) (draft, bool) { return draft{skip: true}, !f.nounFollows(m.End) }, // "the one"
	"number":     (*finder).number,                                                                                    // "12", "minus 5", "two dozen"
	"vulgar":     (*finder).vulgar,                                                                                    // "2½", "two and a half million"
	"fraction":   (*finder).fraction,                                                                                  // "1/2"
	"magnitude":  (*finder).magnitude,                                                                                 // "tens of thousands"
	"part":       (*finder).parts,                                                                                     // "two thirds"
	"mixed":      (*finder).mixed,                                                                                     // "five and a quarter"
	"one-in":     (*finder).oneIn,                                                                                     // "one in five"
	"range":      (*finder).rangeRule,                                                                                 // "3 to 4"
	"plus-minus": (*finder).plusMinus,                                                                                 // "5 ± 1"
	"range-q":    (*finder).rangeUnits,                                                                                // "$3 to $4"
	"money":      (*finder).money,                                                                                     // "$1.5bn"
	"measure":    (*finder).measure,                                                                                   // "5-7 km"
	"scaled":     (*finder).scaled,                                                                                    // "magnitude 7.2"
	"age":        (*finder).age,                                                                                       // "25 years old"
	"duration":   (*finder).duration,                                                                                  // "three weeks"
	"fold":       (*finder).fold,                                                                                      // "threefold"
	"none-of":    func(*finder, *pattern.Match) (draft, bool) { return draft{words: true}, true },
	"no":         func(*finder, *pattern.Match) (draft, bool) { return draft{words: true}, true },
	"rest":       func(*finder, *pattern.Match) (draft, bool) { return draft{words: true}, true },
	"both":       func(*finder, *pattern.Match) (draft, bool) { return draft{low: 2, high: 2, words: true}, true },
	"majority": func(*finder, *pattern.Match) (draft, bool) {
		return draft{low: 0.5, high: 0.5, share: true, unit: "fraction", words: true, majority: true}, true
	},
	"strong":    (*finder).strong, // "3,000-strong"
	"parted":    (*finder).parted, // "5 feet 2 inches"
	"rate":      (*finder).rated,  // "90 kilometres per hour"
	"part-of":   (*finder).part,   // "half a mile"
	"move":      (*finder).move,   // "from 8,200 to 3,100"
	"move-back": (*finder).move,   // "to 3,100 from 8,200"
}

// vulgar reads "½", "2½", "a million and a half", "two and a half million".
func (f *finder) vulgar(m *pattern.Match) (draft, bool) {
	n := 0.5
	if t := m.Group("vulgar"); t != nil {
		n = t.Num
	}
	t := m.Group("num")
	if t == nil {
		return draft{low: n, high: n, share: true, unit: "fraction"}, true
	}
	n += t.Num
	d := draft{}
	if s := f.scan.Find(int(t.End)-1, f.lang.scale); s != nil && int(t.End) > int(t.Atom)+1 { // "a million and a half"
		n, d.scale = t.Num+s.Num/2, s.Num
	}
	if t := m.Group("scale"); t != nil { // "two and a half million"
		n, d.scale = n*t.Num, t.Num
	}
	d.low, d.high = n, n
	return d, true
}

func (f *finder) fraction(m *pattern.Match) (draft, bool) {
	n := m.Group("fraction").Num
	return draft{low: n, high: n, share: true, unit: "fraction"}, true
}

// parts reads "half", "a third", "two thirds"; more than one are in the plural.
func (f *finder) parts(m *pattern.Match) (draft, bool) {
	n, p := 1.0, 0.5
	if t := m.Group("num"); t != nil {
		n = t.Num
	}
	if t := m.Group("part"); t != nil {
		p = t.Num
	}
	if m.End < len(f.scan.Atoms) && f.scan.Atoms[m.End].Glued && f.lower(m.End) == "-" {
		return draft{}, false // "a third-party"
	}
	if m.Group("num") == nil && m.Group("half") == nil && (p != 0.25 || f.lower(m.End-1) == "fourth") && f.nounFollows(m.End) {
		return draft{}, false // "a third car", "a fourth estate"
	}
	if n > 1 && !strings.HasSuffix(f.scan.Word(m.End-1), "s") && m.Group("half") == nil {
		return draft{}, false
	}
	return draft{low: n * p, high: n * p, share: true, unit: "fraction", words: true}, n*p < 10
}

// oneIn reads "one in five", "nine out of ten": a fraction, whatever unit follows.
func (f *finder) oneIn(m *pattern.Match) (draft, bool) {
	a, b := m.Group("num").Num, m.Group("num2").Num
	if a >= b || b < 2 || b > 1e6 || b >= 1900 && b <= 2100 || a > 20 && f.lower(int(m.Group("num").End)) != "out" {
		return draft{}, false
	}
	return draft{low: a / b, high: a / b, share: true, unit: "fraction", words: true, oneIn: true}, true
}

// rangeRule reads "3 to 4", "between 3 and 4".
func (f *finder) rangeRule(m *pattern.Match) (draft, bool) {
	a, b := f.val(m.Group("val")), f.val(m.Group("val2"))
	if f.lower(m.Atom-1) == "by" && b.low > 2.5*a.low && f.scan.Find(m.End, f.lang.measure) == nil && f.clauseMoves(m.Atom-1) {
		return draft{}, false // "rose by 300 to 1,200"
	}
	return f.rangeOf(m, a, b)
}

func (f *finder) plusMinus(m *pattern.Match) (draft, bool) {
	a, b := f.val(m.Group("val")), f.val(m.Group("val2"))
	d := *a
	d.low, d.high = a.low-b.low, a.low+b.low
	return d, b.low >= 0
}

// rangeUnits reads "$3 to $4", "5 km to 7 km". Downwards it is a movement, "1.3 volts to 0.3 volts".
func (f *finder) rangeUnits(m *pattern.Match) (draft, bool) {
	if m.Rule.Name == "range-q" && f.stepped(m.Atom-1) {
		return draft{}, false // "rose 10 cents to 24 cents" is a step and where it led
	}
	a, b := f.val(m.Group("q")), f.val(m.Group("q2"))
	if a.form != b.form {
		return draft{}, false // "15 sen to RM2.70"
	}
	if a.low > b.high && a.unit == b.unit && a.from == nil && f.lower(int(m.Group("q").End)) == "to" {
		return moved(*a, *b, int(m.Group("q2").Atom)), !a.ranged && !a.vague && !b.vague
	}
	return f.rangeOf(m, a, b)
}

// scaled reads a number on a scale that is named before it: "a magnitude 7.2 quake".
func (f *finder) scaled(m *pattern.Match) (draft, bool) {
	d, ok := f.inner(m)
	d.unit, d.kind, d.form = "magnitude", Measure, "after"
	return d, ok && !d.share && d.low >= 1 && d.low < 11
}

func (f *finder) age(m *pattern.Match) (draft, bool) {
	d, ok := f.inner(m)
	d.unit, d.kind = "year", Age
	if t := m.Group("age"); t != nil && f.lower(int(t.Atom)) != "year" && f.lower(int(t.Atom)) != "years" {
		d.unit = strings.TrimSuffix(f.lower(int(t.Atom)), "s")
	}
	return d, ok
}

func (f *finder) duration(m *pattern.Match) (draft, bool) {
	d, ok := f.inner(m)
	d.unit, d.kind = m.Group("duration").Val, Duration
	d.share = false // "half an hour" is no share of anything
	if m.Rule.Name == "duration-and" {
		d.low, d.high = d.low+0.5, d.high+0.5
	}
	return d, ok
}

// fold reads "threefold", "12-fold", "5x".
func (f *finder) fold(m *pattern.Match) (draft, bool) {
	d := draft{unit: "time", kind: Count, words: true}
	if t := m.Group("times"); t != nil {
		d.low, d.high = t.Num, t.Num
		return d, true
	}
	v, ok := f.inner(m)
	if m.Rule.Name == "x-fold" && (v.words || !f.scan.Atoms[m.End-1].Glued || m.End < len(f.scan.Atoms) && f.scan.Atoms[m.End].Glued) {
		return d, false // "2 x 4", "4x4"
	}
	d.low, d.high = v.low, v.high
	return d, ok && d.low > 1
}

func (f *finder) strong(m *pattern.Match) (draft, bool) {
	d, ok := f.inner(m)
	return d, ok && d.low > 5
}

// number reads "12", "minus 5", "1.2m", "two dozen".
func (f *finder) number(m *pattern.Match) (draft, bool) {
	t := m.Group("num")
	if t == nil {
		t = m.Group("none")
	}
	for _, name := range []string{"dozen", "couple", "pair"} {
		if g := m.Group(name); g != nil {
			return f.dozen(m, t, g)
		}
	}
	if t == nil {
		return draft{}, false
	}
	if w := f.scan.Word(int(t.Atom)); len(w) > 1 && w[0] == '0' {
		return draft{}, false // a code
	}
	if f.splitYear(int(t.Atom)) || f.apart(t) {
		return draft{}, false
	}
	n := t.Num
	d := draft{words: f.scan.Atoms[t.Atom].Kind == pattern.Letters}
	d.scale = f.multiplier(t)
	if m.Rule.Args["minus"] != "" {
		if !f.minus(m.Atom, int(t.Atom)) {
			return d, false
		}
		n = -n
	}
	if s := m.Group("scaleabbr"); s != nil {
		if !f.abbreviates(m, s) {
			return d, false
		}
		if !f.scan.Atoms[s.Atom].Glued && s.End-s.Atom == 1 && len(f.scan.Word(int(s.Atom))) == 1 && !f.unitFollows(m.End) {
			return d, false // "3 m" is metres, "3m" and "3 m litres" may be millions
		}
		if n >= 1000 && len(f.scan.Word(int(s.Atom))) == 1 || n >= 100 && n != float64(int(n)) && f.scan.Word(int(s.Atom)) == "K" {
			return d, false // "573.15K" is a temperature
		}
		if f.lower(int(s.Atom)) == "t" && (!f.scan.Ends(m.Atom, f.lang.money) || f.scan.Word(int(s.Atom)) != "T") {
			return d, false // "5t" is tonnes, "$5T" trillions
		}
		n *= s.Num
		d.scale = s.Num
	}
	d.low, d.high = n, n
	return d, true
}

// abbreviates says whether one letter after digits can be a multiplier: "$3m", "3m have fled", "5K fans"; but "37m deep", "4K video", "3M said".
func (f *finder) abbreviates(m *pattern.Match, letter *pattern.Term) bool {
	w := f.scan.Word(int(letter.Atom))
	if len(w) != 1 || f.scan.Ends(m.Atom, f.lang.money) {
		return true
	}
	switch {
	case w == "m":
		return f.nounFollows(m.End) || f.peopleFollow(m.End)
	case w == "M" || w == "K" || w == "G":
		if f.properFollows(m.End) || f.lower(m.Atom-1) == "the" || f.lower(m.Atom-1) == "of" && w == "M" {
			return false
		}
		return f.pluralFollows(m.End) || w == "K" && m.End > len(f.scan.Atoms)-2 || f.scan.Ends(m.End, f.lang.moneyword)
	}
	return true
}

// peopleFollow says whether people are left out after a number: "3m have fled", "up to 3m affected".
func (f *finder) peopleFollow(atom int) bool {
	if f.is(atom, f.lang.victim) {
		return true
	}
	switch f.lower(atom) {
	case "have", "were", "are", "had":
		return true
	}
	return false
}

// pluralFollows says whether the noun phrase that follows is in the plural, or no noun is known to follow at all.
func (f *finder) pluralFollows(atom int) bool {
	i := f.token(atom)
	if i < 0 || atom >= len(f.scan.Atoms) {
		return true
	}
	head, _ := f.head(i)
	return head >= 0 && (f.tokens[head].XPOS == syntax.NNS || f.tokens[head].XPOS == syntax.NNPS || f.is(f.atom(head), f.lang.invariant))
}

// splitYear says whether digits are the second half of a year like "2017/18" or "2012–13".
func (f *finder) splitYear(atom int) bool {
	a := f.scan.Atoms
	if atom < 2 || len(f.scan.Word(atom)) != 2 || !a[atom].Glued || !a[atom-1].Glued || f.scan.Word(atom-1) != "/" && !f.dash(atom-1) {
		return false
	}
	first, err := strconv.Atoi(f.scan.Word(atom - 2))
	second, err2 := strconv.Atoi(f.scan.Word(atom))
	return err == nil && err2 == nil && first >= 1800 && first < 2200 && second == (first+1)%100
}

// apart says whether a number with a blank in it, "5 200", is two: a day or a label and then a number, "on May 12 300 people", "room 12 300
// people waited in", or a number that belongs to what follows, "three 100-metre runs".
func (f *finder) apart(num *pattern.Term) bool {
	from, to := int(num.Atom), int(num.End)
	a := f.scan.Atoms
	if to != from+2 || a[from].Kind != pattern.Digits || a[from+1].Kind != pattern.Digits {
		return false
	}
	if f.scan.Word(from + 1)[0] == '0' {
		return false // nobody counts 009 things
	}
	for i := f.next; i < len(f.when) && f.when[i].Start < int(a[from].End); i++ {
		if f.when[i].End > int(a[from].Start) {
			return true
		}
	}
	if f.dash(to) && a[to].Glued || f.is(from-1, f.lang.label) {
		return true
	}
	i := f.token(from - 1)
	return from > 0 && i >= 0 && (f.tokens[i].XPOS == syntax.NNP || f.dash(from-1) && a[from].Glued) || f.dash(from-1) && a[from].Glued
}

// mixed is "five and a quarter", "two and two-thirds", "3 million and a half". One "third" after "and" is one more of something.
func (f *finder) mixed(m *pattern.Match) (draft, bool) {
	num, part, n := m.Group("num"), m.Group("part"), 1.0
	if t := m.Group("num2"); t != nil {
		n = t.Num
	} else if part.Num < 0.25 || part.Num > 0.25 && part.Num < 0.5 || strings.HasSuffix(f.lower(int(part.Atom)), "th") {
		return draft{}, false
	}
	if n*part.Num >= 1 || n > 1 && !strings.HasSuffix(f.lower(int(part.End)-1), "s") {
		return draft{}, false
	}
	d := draft{words: f.scan.Atoms[num.Atom].Kind == pattern.Letters, scale: f.multiplier(num)}
	d.low = num.Num + n*part.Num*max(1, d.scale)
	d.high = d.low
	return d, true
}

// multiplier is the scale that a number ends with, "3 million": 0 for none.
func (f *finder) multiplier(num *pattern.Term) float64 {
	last := int(num.End) - 1
	if last == int(num.Atom) {
		return 0
	}
	if s := f.scan.Find(last, f.lang.scale); s != nil {
		return s.Num
	}
	if s := f.scan.Find(last, f.lang.hundred); s != nil {
		return s.Num
	}
	return 0
}

// dozen is "a dozen", "two dozen", "half a dozen", "a couple", "three pairs of".
func (f *finder) dozen(m *pattern.Match, num, group *pattern.Term) (draft, bool) {
	n := 1.0
	if num != nil {
		n = num.Num
	} else if f.lower(m.Atom) == "half" || f.lower(m.Atom+1) == "half" {
		n = 0.5
	}
	if group.Num == 20 && num == nil { // "a score" is a result
		return draft{}, false
	}
	if f.is(int(group.Atom), f.lang.couple) && f.lower(m.End-1) == "couple" && f.twoPeople(m) {
		return draft{}, false
	}
	n *= group.Num
	for _, name := range []string{"hundred", "scale"} { // "a couple of hundred"
		if t := m.Group(name); t != nil {
			n *= t.Num
		}
	}
	return draft{low: n, high: n, words: true}, n >= 2
}

// twoPeople says whether "couple" means two people: "the couple", "any other couple". "A couple more", "a couple weeks" are two.
func (f *finder) twoPeople(m *pattern.Match) bool {
	return f.lower(m.End) != "more" && (f.lower(m.Atom) == "the" || !f.nounFollows(m.End))
}

// minus says whether the mark before a number is a sign: "-5", "minus 5", "$-5", and not a dash between words.
func (f *finder) minus(sign, num int) bool {
	a := f.scan.Atoms
	if f.lower(sign) == "minus" {
		return true
	}
	return num == sign+1 && a[num].Glued && (!a[sign].Glued || sign > 0 && (f.scan.Word(sign-1) == "$" || f.scan.Word(sign-1) == "("))
}

// inner is the value inside a quantity. "Two out of five hundred litres" has none: it is a fraction.
func (f *finder) inner(m *pattern.Match) (draft, bool) {
	for _, name := range []string{"rng", "val"} {
		if t := m.Group(name); t != nil {
			d := *f.val(t)
			return d, !d.oneIn
		}
	}
	return draft{low: 1, high: 1, words: true}, true
}

func (f *finder) magnitude(m *pattern.Match) (draft, bool) {
	bounds := func(t *pattern.Term) (lo, hi float64) {
		a, b, _ := strings.Cut(t.Val, "-")
		lo, _ = strconv.ParseFloat(a, 64)
		hi, _ = strconv.ParseFloat(b, 64)
		return
	}
	d := draft{vague: true, words: true}
	if t := m.Group("several"); t != nil {
		d.low, d.high = bounds(t)
		for _, name := range []string{"hundred", "scale", "dozen"} {
			if s := m.Group(name); s != nil {
				d.low, d.high = d.low*s.Num, d.high*s.Num
			}
		}
		return d, true
	}
	t := m.Group("magnitude")
	d.low, d.high = bounds(t)
	if t2 := m.Group("magnitude2"); t2 != nil {
		lo, _ := bounds(t2)
		d.low, d.high = d.low*lo, d.high*lo
	}
	if f.lower(m.Atom) == "scores" || f.lower(m.Atom) == "tens" {
		if m.Group("magnitude2") == nil && f.lower(int(t.End)) != "of" && f.lower(int(t.End)) != "more" {
			return d, false // "scores" are results
		}
	}
	return d, true
}
