package page

import (
	"slices"
	"strings"
)

// besideCredit says whether a line is the caption of a picture whose credit stands right before or behind it.
func (d *document) besideCredit(i int) bool {
	ln := &d.lines[i]
	credit := func(k int) bool {
		return k >= 0 && k < len(d.lines) && d.lines[k].role == Caption && isCredit(d.at(k))
	}
	switch {
	case credit(i+1) && credit(i-1):
		return true
	case credit(i+1) && i+2 < len(d.lines) && d.lines[i+2].hash == ln.hash, credit(i-1) && i >= 2 && d.lines[i-2].hash == ln.hash:
		return true
	case credit(i+1) && d.lines[i+1].gap == 0 && (d.spaced && ln.gap > 0 || !ln.stopped) && ln.words < 60:
		return true
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
	return containsAny(s, d.lex.signs.beside) || d.lex.creditTail(s) || gluedCredit(s) || strokeTail(s) || strings.HasPrefix(s, "Enlarge / ")
}

// strokeTail finds a credit of the kind "Name/Agency" behind the last sentence of a line: "… in Sel on Monday. Ilse Brand/GW", "… of the quay. (Ilse Brand/GW)".
func strokeTail(s string) bool {
	tail := ""
	if n := len(s); s[n-1] == ')' {
		from := strings.LastIndexByte(s, '(')
		if from < 20 {
			return false
		}
		tail = s[from+1 : n-1]
	} else if at := max(strings.LastIndex(s, ". "), strings.LastIndex(s, ".” "), strings.LastIndex(s, ".\" ")); at > 20 {
		tail = strings.TrimLeft(s[at+1:], "”\" ")
	}
	at := strings.IndexByte(tail, '/')
	return at > 1 && at+2 < len(tail) && len(tail) <= 50 && strings.IndexByte(tail[at+1:], '/') < 0 && !strings.ContainsAny(tail, ".0123456789") &&
		tail[0] >= 'A' && tail[0] <= 'Z' && allNames(strings.ReplaceAll(tail, "/", " "))
}

// creditTail finds a picture credit at the end of a line: "… on Monday. Credit: Radio Nord", "(Image: AGENCY)".
func (l *lexicon) creditTail(s string) bool {
	at := strings.LastIndex(s, ": ")
	if at < 0 || at < len(s)-60 {
		return false
	}
	from := at
	for from > 0 && isLetter(s[from-1]) {
		from--
	}
	switch word := strings.ToLower(s[from:at]); {
	case slices.Contains(l.signs.credit, word):
		if from == 0 || !strings.ContainsRune(" ([|", rune(s[from-1])) {
			return false
		}
	case word == "credit":
	default:
		if !strings.HasSuffix(s[from:at], "Credit") { // glued to the word before it
			return false
		}
	}
	return from > 0 && allNames(s[at+2:])
}

// creditEnd says whether a line ends in a picture's credit behind a stroke: "… last week.Credit...Ilse Brand/The Courier", "… in Sel. | Ilse Brand/GW".
func creditEnd(s string) bool {
	at := strings.LastIndexByte(s, '/')
	if at < 0 || at < len(s)-40 || !allNames(s[at+1:]) {
		return false
	}
	head := strings.TrimRight(s[:at], " ")
	from := max(strings.LastIndexAny(head, ".|("), strings.LastIndex(head, "Credit"))
	return from > len(head)-40 && from > 12
}

// allNames says whether a few words are all names, as far as capitals show it.
func allNames(s string) bool {
	words := strings.Fields(s)
	for _, w := range words {
		if w[0] >= 'a' && w[0] <= 'z' && len(w) > 3 {
			return false
		}
	}
	return len(words) > 0 && len(words) <= 8
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
	return strings.Contains(s[at+1:], " ") && allNames(s[at+1:])
}
