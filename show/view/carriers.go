package view

import (
	"strings"
	"unicode"
)

// WithoutCarriers returns the list without the rows that say no more than that somebody carries another row's words, and how many they were.
// "Nordpress quoted Ilse Marrow as saying …" makes a row of Marrow, whose chain names Nordpress, and one of Nordpress, whose content is the
// first row and nothing else.
func (l List) WithoutCarriers() (List, int) {
	type at struct {
		page  string
		start int
	}
	carried := map[at][]*Account{} // accounts of statements in somebody's words, by where they begin
	for i := range l.Statements {
		s := &l.Statements[i]
		if len(s.Chain) < 3 {
			continue
		}
		for k := range s.Accounts {
			a := &s.Accounts[k]
			if places := a.Places(); len(places) > 0 {
				key := at{a.Page, places[0].Span.Start}
				carried[key] = append(carried[key], a)
			}
		}
	}
	kept := make([]Statement, 0, len(l.Statements))
	for _, s := range l.Statements {
		a := s.Opens()
		if a != nil && len(a.Content) > 0 && only(a, carried[at{a.Page, a.Content[0].Span.Start + that(a.Content[0].Text)}]) {
			continue
		}
		kept = append(kept, s)
	}
	n := len(l.Statements) - len(kept)
	l.Statements = kept
	return l, n
}

// that is the length of the conjunction that opens an indirect content.
func that(words string) int {
	if strings.HasPrefix(words, "that ") {
		return len("that ")
	}
	return 0
}

// only says whether the content of an account is nothing but one of the accounts given.
func only(a *Account, others []*Account) bool {
	for _, o := range others {
		if o != a && covers(a.Content, o.Places()) {
			return true
		}
	}
	return false
}

// covers says whether the places lie within the content and leave no word of it but an opening "that".
func covers(content, places []Place) bool {
	p := 0
	for _, c := range content {
		from := that(c.Text)
		for ; p < len(places) && places[p].Span.Start < c.Span.End; p++ {
			if places[p].Span.Start < c.Span.Start || places[p].Span.End > c.Span.End || worded(c.Text[from:max(from, places[p].Span.Start-c.Span.Start)]) {
				return false
			}
			from = max(from, places[p].Span.End-c.Span.Start)
		}
		if worded(c.Text[from:]) {
			return false
		}
	}
	return p == len(places)
}

func worded(s string) bool { return strings.ContainsFunc(s, unicode.IsLetter) }
