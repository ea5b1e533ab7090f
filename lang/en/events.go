package en

import _ "embed"

// eventWords lists the words that decide how real an event is and where its clause ends, by class.
//
//go:embed events/words.txt
var eventWords string
