package article

import (
	"strings"

	"github.com/hearsay-news/hearsay/read/page"
	"github.com/hearsay-news/hearsay/text"
)

// inByline reads the agency in a line that says "by".
func (c *creditor) inByline() (string, text.Span) {
	for i, b := range c.p.Blocks {
		if !c.near(i) || b.Role == page.Related && i < c.f.title {
			continue
		}
		if g, ok := c.sign(i); ok && g.by && g.agency != "" {
			return g.agency, c.place(i, g.at)
		}
	}
	return "", text.Span{}
}

// besides reads the agency in a line of names by the title. One name and an agency can be a picture's credit: then they count right behind the
// title, or with a date.
func (c *creditor) besides() (string, text.Span) {
	for i, b := range c.p.Blocks {
		if !c.near(i) || c.f.title >= 0 && i < c.f.title {
			continue
		}
		g, ok := c.sign(i)
		if !ok || g.agency == "" || len(g.who) == 0 {
			continue
		}
		s := c.p.Text.At(b.Span)
		sure := len(g.who) > 1 || g.dated || g.first && strings.Contains(s, " — ")
		stroke := g.joined == '/' || g.joined == '(' || g.joined == '|' && g.at.Len() <= 4 || strings.HasPrefix(s, "(")
		if sure && !(stroke && len(g.who) == 1) || !stroke && g.joined != 0 && (c.opens(i) || c.leads(i)) && !c.repeated(i) {
			return g.agency, c.place(i, g.at)
		}
	}
	return "", text.Span{}
}

// alone reads an agency that stands alone on its line between title and text, or alone with a date.
func (c *creditor) alone() (string, text.Span) {
	for i := range c.p.Blocks {
		dated := i+1 < len(c.p.Blocks) && c.p.Blocks[i+1].Role == page.Clock
		if !c.near(i) || c.f.title >= 0 && i < c.f.title || i > c.f.body && !(dated && i == c.f.body+1) {
			continue
		}
		g, ok := c.sign(i)
		if !ok || len(g.who) > 0 || !g.paper.Empty() {
			continue
		}
		if g.agency == "" || c.tab.agency(g.agency) == "" && c.tab.agencies[g.agency] == "" && !c.opens(i) {
			continue
		}
		if i > 0 && !g.dated && i > c.f.title+1 { // behind a caption it is the picture's credit
			before := c.p.Blocks[i-1]
			if before.Role == page.Caption || g.at.Len() <= 4 && before.Len() > 40 && !dated || !before.Role.Told() && before.Len() > 120 {
				continue
			}
		}
		return g.agency, c.place(i, g.at)
	}
	return "", text.Span{}
}
