package align

import (
	"slices"
	"sort"
	"strings"

	"github.com/hearsay-news/hearsay/compare/pages"
	"github.com/hearsay-news/hearsay/compare/words"
	"github.com/hearsay-news/hearsay/read/clauses"
	"github.com/hearsay-news/hearsay/text"
)

// Change is one place where two wordings that are otherwise alike part: "not", a day, a name.
type Change struct {
	Kind Kind // "" where the words only say it otherwise
	A, B text.Span
}

// Diff is what two wordings have in common, in order, and where they part.
type Diff struct {
	Common  int // words in both, in the same order
	Shorter int // words of the shorter one
	Longer  int
	Run     int // the longest run of common words
	Changes []Change
	first   bool    // one of them says "for the first time", as the other may say "never before"
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
	d := Diff{Shorter: min(len(a), len(b)), Longer: max(len(a), len(b)), first: al.firstTime(a) != al.firstTime(b)}
	w := len(b) + 1
	table := make([]int16, (len(a)+1)*w) // table[i][j]: common words of a[i:] and b[j:]
	for i := len(a) - 1; i >= 0; i-- {
		for j := len(b) - 1; j >= 0; j-- {
			if al.form(a[i]) == al.form(b[j]) {
				table[i*w+j] = table[(i+1)*w+j+1] + 1
			} else {
				table[i*w+j] = max(table[(i+1)*w+j], table[i*w+j+1])
			}
		}
	}
	d.Common = int(table[0])
	i, j, run, first := 0, 0, 0, true
	for i < len(a) && j < len(b) {
		if al.form(a[i]) == al.form(b[j]) {
			i, j, run, first = i+1, j+1, run+1, false
			d.Run = max(d.Run, run)
			continue
		}
		run = 0
		x, y := i, j
		for i < len(a) && j < len(b) && al.form(a[i]) != al.form(b[j]) {
			if table[(i+1)*w+j] >= table[i*w+j+1] {
				i++
			} else {
				j++
			}
		}
		if i == len(a) || j == len(b) {
			al.gap(&d, pa, a[x:], pb, b[y:], true)
			return d
		}
		al.gap(&d, pa, a[x:i], pb, b[y:j], first)
	}
	if i < len(a) || j < len(b) {
		al.gap(&d, pa, a[i:], pb, b[j:], true)
	}
	return d
}

// form is what a word is compared by: "I will" and "he would" are one, as somebody's words are when they are reported.
func (al *Aligner) form(w words.Word) uint32 {
	if int(w.Form) < len(al.reported) {
		return al.reported[w.Form]
	}
	return w.Form
}

// gap judges the words between two common ones; those before the first and after the last common word may only be cut off.
func (al *Aligner) gap(d *Diff, pa *pages.Page, a []words.Word, pb *pages.Page, b []words.Word, edge bool) {
	v := al.set.Vocabulary
	weigh := func(list []words.Word) (weight float64) {
		for _, w := range list {
			if f := &v.Forms[w.Form]; !f.Stop {
				weight += v.Weight[f.Stem]
			}
		}
		return weight
	}
	stem := func(list []words.Word) (out []uint32) {
		for _, w := range list {
			out = append(out, v.Forms[w.Form].Stem)
		}
		return out
	}
	d.Other += min(weigh(unstemmed(v, a, stem(b))), weigh(unstemmed(v, b, stem(a))))
	d.Extra += weigh(a) + weigh(b)
	negated := func(list, other []words.Word) bool {
		n := 0
		for _, w := range list {
			if al.tables.Is("aside", v.Forms[w.Form].Text) && len(list) > 1 && len(other) == 0 {
				continue // "to work without delay with": an addition
			}
			if text := v.Forms[w.Form].Text; v.Negates(text) || al.tables.Is("negating", text) {
				n++
			}
		}
		return n%2 == 1
	}
	if max(len(a), len(b)) <= mostDenialWords && !al.replaced(a, b, stem) && !d.first && (!edge || len(a) > 0 && len(b) > 0) && negated(a, b) != negated(b, a) {
		d.Changes = append(d.Changes, Change{Polarity, hull(pa, a), hull(pb, b)})
	}
	if len(a) == 0 || len(b) == 0 {
		return
	}
	if kind := al.changed(pa, a, pb, b); kind != "" {
		d.Changes = append(d.Changes, Change{kind, hull(pa, a), hull(pb, b)})
	}
}

// replaced says whether a word of weight stands in the place of another besides a denial: "would not pay" and "would cut" say the same.
func (al *Aligner) replaced(a, b []words.Word, stem func([]words.Word) []uint32) bool {
	v := al.set.Vocabulary
	weighty := func(list []words.Word) bool {
		for _, w := range list {
			f := &v.Forms[w.Form]
			if !f.Stop && !v.Negates(f.Text) && !al.tables.Is("negating", f.Text) && v.Weight[f.Stem] >= Telling {
				return true
			}
		}
		return false
	}
	return weighty(unstemmed(v, a, stem(b))) && weighty(unstemmed(v, b, stem(a)))
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

// unstemmed leaves out the words whose stem stands in a list: "school" and "schools" are no change.
func unstemmed(v *words.Vocabulary, list []words.Word, stems []uint32) []words.Word {
	var out []words.Word
	for _, w := range list {
		if !slices.Contains(stems, v.Forms[w.Form].Stem) {
			out = append(out, w)
		}
	}
	return out
}

func hull(_ *pages.Page, list []words.Word) text.Span {
	if len(list) == 0 {
		return text.Span{}
	}
	return list[0].Span().Cover(list[len(list)-1].Span())
}

// changed says in what part the words of a gap are contrary; "" for none.
func (al *Aligner) changed(pa *pages.Page, a []words.Word, pb *pages.Page, b []words.Word) Kind {
	sa, sb := hull(pa, a), hull(pb, b)
	if x, y := timeAt(pa, sa), timeAt(pb, sb); x >= 0 && y >= 0 {
		if loose(pa, x) || loose(pb, y) {
			return "" // "this year" on a page without a date
		}
		if fit, _, _ := dates(&part{when: pa.Intervals[x], pending: pa.Times[x].Pending}, &part{when: pb.Intervals[y], pending: pb.Times[y].Pending}); fit == Contrary {
			return Date
		} else if fit == Silent && pa.Times[x].Type == pb.Times[y].Type && pa.Times[x].Value != pb.Times[y].Value {
			return Date
		}
		if pa.Times[x].Type != "DURATION" {
			return ""
		}
	}
	if x, y := amountAt(pa, sa), amountAt(pb, sb); x >= 0 && y >= 0 {
		if bracketed(pa, x) && bracketed(pb, y) {
			return "" // what was converted was rounded
		}
		if fit := numbers(al.Of(pa, &pa.Amounts[x]), al.Of(pb, &pb.Amounts[y])); fit == Contrary {
			return Number
		}
		return ""
	}
	kind := func(list []words.Word, name string) bool {
		for _, w := range list {
			if al.tables.Is(name, al.set.Vocabulary.Forms[w.Form].Text) {
				return true
			}
		}
		return false
	}
	if kind(a, "may") && (kind(b, "will") || kind(b, "would")) || kind(b, "may") && (kind(a, "will") || kind(a, "would")) {
		return Status
	}
	if kind(a, "all") && kind(b, "some") || kind(a, "some") && kind(b, "all") {
		return Scope
	}
	if x, y := triggerAt(pa, sa), triggerAt(pb, sb); x != nil && y != nil && !Shares(lower(al, x), lower(al, y)) {
		for _, c := range x.Classes {
			for _, e := range y.Classes {
				if al.tables.Opposite(c, e) {
					return Polarity
				}
			}
		}
	}
	x, y := mention(pa, sa), mention(pb, sb)
	if max(len(a), len(b)) > mostNameWords || Shares(stems(al, a), stems(al, b)) || al.governs(stems(al, a), stems(al, b)) {
		return ""
	}
	if x == nil || y == nil || !al.capital(pa, a[len(a)-1].Span()) || !al.capital(pb, b[len(b)-1].Span()) {
		return ""
	}
	if ex, ey := entity(pa, x.Entity), entity(pb, y.Entity); ex == ey && ex >= 0 {
		return ""
	}
	if x.Type == "GPE" || x.Type == "LOC" || y.Type == "GPE" || y.Type == "LOC" {
		return Place
	}
	return Actor
}

const mostDenialWords = 4 // words of a gap in which a denial turns the whole: "had failed to" for "had"

const mostNameWords = 4 // of a name that stands in the place of another

func stems(al *Aligner, list []words.Word) []uint32 {
	var out []uint32
	for _, w := range list {
		out = append(out, al.place(al.set.Vocabulary.Forms[w.Form].Stem))
	}
	return Unique(out)
}

func entity(p *pages.Page, local int) int {
	if local < 0 {
		return -1
	}
	return p.Entity(local)
}

// bracketed says whether a figure opens a bracket.
func bracketed(p *pages.Page, i int) bool {
	before := strings.TrimRight(p.Page.Text.At(text.Span{Start: max(0, p.Amounts[i].Start-8), End: p.Amounts[i].Start}), " ")
	return strings.HasSuffix(before, "(") || strings.HasSuffix(before, "-LRB-")
}

func lower(al *Aligner, c *clauses.Clause) []uint32 {
	return []uint32{al.set.Vocabulary.StemOf(al.set.Vocabulary.Stem(words.Fold(c.Lemma)))}
}

// loose says whether a time hangs on a date that its page does not tell.
func loose(p *pages.Page, i int) bool {
	_, one := p.Published.Single()
	return p.Times[i].Pending != nil && !one || strings.HasSuffix(p.Times[i].Value, "_REF")
}

func timeAt(p *pages.Page, s text.Span) int {
	i := sort.Search(len(p.Times), func(i int) bool { return p.Times[i].End > s.Start })
	if i < len(p.Times) && p.Times[i].Overlaps(s) {
		return i
	}
	return -1
}

func amountAt(p *pages.Page, s text.Span) int {
	i := sort.Search(len(p.Amounts), func(i int) bool { return p.Amounts[i].End > s.Start })
	if i < len(p.Amounts) && p.Amounts[i].Overlaps(s) && p.Amounts[i].Relation != "" {
		return i
	}
	return -1
}

func triggerAt(p *pages.Page, s text.Span) *clauses.Clause {
	i := sort.Search(len(p.Clauses), func(i int) bool { return p.Clauses[i].Trigger.End > s.Start })
	if i < len(p.Clauses) && p.Clauses[i].Trigger.Overlaps(s) {
		return &p.Clauses[i]
	}
	return nil
}
