// Package times measures read/times by the rules of TempEval-3.
//
//	gold  [Friday] DATE 2019-05-10     found  [last Friday] DATE 2019-05-10
//
// is no strict match (other extent), a relaxed one (they overlap), right in type and value.
package times

import (
	"math"
	"regexp"
	"sort"
	"strconv"
	"strings"
)

// Timex is one expression, by code points.
type Timex struct {
	Start  int    `json:"start"`
	End    int    `json:"end"`
	Type   string `json:"type"`
	Value  string `json:"value"`
	Text   string `json:"text"`
	Ignore bool   `json:"ignore"` // a dateline that is not counted
}

// Document is one text with its gold expressions.
type Document struct {
	ID    string  `json:"id"`
	DCT   string  `json:"dct"`
	Text  string  `json:"text"`
	Timex []Timex `json:"timex"`
	Scope []int   `json:"scope"` // the part that was annotated
}

// Counts are what a run found; the F1 of each is Figure.
type Counts struct {
	Gold, Pred                                         int
	Relaxed, Strict, Type, Value, Lenient, StrictValue int
	Errors                                             []string
}

// F1 of a count of right ones, in percent.
func (c Counts) F1(right int) float64 {
	if c.Gold == 0 || c.Pred == 0 || right == 0 {
		return 0
	}
	p, r := float64(right)/float64(c.Pred), float64(right)/float64(c.Gold)
	return 100 * 2 * p * r / (p + r)
}

// Add counts one document.
func (c *Counts) Add(doc Document, found []Timex) {
	var gold, ignored []Timex
	for _, g := range doc.Timex {
		if g.End <= g.Start || len(doc.Scope) == 2 && (g.Start < doc.Scope[0] || g.Start >= doc.Scope[1]) {
			continue
		}
		if g.Ignore {
			ignored = append(ignored, g)
			continue
		}
		gold = append(gold, g)
	}
	var pred []Timex
	for _, p := range found {
		if len(doc.Scope) == 2 && (p.Start < doc.Scope[0] || p.Start >= doc.Scope[1]) {
			continue
		}
		if touches(p, ignored) && !touches(p, gold) {
			continue
		}
		pred = append(pred, p)
	}
	byPlace := func(l []Timex) func(i, j int) bool {
		return func(i, j int) bool {
			if l[i].Start != l[j].Start {
				return l[i].Start < l[j].Start
			}
			return l[i].End < l[j].End
		}
	}
	sort.SliceStable(gold, byPlace(gold))
	sort.SliceStable(pred, byPlace(pred))
	c.Gold += len(gold)
	c.Pred += len(pred)
	for _, pair := range align(gold, pred) {
		g, p := gold[pair[0]], pred[pair[1]]
		c.Relaxed++
		strict := g.Start == p.Start && g.End == p.End
		if strict {
			c.Strict++
		}
		if g.Type == p.Type {
			c.Type++
		}
		if g.Value == p.Value {
			c.Value++
			if strict {
				c.StrictValue++
			}
		}
		if canonical(g.Value) == canonical(p.Value) {
			c.Lenient++
		}
	}
}

func touches(x Timex, list []Timex) bool {
	for _, y := range list {
		if x.Start < y.End && y.Start < x.End {
			return true
		}
	}
	return false
}

// align pairs one to one: equal extents first, then the largest overlap.
func align(gold, pred []Timex) [][2]int {
	var pairs [][2]int
	usedG, usedP := make([]bool, len(gold)), make([]bool, len(pred))
	for i, g := range gold {
		for j, p := range pred {
			if !usedP[j] && g.Start == p.Start && g.End == p.End {
				pairs = append(pairs, [2]int{i, j})
				usedG[i], usedP[j] = true, true
				break
			}
		}
	}
	type overlap struct{ size, i, j int }
	var all []overlap
	for i, g := range gold {
		for j, p := range pred {
			if size := min(g.End, p.End) - max(g.Start, p.Start); !usedG[i] && !usedP[j] && size > 0 {
				all = append(all, overlap{size, i, j})
			}
		}
	}
	sort.SliceStable(all, func(a, b int) bool {
		if all[a].size != all[b].size {
			return all[a].size > all[b].size
		}
		if all[a].i != all[b].i {
			return all[a].i < all[b].i
		}
		return all[a].j < all[b].j
	})
	for _, o := range all {
		if !usedG[o.i] && !usedP[o.j] {
			pairs = append(pairs, [2]int{o.i, o.j})
			usedG[o.i], usedP[o.j] = true, true
		}
	}
	return pairs
}

var (
	periodShape = regexp.MustCompile(`^P(T?)(\d+(?:\.\d+)?)(DE|CE|ML|[YMWDHSQ])$`)
	openTail    = regexp.MustCompile(`(-XX)+$`)
	fullMinute  = regexp.MustCompile(`T(\d\d:\d\d):00$`)
)

// canonical writes values that mean the same in one way: P12M = P1Y, P7D = P1W, PT24H = P1D.
func canonical(v string) string {
	v = strings.ReplaceAll(strings.ToUpper(strings.TrimSpace(v)), " ", "T")
	if m := periodShape.FindStringSubmatch(v); m != nil {
		n, _ := strconv.ParseFloat(m[2], 64)
		clock, u := m[1] != "", m[3]
		factor := map[string]struct {
			base string
			k    float64
		}{"Y": {"M", 12}, "DE": {"M", 120}, "CE": {"M", 1200}, "ML": {"M", 12000}, "Q": {"M", 3}, "W": {"D", 7}}
		if f, ok := factor[u]; ok && !clock {
			return "P" + general(n*f.k) + f.base
		}
		switch {
		case !clock:
			return "P" + general(n) + u
		case u == "H" && math.Mod(n, 24) == 0:
			return "P" + general(n/24) + "D"
		case u == "H":
			return "PT" + general(n*60) + "M"
		}
		return "PT" + general(n) + u
	}
	v = openTail.ReplaceAllString(v, "")
	return fullMinute.ReplaceAllString(v, "T$1")
}

// general writes a number with six digits at most, as printf's %g does.
func general(n float64) string { return strconv.FormatFloat(n, 'g', 6, 64) }
