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

// quantity is one of quantulum3's.
type quantity struct {
	Value      float64
	Unit, Text string
	Start, End int
}

// Quantulum measures on quantulum3's cases. A figure is right when it overlaps the gold one and has its value (the middle of a range)
// and, where gold has a unit, its unit. Left out is what both count differently by intention: years, which are dates here; numbers in
// names ("Voyager 2"), which count nothing; dozens and grosses as units, which are 12 and 144 of something.
func Quantulum(file string) (Result, error) {
	var r Result
	err := lines.JSON(file, func(o struct {
		ID, Text string
		Quantity []quantity
	}) {
		r.Sentences++
		read := sentence(o.ID, o.Text)
		c := quantulumCase{text: read.text, found: read.found, points: text.NewPoints(read.text), used: map[int]bool{}}
		for _, q := range o.Quantity {
			if countedOtherwise(o.Text, q) {
				r.Pred -= c.aside(q)
				continue
			}
			r.Gold++
			c.take(&r, q)
		}
		c.spurious(&r)
		if len(c.wrong) == 0 {
			r.Exact++
			return
		}
		line := o.Text
		for _, w := range c.wrong {
			line += "\n    " + w
		}
		r.Errors = append(r.Errors, line)
	})
	return r, err
}

// countedOtherwise says whether a quantity is one that both count differently by intention.
func countedOtherwise(sentence string, q quantity) bool {
	switch q.Unit {
	case "dozen", "baker's dozen", "gross":
		return true
	case "dimensionless":
		return q.Value >= 1900 && q.Value <= 2100 || named(sentence, q.Start)
	}
	return false
}

// quantulumCase is one sentence with what was found in it.
type quantulumCase struct {
	text   text.Text
	found  []amounts.Amount
	points *text.Points
	used   map[int]bool
	wrong  []string
}

// aside takes what was found at a quantity that is left out, and says how many that are.
func (c *quantulumCase) aside(q quantity) (n int) {
	for i, a := range c.found {
		if s := c.points.Span(a.Span); s.Start < q.End && q.Start < s.End {
			c.used[i] = true
			n++
		}
	}
	return n
}

// take holds a quantity against the first figure that overlaps it.
func (c *quantulumCase) take(r *Result, q quantity) {
	got := "nothing"
	for i, a := range c.found {
		s := c.points.Span(a.Span)
		if c.used[i] || a.Relation == amounts.NoRelation || s.Start >= q.End || s.End <= q.Start {
			continue
		}
		got = show(Figure{Value: middle(a), Unit: a.Unit, Text: c.text.At(a.Span)})
		c.used[i] = true
		value, unit := sameQuantity(a, q)
		if value {
			r.Value++
		}
		if value && unit {
			r.Unit++
			return
		}
		break
	}
	c.wrong = append(c.wrong, "want "+strconv.FormatFloat(q.Value, 'g', -1, 64)+" "+q.Unit+" «"+q.Text+"» got "+got)
}

// sameQuantity says whether a figure has the value and the unit of a quantity.
func sameQuantity(a amounts.Amount, q quantity) (value, unit bool) {
	v, _ := strconv.ParseFloat(middle(a), 64)
	coin := subunits[q.Unit] != 0 && a.Kind == amounts.Money
	if coin {
		v *= subunits[q.Unit] // a cent is a hundredth of its currency here
	}
	value = math.Abs(v-q.Value) <= 1e-4*math.Max(math.Abs(v), 1e-9)
	return value, q.Unit == "dimensionless" || strings.EqualFold(quantulumUnit(a), q.Unit) || coin
}

// spurious counts what was found, and tells what no quantity stands for.
func (c *quantulumCase) spurious(r *Result) {
	for i, a := range c.found {
		if a.Relation == amounts.NoRelation {
			continue
		}
		r.Pred++
		if !c.used[i] {
			c.wrong = append(c.wrong, "SPUR "+c.text.At(a.Span)+" "+a.Unit)
		}
	}
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
