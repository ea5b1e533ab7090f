package accounts

import (
	"github.com/hearsay-news/hearsay/compare/align"
	"github.com/hearsay-news/hearsay/compare/pages"
	"github.com/hearsay-news/hearsay/read/statements"
	"github.com/hearsay-news/hearsay/text"
)

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
	if d.Common == d.Longer && d.Shorter < align.AlikeWords && voices == align.One && a.page != b.page && a.row.Stance == b.row.Stance && d.Shorter > 1 {
		return judged{verdict: align.Same, score: 100 + float64(d.Common), why: "the same words in one mouth"}, true
	}
	if d.Shorter < align.AlikeWords || float64(d.Common) < align.AlikeShare*float64(d.Shorter) || strewn(d) {
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
	case len(kinds) == 1 && whole && (voices == align.One || a.page != b.page && d.Shorter > align.AlikeWords && (kinds[0] == align.Polarity || !a.voice.named || !b.voice.named)):
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

// strewn says whether the few words of a short content only stand here and there in a long one.
func strewn(d align.Diff) bool {
	return d.Shorter < align.TextWords && d.Longer > 2*d.Shorter && d.Run < min(align.AlikeWords, d.Shorter-1)
}

// contraryWords decides where most words are the same and nothing of weight stands in the place of another but what is contrary: "they would be
// taken to Elsk", "the files would be taken to Besk".
func (m *matcher) contraryWords(a, b *told, d align.Diff, voices align.Voices) (judged, bool) {
	kinds := d.Contrary()
	one := voices == align.One || (!a.voice.named || !b.voice.named) && len(kinds) == 1 && kinds[0] == align.Polarity && a.page != b.page && d.Shorter >= 6
	if len(kinds) != 1 || !one || d.Longer > shortWords || a.denies != b.denies || !alike(d) || d.Other > align.Telling || 20*d.Common < 9*d.Longer || a.row.Stance == statements.Question {
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
