package amounts_test

import (
	"fmt"

	"github.com/hearsay-news/hearsay/read/amounts"
)

func ExampleFindIn() {
	words := "More than 40 percent of farm workers left, and the garrison shrank from 8,200 to 3,100 troops."
	for _, a := range amounts.FindIn(words) {
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
