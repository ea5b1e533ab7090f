package amounts

import (
	"math"
	"strconv"
	"strings"

	"github.com/hearsay-news/hearsay/internal/lines"
	"github.com/hearsay-news/hearsay/read/amounts"
	"github.com/hearsay-news/hearsay/text"
)

// span is one quantity of a gold set that has places.
type span struct {
	Start, End int
	Text, Type string
	Resolution struct{ Value, Unit string }
}

// Recognizers measures on the cases of Recognizers-Text for ages, currencies, dimensions, temperatures and percentages. A figure is right when
// it overlaps the gold one and has its value; cents are a hundredth of their currency here. Bare numbers, ordinals and queries ("between
// 3 and 5") are no figures of a news text and are left out, as are quantities without a number ("dollars").
func Recognizers(file string) (Result, error) {
	var r Result
	err := lines.JSON(file, func(o struct {
		ID, Text string
		Quantity []span
	}) {
		switch model, _, _ := strings.Cut(o.ID, "/"); model {
		case "AgeModel", "CurrencyModel", "DimensionModel", "TemperatureModel", "PercentModel":
		default:
			return
		}
		r.Sentences++
		read := sentence(o.ID, o.Text)
		points := text.NewPoints(read.text)
		for _, q := range o.Quantity {
			want, err := strconv.ParseFloat(strings.TrimSuffix(q.Resolution.Value, "%"), 64)
			if err != nil {
				continue
			}
			r.Gold++
			got := "nothing"
			for i := range read.found {
				a := &read.found[i]
				s := points.Span(a.Span)
				if a.Relation == amounts.NoRelation || s.Start >= q.End || s.End <= q.Start {
					continue
				}
				got = middle(*a) + " " + a.Unit
				v, _ := strconv.ParseFloat(middle(*a), 64)
				if near(v, want) || a.Kind == amounts.Money && near(100*v, want) {
					r.Value++
					got = ""
					break
				}
			}
			if got != "" {
				r.Errors = append(r.Errors, o.Text+"\n    want "+q.Resolution.Value+" "+q.Resolution.Unit+" «"+q.Text+"» got "+got)
			}
		}
	})
	return r, err
}

func near(v, want float64) bool { return math.Abs(v-want) <= 1e-6*math.Max(1, math.Abs(want)) }

// Meantime measures on the values of MEANTIME (sums, percentages, counts) by overlap of places. Ages and durations are no values there,
// and neither are directions without a number.
func Meantime(file string) (Result, error) {
	var r Result
	err := lines.JSON(file, func(o struct {
		ID, Text string
		Scope    [2]int
		Value    []span
	}) {
		r.Sentences++
		read := sentence(o.ID, o.Text)
		points := text.NewPoints(read.text)
		used := make([]bool, len(o.Value))
		r.Gold += len(o.Value)
		for i := range read.found {
			a := &read.found[i]
			s := points.Span(a.Span)
			if a.Relation == amounts.NoRelation || a.Kind == amounts.Age || a.Kind == amounts.Duration || s.Start < o.Scope[0] || s.End > o.Scope[1] {
				continue
			}
			r.Pred++
			right := false
			for j, v := range o.Value {
				if !used[j] && s.Start < v.End && v.Start < s.End {
					used[j], right = true, true
					r.Value++
					break
				}
			}
			if !right {
				r.Errors = append(r.Errors, "SPUR "+read.text.At(a.Span)+" "+a.Unit)
			}
		}
		for j, v := range o.Value {
			if !used[j] {
				r.Errors = append(r.Errors, "MISS "+v.Text)
			}
		}
	})
	return r, err
}
