package timeline

import (
	"sort"

	"github.com/hearsay-news/hearsay/compare/align"
	"github.com/hearsay-news/hearsay/compare/cluster"
	"github.com/hearsay-news/hearsay/compare/pages"
	"github.com/hearsay-news/hearsay/compare/words"
)

// checkPairs bounds how many pairs of two groups are held against each other before they become one.
const checkPairs = 64

// sentenceWeight is what two sentences must have in common for nouns of one kind and day in them to tell one event.
const sentenceWeight = 8.0

// merger makes groups of accounts.
type merger struct {
	set  *pages.Set
	al   *align.Aligner
	all  []*told
	laid int
}

// group is the accounts of one event, in order of pages, and what they are contrary in.
type group struct {
	told  []*told
	apart []contrary
}

// contrary is two accounts that differ in one part.
type contrary struct {
	kind align.Kind
	a, b *told
}

// merge groups the accounts of one event: first those that nothing sets apart, then groups that are contrary in one part.
func (m *merger) merge() []*group {
	var same []cluster.Link
	var differ []struct {
		cluster.Link
		kind align.Kind
	}
	for _, pair := range align.Pairs(m.looks(), align.Events) {
		a, b := m.all[pair[0]], m.all[pair[1]]
		m.set.Steps.Take(1)
		if !mayBeOne(a, b) {
			continue
		}
		switch f := m.event(a, b); f.Verdict {
		case align.Same:
			same = append(same, cluster.Link{A: pair[0], B: pair[1], Score: f.Score})
		case align.Differ:
			differ = append(differ, struct {
				cluster.Link
				kind align.Kind
			}{cluster.Link{A: pair[0], B: pair[1], Score: f.Score}, f.Kind})
		}
	}
	at := make([]int, len(m.all))
	var groups []*group
	for _, members := range cluster.Groups(len(m.all), same, m.together) {
		g := &group{}
		for _, n := range members {
			g.told = append(g.told, m.all[n])
			at[n] = len(groups)
		}
		groups = append(groups, g)
	}
	sort.SliceStable(differ, func(i, j int) bool {
		x, y := differ[i], differ[j]
		if x.Score != y.Score {
			return x.Score > y.Score
		}
		return x.A < y.A || x.A == y.A && x.B < y.B
	})
	for _, d := range differ {
		x, y := at[d.A], at[d.B]
		if x == y || !m.contrary(groups[x], groups[y], d.kind) {
			continue
		}
		if x > y {
			x, y = y, x
		}
		groups[x].apart = append(append(groups[x].apart, groups[y].apart...), contrary{d.kind, m.all[d.A], m.all[d.B]})
		groups[x].told = append(groups[x].told, groups[y].told...)
		groups[y].told = nil
		for n := range at {
			if at[n] == y {
				at[n] = x
			}
		}
	}
	out := groups[:0]
	for _, g := range groups {
		if len(g.told) > 0 {
			out = append(out, g)
		}
	}
	return out
}

// mayBeOne says whether two accounts can tell one event at all.
func mayBeOne(a, b *told) bool {
	return a.mode == b.mode && (a.index >= 0 || b.index >= 0) && a.page.Story == b.page.Story && a.clause != nil && b.clause != nil
}

func (m *merger) event(a, b *told) align.Finding {
	m.laid++
	f := m.al.Event(a.clause, b.clause, a.when, b.when)
	if f.Verdict == align.Apart {
		f = m.byNouns(a, b, f)
	}
	if f.Verdict == align.Differ && a.page == b.page {
		f.Verdict = align.Apart // one page tells two events
	}
	return f
}

// byNouns lays what the nouns of one account's clause tell on the other's: "a blast wrecked the depot", "the depot exploded". Of two events told by nouns, which
// say little themselves, the sentences around them tell which they are: "a hearing on Friday in the case of the church bells".
func (m *merger) byNouns(a, b *told, f align.Finding) align.Finding {
	for _, x := range append(a.nouns, a.clause) {
		for _, y := range append(b.nouns, b.clause) {
			if x == a.clause && y == b.clause {
				continue
			}
			if g := m.al.Event(x, y, a.when, b.when); g.Verdict == align.Same {
				return g
			}
		}
	}
	x, one := a.when.Single()
	y, two := b.when.Single()
	if f.Answer.Predicate != align.Equal || f.Answer.Unlike || len(f.Answer.Contrary()) > 0 || !one || !two || x != y || !a.clause.Row.Noun && !b.clause.Row.Noun || a.page == b.page {
		return f
	}
	if n, weight := m.set.Common(m.around(a), m.around(b)); n >= 2 && weight >= sentenceWeight {
		f.Verdict, f.Score, f.Why = align.Same, weight, "one kind of event on one day, in sentences of one matter"
	}
	return f
}

// around is the weighty words of an account's sentence, sorted.
func (m *merger) around(t *told) []uint32 {
	var out []uint32
	for _, w := range t.page.Between(t.page.Sentence(t.span)) {
		if f := &m.set.Vocabulary.Forms[w.Form]; !f.Stop && !f.Number && f.Kin != t.clause.Verb() {
			out = append(out, f.Kin)
		}
	}
	return align.Unique(out)
}

// together says whether nothing sets two groups apart.
func (m *merger) together(a, b []int) bool {
	checks := 0
	for _, i := range a {
		for _, j := range b {
			x, y := m.all[i], m.all[j]
			if x.clause == nil || y.clause == nil {
				continue
			}
			if checks++; checks > checkPairs {
				return true
			}
			if x.when.Known() && y.when.Known() {
				if _, ok := x.when.Meet(y.when); !ok {
					return false
				}
			}
			if x.page == y.page && x.index >= 0 && y.index >= 0 && m.al.Event(x.clause, y.clause, x.when, y.when).Answer.Predicate == align.Contrary {
				return false
			}
		}
	}
	return true
}

// contrary says whether two groups are contrary in one part and in no other: no page tells both, and of a few pairs none is contrary elsewhere.
func (m *merger) contrary(a, b *group, kind align.Kind) bool {
	checks := 0
	for _, x := range a.told {
		for _, y := range b.told {
			if x.page == y.page && x.index >= 0 && y.index >= 0 {
				return false
			}
			if x.clause == nil || y.clause == nil {
				continue
			}
			if checks++; checks > checkPairs {
				return true
			}
			if f := m.al.Event(x.clause, y.clause, x.when, y.when); f.Verdict == align.Differ && f.Kind != kind {
				return false
			}
		}
	}
	return true
}

// looks makes the keys through which accounts find each other: the kind of what happens, and the names and weighty words of its parts.
func (m *merger) looks() []align.Look {
	out := make([]align.Look, len(m.all))
	v := m.set.Vocabulary
	for i, t := range m.all {
		if t.clause == nil {
			continue
		}
		story := uint64(t.page.Story)<<4 | uint64(t.mode)
		for _, k := range t.clause.Kins {
			if v.Weight[k] >= align.Telling {
				out[i].Keys = append(out[i].Keys, words.Mix(story<<3^words.Mix(uint64(k))))
			}
		}
		if day, ok := t.when.Single(); ok {
			for _, k := range t.clause.Kinds() {
				out[i].Keys = append(out[i].Keys, words.Mix(story<<3|1^words.Mix(uint64(day))^words.Mix(k)))
			}
		}
	}
	return out
}
