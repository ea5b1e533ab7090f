// Package lang says what the rooms know of a language: its tables, its word lists and its models, as one value that is handed to them.
//
//	r := read.Read(en.Language, page)       // English
//	r := read.Read(other, page)             // the same rooms, another language
//
// A table has one row a line, comments behind "#":
//
//	# Military and police ranks
//	general colonel major        →    "general colonel major"
package lang

import (
	"iter"
	"strings"
	"sync"
)

// Language is one language. Tables are text; each room makes of its tables what its rules ask for, once (see Compiled).
type Language struct {
	Tag        string // BCP 47
	Numbers    string // number words, for times and amounts alike
	Page       Page
	Article    Article
	Syntax     Syntax
	Names      Names
	Times      Times
	Amounts    Amounts
	Statements Statements
	Events     Events
	Clauses    Clauses
	Compare    Compare
}

// The tables of each room; the head of a file says what its rows mean.
type (
	Page    struct{ Classes, Fields, Phrases, Stopwords, NoticeWords, BioWords, Signs, DateWords string }
	Article struct{ Months, Zones, NotPeople, DateWords, Tense, ByWords, Agencies, Credits string }
	Syntax  struct {
		Abbreviations, HyphenPrefixes, Contractions, Smileys, Lemmas string
		Lexicon, SentenceEnds, SentenceEndsNet, Network              string // models: made by train, bytes in a string
	}
	Names struct {
		Words, Countries, Cities, Regions, Bodies, Degrees, Given, Census, People, Common, Roles string
		Model                                                                                    string // made by train, bytes in a string
	}
	Times      struct{ Words, Rules, Holidays, Tense string }
	Amounts    struct{ Words, Units, Rules string }
	Statements struct{ Cues, Voices, Media, Outlets, Bodies, Control, Confidence, Readers, Words string }
	Events     struct{ Words string }
	Clauses    struct{ Classes, Words, Reported, Spots string }
	Compare    struct{ Stop, Irregular, Kin, Places, Titles, Withdrawn, Frequency, Words, Scales string }
)

// Compiled is what a room makes of a language's tables: made at the first use, and then the same for everyone.
type Compiled[T any] struct {
	compile func(*Language) T
	made    sync.Map // *Language → func() T
}

// Compile says how a room's tables are made.
func Compile[T any](compile func(*Language) T) *Compiled[T] { return &Compiled[T]{compile: compile} }

// Of returns what was made of a language. It may be called by many goroutines at once.
func (c *Compiled[T]) Of(l *Language) T {
	if made, ok := c.made.Load(l); ok {
		return made.(func() T)()
	}
	made, _ := c.made.LoadOrStore(l, sync.OnceValue(func() T { return c.compile(l) }))
	return made.(func() T)()
}

// Rows yields the rows of a table, without comments and blank lines.
func Rows(table string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for line := range strings.Lines(table) {
			if line = strings.TrimRight(line, "\r\n"); line != "" && line[0] != '#' && !yield(line) {
				return
			}
		}
	}
}

// Classes reads a table of word classes, "class: word word …"; a class may have several rows.
func Classes(table string) map[string]map[string]bool {
	classes := map[string]map[string]bool{}
	for row := range Rows(table) {
		class, list, found := strings.Cut(row, ":")
		if !found {
			continue
		}
		if classes[class] == nil {
			classes[class] = map[string]bool{}
		}
		for _, word := range strings.Fields(list) {
			classes[class][word] = true
		}
	}
	return classes
}
