package ends

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/hearsay-news/hearsay/read/syntax/words"
)

// The kinds of word that matter here.
const (
	nothing = iota
	small
	title
	capital // all in capitals, two letters or more
	letterI
	figure
	stop
	comma
	colon
	quote
	bracket
	closing
	dash
	other
	dots
	address
)

func kind(w string) int {
	if w == "" {
		return nothing
	}
	r, size := utf8.DecodeRuneInString(w)
	switch {
	case len(w) > 8 && isAddress(w):
		return address
	case unicode.IsLower(r):
		return small
	case unicode.IsUpper(r):
		if w == "I" {
			return letterI
		}
		if len(w) > size && unicode.IsUpper(rune(w[size])) {
			return capital
		}
		return title
	case unicode.IsDigit(r):
		return figure
	case unicode.IsLetter(r):
		return small
	}
	switch r {
	case '.', '!', '?', '…':
		if r == '…' || strings.HasPrefix(w, "..") {
			return dots
		}
		return stop
	case ',':
		return comma
	case ':', ';':
		if len(w) > 1 {
			return other
		}
		return colon
	case '"', '“', '”', '\'', '’', '‘', '`', '«', '»':
		if len(w) > size && unicode.IsLetter(rune(w[len(w)-1])) {
			return small // a clitic
		}
		return quote
	case '(', '[', '{':
		return bracket
	case ')', ']', '}':
		return bracket
	case '-', '–', '—':
		return dash
	case '$', '%', '£', '€', '&', '/':
		return comma
	}
	return other
}

func isAddress(w string) bool {
	return strings.HasPrefix(w, "http") && strings.Contains(w[:8], ":") || strings.HasPrefix(w, "www.") || strings.IndexByte(w[1:], '@') > 0
}

// fold hashes a word without regard to case, figures all alike.
func fold(w string) uint32 {
	h := uint32(2166136261)
	for i := 0; i < len(w); i++ {
		c := w[i]
		if 'A' <= c && c <= 'Z' {
			c |= 0x20
		} else if '0' <= c && c <= '9' {
			c = '0'
		}
		h = (h ^ uint32(c)) * 16777619
	}
	return h
}

func bits(n int) int {
	b := 0
	for n > 0 {
		n >>= 1
		b++
	}
	return b
}

func allUpper(line string) bool {
	upper, lower := 0, 0
	for i := 0; i < len(line) && i < 400; i++ {
		switch c := line[i]; {
		case 'A' <= c && c <= 'Z':
			upper++
		case 'a' <= c && c <= 'z':
			lower++
		}
	}
	return upper > 4*lower
}

// quotesAfter says how many quotation marks are open after a word.
func quotesAfter(open int, word string) int {
	switch word {
	case `"`, "''", "``":
		return 1 - open
	case "“":
		return 1
	case "”":
		return 0
	}
	return open
}

// abbreviated tells a word with a full stop in it by its kind: 0 for other words.
func abbreviated(tables *words.Tables, word string) uint32 {
	before, cut := strings.CutSuffix(word, ".")
	switch {
	case !cut || before == "":
		return 0
	case strings.IndexByte(before, '.') >= 0:
		return 7
	case len(before) == 1:
		return 8
	}
	return 1 + uint32(tables.AbbreviationKind(before))
}
