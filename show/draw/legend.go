package draw

import (
	"html/template"

	"github.com/hearsay-news/hearsay/read/times"
	"github.com/hearsay-news/hearsay/show/view"
)

// Key draws the mark of one status for a legend.
func Key(id, status string) template.HTML {
	c := &canvas{id: id}
	c.put(`<svg class="timeline key" viewBox="0 0 18 16" width="18" height="16" aria-hidden="true"><defs><pattern id="%s-h" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="hatch-bg" width="5" height="5"/><rect class="hatch" width="2.2" height="5"/></pattern></defs><g class="row %s">`, c.id, esc(status))
	c.mark(view.Entry{Status: status, When: dayMark}, 9, 9, 8)
	c.put("</g></svg>")
	return template.HTML(c.String())
}

var dayMark = view.NewWhen(times.Between(0, 0, times.ADay))
