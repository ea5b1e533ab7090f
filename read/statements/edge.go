package statements

import (
	"sort"

	"github.com/hearsay-news/hearsay/read/syntax"
)

// parsedEnd returns where a content ends by the parse: after the last word of the line that hangs on its clause. Words that hang on the cue itself or on
// what stands above it are the page's: "said it was late, | a man shouted", "said he would pay, | prompting applause". p.to where the parse tells nothing.
func (r *reader) parsedEnd(l *line, g group, p phrase) int {
	s, root := r.complement(l, g, p)
	if root < 0 {
		return p.to
	}
	last := root
	for k := root; k < len(s.Tokens) && s.Tokens[k].Start < l.items[p.to-1].End; k++ {
		if s.Tokens[k].UPOS != syntax.PUNCT && below(s, k, root) {
			last = k
		}
	}
	for k := p.from + 1; k < p.to; k++ {
		if l.items[k].fold || l.items[k].quoted || l.items[k].low != "," || !l.hasFinite(p.from, k) || l.items[k].Start < s.Tokens[last].End {
			continue
		}
		if k+1 < p.to && l.items[k+1].tag == syntax.IN && !l.lex.words["beside"][l.items[k+1].low] {
			return p.to // what a preposition adds may belong to either side
		}
		return k
	}
	return p.to
}

// below says whether a token hangs on another one, or is it.
func below(s *syntax.Sentence, k, root int) bool {
	for steps := 0; k >= 0 && steps < len(s.Tokens); steps++ {
		if k == root {
			return true
		}
		k = s.Tokens[k].Head - 1
	}
	return false
}

// complement returns the sentence of a cue and, by the parse, the root of the clause that it governs among the items of a phrase; -1 for none.
func (r *reader) complement(l *line, g group, p phrase) (*syntax.Sentence, int) {
	cueAt := l.items[g.head].Start
	i := sort.Search(len(r.sentences), func(i int) bool { return r.sentences[i].End > cueAt })
	if i == len(r.sentences) || r.sentences[i].Start > cueAt || l.items[p.to-1].End > r.sentences[i].End {
		return nil, -1
	}
	s := &r.sentences[i]
	cue := tokenAt(s, cueAt)
	if cue < 0 {
		return nil, -1
	}
	syntax.Parse(r.t, s)
	for k := range s.Tokens {
		t := &s.Tokens[k]
		if t.Head == cue+1 && t.Start >= l.items[p.from].Start && t.Start < l.items[p.to-1].End && (t.Deprel == syntax.Ccomp || t.Deprel == syntax.Xcomp) {
			return s, k
		}
	}
	return nil, -1
}

// tokenAt returns the token that begins at an offset, -1 for none.
func tokenAt(s *syntax.Sentence, offset int) int {
	k := sort.Search(len(s.Tokens), func(k int) bool { return s.Tokens[k].Start >= offset })
	if k < len(s.Tokens) && s.Tokens[k].Start == offset {
		return k
	}
	return -1
}

// parsedClause says whether, by the parse, the words from item j on are a clause that the cue governs: "said the ruling, which struck down two laws,
// shows". Asked where the words alone show none.
func (r *reader) parsedClause(l *line, g group, j, end int) bool {
	if j >= end || l.inner {
		return false
	}
	s, root := r.complement(l, g, phrase{j, end})
	if root < 0 || s.Tokens[root].Deprel != syntax.Ccomp {
		return false
	}
	first := tokenAt(s, l.items[j].Start)
	return first >= 0 && first <= root && below(s, first, root) && (child(s, root, syntax.Nsubj) >= 0 || child(s, root, syntax.Cop) >= 0)
}
