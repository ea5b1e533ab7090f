package timeline

import (
	"cmp"
	"slices"

	"github.com/hearsay-news/hearsay/compare/align"
	"github.com/hearsay-news/hearsay/compare/cluster"
	"github.com/hearsay-news/hearsay/compare/pages"
	"github.com/hearsay-news/hearsay/compare/words"
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
		var g []*told
		for _, n := range members {
			g = append(g, all[n])
			in[n] = len(out)
		}
		out = append(out, g)
	}
	var tiedTo [][2]int
	for c := range contrary {
		if in[c[0]] == in[c[1]] {
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
	}
	return out
}

// same says whether two accounts tell one event.
func same(set *pages.Set, al *align.Aligner, a, b *told) align.Finding {
	if a.mode != b.mode {
		return align.Finding{}
	}
	if a.clause != nil && b.clause != nil {
		f := al.Event(a.clause, b.clause, a.when, b.when)
		if a.page == b.page && f.Verdict == align.Differ {
			return align.Finding{} // a page seldom contradicts itself
		}
		return f
	}
	n, weight := set.Common(a.kins, b.kins)
	x, one := a.when.Single()
	y, two := b.when.Single()
	if n >= 3 && a.trigger == b.trigger && one && two && x == y && weight >= otherwise*min(a.weight, b.weight) {
		return align.Finding{Verdict: align.Same, Score: weight, Why: "the same words of one day"}
	}
	return align.Finding{}
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
