package article

import (
	"strings"
	"unicode"

	"github.com/hearsay-news/hearsay/read/page"
	"github.com/hearsay-news/hearsay/text"
)

// signedOtherwise reads who stands for a page that names no person as its author: a body, a team, a name in one word, the name of an account.
//
//	<meta name="author" content="Quay Growers Team">   By The Quay Cook
//
// A page that says of itself that it is news is left unsigned: a desk or the outlet stands there where nobody is named.
func (h *head) signedOtherwise() []text.Span {
	if declaredNews(h.p) {
		return nil
	}
	for _, from := range []string{"json-ld", "meta", "og", "microdata", "rel", "json-ld-page", "label", "link"} {
		for _, m := range h.p.Meta {
			if m.Field != "author" || m.From != from || m.Span.Empty() || (from == "rel" || from == "link" || from == "microdata") && !h.f.beside(h.p, m.Span) && !atHead(h.p, m.Span) {
				continue
			}
			at := h.tab.account(h.p.Text, m.Span)
			if at.Empty() || isOutlet(h.p.Text.At(at), h.outlet) && !h.shows(h.p.Text.At(at)) && !h.tab.ownName(h.p.Text.At(at)) {
				continue
			}
			return []text.Span{at}
		}
	}
	from, to := h.window()
	for i := max(from, h.f.title+1); i < to; i++ {
		b := h.p.Blocks[i]
		if i+1 < to && h.tab.opensByline(strings.TrimRight(h.p.Text.At(b.Span), " :\u00a0")) { // "By", and the name below
			if at := h.tab.account(h.p.Text, h.p.Blocks[i+1].Span); !at.Empty() && capitalised(h.p.Text.At(at)) {
				return []text.Span{at}
			}
		}
		if b.Role != page.Byline || h.tab.byWords(h.p.Text.At(b.Span)) == 0 {
			continue
		}
		at := b.Span
		at.Start += h.tab.byWords(h.p.Text.At(at))
		end, _ := h.tab.nameEnd(h.p.Text.At(at), 0)
		at.End = at.Start + end
		if at = h.tab.account(h.p.Text, at); !at.Empty() && capitalised(h.p.Text.At(at)) {
			return []text.Span{at}
		}
	}
	return nil
}

// signedByBody reads a line right by the title that says by whom the page is and names no person, where the markup states the same name, the name is the
// outlet's, or it says that it is a team's. It counts before the person who typed the page in and before the people of other stories.
func (h *head) signedByBody() []text.Span {
	if declaredNews(h.p) || h.f.title < 0 {
		return nil
	}
	for i := h.f.title + 1; i < len(h.p.Blocks) && i <= min(h.f.title+6, h.f.body); i++ {
		b := h.p.Blocks[i]
		line := h.p.Text.At(b.Span)
		from := h.tab.byWords(line)
		if from == 0 || b.Role == page.Caption || b.Role == page.Body || b.Len() > maxSigned {
			continue
		}
		whole := h.tab.account(h.p.Text, b.Span)
		end, _ := h.tab.nameEnd(line, from)
		first := h.tab.account(h.p.Text, text.Span{Start: b.Start + from, End: b.Start + end})
		for _, at := range []text.Span{whole, first} {
			if name := h.p.Text.At(at); !at.Empty() && !h.tab.isPerson(name, h.outlet) && (h.states(name) || isOutlet(name, h.outlet) || h.tab.team(name)) {
				return []text.Span{at}
			}
		}
	}
	return nil
}

// states says whether the markup gives a name as the author's.
func (h *head) states(name string) bool {
	for _, m := range h.p.Meta {
		if m.Field == "author" && page.Letters(strings.TrimPrefix(m.Value, "By ")) == page.Letters(name) {
			return true
		}
	}
	return false
}

// team says whether a name opens or ends with a word for those who write together: "Daily Sel Staff".
func (tab *tables) team(name string) bool {
	words := strings.Fields(strings.ToLower(name))
	return len(words) > 1 && (tab.teams[words[0]] || tab.teams[words[len(words)-1]])
}

// shows says whether a short line by the title holds a name.
func (h *head) shows(name string) bool {
	from, to := h.window()
	for i := from; i < to; i++ {
		if b := h.p.Blocks[i]; i != h.f.title && b.Len() <= maxSigned && !strings.HasPrefix(b.Why, "metadata ") && b.Role != page.Body && strings.Contains(page.Letters(h.p.Text.At(b.Span)), page.Letters(name)) {
			return true
		}
	}
	return false
}

// account returns the name that a place holds, without "by" before it; an empty place for an address, an agency, for more than a name, and for words
// that only say that somebody typed it in.
func (tab *tables) account(t text.Text, at text.Span) text.Span {
	at = trimMarks(t, at)
	at.Start += tab.byWords(t.At(at))
	at = trimMarks(t, at)
	name := t.At(at)
	if at.Len() < 2 || at.Len() > maxAccount || len(strings.Fields(name)) > maxAccountWords || strings.ContainsAny(name, "@/<>\n,;|") || strings.HasPrefix(name, "http") ||
		tab.nobody[strings.TrimPrefix(strings.ToLower(name), "from ")] || tab.agency(name) != "" || page.Letters(name) == "" || isNumber(name[0]) && !strings.ContainsFunc(name, unicode.IsLetter) || len(tab.findDates(name, 1)) > 0 {
		return text.Span{}
	}
	return at
}

const (
	maxAccount      = 50 // bytes of a name
	maxAccountWords = 6
)

// capitalised says whether every word of a name but small ones inside begins with a capital or a digit.
func capitalised(name string) bool {
	for i, w := range strings.Fields(name) {
		if (i == 0 || len(w) > 3) && w[0] >= 'a' && w[0] <= 'z' {
			return false
		}
	}
	return true
}

// declaredNews says whether the page's data call it a news article.
func declaredNews(p *page.Page) bool {
	for _, m := range p.Meta {
		if m.Field == "kind" && strings.Contains(strings.ToLower(m.Value), "news") {
			return true
		}
	}
	return false
}

// ownName says whether a name that is the outlet's is a person's all the same: it opens with a given name and has a surname.
func (tab *tables) ownName(name string) bool {
	first, rest, ok := strings.Cut(strings.ToLower(name), " ")
	return ok && tab.given[first] && !agencyOrRole(tab, strings.Fields(rest))
}
