package amounts

import (
	"strconv"
	"strings"

	"github.com/hearsay-news/hearsay/read/syntax"
	"github.com/hearsay-news/hearsay/read/times/pattern"
)

// build reads a match of the tables as a figure.
func (f *finder) build(m *pattern.Match) (draft, bool) {
	switch m.Rule.Kind {
	case "skip":
		return draft{skip: true}, true
	case "number":
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
		n := t.Num
		d := draft{words: f.scan.Atoms[t.Atom].Kind == pattern.Letters}
		d.multiplied = t.Val == "words" && !d.words
		if m.Rule.Args["minus"] != "" {
			if !f.minus(m.Atom, int(t.Atom)) {
				return d, false
			}
			n = -n
		}
		if s := m.Group("scaleabbr"); s != nil {
			if !f.scan.Atoms[s.Atom].Glued && s.End-s.Atom == 1 && len(f.scan.Word(int(s.Atom))) == 1 {
				return d, false // "3 m" is metres, "3m" may be millions
			}
			if n >= 1000 && len(f.scan.Word(int(s.Atom))) == 1 {
				return d, false
			}
			if f.lower(int(s.Atom)) == "t" && (!f.scan.Ends(m.Atom, f.lang.money) || f.scan.Word(int(s.Atom)) != "T") {
				return d, false // "5t" is tonnes, "$5T" trillions
			}
			if f.lower(int(s.Atom)) == "m" && !f.scan.Ends(m.Atom, f.lang.money) && !f.nounFollows(m.End) {
				return d, false // "37m deep"
			}
			n *= s.Num
			d.multiplied = true
		}
		d.low, d.high = n, n
		return d, true
	case "vulgar":
		n := 0.5
		if t := m.Group("vulgar"); t != nil {
			n = t.Num
		}
		if t := m.Group("num"); t != nil {
			n += t.Num
			return draft{low: n, high: n}, true
		}
		return draft{low: n, high: n, share: true, unit: "fraction"}, true
	case "fraction":
		return draft{low: m.Group("fraction").Num, high: m.Group("fraction").Num, share: true, unit: "fraction"}, true
	case "magnitude":
		return f.magnitude(m)
	case "part":
		n := 1.0
		if t := m.Group("num"); t != nil {
			n = t.Num
		}
		p := 0.5
		if t := m.Group("part"); t != nil {
			p = t.Num
		}
		if m.End < len(f.scan.Atoms) && f.scan.Atoms[m.End].Glued && f.lower(m.End) == "-" {
			return draft{}, false // "a third-party"
		}
		if n > 1 && f.scan.Word(m.End - 1)[len(f.scan.Word(m.End-1))-1] != 's' && m.Group("half") == nil {
			return draft{}, false
		}
		return draft{low: n * p, high: n * p, share: true, unit: "fraction", words: true}, n*p < 10
	case "one-in":
		a, b := m.Group("num").Num, m.Group("num2").Num
		if a >= b || a > 20 || b < 2 || b > 1e6 || b >= 1900 && b <= 2100 {
			return draft{}, false
		}
		return draft{low: a / b, high: a / b, share: true, unit: "fraction", words: true, oneIn: true}, true
	case "range":
		a, b := f.val(m.Group("val")), f.val(m.Group("val2"))
		if f.lower(m.Atom-1) == "by" && b.low > 2.5*a.low && f.moved(m.Atom-2) {
			return draft{}, false // "rose by 300 to 1,200"
		}
		return f.rangeOf(m, a, b)
	case "plus-minus":
		a, b := f.val(m.Group("val")), f.val(m.Group("val2"))
		d := *a
		d.low, d.high = a.low-b.low, a.low+b.low
		return d, b.low >= 0
	case "range-q":
		if m.Rule.Name == "range-q" && f.moved(m.Atom-1) {
			return draft{}, false // "rose 10 cents to 24 cents" is a step and where it led
		}
		a, b := f.val(m.Group("q")), f.val(m.Group("q2"))
		if a.form != b.form {
			return draft{}, false // "15 sen to RM2.70"
		}
		return f.rangeOf(m, a, b)
	case "money":
		return f.money(m)
	case "measure":
		return f.measure(m)
	case "age":
		d := f.inner(m)
		d.unit, d.kind = "year", Age
		if t := m.Group("age"); t != nil && f.lower(int(t.Atom)) != "year" && f.lower(int(t.Atom)) != "years" {
			d.unit = strings.TrimSuffix(f.lower(int(t.Atom)), "s")
		}
		return d, true
	case "duration":
		d := f.inner(m)
		d.unit, d.kind = m.Group("duration").Val, Duration
		return d, true
	case "strong":
		d := f.inner(m)
		return d, d.low > 5
	case "rate":
		d := *f.val(m.Group("q"))
		per := ""
		if t := m.Group("measure"); t != nil {
			per = f.lang.units[t.Val].name
		} else {
			per = m.Group("duration").Val
		}
		switch f.lower(m.End) {
		case "earlier", "ago", "before", "later", "after":
			return d, false // "$6 billion a year earlier"
		}
		if d.unit == "" || strings.HasSuffix(d.unit, " per "+per) || f.scan.Word(m.End-1) == "in" || strings.HasSuffix(f.lower(m.End-1), "s") && per != "square foot" {
			return d, false
		}
		d.unit += " per " + per
		return d, true
	case "move", "move-back":
		a, b := f.val(m.Group("from")), f.val(m.Group("to"))
		if b.unit == "" && m.Rule.Kind == "move" && (f.scan.Find(m.End, f.lang.measure) != nil || f.scan.Find(m.End, f.lang.moneyword) != nil) && a.unit != "" {
			return draft{}, false // "from 44 ml to 50 mg"
		}
		if a.unit != "" && b.unit != "" && a.unit != b.unit && !strings.HasPrefix(a.unit, b.unit+" per ") && !strings.HasPrefix(b.unit, a.unit+" per ") || a.low == b.low || a.vague || b.vague {
			return draft{}, false
		}
		d := *b
		if d.unit == "" || strings.HasPrefix(a.unit, d.unit+" per ") {
			d.unit, d.kind = a.unit, a.kind
		}
		from := *a
		d.from = &from
		return d, true
	}
	return draft{}, false
}

// dozen is "a dozen", "two dozen", "half a dozen", "a couple", "three pairs of".
func (f *finder) dozen(m *pattern.Match, num, group *pattern.Term) (draft, bool) {
	n := 1.0
	if num != nil {
		n = num.Num
	} else if f.lower(m.Atom) == "half" {
		n = 0.5
	}
	if group.Num == 20 && num == nil { // "a score" is a result
		return draft{}, false
	}
	n *= group.Num
	return draft{low: n, high: n, words: true}, n >= 2
}

// minus says whether the mark before a number is a sign: "-5", "minus 5", "$-5", and not a dash between words.
func (f *finder) minus(sign, num int) bool {
	a := f.scan.Atoms
	if f.lower(sign) == "minus" {
		return true
	}
	return num == sign+1 && a[num].Glued && (!a[sign].Glued || sign > 0 && (f.scan.Word(sign-1) == "$" || f.scan.Word(sign-1) == "("))
}

// moved says whether the word at an atom tells a movement or its step.
func (f *finder) moved(i int) bool {
	for n := 0; n < 2; n, i = n+1, i-1 {
		if w := f.lower(i); w == "by" {
			return true
		}
		if f.moving(i) != "" {
			return true
		}
	}
	return false
}

// inner is the value inside a quantity.
func (f *finder) inner(m *pattern.Match) draft {
	for _, name := range []string{"rng", "val"} {
		if t := m.Group(name); t != nil {
			return *f.val(t)
		}
	}
	return draft{low: 1, high: 1, words: true}
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

// rangeOf is "3 to 4", "between 44 mg and 50 mg".
func (f *finder) rangeOf(m *pattern.Match, a, b *draft) (draft, bool) {
	if a == nil || b == nil || a.skip || b.skip || a.unit != "" && b.unit != "" && a.unit != b.unit && !strings.HasPrefix(b.unit, a.unit+" per ") {
		return draft{}, false
	}
	d := *b
	if a.unit != "" && d.unit == "" {
		d.unit, d.kind = a.unit, a.kind
	}
	lo, hi := a.low, b.high
	if b.multiplied && !a.multiplied && lo < 1000 && hi >= 1000 { // 1.5 to 2 million
		scale := 1.0
		for hi/scale >= 1000 {
			scale *= 1000
		}
		lo *= scale
	}
	if lo > hi {
		return d, false
	}
	d.low, d.high, d.ranged = lo, hi, true
	return d, lo < hi
}

func (f *finder) money(m *pattern.Match) (draft, bool) {
	d := f.inner(m)
	t := m.Group("money")
	if t == nil {
		t = m.Group("moneyword")
	}
	u := f.lang.units[t.Val]
	if m.Rule.Name == "a-money" {
		switch f.lower(int(t.Atom)) {
		case "penny", "cent", "dollar", "euro":
		default:
			return d, false
		}
		if m.Atom > 0 && f.scan.Atoms[m.Atom-1].Kind != pattern.Mark && f.figureBefore(m.Atom) || f.nounFollows(m.End) {
			return d, false
		}
	}
	if d.share && d.unit == "fraction" && m.Group("money") != nil {
		return d, false
	}
	word := f.scan.Word(int(t.Atom))
	if word == "won" || word == "p" || word == "lev" || word == "lei" || word == "dong" {
		if i := f.token(int(t.Atom)); i >= 0 && f.tokens[i].UPOS == syntax.VERB || word == "p" && !f.scan.Atoms[t.Atom].Glued {
			return d, false
		}
	}
	if m.Rule.Name == "money-sym-after" && f.scan.Atoms[t.Atom].Kind == pattern.Letters && len(word) < 3 {
		return d, false
	}
	d.unit, d.kind, d.form = u.name, Money, "after"
	if m.Group("money") != nil && m.Rule.Name != "money-sym-after" {
		d.form = "before"
	}
	d.share = false
	d.low, d.high = d.low*u.scale, d.high*u.scale
	return d, true
}

// figureBefore says whether a number or unit stands right before an atom, so that "a" means "each".
func (f *finder) figureBefore(atom int) bool {
	return f.scan.Atoms[atom-1].Kind == pattern.Digits || f.scan.Ends(atom, f.lang.measure) || f.scan.Ends(atom, f.lang.moneyword)
}

// quoted says whether an odd number of quotation marks stands before an atom.
func (f *finder) quoted(atom int) bool {
	odd := false
	for i := max(0, atom-100); i < atom; i++ {
		if f.scan.Word(i) == "\"" {
			odd = !odd
		}
	}
	return odd
}

// measured says whether a word of extent follows: "2 1/2 in thick".
func (f *finder) measured(atom int) bool {
	switch f.lower(atom) {
	case "thick", "wide", "long", "deep", "tall", "high", "across", "square", ".", ",", ")":
		return true
	}
	return false
}

func (f *finder) measure(m *pattern.Match) (draft, bool) {
	d := f.inner(m)
	t := m.Group("measure")
	u := f.lang.units[t.Val]
	word := f.scan.Word(int(t.Atom))
	letters := f.scan.Atoms[t.Atom].Kind == pattern.Letters
	if letters && len(word) <= 2 && t.End-t.Atom == 1 { // symbols stand after digits only
		if d.words || m.Rule.Name == "a-measure" {
			return d, false
		}
		if word == "in" && int(t.End) < len(f.scan.Atoms) && f.measured(int(t.End)) {
			letters = false
		} else if word == "in" || word == "C" || word == "K" || word == "m" || word == "g" || word == "B" || word == "V" || word == "N" || word == "W" || word == "J" || word == "l" {
			if !f.scan.Atoms[t.Atom].Glued && (word == "in" || word == "B" || word == "K") && int(t.End) < len(f.scan.Atoms) && f.scan.Atoms[t.End].Kind != pattern.Mark {
				return d, false
			}
		}
	}
	if word == "\"" && (!f.scan.Atoms[t.Atom].Glued || d.words || f.quoted(int(t.Atom))) {
		return d, false // a closing quotation mark
	}
	if word == "b" && f.scan.Atoms[t.Atom].Glued && d.low < 1000 {
		return d, false // "5b" is billions
	}
	if m.Rule.Name == "measure-and" {
		d.low, d.high = d.low+0.5, d.high+0.5
	}
	if m.Rule.Name == "a-measure" {
		switch u.name {
		case "bit", "percent", "degree", "barrel", "knot", "stone", "second", "ton", "foot", "yard", "pound", "cup":
			return d, false
		}
		if m.Atom > 0 && (f.scan.Atoms[m.Atom-1].Kind == pattern.Digits || f.lower(m.Atom-1) == "us" || f.lower(m.Atom-1) == "million") {
			return d, false
		}
	}
	d.unit, d.kind, d.form = u.name, Measure, "after"
	if u.name == "percent" {
		d.kind, d.share = Share, true
	} else {
		d.share = false
	}
	if u.name == "pound" && d.low >= 1e5 {
		d.unit, d.kind = "GBP", Money
	}
	return d, true
}
