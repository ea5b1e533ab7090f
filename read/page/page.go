package page

import (
	"github.com/hearsay-news/hearsay/gather"
	"github.com/hearsay-news/hearsay/text"
)

// Read derives the text of a page and the role of its lines. It never panics on any bytes; what can't be read comes back with Skip set.
func Read(in gather.Page) Page {
	p := Page{Text: text.Text(in.Bytes), Language: "en"}
	for _, line := range p.Text.Lines() {
		if span := p.Text.Trim(line); !span.Empty() {
			p.Blocks = append(p.Blocks, Block{Span: span, Role: Body, Why: "stub"})
		}
	}
	return p
}
