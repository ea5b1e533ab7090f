package draw

import (
	"fmt"
	"html/template"
	"math"

	"github.com/hearsay-news/hearsay/show/view"
)

// Figure draws what each page gives for one quantity over one axis of numbers: an exact number as a dot, an approximate one as a ring,
// a range as a bar, a bound as a dot with an arrow towards the side it leaves open. link leads from a place to its page.
func Figure(id string, f view.Figure, width int, link func(view.Place) string) template.HTML {
	var rows []view.FigureEntry
	lo, hi := math.Inf(1), math.Inf(-1)
	for _, e := range f.Entries {
		if low, high, ok := e.Bounds(); ok {
			rows = append(rows, e)
			lo, hi = min(lo, low), max(hi, high)
		}
	}
	if len(rows) == 0 {
		return ""
	}
	c := &canvas{id: id}
	small := width < narrow
	high, foot := 36.0, 26.0
	left, right := 290.0, float64(width)-230
	if small {
		high, left, right = 46, 16, float64(width)-16
	}
	scale := newScale(lo, hi, left, right)
	height := high*float64(len(rows)) + foot + 4
	class := "figure-plot"
	if small {
		class += " small"
	}
	c.open(class+" "+f.Verdict, width, height, f.Counts, fmt.Sprintf("%s from %s to %s. Arrows: at least, at most. Rings: about. Bars: ranges.",
		view.Plural(len(rows), "figure", "figures"), view.NumberWords(lo), view.NumberWords(hi)))
	bottom := height - foot
	for _, v := range scale.ticks() {
		x := scale.x(v)
		c.line(x, 2, x, bottom, "grid")
		c.text(x, bottom+16, "tick", "middle", view.WithUnit(view.NumberWords(v), percentOnly(f.Unit)))
	}
	c.line(left-8, bottom, right+8, bottom, "base")
	for i, e := range rows {
		y := high*float64(i) + high/2 + 2
		low, top, _ := e.Bounds()
		x1, x2 := scale.x(low), scale.x(top)
		date := ""
		if e.AsOf != nil {
			date = e.AsOf.AsOf()
		}
		c.put(`<a href="%s" class="row" data-row=""><title>%s</title>`, esc(link(e.Place)), esc(e.Words+" — "+e.Said()+". "+date))
		c.put(`<rect x="0" y="%.1f" width="%d" height="%.1f" class="hit"/>`, y-high/2, width, high)
		if small {
			c.text(0, y-9, "name", "", fit(e.Said(), float64(width)-wide(e.Words)-20))
			c.text(float64(width), y-9, "value", "end", e.Words)
			y += 9
		} else {
			c.text(0, y, "name", "", fit(e.Said(), left-26))
			c.text(0, y+13, "tick", "", fit(date, left-26))
			words := fit(e.Words, float64(width)-max(x2, x1)-18-arrowRoom(e, x2-x1))
			c.text(max(x1, x2)+12+arrowRoom(e, x2-x1), y+4, "value", "", words)
		}
		c.amount(e, x1, x2, y)
		c.put("</a>")
	}
	return c.close()
}

func arrowRoom(e view.FigureEntry, bar float64) float64 {
	if e.Open() == "up" && bar <= 1 {
		return 32
	}
	return 0
}

func (c *canvas) amount(e view.FigureEntry, x1, x2, y float64) {
	switch {
	case x2-x1 > 1:
		c.put(`<rect x="%.1f" y="%.1f" width="%.1f" height="10" rx="3" class="range"/>`, x1, y-5, max(x2-x1, 6))
	case e.Open() == "up":
		c.line(x1, y, x1+26, y, "open")
		c.arrow(x1+32, y, 1, "open-head")
	case e.Open() == "down":
		c.line(x1, y, x1-26, y, "open")
		c.arrow(x1-32, y, -1, "open-head")
	}
	if x2-x1 > 1 {
		return
	}
	class := "dot"
	if e.Relation == "~" || e.Relation == ">" || e.Relation == "<" {
		class = "ring" // the number itself is not claimed
	}
	c.put(`<circle cx="%.1f" cy="%.1f" r="6" class="%s"/>`, x1, y, class)
}

func percentOnly(unit string) string {
	if unit == "percent" {
		return unit
	}
	return ""
}

// scale maps numbers to x, by their logarithm when they lie far apart.
type scale struct {
	lo, hi, left, right float64
	log                 bool
}

func newScale(lo, hi, left, right float64) scale {
	s := scale{lo: lo, hi: hi, left: left, right: right}
	switch {
	case lo > 0 && hi/lo > 150:
		s.log = true
		s.lo, s.hi = math.Pow(10, math.Floor(math.Log10(lo))), math.Pow(10, math.Ceil(math.Log10(hi)))
		return s
	case lo == hi && lo == 0:
		s.hi = 1
		return s
	case lo == hi:
		s.lo, s.hi = lo-math.Abs(lo)*.5, hi+math.Abs(hi)*.5
	case lo >= 0 && lo < .45*hi:
		s.lo = 0
		s.hi = hi * 1.05
	default:
		s.lo, s.hi = lo-(hi-lo)*.25, hi+(hi-lo)*.25
	}
	return s
}

func (s scale) x(v float64) float64 {
	lo, hi := s.lo, s.hi
	if s.log {
		v, lo, hi = math.Log10(v), math.Log10(lo), math.Log10(hi)
	}
	return s.left + (v-lo)/(hi-lo)*(s.right-s.left)
}

// ticks returns three to six round numbers of the scale.
func (s scale) ticks() []float64 {
	var out []float64
	if s.log {
		for v := s.lo; v <= s.hi*1.01 && len(out) < 12; v *= 10 {
			out = append(out, v)
		}
		return out
	}
	step := round((s.hi - s.lo) / 4)
	for v := math.Ceil(s.lo/step) * step; v <= s.hi && len(out) < 12; v += step {
		out = append(out, math.Round(v/step)*step)
	}
	return out
}

// round returns the 1, 2 or 5 times a power of ten nearest above a number.
func round(v float64) float64 {
	power := math.Pow(10, math.Floor(math.Log10(v)))
	for _, m := range []float64{1, 2, 5} {
		if v <= m*power {
			return m * power
		}
	}
	return 10 * power
}
