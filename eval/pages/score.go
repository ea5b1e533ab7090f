package pages

import (
	"regexp"
	"sort"
	"strings"
	"unicode"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"
)

// Miss is one wrong answer, for reading.
type Miss struct {
	Field, ID, Gold, Given string
	Bad                    float64
}

// Figures are percentages by name.
type Figures map[string]float64

// Order is the order in which figures are printed.
var Order = []string{"f1", "p", "r", "perfect", "title", "authors", "author_p", "author_r", "false_authors", "date", "date_p", "date_cov", "time", "zone", "outlets", "lines"}

// Score holds predictions against the gold.
func Score(gold []Gold, pred map[string]Prediction) (Figures, []Miss) {
	out := Figures{}
	var misses []Miss
	scoreBody(gold, pred, out, &misses)
	scoreTitle(gold, pred, out, &misses)
	scoreAuthors(gold, pred, out, &misses)
	scoreDate(gold, pred, out, &misses)
	scoreOutlets(gold, pred, out, &misses)
	scoreLines(gold, pred, out)
	sort.SliceStable(misses, func(i, j int) bool {
		a, b := misses[i], misses[j]
		if a.Field != b.Field {
			return a.Field < b.Field
		}
		if a.Bad != b.Bad {
			return a.Bad > b.Bad
		}
		return a.ID < b.ID
	})
	return out, misses
}

func percent(a, b int) float64 {
	if b == 0 {
		return 0
	}
	return 100 * float64(a) / float64(b)
}

func tokens(s string) []string {
	return strings.FieldsFunc(s, func(r rune) bool { return !(unicode.IsLetter(r) || unicode.IsNumber(r) || r == '_') })
}

func shingles(t []string) map[string]int {
	out := map[string]int{}
	for i := 0; i < max(1, len(t)-3); i++ {
		if s := strings.Join(t[i:min(len(t), i+4)], " "); s != "" {
			out[s]++
		}
	}
	return out
}

func match(gold, pred string) (tp, fp, fn float64) {
	g, p := shingles(tokens(gold)), shingles(tokens(pred))
	for k, a := range g {
		b := p[k]
		tp += float64(min(a, b))
		fp += float64(max(0, b-a))
		fn += float64(max(0, a-b))
	}
	for k, b := range p {
		if g[k] == 0 {
			fp += float64(b)
		}
	}
	if s := tp + fp + fn; s > 0 {
		return tp / s, fp / s, fn / s
	}
	return 0, 0, 0
}

func ratio(hit, miss, other float64) float64 {
	switch {
	case miss == 0 && other == 0:
		return 1
	case hit+miss == 0:
		return 0
	}
	return hit / (hit + miss)
}

func f1(p, r float64) float64 {
	if p+r == 0 {
		return 0
	}
	return 2 * p * r / (p + r)
}

func scoreBody(gold []Gold, pred map[string]Prediction, out Figures, misses *[]Miss) {
	var sumP, sumR float64
	n, nP, nR, perfect := 0, 0, 0, 0
	for _, g := range gold {
		if g.Body == nil {
			continue
		}
		n++
		got := pred[g.ID].Body
		tp, fp, fn := match(*g.Body, got)
		p, r := ratio(tp, fp, fn), ratio(tp, fn, fp)
		if tp+fp > 0 {
			sumP += p
			nP++
		}
		if tp+fn > 0 {
			sumR += r
			nR++
		}
		if strings.Join(tokens(*g.Body), " ") == strings.Join(tokens(got), " ") {
			perfect++
		}
		*misses = append(*misses, Miss{Field: "body", ID: g.ID, Bad: 1 - f1(p, r), Given: "P " + short(p) + " R " + short(r)})
	}
	if n == 0 {
		return
	}
	p, r := sumP/float64(max(nP, 1)), sumR/float64(max(nR, 1))
	out["f1"], out["p"], out["r"], out["perfect"] = 100*f1(p, r), 100*p, 100*r, percent(perfect, n)
}

var notWord = regexp.MustCompile(`[^\pL\pN_]+`)

func fold(s string) string {
	return strings.TrimSpace(notWord.ReplaceAllString(cases.Fold().String(norm.NFKC.String(s)), " "))
}

func scoreTitle(gold []Gold, pred map[string]Prediction, out Figures, misses *[]Miss) {
	n, right := 0, 0
	for _, g := range gold {
		if g.Title == nil {
			continue
		}
		n++
		if fold(*g.Title) == fold(pred[g.ID].Title) {
			right++
		} else {
			*misses = append(*misses, Miss{"title", g.ID, *g.Title, pred[g.ID].Title, 1})
		}
	}
	if n > 0 {
		out["title"] = percent(right, n)
	}
}

var degree = regexp.MustCompile(`(?i)[\s,]+(ph\.?\s?d|m\.?d|r\.?d|m\.?p\.?h|m\.?b\.?a|r\.?n|cfp®?)\.?$`)

func names(list []string) map[string]bool {
	out := map[string]bool{}
	for _, s := range list {
		for at := degree.FindStringIndex(s); at != nil; at = degree.FindStringIndex(s) {
			s = s[:at[0]]
		}
		if s = fold(s); s != "" {
			out[s] = true
		}
	}
	return out
}

func scoreAuthors(gold []Gold, pred map[string]Prediction, out Figures, misses *[]Miss) {
	some, same, none, wrong, tp, gave, there := 0, 0, 0, 0, 0, 0, 0
	for _, g := range gold {
		if g.Authors == nil {
			continue
		}
		want, got := names(*g.Authors), names(pred[g.ID].Authors)
		hit := 0
		for k := range want {
			if got[k] {
				hit++
			}
		}
		tp, gave, there = tp+hit, gave+len(got), there+len(want)
		equal := hit == len(want) && hit == len(got)
		if len(*g.Authors) > 0 {
			some++
			if equal {
				same++
			}
		} else {
			none++
			if len(got) > 0 {
				wrong++
			}
		}
		if !equal {
			*misses = append(*misses, Miss{"authors", g.ID, strings.Join(*g.Authors, "; "), strings.Join(pred[g.ID].Authors, "; "), 1})
		}
	}
	if some > 0 {
		out["authors"] = percent(same, some)
	}
	if some+none > 0 {
		out["author_p"], out["author_r"] = percent(tp, gave), percent(tp, there)
	}
	if none > 0 {
		out["false_authors"] = percent(wrong, none)
	}
}

func scoreLines(gold []Gold, pred map[string]Prediction, out Figures) {
	tp, fp, fn, any := 0, 0, 0, false
	for _, g := range gold {
		if g.Lines == "" {
			continue
		}
		got := pred[g.ID].Lines
		any = any || got != ""
		for i := range g.Lines {
			a, b := g.Lines[i] == '1', i < len(got) && got[i] == '1'
			switch {
			case a && b:
				tp++
			case b:
				fp++
			case a:
				fn++
			}
		}
	}
	if any {
		out["lines"] = 100 * f1(float64(tp)/float64(max(tp+fp, 1)), float64(tp)/float64(max(tp+fn, 1)))
	}
}
