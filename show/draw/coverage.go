package draw

import (
	"fmt"
	"html/template"

	"github.com/hearsay-news/hearsay/read/times"
	"github.com/hearsay-news/hearsay/show/view"
)

// Coverage draws pages by day, stacked by outlet: a bar a day, or a week, a month, a year where there are many days. link leads to the pages of a
// stretch of days.
func Coverage(id string, cover view.Coverage, width int, link func(since, until string) string) template.HTML {
	bars := bundle(cover)
	if len(bars) == 0 {
		return ""
	}
	const high, foot, left = 74.0, 22.0, 30.0
	most := 0
	for _, b := range bars {
		most = max(most, b.total)
	}
	c := &canvas{id: id}
	first, last := bars[0], bars[len(bars)-1]
	c.open("coverage", width, high+foot+12, "Pages by day", fmt.Sprintf("%s from %s to %s, at most %d in one bar.", view.Plural(sum(bars), "page", "pages"), first.from, last.to, most))
	span := float64(last.to-first.from) + 1
	scale := (float64(width) - left - 4) / span
	c.text(left-6, 16, "tick", "end", fmt.Sprint(most))
	c.line(left, 12, float64(width)-4, 12, "grid")
	c.line(left, 12+high, float64(width)-4, 12+high, "base")
	for _, b := range bars {
		x := left + float64(b.from-first.from)*scale
		w := max(2, min(float64(b.to-b.from+1)*scale-1.5, 46))
		words := dayRange(b.from, b.to) + ": " + b.words(cover.Outlets)
		c.put(`<a href="%s" class="bar" aria-label="%s"><title>%s</title><rect x="%.1f" y="12" width="%.1f" height="%.0f" class="hit"/>`,
			esc(link(b.from.String(), b.to.String())), esc(words), esc(words), x, w, high)
		y := 12 + high
		for k, n := range b.counts {
			if n == 0 {
				continue
			}
			tall := float64(n) / float64(most) * high
			y -= tall
			c.put(`<rect x="%.1f" y="%.1f" width="%.1f" height="%.1f" class="o%d"/>`, x, y, w, tall, k)
		}
		c.put("</a>")
	}
	c.text(left, high+foot+6, "tick", "", dayRange(first.from, first.from))
	if last.to-first.from > 0 && width > 200 {
		c.text(float64(width)-4, high+foot+6, "tick", "end", dayRange(last.to, last.to))
	}
	return c.close()
}

// bar is a stretch of days with the pages of each outlet.
type bar struct {
	from, to times.Day
	counts   []int
	total    int
}

func (b bar) words(outlets []view.Option) string {
	out := ""
	for k, n := range b.counts {
		if n == 0 {
			continue
		}
		name := "others"
		if k < len(outlets) {
			name = outlets[k].Name
		}
		if out != "" {
			out += ", "
		}
		out += fmt.Sprintf("%s %d", name, n)
	}
	return out
}

const mostBars = 90

// bundle puts days together until there are few enough bars.
func bundle(cover view.Coverage) []bar {
	if len(cover.Days) == 0 {
		return nil
	}
	first, last := cover.Days[0].Day, cover.Days[len(cover.Days)-1].Day
	step := times.Day(1)
	for _, s := range []times.Day{7, 28, 91, 365, 3650} {
		if int(last-first)/int(step) < mostBars {
			break
		}
		step = s
	}
	var out []bar
	for _, d := range cover.Days {
		from := first + (d.Day-first)/step*step
		if n := len(out); n == 0 || out[n-1].from != from {
			out = append(out, bar{from: from, to: from + step - 1, counts: make([]int, len(d.Counts))})
		}
		b := &out[len(out)-1]
		for k, n := range d.Counts {
			b.counts[k] += n
			b.total += n
		}
	}
	out[len(out)-1].to = max(last, out[len(out)-1].from)
	return out
}

func sum(bars []bar) int {
	n := 0
	for _, b := range bars {
		n += b.total
	}
	return n
}

func dayRange(from, to times.Day) string {
	return view.DateWords(times.Interval{Earliest: times.On(from), Latest: times.On(to), Grain: times.ADay})
}
