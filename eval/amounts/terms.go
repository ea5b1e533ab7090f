package amounts

import (
	"slices"
	"strconv"
	"strings"

	"github.com/hearsay-news/hearsay/read/amounts"
	"github.com/hearsay-news/hearsay/read/syntax"
	"github.com/hearsay-news/hearsay/text"
)

// newsQuant puts a figure into the set's own terms. It has one change for each figure, in which a direction goes before a bound. Up and down
// are steps to which a word leads ("fell 5 percent"); a movement is told by its value, "from-to", with "=" in nine cases of ten, and so is a
// figure with the word after it ("a 5 percent drop", "34 percent higher"). A fraction's unit is "%" and what it is a part of.
func (r *reading) newsQuant(a *amounts.Amount) Figure {
	num := func(x float64) string { return strconv.FormatFloat(x, 'f', -1, 64) }
	f := Figure{Text: r.text.At(a.Span), Change: "="}
	switch {
	case a.Change != nil && a.Change.From.Known && a.Change.To.Known:
		f.Value = num(a.Change.From.Value) + "-" + num(a.Change.To.Value)
	case a.Low.Known && a.High.Known && a.Low.Value != a.High.Value:
		f.Value = num(a.Low.Value) + "-" + num(a.High.Value)
	case a.Low.Known:
		f.Value = num(a.Low.Value)
	default:
		f.Value = num(a.High.Value)
	}
	switch a.Relation {
	case amounts.About:
		f.Change = "~"
	case amounts.Less, amounts.AtMost:
		f.Change = "<"
	case amounts.More, amounts.AtLeast:
		f.Change = ">"
	}
	if c := a.Change; c != nil && !c.To.Known && !c.From.Known && a.Moved.Start < a.Start {
		f.Change = string(c.Direction)
	}
	f.Unit = unitName(a.Unit)
	switch {
	case a.Kind == amounts.Age:
		f.Unit += " of age"
	case a.Kind == amounts.Count && a.Unit == "":
		f.Unit = "-"
	}
	f.Units = r.units(a)
	f.Concept = r.content(a.Of)
	return f
}

// units are the other ways in which the set may write the unit: with the words before its head noun ("first-team player"), with the
// phrase that restricts it ("snap man coverage"), as it stands in the text ("Americans"), and a fraction by its whole ("% Germans").
func (r *reading) units(a *amounts.Amount) []string {
	of, scope := r.content(a.Of), r.content(a.Scope)
	if a.Unit == "fraction" {
		return []string{"-", "% -", "% " + strings.Join(of, " "), "% " + strings.ToLower(strings.Join(r.plain(a.Of), " "))}
	}
	if a.Unit == "" {
		return nil
	}
	var list []string
	if n := len(of); n > 0 && a.Kind.Counts() {
		of[n-1] = strings.ToLower(a.Unit)
		list = append(list, strings.Join(of, " "), strings.Join(append(slices.Clip(of), scope...), " "), strings.ToLower(strings.Join(r.plain(a.Of), " ")))
	} else if n > 0 {
		list = append(list, unitName(a.Unit)+" of "+strings.Join(of, " "), unitName(a.Unit)+" "+strings.Join(of, " "))
	}
	return list
}

// words are the words of a place with what they are; glued tokens are one word, "first-team".
func (r *reading) words(s text.Span, word func(surface, lemma string, pos syntax.UPOS)) {
	for i := range r.sentences {
		if !r.sentences[i].Contains(s) || s.Empty() {
			continue
		}
		tokens := r.sentences[i].Tokens
		for j := 0; j < len(tokens); {
			first, end := j, tokens[j].End
			for j++; j < len(tokens) && tokens[j].Start == end && tokens[j].End <= s.End && tokens[j].UPOS != syntax.PART; j++ {
				end = tokens[j].End
			}
			if tokens[first].Start < s.Start || end > s.End {
				continue
			}
			surface := r.text.At(text.Span{Start: tokens[first].Start, End: end})
			if j == first+1 {
				word(surface, tokens[first].Lemma, tokens[first].UPOS)
			} else {
				word(surface, surface, syntax.NOUN)
			}
		}
	}
}

// content are the lemmas of the words that carry meaning.
func (r *reading) content(s text.Span) []string {
	var out []string
	r.words(s, func(_, lemma string, pos syntax.UPOS) {
		switch pos {
		case syntax.ADJ, syntax.ADV, syntax.NOUN, syntax.PROPN, syntax.NUM, syntax.VERB, syntax.X, syntax.SYM:
			out = append(out, strings.ToLower(lemma))
		}
	})
	return out
}

// plain are the same words as they stand in the text.
func (r *reading) plain(s text.Span) []string {
	var out []string
	r.words(s, func(surface, _ string, pos syntax.UPOS) {
		if pos != syntax.DET && pos != syntax.ADP {
			out = append(out, surface)
		}
	})
	return out
}

// names is how the sets write units whose name differs here.
var names = map[string]string{"percent": "percentage", "USD": "dollar", "EUR": "euro", "GBP": "pound sterling", "JPY": "japanese yen",
	"AUD": "australian dollar",
	"HKD": "hong kong dollar", "ILS": "shekel", "MYR": "malaysian ringgit", "DKK": "danish krone", "HRK": "croatian kuna", "degree Celsius": "celsius",
	"degree Fahrenheit": "fahrenheit", "person": "people", "pound": "pound-mass", "revolution per minute": "revolutions per minute",
	"part per billion": "parts-per-billion", "ampere hour": "ampere-hour", "milliampere hour": "milliampere-hour", "time": "count"}

// alike are units that a set writes in two ways.
var alike = map[string]string{"foot pound-force": "pound-foot", "united states dollar": "dollar"}

func unitName(u string) string {
	head, per, ok := strings.Cut(u, " per ")
	if n, known := names[u]; known {
		return n
	}
	if n, known := names[head]; known {
		head = n
	}
	if ok {
		return head + " per " + per
	}
	return head
}

func sameUnit(g, p Figure) bool {
	a := strings.ToLower(g.Unit)
	if head, per, ok := strings.Cut(a, " per "); ok && alike[head] != "" {
		a = alike[head] + " per " + per
	} else if alike[a] != "" {
		a = alike[a]
	}
	if a == strings.ToLower(p.Unit) {
		return true
	}
	if strings.HasPrefix(a, "cent") && strings.HasPrefix(p.Unit, "dollar") || a == "sen" && p.Unit == "malaysian ringgit" {
		return true // a subunit is its currency's hundredth; the value has been compared as such
	}
	for _, u := range p.Units {
		if a == u || u != "" && strings.HasPrefix(a, u+" ") && !strings.HasPrefix(u, "%") && u != "-" {
			return true
		}
	}
	return false
}

// concept splits a gold concept into its words. "-" is none.
func concept(s string) []string {
	return strings.FieldsFunc(strings.ToLower(s), func(c rune) bool { return c == ' ' || c == ',' || c == '-' })
}

// sameConcept says whether some, and whether all, words of a concept were found; both for none in either.
func sameConcept(gold, pred []string) (partial, complete int) {
	match := 0
	for _, g := range gold {
		if slices.ContainsFunc(pred, func(p string) bool { return p == g || strings.HasPrefix(g, p) && len(g) <= len(p)+3 }) {
			match++
		}
	}
	if match > 0 || len(gold)+len(pred) == 0 {
		partial = 1
	}
	if match == len(gold) && len(pred) <= len(gold) {
		complete = 1
	}
	return partial, complete
}

func sameValue(g, p string) bool {
	if g == p {
		return true
	}
	a, b := numbers(g), numbers(p)
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if diff := a[i] - b[i]; diff > 1e-6*(1+abs(a[i])) || -diff > 1e-6*(1+abs(a[i])) {
			// cents are given as they stand
			if d := a[i] - 100*b[i]; d > 1e-6*(1+abs(a[i])) || -d > 1e-6*(1+abs(a[i])) || b[i] >= 1 {
				return false
			}
		}
	}
	return true
}

func abs(x float64) float64 {
	if x < 0 {
		return -x
	}
	return x
}

func numbers(s string) []float64 {
	if n, err := strconv.ParseFloat(s, 64); err == nil {
		return []float64{n}
	}
	a, b, _ := strings.Cut(strings.TrimSpace(s), "-")
	x, err1 := strconv.ParseFloat(strings.TrimSpace(a), 64)
	y, err2 := strconv.ParseFloat(strings.TrimSpace(b), 64)
	if err1 != nil || err2 != nil {
		return nil
	}
	return []float64{x, y}
}
