// Package amounts measures read/amounts: on NewsQuant by value, unit and change, on quantulum3's cases by span, value and unit.
//
//	"rose nearly 2 percent to $7"   gold {up, 2, percentage} {=, 7, dollar}
//
// A figure counts as found when the sentence's gold holds one with an equal value; each gold figure is used once.
package amounts

import (
	"bufio"
	"encoding/json"
	"os"
	"strconv"
	"strings"

	"github.com/hearsay-news/hearsay/gather"
	"github.com/hearsay-news/hearsay/read/amounts"
	"github.com/hearsay-news/hearsay/read/page"
	"github.com/hearsay-news/hearsay/read/syntax"
	"github.com/hearsay-news/hearsay/read/times"
	"github.com/hearsay-news/hearsay/text"
)

// Figure is one quantity in the terms of a gold set.
type Figure struct {
	Value  string
	Unit   string
	Phrase string // the unit with what stands before its head noun
	Change string
	Text   string
}

// Result is what a run counted, with one line for each error.
type Result struct {
	Gold, Pred          int
	Value, Unit, Change int
	Exact               int // quantulum3: sentences with every figure right
	Sentences           int
	Errors              []string
}

// F1 of a count of right ones.
func (r Result) F1(right int) float64 {
	if r.Gold+r.Pred == 0 {
		return 0
	}
	return 200 * float64(right) / float64(r.Gold+r.Pred)
}

// sentence reads a bare sentence as an article of one line.
func sentence(id, s string) ([]amounts.Amount, text.Text) {
	p := page.Read(gather.Page{ID: id, Bytes: []byte(s), Form: gather.Article, Charset: "utf-8"})
	sentences := syntax.Read(p.Text, p.Blocks)
	when := times.Find(p.Text, p.Blocks, sentences, times.Interval{})
	return amounts.Find(p.Text, p.Blocks, sentences, when), p.Text
}

// NewsQuant measures on a file of the NewsQuant kind.
func NewsQuant(file string) (Result, error) {
	f, err := os.Open(file)
	if err != nil {
		return Result{}, err
	}
	defer f.Close()
	var r Result
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<22)
	for lines.Scan() {
		var o struct {
			ID, Text string
			Quantity []struct {
				Change string `json:"change"`
				Value  string `json:"value"`
				Unit   string `json:"unit"`
				Normal string `json:"normalized_unit"`
			}
		}
		if err := json.Unmarshal(lines.Bytes(), &o); err != nil {
			return r, err
		}
		r.Sentences++
		found, t := sentence(o.ID, o.Text)
		var pred []Figure
		for _, a := range found {
			if a.Relation == amounts.NoRelation {
				continue
			}
			pred = append(pred, newsQuant(a, t))
		}
		var gold []Figure
		for _, q := range o.Quantity {
			gold = append(gold, Figure{Value: q.Value, Unit: q.Normal, Change: q.Change, Text: q.Unit})
		}
		r.compare(o.ID+" "+o.Text, gold, pred)
	}
	return r, lines.Err()
}

func (r *Result) compare(name string, gold, pred []Figure) {
	r.Gold += len(gold)
	r.Pred += len(pred)
	used := make([]int, len(gold))
	for i := range used {
		used[i] = -1
	}
	pair := func(same func(g, p Figure) bool, done []bool) {
		for j, p := range pred {
			if done[j] {
				continue
			}
			for i, g := range gold {
				if used[i] < 0 && same(g, p) {
					used[i], done[j] = j, true
					break
				}
			}
		}
	}
	done := make([]bool, len(pred))
	pair(func(g, p Figure) bool { return sameValue(g.Value, p.Value) && sameUnit(g, p) && g.Change == p.Change }, done)
	pair(func(g, p Figure) bool { return sameValue(g.Value, p.Value) && sameUnit(g, p) }, done)
	pair(func(g, p Figure) bool { return sameValue(g.Value, p.Value) }, done)
	var wrong []string
	for i, g := range gold {
		if used[i] < 0 {
			wrong = append(wrong, "MISS "+show(g))
			continue
		}
		p := pred[used[i]]
		r.Value++
		if sameUnit(g, p) {
			r.Unit++
		} else {
			wrong = append(wrong, "UNIT "+show(g)+" got "+show(p))
		}
		if g.Change == p.Change {
			r.Change++
		} else {
			wrong = append(wrong, "CHANGE "+show(g)+" got "+show(p))
		}
	}
	for j, p := range pred {
		if !done[j] {
			wrong = append(wrong, "SPUR "+show(p))
		}
	}
	if len(wrong) == 0 {
		r.Exact++
	} else {
		r.Errors = append(r.Errors, name+"\n    "+strings.Join(wrong, "\n    "))
	}
}

func show(f Figure) string { return f.Change + " " + f.Value + " [" + f.Unit + "] " + f.Text }

// newsQuant puts a figure into the set's own terms.
func newsQuant(a amounts.Amount, t text.Text) Figure {
	num := func(x float64) string { return strconv.FormatFloat(x, 'f', -1, 64) }
	f := Figure{Text: t.At(a.Span), Change: "="}
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
	if a.Change != nil && a.Change.To.Known == a.Change.From.Known {
		f.Change = string(a.Change.Direction)
	}
	f.Unit = unitName(a.Unit)
	if a.Kind == amounts.Age {
		f.Unit += " of age"
	}
	if !a.Of.Empty() && a.Unit != "" {
		words := strings.Fields(strings.ToLower(t.At(a.Of)))
		if len(words) > 1 {
			f.Phrase = strings.Join(append(words[:len(words)-1:len(words)-1], a.Unit), " ")
		}
	}
	if a.Kind == amounts.Count && a.Unit == "" {
		f.Unit = "-"
	}
	return f
}

var names = map[string]string{"percent": "percentage", "USD": "dollar", "EUR": "euro", "GBP": "pound sterling", "JPY": "japanese yen", "AUD": "australian dollar",
	"HKD": "hong kong dollar", "ILS": "shekel", "MYR": "malaysian ringgit", "DKK": "danish krone", "degree Celsius": "celsius", "degree Fahrenheit": "fahrenheit",
	"person": "people", "pound": "pound-mass", "revolution per minute": "revolutions per minute", "part per billion": "parts-per-billion",
	"ampere hour": "ampere-hour", "milliampere hour": "milliampere-hour"}

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
	if a == strings.ToLower(p.Unit) || a == p.Phrase {
		return true
	}
	if strings.HasPrefix(a, "cent") && strings.HasPrefix(p.Unit, "dollar") || a == "sen" && p.Unit == "malaysian ringgit" {
		return true // a subunit is its currency's hundredth; the value has been compared as such
	}
	if p.Phrase != "" && strings.HasPrefix(a, p.Phrase+" ") || p.Unit == "fraction" && (a == "-" || a == "% -") {
		return true
	}
	return false
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
