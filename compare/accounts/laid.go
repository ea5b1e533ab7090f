package accounts

import (
	"github.com/hearsay-news/hearsay/compare/align"
	"github.com/hearsay-news/hearsay/compare/record"
	"github.com/hearsay-news/hearsay/text"
)

// laid is two statements' nearest clauses side by side, for whoever asks why.
type laid struct {
	a, b  *told
	lines []align.Line
}

// side lays the clauses of two statements side by side; empty where none lie on each other.
func (m *matcher) side(a, b *told) laid {
	best := align.Finding{}
	for x, ca := range a.clauses[:a.mains] {
		for y, cb := range b.clauses[:b.mains] {
			if f := m.al.Utterance(ca, cb, m.speakers(a, b), a.denies != b.denies); f.Answer.Predicate != align.Contrary && (best.A == nil || f.Score > best.Score || x+y == 0) {
				best = f
			}
		}
	}
	return laid{a, b, m.al.Lines(&best)}
}

// sides lays the first account of each utterance on the first one of another page, and what is contrary on each other.
func (m *matcher) sides(said *Said) {
	for i := range said.Groups {
		g := &said.Groups[i]
		for _, o := range g.members[1:] {
			if first := g.members[0]; o.page != first.page && len(first.words)+len(o.words) > 0 {
				g.laid = m.side(first, o)
				break
			}
		}
	}
	for i := range said.ties {
		t := &said.ties[i]
		t.laid = m.side(t.a, t.b)
		t.laid.decided(t)
	}
}

// decided puts in the words that are contrary where they were found word by word and the clauses don't show it.
func (l *laid) decided(t *tied) {
	name := string(t.kind)
	if t.kind == align.Status {
		name = "mode"
	}
	line := align.Line{Kind: name, Fit: align.Contrary, A: t.at[0], B: t.at[1]}
	for i := range l.lines {
		if l.lines[i].Kind == name {
			if l.lines[i].Fit != align.Contrary && !(line.A.Empty() && line.B.Empty()) {
				l.lines[i] = line
			}
			return
		}
	}
	l.lines = append(l.lines, line)
}

// rows are the lines as the record keeps them, seen from the side of one of the two statements.
func (l *laid) rows(from *told, with string) []record.Laid {
	var out []record.Laid
	for _, line := range l.lines {
		a, b, x, y, says := l.a, l.b, line.A, line.B, line.Says
		if from == l.b {
			a, b, x, y, says = b, a, y, x, [2]string{says[1], says[0]}
		}
		row := record.Laid{Part: line.Kind, Fit: line.Fit.String(), With: with, Says: says[:]}
		if says[0] == "" {
			row.Says = nil
		}
		if !x.Empty() {
			row.A = []text.Place{a.page.Place(x)}
		}
		if !y.Empty() {
			row.B = []text.Place{b.page.Place(y)}
		}
		out = append(out, row)
	}
	return out
}
