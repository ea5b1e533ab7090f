package draw

import (
	"fmt"
	"html/template"
	"strings"

	"github.com/hearsay-news/hearsay/read/times"
	"github.com/hearsay-news/hearsay/show/view"
)

const narrow = 600 // below this width labels stand over their marks

// Timeline draws entries that have a date, each on its own line, over one axis of days. Occurred is solid, planned and demanded
// hollow, claimed hatched, denied crossed out; an uncertain date is a bar. link leads from an entry's id to its page.
func Timeline(id string, entries []view.Entry, width int, link func(id string) string) template.HTML {
	var rows []view.Entry
	var all []times.Day
	for _, e := range entries {
		lo, hi, ok := ends(e.When.Interval)
		if ok {
			rows, all = append(rows, e), append(all, lo, hi)
		}
	}
	if len(rows) == 0 {
		return ""
	}
	c := &canvas{id: id}
	small := width < narrow
	high, head, label := 27.0, 44.0, 13.0
	if small {
		high = 42
	}
	left, right := 14.0, float64(width)-14
	if !small {
		right = float64(width) - 190 // room for the label of the latest entry
	}
	axis := newDays(all, left, right)
	height := head + high*float64(len(rows)) + 10
	class := "timeline"
	if small {
		class += " small"
	}
	c.open(class, width, height, "Timeline", fmt.Sprintf("%s from %s to %s, one line each. Solid: occurred. Hollow: planned or demanded. Hatched: claimed. Crossed: denied. Struck through: called off or put off. Bars: uncertain dates.",
		view.Plural(len(rows), "entry", "entries"), axis.knots[0], axis.knots[len(axis.knots)-1]))
	c.line(axis.xs[0], head-4, axis.xs[len(axis.xs)-1], head-4, "base")
	for _, i := range axis.breaks {
		x := (axis.xs[i] + axis.xs[i+1]) / 2
		c.put(`<path d="M%.1f %.1fl5 0" class="gap"/><path d="M%.1f %.1fl4 -9M%.1f %.1fl4 -9" class="cut"/>`, x-2.5, head-4, x-4.5, head+.5, x+.5, head+.5)
	}
	for _, t := range axis.ticks(58) {
		c.line(t.x, head-8, t.x, height-8, "grid")
		anchor := "middle"
		if t.x < 26 {
			anchor, t.x = "start", 2
		}
		c.text(t.x, head-26, "tick", anchor, t.label)
		if t.year != "" && t.year != t.label {
			c.text(t.x, head-13, "tick year", anchor, t.year)
		}
	}
	y := make(map[string]float64, len(rows))
	for i, e := range rows {
		y[e.ID] = head + high*float64(i) + high/2
		if small {
			y[e.ID] += 9
		}
	}
	for _, e := range rows { // from a plan to what became of it, under the marks
		if e.Becomes == nil {
			continue
		}
		if to, ok := y[e.Becomes.ID]; ok {
			_, from, _ := ends(e.When.Interval)
			x1, x2 := axis.x(from), axis.x(startOf(rows, e.Becomes.ID))
			c.put(`<path d="M%.1f %.1fC%.1f %.1f %.1f %.1f %.1f %.1f" class="becomes"/>`, x1, y[e.ID], x1, (y[e.ID]+to)/2, x2, (y[e.ID]+to)/2, x2, to)
		}
	}
	for _, e := range rows {
		lo, hi, _ := ends(e.When.Interval)
		x1, x2 := axis.x(lo), axis.x(hi)
		tip := e.When.Words + " — " + e.Title + " (" + e.Status + ", " + view.Plural(e.Pages(), "page", "pages") + ", " + view.Plural(e.Origins, "origin", "origins") + ")"
		c.put(`<a href="%s" class="row %s" data-row=""><title>%s</title>`, esc(link(e.ID)), esc(e.Status), esc(tip))
		c.put(`<rect x="0" y="%.1f" width="%d" height="%.1f" class="hit"/>`, y[e.ID]-high/2-boost(small), width, high)
		c.mark(e, x1, x2, y[e.ID])
		c.label(e, x1, x2, y[e.ID]+label/3, width, small)
		c.put("</a>")
	}
	return c.close()
}

func boost(small bool) float64 {
	if small {
		return 9
	}
	return 0
}

// ends returns the days between which a bar is drawn; an open end is drawn as an arrow from the other.
func ends(i times.Interval) (lo, hi times.Day, ok bool) {
	switch {
	case i.Earliest.Known && i.Latest.Known:
		return i.Earliest.Day, i.Latest.Day, true
	case i.Earliest.Known:
		return i.Earliest.Day, i.Earliest.Day, true
	case i.Latest.Known:
		return i.Latest.Day, i.Latest.Day, true
	}
	return 0, 0, false
}

func startOf(rows []view.Entry, id string) times.Day {
	for _, e := range rows {
		if e.ID == id {
			lo, _, _ := ends(e.When.Interval)
			return lo
		}
	}
	return 0
}

func (c *canvas) mark(e view.Entry, x1, x2, y float64) {
	fill := ""
	if e.Status == "claimed" {
		fill = fmt.Sprintf(` fill="url(#%s-h)"`, c.id)
	}
	switch i := e.When.Interval; {
	case !i.Earliest.Known:
		c.line(x1, y, x1-26, y, "open")
		c.arrow(x1-30, y, -1, "open-head")
	case !i.Latest.Known:
		c.line(x1, y, x1+26, y, "open")
		c.arrow(x1+30, y, 1, "open-head")
	case x2-x1 > 1:
		w := max(x2-x1, 12)
		c.put(`<rect x="%.1f" y="%.1f" width="%.1f" height="11" rx="5.5" class="mark"%s/>`, x1, y-5.5, w, fill)
		if e.Status == "denied" {
			c.line(x1+2, y+7, x1+w-2, y-7, "cross")
		}
		return
	}
	switch e.Status {
	case "cancelled", "postponed":
		c.put(`<circle cx="%.1f" cy="%.1f" r="6" class="mark"/><path d="M%.1f %.1fl10 -10" class="cross"/>`, x1, y, x1-5, y+5)
	case "demanded":
		c.put(`<path d="M%.1f %.1fl7 7l-7 7l-7 -7z" class="mark"/>`, x1, y-7)
	case "denied":
		c.put(`<circle cx="%.1f" cy="%.1f" r="6" class="mark"/><path d="M%.1f %.1fl10 10m0 -10l-10 10" class="cross"/>`, x1, y, x1-5, y-5)
	default:
		c.put(`<circle cx="%.1f" cy="%.1f" r="6" class="mark"%s/>`, x1, y, fill)
	}
}

// label writes the title beside the mark, on the side with room for it, or above it in a narrow picture.
func (c *canvas) label(e view.Entry, x1, x2, y float64, width int, small bool) {
	date := shortDate(e.When)
	note := ""
	if len(e.Conflicts) > 0 {
		note = " ≠"
	}
	write := func(x float64, anchor string, room float64) {
		if anchor != "" {
			anchor = ` text-anchor="` + anchor + `"`
		}
		words := fit(e.Title, room-wide(date)-wide(note)-10)
		c.put(`<text x="%.1f" y="%.1f" class="name"%s><tspan class="date">%s</tspan> %s<tspan class="differ">%s</tspan></text>`, x, y, anchor, esc(date), esc(words), note)
	}
	if small {
		y -= 15
		write(0, "", float64(width)-8)
		return
	}
	after, before := float64(width)-max(x2, x1+12)-12, x1-12
	if !e.When.Interval.Latest.Known {
		after, x2 = after-30, x2+30
	}
	need := wide(date) + wide(e.Title) + wide(note) + 10
	if need <= after || after >= before {
		write(max(x2, x1+6)+11, "", after)
		return
	}
	if !e.When.Interval.Earliest.Known {
		before, x1 = before-30, x1-30
	}
	write(x1-12, "end", before)
}

// shortDate writes a date without its year, which the axis gives.
func shortDate(w view.When) string {
	day, one := w.Interval.Single()
	if one {
		_, m, d := day.Civil()
		return fmt.Sprintf("%d %s", d, shortMonths[m])
	}
	return monthCutter.Replace(w.Day)
}

var monthCutter = strings.NewReplacer("January", "Jan", "February", "Feb", "March", "Mar", "April", "Apr", "August", "Aug", "September", "Sept", "October", "Oct",
	"November", "Nov", "December", "Dec")
