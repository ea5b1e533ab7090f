package article

import (
	"strings"

	"github.com/hearsay-news/hearsay/read/page"
	"github.com/hearsay-news/hearsay/text"
)

// maxInline is how far into a line a dateline is looked for where a page's title and captions were run together with its text, in bytes.
const maxInline = 2000

// inLine reads the agency of a dateline that stands inside a line, behind a title or captions that were run together with the text:
// "Port is shut SEL | Tue May 2 , 2023 9:12 am SEL -LRB- Gulf Wire -RRB- - The port …". Only a known agency in brackets before a dash is one.
func (c *creditor) inLine() (string, text.Span) {
	for i, b := range c.p.Blocks {
		if b.Role != page.Body || b.Len() < 200 || i > maxOpening {
			continue
		}
		s := c.p.Text.At(b.Span)
		s = s[:min(len(s), maxInline)]
		for _, pair := range datelineBrackets {
			if pair[0] == "/" || pair[0] == "[" {
				continue
			}
			for at := 0; at < len(s); {
				open := strings.Index(s[at:], pair[0])
				if open < 0 {
					break
				}
				from := at + open + len(pair[0])
				at = from
				to := strings.Index(s[from:], pair[1])
				if to < 2 || to > 30 || !dashed(s[from+to+len(pair[1]):]) || !placed(s[:from-len(pair[0])]) {
					continue
				}
				if found := c.tab.agenciesIn(s[from : from+to]); len(found) > 0 && found[0].Len() == to {
					return found[0].name, text.Span{Start: b.Start + from, End: b.Start + from + to}
				}
			}
		}
	}
	return "", text.Span{}
}

// dashed says whether a dash between spaces and a capital follow.
func dashed(s string) bool {
	rest := strings.TrimLeft(s, " ")
	bare := strings.TrimLeft(rest, "-–—")
	return len(bare) < len(rest) && strings.HasPrefix(bare, " ")
}

// placed says whether words can end in the place of a dateline, or end a sentence: a last word with a capital or of digits, or a stop.
func placed(before string) bool {
	words := strings.Fields(before)
	if len(words) == 0 {
		return true
	}
	last := words[len(words)-1]
	return isUpperAt(last, 0) || isNumber(last[0]) || strings.ContainsRune(".…”'\"", rune(last[len(last)-1])) || last == "am" || last == "pm"
}
