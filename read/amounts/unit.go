package amounts

import (
	"github.com/hearsay-news/hearsay/read/syntax"
	"github.com/hearsay-news/hearsay/read/times/pattern"
)

// money reads "$1.5bn", "20 million pounds", "a dollar".
func (f *finder) money(m *pattern.Match) (draft, bool) {
	d, ok := f.inner(m)
	if !ok {
		return d, false
	}
	t := m.Group("money")
	if t == nil {
		t = m.Group("moneyword")
	}
	u := f.lang.units[t.Val]
	if m.Rule.Name == "a-money" && (!f.is(int(t.Atom), f.lang.coin) || f.figureBefore(m.Atom) || f.nounFollows(m.End)) {
		return d, false
	}
	if d.share && d.unit == "fraction" && m.Group("money") != nil || f.scan.Word(int(t.Atom)) == "A" && (t.Atom == 0 || t.End > t.Atom+1 && !f.scan.Atoms[t.Atom+1].Glued) {
		return d, false // "A $5 fee" opens with an article
	}
	word := f.scan.Word(int(t.Atom))
	if word == "Cent" && d.low != 1 {
		return d, false // "50 Cent" is a name
	}
	if f.is(int(t.Atom), f.lang.notmoney) { // "won", "lev": other words too
		if i := f.token(int(t.Atom)); i >= 0 && f.tokens[i].UPOS == syntax.VERB && d.scale < 1e6 || word == "p" && !f.scan.Atoms[t.Atom].Glued {
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
	d.cents = u.scale < 1
	if t := m.Group("scale"); t != nil { // "75 USD million"
		d.low, d.high = d.low*t.Num, d.high*t.Num
	}
	return d, true
}

// parted reads a quantity and its smaller part as one: "5 feet 2 inches", "3 dollars and 50 cents".
func (f *finder) parted(m *pattern.Match) (draft, bool) {
	a, b := f.val(m.Group("q")), f.val(m.Group("q2"))
	n := f.lang.parts[[2]string{a.unit, b.unit}]
	if a.kind == Money && a.unit == b.unit && b.cents && !a.cents {
		n, b = 100, &draft{low: 100 * b.low}
	}
	if n == 0 || a.low != a.high || b.low >= n || b.low < 0 || a.low != float64(int64(a.low)) {
		return draft{}, false
	}
	d := *a
	d.low += b.low / n
	d.high = d.low
	return d, true
}

// figureBefore says whether a number or unit stands right before an atom, so that "a" means "each".
func (f *finder) figureBefore(atom int) bool {
	if atom == 0 || f.scan.Atoms[atom-1].Kind == pattern.Mark {
		return false
	}
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

// measure reads "5-7 km", "two and a half miles", "a kilometre", "40 percent".
func (f *finder) measure(m *pattern.Match) (draft, bool) {
	d, ok := f.inner(m)
	if !ok {
		return d, false
	}
	t := m.Group("measure")
	u := f.lang.units[t.Val]
	if !f.symbol(m, t, &d) {
		return d, false
	}
	switch m.Rule.Name {
	case "measure-and":
		d.low, d.high = d.low+0.5, d.high+0.5
	case "a-measure":
		if f.is(int(t.Atom), f.lang.noarticle) || u.name == "magnitude" || m.Atom > 0 && (f.scan.Atoms[m.Atom-1].Kind == pattern.Digits || f.lower(m.Atom-1) == "us" || f.lower(m.Atom-1) == "million") {
			return d, false
		}
	}
	if u.name == "metre" && f.lower(int(t.Atom)) == "m" && (f.peopleFollow(m.End) && d.low < 1000 || f.lower(m.Atom-1) == "#") {
		return d, false // "up to 3m affected", "# 30m" for pounds
	}
	if u.name == "metre" && f.lower(int(t.Atom)) == "m" && f.unitFollows(m.End) {
		return d, false // "9.5 m litres" are millions
	}
	d.unit, d.kind, d.form = u.name, Measure, "after"
	d.share = u.name == "percent"
	if d.share {
		d.kind = Share
	}
	if u.name == "pound" && d.low >= 1e5 && !f.weighs(m.Atom) {
		d.unit, d.kind = "GBP", Money
	}
	return d, true
}

// weighReach is how many atoms before a number a verb of weighing is looked for: "weighing some 150,000 pounds".
const weighReach = 4

// weighs says whether a verb of weighing stands shortly before an atom.
func (f *finder) weighs(atom int) bool {
	for i := max(0, atom-weighReach); i < atom; i++ {
		if f.is(i, f.lang.weighing) {
			return true
		}
	}
	return false
}

// unitFollows says whether a unit that is a word stands at an atom: "litres", not "in".
func (f *finder) unitFollows(atom int) bool {
	return atom < len(f.scan.Atoms) && f.scan.Find(atom, f.lang.measure) != nil && len(f.scan.Word(atom)) > 2
}

// symbol says whether a unit's symbol is meant as such: short ones stand after digits only, "in" and "K" are words or thousands too, and a
// straight quotation mark is an inch only where it closes no quotation.
func (f *finder) symbol(m *pattern.Match, t *pattern.Term, d *draft) bool {
	a := f.scan.Atoms[t.Atom]
	word := f.scan.Word(int(t.Atom))
	if a.Kind == pattern.Letters && len(word) <= 2 && t.End-t.Atom == 1 {
		if (d.words || m.Rule.Name == "a-measure") && (len(word) == 1 || m.Rule.Name == "a-measure" || f.is(int(t.Atom), f.lang.notsymbol)) {
			return false // "two km", but not "two in"
		}
		next := int(t.End)
		if word == "in" && f.dash(next) {
			return false // "a 1-in-5 chance"
		}
		inches := word == "in" && next < len(f.scan.Atoms) && f.is(next, f.lang.extent)
		if !inches && !a.Glued && (word == "in" || word == "B" || word == "K") && next < len(f.scan.Atoms) && f.scan.Atoms[next].Kind != pattern.Mark {
			return false
		}
	}
	if word == "K" && f.nounFollows(int(t.End)) {
		return false // "4K video"
	}
	if word == "\"" && (!a.Glued || d.words || f.quoted(int(t.Atom))) {
		return false
	}
	return word != "b" || !a.Glued || d.low >= 1000 // "5b" is billions
}

// part reads a share of one unit as a quantity: "half a mile", "1/16 of a pint", "a quarter of a million".
func (f *finder) part(m *pattern.Match) (draft, bool) {
	d, ok := f.inner(m)
	if !ok || !d.share || d.unit != "fraction" || d.low > 1 {
		return d, false
	}
	if end := int(m.Group("val").End); m.Group("scale") == nil && f.lower(end) != "of" && f.lower(end-1) != "half" {
		return d, false // "a third a day"
	}
	d.share = false
	switch t := m.Group("scale"); {
	case t != nil:
		d.low, d.high = d.low*t.Num, d.high*t.Num
		d.unit, d.scale = "", t.Num
	case m.Group("duration") != nil:
		d.unit, d.kind = m.Group("duration").Val, Duration
	default:
		u := f.lang.units[m.Group("measure").Val]
		if u.name == "percent" {
			d.share = true
		}
		d.unit, d.kind, d.form = u.name, Measure, "after"
	}
	return d, true
}

// rated reads "90 kilometres per hour", "$3,500 a month".
func (f *finder) rated(m *pattern.Match) (draft, bool) {
	d := *f.val(m.Group("q"))
	per := ""
	if t := m.Group("measure"); t != nil {
		per = f.lang.units[t.Val].name
	} else {
		per = m.Group("duration").Val
	}
	last := f.lower(m.End - 1)
	if f.is(m.End, f.lang.since) || d.unit == "" || per == "percent" || last == "in" || last[len(last)-1] == 's' && per != "square foot" {
		return d, false // "$6 billion a year earlier"
	}
	if suffix := " per " + per; len(d.unit) > len(suffix) && d.unit[len(d.unit)-len(suffix):] == suffix {
		return d, false
	}
	d.unit += " per " + per
	return d, true
}
