package en

import _ "embed"

// Tables of read/clauses and compare/align: what their lines mean stands at the head of each.
var (
	//go:embed clauses/classes.txt
	clauseClasses string
	//go:embed clauses/words.txt
	clauseWords string
	//go:embed clauses/reported.txt
	clauseReported string
	//go:embed clauses/spots.txt
	clauseSpots string
)
