package article

import (
	"strings"

	"github.com/hearsay-news/hearsay/read/page"
	"github.com/hearsay-news/hearsay/text"
)

// head is the part of a page by its title, where it says who wrote it and for whom. Lines are taken apart once.
type head struct {
	tab    *tables
	p      *page.Page
	f      frame
	outlet string
	lines  map[int]signature // by their block
	lows   map[int]string    // lines in small letters
}

// low returns the i-th block's words, the capitals A to Z written small.
func (h *head) low(i int) string {
	s, ok := h.lows[i]
	if !ok {
		s = small(h.p.Text.At(h.p.Blocks[i].Span))
		h.lows[i] = s
	}
	return s
}

func (tab *tables) head(p *page.Page, outlet string) *head {
	return &head{tab: tab, p: p, f: tab.frameOf(p), outlet: outlet, lines: map[int]signature{}, lows: map[int]string{}}
}

// sign returns what the i-th block is made of; false for one that is too long to be a line of names, or a picture's.
func (h *head) sign(i int) (signature, bool) {
	b := h.p.Blocks[i]
	if b.Len() > maxSigned || i == h.f.title || strings.HasPrefix(b.Why, "metadata ") || b.Role == page.Body && b.Len() > 120 && running(h.p.Text.At(b.Span)) > 3 {
		return signature{rest: b.Len()}, false
	}
	if strings.HasPrefix(b.Why, "phrase: ") && (b.Role == page.Menu || b.Role == page.Notice || b.Role == page.Related) {
		return signature{rest: b.Len()}, false // a button, a notice
	}
	g, ok := h.lines[i]
	if !ok {
		g = h.tab.read(h.p.Text.At(b.Span))
		h.lines[i] = g
	}
	return g, !g.picture && g.rest == 0
}

// near says whether a block stands where a page says who wrote it: by its title, or right before its text.
func (h *head) near(i int) bool {
	if h.f.title >= 0 {
		return i >= h.f.title-3 && i <= min(h.f.body, h.f.title+14)+1
	}
	return i >= h.f.body-10 && i <= h.f.body+1 || i <= 4 // without a title the first lines can be a masthead
}

// place moves a span of the i-th block to the page's text.
func (h *head) place(i int, at text.Span) text.Span {
	start := h.p.Blocks[i].Start
	return text.Span{Start: start + at.Start, End: start + at.End}
}

// opens says whether only the title, dates and marks stand before a line.
func (h *head) opens(i int) bool {
	for k := i - 1; k > h.f.title && k >= 0; k-- {
		b := h.p.Blocks[k]
		if b.Role == page.Clock || b.Role == page.Byline || b.Role == page.Counter || b.Role == page.Standfirst || b.Role == page.Other && b.Len() < 20 {
			continue
		}
		g, _ := h.sign(k)
		if g.dated && g.rest <= 2 || b.Len() <= 3 || strings.EqualFold(h.p.Text.At(b.Span), h.titled()) {
			continue
		}
		return false
	}
	return h.f.title >= 0 || i <= 1
}

// leads says whether a line stands right before the text and behind no caption.
func (h *head) leads(i int) bool {
	return i+1 == h.f.body && i > 0 && h.p.Blocks[i-1].Role != page.Caption && h.p.Blocks[i-1].Len() < 60 && h.p.Blocks[i].Role != page.Caption
}

func (h *head) titled() string {
	if h.f.title < 0 {
		return ""
	}
	return h.p.Text.At(h.p.Blocks[h.f.title].Span)
}

// repeated says whether a line stands twice near its place, as pictures' credits do.
func (h *head) repeated(i int) bool {
	s := h.p.Text.At(h.p.Blocks[i].Span)
	for k := max(0, i-4); k < len(h.p.Blocks) && k <= i+4; k++ {
		if k != i && strings.Trim(h.p.Text.At(h.p.Blocks[k].Span), "()") == strings.Trim(s, "()") {
			return true
		}
	}
	return false
}
