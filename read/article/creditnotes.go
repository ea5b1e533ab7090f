package article

import (
	"slices"
	"strings"

	"github.com/hearsay-news/hearsay/read/page"
	"github.com/hearsay-news/hearsay/text"
)

// behind says how far behind the text a note of its origin may stand.
const behind = 8

// after lists the blocks at the end of the text and right behind it.
func (c *creditor) after() []int {
	var out []int
	for i := max(0, c.f.last); i < len(c.p.Blocks) && i <= c.f.last+behind; i++ {
		out = append(out, i)
	}
	return out
}

// tagged reads the agency at the end of the text: "… is shut. (Gulf Wire)", "… is shut. —Gulf Wire", or on a line of its own behind it.
func (c *creditor) tagged() (string, text.Span) {
	for _, i := range c.after() {
		b := c.p.Blocks[i]
		s := c.p.Text.At(b.Span)
		if b.Role == page.Caption || b.Role == page.Related && i > c.f.last+2 || c.tab.pictured(s[max(0, len(s)-60):]) {
			continue
		}
		tail := max(0, len(s)-48)
		for tail > 0 && !isSpace(s[tail]) {
			tail--
		}
		end := s[tail:]
		found := c.tab.agenciesIn(end)
		if len(found) == 0 {
			if name, at := c.unknownTag(i, s); name != "" {
				return name, at
			}
			continue
		}
		at := found[len(found)-1]
		rest := strings.TrimRight(end[at.End:], " \u00a0.)]")
		lead := strings.TrimRight(end[:at.Start], " \u00a0")
		switch {
		case rest != "":
			continue
		case tail == 0 && i > c.f.last && strings.Trim(lead, "-–—([/ ") == "" && b.Len() < 40:
		case lead == "":
			continue
		case !strings.ContainsAny(lead[len(lead)-1:], "(.-/") && !strings.HasSuffix(lead, "–") && !strings.HasSuffix(lead, "—") && !strings.HasSuffix(lead, "”"):
			continue
		case lead[len(lead)-1] == '-' && !strings.HasSuffix(end[:at.Start], " - ") && !strings.HasSuffix(lead, "--") && !strings.HasSuffix(lead, ".-"):
			continue
		case lead[len(lead)-1] == '/' && (tail > 0 || strings.ContainsRune(lead, ' ')): // "Ada Brand/Gulf Wire" is a picture's, "abr/Gulf Wire" a text's
			continue
		}
		return at.name, c.place(i, text.Span{Start: tail + at.Start, End: tail + at.End})
	}
	return "", text.Span{}
}

// unknownTag reads the sign of an agency that no list knows at the end of the text: "… is shut. (GW)", or "—Gulf Wire" on a line of its own.
func (c *creditor) unknownTag(i int, s string) (string, text.Span) {
	if from := strings.LastIndexByte(s, '('); from > 20 && strings.HasSuffix(s, ")") && i == c.f.last {
		name, before := s[from+1:len(s)-1], strings.TrimRight(s[:from], " \u00a0")
		ended := strings.HasSuffix(before, ".") || strings.HasSuffix(before, "”") || strings.HasSuffix(before, "\"")
		if ended && (len(name) >= 2 && len(name) <= 4 && shouted(name) || c.tab.endsAgency(name)) {
			return name, c.place(i, text.Span{Start: from + 1, End: len(s) - 1})
		}
	}
	name := strings.TrimLeft(s, "-–— (")
	name = strings.TrimRight(name, " .)")
	if from := strings.Index(s, name); from > 0 && len(name) < 40 && i > c.f.last && c.tab.endsAgency(name) && isUpperAt(name, 0) {
		return name, c.place(i, text.Span{Start: from, End: from + len(name)})
	}
	return "", text.Span{}
}

func isSpace(c byte) bool { return c == ' ' || c == '\t' || c == '\n' }

// rights reads an agency's rights line right behind the text: "© 2021 Gulf Wire. All rights reserved."
func (c *creditor) rights() (string, text.Span) {
	for i := max(0, c.f.last); i < len(c.p.Blocks) && i <= c.f.last+2*behind; i++ {
		b := c.p.Blocks[i]
		s := c.p.Text.At(b.Span)
		head := s[:min(len(s), 80)]
		low := strings.ToLower(head)
		if !strings.HasPrefix(low, "©") && !strings.HasPrefix(low, "copyright") && !strings.HasPrefix(low, "(c)") || strings.Contains(head, "/ ") || c.tab.pictured(head) {
			continue
		}
		found := c.tab.agenciesIn(head)
		if len(found) == 0 {
			if at := holder(s); i <= c.f.last+behind && c.tab.endsAgency(s[at.Start:at.End]) {
				return s[at.Start:at.End], c.place(i, at)
			}
			continue
		}
		between := true
		for _, w := range wordSpans(head[:found[0].Start]) {
			word := strings.ToLower(head[w.Start:w.End])
			between = between && (c.tab.credits.rights[word] || isNumber(word[0]) || c.tab.agenciesIn(head[w.Start:w.End]) != nil || word == "thomson")
		}
		if between {
			return found[0].name, c.place(i, found[0].Span)
		}
	}
	return "", text.Span{}
}

// source reads "Source: Gulf Wire" by the title or behind the text.
func (c *creditor) source() (string, text.Span) {
	for i, b := range c.p.Blocks {
		if !c.near(i) && !(i >= c.f.last && i <= c.f.last+behind) || b.Len() > 120 {
			continue
		}
		if i >= c.f.body && i < c.f.last { // a film's or a picture's
			continue
		}
		s := c.p.Text.At(b.Span)
		if !strings.Contains(s, ":") {
			continue
		}
		low := c.low(i)
		for _, word := range c.tab.credits.source {
			k := strings.Index(low, word)
			if k < 0 || strings.Trim(low[:k], " /|•·([-–—") != "" && !strings.ContainsAny(strings.TrimRight(low[:k], " ")[len(strings.TrimRight(low[:k], " "))-1:], "|/") {
				continue
			}
			rest := s[k+len(word):]
			if !strings.HasPrefix(strings.TrimLeft(rest, " \u00a0"), ":") {
				continue
			}
			found := c.tab.agenciesIn(rest)
			if len(found) > 0 && (len(wordSpans(rest)) <= 6 || len(wordSpans(rest[:found[0].Start])) == 0) {
				at := found[0].Span
				return found[0].name, c.place(i, text.Span{Start: k + len(word) + at.Start, End: k + len(word) + at.End})
			}
			if at := c.tab.bodyName(s, k+len(word)); c.tab.endsAgency(s[at.Start:at.End]) {
				return s[at.Start:at.End], c.place(i, at)
			}
		}
	}
	return "", text.Span{}
}

// lent reads a line by the title that is nothing but "from The Courier", "courtesy of Radio Nord".
func (c *creditor) lent() (string, text.Span) {
	for i, b := range c.p.Blocks {
		if !c.near(i) || b.Len() > 60 || b.Role == page.Caption || i == c.f.title {
			continue
		}
		s := c.p.Text.At(b.Span)
		for _, words := range c.tab.credits.lent {
			if len(s) <= len(words) || s[len(words)] != ' ' || !strings.EqualFold(s[:len(words)], words) {
				continue
			}
			at := c.tab.bodyName(s, len(words)+1)
			if at.Len() >= 5 && at.End == len(s) && strings.ContainsRune(s[at.Start:at.End], ' ') {
				return s[at.Start:at.End], c.place(i, at)
			}
		}
	}
	return "", text.Span{}
}

// origin reads "This piece originally appeared in The Courier." by the title or behind the text.
func (c *creditor) origin() (string, text.Span) {
	for i, b := range c.p.Blocks {
		if b.Len() > maxSigned || !c.near(i) && !(i >= c.f.last-1 && i <= c.f.last+behind) {
			continue
		}
		s := c.p.Text.At(b.Span)
		if n := running(s); n < 1 || n < 3 && i < c.f.last-1 { // by the title it is a sentence
			continue
		}
		low := c.low(i)
		if !slices.ContainsFunc(c.tab.credits.originStems, func(stem string) bool { return strings.Contains(low, stem) }) {
			continue
		}
		for _, words := range c.tab.credits.origin {
			k := strings.Index(low, words+" ")
			if k < 0 || k > 160 {
				continue
			}
			from := k + len(words) + 1
			if at := c.tab.bodyName(s, from); !at.Empty() {
				return s[at.Start:at.End], c.place(i, at)
			}
		}
	}
	return "", text.Span{}
}

// bodyName returns the name of a body that begins at an offset: words with capitals and what may stand between them.
func (tab *tables) bodyName(s string, from int) text.Span {
	at := text.Span{Start: from, End: from}
	words := wordSpans(s[from:])
	for k, w := range words {
		start, end := from+w.Start, from+w.End
		word := s[start:end]
		if k > 0 && strings.ContainsAny(s[from+words[k-1].End:start], ",;:()|\"“”") || k > 0 && strings.Contains(s[from+words[k-1].End:start], ". ") {
			break
		}
		low := strings.ToLower(word)
		switch {
		case k == 0 && low == "the" && !isUpperAt(word, 0):
			continue
		case isUpperAt(word, 0) || k == 0 && strings.Contains(s[end:min(len(s), end+4)], ".") || isNumber(word[0]) && !at.Empty() && len(word) < 4:
			if at.Empty() {
				at.Start = start
			}
			at.End = end
			continue
		case at.Len() > 0 && (low == "of" || low == "the" || low == "and" || low == "com" || low == "org" || low == "net" || low == "co" || low == "uk"):
			if strings.HasSuffix(s[:start], ".") {
				at.End = end
			}
			continue
		}
		break
	}
	if at.Len() < 3 || at.Len() > 60 || tab.dateWord(s[at.Start:at.End]) {
		return text.Span{}
	}
	return at
}

// dateWord says whether words name a month or a day of the week: "December 19".
func (tab *tables) dateWord(words string) bool {
	for _, w := range strings.Fields(strings.ToLower(words)) {
		if tab.months[w] != 0 || tab.credits.clock[w] {
			return true
		}
	}
	return false
}

// otherPaper reads the paper behind the names of a byline where the page is another's.
func (c *creditor) otherPaper() (string, text.Span) {
	for i := range c.p.Blocks {
		if !c.near(i) {
			continue
		}
		g, ok := c.sign(i)
		if !ok || len(g.who) == 0 || g.paper.Empty() || !g.by && !c.opens(i) {
			continue
		}
		name := c.p.Text.At(c.place(i, g.paper))
		before := g.paper.Start == 0 && strings.HasPrefix(c.p.Text.At(c.p.Blocks[i].Span)[g.paper.End:], " —") // "The Courier — Ada Brand"
		if strings.ContainsAny(name, " .") && (c.outlet != "" || before || c.lends(name)) {                    // else it is as likely the page's own
			return name, c.place(i, g.paper)
		}
	}
	return "", text.Span{}
}

// lends says whether a note of who helped speaks of a paper as of another: "The Courier's Ada Brand contributed to this report."
func (c *creditor) lends(name string) bool {
	for _, i := range c.after() {
		s := c.p.Text.At(c.p.Blocks[i].Span)
		if len(s) <= maxSigned && strings.Contains(s, name) && slices.ContainsFunc(c.tab.credits.help, func(w string) bool { return strings.Contains(c.low(i), w) }) {
			return true
		}
	}
	return false
}

// helped reads an agency in a note of who else took part.
func (c *creditor) helped() (string, text.Span) {
	words := c.tab.credits
	for _, i := range c.after() {
		b := c.p.Blocks[i]
		if b.Len() > maxSigned {
			continue
		}
		s := c.p.Text.At(b.Span)
		head := strings.TrimLeft(s, " ([—–-")
		help := running(s) > 1 && slices.ContainsFunc(words.help, func(w string) bool { return strings.Contains(c.low(i), w) })
		with := !help && b.Len() < 120 && slices.ContainsFunc(words.with, func(w string) bool {
			return len(head) > len(w) && head[len(w)] == ' ' && strings.EqualFold(head[:len(w)], w)
		})
		if !help && !with {
			continue
		}
		if found := c.tab.agenciesIn(s); len(found) > 0 {
			return found[0].name, c.place(i, found[0].Span)
		}
	}
	return "", text.Span{}
}
