package entities

import (
	"fmt"
	"strings"
)

// Alike says why two names can be one's, by their letters alone; "" for not. Context decides in the rooms above whether they are: a bare
// family name fits everybody who bears it.
func Alike(a, b string) string {
	if x, y := table()[tableKey(parse(a, false))], table()[tableKey(parse(b, false))]; x != "" && x == y {
		return fmt.Sprintf("“%s” and “%s” are two names of one by the table of names", a, b)
	}
	x, y := parse(a, true), parse(b, true)
	if body := strings.Contains(a, " of ") || strings.Contains(b, " of "); !body {
		if why, _ := samePerson(x, y); why != "" {
			return why
		}
	}
	switch {
	case x.key() == y.key():
		return fmt.Sprintf("“%s” and “%s” differ in titles, case or particles only", a, b)
	case surname(x, y) || surname(y, x):
		return fmt.Sprintf("one of “%s” and “%s” is a family name alone", a, b)
	case len(x.tokens) == 1 && len(y.tokens) == 1 && alike(x, y, 0, 0, bodySpelling):
		return fmt.Sprintf("“%s” and “%s” are spellings of one name", a, b)
	case stands(x, b) || stands(y, a):
		return fmt.Sprintf("one of “%s” and “%s” is the initials of the other", a, b)
	}
	return sameBody(parse(a, false), parse(b, false))
}

// stands says whether a name is the initials of another.
func stands(short form, full string) bool {
	all, main := initials(full)
	return len(short.acronym) >= 3 && (short.acronym == all || short.acronym == main)
}
