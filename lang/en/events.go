package en

import _ "embed"

// EventWords lists the words that decide how real an event is and where its clause ends, by class.
//
//go:embed events/words.txt
var EventWords string
