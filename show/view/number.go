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
	if math.Abs(v) >= 1 {
		v = math.Round(v*100) / 100 // two thirds of a hundred is 66.67
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
	case low.Known && (relation == amounts.More || relation == amounts.AtLeast):
		high = low // a share is closed at 100 by what it is, not by what is said
	case high.Known && (relation == amounts.Less || relation == amounts.AtMost):
		low = high
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

// WithUnit adds a unit to written bounds: "40 percent", "USD 3,000,000", "USD 3 per share", "900 lorries".
func WithUnit(words, unit string) string {
	head, per := unit, ""
	if i := strings.Index(unit, " per "); i > 0 {
		head, per = unit[:i], unit[i:]
	}
	switch {
	case unit == "" || words == "no number":
		return words
	case currency(head):
		return head + " " + words + per
	case words == "1" || head == "percent" || head == "fraction":
		return words + " " + unit
	}
	return words + " " + many(head) + per
}

func currency(unit string) bool { return len(unit) == 3 && strings.ToUpper(unit) == unit }

// plurals are nouns that make theirs in a way of their own.
var plurals = map[string]string{"foot": "feet", "person": "people", "child": "children", "life": "lives", "wife": "wives", "half": "halves", "man": "men",
	"people": "people", "police": "police", "personnel": "personnel", "staff": "staff", "crew": "crew", "aircraft": "aircraft", "hertz": "hertz", "fish": "fish",
	"sheep": "sheep", "cattle": "cattle", "series": "series", "headquarters": "headquarters", "dead": "dead"}

// many returns the plural of a unit: of "square mile", "square miles"; of "degree Celsius", "degrees Celsius".
func many(unit string) string {
	before, word, after := "", unit, ""
	if i := strings.Index(word, " of "); i > 0 {
		word, after = word[:i], word[i:]
	}
	if rest, ok := strings.CutPrefix(word, "degree "); ok {
		word, after = "degree", " "+rest+after
	} else if i := strings.LastIndexAny(word, " -"); i >= 0 {
		before, word = word[:i+1], word[i+1:]
	}
	switch {
	case plurals[word] != "":
		word = plurals[word]
	case strings.HasSuffix(word, "man") && !strings.HasSuffix(word, "human") && !strings.HasSuffix(word, "german"):
		word = word[:len(word)-2] + "en"
	case strings.HasSuffix(word, "y") && !strings.HasSuffix(word, "ay") && !strings.HasSuffix(word, "ey") && !strings.HasSuffix(word, "oy"):
		word = word[:len(word)-1] + "ies"
	case strings.HasSuffix(word, "s") || strings.HasSuffix(word, "x") || strings.HasSuffix(word, "ch") || strings.HasSuffix(word, "sh"):
		word += "es"
	default:
		word += "s"
	}
	return before + word + after
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
