package view

import (
	"slices"

	"github.com/hearsay-news/hearsay/read/times"
)

// Coverage counts pages by the day they came out and by outlet.
//
//	15 pages of 5 outlets  →  1 March: Kurier 2, Radio Nord 1; 2 March: …; two pages without a day
type Coverage struct {
	Outlets []Option      `json:"outlets"` // those that are told apart, the busiest first; the rest is "others"
	Days    []CoverageDay `json:"days"`
	Unknown int           `json:"unknown"` // pages without a day of their own
}

// CoverageDay is one day, with a count for each of the outlets in their order, and one for all others.
type CoverageDay struct {
	Day    times.Day `json:"-"`
	Date   string    `json:"date"`
	Counts []int     `json:"counts"`
}

// most outlets that are told apart by colour.
const colours = 5

// Others says whether there are pages of outlets beyond those that are told apart.
func (c Coverage) Others() bool {
	return slices.ContainsFunc(c.Days, func(d CoverageDay) bool { return d.Counts[len(d.Counts)-1] > 0 })
}

// Coverage counts the pages of the record; of one outlet alone where one is named by id or name.
func (r *Record) Coverage(outlet string) Coverage {
	r = r.all()
	var names tally
	days := map[times.Day]map[string]int{}
	out := Coverage{Outlets: []Option{}, Days: []CoverageDay{}}
	for i := range r.Pages {
		id := r.Pages[i].ID
		from := r.Outlet(id)
		if r.Pages[i].Skip != nil || outlet != "" && key(from) != outlet {
			continue
		}
		day, one := r.date(id).Interval.Single()
		if !one {
			out.Unknown++
			continue
		}
		name := from.Name
		if name == "" {
			name = "outlet unknown"
		}
		names.add(key(from), name)
		if days[day] == nil {
			days[day] = map[string]int{}
		}
		days[day][key(from)]++
	}
	all := names.options(nil, "")
	out.Outlets = append(out.Outlets, all[:min(len(all), colours)]...)
	for day, counts := range days {
		d := CoverageDay{Day: day, Date: day.String(), Counts: make([]int, len(out.Outlets)+1)}
		for value, n := range counts {
			if k := slices.IndexFunc(out.Outlets, func(o Option) bool { return o.Value == value }); k >= 0 {
				d.Counts[k] += n
			} else {
				d.Counts[len(out.Outlets)] += n
			}
		}
		out.Days = append(out.Days, d)
	}
	slices.SortFunc(out.Days, func(a, b CoverageDay) int { return int(a.Day - b.Day) })
	return out
}
