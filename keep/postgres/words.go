package postgres

import (
	"encoding/hex"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Words are cut and folded here, as in the other store, and not by the server: what is found must not depend on where it is kept.

// tokens cuts text into words in lower case without diacritics, of which none is longer than longest.
//
//	The café of Sel-Nord  →  the cafe of sel nord
func tokens(text string) []string {
	var out []string
	var word strings.Builder
	end := func() {
		if word.Len() > 0 {
			out = append(out, word.String())
			word.Reset()
		}
	}
	plain := ascii(text)
	if !plain {
		text = norm.NFD.String(text)
	}
	for _, r := range text {
		switch {
		case unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.Is(unicode.Co, r):
			if word.Len() < longest {
				word.WriteRune(unicode.ToLower(r))
			}
		case !plain && unicode.Is(unicode.Mn, r): // a mark on the letter before it
		default:
			end()
		}
	}
	end()
	return out
}

const longest = 500 // bytes of a word; PostgreSQL takes some 2,000

func ascii(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// most is how many words one vector holds: places of words are counted to 16,383.
const most = 16_000

// vectors writes text as vectors of words with their places.
func vectors(text string) []string {
	words := tokens(text)
	var out []string
	for len(words) > 0 {
		n, size := 0, 0
		for n < len(words) && n < most && size < 500_000 {
			size += len(words[n])
			n++
		}
		var b strings.Builder
		for i, w := range words[:n] {
			b.WriteString("'" + w + "':" + strconv.Itoa(i+1) + " ")
		}
		out, words = append(out, b.String()), words[n:]
	}
	return out
}

// phrase writes words in a row as a part of a question, of which the last may only have begun; "" where there is no word.
func phrase(text string, begun bool) string {
	words := tokens(text)
	for i, w := range words {
		words[i] = "'" + w + "'"
	}
	if n := len(words); n > 0 && begun {
		words[n-1] += ":*"
	}
	return strings.Join(words, " <-> ")
}

// What PostgreSQL can't keep as text, a zero or what is no UTF-8, is kept in another way.
const escaped = "\x01"

func kept(s string) string {
	if utf8.ValidString(s) && !strings.Contains(s, "\x00") && !strings.HasPrefix(s, escaped) {
		return s
	}
	return escaped + hex.EncodeToString([]byte(s))
}

func told(s string) string {
	if rest, ok := strings.CutPrefix(s, escaped); ok {
		if b, err := hex.DecodeString(rest); err == nil {
			return string(b)
		}
	}
	return s
}
