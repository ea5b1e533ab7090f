package article

import (
	"strings"

	"github.com/hearsay-news/hearsay/read/page"
	"github.com/hearsay-news/hearsay/text"
)

// signedAtEnd reads the name below the text of a page that has none by its title: a line that says by whom, or a name alone with the line below it that says who that
// is. It must be the only one of its kind there, for boxes of other stories and of the people of a firm look the same.
//
//	The quay is open again. ⏎ Written by Ada Brand          The quay is open again. ⏎ Ada Brand ⏎ Ada Brand is a baker in Sel who …
func (h *head) signedAtEnd() []text.Span {
	var found []text.Span
	keys := map[string]bool{}
	note := func(names []text.Span) {
		for _, at := range names {
			if key := page.Letters(h.p.Text.At(at)); !keys[key] {
				keys[key] = true
				found = append(found, at)
			}
		}
	}
	for i := h.f.last + 1; h.f.last >= 0 && i < len(h.p.Blocks) && i <= h.f.last+behindText; i++ {
		b := h.p.Blocks[i]
		s := h.p.Text.At(b.Span)
		switch {
		case b.Role == page.Caption || b.Len() > maxSigned:
		case h.tab.byWords(s) > 0:
			note(h.tab.people(h.p.Text, b.Span, h.outlet))
		case h.tab.opensByline(strings.TrimRight(s, " :\u00a0")) && i+1 < len(h.p.Blocks) && h.p.Blocks[i+1].Len() <= maxSigned:
			note(h.tab.people(h.p.Text, h.p.Blocks[i+1].Span, h.outlet))
		case h.introduces(i, s):
			note([]text.Span{b.Span})
		}
	}
	if len(found) > 1 {
		return nil
	}
	return found
}

// behindText is how many lines behind the text a name is looked for.
const behindText = 6

// introduces says whether a line is nothing but a person's name and the next one goes on from it: "Ada Brand" ⏎ "Ada Brand is a baker in Sel who …".
func (h *head) introduces(i int, s string) bool {
	if i+1 >= len(h.p.Blocks) || len(s) > 40 || !h.tab.isPerson(s, h.outlet) {
		return false
	}
	first, _, _ := strings.Cut(strings.ToLower(s), " ")
	rest, ok := strings.CutPrefix(h.p.Text.At(h.p.Blocks[i+1].Span), s+" ")
	return ok && h.tab.given[first] && len(rest) > 40 && rest[0] >= 'a' && rest[0] <= 'z'
}
