// Package figures lines up the figures of different pages that give one quantity, and says whether they go together.
//
//	a: "Over two thirds of Korrund's troops have left"   →  66.7 … 100 percent
//	b: "Korrund has withdrawn 71 percent of its troops"  →  71 percent          one quantity, compatible
//	c: "Nine people died in the blast"                   →  9
//	d: "The blast killed eleven"                         →  11                  one quantity, differ
//
// Two figures give one quantity when they count the same kind of thing in one story and their sentences tell the same of it. Where
// the numbers exclude each other, much more of the sentences has to agree: a false alarm costs more than a conflict missed. Figures
// as of different days are a series and no conflict.
package figures

import (
	"sort"
	"strconv"
	"strings"

	"github.com/hearsay-news/hearsay/compare/pages"
	"github.com/hearsay-news/hearsay/compare/record"
	"github.com/hearsay-news/hearsay/compare/words"
	"github.com/hearsay-news/hearsay/lang"
	"github.com/hearsay-news/hearsay/read/amounts"
	"github.com/hearsay-news/hearsay/read/times"
	"github.com/hearsay-news/hearsay/text"
)

// item is one number that one page gives.
type item struct {
	page    *pages.Page
	index   int // of the amount
	amount  *amounts.Amount
	axis    string // what can stand on one scale with it
	span    text.Span
	low     amounts.Number
	high    amounts.Number
	rel     amounts.Relation
	kins    []uint32 // of its sentence, without stop words and its own
	weight  float64
	places  []int // entities of places in its sentence
	asOf    times.Interval
	dated   bool // the day is written beside it
	said    int  // utterance, -1 for none
	negated bool
	from    bool // the beginning of a movement
}

// Read returns the figures of the record. Statements is the record's list in the order of the utterances' numbers.
func Read(set *pages.Set, entities []record.Entity, statements []record.Statement) ([]record.Figure, []record.Relation) {
	var all []*item
	for _, p := range set.Pages {
		said := p.Sayer()
		for i := range p.Amounts {
			list := items(set, p, i, entities)
			for _, t := range list {
				set.Steps.Take(1 + len(t.kins))
				if said[i] >= 0 {
					t.said = p.Said[said[i]]
				}
			}
			all = append(all, list...)
		}
	}
	groups := lineUp(set, all)
	var figures []record.Figure
	var relations []record.Relation
	for _, g := range groups {
		f, rel := row(set, g, statements)
		figures = append(figures, f)
		relations = append(relations, rel...)
	}
	return figures, relations
}

// items makes the numbers of one amount ready: one, or two for a movement.
func items(set *pages.Set, p *pages.Page, i int, entities []record.Entity) []*item {
	a := &p.Amounts[i]
	if !p.Told(a.Span) || a.Relation == amounts.NoRelation || a.Weak != "" || a.Kind == amounts.Age || a.Kind == amounts.Duration {
		return nil
	}
	axis := axisOf(set, p, a)
	sentence := p.Sentence(a.Span)
	if axis == "" || withdrawn(set.Language, p.Page.Text.At(sentence)) {
		return nil
	}
	t := &item{page: p, index: i, amount: a, axis: axis, span: a.Span, low: a.Low, high: a.High, rel: a.Relation, said: -1}
	t.scale()
	counted := a.Of // its words are the axis; what a sum or a measure is told of is as much its context as any word
	if a.Scope.Empty() && (a.Kind == amounts.Money || a.Kind == amounts.Measure || a.Kind == amounts.Share && a.Of.Start < a.Start) {
		counted = text.Span{}
	}
	for _, w := range p.Between(sentence) {
		f := &set.Vocabulary.Forms[w.Form]
		if set.Vocabulary.Negates(f.Text) {
			t.negated = true
		}
		if !f.Stop && !f.Number && !a.Span.Has(int(w.Start)) && !counted.Has(int(w.Start)) {
			t.kins = append(t.kins, f.Kin)
		}
	}
	t.kins = unique(t.kins)
	for _, k := range t.kins {
		t.weight += set.Vocabulary.Weight[k]
	}
	first, end := p.NamesIn(sentence)
	for n := first; n < end; n++ {
		m := &p.Names[n]
		if sentence.Contains(m.Span) {
			if e := p.Entity(m.Entity); e >= 0 && (entities[e].Type == "GPE" || entities[e].Type == "LOC") {
				t.places = append(t.places, e)
			}
		}
	}
	t.day(sentence)
	out := []*item{t}
	if a.Change != nil && a.Change.From.Known {
		start := *t
		start.from, start.low, start.high, start.rel, start.dated = true, a.Change.From, a.Change.From, amounts.Equal, false
		start.asOf = times.Interval{}
		start.scale()
		out = append(out, &start)
	}
	return out
}

// axisOf says on which scale an amount stands; "" for a number that counts nothing.
func axisOf(set *pages.Set, p *pages.Page, a *amounts.Amount) string {
	head := a.Unit
	switch a.Kind {
	case amounts.Killed, amounts.Injured, amounts.Missing, amounts.Detained:
		return string(a.Kind)
	}
	if share(a) {
		head = ""
		for _, w := range p.Between(a.Of) { // the last word of "the Korrund troops" is what is counted
			if f := &set.Vocabulary.Forms[w.Form]; !f.Stop && !f.Number {
				head = f.Text
			} else if head != "" && f.Text != "s" {
				break
			}
		}
		if head == "" {
			return ""
		}
		return "share " + set.Vocabulary.Kin(set.Vocabulary.Stem(words.Fold(head)))
	}
	if head == "" {
		return ""
	}
	return string(a.Kind) + " " + set.Vocabulary.Kin(set.Vocabulary.Stem(words.Fold(head)))
}

func share(a *amounts.Amount) bool {
	return a.Unit == "percent" || a.Unit == "fraction" || a.Kind == amounts.Share
}

// scale brings fractions and percentages onto one scale and closes what a share leaves open.
func (t *item) scale() {
	if !share(t.amount) {
		return
	}
	if t.amount.Unit == "fraction" {
		t.low.Value, t.high.Value = 100*t.low.Value, 100*t.high.Value
	}
	switch t.rel {
	case amounts.More, amounts.AtLeast:
		if t.low.Known && t.low.Value <= 100 { // a rise of over 150 percent has no end there
			t.high = amounts.Number{Value: 100, Known: true}
		}
	case amounts.Less, amounts.AtMost:
		t.low = amounts.Number{Known: true}
	}
}

// day finds as of when a figure is told: the day written in its sentence, the day of the statement, or some day up to publication. Where the
// sentence tells of two days, only one in the figure's own clause counts: "fell in March after the strike of January, from 5 to 2" is of neither.
func (t *item) day(sentence text.Span) {
	p := t.page
	best, others := -1, false
	first, end := p.TimesIn(sentence)
	for i := first; i < end; i++ {
		e := &p.Times[i]
		if e.Type != times.DATE || !sentence.Contains(e.Span) || !p.Intervals[i].Known() {
			continue
		}
		if _, one := p.Intervals[i].Single(); !one && p.Intervals[i].Grain != times.Week && p.Intervals[i].Grain != times.Month {
			continue
		}
		if best >= 0 {
			if _, same := p.Intervals[i].Meet(p.Intervals[best]); !same {
				others = true
			}
		}
		if best < 0 || gap(e.Span, t.span) < gap(p.Times[best].Span, t.span) {
			best = i
		}
	}
	if best >= 0 && !(others && t.apart(p.Times[best].Span)) {
		t.asOf, t.dated = p.Intervals[best], true
		return
	}
	t.asOf = times.Interval{Latest: p.Published.Latest, Grain: times.Unknown}
}

// apart says whether a comma stands between a date and the figure.
func (t *item) apart(date text.Span) bool {
	return strings.Contains(t.page.Page.Text.At(text.Between(date, t.span)), ", ")
}

func gap(a, b text.Span) int { return text.Between(a, b).Len() }

func withdrawn(l *lang.Language, sentence string) bool {
	low := strings.ToLower(sentence)
	for phrase := range lang.Rows(l.Compare.Withdrawn) {
		if strings.Contains(low, phrase) {
			return true
		}
	}
	return false
}

func unique(list []uint32) []uint32 {
	sort.Slice(list, func(i, j int) bool { return list[i] < list[j] })
	out := list[:0]
	for i, x := range list {
		if i == 0 || x != list[i-1] {
			out = append(out, x)
		}
	}
	return out
}

func (t *item) key() string {
	k := t.page.ID + "\x00" + strconv.Itoa(t.span.Start) + "\x00" + strconv.Itoa(t.span.End)
	if t.from {
		k += "\x00from"
	}
	return k
}
