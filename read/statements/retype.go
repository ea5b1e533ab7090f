package statements

import (
	"strings"
	"unicode"

	"github.com/hearsay-news/hearsay/read/names"
)

// retype gives those who speak the kind that speaking shows: a thing that the names room has no kind for ("the filing", "RSF", "the streaming
// giant") is a document, a body or somebody. Only voices that assert something are looked at; what stays a thing is no document and no body by any
// table.
func (r *reader) retype(said []Statement) []names.Mention {
	kinds := map[int]names.Type{}
	for i := range said {
		s := &said[i]
		for _, e := range append([]int{s.Speaker}, s.Chain...) {
			if e < 0 || e >= len(r.entities) || r.entities[e].Type != names.MISC {
				continue
			}
			if _, seen := kinds[e]; !seen {
				kinds[e] = r.speakerType(&r.entities[e])
			}
		}
	}
	mentions := r.mentions
	for e, kind := range kinds {
		r.entities[e].Type = kind
	}
	copied := false
	for i := range mentions {
		kind, ok := kinds[mentions[i].Entity]
		if !ok || kind == mentions[i].Type {
			continue
		}
		if !copied { // they are the names room's
			mentions, copied = append([]names.Mention(nil), mentions...), true
		}
		mentions[i].Type = kind
	}
	for i := range r.added {
		if kind, ok := kinds[r.added[i].Entity]; ok {
			r.added[i].Type = kind
		}
	}
	return mentions
}

// speakerType reads the kind of a voice from its name.
func (r *reader) speakerType(e *names.Entity) names.Type {
	name := strings.Trim(e.Name, " \"“”‘’'.,")
	bare := name
	if word, rest, ok := strings.Cut(name, " "); ok && rest != "" && r.lex.words["determiner"][strings.ToLower(word)] {
		name = rest
	}
	key := strings.ToLower(name)
	if kind := r.nounType(key); kind != "" && !(kind == names.WORK && properBody(name)) {
		return kind
	}
	if name == bare && !strings.ContainsAny(name, " -") && !upper(name[0]) && !names.Ordinary(r.from, key) {
		if strings.IndexFunc(name, unicode.IsUpper) > 0 { // "eNord"
			return names.ORG
		}
		return names.PER // "sunnyday77 wrote"
	}
	capitals, letters, first := 0, 0, true
	for _, c := range name {
		if unicode.IsLetter(c) {
			letters++
			if unicode.IsUpper(c) {
				capitals++
			}
			if first && !unicode.IsUpper(c) {
				return names.MISC // a thing by its noun
			}
			first = false
		}
	}
	switch {
	case letters > 1 && capitals == letters: // initials
		return names.ORG
	case name != bare && upper(bare[0]): // "The Sprinter"
		return names.ORG
	case letters > 1 && !strings.Contains(name, " "): // a bare name
		return names.PER
	}
	return names.ORG
}
