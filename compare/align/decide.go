package align

// Verdict is what two tellings are to each other.
type Verdict int8

// The verdicts.
const (
	Apart Verdict = iota
	Same
	Differ
)

// Finding is a verdict with what it rests on.
type Finding struct {
	Verdict Verdict
	Kind    Kind    // of a Differ
	Score   float64 // how sure; higher is surer
	Answer  Answer
	A, B    *Clause
	Why     string
}

// Voices says whether two tellings come from one mouth.
type Voices int8

// The voices.
const (
	Strangers Voices = iota // two names
	Unsure                  // one of them, or both, can't be told
	One                     // one voice
)

// Utterance decides on two clauses that two statements tell: whether they are one utterance, contrary, or have nothing to do with each other.
// Denial says that one of the two only denies what it tells, and so speaks of what somebody else has told.
func (al *Aligner) Utterance(a, b *Clause, voices Voices, denial bool) Finding {
	ans := al.Lay(a, b)
	f := Finding{Answer: ans, A: a, B: b, Score: ans.Weight}
	if ans.Predicate == Contrary || ans.Unlike {
		return f
	}
	contrary := ans.Contrary()
	switch {
	case len(contrary) == 0 && voices == One && (ans.Parts >= 1 && ans.Weight >= oneVoiceSame || ans.Day && ans.Weight >= oneVoiceDay):
		f.Verdict, f.Why = Same, "one voice tells it alike"
	case len(contrary) == 1 && al.disagree(a, b, &ans, contrary[0], voices, denial):
		f.Verdict, f.Kind, f.Why = Differ, contrary[0], "all that both tell is alike, but "+string(contrary[0])
	}
	return f
}

// OneDoing says whether two clauses tell one kind of doing, or its opposite.
func (al *Aligner) OneDoing(a, b *Clause) bool {
	var out Answer
	al.predicate(a, b, &out)
	return out.Predicate != Contrary
}

// Alone says whether two clauses, each of the only thing that one voice says on its page, are one utterance: one kind of doing, nothing contrary, and
// some part that may be the same.
func (al *Aligner) Alone(f *Finding) bool {
	ans := &f.Answer
	if f.A == nil || ans.Predicate != Equal || ans.Unlike || len(ans.Contrary()) > 0 || len(ans.Pairs) == 0 || al.idle(f.A) || al.idle(f.B) {
		return false
	}
	if f.A.Row.Mode != f.B.Row.Mode {
		return false
	}
	for _, class := range f.A.classes {
		if !al.tables.Is("standing", class) {
			return true
		}
	}
	return false
}

// AloneDiffer says whether two clauses, each of the only thing that one voice says on its page, are contrary in one part and alike in all others.
func (al *Aligner) AloneDiffer(f *Finding, voices Voices) bool {
	ans := &f.Answer
	if voices != One || f.Verdict != Apart || ans.Predicate != Equal || ans.Unlike || ans.Follows || ans.More != [2]int{} || ans.Weight < aloneDiffer || al.idle(f.A) || al.idle(f.B) {
		return false
	}
	kinds := ans.Contrary()
	if len(kinds) != 1 || ans.Parts == 0 && !f.A.Row.Noun || f.A.first != f.B.first {
		return false
	}
	switch kinds[0] {
	case Polarity, Place, Actor, Number:
		return true
	}
	return false
}

// disagree says whether two clauses with one contrary part are of one occasion: what both tell beyond who did it is alike, and one of them tells
// nothing that the other leaves out.
func (al *Aligner) disagree(a, b *Clause, ans *Answer, kind Kind, voices Voices, denial bool) bool {
	if kind == Status { // "would" and "would probably": only the same words with another modal set two tellings against each other
		return false
	}
	if kind == Object || kind == Date && ans.Parts == 0 || ans.Left() > 0 || al.idle(a) || al.idle(b) {
		return false // two deeds on two things, or on two days
	}
	if kind == Polarity && (ans.Follows || a.first != b.first) {
		return false // "never before" and "for the first time"
	}
	if voices == One {
		return ans.Weight >= oneVoiceDiffer && (ans.Parts >= 1 || ans.Named)
	}
	if ans.Beyond == 0 {
		return false
	}
	switch kind {
	case Polarity:
		return denial && ans.Weight >= deniedWeight || ans.Parts >= 2 && ans.Weight >= twoVoices || ans.Named && ans.Weight >= twoVoicesNamed
	case Status, Scope:
		return false // what one calls certain and another possible are two opinions
	}
	return ans.Named && !ans.One && ans.Parts >= 2 && ans.Weight >= twoVoices
}

// idle says whether a clause only tells that something is said, thought or known.
func (al *Aligner) idle(c *Clause) bool {
	return al.tables.Is("idle", c.Row.Lemma)
}
