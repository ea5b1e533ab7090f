package words

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Fold lowers a word and takes its accents and points off: "Türkiye" and "U.S." become "turkiye" and "us".
func Fold(s string) string {
	plain := true
	for i := 0; i < len(s); i++ {
		if c := s[i]; c >= utf8.RuneSelf || upper(c) || c == '.' || c == ',' {
			plain = false
			break
		}
	}
	if plain {
		return s
	}
	var b strings.Builder
	number := digit(s[0])
	for _, r := range norm.NFD.String(s) {
		switch {
		case unicode.IsMark(r):
		case r == ',' || r == '.' && !number:
		case r == 'ı':
			b.WriteByte('i')
		case r == 'ø' || r == 'Ø':
			b.WriteByte('o')
		case r == 'ł' || r == 'Ł':
			b.WriteByte('l')
		case r == 'đ' || r == 'Đ':
			b.WriteByte('d')
		case r == 'ß':
			b.WriteString("ss")
		default:
			b.WriteRune(unicode.ToLower(r))
		}
	}
	if b.Len() == 0 {
		return s
	}
	return b.String()
}
