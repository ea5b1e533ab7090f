package statements

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/hearsay-news/hearsay/text"
)

// What is told by a row itself of how often readers find such rows wrong, beside its rule and the way to its speaker.
const (
	signOpen      = "open"      // the speaker is a pronoun that leads to nobody: "they said"
	signDescribed = "described" // the speaker is a description in small letters, no name: "officials said", "the company said"; not "a port engineer said", who is new
	signOnward    = "onward"    // what is said has a comma and a word with which a page often goes on itself: "…, which had lost four in a row"
	signCarried   = "carried"   // it stands inside what somebody else says
	signDoubtful  = "doubtful"  // it is of a kind that readers mostly find to be no statement; see doubtful.go
)

// signs lists what holds of a statement: "they said he left, while others stayed" is open and onward.
func (r *reader) signs(d *draft) []string {
	var out []string
	if d.Speaker >= 0 {
		name := r.entities[d.Speaker].Name
		first, _ := utf8.DecodeRuneInString(strings.TrimPrefix(name, "the "))
		if pronoun(name) {
			out = append(out, signOpen)
		}
		if unicode.IsLower(first) && !strings.HasPrefix(name, "a ") && !strings.HasPrefix(name, "an ") {
			out = append(out, signDescribed)
		}
	}
	if d.Kind != Direct && (d.runsOn || r.goesOnward(d.Content)) {
		out = append(out, signOnward)
	}
	if d.CarriedBy >= 0 {
		out = append(out, signCarried)
	}
	if why := r.doubtful(d); why != "" {
		d.Why = append(d.Why, why)
		out = append(out, signDoubtful)
	}
	return out
}

// goesOnward says whether a comma in a content is followed by one of the words with which a page often goes on itself.
func (r *reader) goesOnward(content []text.Span) bool {
	for _, at := range content {
		words := r.t.At(at)
		if strings.Count(words, "–")+strings.Count(words, "—")+strings.Count(words, " -- ")+strings.Count(words, " - ") == 1 {
			return true // a dash that no other closes may turn to the page's own words
		}
		for {
			_, behind, found := strings.Cut(words, ",")
			if !found {
				break
			}
			words = behind
			next := strings.TrimLeft(behind, " \n")
			end := strings.IndexFunc(next, func(c rune) bool { return !unicode.IsLetter(c) })
			if end < 0 {
				end = len(next)
			}
			if r.lex.words["onward"][next[:end]] {
				return true
			}
		}
	}
	return false
}
