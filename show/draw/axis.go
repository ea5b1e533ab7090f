package draw

import (
	"fmt"
	"slices"
	"sort"

	"github.com/hearsay-news/hearsay/read/times"
)

// days maps days to x. News has a dense present and a thin past: a gap that would squeeze everything else is cut short and marked.
type days struct {
	knots  []times.Day
	xs     []float64
	breaks []int // knots after which the axis is cut
}

const (
	cutWidth = 58
	mostCuts = 7
)

// newDays lays an axis over the given days between two x.
func newDays(all []times.Day, left, right float64) *days {
	slices.Sort(all)
	all = slices.Compact(all)
	if len(all) == 1 {
		all = []times.Day{all[0] - 1, all[0], all[0] + 1}
	}
	d := &days{knots: all, xs: make([]float64, len(all))}
	length := func(i int) float64 { return float64(all[i+1] - all[i]) }
	gaps := make([]int, len(all)-1)
	kept := 0.0
	for i := range gaps {
		gaps[i] = i
		kept += length(i)
	}
	sort.SliceStable(gaps, func(a, b int) bool { return length(gaps[a]) > length(gaps[b]) })
	for _, i := range gaps { // the longest first, until none takes more than a quarter of what is left
		if length(i) <= 30 || length(i) <= kept/4 || len(d.breaks) == mostCuts {
			break
		}
		d.breaks = append(d.breaks, i)
		kept -= length(i)
	}
	slices.Sort(d.breaks)
	cut := min(cutWidth, (right-left)*.5/max(1, float64(len(d.breaks))))
	scale := (right - left - cut*float64(len(d.breaks))) / max(kept, 1)
	x := left
	for i := range all {
		d.xs[i] = x
		if i == len(all)-1 {
			break
		}
		if slices.Contains(d.breaks, i) {
			x += cut
		} else {
			x += length(i) * scale
		}
	}
	return d
}

// x returns where a day lies.
func (d *days) x(day times.Day) float64 {
	i, found := slices.BinarySearch(d.knots, day)
	if found {
		return d.xs[i]
	}
	if i == 0 {
		return d.xs[0]
	}
	if i == len(d.knots) {
		return d.xs[i-1]
	}
	share := float64(day-d.knots[i-1]) / float64(d.knots[i]-d.knots[i-1])
	return d.xs[i-1] + share*(d.xs[i]-d.xs[i-1])
}

// tick is a labelled day of the axis. Year is "" where the tick before has the same.
type tick struct {
	x     float64
	label string
	year  string
}

var shortMonths = [...]string{"", "Jan", "Feb", "Mar", "Apr", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec"}

// ticks returns labelled days, at least so many units apart.
func (d *days) ticks(apart float64) []tick {
	var out []tick
	first := 0
	year := -1
	for _, last := range append(slices.Clone(d.breaks), len(d.knots)-1) {
		out = d.cluster(out, first, last, apart, &year)
		first = last + 1
	}
	return out
}

// cluster adds the ticks of a stretch without a cut: its first day, then round days.
func (d *days) cluster(out []tick, first, last int, apart float64, year *int) []tick {
	from, to := d.knots[first], d.knots[last]
	width, length := d.xs[last]-d.xs[first], float64(to-from)
	if width < apart && len(d.breaks) > 0 {
		return d.narrow(out, first, last, apart, year)
	}
	step := coarse(apart, width, length)
	add := func(day times.Day, label string) {
		x := d.x(day)
		if n := len(out); n > 0 && x-out[n-1].x < apart*0.8 {
			return
		}
		y, _, _ := day.Civil()
		t := tick{x: x, label: label}
		if y != *year {
			t.year, *year = fmt.Sprint(y), y
		}
		out = append(out, t)
	}
	y, m, day := from.Civil()
	switch {
	case step < 28:
		add(from, fmt.Sprintf("%d %s", day, shortMonths[m]))
		start := from
		if step >= 7 {
			for start.Weekday() != 1 {
				start++
			}
		}
		for at := start; at <= to; at += times.Day(step) {
			_, m, day := at.Civil()
			add(at, fmt.Sprintf("%d %s", day, shortMonths[m]))
		}
	case step < 365:
		if to == from {
			add(from, shortMonths[m])
		}
		months := step / 30
		for at := times.NewDay(y, m, 1); at <= to; {
			ay, am, _ := at.Civil()
			if at >= from || int(from-at) < 20 {
				add(max(at, from), shortMonths[am])
			}
			for range months {
				am++
				if am > 12 {
					am, ay = 1, ay+1
				}
			}
			at = times.NewDay(ay, am, 1)
		}
	default:
		years := step / 365
		for at := y; ; at += years {
			first := max(times.NewDay(at, 1, 1), from)
			if first > to {
				break
			}
			*year = at // the label says it
			add(first, fmt.Sprint(at))
		}
	}
	return out
}

// narrow labels a stretch between cuts that has room for one tick: by its year where a year begins there, else by its month. The last
// day of a year, where a bar over the year ends, needs none.
func (d *days) narrow(out []tick, first, last int, apart float64, year *int) []tick {
	at := first
	for i := first; i <= last; i++ {
		if _, m, day := d.knots[i].Civil(); m == 1 && day == 1 {
			at = i
			break
		}
	}
	y, m, day := d.knots[at].Civil()
	if m == 12 && day == 31 {
		return out
	}
	t := tick{x: d.xs[at], label: shortMonths[m]}
	switch {
	case m == 1 && day == 1:
		t.label, *year = fmt.Sprint(y), y
	case last == len(d.knots)-1 || first == last:
		t.label = fmt.Sprintf("%d %s", day, shortMonths[m])
	}
	if y != *year {
		t.year, *year = fmt.Sprint(y), y
	}
	if n := len(out); n > 0 && t.x-out[n-1].x < apart*0.8 {
		return out
	}
	return append(out, t)
}

// coarse returns the smallest round number of days that keeps ticks apart.
func coarse(apart, width, length float64) int {
	steps := []int{1, 2, 7, 14, 30, 90, 180, 365, 730, 1825, 3650, 9125, 18250, 36500}
	if width <= 0 {
		return 1
	}
	for _, s := range steps {
		if float64(s)/length*width >= apart {
			return s
		}
	}
	return steps[len(steps)-1]
}
