package accounts

import (
	"github.com/hearsay-news/hearsay/compare/align"
	"github.com/hearsay-news/hearsay/read/statements"
	"github.com/hearsay-news/hearsay/text"
)

// judged is what laying two statements on each other gave.
type judged struct {
	verdict  align.Verdict
	kind     align.Kind
	score    float64
	at       [2]text.Span
	verbatim bool // decided by the words themselves, not by what they mean
	common   int  // words of both, in the same order
	why      string
}

// judge says whether two statements are one utterance, contrary, or have nothing to do with each other. Words that are alike but for one part say it
// most surely; then the clauses laid on each other; then, where no clause tells the two apart, how much of the content is in common.
func (m *matcher) judge(i, j int) judged {
	a, b := m.all[i], m.all[j]
	if !comparable(a, b) {
		return judged{}
	}
	out := m.lay(a, b)
	switch out.verdict {
	case align.Differ:
		for _, q := range quiet {
			if q.holds(m, a, b, &out) {
				return judged{why: q.why}
			}
		}
	case align.Same:
		for _, r := range remarks {
			if r.holds(a, b, &out) {
				return judged{why: r.why}
			}
		}
	}
	return out
}

// lay lays the words of two statements on each other, then their clauses, then the whole contents.
func (m *matcher) lay(a, b *told) judged {
	shared := shares(a, b)
	voices := m.speakers(a, b)
	d := m.wording(a, b, shared.n, voices)
	if out, sure := m.byWords(a, b, d, voices); sure {
		out.verbatim, out.common = true, d.Common
		if out.verdict != align.Same || d.Common == d.Longer || d.Extra == 0 {
			return out
		}
		if told := m.byClauses(a, b, d, voices); told.verdict == align.Differ {
			return told // "had failed to send" holds all the words of "had sent"
		}
		return out
	}
	if a.page == b.page && voices != align.One && d.Common < align.TextWords {
		return judged{}
	}
	out := m.byClauses(a, b, d, voices)
	if out.verdict != align.Apart || out.why != "" {
		return out
	}
	return m.byContent(a, b, d, voices, shared)
}

// comparable says whether two statements can be one utterance or contrary at all.
func comparable(a, b *told) bool {
	if a.page == b.page && (a.row.CarriedBy == b.index || b.row.CarriedBy == a.index) {
		return false
	}
	sa, sb := a.row.Stance, b.row.Stance
	return sa.Speech() == sb.Speech() && (sa == statements.Silence) == (sb == statements.Silence) && (sa == statements.Question) == (sb == statements.Question)
}

// together says whether two groups may be one: nothing contrary stands between them, most of their pairs that were judged are one utterance, and
// where both hold statements of one page, those must be one utterance themselves. A pair that was not worth judging is none.
func (m *matcher) together(a, b []int, found map[[2]int]align.Verdict) bool {
	checks, same, apart := 0, 0, 0
	for _, i := range a {
		m.set.Steps.Take(len(b))
		for _, j := range b {
			verdict, judged := found[[2]int{min(i, j), max(i, j)}]
			switch {
			case judged && verdict == align.Differ:
				return false
			case judged && verdict == align.Same:
				same++
			case judged:
				apart++
			}
			if m.all[i].page != m.all[j].page {
				continue
			}
			if checks++; checks > 64 || verdict != align.Same {
				return false
			}
		}
	}
	return same >= apart
}
