package timeline

import (
	"slices"
	"sort"
	"strconv"

	"github.com/hearsay-news/hearsay/compare/align"
	"github.com/hearsay-news/hearsay/compare/pages"
	"github.com/hearsay-news/hearsay/compare/record"
	"github.com/hearsay-news/hearsay/read/events"
	"github.com/hearsay-news/hearsay/text"
)

const done = 0.3 // share of the lighter clause's weight that plan and report must have in common

// become leads each plan to the entry that reports it done: the same kind of verb, words in common, and a day the plan allows.
func become(set *pages.Set, groups [][]*told, entries []record.Entry) {
	index := map[string][]int{}
	key := func(t *told, kin uint32) string {
		return strconv.Itoa(t.page.Story) + " " + strconv.Itoa(int(kin))
	}
	for i, g := range groups {
		if g[0].mode != off && (g[0].mode != fact || entries[i].Status != events.Occurred) {
			continue
		}
		seen := map[string]bool{}
		for _, t := range g {
			if k := key(t, t.trigger); !seen[k] {
				seen[k] = true
				index[k] = append(index[k], i)
			}
		}
	}
	for i, g := range groups {
		if g[0].mode == fact || g[0].mode == off {
			continue
		}
		best, at := 0.0, -1
		for _, p := range g {
			for _, kin := range p.kins { // "is expected to vote": the verb of the plan is any of its words
				list := index[key(p, kin)]
				for _, j := range list[:min(len(list), 64)] {
					if _, ok := entries[i].When.Meet(entries[j].When); !ok {
						continue
					}
					for _, f := range groups[j][:min(len(groups[j]), 16)] {
						n, weight := set.Common(p.kins, f.kins)
						part := weight / min(p.weight, f.weight)
						if n >= 2 && part >= done && part > best {
							best, at = part, j
						}
					}
				}
			}
		}
		if at >= 0 {
			entries[i].Becomes = entries[at].ID
		}
	}
}

// conflicts names what the accounts of one event disagree on.
func conflicts(groups [][]*told, entries []record.Entry, contrary []tied, figures []record.Figure) {
	differ := map[string][]text.Place{} // page → places of figures that differ
	row := map[text.Place]string{}
	for i := range figures {
		if f := &figures[i]; f.Verdict == record.Differ {
			for _, e := range f.Entries {
				differ[e.Page] = append(differ[e.Page], e.Place)
				row[e.Place] = f.ID
			}
		}
	}
	in := map[*told]int{}
	for i, g := range groups {
		for _, t := range g {
			in[t] = i
		}
	}
	for _, t := range contrary {
		conflict(&entries[in[t.a]], kindOf(t.kind), t.a.page.Place(t.a.row.Span), t.b.page.Place(t.b.row.Span))
	}
	for i, g := range groups {
		e := &entries[i]
		numbers := map[string][]text.Place{}
		for _, t := range g {
			sentence := t.page.Sentence(t.row.Trigger)
			for _, p := range differ[t.page.ID] {
				if sentence.Contains(p.Span) {
					numbers[row[p]] = append(numbers[row[p]], p)
				}
			}
		}
		ids := make([]string, 0, len(numbers))
		for id, places := range numbers {
			if len(places) > 1 {
				ids = append(ids, id)
			}
		}
		sort.Strings(ids)
		for _, id := range ids {
			e.Conflicts = append(e.Conflicts, record.Conflict{Kind: "figure", Items: numbers[id]})
		}
	}
}

// conflict adds two accounts to the conflict of a kind.
func conflict(e *record.Entry, kind string, items ...text.Place) {
	for i := range e.Conflicts {
		if c := &e.Conflicts[i]; c.Kind == kind {
			for _, p := range items {
				if !slices.Contains(c.Items, p) {
					c.Items = append(c.Items, p)
				}
			}
			return
		}
	}
	e.Conflicts = append(e.Conflicts, record.Conflict{Kind: kind, Items: items})
}

// kindOf is a contrary part as conflicts name it.
func kindOf(kind align.Kind) string {
	if kind == align.Number {
		return "figure"
	}
	return string(kind)
}
