package times

import (
	"sort"

	"github.com/hearsay-news/hearsay/lang"
	"github.com/hearsay-news/hearsay/read/syntax"
	"github.com/hearsay-news/hearsay/read/times/pattern"
	"github.com/hearsay-news/hearsay/text"
)

// finder goes through the sentences of one page.
type finder struct {
	lang     *language
	scan     *pattern.Scan
	text     string
	anchor   Interval
	headline bool
	found    []Expression

	tokens         []syntax.Token
	joined         []syntax.Token // of two sentences that are one
	meanings       []meaning
	cands          []candidate
	speeches       []speech // see spoken; made when first asked for
	quoted         []bool   // of each atom: between quotation marks
	listened       bool
	previous       *Pending           // the date told last, for "the following day"
	day            *Pending           // the one told last that is a day, for "that night"
	inSentence     bool               // previous was told in this sentence
	lastQ          *Pending           // the quarter told last, for "the year-earlier quarter"
	lastWasQuarter bool               // the date told last was a quarter
	persons        [len(bearers)]int8 // of each name of a month that people bear: 1 where the page knows one, -1 where not, 0 not yet asked
	years          map[int]int        // of the days told with their year: month and day → year
	terror         int8               // 1 where the page speaks of terror, -1 where not, 0 not yet asked
	lastWasMonths  bool               // the period told last was months of a year, "the first nine months"
}

// meaning is what a stretch of words means before it is anchored.
type meaning struct {
	typ              Type
	p                *Pending // DATE and TIME
	value            string   // DURATION, SET and references
	mod, quant, freq string
	n                float64 // of a duration
	unit             unit
	vague            bool
	hasYear          bool
	quiet            bool // serves other rules, is no expression of its own
}

type candidate struct {
	from, to int // atoms
	meaning  int32
	rule     *pattern.Rule
	reach    int // how many atoms it looked at, context included
}

func newFinder(from *lang.Language, t string, anchor Interval) *finder {
	l := tables.Of(from)
	return &finder{lang: l, scan: l.grammar.NewScan(), text: t, anchor: anchor, meanings: make([]meaning, 0, 32)}
}

func (f *finder) sentence(from, to int, tokens []syntax.Token) {
	f.tokens = tokens
	f.meanings = f.meanings[:0]
	f.cands = f.cands[:0]
	f.inSentence, f.listened = false, false
	f.scan.Load(f.text, from, to)
	for stage := range f.lang.grammar.Stages() {
		f.scan.Run(stage, func(m *pattern.Match) { f.take(m) })
	}
	if len(f.cands) == 0 {
		return
	}
	sort.SliceStable(f.cands, func(i, j int) bool {
		a, b := f.cands[i], f.cands[j]
		if a.from != b.from {
			return a.from < b.from
		}
		if a.to != b.to {
			return a.to > b.to
		}
		if a.reach != b.reach {
			return a.reach > b.reach
		}
		return a.meaning > b.meaning // of two readings of the same words, the one that looked at more of the context
	})
	end := 0
	for _, c := range f.cands {
		if c.from < end {
			continue
		}
		if f.called(c) {
			end = c.to
			continue
		}
		if e, ok := f.finish(c); ok {
			f.found = append(f.found, e)
			end = c.to
		}
	}
}

// take makes the meaning of a match, a term for the rules of later stages and a candidate; it says whether there is one.
func (f *finder) take(m *pattern.Match) bool {
	mean, ok := f.build(m)
	if !ok {
		return false
	}
	ref := int32(len(f.meanings))
	f.meanings = append(f.meanings, mean)
	if m.Rule.Class != 0 && m.To > m.From {
		f.scan.Add(pattern.Term{Sym: m.Rule.Class, Atom: int32(m.From), End: int32(m.To), Ref: ref})
		if mean.p != nil {
			f.scan.Add(pattern.Term{Sym: f.lang.sym.date, Atom: int32(m.From), End: int32(m.To), Ref: ref})
		}
	}
	if !mean.quiet && m.To > m.From {
		f.cands = append(f.cands, candidate{m.From, m.To, ref, m.Rule, m.End - m.Atom})
	}
	return true
}

// finish anchors a chosen candidate.
func (f *finder) finish(c candidate) (Expression, bool) {
	m := f.meanings[c.meaning]
	start, stop := f.scan.Span(c.from, c.to)
	e := Expression{Span: text.Span{Start: start, End: stop}, Type: m.typ, Mod: m.mod, Quant: m.quant, Freq: m.freq, Rule: c.rule.Name, Value: m.value}
	if m.typ == DURATION && m.unit == uMonth && m.n >= 6 && (c.rule.Name == "first-dur" || c.rule.Name == "the-dur") {
		f.lastWasMonths = true
	}
	if m.p == nil {
		e.Interval.Grain = Unknown
		return e, true
	}
	p := f.anchored(m.p, c)
	if p.Op == Shift && unit(p.Unit) == uDay && p.Of == nil && (c.rule.Kind == "shift" || c.rule.Kind == "tonight") {
		if day := f.spoken(c); day != nil {
			p.Of = day
		}
	}
	interval, value := resolve(p, f.anchor)
	if q := f.rangeEnd(p, interval, c); q != nil {
		p = q
		interval, value = resolve(p, f.anchor)
	}
	if m.value == "" {
		e.Value = value
	}
	e.Interval = interval
	if e.Interval.Grain == "" {
		e.Interval.Grain = Unknown
	}
	if e.Mod == "" {
		e.Mod = p.Mod
	}
	if p.hangs() {
		e.Pending = p
	} else if day, ok := interval.Single(); ok { // "on 11 September 2001", later "11 September"
		year, month, dom := day.Civil()
		if f.years == nil {
			f.years = map[int]int{}
		}
		f.years[monthDay(month, dom)] = year
	}
	e.Bound = f.bound(c.from)
	if (m.typ == DATE || m.typ == TIME) && m.value == "" && (p.Of == nil || p.Of.Op != Untold) {
		f.goOn(p, c)
	}
	return e, true
}

// monthDay is a number for a day of any year.
func monthDay(month, day int) int { return month*32 + day }

// goOn keeps what was told last, for what is told from it.
func (f *finder) goOn(p *Pending, c candidate) {
	f.previous, f.inSentence = p, true
	if f.isDay(p) {
		f.day = p
	}
	if p.Op == QuarterOf && f.lastQ != nil && (p.Side == NearFuture || f.compared(c.from)) {
		return // "after a flat second quarter", "expects a fourth-quarter charge": the story stays at its own
	}
	if p.Op == QuarterOf {
		f.lastQ, f.lastWasQuarter, f.lastWasMonths = p, true, false
	} else if p.Op != Shift || unit(p.Unit) != uQuarter {
		f.lastWasQuarter = f.lastWasQuarter && (p.Side == Inside || p.Op != Weekday && p.Op != MonthDay)
	}
}

// compared says whether a period at an atom is told only to set the story's own beside it: "up from the second quarter", "after a weak third quarter".
func (f *finder) compared(atom int) bool {
	for i := atom - 1; i >= 0 && i >= atom-3; i-- {
		if f.lang.tense.beside[f.lower(i)] {
			return true
		}
		if t := f.token(i); t < 0 || f.tokens[t].UPOS != syntax.DET && f.tokens[t].UPOS != syntax.ADJ && f.tokens[t].XPOS != syntax.PRPS {
			return false
		}
	}
	return false
}

// rangeEnd puts the end of "from Friday to Monday" after its beginning, where each alone would lie the other way round.
func (f *finder) rangeEnd(p *Pending, interval Interval, c candidate) *Pending {
	if len(f.found) == 0 || c.from < 1 {
		return nil
	}
	switch f.lower(c.from - 1) {
	case "to", "until", "till", "through", "-":
	default:
		return nil
	}
	before := &f.found[len(f.found)-1]
	if before.Pending == nil || before.End > int(f.scan.Atoms[c.from-1].Start) || before.End < int(f.scan.Atoms[c.from-1].Start)-1 {
		return nil
	}
	named := func(p *Pending) bool {
		return p.Side != Inside && (p.Op == Weekday || p.Op == MonthName || p.Op == MonthDay || p.Op == DayOfMonth)
	}
	if !named(p) || !named(before.Pending) || p.Op == MonthName != (before.Pending.Op == MonthName) || p.Of != nil || p.Side == Last || p.Side == Next || p.Side == This {
		return nil
	}
	if interval.Earliest.Known && before.Interval.Earliest.Known && interval.Earliest.Day >= before.Interval.Earliest.Day {
		return nil
	}
	q := *p
	q.Side, q.Of = "next", before.Pending
	return &q
}

// sameDay is the day a bare clock time lies on: the day told last, in the same sentence or before it on the side that the tense tells; else the page's
// own. The night that news tell of is the page's.
func (f *finder) sameDay(c candidate) Pending {
	if f.previous != nil && f.isDay(f.previous) && (f.inSentence || c.rule.Kind != "overnight" && f.goesOn(c)) {
		return *f.previous
	}
	return Pending{Op: Anchor}
}

// goesOn says whether the story is still at the day told last: what has been lies no later than the page, what will be no earlier.
func (f *finder) goesOn(c candidate) bool {
	if !f.anchor.Earliest.Known {
		return true
	}
	pt, ok := f.previous.at(f.anchor.Earliest.Day)
	if f.tense(c) == future {
		return ok && pt.first >= f.anchor.Earliest.Day
	}
	return ok && pt.first <= f.anchor.Earliest.Day
}

// allDay is a value without its time of day: what is later is counted from the day.
func (p *Pending) allDay() *Pending {
	if p == nil || p.clock() == "" {
		return p
	}
	q := *p
	q.Clock, q.Zone, q.Of = "", nil, p.Of.allDay()
	return &q
}

var bounds = map[string]string{"since": "since", "until": "until", "till": "until", "before": "before", "after": "after", "by": "by", "from": "from", "to": "to",
	"through": "until"}

// bound reads the preposition before an expression.
func (f *finder) bound(from int) string {
	for i := from - 1; i >= 0 && i >= from-2; i-- {
		word := f.lower(i)
		if b, ok := bounds[word]; ok {
			return b
		}
		if word != "the" && word != "at" && word != "least" {
			return ""
		}
	}
	return ""
}

// lower returns an atom in lower case.
func (f *finder) lower(i int) string {
	w := f.scan.Word(i)
	for j := 0; j < len(w); j++ {
		if w[j] >= 'A' && w[j] <= 'Z' {
			b := []byte(w)
			for k := range b {
				if b[k] >= 'A' && b[k] <= 'Z' {
					b[k] |= 0x20
				}
			}
			return string(b)
		}
	}
	return w
}

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
