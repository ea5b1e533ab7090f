package en

import _ "embed"

// amountsWords says what the words of figures can be: class, value, phrases.
//
//go:embed amounts/words.txt
var amountsWords string

// amountsUnits names the units of measure and the currencies.
//
//go:embed amounts/units.txt
var amountsUnits string

// amountsRules says which sequences of them are figures, in stages.
//
//go:embed amounts/rules.txt
var amountsRules string
