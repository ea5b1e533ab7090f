package accounts

import (
	"github.com/hearsay-news/hearsay/compare/align"
	"github.com/hearsay-news/hearsay/compare/pages"
	"github.com/hearsay-news/hearsay/read/clauses"
	"github.com/hearsay-news/hearsay/read/statements"
	"github.com/hearsay-news/hearsay/text"
)

// quiet are the reasons for which two contrary statements are no disagreement, in the order in which they are asked.
var quiet = []struct {
	why   string
	holds func(m *matcher, a, b *told, found *judged) bool
}{
	{"what is thought or felt contradicts nobody", func(_ *matcher, a, b *told, _ *judged) bool { return !outspoken(a) || !outspoken(b) }},
	{"one page tells both, and neither denies", func(_ *matcher, a, b *told, _ *judged) bool { return a.page == b.page && a.denies == b.denies }},
	{"one of them speaks of a denial", func(m *matcher, a, b *told, found *judged) bool {
		return found.kind == align.Polarity && (m.ofDenial(a) || m.ofDenial(b))
	}},
	{"a count that goes on", func(m *matcher, a, b *told, found *judged) bool { return m.counted(a, b, found) }},
	{"a sum and its parts", func(m *matcher, a, b *told, found *judged) bool {
		x, y := m.number(a, found.at), m.number(b, found.at)
		return found.kind == align.Number && (x != nil && m.al.Summed(x, b.page, pages.Hull(b.row.Content)) || y != nil && m.al.Summed(y, a.page, pages.Hull(a.row.Content)))
	}},
	{"numbers of two days", func(_ *matcher, a, b *told, found *judged) bool { return found.kind == align.Number && !days(a, b) }},
	{"what was denied beforehand came about", func(_ *matcher, a, b *told, found *judged) bool {
		return found.kind == align.Polarity && cameAbout(a, b)
	}},
	{"what was possible came true", func(_ *matcher, a, b *told, found *judged) bool { return settled(a, b, found.kind) }},
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

// cameAbout says whether the earlier page denies what was to come, and the later one tells that it came.
func cameAbout(a, b *told) bool {
	x, y := a.page.Published.Earliest, b.page.Published.Earliest
	if !x.Known || !y.Known || x.Day == y.Day || a.denies == b.denies {
		return false
	}
	early := a
	if x.Day > y.Day {
		early = b
	}
	return early.denies && early.mains > 0 && early.clauses[0].Row.Mode == clauses.Planned
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
