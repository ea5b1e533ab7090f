package align

import (
	"slices"

	"github.com/hearsay-news/hearsay/compare/pages"
	"github.com/hearsay-news/hearsay/compare/words"
	"github.com/hearsay-news/hearsay/text"
)

// Change is one place where two wordings that are otherwise alike part: "not", a day, a name.
type Change struct {
	Kind Kind // "" where the words only say it otherwise
	A, B text.Span

	denial bool // one side denies what both tell
}

// Diff is what two wordings have in common, in order, and where they part.
type Diff struct {
	Common  int // words in both, in the same order
	Shorter int // words of the shorter one
	Longer  int
	Run     int // the longest run of common words
	Changes []Change
	Other   float64 // weight of the words that stand in each other's place
	Extra   float64 // weight of all words that are not common
}

// Contrary lists the kinds of the changes that make the wordings contrary, each once, in order of their places.
func (d *Diff) Contrary() []Kind {
	var out []Kind
	for _, c := range d.Changes {
		seen := c.Kind == ""
		for _, k := range out {
			seen = seen || k == c.Kind
		}
		if !seen {
			out = append(out, c.Kind)
		}
	}
	return out
}

// Longest is how many words of a wording are compared.
const Longest = 300

// Wording lays two stretches of words on each other, word by word.
func (al *Aligner) Wording(pa *pages.Page, a []words.Word, pb *pages.Page, b []words.Word) Diff {
	a, b = a[:min(len(a), Longest)], b[:min(len(b), Longest)]
	al.set.Steps.Take(1 + len(a)*len(b))
	d := Diff{Shorter: min(len(a), len(b)), Longer: max(len(a), len(b))}
	table := al.table(a, b)
	d.Common = int(table[0])
	whole := [2]side{{pa, a}, {pb, b}}
	gaps := al.gaps(&d, table, whole)
	first := al.firstTime(a) != al.firstTime(b)
	for i := range gaps {
		g := &gaps[i]
		d.Other += min(al.weigh(al.unlike(g.a, g.b)), al.weigh(al.unlike(g.b, g.a)))
		d.Extra += al.weigh(g.a) + al.weigh(g.b)
		g.first = first
		g.island = g.stops || i+1 < len(gaps) && gaps[i+1].stops && g.thin
		al.judge(&d, g)
	}
	d.even()
	return d
}

// even takes denials out that undo each other: "the alarms did not sound" and "no alarm went off" say the same.
func (d *Diff) even() {
	n := 0
	for _, c := range d.Changes {
		if c.denial {
			n++
		}
	}
	if n%2 == 0 {
		d.Changes = slices.DeleteFunc(d.Changes, func(c Change) bool { return c.denial })
	}
}

// table[i*(len(b)+1)+j] is how many words a[i:] and b[j:] have in common, in order.
func (al *Aligner) table(a, b []words.Word) []int16 {
	w := len(b) + 1
	table := make([]int16, (len(a)+1)*w)
	for i := len(a) - 1; i >= 0; i-- {
		for j := len(b) - 1; j >= 0; j-- {
			if al.form(a[i]) == al.form(b[j]) {
				table[i*w+j] = table[(i+1)*w+j+1] + 1
			} else {
				table[i*w+j] = max(table[(i+1)*w+j], table[i*w+j+1])
			}
		}
	}
	return table
}

// gaps are the stretches between common words, in order.
func (al *Aligner) gaps(d *Diff, table []int16, whole [2]side) []gap {
	a, b := whole[0].words, whole[1].words
	w := len(b) + 1
	var out []gap
	add := func(i, x, j, y int, edge bool) {
		g := gap{whole: whole, a: a[i:x], b: b[j:y], edge: edge, thin: true}
		g.stops = whole[0].stops(i, x) || whole[1].stops(j, y)
		out = append(out, g)
	}
	i, j, run := 0, 0, 0
	for i < len(a) && j < len(b) {
		if al.form(a[i]) == al.form(b[j]) {
			if n := len(out); n > 0 && !al.set.Vocabulary.Forms[a[i].Form].Stop {
				out[n-1].thin = false
			}
			i, j, run = i+1, j+1, run+1
			d.Run = max(d.Run, run)
			continue
		}
		first := i == 0 || j == 0
		x, y := i, j
		for i < len(a) && j < len(b) && al.form(a[i]) != al.form(b[j]) {
			if table[(i+1)*w+j] >= table[i*w+j+1] {
				i++
			} else {
				j++
			}
		}
		if i == len(a) || j == len(b) {
			add(x, len(a), y, len(b), true)
			return out
		}
		add(x, i, y, j, first)
		run = 0
	}
	if i < len(a) || j < len(b) {
		add(i, len(a), j, len(b), true)
	}
	return out
}

// form is what a word is compared by: "I will" and "he would" are one, as somebody's words are when they are reported.
func (al *Aligner) form(w words.Word) uint32 {
	if int(w.Form) < len(al.reported) {
		return al.reported[w.Form]
	}
	return w.Form
}

// firstTime says whether words tell that something happens as it never did before.
func (al *Aligner) firstTime(list []words.Word) bool {
	for _, w := range list {
		if al.tables.Is("first", al.set.Vocabulary.Forms[w.Form].Text) {
			return true
		}
	}
	return false
}
