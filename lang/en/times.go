package en

import _ "embed"

// TimesWords says what the words of time expressions can be: class, value, phrases.
//
//go:embed times/words.txt
var TimesWords string

// Numbers are the number words, used by times and amounts alike.
//
//go:embed times/numbers.txt
var Numbers string

// TimesRules says which sequences of them are time expressions, in stages.
//
//go:embed times/rules.txt
var TimesRules string

// TimesHolidays says when holidays fall.
//
//go:embed times/holidays.txt
var TimesHolidays string

// TimesTense lists the words that tell the past from what is to come.
//
//go:embed times/tense.txt
var TimesTense string
