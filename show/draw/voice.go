package draw

import (
	"fmt"
	"html/template"

	"github.com/hearsay-news/hearsay/read/times"
	"github.com/hearsay-news/hearsay/show/view"
)

// Voice draws what somebody said over time: a dot a statement on the day when it was first told, those of one day over each other. link leads to the
// statement.
func Voice(id string, said []view.Statement, width int, link func(id string) string) template.HTML {
	type dot struct {
		view.Statement
		day times.Day
	}
	var dots []dot
	var all []times.Day
	for _, s := range said {
		first := s.Opens()
		if first == nil {
			continue
		}
		if day, one := first.Published.Interval.Single(); one {
			dots, all = append(dots, dot{s, day}), append(all, day)
		}
	}
	if len(dots) < 2 {
		return ""
	}
	const apart, deepest = 11.0, 9
	stacked := map[times.Day]int{}
	deep := 0
	for _, d := range dots {
		stacked[d.day]++
		deep = max(deep, stacked[d.day])
	}
	deep = min(deep, deepest)
	c := &canvas{id: id}
	axis := newDays(all, 16, float64(width)-16)
	base := 14 + apart*float64(deep)
	c.open("voice", width, base+34, "What was said over time", fmt.Sprintf("%s on %s.", view.Plural(len(dots), "statement", "statements"), view.Plural(len(stacked), "day", "days")))
	c.line(axis.xs[0]-8, base, axis.xs[len(axis.xs)-1]+8, base, "base")
	for _, t := range axis.ticks(64) {
		anchor := "middle"
		if t.x < 26 {
			anchor, t.x = "start", 2
		}
		c.text(t.x, base+17, "tick", anchor, t.label)
		if t.year != "" && t.year != t.label {
			c.text(t.x, base+30, "tick year", anchor, t.year)
		}
	}
	clear(stacked)
	for _, d := range dots {
		level := stacked[d.day]
		stacked[d.day]++
		if level >= deepest {
			continue // the list below has them
		}
		words := d.Stance + ", " + d.Opens().Published.Day + ": " + view.Short(d.Words, 120)
		c.put(`<a href="%s" class="row %s" aria-label="%s"><title>%s</title><circle cx="%.1f" cy="%.1f" r="4.6" class="said %s"/></a>`, esc(link(d.ID)), esc(d.Stance), esc(words), esc(words),
			axis.x(d.day), base-8-apart*float64(level), esc(d.Stance))
	}
	return c.close()
}
