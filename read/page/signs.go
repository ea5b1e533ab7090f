package page

import (
	"strings"

	"github.com/hearsay-news/hearsay/lang"
)

// signs are words by which single lines are known; the table signs.txt says of what.
type signs struct {
	about, covering, credit, beside, speaks, answer, ago, since, comments, post, writers, published, updated, dated, opened, pictures, of, invites, handle []string
}

// readSigns reads the rows of the table: "credit: image|photo".
func readSigns(table string) signs {
	var s signs
	kinds := map[string]*[]string{"about": &s.about, "covering": &s.covering, "credit": &s.credit, "beside": &s.beside, "speaks": &s.speaks, "answer": &s.answer,
		"ago": &s.ago, "since": &s.since, "comments": &s.comments, "post": &s.post, "writers": &s.writers,
		"published": &s.published, "updated": &s.updated, "dated": &s.dated, "opened": &s.opened, "pictures": &s.pictures, "of": &s.of, "invites": &s.invites, "handle": &s.handle}
	for row := range lang.Rows(table) {
		kind, list, _ := strings.Cut(row, ": ")
		*kinds[kind] = strings.Split(list, "|")
	}
	return s
}

// containsAny says whether one of the words stands anywhere in s.
func containsAny(s string, words []string) bool {
	for _, w := range words {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}
