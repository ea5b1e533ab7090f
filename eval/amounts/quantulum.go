package amounts

import (
	"math"
	"strconv"
	"strings"
	"unicode"

	"github.com/hearsay-news/hearsay/internal/lines"
	"github.com/hearsay-news/hearsay/read/amounts"
	"github.com/hearsay-news/hearsay/text"
)

// Quantulum measures on quantulum3's cases. A figure is right when it overlaps the gold one and has its value (the middle of a range)
// and, where gold has a unit, its unit. Left out is what both count differently by intention: years, which are dates here; numbers in
// names ("Voyager 2"), which count nothing; dozens and grosses as units, which are 12 and 144 of something.
func Quantulum(file string) (Result, error) {
	var r Result
	err := lines.JSON(file, func(o struct {
		ID, Text string
		Quantity []struct {
			Value      float64
			Unit, Text string
			Start, End int
		}
	}) {
		r.Sentences++
		read := sentence(o.ID, o.Text)
		found, t := read.found, read.text
		points := text.NewPoints(t)
		var wrong []string
		used := map[int]bool{}
		for _, q := range o.Quantity {
			bare := q.Unit == "dimensionless"
			if bare && (q.Value >= 1900 && q.Value <= 2100 || named(o.Text, q.Start)) || q.Unit == "dozen" || q.Unit == "baker's dozen" || q.Unit == "gross" {
				for i, a := range found {
					if s := points.Span(a.Span); s.Start < q.End && q.Start < s.End {
						used[i] = true
						r.Pred--
					}
				}
				continue
			}
			r.Gold++
			got := "nothing"
			ok := false
			for i, a := range found {
				s := points.Span(a.Span)
				if used[i] || a.Relation == amounts.NoRelation || s.Start >= q.End || s.End <= q.Start {
					continue
				}
				got = show(Figure{Value: middle(a), Unit: a.Unit, Text: t.At(a.Span)})
				v, _ := strconv.ParseFloat(middle(a), 64)
				if k, ok := subunits[q.Unit]; ok && a.Kind == amounts.Money {
					v *= k // a cent is a hundredth of its currency here
				}
				value := math.Abs(v-q.Value) <= 1e-4*math.Max(math.Abs(v), 1e-9)
				unit := q.Unit == "dimensionless" || strings.EqualFold(quantulumUnit(a), q.Unit) || subunits[q.Unit] != 0 && a.Kind == amounts.Money
				if value {
					r.Value++
				}
				if value && unit {
					r.Unit++
					ok = true
				}
				used[i] = true
				break
			}
			if !ok {
				wrong = append(wrong, "want "+strconv.FormatFloat(q.Value, 'g', -1, 64)+" "+q.Unit+" «"+q.Text+"» got "+got)
			}
		}
		for i, a := range found {
			if a.Relation == amounts.NoRelation {
				continue
			}
			r.Pred++
			if !used[i] {
				wrong = append(wrong, "SPUR "+t.At(a.Span)+" "+a.Unit)
			}
		}
		if len(wrong) == 0 {
			r.Exact++
		} else {
			line := o.Text
			for _, w := range wrong {
				line += "\n    " + w
			}
			r.Errors = append(r.Errors, line)
		}
	})
	return r, err
}

// named says whether the word before an offset is written like a name.
func named(s string, at int) bool {
	points := []rune(s)
	words := strings.Fields(string(points[:at]))
	if len(words) < 2 {
		return len(words) == 1 && at > 0 && unicode.IsUpper([]rune(words[0])[0])
	}
	last := []rune(words[len(words)-1])
	return unicode.IsUpper(last[0]) || unicode.IsDigit(last[len(last)-1])
}

var subunits = map[string]float64{"cent": 100, "penny": 100, "dime": 10}

func middle(a amounts.Amount) string {
	v := a.Low.Value
	switch {
	case a.Change != nil && a.Change.From.Known && a.Change.To.Known:
		v = (a.Change.From.Value + a.Change.To.Value) / 2
	case a.Low.Known && a.High.Known:
		v = (a.Low.Value + a.High.Value) / 2
	case a.High.Known:
		v = a.High.Value
	}
	return strconv.FormatFloat(v, 'g', -1, 64)
}

func quantulumUnit(a amounts.Amount) string {
	switch a.Unit {
	case "degree Celsius", "kelvin":
		return a.Unit
	case "degree Fahrenheit":
		return "degree fahrenheit"
	case "millilitre":
		return "cubic centimetre"
	}
	return unitName(a.Unit)
}
