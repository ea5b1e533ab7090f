package en

import _ "embed"

// timesWords says what the words of time expressions can be: class, value, phrases.
//
//go:embed times/words.txt
var timesWords string

// numbers are the number words, used by times and amounts alike.
//
//go:embed times/numbers.txt
var numbers string

// timesRules says which sequences of them are time expressions, in stages.
//
//go:embed times/rules.txt
var timesRules string

// timesHolidays says when holidays fall.
//
//go:embed times/holidays.txt
var timesHolidays string

// timesTense lists the words that tell the past from what is to come.
//
//go:embed times/tense.txt
var timesTense string
