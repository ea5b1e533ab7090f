// Command eval measures every room of Hearsay on public data and holds the figures against pinned floors.
//
//	go run ./eval                      all rooms, data in .evaldata
//	go run ./eval -data DIR -room times
//	go run ./eval -held                the halves of own gold that no rule is tuned on
//	go run ./eval -pin                 raise the floors to what was reached now
//
// A set whose data is absent is named and passed over. A figure below its floor in floors.tsv makes the command exit with 1.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
)

// Row is one measured figure.
type Row struct {
	Set    string  // data set and part, "times/aquaint"
	Metric string  // "strict F1"
	Value  float64 // as the metric's own scale has it: percent where it is F1
}

// Room is a scorer: it measures one room on the data below a folder. It returns errAbsent, wrapped with the set's name, for data
// that is not there.
type Room struct {
	Name  string
	Score func(data string) ([]Row, error)
}

// rooms are run and printed in the order in which data flows.
var rooms = []Room{
	{"pages", scorePages},
	{"language", scoreLanguage},
	{"names", scoreNames},
	{"times", scoreTimes},
	{"amounts", scoreAmounts},
	{"statements", scoreStatements},
	{"compare", scoreCompare},
	{"timelines", scoreTimelines},
	{"events", scoreEvents},
	{"pairs", scorePairs},
	{"voices", scoreVoices},
	{"sayings", scoreSayings},
	{"clauses", scoreClauses},
	{"contrast", scoreContrast},
}

func main() {
	data := flag.String("data", filepath.Join(".evaldata", "eval"), "folder that holds the data sets")
	only := flag.String("room", "", "measure this room only")
	floors := flag.String("floors", filepath.Join("eval", "floors.tsv"), "file of pinned floors")
	pin := flag.Bool("pin", false, "raise the floors to the figures reached now")
	held := flag.Bool("held", false, "score the halves of own gold that are set aside, and nothing else: once, when the rules are done")
	flag.Parse()
	if *held {
		rooms, *only = []Room{{"held", scoreSayingsHeld}}, "held"
	}
	if err := run(os.Stdout, *data, *only, *floors, *pin); err != nil {
		fmt.Fprintln(os.Stderr, "eval:", err)
		os.Exit(1)
	}
}
