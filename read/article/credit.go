package article

import (
	"strings"

	"github.com/hearsay-news/hearsay/read/page"
	"github.com/hearsay-news/hearsay/text"
)

// creditor looks for the body whose text a page carries.
type creditor struct {
	*head
	hosts []string // of the page
}

// creditRule is one way in which a page says whose text it carries. Rules are asked in their order, the first that answers decides.
type creditRule struct {
	name string
	kind CreditKind
	find func(*creditor) (name string, at text.Span)
}

var creditRules = []creditRule{
	{"dateline with an agency", FromDateline, (*creditor).inDateline},     // SEL, May 2 (Gulf Wire) —
	{"byline with an agency", FromByline, (*creditor).inByline},           // By Ada Brand, Gulf Wire
	{"names and an agency by the title", FromByline, (*creditor).besides}, // Ada Brand and Olof Sund, Gulf Wire | 2 May 2021
	{"agency alone by the title", FromByline, (*creditor).alone},          // Gulf Wire
	{"dateline inside a line", FromDateline, (*creditor).inLine},          // Port is shut SEL (Gulf Wire) — The port …
	{"agency stated as the author", FromByline, (*creditor).stated},       // <meta name="author" content="Gulf Wire">
	{"agency at the end", FromNote, (*creditor).tagged},                   // The port is shut. (Gulf Wire)
	{"rights of an agency behind the text", FromNote, (*creditor).rights}, // © 2021 Gulf Wire. All rights reserved.
	{"source line", FromNote, (*creditor).source},                         // Source: Gulf Wire
	{"lent by another", FromNote, (*creditor).lent},                       // from The Courier
	{"first appeared elsewhere", FromNote, (*creditor).origin},            // This piece originally appeared in The Courier.
	{"another paper after the names", FromByline, (*creditor).otherPaper}, // By Ada Brand and Olof Sund The Courier
	{"an agency helped", Helped, (*creditor).helped},                      // Gulf Wire contributed to this report.
}

// credit finds whose text a page carries. What the outlet says of itself is no credit.
func (h *head) credit(hosts []string) Credit {
	c := &creditor{head: h, hosts: hosts}
	for _, rule := range creditRules {
		name, at := rule.find(c)
		if name == "" || c.own(name) {
			continue
		}
		return Credit{Name: name, Evidence: []text.Span{at}, Kind: rule.kind, Why: rule.name}
	}
	return Credit{}
}

// own says whether a name is that of the page's outlet.
func (c *creditor) own(name string) bool {
	a := strings.TrimPrefix(page.Letters(name), "the")
	names := []string{c.outlet}
	if i := strings.LastIndexByte(c.outlet, '.'); i > 0 && !strings.Contains(c.outlet, " ") {
		names[0] = label(c.outlet)
	}
	for _, h := range c.hosts {
		names = append(names, label(h))
	}
	for _, one := range names {
		b := strings.TrimPrefix(page.Letters(one), "the")
		if b != "" && (a == b || len(a) > 3 && strings.Contains(b, a) || len(b) > 3 && strings.Contains(a, b)) {
			return true
		}
	}
	return false
}

// maxOpening is how many paragraphs before the one with the dateline may be captions that were taken for text.
const maxOpening = 3

// inDateline reads the agency in the dateline of the first paragraph: "SEL, March 16 (Gulf Wire) —", "(Gulf Wire) -", "SEL, March 16. /GW/.".
func (c *creditor) inDateline() (string, text.Span) {
	seen := 0
	for i, b := range c.p.Blocks {
		s := c.p.Text.At(b.Span)
		opens := i+1 == c.f.body || i+1 < len(c.p.Blocks) && c.p.Blocks[i+1].Role == page.Body && strings.HasSuffix(s, ":")
		if !(b.Role.Told() || b.Role == page.Dateline || opens || c.near(i)) || b.Len() < 40 || i < c.f.title || b.Role == page.Caption {
			continue
		}
		if name, at, ok := c.tab.datelineAgency(s[:min(len(s), maxDateline+30)], b.Start); ok {
			if strings.HasSuffix(s, "...") || strings.HasSuffix(s, "…") {
				continue // a teaser of another story
			}
			return name, at
		}
		if b.Role == page.Body && b.Len() > 60 && !c.tab.pictured(s) {
			if seen++; seen > maxOpening {
				break
			}
		}
	}
	return "", text.Span{}
}

// datelineBrackets enclose an agency in a dateline; the last are those of texts that were cut into words for a corpus.
var datelineBrackets = [][2]string{{"(", ")"}, {"/", "/"}, {"[", "]"}, {"-LRB- ", " -RRB-"}}

// datelineAgency reads the agency in the head of a paragraph that begins at an offset of the page's text.
func (tab *tables) datelineAgency(head string, offset int) (string, text.Span, bool) {
	for _, pair := range datelineBrackets {
		before, inside, found := strings.Cut(head, pair[0])
		to := strings.Index(inside, pair[1])
		if !found || to < 2 || to > 40 {
			continue
		}
		from := len(before) + len(pair[0])
		to += from
		rest := strings.TrimLeft(head[to+len(pair[1]):], " \u00a0.")
		dash := strings.HasPrefix(rest, "-") || strings.HasPrefix(rest, "–") || strings.HasPrefix(rest, "—") || strings.HasPrefix(rest, "―") ||
			strings.HasPrefix(rest, ":") && strings.HasPrefix(head[to+len(pair[1]):], ":")
		if pair[0] == "/" {
			dash = strings.TrimSpace(before) != "" && len(rest) > 0
		}
		place := strings.TrimSpace(before)
		known := pair[0] == "(" && rest != "" && isUpperAt(rest, 0) && strings.Contains(before, ",") && len(tab.agenciesIn(head[from:to])) > 0 // "SEL, May 2 (PTI) The port …"
		if !dash && !known || !tab.opening(place) {
			continue
		}
		words := head[from:to]
		at := text.Span{Start: offset + from, End: offset + to}
		if found := tab.agenciesIn(words); len(found) > 0 {
			return found[0].name, text.Span{Start: offset + from + found[0].Start, End: offset + from + found[0].End}, true
		}
		if first, _, _ := strings.Cut(words, "/"); pair[0] != "/" && tab.agencyLike(first, capitals(placeOf(place))) {
			return first, text.Span{Start: at.Start, End: at.Start + len(first)}, true
		}
	}
	return "", text.Span{}, false
}

func placeOf(head string) string {
	place, _, _ := strings.Cut(head, ",")
	return place
}

// opening says whether words can stand before the agency of a dateline: nothing, or places and a date, every word with a capital.
func (tab *tables) opening(s string) bool {
	for _, w := range strings.Fields(s) {
		bare := strings.Trim(w, ",.-–—/")
		if bare == "" || isNumber(bare[0]) || isUpperAt(bare, 0) || bare == "|" || tab.clockWord(bare) || tab.credits.glue[strings.ToLower(bare)] {
			continue
		}
		return false
	}
	return true
}

// agencyLike says whether the words in a dateline's brackets name an agency that no list knows: its initials, or a name with capitals.
func (tab *tables) agencyLike(words string, sure bool) bool {
	list := strings.Fields(words)
	if len(list) == 0 || len(list) > 4 {
		return false
	}
	for _, w := range list {
		if !isUpperAt(w, 0) || strings.ContainsAny(w, "0123456789.,") {
			return false
		}
	}
	return sure && (len(list) > 1 || len(words) <= 12) || tab.endsAgency(words)
}

// stated reads an agency that the markup gives as author or credit.
func (c *creditor) stated() (string, text.Span) {
	for _, m := range c.p.Meta {
		switch {
		case m.Field != "credit" && m.Field != "author" && m.Field != "author-body", len(m.Value) > 120, m.From == "link" && !c.f.beside(c.p, m.Span):
			continue
		case (m.From == "microdata" || m.From == "rel") && !m.Span.Empty() && c.f.title >= 0 && !c.f.beside(c.p, m.Span) && m.Span.Start > c.p.Blocks[c.f.title].End:
			continue
		}
		sig := c.tab.read(m.Value)
		if sig.agency != "" && sig.rest == 0 && !sig.picture {
			at := m.Span
			if at.Empty() {
				at = m.Shown
			}
			if at.Len() == len(m.Value) {
				at = text.Span{Start: at.Start + sig.at.Start, End: at.Start + sig.at.End}
			}
			return sig.agency, at
		}
	}
	return "", text.Span{}
}
