package accounts

import (
	"strings"

	"github.com/hearsay-news/hearsay/compare/align"
	"github.com/hearsay-news/hearsay/compare/pages"
	"github.com/hearsay-news/hearsay/lang"
	"github.com/hearsay-news/hearsay/read/clauses"
	"github.com/hearsay-news/hearsay/read/statements"
	"github.com/hearsay-news/hearsay/text"
)

// judged is what laying two statements on each other gave.
type judged struct {
	verdict align.Verdict
	kind    align.Kind
	score   float64
	at      [2]text.Span
	why     string
}

// judge says whether two statements are one utterance, contrary, or have nothing to do with each other. Words that are alike but for one part say it
// most surely; then the clauses laid on each other; then, where no clause tells the two apart, how much of the content is in common.
func (m *matcher) judge(i, j int) judged {
	a, b := m.all[i], m.all[j]
	if !comparable(a, b) {
		return judged{}
	}
	out := m.lay(a, b)
	if out.verdict == align.Differ && (!outspoken(a) || !outspoken(b) || a.page == b.page && a.denies == b.denies || out.kind == align.Polarity && (m.ofDenial(a) || m.ofDenial(b)) || m.counted(a, b, &out) || out.kind == align.Number && !days(a, b) || settled(a, b, out.kind)) {
		return judged{why: "contrary, but no disagreement"}
	}
	return out
}

// outspoken says whether somebody says it: what is thought or felt contradicts nobody.
func outspoken(t *told) bool {
	return t.row.Stance.Speech() && t.row.Stance != statements.Question && t.row.Stance != statements.Silence || t.row.Head == "refuse"
}

// ofDenial says whether a content speaks of a denial: "brushed off the denials" denies and affirms at once.
func (m *matcher) ofDenial(t *told) bool {
	for _, w := range t.words {
		if m.al.Word("denial", m.set.Vocabulary.Forms[w.Form].Text) {
			return true
		}
	}
	return false
}

// counted says whether two contrary numbers are a count that goes on: the later page tells more of the dead.
func (m *matcher) counted(a, b *told, found *judged) bool {
	x, y := a.page.Published.Earliest, b.page.Published.Earliest
	if found.kind != align.Number || !x.Known || !y.Known || x.Day == y.Day {
		return false
	}
	goesOn := abs(int(x.Day-y.Day)) > align.RivalDays
	for _, c := range a.clauses[:a.mains] {
		for _, class := range c.Row.Classes {
			if class == "kill" || class == "injure" || class == "infect" {
				return true
			}
			goesOn = goesOn || !c.Row.Negated && m.al.Word("cumulating", class)
		}
	}
	early, late := m.number(a, found.at), m.number(b, found.at)
	if x.Day > y.Day {
		early, late = late, early
	}
	return early != nil && late != nil && early.Low <= late.Low && (goesOn || late.Low <= align.GrowsBy*early.Low)
}

// settled says whether what the earlier page calls possible is told as a fact by the later one: things went on.
func settled(a, b *told, kind align.Kind) bool {
	x, y := a.page.Published.Earliest, b.page.Published.Earliest
	if kind != align.Status || !x.Known || !y.Known || x.Day == y.Day {
		return false
	}
	if x.Day > y.Day {
		a, b = b, a
	}
	return a.mains > 0 && b.mains > 0 && a.clauses[0].Row.Mode == clauses.Possible && b.clauses[0].Row.Mode == clauses.Fact
}

// number is what the count allows that a statement tells at one of two places, nil for none: a sum or a measure doesn't go on.
func (m *matcher) number(t *told, at [2]text.Span) *align.Range {
	p := t.page
	for i := range p.Amounts {
		if n := &p.Amounts[i]; n.Kind.Counts() && within(t.row.Content, n.Span) && (n.Overlaps(at[0]) || n.Overlaps(at[1])) {
			return m.al.Of(p, n)
		}
	}
	return nil
}

func abs(n int) int { return max(n, -n) }

func within(content []text.Span, s text.Span) bool {
	for _, c := range content {
		if c.Contains(s) {
			return true
		}
	}
	return false
}

// lay lays the words of two statements on each other, then their clauses, then the whole contents.
func (m *matcher) lay(a, b *told) judged {
	shared, weight := m.set.Common(a.kins, b.kins)
	voices := speakers(a, b)
	d := m.wording(a, b, shared, voices)
	if out, sure := m.byWords(a, b, d, voices); sure {
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
	return m.byContent(a, b, d, voices, shared, weight)
}

// comparable says whether two statements can be one utterance or contrary at all.
func comparable(a, b *told) bool {
	if a.page == b.page && (a.row.CarriedBy == b.index || b.row.CarriedBy == a.index) {
		return false
	}
	sa, sb := a.row.Stance, b.row.Stance
	return sa.Speech() == sb.Speech() && (sa == statements.Silence) == (sb == statements.Silence) && (sa == statements.Question) == (sb == statements.Question)
}

// wording lays the words on each other, where enough of them are the same for that to be worth it.
func (m *matcher) wording(a, b *told, shared int, voices align.Voices) align.Diff {
	if voices == align.One && min(len(a.words), len(b.words)) > 0 && max(len(a.words), len(b.words)) <= shortWords {
		return m.al.Wording(a.page, a.words, b.page, b.words)
	}
	if 2*shared < min(len(a.kins), len(b.kins)) && (voices != align.One || !a.alone || !b.alone) || min(len(a.words), len(b.words)) == 0 {
		return align.Diff{}
	}
	return m.al.Wording(a.page, a.words, b.page, b.words)
}

const shortWords = 24 // of two contents of one voice that are laid word by word whatever they share

// byWords decides where two contents are the same words but for little.
func (m *matcher) byWords(a, b *told, d align.Diff, voices align.Voices) (judged, bool) {
	if d.Shorter < align.AlikeWords || float64(d.Common) < align.AlikeShare*float64(d.Shorter) {
		return m.contraryWords(a, b, d, voices)
	}
	kinds := d.Contrary()
	denied := a.denies != b.denies
	if denied {
		kinds = flip(kinds)
	}
	whole := float64(d.Common) >= align.AlikeLonger*float64(d.Longer)
	switch {
	case len(kinds) == 0 && voices == align.One:
		if m.conditions(a) != m.conditions(b) {
			return judged{why: "one stands under a condition"}, true
		}
		return judged{verdict: align.Same, score: 100 + float64(d.Common), why: "the same words in one mouth"}, true
	case len(kinds) == 0 && whole && d.Run >= align.TextWords && (voices == align.Unsure || m.surroundings(a, b)):
		return judged{verdict: align.Same, score: 90, why: "one text"}, true
	case len(kinds) == 1 && whole && (voices == align.One || a.page != b.page && d.Shorter > align.AlikeWords && (kinds[0] == align.Polarity || !a.named || !b.named)):
		out := judged{verdict: align.Differ, kind: kinds[0], score: 50 + float64(d.Common), why: "the same words, but for what contradicts"}
		for _, c := range d.Changes {
			if c.Kind == kinds[0] {
				out.at = [2]text.Span{c.A, c.B}
			}
		}
		return out, true
	case len(kinds) > 1:
		return judged{why: "the same words of two things"}, true
	}
	return judged{}, false
}

// contraryWords decides where most words are the same and nothing of weight stands in the place of another but what is contrary: "they would be
// taken to Elsk", "the files would be taken to Besk".
func (m *matcher) contraryWords(a, b *told, d align.Diff, voices align.Voices) (judged, bool) {
	kinds := d.Contrary()
	one := voices == align.One || (!a.named || !b.named) && len(kinds) == 1 && kinds[0] == align.Polarity && a.page != b.page && d.Shorter >= 6
	if len(kinds) != 1 || !one || d.Longer > shortWords || a.denies != b.denies || !alike(d) || d.Other > align.Telling || 2*d.Common < d.Longer || a.row.Stance == statements.Question {
		return judged{}, false
	}
	out := judged{verdict: align.Differ, kind: kinds[0], score: 40 + float64(d.Common), why: "most words the same, but for what contradicts"}
	for _, c := range d.Changes {
		if c.Kind == kinds[0] {
			out.at = [2]text.Span{c.A, c.B}
		}
	}
	return out, true
}

// flip takes polarity out of a list of contrary parts, or puts it in: a denial of "not" is none.
func flip(kinds []align.Kind) []align.Kind {
	var out []align.Kind
	found := false
	for _, k := range kinds {
		if k == align.Polarity {
			found = true
			continue
		}
		out = append(out, k)
	}
	if !found {
		out = append(out, align.Polarity)
	}
	return out
}

// surroundings says whether two statements are word for word one sentence, source and cue with it: then it has one speaker, however each page was
// read.
func (m *matcher) surroundings(a, b *told) bool {
	x, y := a.page.Between(pages.Hull(a.row.Content, a.row.Cue, a.row.Source)), b.page.Between(pages.Hull(b.row.Content, b.row.Cue, b.row.Source))
	if len(x) != len(y) || len(x) == len(a.words) {
		return false
	}
	for i := range x {
		if x[i].Form != y[i].Form {
			return false
		}
	}
	return true
}

// conditions says whether a main clause stands under a condition.
func (m *matcher) conditions(t *told) bool {
	for _, c := range t.clauses[:t.mains] {
		if c.Row.Mode == "conditional" {
			return true
		}
	}
	return false
}

// byClauses lays the clauses of two contents on each other: the pair with most in common decides. A why without a verdict says that they are apart.
func (m *matcher) byClauses(a, b *told, d align.Diff, voices align.Voices) judged {
	best := align.Finding{}
	for x, ca := range a.clauses {
		for y, cb := range b.clauses {
			if x >= a.mains && y >= b.mains {
				continue // one of the two is what its statement is about
			}
			f := m.al.Utterance(ca, cb, voices, a.denies != b.denies)
			if f.Verdict == align.Differ && (x >= a.mains || y >= b.mains || f.Answer.Beyond == 0 && !alike(d)) {
				f.Verdict = align.Apart // what is only told by the way contradicts nobody
			}
			if f.Answer.Predicate != align.Contrary && f.Answer.Predicate != align.Silent && f.Score > best.Score {
				best = f
			}
		}
	}
	out := judged{verdict: best.Verdict, kind: best.Kind, score: best.Score, why: best.Why}
	if best.Verdict == align.Apart && voices == align.One && a.alone && b.alone && a.page != b.page && days(a, b) && len(d.Contrary()) == 0 && m.al.Alone(&best) {
		out.verdict, out.why = align.Same, "all that one voice says on either page tells one kind of doing"
		return out
	}
	switch {
	case best.Verdict == align.Differ:
		if p := best.Answer.Of(best.Kind); p != nil {
			out.at = [2]text.Span{p.A, p.B}
		}
		if voices == align.Strangers && a.page == b.page && !a.denies && !b.denies && best.Kind != align.Polarity {
			return judged{}
		}
	case best.Verdict == align.Same && !days(a, b):
		return judged{why: "said on two days"}
	case best.Verdict == align.Apart && (best.Answer.Unlike || len(best.Answer.Contrary()) > 0 && best.Score >= align.Telling):
		out.why = "contrary in more than one part, or of two occasions"
	}
	return out
}

// alike says whether most words of the shorter content stand in the other one in order.
func alike(d align.Diff) bool { return d.Shorter > 0 && 5*d.Common >= 3*d.Shorter }

// days says whether two statements can have been made on one day.
func days(a, b *told) bool {
	if a.row.When == nil || b.row.When == nil {
		return true
	}
	_, ok := a.row.When.Meet(*b.row.When)
	return ok
}

// byContent decides by how much of the content is in common, where neither words nor clauses do.
func (m *matcher) byContent(a, b *told, d align.Diff, voices align.Voices, shared int, weight float64) judged {
	if voices == align.One && a.alone && b.alone && a.page != b.page && days(a, b) && a.denies == b.denies && len(d.Contrary()) == 0 {
		switch {
		case d.Shorter >= align.AlikeWords && 2*d.Common >= d.Shorter && d.Other <= align.Telling && m.negated(a) == m.negated(b):
			return judged{verdict: align.Same, score: 1, why: "all that one voice says on either page, in like words"}
		case a.row.Kind == statements.Direct && b.row.Kind == statements.Direct && m.foreign(a) && m.foreign(b) && m.negated(a) == m.negated(b):
			return judged{verdict: align.Same, score: 1, why: "all that one voice says on either page, in another language"}
		}
	}
	if shared == 0 || a.weight == 0 || b.weight == 0 || voices == align.Strangers || a.denies != b.denies || !days(a, b) {
		return judged{}
	}
	if m.negated(a) != m.negated(b) || m.conditions(a) != m.conditions(b) || len(d.Contrary()) > 0 {
		return judged{}
	}
	part, whole := weight/min(a.weight, b.weight), weight/(a.weight+b.weight-weight)
	score := (part + whole) / 2
	switch {
	case voices == align.Unsure && a.page != b.page:
		return judged{verdict: verdict(part >= align.StrangeShare && shared >= 4), score: score}
	case a.page == b.page && (a.head || b.head) && part >= align.HeadShare && shared >= 2:
		return judged{verdict: align.Same, score: score}
	case part >= align.LooseShare && shared >= 3 || whole >= align.LooseWhole && shared >= 2:
		return judged{verdict: align.Same, score: score}
	}
	return judged{}
}

func verdict(same bool) align.Verdict {
	if same {
		return align.Same
	}
	return align.Apart
}

// foreign says whether a statement's sentences tell that it was made in another language: "said in Spanish", "according to our translation".
func (m *matcher) foreign(t *told) bool {
	sentence := t.page.Sentence(pages.Hull(t.row.Content, t.row.Cue, t.row.Source))
	v := m.set.Vocabulary
	before := ""
	for _, w := range t.page.Between(sentence) {
		text := v.Forms[w.Form].Text
		if m.al.Foreign(text) || (before == "in" || before == "speaking") && m.al.Tongue(v.Forms[w.Form].Stem) {
			return true
		}
		before = text
	}
	return false
}

// negated says whether words of denial stand in a content an odd number of times.
func (m *matcher) negated(t *told) bool {
	out := false
	for _, w := range t.words {
		if m.set.Vocabulary.Negates(m.set.Vocabulary.Forms[w.Form].Text) {
			out = !out
		}
	}
	return out
}

// denying are the head words of cues that deny by themselves: deny, dispute, rule out.
var denying = lang.Compile(func(l *lang.Language) map[string]bool {
	out := map[string]bool{}
	for row := range lang.Rows(l.Statements.Cues) {
		if f := strings.Split(row, "\t"); len(f) > 2 && f[2] == string(statements.Deny) {
			head, _, _ := strings.Cut(f[0], " ")
			out[head] = true
		}
	}
	return out
})

// denies says whether a statement turns what its content tells into the contrary. One whose content holds the "not" itself, "he stressed that success
// was not guaranteed", does not.
func (m *matcher) denies(t *told) bool {
	return t.row.Stance == statements.Deny && (denying.Of(m.set.Language)[t.row.Head] || !m.negated(t))
}

// together says whether two groups may be one: nothing contrary stands between them, and where both hold statements of one page, those must be one
// utterance themselves. A pair that was not worth judging is none.
func (m *matcher) together(a, b []int, same, contrary map[[2]int]bool) bool {
	checks := 0
	for _, i := range a {
		m.set.Steps.Take(len(b))
		for _, j := range b {
			if contrary[[2]int{min(i, j), max(i, j)}] {
				return false
			}
			if m.all[i].page != m.all[j].page {
				continue
			}
			if checks++; checks > 64 || !same[[2]int{min(i, j), max(i, j)}] {
				return false
			}
		}
	}
	return true
}

// speakers says whether two statements have one speaker.
func speakers(a, b *told) align.Voices {
	switch {
	case a.speaker >= 0 && a.speaker == b.speaker:
		return align.One
	case a.speaker < 0 || b.speaker < 0:
		return align.Unsure
	case a.named && b.named:
		return align.Strangers
	case align.Shares(a.role, b.role): // "the prime minister" and a person called prime minister
		if !a.named && !b.named && a.page != b.page {
			return align.One
		}
		return align.Unsure
	case a.page == b.page || a.named != b.named:
		return align.Strangers
	}
	return align.Unsure
}
