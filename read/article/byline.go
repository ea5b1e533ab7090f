package article

import (
	"strings"
	"unicode/utf8"

	"github.com/hearsay-news/hearsay/read/page"
	"github.com/hearsay-news/hearsay/text"
)

// byline returns the places of the people who wrote the page. A line beside the title that begins with "By" is trusted most, then
// what the metadata states, then a line that is only marked as a byline or leads to an author's page.
func byline(p *page.Page, outlet string) []text.Span {
	said := collect{t: p.Text, outlet: outlet}
	marked := collect{t: p.Text, outlet: outlet, short: true}
	f := frameOf(p)
	for i, b := range p.Blocks {
		if i < f.title-8 || i > f.body+3 || f.title < 0 && i >= f.body {
			continue
		}
		line := p.Text.At(b.Span)
		switch {
		case b.Role == page.Byline && byWords(line) > 0, i >= f.title-3 && i <= f.title+6 && signs(b, line):
			said.add(b.Span)
		case b.Role == page.Byline && (i >= f.title-2 || f.title < 0):
			marked.add(b.Span)
		case b.Role == page.Clock && i >= f.title-3 && i <= f.title+6:
			if from := byInside(line); from > 0 {
				said.add(text.Span{Start: b.Start + from, End: b.End})
			}
		}
	}
	for _, m := range p.Meta { // the same in an element that is marked as the author's
		if m.Field != "author" || m.Span.Empty() || f.body >= len(p.Blocks) || m.Span.End > p.Blocks[f.body].Start {
			continue
		}
		switch {
		case (m.From == "microdata" || m.From == "rel") && byWords(p.Text.At(m.Span)) > 0:
			said.add(m.Span)
		case m.From == "link" && f.beside(p, m.Span):
			marked.add(m.Span)
		}
	}
	if len(said.spans) > 0 {
		return said.spans
	}
	best, bodies := collect{}, false // bodies: an author is stated who is no person
	for _, from := range []string{"json-ld", "og", "meta", "microdata", "rel", "json-ld-page", "label"} {
		stated := collect{t: p.Text, outlet: outlet}
		for _, m := range p.Meta {
			if m.Field == "author-body" {
				bodies = true
			}
			if m.Field != "author" || m.From != from || m.Span.Empty() || m.Span.Len() > 200 || from == "label" && bodies {
				continue
			}
			bodies = bodies || from != "label" && !strings.ContainsAny(m.Value, "@/")
			if (from == "microdata" || from == "rel") && len(stated.spans) > 0 && !f.beside(p, m.Span) {
				break // later ones are other stories'
			}
			stated.add(m.Span)
		}
		if stated.covers(best) {
			best = stated
		}
	}
	if len(best.spans) > 0 {
		return best.spans
	}
	return marked.spans
}

// beside says whether a place lies between the lines right before the title and the body.
func (f frame) beside(p *page.Page, at text.Span) bool {
	return f.title >= 0 && f.body < len(p.Blocks) && at.Start > p.Blocks[max(0, f.title-4)].Start && at.End <= p.Blocks[f.body].Start
}

// signs says whether a line that nothing marks as a byline is one all the same: "By Ada Brand • 2 May 2021".
func signs(b page.Block, line string) bool {
	return len(line) < 120 && b.Role != page.Title && b.Role != page.Caption && b.Role != page.Standfirst && byWords(line) > 0 && !strings.HasSuffix(line, ".")
}

// byWords returns how many bytes of a line are the words that open a byline, with the colon and spaces behind them.
func byWords(s string) int {
	low := strings.ToLower(s[:min(len(s), 48)])
	best := 0
	for _, head := range load().byHeads {
		if len(head) <= best || !strings.HasPrefix(low, head) {
			continue
		}
		rest := low[len(head):]
		n := len(rest) - len(strings.TrimLeft(rest, " :：\u00a0"))
		if n > 0 && (n > 1 || rest[0] == ' ' || strings.HasPrefix(rest, ":")) {
			best = len(head) + n
		}
	}
	return best
}

// byInside returns where the name begins in a line that says when and by whom: 26 in "posted on 2 May 2021, by Ada Brand"; 0 for none.
func byInside(s string) int {
	low := strings.ToLower(s)
	if len(low) != len(s) {
		return 0
	}
	for _, word := range load().byInside {
		if i := strings.Index(low, " "+word+" "); i > 0 {
			return i + len(word) + 2
		}
	}
	return 0
}

// collect gathers names, each once.
type collect struct {
	t      text.Text
	outlet string
	short  bool // names of three words at most: an unsaid byline runs on into the outlet's name too easily to trust a long one
	spans  []text.Span
	seen   map[string]bool
}

func (c *collect) add(at text.Span) {
	if c.seen == nil {
		c.seen = map[string]bool{}
	}
	for _, one := range people(c.t, at, c.outlet) {
		name := c.t.At(one)
		key := fold(name)
		if !c.seen[key] && len(c.spans) < 20 && !(c.short && len(strings.Fields(name)) > 3) {
			c.seen[key] = true
			c.spans = append(c.spans, one)
		}
	}
}

// covers says whether the names are all that others are, and more.
func (c *collect) covers(others collect) bool {
	for key := range others.seen {
		if !c.seen[key] {
			return false
		}
	}
	return len(c.spans) > len(others.spans)
}

// people splits a byline into the names of people. Desks, roles, agencies and outlets are left out: better fewer than wrong.
func people(t text.Text, at text.Span, outlet string) []text.Span {
	var out []text.Span
	s := t.At(at)
	from := byWords(s)
	for from < len(s) {
		end, next := nameEnd(s, from)
		one := trimName(t, text.Span{Start: at.Start + from, End: at.Start + end}, outlet, len(out) == 0)
		if isPerson(t.At(one), outlet) {
			out = append(out, one)
		}
		from = next
	}
	return out
}

// nameEnd finds where the name at i ends and the next one begins: at a comma, "and", "&", "|", a bullet, a parenthesis.
func nameEnd(s string, i int) (end, next int) {
	for j := i; j < len(s); j++ {
		switch c := s[j]; {
		case c == ',' || c == '|' || c == ';' || c == '/' || c == '(' || c == ')' || c == '\n' || c == '&':
			return j, j + 1
		case c == ' ':
			for _, word := range []string{" and ", " with ", " und ", " et ", " y ", " e ", " i ", " en ", " og ", " och ", " и ", " for ", " For ", " in ", " | ", " - ", " – ", " — ", " • ", " · "} {
				if strings.HasPrefix(s[j:], word) {
					return j, j + len(word)
				}
			}
		case c >= utf8.RuneSelf:
			for _, mark := range []string{"、", "，", "•", "·", "｜"} {
				if strings.HasPrefix(s[j:], mark) {
					return j, j + len(mark)
				}
			}
		}
	}
	return len(s), len(s)
}
