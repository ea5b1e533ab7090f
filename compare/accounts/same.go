package accounts

import (
	"github.com/hearsay-news/hearsay/compare/cluster"
	"github.com/hearsay-news/hearsay/compare/pages"
	"github.com/hearsay-news/hearsay/read/statements"
)

const (
	longRun   = 8    // equal words in a row that make two contents one, whoever is named
	sameText  = 9    // and make them one even where different speakers were read
	contained = 0.65 // share of the lighter content that the other must hold
	alikeness = 0.45 // or of both together
	opposed   = 0.85 // if only one of them is negated
	stranger  = 0.8  // if a speaker is not named
	headline  = 0.5  // inside one page, where headline and lede shorten what follows
)

// same says whether two statements are one utterance.
func same(set *pages.Set, all []*told, c pair) (cluster.Link, bool) {
	a, b := all[c.a], all[c.b]
	if a.page == b.page && a.row.CarriedBy == b.index || a.page == b.page && b.row.CarriedBy == a.index {
		return cluster.Link{}, false
	}
	if a.row.Stance.Speech() != b.row.Stance.Speech() || (a.row.Stance == statements.Silence) != (b.row.Stance == statements.Silence) {
		return cluster.Link{}, false
	}
	shared, weight := set.Common(a.kins, b.kins)
	if shared == 0 || a.weight == 0 || b.weight == 0 {
		return cluster.Link{}, false
	}
	part, whole := weight/min(a.weight, b.weight), weight/(a.weight+b.weight-weight)
	run := commonRun(a, b)
	copied := run >= longRun || run >= 5 && run >= min(len(a.words), len(b.words))-1
	voices := speakers(a, b)
	if voices == different && run >= sameText && 10*run >= 9*max(len(a.words), len(b.words)) && a.page != b.page {
		return cluster.Link{A: c.a, B: c.b, Score: 1}, true // one text, read with two speakers: the text decides
	}
	if voices == different || denies(a) != denies(b) {
		return cluster.Link{}, false
	}
	if !copied && a.row.When != nil && b.row.When != nil {
		if _, ok := a.row.When.Meet(*b.row.When); !ok {
			return cluster.Link{}, false
		}
	}
	if !copied && otherNumbers(a, b) {
		return cluster.Link{}, false
	}
	score := (part + whole) / 2
	switch {
	case copied:
		return cluster.Link{A: c.a, B: c.b, Score: 1 + score}, voices == equal || run >= longRun || a.page == b.page
	case a.negated != b.negated && part < opposed:
		return cluster.Link{}, false
	case voices == unsure && a.page != b.page:
		return cluster.Link{A: c.a, B: c.b, Score: score}, part >= stranger && shared >= 4
	case a.page == b.page && (a.head || b.head) && part >= headline && shared >= 2:
		return cluster.Link{A: c.a, B: c.b, Score: score}, true
	case part >= contained && shared >= 3 || whole >= alikeness && shared >= 2:
		return cluster.Link{A: c.a, B: c.b, Score: score}, true
	}
	return cluster.Link{}, false
}

// otherNumbers says whether both contents give numbers and none is the same: who says 71 percent does not repeat who says two thirds.
func otherNumbers(a, b *told) bool {
	if len(a.numbers) == 0 || len(b.numbers) == 0 {
		return false
	}
	for _, x := range a.numbers {
		for _, y := range b.numbers {
			if x.Low == y.Low && x.High == y.High {
				return false
			}
		}
	}
	return true
}

func denies(t *told) bool { return t.row.Stance == statements.Deny }

// together says whether two groups may be one: where both hold statements of one page, those must be one utterance themselves. Statements
// come sorted by page.
func together(set *pages.Set, all []*told, one map[pair]bool, a, b []int) bool {
	checks := 0
	for _, i := range a {
		for _, j := range b {
			set.Steps.Take(1)
			if all[i].page != all[j].page {
				continue
			}
			if checks++; checks > 64 || !one[pair{min(i, j), max(i, j)}] {
				return false
			}
		}
	}
	return true
}

// voices says whether two statements have one speaker.
type voices int

const (
	different voices = iota
	unsure
	equal
)

func speakers(a, b *told) voices {
	switch {
	case a.speaker >= 0 && a.speaker == b.speaker:
		return equal
	case a.speaker < 0 || b.speaker < 0:
		return unsure
	case a.named && b.named:
		return different
	}
	i, j := 0, 0
	for i < len(a.role) && j < len(b.role) { // "the prime minister" and a person called prime minister
		switch {
		case a.role[i] < b.role[j]:
			i++
		case b.role[j] < a.role[i]:
			j++
		default:
			return unsureOrEqual(a, b)
		}
	}
	if a.page == b.page || a.named != b.named {
		return different
	}
	return unsure
}

// unsureOrEqual: two descriptions that share a word are one voice only where nothing else tells them apart on one page.
func unsureOrEqual(a, b *told) voices {
	if !a.named && !b.named && a.page != b.page {
		return equal
	}
	return unsure
}
