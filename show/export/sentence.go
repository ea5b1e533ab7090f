package export

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"github.com/hearsay-news/hearsay/read"
	"github.com/hearsay-news/hearsay/read/syntax"
	"github.com/hearsay-news/hearsay/read/times"
)

// CoNLLU writes the sentences of a reading in CoNLL-U. A word whose parts stand together in the text ("don't") gets its line.
func CoNLLU(w io.Writer, r *read.Reading) error {
	out := bufio.NewWriter(w)
	for i := range r.Sentences {
		s := &r.Sentences[i]
		syntax.Parse(r.Page.Text, s)
		fmt.Fprintf(out, "# sent_id = %d\n# text = %s\n", i+1, strings.Join(strings.Fields(r.Page.Text.At(s.Span)), " "))
		inside := -1 // last token of the written word that the token is a part of
		for j := range s.Tokens {
			if last := wordEnd(s, j); last > j {
				inside = last
				form := s.Tokens[j].Cover(s.Tokens[last].Span)
				fmt.Fprintf(out, "%d-%d\t%s\t_\t_\t_\t_\t_\t_\t_\t%s\n", j+1, last+1, r.Page.Text.At(form), spaceAfter(s, last))
			}
			t := &s.Tokens[j]
			head, deprel := "_", "_"
			if s.Parsed {
				head, deprel = fmt.Sprint(t.Head), t.Deprel.String()
			}
			space := "_"
			if j > inside {
				space = spaceAfter(s, j)
			}
			fmt.Fprintf(out, "%d\t%s\t%s\t%s\t%s\t_\t%s\t%s\t_\t%s\n", j+1, r.Page.Text.At(t.Span), blank(t.Lemma), t.UPOS, t.XPOS, head, deprel, space)
		}
		fmt.Fprintln(out)
	}
	return out.Flush()
}

// wordEnd returns the last token of the contraction that begins at token i, or i: a clitic or a fused verb that follows without space.
func wordEnd(s *syntax.Sentence, i int) int {
	if i > 0 && contracted(s, i) {
		return i // inside one
	}
	for i+1 < len(s.Tokens) && contracted(s, i+1) {
		i++
	}
	return i
}

// contracted says whether a token is the second part of a written word: joined to the one before, both of them words.
func contracted(s *syntax.Sentence, i int) bool {
	if i == 0 || s.Tokens[i-1].End != s.Tokens[i].Start {
		return false
	}
	switch s.Tokens[i].UPOS {
	case syntax.PUNCT, syntax.SYM, syntax.NUM:
		return false
	}
	switch s.Tokens[i-1].UPOS {
	case syntax.PUNCT, syntax.SYM, syntax.NUM:
		return false
	}
	return true
}

func spaceAfter(s *syntax.Sentence, i int) string {
	if i+1 < len(s.Tokens) && s.Tokens[i].End == s.Tokens[i+1].Start {
		return "SpaceAfter=No"
	}
	return "_"
}

func blank(s string) string {
	if s == "" {
		return "_"
	}
	return s
}

// TimeML writes the text of a reading with its time expressions as a TimeML document.
func TimeML(w io.Writer, r *read.Reading) error {
	_, err := io.WriteString(w, times.TimeML(string(r.Page.Text), r.Times, r.Article.Published.Interval))
	return err
}

// Times returns the time expressions of a reading as annotate writes them.
func Times(r *read.Reading) any { return timesOf(r, newPlaces(r.Page.Text, false)) }

// Amounts returns the figures of a reading as annotate writes them.
func Amounts(r *read.Reading) any { return amountsOf(r, newPlaces(r.Page.Text, false)) }
