package term

import (
	"math"
	"strings"

	"github.com/hearsay-news/hearsay/show/view"
)

var verdictWords = map[string]string{"differ": "≠ differ", "agree": "= agree", "compatible": "≈ compatible", "single": "single"}

var verdictHue = map[string]string{"differ": red, "agree": green}

// Figures writes quantities, each with its entries over one small axis where there is room.
func (p Paper) Figures(rows []view.Figure) error {
	g := p.page()
	for i, f := range rows {
		if i > 0 {
			g.put("\n")
		}
		id := "  " + f.ID
		verdict := verdictWords[f.Verdict]
		for n, name := range wrap(f.Counts, max(20, p.Width-wide(id)-wide(verdict)-2)) {
			g.put("%s", g.paint(bold, name))
			if n == 0 {
				g.put("%s%s%s", strings.Repeat(" ", max(2, p.Width-wide(name)-wide(verdict)-wide(id))), g.paint(verdictHue[f.Verdict], verdict), g.paint(faint, id))
			}
			g.put("\n")
		}
		t := &table{columns: []column{{least: 1}, {least: 12, most: 40, flex: true}, {most: 24}, {most: stripWidth}, {flex: true, least: 10}}}
		strip := axis(f.Entries, p.Width >= 76)
		for k, e := range f.Entries {
			date := ""
			if e.AsOf != nil {
				date = e.AsOf.AsOf()
			}
			t.add(cell{}, one(plain, e.Said()), one(bold, e.Words), one(verdictHue[f.Verdict], strip[k]), one(faint, date))
		}
		t.draw(g)
		if f.Why != "" && f.Verdict != "single" {
			for _, line := range wrap(f.Why, p.Width-3) {
				g.put("   %s\n", g.paint(faint, line))
			}
		}
	}
	if len(rows) == 0 {
		g.put("no figure\n")
		g.next("figures", "every figure")
		return g.done()
	}
	g.next("why "+quoted(rows[0].ID), "what a figure rests on")
	return g.done()
}

const stripWidth = 20

// axis draws each entry on a strip of one common scale, or nothing where there is no room or nothing to compare.
func axis(entries []view.FigureEntry, room bool) []string {
	out := make([]string, len(entries))
	lo, hi := math.Inf(1), math.Inf(-1)
	for _, e := range entries {
		if low, high, ok := e.Bounds(); ok {
			lo, hi = min(lo, low), max(hi, high)
		}
	}
	if !room || len(entries) < 2 || !(hi > lo) {
		return out
	}
	at := func(v float64) int { return 2 + int(math.Round((v-lo)/(hi-lo)*(stripWidth-5))) }
	for i, e := range entries {
		low, high, ok := e.Bounds()
		if !ok {
			continue
		}
		strip := []rune(strings.Repeat("·", stripWidth))
		from, to := at(low), at(high)
		for k := from; k <= to; k++ {
			strip[k] = '━'
		}
		mark := '●'
		if e.Relation == "~" || e.Relation == ">" || e.Relation == "<" {
			mark = '○'
		}
		if from == to {
			strip[from] = mark
		}
		switch e.Open() {
		case "up":
			strip[from+1], strip[from+2] = '─', '▶'
		case "down":
			strip[from-1], strip[from-2] = '─', '◀'
		}
		out[i] = string(strip)
	}
	return out
}
