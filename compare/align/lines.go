package align

import "github.com/hearsay-news/hearsay/text"

// Line is one part of two clauses side by side, as a reader is shown it. The span of a part that only one of them tells is empty on the other side.
type Line struct {
	Kind string
	Fit  Fit
	A, B text.Span
	Says [2]string // what the words at the two places come to, "" where they say it themselves
}

// Lines are the parts of two clauses side by side: what is done, then each part that either tells, then whether it is denied and how real it is.
func (al *Aligner) Lines(f *Finding) []Line {
	if f.A == nil || f.B == nil {
		return nil
	}
	a, b, ans := f.A, f.B, &f.Answer
	out := []Line{{Kind: "predicate", Fit: ans.Predicate, A: a.Row.Trigger, B: b.Row.Trigger}}
	seen := map[text.Span]bool{}
	said := map[bool]string{false: "affirmed", true: "denied"}
	polarity := Line{"polarity", Equal, a.Row.Trigger, b.Row.Trigger, [2]string{said[a.Negated], said[b.Negated]}}
	status := Line{"mode", Equal, a.Row.Trigger, b.Row.Trigger, [2]string{string(a.Row.Mode), string(b.Row.Mode)}}
	for _, p := range ans.Pairs {
		switch p.Kind {
		case Polarity:
			polarity.Fit = p.Fit
		case Status:
			status.Fit = p.Fit
		default:
			out = append(out, Line{Kind: string(p.Kind), Fit: p.Fit, A: p.A, B: p.B})
			seen[p.A], seen[p.B] = true, true
		}
	}
	if ans.Unlike || status.Fit == Equal && a.Row.Mode != b.Row.Mode {
		status.Fit = Compatible
		if ans.Unlike {
			status.Fit = Contrary
		}
	}
	for side, c := range [...]*Clause{a, b} {
		for i := range c.parts {
			p := &c.parts[i]
			if seen[p.row.Span] || p.kind == "" {
				continue
			}
			line := Line{Kind: string(p.kind), A: p.row.Span}
			if side == 1 {
				line.A, line.B = line.B, line.A
			}
			out = append(out, line)
		}
	}
	return append(out, polarity, status)
}
