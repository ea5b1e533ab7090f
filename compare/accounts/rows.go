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
func Rows(set *pages.Set, said Said, entities []record.Entity, copied []record.Copy) ([]record.Statement, []record.Relation) {
	groups := said.Groups
	out := make([]record.Statement, len(groups))
	var relations []record.Relation
	in := passages(copied)
	for i := range groups {
		out[i] = groups[i].row(entities, in)
		out[i].Laid = groups[i].laid.rows(groups[i].members[0], "")
		if l := out[i].Relation; l == record.Reworded || l == record.Translated {
			relations = append(relations, reworded(&out[i]))
		}
	}
	return out, append(relations, differing(out, said.ties)...)
}

// differing makes one relation for every two utterances that are contrary: of what ties them most surely.
func differing(rows []record.Statement, ties []tied) []record.Relation {
	best := map[[2]int]int{}
	var order [][2]int
	for i := range ties {
		t := &ties[i]
		a, b := t.a.page.Said[t.a.index], t.b.page.Said[t.b.index]
		pair := [2]int{min(a, b), max(a, b)}
		if a < 0 || b < 0 || a == b {
			continue
		}
		old, ok := best[pair]
		if !ok {
			order = append(order, pair)
		}
		if !ok || t.score > ties[old].score {
			best[pair] = i
		}
	}
	var out []record.Relation
	for _, pair := range order {
		t := &ties[best[pair]]
		a, b := t.a, t.b
		if t.a.page.Said[t.a.index] != pair[0] {
			a, b = b, a
		}
		r := record.Relation{Kind: "differ", Part: string(t.kind), List: "statements", Row: rows[pair[0]].ID, Other: rows[pair[1]].ID, Why: t.why,
			Items: []text.Place{a.page.Place(pages.Hull(a.row.Content)), b.page.Place(pages.Hull(b.row.Content))}}
		r.ID = pages.ID("r", r.Kind, r.Part, r.Row, r.Other)
		rows[pair[0]].Laid = append(rows[pair[0]].Laid, t.laid.rows(a, r.Other)...)
		rows[pair[1]].Laid = append(rows[pair[1]].Laid, t.laid.rows(b, r.Row)...)
		out = append(out, r)
	}
	return out
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

func (g *Group) row(entities []record.Entity, in copiedIn) record.Statement {
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
			if e := m.page.Entity(c); e >= 0 {
				chain = append(chain, entities[e].ID)
			}
		}
		if len(chain) > len(row.Chain) {
			row.Chain = chain
		}
		if m.voice.entity >= 0 {
			rank := 0
			if m.voice.named {
				rank = 2
			}
			if m == first {
				rank++
			}
			if rank > best {
				best, row.Speaker = rank, entities[m.voice.entity].ID
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
	if n := len(row.Chain); n > 0 && row.Speaker != "" {
		row.Chain = append(row.Chain[:n-1:n-1], row.Speaker) // one account names who another only describes: the chain ends with the same voice
	}
	row.Relation = g.relation(in)
	return row
}

// first is the earliest account: of the page that certainly came out first, of that page the fullest statement outside the headline. Where
// the days do not tell, the agency that others credit comes before them, then the page with the smaller id.
func (g *Group) first() *told {
	credited := map[string]bool{}
	for _, m := range g.members {
		if c := m.page.Credit; c != "" {
			credited[pages.OutletKey(c)] = true
		}
	}
	list := append([]*told(nil), g.members...)
	sort.SliceStable(list, func(i, j int) bool {
		a, b := list[i], list[j]
		if a.page != b.page {
			if c := Earlier(a.page, b.page); c != 0 {
				return c < 0
			}
			x, y := credited[pages.OutletKey(a.page.OutletName)], credited[pages.OutletKey(b.page.OutletName)]
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
	otherCut  = 0.7  // the same, of two quotations that are cut differently
	sameCut   = 7    // or so many words in a row
	sameWords = 0.85 // share of equal words from which two contents are the same words
)

// relation says how the accounts of different pages relate: the loosest of the ties that lead from each page's fullest account to
// the nearest one on the pages before it.
func (g *Group) relation(in copiedIn) record.Likeness {
	rank := map[record.Likeness]int{record.Single: 0, record.Copied: 1, record.QuotedAlike: 2, record.Reworded: 3, record.Translated: 4}
	var fullest []*told
	for _, m := range g.members {
		if n := len(fullest); n > 0 && fullest[n-1].page == m.page {
			if m.fuller(fullest[n-1]) {
				fullest[n-1] = m
			}
			continue
		}
		fullest = append(fullest, m)
	}
	out := record.Single
	for i := 1; i < len(fullest); i++ {
		best := record.Likeness("")
		for _, o := range fullest[:min(i, 32)] {
			if l := tie(o, fullest[i], in); best == "" || rank[l] < rank[best] {
				best = l
			}
		}
		if rank[best] > rank[out] {
			out = best
		}
	}
	return out
}

// fuller says whether a statement shows more of the utterance than another one of its page: outside the headline, quoted, longer.
func (t *told) fuller(o *told) bool {
	if t.head != o.head {
		return !t.head
	}
	if a, b := t.row.Kind == statements.Direct, o.row.Kind == statements.Direct; a != b {
		return a
	}
	return len(t.words) > len(o.words)
}

func tie(a, b *told, in copiedIn) record.Likeness {
	if in.both(a, b) {
		return record.Copied
	}
	alike := overlap(a.words, b.words)
	da, db := a.row.Kind == statements.Direct, b.row.Kind == statements.Direct
	switch {
	case alike >= sameWords && a.row.Kind != statements.Indirect && b.row.Kind != statements.Indirect:
		return record.QuotedAlike
	case da && db && (alike >= otherCut || commonRun(a, b) >= sameCut):
		return record.QuotedAlike // each page cut the quotation where it liked
	case da && db:
		return record.Translated
	}
	return record.Reworded
}

// copiedIn lists for each page the copied passages, other than shared quotations, that it holds.
type copiedIn map[string][]passage

type passage struct {
	span text.Span
	copy int
}

func passages(copied []record.Copy) copiedIn {
	in := copiedIn{}
	for i := range copied {
		if k := copied[i].Kind; k == "verbatim" || k == "near" {
			for _, s := range copied[i].Spans {
				in[s.Page] = append(in[s.Page], passage{s.Span, i})
			}
		}
	}
	return in
}

const covered = 0.8 // share of a statement that must lie in a copied passage

// both says whether two whole statements, source and cue with them, stand in one copied passage.
func (in copiedIn) both(a, b *told) bool {
	x, y := hull(a), hull(b)
	for _, p := range in[a.page.ID] {
		if !holds(p.span, x) {
			continue
		}
		for _, q := range in[b.page.ID] {
			if p.copy == q.copy && holds(q.span, y) {
				return true
			}
		}
	}
	return false
}

func hull(t *told) text.Span { return pages.Hull(t.row.Content, t.row.Cue, t.row.Source) }

func holds(p, s text.Span) bool {
	return float64(min(p.End, s.End)-max(p.Start, s.Start)) >= covered*float64(s.Len())
}

// overlap is the share of the shorter list's words that stand in both in the same order.
func overlap(a, b []words.Word) float64 {
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
