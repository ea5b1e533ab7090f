package article

import (
	"strings"

	"github.com/hearsay-news/hearsay/read/page"
	"github.com/hearsay-news/hearsay/text"
)

// placed moves the people of the i-th block to the page's text, each once, without those that are the outlet or stand in the title.
func (h *head) placed(i int, g signature) []text.Span {
	var out []text.Span
	seen := map[string]bool{}
	for _, who := range g.who {
		at := h.place(i, who)
		name := h.p.Text.At(at)
		if key := page.Letters(name); !seen[key] && h.tab.isPerson(name, h.outlet) && !strings.Contains(page.Letters(h.titled()), key) {
			seen[key] = true
			out = append(out, at)
		}
	}
	return out
}

// window lists the blocks in which a page says who wrote it: from the lines before its title to its second paragraph, for the first can be a standfirst
// or a caption that was taken for one.
func (h *head) window() (from, to int) {
	from, to = max(0, h.f.title-3), h.f.title+maxWindow
	if h.f.title < 0 {
		from, to = max(0, h.f.body-10), h.f.body+3
	}
	seen := 0
	for i := h.f.body; i < len(h.p.Blocks) && i < to; i++ {
		if b := h.p.Blocks[i]; b.Role == page.Body && b.Len() > 60 {
			if seen++; seen == 2 {
				to = i + 1
			}
		}
	}
	return from, min(to, len(h.p.Blocks))
}

// maxWindow is how many lines behind the title a byline is looked for at most.
const maxWindow = 18

// signedBy reads lines that say "by" and hold more than names: roles, addresses, bodies, dates.
func (h *head) signedBy() []text.Span {
	from, to := h.window()
	for i := from; i < to; i++ {
		g, _ := h.sign(i)
		b := h.p.Blocks[i]
		if g.rest > 3 {
			if names := h.presented(i); len(names) > 0 {
				return names
			}
		}
		if !g.by || g.picture || len(g.who) == 0 || g.rest > 1 || g.rest > 0 && !g.reach && !g.job || b.Role == page.Caption || i < h.f.title && b.Role == page.Related {
			continue
		}
		if s := h.p.Text.At(b.Span); h.tab.byWords(s) == 0 && (h.tab.byInside(s) == 0 || g.rest > 0) {
			continue
		}
		if names := h.placed(i, g); len(names) > 0 {
			return names
		}
	}
	return nil
}

// presented reads a byline that goes on to say who that is: "By Ada Brand, who has written about harbours for ten years."
func (h *head) presented(i int) []text.Span {
	s := h.p.Text.At(h.p.Blocks[i].Span)
	from := h.tab.byWords(s)
	to := strings.IndexByte(s[:min(len(s), 60)], ',')
	if from == 0 || to < from || len(s) < 60 || !isUpperAt(s, from) {
		return nil
	}
	g := h.tab.read(s[:to])
	if len(g.who) != 1 || !g.plain() || g.who[0].Start != from || !h.personal(i, g, false) {
		return nil
	}
	return h.placed(i, g)
}

// signedBelow reads the names on the line below one that is nothing but "By".
func (h *head) signedBelow() []text.Span {
	from, to := h.window()
	for i := max(0, from-5); i < to; i++ {
		word := strings.TrimRight(h.p.Text.At(h.p.Blocks[i].Span), " :\u00a0")
		if len(word) > 20 || !h.tab.opensByline(word) || i < from && !(i+1 < to && h.dates(i+1, 1)) {
			continue
		}
		for k := i + 1; k <= i+2 && k < len(h.p.Blocks); k++ {
			g, _ := h.sign(k)
			if !g.picture && g.rest <= 1 {
				if names := h.placed(k, g); len(names) > 0 {
					return names
				}
			}
			if h.p.Blocks[k].Role == page.Byline && len(g.who) == 0 {
				break // whoever it is, it is no person
			}
		}
	}
	return nil
}

// opensByline says whether words are those that open a byline, and no more.
func (tab *tables) opensByline(words string) bool {
	for _, head := range tab.byHeads {
		if strings.EqualFold(head, words) {
			return true
		}
	}
	return false
}

// namesWith reads lines behind the title that are made of names and a date, or of several names and a body.
func (h *head) namesWith() []text.Span {
	_, to := h.window()
	for i := max(0, h.f.title+1); i < to; i++ {
		g, ok := h.sign(i)
		b := h.p.Blocks[i]
		if !ok || len(g.who) == 0 || b.Role == page.Caption || b.Role == page.Related && h.f.title < 0 {
			continue
		}
		body := g.agency != "" || !g.paper.Empty()
		stroke := h.picturer(i, g)
		if !h.personal(i, g, body || g.job) {
			continue
		}
		if g.dated && !(body && stroke) || body && !stroke && (len(g.who) > 1 || h.opens(i)) || body && len(g.who) > 1 {
			if names := h.placed(i, g); len(names) > 0 {
				return names
			}
		}
	}
	return nil
}

// namesBeside reads lines that are nothing but names where a line right above or below says when, in what role, for whom or how to reach them.
func (h *head) namesBeside() []text.Span {
	from, to := h.window()
	for i := from; i < to; i++ {
		b := h.p.Blocks[i]
		g, ok := h.sign(i)
		if !ok || len(g.who) == 0 || g.by || b.Len() > 120 || b.Role == page.Caption || h.picturer(i, g) {
			continue
		}
		below := h.tells(i, 1)
		if i < h.f.title && !(below && h.dates(i, 1)) || !below && !(i > h.f.title+1 && h.dates(i, -1)) {
			continue
		}
		if !h.personal(i, g, g.job || h.called(i)) && !(i <= h.f.title+2 && h.dates(i, 1) && h.again(i, h.p.Text.At(h.place(i, g.who[0])), strings.HasPrefix)) {
			continue
		}
		if names := h.placed(i, g); len(names) > 0 {
			for k := i + 1; k < to && k <= i+6; k++ { // each on a line of its own
				more, ok := h.sign(k)
				if !ok || len(more.who) == 0 || !h.personal(k, more, false) {
					break
				}
				names = append(names, h.placed(k, more)...)
			}
			return names
		}
	}
	return nil
}

// picturer says whether a line reads as the credit of a picture: one name and an agency behind a stroke or in brackets.
func (h *head) picturer(i int, g signature) bool {
	return (g.agency != "" || !g.paper.Empty()) && len(g.who) == 1 && (g.joined == '/' || g.joined == '(' || g.joined == '|' && g.at.Len() <= 4 || strings.HasPrefix(h.p.Text.At(h.p.Blocks[i].Span), "("))
}

// personal says whether the first name of a line that does not say "by" is a person's: it begins with a given name, or the page says later who
// that is, or the line says so itself or the one below it.
func (h *head) personal(i int, g signature, told bool) bool {
	name := h.p.Text.At(h.place(i, g.who[0]))
	first, _, _ := strings.Cut(strings.ToLower(name), " ")
	return h.tab.given[first] || introduced(h.p, i, name) || told && h.again(i, name, strings.Contains)
}

// again says whether another line holds a name too, at its beginning or anywhere.
func (h *head) again(i int, name string, holds func(line, name string) bool) bool {
	for k, b := range h.p.Blocks {
		if k != i && holds(h.p.Text.At(b.Span), name) {
			return true
		}
	}
	return false
}

// called says whether the line below the i-th is a role or a way to reach somebody.
func (h *head) called(i int) bool {
	k := h.next(i, 1)
	if k < 0 {
		return false
	}
	g, _ := h.sign(k)
	return (g.job || g.reach) && g.rest <= 1 && len(g.who) == 0
}

// next returns the block next to the i-th that is no mere mark and does not read the same.
func (h *head) next(i, step int) int {
	s := h.p.Text.At(h.p.Blocks[i].Span)
	for k := i + step; k >= 0 && k < len(h.p.Blocks) && k-i <= 3 && i-k <= 3; k += step {
		if b := h.p.Blocks[k]; b.Len() > 3 && h.p.Text.At(b.Span) != s {
			return k
		}
	}
	return -1
}

// dates says whether the line next to the i-th is a date.
func (h *head) dates(i, step int) bool {
	k := h.next(i, step)
	if k < 0 {
		return false
	}
	g, _ := h.sign(k)
	return g.dated && g.rest <= 2 && len(g.who) == 0
}

// tells says whether the line next to the i-th is a date, a role, a body or an address, as they stand beside the author's name.
func (h *head) tells(i, step int) bool {
	k := h.next(i, step)
	if k < 0 || h.p.Blocks[k].Len() > 100 {
		return false
	}
	g, _ := h.sign(k)
	if g.picture || len(g.who) > 0 {
		return false
	}
	return g.dated && g.rest <= 2 || g.job && g.rest <= 3 || g.reach && g.rest <= 1 || g.rest == 0 && (!g.paper.Empty() || g.agency != "" && g.at.Len() > 4)
}

// introducedBelow takes the name that opens the only line behind the text which says who the author is.
func (h *head) introducedBelow() []text.Span {
	var found []text.Span
	for i := max(0, h.f.last); i < len(h.p.Blocks) && i <= h.f.last+12; i++ {
		b := h.p.Blocks[i]
		s := h.p.Text.At(b.Span)
		if !strings.Contains(b.Why, "who the author is") || b.Len() < 20 {
			continue
		}
		words := wordSpans(s)
		n := 0
		for n < len(words) && n < 4 && isUpperAt(s, words[n].Start) && (n == 0 || plainGap(s[words[n-1].End:words[n].Start])) {
			n++
		}
		if n < 2 || n == len(words) {
			continue
		}
		at := text.Span{Start: b.Start + words[0].Start, End: b.Start + words[n-1].End}
		if words[0].Start == 0 && h.tab.isPerson(h.p.Text.At(at), h.outlet) && strings.HasPrefix(s[words[n-1].End:], " ") {
			found = append(found, at)
		}
	}
	if len(found) == 0 || page.Letters(h.p.Text.At(found[0])) != page.Letters(h.p.Text.At(found[len(found)-1])) {
		return nil
	}
	return found[:1]
}
