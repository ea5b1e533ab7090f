package amounts

import (
	"sort"
	"strings"

	"github.com/hearsay-news/hearsay/read/syntax"
	"github.com/hearsay-news/hearsay/read/times/pattern"
	"github.com/hearsay-news/hearsay/text"
)

// change says which way an amount moved: "from 8,200 to 3,100", "fell by a third", "up 9 percent", "a 5 percent rise".
func (f *finder) change(a *Amount, c candidate, d draft) {
	if d.from != nil {
		ch := &Change{From: Number{d.from.low, true}, To: Number{d.low, true}, Direction: Up}
		if d.low < d.from.low {
			ch.Direction = Down
		}
		if !f.moves(c) && d.unit != "" && d.from.low < d.low && f.direction(c) == "" {
			// "from 15 to 22 miles an hour" without a word of movement is a range
			a.Low, a.High = Number{d.from.low, true}, Number{d.low, true}
			return
		}
		a.Low, a.High = Number{d.low, true}, Number{d.high, true}
		a.Change = ch
		return
	}
	dir := f.direction(c)
	if dir == "" {
		return
	}
	a.Change = &Change{Direction: dir}
	at := c.from - 1
	if !a.Bound.Empty() {
		for at > 0 && int(f.scan.Atoms[at].Start) >= a.Bound.Start {
			at--
		}
	}
	for at > 0 && (f.lower(at) == "just" || f.lower(at) == "only" || f.lower(at) == "a" || f.lower(at) == "barely") {
		at--
	}
	if w := f.lower(at); w == "from" || w == "the" && f.lower(at-1) == "from" { // "down from 89"
		a.Change.From = a.Low
		return
	}
	if w := f.lower(at); w == "to" || w == "at" || w == "is" || w == "was" {
		a.Change.To = a.Low
		if !a.Low.Known {
			a.Change.To = a.High
		}
	}
}

// moves says whether a word of movement stands in the clause before.
func (f *finder) moves(c candidate) bool { return f.direction(c) != "" }

// direction looks for a word of movement that governs the amount: shortly before it, or as the noun right after it.
func (f *finder) direction(c candidate) Direction {
	if f.lower(c.from-1) == "+" && f.drafts[c.draft].kind == Share {
		return Up
	}
	for i, n := c.from-1, 0; i >= 0 && n < 7; i, n = i-1, n+1 {
		w := f.lower(i)
		if w == ";" || w == "." && n > 0 || w == "(" || w == "," && n > 0 {
			break
		}
		if dir := f.moving(i); dir != "" {
			if n > 0 && f.blocked(i+1, c.from) || !f.movesAmount(i, c) {
				break
			}
			return dir
		}
		if f.scan.Atoms[i].Kind == pattern.Digits {
			break
		}
	}
	for i := c.to; i < len(f.scan.Atoms) && i < c.to+2 && f.drafts[c.draft].unit != ""; i++ {
		if f.scan.Atoms[i].Kind != pattern.Letters {
			break
		}
		if dir := f.moving(i); dir != "" {
			switch f.lower(i) {
			case "rise", "increase", "growth", "gain", "jump", "surge", "hike", "boost", "spike", "uptick", "up", "higher", "fall", "drop", "decline", "decrease", "cut", "reduction",
				"loss", "plunge", "slump", "slide", "dip", "down", "lower", "downturn", "contraction":
				return dir
			}
		}
	}
	return ""
}

// movesAmount keeps verbs of movement from counts that they only take as object: "gave up 517 yards", "lost 3 men".
func (f *finder) movesAmount(i int, c candidate) bool {
	d := f.drafts[c.draft]
	w := f.lower(i)
	if strings.HasPrefix(w, "add") && d.kind != Money && d.kind != Share {
		return false
	}
	if w == "up" || w == "down" {
		switch f.lower(i - 1) {
		case "gave", "give", "gives", "giving", "given", "put", "puts", "putting", "set", "setting", "sign", "signed", "pick", "picked", "take", "took", "taken", "make", "made",
			"makes", "racked", "round", "rounded", "line", "lined", "build", "built", "hold", "held", "shares", "showed", "turned":
			return false
		}
	}
	if d.unit != "" {
		return true
	}
	switch f.lower(c.from - 1) {
	case "by", "to", "from", "up", "down":
		return true
	}
	switch w {
	case "rose", "fell", "rise", "fall", "increased", "decreased", "dropped", "declined", "climbed", "jumped", "surged", "plunged", "grew", "shrank", "rises", "falls", "up", "down",
		"increase", "decrease", "drop", "decline":
		return !f.nounFollows(c.to)
	}
	return false
}

// blocked says whether the words between the movement and the amount belong to something else.
func (f *finder) blocked(from, to int) bool {
	if f.lower(to-1) == "by" { // "grow sales by 35 percent"
		return false
	}
	for i := from; i < to; i++ {
		switch f.lower(i) {
		case "by", "to", "from", "about", "around", "nearly", "almost", "another", "more", "than", "some", "an", "a", "only", "just", "over", "at", "least", "up", "under", "as", "much",
			"roughly", "approximately", "estimated", "further", "additional", "sharply", "slightly", "down", "$", "£", "€", "us", "of", "well", "the", "close", "below", "above", "less",
			"most", "many", "no", "fewer", "again":
		default:
			return true
		}
	}
	return false
}

func (f *finder) moving(i int) Direction {
	// "up to" and "lost" of a match are no movements.
	if t := f.scan.Find(i, f.lang.up); t != nil {
		if w := f.lower(i); w == "up" && f.lower(i+1) == "to" && !f.downFrom(i) {
			return ""
		}
		return Up
	}
	if t := f.scan.Find(i, f.lang.down); t != nil {
		return Down
	}
	return ""
}

func (f *finder) downFrom(i int) bool { return f.lower(i-1) == "was" || f.lower(i-1) == "were" }

// casualties gives an amount of people its kind from the words around it.
func (f *finder) casualties(a *Amount, c candidate) {
	if a.Kind != Count {
		return
	}
	for _, kind := range []struct {
		sym  pattern.Sym
		kind Kind
	}{{f.lang.killed, Killed}, {f.lang.injured, Injured}, {f.lang.missing, Missing}, {f.lang.detained, Detained}} {
		if f.near(c, a, kind.sym) {
			a.Kind = kind.kind
			return
		}
	}
}

// near looks for a word of a class right before the amount ("killed 12", "killing at least 12 people") or after what it counts
// ("12 people were killed", "12 dead").
func (f *finder) near(c candidate, a *Amount, class pattern.Sym) bool {
	start := a.Start
	if !a.Bound.Empty() {
		start = min(start, a.Bound.Start)
	}
	from := c.from
	for from > 0 && int(f.scan.Atoms[from-1].Start) >= start {
		from--
	}
	if t, _ := f.before(from, class); t != nil {
		return true
	}
	end := a.End
	if !a.Of.Empty() {
		end = max(end, a.Of.End)
	}
	at := c.to
	for at < len(f.scan.Atoms) && int(f.scan.Atoms[at].Start) < end {
		if f.scan.Find(at, class) != nil {
			return true
		}
		at++
	}
	for n := 0; n < 4 && at < len(f.scan.Atoms); n++ {
		if f.scan.Find(at, class) != nil {
			return true
		}
		switch f.lower(at) {
		case "were", "was", "have", "has", "had", "been", "are", "is", "reported", "also", "people", "others", "or", "of", "them", "confirmed", "feared", "still", "more", "being":
			at++
			continue
		}
		break
	}
	return false
}

// claims adds directions without a number: "attacks have increased". Only verbs with a common noun before them count.
func (f *finder) claims() {
	for i := range f.tokens {
		t := &f.tokens[i]
		if t.UPOS != syntax.VERB || t.XPOS == syntax.VBG && f.word(i-1) != "is" && f.word(i-1) != "are" {
			continue
		}
		dir := f.claimed(t)
		if dir == "" || f.figureNear(t.Span) {
			continue
		}
		subject := f.subject(i)
		if subject < 0 {
			continue
		}
		from := subject
		for from > 0 && (f.tokens[from-1].UPOS == syntax.ADJ || f.tokens[from-1].UPOS == syntax.NOUN || f.tokens[from-1].UPOS == syntax.PROPN) {
			from--
		}
		f.insert(Amount{Span: t.Span, Unit: strings.ToLower(f.lemma(subject)), Of: text.Span{Start: f.tokens[from].Start, End: f.tokens[subject].End},
			Change: &Change{Direction: dir}, Kind: Count, Rule: "direction"})
	}
}

// insert keeps the list in text order.
func (f *finder) insert(a Amount) {
	i := len(f.found)
	for i > 0 && f.found[i-1].Start > a.Start {
		i--
	}
	f.found = append(f.found, Amount{})
	copy(f.found[i+1:], f.found[i:])
	f.found[i] = a
}

// claimed reads a verb of the table of claims.
func (f *finder) claimed(t *syntax.Token) Direction {
	i := sort.Search(len(f.scan.Atoms), func(i int) bool { return int(f.scan.Atoms[i].Start) >= t.Start })
	if i == len(f.scan.Atoms) || int(f.scan.Atoms[i].Start) != t.Start {
		return ""
	}
	if c := f.scan.Find(i, f.lang.claim); c != nil {
		return Direction(c.Val)
	}
	return ""
}

// subject is the common noun before a verb, over auxiliaries and adverbs.
func (f *finder) subject(verb int) int {
	for j := verb - 1; j >= 0; j-- {
		switch f.tokens[j].UPOS {
		case syntax.AUX, syntax.ADV, syntax.PART:
			continue
		case syntax.NOUN:
			return j
		}
		return -1
	}
	return -1
}

// figureNear says whether a figure already tells this movement.
func (f *finder) figureNear(s text.Span) bool {
	for i := len(f.found) - 1; i >= 0 && f.found[i].End > s.Start-200; i-- {
		if a := &f.found[i]; a.Start < s.End+60 && a.End > s.Start-40 {
			return true
		}
	}
	return false
}
