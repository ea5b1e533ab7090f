package article

import (
	"strings"
	"unicode/utf8"

	"github.com/hearsay-news/hearsay/text"
)

// named is an agency's name in a string.
type named struct {
	text.Span
	name string
}

// agenciesIn finds the agencies that a short string names. A form of four letters and less counts as it is written by itself: "AP", "dpa", not "ap".
func (tab *tables) agenciesIn(s string) []named {
	if len(s) > maxSigned {
		return nil
	}
	return tab.agenciesAt(s, wordSpans(s))
}

// agenciesAt finds the agencies among the words of a string.
func (tab *tables) agenciesAt(s string, words []text.Span) []named {
	var out []named
	for i := 0; i < len(words); i++ {
		if !tab.opensAgency(s[words[i].Start:words[i].End]) {
			continue
		}
		for j := min(len(words), i+4) - 1; j >= i; j-- {
			at := text.Span{Start: words[i].Start, End: words[j].End}
			form := s[at.Start:at.End]
			name := tab.agency(form)
			if name == "" || at.Len() <= 4 && form != name && strings.ToUpper(form) != form || !isUpperAt(form, 0) && form != name {
				continue
			}
			out = append(out, named{at, name})
			i = j
			break
		}
	}
	return out
}

// opensAgency says whether a form of an agency's name begins with a word.
func (tab *tables) opensAgency(word string) bool {
	var low [maxAgency]byte
	if len(word) > len(low) {
		return false
	}
	ascii := true
	for i := range len(word) {
		c := word[i]
		if c >= utf8.RuneSelf {
			ascii = false
			break
		}
		if c >= 'A' && c <= 'Z' {
			c |= 0x20
		}
		low[i] = c
	}
	if !ascii {
		return tab.agencyHeads[strings.ToLower(word)]
	}
	return tab.agencyHeads[string(low[:len(word)])]
}

// maxSigned is how long a line may be, its spaces squeezed or not, in which names and agencies are looked for.
const maxSigned = 400

// endsAgency says whether a name that no list knows ends as agencies' names do: "Gulf Wire", "Sel News Agency".
func (tab *tables) endsAgency(name string) bool {
	low := strings.ToLower(name)
	for _, end := range tab.credits.agencyEnds {
		if rest, ok := strings.CutSuffix(low, " "+end); ok && rest != "the" && rest != "" {
			return true
		}
	}
	return false
}

// pictured says whether a line bears the words of a picture's caption or credit.
func (tab *tables) pictured(s string) bool {
	var low [16]byte // longer than any of the words
	n := 0
	for i := 0; i <= len(s); i++ {
		if i < len(s) && (isLetterByte(s[i])) {
			if n < len(low) {
				low[n] = s[i]
				if s[i] >= 'A' && s[i] <= 'Z' {
					low[n] |= 0x20
				}
			}
			n++
			continue
		}
		if n > 2 && n <= len(low) && tab.credits.picture[string(low[:n])] {
			return true
		}
		n = 0
	}
	return strings.Contains(s, "via AP") || strings.Contains(s, "/AP")
}
