package statements

import (
	"sort"

	"github.com/hearsay-news/hearsay/read/syntax"
	"github.com/hearsay-news/hearsay/text"
)

// parsedSubject asks the parser for the subject of a draft's cue where the words alone leave its left edge open. It replaces the source and
// says whether it found one.
func (r *reader) parsedSubject(d *draft) bool {
	i := sort.Search(len(r.sentences), func(i int) bool { return r.sentences[i].End > d.at })
	if i == len(r.sentences) || r.sentences[i].Start > d.at {
		return false
	}
	s := &r.sentences[i]
	cue := sort.Search(len(s.Tokens), func(k int) bool { return s.Tokens[k].Start >= d.at })
	if cue == len(s.Tokens) || s.Tokens[cue].Start != d.at {
		return false
	}
	if cue > 0 && s.Tokens[cue].XPOS == syntax.VBG && s.Tokens[cue-1].UPOS == syntax.PROPN {
		return false // "the bill followed Marrow saying": the name right before the participle
	}
	syntax.Parse(r.t, s)
	subject := -1
	for at, steps := cue, 0; steps < 3 && subject < 0; steps++ {
		subject = subjectOf(s, at, cue)
		if subject >= 0 || s.Tokens[at].Head == 0 {
			break
		}
		switch s.Tokens[at].Deprel { // the cue shares the subject of what it hangs on
		case syntax.Conj, syntax.Advcl, syntax.Xcomp:
			at = s.Tokens[at].Head - 1
		default:
			return false
		}
	}
	if subject < 0 || s.Tokens[subject].Deprel != syntax.Nsubj || subject > cue {
		return false
	}
	switch s.Tokens[subject].XPOS {
	case syntax.WDT, syntax.WP, syntax.WPS:
		return false
	}
	from, to := subtree(s, subject)
	for to > from && (s.Tokens[to-1].UPOS == syntax.PUNCT || s.Tokens[to-1].Start >= s.Tokens[cue].Start) {
		to--
	}
	for from < to && (s.Tokens[from].UPOS == syntax.PUNCT || s.Tokens[from].UPOS == syntax.CCONJ) {
		from++
	}
	if from > 0 && s.Tokens[from-1].XPOS == syntax.DT && s.Tokens[from].XPOS == syntax.CD {
		from-- // the | 61-year-old
	}
	if from >= to || to-from > 60 {
		return false
	}
	head := subject
	if s.Tokens[from].XPOS == syntax.DT {
		head = from
	}
	for k := from; k < subject && head == subject; k++ { // determiner, adjectives and first names before the head
		if s.Tokens[k].Head == subject+1 {
			head = k
			break
		}
	}
	last := subject
	for k := subject + 1; k < to && s.Tokens[k].Head == subject+1 && (s.Tokens[k].Deprel == syntax.FlatRel || s.Tokens[k].Deprel == syntax.Compound); k++ {
		last = k
	}
	d.source = text.Span{Start: s.Tokens[from].Start, End: s.Tokens[to-1].End}
	d.head = text.Span{Start: s.Tokens[head].Start, End: s.Tokens[last].End}
	d.Source = []text.Span{d.source}
	return true
}

// subjectOf returns the subject of a token that stands nearest before the cue; where none does, its first one.
func subjectOf(s *syntax.Sentence, of, cue int) int {
	for k := cue - 1; k >= 0; k-- {
		if s.Tokens[k].Head == of+1 && s.Tokens[k].Deprel == syntax.Nsubj {
			return k
		}
	}
	return child(s, of, syntax.Nsubj)
}

func child(s *syntax.Sentence, of int, rel syntax.Deprel) int {
	for k := range s.Tokens {
		if s.Tokens[k].Head == of+1 && s.Tokens[k].Deprel == rel {
			return k
		}
	}
	return -1
}

// subtree returns the range of the tokens below a token, itself included, as far as it hangs together.
func subtree(s *syntax.Sentence, root int) (from, to int) {
	from, to = root, root+1
	for from > 0 && below(s, from-1, root) {
		from--
	}
	for to < len(s.Tokens) && below(s, to, root) {
		to++
	}
	return from, to
}
