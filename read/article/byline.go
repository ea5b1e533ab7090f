package article

import (
	"strings"

	"github.com/hearsay-news/hearsay/read/page"
	"github.com/hearsay-news/hearsay/text"
)

// byline returns the places of the people who wrote the page. A line beside the title that begins with "By" is trusted most, then what the metadata
// states, then a line that is only marked as a byline or leads to an author's page, then a line by the title that is only a name.
func (tab *tables) byline(p *page.Page, outlet string) []text.Span {
	f := tab.frameOf(p)
	if said := f.said(p, outlet); len(said.spans) > 0 {
		return said.spans
	}
	if stated := tab.stated(p, f, outlet); len(stated.spans) > 0 {
		return stated.spans
	}
	if marked := f.marked(p, outlet); len(marked.spans) > 0 {
		return marked.spans
	}
	return f.bare(p, outlet)
}

// said gathers the names of lines that say that they are a byline: "By Ada Brand", "posted on 2 May 2021 by Ada Brand". Those behind the title count
// first, then those right before it, where teasers of other stories can stand; far before it only a line that is the only one before the body.
func (f frame) said(p *page.Page, outlet string) collect {
	said, before, far := collect{tab: f.tab, t: p.Text, outlet: outlet}, collect{tab: f.tab, t: p.Text, outlet: outlet}, collect{tab: f.tab, t: p.Text, outlet: outlet}
	lines := map[string]bool{}
	for i, b := range p.Blocks {
		line := p.Text.At(b.Span)
		near := i >= f.title-3 && i <= f.title+6 && (f.title >= 0 || i < f.body)
		into := &said
		if i < f.title {
			into = &before
		}
		switch {
		case b.Role == page.Byline && f.tab.byWords(line) > 0 && f.around(i), near && f.tab.signs(b, line):
			into.add(b.Span)
		case b.Role == page.Byline && f.tab.byWords(line) > 0 && i < f.body:
			far.add(b.Span)
			lines[line] = true
		case near && f.title >= 0 && b.Role != page.Caption && b.Len() < 100 && !b.Role.Told():
			if from := f.tab.byInside(line); from > 0 && len(f.tab.findDates(line, 1)) > 0 {
				into.add(text.Span{Start: b.Start + from, End: b.End})
			}
		}
	}
	for _, m := range p.Meta { // the same in an element that is marked as the author's
		if m.Field == "author" && (m.From == "microdata" || m.From == "rel") && !m.Span.Empty() && f.body < len(p.Blocks) && m.Span.End <= p.Blocks[f.body].Start &&
			f.tab.byWords(p.Text.At(m.Span)) > 0 {
			said.add(m.Span)
		}
	}
	switch {
	case len(said.spans) > 0:
		return said
	case len(before.spans) > 0:
		return before
	case len(lines) == 1:
		return far
	}
	return said
}

// stated gathers the names of the metadata: of the strongest that names people, or of weaker one that names the same and more.
func (tab *tables) stated(p *page.Page, f frame, outlet string) collect {
	best, bodies := collect{}, false // bodies: an author is stated who is no person
	for _, from := range []string{"json-ld", "og", "meta", "microdata", "rel", "json-ld-page", "label"} {
		names := collect{tab: tab, t: p.Text, outlet: outlet}
		for _, m := range p.Meta {
			if m.Field == "author-body" {
				bodies = true
			}
			if m.Field != "author" || m.From != from || m.Span.Empty() || m.Span.Len() > 200 || from == "label" && bodies {
				continue
			}
			bodies = bodies || from != "label" && !strings.ContainsAny(m.Value, "@/")
			if (from == "microdata" || from == "rel") && len(names.spans) > 0 && !f.beside(p, m.Span) {
				break // later ones are other stories'
			}
			names.add(m.Span)
		}
		if names.covers(best) {
			best = names
		}
	}
	return best
}

// marked gathers the names of lines that the markup marks as a byline, and of links to authors' pages. Without the word that says so a byline runs
// on into the outlet's name too easily to trust a long one.
func (f frame) marked(p *page.Page, outlet string) collect {
	marked := collect{tab: f.tab, t: p.Text, outlet: outlet, short: true}
	for i, b := range p.Blocks {
		if b.Role == page.Byline && f.around(i) && (i >= f.title-2 || f.title < 0) {
			marked.add(b.Span)
		}
	}
	for _, m := range p.Meta {
		if m.Field == "author" && m.From == "link" && !m.Span.Empty() && f.beside(p, m.Span) {
			marked.add(m.Span)
		}
	}
	return marked
}

// bare returns the names of a line right behind the title that is nothing but names, a date and the outlet: "Ada Brand - 2 May 2021". The first word
// is a given name, or the page says later on who that is: "Ada Brand is a reporter in Sel."
func (f frame) bare(p *page.Page, outlet string) []text.Span {
	if f.title < 0 {
		return nil
	}
	for i := f.title + 1; i < f.body && i <= f.title+3; i++ {
		b := p.Blocks[i]
		if b.Len() > 100 || b.Role == page.Caption || b.Role == page.Standfirst {
			continue
		}
		names, rest := f.tab.split(p.Text, b.Span, outlet)
		if len(names) == 0 || rest > 0 {
			continue
		}
		first, _, _ := strings.Cut(strings.ToLower(p.Text.At(names[0])), " ")
		if f.tab.given[first] || introduced(p, i, p.Text.At(names[0])) {
			return names
		}
	}
	return nil
}

// introduced says whether a line behind the i-th begins with a name and goes on.
func introduced(p *page.Page, i int, name string) bool {
	for _, b := range p.Blocks[i+1:] {
		if rest, ok := strings.CutPrefix(p.Text.At(b.Span), name); ok && strings.HasPrefix(rest, " ") && len(rest) > 12 {
			return true
		}
	}
	return false
}

// around says whether a block is near enough to title and body to be their byline.
func (f frame) around(i int) bool {
	return i >= f.title-8 && i <= f.body+3 && (f.title >= 0 || i < f.body)
}

// beside says whether a place lies between the lines right before the title and the body.
func (f frame) beside(p *page.Page, at text.Span) bool {
	return f.title >= 0 && f.body < len(p.Blocks) && at.Start > p.Blocks[max(0, f.title-4)].Start && at.End <= p.Blocks[f.body].Start
}

// signs says whether a line that nothing marks as a byline is one all the same: "By Ada Brand • 2 May 2021".
func (tab *tables) signs(b page.Block, line string) bool {
	return len(line) < 120 && b.Role != page.Title && b.Role != page.Caption && b.Role != page.Standfirst && tab.byWords(line) > 0 && !strings.HasSuffix(line, ".")
}

// byWords returns how many bytes of a line are the words that open a byline, with the colon and spaces behind them.
func (tab *tables) byWords(s string) int {
	if len(s) > 2 && strings.EqualFold(s[:2], "by") && s[2] >= 'A' && s[2] <= 'Z' && s[1] == 'y' { // "ByAda Brand", run together
		return 2
	}
	best := 0
	for _, head := range tab.byHeads {
		if len(head) <= best || len(head) >= len(s) || !strings.EqualFold(s[:len(head)], head) {
			continue
		}
		rest := s[len(head):]
		n := len(rest) - len(strings.TrimLeft(rest, " :：\u00a0"))
		if n > 0 && (n > 1 || rest[0] == ' ' || rest[0] == ':') {
			best = len(head) + n
		}
	}
	return best
}

// byInside returns where the name begins in a line that says when and by whom: 26 in "posted on 2 May 2021, by Ada Brand"; 0 for none.
func (tab *tables) byInside(s string) int {
	low := strings.ToLower(s)
	if len(low) != len(s) {
		return 0
	}
	for _, word := range tab.inside {
		if i := strings.Index(low, " "+word+" "); i > 0 {
			return i + len(word) + 2
		}
	}
	return 0
}
