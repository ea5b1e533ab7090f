// Package align lays two clauses on each other, part by part, and says of each part: equal, compatible, contrary, or silent. Whatever two
// pages agree or differ on is decided from that one answer, and only here do the thresholds live (limits.go).
//
//	a: The navy of Tarvania seized three boats off Sund on Wednesday.
//	b: Five boats were seized off Sund on Wednesday by the navy of Tarvania.
//
//	predicate  seize      seize        equal
//	actor      the navy of Tarvania    equal, names a single thing: one occasion
//	object     boats      boats        equal
//	number     3          5            contrary
//	place, date                        equal
//
// One part is contrary, no other, and both are of one occasion: the two differ in number. Sharing words is how candidates are found (lookup.go),
// never why they are the same.
package align

import (
	"github.com/hearsay-news/hearsay/compare/pages"
	"github.com/hearsay-news/hearsay/lang"
	"github.com/hearsay-news/hearsay/read/clauses"
	"github.com/hearsay-news/hearsay/text"
)

// Fit is how two parts stand to each other.
type Fit int8

// The fits.
const (
	Silent     Fit = iota // one of the two does not tell
	Equal                 // both tell the same
	Compatible            // one holds the other, or nothing tells them apart
	Contrary              // both can't be
)

func (f Fit) String() string { return [...]string{"silent", "equal", "compatible", "contrary"}[f] }

// Kind names a part in which two clauses can differ, as the contract has it.
type Kind string

// The kinds.
const (
	Polarity Kind = "polarity"
	Number   Kind = "number"
	Date     Kind = "date"
	Place    Kind = "place"
	Actor    Kind = "actor"
	Object   Kind = "object"
	Status   Kind = "status"
	Scope    Kind = "scope"
)

// Pair is one part of both clauses. A kind that only one of them tells has an empty span on the other side.
type Pair struct {
	Kind Kind
	Fit  Fit
	A, B text.Span
}

// Answer is what laying two clauses on each other gave.
type Answer struct {
	Predicate Fit     // Equal: one kind of doing, Compatible: one is told inside the other; Contrary: two kinds
	Pairs     []Pair  // in the order actor, object, place, date, number, scope, polarity, status
	Weight    float64 // of what is equal, predicate with it
	Parts     int     // how many parts are equal, the predicate not counted
	Beyond    int     // how many of them tell more than who did it and when
	Thing     bool    // one of those names a single thing that is no town
	Follows   bool    // the predicates are opposites of which one well comes after the other: arrive and leave
	Named     bool    // an equal part names a single thing: both are of one occasion, unless their times part them
	Where     bool    // a place is equal
	Day       bool    // both tell one and the same day
	One       bool    // a contrary part is an indefinite single one: "a guest"
	converse  bool    // the same deed told from its other side: buy and sell
	Unlike    bool    // one is asked, demanded or under a condition and the other is not: neither the same nor contrary
	More      [2]int  // how many parts only the one or the other tells
}

// Left is how many parts the clause that tells less tells alone.
func (a *Answer) Left() int { return min(a.More[0], a.More[1]) }

// Contrary lists the kinds of the contrary parts, each once.
func (a *Answer) Contrary() []Kind {
	var out []Kind
	for _, p := range a.Pairs {
		if p.Fit == Contrary && (len(out) == 0 || out[len(out)-1] != p.Kind) {
			out = append(out, p.Kind)
		}
	}
	return out
}

// Of returns the pair of a kind, the most contrary one; nil for none.
func (a *Answer) Of(kind Kind) *Pair {
	var out *Pair
	for i := range a.Pairs {
		if a.Pairs[i].Kind == kind && (out == nil || a.Pairs[i].Fit == Contrary) {
			out = &a.Pairs[i]
		}
	}
	return out
}

// Aligner lays the clauses of one set of pages on each other.
type Aligner struct {
	set      *pages.Set
	tables   *clauses.Tables
	facts    *facts
	pages    map[int]int       // how many pages a story has
	told     map[[2]uint32]int // story and kin → on how many of its pages
	reported []uint32          // of each form, the first one of the set that is said otherwise when words are reported
}

// New returns an aligner for a set whose entities are merged.
func New(set *pages.Set) *Aligner {
	al := &Aligner{set: set, tables: clauses.Of(set.Language), facts: known.Of(set.Language), pages: map[int]int{}, told: map[[2]uint32]int{}}
	al.report()
	last := make([]int, len(set.Vocabulary.StemText)) // the page on which a kin was met last, and one more
	for _, p := range set.Pages {
		al.pages[p.Story]++
		for _, w := range p.Words {
			if k := set.Vocabulary.Forms[w.Form].Kin; int(k) < len(last) && last[k] != p.Index+1 {
				last[k] = p.Index + 1
				al.told[[2]uint32{uint32(p.Story), k}]++
			}
		}
	}
	return al
}

// report finds the words that change when somebody's words are reported: I, he; will, would.
func (al *Aligner) report() {
	first := map[string]uint32{}
	al.reported = make([]uint32, len(al.set.Vocabulary.Forms))
	for i := range al.set.Vocabulary.Forms {
		al.reported[i] = uint32(i)
		if kind := al.facts.reported[al.set.Vocabulary.Forms[i].Text]; kind != "" {
			if _, ok := first[kind]; !ok {
				first[kind] = uint32(i)
			}
			al.reported[i] = first[kind]
		}
	}
}

// Rarity is what a word keeps of its weight in the story of a page.
func (al *Aligner) Rarity(p *pages.Page, kin uint32) float64 { return al.rarity(p, kin) }

// Share is on what part of its story's pages a word stands, and whether the story has pages enough to tell.
func (al *Aligner) Share(p *pages.Page, kin uint32) (share float64, told bool) {
	n := al.pages[p.Story]
	return float64(al.told[[2]uint32{uint32(p.Story), kin}]) / float64(max(1, n)), n >= fewPages
}

// Busy says whether a story has so many pages that its own frequent words weigh little.
func (al *Aligner) Busy(story int) bool { return al.pages[story] >= fewPages }

// rarity is what a word keeps of its weight in a story: a name that stands on most of its pages ties nothing.
func (al *Aligner) rarity(p *pages.Page, kin uint32) float64 {
	n := al.pages[p.Story]
	if n < fewPages {
		return 1
	}
	share := float64(al.told[[2]uint32{uint32(p.Story), kin}]) / float64(n)
	switch {
	case share >= everywhere:
		return 0.1
	case share >= often:
		return 0.5
	}
	return 1
}

// Language is the language of the tables.
func (al *Aligner) Language() *lang.Language { return al.set.Language }

// Word says whether a word is of a kind that lang/en/clauses/words.txt lists.
func (al *Aligner) Word(kind, folded string) bool { return al.tables.Is(kind, folded) }

// Place is the country that a word for its people stands for, or the word itself.
func (al *Aligner) Place(stem uint32) uint32 { return al.place(stem) }

// Person says whether a noun stands for people.
func (al *Aligner) Person(lemma string) bool {
	return al.facts.people[lemma] || al.tables.Is("person", lemma) || al.tables.Is("general", lemma)
}

// Wide says whether a stem is a country or a region: a place that holds others.
func (al *Aligner) Wide(stem uint32) bool { return al.facts.wide[al.set.Vocabulary.StemText[stem]] }

// Capital says whether a word is written with a capital that is not its sentence's first.
func (al *Aligner) Capital(p *pages.Page, s text.Span) bool { return al.capital(p, s) }

// Foreign says whether a word tells that something was said in another language.
func (al *Aligner) Foreign(folded string) bool { return al.tables.Is("foreign", folded) }

// Tongue says whether a stem is a word for a people, and so for its language.
func (al *Aligner) Tongue(stem uint32) bool {
	return al.facts.country[al.set.Vocabulary.StemText[stem]] != ""
}
