package keep

import (
	"strings"
	"unicode"
)

// Asked is what a query asks for: single words, and words in a row where quotation marks say so. Nothing in a query is an operator.
//
//	port "governor of Sel" --  →  port, governor of Sel
func Asked(query string) []string {
	var out []string
	quote := func(r rune) bool { return strings.ContainsRune("\"“”„«»", r) }
	for n, part := range strings.FieldsFunc(" "+query, quote) {
		if n%2 == 1 {
			out = asked(out, part)
			continue
		}
		for _, word := range strings.Fields(part) {
			out = asked(out, word)
		}
	}
	return out
}

// asked adds what has something to be found by.
func asked(out []string, words string) []string {
	if strings.ContainsFunc(words, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) }) {
		out = append(out, words)
	}
	return out
}
