package amounts

import (
	"sort"
	"strings"

	"github.com/hearsay-news/hearsay/read/syntax"
	"github.com/hearsay-news/hearsay/read/times"
	"github.com/hearsay-news/hearsay/read/times/pattern"
	"github.com/hearsay-news/hearsay/text"
)

// finder goes through the sentences of one page.
type finder struct {
	lang   *language
	scan   *pattern.Scan
	text   string
	when   []times.Expression
	next   int // first time expression that may overlap the sentence
	tokens []syntax.Token
	drafts []draft
	cands  []candidate
	found  []Amount
}

// draft is a figure in the making.
type draft struct {
	low, high  float64
	unit       string
	kind       Kind
	vague      bool
	share      bool // a part of something: a fraction or percentage
	ranged     bool
	from       *draft // a movement's start
	relation   Relation
	words      bool // the number is written in words
	skip       bool
	oneIn      bool   // one in five
	form       string // how the unit is written: before or after the number
	multiplied bool
}

type candidate struct {
	from, to int // atoms
	draft    int32
	rule     *pattern.Rule
}

func (f *finder) sentence(from, to int, tokens []syntax.Token) {
	f.tokens = tokens
	f.drafts = f.drafts[:0]
	f.cands = f.cands[:0]
	f.scan.Load(f.text, from, to)
	for stage := range f.lang.grammar.Stages() {
		f.scan.Run(stage, func(m *pattern.Match) {
			d, ok := f.build(m)
			if !ok {
				return
			}
			ref := int32(len(f.drafts))
			f.drafts = append(f.drafts, d)
			f.scan.Add(pattern.Term{Sym: m.Rule.Class, Atom: int32(m.Atom), End: int32(m.End), Ref: ref, Num: d.low})
			f.cands = append(f.cands, candidate{m.From, m.To, ref, m.Rule})
		})
	}
	for f.next < len(f.when) && f.when[f.next].End <= from {
		f.next++
	}
	sort.SliceStable(f.cands, func(i, j int) bool {
		a, b := f.cands[i], f.cands[j]
		if a.from != b.from {
			return a.from < b.from
		}
		return a.to > b.to
	})
	end := 0
	last := candidate{to: -1}
	for _, c := range f.cands {
		if c.from < end {
			continue
		}
		if f.drafts[c.draft].skip {
			end = c.to
			continue
		}
		if last.to >= 0 && f.split(last, c) { // "from 36,000 on Monday to 34,000": one movement with words between
			f.found = f.found[:len(f.found)-1]
			d := f.drafts[c.draft]
			from := f.drafts[last.draft]
			if d.unit == "" || strings.HasPrefix(from.unit, d.unit+" per ") {
				d.unit, d.kind = from.unit, from.kind
			}
			d.from = &from
			f.drafts = append(f.drafts, d)
			c = candidate{last.from, c.to, int32(len(f.drafts) - 1), c.rule}
		}
		if a, ok := f.finish(c); ok {
			f.inherit(&a, last, c)
			f.found = append(f.found, a)
			end = c.to
			last = c
		}
	}
	f.claims()
}

// split says whether two figures are the ends of one movement told apart: "from A … to B", with nothing but words between.
func (f *finder) split(a, b candidate) bool {
	x, y := f.drafts[a.draft], f.drafts[b.draft]
	if f.lower(a.from-1) != "from" || f.lower(b.from-1) != "to" || b.from-a.to > 9 || x.from != nil || y.from != nil || x.vague || y.vague ||
		x.low == y.low || x.unit != y.unit && y.unit != "" && !strings.HasPrefix(x.unit, y.unit+" per ") || f.direction(a) == "" {
		return false
	}
	for i := a.to; i < b.from; i++ {
		if w := f.lower(i); w == "," || w == ";" || w == "(" || w == "and" {
			return false
		}
	}
	return true
}

// inherit gives a figure in brackets what bounds or moves the one it restates: "more than 7 miles (11 km)".
func (f *finder) inherit(a *Amount, last, c candidate) {
	if last.to < 0 || c.from != last.to+1 || f.scan.Word(last.to) != "(" || len(f.found) == 0 {
		return
	}
	if a.Unit == "" || a.Relation != Equal || a.Kind == Count || a.Change != nil || f.found[len(f.found)-1].Kind == Count {
		return
	}
	before := &f.found[len(f.found)-1]
	a.Relation = before.Relation
	switch a.Relation {
	case More, AtLeast:
		a.High = Number{}
	case Less, AtMost:
		a.Low = Number{}
	}
	if before.Change != nil && !before.Change.From.Known && !before.Change.To.Known {
		a.Change = &Change{Direction: before.Change.Direction}
	}
}

func (f *finder) val(t *pattern.Term) *draft {
	if t == nil {
		return nil
	}
	return &f.drafts[t.Ref]
}

// lower returns an atom in lower case.
func (f *finder) lower(i int) string { return strings.ToLower(f.scan.Word(i)) }

// token returns the index of the token an atom lies in, -1 when there are none.
func (f *finder) token(atom int) int {
	if atom < 0 || atom >= len(f.scan.Atoms) || len(f.tokens) == 0 {
		return -1
	}
	at := int(f.scan.Atoms[atom].Start)
	i := sort.Search(len(f.tokens), func(i int) bool { return f.tokens[i].End > at })
	if i == len(f.tokens) {
		return -1
	}
	return i
}

// span returns the text of atoms [from, to).
func (f *finder) span(from, to int) text.Span {
	start, end := f.scan.Span(from, to)
	return text.Span{Start: start, End: end}
}
