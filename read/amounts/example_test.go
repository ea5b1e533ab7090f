package amounts_test

import (
	"fmt"

	"github.com/hearsay-news/hearsay/lang/en"
	"github.com/hearsay-news/hearsay/read/amounts"
	"github.com/hearsay-news/hearsay/read/page"
	"github.com/hearsay-news/hearsay/read/syntax"
	"github.com/hearsay-news/hearsay/read/times"
	"github.com/hearsay-news/hearsay/text"
)

func ExampleFindIn() {
	words := "More than 40 percent of farm workers left, and the garrison shrank from 8,200 to 3,100 troops."
	for _, a := range amounts.FindIn(en.Language, words) {
		fmt.Printf("%s: %s %v %s", words[a.Start:a.End], a.Relation, a.Low.Value, a.Unit)
		if !a.Of.Empty() {
			fmt.Printf(", of %q", words[a.Of.Start:a.Of.End])
		}
		if a.Change != nil {
			fmt.Printf(", %s from %v", a.Change.Direction, a.Change.From.Value)
		}
		fmt.Println()
	}
	// Output:
	// 40 percent: > 40 percent, of "farm workers"
	// from 8,200 to 3,100: = 3100 troop, of "troops", down from 8200
}

// Who was killed, injured, missing or detained is told by the kind of the figure.
func ExampleFindIn_casualties() {
	words := "At least 12 people were killed and 40 wounded, and police arrested 25 protesters; nine sailors are missing."
	for _, a := range amounts.FindIn(en.Language, words) {
		fmt.Println(a.Low.Value, a.Unit, a.Kind)
	}
	// Output:
	// 12 people killed
	// 40 people injured
	// 25 protester detained
	// 9 sailor missing
}

// Bounds that are open are not known. A vague magnitude is a range.
func ExampleNumber() {
	bound := func(n amounts.Number) string {
		if !n.Known {
			return "open"
		}
		return fmt.Sprint(n.Value)
	}
	for _, a := range amounts.FindIn(en.Language, "Up to 300 boats, some 8,200 men, 3 to 4 percent, hundreds of tents, $1.5bn.") {
		fmt.Println(bound(a.Low), bound(a.High), a.Relation, a.Unit)
	}
	// Output:
	// open 300 <= boat
	// 8200 8200 ~ man
	// 3 4 = percent
	// 100 1000 = tent
	// 1.5e+09 1.5e+09 = USD
}

// Find reads a page whose lines have roles, with the times that its sentences tell, so that a year is no count.
func ExampleFind() {
	t := text.Text("Menu 12 items\nIn 2011 the mine employed 700 men.")
	lines := t.Lines()
	blocks := []page.Block{{Span: lines[0], Role: page.Menu}, {Span: lines[1], Role: page.Body}}
	sentences := syntax.Read(en.Language, t, blocks)
	when := times.Find(en.Language, t, blocks, sentences, times.Interval{})
	for _, a := range amounts.Find(en.Language, t, blocks, sentences, when) {
		fmt.Println(t.At(a.Span), t.At(a.Of))
	}
	// Output:
	// 700 men
}
