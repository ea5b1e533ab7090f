package view

import (
	"math"
	"strconv"
	"strings"

	"github.com/hearsay-news/hearsay/read/amounts"
)

// NumberWords writes a number for people: 8200 is "8,200", 0.5 is "0.5".
func NumberWords(v float64) string {
	if math.Abs(v) >= 1e15 || (v != 0 && math.Abs(v) < 1e-4) || math.IsInf(v, 0) || math.IsNaN(v) {
		return strconv.FormatFloat(v, 'g', 6, 64)
	}
	s := strconv.FormatFloat(v, 'f', -1, 64)
	whole, fraction, _ := strings.Cut(s, ".")
	sign := ""
	if strings.HasPrefix(whole, "-") {
		sign, whole = "−", whole[1:]
	}
	var b strings.Builder
	b.WriteString(sign)
	for i, c := range whole {
		if i > 0 && (len(whole)-i)%3 == 0 {
			b.WriteByte(',')
		}
		b.WriteRune(c)
	}
	if fraction != "" {
		b.WriteByte('.')
		b.WriteString(fraction)
	}
	return b.String()
}

// AmountWords writes the bounds of an amount for people: "more than 40", "about 9", "100–1,000".
func AmountWords(low, high amounts.Number, relation amounts.Relation) string {
	switch {
	case !low.Known && !high.Known:
		return "no number"
	case low.Known && high.Known && low.Value != high.Value:
		words := NumberWords(low.Value) + "–" + NumberWords(high.Value)
		if relation == amounts.About {
			words = "about " + words
		}
		return words
	}
	n := low
	if !n.Known {
		n = high
	}
	words := NumberWords(n.Value)
	switch relation {
	case amounts.About:
		return "about " + words
	case amounts.More:
		return "more than " + words
	case amounts.AtLeast:
		return "at least " + words
	case amounts.Less:
		return "less than " + words
	case amounts.AtMost:
		return "at most " + words
	}
	return words
}

// WithUnit adds a unit to written bounds: "40 percent", "USD 3,000,000". A counted noun says nothing that the row does not say.
func WithUnit(words, unit string) string {
	switch {
	case unit == "":
		return words
	case len(unit) == 3 && strings.ToUpper(unit) == unit:
		return unit + " " + words
	}
	return words + " " + unit
}

// Share writes a confidence as a percentage.
func Share(c float64) string { return strconv.Itoa(int(math.Round(c*100))) + " %" }

func numberOrNil(n amounts.Number) *float64 {
	if !n.Known || math.IsInf(n.Value, 0) || math.IsNaN(n.Value) {
		return nil
	}
	v := n.Value
	return &v
}
