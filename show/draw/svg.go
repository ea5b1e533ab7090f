// Package draw makes pictures of a record as SVG, on the server and without scripts or inline styles: classes for colour, plain
// attributes for shape.
//
//	Timeline: "Port shut", 18 July 2021, planned   →  a hollow circle over 18 July, labelled, a link to the entry
//	Figure:   "more than 40" trucks, Radio Nord    →  a dot at 40 with an arrow to the right, labelled, a link to the passage
package draw

import (
	"fmt"
	"html"
	"html/template"
	"strings"

	"github.com/hearsay-news/hearsay/show/view"
)

// canvas collects the parts of one picture.
type canvas struct {
	strings.Builder
	id string // prefix of the ids inside, so that several pictures can share a page
}

func (c *canvas) put(format string, a ...any) { fmt.Fprintf(c, format, a...) }

// open begins a picture with its name and description for those who do not see it.
func (c *canvas) open(class string, width int, height float64, title, description string) {
	c.put(`<svg class="%s" viewBox="0 0 %d %.0f" width="%d" height="%.0f" role="group" aria-labelledby="%s-t %s-d" xmlns="http://www.w3.org/2000/svg">`,
		class, width, height, width, height, c.id, c.id)
	c.put(`<title id="%s-t">%s</title><desc id="%s-d">%s</desc>`, c.id, esc(title), c.id, esc(description))
	c.put(`<defs><pattern id="%s-h" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="hatch-bg" width="5" height="5"/><rect class="hatch" width="2.2" height="5"/></pattern></defs>`, c.id)
}

func (c *canvas) close() template.HTML {
	c.WriteString("</svg>")
	return template.HTML(c.String()) // every outside word went through esc
}

func (c *canvas) text(x, y float64, class, anchor, words string) {
	if anchor != "" {
		anchor = ` text-anchor="` + anchor + `"`
	}
	c.put(`<text x="%.1f" y="%.1f" class="%s"%s>%s</text>`, x, y, class, anchor, esc(words))
}

func (c *canvas) line(x1, y1, x2, y2 float64, class string) {
	c.put(`<line x1="%.1f" y1="%.1f" x2="%.1f" y2="%.1f" class="%s"/>`, x1, y1, x2, y2, class)
}

// arrow draws an arrowhead that points to the left (-1) or right (1), its tip at x.
func (c *canvas) arrow(x, y float64, direction float64, class string) {
	c.put(`<path d="M%.1f %.1fl%.1f -5v10z" class="%s"/>`, x, y, -8*direction, class)
}

func esc(s string) string { return html.EscapeString(s) }

// perLetter is how wide a letter of the small type is on average, in units of the picture. The type of the reader's machine is not
// known here; it is taken a little wide, so that labels are cut rather than run out of the picture.
const perLetter = 6.7

func wide(s string) float64 {
	n := 0
	for range s {
		n++
	}
	return float64(n) * perLetter
}

func fit(s string, width float64) string {
	if n := int(width / perLetter); n > 1 {
		return view.Short(s, n)
	}
	return "…"
}
