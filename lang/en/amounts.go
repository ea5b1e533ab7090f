package en

import _ "embed"

// AmountsWords says what the words of figures can be: class, value, phrases.
//
//go:embed amounts/words.txt
var AmountsWords string

// AmountsUnits names the units of measure and the currencies.
//
//go:embed amounts/units.txt
var AmountsUnits string

// AmountsRules says which sequences of them are figures, in stages.
//
//go:embed amounts/rules.txt
var AmountsRules string
