package figures

import (
	"sort"
	"strings"

	"github.com/hearsay-news/hearsay/compare/align"
	"github.com/hearsay-news/hearsay/compare/pages"
	"github.com/hearsay-news/hearsay/compare/words"
	"github.com/hearsay-news/hearsay/read/amounts"
	"github.com/hearsay-news/hearsay/read/clauses"
	"github.com/hearsay-news/hearsay/text"
)

// thing is what a figure counts.
type thing struct {
	span    text.Span
	head    uint32 // kin of the noun
	known   bool
	anybody bool     // people, persons: whoever the other page counts
	pronoun bool     // them, those, it
	person  bool     // a noun for people
	mods    []uint32 // kins of what describes it, sorted
	proper  []uint32 // stems of the names in it, sorted
	purpose []uint32 // kins of what a sum is for, sorted
}

// counted finds what a figure counts and the scale that it stands on; an empty axis for a number that counts nothing.
func (r *reader) counted(t *item, sentence text.Span) {
	a, p := t.amount, t.page
	head, whole := a.Head, a.Thing
	if head.Empty() {
		head = a.Of
	}
	if whole.Empty() {
		whole = a.Of
	}
	if n, of := r.number(t, sentence); !n.Empty() { // "put the number of soldiers killed at 15"
		head, whole = n, of
	} else if a.Weak != "" {
		return
	}
	t.thing = r.thing(p, head, whole)
	if measured := a.Kind == amounts.Money || a.Kind == amounts.Measure; measured && t.thing.known && whole.End <= a.Start && r.allNames(t) {
		t.thing.known = false // "BP said the level was rising at 2 psi": who is named is not what is measured
	}
	if !a.Purpose.Empty() {
		t.thing.purpose = align.Unique(r.kins(p, a.Purpose, text.Span{}))
	}
	if !t.thing.known && !t.thing.pronoun && t.thing.span.Empty() {
		if head, whole := r.behind(t, sentence); !head.Empty() {
			t.thing = r.thing(p, head, whole)
		}
	}
	t.fate = r.fate(t, sentence)
	switch {
	case share(a):
		t.axis = "share"
	case a.Kind == amounts.Money:
		t.axis = a.Unit
	case a.Kind == amounts.Measure, a.Kind == amounts.Duration:
		t.axis = a.Unit
	case t.thing.known || t.thing.pronoun:
		t.axis = "count"
	}
}

func share(a *amounts.Amount) bool {
	return a.Unit == "percent" || a.Unit == "fraction" || a.Kind == amounts.Share
}

// thing reads the words of what is counted.
func (r *reader) thing(p *pages.Page, head, whole text.Span) thing {
	v := r.set.Vocabulary
	out := thing{span: whole}
	for _, w := range p.Between(head) {
		f := &v.Forms[w.Form]
		anybody := r.al.Word("anybody", f.Text)
		if !anybody && (r.al.Word("empty", f.Text) || r.al.Word("pointing", f.Text)) {
			out.pronoun, out.known = true, false
			continue
		}
		if anybody || !f.Stop && !f.Number {
			out.head, out.known, out.pronoun = f.Kin, true, false
			out.anybody = anybody
			out.person = anybody || r.al.Person(f.Text) || r.al.Person(v.StemText[f.Stem]) || r.al.Capital(p, w.Span())
		}
	}
	for _, w := range p.Between(whole) {
		f := &v.Forms[w.Form]
		if f.Stop || f.Number || f.Kin == out.head {
			continue
		}
		out.mods = append(out.mods, f.Kin)
		if r.al.Capital(p, w.Span()) {
			out.proper = append(out.proper, r.al.Place(f.Stem))
		}
	}
	out.mods, out.proper = align.Unique(out.mods), align.Unique(out.proper)
	return out
}

const mostBehind = 5 // words of what stands after "of" behind what a bracket says again

// behind finds what a measure is of where its restatement stands between: "110km (70 miles) of Louisiana's coastline".
func (r *reader) behind(t *item, sentence text.Span) (head, whole text.Span) {
	p := t.page
	if t.index+1 >= len(p.Amounts) || !r.restated(p, t.index+1) {
		return
	}
	list := p.Between(text.Span{Start: p.Amounts[t.index+1].End, End: sentence.End})
	v := r.set.Vocabulary
	for len(list) > 0 && r.al.Word("bracket", v.Forms[list[0].Form].Text) {
		list = list[1:]
	}
	if len(list) < 2 || v.Forms[list[0].Form].Text != "of" {
		return
	}
	first, last := -1, -1
	for i := 1; i < len(list) && i <= mostBehind; i++ {
		f := &v.Forms[list[i].Form]
		if f.Stop && i > 1 && len(f.Text) > 1 || f.Number || strings.Contains(p.Page.Text.Between(int(list[i-1].End), int(list[i].Start)), ",") {
			break
		}
		if f.Stop {
			continue
		}
		if first < 0 {
			first = i
		} else if !r.noun(p, list[i]) {
			break
		}
		last = i
	}
	if first < 0 {
		return
	}
	return list[last].Span(), list[first].Span().Cover(list[last].Span())
}

// number finds the noun of "the number of …", "the toll of …" in the clause of a figure that is told of it: "has climbed to 29".
func (r *reader) number(t *item, sentence text.Span) (head, whole text.Span) {
	p := t.page
	if t.clause == nil || share(t.amount) || t.amount.Kind == amounts.Money || t.amount.Kind == amounts.Measure {
		return
	}
	told := false
	for i := range t.clause.Row.Parts {
		told = told || t.clause.Row.Parts[i].Amount == t.index && t.clause.Row.Parts[i].Slot == clauses.Amount
	}
	if !told {
		return
	}
	v := r.set.Vocabulary
	list := p.Between(text.Span{Start: sentence.Start, End: t.span.Start})
	for i := 0; i+2 < len(list); i++ {
		if f := v.Forms[list[i].Form].Text; f != "number" && f != "total" && f != "toll" && f != "count" || v.Forms[list[i+1].Form].Text != "of" {
			continue
		}
		end := i + 2
		for end+1 < len(list) && r.noun(p, list[end+1]) {
			end++
		}
		return list[end].Span(), list[i+2].Span().Cover(list[end].Span())
	}
	return
}

// noun says whether a word goes on with a noun phrase: it is followed by no verb, preposition or pronoun.
func (r *reader) noun(p *pages.Page, w words.Word) bool {
	f := &r.set.Vocabulary.Forms[w.Form]
	if f.Stop && !r.al.Word("anybody", f.Text) || f.Number {
		return false
	}
	first, end := p.ClausesIn(w.Span())
	for i := first; i < end; i++ {
		if !p.Clauses[i].Noun {
			return false
		}
	}
	return true
}

// fate says what became of those counted, by the amount itself or by the clause that tells it.
func (r *reader) fate(t *item, sentence text.Span) string {
	switch t.amount.Kind {
	case amounts.Killed, amounts.Injured, amounts.Missing, amounts.Detained:
		return string(t.amount.Kind)
	case amounts.Count:
	default:
		return ""
	}
	p := t.page
	first, end := p.ClausesIn(sentence)
	for i := first; i < end; i++ {
		c := &p.Clauses[i]
		fate := ""
		for _, class := range c.Classes {
			switch class {
			case "kill", "murder":
				fate = string(amounts.Killed)
			case "injure":
				fate = string(amounts.Injured)
			case "arrest":
				if len(c.Classes) == 1 { // "holds 50,000 addresses" detains nobody
					fate = string(amounts.Detained)
				}
			}
		}
		if fate == "" {
			continue
		}
		for k := range c.Parts {
			q := &c.Parts[k]
			if q.End <= c.Trigger.Start && r.tolls(p, c.Trigger.End) {
				continue // "three attacks killed at least 40 people": who did it
			}
			if q.Amount == t.index && (q.Slot == clauses.Object || q.Slot == clauses.Amount || q.Slot == clauses.Agent && c.Lemma == "lose_life") || !t.thing.span.Empty() && q.Slot == clauses.Object && q.Contains(t.thing.span) {
				return fate
			}
			if q.Slot == clauses.Object && q.End <= t.span.Start && r.joinedOn(t, q.End) {
				return fate // "killed a candidate and 148 others"
			}
		}
	}
	return ""
}

// tolls says whether a figure follows a verb at once.
func (r *reader) tolls(p *pages.Page, verb int) bool {
	i := sort.Search(len(p.Amounts), func(i int) bool { return p.Amounts[i].Start >= verb })
	if i == len(p.Amounts) {
		return false
	}
	a := &p.Amounts[i]
	at := a.Start
	if !a.Bound.Empty() {
		at = min(at, a.Bound.Start)
	}
	return at-verb <= 2
}

const (
	joinReach = 80 // bytes between what is told of and what "and" joins to it
	joinWords = 12
)

// joinedOn says whether a figure is joined by "and" to a phrase that ends before it, with no other deed between.
func (r *reader) joinedOn(t *item, end int) bool {
	p := t.page
	if end > t.span.Start || t.span.Start-end > joinReach {
		return false
	}
	between := text.Span{Start: end, End: t.span.Start}
	for first, last := p.ClausesIn(between); first < last; first++ {
		if !p.Clauses[first].Noun {
			return false
		}
	}
	list := p.Between(between)
	for i := len(list) - 1; i >= 0 && len(list) <= joinWords; i-- {
		if w := r.set.Vocabulary.Forms[list[i].Form].Text; !r.al.Word("joining", w) {
			return w == "and"
		}
	}
	return false
}
