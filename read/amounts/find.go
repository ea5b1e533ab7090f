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
	atoms  []int32 // the atom that each token begins with
	within []int32 // the token that each atom lies in
	offers int8    // whether the sentence offers something for sale: 1 yes, -1 no, 0 not asked
	drafts []draft
	cands  []candidate
	kept   []kept // the sentence's figures so far
	taken  int    // text up to here belongs to a figure's unit
	found  []Amount

	inBracket bool // the figure at hand restates the one before it in brackets
}

// draft is a figure in the making.
type draft struct {
	low, high float64
	unit      string
	kind      Kind
	vague     bool
	share     bool // a part of something: a fraction or percentage
	ranged    bool
	from      *draft // a movement's start
	to        int    // and the atom that its end begins with
	words     bool   // the number is written in words
	skip      bool
	oneIn     bool    // one in five
	form      string  // how the unit is written: before or after the number
	scale     float64 // the multiplier it is written with: hundred, thousand, million; 0 for none
	majority  bool
	cents     bool // the unit is a hundredth of its currency
}

type candidate struct {
	from, to int // atoms
	draft    int32
	rule     *pattern.Rule
}

// kept is a candidate that became a figure.
type kept struct {
	candidate
	found     int // index of the figure
	bracketed bool
}

func (f *finder) sentence(from, to int, tokens []syntax.Token) {
	f.tokens = tokens
	f.drafts = f.drafts[:0]
	f.cands = f.cands[:0]
	f.scan.Load(f.text, from, to)
	f.align()
	f.offers = 0
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
		if a.to != b.to {
			return a.to > b.to
		}
		if a.rule.Kind == "no" || b.rule.Kind == "no" {
			return a.rule.Kind == "no" && b.rule.Kind != "no"
		}
		return f.drafts[a.draft].skip && !f.drafts[b.draft].skip
	})
	f.kept, f.taken = f.kept[:0], 0
	end := 0
	for _, c := range f.cands {
		if c.from < end || int(f.scan.Atoms[c.from].Start) < f.taken {
			continue
		}
		if f.drafts[c.draft].skip {
			end = c.to
			continue
		}
		if n := len(f.kept) - 1; n >= 0 && f.split(f.kept[n].candidate, c) { // "from 36,000 on Monday to 34,000": one movement with words between
			first := f.kept[n].candidate
			from, to, at := first, c, c.from
			if f.lower(first.from-1) == "to" {
				from, to, at = c, first, first.from
			}
			f.drafts = append(f.drafts, moved(f.drafts[from.draft], f.drafts[to.draft], at))
			c = candidate{first.from, c.to, int32(len(f.drafts) - 1), c.rule}
			f.found, f.kept = f.found[:f.kept[n].found], f.kept[:n]
		}
		f.inBracket = false
		if a, ok := f.finish(c); ok {
			f.kept = append(f.kept, kept{c, len(f.found), f.inBracket})
			f.found = append(f.found, a)
			end = c.to
		}
	}
	f.claims()
}

func (f *finder) val(t *pattern.Term) *draft {
	if t == nil {
		return nil
	}
	return &f.drafts[t.Ref]
}

// is says whether a word of a class of the tables begins at an atom.
func (f *finder) is(atom int, class pattern.Sym) bool { return f.scan.Find(atom, class) != nil }

// align lays the sentence's tokens and atoms on each other.
func (f *finder) align() {
	f.atoms, f.within = f.atoms[:0], f.within[:0]
	a := f.scan.Atoms
	at := 0
	for i := range f.tokens {
		for at < len(a) && int(a[at].Start) < f.tokens[i].Start {
			at++
		}
		f.atoms = append(f.atoms, int32(at))
	}
	i := 0
	for at := range a {
		for i < len(f.tokens) && f.tokens[i].End <= int(a[at].Start) {
			i++
		}
		if i == len(f.tokens) {
			f.within = append(f.within, -1)
			continue
		}
		f.within = append(f.within, int32(i))
	}
}

// atom returns the index of the atom that a token begins with, the number of atoms for none.
func (f *finder) atom(token int) int { return int(f.atoms[token]) }

// lower returns an atom in lower case.
func (f *finder) lower(i int) string { return strings.ToLower(f.scan.Word(i)) }

// token returns the index of the token an atom lies in, -1 when there are none.
func (f *finder) token(atom int) int {
	if atom < 0 || atom >= len(f.within) {
		return -1
	}
	return int(f.within[atom])
}

// span returns the text of atoms [from, to).
func (f *finder) span(from, to int) text.Span {
	start, end := f.scan.Span(from, to)
	return text.Span{Start: start, End: end}
}
