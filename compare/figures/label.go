package figures

import (
	"sort"
	"strings"

	"github.com/hearsay-news/hearsay/compare/words"
	"github.com/hearsay-news/hearsay/read/amounts"
	"github.com/hearsay-news/hearsay/text"
)

// What a row counts is told so that it reads by itself: the noun with its modifiers and what restricts it, and what became of it. Where the noun is
// bare, the clause that tells the figure stands beside it, with a gap for the number:
//
//	"convicted 12 officers of the guard"       officers of the guard
//	"11 Vellish peacekeepers died"             Vellish peacekeepers, killed
//	"a deal worth $4 billion was signed"       a deal worth … was signed
//	"each tent protects 50 people"             people (each tent protects …)

const folk = "people" // the unit of whoever is counted

// label is one wording of what a figure counts; the better one stands for the row.
type label struct {
	words   string
	quality int // 2 names a thing and what restricts it, 1 a thing, 0 a clause alone
}

// counts says in words of the pages what is counted: the best wording, then the most frequent, then the shortest.
func (r *reader) counts(group []*item) string {
	n := map[label]int{}
	for _, t := range group {
		n[r.label(t)]++
	}
	keys := make([]label, 0, len(n))
	for k := range n {
		keys = append(keys, k)
	}
	sort.Slice(keys, func(i, j int) bool {
		a, b := keys[i], keys[j]
		if a.quality != b.quality {
			return a.quality > b.quality
		}
		if n[a] != n[b] {
			return n[a] > n[b]
		}
		if len(a.words) != len(b.words) {
			return len(a.words) < len(b.words)
		}
		return a.words < b.words
	})
	return keys[0].words
}

func (r *reader) label(t *item) label {
	a, p := t.amount, t.page
	noun := ""
	if span := r.nounOf(t); !span.Empty() {
		noun = standing(strings.Fields(p.Page.Text.At(span)))
	}
	if t.fate != "" && (a.Unit == folk || t.thing.anybody) && !strings.Contains(noun, " ") {
		noun = folk // "24 dead", "148 others"
	}
	rich := false
	for _, s := range []text.Span{a.Scope, a.Purpose} {
		if more := p.Page.Text.At(s); noun != "" && !s.Empty() && s.Start >= a.Start && !s.Overlaps(a.Of) && !strings.Contains(noun, more) && t.fate == "" {
			noun += " " + strings.Join(strings.Fields(more), " ")
			rich = true
		}
	}
	rich = rich || noun != "" && a.Thing.End > a.Of.End && !a.Of.Empty()
	if t.fate != "" && noun != "" {
		rich = true
		if !strings.Contains(noun, t.fate) {
			noun += ", " + t.fate
		}
	}
	if rich {
		return label{noun, 2}
	}
	told := ""
	if c := a.Change; noun == "" || c == nil || !c.From.Known || !c.To.Known {
		told = r.gapped(t)
	}
	switch {
	case noun == "" && told == "":
		noun = t.amount.Unit
		if noun == "" {
			noun = string(t.amount.Kind)
		}
		return label{noun, 0}
	case noun == "":
		return label{told, 0}
	case told == "":
		return label{noun, 1}
	}
	return label{noun + " (" + told + ")", 1}
}

// nounOf is the phrase that names what is counted; empty where a pronoun, a number or a mere name of what follows stands there.
func (r *reader) nounOf(t *item) text.Span {
	a := t.amount
	s := t.thing.span
	if t.fate != "" && s == a.Thing && !a.Of.Empty() && a.Scope.End == s.End && !strings.Contains(t.page.Page.Text.At(a.Scope), " ") {
		s = a.Of // "people died": what became of them is told by a word of its own
	}
	if s.Empty() || t.thing.pronoun || !t.thing.known {
		return text.Span{}
	}
	if money := a.Kind == amounts.Money || a.Kind == amounts.Measure || share(a); money && a.Change != nil {
		return text.Span{} // "a slight dip from": the clause tells it better
	} else if (money || s.End <= a.Start) && r.allNames(t) {
		return text.Span{} // a country, a firm: not what a sum counts
	}
	return s
}

// allNames says whether all the weighty words of what is counted are names.
func (r *reader) allNames(t *item) bool {
	some := false
	for _, w := range t.page.Between(t.thing.span) {
		f := &r.set.Vocabulary.Forms[w.Form]
		if f.Stop || f.Number {
			continue
		}
		if !r.al.Capital(t.page, w.Span()) {
			return false
		}
		some = true
	}
	return some
}

const (
	toldBefore = 9  // words of a clause that are shown before its number
	toldAfter  = 11 // and after it
)

// around is the clause that tells a figure and, in it, the gap for the number and for what it counts where that follows.
func (r *reader) around(t *item) (in, gap text.Span) {
	p, a := t.page, t.amount
	sentence := p.Sentence(t.span)
	in, gap = sentence, t.span
	if t.clause != nil {
		in = t.clause.Row.Span.Cover(t.span)
		in = text.Span{Start: max(in.Start, sentence.Start), End: min(in.End, sentence.End)}
	}
	if !a.Bound.Empty() {
		gap = gap.Cover(a.Bound)
	}
	for i := t.index + 1; i < len(p.Amounts) && r.restated(p, i); i++ { // "$360m (£221m)"
		gap.End = max(gap.End, p.Amounts[i].End)
		if rest := p.Page.Text.At(text.Span{Start: gap.End, End: min(len(p.Page.Text), gap.End+6)}); strings.HasPrefix(rest, ")") {
			gap.End++
		} else if strings.HasPrefix(strings.TrimLeft(rest, " "), "-RRB-") {
			gap.End = min(len(p.Page.Text), gap.End+6)
		}
	}
	if s := r.nounOf(t); !s.Empty() && s.Start >= gap.End && s.Start-gap.End < 8 {
		gap = gap.Cover(s)
	}
	return in.Cover(gap), gap
}

// gapped is the clause that tells a figure, with its gap.
func (r *reader) gapped(t *item) string {
	p := t.page
	in, gap := r.around(t)
	before, after := strings.Fields(p.Page.Text.At(text.Span{Start: in.Start, End: gap.Start})), strings.Fields(p.Page.Text.At(text.Span{Start: gap.End, End: in.End}))
	cut := len(after) > toldAfter
	before, after = before[max(0, len(before)-toldBefore):], after[:min(len(after), toldAfter)]
	for i := len(before) - 1; i >= 0; i-- {
		if ends(before[i]) {
			before = before[i+1:]
			break
		}
	}
	for i := range after {
		if ends(after[i]) && (i > 0 || len(after) == 1 || len(before) > 0) {
			after, cut = after[:i+1], false
			break
		}
	}
	before, after = plain(before), plain(after)
	for len(before) > 0 && r.al.Word("opening", strings.ToLower(before[0])) {
		before = before[1:]
	}
	for cut && len(after) > 0 && r.stop(after[len(after)-1]) {
		after = after[:len(after)-1] // cut in the middle: "at an intersection along"
	}
	if len(after) == 0 && len(before) == 1 && r.stop(before[0]) {
		return "" // "there are 65 children"
	}
	told := strings.Trim(strings.Join(append(append(before, "…"), after...), " "), " ,;:.—–-")
	if told == "…" {
		return ""
	}
	return told
}

func (r *reader) stop(word string) bool {
	return r.set.Vocabulary.Stop(words.Fold(strings.Trim(word, ",;:.")))
}

// ends says whether a word closes a part of a sentence.
func ends(w string) bool { return strings.TrimRight(w, ",;:—–.") != w }

// plain leaves out words that are marks alone, and what is written at the edges of a quotation.
func plain(words []string) []string {
	var out []string
	for _, w := range words {
		switch w = strings.Trim(w, "“”\"`()[]"); w {
		case "", "''", "-LRB-", "-RRB-", "-", "—", "–":
		default:
			out = append(out, w)
		}
	}
	return out
}

// standing is a wording without a first word that points back at what was said before, if others follow it.
func standing(words []string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	if strings.ContainsAny(words[0][:1], "0123456789") {
		words = words[1:] // a number of its own
	}
	switch strings.ToLower(words[0]) {
	case "its", "his", "her", "their", "our", "my", "your", "this", "that", "these", "those", "such":
		words = words[1:]
	}
	return strings.Join(words, " ")
}
