// Package terms shows what each outlet calls the same thing.
//
//	Radio Nord: "Thirty-one trucks crossed the bridge"     Korrund Times: "Twenty-eight lorries crossed the bridge"
//	Radio Nord: "the Harbour Protection Units"             Sel Courier: "the Dock Guard"
//
// gives the concept truck (truck, lorry) and the body (two names). Words are compared only where the rooms before found that the
// pages speak of one thing: accounts of one utterance, one event, one quantity; names only of one entity.
package terms

import (
	"sort"
	"strconv"
	"strings"

	"github.com/hearsay-news/hearsay/compare/pages"
	"github.com/hearsay-news/hearsay/compare/record"
	"github.com/hearsay-news/hearsay/compare/words"
	"github.com/hearsay-news/hearsay/text"
)

// uses counts the words of one outlet for one thing.
type uses struct {
	count map[string]int
	place map[string]text.Place
}

func (u *uses) add(term string, at text.Place) {
	if u.count[term] == 0 {
		u.place[term] = at
	}
	u.count[term]++
}

// most is the word used most often, the alphabetically first of equals.
func (u *uses) most() string {
	best := ""
	for term, n := range u.count {
		if best == "" || n > u.count[best] || n == u.count[best] && term < best {
			best = term
		}
	}
	return best
}

// table is outlet → uses.
type table map[string]*uses

func (t table) add(outlet, term string, at text.Place) {
	if t[outlet] == nil {
		t[outlet] = &uses{map[string]int{}, map[string]text.Place{}}
	}
	t[outlet].add(term, at)
}

// Names compares the names that outlets give an entity.
func Names(set *pages.Set, entities []record.Entity) []record.Term {
	byID := pagesByID(set)
	var out []record.Term
	for i := range entities {
		e := &entities[i]
		if len(e.Variants) < 2 {
			continue
		}
		t := table{}
		for _, m := range e.Mentions {
			p := byID[m.Page]
			if m.Form != "name" || p.OutletName == "" {
				continue
			}
			shown := strings.Join(strings.Fields(p.Page.Text.At(m.Span)), " ")
			if e.Type == "PER" && !strings.ContainsAny(shown, " ") { // a bare family name is no other name
				continue
			}
			t.add(p.OutletName, shown, m.Place)
		}
		if row, ok := t.row(); ok && !oneName(row.Uses, e.Type == "PER") {
			row.ID, row.Entity = pages.ID("w", e.ID), e.ID
			out = append(out, row)
		}
	}
	return out
}

// row lists each outlet's word, if at least two outlets differ in more than case, hyphens and a plural.
func (t table) row() (record.Term, bool) {
	outlets := make([]string, 0, len(t))
	for o := range t {
		outlets = append(outlets, o)
	}
	sort.Strings(outlets)
	var row record.Term
	words := map[string]bool{}
	for _, o := range outlets {
		term := t[o].most()
		words[strings.TrimSuffix(plain(term), "s")] = true
		at := t[o].place[term]
		row.Uses = append(row.Uses, record.Use{Term: term, Outlet: o, Place: at})
	}
	return row, len(words) > 1
}

// oneName says whether the names of a row are all ways to write one: with or without a title, a middle name, an article, as initials, or by its last words
// ("Coast Times", "the Times").
func oneName(uses []record.Use, person bool) bool {
	longest := uses[0].Term
	for _, u := range uses {
		if len(u.Term) > len(longest) {
			longest = u.Term
		}
	}
	whole := nameWords(longest)
	for _, u := range uses {
		short := nameWords(u.Term)
		if len(short) == 1 && !person && len(whole) > 1 && strings.ToUpper(u.Term) == u.Term && short[0] == initials(whole) {
			continue
		}
		at := 0
		for _, w := range whole {
			if at < len(short) && short[at] == w {
				at++
			}
		}
		if at < len(short) || !person && len(short) < len(whole) && short[len(short)-1] != whole[len(whole)-1] {
			return false
		}
	}
	return true
}

// nameWords are the words of a name without article, initials and marks.
func nameWords(name string) []string {
	var out []string
	for _, w := range strings.Fields(name) {
		if t := plain(w); len(t) > 1 && t != "the" && t != "jr" && t != "sr" {
			out = append(out, t)
		}
	}
	return out
}

func initials(list []string) string {
	var b strings.Builder
	for _, w := range list {
		if w != "of" && w != "for" && w != "and" {
			b.WriteString(w[:1])
		}
	}
	return b.String()
}

func plain(term string) string {
	return strings.Map(func(r rune) rune {
		if r == '-' || r == ' ' || r == '\'' || r == '’' || r == '.' {
			return -1
		}
		return r
	}, strings.TrimPrefix(words.Fold(term), "the "))
}

// Concepts compares the words of one kind in passages of a story that tell one thing.
func Concepts(set *pages.Set, statements []record.Statement, figures []record.Figure, timeline []record.Entry) []record.Term {
	byID := pagesByID(set)
	found := map[string]table{}
	seen := map[text.Place]bool{}
	collect := func(places []text.Place) {
		for _, at := range places {
			p := byID[at.Page]
			if p.OutletName == "" {
				continue
			}
			for _, w := range p.Between(at.Span) {
				f := &set.Vocabulary.Forms[w.Form]
				if f.Kin == f.Stem && !set.Vocabulary.Chosen(set.Vocabulary.StemText[f.Stem]) || !set.Vocabulary.Chosen(set.Vocabulary.StemText[f.Kin]) {
					continue
				}
				term := set.Vocabulary.Singular(f.Text)
				if !set.Vocabulary.ChosenWord(term) {
					continue
				}
				place := p.Place(w.Span())
				if seen[place] {
					continue
				}
				seen[place] = true
				k := strconv.Itoa(p.Story) + "\x00" + set.Vocabulary.StemText[f.Kin]
				if found[k] == nil {
					found[k] = table{}
				}
				found[k].add(p.OutletName, term, place)
			}
		}
	}
	for i := range statements {
		if pagesOf(statements[i].Accounts) < 2 {
			continue
		}
		for _, a := range statements[i].Accounts {
			for _, c := range a.Content {
				collect([]text.Place{{Page: a.Page, Span: c}})
			}
		}
	}
	for i := range figures {
		if figures[i].Verdict == record.Alone {
			continue
		}
		for _, e := range figures[i].Entries {
			collect([]text.Place{{Page: e.Page, Span: byID[e.Page].Sentence(e.Span)}})
		}
	}
	for i := range timeline {
		if len(timeline[i].Supports) > 1 {
			collect(timeline[i].Supports)
		}
	}
	keys := make([]string, 0, len(found))
	for k := range found {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	var out []record.Term
	for _, k := range keys {
		if row, ok := found[k].row(); ok {
			row.Concept = set.Vocabulary.ChosenName(k[strings.IndexByte(k, 0)+1:])
			row.ID = pages.ID("w", row.Concept, row.Uses[0].Page)
			out = append(out, row)
		}
	}
	return out
}

func pagesByID(set *pages.Set) map[string]*pages.Page {
	out := make(map[string]*pages.Page, len(set.Pages))
	for _, p := range set.Pages {
		out[p.ID] = p
	}
	return out
}

func pagesOf(accounts []record.Account) int {
	n := map[string]bool{}
	for _, a := range accounts {
		n[a.Page] = true
	}
	return len(n)
}
