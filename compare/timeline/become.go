package timeline

import (
	"github.com/hearsay-news/hearsay/compare/align"
	"github.com/hearsay-news/hearsay/compare/record"
	"github.com/hearsay-news/hearsay/compare/words"
)

// become leads each plan to the entry that reports it done, called off or put off: one deed with nothing contrary in it, on a day that the plan allows.
func (m *merger) become(groups []*group, entries []record.Entry) {
	type place struct{ group, told int }
	var rows []place
	var looks []align.Look
	v := m.set.Vocabulary
	for i, g := range groups {
		for n, t := range g.told {
			if t.clause == nil || t.index < 0 || n >= 16 {
				continue
			}
			var l align.Look
			for _, k := range t.clause.Kins {
				if v.Weight[k] >= align.Telling {
					l.Keys = append(l.Keys, words.Mix(uint64(t.page.Story)<<8^words.Mix(uint64(k))))
				}
			}
			rows, looks = append(rows, place{i, n}), append(looks, l)
		}
	}
	best := make([]float64, len(groups))
	for _, pair := range align.Pairs(looks, align.Events) {
		for _, d := range [...][2]place{{rows[pair[0]], rows[pair[1]]}, {rows[pair[1]], rows[pair[0]]}} {
			from, to := d[0], d[1]
			p, q := groups[from.group].told[from.told], groups[to.group].told[to.told]
			if p.mode != plan && p.mode != wish || q.mode != fact && q.mode != off || p.page.Story != q.page.Story {
				continue
			}
			if score := m.outcome(p, q); score > best[from.group] {
				best[from.group], entries[from.group].Becomes = score, entries[to.group].ID
			}
		}
	}
}

// outcome scores how surely one account reports what came of the plan of another; 0 for not.
func (m *merger) outcome(p, q *told) float64 {
	if q.mode == fact && q.when.Known() && p.when.Known() {
		if _, ok := p.when.Meet(q.when); !ok {
			return 0
		}
	}
	m.laid++
	return m.al.Outcome(p.clause, q.clause, p.when, q.when)
}
