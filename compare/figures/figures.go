// Package figures lines up the figures of different pages that give one quantity, and says whether they go together.
//
//	a: "Over two thirds of Korrund's troops have left"   →  66.7 … 100 percent
//	b: "Korrund has withdrawn 71 percent of its troops"  →  71 percent          one quantity, compatible
//	c: "Nine people died in the blast"                   →  9
//	d: "The blast killed eleven"                         →  11                  one quantity, differ
//	e: "from 8,200 to 3,100 troops"                      →  8,200 and 3,100     two rows, tied to "60 percent fewer" by a relation
//
// A quantity is what is counted, of whom, where, as of when, a level or a change, a part or the whole, and for what. Two figures give one where
// none of that is contrary and enough of it is told by both; where the numbers exclude each other, both must tell it of one occasion: a false
// alarm costs more than a conflict missed. A toll that grows from day to day is one row, and no conflict.
package figures

import (
	"math"
	"sort"
	"strconv"
	"strings"

	"github.com/hearsay-news/hearsay/compare/align"
	"github.com/hearsay-news/hearsay/compare/pages"
	"github.com/hearsay-news/hearsay/compare/record"
	"github.com/hearsay-news/hearsay/lang"
	"github.com/hearsay-news/hearsay/read/amounts"
	"github.com/hearsay-news/hearsay/read/clauses"
	"github.com/hearsay-news/hearsay/read/times"
	"github.com/hearsay-news/hearsay/text"
)

// item is one number that one page gives.
type item struct {
	page    *pages.Page
	index   int // of the amount
	amount  *amounts.Amount
	axis    string // what can stand on one scale with it
	fate    string // of people or animals counted: killed, injured, missing, detained; "" for none
	span    text.Span
	low     amounts.Number
	high    amounts.Number
	rel     amounts.Relation
	rng     *align.Range
	tells   amounts.Tells
	thing   thing
	clause  *align.Clause   // the clause that it is told in, nil for none
	others  []*align.Clause // further clauses with a part that holds it
	kins    []uint32        // of its sentence, without its own words, sorted
	around  []uint32        // of the sentence before and of the page's head, sorted
	places  []uint32        // stems of the places in its sentence, sorted
	context []uint32        // and in the page's head
	caps    []uint32        // stems of all names in its sentence, what its statement's source is called left out, sorted
	names   []int           // entities of people, bodies and works in its clause, sorted
	doers   []int           // and of whoever does in it what is told, sorted
	beside  []int           // and of its whole sentence, sorted
	asOf    times.Interval
	dated   bool // the day is written beside it
	said    int  // utterance, -1 for none
	teller  int  // the page's statement that tells it
	negated bool
	from    bool     // the beginning of a movement
	goesOn  bool     // counts what goes on for days
	added   bool     // more than what was counted before: "40 other deaths"
	fresh   bool     // only what came on top: "12 new cases"
	periods []string // stretches of time that its clause tells
	part    bool     // said to be of one place or kind alone
	rate    string   // the stretch of time that it is told for; "" for none
	extent  string   // which way a measure was taken: long, wide, deep, high, far; "" for none told
}

// Read returns the figures of the record, what ties them, and how many pairs were laid on each other. Statements is the record's list in the order of
// the utterances' numbers.
func Read(set *pages.Set, entities []record.Entity, statements []record.Statement) ([]record.Figure, []record.Relation, int) {
	r := &reader{set: set, al: align.New(set), entities: entities, scores: map[uint64]float64{}}
	for _, p := range set.Pages {
		r.head(p)
		said := p.Sayer()
		for i := range p.Amounts {
			list := r.items(p, i)
			for _, t := range list {
				set.Steps.Take(1 + len(t.kins) + len(t.around))
				if said[i] >= 0 {
					t.said, t.teller = p.Said[said[i]], said[i]
				}
			}
			r.all = append(r.all, list...)
		}
	}
	groups, laid := r.lineUp()
	var figures []record.Figure
	var relations []record.Relation
	row := map[*item]int{}
	for _, g := range groups {
		if r.passing(g) {
			continue
		}
		f, rel := r.row(g, statements)
		for _, t := range g {
			row[t] = len(figures)
		}
		figures = append(figures, f)
		relations = append(relations, rel...)
	}
	return figures, append(relations, r.checks(figures, row)...), laid
}

// reader holds the numbers of a set while they are lined up.
type reader struct {
	set      *pages.Set
	al       *align.Aligner
	entities []record.Entity
	all      []*item
	scores   map[uint64]float64 // of pairs of them
	lead     []uint32           // of the page that is being read: kins of its head
	where    []uint32           // and the places named there
}

const headSentences = 400 // bytes of a page's text that its head reaches over at most, past the title

// head reads the title and the first sentences of a page: what everything on it is about.
func (r *reader) head(p *pages.Page) {
	r.lead, r.where = nil, nil
	end := -1
	for i, b := range p.Page.Blocks {
		if !p.Roles[i].Told() {
			continue
		}
		if end < 0 {
			end = b.Start + headSentences
		}
		if b.Start >= end {
			break
		}
		s := text.Span{Start: b.Start, End: min(b.End, end)}
		r.lead = append(r.lead, r.kins(p, s, text.Span{})...)
		r.where = append(r.where, r.spots(p, s)...)
	}
	r.lead, r.where = align.Unique(r.lead), align.Unique(r.where)
}

// kins are the weighty kins of a stretch of words, but for those in a part of it.
func (r *reader) kins(p *pages.Page, in, but text.Span) []uint32 {
	var out []uint32
	for _, w := range p.Between(in) {
		f := &r.set.Vocabulary.Forms[w.Form]
		if !f.Stop && !f.Number && !but.Has(int(w.Start)) {
			out = append(out, f.Kin)
		}
	}
	return out
}

// spots are the stems of the names of places in a stretch of words: names known as such, and names that nobody knows after a preposition of place or
// after "the state of", "the village of".
func (r *reader) spots(p *pages.Page, in text.Span) []uint32 {
	var out []uint32
	v := r.set.Vocabulary
	list := p.Between(in)
	led, of := false, false // a preposition of place stands before, or "the state of"
	for i, w := range list {
		f := &v.Forms[w.Form]
		switch name := p.NameAt(w.Span()); {
		case name != nil && (name.Type == "GPE" || name.Type == "LOC"), of && r.al.Capital(p, w.Span()):
			out = append(out, r.al.Place(f.Stem))
		case name != nil && name.Type == "PER":
		case led && !f.Stop && !f.Number && r.al.Capital(p, w.Span()) && len(f.Text) > 2:
			if e := p.TimeAt(w.Span()); !e {
				out = append(out, r.al.Place(f.Stem))
			}
		}
		switch {
		case r.al.Word("within", f.Text):
			led = true
		case f.Text == "of" && i > 0 && (r.al.Word("wide", v.Forms[list[i-1].Form].Text) || r.al.Word("spot", v.Forms[list[i-1].Form].Text)):
			of = true
		case f.Text != "the" && !r.al.Capital(p, w.Span()):
			led, of = false, false
		}
	}
	return align.Unique(out)
}

// caps are the stems of the names in a figure's sentence; who is only cited for it is left out.
func (r *reader) caps(p *pages.Page, t *item, sentence text.Span) []uint32 {
	var out []uint32
	in := sentence
	if t.clause != nil {
		in = t.clause.Row.Span.Cover(t.span)
	}
	for _, w := range p.Between(in) {
		f := &r.set.Vocabulary.Forms[w.Form]
		if !f.Stop && !f.Number && len(f.Text) > 2 && !p.TimeAt(w.Span()) && r.al.Capital(p, w.Span()) {
			out = append(out, r.al.Place(f.Stem))
		}
	}
	return align.Unique(out)
}

// named are the entities of people, bodies and works that are named in a stretch of words.
func (r *reader) named(p *pages.Page, in text.Span) []int {
	var out []int
	first, end := p.NamesIn(in)
	for n := first; n < end; n++ {
		m := &p.Names[n]
		if m.Form != "name" || m.Entity < 0 || p.Entity(m.Entity) < 0 {
			continue
		}
		switch e := p.Entity(m.Entity); r.entities[e].Type {
		case "PER", "ORG", "WORK", "EVENT":
			out = append(out, e)
		}
	}
	return sorted(out)
}

func sorted(list []int) []int {
	sort.Ints(list)
	out := list[:0]
	for i, x := range list {
		if i == 0 || x != list[i-1] {
			out = append(out, x)
		}
	}
	return out
}

// items makes the numbers of one amount ready: one, or two for a movement.
func (r *reader) items(p *pages.Page, i int) []*item {
	a := &p.Amounts[i]
	sentence := p.Sentence(a.Span)
	for k := range noFigures {
		if noFigures[k].holds(r, p, i, sentence) {
			return nil
		}
	}
	t := &item{page: p, index: i, amount: a, span: a.Span, low: a.Low, high: a.High, rel: a.Relation, said: -1, tells: a.Tells}
	t.clause = r.clause(p, i)
	t.others = r.holding(t)
	r.counted(t, sentence)
	if t.axis == "" {
		return nil
	}
	r.scaled(t)
	if t.axis == "count" && a.Low.Known && a.Low == a.High && a.Low.Value != math.Trunc(a.Low.Value) {
		return nil // half of what was read: "magnitude-4 .5"
	}
	t.rng = r.al.Of(p, a)
	r.surround(t, sentence)
	r.day(t, sentence)
	out := []*item{t}
	if a.Change != nil && a.Change.From.Known {
		start := *t
		start.from, start.low, start.high, start.rel, start.dated = true, a.Change.From, a.Change.From, amounts.Equal, false
		start.asOf = times.Interval{}
		start.rng = r.al.Bounds(a, start.low, start.high, start.rel)
		out = append(out, &start)
	}
	return out
}

// noFigure is a named reason why an amount of a page is no figure to be laid on others.
type noFigure struct {
	name, example string
	holds         func(r *reader, p *pages.Page, i int, sentence text.Span) bool
}

var noFigures = []noFigure{
	{"furniture", "300 comments", func(_ *reader, p *pages.Page, i int, _ text.Span) bool { return !p.Told(p.Amounts[i].Span) }},
	{"no number", "prices rose", func(_ *reader, p *pages.Page, i int, _ text.Span) bool {
		return p.Amounts[i].Relation == amounts.NoRelation
	}},
	{"age", "Ove Brand, 41", func(_ *reader, p *pages.Page, i int, _ text.Span) bool { return p.Amounts[i].Kind == amounts.Age }},
	{"a time that only tells when", "three days before the vote", func(r *reader, p *pages.Page, i int, _ text.Span) bool {
		a := &p.Amounts[i]
		return a.Kind == amounts.Duration && (a.Weak != "" || !a.Low.Known || hanging(p, a.Span) || r.away(p, a.Span))
	}},
	{"said again", "110 km (70 miles)", func(r *reader, p *pages.Page, i int, _ text.Span) bool { return r.restated(p, i) }},
	{"torn", "1 .9 million", func(_ *reader, p *pages.Page, i int, _ text.Span) bool { return torn(p, p.Amounts[i].Span) }},
	{"none", "zero boats", func(_ *reader, p *pages.Page, i int, _ text.Span) bool {
		a := &p.Amounts[i]
		return a.Low.Known && a.Low == a.High && a.Low.Value == 0
	}},
	{"a rate of exchange", "($1 = 0.61 pounds)", func(_ *reader, p *pages.Page, i int, _ text.Span) bool {
		s := p.Amounts[i].Span
		before, after := p.Page.Text.Between(max(0, s.Start-6), s.Start), p.Page.Text.Between(s.End, min(len(p.Page.Text), s.End+6))
		return strings.HasSuffix(strings.TrimRight(before, " $€£"), "=") || strings.HasPrefix(strings.TrimLeft(after, " 0123456789."), "=")
	}},
	{"between comments", "3 May 2021 at 5:40 pm | 40 guards …", func(_ *reader, p *pages.Page, _ int, sentence text.Span) bool {
		return strings.Contains(p.Page.Text.At(sentence), " | ")
	}},
	{"shouted", "WE HAVE LOST 40 GOOD GUARDS HERE", func(_ *reader, p *pages.Page, _ int, sentence text.Span) bool {
		return shouted(p.Page.Text.At(sentence))
	}},
	{"taken back", "an earlier version said 12", func(r *reader, p *pages.Page, _ int, sentence text.Span) bool {
		return withdrawn(r.set.Language, p.Page.Text.At(sentence))
	}},
}

// surround reads what stands around a figure: the words and names of its sentence, what is told of it, how it is told.
func (r *reader) surround(t *item, sentence text.Span) {
	p, a, v := t.page, t.amount, r.set.Vocabulary
	for _, w := range p.Between(sentence) {
		if v.Negates(v.Forms[w.Form].Text) && r.denies(t, w.Span()) {
			t.negated = true
		}
		t.part = t.part || r.al.Word("only", v.Forms[w.Form].Text) && int(w.Start) < a.Start+60 && v.Forms[w.Form].Text == "alone"
	}
	t.kins = align.Unique(r.kins(p, sentence, a.Span))
	before := text.Span{Start: max(0, sentence.Start-2), End: max(1, sentence.Start-1)}
	if sentence.Start > 2 && p.Block(before.Start) == p.Block(sentence.Start) {
		t.around = r.kins(p, p.Sentence(before), text.Span{})
	}
	t.around = align.Unique(append(t.around, r.lead...))
	t.caps = r.caps(p, t, sentence)
	t.places, t.context = r.spots(p, sentence), r.where
	if t.clause != nil {
		t.names = r.named(p, t.clause.Row.Span)
		for k := range t.clause.Row.Parts {
			if q := &t.clause.Row.Parts[k]; q.Slot == clauses.Agent {
				t.doers = sorted(append(t.doers, r.named(p, q.Span)...))
			}
		}
	}
	t.beside = r.named(p, sentence)
	t.fresh, t.added = r.fresh(t), r.added(t)
	t.periods = r.periods(t, sentence)
	t.goesOn = t.fate != ""
	if t.clause != nil {
		for _, class := range t.clause.Row.Classes {
			t.goesOn = t.goesOn || r.al.Word("cumulating", class)
		}
	}
}

// torn says whether a figure is what a collector's spaces left of one: "1 .9 million".
func torn(p *pages.Page, s text.Span) bool {
	if p.Page.Text[s.Start] != '.' {
		return false
	}
	before := strings.TrimRight(p.Page.Text.Between(max(0, s.Start-3), s.Start), " ")
	return before != "" && before[len(before)-1] >= '0' && before[len(before)-1] <= '9'
}

// hanging says whether a stretch of time only tells when: "in the last 18 months".
func hanging(p *pages.Page, s text.Span) bool {
	first, end := p.TimesIn(text.Span{Start: max(0, s.Start-24), End: s.End})
	for ; first < end; first++ {
		if e := &p.Times[first]; e.Overlaps(s) && e.Pending != nil {
			return true
		}
	}
	return false
}

// away says whether a stretch of time only tells how long before or after something else it is: "three days before the summit".
func (r *reader) away(p *pages.Page, s text.Span) bool {
	list := p.Between(text.Span{Start: s.End, End: min(len(p.Page.Text), s.End+12)})
	return len(list) > 0 && r.al.Word("away", r.set.Vocabulary.Forms[list[0].Form].Text)
}

// fresh says whether a figure only counts what came on top of an earlier one: "12 new cases", "the new cases include 10 children".
func (r *reader) fresh(t *item) bool {
	spans := []text.Span{t.thing.span, t.amount.Whole}
	if t.clause != nil && r.al.Word("tallying", t.clause.Row.Lemma) {
		for i := range t.clause.Row.Parts {
			if q := &t.clause.Row.Parts[i]; q.Slot == clauses.Agent {
				spans = append(spans, q.Span)
			}
		}
	}
	for _, s := range spans {
		for _, w := range t.page.Between(s) {
			if r.al.Word("fresh", r.set.Vocabulary.Forms[w.Form].Text) && !r.al.Capital(t.page, w.Span()) {
				return true
			}
		}
	}
	return false
}

// added says whether a figure only tells of others than those counted before: "40 other deaths", "48 more".
func (r *reader) added(t *item) bool {
	if t.amount.Attitude == "another" {
		return true
	}
	list := t.page.Between(text.Span{Start: t.span.End, End: min(len(t.page.Page.Text), t.span.End+24)})
	return len(list) > 0 && r.al.Word("added", r.set.Vocabulary.Forms[list[0].Form].Text)
}

// periods are the stretches of time that the clause of a figure tells, but for the figure itself: "in the last 18 months", "during the second quarter".
func (r *reader) periods(t *item, sentence text.Span) []string {
	var out []string
	in := sentence
	if t.clause != nil {
		in = t.clause.Row.Span.Cover(t.span)
	}
	first, end := t.page.TimesIn(in)
	for i := first; i < end; i++ {
		e := &t.page.Times[i]
		if e.Overlaps(t.span) || e.End > in.End {
			continue
		}
		interval := t.page.Intervals[i]
		if e.Type == times.DURATION || e.Type == times.DATE && (interval.Grain == times.Month || interval.Grain == times.Quarter || interval.Grain == times.Year) {
			out = append(out, e.Value)
		}
	}
	return out
}

// denies says whether a word of denial may deny what a figure tells: it stands in the figure's own clause, or shortly before the figure.
func (r *reader) denies(t *item, word text.Span) bool {
	if t.clause != nil && !t.clause.Row.Noun {
		return t.clause.Negated && t.clause.Row.Contains(word) || word.End <= t.span.Start && t.span.Start-word.End <= beforeNumber
	}
	return word.End <= t.span.Start+beforeNumber
}

const beforeNumber = 16 // bytes before a figure in which a word denies it: "not 14 soldiers"

// clause returns the clause that tells an amount: the shortest with a part that it counts, or else the shortest that holds it.
func (r *reader) clause(p *pages.Page, i int) *align.Clause {
	a := &p.Amounts[i]
	best, size, counts := -1, 0, false
	first := sort.Search(len(p.Clauses), func(n int) bool { return p.Clauses[n].Trigger.Start > a.Start-reach })
	for n := first; n < len(p.Clauses) && p.Clauses[n].Trigger.Start < a.End+reach; n++ {
		c := &p.Clauses[n]
		own := false
		for k := range c.Parts {
			own = own || c.Parts[k].Amount == i
		}
		if !own && !c.Contains(a.Span) || c.Noun && best >= 0 && counts {
			continue
		}
		if best < 0 || own && !counts || own == counts && (c.Len() < size || p.Clauses[best].Noun && !c.Noun) {
			best, size, counts = n, c.Len(), own
		}
	}
	if best < 0 {
		return nil
	}
	return r.al.Clause(p, best, false)
}

// holding returns the other clauses of whose doer or object a figure is a part: where the parser hung it on a neighbour's words, they tell of it.
func (r *reader) holding(t *item) []*align.Clause {
	var out []*align.Clause
	p := t.page
	first, end := p.ClausesIn(text.Span{Start: max(0, t.span.Start-reach), End: t.span.End + reach})
	for n := first; n < end && len(out) < mostHolding; n++ {
		c := &p.Clauses[n]
		if c.Noun || t.clause != nil && t.clause.Index == n {
			continue
		}
		for k := range c.Parts {
			if q := &c.Parts[k]; (q.Slot == clauses.Agent || q.Slot == clauses.Object) && q.Contains(t.span) {
				out = append(out, r.al.Clause(p, n, false))
				break
			}
		}
	}
	return out
}

const mostHolding = 2

const reach = 400 // bytes to either side in which the clause of an amount is looked for

func withdrawn(l *lang.Language, sentence string) bool {
	low := strings.ToLower(sentence)
	for phrase := range lang.Rows(l.Compare.Withdrawn) {
		if strings.Contains(low, phrase) {
			return true
		}
	}
	return false
}

func (t *item) key() string {
	k := t.page.ID + "\x00" + strconv.Itoa(t.span.Start) + "\x00" + strconv.Itoa(t.span.End)
	if t.from {
		k += "\x00from"
	}
	return k
}
