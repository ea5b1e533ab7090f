package figures

import (
	"sort"
	"strings"
)

// What a row counts is told so that it reads by itself: the noun with its owner, its modifiers and what restricts it, what became of it or the clause
// that tells the figure, with a gap for the number; then where and when. What the sentence does not name is taken from the page's head, in brackets:
//
//	"convicted 12 officers of the guard"            officers of the guard (convicted …), 3 May 2021
//	"11 Vellish peacekeepers died in the blast"     Vellish peacekeepers that died in the blast, 3 May 2021
//	"a deal worth $4 billion was signed"            a deal worth … was signed [Kolmar], told 3 May 2021
//
// A day with "told" is the one on which a page gave a figure beside which no day stands.

const folk = "people" // the unit of whoever is counted

// label is one wording of what a figure counts; the better one stands for the row.
type label struct {
	words   string
	quality int
}

// How well a wording stands by itself.
const (
	noThing  = 0 // a clause alone
	aThing   = 1 // a noun
	fullerBy = 1 // what restricts it, or what became of it
	namedBy  = 1 // it names somebody or some place
	vagueBy  = -2
)

// counts says in words of the pages what is counted: the best wording, then the most frequent, then the shortest; then where and when.
func (r *reader) counts(group []*item) string {
	n, first := map[label]int{}, map[label]*item{}
	for _, t := range group {
		l := r.label(t)
		if n[l]++; n[l] == 1 {
			first[l] = t
		}
	}
	keys := make([]label, 0, len(n))
	for k := range n {
		keys = append(keys, k)
	}
	sort.Slice(keys, func(i, j int) bool {
		a, b := keys[i], keys[j]
		if a.quality != b.quality {
			return a.quality > b.quality
		}
		if n[a] != n[b] {
			return n[a] > n[b]
		}
		if len(a.words) != len(b.words) {
			return len(a.words) < len(b.words)
		}
		return a.words < b.words
	})
	best := keys[0]
	return best.words + r.whereabouts(first[best], best.words) + r.days(group)
}

// label is the wording that one figure gives, without where and when.
func (r *reader) label(t *item) label {
	noun, fuller := r.nounWords(t)
	told := r.phrase(t)
	l := label{quality: noThing}
	switch {
	case noun == "" && told.empty():
		l.words = t.amount.Unit
		if l.words == "" {
			l.words = string(t.amount.Kind)
		}
		return l
	case noun == "":
		if l.words = told.gapped(); told.weighty {
			l.quality = aThing // a clause that tells it whole
		}
	default:
		l.quality = aThing
		l.words = noun
		if fate := r.fateWords(t, noun); fate != "" {
			l.words, fuller = fate, true
		} else if clause := told.relative(noun, t.thing.person); clause != "" {
			l.words, fuller = clause, true
		} else if !told.empty() && !(moved(t) && fuller) {
			if l.words = told.gapped(); !strings.Contains(strings.ToLower(l.words), strings.ToLower(noun)) { // "the number of boats rose to …"
				l.words = noun + " (" + r.inner(l.words) + ")"
			}
			fuller = fuller || told.weighty
		}
	}
	if fuller {
		l.quality += fullerBy
	}
	l.words = dotted(l.words)
	if r.names(l.words) || noun != "" && len(t.thing.proper) > 0 {
		l.quality += namedBy
	}
	if told.vague {
		l.quality += vagueBy
	}
	return l
}

// dotted writes the last dot of a name in letters that was cut with its sentence: "in the U.S" is "in the U.S.".
func dotted(s string) string {
	list := strings.Split(s, " ")
	for i, w := range list {
		if bare := strings.TrimRight(w, "),"); len(bare) >= 3 && bare[len(bare)-2] == '.' && bare[0] >= 'A' && bare[0] <= 'Z' && bare[len(bare)-1] >= 'A' && bare[len(bare)-1] <= 'Z' {
			list[i] = bare + "." + w[len(bare):]
		}
	}
	return strings.Join(list, " ")
}

// moved says whether both ends of a movement are told.
func moved(t *item) bool {
	c := t.amount.Change
	return c != nil && c.From.Known && c.To.Known
}

// names says whether a wording names somebody or something: a word behind its first one is written with a capital.
func (r *reader) names(words string) bool {
	for i, w := range strings.Fields(words) {
		if w = strings.Trim(w, "“”\"'‘’()[],;:"); i > 0 && len(w) > 1 && w[0] >= 'A' && w[0] <= 'Z' {
			return true
		}
	}
	return false
}
