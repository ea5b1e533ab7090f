package article

import (
	"strings"
	"unicode/utf8"

	"github.com/hearsay-news/hearsay/read/page"
	"github.com/hearsay-news/hearsay/text"
)

// bylineRule is one way in which a page says who wrote it. Rules are asked in their order, the first that names somebody decides.
type bylineRule struct {
	name string
	find func(*head) []text.Span
}

var bylineRules = []bylineRule{
	{"a line that says by whom", (*head).saidOrStated},                                                    // By Ada Brand
	{"a body, right by the title", (*head).signedByBody},                                                  // By the Quay Growers Team
	{"stated in the markup", func(h *head) []text.Span { return h.tab.stated(h.p, h.f, h.outlet).spans }}, // <meta name="author" content="Ada Brand">
	{"a line far from the title that says by whom", func(h *head) []text.Span { return h.f.said(h.p, h.outlet, true).spans }},
	{"marked as a byline", func(h *head) []text.Span { return h.f.marked(h.p, h.outlet).spans }},   // <a rel="author">Ada Brand</a>
	{"stated in the markup: the outlet is a person's, or the name is one word", (*head).statedOne}, // <meta name="author" content="Ada">
	{"by whom, among other things", (*head).signedBy},                                              // By Ada Brand | abrand@sel.example | Daily Sel
	{"by, and the names below", (*head).signedBelow},                                               // By ⏎ Ada Brand
	{"names right behind the title", func(h *head) []text.Span { return h.f.bare(h.p, h.outlet) }}, // Ada Brand - 2 May 2021
	{"names with a date or a body", (*head).namesWith},                                             // Ada Brand and Olof Sund, Gulf Wire | 2 May 2021
	{"names beside a date, a role, a body or an address", (*head).namesBeside},                     // Ada Brand ⏎ Senior Reporter
	{"a name where the author's stands", (*head).inPlace},                                          // Zola Brand ⏎ 2 May 2021
	{"who the author is", (*head).introducedBelow},                                                 // Ada Brand writes about harbours.
	{"signed below the text", (*head).signedAtEnd},                                                 // Written by Ada Brand ⏎ Ada writes about harbours.
	{"a body or an account", (*head).signedOtherwise},                                              // Quay Growers Team
}

// byline returns the places of the people who wrote the page.
func (h *head) byline() []text.Span {
	for _, rule := range bylineRules {
		if names := rule.find(h); len(names) > 0 {
			return names
		}
	}
	return nil
}

// saidOrStated gathers the names of the lines behind the title that say that they are a byline. Where none of them is a name that the markup states,
// but the same lines hold all that it states, those are the people and the rest is what they are: "Written by: Ada Brand, Baker and Master Miller".
func (h *head) saidOrStated() []text.Span {
	said := h.f.said(h.p, h.outlet, false)
	if len(said.spans) == 0 {
		return nil
	}
	stated := h.tab.stated(h.p, h.f, h.outlet)
	if len(stated.spans) == 0 {
		return said.spans
	}
	names := ""
	for _, at := range said.spans {
		names += page.Letters(h.p.Text.At(at)) + " "
	}
	lines := page.Letters(said.lines)
	for key := range stated.seen {
		if strings.Contains(names, key) || !strings.Contains(lines, key) {
			return said.spans
		}
	}
	return stated.spans
}

// said gathers the names of lines that say that they are a byline: "By Ada Brand", "posted on 2 May 2021 by Ada Brand". Those behind the title count
// first, then, where that is asked, those right before it, where teasers of other stories can stand; far before it only a line that is the only one before the body.
func (f frame) said(p *page.Page, outlet string, anywhere bool) collect {
	said := collect{tab: f.tab, t: p.Text, outlet: outlet, said: true}
	before, far := said, said
	lines := map[string]bool{}
	for i, b := range p.Blocks {
		into := &said
		if i < f.title {
			into = &before
		}
		switch at, near := f.saidBy(p, i); {
		case !at.Empty() && near:
			into.add(at)
			into.lines += p.Text.At(at) + "\n"
		case !at.Empty():
			far.add(at)
			lines[p.Text.At(b.Span)] = true
		}
	}
	for _, m := range p.Meta { // the same in an element that is marked as the author's
		if m.Field == "author" && (m.From == "microdata" || m.From == "rel") && f.leadsBody(p, m.Span) && f.tab.byWords(p.Text.At(m.Span)) > 0 {
			said.add(m.Span)
		}
	}
	switch {
	case len(said.spans) > 0 || !anywhere:
		return said
	case len(before.spans) > 0:
		return before
	case len(lines) == 1:
		return far
	}
	return said
}

// saidBy returns the part of the i-th line that says by whom the page is, and whether it stands near the title; an empty span for a line that does not.
func (f frame) saidBy(p *page.Page, i int) (at text.Span, near bool) {
	b := p.Blocks[i]
	line := p.Text.At(b.Span)
	near = i >= f.title-3 && i <= f.title+6 && (f.title >= 0 || i < f.body)
	marked := b.Role == page.Byline && f.tab.byWords(line) > 0
	switch {
	case marked && f.around(i), near && f.tab.signs(b, line):
		return b.Span, true
	case marked && i < f.body:
		return b.Span, false
	case near && f.title >= 0 && b.Role != page.Caption && b.Len() < 100 && !b.Role.Told():
		if from := f.tab.byInside(line); from > 0 && len(f.tab.findDates(line, 1)) > 0 {
			return text.Span{Start: b.Start + from, End: b.End}, true
		}
	}
	return text.Span{}, false
}

// leadsBody says whether a place lies before the body.
func (f frame) leadsBody(p *page.Page, at text.Span) bool {
	return !at.Empty() && f.body < len(p.Blocks) && at.End <= p.Blocks[f.body].Start
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

// statedOne reads the author of a person's own site, whose name is the outlet's or only a given name.
func (h *head) statedOne() []text.Span {
	for _, from := range []string{"json-ld", "meta", "microdata", "rel"} {
		for _, m := range h.p.Meta {
			if m.Field != "author" || m.From != from || m.Span.Empty() || m.Span.Len() > 40 || from != "json-ld" && from != "meta" && !h.f.beside(h.p, m.Span) {
				continue
			}
			at := trimMarks(h.p.Text, m.Span)
			words := strings.Fields(h.p.Text.At(at))
			if len(words) == 0 || len(words) > 3 || !h.tab.given[strings.ToLower(words[0])] || !isUpperAt(words[0], 0) || agencyOrRole(h.tab, words) {
				continue
			}
			return []text.Span{at}
		}
	}
	return nil
}

// agencyOrRole says whether one of the words shows that they name no person.
func agencyOrRole(tab *tables, words []string) bool {
	for _, w := range words {
		if low := strings.ToLower(w); tab.notPeople[low] || tab.credits.paper[low] || tab.credits.company[low] || strings.ContainsAny(w, "0123456789@:/") {
			return true
		}
	}
	return false
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
		if strings.Contains(p.Text.At(p.Blocks[f.title].Span), p.Text.At(names[0])) { // whom the page is about
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
	if s == "" {
		return 0
	}
	best := 0
	for _, head := range tab.byHeads {
		if a, b := head[0], s[0]; a != b && (a < utf8.RuneSelf && a|0x20 != b|0x20 || a >= utf8.RuneSelf && b < utf8.RuneSelf) { // most end here
			continue
		}
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
