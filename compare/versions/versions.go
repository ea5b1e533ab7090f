// Package versions says what changed between two versions of one page, by sentence.
//
//	old  Twelve people died. The depot burned.        new  Nine people died. The depot burned. An inquiry began.
//	→    changed "Twelve people died." → "Nine people died." (words Twelve → Nine); added "An inquiry began."
//
// White space, line breaks and the shape of quotation marks are no change. Only lines that tell something are compared: a menu that changed is
// no news.
package versions

import (
	"strings"

	"github.com/hearsay-news/hearsay/read"
	"github.com/hearsay-news/hearsay/read/syntax"
	"github.com/hearsay-news/hearsay/text"
)

// Kind is what happened to a sentence.
type Kind string

const (
	Added   Kind = "added"
	Removed Kind = "removed"
	Changed Kind = "changed"
)

// Change is one sentence that is not the same in both versions. Old is empty for an added one, New for a removed one.
type Change struct {
	Kind     Kind
	Old, New text.Span
	OldWords []text.Span // the words of Old that New does not have, runs joined
	NewWords []text.Span
}

// alike is the share of words two sentences must have in common to be one sentence changed; sentences of other words are one removed
// and one added.
const alike = 0.5

// Diff compares two versions, in the order of the new one. Cost is linear in the sentences that stayed and bounded for those that did not.
func Diff(older, newer *read.Reading) []Change {
	a, b := sentences(older), sentences(newer)
	var changes []Change
	var removed, added []sentence
	flush := func() {
		changes = append(changes, pair(removed, added)...)
		removed, added = nil, nil
	}
	for _, step := range align(keys(a), keys(b)) {
		switch {
		case step.a >= 0 && step.b >= 0:
			flush()
		case step.a >= 0:
			removed = append(removed, a[step.a])
		default:
			added = append(added, b[step.b])
		}
	}
	flush()
	return changes
}

// sentence is a told sentence with its words as they are compared.
type sentence struct {
	span  text.Span
	words []string
	spans []text.Span
}

func sentences(r *read.Reading) []sentence {
	var out []sentence
	for _, s := range r.Sentences {
		if s.Block >= len(r.Page.Blocks) || !r.Page.Blocks[s.Block].Role.Told() {
			continue
		}
		one := sentence{span: s.Span}
		for _, token := range s.Tokens {
			one.words = append(one.words, word(r.Page.Text, token))
			one.spans = append(one.spans, token.Span)
		}
		out = append(out, one)
	}
	return out
}

var plainMarks = strings.NewReplacer("“", `"`, "”", `"`, "„", `"`, "«", `"`, "»", `"`, "‘", "'", "’", "'", "–", "-", "—", "-", "\u00a0", " ")

func word(t text.Text, token syntax.Token) string { return plainMarks.Replace(t.At(token.Span)) }

func keys(all []sentence) []string {
	out := make([]string, len(all))
	for i, s := range all {
		out[i] = strings.Join(s.words, " ")
	}
	return out
}

// pair matches removed sentences with added ones of mostly the same words, in order: the best partner for each added sentence among the
// removed ones not yet passed.
func pair(removed, added []sentence) []Change {
	var changes []Change
	next := 0
	for _, b := range added {
		best, share := -1, alike
		for i := next; i < len(removed) && i < next+window; i++ {
			if s := common(removed[i].words, b.words); s >= share && (best < 0 || s > share) {
				best, share = i, s
			}
		}
		if best < 0 {
			changes = append(changes, Change{Kind: Added, New: b.span})
			continue
		}
		for ; next < best; next++ {
			changes = append(changes, Change{Kind: Removed, Old: removed[next].span})
		}
		next++
		changes = append(changes, changed(removed[best], b))
	}
	for ; next < len(removed); next++ {
		changes = append(changes, Change{Kind: Removed, Old: removed[next].span})
	}
	return changes
}

// window bounds how many removed sentences are tried for one added sentence.
const window = 16

// common is the share of words, as bags, that two sentences have in common.
func common(a, b []string) float64 {
	if len(a)+len(b) == 0 {
		return 0
	}
	count := map[string]int{}
	for _, w := range a {
		count[w]++
	}
	shared := 0
	for _, w := range b {
		if count[w] > 0 {
			count[w]--
			shared++
		}
	}
	return 2 * float64(shared) / float64(len(a)+len(b))
}

func changed(a, b sentence) Change {
	c := Change{Kind: Changed, Old: a.span, New: b.span}
	for _, step := range align(a.words, b.words) {
		switch {
		case step.b < 0:
			c.OldWords = join(c.OldWords, a.spans, step.a)
		case step.a < 0:
			c.NewWords = join(c.NewWords, b.spans, step.b)
		}
	}
	return c
}

// join adds a word to a list of runs, lengthening the last run where the word follows on it.
func join(runs []text.Span, spans []text.Span, i int) []text.Span {
	if n := len(runs); n > 0 && i > 0 && runs[n-1].End == spans[i-1].End {
		runs[n-1].End = spans[i].End
		return runs
	}
	return append(runs, spans[i])
}
