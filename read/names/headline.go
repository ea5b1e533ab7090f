package names

import (
	"slices"

	"github.com/hearsay-news/hearsay/read/page"
)

// announced finds the person whom the headline calls by an office and the text by name: "Iraqi PM says", before "Prime Minister Ilse Marrow". Only
// one person of the page may hold it.
func (l *linker) announced(n *noun) int {
	if n.kind != PER || n.plural || l.d.roles[l.d.words[n.from].sentence] != page.Title || l.d.lowerIs(n.from, "a", "an") {
		return -1
	}
	only := -1
	for h := range l.holders {
		e := &l.holders[h]
		if l.find(h) != h || e.kind != PER || !e.named || e.plural || !l.compatible(n, e) || !shareRole(n.roles, e.roles) && !l.sameOffice(n.roles[0], e.roles) {
			continue
		}
		if only >= 0 {
			return -1
		}
		only = h
	}
	return only
}

// sameOffice says whether one of the roles is another word for an office: each stands for the other, as "PM" and "premier".
func (l *linker) sameOffice(office uint64, roles []uint64) bool {
	for _, r := range roles {
		if slices.Contains(l.d.lex.wider[r], office) && slices.Contains(l.d.lex.wider[office], r) {
			return true
		}
	}
	return false
}
