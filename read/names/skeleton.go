package names

import (
	"unicode"
	"unicode/utf8"
)

// skeleton reduces a name's word to what spellings of one name share: al-Khadhimi, al-Kadhimi and Kadhimi all become "kdm".
// Letters of one sound are made one, vowels and doubled letters go.
func skeleton(s string) string {
	var buf [32]byte
	out := buf[:0]
	var letters [48]byte
	n := 0
	for _, r := range s {
		for _, c := range []byte(plain(r)) {
			if n < len(letters) {
				letters[n] = c
				n++
			}
		}
	}
	l := letters[:n]
	for i := 0; i < n; i++ {
		next := byte(0)
		if i+1 < n {
			next = l[i+1]
		}
		c := l[i]
		switch c {
		case 'a', 'e', 'i', 'o', 'u', 'y':
			if i == 0 { // any vowel: Umar, Omar; Yeltsin, Eltsin
				c = 'a'
			} else {
				continue
			}
		case 'k', 'q':
			c = 'k'
			if next == 'h' {
				i++
			}
		case 'c':
			switch {
			case next == 'h':
				c = 's'
				i++
			case next == 'e' || next == 'i' || next == 'y':
				c = 's'
			case next == 'k':
				c = 'k'
				i++
			default:
				c = 'k'
			}
		case 'g':
			c = 'k'
			if next == 'h' {
				i++
			}
		case 's':
			if next == 'h' {
				i++
			} else if next == 'c' && i+2 < n && l[i+2] == 'h' {
				i += 2
			}
		case 'z':
			c = 's'
			if next == 'h' {
				i++
			}
		case 't':
			switch {
			case next == 'h':
				i++
			case next == 's' || next == 'z':
				c = 's'
				i++
			case next == 'c' && i+2 < n && l[i+2] == 'h':
				c = 's'
				i += 2
			}
		case 'd':
			switch {
			case next == 'h':
				i++
			case next == 'j':
				c = 'j'
				i++
			case next == 'z':
				c = 'j'
				i++
			}
		case 'w', 'v':
			c = 'v'
		case 'f':
			c = 'f'
		case 'p':
			if next == 'h' {
				c = 'f'
				i++
			}
		case 'h':
			if i == n-1 || i > 0 && !vowel(l[i-1]) {
				continue // final h, and h that only marks the letter before
			}
		case 'x':
			out = push(out, 'k')
			c = 's'
		case '\'', '-':
			continue
		}
		if c < 'a' || c > 'z' {
			continue
		}
		out = push(out, c)
	}
	return string(out)
}

func push(out []byte, c byte) []byte {
	if len(out) > 0 && out[len(out)-1] == c || len(out) == cap(out) {
		return out
	}
	return append(out, c)
}

func vowel(c byte) bool {
	switch c {
	case 'a', 'e', 'i', 'o', 'u', 'y':
		return true
	}
	return false
}

// plain writes a letter in lower-case ASCII.
func plain(r rune) string {
	if 'A' <= r && r <= 'Z' {
		r += 'a' - 'A'
	}
	if r < utf8.RuneSelf {
		return ascii[r : r+1]
	}
	r = unicode.ToLower(r)
	switch {
	case r >= 'à' && r <= 'å' || r == 'ā' || r == 'ă' || r == 'ą':
		return "a"
	case r == 'ç' || r == 'ć' || r == 'č':
		return "c"
	case r == 'ş' || r == 'š' || r == 'ś':
		return "sh"
	case r >= 'è' && r <= 'ë' || r == 'ē' || r == 'ę' || r == 'ě' || r == 'ė':
		return "e"
	case r >= 'ì' && r <= 'ï' || r == 'ī' || r == 'ı':
		return "i"
	case r >= 'ò' && r <= 'ö' || r == 'ø' || r == 'ō' || r == 'ő':
		return "o"
	case r >= 'ù' && r <= 'ü' || r == 'ū' || r == 'ů' || r == 'ű':
		return "u"
	case r == 'ñ' || r == 'ń' || r == 'ň':
		return "n"
	case r == 'ž' || r == 'ź' || r == 'ż':
		return "z"
	case r == 'ł':
		return "l"
	case r == 'ğ':
		return "g"
	case r == 'ý' || r == 'ÿ':
		return "y"
	case r == 'ř':
		return "r"
	case r == 'đ' || r == 'ð' || r == 'ď':
		return "d"
	case r == 'ť' || r == 'ţ' || r == 'ț':
		return "t"
	case r == 'ß':
		return "ss"
	case r == 'æ':
		return "ae"
	case r == 'œ':
		return "oe"
	case r == 'þ':
		return "th"
	}
	return ""
}

var ascii = func() string {
	b := make([]byte, utf8.RuneSelf)
	for i := range b {
		b[i] = byte(i)
	}
	return string(b)
}()
