package timeline

import (
	"strings"

	"github.com/hearsay-news/hearsay/read/article"
	"github.com/hearsay-news/hearsay/text"
)

const (
	titleBytes = 200 // a title is no longer than that
	goodBytes  = 140 // and better no longer than that
)

// title is one full sentence, taken from the account that tells the event most clearly: in the page's own voice, as the main clause of a sentence that is
// not too long, near the top of its page.
func (g *group) title() string {
	best, score := "", -1.0
	for _, t := range g.told {
		if words, s := t.sentence(); s > score {
			best, score = words, s
		}
	}
	return best
}

// sentence is the sentence that tells the account, and how well it would do as a title.
func (t *told) sentence() (string, float64) {
	at := t.page.Sentence(t.span)
	if b := t.page.Block(at.Start); b >= 0 {
		block := t.page.Page.Blocks[b].Span
		if n := block.Start + article.Dateline(t.page.Page.Text.At(block)); n > at.Start && n < at.End && n <= t.span.Start {
			at.Start = n
		}
	}
	score := 1.0
	switch {
	case t.row == nil:
		score -= 0.5
	case t.row.Statement >= 0:
		score -= 0.2
	}
	if t.row != nil && t.row.Background {
		score -= 0.3
	}
	if t.clause != nil {
		if !t.clause.Row.Main {
			score -= 0.25
		}
		if t.clause.Row.Noun {
			score -= 0.1
		}
		if t.clause.Negated {
			score -= 0.6
		}
	}
	score += 0.3 * t.weight()
	if n := at.Len(); n > goodBytes {
		score -= min(0.4, float64(n-goodBytes)/400)
	} else if n < 30 {
		score -= 0.3
	}
	if words := t.page.Page.Text.At(at); strings.HasPrefix(words, "He ") || strings.HasPrefix(words, "She ") || strings.HasPrefix(words, "It ") || strings.HasPrefix(words, "They ") {
		score -= 0.3 // who, only the page tells
	}
	return shorten(t.page.Page.Text, at), score
}

// shorten folds white space and cuts a long sentence at a word.
func shorten(t text.Text, s text.Span) string {
	out := make([]byte, 0, titleBytes)
	space := false
	for _, r := range t.At(s) {
		if r == ' ' || r == '\n' || r == '\t' || r == '\u00a0' || r == '\r' {
			space = len(out) > 0
			continue
		}
		if space {
			if len(out) > titleBytes-20 {
				return string(out) + " …"
			}
			out = append(out, ' ')
			space = false
		}
		out = append(out, string(r)...)
	}
	return string(out)
}
