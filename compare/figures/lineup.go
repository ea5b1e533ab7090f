package figures

import (
	"math"

	"github.com/hearsay-news/hearsay/compare/align"
	"github.com/hearsay-news/hearsay/compare/cluster"
	"github.com/hearsay-news/hearsay/compare/words"
	"github.com/hearsay-news/hearsay/read/amounts"
	"github.com/hearsay-news/hearsay/text"
)

const checkPair = 64

// lineUp groups the figures that give one quantity, and says how many pairs it laid on each other.
func (r *reader) lineUp() ([][]*item, int) {
	var links []cluster.Link
	pairs := align.Pairs(r.looks(), align.Figures)
	for _, c := range pairs {
		r.set.Steps.Take(1 + len(r.all[c[0]].kins) + len(r.all[c[1]].kins))
		if score := r.score(c[0], c[1]); score > 0 {
			links = append(links, cluster.Link{A: c[0], B: c[1], Score: score})
		}
	}
	var out [][]*item
	for _, members := range cluster.Groups(len(r.all), links, r.together) {
		var g []*item
		for _, n := range members {
			g = append(g, r.all[n])
		}
		out = append(out, g)
	}
	return out, len(pairs)
}

// looks makes the keys through which figures of one story find each other: what is counted, the words of the sentence, the number itself.
func (r *reader) looks() []align.Look {
	out := make([]align.Look, len(r.all))
	v := r.set.Vocabulary
	for i, t := range r.all {
		base := words.Mix(words.Hash(t.axis+"/"+t.rate) ^ words.Mix(uint64(t.page.Story)))
		look := &out[i]
		for _, k := range t.kins {
			if v.Weight[k] >= align.Telling {
				look.Keys = append(look.Keys, words.Mix(base^uint64(k)))
			}
		}
		if t.thing.known {
			look.Must = append(look.Must, words.Mix(base^1<<40^uint64(t.thing.head)))
		}
		if t.axis == "share" && r.turnout(t) {
			look.Must = append(look.Must, words.Mix(base^words.Hash("turnout")))
		}
		if t.low.Known && t.low == t.high && (t.thing.known || t.axis != "count") {
			look.Must = append(look.Must, words.Mix(base^1<<42^uint64(t.thing.head)^words.Mix(math.Float64bits(t.low.Value))))
		}
		if !t.thing.known && t.axis != "count" && t.clause != nil { // "it is worth …"
			look.Must = append(look.Must, words.Mix(base^1<<43^words.Hash(t.clause.Row.Lemma)))
		}
		if t.axis != "count" && t.axis != "share" && (t.rate != "" || t.extent != "") {
			look.Must = append(look.Must, words.Mix(base^words.Hash(t.extent)^1<<44))
		}
		if t.fate != "" {
			look.Must = append(look.Must, words.Mix(base^words.Hash(t.fate)))
		}
		if t.low.Known && t.low == t.high && t.low.Value > 12 {
			look.Must = append(look.Must, words.Mix(base^1<<41^math.Float64bits(t.low.Value)))
		}
	}
	return out
}

// score is what same says of two figures: groups that grow ask for the same pairs again and again.
func (r *reader) score(i, j int) float64 {
	key := uint64(i)<<32 | uint64(j)
	score, known := r.scores[key]
	if !known {
		score = r.same(r.all[i], r.all[j])
		r.scores[key] = score
	}
	return score
}

// same scores how surely two figures of one axis give one quantity; 0 for not.
func (r *reader) same(a, b *item) float64 {
	if r.otherScale(a, b) {
		return 0
	}
	lay := r.lay(a, b)
	if !told(a, b) && !(exact(a, b) && lay == align.Equal) || a.added != b.added && !exact(a, b) {
		return 0 // "fell 9 percent" is no level, "12 more" no total
	}
	if x, y := a.amount.Change, b.amount.Change; x != nil && y != nil && *x == *y && x.From.Known && x.To.Known && a.from == b.from && a.page != b.page {
		return 100 // both ends of a movement don't coincide by chance
	}
	excluded := excludes(a, b)
	if a.page == b.page && (excluded || !exact(a, b) && (!a.rng.Close(b.rng) || a.rel == b.rel && a.axis == "share" || lay != align.Equal)) {
		return 0 // one page does not contradict itself: these are two quantities
	}
	_, near := r.set.Common(a.kins, b.kins)
	_, far := r.set.Common(merged(a.kins, a.around), merged(b.kins, b.around))
	evidence := near + (far-near)/2
	fit := r.things(a, b)
	if fit == align.Contrary && lay == align.Equal && !excluded && (exact(a, b) || a.axis != "count" && a.axis != "share") && near >= 2*align.CountedRival {
		fit = align.Compatible // "seas of 6 to 7 feet were pushing tides" and "waves of six to seven feet"
	}
	if fit == align.Contrary || a.fate != b.fate && !(fit == align.Equal && r.sameFate(a, b, excluded)) || !sameTime(a, b, excluded) || disjoint(a.places, b.places) && !r.joined(a, b) {
		return 0
	}
	if a.axis != "count" && a.axis != "share" && strangers(a, b) {
		return 0 // sums and measures of two firms
	}
	if lay == align.Contrary && excluded {
		return 0
	}
	if !exact(a, b) && r.otherwise(a, b) && !r.roughly(a, b, fit, near) {
		return 0
	}
	if !excluded {
		return r.agreeing(a, b, fit, lay, near, evidence)
	}
	if a.fate == "" { // the toll is what the story is about: its words are the story's
		near, far = r.rare(a, a.kins, b.kins), r.rare(a, merged(a.kins, a.around), merged(b.kins, b.around))
	}
	return r.rival(a, b, fit, lay, near, near+(far-near)/2)
}

// otherScale says whether two figures can't be of one quantity whatever they count: counts and sums, a day's and a total, length and width.
func (r *reader) otherScale(a, b *item) bool {
	return a.axis != b.axis || a.rate != b.rate || a.extent != b.extent && a.extent != "" && b.extent != "" ||
		a.from != b.from && (a.page == b.page || bothEnds(a, b)) || a.negated != b.negated || a.part != b.part
}

// roughly says whether one figure only tells the magnitude of the other, of a thing that tells by itself what is counted: "hundreds of billboards" and
// "300 billboards", whatever else their clauses tell.
func (r *reader) roughly(a, b *item, fit align.Fit, near float64) bool {
	return a.amount.Vague != b.amount.Vague && fit != align.Contrary && fit != align.Silent && a.page != b.page && !excludes(a, b) &&
		r.set.Vocabulary.Weight[a.thing.head] >= align.CountedHead && near >= 2*align.CountedRival
}

// strangers says whether two clauses name people and bodies, and none in common: two firms' sums. Where one of them leaves its subject out, another
// clause of its sentence may name it.
func strangers(a, b *item) bool {
	if !disjoint(a.names, b.names) {
		return false
	}
	return len(a.doers) > 0 && len(b.doers) > 0 || disjoint(a.beside, b.beside)
}

// rare is the weight of what two lists have in common, where words that stand on most pages of the story weigh little.
func (r *reader) rare(t *item, a, b []uint32) float64 {
	weight := 0.0
	for w := range words.Common(a, b) {
		weight += r.set.Vocabulary.Weight[w] * r.al.Rarity(t.page, w)
	}
	return weight
}

// oneTime says whether two figures that exclude each other are told as of one time: of pages a day apart at most, or with one day beside both.
func oneTime(a, b *item) bool {
	x, y := a.page.Published, b.page.Published
	if d, ok := a.asOf.Single(); ok && a.dated && b.dated {
		if e, ok := b.asOf.Single(); ok && d == e {
			return true
		}
	}
	if !x.Earliest.Known || !y.Earliest.Known {
		return true
	}
	return abs(int(x.Earliest.Day-y.Earliest.Day)) <= align.RivalDays || a.goesOn && growing(a, b)
}

// sameFate says whether two figures with unlike fates may be of the same people: one tells none, and either the number or what is told is the same.
func (r *reader) sameFate(a, b *item, excluded bool) bool {
	if !excluded && exact(a, b) && a.low.Known && a.low.Value >= manyAlike {
		return true
	}
	return (a.fate == "" || b.fate == "") && !a.thing.anybody && !b.thing.anybody && r.lay(a, b) == align.Equal
}

// told says whether two figures tell the same of their thing: how many there are, by how many it changed, how many of a whole.
func told(a, b *item) bool {
	if a.step() != b.step() {
		return false
	}
	if a.axis == "share" || a.tells == b.tells {
		return true
	}
	return (a.tells != amounts.Part && b.tells != amounts.Part) || a.thing.pronoun || b.thing.pronoun // "16 of them"
}

// bothEnds says whether one figure is where a movement began and the other where one ended, or a number that excludes it: two quantities.
func bothEnds(a, b *item) bool {
	x, y := a.amount.Change, b.amount.Change
	if x != nil && y != nil && x.From.Known && x.To.Known && y.From.Known && y.To.Known {
		return true
	}
	return a.rng != nil && b.rng != nil && excludes(a, b)
}

// excludes says whether two figures can't both be right. Two bounds that look the same way exclude each other where each is given to a digit that the
// other does not reach: "more than 150" and "more than 170", but not "more than 100" and "more than 120".
func excludes(a, b *item) bool {
	if a.rng == nil || b.rng == nil || !a.rng.Meets(b.rng) {
		return true
	}
	if a.axis == "share" || a.rng.Size != b.rng.Size {
		return false
	}
	over := func(t *item) bool { return (t.rel == amounts.More || t.rel == amounts.AtLeast) && t.low.Known }
	under := func(t *item) bool { return (t.rel == amounts.Less || t.rel == amounts.AtMost) && t.high.Known }
	switch {
	case over(a) && over(b):
		x, y := min(a.low.Value, b.low.Value), max(a.low.Value, b.low.Value)
		return x+digit(x) <= y
	case under(a) && under(b):
		x, y := min(a.high.Value, b.high.Value), max(a.high.Value, b.high.Value)
		return y-digit(y) >= x
	}
	return false
}

// digit is what the last digit of a number that is not a zero counts: 10 of 150, 1,000 of 12,000.
func digit(v float64) float64 {
	if v <= 0 || v != math.Trunc(v) {
		return 0
	}
	unit := 1.0
	for math.Mod(v, unit*10) == 0 {
		unit *= 10
	}
	return unit
}

// step says whether a figure is how far something moved.
func (t *item) step() bool {
	c := t.amount.Change
	return t.tells == amounts.Step || c != nil && !c.From.Known && !c.To.Known
}

// things lays what is counted on each other.
func (r *reader) things(a, b *item) align.Fit {
	x, y := &a.thing, &b.thing
	if len(x.purpose) > 0 && len(y.purpose) > 0 && !align.Shares(x.purpose, y.purpose) {
		return align.Contrary
	}
	if len(x.proper) > 0 && len(y.proper) > 0 && !align.Shares(x.proper, y.proper) {
		return align.Contrary
	}
	switch {
	case x.known && y.known && x.head == y.head:
		return align.Equal
	case !x.known && !y.known:
		return align.Silent
	case !x.known || !y.known:
		return align.Silent
	case x.anybody && y.person, y.anybody && x.person, (x.anybody || y.anybody) && a.fate != "" && a.fate == b.fate:
		return align.Compatible
	case align.Shares(x.mods, []uint32{y.head}) || align.Shares(y.mods, []uint32{x.head}):
		return align.Compatible
	case a.axis == "share" && r.turnout(a) && r.turnout(b):
		return align.Equal
	}
	return align.Contrary
}

// turnout says whether a share is one of those who might have voted.
func (r *reader) turnout(t *item) bool {
	v := r.set.Vocabulary
	if v.StemText[t.thing.head] == "turnout" {
		return true
	}
	for _, w := range t.page.Between(t.thing.span.Cover(t.amount.Whole)) {
		if r.al.Word("voter", v.Forms[w.Form].Text) {
			return true
		}
	}
	return false
}

// sameTime says whether two figures can be as of one time, or of one count that goes on.
func sameTime(a, b *item, excluded bool) bool {
	if !a.dated || !b.dated {
		return true
	}
	if _, ok := a.asOf.Meet(b.asOf); ok {
		return true
	}
	_, one := a.asOf.Single()
	_, two := b.asOf.Single()
	if !one || !two {
		return false // of two months, of two years
	}
	return !excluded && a.amount.Kind == amounts.Share || growing(a, b)
}

// growing says whether the later of two figures is the greater one, of a count that goes on for days: the dead, what burned.
func growing(a, b *item) bool {
	x, y := a.time(), b.time()
	if !x.Known || !y.Known || x.Day == y.Day || abs(int(x.Day-y.Day)) > align.CountedDays {
		return false
	}
	if x.Day > y.Day {
		a, b = b, a
	}
	return a.rng != nil && b.rng != nil && a.rng.Low <= b.rng.Low && a.goesOn && b.goesOn
}

// grown says whether the later of two figures is the greater one and both count or sum up what may come to more by then: no conflict, even where
// nothing says that it goes on. Rising says that one of the row's figures is told as what a count has come to: then two of one day are two hours' counts.
func grown(a, b *item, rising bool) bool {
	x, y := a.time(), b.time()
	if !x.Known || !y.Known || x.Day == y.Day && !rising || a.axis == "share" || a.rng == nil || b.rng == nil || a.rate != "" || a.axis == "time" {
		return false
	}
	if rising && x.Day == y.Day {
		return true
	}
	if a.amount.Kind == amounts.Money && !a.goesOn && !b.goesOn {
		return false // a payment, a price
	}
	if x.Day > y.Day {
		a, b = b, a
	}
	return a.rng.Low <= b.rng.Low
}

func abs(n int) int { return max(n, -n) }

// rising says whether a figure is told as what a count has come to: "has risen to 27", "taking the total to 28".
func (r *reader) rising(t *item) bool {
	if t.axis != "count" {
		return false
	}
	if c := t.amount.Change; c != nil {
		return c.Direction != amounts.Down
	}
	return t.clause != nil && r.al.Word("tallied", t.clause.Row.Lemma)
}

// disjoint says whether two sentences name places and none in common.
func disjoint[T int | uint32](a, b []T) bool {
	if len(a) == 0 || len(b) == 0 {
		return false
	}
	for range words.Common(a, b) {
		return false
	}
	return true
}

// joined says whether the places of either sentence stand in the other page's head: a town here, its country there. Two countries are two.
func (r *reader) joined(a, b *item) bool {
	if r.wide(a.places) && r.wide(b.places) {
		return false
	}
	return !disjoint(a.context, b.places) && len(a.context) > 0 || !disjoint(b.context, a.places) && len(b.context) > 0
}

func (r *reader) wide(places []uint32) bool {
	for _, p := range places {
		if r.al.Wide(p) {
			return true
		}
	}
	return false
}

func merged(a, b []uint32) []uint32 { return align.Unique(append(append([]uint32(nil), a...), b...)) }

// lay lays the clauses on each other: Equal where they tell the same of the thing, Contrary where what is told is contrary but for the number.
func (r *reader) lay(a, b *item) align.Fit {
	best := align.Silent
	for _, x := range a.tellings() {
		for _, y := range b.tellings() {
			switch fit := r.layOne(x, y); {
			case fit == align.Equal:
				return fit
			case fit == align.Contrary:
				best = fit
			}
		}
	}
	return best
}

// tellings are the clauses that tell a figure, its own first.
func (t *item) tellings() []*align.Clause {
	if t.clause == nil {
		return t.others
	}
	return append([]*align.Clause{t.clause}, t.others...)
}

func (r *reader) layOne(a, b *align.Clause) align.Fit {
	ans := r.al.Lay(a, b)
	if ans.Predicate == align.Contrary || ans.Unlike {
		return align.Silent
	}
	for _, k := range ans.Contrary() {
		switch k {
		case align.Number:
		case align.Object, align.Date, align.Status, align.Scope:
		default:
			return align.Contrary
		}
	}
	return align.Equal
}

// otherwise says whether what is told of those counted is told by verbs of two kinds, "were in the country" and "are safe", or one page counts
// people of a kind that the other does not name.
func (r *reader) otherwise(a, b *item) bool {
	if a.axis != "count" || a.rng != nil && b.rng != nil && a.rng.Close(b.rng) {
		return false
	}
	if a.thing.anybody != b.thing.anybody && len(a.thing.proper) != len(b.thing.proper) && (len(a.thing.proper) == 0 || len(b.thing.proper) == 0) {
		return true // people, and staff of one body
	}
	if a.fate != "" && a.fate == b.fate || a.clause == nil || b.clause == nil || r.al.Word("tallying", a.clause.Row.Lemma) || r.al.Word("tallying", b.clause.Row.Lemma) {
		return false
	}
	for _, x := range a.tellings() {
		for _, y := range b.tellings() {
			if r.al.Lay(x, y).Predicate != align.Contrary {
				return false
			}
		}
	}
	return true
}

// agreeing scores two figures that can both be true.
func (r *reader) agreeing(a, b *item, fit, lay align.Fit, near, evidence float64) float64 {
	if a.axis != "share" && !a.rng.Near(b.rng, true) || lopsided(a, b) {
		return 0 // "at least 16" and "tens of thousands" are no one count
	}
	if fit == align.Silent && a.axis == "count" && lay != align.Equal && r.rare(a, a.kins, b.kins) < 2*align.CountedRival {
		return 0 // 23 patients and "23 in England"
	}
	if a.fresh && b.fresh && !sameDay(a, b) && !(a.dated && b.dated) && a.page.Origin != b.page.Origin {
		return 0 // the new cases of two days
	}
	if a.axis == "share" && a.amount.Vague && b.amount.Vague && lay != align.Equal {
		return 0 // two majorities
	}
	if fit == align.Silent && (a.thing.pronoun || b.thing.pronoun) && lay != align.Equal {
		return 0 // "forty of them" and forty others
	}
	if a.axis != "count" && a.axis != "share" && fit == align.Silent && !exact(a, b) && lay != align.Equal && !(a.rng.Close(b.rng) && near >= align.CountedRival) {
		return 0 // two sums
	}
	if r.plainlyOne(a, b, fit, lay) {
		return 10 + evidence
	}
	need := align.CountedSame
	if exact(a, b) && a.low.Value >= 20 {
		need -= align.CountedExact // the same number is no chance
	}
	if fit == align.Equal {
		need -= align.CountedThing
	}
	if lay == align.Equal {
		need -= align.CountedTold
	}
	if a.said >= 0 && a.said == b.said {
		need -= align.CountedTold
	}
	if fit == align.Silent && a.axis == "count" && !exact(a, b) || disjoint(a.context, b.context) && !exact(a, b) && disjoint(a.places, b.places) {
		return 0
	}
	if evidence < need || near == 0 && lay != align.Equal && !(exact(a, b) && a.low.Value >= 20) {
		return 0
	}
	return 10 + evidence
}

// lopsided says whether a plain number lies so far below an upper bound, or above a lower one, that both hardly count one thing: "up to 176" and 50.
func lopsided(a, b *item) bool {
	if a.axis == "share" || a.rng.Exact == b.rng.Exact || a.amount.Vague || b.amount.Vague {
		return false
	}
	if !a.rng.Exact {
		a, b = b, a
	}
	n := a.rng.Low
	return math.IsInf(b.rng.Low, -1) && n*align.FarBelow < b.rng.High || math.IsInf(b.rng.High, 1) && n > b.rng.Low*align.FarBelow
}

// plainlyOne says whether two pages of a story give the same number of the same thing, described alike: "12 Vellish officers charged", "a 7.0-magnitude
// quake". Small numbers of what has no description may be of anything.
func (r *reader) plainlyOne(a, b *item, fit, lay align.Fit) bool {
	if !exact(a, b) || a.low != a.high || a.page == b.page || fit == align.Contrary || disjoint(a.names, b.names) && a.axis != "count" {
		return false
	}
	switch a.axis {
	case "count":
		if fit != align.Equal || a.low.Value < leastPlain || a.amount.Vague {
			return false
		}
		_, alike := r.set.Common(a.thing.mods, b.thing.mods)
		return alike >= align.Telling || a.fate != "" && a.fate == b.fate && a.low.Value >= 10*leastPlain || lay == align.Equal
	case "share":
		return false
	case "magnitude":
		return fit == align.Equal || fit == align.Silent
	}
	return fit == align.Equal && lay == align.Equal
}

const (
	leastPlain = 10
	manyAlike  = 20 // from which the same number is no chance
)

// rival scores two figures that exclude each other: they must be told of one thing on one occasion.
func (r *reader) rival(a, b *item, fit, lay align.Fit, near, evidence float64) float64 {
	alike := r.alike(a, b, fit, near, evidence)
	if !a.rng.Near(b.rng, alike || lay == align.Equal && evidence >= 2*align.CountedRival) {
		return 0
	}
	busy := r.al.Busy(a.page.Story)
	if r.perhaps(a) || r.perhaps(b) {
		return 0 // "perhaps six men"
	}
	if a.axis == "share" && !sameDay(a, b) && !bothOf(a, b) {
		return 0 // a share of each day
	}
	if busy && !r.oneOccasion(a, b, lay) || a.fate != "" && lonePlace(a, b) || a.fresh != b.fresh || a.fresh && !sameDay(a, b) || otherPeriod(a, b) {
		return 0
	}
	if !oneTime(a, b) || busy && !alike && (fit == align.Silent || lay != align.Equal && a.fate == "") {
		return 0
	}
	if disjoint(a.names, b.names) && !(lay == align.Equal && !strangers(a, b)) || disjoint(a.caps, b.caps) && disjoint(a.beside, b.beside) {
		return 0 // the peacekeepers of two countries
	}
	if a.amount.Vague || b.amount.Vague || a.fate == "" && a.axis == "count" && min(a.rng.Low, b.rng.Low) < fewRival || r.longApart(a, b) {
		return 0 // "scores", two here and one there, a count of last week
	}
	if fit != align.Equal && !(fit == align.Compatible && a.fate != "") && !(fit == align.Silent && a.axis != "count" && lay == align.Equal) && !alike {
		return 0
	}
	if lay != align.Equal && !alike && !(r.telling(a, b) && evidence >= align.CountedRival+align.CountedTold) {
		return 0
	}
	if fit == align.Silent && a.thing.known != b.thing.known && !alike {
		return 0 // two sums that nothing names
	}
	if !meets(a.places, b.places) && !meets(a.names, b.names) && !(meets(a.context, b.context) || meets(a.context, b.places) || meets(b.context, a.places)) && near < align.CountedRival {
		return 0
	}
	if evidence < align.CountedRival || near < align.Telling {
		return 0
	}
	return evidence
}

// oneOccasion says whether two figures of a story of many pages name what they were counted at: a place in both sentences, somebody, one day, or words
// beyond what became of whom.
func (r *reader) oneOccasion(a, b *item, lay align.Fit) bool {
	if disjoint(a.places, b.places) {
		return false // a town and its country: a part and the whole
	}
	if lonePlace(a, b) {
		return false
	}
	if meets(a.places, b.places) || meets(a.names, b.names) {
		return true
	}
	if bothOf(a, b) {
		return true
	}
	weight := 0.0
	for w := range words.Common(a.kins, b.kins) {
		if w != a.thing.head && w != b.thing.head && (a.clause == nil || w != a.clause.Verb()) {
			weight += r.set.Vocabulary.Weight[w] * r.al.Rarity(a.page, w)
		}
	}
	return weight >= align.CountedHead
}

// lonePlace says whether one sentence names a place that neither the other one nor its page's head names.
func lonePlace(a, b *item) bool {
	if len(a.places) > len(b.places) {
		a, b = b, a
	}
	return len(a.places) == 0 && len(b.places) > 0 && !meets(a.context, b.places) && !meets(a.caps, b.places)
}

// perhaps says whether a word of doubt stands before a figure.
func (r *reader) perhaps(t *item) bool {
	list := t.page.Between(text.Span{Start: max(0, t.span.Start-24), End: t.span.Start})
	return len(list) > 0 && r.al.Word("doubting", r.set.Vocabulary.Forms[list[len(list)-1].Form].Text)
}

// bothOf says whether one day is told beside both figures.
func bothOf(a, b *item) bool {
	x, one := a.asOf.Single()
	y, two := b.asOf.Single()
	return one && two && x == y && a.dated && b.dated
}

// sameDay says whether two pages came out on one day.
func sameDay(a, b *item) bool {
	x, y := a.page.Published.Earliest, b.page.Published.Earliest
	return !x.Known || !y.Known || x.Day == y.Day
}

// otherPeriod says whether two sums or counts were made over two stretches of time: "88 million in the last 18 months", "17 million in the quarter".
func otherPeriod(a, b *item) bool {
	if a.axis == "time" || len(a.periods) == 0 && len(b.periods) == 0 {
		return false
	}
	if len(a.periods) == 0 || len(b.periods) == 0 {
		return a.amount.Kind == amounts.Money
	}
	for _, x := range a.periods {
		for _, y := range b.periods {
			if x == y {
				return false
			}
		}
	}
	return true
}

// alike says whether two figures stand in sentences that tell nearly the same, so that what each counts need not be told by both: of a count one thing,
// of a measure one side of it, or nearly all words.
func (r *reader) alike(a, b *item, fit align.Fit, near, evidence float64) bool {
	if fit == align.Equal {
		return near >= 2*align.CountedRival && evidence >= 3*align.CountedRival && !a.thing.anybody && !otherwise(a, b)
	}
	if fit == align.Contrary || !a.measured() {
		return false
	}
	return near >= align.MeasuredRival && evidence >= 4*align.CountedRival
}

// measured says whether a figure stands on a scale of lengths, times, volumes: no count, share or sum.
func (t *item) measured() bool {
	return t.axis != "count" && t.axis != "share" && t.amount.Kind != amounts.Money
}

// otherwise says whether two clauses tell two known kinds of doing: who was indicted and who was expelled.
func otherwise(a, b *item) bool {
	return a.clause != nil && b.clause != nil && len(a.clause.Row.Classes) > 0 && len(b.clause.Row.Classes) > 0
}

const (
	fewRival  = 3 // below which two counts that exclude each other are rather two counts
	rivalDays = 3 // within which the smaller number of the later page is the same count
)

// longApart says whether two figures are of days that lie apart, and the later one is no count that went on.
func (r *reader) longApart(a, b *item) bool {
	x, y := a.time(), b.time()
	return x.Known && y.Known && abs(int(x.Day-y.Day)) > rivalDays && !grown(a, b, false)
}

// telling says whether what is counted tells by itself of one thing: the turnout, the transfer fee, cases of measles.
func (r *reader) telling(a, b *item) bool {
	n, _ := r.set.Common(a.thing.mods, b.thing.mods)
	return r.set.Vocabulary.Weight[a.thing.head] >= align.CountedHead || n > 0
}

func meets[T int | uint32](a, b []T) bool { return len(a) > 0 && len(b) > 0 && !disjoint(a, b) }

// together says whether two groups may be one: numbers that exclude each other need a tie of their own.
func (r *reader) together(a, b []int) bool {
	checks := 0
	a, b = cluster.Spread(a), cluster.Spread(b)
	r.set.Steps.Take(len(a) * len(b))
	for _, i := range a {
		for _, j := range b {
			if x, y := r.all[i], r.all[j]; x.axis == "count" && r.things(x, y) == align.Contrary {
				return false // one that names nothing joins no two things
			} else if !excludes(x, y) && x.from == y.from {
				if x.axis != "share" && !x.rng.Near(y.rng, true) {
					return false // "up to 200,000" and 85
				}
				continue
			}
			if checks++; checks > checkPair {
				return false
			}
			if r.score(i, j) == 0 && !r.tied(a, b, i, j) {
				return false
			}
		}
	}
	return true
}

// tied says whether another figure of either group with the same number stands for the one that lacks a tie of its own.
func (r *reader) tied(a, b []int, i, j int) bool {
	if r.all[i].page == r.all[j].page {
		return false
	}
	for _, x := range a[:min(len(a), 8)] {
		for _, y := range b[:min(len(b), 8)] {
			if exact(r.all[x], r.all[i]) && exact(r.all[y], r.all[j]) && r.score(x, y) > 0 {
				return true
			}
		}
	}
	return false
}

// exact says whether two figures are the same plain number.
func exact(a, b *item) bool {
	return a.low == b.low && a.high == b.high && a.rel == b.rel && (a.rng == nil || b.rng == nil || a.rng.Size == b.rng.Size)
}
