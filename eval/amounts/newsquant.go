// Package amounts measures read/amounts: on NewsQuant by value, unit and change, on quantulum3's cases by span, value and unit.
//
//	"rose nearly 2 percent to $7"   gold {up, 2, percentage} {=, 7, dollar}
//
// A figure counts as found when the sentence's gold holds one with an equal value; each gold figure is used once.
package amounts

import (
	"strings"

	"github.com/hearsay-news/hearsay/gather"
	"github.com/hearsay-news/hearsay/internal/lines"
	"github.com/hearsay-news/hearsay/lang/en"
	"github.com/hearsay-news/hearsay/read/amounts"
	"github.com/hearsay-news/hearsay/read/page"
	"github.com/hearsay-news/hearsay/read/syntax"
	"github.com/hearsay-news/hearsay/read/times"
	"github.com/hearsay-news/hearsay/text"
)

// Figure is one quantity in the terms of a gold set.
type Figure struct {
	Value   string
	Unit    string
	Units   []string // other ways in which the set writes the same unit
	Change  string
	Concept []string // what it is about, words that carry meaning
	Text    string
}

// Result is what a run counted, with one line for each error.
type Result struct {
	Gold, Pred          int
	Value, Unit, Change int
	Partial, Complete   int // concept: some words right, all words right
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

// reading is one sentence with its figures.
type reading struct {
	text      text.Text
	sentences []syntax.Sentence
	found     []amounts.Amount
}

// sentence reads a bare sentence as an article of one line.
func sentence(id, s string) reading {
	p := page.Read(en.Language, gather.Page{ID: id, Bytes: []byte(s), Form: gather.Article, Charset: "utf-8"})
	sentences := syntax.Read(en.Language, p.Text, p.Blocks)
	when := times.Find(en.Language, p.Text, p.Blocks, sentences, times.Interval{})
	return reading{p.Text, sentences, amounts.Find(en.Language, p.Text, p.Blocks, sentences, when)}
}

// NewsQuant measures on a file of the NewsQuant kind.
func NewsQuant(file string) (Result, error) {
	var r Result
	err := lines.JSON(file, func(o struct {
		ID, Text string
		Quantity []struct {
			Change string `json:"change"`
			Value  string `json:"value"`
			Unit   string `json:"unit"`
			Normal string `json:"normalized_unit"`
			About  string `json:"referred_concepts"`
		}
	}) {
		r.Sentences++
		read := sentence(o.ID, o.Text)
		var pred []Figure
		for i := range read.found {
			if read.found[i].Relation != amounts.NoRelation {
				pred = append(pred, read.newsQuant(&read.found[i]))
			}
		}
		var gold []Figure
		for _, q := range o.Quantity {
			gold = append(gold, Figure{Value: q.Value, Unit: q.Normal, Change: q.Change, Concept: concept(q.About), Text: q.Unit})
		}
		r.compare(o.ID+" "+o.Text, gold, pred)
	})
	return r, err
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
		partial, complete := sameConcept(g.Concept, p.Concept)
		r.Partial += partial
		r.Complete += complete
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
