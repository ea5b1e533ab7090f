package entities

import (
	"fmt"
	"github.com/hearsay-news/hearsay/lang"
	"strings"
)

// Alike says why two names can be one's, by their letters alone; "" for not. Context decides in the rooms above whether they are: a bare
// family name fits everybody who bears it.
func Alike(l *lang.Language, a, b string) string {
	tab := compiled.Of(l)
	if x, y := tab.full[tableKey(tab.parse(a, false))], tab.full[tableKey(tab.parse(b, false))]; x != "" && x == y {
		return fmt.Sprintf("“%s” and “%s” are two names of one by the table of names", a, b)
	}
	x, y := tab.parse(a, true), tab.parse(b, true)
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
	case tab.stands(x, b) || tab.stands(y, a):
		return fmt.Sprintf("one of “%s” and “%s” is the initials of the other", a, b)
	}
	return sameBody(tab.parse(a, false), tab.parse(b, false))
}

// stands says whether a name is the initials of another.
func (tab *tables) stands(short form, full string) bool {
	all, main := tab.initials(full)
	return len(short.acronym) >= 3 && (short.acronym == all || short.acronym == main)
}
