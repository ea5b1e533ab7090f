package syntax

import (
	"fmt"
	"strings"

	"github.com/hearsay-news/hearsay/lang"
	"github.com/hearsay-news/hearsay/read/page"
	"github.com/hearsay-news/hearsay/read/syntax/ends"
	"github.com/hearsay-news/hearsay/text"
)

// Read splits the lines of a page that tell something (page.Role.Shown) into sentences of tokens with lemmas and tags, in text order.
// Heads are left to Parse. No sentence crosses a line.
func Read(l *lang.Language, t text.Text, blocks []page.Block) []Sentence {
	n := networks.Of(l)
	var all []Sentence
	var line []text.Span
	var stops []int
	for b, block := range blocks {
		if !block.Role.Shown() {
			continue
		}
		line = n.words.Split(line[:0], t, block.Span)
		stops = n.ends.Find(stops[:0], t, line)
		tokens := make([]Token, len(line))
		for i, w := range line {
			tokens[i].Span = w
		}
		first := 0
		for _, stop := range stops {
			s := Sentence{Span: text.Span{Start: line[first].Start, End: line[stop-1].End}, Tokens: tokens[first:stop:stop], Block: b, network: n}
			if stop-first >= ends.Longest && stop < len(line) {
				s.Cut = cutReason
			}
			all = append(all, s)
			first = stop
		}
	}
	n.tagAll(t, all)
	return all
}

// tagAll tags the sentences of a page and keeps the first layer of the network for those that may be parsed.
func (n *network) tagAll(t text.Text, all []Sentence) {
	d := desks.Get().(*desk)
	kept := 0
	for i := range all {
		n.tag(d, t, all[i].Tokens)
		if words := len(all[i].Tokens); words <= ends.Longest && kept+words <= keptWords {
			kept += words
			all[i].layer = append([]int16(nil), d.Layer()...)
		}
	}
	desks.Put(d)
}

// keptWords is for how many words of a page the layers are kept between tagging and parsing: 384 bytes each.
const keptWords = 4096

const cutReason = "longer than 1000 words"

// Given does the same where sentences and tokens are given: exactly those, found again in the text they were joined into. A token that is not
// found where it should stand gets an empty span there, so that counts still agree.
func Given(l *lang.Language, t text.Text, sentences [][]string) []Sentence {
	n := networks.Of(l)
	all := make([]Sentence, 0, len(sentences))
	at := 0
	for b, given := range sentences {
		s := Sentence{Tokens: make([]Token, len(given)), Block: b, network: n}
		for i, form := range given {
			at = find(t, form, at)
			end := at
			if has(t, at, form) {
				end = at + len(form)
			}
			s.Tokens[i].Span = text.Span{Start: at, End: end}
			at = end
		}
		if n := len(s.Tokens); n > 0 {
			s.Span = text.Span{Start: s.Tokens[0].Start, End: s.Tokens[n-1].End}
		}
		all = append(all, s)
	}
	n.tagAll(t, all)
	return all
}

// Unfit says why given sentences can't be read, "" where they can: every sentence is a line of its own and every token a place on it.
func Unfit(sentences [][]string) string {
	for i, s := range sentences {
		if len(s) == 0 {
			return fmt.Sprintf("sentence %d has no tokens", i+1)
		}
		for k, form := range s {
			t := text.Text(form)
			switch {
			case t.Trim(text.Span{End: len(t)}).Empty():
				return fmt.Sprintf("token %d of sentence %d is empty", k+1, i+1)
			case strings.ContainsAny(form, "\r\n"):
				return fmt.Sprintf("token %d of sentence %d holds a line break", k+1, i+1)
			}
		}
	}
	return ""
}

// find passes over white space to where the token should begin.
func find(t text.Text, form string, at int) int {
	for at < len(t) && !has(t, at, form) && (t[at] == ' ' || t[at] == '\n' || t[at] == '\t' || t[at] == '\r') {
		at++
	}
	return at
}

func has(t text.Text, at int, form string) bool {
	return form != "" && at+len(form) <= len(t) && string(t[at:at+len(form)]) == form
}
