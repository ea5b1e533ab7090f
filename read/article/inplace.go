package article

import (
	"strings"

	"github.com/hearsay-news/hearsay/read/page"
	"github.com/hearsay-news/hearsay/text"
)

// inPlace reads a line that is nothing but two or three words of a name where authors' names stand: right below the title and above a date or a handle, or three lines
// above the title with the section and the date between. The words are no common ones and no place's, for sections stand there too.
//
//	Port shut, says governor          Zola Brand
//	Zola Brand                        Ideas
//	2 May 2021                        2 May 2021
//	                                  Port shut, says governor
func (h *head) inPlace() []text.Span {
	t := h.f.title
	if t < 0 {
		return nil
	}
	for i := t + 1; i <= t+3 && i < h.f.body; i++ {
		if h.named(i) && (h.handle(i+1) || h.stamp(i+1) && h.unknown(i)) {
			return []text.Span{h.p.Blocks[i].Span}
		}
		if at := h.dated(i); !at.Empty() {
			return []text.Span{at}
		}
	}
	if i := t - 3; i >= 0 && h.named(i) && h.p.Blocks[i+1].Len() <= 20 && h.stamp(i+2) && h.unknown(i) {
		return []text.Span{h.p.Blocks[i].Span}
	}
	return nil
}

// named says whether a block is two or three words that can be a person's name.
func (h *head) named(i int) bool {
	b := h.p.Blocks[i]
	s := h.p.Text.At(b.Span)
	n := len(strings.Fields(s))
	return b.Role != page.Caption && b.Role != page.Body && b.Role != page.Standfirst && b.Len() <= 40 && (n == 2 || n == 3) && !strings.HasPrefix(b.Why, "metadata ") &&
		h.tab.isPerson(s, h.outlet) && !strings.Contains(page.Letters(h.titled()), page.Letters(s))
}

// unknown says whether no word of a block is a common one, and its words are no place's.
func (h *head) unknown(i int) bool {
	return h.tab.unknownWords(h.p.Text.At(h.p.Blocks[i].Span))
}

func (tab *tables) unknownWords(name string) bool {
	low := strings.ToLower(name)
	for _, w := range strings.Fields(low) {
		if tab.common[strings.Trim(w, ".,")] || tab.places[w] {
			return false
		}
	}
	return !tab.places[low] && !shouted(name)
}

// handle says whether a block is nothing but a handle: "@zolabrand".
func (h *head) handle(i int) bool {
	if i >= len(h.p.Blocks) {
		return false
	}
	s := h.p.Text.At(h.p.Blocks[i].Span)
	return len(s) > 2 && len(s) < 30 && s[0] == '@' && !strings.Contains(s, " ")
}

// stamp says whether a block is a date and no more.
func (h *head) stamp(i int) bool {
	if i < 0 || i >= len(h.p.Blocks) || h.p.Blocks[i].Len() > 60 {
		return false
	}
	g, _ := h.sign(i)
	return g.dated && g.rest <= 2 && len(g.who) == 0
}

// dated returns the name that opens a line which goes on with the time of day and the date: "Zola Brand 8:41 PM on May 2, 2021".
func (h *head) dated(i int) text.Span {
	b := h.p.Blocks[i]
	s := h.p.Text.At(b.Span)
	if b.Role != page.Clock || b.Len() > 60 || len(h.tab.findDates(s, 1)) == 0 {
		return text.Span{}
	}
	end := strings.IndexAny(s, "0123456789")
	if end < 5 {
		return text.Span{}
	}
	name := strings.TrimSpace(s[:end])
	if n := len(strings.Fields(name)); n < 2 || n > 3 || !h.tab.isPerson(name, h.outlet) || !h.tab.unknownWords(name) {
		return text.Span{}
	}
	return text.Span{Start: b.Start, End: b.Start + len(name)}
}
