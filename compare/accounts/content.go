package accounts

import (
	"slices"
	"strings"

	"github.com/hearsay-news/hearsay/compare/align"
	"github.com/hearsay-news/hearsay/compare/pages"
	"github.com/hearsay-news/hearsay/lang"
	"github.com/hearsay-news/hearsay/read/statements"
)

// common is how much of two contents is in both: words, their weight in their story, and what share that is of the lighter content and of both together.
type common struct {
	n           int
	weight      float64
	part, whole float64
}

// shares counts and weighs the kinds of word that two contents share.
func shares(a, b *told) common {
	var c common
	for i, j := 0, 0; i < len(a.kins) && j < len(b.kins); {
		switch {
		case a.kins[i] < b.kins[j]:
			i++
		case a.kins[i] > b.kins[j]:
			j++
		default:
			c.n, c.weight = c.n+1, c.weight+min(a.weights[i], b.weights[j])
			i, j = i+1, j+1
		}
	}
	if c.weight > 0 {
		c.part, c.whole = c.weight/min(a.weight, b.weight), c.weight/(a.weight+b.weight-c.weight)
	}
	return c
}

// alone are the reasons for which all that one voice says on either of two pages is one utterance though its clauses don't lie on each other.
var alone = []struct {
	why   string
	holds func(m *matcher, a, b *told, d align.Diff) bool
}{
	{"all that one voice says on either page, in like words", func(_ *matcher, _, _ *told, d align.Diff) bool {
		return d.Shorter >= align.AlikeWords && 2*d.Common >= d.Shorter && d.Other <= align.Telling &&
			(d.Extra <= 2*align.Telling || 3*d.Common >= 2*d.Shorter)
	}},
	{"all that one voice says on either page, in another language", func(m *matcher, a, b *told, _ align.Diff) bool {
		return a.row.Kind == statements.Direct && b.row.Kind == statements.Direct && m.foreign(a) && m.foreign(b)
	}},
}

// loose are the shares of content from which two statements are one utterance where neither words nor clauses decide; the first that fits is asked.
var loose = []struct {
	why   string
	fits  func(m *matcher, a, b *told, voices align.Voices) bool
	holds func(c common) bool
}{
	{"perhaps one voice, and nearly all of the content", func(_ *matcher, a, b *told, voices align.Voices) bool {
		return voices == align.Unsure && a.page != b.page
	},
		func(c common) bool { return c.part >= align.StrangeShare && c.n >= 4 }},
	{"nearly all of the content under another verb", func(m *matcher, a, b *told, _ align.Voices) bool { return m.otherDeed(a, b) },
		func(c common) bool { return c.part >= align.StrangeShare && c.n >= 3 }},
	{"what opens the page sums it up", func(_ *matcher, a, b *told, _ align.Voices) bool { return a.page == b.page && (a.head || b.head) },
		func(c common) bool { return c.part >= align.HeadShare && c.n >= 2 || enough(c) }},
	{"one voice, and most of the content", func(_ *matcher, _, _ *told, _ align.Voices) bool { return true }, enough},
}

func enough(c common) bool {
	return c.part >= align.LooseShare && c.n >= 3 || c.whole >= align.LooseWhole && c.n >= 2
}

// byContent decides by how much of the content is in common, where neither words nor clauses do.
func (m *matcher) byContent(a, b *told, d align.Diff, voices align.Voices, c common) judged {
	if len(d.Contrary()) > 0 || a.denies != b.denies || m.negated(a) != m.negated(b) {
		return judged{}
	}
	if voices == align.One && solitary(a, b) {
		for _, r := range alone {
			if r.holds(m, a, b, d) {
				return judged{verdict: align.Same, score: 1, why: r.why}
			}
		}
	}
	if voices == align.Unsure && !akin(a, b) {
		return judged{} // two descriptions that have nothing in common
	}
	if c.weight < align.LooseWeight || voices == align.Strangers || m.conditions(a) != m.conditions(b) {
		return judged{}
	}
	for _, r := range loose {
		if r.fits(m, a, b, voices) {
			if r.holds(c) {
				return judged{verdict: align.Same, score: (c.part + c.whole) / 2, why: r.why}
			}
			break
		}
	}
	return judged{}
}

// otherDeed says whether two contents are each mainly about a doing that the other does not speak of.
func (m *matcher) otherDeed(a, b *told) bool {
	if a.mains == 0 || b.mains == 0 {
		return false
	}
	for _, pair := range [...][2]*told{{a, b}, {b, a}} {
		for _, c := range pair[0].clauses[:pair[0].mains] {
			_, there := slices.BinarySearch(pair[1].kins, c.Verb())
			if there || m.set.Vocabulary.Weight[c.Verb()] < align.Telling {
				return false
			}
			for _, other := range pair[1].clauses {
				if m.al.OneDoing(c, other) {
					return false
				}
			}
		}
	}
	return true
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
		if m.al.Negates(m.set.Vocabulary.Forms[w.Form].Text) {
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
