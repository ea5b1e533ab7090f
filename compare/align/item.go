package align

import (
	"slices"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/hearsay-news/hearsay/compare/pages"
	"github.com/hearsay-news/hearsay/compare/words"
	"github.com/hearsay-news/hearsay/read/clauses"
	"github.com/hearsay-news/hearsay/read/names"
	"github.com/hearsay-news/hearsay/read/times"
	"github.com/hearsay-news/hearsay/text"
)

// Clause is a clause of a page made ready for laying it on others.
type Clause struct {
	Page    *pages.Page
	Row     *clauses.Clause
	Index   int            // of the page's clauses
	Negated bool           // as a whole: the clause's own polarity, and the denial of who tells it
	When    times.Interval // what its time parts allow together; unknown where it tells none
	Kins    []uint32       // of all its weighty words, sorted
	verb    uint32         // kin of its trigger
	weight  float64        // of the trigger
	classes []string
	again   bool     // told to happen again
	first   bool     // or for the first time
	names   []uint32 // record entities of people, bodies and works named in it, sorted
	parts   []part
}

// part is one phrase made ready.
type part struct {
	row     *clauses.Part
	kind    Kind
	head    uint32   // kin of its last word
	stem    uint32   // stem of it
	mods    []uint32 // kins of its other weighty words, sorted
	proper  []uint32 // stems of its capitalised words, sorted
	inner   []uint32 // and of those in what describes it
	who     int      // record entity; -1 for none
	named   bool     // the head is a name
	town    bool     // and one of a place
	general bool     // a pronoun, or a noun that stands for nearly anybody
	self    bool     // whoever speaks
	person  bool     // a noun for a person or a body
	number  *Range
	one     bool // an indefinite single one: "a guest"
	when    times.Interval
	pending *times.Pending // how the words tell it, where it hangs on the page's date
}

// Clause makes clause i of a page ready. Denied says that whoever tells it denies it.
func (al *Aligner) Clause(p *pages.Page, i int, denied bool) *Clause {
	row := &p.Clauses[i]
	c := &Clause{Page: p, Row: row, Index: i, Negated: row.Negated != denied, classes: row.Classes}
	v := al.set.Vocabulary
	for _, w := range p.Between(row.Trigger) {
		c.verb = v.Forms[w.Form].Kin
	}
	c.weight = v.Weight[c.verb]
	c.Kins = append(c.Kins, c.verb)
	for n := range row.Parts {
		if !inside(p, row, row.Parts[n].Head) {
			continue // the parser took the speaker for a part of what is said
		}
		q := al.part(p, row, &row.Parts[n])
		c.parts = append(c.parts, q)
		if q.kind == Date {
			if q.when.Known() {
				if met, ok := c.When.Meet(q.when); ok {
					c.When = met
				}
			}
			continue
		}
		for _, w := range p.Between(row.Parts[n].Span) {
			if f := &v.Forms[w.Form]; !f.Stop && !f.Number {
				c.Kins = append(c.Kins, f.Kin)
			}
		}
	}
	c.Kins = Unique(c.Kins)
	for _, w := range p.Between(row.Span) {
		c.first = c.first || al.tables.Is("first", v.Forms[w.Form].Text)
		c.again = c.again || al.tables.Is("again", v.Forms[w.Form].Text)
	}
	first := sort.Search(len(p.Names), func(i int) bool { return p.Names[i].Start >= row.Start })
	for i := first; i < len(p.Names) && p.Names[i].Start < row.End; i++ {
		switch m := &p.Names[i]; {
		case m.Form == names.Nominal || m.Entity < 0 || p.Entity(m.Entity) < 0:
		case m.Type == names.PER || m.Type == names.ORG || m.Type == names.WORK || m.Type == names.EVENT:
			c.names = append(c.names, uint32(p.Entity(m.Entity)))
		}
	}
	c.names = Unique(c.names)
	return c
}

var kinds = map[clauses.Slot]Kind{clauses.Agent: Actor, clauses.Object: Object, clauses.Recipient: Object, clauses.Place: Place, clauses.Goal: Place,
	clauses.Source: Place, clauses.Time: Date, clauses.Amount: Number, clauses.Other: ""}

func (al *Aligner) part(p *pages.Page, c *clauses.Clause, row *clauses.Part) part {
	q := part{row: row, kind: kinds[row.Slot], who: -1}
	if row.Slot == clauses.Other && al.tables.Is("within", row.Prep) && al.tables.Spot(row.Lemma) {
		q.kind = Place // "at the barracks", where the reader saw no place
	}
	if row.Slot == clauses.Time {
		if bounded(&p.Times[row.Time], row.Prep) {
			return q
		}
		q.when, q.pending = p.Intervals[row.Time], p.Times[row.Time].Pending
		return q
	}
	v := al.set.Vocabulary
	var last *words.Form
	for _, w := range p.Between(row.Head) {
		last = &v.Forms[w.Form]
	}
	if last != nil {
		q.head, q.stem = last.Kin, last.Stem
		q.self, q.general = al.tables.Is("self", last.Text), al.tables.Is("empty", row.Lemma) || al.tables.Is("general", row.Lemma)
		q.person = al.facts.people[row.Lemma] || al.facts.people[words.Fold(row.Lemma)] || al.tables.Is("person", row.Lemma)
	}
	for _, w := range p.Between(row.Span) {
		f := &v.Forms[w.Form]
		if f.Stop || f.Number || len(f.Text) < 2 || elsewhere(c, row, w.Span()) || row.Amount >= 0 && p.Amounts[row.Amount].Contains(w.Span()) && !row.Head.Contains(w.Span()) {
			continue
		}
		if al.capital(p, w.Span()) && !al.facts.titles[f.Text] {
			q.proper = append(q.proper, al.place(f.Stem))
		}
		if !row.Head.Contains(w.Span()) {
			q.mods = append(q.mods, f.Kin)
		}
	}
	for _, w := range p.Between(row.Whole) {
		f := &v.Forms[w.Form]
		if !f.Stop && !f.Number && !row.Span.Contains(w.Span()) && al.capital(p, w.Span()) && !al.facts.titles[f.Text] {
			q.inner = append(q.inner, al.place(f.Stem))
		}
	}
	q.proper = append(q.proper, al.belongs(p, row.Span)...)
	q.mods, q.proper, q.inner = Unique(q.mods), Unique(q.proper), Unique(q.inner)
	q.stem = al.place(q.stem)
	q.named = last != nil && has(q.proper, q.stem) && row.Definite
	if row.Entity >= 0 {
		q.who = p.Entity(row.Entity)
	}
	if q.self && c.Inside >= 0 && c.Inside < len(p.Statements) {
		if s := p.Statements[c.Inside].Speaker; s >= 0 && last.Text == "i" {
			q.who = p.Entity(s)
		}
	}
	if m := mention(p, row.Head); m != nil && m.Form == names.Name {
		q.named, q.town = true, m.Type == names.GPE || m.Type == names.LOC
	}
	if row.Amount >= 0 {
		q.number = al.Of(p, &p.Amounts[row.Amount])
	}
	if first := p.Between(row.Span); len(first) > 0 {
		text := v.Forms[first[0].Form].Text
		q.one = !row.Definite && al.tables.Is("indefinite", text)
	}
	return q
}

// belongs are the countries that names and pronouns in a phrase stand for: "its troops" are American where the United States were spoken of, and so are
// "US troops".
func (al *Aligner) belongs(p *pages.Page, in text.Span) []uint32 {
	var out []uint32
	first, end := p.NamesIn(in)
	for i := first; i < end; i++ {
		m := &p.Names[i]
		if m.End > in.End || m.Entity < 0 || m.Entity >= len(p.Entities) || m.Type != names.GPE && m.Type != names.NORP {
			continue
		}
		if country, ok := al.facts.country[al.set.Vocabulary.Stem(words.Fold(p.Entities[m.Entity].Name))]; ok {
			out = append(out, al.set.Vocabulary.StemOf(country))
		}
	}
	return out
}

// Holder returns the statement whose content a clause tells; -1 for none. A statement whose cue only frames the clause ("refused to sign") is not the
// one: what it says and that it is refused is told by whoever speaks of it.
func Holder(p *pages.Page, c *clauses.Clause) int {
	in := c.Inside
	for steps := 0; steps < 4 && in >= 0 && in < len(p.Statements); steps++ {
		s := &p.Statements[in]
		if len(s.Cue) == 0 || !c.Contains(s.Cue[0]) {
			break
		}
		in = s.CarriedBy
	}
	return in
}

// inside says whether a part of what somebody says stands in what is said.
func inside(p *pages.Page, c *clauses.Clause, head text.Span) bool {
	in := Holder(p, c)
	if in < 0 || in >= len(p.Statements) {
		return true
	}
	for _, s := range p.Statements[in].Content {
		if s.Overlaps(head) {
			return true
		}
	}
	return false
}

// elsewhere says whether a word belongs to a place that stands in a phrase and is a part of its own: "a contract in Korsavik".
func elsewhere(c *clauses.Clause, row *clauses.Part, s text.Span) bool {
	for i := range c.Parts {
		p := &c.Parts[i]
		if p.Slot == clauses.Place && p != row && row.Span.Contains(p.Span) && p.Contains(s) && !p.Contains(row.Head) {
			return true
		}
	}
	return false
}

// place is the country that a word for its people stands for, or the word itself: "Turkish" is Turkey.
func (al *Aligner) place(stem uint32) uint32 {
	if country, ok := al.facts.country[al.set.Vocabulary.StemText[stem]]; ok {
		return al.set.Vocabulary.StemOf(country)
	}
	return stem
}

// bounded says whether a time only tells a bound, or no day at all: until Friday, since 2014, now.
func bounded(e *times.Expression, prep string) bool {
	if strings.HasSuffix(e.Value, "_REF") {
		return true // "now" is of every page another day
	}
	switch prep {
	case "until", "till", "since", "before", "after", "by", "from", "for":
		return true
	}
	return e.Bound != "" && e.Bound != "to"
}

func mention(p *pages.Page, head text.Span) *names.Mention {
	i := sort.Search(len(p.Names), func(i int) bool { return p.Names[i].Start >= head.Start-120 })
	for ; i < len(p.Names) && p.Names[i].Start < head.End; i++ {
		if m := &p.Names[i]; m.Overlaps(head) && m.Form == names.Name && m.End >= head.End {
			return m
		}
	}
	return nil
}

// capital says whether a word is written with a capital that is not its sentence's first.
func (al *Aligner) capital(p *pages.Page, s text.Span) bool {
	r, _ := utf8.DecodeRuneInString(p.Page.Text.At(s))
	if !unicode.IsUpper(r) {
		return false
	}
	for i := s.Start - 1; i >= 0; i-- {
		switch p.Page.Text[i] {
		case ' ', '"', '\'', '(':
			continue
		case '.', '!', '?', '\n', ':':
			return mention(p, s) != nil
		}
		if b := p.Page.Text[i]; b >= utf8.RuneSelf && i > 2 && (p.Page.Text.At(text.Span{Start: i - 2, End: i + 1}) == "“" || p.Page.Text.At(text.Span{Start: i - 2, End: i + 1}) == "‘") {
			i -= 2
			continue
		}
		return true
	}
	return mention(p, s) != nil
}

func has(list []uint32, x uint32) bool {
	_, ok := slices.BinarySearch(list, x)
	return ok
}

// Shares says whether two sorted lists have an entry in common.
func Shares(a, b []uint32) bool {
	for range words.Common(a, b) {
		return true
	}
	return false
}

func shared(a, b []uint32) int {
	n := 0
	for range words.Common(a, b) {
		n++
	}
	return n
}

// Unique sorts a list and takes what stands in it twice once.
func Unique(list []uint32) []uint32 {
	slices.Sort(list)
	return slices.Compact(list)
}
