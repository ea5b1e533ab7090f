package term

import (
	"strings"
	"unicode"

	"golang.org/x/text/width"

	"github.com/hearsay-news/hearsay/show/clean"
)

// wide returns how many columns a string takes: two for east-asian wide characters and pictures, none for combining marks.
func wide(s string) int {
	n := 0
	for _, c := range s {
		n += columns(c)
	}
	return n
}

func columns(c rune) int {
	switch {
	case c < 0x20, c >= 0x7f && c < 0xa0:
		return 0
	case c < 0x300:
		return 1
	case unicode.In(c, unicode.Mn, unicode.Me, unicode.Cf):
		return 0
	}
	switch width.LookupRune(c).Kind() {
	case width.EastAsianWide, width.EastAsianFullwidth:
		return 2
	}
	return 1
}

// wrap breaks a line into lines of at most n columns, between words where it can.
func wrap(s string, n int) []string {
	n = max(n, 2)
	var lines []string
	line, used := "", 0
	for word := range strings.FieldsSeq(clean.Line(s)) {
		size := wide(word)
		switch {
		case used > 0 && used+1+size <= n:
			line, used = line+" "+word, used+1+size
			continue
		case used > 0:
			lines = append(lines, line)
		}
		for size > n {
			head := cutAt(word, n)
			lines = append(lines, head)
			word = word[len(head):]
			size = wide(word)
		}
		line, used = word, size
	}
	if used > 0 || len(lines) == 0 {
		lines = append(lines, line)
	}
	return lines
}

// cutAt returns the longest beginning that takes at most n columns, and one character at least.
func cutAt(s string, n int) string {
	used := 0
	for i, c := range s {
		used += columns(c)
		if used > n && i > 0 {
			return s[:i]
		}
	}
	return s
}

// fit shortens a line to n columns, with an ellipsis where something is left out.
func fit(s string, n int) string {
	s = clean.Line(s)
	if wide(s) <= n {
		return s
	}
	if n < 2 {
		return cutAt(s, n)
	}
	return strings.TrimRight(cutAt(s, n-1), " ") + "…"
}
