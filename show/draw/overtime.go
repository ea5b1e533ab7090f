package draw

import (
	"fmt"
	"html/template"
	"math"

	"github.com/hearsay-news/hearsay/read/times"
	"github.com/hearsay-news/hearsay/show/view"
)

// Overtime draws one quantity over the days for which it was given: a number that moves, "300 on Monday, 460 on Thursday", is no disagreement. Marks are
// those of Figure, upright; an uncertain day is a line. Empty where all hold for one day. link leads from a place to its page.
func Overtime(id string, f view.Figure, width int, link func(view.Place) string) template.HTML {
	if !f.Moves() {
		return ""
	}
	small := width < narrow
	const head, plot, foot = 22.0, 190.0, 40.0
	left, right := 76.0, float64(width)-120
	if small {
		left, right = 48, float64(width)-30
	}
	var rows []view.FigureEntry
	var all []times.Day
	low, high := math.Inf(1), math.Inf(-1)
	for _, e := range f.Entries {
		lo, hi, ok := e.Bounds()
		if !ok || e.AsOf == nil {
			continue
		}
		from, to, known := ends(e.AsOf.Interval)
		if !known {
			continue
		}
		rows, all = append(rows, e), append(all, from, to)
		low, high = min(low, lo), max(high, hi)
	}
	axis := newDays(all, left+20, right)
	scale := newScale(low, high, head+plot, head+8)
	c := &canvas{id: id}
	c.open("figure-plot overtime "+f.Verdict, width, head+plot+foot, f.Counts+", over time", fmt.Sprintf("%s from %s to %s, by the day for which they hold. Arrows: at least, at most. Rings: about.",
		view.Plural(len(rows), "figure", "figures"), view.NumberWords(low), view.NumberWords(high)))
	for _, v := range scale.ticks() {
		y := scale.x(v)
		c.line(left, y, right, y, "grid")
		c.text(left-8, y+4, "tick", "end", fit(view.WithUnit(view.NumberWords(v), percentOnly(f.Unit)), left-8))
	}
	c.line(left-8, head+plot, right+8, head+plot, "base")
	for _, t := range axis.ticks(64) {
		c.text(t.x, head+plot+17, "tick", "middle", t.label)
		if t.year != "" && t.year != t.label {
			c.text(t.x, head+plot+30, "tick year", "middle", t.year)
		}
	}
	var taken labels
	for _, e := range rows {
		lo, hi, _ := e.Bounds()
		from, to, _ := ends(e.AsOf.Interval)
		x1, x2, y1, y2 := axis.x(from), axis.x(to), scale.x(lo), scale.x(hi)
		x := (x1 + x2) / 2
		tip := e.Words + " — " + e.Said() + ". " + e.AsOf.AsOf()
		c.put(`<a href="%s" class="row" aria-label="%s"><title>%s</title><rect x="%.1f" y="%.1f" width="24" height="%.1f" class="hit"/>`, esc(link(e.Place)), esc(tip), esc(tip), x-12, min(y1, y2)-12, math.Abs(y1-y2)+24)
		if x2-x1 > 1 {
			c.line(x1, y1, x2, y1, "span")
		}
		c.upright(e, x, y1, y2)
		words := view.Short(e.Words, 24)
		if at := x + 11; taken.room(at, y1-7, wide(words), 14) && at+wide(words) < float64(width) {
			c.text(at, y1+4, "value", "", words)
		}
		c.put("</a>")
	}
	return c.close()
}

// upright draws a figure as amount does, along an axis that goes up.
func (c *canvas) upright(e view.FigureEntry, x, y1, y2 float64) {
	switch {
	case y1-y2 > 1:
		c.put(`<rect x="%.1f" y="%.1f" width="10" height="%.1f" rx="3" class="range"/>`, x-5, y2, max(y1-y2, 6))
		return
	case e.Open() == "up":
		c.put(`<path d="M%.1f %.1fv-18" class="open"/><path d="M%.1f %.1fl-5 8h10z" class="open-head"/>`, x, y1, x, y1-24)
	case e.Open() == "down":
		c.put(`<path d="M%.1f %.1fv18" class="open"/><path d="M%.1f %.1fl-5 -8h10z" class="open-head"/>`, x, y1, x, y1+24)
	}
	class := "dot"
	if e.Relation == "~" || e.Relation == ">" || e.Relation == "<" {
		class = "ring" // the number itself is not claimed
	}
	c.put(`<circle cx="%.1f" cy="%.1f" r="5.5" class="%s"/>`, x, y1, class)
}

// labels are the boxes that words take in a picture.
type labels [][4]float64

// room says whether words have room there, and takes it.
func (l *labels) room(x, y, w, h float64) bool {
	for _, b := range *l {
		if x < b[0]+b[2] && b[0] < x+w && y < b[1]+b[3] && b[1] < y+h {
			return false
		}
	}
	*l = append(*l, [4]float64{x, y, w, h})
	return true
}
