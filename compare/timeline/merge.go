package timeline

import (
	"cmp"
	"slices"

	"github.com/hearsay-news/hearsay/compare/align"
	"github.com/hearsay-news/hearsay/compare/cluster"
	"github.com/hearsay-news/hearsay/compare/pages"
	"github.com/hearsay-news/hearsay/compare/words"
	"github.com/hearsay-news/hearsay/read/times"
)

const (
	otherwise  = 0.5 // share of the lighter clause's weight in common, where no clause was read to lay on the other
	checkPairs = 64
)

// tied is two accounts of one event that are contrary in one part.
type tied struct {
	a, b *told
	kind align.Kind
}

// merge groups the accounts of one event, those that are contrary in one part with them, and says how many pairs it laid on each other.
func merge(set *pages.Set, al *align.Aligner, all []*told) ([][]*told, []tied, int) {
	var links []cluster.Link
	contrary := map[[2]int]align.Kind{}
	linked := map[[2]int]bool{}
	pairs := align.Pairs(looks(set, all), align.Events)
	for _, c := range pairs {
		set.Steps.Take(1 + len(all[c[0]].kins) + len(all[c[1]].kins))
		f := same(set, al, all[c[0]], all[c[1]])
		switch f.Verdict {
		case align.Same:
			links, linked[c] = append(links, cluster.Link{A: c[0], B: c[1], Score: 1000 + f.Score}), true
		case align.Differ:
			links, linked[c] = append(links, cluster.Link{A: c[0], B: c[1], Score: f.Score}), true
			contrary[c] = f.Kind
		}
	}
	var out [][]*told
	in := make([]int, len(all)) // group of each account
	for _, members := range cluster.Groups(len(all), links, func(a, b []int) bool { return together(set, all, linked, a, b) }) {
		var g, weak []*told
		for _, n := range members {
			if all[n].weak {
				weak = append(weak, all[n])
			} else {
				g = append(g, all[n])
			}
		}
		if len(g) == 0 {
			for _, n := range members {
				in[n] = -1
			}
			continue
		}
		for _, n := range members {
			in[n] = len(out)
		}
		out = append(out, append(g, weak...))
	}
	var tiedTo [][2]int
	for c := range contrary {
		if in[c[0]] >= 0 && in[c[0]] == in[c[1]] {
			tiedTo = append(tiedTo, c)
		}
	}
	slices.SortFunc(tiedTo, func(x, y [2]int) int { return cmp.Or(in[x[0]]-in[y[0]], x[1]-y[1], x[0]-y[0]) })
	ties := make([]tied, len(tiedTo))
	for i, c := range tiedTo {
		ties[i] = tied{all[c[0]], all[c[1]], contrary[c]}
	}
	return out, ties, len(pairs)
}

// looks makes the keys through which events of one story find each other: the weighty words of the clause, and what kind of doing on what day.
func looks(set *pages.Set, all []*told) []align.Look {
	out := make([]align.Look, len(all))
	for i, t := range all {
		base := words.Mix(uint64(t.page.Story)<<2 | uint64(t.mode))
		for _, k := range t.kins {
			if set.Vocabulary.Weight[k] >= align.Telling {
				out[i].Keys = append(out[i].Keys, words.Mix(base^uint64(k)))
			}
		}
		out[i].Must = append(out[i].Must, words.Mix(base^1<<40^uint64(t.trigger)))
		if t.clause != nil {
			for _, class := range t.clause.Row.Classes {
				out[i].Must = append(out[i].Must, words.Mix(base^1<<41^words.Hash(class)))
			}
		}
		for _, n := range t.nouns {
			for _, class := range n.Row.Classes {
				out[i].Must = append(out[i].Must, words.Mix(base^1<<41^words.Hash(class)))
			}
		}
	}
	return out
}

// same says whether two accounts tell one event.
func same(set *pages.Set, al *align.Aligner, a, b *told) align.Finding {
	if a.mode != b.mode || a.weak && b.weak {
		return align.Finding{}
	}
	if company(a, b) {
		return align.Finding{Verdict: align.Same, Score: align.EventCompany, Why: "the same people on one day, in one kind of event"}
	}
	if carried(a, b) {
		return align.Finding{Verdict: align.Same, Score: align.EventCompany, Why: "the same words of one time"}
	}
	if a.clause != nil && b.clause != nil {
		f := al.Event(a.clause, b.clause, a.when, b.when)
		if f.Verdict != align.Apart {
			if a.page == b.page && f.Verdict == align.Differ {
				return align.Finding{} // a page seldom contradicts itself
			}
			return f
		}
		if f.Answer.Predicate != align.Contrary {
			if a.page != b.page && al.Beside(&f, around(set, a, b), a.when, b.when) {
				f.Verdict = align.Same
				return f
			}
			return align.Finding{}
		}
	}
	if f := nouns(al, a, b); f.Verdict == align.Same {
		return f
	}
	if a.clause != nil && b.clause != nil {
		return align.Finding{}
	}
	n, weight := set.Common(a.kins, b.kins)
	x, one := a.when.Single()
	y, two := b.when.Single()
	if n >= 3 && a.trigger == b.trigger && one && two && x == y && weight >= otherwise*min(a.weight, b.weight) {
		return align.Finding{Verdict: align.Same, Score: weight, Why: "the same words of one day"}
	}
	return align.Finding{}
}

// carried says whether two pages tell an event in the same words, of times that meet: "last week", told on a Sunday and on the Monday after.
func carried(a, b *told) bool {
	if a.page == b.page || a.weak || b.weak || a.row.Status != b.row.Status || denied(a) != denied(b) || len(a.kins) < leastCarried || !slices.Equal(a.kins, b.kins) {
		return false
	}
	met, ok := a.when.Meet(b.when)
	return ok && (met == a.when || met == b.when || 2*span(met) >= span(a.when) && 2*span(met) >= span(b.when))
}

// span is how many days an interval reaches over; many for one that is open.
func span(i times.Interval) int {
	if !i.Earliest.Known || !i.Latest.Known {
		return longest
	}
	return int(i.Latest.Day-i.Earliest.Day) + 1
}

func denied(t *told) bool { return t.clause != nil && t.clause.Negated }

const leastCarried = 5 // kinds of word in a clause that are no chance

// company says whether two accounts tell of two or more of the same people on one day, in what is one kind of event or names one: "the premier and the king
// sat down in Sel on Monday", "the premier opened his summit with the king on Monday".
func company(a, b *told) bool {
	x, one := a.when.Single()
	y, two := b.when.Single()
	if !one || !two || x != y || len(a.people) < 2 || len(b.people) < 2 {
		return false
	}
	shared := 0
	for _, w := range a.people {
		if _, ok := slices.BinarySearch(b.people, w); ok {
			shared++
		}
	}
	return shared >= 2 && slices.ContainsFunc(a.kinds(), func(c string) bool { return slices.Contains(b.kinds(), c) })
}

// kinds are the classes of an event and of the event nouns in it.
func (t *told) kinds() []string {
	var out []string
	if t.clause != nil && (t.clause.Row.Noun || !t.weak) {
		out = append(out, t.clause.Row.Classes...)
	}
	for _, n := range t.nouns {
		out = append(out, n.Row.Classes...)
	}
	return out
}

// around is the weight of what the sentences of two events tell alike, but for what happened.
func around(set *pages.Set, a, b *told) float64 {
	kins := func(t *told) []uint32 {
		var out []uint32
		for _, w := range t.page.Between(t.page.Sentence(t.row.Trigger)) {
			if f := &set.Vocabulary.Forms[w.Form]; !f.Stop && !f.Number && f.Kin != a.trigger && f.Kin != b.trigger && !t.page.TimeAt(w.Span()) {
				out = append(out, f.Kin)
			}
		}
		return unique(out)
	}
	_, weight := set.Common(kins(a), kins(b))
	return weight
}

// nouns lays the nouns in either clause on the other: "a blast wrecked the depot" and "the depot exploded" are one event.
func nouns(al *align.Aligner, a, b *told) align.Finding {
	best := align.Finding{}
	try := func(x, y *align.Clause) {
		if x == nil || y == nil {
			return
		}
		if f := al.Event(x, y, a.when, b.when); f.Verdict == align.Same && f.Score > best.Score {
			best = f
		}
	}
	if a.page == b.page {
		return best
	}
	for _, n := range a.nouns {
		try(n, b.clause)
		for _, m := range b.nouns {
			try(n, m)
		}
	}
	for _, m := range b.nouns {
		try(a.clause, m)
	}
	return best
}

// together says whether two groups may be one: accounts whose days exclude each other need a tie of their own.
func together(set *pages.Set, all []*told, linked map[[2]int]bool, a, b []int) bool {
	checks := 0
	a, b = cluster.Spread(a), cluster.Spread(b)
	set.Steps.Take(len(a) * len(b))
	for _, i := range a {
		for _, j := range b {
			if _, ok := all[i].when.Meet(all[j].when); ok {
				continue
			}
			if checks++; checks > checkPairs || !linked[[2]int{min(i, j), max(i, j)}] {
				return false
			}
		}
	}
	return true
}
