package accounts

import (
	"sort"

	"github.com/hearsay-news/hearsay/compare/pages"
	"github.com/hearsay-news/hearsay/compare/record"
	"github.com/hearsay-news/hearsay/compare/words"
	"github.com/hearsay-news/hearsay/read/statements"
	"github.com/hearsay-news/hearsay/text"
)

// Rows makes the statements of the record, in the order of the groups, and the relations of those that were worded anew. It is called
// once the pages' dates are as narrow as they get.
func Rows(set *pages.Set, groups []Group, entities []record.Entity) ([]record.Statement, []record.Relation) {
	out := make([]record.Statement, len(groups))
	var relations []record.Relation
	for i := range groups {
		out[i] = groups[i].row(entities)
		if l := out[i].Relation; l == record.Reworded || l == record.Translated {
			relations = append(relations, reworded(&out[i]))
		}
	}
	return out, relations
}

// reworded points at one content of each page that carries the utterance.
func reworded(s *record.Statement) record.Relation {
	r := record.Relation{Kind: "reworded", List: "statements", Row: s.ID, Why: "one utterance in other words"}
	if s.Relation == record.Translated {
		r.Why = "both pages quote, and the quoted words differ"
	}
	seen := map[string]bool{}
	parts := []string{r.Kind, s.ID}
	for _, a := range s.Accounts {
		if !seen[a.Page] && len(a.Content) > 0 {
			seen[a.Page] = true
			r.Items = append(r.Items, text.Place{Page: a.Page, Span: pages.Hull(a.Content)})
			parts = append(parts, pages.PlaceKey(r.Items[len(r.Items)-1]))
		}
	}
	r.ID = pages.ID("r", parts...)
	return r
}

func (g *Group) row(entities []record.Entity) record.Statement {
	first := g.first()
	row := record.Statement{ID: pages.ID("s", g.key()), Stance: first.row.Stance, Kind: first.row.Kind, Rule: first.row.Rule}
	if when, ok := g.When(); ok {
		row.When = &when
	}
	best := -1
	for _, m := range g.members {
		s := m.row
		row.Confidence = max(row.Confidence, s.Confidence)
		var chain []string
		for _, c := range s.Chain {
			if c >= 0 && c < len(m.page.Who) {
				chain = append(chain, entities[m.page.Who[c]].ID)
			}
		}
		if len(chain) > len(row.Chain) {
			row.Chain = chain
		}
		if m.speaker >= 0 {
			rank := 0
			if m.named {
				rank = 2
			}
			if m == first {
				rank++
			}
			if rank > best {
				best, row.Speaker = rank, entities[m.speaker].ID
			}
		}
		for _, a := range s.Addressee {
			row.Addressee = append(row.Addressee, m.page.Place(a))
		}
		for _, a := range s.Medium {
			row.Medium = append(row.Medium, m.page.Place(a))
		}
		row.Accounts = append(row.Accounts, record.Account{Page: m.page.ID, Local: s.ID, Source: s.Source, Cue: s.Cue, Content: s.Content, Kind: s.Kind,
			Stance: s.Stance, Chain: chain, First: m == first})
	}
	row.Relation = g.relation()
	return row
}

// first is the earliest account: of the page that certainly came out first, of that page the fullest statement outside the headline. Where
// the days do not tell, the agency that others credit comes before them, then the page with the smaller id.
func (g *Group) first() *told {
	credited := map[string]bool{}
	for _, m := range g.members {
		if c := m.page.Article.Credit.Name; c != "" {
			credited[words.Fold(c)] = true
		}
	}
	list := append([]*told(nil), g.members...)
	sort.SliceStable(list, func(i, j int) bool {
		a, b := list[i], list[j]
		if a.page != b.page {
			if c := Earlier(a.page, b.page); c != 0 {
				return c < 0
			}
			x, y := credited[words.Fold(a.page.Article.Outlet.Name)], credited[words.Fold(b.page.Article.Outlet.Name)]
			if x != y {
				return x
			}
			return a.page.Index < b.page.Index
		}
		if a.head != b.head {
			return !a.head
		}
		return len(a.words) > len(b.words)
	})
	return list[0]
}

// Earlier orders two pages by publication: -1 or 1 by the first day each can have come out, and by the hour where both give it; 0 where they do not tell.
func Earlier(a, b *pages.Page) int {
	x, y := a.Published.Earliest, b.Published.Earliest
	switch {
	case x.Known != y.Known:
		if x.Known {
			return -1
		}
		return 1
	case !x.Known || x.Day != y.Day:
		return sign(int(x.Day) - int(y.Day))
	case x.Clocked && y.Clocked && x.Zoned == y.Zoned:
		return sign((x.Second - 60*x.Offset) - (y.Second - 60*y.Offset))
	}
	return 0
}

func sign(n int) int {
	switch {
	case n < 0:
		return -1
	case n > 0:
		return 1
	}
	return 0
}

const (
	sameWords = 0.85 // share of equal words from which two stretches are the same text
)

// relation says how the accounts of different pages relate: the loosest tie between the first account of each page and the best
// match it has on the pages before it.
func (g *Group) relation() record.Likeness {
	rank := map[record.Likeness]int{record.Single: 0, record.Copied: 1, record.QuotedAlike: 2, record.Reworded: 3, record.Translated: 4}
	out := record.Single
	for i, m := range g.members {
		best := record.Likeness("")
		for _, o := range g.members[:min(i, 32)] {
			if o.page == m.page {
				continue
			}
			if l := tie(o, m); best == "" || rank[l] < rank[best] {
				best = l
			}
		}
		if best == "" || m.hasTwin(g.members[:i]) && rank[best] > rank[record.QuotedAlike] {
			continue
		}
		if rank[best] > rank[out] {
			out = best
		}
	}
	return out
}

// hasTwin says whether an earlier member of the same page already stands for it: the headline of a copied text is no rewording.
func (t *told) hasTwin(before []*told) bool {
	for _, o := range before {
		if o.page == t.page {
			return true
		}
	}
	return false
}

func tie(a, b *told) record.Likeness {
	alike := overlap(a.words, b.words)
	if alike >= sameWords && overlap(sentence(a), sentence(b)) >= sameWords {
		return record.Copied
	}
	da, db := a.row.Kind == statements.Direct, b.row.Kind == statements.Direct
	switch {
	case alike >= sameWords && a.row.Kind != statements.Indirect && b.row.Kind != statements.Indirect:
		return record.QuotedAlike
	case da && db:
		return record.Translated
	case alike >= sameWords:
		return record.Copied
	}
	return record.Reworded
}

// sentence is the words of a whole statement, source and cue with it.
func sentence(t *told) []words.Word {
	return t.page.Between(pages.Hull(t.row.Content, t.row.Cue, t.row.Source))
}

// overlap is the share of the shorter list's words that stand in both in the same order.
func overlap(a, b []words.Word) float64 {
	a, b = a[:min(len(a), longest)], b[:min(len(b), longest)]
	if len(a) == 0 || len(b) == 0 {
		return 0
	}
	row := make([]int, len(b)+1)
	for i := range a {
		diagonal := 0
		for j := range b {
			up := row[j+1]
			if a[i].Form == b[j].Form {
				row[j+1] = diagonal + 1
			} else {
				row[j+1] = max(up, row[j])
			}
			diagonal = up
		}
	}
	return float64(row[len(b)]) / float64(min(len(a), len(b)))
}
