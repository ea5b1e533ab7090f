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
		c, more := reduced(l, i)
		if l[i] == 'x' {
			out = push(out, 'k')
		}
		i += more
		if c != 0 {
			out = push(out, c)
		}
	}
	return string(out)
}

// reduced returns what the letter at i is reduced to, 0 for a silent one, and how many letters behind it belong to it.
func reduced(l []byte, i int) (c byte, more int) {
	next := after(l, i)
	switch c = l[i]; c {
	case 'a', 'e', 'i', 'o', 'u', 'y':
		if i == 0 { // any vowel: Umar, Omar; Yeltsin, Eltsin
			return 'a', 0
		}
		return 0, 0
	case 'k', 'q', 'g':
		return 'k', marked(next)
	case 'z':
		return 's', marked(next)
	case 'c':
		switch {
		case next == 'h':
			return 's', 1
		case next == 'e' || next == 'i' || next == 'y':
			return 's', 0
		case next == 'k':
			return 'k', 1
		}
		return 'k', 0
	case 's':
		if next == 'c' && after(l, i+1) == 'h' {
			return 's', 2
		}
		return 's', marked(next)
	case 't', 'd':
		return dental(l, i)
	case 'w', 'v':
		return 'v', 0
	case 'p':
		if next == 'h' {
			return 'f', 1
		}
	case 'h':
		if i == len(l)-1 || i > 0 && !vowel(l[i-1]) { // final h, and h that only marks the letter before
			return 0, 0
		}
	case 'x':
		return 's', 0
	}
	if c < 'a' || c > 'z' {
		return 0, 0
	}
	return c, 0
}

// dental reads t and d with what they melt into.
func dental(l []byte, i int) (c byte, more int) {
	next := after(l, i)
	switch {
	case next == 'h':
		return l[i], 1
	case l[i] == 'd' && (next == 'j' || next == 'z'):
		return 'j', 1
	case l[i] == 't' && (next == 's' || next == 'z'):
		return 's', 1
	case l[i] == 't' && next == 'c' && after(l, i+1) == 'h':
		return 's', 2
	}
	return l[i], 0
}

// after is the letter behind the one at i, 0 for none.
func after(l []byte, i int) byte {
	if i+1 < len(l) {
		return l[i+1]
	}
	return 0
}

// marked is 1 where an h marks the letter before it.
func marked(next byte) int {
	if next == 'h' {
		return 1
	}
	return 0
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
	if r = unicode.ToLower(r); int(r) < len(bare) {
		return bare[r]
	}
	return ""
}

// bare holds the letters that stand for those of other alphabets of the Latin script.
var bare = func() (table [0x250]string) {
	for _, row := range []struct{ letters, plain string }{
		{"àáâãäåāăą", "a"}, {"çćč", "c"}, {"şšś", "sh"}, {"èéêëēęěė", "e"}, {"ìíîïīı", "i"}, {"òóôõöøōő", "o"}, {"ùúûüūůű", "u"}, {"ñńň", "n"}, {"žźż", "z"},
		{"ł", "l"}, {"ğ", "g"}, {"ýÿ", "y"}, {"ř", "r"}, {"đðď", "d"}, {"ťţț", "t"}, {"ß", "ss"}, {"æ", "ae"}, {"œ", "oe"}, {"þ", "th"},
	} {
		for _, r := range row.letters {
			table[r] = row.plain
		}
	}
	return table
}()

var ascii = func() string {
	b := make([]byte, utf8.RuneSelf)
	for i := range b {
		b[i] = byte(i)
	}
	return string(b)
}()
