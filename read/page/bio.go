package page

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// bio says whether a line tells who the author is: "Ada Marrow is a reporter at …", "Reach her at ada@radionord.example". Such lines stand
// at the ends of a body.
func (d *document) bio(i int) bool {
	ln := &d.lines[i]
	if ln.words < 5 || ln.words > 110 || ln.quoted {
		return false
	}
	s := d.at(i)
	if ln.words <= 45 {
		if at := strings.IndexByte(s, '@'); at > 0 && isWordByte(s[at-1]) && strings.IndexByte(s[at:], '.') > 0 {
			return true
		}
	}
	s = strings.TrimPrefix(s, "By ")
	caps, verb, n := 0, false, 0
	for _, w := range strings.Fields(s) {
		n++
		bare := strings.ToLower(strings.Trim(w, ".,;:()’'"))
		switch {
		case !verb && d.lex.bioVerbs[bare]:
			if caps < 2 {
				return false
			}
			verb, n = true, 0
		case !verb:
			r, _ := utf8.DecodeRuneInString(w)
			if !unicode.IsUpper(r) && r != '(' || n > 5 {
				return false
			}
			caps++
		case n > 18:
			return false
		case d.lex.bioNouns[bare] || bare == "about" && n == 1 || bare == "covered" && n == 1:
			return true
		}
	}
	return false
}

// pictured finds captions by how they are written: ", left,", a credit glued to the last sentence.
func (d *document) pictured(i int) bool {
	ln := &d.lines[i]
	if ln.words < 6 || ln.words > 75 || ln.quoted {
		return false
	}
	s := d.at(i)
	for _, place := range []string{", left,", ", right,", ", center,", ", centre,", "(left)", "(right)", ", from left,", ", second left,", ", second right,", "(pictured)", "(L-R)", "(L–R)"} {
		if strings.Contains(s, place) {
			return true
		}
	}
	return gluedCredit(s)
}

// gluedCredit finds ".Name / Agency" at the end of a line: the credit's element followed the caption's without a space.
func gluedCredit(s string) bool {
	at := strings.LastIndexAny(s, ".?!")
	for at == len(s)-1 && at > 0 {
		at = strings.LastIndexAny(s[:at], ".?!")
	}
	if at < 8 || at+3 >= len(s) || s[at+1] < 'A' || s[at+1] > 'Z' || s[at-1] < 'a' || s[at-1] > 'z' || s[at-2] < 'a' || s[at-2] > 'z' {
		return false
	}
	tail := strings.Fields(s[at+1:])
	if len(tail) > 8 || len(tail) < 2 {
		return false
	}
	for _, w := range tail {
		if w[0] >= 'a' && w[0] <= 'z' && len(w) > 3 {
			return false
		}
	}
	return true
}
