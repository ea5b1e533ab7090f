package accounts

import (
	"github.com/hearsay-news/hearsay/compare/align"
	"github.com/hearsay-news/hearsay/text"
)

// byClauses lays the clauses of two contents on each other: the pair with most in common decides. A why without a verdict says that they are apart.
func (m *matcher) byClauses(a, b *told, d align.Diff, voices align.Voices) judged {
	best := m.nearest(a, b, d, voices)
	out := judged{verdict: best.Verdict, kind: best.Kind, score: best.Score, why: best.Why}
	switch {
	case best.Verdict == align.Apart && voices == align.One && solitary(a, b) && len(d.Contrary()) == 0 && m.al.Alone(&best):
		out.verdict, out.why = align.Same, "all that one voice says on either page tells one kind of doing"
	case best.Verdict == align.Differ && voices == align.Strangers && a.page == b.page && !a.denies && !b.denies && best.Kind != align.Polarity:
		return judged{}
	case best.Verdict == align.Differ:
		if p := best.Answer.Of(best.Kind); p != nil {
			out.at = [2]text.Span{p.A, p.B}
		}
	case best.Verdict == align.Apart && (best.Answer.Unlike || len(best.Answer.Contrary()) > 0 && best.Score >= align.Telling):
		out.why = "contrary in more than one part, or of two occasions"
	}
	return out
}

// nearest is what came of the two clauses that have most in common. A clause that is only told by the way counts where it lies on a main one, and
// neither makes one utterance of two nor contradicts anybody.
func (m *matcher) nearest(a, b *told, d align.Diff, voices align.Voices) align.Finding {
	best, sole := align.Finding{}, solitary(a, b)
	for x, ca := range a.clauses {
		for y, cb := range b.clauses {
			if x >= a.mains && y >= b.mains {
				continue // one of the two is what its statement is about
			}
			f := m.al.Utterance(ca, cb, voices, a.denies != b.denies)
			if sole && m.al.AloneDiffer(&f, voices) {
				f.Verdict, f.Kind, f.Why = align.Differ, f.Answer.Contrary()[0], "all that one voice says on either page is alike, but for one part"
			}
			byTheWay := x >= a.mains || y >= b.mains
			if f.Verdict != align.Apart && byTheWay || f.Verdict == align.Differ && f.Answer.Beyond == 0 && !alike(d) && !sole {
				f.Verdict = align.Apart
			}
			if f.Verdict == align.Same && !(a.alone && b.alone) && f.Answer.Parts < 2 && f.Score < align.OneOfMany {
				f.Verdict = align.Apart
			}
			if f.Answer.Predicate != align.Contrary && f.Answer.Predicate != align.Silent && f.Score > best.Score {
				best = f
			}
		}
	}
	return best
}

// solitary says whether two statements are all that their voice says on either page, and may be of one day.
func solitary(a, b *told) bool { return a.alone && b.alone && a.page != b.page && days(a, b) }

// alike says whether most words of the shorter content stand in the other one in order.
func alike(d align.Diff) bool { return d.Shorter > 0 && 5*d.Common >= 3*d.Shorter }
